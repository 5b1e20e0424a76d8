"""The answer of `show` for a person at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import assert_never

from clausier.consolidate import AFTER_ALL, Timeline, Version
from clausier.diagnostics import Lang, Message
from clausier.emit.answers import Selection, part_in
from clausier.emit.called import MARKS, ending, span
from clausier.emit.dates import awaited, date_in_words, in_words
from clausier.emit.markdown import provision_markdown, version_markdown
from clausier.emit.operations import article_of, note_line, noted, said
from clausier.emit.parts import whole
from clausier.emit.to_come import Waiting, waiting, waiting_for
from clausier.model.dates import Pending
from clausier.model.operation import Operation
from clausier.model.provision import Alinea, Lacuna, Provision, Quotation, Table
from clausier.model.target import Target
from clausier.refs import Ambiguous, Failure, Miscounted, Missing, Unknown, ranks
from clausier.text.words import uncapitalised

WIDTH = 100
NO_DATE = Message(fr="projet sans date", en="a draft without a date")


def show_text(timeline: Timeline, selection: Selection, target: Target | None, lang: Lang, *, markdown: bool) -> str:
    """What was asked for, under the name and days of its version; each candidate where the dates leave it open."""
    blocks: list[str] = []
    coming = waiting(timeline)
    if selection.period and not selection.determined:
        blocks.append(open_dates(selection, lang))
    for version in selection.versions:
        if markdown and target is None:
            blocks.append(version_markdown(timeline, version).rstrip())
            continue
        blocks.append(heading(timeline, version, lang))
        found = part_in(timeline, version, target)
        if isinstance(found, Provision):
            coming = waiting_for(found, timeline)
        if not isinstance(found, Provision):
            blocks.append(_absent(found, target, lang))
        elif markdown:
            blocks.append(provision_markdown(found, 1).rstrip())
        else:
            blocks.append("\n".join(_provision(found, lang, version.document, whole(found, version.document))).rstrip())
            blocks.extend(note_line(o) for o in noted(found, timeline, below=True))
    if selection.day is None and not markdown and (end := ending(timeline)):
        blocks.append(end.text(lang))
    blocks.extend(to_come_text(coming, timeline, lang))
    return "\n\n".join(blocks)


def heading(timeline: Timeline, version: Version, lang: Lang) -> str:
    """The line above what a version says: its name, and its days."""
    days = NO_DATE if version.first == AFTER_ALL.first else span(timeline, version)
    return f"[{version.id}, {days.text(lang)}]"


def to_come_text(coming: Sequence[Waiting], timeline: Timeline, lang: Lang) -> list[str]:
    """What waits, each in a line, below its title; nothing where nothing does."""
    title = Message(fr="À venir\u00a0:", en="To come:").text(lang)
    return ["\n".join([title, *(_coming(o, date, timeline, lang) for o, date in coming)])] if coming else []


def _coming(operation: Operation, date: Pending, timeline: Timeline, lang: Lang) -> str:
    """What an operation that waits is to do, and for what it waits."""
    common = operation.common
    if lang == "en":
        return f"  {common.id} ({awaited(date)})"
    does = uncapitalised(said(operation, timeline.party_names, {act.id: act.title for act in timeline.acts}))
    act = timeline.act(common.act)
    return f"  {act.title or act.id}, {article_of(common)}\u00a0: {does} ({date_in_words(date)})"


def open_dates(selection: Selection, lang: Lang) -> str:
    """The days on which the dates leave the text open, and those dates."""
    period = selection.period
    assert period is not None and period.last is not None  # noqa: S101, PT018 - an open period ends
    count = len(selection.versions)
    texts = Message(fr=f"{count} textes possibles", en=f"{count} possible texts")
    if period.or_none:
        texts = Message(
            fr=f"{'un texte possible' if count == 1 else texts.fr}, ou aucun encore",
            en=f"{'one possible text' if count == 1 else texts.en}, or none yet",
        )
    lines = [
        Message(
            fr=f"Indéterminé du {in_words(period.first)} au {in_words(period.last)}\u00a0: {texts.fr}.",
            en=f"Undetermined from {period.first} to {period.last}: {texts.en}.",
        ).text(lang)
    ]
    for name, date in period.because:
        reason = getattr(date, "reason", "")
        lines.append(f"  {name}\u00a0: {date_in_words(date)}" + (f" ({reason})" if reason else ""))
    return "\n".join(lines)


def _absent(found: Failure, target: Target | None, lang: Lang) -> str:
    words = target.words if target else ""
    said: Message
    match found:
        case Unknown(number=number, reason=reason):
            where_fr = f"le texte de l’article {number}" if number else "le texte entier de la convention"
            where_en = f"the words of article {number}" if number else "the whole of the convention"
            said = Message(
                fr=f"{words}\u00a0: inconnu, car {where_fr} n’est pas disponible.\n{reason}",
                en=f"{words}: unknown, because {where_en} is not available.\n{reason}",
            )
        case Missing(nearest=near):
            hint_fr = f" Voulait-on dire «\u00a0{near}\u00a0»\u00a0?" if near else ""
            hint_en = f" Did you mean “{near}”?" if near else ""
            said = Message(
                fr=f"{words}\u00a0: n’existe pas dans cette version.{hint_fr}",
                en=f"{words}: does not exist in this version.{hint_en}",
            )
        case Ambiguous(candidates=candidates):
            names = " · ".join(candidates)
            said = Message(fr=f"{words} peut désigner\u00a0: {names}", en=f"{words} may name: {names}")
        case Miscounted(quote=quote, found=rank):
            said = Message(
                fr=f"«\u00a0{quote}\u00a0» est à l’alinéa {rank}.",
                en=f"“{quote}” is in alinéa {rank}.",
            )
        case _:
            assert_never(found)
    return said.text(lang)


def _provision(provision: Provision, lang: Lang, document: Provision, owner: Provision) -> Iterator[str]:
    """Its lines, each alinéa behind the number that it has in its `owner`, of which it may be a part."""
    if title := provision.title():
        yield title
        yield ""
    if mark := MARKS[provision.status].text(lang):
        yield mark
        yield ""
    numbers = ranks(owner.blocks, older=document.older_count)
    last = 0
    for block in provision.blocks:
        match block:
            case Alinea():
                n = numbers[block.key]
                shown, last = "?" if n is None else "·" if n == last else str(n), n or last
                indent = "  " * block.depth
                label = f"{block.label.chars} " if block.label else "– " if block.item else ""
                mark = "" if block.repealed else MARKS[block.status].text(lang)
                yield from _wrapped(
                    f"{indent}{label}{block.text.chars} {mark}".rstrip(), f"{shown:>4}  ", indent + " " * len(label)
                )
            case Table(rows=rows):
                yield from _table(rows)
            case Lacuna(reason=reason):
                missing = Message(fr="[texte non disponible]", en="[words not available]").text(lang)
                yield from _wrapped(f"{missing} {reason}", "      ", "")
            case Quotation():
                pass
        yield ""
    for child in provision.children:
        yield from _provision(child, lang, document, child)


def _wrapped(words: str, margin: str, indent: str) -> list[str]:
    """`words` under a margin; no-break spaces are kept, which `textwrap` alone would not break at either."""
    lines = textwrap.wrap(
        words, WIDTH - len(margin), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return [(margin if i == 0 else " " * len(margin)) + line for i, line in enumerate(lines or [""])]


def _table(rows: tuple[tuple[object, ...], ...]) -> Iterator[str]:
    cells = [[getattr(cell, "chars", "") for cell in row] for row in rows]
    widths = [max(len(row[c]) for row in cells if c < len(row)) for c in range(len(cells[0]))]
    for index, row in enumerate(cells):
        yield "      " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        if index == 0:
            yield "      " + "  ".join("-" * width for width in widths)
