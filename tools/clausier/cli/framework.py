"""What every command shares: the two languages, exit codes, and clear usage errors.

Exit 0; 1 where the sources, or the answer, are wrong; 2 where the call is, as can be seen without reading the sources.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from io import BufferedWriter, BytesIO, FileIO, TextIOWrapper
from keyword import iskeyword
from typing import Any, NoReturn

import click

from clausier.cli.values import named
from clausier.diagnostics import Filled, Lang, Message

_HEADINGS = {
    "usage": Message(fr="Usage\u00a0: ", en="Usage: "),
    "options": Message(fr="Options\u00a0", en="Options"),
    "commands": Message(fr="Commandes\u00a0", en="Commands"),
    "example": Message(fr="Exemple\u00a0:", en="Example:"),
    "help": Message(fr="Montrer cette aide.", en="Show this help."),
    "required": Message(fr="obligatoire", en="required"),
    "each": Message(
        fr="«\u00a0clausier COMMANDE --help\u00a0» explique chacune, et finit par un exemple.",
        en="“clausier COMMAND --help” explains each, and ends in an example.",
    ),
}


CUT_OFF = 141  # as a shell says of what a broken pipe ended


def in_utf8() -> None:
    """What comes in and goes out is UTF-8 and has plain line ends on any machine, whatever its locale; a terminal keeps its own.

    What cannot be written so is escaped, as JSON does. Standard input that is closed is empty.
    """
    sys.stdin = _utf8(sys.stdin, "strict") or TextIOWrapper(BytesIO())
    sys.stdout, sys.stderr = _utf8(sys.stdout, "backslashreplace"), _utf8(sys.stderr, "backslashreplace")


def _utf8(stream: Any, errors: str) -> Any:
    """The stream, in UTF-8; None where it is closed, or what stands in its place as it is."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    if stream.isatty():
        stream.reconfigure(errors=errors)
        return stream
    if isinstance(stream.buffer, FileIO):  # PYTHONUNBUFFERED: what the system takes of a text but in part would be lost
        stream = TextIOWrapper(BufferedWriter(stream.detach()))
    stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")
    return stream


def language(args: Sequence[str]) -> Lang:
    """The language that the call asks for: `--lang`, else `CLAUSIER_LANG`, else French."""
    chosen = os.environ.get("CLAUSIER_LANG", "fr")
    for index, arg in enumerate(args):
        if arg == "--lang" and index + 1 < len(args):
            chosen = args[index + 1]
        elif arg.startswith("--lang="):
            chosen = arg.removeprefix("--lang=")
    return "en" if chosen == "en" else "fr"


def lang_of(context: click.Context) -> Lang:
    """The language of a call."""
    return "en" if context.find_root().obj == "en" else "fr"


def spoken() -> Lang:
    """The language of the command that runs."""
    return lang_of(click.get_current_context())


class Option(click.Option):
    """An option whose help is in two languages."""

    def __init__(self, *args: Any, help: Message, **kwargs: Any) -> None:  # noqa: A002 - click's own word
        super().__init__(*args, **{"help": help.fr, **kwargs})
        self.words = help

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language of the call. What numbers it takes is said where it refuses one."""
        lang = lang_of(ctx)
        required = f"  [{_HEADINGS['required'].text(lang)}]" if self.required else ""
        return self.get_help_spec(ctx), f"{self.words.text(lang)}{required}"

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value, in the language of the call."""
        return named(self.metavar, lang_of(ctx)) if self.metavar else super().make_metavar(ctx)


