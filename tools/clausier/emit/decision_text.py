"""The answer of `clausier decide` in words that a chair can read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import COLON
from clausier.emit import decision_words as words
from clausier.emit.answer_words import Name, left, undetermined
from clausier.emit.dates import said_day
from clausier.schemas import Object

_MOST = 8  # comparisons that a chair wants to hear
_MORE = Message(
    fr="… {n} autres, selon les lectures (--format json les donne)",
    en="… {n} more, by reading (--format json has them)",
)
_REFUSED = Message(fr="PAS DE RÉPONSE sous cette version\u00a0:", en="NO ANSWER under this version:")
_HEAD = Message(fr="Vote\u00a0: {what}", en="Vote: {what}")
_DAY = Message(fr="le {day}", en="on {day}")
_VERSION = Message(fr="Règles de la version {version}", en="Rules of the version {version}")
_CANDIDATES = Message(
    fr="Une date n’est pas connue ({acts})\u00a0: du {first} au {last}, on ne sait quelle version vaut. Réponse sous chacune\u00a0:",
    en="The date of {acts} is not known: from {first} to {last} the version is open. The answer under each:",
)
_WHO = Message(
    fr="Une date n’est pas connue ({acts})\u00a0: du {first} au {last}, on ne sait qui est membre. Réponse dans chaque cas\u00a0:",
    en="The date of {acts} is not known: from {first} to {last} it is open who is a member. The answer in each case:",
)
_VERSION_AND_WHO = Message(
    fr="Des dates ne sont pas connues ({acts})\u00a0: du {first} au {last}, on ne sait quelle version vaut, ni qui est membre. "
    "Réponse dans chaque cas\u00a0:",
    en="The dates of {acts} are not known: from {first} to {last} the version, and who is a member, are open. "
    "The answer in each case:",
)
_SAME = Message(fr="(même réponse sous\u00a0: {versions})", en="(the same answer under: {versions})")
_QUORUM = Message(fr="Quorum\u00a0: {how}", en="Quorum: {how}")
_MAJORITY = Message(fr="Majorité\u00a0: {how}", en="Majority: {how}")
_READINGS = Message(fr="Selon la lecture\u00a0:", en="By reading:")
_NEEDS = Message(fr=" (il manque {what})", en=" ({what} is missing)")
_SETTLE = Message(
    fr="Pour s’en tenir à une lecture\u00a0: --assume {question}", en="To keep to one reading: --assume {question}"
)
_ASSUMED = Message(fr="Supposé\u00a0: {what}", en="Assumed: {what}")
_SENTENCES = Message(fr="Phrases appliquées\u00a0:", en="Sentences applied:")


def decision_text(answer: Object, lang: Lang, name: Name = str) -> str:
    """The answer of `clausier decide`, in words; `name` is what readers call what has an id."""
    candidates = answer.get("candidates", [answer])
    lines = undetermined(answer, lang, _open(candidates))
    for found in candidates:
        lines += [*_answer(found, lang, name), ""]
    if "same_in_all" in answer:
        lines.append(_SAME.fill(versions=", ".join(answer["same_in_all"])).text(lang))
    return "\n".join(lines).rstrip()


def _open(candidates: list[Object]) -> Message:
    """What the dates leave open: the version, who is a member, or both."""
    if not any("members" in found for found in candidates):
        return _CANDIDATES
    return _WHO if len({found["version"] for found in candidates}) == 1 else _VERSION_AND_WHO


def _answer(found: Object, lang: Lang, name: Name) -> Iterator[str]:
    what = found["body"].upper() + (f", {found['matter']}" if found["matter"] else "")
    if found["date"]:
        what += f", {_DAY.fill(day=said_day(found['date'])).text(lang)}"
    yield _HEAD.fill(what=what).text(lang)
    yield _VERSION.fill(version=found["version"]).text(lang)
    if members := words.members(found, lang, name):
        yield members
    yield ""
    status = found.get("status")
    if status == "unknown":
        yield words.unknown(found, lang)
        return
    if status == "refused":
        yield _REFUSED.text(lang)
        yield from _listed(d["message"] for d in found["diagnostics"])
        return
    yield words.outcome(found["outcome"], lang)
    yield ""
    if general := words.general(found, lang):
        yield general
    labels = words.labels(found, lang)
    yield _QUORUM.fill(how=words.quorum(found, lang)).text(lang)
    yield from _tests(found["quorum"], labels, lang, name)
    if tally := found["tally"]:
        counts = ", ".join(f"{what} {n}" for what, n in words.counts(tally, lang))
        yield f"{words.unit(tally, lang)}{COLON.text(lang)} {counts}."
    if found["majority"]:
        yield _MAJORITY.fill(how=words.majority(found, lang)).text(lang)
        yield from _tests(found["majority"], labels, lang, name)
    yield from _conclusion(found, labels, lang)


def _tests(worked: Object | None, labels: words.Labels, lang: Lang, name: Name) -> Iterator[str]:
    tests = words.tests(worked, labels, lang, name)
    listed = [f"{said} [{assumes}]" if assumes else said for said, assumes in tests]
    more = [_MORE.fill(n=len(listed) - _MOST).text(lang)] if len(listed) > _MOST else []
    yield from _listed((*listed[:_MOST], *more))


def _conclusion(found: Object, labels: words.Labels, lang: Lang) -> Iterator[str]:
    yield from words.silences(found, lang)
    if assumed := words.assumed(found):
        yield _ASSUMED.fill(what=assumed).text(lang)
    if found["outcome"] == "undetermined":
        yield ""
        yield _READINGS.text(lang)
        readings = list(words.by_reading(found, lang))
        for assumes, outcome, needs in readings:
            missing = _NEEDS.fill(what=", ".join(needs)).text(lang) if needs else ""
            yield from _listed([f"{words.supposed(assumes, labels) or '—'}{COLON.text(lang)} {outcome}{missing}"])
        for key, case in list(readings[0][0].items())[-1:]:
            yield _SETTLE.fill(question=f"{key}={case}").text(lang)
    for sentence, cases in words.competences(found, lang):
        yield ""
        yield sentence
        yield from _listed(cases)
    if another := words.another_round(found, lang):
        yield ""
        yield another
    yield ""
    yield _SENTENCES.text(lang)
    for step in found["trace"]:
        yield f"  – {step['article']} ({step['rule']}){COLON.text(lang)} «\u00a0{step['sentence']}\u00a0»"
    yield from left(found, lang)


def _listed(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"  – {line}" for line in lines)
