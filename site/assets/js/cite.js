// « Citer » : choosing the number of an alinéa shows its citation, and copies it on demand.

const place = document.querySelector(".cite");

const anchorOf = (alinea) => (/^al-/.test(alinea.id) && place.dataset.own ? `${place.dataset.own}-${alinea.id}` : alinea.id);

// « 8.1-al-3 » is « art. 8.1, al. 3 ». What has no number is named by its heading.
const named = (alinea, anchor) => {
  const [, unit, rank] = /^(.*)-al-(\d+)$/.exec(anchor);
  if (/^\d/.test(unit)) return `art.\u00a0${unit}, al.\u00a0${rank}`;
  let before = alinea.closest(".clause");
  while (before && !/^H[1-6]$/.test(before.tagName)) before = before.previousElementSibling;
  const title = before ? before.textContent.replace(/[¶\n]/g, "").trim() : unit;
  return `${title}, al.\u00a0${rank}`;
};

const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // a page of file:// may not: the text is there to be taken by hand
  }
};

const cite = (alinea) => {
  const anchor = anchorOf(alinea);
  const permanent = new URL(`${place.dataset.permanent}#${anchor}`, location.href).href;
  const text = `${place.dataset.title}, ${named(alinea, anchor)}, ${place.dataset.version}, ${permanent}`;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copier la citation" });
  const done = document.createElement("span");
  button.addEventListener("click", async () => {
    done.textContent = (await copied(text)) ? " Copiée." : " À copier à la main\u00a0: le navigateur ne le permet pas ici.";
  });
  const words = Object.assign(document.createElement("span"), { className: "citation", textContent: text });
  const link = Object.assign(document.createElement("a"), { href: permanent, textContent: "Adresse permanente" });
  place.replaceChildren(words, " ", button, " ", link, done);
  // The address of the forge's editor is the publisher's to give (`extra: edit:` in mkdocs.yml).
  const editor = document.querySelector('link[rel="edit"]');
  if (editor && alinea.dataset.source) {
    const source = { href: editor.href.replace(/\/?$/, "/") + alinea.dataset.source, textContent: "Modifier la source" };
    const propose = { href: place.dataset.propose, textContent: "Proposer un avenant" };
    place.append(" · ", Object.assign(document.createElement("a"), source));
    place.append(" · ", Object.assign(document.createElement("a"), propose));
  }
  place.hidden = false;
  // An item's line stands in a list, where nothing but items may be: the citation goes behind what holds them all.
  let after = alinea;
  while (!after.parentElement.matches(".clause")) after = after.parentElement;
  after.after(place);
};

const chosen = () => {
  const alinea = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (alinea?.matches(".al") && alinea.closest(".clause")) cite(alinea);
};

if (place) {
  addEventListener("hashchange", chosen);
  chosen();
}
