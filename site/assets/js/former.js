// An address that led elsewhere before: the browser alone sees its anchor, and the page says what each anchor led to.

{
  const place = document.querySelector(".former-lead");
  const leads = JSON.parse(place.dataset.leads);

  const sentence = ([version, words, href], borne) => {
    const link = Object.assign(document.createElement("a"), { href, textContent: words || "le lire dans cette version" });
    const what = words ? "" : " qui n’est plus dans le texte en vigueur";
    const said = document.createElement("span");
    said.append(
      `Dans la ${version}, cette adresse désignait un ${borne ? "autre " : ""}passage${what}\u00a0: `,
      link,
      ". ",
    );
    return said;
  };

  const follow = () => {
    place.hidden = true;
    const anchor = decodeURIComponent(location.hash.slice(1));
    const found = leads[anchor] ?? [];
    if (!found.length) return;
    const here = anchor && document.getElementById(anchor);
    const borne = here && !here.closest(".moved");
    // Nobody is sent to words that are not in force without being told.
    if (!borne && found.length === 1 && found[0][1]) {
      location.replace(found[0][2]);
      return;
    }
    place.replaceChildren(...found.map((lead) => sentence(lead, borne)));
    place.hidden = false;
    let after = borne ? here : document.querySelector("h1");
    // An item's line stands in a list, where nothing but items may be.
    if (after.closest(".clause")) while (!after.parentElement.matches(".clause")) after = after.parentElement;
    after.after(place);
  };

  addEventListener("hashchange", follow);
  follow();
}
