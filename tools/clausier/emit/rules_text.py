"""The rules of a version, and what changes between two, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.diagnostics import Lang, Message
from clausier.emit.answer_words import figure, not_at_hand, undetermined
from clausier.emit.dates import said_day
from clausier.rules.vocabulary import FRENCH_KINDS, french_reading
from clausier.schemas import Object

_VERSION = Message(fr="Version {version}{days}", en="Version {version}{days}")
_SINCE = Message(fr=", certaine à compter du {first}", en=", certain from {first}")
_BETWEEN = Message(fr=", certaine du {first} au {last}", en=", certain from {first} to {last}")
_NEVER = Message(fr=", certaine aucun jour", en=", certain on no day")
_EACH_CHANGE = Message(
    fr="Indéterminé du {first} au {last} : une date n’est pas connue ({acts}). Chaque comparaison possible :",
    en="Undetermined from {first} to {last}: the date of {acts} is not known. Each possible comparison:",
)
_BEFORE_TOO = Message(
    fr="Indéterminé du {first} au {last}\u00a0: une date n’est pas connue ({acts}).",
    en="Undetermined from {first} to {last}: the date of {acts} is not known.",
)
_CHANGED = Message(fr="{rule} change : {what}", en="{rule} changes: {what}")
_ASPECTS = {
    "kind": Message(fr="sa nature", en="its kind"),
    "article": Message(fr="son article", en="its article"),
    "act": Message(fr="l’acte", en="the act"),
    "words": Message(fr="ses mots", en="its words"),
    "body": Message(fr="l’instance", en="the body"),
    "matter": Message(fr="l’objet", en="the matter"),
    "value": Message(fr="sa valeur", en="its value"),
    "readings": Message(fr="ce qu’ils laissent ouvert", en="what they leave open"),
    "overridden-by": Message(fr="la règle qui l’écarte", en="the rule that prevails over it"),
}
_SAME = Message(
    fr="(versions possibles ce jour-là\u00a0: {versions}\u00a0; leurs règles sont les mêmes)",
    en="(possible versions on that day: {versions}; their rules are the same)",
)
_NO_RULE = Message(fr="Aucune règle connue.", en="No known rule.")
_LACUNAS = Message(
    fr="Des stipulations dont le texte n’est pas disponible peuvent en énoncer d’autres\u00a0: {articles}.",
    en="Provisions whose words are not available may state others: {articles}.",
)
_OPEN = Message(fr="laissé ouvert ({name})\u00a0: {cases}", en="left open ({name}): {cases}")
_VOTES = Message(fr="voix\u00a0: {votes}", en="votes: {votes}")
_OVERRIDDEN = Message(fr="écartée par {rule}", en="overridden by {rule}")
_TO_COME = Message(fr="À venir\u00a0: {rules}", en="To come: {rules}")
_CHANGES = Message(fr="Règles, de {before} à {after}", en="Rules, from {before} to {after}")
_NO_CHANGE = Message(fr="Aucune différence.", en="No difference.")
_UNKNOWN = {
    "unknown-before": Message(
        fr="Le texte d’avant n’est pas disponible, et énonçait peut-être déjà\u00a0:",
        en="The text before is not available, and may have stated already:",
    ),
    "unknown-after": Message(
        fr="Le texte d’après n’est pas disponible, et énonce peut-être encore\u00a0:",
        en="The text after is not available, and may still state:",
    ),
}


def rules_text(answer: Object, lang: Lang) -> str:
    """The answer of `rules_at`, in words."""
    lines = undetermined(answer, lang)
    for found in answer.get("candidates", [answer]):
        lines += [*_version(found, lang), ""]
    if "same_in_all" in answer:
        lines += [_SAME.fill(versions=", ".join(answer["same_in_all"])).text(lang), ""]
    if answer["to_come"]:
        lines += [_TO_COME.fill(rules=", ".join(answer["to_come"])).text(lang), ""]
    return "\n".join(lines).rstrip()


def changes_text(answer: Object, lang: Lang) -> str:
    """The answer of `rules_diff`, in words."""
    if "undetermined" in answer:
        lines = [
            *undetermined(answer, lang, _BEFORE_TOO, "undetermined_before"),
            *undetermined(answer, lang, _EACH_CHANGE),
        ]
        return "\n\n".join((*filter(None, lines), *(changes_text(found, lang) for found in answer["candidates"])))
    lines = [_CHANGES.fill(before=answer["from"], after=answer["to"]).text(lang), ""]
    known = [change for change in answer["changes"] if change["kind"] not in _UNKNOWN]
    for change in known:
        if change["what"]:
            names = (_ASPECTS[what].text(lang) for what in change["what"])
            lines.append(_CHANGED.fill(rule=change["id"], what=", ".join(names)).text(lang))
        for rule, mark in ((change["before"], "-"), (change["after"], "+")):
            if rule is not None:
                lines += _rule(rule, lang, f"{mark} ")
        lines.append("")
    for kind, said in _UNKNOWN.items():
        found = [change["before"] or change["after"] for change in answer["changes"] if change["kind"] == kind]
        if found:
            lines += [said.text(lang), ""]
        for rule in found:
            lines += [*_rule(rule, lang, "? "), ""]
    if not answer["changes"]:
        lines.append(_NO_CHANGE.text(lang))
    return "\n".join(lines).rstrip()


def _version(found: Object, lang: Lang) -> Iterator[str]:
    first, last = found["valid"]["from"], found["valid"]["to"]
    days = _NEVER if first is None else _SINCE if last is None else _BETWEEN
    yield _VERSION.fill(version=found["version"], days=days.fill(first=said_day(first), last=said_day(last))).text(lang)
    yield ""
    for rule in found["rules"]:
        yield from _rule(rule, lang)
        yield ""
    if not found["rules"]:
        yield _NO_RULE.text(lang)
    if found["lacunas"]:
        yield _LACUNAS.fill(articles=", ".join(not_at_hand(found["lacunas"], lang))).text(lang)


def _rule(rule: Object, lang: Lang, mark: str = "") -> Iterator[str]:
    kind = FRENCH_KINDS[rule["kind"]] if lang == "fr" else rule["kind"]
    about = ", ".join(part for part in (rule["body"], rule["matter"]) if part)
    yield f"{mark}{rule['id']} — {kind}{f' ({about})' if about else ''} — {rule['article']}, {rule['act']}"
    blank = " " * len(mark)
    yield f"{blank}  «\u00a0{rule['quote']}\u00a0»"
    by = rule["value"].get("by") if rule["kind"] == "weights" else None
    if by:
        votes = ", ".join(f"{seat} {figure(n, lang)}" for seat, n in by.items())
        yield f"{blank}  {_VOTES.fill(votes=votes).text(lang)}"
    for reading in rule["readings"]:
        cases = " | ".join(case["label"] for case in reading["cases"])
        name = reading["name"] if lang == "en" else french_reading(reading["name"])
        yield f"{blank}  {_OPEN.fill(name=name, cases=cases).text(lang)}"
    if rule["overridden-by"]:
        yield f"{blank}  {_OVERRIDDEN.fill(rule=rule['overridden-by']).text(lang)}"
