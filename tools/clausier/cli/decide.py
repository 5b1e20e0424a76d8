"""`clausier decide`: was this vote valid, is it adopted, and by which sentences."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import print_json, spoken
from clausier.cli.options import assume_option, day_option, define, drafts_option, format_option
from clausier.cli.reading import compiled
from clausier.cli.voting import motion_of, voted


@define(
    "decide",
    fr="Dire si un vote est valable et ce qu’il en résulte, phrase par phrase. Là où le texte laisse un doute, la réponse est donnée sous chaque lecture.",
    en="Say whether a vote is valid and what comes out of it, sentence by sentence. Where the text leaves a doubt, the answer is given under each reading.",
    example="clausier decide vote.json\nclausier decide vote.json --assume assiette=ensemble --format json",
)
@format_option("text", "json")
@day_option(
    "--at",
    fr="Le jour du vote (AAAA-MM-JJ), à la place de celui du fichier.",
    en="The day of the vote (YYYY-MM-DD), in place of the file’s.",
)
@assume_option(
    fr="Fixer une lecture\u00a0: assiette=ensemble, ou comite-majorite.assiette=ensemble.",
    en="Settle a reading: base=all, or comite-majorite.base=all.",
)
@drafts_option
@click.argument("file", metavar="FILE|-")
def command(
    project: Path,
    format_: str,
    at: datetime.date | None,
    assumptions: tuple[str, ...],
    drafts: tuple[str, ...],
    file: str,
) -> int:
    """Decide a vote."""
    from clausier.emit.decision_text import decision_text

    motion = motion_of(file, at)
    found = compiled(project, drafts=drafts)
    answer, _ = voted(found, motion, assumptions, spoken())
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.site.names import namer

        click.echo(decision_text(answer, spoken(), namer(found)))
    return 1 if all("status" in case for case in answer.get("candidates", [answer])) else 0
