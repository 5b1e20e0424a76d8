"""`clausier explain`: the check behind a code."""

from __future__ import annotations

import re
import textwrap

import click

from clausier import FORMAT
from clausier.catalogue import CODES
from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import define, format_option
from clausier.diagnostics import Code, Lang, Message
from clausier.text.words import closest


@define(
    "explain",
    fr="Expliquer un code de diagnostic\u00a0: ce qui est contrôlé, pourquoi, et un exemple. Sans code, la liste.",
    en="Explain the code of a finding: what is checked, why, and an example (in French). Without a code, the list.",
    example="clausier explain AMD102",
)
@click.argument("code", required=False, default="")
@format_option("text", "json")
def command(code: str, project: object, format_: str) -> None:  # noqa: ARG001 - every command takes --project
    """Print the explanation of a code, or the list of codes."""
    lang = spoken()
    chosen = [c for c in CODES if c.id == code.upper()] if code else list(CODES)
    if not chosen:
        near = closest(code.upper(), [c.id for c in CODES])
        hint = (
            Message(fr=f"voulait-on dire {near}\u00a0?", en=f"did you mean {near}?")
            if near
            else Message(fr="«\u00a0clausier explain\u00a0» les donne tous", en="“clausier explain” lists them all")
        )
        refuse(fr=f"code inconnu\u00a0: {code} ({hint.fr})", en=f"unknown code: {code} ({hint.en})")
    if format_ == "json":
        found = [
            {
                "code": c.id,
                "severity": c.severity,
                "message": _headline(c, lang),
                "explanation": c.explanation.strip(),
            }
            for c in chosen
        ]
        print_json({"format": FORMAT, "codes": found})
    elif code:
        click.echo(f"{chosen[0].id} – {_headline(chosen[0], lang)}\n\n{_plain(chosen[0].explanation)}")
    else:
        for c in chosen:
            click.echo(f"{c.id}  {_headline(c, lang)}")


def _headline(code: Code, lang: Lang) -> str:
    """The sentence of a code, an ellipsis for what a finding fills in; what it explains first, where that would be all."""
    said = re.sub(r"(?:…|\{\w+\})+", "…", code.message.text(lang))
    return said if said != "…" else code.explanation.partition("**Quoi.** ")[2].partition("\n\n")[0]


def _plain(explanation: str) -> str:
    """An explanation for a terminal: its three words without the stars that make them bold, and lines of one width."""
    paragraphs = re.sub(r"^\*\*(.+?)\*\*", r"\1", explanation.strip(), flags=re.MULTILINE).split("\n\n")
    return "\n\n".join(textwrap.fill(p, 100, break_long_words=False, break_on_hyphens=False) for p in paragraphs)
