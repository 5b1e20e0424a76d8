"""A redline for people: in a terminal, as Markdown for a forge's comment, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from clausier.diagnostics import Lang, Message
from clausier.emit.changes import Change, Segment
from clausier.emit.html import escape, in_text

KINDS = {
    "added": Message(fr="ajouté", en="added"),
    "removed": Message(fr="retiré", en="removed"),
    "changed": Message(fr="modifié", en="changed"),
    "repealed": Message(fr="abrogé", en="repealed"),
    "renumbered": Message(fr="renuméroté", en="renumbered"),
    "unknown-before": Message(fr="rédaction antérieure non disponible", en="earlier wording not available"),
    "unknown-after": Message(fr="texte non disponible", en="text not available"),
}
PROPOSAL = Message(
    fr="Effet de la proposition sur le texte en vigueur", en="Effect of the proposal on the text in force"
)
UNCHANGED = Message(fr="Le texte en vigueur ne change pas.", en="The text in force does not change.")
SAME = Message(fr="Les deux textes sont les mêmes.", en="The two texts are the same.")


Lists = tuple[tuple[str, tuple[str, ...]], ...]
"""Lines, below what they are."""


class Redline(Struct, frozen=True):
    """A comparison under its title; `nothing` is what is said where nothing changes.

    `also` are lists of what changes besides, each under a line of its own.
    """

    title: str
    changes: Sequence[Change]
    nothing: Message = SAME
    also: Lists = ()


def redline_text(redline: Redline, lang: Lang, *, colour: bool) -> str:
    """A comparison for a terminal: what goes between `[-` and `-]`, what comes between `{+` and `+}`."""
    head = f"[{redline.title}]\n\n"
    blocks = ["\n".join([title, *(f"  {line}" for line in lines)]) for title, lines in redline.also]
    if not redline.changes:
        blocks.insert(0, redline.nothing.text(lang))
    for change in redline.changes:
        lines = "".join(_marked_text(s, colour=colour) for s in unmarked(change)).rstrip("\n")
        blocks.append(f"{change.number} ({KINDS[change.kind].text(lang)})\n\n" + "\n\n".join(lines.split("\n")))
    return head + "\n\n".join(blocks) + "\n"


def unmarked(change: Change) -> tuple[Segment, ...]:
    """The segments as a redline marks them: beside words that are not at hand, nothing is known to come or to go.

    A heading that is known on both sides keeps its marks.
    """
    op = {"unknown-before": "insert", "unknown-after": "delete"}.get(change.kind)
    if op is None:
        return change.segments
    title: list[Segment] = []
    body: list[Segment] = []
    for segment in change.segments:
        if body:
            body.append(segment)
            continue
        line, end, rest = segment.text.partition("\n")
        title.append(Segment(segment.op, line + end, segment.origin))
        body += [Segment(segment.op, rest, segment.origin)] if end else []
    known = any(s.op != op for s in title)
    plain = (Segment("equal", s.text, s.origin) if s.op == op else s for s in (*([] if known else title), *body))
    return tuple(s for s in (*(title if known else []), *plain) if s.text)


def _marked_text(segment: Segment, *, colour: bool) -> str:
    if segment.op == "equal":
        return segment.text
    around = ("{+", "+}", "32") if segment.op == "insert" else ("[-", "-]", "31")
    parts = [
        (f"\x1b[{around[2]}m{around[0]}{part}{around[1]}\x1b[0m" if colour else f"{around[0]}{part}{around[1]}")
        if part
        else ""
        for part in segment.text.split("\n")
    ]
    return "\n".join(parts)


def redline_markdown(redline: Redline, lang: Lang) -> str:
    """A comparison as Markdown that forges render: `<del>` and `<ins>`, a heading for each provision."""
    parts = [f"## {redline.title}"]
    if not redline.changes:
        parts.append(redline.nothing.text(lang))
    parts += [f"{title}\n\n" + "\n".join(f"- {escape(line)}" for line in lines) for title, lines in redline.also]
    for change in redline.changes:
        parts.append(f"### {escape(change.heading)} ({KINDS[change.kind].text(lang)})")
        parts.extend(_html_lines(change))
    return "\n\n".join(parts) + "\n"


def _html_lines(change: Change) -> Iterator[str]:
    """The lines of a change as HTML, `<del>` and `<ins>` closed at each line end."""
    html = "".join(_marked_html(s) for s in unmarked(change))
    yield from (line for line in html.split("\n") if line.strip())


def _marked_html(segment: Segment) -> str:
    if segment.op == "equal":
        return in_text(segment.text)
    tag = "ins" if segment.op == "insert" else "del"
    return "\n".join(f"<{tag}>{in_text(part)}</{tag}>" if part else "" for part in segment.text.split("\n"))


def redlines_html(redlines: Sequence[Redline], lang: Lang, lead: Sequence[str] = ()) -> str:
    """Several comparisons, each under its title, as one page that needs nothing else; `lead` are lines above them."""
    bodies = [f"<h1>{escape(one.title)}</h1>\n{_sections(one, lang)}" for one in redlines]
    first = [f"<p>{in_text(line)}</p>" for line in lead]
    return _PAGE.format(lang=lang, title=escape(redlines[0].title), body="\n".join([*first, *bodies]))


def _sections(redline: Redline, lang: Lang) -> str:
    sections = [
        f"<section><h2>{escape(c.heading)} <small>({KINDS[c.kind].text(lang)})</small></h2>\n"
        + "\n".join(f"<p>{line}</p>" for line in _html_lines(c))
        + "\n</section>"
        for c in redline.changes
    ]
    also = [
        f"<p>{title}</p>\n<ul>\n" + "\n".join(f"<li>{escape(line)}</li>" for line in lines) + "\n</ul>"
        for title, lines in redline.also
    ]
    return "\n".join([*([] if sections else [f"<p>{redline.nothing.text(lang)}</p>"]), *also, *sections])


_PAGE = """\
<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; color: #1b1b1b; background: #fff; }}
h2 {{ margin-top: 2.5rem; font-size: 1.15rem; }}
small {{ font-weight: normal; color: #555; }}
ins {{ background: #dff3e3; color: #0b4a1c; text-decoration: underline; }}
del {{ background: #fbe3e1; color: #7c1410; text-decoration: line-through; }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #eee; background: #181818; }}
  small {{ color: #bbb; }}
  ins {{ background: #12361d; color: #bdf0c8; }}
  del {{ background: #431a17; color: #ffc9c4; }}
}}
</style>
{body}
</html>
"""
