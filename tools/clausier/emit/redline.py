"""A redline for people: in a terminal, as Markdown for a forge's comment, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from clausier.diagnostics import Lang, Message
from clausier.emit.changes import Change, Segment

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
NOTHING = Message(fr="Le texte en vigueur ne change pas.", en="The text in force does not change.")


def redline_text(found: Sequence[Change], lang: Lang, *, colour: bool) -> str:
    """The changes for a terminal: what goes between `[-` and `-]`, what comes between `{+` and `+}`."""
    if not found:
        return NOTHING.text(lang)
    blocks: list[str] = []
    for change in found:
        lines = "".join(_marked_text(s, colour=colour) for s in change.segments).rstrip("\n")
        blocks.append(f"{change.number} ({KINDS[change.kind].text(lang)})\n\n" + "\n\n".join(lines.split("\n")))
    return "\n\n".join(blocks)


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


def redline_markdown(found: Sequence[Change], title: str, lang: Lang) -> str:
    """The changes as Markdown that forges render: `<del>` and `<ins>`, a heading for each provision."""
    parts = [f"## {title}"]
    if not found:
        parts.append(NOTHING.text(lang))
    for change in found:
        parts.append(f"### {escape(change.title or change.number)} ({KINDS[change.kind].text(lang)})")
        parts.extend(_html_lines(change))
    return "\n\n".join(parts) + "\n"


def _html_lines(change: Change) -> Iterator[str]:
    """The lines of a change as HTML, `<del>` and `<ins>` closed at each line end."""
    html = "".join(_marked_html(s) for s in change.segments)
    yield from (line for line in html.split("\n") if line.strip())


def _marked_html(segment: Segment) -> str:
    if segment.op == "equal":
        return escape(segment.text, quote=False)
    tag = "ins" if segment.op == "insert" else "del"
    return "\n".join(f"<{tag}>{escape(part, quote=False)}</{tag}>" if part else "" for part in segment.text.split("\n"))


def redline_html(found: Sequence[Change], title: str, lang: Lang) -> str:
    """The changes as a page of its own, that needs nothing else."""
    return redlines_html([(title, found)], lang)


def redlines_html(titled: Sequence[tuple[str, Sequence[Change]]], lang: Lang) -> str:
    """Several comparisons, each under its title, as one page that needs nothing else."""
    bodies = [f"<h1>{escape(title)}</h1>\n{_sections(found, lang)}" for title, found in titled]
    return _PAGE.format(lang=lang, title=escape(titled[0][0]), body="\n".join(bodies))


def _sections(found: Sequence[Change], lang: Lang) -> str:
    sections = [
        f"<section><h2>{escape(c.title or c.number)} <small>({KINDS[c.kind].text(lang)})</small></h2>\n"
        + "\n".join(f"<p>{line}</p>" for line in _html_lines(c))
        + "\n</section>"
        for c in found
    ]
    return "\n".join(sections) or f"<p>{NOTHING.text(lang)}</p>"


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
