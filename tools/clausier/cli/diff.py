"""`clausier diff`: a redline between two versions, or of what a proposal does to the text in force."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import click

from clausier import FORMAT
from clausier.cli.framework import print_json, refuse, spoken, use_colour
from clausier.cli.options import define, drafts_option, format_option, option
from clausier.cli.reading import consolidated, selected, selected_by, target_of
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Lang, Message
from clausier.emit.answers import Selection, compared, of_comparisons
from clausier.emit.besides import besides
from clausier.emit.between import changes_between, diff_json
from clausier.emit.changes import Change, changes
from clausier.emit.markdown import escaped
from clausier.emit.parts import cut, lines_of, part
from clausier.emit.redline import (
    PROPOSAL,
    SAME,
    UNCHANGED,
    Lists,
    Redline,
    redline_markdown,
    redline_text,
    redlines_html,
)
from clausier.emit.show_text import open_dates
from clausier.emit.text_json import members_json
from clausier.model.provision import Provision


@define(
    "diff",
    fr="Comparer deux versions, ou deux jours, mot à mot. Avec --against, comparer le texte en vigueur d’un autre dossier à "
    "celui-ci\u00a0: ce qu’une proposition change.",
    en="Compare two versions, or two days, word by word. With --against, compare the text in force of another folder with "
    "this one: what a proposal changes.",
    example="clausier diff convention avenant-1 8\nclausier diff 2022-01-01 2023-01-01\nclausier diff --against ../main --format html",
)
@click.argument("before", metavar="[BEFORE]", required=False, default="")
@click.argument("after", metavar="[AFTER]", required=False, default="")
@click.argument("target", required=False, default="")
@format_option("text", "md", "html", "json")
@option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="DIR",
    fr="L’autre dossier, dont le texte est le point de départ.",
    en="The other folder, whose text is the starting point.",
)
@drafts_option
def command(
    before: str,
    after: str,
    target: str,
    project: Path,
    format_: str,
    against: Path | None,
    drafts: tuple[str, ...],
) -> None:
    """Show what changed."""
    lang = spoken()
    here = consolidated(project, drafts=drafts)
    there = consolidated(against) if against else here
    if not against and not before:
        refuse(
            fr="il faut deux versions\u00a0: clausier diff convention avenant-1",
            en="two versions are needed: clausier diff convention avenant-1",
        )
    old = selected_by(there, before) if before else selected(there)
    new = selected_by(here, after) if after else selected(here)
    both = product(old.versions, new.versions) if against else compared(old, new)
    narrowed = [(a, b, _narrowed(a, b, here, there, target)) for a, b in both]
    if all(found is None for _, _, found in narrowed):
        refuse(
            fr=f"{target}\u00a0: ni dans l’une ni dans l’autre version",
            en=f"{target}: in neither version",
            code=1,
        )
    pairs = [(a, b, found or ()) for a, b, found in narrowed]
    if format_ == "json":
        answers = [diff_json(a.id, b.id, found) for a, b, found in pairs]
        both_lists = {"before": members_json(there), "after": members_json(here)}
        changed = {"members": both_lists} if not target and both_lists["before"] != both_lists["after"] else {}
        print_json({**of_comparisons(old, new, answers, {"format": FORMAT}), **changed})
        return
    lead = _undetermined(old, new, len(pairs), lang)
    also = besides(there, here, lang) if against and not target else ()
    redlines = [_redline(a, b, found, target, lang, also, proposal=against is not None) for a, b, found in pairs]
    match format_:
        case "html":
            click.echo(redlines_html(redlines, lang, lead), nl=False)
        case "md":
            shown = [*(escaped(line.strip()) for line in lead), *(redline_markdown(one, lang) for one in redlines)]
            click.echo("\n\n".join(part.rstrip("\n") for part in shown))
        case _:
            shown = [redline_text(one, lang, colour=use_colour()) for one in redlines]
            click.echo("\n".join(["\n".join(lead) + "\n", *shown] if lead else shown), nl=False)


def _undetermined(old: Selection, new: Selection, count: int, lang: Lang) -> list[str]:
    """That dates leave the comparison open, on which days, and because of which acts; nothing where they do not."""
    if count == 1 and not (old.or_none or new.or_none):
        return []
    said = Message(
        fr=f"Indéterminé\u00a0: {count} comparaisons possibles.",
        en=f"Undetermined: {count} possible comparisons.",
    )
    opened = dict.fromkeys(open_dates(s, lang) for s in (old, new) if not s.determined)
    lines = [line for period in opened for line in period.split("\n")]
    return lines if count == 1 else [said.text(lang), *lines]


def _narrowed(old: Version, new: Version, here: Timeline, there: Timeline, target: str) -> tuple[Change, ...] | None:
    """What differs between two versions, in what the target names; None where neither has it."""
    found = changes_between(old, new, here, there)
    wanted = target_of(target or None)
    if wanted is None:
        return found
    places = [(part(v.document, wanted), v.document) for v in (old, new)]
    named = [(place, lines_of(place, document)) for place, document in places if isinstance(place, Provision)]
    if not named:
        return None
    whole = {p.id for place, lines in named if lines is None for p in place.walk()}
    lines = frozenset(line for _, lines in named if lines is not None for line in lines)
    parts = {place.id for place, lines in named if lines is not None} - whole
    return tuple(c for one in found if (c := one if one.id in whole else one.id in parts and _of(lines, one, old, new)))


def _of(lines: frozenset[str], change: Change, old: Version, new: Version) -> Change | None:
    """What of a change is of these lines of its provision; None where nothing is."""
    if change.kind.startswith("unknown"):
        return change
    here, there = (next((cut(p, lines) for p in v.document.walk() if p.id == change.id), None) for v in (old, new))
    nothing = Provision(id="", kind="document")
    return next(iter(changes(here or nothing, there or nothing)), None)


def _redline(
    old: Version,
    new: Version,
    found: tuple[Change, ...],
    target: str,
    lang: Lang,
    also: Lists,
    *,
    proposal: bool,
) -> Redline:
    """The comparison under its title, which names the two texts, and what of them was asked about; `also` is what a proposal changes besides."""
    of = f", {target}" if target else ""
    between = Message(
        fr=f"De «\u00a0{old.id}\u00a0» à «\u00a0{new.id}\u00a0»{of}", en=f"From “{old.id}” to “{new.id}”{of}"
    )
    if not proposal:
        return Redline(between.text(lang), found)
    title = Message(fr=f"{PROPOSAL.fr}\u00a0: {between.fr}", en=f"{PROPOSAL.en}: {between.en}")
    return Redline(title.text(lang), found, SAME if target else UNCHANGED, also)
