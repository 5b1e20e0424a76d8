"""A day as an option of a command gives it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import click

from clausier.cli.framework import option, refuse
from clausier.diagnostics import Message

F = TypeVar("F", bound=Callable[..., Any])


def day_option(*names: str, fr: str, en: str, required: bool = False) -> Callable[[F], F]:
    """An option that gives a day, with its help in both languages."""
    return option(*names, metavar="DATE", callback=_read, required=required, fr=fr, en=en)


def _read(_context: click.Context, param: click.Parameter, value: str | None) -> datetime.date | None:
    """The day that an option gives; a clear refusal where it is none."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        refuse(
            Message(
                fr=f"{param.opts[0]}\u00a0: «\u00a0{value}\u00a0» n’est pas une date (AAAA-MM-JJ)",
                en=f"{param.opts[0]}: “{value}” is not a date (YYYY-MM-DD)",
            )
        )
