"""The answer of `clausier decide` in words that a chair can read out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from clausier.decide.differences import told
from clausier.diagnostics import Lang, Message
from clausier.emit.dates import in_words
from clausier.emit.decision_json import SILENT

Object = dict[str, Any]

_MOST = 8  # comparisons that a chair wants to hear
_MORE = Message(
    fr="  – … {n} autres, selon les lectures (--format json les donne)",
    en="  – … {n} more, by reading (--format json has them)",
)
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
_REFUSED = Message(fr="PAS DE RÉPONSE sous cette version\u00a0:", en="NO ANSWER under this version:")
_HEAD = Message(fr="Vote\u00a0: {what}", en="Vote: {what}")
_DAY = Message(fr="le {day}", en="on {day}")
_VERSION = Message(fr="Règles de la version {version}", en="Rules of the version {version}")
_CANDIDATES = Message(
    fr="La date de {acts} n’est pas connue\u00a0: du {first} au {last}, on ne sait quelle version vaut. Réponse sous chacune\u00a0:",
    en="The date of {acts} is not known: from {first} to {last} the version is open. The answer under each:",
)
_SAME = Message(fr="(même réponse sous\u00a0: {versions})", en="(the same answer under: {versions})")
_QUORUM = Message(fr="Quorum\u00a0: {how}", en="Quorum: {how}")
_MAJORITY = Message(fr="Majorité\u00a0: {how}", en="Majority: {how}")
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
_NONE = Message(fr="aucun n’est requis", en="none is required")
_TEST = Message(
    fr="  – {measure}\u00a0: {observed}, il faut {required}", en="  – {measure}: {observed}, needed {required}"
)
_BLOCKING = Message(
    fr="  – opposants, {measure}\u00a0: {observed}, font échec à {required}",
    en="  – against, {measure}: {observed}, defeat the motion at {required}",
)
_SEATS = Message(
    fr="  – il faut {required}\u00a0; il y a {observed}", en="  – {required} must be there; there are {observed}"
)
_MEASURES = {
    "heads": Message(fr="sièges", en="seats"),
    "votes": Message(fr="voix", en="votes"),
    "days": Message(fr="jours", en="days"),
    "number": Message(fr="nombre", en="number"),
}
_AT_LEAST = {
    ">=": Message(fr="au moins {n}", en="at least {n}"),
    ">": Message(fr="plus de {n}", en="more than {n}"),
    "=": Message(fr="exactement {n}", en="exactly {n}"),
}
_NOT_KNOWN = Message(fr="inconnu", en="unknown")
_IF = Message(fr=" [{readings}]", en=" [{readings}]")
_TALLY = {
    "votes": Message(fr="Voix", en="Votes"),
    "heads": Message(fr="Sièges", en="Seats"),
}
_COUNTS = (
    ("for", Message(fr="pour {n}", en="for {n}"), True),
    ("against", Message(fr="contre {n}", en="against {n}"), True),
    ("abstain", Message(fr="abstention {n}", en="abstained {n}"), True),
    ("blank", Message(fr="blanc {n}", en="blank {n}"), False),
    ("void", Message(fr="nul {n}", en="void {n}"), False),
    ("silent", Message(fr="n’ont pas pris part au vote {n}", en="took no part {n}"), False),
    ("cast", Message(fr="exprimées {n}", en="cast {n}"), True),
    ("present", Message(fr="présents {n}", en="present {n}"), True),
    ("represented", Message(fr="représentés {n}", en="represented {n}"), False),
    ("all", Message(fr="en tout {n}", en="in all {n}"), True),
)
_READINGS = Message(fr="Selon la lecture\u00a0:", en="By reading:")
_NEEDS = Message(fr=" (il manque {what})", en=" ({what} is missing)")
_SETTLE = Message(
    fr="Pour s’en tenir à une lecture\u00a0: --assume {question}", en="To keep to one reading: --assume {question}"
)
_ASSUMED = Message(fr="Supposé\u00a0: {what}", en="Assumed: {what}")
_NOT_STATED = {
    "majority": Message(
        fr="Le texte n’énonce aucune majorité pour ce vote.", en="The text states no majority for this vote."
    ),
    "proxies": Message(fr="Le texte ne dit rien des pouvoirs.", en="The text says nothing of proxies."),
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
_LEFT = Message(fr="Le texte permet un autre tour.", en="The text allows for another round.")
_SENTENCES = Message(fr="Phrases appliquées\u00a0:", en="Sentences applied:")


def decision_text(answer: Object, lang: Lang) -> str:
    """The answer of `clausier decide`, in words."""
    lines: list[str] = []
    if "undetermined" in answer:
        open_ = answer["undetermined"]
        acts = ", ".join(dict.fromkeys(b["act"] for b in open_["because"]))
        filled = _CANDIDATES.fill(acts=acts, first=open_["from"], last=open_["to"] or "…")
        lines += [filled.text(lang), ""]
    for found in answer.get("candidates", [answer]):
        lines += [*_answer(found, lang), ""]
    if "same_in_all" in answer:
        lines.append(_SAME.fill(versions=", ".join(answer["same_in_all"])).text(lang))
    return "\n".join(lines).rstrip()


def _answer(found: Object, lang: Lang) -> Iterator[str]:
    what = found["body"].upper() + (f", {found['matter']}" if found["matter"] else "")
    if found["date"]:
        day = in_words(datetime.date.fromisoformat(found["date"])) if lang == "fr" else found["date"]
        what += f", {_DAY.fill(day=day).text(lang)}"
    yield _HEAD.fill(what=what).text(lang)
    yield _VERSION.fill(version=found["version"]).text(lang)
    yield ""
    status = found.get("status")
    if status == "unknown":
        yield _UNKNOWN.fill(**found["lacuna"]).text(lang)
        return
    if status == "refused":
        yield _REFUSED.text(lang)
        yield from (f"  – {d['message']}" for d in found["diagnostics"])
        return
    yield _OUTCOMES[found["outcome"]].text(lang)
    yield ""
    if found["matter_known"] is False:
        yield _GENERAL.fill(matter=found["matter"]).text(lang)
    labels = _labels(found, lang)
    yield _QUORUM.fill(how=_how(found["quorum"], _MET, lang)).text(lang)
    yield from _tests(found["quorum"], labels, lang)
    if found["tally"]:
        yield _tally(found["tally"], lang)
    if found["majority"]:
        yield _MAJORITY.fill(how=_how(found["majority"], _REACHED, lang)).text(lang)
        yield from _tests(found["majority"], labels, lang)
    yield from _conclusion(found, labels, lang)


def _conclusion(found: Object, labels: dict[tuple[str, str], str], lang: Lang) -> Iterator[str]:
    for silence in found["not_stated"]:
        yield _NOT_STATED[silence["what"]].text(lang)
    if found["assumed"]:
        what = "\u00a0; ".join(f"{key} = {case}" for key, case in found["assumed"].items())
        yield _ASSUMED.fill(what=what).text(lang)
    if found["outcome"] == "undetermined":
        yield ""
        yield _READINGS.text(lang)
        listed = _by_reading(found["readings"])
        for assumes, (outcome, needs) in listed:
            said = "\u00a0; ".join(labels.get(pair, pair[1]) for pair in assumes.items()) or "—"
            missing = _NEEDS.fill(what=", ".join(needs)).text(lang) if needs else ""
            yield f"  – {said}{_colon(lang)} {_OUTCOMES[outcome].text(lang).partition(':')[0].strip()}{missing}"
        for key, case in list(listed[0][0].items())[-1:]:
            yield _SETTLE.fill(question=f"{key}={case}").text(lang)
    for competence in found["competence"]:
        if competence["decides"] is not True:
            words = _NOT_DECIDING if competence["decides"] is False else _WHO_DECIDES
            yield ""
            yield words.fill(article=competence["article"]).text(lang)
            yield from (f"  – {case['label'] or case['case']}" for case in competence["cases"])
    if found["rounds_left"]:
        yield ""
        yield _LEFT.text(lang)
    yield ""
    yield _SENTENCES.text(lang)
    for step in found["trace"]:
        yield f"  – {step['article']} ({step['rule']}){_colon(lang)} «\u00a0{step['sentence']}\u00a0»"


def _by_reading(readings: Iterable[Object]) -> list[tuple[dict[str, str], tuple[str, tuple[str, ...]]]]:
    """What comes out, and what is missing, by what makes a difference alone."""
    return told(
        [
            (r["assumes"], (r["outcome"], tuple(dict.fromkeys(need["name"] for need in r.get("needs", ())))))
            for r in readings
        ]
    )


def _labels(found: Object, lang: Lang) -> dict[tuple[str, str], str]:
    labels = {(q["question"], case["case"]): case["label"] for q in found["open"] for case in q["cases"]}
    silent = {"majority", "proxies", "recusal"}
    if lang == "en":
        labels |= {pair: SILENT[pair[1]].en for pair in labels if pair[0] in silent or pair[0].startswith("vote-of.")}
    return labels


def _how(worked: Object | None, words: dict[bool | None, Message], lang: Lang) -> str:
    if worked is None or (worked["met"] and not worked["conditions"]):
        return _NONE.text(lang)
    return words[worked["met"]].text(lang)


def _tests(worked: Object | None, labels: dict[tuple[str, str], str], lang: Lang) -> Iterator[str]:
    listed = worked["conditions"] if worked else []
    for test in listed[:_MOST]:
        assumes = [labels.get(pair, pair[1]) for pair in test.get("assumes", {}).items()]
        where = _IF.fill(readings="\u00a0; ".join(assumes)).text(lang) if assumes else ""
        yield _test(test, lang) + where
    if len(listed) > _MOST:
        yield _MORE.fill(n=len(listed) - _MOST).text(lang)


def _test(test: Object, lang: Lang) -> str:
    if test["measure"] == "seats":
        required, observed = (", ".join(test[key]) or "—" for key in ("required", "observed"))
        return _SEATS.fill(required=required, observed=observed).text(lang)
    measure = _MEASURES.get(test["measure"])
    said = measure.text(lang) if measure else test["measure"]
    bound = _AT_LEAST[test["comparison"]].fill(n=_figure(test["required"], lang))
    line = _BLOCKING if test.get("blocking") else _TEST
    return line.fill(measure=said, observed=_figure(test["observed"], lang), required=bound).text(lang)


def _tally(tally: Object, lang: Lang) -> str:
    parts = [
        words.fill(n=_figure(tally[key], lang)).text(lang)
        for key, words, always in _COUNTS
        if always or tally[key] != "0"
    ]
    return f"{_TALLY[tally['unit']].text(lang)}{_colon(lang)} {', '.join(parts)}."


def _figure(value: Any, lang: Lang) -> str:
    match value:
        case None:
            return _NOT_KNOWN.text(lang)
        case {"num": num, "den": den}:
            return f"{num}/{den}"
        case _:
            return str(value).replace(".", ",") if lang == "fr" else str(value)


def _colon(lang: Lang) -> str:
    return "\u00a0:" if lang == "fr" else ":"
