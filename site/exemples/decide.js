// Decide a vote from rules.json alone: node decide.js rules.json vote.json
// A vote is what `clausier decide` reads, in one round: {"body", "matter", "date" or "version", "present", "ballots",
// "proxies", "data", "designated"}; another key is refused. The answer is the outcome under each reading, and over all.
// Numbers are exact: fractions of BigInt. In a page, call decide(rules, vote). The guide of the site describes the rules.

"use strict";

const KEYS = ["body", "matter", "title", "date", "version", "present", "ballots", "proxies", "data", "designated", "chair", "secret"];
const KINDS = ["composition", "weights", "proxy", "quorum", "majority", "casting-vote"];

/** Something that the rules ask for and the facts do not say: never taken for zero. */
class MissingError extends Error {}

function known(object, name) {
  if (!Object.hasOwn(object, name)) throw new MissingError(name);
  return object[name];
}

// Fractions: [numerator, denominator], the denominator positive; not reduced, which comparing does not ask for.
const fraction = (text) => {
  const [whole, decimals = ""] = String(text).split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};
const plus = ([a, b], [c, d]) => [a * d + c * b, b * d];
const times = ([a, b], [c, d]) => [a * c, b * d];
const compare = ([a, b], [c, d]) => (a * d > c * b ? 1 : a * d < c * b ? -1 : 0);
const floor = ([a, b]) => (a < 0n && a % b ? a / b - 1n : a / b);

/** The set that an expression comes to. */
function elements(expr, facts) {
  const [key, value] = Object.entries(expr)[0];
  if (key === "reading") return elements(expr.cases[facts.assumes[value]], facts);
  if (key === "set") return new Set(known(facts.sets, value));
  if (key === "seats") return new Set(value);
  const [first, ...others] = value.map((part) => elements(part, facts));
  if (key === "union") return new Set([first, ...others].flatMap((set) => [...set]));
  const wanted = key === "intersection"; // or difference
  return new Set([...first].filter((one) => others.every((set) => set.has(one) === wanted)));
}

/** The number that an expression comes to, exactly. `seat` is the one at hand, inside a sum or a formula. */
function number(expr, facts, seat) {
  if (typeof expr !== "object") return fraction(expr); // 12, or "4.5"
  const [key, value] = Object.entries(expr)[0];
  const parts = () => value.map((part) => number(part, facts, seat));
  switch (key) {
    case "num": return [BigInt(value), BigInt(expr.den)];
    case "reading": return number(expr.cases[facts.assumes[value]], facts, seat);
    case "count": return [BigInt(elements(value, facts).size), 1n];
    case "sum": {
      const each = typeof value === "string" ? { of: value } : value;
      return [...elements(expr.over, facts)].map((one) => number(each, facts, one)).reduce(plus, [0n, 1n]);
    }
    case "of": return number(known(known(facts.columns, value), seat), facts);
    case "if": return number(holds(value, facts, seat) ? expr.then : expr.else, facts, seat);
    case "total": return number(known(facts.total, value), facts);
    case "given": return number(known(facts.given, value), facts);
    case "plus": return parts().reduce(plus, [0n, 1n]);
    case "times": return parts().reduce(times, [1n, 1n]);
    case "min": return parts().reduce((a, b) => (compare(a, b) <= 0 ? a : b));
    case "max": return parts().reduce((a, b) => (compare(a, b) >= 0 ? a : b));
    case "round-down": return [floor(number(value, facts, seat)), 1n];
    case "round-up": return [-floor(times([-1n, 1n], number(value, facts, seat))), 1n];
    default: throw new MissingError(key); // days are not asked about here
  }
}

/** Whether a condition holds. */
function holds(condition, facts, seat) {
  if (typeof condition === "boolean") return condition;
  const [key, value] = Object.entries(condition)[0];
  if (key === "reading") return holds(condition.cases[facts.assumes[value]], facts, seat);
  if (key === "all") return value.every((part) => holds(part, facts, seat));
  if (key === "any") return value.some((part) => holds(part, facts, seat));
  if (key === "not") return !holds(value, facts, seat);
  if (key === "within") {
    const outer = elements(value[1], facts);
    return [...elements(value[0], facts)].every((one) => outer.has(one));
  }
  const order = compare(number(value[0], facts, seat), number(value[1], facts, seat));
  return { ">=": order >= 0, ">": order > 0, "=": order === 0 }[key];
}

