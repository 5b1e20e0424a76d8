"""Decide a vote from rules.json alone: python decide.py rules.json vote.json

A vote is what `clausier decide` reads, in one round: {"body", "matter", "date" or "version", "present", "ballots", "proxies",
"data", "designated"}; another key is refused. The answer is the outcome under each reading, and over all. The guide of the
site describes the rules.
"""

import itertools
import json
import math
import sys
from collections import Counter
from fractions import Fraction

KEYS = set("body matter title date version present ballots proxies data designated chair secret".split())
KINDS = ("composition", "weights", "proxy", "quorum", "majority", "casting-vote")


class MissingError(Exception):
    """Something that the rules ask for and the facts do not say: never taken for zero."""


def known(mapping, name):
    if name not in mapping:
        raise MissingError(name)
    return mapping[name]


def elements(expr, facts):
    """The set that an expression comes to."""
    key, value = next(iter(expr.items()))
    if key == "reading":
        return elements(expr["cases"][facts["assumes"][value]], facts)
    if key in {"set", "seats"}:
        return frozenset(known(facts["sets"], value) if key == "set" else value)
    return getattr(frozenset, key)(*(elements(part, facts) for part in value))  # union, intersection, difference


def number(expr, facts, seat=None):
    """The number that an expression comes to, exactly. `seat` is the one at hand, inside a sum or a formula."""
    if not isinstance(expr, dict):
        return Fraction(expr)  # 12, or "4.5"
    key, value = next(iter(expr.items()))
    if key == "num":
        return Fraction(value, expr["den"])
    if key == "reading":
        return number(expr["cases"][facts["assumes"][value]], facts, seat)
    if key == "count":
        return Fraction(len(elements(value, facts)))
    if key == "sum":
        each = {"of": value} if isinstance(value, str) else value
        return sum((number(each, facts, one) for one in elements(expr["over"], facts)), Fraction())
    if key == "of":
        return number(known(known(facts["columns"], value), seat), facts)
    if key == "if":
        return number(expr["then" if holds(value, facts, seat) else "else"], facts, seat)
    if key in {"total", "given"}:
        return number(known(facts[key], value), facts)
    if key in {"round-up", "round-down"}:
        return Fraction((math.ceil if key == "round-up" else math.floor)(number(value, facts, seat)))
    worked = known({"plus": sum, "times": math.prod, "min": min, "max": max}, key)  # days are not asked about here
    return Fraction(worked([number(part, facts, seat) for part in value]))


def holds(condition, facts, seat=None):
    """Whether a condition holds."""
    if isinstance(condition, bool):
        return condition
    key, value = next(iter(condition.items()))
    if key == "reading":
        return holds(condition["cases"][facts["assumes"][value]], facts, seat)
    if key in {"all", "any"}:
        return (all if key == "all" else any)(holds(part, facts, seat) for part in value)
    if key == "not":
        return not holds(value, facts, seat)
    if key == "within":
        return elements(value[0], facts) <= elements(value[1], facts)
    left, right = (number(part, facts, seat) for part in value)
    return {">=": left >= right, ">": left > right, "=": left == right}[key]


def outcome(rules, vote, members, assumes):
    """What comes out under one reading: `assumes` names a case for each `rule.reading`."""
    sets, columns, total, given = {"members": members}, {}, {}, {}
    for name, column in vote.get("data", {}).items():
        columns |= {name: column["by"]} if "by" in column else {}
        total |= {name: column["total"]} if "total" in column else {}

    def of(rule):
        own = {reading["name"]: assumes[f"{rule['id']}.{reading['name']}"] for reading in rule["readings"]}
        return {"sets": sets, "columns": columns, "total": total, "given": given, "assumes": own}

    for college, seats in vote.get("designated", {}).items():
        sets[f"designated/{college}" if college else "designated"] = seats
    every = set()
    for rule in (rule for rule in rules["composition"] if rule["value"]["voting"]):
        here, college = elements(rule["value"]["seats"], of(rule)), rule["value"]["college"] or "all"
        every |= here
        sets[college] = here | frozenset(sets.get(college, ()))
    if not rules["composition"]:  # those sit to whom a table gives votes
        every = {seat for rule in rules["weights"] for seat in rule["value"].get("by", ())} or known({}, "composition")
    proxies = vote.get("proxies", {})
    ballots = {**{absent: vote["ballots"].get(holder) for absent, holder in proxies.items()}, **vote["ballots"]}
    sets |= {"all": every, "present": every & set(vote["present"]), "represented": every & set(proxies)}
    for choice in ("for", "against", "abstain", "blank", "void"):
        sets[choice] = {seat for seat in every if ballots.get(seat) == choice}
    if rules["weights"]:
        columns["votes"] = votes = {}
    for rule in rules["weights"]:
        value = rule["value"]
        for seat in known(sets, value["college"]) if value.get("college") else every:
            if "formula" in value:
                votes[seat] = number(value["formula"], of(rule), seat)
            elif "each" in value or seat in value["by"]:
                votes[seat] = value["each"] if "each" in value else value["by"][seat]

    def satisfied(kind):
        return all(holds(rule["condition"], of(rule)) for rule in rules[kind])

    given["proxies-held"] = max(Counter(proxies.values()).values(), default=0)
    if not satisfied("proxy"):
        raise ValueError("more proxies than the text allows")
    if not satisfied("quorum"):
        return "no-quorum"
    if satisfied("majority") and (rules["majority"] or known({}, "majority")):
        return "adopted"
    for rule in rules[
        "casting-vote"
    ]:  # who presides may settle a tie: the guide says when, and `clausier decide` does it
        equal = (
            holds(rule["condition"]["all"][0], of(rule))
            if columns.get("votes")
            else len(sets["for"]) == len(sets["against"])
        )
        if sets["for"] and equal:
            known({}, "casting-vote")
    return "rejected"


