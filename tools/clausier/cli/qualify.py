"""`clausier qualify`: of what sort a matter is, who decides on it, who pays."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import assume_option, day_option, define, drafts_option, format_option
from clausier.cli.reading import compiled, given_text, report_and_end, selected
from clausier.compile import Compiled
from clausier.consolidate import Version
from clausier.decide.motion import place
from clausier.decide.qualify import Described, read_described
from clausier.diagnostics import Diagnostic, Message, Span, codes_rul, did_you_mean, report
from clausier.text.words import closest

_MATTER = Message(fr="objet", en="matter")
_FACT = Message(fr="fait", en="fact")
_SORT = Message(fr="sorte", en="sort")


@define(
    "qualify",
    fr="Dire de quelle sorte est une évolution, ou tout autre objet des règles\u00a0: chaque motif, puis le chemin, qui décide, qui paie, "
    "avec les phrases. Ce que les faits donnés ou les mots laissent ouvert est dit indéterminé, avec la raison.",
    en="Say of what sort an evolution is, or any other matter of the rules: each ground, then the path, who decides, who pays, "
    "with the sentences. What the facts given or the words leave open is said to be undetermined, and why.",
    example="clausier qualify evolution.yml\nclausier qualify evolution.yml --assume payeurs=membres --format json",
)
@format_option("text", "json")
@day_option(
    "--at",
    fr="Le jour (AAAA-MM-JJ), à la place de celui du fichier.",
    en="The day (YYYY-MM-DD), in place of the file’s.",
)
@assume_option(
    fr="Fixer une lecture\u00a0: payeurs=membres, ou evolution-financement.payeurs=membres.",
    en="Settle a reading: payers=membres, or evolution-financement.payers=membres.",
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
    """Qualify a matter."""
    from clausier.emit.qualify_json import answer_json

    described = _described(file)
    if at is not None:
        described = replace(described, day=at, version="")
    found = compiled(project, drafts=drafts)
    chosen = selected(found.timeline, day=described.day, version=described.version)
    answers = [_answer(found, version, described, assumptions) for version in chosen.versions]
    answer = answer_json(found.timeline, chosen, described, assumptions, answers)
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.qualify_text import qualify_text

        click.echo(qualify_text(answer, spoken()))
    return 1 if all(one["outcome"] == "unknown" for one in answers) else 0


def _described(file: str) -> Described:
    described, problems = read_described(file, given_text(file))
    if described is None:
        report_and_end(problems)
    return described


def _answer(found: Compiled, version: Version, described: Described, assumptions: tuple[str, ...]) -> dict[str, Any]:
    """The answer of one version."""
    from clausier.decide.assume import ManyReadingsError, assumed
    from clausier.decide.consequences import worlds
    from clausier.decide.docket import Question
    from clausier.decide.qualify import facts_asked, sorts
    from clausier.emit.qualify_json import unknown_json, version_json
    from clausier.rules.settled import open_parameters

    here = found.rules.of(version.id)
    matters = dict.fromkeys(rule.source.matter for rule in here if rule.source.matter)
    unheard = [name for name in (described.matter, *described.also) if name not in matters]
    if unheard and any(part.lacuna is not None for part in version.document.walk()) and not matters:
        return unknown_json(version)
    at = partial(place, described.source)
    named = [(described.matter, at("matter")), *((name, at("also", name)) for name in described.also)]
    given = [(name, at("facts", name)) for name in described.facts]
    strange = [*_unheard(version, _MATTER, named, matters), *_unheard(version, _FACT, given, facts_asked(here))]
    if strange:
        report_and_end(tuple(strange))
    readings = {f"{rule.id}.{slot.reading}": (rule, slot) for rule in here for slot in open_parameters(rule.rule)}
    picked, problems = assumed(
        assumptions,
        tuple(
            Question(key, rule, slot.reading, tuple((case.name, case.label) for case in slot.cases))
            for key, (rule, slot) in readings.items()
        ),
    )
    if problems:
        report_and_end(problems)
    settled = {(readings[key][0].id, readings[key][1].reading): case for key, case in picked.items()}
    classed = sorts(here, described, settled)
    sorts_known = [name for sort in classed for name in (sort.name, sort.otherwise) if name]
    if described.qualified and described.qualified not in sorts_known:
        said = [(described.qualified, at("qualified"))]
        report_and_end(tuple(_unheard(version, _SORT, said, sorts_known)))
    try:
        follows = worlds(here, described, classed, settled)
    except ManyReadingsError:
        refuse(
            fr="trop de lectures ouvertes\u00a0: en fixer par --assume",
            en="too many open readings: settle some by --assume",
            code=1,
        )
    return version_json(version, classed, follows, found.rules)


def _unheard(
    version: Version, sort: Message, words: Iterable[tuple[str, Span]], known: Iterable[str]
) -> Iterator[Diagnostic]:
    """The words that are none of those that the rules of the version know."""
    listed = tuple(known)
    for word, span in words:
        if word in listed:
            continue
        help_ = did_you_mean(closest(word, listed))
        names = ", ".join(listed) or "—"
        yield report(codes_rul.NO_SUCH_WORD, span, help=help_, version=version.id, word=word, sort=sort, known=names)