/** What comes out under one reading: `assumes` names a case for each `rule.reading`. */
function outcome(rules, vote, members, assumes) {
  const sets = { members }, columns = {}, total = {}, given = {}, proxies = vote.proxies ?? {};
  const own = (rule) => Object.fromEntries(rule.readings.map((r) => [r.name, assumes[`${rule.id}.${r.name}`]]));
  const of = (rule) => ({ sets, columns, total, given, assumes: own(rule) });
  for (const [name, column] of Object.entries(vote.data ?? {})) {
    if (column.by) columns[name] = column.by;
    if ("total" in column) total[name] = column.total;
  }
  for (const [college, seats] of Object.entries(vote.designated ?? {})) sets[college ? `designated/${college}` : "designated"] = seats;
  const every = new Set();
  for (const rule of rules.composition.filter((r) => r.value.voting)) {
    const here = elements(rule.value.seats, of(rule)), college = rule.value.college;
    for (const seat of here) every.add(seat);
    if (college) sets[college] = new Set([...(sets[college] ?? []), ...here]);
  }
  if (!rules.composition.length) { // those sit to whom a table gives votes
    for (const rule of rules.weights) for (const seat of Object.keys(rule.value.by ?? {})) every.add(seat);
    if (!every.size) throw new MissingError("composition");
  }
  const present = new Set(vote.present), all = [...every];
  const ballot = (seat) => vote.ballots[seat] ?? vote.ballots[proxies[seat]];
  Object.assign(sets, { all, present: all.filter((s) => present.has(s)), represented: all.filter((s) => s in proxies) });
  for (const choice of ["for", "against", "abstain", "blank", "void"]) sets[choice] = all.filter((seat) => ballot(seat) === choice);
  if (rules.weights.length) columns.votes = {};
  for (const rule of rules.weights) {
    const { college, formula, each, by } = rule.value;
    for (const seat of college ? known(sets, college) : all) {
      const weight = each ?? by?.[seat];
      if (formula) {
        const [num, den] = number(formula, of(rule), seat);
        columns.votes[seat] = { num, den };
      } else if (weight !== undefined) columns.votes[seat] = weight;
    }
  }
  const satisfied = (kind) => rules[kind].every((rule) => holds(rule.condition, of(rule)));
  const holders = Object.values(proxies);
  given["proxies-held"] = Math.max(0, ...holders.map((holder) => holders.filter((one) => one === holder).length));
  if (!satisfied("proxy")) throw new Error("more proxies than the text allows");
  if (!satisfied("quorum")) return "no-quorum";
  if (!rules.majority.length) throw new MissingError("majority");
  if (satisfied("majority")) return "adopted";
  // Who presides may settle a tie: the guide says when, and `clausier decide` does it.
  const equal = (rule) => (columns.votes ? holds(rule.condition.all[0], of(rule)) : sets.for.length === sets.against.length);
  if (sets.for.length && rules["casting-vote"].some(equal)) throw new MissingError("casting-vote");
  return "rejected";
}

/** The rules of a version that bear on the vote, by the question that they answer; several answer one differently. */
function listed(document, vote, version) {
  const found = {}, about = (rule) => rule.body === vote.body || (!rule.body && rule.matter);
  for (const rule of document.rules.filter((one) => one.versions.includes(version) && about(one) && !one["overridden-by"])) {
    const { kind, value } = rule, later = value.again || value.round > 1; // another meeting, another round
    if (later || !KINDS.includes(kind)) continue;
    (found[kind] ??= []).push(rule);
  }
  const slots = {}, part = (rule) => rule.value.college ?? "";
  for (const [kind, rules] of Object.entries(found)) {
    const own = rules.filter((rule) => vote.matter && rule.matter === vote.matter), general = rules.filter((rule) => !rule.matter);
    let kept = own.length ? own : general; // what is stated for the matter goes before what is stated for all
    if (kind === "composition") kept = [...general, ...own];
    if (kind === "weights" && own.every(part)) kept = [...own, ...general.filter((rule) => !own.some((one) => part(one) === part(rule)))];
    if (kind === "majority" && kept.some((rule) => rule.value.round)) kept = kept.filter((rule) => rule.value.round);
    for (const rule of kept) (slots[kind === "composition" ? kind : `${kind}/${part(rule)}`] ??= []).push(rule);
  }
  return slots;
}

/** The outcome over all versions and lists of members that are possible and all readings, and each of them. */
function decide(document, vote) {
  for (const key of Object.keys(vote)) if (!KEYS.includes(key)) throw new Error(`this program knows nothing of ${key}`);
  const day = vote.date ?? document.versions.find((one) => one.id === vote.version)?.valid.to; // the last one of a version
  const during = (span) => !day || (span.from <= day && (span.to ?? day) >= day);
  const span = document.members.filter(during).at(-1);
  const readings = [];
  for (const version of vote.version ? [vote.version] : document.periods.filter(during).at(-1).candidates) {
    const lists = span.members ? [span.members] : span.candidates.filter((one) => one.version === version).map((one) => one.members);
    const slots = listed(document, vote, version);
    const open = Object.values(slots).flat().flatMap((r) => r.readings.map((o) => [`${r.id}.${o.name}`, o.cases.map((c) => c.case)]));
    const which = Object.entries(slots).filter(([slot, rules]) => slot !== "composition" && rules.length > 1);
    open.push(...which.map(([slot, rules]) => [`which-${slot}`, rules.map((rule) => rule.id)]));
    const chosen = open.reduce((all, [key, cases]) => all.flatMap((a) => cases.map((c) => ({ ...a, [key]: c }))), [{}]);
    for (const assumes of chosen) {
      const rules = Object.fromEntries(KINDS.map((kind) => [kind, []]));
      for (const [slot, some] of Object.entries(slots).sort()) {
        rules[slot.split("/")[0]].push(...some.filter((rule) => (assumes[`which-${slot}`] ?? rule.id) === rule.id));
      }
      for (const members of lists.length ? lists : [null]) {
        const said = span.members ? { version, assumes } : { version, assumes, members };
        try {
          if (!members) throw new MissingError("members");
          readings.push({ ...said, missing: null, outcome: outcome(rules, vote, members.map((member) => member.id), assumes) });
        } catch (error) {
          if (!(error instanceof MissingError)) throw error;
          readings.push({ ...said, missing: error.message, outcome: "undetermined" });
        }
      }
    }
  }
  const outcomes = new Set(readings.map((reading) => reading.outcome));
  return { outcome: outcomes.size === 1 ? [...outcomes][0] : "undetermined", readings };
}

if (typeof process !== "undefined" && process.argv[1]?.endsWith("decide.js")) {
  const [rules, vote] = process.argv.slice(2, 4).map((path) => JSON.parse(require("fs").readFileSync(path, "utf8")));
  console.log(JSON.stringify(decide(rules, vote), null, 2));
}
