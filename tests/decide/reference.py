"""What articles 8.1 to 8.4 of the act say of a vote, worked out without the compiler: its words alone were read for this.

Votes are counted in halves (the Région has 4,5), so that all is whole numbers. `how` says how to read what the act leaves
open; `questions` lists what that is, for a body.
"""

from __future__ import annotations

import random
from itertools import product
from typing import Any

Vote = dict[str, Any]
How = dict[str, str]

# The table of 8.3, in halves.
HALVES = {
    "region-grand-est": 9,
    "ardennes": 2,
    "aube": 2,
    "marne": 2,
    "haute-marne": 2,
    "meurthe-et-moselle": 2,
    "meuse": 2,
    "moselle": 3,
    "collectivite-europeenne-alsace": 4,
    "vosges": 2,
}
MEMBERS = list(HALVES)
RECTOR, DRAAF = "recteur-grand-est", "draaf-grand-est"


def questions(vote: Vote) -> dict[str, tuple[str, ...]]:
    """What the act leaves open about a vote."""
    body = vote["body"]
    found: dict[str, tuple[str, ...]] = {}
    if body == "ag":
        found["aa"] = ("two", "one")
        found["common"] = ("for", "against", "abstain")
    if body in {"ag", "costrat"}:
        found["pupils"] = ("total", "members")
        found["majority"] = ("relative", "present", "all", "unanimity")
    if body == "cogouv":
        found["quorum"] = ("none", "costrat")
        found["pupils"] = ("total", "members")
        found["base" if vote["matter"] else "majority"] = (
            ("all", "present", "cast") if vote["matter"] else ("relative", "present", "all", "unanimity")
        )
    if body != "cst":
        found["later"] = ("same", "relative")
    if any(turn["proxies"] for turn in vote["rounds"]):
        found["proxies"] = ("yes", "no")
    return found


def ways(vote: Vote) -> list[How]:
    """Every way to read it."""
    asked = questions(vote)
    return [dict(zip(asked, cases, strict=True)) for cases in product(*asked.values())]


def outcome(vote: Vote, how: How) -> tuple[str, int]:
    """What comes out, and in which round, from 1."""
    present = set(vote["present"])
    for number, turn in enumerate(vote["rounds"], start=1):
        present = (present | set(turn["arrived"])) - set(turn["left"])
        if not quorum(vote, present, how):
            return "no-quorum", number
        if adopted(vote, turn, present, how, number):
            return "adopted", number
    return "rejected", len(vote["rounds"])


def quorum(vote: Vote, present: set[str], how: How) -> bool:
    """« au moins la moitié des membres […] présents et que ceux-ci représentent plus de la moitié des effectifs d'élèves »."""
    if vote["body"] == "cst" or (vote["body"] == "cogouv" and how["quorum"] == "none"):
        return True
    here = [m for m in MEMBERS if m in present]
    pupils = sum(vote["pupils"][m] for m in here)
    of = vote["total"] if how["pupils"] == "total" else sum(vote["pupils"].values())
    return 2 * len(here) >= 10 and 2 * pupils > of


def adopted(vote: Vote, turn: Vote, present: set[str], how: How, number: int) -> bool:
    """Whether a round adopts."""
    body = vote["body"]
    weight = {m: HALVES[m] if body == "cogouv" else 2 for m in MEMBERS}
    if body in {"ag", "costrat"}:
        weight |= {RECTOR: 2, DRAAF: 2}
    said = dict(turn["ballots"])
    proxies = turn["proxies"] if how.get("proxies") == "yes" else {}
    for giver, holder in turn["proxies"].items():
        if giver not in proxies:
            said.pop(giver, None)
        elif giver not in said and holder in said:
            said[giver] = said[holder]
    here = set(present)
    if body == "ag" and how["aa"] == "one":
        both = {said.pop(who) for who in (RECTOR, DRAAF) if who in said}
        if both:
            said["aa"] = how["common"] if len(both) > 1 else both.pop()
        if here & {RECTOR, DRAAF}:
            here.add("aa")
        here -= {RECTOR, DRAAF}
        weight = {**dict.fromkeys(MEMBERS, 2), "aa": 2}
    if body == "cst":  # « l'accord de la majorité absolue des membres du groupement »
        return bool(sum(said.get(m) == "for" for m in MEMBERS) > 5)
    for_: int = sum(weight[s] for s, v in said.items() if v == "for")
    against = sum(weight[s] for s, v in said.items() if v == "against")
    there, all_ = sum(weight[s] for s in here), sum(weight.values())
    for_there = sum(weight[s] for s, v in said.items() if v == "for" and s in here)
    if number > 1 and how["later"] == "relative":
        return for_ > against
    if body == "cogouv" and vote["matter"]:
        got, of = {"all": (for_, all_), "present": (for_there, there), "cast": (for_, for_ + against)}[how["base"]]
        return got > 0 and 5 * got >= 4 * of
    return {
        "relative": for_ > against,
        "present": 2 * for_there > there,
        "all": 2 * for_ > all_,
        "unanimity": for_ == all_,
    }[how["majority"]]


def some_vote(dice: random.Random) -> Vote:
    """A vote that makes sense: nobody votes without being there or represented."""
    body = dice.choice(["ag", "ag", "costrat", "cogouv", "cogouv", "cogouv", "cst"])
    names = [*MEMBERS, RECTOR, DRAAF] if body in {"ag", "costrat"} else list(MEMBERS)
    keen = dice.choice([0.4, 0.7, 0.9, 1.0])
    present = [n for n in names if dice.random() < keen]
    here, turns = list(present), []
    for _ in range(1 if body == "cst" or dice.random() < 0.7 else 2):
        away = [n for n in names if n not in here]
        arrived = [n for n in away if dice.random() < 0.1]
        left = [n for n in here if dice.random() < 0.1]
        here = [n for n in [*here, *arrived] if n not in left]
        absent = [n for n in names if n not in here]
        proxies = {n: dice.choice(here) for n in absent if here and dice.random() < 0.05}
        lean = dice.choice([0.5, 0.8, 0.95, 1.0])
        ballots = {
            n: "for" if dice.random() < lean else dice.choice(["against", "against", "abstain", "blank", "void"])
            for n in [*here, *proxies]
            if dice.random() < (0.95 if n in here else 0.3)
        }
        turns.append({"arrived": arrived, "left": left, "proxies": proxies, "ballots": ballots})
    pupils = {m: dice.choice([10, 10, dice.randint(1, 40)]) for m in MEMBERS}
    return {
        "body": body,
        "matter": {"cst": "pilotage-des-cst", "cogouv": dice.choice(["", "evolution-structurante"])}.get(body, ""),
        "present": present,
        "rounds": turns,
        "pupils": pupils,
        "total": sum(pupils.values()) + dice.choice([0, 0, 1, 10, 40]),
    }
