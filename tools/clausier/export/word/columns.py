"""The *tableau comparatif*: two versions in two columns, word by word, by provision, with the act behind each change."""

from __future__ import annotations

from clausier.consolidate import Timeline, Version
from clausier.emit.redline import SAME
from clausier.export.authors import authors
from clausier.export.compare import compared, facing, fates
from clausier.export.flow import Line
from clausier.export.identity import of_changes, sides
from clausier.export.word.front import last_xml, title_xml
from clausier.export.word.layout import WIDTH, cell, gap, paragraph, row, table
from clausier.export.word.package import docx
from clausier.export.word.runs import PLAIN, Ink, Look, run, text_runs
from clausier.export.word.xml import element
from clausier.text import Text

GONE = Look(struck=True, colour="9C0006")
NEW = Look(underlined=True, colour="0B5394")
EDITOR = Look(italic=True)
INDENT = 200
HOW = "Tableau comparatif\u00a0: l’ancien texte à gauche, le nouveau à droite, et l’acte qui change chaque stipulation."


def columns_docx(timeline: Timeline, before: Version, after: Version, *, proposal: bool = False) -> bytes:
    """What changes from `before` to `after`, each provision that changes whole in both columns."""
    said = of_changes(timeline, before, after, HOW, proposal=proposal)
    who = authors(timeline, before, after)
    ink = Ink()
    rows: list[str] = []
    for part in compared(before.document, after.document):
        if any(not pair.same for pair in part.pairs):
            behind = who.sentences(part.id)
            rows.append(row([cell(run(part.title) + run(f" ({behind})" if behind else "", EDITOR), head=True, span=2)]))
            rows.extend(row(_facing(old, new, ink)) for old, new in facing(part))
    body = _table(sides(timeline, before, after, proposal=proposal), rows) if rows else paragraph("Note", run(SAME.fr))
    return docx(title_xml(said) + body + last_xml(said), said, ink.links)


def _table(names: tuple[str, str], rows: list[str]) -> str:
    key = paragraph("Note", run("Supprimé", GONE) + run(", à gauche\u00a0; ") + run("ajouté", NEW) + run(", à droite."))
    head = row((cell(run(name), head=True) for name in names), head=True)
    half = WIDTH // 2
    return key + table([head, *rows], [half, WIDTH - half], name="TableauComparatif") + gap()


def _facing(old: Line | None, new: Line | None, ink: Ink) -> tuple[str, str]:
    """A line and its counterpart: what goes is struck on the left, what comes stands out on the right."""
    if old is None or new is None:
        return _cell(old, _alone(old, GONE, ink)), _cell(new, _alone(new, NEW, ink))
    left: list[str] = []
    right: list[str] = []
    for fate in fates(_spaced(old.text), _spaced(new.text)):
        left.append(text_runs(fate.was, ink, GONE if fate.op == "delete" else PLAIN))
        right.append(text_runs(fate.now, ink, NEW if fate.op == "insert" else PLAIN))
    return _cell(old, "".join(left)), _cell(new, "".join(right))


def _alone(line: Line | None, look: Look, ink: Ink) -> str:
    """A line without a counterpart. The notice of missing words is the editor's: nobody has taken it out of the text."""
    if line is None:
        return ""
    return text_runs(_spaced(line.text), ink, EDITOR if line.kind == "gap" else look)


def _spaced(text: Text) -> Text:
    """The same text, a space after its label: a tab has no room in so narrow a column."""
    return Text(text.chars.replace("\t", " "), text.runs, text.marks)


def _cell(line: Line | None, content: str) -> str:
    depth = line.level if line and line.kind == "item" else 0
    more = element("ind", left=str(INDENT * depth), hanging=str(INDENT)) if depth else ""
    more = element("keepNext") + more if line and line.kind == "heading" else more
    return cell(content, more=more)
