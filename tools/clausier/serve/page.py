"""What is put into the pages that are served: the findings on top, the way to the source, the script that reloads them; each finding as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
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


OWN = "/_clausier/"  # no page of the site begins with an underscore
STATE = f"{OWN}state"
ASSETS = ("live.js", "serve.css")
_NOT_REBUILT = Message(
    fr="Le site n’a pas été reconstruit\u00a0: le texte ci-dessous est celui d’avant l’erreur.",
    en="The site was not rebuilt: the text below is that from before the error.",
)
_NOT_BUILT = Message(fr="Le site n’a pas pu être construit.", en="The site could not be built.")
_SOURCE = Message(fr="Source de cette page", en="Source of this page")
_SOURCES = Message(fr="Les sources", en="The sources")
_BODY = re.compile(rb"<body[^>]*>")


def with_findings(page: bytes, diagnostics: Sequence[Diagnostic], serial: int, lang: Lang, source: str = "") -> bytes:
    """A page with the errors on top, if there are any, and the script that reloads it after `serial`.

    `source` is the address of the page of its source; nothing leads there where it is "".
    """
    live = f'<script src="{OWN}live.js" data-serial="{serial}" data-state="{STATE}"></script>'
    head = f'<link rel="stylesheet" href="{OWN}serve.css">{live}'.encode()
    errors = [d for d in diagnostics if d.severity == "error"]
    top = _findings(errors, _NOT_REBUILT, lang).encode() if errors else b""
    foot = _to_source(source, lang).encode() if source else b""
    before, closing, after = page.partition(b"</head>")
    page = before + head + closing + after if closing else head + page
    body = _BODY.search(page)
    if not body:
        return top + page
    start, rest = page[: body.end()], page[body.end() :]
    inner, close, end = rest.rpartition(b"</body>")
    return start + top + (inner + foot + close + end if close else rest + foot)


def without_site(diagnostics: Sequence[Diagnostic], serial: int, lang: Lang) -> bytes:
    """A page that holds nothing but the errors, where no site has been built yet."""
    errors = [d for d in diagnostics if d.severity == "error"]
    top = _findings(errors, _NOT_BUILT, lang)
    whole = (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>clausier</title></head>'
        f"<body>{top}</body></html>\n"
    )
    return with_findings(whole.encode(), (), serial, lang, BESIDE)


def _findings(errors: Sequence[Diagnostic], title: Message, lang: Lang) -> str:
    items = "".join(f"<li>{finding_html(d, lang)}</li>" for d in errors)
    head = html.escape(title.text(lang))
    return f'<section id="clausier-findings" role="alert"><strong>{head}</strong><ul>{items}</ul></section>'


def _to_source(source: str, lang: Lang) -> str:
    words = (_SOURCES if source == BESIDE else _SOURCE).text(lang)
    return f'<nav id="clausier-sources" aria-label="clausier"><a href="{html.escape(source)}">{words}</a></nav>\n'
