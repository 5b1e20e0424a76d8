"""What is put into the pages that are served: the findings on top, the way to the source, the script that reloads them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from clausier.diagnostics import Diagnostic, Lang, Message
from clausier.serve.finding import BESIDE, finding_html

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
