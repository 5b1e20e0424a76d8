// The text of a day, or of a version, read on the page that asks for it. `say`, `inWords` and `link` are of dates.js.

{
  const answer = document.querySelector(".answer[data-periods]");
  const text = document.querySelector(".text-of-day");
  const versions = JSON.parse(text.dataset.versions);
  const asked = new URLSearchParams(location.search);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked.get("jour") ?? "") ? asked.get("jour") : "";

  const loaded = () =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: text.dataset.texts, onload: resolve, onerror: reject });
      document.head.append(script);
    });

  const contents = () => {
    const fold = Object.assign(document.createElement("details"), { className: "former" });
    const list = document.createElement("ul");
    for (const heading of text.querySelectorAll(":scope > h3")) {
      const item = document.createElement("li");
      item.append(link(`#${heading.id}`, heading.textContent));
      list.append(item);
    }
    fold.append(Object.assign(document.createElement("summary"), { textContent: "Sommaire" }), list);
    return fold;
  };

  const show = async (version, possible = false) => {
    document.getElementById("version").value = version.id;
    const own = link(version.href, "page de cette version");
    if (!text.dataset.texts) {
      text.replaceChildren("Ce texte se lit sur la ", own, ".");
      text.hidden = false;
      return;
    }
    try {
      await loaded();
    } catch {
      text.replaceChildren("Le texte n’a pas pu être chargé\u00a0; il est sur la ", own, ".");
      text.hidden = false;
      return;
    }
    const { pieces, versions: ranks } = globalThis.clausierTexts;
    text.innerHTML = ranks[version.id].map((rank) => pieces[rank]).join("\n");
    const name = `${possible ? "Texte possible\u00a0: " : ""}${version.name}`;
    const title = Object.assign(document.createElement("h2"), { textContent: `${name[0].toUpperCase()}${name.slice(1)}` });
    const standing = Object.assign(document.createElement("p"), { className: "standing" });
    const originals = Object.assign(document.createElement("strong"), { textContent: "Seuls les originaux signés font foi." });
    standing.append(`${version.days[0].toUpperCase()}${version.days.slice(1)}. Adresse permanente\u00a0: `, own, ". ", originals);
    text.prepend(title, standing, contents());
    text.hidden = false;
    // What is named by the address has only now come to the page.
    if (location.hash) location.replace(location.hash);
  };

  const version = versions.find((v) => v.id === asked.get("version"));
  if (day) {
    document.getElementById("jour").value = day;
    const { candidates, open } = say(answer, day, `Le ${inWords(day)}, `, (c) => {
      const address = new URLSearchParams({ jour: day, version: c.id });
      return `?${address}`;
    });
    const chosen = candidates.length === 1 ? candidates[0] : candidates.find((c) => c.id === version?.id);
    if (chosen) show(versions.find((v) => v.id === chosen.id), open);
  } else if (version) {
    show(version);
  }
}
