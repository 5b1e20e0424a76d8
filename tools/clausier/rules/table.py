"""A table of votes, read where it stands: each row's name matched to a member, each cell an exact number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Filled, Label, Message, report
from clausier.diagnostics import codes_rul as codes
from clausier.model.act import Party
from clausier.model.provision import Provision, Table
from clausier.rules.exact import decimal
from clausier.rules.figures import number
from clausier.rules.kinds import Weights
from clausier.rules.written import RuleSource, TableSource
from clausier.text import Text
from clausier.text.accents import without_accents
from clausier.text.regex import regex
from clausier.text.typography import fold, same
from clausier.text.words import closest

_TOTAL = frozenset({"total", "total general", "total des voix", "ensemble"})
_ARTICLE = regex(r"\A(?:l[ae] |les |l')")
_TABLE = Message(fr="le tableau", en="the table")
_EMPTY = Message(fr="(vide)", en="(empty)")
_NEAREST = Message(fr="un membre s’appelle «\u00a0{name}\u00a0»", en="a member is called “{name}”")
_NAMES = Message(fr="si c’est un membre, le dire par «\u00a0noms:\u00a0»", en="if it is a member, say so by “noms:”")


class Members(Struct, frozen=True):
    """Who is a member, for a version: `now`, at some time during it (`during`), and ever (`ever`: under each of its names)."""

    now: tuple[Party, ...]
    during: tuple[Party, ...]
    ever: tuple[Party, ...]


class Found(Struct, frozen=True):
    """A table with the columns sought: where it stands, and which they are."""

    provision: Provision
    rank: int
    table: Table
    member: int
    votes: int

    @property
    def header(self) -> tuple[Text, Text]:
        """The two header cells."""
        return self.table.rows[0][self.member], self.table.rows[0][self.votes]

    @property
    def quote(self) -> str:
        """The header cells as the text has them."""
        return " | ".join(cell.chars for cell in self.header)

    @property
    def fixed_origins(self) -> tuple[str, ...]:
        """Who wrote the header cells."""
        return tuple(dict.fromkeys(origin for cell in self.header for origin in cell.origins()))

    @property
    def origins(self) -> tuple[str, ...]:
        """Who wrote the header and the cells of the two columns."""
        cells = (row[i] for row in self.table.rows for i in (self.member, self.votes))
        return tuple(dict.fromkeys(origin for cell in cells for origin in cell.origins()))


def tables(provision: Provision, source: TableSource) -> tuple[Found, ...]:
    """The tables of `provision`, sub-articles included, that have both columns once."""
    found = []
    for part in provision.walk():
        for rank, table in enumerate(part.tables if part.status != "repealed" else (), start=1):
            header = [cell.chars for cell in table.rows[0]]
            member = [i for i, cell in enumerate(header) if same(cell, source.member.value)]
            votes = [i for i, cell in enumerate(header) if same(cell, source.votes.value)]
            if len(member) == len(votes) == 1:
                found.append(Found(part, rank, table, *member, *votes))
    return tuple(found)


def name_key(name: str) -> str:
    """`name` by which members are recognised: case, accents, typography, hyphens and the article before it aside."""
    folded = without_accents(fold(name).chars.strip()).lower()
    return " ".join(_ARTICLE.sub("", folded).replace("-", " ").split())


def weights(
    found: Found, rule: RuleSource, members: Members, version: str
) -> tuple[Weights | None, tuple[Diagnostic, ...]]:
    """What each member weighs by the rows of the table, None where one cannot be read; and what is wrong with them.

    `version` is named in findings.
    """
    source, among = rule.table, "".join(words.value for words in rule.settings.get("collège"))
    assert source is not None  # noqa: S101 - the rule reads a table
    span = source.votes.span
    labels = [Label(found.table.span, _TABLE)] if found.table.span else []
    given = {name_key(name): seat for name, seat in source.names}
    ids = {party.id for party in members.ever}
    # A table may still call a member by the name that it had when the table was written.
    by_name = {name_key(p.name): p.id for p in (*members.ever, *members.during)}
    by_name |= {name_key(i): i for i in ids} | given
    by: dict[str, Fraction] = {}
    total: Fraction | None = None
    diagnostics: list[Diagnostic] = []
    for row in found.table.rows[1:]:
        name, cell = row[found.member].chars, row[found.votes].chars
        value = number(fold(cell).chars.strip())
        seat = by_name.get(name_key(name))
        if value is None:
            diagnostics.append(report(codes.CELL_NOT_A_NUMBER, span, labels=labels, words=cell.strip() or _EMPTY))
        elif seat is None and _is_total(name, row, found.votes):
            total = value
        elif seat is None:
            diagnostics.append(
                report(codes.ROW_WITHOUT_MEMBER, span, labels=labels, help=_help(name, members.ever), name=name)
            )
        elif seat in by:
            diagnostics.append(report(codes.MEMBER_TWICE, span, labels=labels, name=name))
        else:
            by[seat] = value
    if diagnostics:
        return None, tuple(diagnostics)
    diagnostics.extend(_agree(frozenset(by), source, members, version, partly=bool(among)))
    added = sum(by.values(), Fraction())
    if total is not None and total != added:
        stated, sum_ = _figure(total), _figure(added)
        diagnostics.append(report(codes.WRONG_TOTAL, span, labels=labels, stated=stated, sum=sum_))
    return Weights(by=tuple(by.items()), total=total, among=among), tuple(diagnostics)


def _is_total(name: str, row: tuple[Text, ...], votes: int) -> bool:
    """Whether a row is that of the total: where it names nobody, the word may stand in any other column."""
    if name.strip():
        return name_key(name) in _TOTAL
    return any(name_key(cell.chars) in _TOTAL for i, cell in enumerate(row) if i != votes)


def _agree(
    seats: frozenset[str], source: TableSource, members: Members, version: str, *, partly: bool
) -> Iterator[Diagnostic]:
    """Rows of those who are no members, and members without a row, unless it is a table of some (`partly`)."""
    names = {p.id: p.name for p in members.ever}
    during = {p.id for p in members.during}
    for seat in sorted((seats & set(names)) - during):
        yield report(codes.ROW_OF_FORMER_MEMBER, source.member.span, name=names[seat], version=version)
    for party in () if partly else members.now:
        if party.id not in seats:
            yield report(codes.MEMBER_WITHOUT_ROW, source.member.span, name=party.name, version=version)


def _help(name: str, parties: Iterable[Party]) -> Message | Filled:
    names = {name_key(p.name): p.name for p in parties}
    near = closest(name_key(name), names, likeness=0.7)
    return _NEAREST.fill(name=names[near]) if near else _NAMES


def _figure(value: Fraction) -> str:
    exact = decimal(value)
    return exact.replace(".", ",") if isinstance(exact, str) else f"{value.numerator}/{value.denominator}"
