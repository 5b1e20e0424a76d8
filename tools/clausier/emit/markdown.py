"""A text as Markdown that a person reads and another program can: headings, alinéas, lists, tables."""

from __future__ import annotations

from clausier.consolidate import Timeline, Version
from clausier.emit.called import MARKS, called, days, ending
from clausier.emit.operations import note_line, noted
from clausier.model.provision import Alinea, Block, Lacuna, Provision, Quotation, Table
from clausier.text import Text
from clausier.text.regex import regex
from clausier.text.words import capitalised

ONLY_ORIGINALS = "Seuls les originaux signés font foi."
_BEGINS = regex(r"\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+#>])")  # what is no paragraph; « 1986. Le comité » is one
_ENTITY = regex(r"&(?=#?\w+;)")


def version_markdown(timeline: Timeline, version: Version) -> str:
    """A version as a document: the convention's title, the version's name and days, its text."""
    text = [provision_markdown(c, 2) for c in version.document.children]
    return "\n".join([*head(timeline, version), "", *text, *foot(timeline, version)]).rstrip() + "\n"


def head(timeline: Timeline, version: Version) -> list[str]:
    """The lines above the text of a version."""
    convention = timeline.acts[0]
    name = called(timeline, version)
    named = f"*{escaped(capitalised(name))}, {days(timeline, version)}. {ONLY_ORIGINALS}*"
    lines = [f"# {escaped(convention.title)}", "", named]
    if not version.over and (end := ending(timeline)):
        lines += ["", f"*{end.fr}*"]
    if not version.complete:
        lines += ["", "*Texte incomplet\u00a0: il peut exister des stipulations que cette version ne donne pas.*"]
    return lines


def foot(timeline: Timeline, version: Version) -> list[str]:
    """The lines below the text of a version."""
    notes = [f"- {escaped(note_line(o))}" for o in noted(version.document, timeline, below=True)]
    return ["## Notes d’édition", "", *notes] if notes else []


def provision_markdown(provision: Provision, level: int) -> str:
    """A provision and those below it, its heading at `level`."""
    title = provision.title()
    parts: list[str] = [f"{'#' * min(level, 6)} {escaped(title)}"] if title else []
    if mark := MARKS[provision.status].fr:
        parts = [f"{parts[0]} {mark}"] if parts else [mark]
    parts.extend(blocks_markdown(provision.blocks))
    parts.extend(provision_markdown(c, level + 1).rstrip("\n") for c in provision.children)
    return "\n\n".join(parts) + "\n"


def blocks_markdown(blocks: tuple[Block, ...]) -> list[str]:
    """Blocks as Markdown paragraphs; the items of one list stay together."""
    parts: list[str] = []
    in_list = False
    for block in blocks:
        match block:
            case Alinea(depth=0):
                parts.append(line(block))
                in_list = False
            case Alinea():
                indent = "  " * (block.depth - 1) + ("- " if block.item else "  ")
                text = indent + line(block)
                if in_list and block.item:
                    parts[-1] += "\n" + text
                elif in_list:
                    parts[-1] += "\n\n" + text
                else:
                    parts.append(text)
                in_list = True
            case Table(rows=rows):
                parts.append(table(rows))
                in_list = False
            case Lacuna(reason=reason):
                parts.append(f"*[Texte non disponible\u00a0: {escaped(reason)}]*")
                in_list = False
            case Quotation(content=content):
                inner = [*blocks_markdown(content.blocks), *(provision_markdown(c, 3) for c in content.children)]
                quoted = "\n\n".join(p.rstrip("\n") for p in inner)
                parts.append("\n".join(f"> {row}".rstrip() for row in quoted.split("\n")))
                in_list = False
    return parts


def line(alinea: Alinea) -> str:
    """An alinéa with its label."""
    label = f"{escaped(alinea.label.chars)} " if alinea.label else ""
    mark = "" if alinea.repealed else MARKS[alinea.status].fr
    return f"{label}{marked(alinea.text)} {mark}".rstrip()


def table(rows: tuple[tuple[Text, ...], ...]) -> str:
    """A table, its header first."""
    cells = [[marked(cell).replace("|", "\\|") for cell in row] for row in rows]
    rule = ["---"] * len(cells[0])
    return "\n".join("| " + " | ".join(row) + " |" for row in [cells[0], rule, *cells[1:]])


def marked(text: Text) -> str:
    """The words of a text with their emphasis and links."""
    joined = _with_marks(text) if text.marks else escaped(text.chars)
    begins = _BEGINS.match(joined)
    return f"{begins.group()}\\{joined[begins.end() :]}" if begins else joined


def _with_marks(text: Text) -> str:
    signs: dict[int, list[str]] = {}
    for mark in sorted(text.marks, key=lambda m: (m.start, -m.end)):
        opening, closing = {"em": ("*", "*"), "strong": ("**", "**")}.get(mark.kind, ("[", f"]({mark.href})"))
        signs.setdefault(mark.start, []).append(opening)
        signs.setdefault(mark.end, []).insert(0, closing)
    out: list[str] = []
    last = 0
    for at in sorted(signs):
        out.append(escaped(text.chars[last:at]))
        out.extend(signs[at])
        last = at
    out.append(escaped(text.chars[last:]))
    return "".join(out)


def escaped(chars: str) -> str:
    """Words as Markdown, none of whose signs is a mark within a line."""
    for sign in "\\`*_~[]<":
        if sign in chars:
            chars = chars.replace(sign, "\\" + sign)
    return _ENTITY.sub(r"\\&", chars) if "&" in chars else chars
