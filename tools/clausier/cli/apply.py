"""`clausier apply`: plain texts in, the consolidated text and the queries out, one JSON document a line."""

from __future__ import annotations

import json
import sys

import click

from clausier.cli.framework import command as make
from clausier.diagnostics import Message


@make(
    "apply",
    fr="Appliquer des avenants en texte simple, lus en JSON Lines, et dire ce qui n’est pas certain.",
    en="Apply amendments in plain text, read as JSON Lines, and say what is not certain.",
    example="clausier apply < accords.jsonl > textes.jsonl",
)
def command() -> None:
    """One document a line: `case`, `title`, `base`, `avenants`; back come `case`, `articles`, `queries`."""
    from clausier.author.apply.apply import DocumentError, apply

    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            answer = apply(json.loads(line))
        except (json.JSONDecodeError, DocumentError) as error:
            said = Message(
                fr=f"ligne {number}\u00a0: ce n’est pas un document ({error})",
                en=f"line {number}: not a document ({error})",
            )
            raise click.UsageError(said.text("fr")) from None
        click.echo(json.dumps(answer, ensure_ascii=False))
