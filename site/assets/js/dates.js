// Which text is in force on a day: the page gives the periods of the text, the browser knows the day.

const isoDay = (date) =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, "0"), String(date.getDate()).padStart(2, "0")].join("-");

const inWords = (day) => {
  const [year, month, date] = day.split("-").map(Number);
  const words = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric" }).format(new Date(year, month - 1, 1));
  return `${date === 1 ? "1er" : date}\u00a0${words.replace(" ", "\u00a0")}`;
};

const link = (href, words) => Object.assign(document.createElement("a"), { href, textContent: words });

// Says in `place` which text is in force on a day, and gives the versions that it may be, `open` where it is not certain; `address` leads to each of several.
const say = (place, day, opening, address = (candidate) => candidate.href) => {
  const periods = JSON.parse(place.dataset.periods);
  const period = periods.find((p) => p.from <= day && (p.to === null || day <= p.to));
  place.hidden = false;
  place.replaceChildren(opening);
  if (!period) {
    const first = periods[0].from;
    const begins = periods[0].or_none ? "ne commence pas avant le" : "commence le";
    place.append(day < first ? `il n’y avait pas encore de texte, qui ${begins} ${inWords(first)}.` : "aucun texte.");
    return { candidates: [], open: false };
  }
  const open = period.candidates.length > 1 || period.or_none === true;
  const names = period.candidates.map((c) => link(open ? address(c) : c.href, c.name));
  if (!open && period.candidates[0].over) {
    place.append("la convention a pris fin\u00a0: voir la ", names[0], ".");
    return { candidates: period.candidates, open };
  }
  if (!open) {
    place.append("le texte en vigueur est celui de la ", names[0], period.to ? "." : ", d’après les actes publiés ici.");
    return { candidates: period.candidates, open };
  }
  place.append("le texte en vigueur est ", Object.assign(document.createElement("strong"), { textContent: "indéterminé" }));
  place.append("\u00a0: ");
  names.forEach((name, rank) => place.append(rank ? " ou " : "", name));
  place.append(period.or_none ? ", ou aucun texte encore. " : ". ");
  if (period.compare) place.append(link(period.compare, "Ce en quoi ces textes diffèrent"), ".");
  return { candidates: period.candidates, open };
};

for (const place of document.querySelectorAll(".today[data-periods]")) {
  const day = isoDay(new Date());
  say(place, day, `Aujourd’hui, ${inWords(day)}, `);
}

for (const place of document.querySelectorAll(".not-yet[data-from]")) {
  const day = isoDay(new Date());
  place.hidden = day >= place.dataset.from;
  for (const there of place.querySelectorAll("a")) there.search = `?jour=${day}`;
}
