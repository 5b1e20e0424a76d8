"""What commands read from their arguments: a compiled project, a day, a target."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import NoReturn

import click

from clausier.cli.framework import print_json, refuse, refuse_unknown, refuse_with, spoken, use_colour
from clausier.cli.progress import progress
from clausier.compile import Compiled, compile_project, consolidate_project
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Diagnostic, Span, codes_files, codes_tim, has_errors, report
from clausier.diagnostics.render import as_data, as_text
from clausier.emit.answers import Selection, select
from clausier.emit.parts import part
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import Unknown
from clausier.source.files import not_utf8
from clausier.source.folders import CONVENTION
from clausier.source.targets import read_target
from clausier.store import cached
from clausier.text.words import closest

LONGEST = 2_000_000  # bytes: a vote of thousands of seats is far below


def compiled(project: Path, *, drafts: tuple[str, ...] = (), supposed: str = "") -> Compiled:
    """The project, compiled without the checks of its prose; where it has errors they are told, and the command ends."""
    lang = spoken()
    with cached(project) as cache, progress(lang) as at:
        found, diagnostics = compile_project(
            project, drafts=drafts, checks=False, supposed=supposed, cache=cache, at=at
        )
    if found is None or not found.sound:
        report_and_end(tuple(d for d in diagnostics if d.severity == "error"))
    return found


def consolidated(project: Path, *, drafts: tuple[str, ...] = (), known: datetime.date | None = None) -> Timeline:
    """The text of the project over time, and nothing else of it; where it has errors they are told, and the command ends."""
    lang = spoken()
    with cached(project) as cache, progress(lang) as at:
        found, diagnostics = consolidate_project(project, drafts=drafts, known=known, cache=cache, at=at)
    if found is None or has_errors(diagnostics):
        report_and_end(tuple(d for d in diagnostics if d.severity == "error"))
    return found.timeline


def given_text(file: str) -> str:
    """What the file says, or standard input for `-`; the command ends where it cannot be read."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LONGEST + 1)
        else:
            with Path(file).open("rb") as opened:
                data = opened.read(LONGEST + 1)
    except FileNotFoundError:
        refuse(fr=f"il n’y a pas de fichier «\u00a0{file}\u00a0»", en=f"there is no file “{file}”")
    except OSError as error:
        why = error.strerror or ""
        refuse(fr=f"«\u00a0{file}\u00a0» ne se lit pas ({why})", en=f"“{file}” cannot be read ({why})")
    if len(data) > LONGEST:
        most = LONGEST // 1_000_000
        report_and_end((report(codes_files.TOO_LARGE, Span(file), size=f"> {most}", most=most),))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        report_and_end((not_utf8(file, data, error.start),))


def report_and_end(diagnostics: tuple[Diagnostic, ...]) -> NoReturn:
    """Tell what is wrong, in JSON where the answer would have been, and end the command with 1."""
    context = click.get_current_context()
    if context.params.get("format_") == "json":
        print_json(as_data(diagnostics, spoken()))
    else:
        click.echo(as_text(diagnostics, spoken(), colour=use_colour(err=True)), err=True)
    context.exit(1)


def target_of(words: str | None) -> Target | None:
    """The target that an argument names; None where there is none."""
    if words is None:
        return None
    target, problems = read_target(words, Span("TARGET"))
    if target is None:
        problem = problems[0]
        help_line = f" ({problem.help.text(spoken())})" if problem.help else ""
        refuse(fr=problem.message.text("fr") + help_line, en=problem.message.text("en") + help_line)
    if target.act not in {
        "",
        CONVENTION,
    }:  # these commands answer for the consolidated text, which would be shown in its place
        refuse(
            fr=f"«\u00a0{words}\u00a0» nomme un acte, non une stipulation du texte "
            "(les actes\u00a0: clausier acts\u00a0; une version\u00a0: --version)",
            en=f"“{words}” names an act, not a provision of the text (the acts: clausier acts; a version: --version)",
        )
    return target


def found_provision(timeline: Timeline, words: str) -> tuple[Version, Provision]:
    """The provision that `words` name, in the last version that has it; the command ends where none has."""
    target = target_of(words)
    versions = [timeline.latest, *reversed(timeline.versions)]
    for version in versions:
        found = part(version.document, target)
        if isinstance(found, Provision):
            return version, found
    missing = part(timeline.latest.document, target)
    if isinstance(missing, Unknown):
        where_fr = f"l’article {missing.number}" if missing.number else "la convention"
        where_en = f"article {missing.number}" if missing.number else "the convention"
        return refuse(
            fr=f"{words}\u00a0: inconnu, car le texte de {where_fr} n’est pas disponible en entier",
            en=f"{words}: unknown, because the words of {where_en} are not all available",
            code=1,
        )
    return refuse(fr=f"{words}\u00a0: n’existe dans aucune version", en=f"{words}: exists in no version", code=1)


def selected(timeline: Timeline, *, day: datetime.date | None = None, version: str = "") -> Selection:
    """The version, or the candidates, that answer for a day or a name; the command ends where none does."""
    chosen = select(timeline, day=day, version=version)
    if chosen is not None:
        return chosen
    if version in timeline.overtaken:
        refuse_with(codes_tim.NEVER_ALONE.message.fill(id=version, other=timeline.overtaken[version]), code=1)
    if version:
        ids = [v.id for v in timeline.versions]
        fr, en = f"pas de version «\u00a0{version}\u00a0»", f"no version “{version}”"
        if near := closest(version, ids, likeness=0.4):
            refuse(fr=f"{fr} (voulait-on dire {near}\u00a0?)", en=f"{en} (did you mean {near}?)", code=1)
        refuse_unknown(ids, fr=fr, en=en)
    return refuse(fr=f"rien n’était en vigueur le {day}", en=f"nothing was in force on {day}", code=1)


def the_version(chosen: Selection, how: str = "") -> Version:
    """The version of a selection; where dates leave it open, the command ends: a document that took one would be wrong.

    `how` is behind what is to be done, in both languages.
    """
    if not chosen.determined:
        ids = ", ".join(v.id for v in chosen.versions)
        refuse(
            fr=f"ce jour-là, les dates laissent le texte indéterminé ({ids})\u00a0: en nommer un{how}",
            en=f"on that day, the dates leave the text undetermined ({ids}): name one{how}",
            code=1,
        )
    return chosen.versions[0]


def selected_by(timeline: Timeline, words: str) -> Selection:
    """As `selected`, for words that are a day (`2022-08-01`) or the name of a version."""
    try:
        day = datetime.date.fromisoformat(words)
    except ValueError:
        return selected(timeline, version=words)
    return selected(timeline, day=day)
