"""`clausier acts`: who has signed each act, what is missing, since when it binds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from clausier.cli.framework import print_json, spoken
from clausier.cli.options import define, format_option
from clausier.cli.reading import compiled
from clausier.consolidate import Timeline
from clausier.diagnostics import Lang, Message
from clausier.emit.acts_json import STEPS, acts_json
from clausier.emit.dates import awaited, said_days
from clausier.emit.operations import article_of
from clausier.emit.site.edition import upon_acts
from clausier.model.dates import Pending

_STEPS = {
    "deliberation": Message(fr="délibération", en="deliberation"),
    "transmission": Message(fr="transmission", en="transmission"),
    "signature": Message(fr="signature", en="signature"),
    "publication": Message(fr="publication", en="publication"),
}
_STATUS = {
    "draft": Message(fr="projet d’acte", en="draft"),
    "annulled": Message(fr="acte annulé", en="annulled"),
}
_UPON = {
    "annul": Message(fr="annulation\u00a0: {by}", en="annulment: {by}"),
    "postpone": Message(fr="report\u00a0: {by}", en="postponement: {by}"),
}
_NOT_YET = Message(fr=" (pas encore en vigueur)", en=" (not in force yet)")
_SIGNED = Message(fr="signature\u00a0: {days}", en="signed: {days}")
_IN_FORCE = Message(fr="en vigueur\u00a0: {days}", en="in force: {days}")
_UNTIL = Message(fr="dernier jour\u00a0: {days}", en="last day: {days}")
_ENDS_UPON = Message(fr="fin\u00a0: en attente ({event})", en="end: pending ({event})")
_UNKNOWN = Message(fr="inconnue", en="unknown")
_PENDING = Message(fr="en attente", en="pending")
_LACKING = Message(fr="non enregistré\u00a0: {steps}", en="not recorded: {steps}")


@define(
    "acts",
    fr="Dire où en est chaque acte\u00a0: qui a signé, ce qui manque, depuis quand il est en vigueur.",
    en="Say how each act stands: who has signed, what is missing, since when it is in force.",
    example="clausier acts",
)
@format_option("text", "json")
def command(project: Path, format_: str) -> None:
    """List the acts."""
    found = compiled(project)
    answer = acts_json(found.corpus, found.timeline)
    if format_ == "json":
        print_json(answer)
        return
    lang = spoken()
    waits = {act.id: awaited(act.in_force) for act in found.timeline.acts if isinstance(act.in_force, Pending)}
    click.echo("\n\n".join(_act(a, waits.get(a["id"], ""), found.timeline, lang) for a in answer["acts"]))


def _act(act: dict[str, Any], waits: str, timeline: Timeline, lang: Lang) -> str:
    """An act; `waits` is what its day waits for, as the act calls it."""
    status = _STATUS.get(act["status"])
    lines = [f"{act['id']} – {act['title']}" + (f" ({status.text(lang)})" if status else "")]
    signed = said_days(act["signed"]) if act["signed"] else _UNKNOWN
    lines.append(f"  {_SIGNED.fill(days=signed).text(lang)}")
    if act["status"] == "signed":
        days = said_days(act["in_force"]) if act["in_force"] else _PENDING
        because = waits or act["because"]
        reason = f" ({because})" if because else ""
        lines.append(f"  {_IN_FORCE.fill(days=days).text(lang)}{reason}")
    if until := act["until"] or act["until_because"]:
        ends = _UNTIL.fill(days=said_days(until)) if act["until"] else _ENDS_UPON.fill(event=until)
        lines.append(f"  {ends.text(lang)}")
    for other in act["changed_by"]:
        common = timeline.operations[other["operation"]].common
        by = f"{common.act}, {article_of(common)}"
        so_far = other["operation"] in {o.common.id for o in upon_acts(timeline).get(act["id"], ())}
        lines.append(f"  {_UPON[other['verb']].fill(by=by).text(lang)}{'' if so_far else _NOT_YET.text(lang)}")
    lines.extend(_formalities(act["parties"], lang))
    return "\n".join(lines)


def _formalities(parties: list[dict[str, Any]], lang: Lang) -> Iterator[str]:
    """What is recorded of each party; what is not may well have been done."""
    if not parties:
        return
    total, done = len(parties), sum(not p["missing"] for p in parties)
    if not any(party[step] for party in parties for step, _ in STEPS):
        yield "  " + Message(
            fr=f"formalités\u00a0: aucune n’est enregistrée, pour {total} parties",
            en=f"formalities: none is recorded, for {total} parties",
        ).text(lang)
        return
    said = Message(
        fr=f"formalités toutes enregistrées\u00a0: {done} sur {total}",
        en=f"formalities all recorded: {done} of {total}",
    )
    yield "  " + said.text(lang)
    for party in parties:
        recorded = [f"{_STEPS[s].text(lang)} {said_days(party[s]).text(lang)}" for s, _ in STEPS if party[s]]
        missing = ", ".join(_STEPS[s].text(lang) for s in party["missing"])
        lacking = _LACKING.fill(steps=missing).text(lang) if missing else ""
        yield "    " + " · ".join([party["name"], *recorded, *([lacking] if lacking else [])])
