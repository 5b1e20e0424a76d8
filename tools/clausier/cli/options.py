"""What commands are declared with, and the options that several take, with their help in both languages."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from clausier.cli.framework import Command, Option, refuse
from clausier.diagnostics import Message

F = TypeVar("F", bound=Callable[..., Any])


def option(*names: str, fr: str, en: str, **kwargs: Any) -> Callable[[F], F]:
    """An option with its help in both languages; the rest is click's."""
    return click.option(*names, cls=Option, help=Message(fr=fr, en=en), **kwargs)


_LANG = option(
    "--lang",
    type=click.Choice(["fr", "en"]),
    default="fr",
    expose_value=False,
    fr="Langue des messages (fr par défaut).",
    en="Language of the messages (fr by default).",
)
_PROJECT = option(
    "--project",
    "project",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="DIR",
    fr="Dossier de la convention (par défaut, le dossier courant).",
    en="Folder of the convention (the current one by default).",
)


def define(
    name: str, *, fr: str, en: str, example: str, of_project: bool = True
) -> Callable[[Callable[..., int | None]], Command]:
    """A command of that name: a function of its arguments, which gives the exit code (None: 0).

    `fr` and `en` say what it does, `example` is a call that works; one `of_project` takes `--project` and `--lang` too.
    """

    def wrap(function: Callable[..., int | None]) -> Command:
        whole = _PROJECT(_LANG(function)) if of_project else function
        return click.command(name, cls=Command, words=Message(fr=fr, en=en), example=example)(whole)

    return wrap


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`, the first one being the default."""
    return option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        fr=f"Forme de la réponse ({formats[0]} par défaut).",
        en=f"Form of the answer ({formats[0]} by default).",
    )


def assume_option(*, fr: str, en: str) -> Callable[[F], F]:
    """`--assume`, the readings to take for settled."""
    return option("--assume", "assumptions", multiple=True, metavar="NAME=SENSE", fr=fr, en=en)


# Whether to use what earlier runs have worked out.
cache_option = option(
    "--cache/--no-cache",
    default=True,
    fr="Se servir de ce que les passages précédents ont déjà établi (oui par défaut).",
    en="Use what earlier runs have worked out already (yes by default).",
)
# The drafts to take as signed.
drafts_option = option(
    "--with",
    "drafts",
    multiple=True,
    metavar="ACT",
    fr="Comme si ce projet d’avenant était signé.",
    en="As if this draft were signed.",
)


def day_option(*names: str, fr: str, en: str, required: bool = False) -> Callable[[F], F]:
    """An option that gives a day, with its help in both languages."""
    return option(*names, metavar="DATE", callback=_day, required=required, fr=fr, en=en)


def _day(_context: click.Context, param: click.Parameter, value: str | None) -> datetime.date | None:
    """The day that an option gives; a clear refusal where it is none."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        refuse(
            fr=f"{param.opts[0]}\u00a0: «\u00a0{value}\u00a0» n’est pas une date (AAAA-MM-JJ)",
            en=f"{param.opts[0]}: “{value}” is not a date (YYYY-MM-DD)",
        )


def cores() -> int:
    """How many processes can work at once on this machine."""
    if sys.platform != "linux":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))
