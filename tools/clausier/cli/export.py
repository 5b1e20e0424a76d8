"""`clausier export`: a document to print, to send or to sign."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NoReturn

import click

from clausier.cli.delivery import FOLDER, deliver, out_option
from clausier.cli.framework import refuse, refuse_unknown, refuse_with
from clausier.cli.options import day_option, define, drafts_option, option
from clausier.cli.reading import compiled, report_and_end, selected, selected_by, target_of, the_version
from clausier.compile import Compiled
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Message, Span, codes_out, report
from clausier.emit.anchors import slug
from clausier.emit.answers import Selection, part_in
from clausier.export.composed import Composed
from clausier.export.pdf import NoTypst, pdf
from clausier.model.provision import Provision
from clausier.refs import Unknown

FORMATS = ("docx", "pdf", "html")


@define(
    "export",
    fr="Faire un document Word, PDF ou HTML\u00a0: une version ou une stipulation\u00a0; ce qui change d’une version à une autre, en "
    "modifications suivies ou en tableau comparatif\u00a0; un acte, prêt à signer si c’est un projet.",
    en="Make a Word, PDF or HTML document: a version or a provision; what changes from one version to another, as tracked changes or in "
    "two columns; an act, ready to be signed if it is a draft.",
    example="clausier export docx\nclausier export pdf 8.3 --at 2023-01-01\n"
    "clausier export docx --from convention --to avenant-1\n"
    "clausier export docx --from convention --to avenant-1 --columns\n"
    "clausier export docx --act avenant-1 --out envoi/avenant-1.docx",
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("target", required=False, default="")
@day_option(
    "--at",
    fr="Le texte en vigueur ce jour-là (AAAA-MM-JJ).",
    en="The text in force on that day (YYYY-MM-DD).",
)
@option("--version", "version", metavar="ID", default="", fr="La version de ce nom.", en="The version of that name.")
@option(
    "--from",
    "before",
    metavar="VERSION",
    default="",
    fr="Comparer\u00a0: l’ancienne version, ou un jour.",
    en="Compare: the old version, or a day.",
)
@option(
    "--to",
    "after",
    metavar="VERSION",
    default="",
    fr="Comparer\u00a0: la nouvelle version, ou un jour.",
    en="Compare: the new version, or a day.",
)
@option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="DIR",
    fr="Comparer à la convention de cet autre dossier\u00a0: ce que fait une proposition au texte en vigueur.",
    en="Compare with the convention in that other folder: what a proposal does to the text in force.",
)
@option(
    "--columns",
    is_flag=True,
    fr="Comparer en tableau, sur deux colonnes.",
    en="Compare in a table, in two columns.",
)
@option(
    "--act",
    metavar="ACT",
    default="",
    fr="Cet acte, tel que signé ou à signer.",
    en="This act, as signed or to be signed.",
)
@drafts_option
@out_option
def command(
    format_: str,
    target: str,
    project: Path,
    at: datetime.date | None,
    version: str,
    before: str,
    after: str,
    against: Path | None,
    columns: bool,
    act: str,
    drafts: tuple[str, ...],
    out: Path | None,
) -> None:
    """Write a document."""
    compare = bool(before or after or against)
    _check(one=bool(target or at or version), compare=compare, act=bool(act), columns=columns, format_=format_)
    if at and version:
        refuse(fr="--at ou --version, pas les deux", en="--at or --version, not both")
    found = compiled(project, drafts=drafts)
    timeline = found.timeline
    try:
        if act:
            name, content = _act(found, act, format_)
        elif compare:
            name, content = _changes(timeline, (before, after), against, format_, columns=columns)
        else:
            chosen = selected(timeline, day=at, version=version)
            if at and chosen.period and not target:
                name, content = _day(timeline, at, chosen, format_)
            else:
                name, content = _text(timeline, chosen, target, format_)
    except NoTypst:
        report_and_end((report(codes_out.NO_TYPST, Span("pyproject.toml")),))
    deliver(project, out or project / FOLDER / f"{name}.{format_}", content)


def _check(*, one: bool, compare: bool, act: bool, columns: bool, format_: str) -> None:
    """Refuse a call that asks for two documents at once."""
    if one + compare + act > 1:
        refuse(
            fr="un document à la fois\u00a0: une version ou une stipulation, une comparaison (--from, --to, --against), ou un acte (--act)",
            en="one document at a time: a version or a provision, a comparison (--from, --to, --against), or an act (--act)",
        )
    if columns and format_ != "docx":
        refuse(fr="--columns donne un document Word (docx)", en="--columns gives a Word document (docx)")
    if columns and not compare:
        refuse(
            fr="--columns compare deux versions\u00a0: il faut --from, --to ou les deux",
            en="--columns compares two versions: --from, --to or both are needed",
        )


def _text(timeline: Timeline, chosen: Selection, target: str, format_: str) -> tuple[str, bytes]:
    from clausier.export.composed import version_composed

    version = the_version(chosen)
    wanted = target_of(target or None)
    found = part_in(timeline, version, wanted) if wanted else None
    if found is not None and not isinstance(found, Provision):
        _absent(target, version, unknown=isinstance(found, Unknown))
    return slug(f"{version.id} {target}"), _made(version_composed(timeline, version, found), format_)


def _made(composed: Composed, format_: str) -> bytes:
    """A document as a file of that sort."""
    from clausier.export.page import page
    from clausier.export.word.document import word

    return word(composed) if format_ == "docx" else pdf(composed) if format_ == "pdf" else page(composed).encode()


def _day(timeline: Timeline, day: datetime.date, chosen: Selection, format_: str) -> tuple[str, bytes]:
    """The whole text of a day that dates leave undetermined, each wording that is possible in its place."""
    from clausier.export.composed import day_composed

    assert chosen.period is not None  # noqa: S101 - the caller has seen it
    return f"texte-{day}", _made(day_composed(timeline, day, chosen.versions, chosen.period), format_)


def _changes(
    timeline: Timeline, names: tuple[str, str], against: Path | None, format_: str, *, columns: bool
) -> tuple[str, bytes]:
    from clausier.export.composed import HOW, changes_composed
    from clausier.export.identity import TRACKED
    from clausier.export.word.columns import columns_docx

    there = compiled(against).timeline if against else timeline
    texts = zip(names, (there, timeline), strict=True)
    old, new = (the_version(selected_by(found, name) if name else selected(found)) for name, found in texts)
    named = f"proposition {new.id}" if against else f"{old.id} {new.id}"
    if columns:
        return slug(f"tableau {named}"), columns_docx(timeline, old, new, proposal=bool(against))
    how = TRACKED if format_ == "docx" else HOW
    return slug(named), _made(changes_composed(timeline, old, new, how, proposal=bool(against)), format_)


def _act(project: Compiled, name: str, format_: str) -> tuple[str, bytes]:
    from clausier.export.composed import act_composed

    found = next((a for a in project.corpus.acts if a.id == name), None)
    if found is None:
        refuse_unknown(
            (a.id for a in project.corpus.acts), fr=f"pas d’acte «\u00a0{name}\u00a0»", en=f"no act “{name}”"
        )
    return slug(f"acte {found.id}"), _made(act_composed(project.timeline, found), format_)


def _absent(target: str, version: Version, *, unknown: bool) -> NoReturn:
    if unknown:
        said = Message(
            fr=f"{target}\u00a0: inconnu dans la version «\u00a0{version.id}\u00a0», dont le texte n’est pas disponible en entier",
            en=f"{target}: unknown in version “{version.id}”, whose words are not all available",
        )
    else:
        said = Message(
            fr=f"{target}\u00a0: n’existe pas dans la version «\u00a0{version.id}\u00a0»",
            en=f"{target}: does not exist in version “{version.id}”",
        )
    refuse_with(said, code=1)
