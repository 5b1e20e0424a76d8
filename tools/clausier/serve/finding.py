"""A finding as HTML, the same on top of a page and beside a source: its code, its words, its help, where it is."""

from __future__ import annotations

import html
from urllib.parse import quote

from clausier.diagnostics import Diagnostic, Lang, Message, Span
from clausier.diagnostics.diagnostic import COLON, SEVERITIES
from clausier.emit.site.page import coded
from clausier.text.typography import unbroken

BESIDE = "/_source/"  # no page of the site begins with an underscore
_HELP = Message(fr="Aide\u00a0:", en="Help:")
_ACCEPTED = Message(fr="Admis\u00a0:", en="Accepted:")


def address(path: str, line: int = 0) -> str:
    """The address of the page of a source, and of one of its lines."""
    return f"{BESIDE}{quote(path)}" + (f"#L{line}" if line else "")


def finding_html(d: Diagnostic, lang: Lang, *, placed: bool = False) -> str:
    """A finding in paragraphs; `placed`: it stands where it is, and need not say where."""
    colon = COLON.text(lang)
    code = f"/controles/{d.code.id[:3].lower()}.html#{d.code.id}"
    kind = f'{SEVERITIES[d.severity].text(lang)}[<a href="{code}">{html.escape(d.code.id)}</a>]'
    head = f"<strong>{kind}</strong>{colon} {_words(d.message.text(lang))}"
    more = [f"{_place(label.span)}{colon} {_words(label.message.text(lang))}" for label in d.labels]
    if d.help:
        more.append(f"{_HELP.text(lang)} {_words(d.help.text(lang))}")
    if d.acknowledged:
        more.append(f"{_ACCEPTED.text(lang)} {_words(d.acknowledged)}")
    place = "" if placed else f"<p>{_place(d.span)}</p>"
    return f"<p>{head}</p>{place}" + "".join(f'<p class="more">{line}</p>' for line in more)


def _place(span: Span) -> str:
    return f'<a href="{html.escape(address(span.path, span.line))}"><code>{html.escape(str(span))}</code></a>'


def _words(said: str) -> str:
    return coded(unbroken(said))
