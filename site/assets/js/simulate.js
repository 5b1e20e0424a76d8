// « Simuler un vote »: the page gives the rules, the form the vote, and decide.js, the example program of the site, works the
// outcome out of them alone.
// In a block of its own: the names of decide.js are its own too.
{
  const form = document.querySelector(".simulator");
  const rules = form && JSON.parse(document.getElementById("regles-du-vote").textContent);

  const OUTCOMES = {
    adopted: "Adopté",
    rejected: "Rejeté",
    "no-quorum": "Quorum non atteint",
    undetermined: "Indéterminé",
  };
  const MISSING = { members: "qui est membre", majority: "la majorité", "casting-vote": "qui l’emporte à égalité" };
  const VOTES = { for: "pour", against: "contre", abstain: "abstention", blank: "blanc", void: "nul" };
  const DESIGNATED = 10; // seats that others designate, at most, that the form can take

  const make = (tag, said = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), said);
    made.append(...children);
    return made;
  };

  const during = (span, day) => span.from <= day && (span.to ?? day) >= day;
  /** The members on a day; where it is open who they are, all those who may be. */
  const membersOf = (day) => {
    const span = rules.members.filter((one) => during(one, day)).at(-1);
    const may = span?.members ?? span?.candidates.flatMap((one) => one.members) ?? [];
    return [...new Map(may.map((member) => [member.id, member])).values()];
  };
  const field = (name) => form.elements.namedItem(name);

  /** The seats that an expression may name under any reading, and the colleges that others designate. */
  const seatsIn = (expr, members) => {
    if (Array.isArray(expr)) return expr.flatMap((part) => seatsIn(part, members));
    if (expr === null || typeof expr !== "object") return [];
    if (expr.set === "members") return members.map((member) => member.id);
    if (expr.set?.startsWith("designated")) return [{ college: expr.set.split("/")[1] ?? "" }];
    if (expr.seats) return expr.seats;
    return Object.entries(expr).flatMap(([key, part]) => (key === "reading" ? [] : seatsIn(part, members)));
  };

  /** The seat that several hold together under one reading: each of them votes, and it votes as they agree. */
  const sharedSeat = (rule) => {
    const holders = rule.value["held-by"] ?? [];
    const cases = rule.value.seats.cases ? Object.values(rule.value.seats.cases) : [rule.value.seats];
    return cases.flatMap((c) => (c.seats?.length === 1 && !holders.includes(c.seats[0]) && holders.length ? c.seats : []));
  };

  /** The outcome of a vote over all readings; where those who hold a seat together differ, under each vote that it may cast. */
  const outcomes = (vote) => {
    let votes = [vote];
    for (const rule of rules.rules.filter((r) => r.kind === "composition" && r.body === vote.body)) {
      for (const seat of sharedSeat(rule)) {
        const holders = rule.value["held-by"].filter((one) => vote.present.includes(one));
        const said = new Set(holders.map((one) => vote.ballots[one]).filter(Boolean));
        const cast = said.size > 1 ? ["for", "against", "abstain"] : [...said];
        const present = holders.length ? [...vote.present, seat] : vote.present;
        votes = votes.flatMap((one) =>
          (cast.length ? cast : [null]).map((choice) => ({
            ...one,
            present,
            ballots: choice ? { ...one.ballots, [seat]: choice } : one.ballots,
            ...(said.size > 1 ? { supposed: { ...one.supposed, [seat]: choice } } : {}),
          })),
        );
      }
    }
    const readings = votes.flatMap(({ supposed = {}, ...one }) => decide(rules, one).readings.map((r) => ({ ...r, supposed })));
    const found = new Set(readings.map((reading) => reading.outcome));
    return { outcome: found.size === 1 ? [...found][0] : "undetermined", readings };
  };

  const listed = (body, day) => {
    const versions = rules.periods.filter((period) => during(period, day)).at(-1)?.candidates ?? [];
    const compositions = rules.rules.filter(
      (r) => r.kind === "composition" && r.body === body && r.value.voting && r.versions.some((v) => versions.includes(v)),
    );
    const shared = compositions.flatMap(sharedSeat);
    const found = compositions
      .flatMap((rule) => seatsIn(rule.value.seats, membersOf(day)))
      .filter((seat) => !shared.includes(seat));
    const own = [...new Set(found.filter((seat) => typeof seat === "string"))];
    const designated = found.filter((seat) => typeof seat === "object").map((seat) => seat.college);
    return { own, designated };
  };

  const wordsOf = (id) => rules.names[id] ?? id.replaceAll("-", " ");

  const nameOf = (seat, day) => membersOf(day).find((member) => member.id === seat)?.name ?? wordsOf(seat);

  const seatRow = (seat, label) => {
    const present = make("input", { type: "checkbox", name: "present", value: seat, checked: true, id: `present-${seat}` });
    present.setAttribute("aria-label", `${label}\u00a0: présent`);
    const choice = make("select", { name: `vote-${seat}`, id: `vote-${seat}` });
    choice.setAttribute("aria-label", `${label}\u00a0: vote`);
    choice.append(make("option", { value: "", textContent: "ne vote pas" }));
    for (const [value, words] of Object.entries(VOTES)) choice.append(make("option", { value, textContent: words }));
    const head = make("th", { textContent: label });
    head.scope = "row";
    return make("tr", {}, head, make("td", {}, present), make("td", {}, choice));
  };

  /** The columns of data that the rules of a body measure. */
  const columnsOf = (body) => {
    const found = new Set();
    const walk = (expr) => {
      if (expr === null || typeof expr !== "object") return;
      if (typeof expr.sum === "string" && expr.sum !== "votes") found.add(expr.sum);
      if (typeof expr.total === "string") found.add(expr.total);
      Object.values(expr).forEach(walk);
    };
    for (const rule of rules.rules) if (rule.body === body) walk(rule.condition);
    return [...found];
  };

  const figure = (name, label) => {
    const input = make("input", { type: "text", inputMode: "numeric", pattern: "[0-9]*", name, id: name, size: 9 });
    return make("p", {}, make("label", { htmlFor: name, textContent: `${label} ` }), input);
  };

  const layOut = () => {
    const [body, day] = [field("body").value, field("date").value];
    const matters = rules.rules.filter((r) => r.body === body && r.kind === "majority" && r.matter).map((r) => r.matter);
    const matter = field("matter").value;
    field("matter").replaceChildren(make("option", { value: "", textContent: "sans objet particulier" }));
    for (const one of new Set(matters)) {
      field("matter").append(make("option", { value: one, textContent: wordsOf(one), selected: one === matter }));
    }
    const { own, designated } = listed(body, day);
    const rows = own.map((seat) => seatRow(seat, nameOf(seat, day)));
    for (const college of designated) {
      for (let rank = 1; rank <= DESIGNATED; rank += 1) {
        const row = seatRow(`designe-${college}-${rank}`, `désigné ${rank}${college ? ` (${wordsOf(college)})` : ""}`);
        row.querySelector("input").checked = false;
        rows.push(row);
      }
    }
    form.querySelector("tbody").replaceChildren(...rows);
    const data = form.querySelector(".data");
    data.hidden = !columnsOf(body).length;
    data.querySelector("div").replaceChildren(
      ...columnsOf(body).flatMap((column) => [
        ...membersOf(day).map((member) => figure(`data-${column}-${member.id}`, `${wordsOf(column)}, ${member.name}`)),
        figure(`total-${column}`, `${wordsOf(column)}, en tout`),
      ]),
    );
  };

  const voteFromForm = () => {
    const [body, day, matter] = ["body", "date", "matter"].map((name) => field(name).value);
    const present = [...form.querySelectorAll("[name=present]:checked")].map((box) => box.value);
    const ballots = {};
    for (const seat of present) if (field(`vote-${seat}`).value) ballots[seat] = field(`vote-${seat}`).value;
    const vote = { body, date: day, present, ballots, data: {}, designated: {} };
    if (matter) vote.matter = matter;
    for (const column of columnsOf(body)) {
      const by = {};
      for (const member of membersOf(day)) {
        const given = field(`data-${column}-${member.id}`).value;
        if (given) by[member.id] = given;
      }
      const total = field(`total-${column}`).value;
      if (Object.keys(by).length) vote.data[column] = { by };
      if (total) vote.data[column] = { ...vote.data[column], total };
    }
    for (const college of listed(body, day).designated) {
      vote.designated[college] = present.filter((seat) => seat.startsWith(`designe-${college}-`));
    }
    return vote;
  };

  const labels = (assumes) =>
    Object.entries(assumes).map(([key, value]) => {
      const [id, name] = key.split(".");
      const rule = rules.rules.find((r) => r.id === (name ? id : value));
      if (!name) return `${rule.article}, «\u00a0${rule.quote}\u00a0»`; // of several rules that answer differently, one
      return `«\u00a0${rule.readings.find((r) => r.name === name).cases.find((c) => c.case === value).label || value}\u00a0»`;
    });

  /** What the outcome depends on: a question is left out where no answer to it changes anything. */
  const relevant = (readings) => {
    const keys = new Set(readings.flatMap((reading) => Object.keys(reading.assumes)));
    const outcome = (reading) => `${reading.outcome}/${reading.missing}`;
    for (const key of [...keys]) {
      const groups = new Map();
      for (const reading of readings) {
        const { [key]: _, ...others } = reading.assumes;
        const name = JSON.stringify([reading.version, reading.members, reading.supposed, others]);
        groups.set(name, new Set([...(groups.get(name) ?? []), outcome(reading)]));
      }
      if ([...groups.values()].every((found) => found.size === 1)) keys.delete(key);
    }
    return keys;
  };

  const show = (vote) => {
    const result = document.querySelector(".result");
    if (vote.date < rules.periods[0].from) {
      result.replaceChildren(make("p", { textContent: "Ce jour-là, il n’y avait pas encore de texte." }));
      return;
    }
    const found = outcomes(vote);
    const title = make("p", { className: `outcome ${found.outcome}` }, make("strong", { textContent: OUTCOMES[found.outcome] }));
    const reasons = new Map();
    const keys = relevant(found.readings);
    for (const reading of found.readings) {
      const why = reading.missing ? ` (il manque\u00a0: ${MISSING[reading.missing] ?? wordsOf(reading.missing)})` : "";
      const assumed = Object.fromEntries(Object.entries(reading.assumes).filter(([key]) => keys.has(key)));
      const votes = Object.entries(reading.supposed).map(([seat, cast]) => `${nameOf(seat, vote.date)} vote ${VOTES[cast]}`);
      if (reading.version === null) {
        reasons.set("Aucun texte n’est peut-être encore en vigueur ce jour-là.", null);
        continue;
      }
      const who = reading.members?.map((member) => member.name).join(", ");
      const members = who ? [`si les membres sont ${who}`] : [];
      const words = [...labels(assumed), ...members, ...votes].join("\u00a0; ") || rules.versions[reading.version];
      reasons.set(`${words}\u00a0: ${OUTCOMES[reading.outcome].toLowerCase()}${why}`, null);
    }
    const several = reasons.size > 1 || found.outcome === "undetermined";
    const list = make("ul", {}, ...[...reasons.keys()].map((words) => make("li", { textContent: words })));
    const versions = new Set(found.readings.map((reading) => reading.version));
    const applied = rules.rules.filter(
      (r) => r.body === vote.body && r.versions.some((v) => versions.has(v)) && (!r.matter || r.matter === vote.matter) && r.quote,
    );
    const steps = applied.map((rule) => {
      const link = make("a", { href: `${form.dataset.rules}#${rule.id}`, textContent: rule.article });
      return make("li", {}, link, `\u00a0: «\u00a0${rule.quote}\u00a0»`);
    });
    result.replaceChildren(
      title,
      ...(several ? [make("p", { textContent: "Selon ce que le texte laisse ouvert\u00a0:" }), list] : []),
      make("p", { textContent: "Phrases appliquées\u00a0:" }),
      make("ul", {}, ...steps),
    );
  };

  const remember = () => {
    const kept = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) kept.append(name, value);
    history.replaceState(null, "", `?${kept}`);
  };

  const recall = () => {
    const kept = new URLSearchParams(location.search);
    const today = new Date();
    field("date").value = kept.get("date") ?? new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    if (kept.get("body")) field("body").value = kept.get("body");
    layOut();
    if (!kept.size) return;
    if (kept.get("matter")) field("matter").value = kept.get("matter");
    for (const box of form.querySelectorAll("[name=present]")) box.checked = kept.getAll("present").includes(box.value);
    for (const input of form.querySelectorAll("[name^=vote-], [name^=data-], [name^=total-]")) {
      input.value = kept.get(input.name) ?? "";
    }
    show(voteFromForm());
  };

  if (form) {
    form.outcomes = outcomes; // for those who would ask the page many votes at once
    recall();
    for (const name of ["body", "date"]) field(name).addEventListener("change", layOut);
    // The result is that of the form as it stood: of another vote it says nothing.
    form.addEventListener("change", () => document.querySelector(".result").replaceChildren());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      remember();
      show(voteFromForm());
    });
  }
}
