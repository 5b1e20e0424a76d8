"""The questions of an import, asked on a terminal: the sentence, its candidates, what each would do to the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from clausier.cli.framework import use_colour
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import COLON

if TYPE_CHECKING:
    from clausier.author.intake.questions import Ask, Choice, Question

_COLOURS = {"[-": "red", "{+": "green"}


def asker(lang: Lang) -> Ask:
    """What asks on the terminal. Enter leaves the question in its file, and so does the end of the input."""
    colon = COLON.text(lang)

    def ask(file: str, question: Question) -> Choice | None:
        click.echo(f"\n{file}{colon} {question.why}")
        click.echo(f"  « {' '.join(question.sentence.split())} »")
        for number, choice in enumerate(question.choices, start=1):
            click.echo(f"  {number}. {choice.words}")
            if choice.effect:
                click.echo(f"     {_coloured(choice.effect)}")
        for reading in question.readings:
            if not any(reading.startswith(choice.words) for choice in question.choices):
                click.echo(f"  –  {reading}")
        return _chosen(question, lang)

    return ask


def _chosen(question: Question, lang: Lang) -> Choice | None:
    most = len(question.choices)
    asked = Message(
        fr=f"Votre réponse (1 à {most}\u00a0; Entrée\u00a0: laisser la question dans le fichier)",
        en=f"Your answer (1 to {most}; Enter: leave the question in the file)",
    ).text(lang)
    while True:
        try:
            said = input(f"{asked} > ").strip()
        except EOFError:
            click.echo()
            return None
        if not said:
            return None
        if said.isdecimal() and 1 <= int(said) <= most:
            return question.choices[int(said) - 1]
        click.echo(Message(fr="Un numéro de la liste, ou Entrée.", en="A number of the list, or Enter.").text(lang))


def _coloured(redline: str) -> str:
    if not use_colour():
        return redline
    return re.sub(
        r"\[-.*?-\]|\{\+.*?\+\}", lambda found: click.style(found.group(), fg=_COLOURS[found.group()[:2]]), redline
    )
