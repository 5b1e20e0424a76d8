"""`clausier fmt`: canonical sources."""

from __future__ import annotations

import os
from pathlib import Path

import click

from clausier import FORMAT
from clausier.author.fmt import Formatted, format_sources, is_source
from clausier.cli.framework import print_json, refuse, spoken, use_colour
from clausier.cli.options import define, format_option, option
from clausier.cli.reading import report_and_end
from clausier.diagnostics import Lang, Message, has_errors
from clausier.diagnostics.diagnostic import COLON, several
from clausier.diagnostics.render import as_data, as_text
from clausier.source.acts import no_project


@define(
    "fmt",
    fr="Mettre en forme les sources\u00a0: accents des clés, retraits, lignes vides, fins de ligne. Aucun mot d’un acte n’est "
    "jamais changé, ni un fichier signé, ni source.txt. Sans CHEMIN, toutes les sources.",
    en="Put the sources in canonical form: accents of keys, indentation, blank lines, line ends. No word of an act is ever "
    "changed, nor a signed file, nor source.txt. Without a PATH, all sources.",
    example="clausier fmt amendments/2025-avenant-1\nclausier fmt --check",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@format_option("text", "json")
@option(
    "--check",
    is_flag=True,
    fr="Ne rien écrire\u00a0; code de sortie 1 si un fichier est à mettre en forme.",
    en="Write nothing; exit code 1 if a file is not in canonical form.",
)
def command(paths: tuple[Path, ...], project: Path, format_: str, check: bool) -> int:
    """Format the sources."""
    lang = spoken()
    root = Path(os.path.abspath(project))  # noqa: PTH100 - `absolute` keeps `..`, `resolve` follows links
    chosen = tuple(_inside(root, path) for path in paths)
    done = format_sources(root, chosen, write=not check)
    if not done.files and not chosen:
        report_and_end((no_project(),))
    wrong = has_errors(done.diagnostics)
    if format_ == "json":
        changed = [{"path": c.path, "reasons": [r.text(lang) for r in c.reasons]} for c in done.changes]
        found = as_data(done.diagnostics, lang)
        print_json({"format": FORMAT, "written": not check, "changed": changed, "files": done.files, **found})
    else:
        click.echo(_report(done, lang, check=check))
    return 1 if wrong or (check and done.changes) else 0


def _inside(root: Path, path: Path) -> Path:
    """The path from the root, which must hold it, and where there must be a source or a folder."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - as above
    if not whole.exists():
        refuse(fr=f"«\u00a0{path}\u00a0» n’existe pas", en=f"“{path}” does not exist")
    if not whole.is_relative_to(root):
        refuse(fr=f"«\u00a0{path}\u00a0» n’est pas dans le projet", en=f"“{path}” is not in the project")
    if whole.is_file() and not is_source(root, whole):
        refuse(
            fr=f"«\u00a0{path}\u00a0» n’est pas une source que fmt met en forme",
            en=f"“{path}” is not a source that fmt formats",
        )
    return whole


def _report(done: Formatted, lang: Lang, *, check: bool) -> str:
    word = Message(fr="à mettre en forme", en="to format") if check else Message(fr="mis en forme", en="formatted")
    colon = COLON.text(lang)
    lines = [
        f"{word.text(lang)}{colon} {change.path} ({', '.join(reason.text(lang) for reason in change.reasons)})"
        for change in done.changes
    ]
    if done.diagnostics:
        lines += ["", as_text(done.diagnostics, lang, colour=use_colour()), ""]
    left = len({d.span.path for d in done.diagnostics if d.severity == "error"})
    lines.append(_summary(len(done.changes), left, done.files, word).text(lang))
    return "\n".join(lines)


def _summary(changed: int, left: int, files: int, word: Message) -> Message:
    fr = f"{several(changed, 'fichier')} {word.fr} sur {files}"
    en = f"{changed} of {files} {'file' if files == 1 else 'files'} {word.en}"
    if left:
        fr += f"\u00a0; {left} {'laissé tel quel' if left < 2 else 'laissés tels quels'}, à corriger d’abord"
        en += f"; {left} left as {'it is' if left == 1 else 'they are'}, to be corrected first"
    return Message(fr=fr, en=en)
