"""What is put into the pages that are served: the findings on top, and the script that reloads them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from clausier.diagnostics import Diagnostic, Lang, Message

STATE = "/_clausier/state"  # no page of the site begins with an underscore
_NOT_REBUILT = Message(
    fr="Le site n’a pas été reconstruit\u00a0: le texte ci-dessous est celui d’avant l’erreur.",
    en="The site was not rebuilt: the text below is that from before the error.",
)
_NOT_BUILT = Message(fr="Le site n’a pas pu être construit.", en="The site could not be built.")
_KINDS = {
    "error": Message(fr="erreur", en="error"),
    "warning": Message(fr="avertissement", en="warning"),
    "remark": Message(fr="remarque", en="remark"),
}
_HELP = Message(fr="Aide\u00a0:", en="Help:")
_BODY = re.compile(rb"<body[^>]*>")
_STYLE = """\
position:sticky;top:0;z-index:9;max-height:45vh;overflow:auto;margin:0;padding:.75rem 1.25rem;\
background:#fff4f3;color:#3a0b08;border-bottom:4px solid #b3261e;font:16px/1.45 system-ui,sans-serif"""
# Asks twice a second, and only where someone looks; a page that was away is brought up to date when it is seen again.
_SCRIPT = """\
<script>(() => {
  const serial = "%d";
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch("%s", {cache: "no-store"});
      if (answer.ok && (await answer.text()) !== serial) location.reload();
    } catch { /* stopped: the page stays as it is */ }
  };
  setInterval(ask, 400);
  document.addEventListener("visibilitychange", ask);
})();</script>
"""


def with_findings(page: bytes, diagnostics: Sequence[Diagnostic], serial: int, lang: Lang) -> bytes:
    """A page of the site with the errors on top, if there are any, and the script that reloads it after `serial`."""
    script = (_SCRIPT % (serial, STATE)).encode()
    errors = [d for d in diagnostics if d.severity == "error"]
    top = _findings(errors, _NOT_REBUILT, lang).encode() if errors else b""
    body = _BODY.search(page)
    if not body:
        return top + page + script
    head, rest = page[: body.end()], page[body.end() :]
    before, close, after = rest.rpartition(b"</body>")
    return head + top + (before + script + close + after if close else rest + script)


def without_site(diagnostics: Sequence[Diagnostic], serial: int, lang: Lang) -> bytes:
    """A page that holds nothing but the errors, where no site has been built yet."""
    errors = [d for d in diagnostics if d.severity == "error"]
    top = _findings(errors, _NOT_BUILT, lang)
    whole = (
        f'<!doctype html>\n<html lang="{lang}"><meta charset="utf-8"><title>clausier</title><body>{top}</body></html>\n'
    )
    return with_findings(whole.encode(), (), serial, lang)


def _findings(errors: Sequence[Diagnostic], title: Message, lang: Lang) -> str:
    items = "".join(_finding(d, lang) for d in errors)
    head = html.escape(title.text(lang))
    return f'<section id="clausier-findings" role="alert" style="{_STYLE}"><strong>{head}</strong><ul>{items}</ul></section>'


def _finding(d: Diagnostic, lang: Lang) -> str:
    colon = "\u00a0:" if lang == "fr" else ":"
    parts = [
        f"<strong>{_KINDS[d.severity].text(lang)}[{html.escape(d.code.id)}]</strong>{colon} {html.escape(d.message.text(lang))}",
        f"<code>{html.escape(str(d.span))}</code>",
    ]
    if d.help:
        parts.append(f"{_HELP.text(lang)} {html.escape(d.help.text(lang))}")
    return f"<li>{'<br>'.join(parts)}</li>"
