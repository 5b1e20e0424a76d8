"""The answer of `clausier decide` in phrases: what comes out, each figure, each comparison, each reading."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausier.decide.assume import told
from clausier.diagnostics import Lang, Message
from clausier.emit.answer_words import NOT_KNOWN, SILENT, Name, figure
from clausier.emit.dates import said_day
from clausier.rules.evaluation import EPOCH
from clausier.schemas import Object

Labels = dict[tuple[str, str], str]
"""The words for each case of each question."""

_OUTCOMES = {
    "adopted": Message(fr="ADOPTÉ", en="ADOPTED"),
    "rejected": Message(fr="REJETÉ", en="REJECTED"),
    "no-quorum": Message(fr="PAS DE QUORUM\u00a0: rien ne peut être décidé", en="NO QUORUM: nothing can be decided"),
    "undetermined": Message(
        fr="INDÉTERMINÉ\u00a0: le résultat dépend de ce que le texte laisse ouvert",
        en="UNDETERMINED: the outcome depends on what the text leaves open",
    ),
}
_UNKNOWN = Message(
    fr="INCONNU\u00a0: le texte de l’article {number} n’est pas disponible ({reason})",
    en="UNKNOWN: the words of article {number} are not available ({reason})",
)
_MET = {
    True: Message(fr="atteint", en="met"),
    False: Message(fr="non atteint", en="not met"),
    None: Message(fr="selon la lecture", en="it depends on the reading"),
}
_REACHED = {
    True: Message(fr="atteinte", en="reached"),
    False: Message(fr="non atteinte", en="not reached"),
    None: Message(fr="selon la lecture", en="it depends on the reading"),
}
_NONE = Message(fr="aucune règle n’en demande", en="no rule asks for one")
_TEST = Message(fr="{measure}\u00a0: {observed}, il faut {required}", en="{measure}: {observed}, needed {required}")
_BLOCKING = Message(
    fr="opposants, {measure}\u00a0: {observed}, font échec à {required}",
    en="against, {measure}: {observed}, defeat the motion at {required}",
)
_SEATS = Message(fr="il faut {required}\u00a0; il y a {observed}", en="{required} must be there; there are {observed}")
_AGENDA = Message(
    fr="à l’ordre du jour\u00a0: {required}\u00a0; de ces points, la première réunion avait\u00a0: {observed}",
    en="on the agenda: {required}; of these items the first meeting had: {observed}",
)
_DAY = Message(fr="réunion le {observed}, il faut {required}", en="meeting on {observed}, needed {required}")
_NOT_BEFORE = {
    ">=": Message(fr="le {n} au plus tôt", en="{n} at the earliest"),
    ">": Message(fr="un jour après le {n}", en="a day after {n}"),
    "=": Message(fr="le {n}", en="{n}"),
}
_MEASURES = {
    "heads": Message(fr="sièges", en="seats"),
    "votes": Message(fr="voix", en="votes"),
    "number": Message(fr="nombre", en="number"),
}
_AT_LEAST = {
    ">=": Message(fr="au moins {n}", en="at least {n}"),
    ">": Message(fr="plus de {n}", en="more than {n}"),
    "=": Message(fr="exactement {n}", en="exactly {n}"),
}
_UNITS = {
    "votes": Message(fr="Voix", en="Votes"),
    "heads": Message(fr="Sièges", en="Seats"),
}
_COUNTS = (
    ("for", Message(fr="pour", en="for"), True),
    ("against", Message(fr="contre", en="against"), True),
    ("abstain", Message(fr="abstention", en="abstained"), True),
    ("blank", Message(fr="blanc", en="blank"), False),
    ("void", Message(fr="nul", en="void"), False),
    ("silent", Message(fr="n’ont pas pris part au vote", en="took no part"), False),
    ("cast", Message(fr="exprimées", en="cast"), True),
    ("present", Message(fr="présents", en="present"), True),
    ("represented", Message(fr="représentés", en="represented"), False),
    ("all", Message(fr="en tout", en="in all"), True),
)
_NOT_STATED = {
    "majority": Message(
        fr="Le texte n’énonce aucune majorité pour ce vote.", en="The text states no majority for this vote."
    ),
    "proxies": Message(fr="Le texte ne dit rien des pouvoirs.", en="The text says nothing of proxies."),
    "second-meeting": Message(
        fr="Cet objet a un quorum à lui\u00a0; le texte ne dit pas si la seconde réunion prévue pour tous vaut pour lui.",
        en="This matter has a quorum of its own; the text does not say whether the second meeting meant for all holds for it.",
    ),
    "recusal": Message(
        fr="Le texte ne dit rien de qui ne peut pas voter.", en="The text says nothing of who may not vote."
    ),
}
_WHO_DECIDES = Message(
    fr="Reste ouvert si cette instance est celle qui décide ({article})\u00a0:",
    en="Whether this body is the one that decides is open ({article}):",
)
_NOT_DECIDING = Message(
    fr="Cette instance n’est pas celle qui décide ({article}).", en="This body is not the one that decides ({article})."
)
_GENERAL = Message(
    fr="Aucune règle ne parle de l’objet «\u00a0{matter}\u00a0»\u00a0: celles qui valent pour tout s’appliquent.",
    en="No rule speaks of the matter “{matter}”: those that hold for everything apply.",
)
_MEMBERS = Message(fr="Si les membres sont\u00a0: {names}", en="If the members are: {names}")
_LEFT = Message(fr="Le texte permet un autre tour.", en="The text allows for another round.")


def outcome(name: str, lang: Lang) -> str:
    """What comes out, as it is announced: « ADOPTÉ »."""
    return _OUTCOMES[name].text(lang)


def unknown(found: Object, lang: Lang) -> str:
    """That the words on which an answer (of status `unknown`) depends are not at hand."""
    return _UNKNOWN.fill(**found["lacuna"]).text(lang)


def members(found: Object, lang: Lang, name: Name) -> str:
    """Who the members are under this answer, where that is open; "" where it is not."""
    return _MEMBERS.fill(names=", ".join(map(name, found["members"])) or "—").text(lang) if "members" in found else ""


def general(found: Object, lang: Lang) -> str:
    """That no rule speaks of the matter; "" where one does, or no matter is named."""
    return _GENERAL.fill(matter=found["matter"]).text(lang) if found["matter_known"] is False else ""


def quorum(found: Object, lang: Lang) -> str:
    """Whether the quorum was there."""
    return _how(found["quorum"], _MET, lang)


def majority(found: Object, lang: Lang) -> str:
    """Whether the majority was reached; "" where the vote did not come to that."""
    return _how(found["majority"], _REACHED, lang) if found["majority"] else ""


def _how(worked: Object | None, words: dict[bool | None, Message], lang: Lang) -> str:
    if worked is None or (worked["met"] and not worked["conditions"]):
        return _NONE.text(lang)
    return words[worked["met"]].text(lang)


def tests(worked: Object | None, given: Labels, lang: Lang, name: Name) -> Iterator[tuple[str, str]]:
    """Each comparison of a quorum or a majority, and what it supposes where that matters; `name` calls seats and matters."""
    for test in worked["conditions"] if worked else ():
        yield _test(test, lang, name), supposed(test.get("assumes", {}), given)


def _test(test: Object, lang: Lang, name: Name) -> str:
    if test["measure"] in {"seats", "agenda"}:
        required, observed = (", ".join(map(name, test[key])) or "—" for key in ("required", "observed"))
        line = _SEATS if test["measure"] == "seats" else _AGENDA
        return line.fill(required=required, observed=observed).text(lang)
    if test["measure"] == "days":
        earliest = _NOT_BEFORE[test["comparison"]].fill(n=_day(test["required"]))
        return _DAY.fill(observed=_day(test["observed"]), required=earliest).text(lang)
    measure = _MEASURES.get(test["measure"])
    said = measure.text(lang) if measure else test["measure"]
    bound = _AT_LEAST[test["comparison"]].fill(n=figure(test["required"], lang))
    line = _BLOCKING if test.get("blocking") else _TEST
    return line.fill(measure=said, observed=figure(test["observed"], lang), required=bound).text(lang)


def _day(since: str | None) -> Message:
    """A day that conditions count from 1970, for people."""
    return said_day((EPOCH + datetime.timedelta(int(since))).isoformat()) if since else NOT_KNOWN


def unit(tally: Object, lang: Lang) -> str:
    """What a tally counts: « Voix » or « Sièges »."""
    return _UNITS[tally["unit"]].text(lang)


def counts(tally: Object, lang: Lang) -> Iterator[tuple[str, str]]:
    """The figures of a tally, each with what it counts; those that are rare only where they are not zero."""
    for key, words, always in _COUNTS:
        if always or tally[key] != "0":
            yield words.text(lang), figure(tally[key], lang)


def silences(found: Object, lang: Lang) -> Iterator[str]:
    """What the text does not state and the vote needs, a sentence each."""
    for silence in found["not_stated"]:
        yield _NOT_STATED[silence["what"]].text(lang)


def assumed(found: Object) -> str:
    """The readings that were settled by assumption; "" where none was."""
    return "\u00a0; ".join(f"{key} = {case}" for key, case in found["assumed"].items())


def by_reading(found: Object, lang: Lang) -> Iterator[tuple[dict[str, str], str, tuple[str, ...]]]:
    """What comes out, and what is missing, by what makes a difference alone."""
    readings = [
        (r["assumes"], (r["outcome"], tuple(dict.fromkeys(need["name"] for need in r.get("needs", ())))))
        for r in found["readings"]
    ]
    for assumes, (name, needs) in told(readings):
        yield assumes, outcome(name, lang).partition(":")[0].strip(), needs


def supposed(assumes: dict[str, str], given: Labels) -> str:
    """What a reading assumes, in words; "" where it assumes nothing."""
    return "\u00a0; ".join(given.get(pair, pair[1]) for pair in assumes.items())


def competences(found: Object, lang: Lang) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where it is open, or not so, that this body decides: a sentence, and what it depends on."""
    for competence in found["competence"]:
        if competence["decides"] is not True:
            words = _NOT_DECIDING if competence["decides"] is False else _WHO_DECIDES
            cases = tuple(case["label"] or case["case"] for case in competence["cases"])
            yield words.fill(article=competence["article"]).text(lang), cases


def another_round(found: Object, lang: Lang) -> str:
    """That the text allows for another round; "" where it does not."""
    return _LEFT.text(lang) if found["rounds_left"] else ""


def labels(found: Object, lang: Lang) -> Labels:
    """The words for what readings assume."""
    given = {(q["question"], case["case"]): case["label"] for q in found["open"] for case in q["cases"]}
    silent = set(_NOT_STATED)
    if lang == "en":
        given |= {pair: SILENT[pair[1]].en for pair in given if pair[0] in silent or pair[0].startswith("vote-of.")}
    return given
