"""`clausier merge`: two drafts made side by side → one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausier import FORMAT
from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import define, format_option, option
from clausier.diagnostics import Lang, Message

if TYPE_CHECKING:
    from clausier.author.draft.merge import Merged

_PATH = click.Path(path_type=Path)


@define(
    "merge",
    fr="Réunir deux brouillons faits à partir du même texte\u00a0: trois dossiers «\u00a0brouillon\u00a0», ou trois fichiers de brouillon. "
    "Ce qui va ensemble est réuni\u00a0; là où les deux ne peuvent valoir à la fois, les deux rédactions restent, entre des "
    "marques (code de sortie 1). Le résultat remplace OURS.",
    en="Join two drafts made from the same text: three draft folders, or three files of drafts. What goes together is joined; "
    "where both cannot stand, both wordings stay, between marks (exit code 1). The result replaces OURS.",
    example="clausier merge base/brouillon amendments/avenant-2/brouillon autre/brouillon",
    of_project=False,
)
@click.argument("base", metavar="BASE", type=_PATH)
@click.argument("ours", metavar="OURS", type=_PATH)
@click.argument("theirs", metavar="THEIRS", type=_PATH)
@format_option("text", "json")
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    fr="Où écrire le résultat, à la place de OURS.",
    en="Where to write the result, in place of OURS.",
)
def command(base: Path, ours: Path, theirs: Path, format_: str, out: Path | None) -> int:
    """Join two drafts."""
    from clausier.author.draft.merge import merge, read_draft, write_draft
    from clausier.cli.writing import writing

    with writing(out or ours):
        texts = [read_draft(path) for path in (base, ours, theirs)]
        if len({text.folder for text in texts}) > 1:
            refuse(fr="trois dossiers, ou trois fichiers", en="three folders, or three files")
        if len({text.record for text in texts}) > 1:
            refuse(
                fr="ces brouillons n’ont pas été posés à partir du même texte",
                en="these drafts were not laid from the same text",
                code=1,
            )
        found = merge(*(text.files for text in texts))
        write_draft(out or ours, texts[1], found.files)
    if format_ == "json":
        print_json(_data(found))
    else:
        click.echo(_summary(found, spoken()))
    return 1 if found.clashes else 0


def _data(found: Merged) -> dict[str, object]:
    return {
        "format": FORMAT,
        "files": sorted(found.files),
        "joined": list(found.joined),
        "clashes": [
            {"file": c.file, "provision": c.provision or None, "ours": c.ours or None, "theirs": c.theirs or None}
            for c in found.clashes
        ],
    }


def _summary(found: Merged, lang: Lang) -> str:
    lines = [Message(fr=f"Réuni\u00a0: {name}", en=f"Joined: {name}").text(lang) for name in found.joined]
    for clash in found.clashes:
        where = f"{clash.file}, {clash.provision}" if clash.provision else clash.file
        nothing = Message(fr="(retiré)", en="(taken away)").text(lang)
        lines += [
            Message(fr=f"À trancher\u00a0: {where}", en=f"To be settled: {where}").text(lang),
            *(f"  < {line}" for line in (clash.ours or nothing).split("\n") if line),
            *(f"  > {line}" for line in (clash.theirs or nothing).split("\n") if line),
        ]
    if not lines:
        lines.append(
            Message(
                fr="Les deux brouillons ne changent aucun article en commun.",
                en="The two drafts change no article in common.",
            ).text(lang)
        )
    return "\n".join(lines)
