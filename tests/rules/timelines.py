"""Small timelines built by hand: what consolidation would make, without it."""

from __future__ import annotations

import datetime
import json
import tempfile
from pathlib import Path
from typing import Any

from clausier.consolidate.timeline import Membership, Period, Timeline, Version
from clausier.diagnostics import Diagnostic, Span
from clausier.emit.contract import long_output
from clausier.emit.rules_json import rules_json
from clausier.model.act import Act, Party
from clausier.model.dates import Date, Pending, When
from clausier.model.operation import Common, NoEffect, Operation
from clausier.model.provision import Alinea, Lacuna, Provision, Status, Table
from clausier.rules.bind import bind_rules
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.read import read_rules
from clausier.rules.written import RuleSources
from clausier.text import Text, join

HERE = Span("convention/01.md")


def day(words: str) -> datetime.date:
    return datetime.date.fromisoformat(words)


def written(*pieces: tuple[str, str]) -> Text:
    """A text by pieces: words, and the origin that wrote them."""
    return join(Text(words).written(origin, at) for at, (words, origin) in enumerate(pieces))


def alinea(words: str, origin: str = "convention") -> Alinea:
    return Alinea(key=words, text=written((words, origin)), span=HERE)


def article(
    number: str,
    *blocks: Alinea | Table | Lacuna | Text | str,
    children: tuple[Provision, ...] = (),
    id: str = "",  # noqa: A002 - the field's name
    status: Status = "in-force",
) -> Provision:
    """An article; a bare string is an alinéa of the convention."""
    made = tuple(
        alinea(b) if isinstance(b, str) else Alinea(key=b.chars, text=b, span=HERE) if isinstance(b, Text) else b
        for b in blocks
    )
    return Provision(
        id=id or f"convention/{number}",
        kind="article",
        number=number,
        blocks=made,
        children=children,
        status=status,
        span=HERE,
    )


def version(
    name: str, *articles: Provision, acts: tuple[str, ...] = (), first: str = "", last: str = "", complete: bool = True
) -> Version:
    """A state of the text; `acts` without the convention. Without `first` it is never certain."""
    return Version(
        id=name,
        acts=("convention", *acts),
        events=acts,
        document=Provision(id="convention", kind="document", children=articles),
        complete=complete,
        first=day(first) if first else None,
        last=day(last) if last else None,
    )


def act(name: str, *articles: Provision, in_force: str = "2021-01-01", pending: bool = False) -> Act:
    """An act with its own words."""
    date: Date = Pending(because="événement") if pending else When(first=day(in_force), last=day(in_force))
    kind = "convention" if name == "convention" else "amendment"
    document = Provision(id=name, kind="document", children=articles)
    return Act(
        id=name,
        kind=kind,  # type: ignore[arg-type]  # one of the two
        title=name,
        name="essai" if kind == "convention" else "",
        folder=name,
        signed=None,
        in_force=date,
        document=document,
        span=HERE,
    )


def timeline(
    *versions: Version,
    acts: tuple[Act, ...] = (),
    periods: tuple[Period, ...] = (),
    members: tuple[Membership, ...] = (),
) -> Timeline:
    """The versions in time. Each origin `ACT/N#M` in use is an operation of that act; periods follow unless given."""
    made = periods or tuple(
        Period(first=v.first, last=v.last, candidates=(v.id,)) for v in versions if v.first is not None
    )
    names = {name for v in versions for name in v.acts if name != "convention"} - {a.id for a in acts}
    return Timeline(
        acts=(act("convention", in_force="2020-01-01"), *acts, *(act(name) for name in sorted(names))),
        versions=versions,
        periods=made,
        to_come=(),
        members=members,
        operations={o.common.id: o for o in _operations(versions)},
        overtaken={},
        events=(),
        touched={},
    )


def _operations(versions: tuple[Version, ...]) -> list[Operation]:
    origins = {
        origin
        for v in versions
        for p in v.document.walk()
        for text in (*(a.text for a in p.alineas), *(c for t in p.tables for r in t.rows for c in r))
        for origin in text.origins()
        if "/" in origin
    }
    return [
        NoEffect(
            common=Common(
                id=origin,
                verb="remplacer",
                act=origin.partition("/")[0],
                article="1",
                span=Span(f"{origin.partition('/')[0]}/01.md"),
            ),
            reason="",
        )
        for origin in sorted(origins)
    ]


def member(name: str, title: str) -> Party:
    return Party(id=name, name=title, span=HERE)


def read_beside(yaml: str, name: str = "convention") -> tuple[RuleSources, tuple[Diagnostic, ...]]:
    """The rules that `yaml` writes beside the act of that name, and what is wrong in them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name, "01.regles.yml")
        path.parent.mkdir()
        path.write_text(yaml, encoding="utf-8")
        return read_rules(Path(folder), [act(name)])


def written_json(rules: Rules, time: Timeline) -> Any:
    """`rules.json`, as programs read it; it fits its schema."""
    return json.loads(bytes(long_output("rules.json", rules_json(rules, time), "rules", "all-rules")))


def sources(yaml: str, act: str = "convention") -> RuleSources:
    """The rules that `yaml` writes beside `act`; they must read without a finding."""
    found, problems = read_beside(yaml, act)
    assert problems == ()
    return found


def bound(yaml: str, time: Timeline, act: str = "convention") -> tuple[Rules, tuple[Diagnostic, ...]]:
    """The rules that `yaml` writes beside `act`, bound to the timeline."""
    return bind_rules(sources(yaml, act), time)


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [d.code.id for d in diagnostics]


def states(rules: Rules, id_: str) -> list[BoundRule]:
    """The states of the rule of that name, in order."""
    return [rule for rule in rules.rules if rule.id == id_]
