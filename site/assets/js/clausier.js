// The theme gives its search dialog the role without a name: those who listen would hear "dialog" alone.
document.querySelector('.md-search[role="dialog"]')?.setAttribute("aria-label", "Recherche");
