"""The command line: the only reader of arguments. Each command is a module of its own."""

from __future__ import annotations

import os
import threading
from typing import Any

from clausier.cli.framework import LazyGroup, Option, in_utf8, run
from clausier.diagnostics import Message

# In the order in which one meets them; the module of that name defines `command`.
COMMANDS = (
    "new forge check build serve show diff review history blame export document acts rules suggest decide calendar coalitions"
    " qualify duties explain fmt import draft merge apply completion"
).split()


def _version(context: Any, _option: Any, value: bool) -> None:
    if value:
        import clausier

        print(f"clausier {clausier.__version__}")  # noqa: T201 - the answer of the command
        context.exit()


cli = LazyGroup(
    name="clausier",
    names=COMMANDS,
    words=Message(
        fr="Clausier compile une convention et ses avenants, tenus en Markdown et en YAML dans git, en un texte consolidé à toute date.",
        en="Clausier compiles a convention and its amendments, kept as Markdown and YAML in git, into the consolidated text of any date.",
    ),
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=Message(fr="Montrer la version.", en="Show the version."),
        ),
        Option(
            ["--lang"],
            metavar="[fr|en]",
            expose_value=False,
            help=Message(fr="Langue des messages (fr par défaut).", en="Language of the messages (fr by default)."),
        ),
    ],
)


def main() -> None:
    """The entry point of `clausier`: the process ends with its command, and what that has made is not taken apart piece by piece."""
    in_utf8()
    try:
        run(cli)
    except SystemExit as ended:
        if threading.active_count() > 1:
            raise  # what still runs is waited for
        os._exit(int(ended.code or 0))
