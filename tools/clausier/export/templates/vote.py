"""What the minutes of a vote are given: who was there, how each voted, and all that `clausier decide` answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausier import FORMAT
from clausier.compile import Compiled
from clausier.decide.assume import told
from clausier.decide.motion import Motion
from clausier.emit import decision_words as words
from clausier.emit.called import days
from clausier.emit.site.atlas import Atlas, atlas
from clausier.emit.site.names import named
from clausier.export.templates.act import convention_data
from clausier.export.templates.body import DESIGNATED, Case, body_seats, meeting_data, until
from clausier.schemas import Object
from clausier.text.words import uncapitalised

_BALLOTS = {"for": "pour", "against": "contre", "abstain": "abstention", "blank": "blanc", "void": "nul"}


def vote_data(compiled: Compiled, cases: Iterable[Case], motion: Motion, answer: Object) -> Object:
    """The data, as `schema/document.schema.json` has it; `answer` is what `clausier decide` says of the motion in JSON.

    `cases` say who sits: one, or each that is possible where the day leaves it open.
    """
    names = atlas(compiled)
    open_ = answer.get("undetermined")
    seats, _ = body_seats(compiled, cases, motion, names)
    present = _named(motion.present, names)
    absent = [s for s in seats if s["delibere"] and not {s["nom"], *s["titulaires"]} & {*present}]
    return {
        "format": FORMAT,
        "convention": convention_data(compiled.timeline, until(compiled.timeline, motion.day)),
        **meeting_data(motion, names),
        "presents": present,
        "absents": [s["nom"] for s in absent if not s["incertain"]],
        "absents_incertains": [s["nom"] for s in absent if s["incertain"]],
        "recuses": _named(motion.recused, names),
        "secret": bool(motion.secret),
        "tours": list(_rounds(motion, names)),
        "actes_sans_date": _acts(compiled, open_["because"]) if open_ else [],
        "memes_reponses": answer.get("same_in_all", []),
        "reponses": [_answer(compiled, found, names) for found in answer.get("candidates", [answer])],
    }


def _named(seats: Iterable[str], names: Atlas) -> list[str]:
    return [named(seat, names) for seat in seats]


def _acts(compiled: Compiled, because: Iterable[Mapping[str, str]]) -> list[str]:
    acts = dict.fromkeys(reason["act"] for reason in because)
    return [compiled.timeline.act(act).title or act for act in acts]


def _rounds(motion: Motion, names: Atlas) -> Iterator[Object]:
    for number, (turn, (present, proxies)) in enumerate(zip(motion.rounds, motion.sittings(), strict=True), start=1):
        voted = [*turn.ballots, *(giver for giver in proxies if giver not in turn.ballots)]
        ballots = {who: turn.ballots.get(who) or turn.ballots.get(proxies.get(who, "")) for who in voted}
        yield {
            "numero": number,
            "arrives": _named(turn.arrived, names),
            "partis": _named(turn.left, names),
            "presents": len(present),
            "pouvoirs": [{"de": named(a, names), "a": named(b, names)} for a, b in proxies.items()],
            "bulletins": [
                {
                    "siege": named(who, names),
                    "vote": _BALLOTS[vote],
                    "par": named(proxies[who], names) if who in proxies else "",
                }
                for who, vote in ballots.items()
                if vote
            ],
        }


def _answer(compiled: Compiled, found: Object, names: Atlas) -> Object:
    """What comes out under one version; where that is not known, why (`inconnu`)."""
    version = compiled.timeline.version(found["version"])
    held = days(compiled.timeline, version) if version else ""
    if members := words.members(found, "fr", lambda seat: named(seat, names)):
        held = f"{held}\u00a0; {uncapitalised(members)}"
    head: Object = {"version": found["version"], "duree": held}
    match found.get("status"):
        case "unknown":
            return {**head, **_NOTHING, "inconnu": words.unknown(found, "fr")}
        case "refused":
            why = "\u00a0; ".join(problem["message"] for problem in found["diagnostics"])
            return {**head, **_NOTHING, "inconnu": why}
        case _:
            return {**head, **_NOTHING, **_known(found, names), "phrases": list(_sentences(compiled, found))}


_NOTHING: Object = {
    "inconnu": "",
    "issue": "",
    "annonce": "",
    "quorum": {"dit": "", "comparaisons": []},
    "voix": [],
    "majorite": {"dit": "", "comparaisons": []},
    "general": "",
    "silences": [],
    "suppose": "",
    "lectures": [],
    "competences": [],
    "autre_tour": "",
    "phrases": [],
}


def _known(found: Object, names: Atlas) -> Object:
    labels = words.labels(found, "fr")
    announced = words.outcome(found["outcome"], "fr")
    return {
        "issue": announced.partition("\u00a0:")[0].lower(),
        "annonce": announced,
        "quorum": {"dit": words.quorum(found, "fr"), "comparaisons": _tests(found["quorum"], labels, names)},
        "voix": list(_tallies(found, labels)),
        "majorite": {"dit": words.majority(found, "fr"), "comparaisons": _tests(found["majority"], labels, names)},
        "general": words.general(found, "fr"),
        "silences": list(words.silences(found, "fr")),
        "suppose": words.assumed(found),
        "lectures": [
            {
                "suppose": words.supposed(assumes, labels),
                "issue": out.lower(),
                "manque": _named((need.removeprefix(DESIGNATED) for need in needs), names),
            }
            for assumes, out, needs in words.by_reading(found, "fr")
        ],
        "competences": [{"dit": said, "cas": list(cases)} for said, cases in words.competences(found, "fr")],
        "autre_tour": words.another_round(found, "fr"),
    }


def _sentences(compiled: Compiled, found: Object) -> Iterator[Object]:
    """The sentences that made the outcome; of a rule that reads a table, the heads of its columns."""
    tables = {rule.id for rule in compiled.rules.of(found["version"]) if rule.place.table}
    for step in found["trace"]:
        told = {"article": step["article"], "phrase": step["sentence"], "tableau": step["rule"] in tables}
        yield {**told, "regle": step["rule"]}


def _tests(worked: Object | None, labels: words.Labels, names: Atlas) -> list[Object]:
    tests = words.tests(worked, labels, "fr", lambda seat: named(seat, names))
    return [{"dit": said, "suppose": assumes} for said, assumes in tests]


def _tallies(found: Object, labels: words.Labels) -> Iterator[Object]:
    """The figures of the vote; under each reading on which they depend."""
    readings = [(r["assumes"], r.get("tally") or found["tally"]) for r in found["readings"]]
    for assumes, tally in told(readings):
        if tally:
            counts = [{"quoi": what, "nombre": n} for what, n in words.counts(tally, "fr")]
            yield {"suppose": words.supposed(assumes, labels), "unite": words.unit(tally, "fr"), "comptes": counts}