class _InTwoLanguages(click.Command):
    """What a command and the group of all have alike: their help is in the language of the call."""

    def __init__(self, *args: Any, words: Message, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "help": words.fr})
        self.words = words

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, named(pieces, lang_of(ctx)), _HEADINGS["usage"].text(lang_of(ctx)))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command, or the program, does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.words.text(lang_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [r for p in options if (r := p.get_help_record(ctx)) is not None]
        with formatter.section(_HEADINGS["options"].text(lang_of(ctx))):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in the language of the call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HEADINGS["help"].text(lang_of(ctx))
        return option


class Command(_InTwoLanguages):
    """A command whose help is in two languages and ends in an example."""

    def __init__(self, *args: Any, example: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the example."""
        super().format_options(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(_HEADINGS["example"].text(lang_of(ctx)))
        with formatter.indentation():
            for line in self.example.splitlines():
                formatter.write_text(line)

    def get_short_help_str(self, limit: int = 80) -> str:  # noqa: ARG002 - click's signature; no sentence is cut
        """The first sentence up to its colon, for the list of commands."""
        context = click.get_current_context(silent=True)
        words = self.words.text(lang_of(context) if context else "fr")
        return re.split(r"\. |\u00a0: |: ", words)[0].rstrip(".")


class LazyGroup(_InTwoLanguages, click.Group):
    """The commands by name, each imported only when it is called: a second of patience is not for `--help`."""

    def __init__(self, *args: Any, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order in which one meets them."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name."""
        if cmd_name not in self.names:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found: click.Command = import_module(f"clausier.cli.{module}").command
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options that need none."""
        rows = [(name, c.get_short_help_str()) for name in self.names if (c := self.get_command(ctx, name))]
        with formatter.section(_HEADINGS["commands"].text(lang_of(ctx))):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(_HEADINGS["each"].text(lang_of(ctx)))


def use_colour(*, err: bool = False) -> bool:
    """Whether to colour: on a terminal only, and never where `NO_COLOR` is set."""
    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR")


def print_json(value: object) -> None:
    """`value` on standard output, as JSON that diffs well."""
    import json  # most answers are text

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def refuse(*, fr: str, en: str, code: int = 2) -> NoReturn:
    """End the command and say why: the call is wrong (2), or the answer is (1)."""
    refuse_with(Message(fr=fr, en=en), code=code)


def refuse_with(message: Message | Filled, *, code: int = 2) -> NoReturn:
    """As `refuse`, where the words are at hand as a message."""
    click.echo(f"clausier: {message.text(spoken())}", err=True)
    click.get_current_context().exit(code)


def refuse_unknown(known: Iterable[str], *, fr: str, en: str, code: int = 1) -> NoReturn:
    """As `refuse`, for a name that is none of those `known`, which are told."""
    names = ", ".join(known) or "—"
    refuse(fr=f"{fr} (il y a\u00a0: {names})", en=f"{en} (there are: {names})", code=code)


def _unanswerable(args: Sequence[str]) -> Message | None:
    """Why no command can answer a call, whichever it is: an empty value would stand for none at all."""
    if sys.stdout is None:
        return Message(fr="la sortie standard est fermée", en="standard output is closed")
    for name, value in zip(args, [*args[1:], "-"], strict=True):
        if name.startswith("--") and (not value or name.partition("=")[1:] == ("=", "")):
            return Message(
                fr=f"{name.rstrip('=')} est suivi d’une valeur vide\u00a0: une variable sans valeur, peut-être",
                en=f"{name.rstrip('=')} is followed by an empty value: a variable without a value, perhaps",
            )
    return None


def run(group: click.Group, args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code; the user never sees a traceback, unless CLAUSIER_DEBUG is set."""
    given = list(sys.argv[1:] if args is None else args)
    lang = language(given)
    if wrong := _unanswerable(given):
        click.echo(f"clausier: {wrong.text(lang)}", err=True)
        sys.exit(2)
    # What a command makes it keeps to its end: looking for rubbish every 700 objects, or 100,000, takes longer than it is worth.
    gc.set_threshold(1_000_000, 50, 50)
    try:
        with group.make_context("clausier", given, obj=lang) as context:
            code = group.invoke(context) or 0
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        code = 130
    except click.ClickException as error:
        from clausier.cli.faults import usage_error, usage_hint

        click.echo(f"clausier: {usage_error(error, lang)}", err=True)
        click.echo(usage_hint(error, lang), err=True)
        code = 2
    except BrokenPipeError:
        # The reader of a pipe (`clausier check | head`) has gone: nothing more to say, and what was not said may have been an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CUT_OFF
    except Exception as error:  # the last resort: a fault of ours is said as one, never as a traceback
        if os.environ.get("CLAUSIER_DEBUG"):
            raise
        from clausier.cli.faults import internal_error, unwritten

        said = unwritten(error) or internal_error(error)
        click.echo(f"clausier: {said.text(lang)}", err=True)
        code = 1
    gc.freeze()  # nor is there any to look for when the process gives everything back
    sys.exit(code)
