"""What is said where a call is wrong, or where the program is: a sentence in the language of the call, never a traceback."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import click

from clausier.cli.values import named
from clausier.diagnostics import Lang, Message
from clausier.text.words import closest

_NOT_WRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def usage_error(error: click.ClickException, lang: Lang) -> str:
    """What is wrong with the call, in a sentence: click's own, in English, where it is of no kind that is known here."""
    match error:
        case click.exceptions.NoSuchOption(option_name=name, possibilities=close):
            hint = _meant(close[0] if close else "", lang)
            return Message(fr=f"option inconnue\u00a0: {name}{hint}", en=f"unknown option: {name}{hint}").text(lang)
        case click.MissingParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else _argument(param, lang)
            return Message(fr=f"il manque {name}", en=f"{name} is missing").text(lang)
        case click.BadParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else _argument(param, lang)
            takes = _takes(param.type)
            among = f" ({takes.text(lang)})" if takes else ""
            said = "" if takes else f": {error.format_message()}" if lang == "en" else ""
            return Message(fr=f"valeur refusée pour {name}{among}", en=f"value refused for {name}{among}{said}").text(
                lang
            )
        case click.UsageError() if error.message.startswith("No such command"):
            from clausier.cli import COMMANDS

            name = error.message.split("'")[1] if "'" in error.message else ""
            hint = _meant(closest(name, COMMANDS), lang)
            return Message(fr=f"commande inconnue\u00a0: {name}{hint}", en=f"unknown command: {name}{hint}").text(lang)
        case click.UsageError() if error.message.startswith("Got unexpected extra argument"):
            name = error.message.partition("(")[2].rstrip(")")
            return Message(fr=f"argument en trop\u00a0: {name}", en=f"argument not expected: {name}").text(lang)
        case _:
            return error.format_message()


def _argument(param: click.Parameter, lang: Lang) -> str:
    """An argument as the usage line names it, without what says how many there may be."""
    return named(param.human_readable_name or "", lang).strip("[].").removesuffix("|-")


def usage_hint(error: click.ClickException, lang: Lang) -> str:
    """Where to read on; where something is missing, first a call that has it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    example: str = getattr(context.command, "example", "") if context else ""  # the group of commands has none
    if context is None or not example:
        hint = Message(
            fr="«\u00a0clausier --help\u00a0» donne la liste des commandes.", en="“clausier --help” lists the commands."
        )
        return hint.text(lang)
    name = context.command.name
    hint = Message(
        fr=f"«\u00a0clausier {name} --help\u00a0» dit ce que prend la commande.",
        en=f"“clausier {name} --help” says what the command takes.",
    )
    if not isinstance(error, click.MissingParameter):
        return hint.text(lang)
    call = example.partition("\n")[0]
    return Message(fr=f"exemple\u00a0: {call}\n{hint.fr}", en=f"example: {call}\n{hint.en}").text(lang)


def _takes(kind: click.ParamType[Any]) -> Message | None:
    """What an option of that kind takes, where it can be said in a few words."""
    match kind:
        case click.Choice():
            choices = ", ".join(map(str, kind.choices))
            return Message(fr=f"choix\u00a0: {choices}", en=f"one of: {choices}")
        case click.IntRange(min=least, max=None) if least is not None:
            return Message(fr=f"un nombre entier, au moins {least}", en=f"a whole number, at least {least}")
        case click.IntRange(min=least, max=most) if least is not None:
            return Message(fr=f"un nombre entier, de {least} à {most}", en=f"a whole number, from {least} to {most}")
        case _:
            return None


def _meant(name: str, lang: Lang) -> str:
    return Message(fr=f" (voulait-on dire {name}\u00a0?)", en=f" (did you mean {name}?)").text(lang) if name else ""


def unwritten(error: Exception) -> Message | None:
    """What is said where the system does not take what a command answers: a disk that is full, a terminal that is gone."""
    if not isinstance(error, OSError) or error.filename is not None or error.errno not in _NOT_WRITTEN:
        return None
    why = error.strerror
    return Message(fr=f"la sortie ne s’écrit pas ({why})", en=f"the output cannot be written ({why})")


def internal_error(error: Exception) -> Message:
    """What is said of an exception that nothing has caught: its kind, and the line that raised it."""
    from traceback import extract_tb

    raised = extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}, {Path(raised.filename).name}:{raised.lineno}"
    return Message(
        fr=f"erreur interne ({what}). C’est un défaut de Clausier, non des sources, et il reste à corriger\u00a0; CLAUSIER_DEBUG=1 en montre le détail.",
        en=f"internal error ({what}). It is a fault of Clausier, not of the sources, and is to be mended; CLAUSIER_DEBUG=1 shows the detail.",
    )
