"""`clausier review`: what a forge shows of a proposal."""

from __future__ import annotations

import os
import shutil
from contextlib import nullcontext
from pathlib import Path

import click

from clausier.cli.delivery import FOLDER
from clausier.cli.framework import refuse_with, spoken, use_colour
from clausier.cli.options import define, option
from clausier.cli.progress import progress
from clausier.cli.reading import report_and_end
from clausier.cli.writing import off_sources
from clausier.compile import compile_project
from clausier.diagnostics import Diagnostic, Lang, Message, Refused
from clausier.diagnostics.render import apart, as_github, as_gitlab, as_text, counts, summary
from clausier.forge.job import FORGES, Forge, Variables
from clausier.source.folders import CONVENTION
from clausier.store import StoreError, told, write_file

_BRANCH = "main"
_REPORT = "gl-code-quality-report.json"
_OURS = ("redline*.html", "redline*.docx", "comment.md", _REPORT)


@define(
    "review",
    fr="Relire une proposition\u00a0: contrôler la convention, et montrer ce que la proposition change au texte en vigueur depuis "
    "qu’elle a quitté la branche principale, en page, en Word et en commentaire. C’est ce que lance une forge (--forge). "
    "Code de sortie 1 s’il y a une erreur.",
    en="Review a proposal: check the convention, and show what the proposal changes in the text in force since it left the "
    "main branch, as a page, as Word files and as a comment. It is what a forge runs (--forge). Exit code 1 if there is an "
    "error.",
    example="clausier review --target main\nclausier review --forge gitlab",
)
@option(
    "--forge",
    type=click.Choice(FORGES),
    fr="La forge dont c’est le travail\u00a0: ses variables disent de quelle proposition il s’agit, les constats prennent la forme "
    "qu’elle lit, et le commentaire est mis sur la proposition.",
    en="The forge whose job it is: its variables say which proposal it is, the findings take the form that it reads, and the "
    "comment is put on the proposal.",
)
@option(
    "--target",
    metavar="COMMIT",
    default="",
    fr=f"Ce que la proposition rejoindrait ({_BRANCH} par défaut\u00a0; pour une forge, ce qu’elle en dit).",
    en=f"What the proposal would join ({_BRANCH} by default; for a forge, what it says of it).",
)
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    fr=f"Dossier des fichiers faits ({FOLDER}/proposal par défaut, dans celui de la convention).",
    en=f"Folder of the files made ({FOLDER}/proposal, in the convention’s, by default).",
)
def command(project: Path, forge: Forge | None, target: str, out: Path | None) -> int:
    """Show what a proposal does."""
    from clausier.cli.ahead import drafted_ahead, offered
    from clausier.forge import job
    from clausier.forge.before import before
    from clausier.forge.effect import effects
    from clausier.forge.review import COMMENT, reviewed

    lang = spoken()
    env = {name: value for name, value in os.environ.items() if value}
    folder = out or project / FOLDER / "proposal"
    off_sources(project, folder)
    try:
        aim = target or (job.target(forge, env) if forge else _BRANCH)
        page = job.page(forge, env, _named(folder)) if forge else ""
    except KeyError as missing:
        refuse_with(_NOT_IN_A_JOB.fill(name=str(missing.args[0]), forge=str(forge)))
    try:
        with progress(lang) as at, before(project, aim) as former:
            _, found = compile_project(project, at=at)
            begun = (former / CONVENTION).is_dir()
            _, standing = compile_project(former, at=at) if begun else (None, ())
            wrong = counts(found)[0] > 0
            with nullcontext((project, ())) if wrong else drafted_ahead(project, former) as (root, ahead):
                told = effects(root, former, at) if begun else None
                rules = offered(root, told, found) if isinstance(told, tuple) else {}
            files = reviewed(told, found, lang, page=page, ahead=ahead, before=standing, rules=rules)
    except Refused as refused:
        refuse_with(refused.message)
    _print(found, apart(found, standing)[0], forge, lang)
    files |= {_REPORT: as_gitlab(found, lang).encode()} if forge == "gitlab" else {}
    _write(folder, files)
    click.echo(_WRITTEN.fill(folder=str(folder), files=", ".join(files)).text(lang))
    if forge:
        click.echo(_shown(files[COMMENT].decode(), forge, env).text(lang))
    return 1 if counts(found)[0] else 0


_NOT_IN_A_JOB = Message(
    fr="{name} n’est pas défini\u00a0: ce n’est pas le travail que {forge} lance sur une proposition",
    en="{name} is not set: this is not the job that {forge} runs on a proposal",
)
_WRITTEN = Message(fr="Écrit dans {folder}\u00a0: {files}", en="Written in {folder}: {files}")


def _named(folder: Path) -> str:
    """The page, as the forge names it among the files of the job."""
    from clausier.forge.review import PAGE

    return f"{os.path.relpath(folder).replace(os.sep, '/')}/{PAGE}"


def _print(found: tuple[Diagnostic, ...], brought: tuple[Diagnostic, ...], forge: Forge | None, lang: Lang) -> None:
    """The findings for who reads the log, and those that the proposal brings for a forge, which shows the first ten of a kind."""
    if found:
        click.echo(as_text(found, lang, colour=use_colour()))
        click.echo()
    click.echo(summary(found, lang))
    if forge in {"github", "forgejo"} and brought:
        click.echo(as_github(brought, lang))


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write what is shown, and leave nothing there of what was shown before."""
    from clausier.forge.review import DRAFTED

    try:
        with told(folder):
            for pattern in _OURS:
                for path in folder.glob(pattern):
                    path.unlink()
            shutil.rmtree(folder / DRAFTED, ignore_errors=True)
        for name, content in files.items():
            write_file(folder / name, content)
    except StoreError as error:
        report_and_end((error.diagnostic,))


def _shown(comment: str, forge: Forge, env: Variables) -> Message:
    """What became of the comment: it is no reason to fail that there is none, since it stays among the files."""
    from clausier.forge.comment import place, put

    if summing := env.get("GITHUB_STEP_SUMMARY"):
        with Path(summing).open("a", encoding="utf-8") as page:
            page.write(comment)
    try:
        put(comment, place(forge, env))
    except KeyError as missing:
        name = missing.args[0]
        return Message(fr=f"Pas de commentaire\u00a0: {name} n’est pas défini.", en=f"No comment: {name} is not set.")
    except (OSError, ValueError) as refusal:
        return Message(
            fr=f"Pas de commentaire\u00a0: la forge répond «\u00a0{refusal}\u00a0».",
            en=f"No comment: the forge answers “{refusal}”.",
        )
    return Message(fr="Le commentaire est sur la proposition.", en="The comment is on the proposal.")
