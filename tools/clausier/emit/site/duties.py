"""Who must, may or must not do what: what each member owes and as what, then the norms by those on whom they fall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.decide.duties import names_of, owed, roles, unnamed
from clausier.decide.seats import members_of
from clausier.emit.anchors import slug
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.bodies import title
from clausier.emit.site.grounds import ground, lacunas
from clausier.emit.site.members import counted
from clausier.emit.site.names import listed, named
from clausier.emit.site.page import BEHIND, Page, block, grid, heading, listing, paragraph
from clausier.emit.site.text import original_note
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Norm
from clausier.text.words import capitalised

PAGE = Page(path="obligations.html", title="Qui doit quoi", nav="Qui doit quoi", weight=BEHIND)
_MODALITIES = (("duty", "Doit"), ("permission", "Peut"), ("prohibition", "Ne doit pas"))
_NOBODY = ""


class _Bearer(Struct, frozen=True):
    """One on whom norms fall, by its id ("": the words do not say whom), with these norms."""

    id: str
    norms: tuple[tuple[BoundRule, Norm], ...]


def markdown(atlas: Atlas) -> str:
    """The members with how much falls on each, and as what; then the norms by bearer, each with its sentence."""
    rules = atlas.rules.of(atlas.latest.id)
    members = members_of(atlas.timeline, atlas.latest)
    bearers = list(_bearers(rules, members))
    lead = paragraph(
        "Les obligations, les permissions et les interdictions que le texte énonce, par celui sur qui elles pèsent, chacune avec sa "
        "phrase."
    )
    parts = [heading(1, PAGE.title), block("lead", original_note(PAGE, atlas), lead, counted(PAGE, atlas))]
    if not bearers:
        return PAGE.markdown([*parts, block("site", paragraph("Aucune règle de cette sorte n’est enregistrée."))])
    if members:
        columns = ("Membre", "En tant que", *(words for _, words in _MODALITIES))
        rows = [_row(member, bearers, rules, frozenset(members), atlas) for member in members]
        parts.append(block("site", grid("Ce qui pèse sur chaque membre", columns, rows, "counts")))
    strangers = frozenset(unnamed(rules, members))
    for bearer in bearers:
        parts.append(heading(2, _title(bearer.id, atlas), _anchor(bearer.id)))
        parts.append(block("site", *_about(bearer, rules, strangers, atlas), *_norms(bearer, atlas)))
    parts.append(block("site", lacunas(atlas, PAGE)))
    return PAGE.markdown(parts)


def _bearers(rules: Iterable[BoundRule], members: tuple[str, ...]) -> Iterator[_Bearer]:
    """All members together first, then those who are one or have a role, then the others, in the order of the text."""
    found: dict[str, list[tuple[BoundRule, Norm]]] = {}
    for norm in owed(rules, members, None):
        for name in norm.norm.bearer or (_NOBODY,):
            found.setdefault(name, []).append((norm.rule, norm.norm))
    held = {role.id for role in roles(rules)}

    def rank(name: str) -> int:
        return 0 if name == "members" else 1 if name in members or name in held else 3 if name == _NOBODY else 2

    for name in sorted(found, key=rank):
        yield _Bearer(name, tuple(found[name]))


def _title(bearer: str, atlas: Atlas) -> str:
    if bearer == "members":
        return "Chaque membre"
    if bearer == _NOBODY:
        return "Les mots ne disent pas qui"
    return title(bearer, atlas) if bearer in atlas.bodies else capitalised(named(bearer, atlas))


def _anchor(bearer: str) -> str:
    return slug({"members": "chaque membre", _NOBODY: "non dit"}.get(bearer, bearer))


def _row(
    member: str, bearers: list[_Bearer], rules: tuple[BoundRule, ...], members: frozenset[str], atlas: Atlas
) -> Iterator[str]:
    yield escape(named(member, atlas))
    names = names_of(rules, members, member)
    through = [bearer.id for bearer in bearers if bearer.id in names]
    yield (
        ", ".join(
            f'<a href="#{_anchor(name)}">{escape("membre" if name == "members" else named(name, atlas))}</a>'
            for name in through
        )
        or "–"
    )
    norms: list[str] = [norm.norm.modality for norm in owed(rules, members, member)]
    yield from (str(norms.count(modality)) for modality, _ in _MODALITIES)


def _about(bearer: _Bearer, rules: tuple[BoundRule, ...], strangers: frozenset[str], atlas: Atlas) -> Iterator[str]:
    """Who the bearer is, as far as the text says."""
    for role in roles(rules):
        if role.id == bearer.id:
            yield paragraph(f"C’est\u00a0: {escape(listed(role.designates, atlas))}.")
            yield ground(role.rule, atlas, PAGE)
    if bearer.id in strangers:
        yield paragraph("Le texte disponible ne dit pas qui c’est, ni que ce soit une partie.", "silent")


def _norms(bearer: _Bearer, atlas: Atlas) -> Iterator[str]:
    for modality, words in _MODALITIES:
        own = [(rule, norm) for rule, norm in bearer.norms if norm.modality == modality]
        if own:
            yield paragraph(f"<strong>{words}</strong>", "asked")
            yield listing((_norm(rule, norm, bearer.id, atlas) for rule, norm in own), "norms")


def _norm(rule: BoundRule, norm: Norm, bearer: str, atlas: Atlas) -> str:
    others = [name for name in norm.bearer if name != bearer]
    details = (
        ("avec\u00a0:", listed(others, atlas)),
        (
            "au sein de\u00a0:",
            named(rule.source.body, atlas) if rule.source.body and rule.source.body != bearer else "",
        ),
        ("envers\u00a0:", listed(norm.beneficiary, atlas)),
        ("condition\u00a0:", norm.condition),
        ("délai\u00a0:", f"«\u00a0{norm.deadline}\u00a0»" if norm.deadline else ""),
        ("délai fixé par\u00a0:", listed(norm.set_by, atlas)),
    )
    rest = "".join(f"\u00a0; {name} {words}" for name, words in details if words)
    return f"{escape(capitalised(norm.action))}{escape(rest)}.\n{ground(rule, atlas, PAGE)}"
