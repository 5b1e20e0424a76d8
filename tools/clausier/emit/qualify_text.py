"""Of what sort a matter is and what follows, in words that a chair can read out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import quoted
from clausier.emit.answer_words import undetermined
from clausier.rules.kinds import Power
from clausier.rules.vocabulary import FRENCH_POWERS, french_reading
from clausier.schemas import Object

_TITLE = Message(fr="{matter}, version {version}", en="{matter}, version {version}")
_IS = {
    True: Message(fr="{sort}\u00a0: oui", en="{sort}: yes"),
    False: Message(fr="{sort}\u00a0: non", en="{sort}: no"),
    None: Message(fr="{sort}\u00a0: indéterminé", en="{sort}: undetermined"),
}
_BECAUSE = {
    "ground": Message(fr="un motif suffit", en="one ground is enough"),
    "qualified": Message(fr="selon qui la qualifie", en="as whoever qualifies it has said"),
    "no-ground": Message(fr="aucun motif", en="no ground"),
    "missing-facts": Message(fr="il manque des faits", en="facts are missing"),
    "readings": Message(
        fr="les mots se comprennent de plusieurs façons", en="the words can be understood in several ways"
    ),
    "not-qualified": Message(
        fr="aucun motif, et l’on ne sait pas ce qu’a dit qui la qualifie",
        en="no ground, and nobody has said how it was qualified",
    ),
}
_OVERRULED = Message(
    fr="qualifiée autrement («\u00a0{qualified}\u00a0»), mais le motif l’emporte",
    en="qualified otherwise (“{qualified}”), but the ground prevails",
)
_QUALIFIES = Message(fr="qui qualifie\u00a0: {names}", en="who qualifies it: {names}")
_HOLDS = {
    True: Message(fr="oui", en="yes"),
    False: Message(fr="non", en="no"),
    None: Message(fr="on ne sait pas", en="not known"),
}
_MISSING = Message(fr="à dire\u00a0: {facts}", en="to be said: {facts}")
_CASE = Message(fr="Si c’est\u00a0: {matters}", en="If it is: {matters}")
_SETTLED = Message(fr="Ce qui s’ensuit pour\u00a0: {matters}", en="What follows for: {matters}")
_PATH = Message(fr="Chemin", en="Path")
_OTHERS = Message(fr="Aussi", en="Also")
_DECIDES = Message(fr="Qui décide", en="Who decides")
_VOTES = Message(fr="Vote", en="Vote")
_PAYS = Message(fr="Qui paie", en="Who pays")
_UNSAID = Message(fr="aucune règle connue ne le dit", en="no known rule says")
_UNDETERMINED = Message(fr="indéterminé", en="undetermined")
_NOBODY = Message(fr="personne", en="nobody")
_MEMBERS = Message(fr="les membres", en="the members")
_EXCEPTED = Message(fr="écarté par une exception", en="set aside by an exception")
_MAY_BE_EXCEPTED = Message(fr="une exception l’écarte peut-être", en="an exception may set it aside")
_CLASH = Message(fr="{answers} — les règles se contredisent", en="{answers} — the rules contradict each other")
_EXCEPTIONS = Message(fr="Exceptions", en="Exceptions")
_SETS_ASIDE = Message(fr="écarte\u00a0: {rules}", en="sets aside: {rules}")
_UNKNOWN = Message(
    fr="Inconnu\u00a0: aucune règle connue n’en parle, et le texte n’est pas disponible en entier.",
    en="Unknown: no known rule speaks of it, and the words are not all available.",
)
_YES_NO = {"yes": Message(fr="oui", en="yes"), "no": Message(fr="non", en="no")}
_IF = Message(fr="si {name} = {case}", en="if {name} = {case}")
_UNDER = Message(fr="si {assumes}\u00a0: {holds}", en="if {assumes}: {holds}")
_UNDERSTOOD = Message(fr="c’est-à-dire\u00a0: {words}", en="that is: {words}")
_ASSUMED = Message(fr="En supposant\u00a0: {words}", en="Assuming: {words}")


def qualify_text(answer: Object, lang: Lang) -> str:
    """The answer of `answer_json`, in words."""
    lines = undetermined(answer, lang)
    for found in answer.get("candidates", [answer]):
        lines.append(_TITLE.fill(matter=answer["matter"], version=found["version"]).text(lang))
        if answer["assumes"]:
            lines.append(_ASSUMED.fill(words=", ".join(answer["assumes"])).text(lang))
        lines += [*_version(found, answer, lang), ""]
    return "\n".join(lines).rstrip()


def _version(found: Object, answer: Object, lang: Lang) -> Iterator[str]:
    if found["outcome"] == "unknown":
        yield _UNKNOWN.text(lang)
        return
    for sort in found["sorts"]:
        yield ""
        is_ = _IS[sort["holds"]].fill(sort=sort["sort"]).text(lang)
        yield f"{is_} ({_BECAUSE[sort['because']].text(lang)})"
        if sort["overruled"]:
            yield f"  {_OVERRULED.fill(qualified=answer['qualified']).text(lang)}"
        for ground in sort["grounds"]:
            yield from _ground(ground, lang)
        for rule in sort["qualifiers"]:
            names = _names(rule["value"]["by"], lang)
            yield f"  {_QUALIFIES.fill(names=names).text(lang)} ({_where(rule)})"
    for case in found["cases"]:
        yield ""
        heading = _SETTLED if len(found["cases"]) == 1 else _CASE
        yield heading.fill(matters=", ".join(case["matters"])).text(lang)
        yield from _case(case, lang)


def _ground(ground: Object, lang: Lang) -> Iterator[str]:
    more = f" — {_MISSING.fill(facts=', '.join(ground['missing'])).text(lang)}" if ground["missing"] else ""
    yield f"  - {_HOLDS[ground['holds']].text(lang)}{more}"
    for reading in ground["readings"] if ground["holds"] is None else ():
        names = {name if lang == "en" else french_reading(name): case for name, case in reading["assumes"].items()}
        assumes = ", ".join(f"{name} = {case}" for name, case in names.items())
        holds = _HOLDS[reading["holds"]].text(lang)
        yield f"      {_UNDER.fill(assumes=assumes, holds=holds).text(lang)}"
    yield f"    {_quoted(ground, lang)}"


def _case(case: Object, lang: Lang) -> Iterator[str]:
    for heading, rules in ((_PATH, case["path"]), (_OTHERS, case["competences"])):
        if rules:
            yield f"  {heading.text(lang)}"
        for rule in rules:
            steps = rule["value"].get("steps") or [rule["value"]]
            yield f"    - {' → '.join(_step(step, lang) for step in steps)} ({_where(rule)})"
    yield from _found(_DECIDES, case["decides"], "by", lang)
    if case["votes"]:
        yield f"  {_VOTES.text(lang)}"
    for vote in case["votes"]:
        set_aside = {True: _EXCEPTED, None: _MAY_BE_EXCEPTED}.get(vote["excepted"])
        more = f" — {set_aside.text(lang)}" if set_aside else ""
        yield f"    - {vote['body'] or ''}{more}"
        yield f"      {_quoted(vote, lang)}"
    yield from _found(_PAYS, case["pays"], "payers", lang)
    if case["exceptions"]:
        yield f"  {_EXCEPTIONS.text(lang)}"
    for rule in case["exceptions"]:
        holds = f"{_HOLDS[rule['holds']].text(lang)}, " if rule["holds"] is None else ""
        names = _names(rule["value"]["excepts"], lang)
        yield f"    - {holds}{_SETS_ASIDE.fill(rules=names).text(lang)}"
        yield f"      {_quoted(rule, lang)}"


def _found(heading: Message, found: Object, whom: str, lang: Lang) -> Iterator[str]:
    if found["outcome"] == "unsaid":
        yield f"  {heading.text(lang)} — {_UNSAID.text(lang)}"
        return
    open_ = f" — {_UNDETERMINED.text(lang)}" if found["outcome"] == "undetermined" else ""
    missing = f" ({_MISSING.fill(facts=', '.join(found['missing'])).text(lang)})" if found["missing"] else ""
    yield f"  {heading.text(lang)}{open_}{missing}"
    for answer in found["answers"]:
        yield f"    - {_answer(answer, whom, lang)}"
        for name, case in answer["assumes"].items():
            yes = _YES_NO.get(case) if "." not in name else None
            asked = name if lang == "en" else _french(name)
            yield f"        {_IF.fill(name=asked, case=yes.text(lang) if yes else case).text(lang)}"
        if answer["understood"]:
            yield f"        {_UNDERSTOOD.fill(words=', '.join(answer['understood'])).text(lang)}"
    for rule in found["rules"]:
        yield f"      {_quoted(rule, lang)}"


def _answer(answer: Object, whom: str, lang: Lang) -> str:
    said = [
        f"{_power(one['gives'], lang)} {_names(one[whom], lang)}" if "gives" in one else _names(one[whom], lang)
        for one in answer["says"]
    ]
    powers = [one.get("gives") for one in answer["says"]]
    text = " / ".join(said) or _UNSAID.text(lang)
    if len(powers) > len(set(powers)):
        text = _CLASH.fill(answers=text).text(lang)
    return text


def _french(name: str) -> str:
    """A question's name in French: `evolution-financement.payeurs`."""
    rule, dot, reading = name.rpartition(".")
    return f"{rule}{dot}{french_reading(reading)}" if dot else name


def _step(step: Object, lang: Lang) -> str:
    gives = ("/" if lang == "en" else " ou ").join(_power(power, lang) for power in step["gives"])
    return f"{_names(step['by'], lang)} ({gives})"


def _power(power: Power, lang: Lang) -> str:
    return FRENCH_POWERS[power] if lang == "fr" else power


def _names(names: Any, lang: Lang) -> str:
    """Names, or those of each case of what is left open."""
    if isinstance(names, dict):
        return " | ".join(_names(case, lang) for case in names["cases"].values())
    listed = [names] if isinstance(names, str) else names
    return ", ".join(_MEMBERS.text(lang) if name == "members" else name for name in listed) or _NOBODY.text(lang)


def _where(rule: Object) -> str:
    return f"{rule['article']}, {rule['rule']}"


def _quoted(rule: Object, lang: Lang) -> str:
    return f"{quoted(rule['quote'], lang)} ({_where(rule)})"
