// What the theme leaves out for those who listen to the page, or have no pointer. Nothing here changes what one sees.

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

// Tab goes through its panel of results and its side menu where they are closed, and nobody sees the focus there.
const narrow = matchMedia("(max-width: 76.1875em)"); // where the theme puts the menu aside
const away = (part, toggle, may = () => true) => {
  if (part && toggle) part.inert = may() && !toggle.checked;
};
const menu = document.querySelector(".md-sidebar--primary");
const drawer = document.getElementById("__drawer");
const results = document.querySelector(".md-search__output");
const search = document.getElementById("__search");
const settle = () => {
  away(menu, drawer, () => narrow.matches);
  away(results, search);
};
for (const toggle of [drawer, search]) toggle?.addEventListener("change", settle);
narrow.addEventListener("change", settle);
settle();

// What opens that menu is a label, which no keyboard reaches: a button takes its place.
const label = document.querySelector('.md-header__button[for="__drawer"]');
if (label && drawer) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} menu-button`;
  button.setAttribute("aria-label", "Menu");
  button.append(...label.childNodes);
  label.replaceWith(button);
  const say = () => button.setAttribute("aria-expanded", String(drawer.checked));
  button.addEventListener("click", () => drawer.click());
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
  drawer.addEventListener("change", say);
  say();
}
