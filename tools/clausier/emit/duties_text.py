"""Who owes what, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import SEMICOLON, quoted
from clausier.emit.answer_words import EACH_CASE, EACH_VERSION, Name, left, not_at_hand, undetermined
from clausier.emit.decision_words import members
from clausier.schemas import Object

_HEADINGS = {
    "duty": Message(fr="Doit", en="Must"),
    "permission": Message(fr="Peut", en="May"),
    "prohibition": Message(fr="Ne doit pas", en="Must not"),
}
_OF = Message(fr="{of}, version {version}", en="{of}, version {version}")
_ALL = Message(fr="Qui doit quoi, version {version}", en="Who owes what, version {version}")
_EVERY_MEMBER = Message(fr="chaque membre", en="each member")
_WHO = Message(fr="{names}\u00a0: {action}", en="{names}: {action}")
_NOBODY = Message(fr="(les mots ne disent pas qui)", en="(the words do not say who)")
_AS = Message(fr="comme {roles}", en="as {roles}")
_TOWARD = Message(fr="envers {names}", en="toward {names}")
_IF = Message(fr="condition\u00a0: {words}", en="on condition: {words}")
_BY = Message(fr="délai\u00a0: {words}", en="by: {words}")
_SET_BY = Message(fr="délai\u00a0: {words}, fixé par {names}", en="by: {words}, set by {names}")
_UNSAID = Message(fr="non précisé", en="not said")
_BODY = Message(fr="au sein de {body}", en="within {body}")
_ROLES = Message(fr="{role}\u00a0: {names} ({article}, {rule})", en="{role}: {names} ({article}, {rule})")
_UNNAMED = Message(
    fr="Dont le texte disponible ne dit pas qui ils sont, ni qu’ils sont parties\u00a0: {names}.",
    en="Of whom the available text does not say who they are, nor that they are parties: {names}.",
)
_NONE = Message(fr="Aucune règle connue ne le dit.", en="No known rule says so.")
_LACUNAS = Message(
    fr="Des stipulations dont le texte n’est pas disponible peuvent en dire davantage\u00a0: {articles}.",
    en="Provisions whose words are not available may say more: {articles}.",
)


def duties_text(answer: Object, lang: Lang, name: Name = str) -> str:
    """The answer of `duties_json`, in words; `name` is what readers call what has an id."""
    cases = answer.get("candidates", [answer])
    of_members = len({found["version"] for found in cases}) < len(cases)
    lines = undetermined(answer, lang, EACH_CASE if of_members else EACH_VERSION)
    for found in cases:
        lines += [members(found, lang, name), ""] if of_members else []
        lines += [*_version(found, answer["of"], lang, name), ""]
    return "\n".join(lines).rstrip()


def _version(found: Object, of: str | None, lang: Lang, name: Name) -> Iterator[str]:
    title = _OF.fill(of=name(of), version=found["version"]) if of else _ALL.fill(version=found["version"])
    yield title.text(lang)
    for modality, heading in _HEADINGS.items():
        listed = [duty for duty in found["duties"] if duty["modality"] == modality]
        if listed:
            yield ""
            yield heading.text(lang)
        for duty in listed:
            yield from _duty(duty, of, lang, name)
    yield ""
    if not found["duties"]:
        yield _NONE.text(lang)
    for role in found["roles"]:
        names = _names(role["designates"], lang, name)
        yield _ROLES.fill(role=name(role["role"]), names=names, article=role["article"], rule=role["rule"]).text(lang)
    if found["unnamed"] and of is None:
        yield _UNNAMED.fill(names=", ".join(map(name, found["unnamed"]))).text(lang)
    if found["lacunas"]:
        yield _LACUNAS.fill(articles=", ".join(not_at_hand(found["lacunas"], lang))).text(lang)
    yield from left(found, lang)


def _duty(duty: Object, of: str | None, lang: Lang, name: Name) -> Iterator[str]:
    names = _names(duty["bearer"], lang, name) or _NOBODY.text(lang)
    yield f"  - {duty['action'] if of else _WHO.fill(names=names, action=duty['action']).text(lang)}"
    details: list[str] = []
    through = [one for one in duty["through"] if one not in {of, "members"}]
    if of and through:
        details.append(_AS.fill(roles=_names(through, lang, name)).text(lang))
    if duty["body"]:
        details.append(_BODY.fill(body=name(duty["body"])).text(lang))
    if duty["beneficiary"]:
        details.append(_TOWARD.fill(names=_names(duty["beneficiary"], lang, name)).text(lang))
    if duty["condition"]:
        details.append(_IF.fill(words=duty["condition"]).text(lang))
    if duty["deadline"] or duty["set_by"]:
        words = duty["deadline"] or _UNSAID
        if duty["deadline"] and duty["set_by"]:
            words = quoted(duty["deadline"], lang)
        by = (
            _SET_BY.fill(words=words, names=_names(duty["set_by"], lang, name))
            if duty["set_by"]
            else _BY.fill(words=words)
        )
        details.append(by.text(lang))
    if details:
        yield "    " + f"{SEMICOLON.text(lang)} ".join(details)
    yield f"    {duty['article']}, {duty['act']} — {duty['rule']}"
    yield f"    {quoted(duty['sentence'], lang)}"


def _names(ids: list[str], lang: Lang, name: Name) -> str:
    return ", ".join(_EVERY_MEMBER.text(lang) if id_ == "members" else name(id_) for id_ in ids)
