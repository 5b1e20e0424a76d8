"""`clausier coalitions`: who can win and who can block in a body."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import command as make
from clausier.cli.framework import format_option, lang_of, option, print_json, project_options, refuse
from clausier.cli.reading import compiled, read_day_option, selected
from clausier.diagnostics import Message


@make(
    "coalitions",
    fr="Qui peut gagner, et qui peut bloquer, dans une instance\u00a0: les coalitions minimales, et le poids de chacun par les indices de "
    "Banzhaf et de Shapley-Shubik, exacts, dans chaque lecture du texte.",
    en="Who can win, and who can block, in a body: the minimal coalitions, and the power of each by the Banzhaf and "
    "Shapley-Shubik indices, exact, under each reading of the text.",
    example="clausier coalitions cogouv\nclausier coalitions cogouv --matter evolution-structurante --assume assiette=ensemble",
)
@click.argument("body", metavar="INSTANCE")
@project_options
@format_option("text", "json")
@option(
    "--matter",
    metavar="OBJET",
    default="",
    fr="L’objet du vote\u00a0; sans lui, chaque majorité de l’instance.",
    en="The matter; without it, each majority of the body.",
)
@option(
    "--at",
    metavar="DATE",
    callback=read_day_option,
    fr="Les règles en vigueur ce jour-là (AAAA-MM-JJ).",
    en="The rules in force on that day (YYYY-MM-DD).",
)
@option(
    "--assume",
    "assumptions",
    multiple=True,
    metavar="K=V",
    fr="Tenir une lecture pour acquise\u00a0: assiette=ensemble.",
    en="Take a reading for settled: assiette=ensemble.",
)
@option(
    "--with",
    "drafts",
    multiple=True,
    metavar="ACTE",
    fr="Comme si ce projet d’avenant était signé.",
    en="As if this draft were signed.",
)
@click.pass_context
def command(
    context: click.Context,
    body: str,
    project: Path,
    format_: str,
    matter: str,
    at: datetime.date | None,
    assumptions: tuple[str, ...],
    drafts: tuple[str, ...],
) -> None:
    """Show who can win and who can block."""
    from clausier.decide.assumptions import NoSuchReadingError, assumed
    from clausier.decide.coalitions import TooManyReadingsError, coalitions, members_of
    from clausier.emit.coalitions_json import coalitions_json
    from clausier.rules.evaluation import Facts
    from clausier.rules.opened import open_parameters

    found = compiled(project, drafts=drafts)
    chosen = selected(found.timeline, day=at)
    answers = []
    every = {rule.id: rule for version in chosen.versions for rule in found.rules.of(version.id)}
    about = [r for r in every.values() if r.source.body == body or (matter and r.source.matter == matter)]
    try:
        settled = assumed(assumptions, ((rule, tuple(open_parameters(rule.rule))) for rule in about))
        for version in chosen.versions:
            rules = found.rules.of(version.id)
            members = members_of(found.timeline, version, at)
            answers.append((version, coalitions(rules, body, matter, members, Facts(), settled), rules))
    except NoSuchReadingError as none:
        known = ", ".join(none.known) or "—"
        refuse(
            Message(
                fr=f"rien n’est laissé ouvert sous le nom «\u00a0{none.words}\u00a0» (ici\u00a0: {known})",
                en=f"nothing is left open under the name “{none.words}” (here: {known})",
            )
        )
    except TooManyReadingsError:
        refuse(
            Message(
                fr="trop de lectures possibles\u00a0: en tenir une pour acquise (--assume)",
                en="too many possible readings: take one for settled (--assume)",
            ),
            code=1,
        )
    if not any(games for _, games, _ in answers):
        on = f" ({matter})" if matter else ""
        refuse(
            Message(
                fr=f"aucune règle connue n’énonce de majorité pour «\u00a0{body}\u00a0»{on}",
                en=f"no known rule states a majority for “{body}”{on}",
            ),
            code=1,
        )
    answer = coalitions_json(found.timeline, chosen, body, matter, answers)
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.coalitions_text import coalitions_text

        click.echo(coalitions_text(answer, lang_of(context)))