def part(rule):
    """The college of which a rule of weights is; "" for all seats, and for other rules."""
    return rule["value"].get("college") or ""


def listed(document, vote, version):
    """The rules of a version that bear on the vote, by the question that they answer; several answer one differently."""
    found = {kind: [] for kind in KINDS}
    for rule in document["rules"]:
        later = rule["value"].get("again") or rule["value"].get("round", 1) > 1  # another meeting, another round
        about = rule["body"] == vote["body"] or (rule["matter"] and not rule["body"])
        if version in rule["versions"] and about and not rule["overridden-by"] and not later:
            found.get(rule["kind"], []).append(rule)
    slots = {}
    for kind, rules in found.items():
        own = [rule for rule in rules if "matter" in vote and rule["matter"] == vote["matter"]]
        general = [rule for rule in rules if not rule["matter"]]
        kept = own or general  # what is stated for the matter goes before what is stated for all
        if kind == "composition":
            slots[kind] = general + own
            continue
        if kind == "weights" and all(map(part, own)):
            kept = own + [rule for rule in general if part(rule) not in map(part, own)]
        if kind == "majority" and any("round" in rule["value"] for rule in kept):
            kept = [rule for rule in kept if "round" in rule["value"]]
        for rule in kept:
            slots.setdefault(f"{kind}/{part(rule)}", []).append(rule)
    return slots


def decide(document, vote):
    """The outcome over all versions and lists of members that are possible and all readings, and each of them."""
    if others := vote.keys() - KEYS:
        raise ValueError(f"this program knows nothing of {', '.join(sorted(others))}")

    def last(spans):
        day = vote.get("date") or {v["id"]: v["valid"]["to"] for v in document["versions"]}.get(vote.get("version"))
        return [s for s in spans if day is None or (s["from"] <= day and (s["to"] or day) >= day)][-1]

    span, answers = last(document["members"]), []
    for version in [vote["version"]] if "version" in vote else last(document["periods"])["candidates"]:
        may = [one["members"] for one in span.get("candidates", ()) if one["version"] == version] or [None]
        slots, open_ = listed(document, vote, version), {}
        for rule in itertools.chain(*slots.values()):
            open_ |= {f"{rule['id']}.{r['name']}": [case["case"] for case in r["cases"]] for r in rule["readings"]}
        for slot, rules in slots.items():
            if slot != "composition" and len(rules) > 1:
                open_[f"which-{slot}"] = [rule["id"] for rule in rules]
        for chosen, members in itertools.product(
            itertools.product(*open_.values()), [span["members"]] if span["members"] else may
        ):
            answer = {"version": version, "assumes": dict(zip(open_, chosen)), "missing": None}
            answer |= {} if span["members"] else {"members": members}
            rules = {kind: [] for kind in KINDS}
            for slot, some in sorted(slots.items()):
                wanted = answer["assumes"].get(f"which-{slot}")
                rules[slot.partition("/")[0]] += [rule for rule in some if wanted in {None, rule["id"]}]
            try:
                ids = [member["id"] for member in members or known({}, "members")]
                answer["outcome"] = outcome(rules, vote, ids, answer["assumes"])
            except MissingError as missing:
                answer |= {"outcome": "undetermined", "missing": str(missing)}
            answers.append(answer)
    outcomes = {answer["outcome"] for answer in answers}
    return {"outcome": outcomes.pop() if len(outcomes) == 1 else "undetermined", "readings": answers}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as rules_file, open(sys.argv[2], encoding="utf-8") as vote_file:
        print(json.dumps(decide(json.load(rules_file), json.load(vote_file)), indent=2))
