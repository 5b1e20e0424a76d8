"""`clausier apply`: plain texts in, the consolidated text and the queries out, one JSON document a line."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from clausier.cli.framework import spoken
from clausier.cli.options import define
from clausier.diagnostics import Message

_FORM = '{"title": "…", "base": {"articles": [{"num": "1", "title": "…", "text": "…"}]}, "avenants": [{"id": "…", "articles": […]}]}'


@define(
    "apply",
    fr="Appliquer des avenants en texte simple, lus en JSON Lines, et dire ce qui n’est pas certain.",
    en="Apply amendments in plain text, read as JSON Lines, and say what is not certain.",
    example="clausier apply < accords.jsonl > textes.jsonl",
    of_project=False,
)
def command() -> None:
    """One document a line: `case`, `title`, `base`, `avenants`; back come `case`, `articles`, `queries`."""
    from clausier.author.apply.apply import apply
    from clausier.author.apply.document import DocumentError

    lang = spoken()
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            answer = apply(_given(line, number))
        except DocumentError as error:
            what = Message(
                fr=f"ligne {number}\u00a0: {error} manque, ou n’est pas de la forme attendue\u00a0: {_FORM}",
                en=f"line {number}: {error} is missing, or not of the form expected: {_FORM}",
            )
            raise click.UsageError(what.text(lang)) from None
        click.echo(json.dumps(answer, ensure_ascii=False))


def _given(line: bytes, number: int) -> Any:
    """The document that a line holds, in UTF-8, with the byte order mark of Windows or without; the command ends where it holds none."""
    place = Message(fr=f"ligne {number}", en=f"line {number}")
    try:
        return json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        place = Message(fr=f"ligne {number}, colonne {error.colno}", en=f"line {number}, column {error.colno}")
        why = Message(fr="ce n’est pas du JSON", en="not JSON")
    except UnicodeDecodeError:
        why = Message(fr="ce n’est pas de l’UTF-8", en="not UTF-8")
    except RecursionError:
        why = Message(fr="trop de crochets emboîtés", en="too many brackets, one inside another")
    what = Message(fr=f"{place.fr}\u00a0: {why.fr}", en=f"{place.en}: {why.en}")
    raise click.UsageError(what.text(spoken()))
