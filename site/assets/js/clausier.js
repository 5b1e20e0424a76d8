// Names that the theme leaves out, for those who listen to the page. Nothing here changes what one sees.

// Its search dialog has a role without a name.
document.querySelector('.md-search[role="dialog"]')?.setAttribute("aria-label", "Recherche");

// The menu of a section that opens on its own page is named after a label that holds an icon alone.
for (const menu of document.querySelectorAll("nav.md-nav[aria-labelledby]")) {
  const title = menu.querySelector(".md-nav__title")?.textContent.trim();
  if (title && !document.getElementById(menu.getAttribute("aria-labelledby"))?.textContent.trim()) {
    menu.removeAttribute("aria-labelledby");
    menu.setAttribute("aria-label", title);
  }
}
