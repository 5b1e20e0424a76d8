"""A day as an option of a command gives it."""

from __future__ import annotations

import datetime

import click

from clausier.cli.framework import refuse
from clausier.diagnostics import Message


def read_day_option(_context: click.Context, param: click.Parameter, value: str | None) -> datetime.date | None:
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
