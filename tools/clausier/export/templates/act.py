"""What a template about an amendment is given: the convention, the act, what each of its articles does, what the text becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from clausier import FORMAT
from clausier.compile import Compiled
from clausier.consolidate import AFTER_ALL, Membership, Timeline, Version
from clausier.emit.between import changes_between
from clausier.emit.dates import awaited, date_in_words
from clausier.emit.markdown import blocks_markdown
from clausier.emit.operations import said
from clausier.emit.redline import KINDS
from clausier.emit.rules_json import rules_diff
from clausier.emit.site.amendments import in_force
from clausier.emit.site.atlas import atlas
from clausier.emit.site.names import rule_name
from clausier.export.authors import Authors, authors
from clausier.export.compare import Compared, compared, facing
from clausier.export.flow import Line
from clausier.export.templates.fill import Markdown
from clausier.model.act import Act, Formality, Party
from clausier.model.dates import Date, Pending
from clausier.model.operation import Annul, NoEffect, Postpone
from clausier.model.provision import Provision
from clausier.schemas import Object
from clausier.text.words import capitalised, uncapitalised

_RULES = {
    "added": "nouvelle",
    "removed": "disparue",
    "changed": "changée",
    "unknown-before": "peut-être nouvelle",
    "unknown-after": "peut-être disparue",
}


def act_data(compiled: Compiled, act: Act, member: str = "") -> Object:
    """The data, as `schema/document.schema.json` has it. `member` is the party whose assembly the document is for.

    The project is to be compiled as if the act were signed and in force, or nothing is known of the text that it makes;
    `act` is as it stands in the sources.
    """
    timeline = compiled.timeline
    texts = around(timeline, act)
    parties = _parties(timeline)
    rank = [other.id for other in compiled.corpus.amendments].index(act.id)
    own = {o.annulled for o in act.operations if isinstance(o, Annul)}  # which stand until this one is signed
    stand = timeline.rank_of_act.keys() | own
    earlier = [other for other in compiled.corpus.amendments[:rank] if not other.draft and other.id in stand]
    return {
        "format": FORMAT,
        "convention": convention_data(timeline, _before(timeline, act)),
        "membre": _member(act, parties.get(member)),
        "acte": _act(timeline, act, {key: party.name for key, party in parties.items()}),
        "precedents": [{**_named(other), "modifie": _changes_something(other)} for other in earlier],
        "compare": texts is not None,
        "changements": list(_changes(timeline, *texts)) if texts else [],
        "regles": list(_rules(compiled, *texts)) if texts else [],
    }


def _before(timeline: Timeline, act: Act) -> tuple[Membership, ...]:
    """The members over time, until the act changes them."""
    return tuple(takewhile(lambda m: m.operation.partition("/")[0] != act.id, timeline.members))


def convention_data(timeline: Timeline, over_time: Sequence[Membership]) -> Object:
    """The convention, as every template is given it, with the last of the members `over_time`."""
    convention = timeline.acts[0]
    members = over_time[-1].parties if over_time else ()
    return {
        "titre": convention.title,
        "designation": _convention(convention.title),
        "signature": date_in_words(convention.signed) if convention.signed else "",
        "membres": [_person(party.name, party.represented_by, party.quality) for party in members],
    }


def designation(act: Act) -> str:
    """An act as a sentence names it: « l’avenant n° 2 »."""
    title = act.title or act.id
    return f"l’{uncapitalised(title)}" if title.lower().startswith("avenant") else f"l’acte «\u00a0{title}\u00a0»"


def _convention(title: str) -> str:
    return (
        f"la {uncapitalised(title)}"
        if title.lower().startswith("convention")
        else f"la convention «\u00a0{title}\u00a0»"
    )


def _parties(timeline: Timeline) -> Mapping[str, Party]:
    return {party.id: party for period in timeline.members for party in period.parties}


def _person(name_: str, who: str, quality: str) -> Object:
    return {"nom": name_, "represente_par": who, "qualite": quality}


def _member(act: Act, party: Party | None) -> Object:
    """The party whose assembly decides, and what is recorded of its decision."""
    if party is None:
        return {**_person("", "", ""), "deliberation": _deliberation(None)}
    signs = next((s for s in act.signatories if s.party == party.id), None)
    who = signs.represented_by if signs else ""
    quality = signs.quality if signs else ""
    found = next((f for f in act.formalities if f.party == party.id), None)
    return {
        **_person(party.name, who or party.represented_by, quality or party.quality),
        "deliberation": _deliberation(found),
    }


def _deliberation(found: Formality | None) -> Object:
    day = found.deliberated if found else None
    return {
        "organe": found.body if found else "",
        "numero": found.number if found else "",
        "date": date_in_words(day) if day else "",
    }


def _named(act: Act) -> Object:
    return {
        "titre": act.title or act.id,
        "designation": designation(act),
        "signature": date_in_words(act.signed) if act.signed else "",
    }


def _changes_something(act: Act) -> bool:
    """Whether the convention has been other since that act: to annul one, or to put it off, takes back what was to change."""
    return any(not isinstance(operation, Annul | Postpone | NoEffect) for operation in act.operations)


def _act(timeline: Timeline, act: Act, names: Mapping[str, str]) -> Object:
    acts = {a.id: a.title or a.id for a in timeline.acts}
    signatories = [
        {"partie": names.get(s.party, s.party), "represente_par": s.represented_by, "qualite": s.quality}
        for s in act.signatories
    ]
    return {
        "id": act.id,
        **_named(act),
        "projet": act.draft,
        **_in_force(act.in_force),
        "signataires": signatories,
        "articles": list(_articles(act, names, acts)),
    }


def _in_force(date: Date) -> Object:
    """When the act is in force, as far as that is known, or what its day waits for."""
    if isinstance(date, Pending):
        return {"en_vigueur": "", "attend": awaited(date)}
    return {"en_vigueur": "" if date == AFTER_ALL else in_force(date), "attend": ""}


def _articles(act: Act, names: Mapping[str, str], acts: Mapping[str, str]) -> Iterator[Object]:
    """The articles of the act, opening and closing left out unless they change something."""
    for child in act.document.children:
        own = {p.id for p in child.walk()}
        found = [o for o in act.operations if f"{act.id}/{o.common.article}" in own]
        if child.kind in {"opening", "closing"} and not found:
            continue
        does = [said(o, names, acts) for o in found if not isinstance(o, NoEffect)]
        yield {
            "titre": child.title() or child.kind.capitalize(),
            "texte": Markdown("\n\n".join(_words(child))),
            "effets": does,
            "sans_effet": next((o.reason for o in found if isinstance(o, NoEffect)), ""),
        }


def _words(provision: Provision) -> Iterator[str]:
    yield from blocks_markdown(provision.blocks)
    for child in provision.children:
        yield f"**{child.title()}**"
        yield from _words(child)


def around(timeline: Timeline, act: Act) -> tuple[Version, Version] | None:
    """The text just before all that the act does, and just after it; None where no version shows that."""
    own = {event.id for event in (*timeline.events, *timeline.to_come) if event.act == act.id}
    after = min((v for v in timeline.versions if own <= {*v.events} and own), key=lambda v: len(v.events), default=None)
    if after is None:
        return None
    earlier = (v for v in timeline.versions if not own & {*v.events} and {*v.events} < {*after.events})
    before = max(earlier, key=lambda v: len(v.events), default=None)
    return (before, after) if before else None


def _changes(timeline: Timeline, before: Version, after: Version) -> Iterator[Object]:
    """The provisions that are other after the act, each with its lines in both texts."""
    kinds = {change.id: KINDS[change.kind].fr for change in changes_between(before, after, timeline)}
    who = authors(timeline, before, after)
    for part in compared(before.document, after.document):
        if any(not pair.same for pair in part.pairs):
            yield _change(part, kinds.get(part.id, ""), who)


def _change(part: Compared, kind: str, who: Authors) -> Object:
    lines = [
        {"avant": _line(old), "apres": _line(new), "change": _line(old) != _line(new)} for old, new in facing(part)
    ]
    return {"stipulation": part.title, "sort": kind, "source": who.sentences(part.id), "lignes": lines}


def _line(line: Line | None) -> str:
    return line.text.chars.replace("\t", " ") if line else ""


def _rules(compiled: Compiled, before: Version, after: Version) -> Iterator[Object]:
    """The rules that are other after the act: of votes, duties, deadlines."""
    names = atlas(compiled)
    named: dict[str, str] = {rule.id: capitalised(rule_name(rule, names)) for rule in compiled.rules.rules}
    found: list[dict[str, Any]] = rules_diff(compiled.rules, compiled.timeline, before, after)["changes"]
    for change in found:
        old, new = change["before"], change["after"]
        yield {
            "regle": named[change["id"]],
            "sort": _RULES[change["kind"]],
            "article": (new or old)["article"],
            "avant": old["quote"] if old else "",
            "apres": new["quote"] if new else "",
        }
