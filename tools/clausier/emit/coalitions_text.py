"""Who can win and who can block, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from clausier.decide.coalitions import AskedSum, Quota
from clausier.decide.seats import told_apart
from clausier.diagnostics import Lang, Message
from clausier.emit.answer_words import EACH_CASE, EACH_VERSION, Name, figure, undetermined
from clausier.emit.decision_words import members
from clausier.emit.quotas import UNCOUNTED, needed
from clausier.rules.exact import decimal, from_json
from clausier.schemas import Object

_MOST_LISTED = 12

_VERSION = Message(fr="Version {version}", en="Version {version}")
_SAME = Message(
    fr="(versions possibles ce jour-là : {versions} ; la réponse est la même)",
    en="(possible versions on that day: {versions}; the answer is the same)",
)
_SUPPOSED = Message(
    fr="Tous les sièges sont présents, et chacun vote pour ou contre.",
    en="All seats are present, and each votes for or against.",
)
_ASSUMES = Message(fr="Si l’on comprend : {labels}", en="If one understands: {labels}")
_TIE = Message(
    fr="À égalité, {seat} l’emporte{but} ({rule}, {article})\u00a0: {counted}.",
    en="In a tie, {seat} prevails{but} ({rule}, {article}): {counted}.",
)
_CHAIR = Message(fr="qui préside", en="who presides")
_OPEN_ONLY = Message(fr=", sauf au scrutin secret", en=", but in a secret ballot")
_COUNTED = {
    True: Message(fr="c’est compté ici", en="that is counted here"),
    False: Message(fr="ce n’est pas compté ici", en="that is not counted here"),
}
_OR = Message(fr=" ou ", en=" or ")
_UNSTATED = Message(
    fr="aucune majorité n’est énoncée ; chacune de celles qui pourraient l’être",
    en="no majority is stated; each of those that might be",
)
_ROUND = Message(fr="tour {round}", en="round {round}")
_ALL_READINGS = Message(
    fr="La réponse est la même dans les {count} lectures possibles.",
    en="The answer is the same under the {count} possible readings.",
)
_MISSING = Message(
    fr="Sans réponse : il manque {need}.",
    en="No answer: {need} is missing.",
)
_NEEDS = {
    "set": Message(fr="qui siège, ou qui compte ({name})", en="who sits, or who counts ({name})"),
    "designated": Message(
        fr="qui siège dans « {name} » ; le donner dans un fichier, par --vote (« designated », sous ce nom)",
        en="who sits in “{name}”; give them in a file, by --vote (“designated”, under that name)",
    ),
    "column": Message(fr="la donnée « {name} »{seat}", en="the data “{name}”{seat}"),
    "total": Message(fr="le total de « {name} »", en="the total of “{name}”"),
}
_OTHER_NEED = Message(fr="« {name} »", en="“{name}”")
_REQUIRED = Message(fr="Il faut {needed}.", en="Needed: {needed}.")
_VOTES = Message(fr="voix", en="votes")
_SEAT = Message(fr="siège", en="seat")
_VETO = Message(fr="Peut bloquer seul : {seats}.", en="Can block alone: {seats}.")
_WITHOUT = Message(fr="{seat} (les autres ont {rest} voix)", en="{seat} (the others have {rest} votes)")
_NOBODY = Message(
    fr="Personne n’y siège, faute de membre : rien ne peut être adopté ni bloqué.",
    en="Nobody sits there, for want of a member: nothing can be adopted or blocked.",
)
_NO_VETO = Message(fr="Aucun siège ne peut bloquer seul.", en="No seat can block alone.")
_ALONE = Message(fr="Peut décider seul : {seats}.", en="Can decide alone: {seats}.")
_IDLE = Message(fr="Sans aucun poids : {seats}.", en="Without any power: {seats}.")
_WINNING = Message(fr="Coalitions gagnantes minimales : {count}", en="Minimal winning coalitions: {count}")
_BLOCKING = Message(fr="Coalitions bloquantes minimales : {count}", en="Minimal blocking coalitions: {count}")
_NO_COUNT = Message(fr="non comptées", en="not counted")
_MORE = Message(fr="… et {count} autres (--format json)", en="… and {count} more (--format json)")


def coalitions_text(answer: Object, lang: Lang, name: Name = str) -> str:
    """The answer of `coalitions_json`, in words; `name` is what readers call a seat."""
    candidates = answer.get("candidates", [answer])
    of_members = any("members" in found for found in candidates)
    lines = undetermined(answer, lang, EACH_CASE if of_members else EACH_VERSION)
    for found in candidates:
        lines.append(_VERSION.fill(version=found["version"]).text(lang))
        lines += [*filter(None, (members(found, lang, name),)), ""]
        games = found["games"]
        lines += [line for group in _alike(games) for line in (*_game(answer["body"], group, games, lang, name), "")]
    if "same_in_all" in answer:
        lines.append(_SAME.fill(versions=", ".join(answer["same_in_all"])).text(lang))
    return "\n".join(lines).rstrip()


def _alike(games: Iterable[Object]) -> list[list[Object]]:
    """The games of one rule with the same answer, together."""
    found: list[list[Object]] = []
    for game in games:
        for group in found:
            if all(group[0][key] == game[key] for key in ("rule", "outcome", "missing", "tie")):
                group.append(game)
                break
        else:
            found.append([game])
    return found


def _game(body: str, group: list[Object], games: list[Object], lang: Lang, name: Name) -> Iterator[str]:
    game = group[0]
    about = ", ".join(part for part in (body, game["matter"]) if part)
    if game["rule"] is None:
        yield f"{about} — {_UNSTATED.text(lang)}"
    else:
        turn = f" ({_ROUND.fill(round=game['round']).text(lang)})" if game["round"] else ""
        yield f"{about}{turn} — {game['rule']}, {game['article']}, {game['act']}"
        yield f"  « {game['quote']} »"
    yield from (f"  {line}" for line in _readings(group, games, lang))
    if game["missing"]:
        need = game["missing"]
        kind, _, what = need["name"].rpartition("/")
        words = _NEEDS.get(kind or need["what"], _OTHER_NEED)
        said = words.fill(name=what, seat=f" ({name(need['seat'])})" if need["seat"] else "")
        yield f"  {_MISSING.fill(need=said).text(lang)}"
        return
    yield f"  {_SUPPOSED.text(lang)}"
    if tie := game["tie"]:
        but = _OPEN_ONLY.text(lang) if tie["open_only"] else ""
        counted = _COUNTED[tie["counted"]].text(lang)
        seat = name(tie["seat"]) if tie["seat"] else _CHAIR.text(lang)
        told = _TIE.fill(seat=seat, but=but, rule=tie["rule"], article=tie["article"], counted=counted)
        yield f"  {told.text(lang)}"
    yield from (f"  {line}" for line in _outcome(game["outcome"], lang, name))


def _readings(group: list[Object], games: list[Object], lang: Lang) -> Iterator[str]:
    """Under which readings the answer is that of `group`."""
    game = group[0]
    every = [other for other in games if all(other[key] == game[key] for key in ("rule", "matter", "round"))]
    if 1 < len(group) == len(every):
        yield _ALL_READINGS.fill(count=len(group)).text(lang)
        return
    own = [other["assumes"] for other in group]
    apart = told_apart(own, [other["assumes"] for other in every]) if len(group) > 1 else None
    labels = {
        case: label
        for other in every
        for case, label in zip(other["assumes"].items(), other["understood"], strict=True)
    }
    ways = [apart] if apart else [tuple((question, (case,)) for question, case in one.items()) for one in own]
    for way in ways:
        words = (_OR.text(lang).join(labels[question, case] for case in cases) for question, cases in way)
        if way:
            yield _ASSUMES.fill(labels=("\u00a0; " if lang == "fr" else "; ").join(words)).text(lang)


def _outcome(outcome: Object, lang: Lang, name: Name) -> Iterator[str]:
    if not outcome["seats"]:
        yield _NOBODY.text(lang)
        return
    seats = [seat["seat"] for seat in outcome["seats"]]
    called = list(map(name, seats))
    for quota in outcome["requires"]:
        yield _REQUIRED.fill(needed=needed(_quota(quota, seats), called, lang)).text(lang)
    if outcome["why"]:
        yield UNCOUNTED[outcome["why"]].text(lang)
    yield ""
    yield from _table(outcome["seats"], lang, name)
    yield ""
    veto = [_blocker(seat, outcome["requires"], lang, name) for seat in outcome["seats"] if seat["veto"]]
    yield _VETO.fill(seats=", ".join(veto)).text(lang) if veto else _NO_VETO.text(lang)
    for said, seats in (
        (_ALONE, [name(s["seat"]) for s in outcome["seats"] if s["alone"]]),
        (_IDLE, [name(s["seat"]) for s in outcome["seats"] if s["swings"] == 0]),
    ):
        if seats:
            yield said.fill(seats=", ".join(seats)).text(lang)
    for said, found in ((_WINNING, outcome["winning"]), (_BLOCKING, outcome["blocking"])):
        count = _NO_COUNT.text(lang) if found["minimal"] is None else str(found["minimal"])
        yield said.fill(count=count).text(lang)
        listed = found["list"] or []
        yield from (f"  {' + '.join(map(name, coalition))}" for coalition in listed[:_MOST_LISTED])
        if len(listed) > _MOST_LISTED:
            yield f"  {_MORE.fill(count=len(listed) - _MOST_LISTED).text(lang)}"


def _quota(found: Object, seats: list[str]) -> Quota:
    among = tuple(seats.index(seat) for seat in found["among"] or ())
    stated = found["stated"]
    if stated:
        reached = None if stated["reached"] is None else from_json(stated["reached"])
        stated = AskedSum(from_json(stated["sum"]), stated["strict"], reached)
    return Quota(found["of"] or "", from_json(found["least"]), from_json(found["whole"]), among, stated)


def _blocker(seat: Object, requires: list[Object], lang: Lang, name: Name) -> str:
    """A seat that can block alone, and how many votes the others have."""
    of_votes = [quota for quota in requires if quota["of"] == "votes" and not quota["among"]]
    if len(requires) != 1 or not of_votes:
        return name(seat["seat"])
    rest = decimal(from_json(of_votes[0]["whole"]) - from_json(seat["votes"]))
    return _WITHOUT.fill(seat=name(seat["seat"]), rest=figure(rest, lang)).text(lang)


def _table(seats: list[Object], lang: Lang, name: Name) -> Iterator[str]:
    called = [name(seat["seat"]) for seat in seats]
    width = max(map(len, called))
    yield f"{_SEAT.text(lang):<{width}}  {_VOTES.text(lang):>7}  {'Banzhaf':<20}  Shapley-Shubik"
    for seat, said in zip(seats, called, strict=True):
        votes = "–" if seat["votes"] is None else figure(seat["votes"], lang)
        line = f"{said:<{width}}  {votes:>7}  {_share(seat['banzhaf'], lang):<20}  {_share(seat['shapley'], lang)}"
        yield line.rstrip()


def _share(value: Object | None, lang: Lang) -> str:
    """An exact fraction, and its percentage to the tenth."""
    if value is None:
        return "–"
    share = Fraction(value["num"], value["den"])
    tenths = (share * 1000 + Fraction(1, 2)).__floor__()
    point = "," if lang == "fr" else "."
    return f"{share} ({tenths // 10}{point}{tenths % 10} %)"
