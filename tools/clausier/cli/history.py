"""`clausier history`: each wording of a provision, with the sentence that made it."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.cli.framework import print_json, spoken
from clausier.cli.options import define, format_option
from clausier.cli.reading import consolidated, found_provision
from clausier.diagnostics import Message
from clausier.emit.called import start
from clausier.emit.dates import said_days
from clausier.emit.history import history_json, signed_json, wordings
from clausier.emit.markdown import provision_markdown
from clausier.emit.operations import article_of
from clausier.emit.parts import lines_of
from clausier.emit.show_text import to_come_text
from clausier.emit.to_come import waiting_for

_SIGNED = Message(fr="signé {day}", en="signed {day}")


@define(
    "history",
    fr="Montrer chaque rédaction d’une stipulation, avec la phrase de l’acte qui l’a faite. Une stipulation renumérotée est suivie.",
    en="Show each wording of a provision, with the sentence of the act that made it. A renumbered provision is followed.",
    example="clausier history 6",
)
@click.argument("target")
@format_option("text", "json")
def command(target: str, project: Path, format_: str) -> None:
    """Show each wording of a provision."""
    timeline = consolidated(project)
    version, provision = found_provision(timeline, target)
    found = wordings(timeline, provision.id, lines_of(provision, version.document))
    if format_ == "json":
        print_json(history_json(timeline, target, found))
        return
    lang = spoken()
    blocks: list[str] = []
    for wording in found:
        lines = [f"[{wording.version.id}, {start(timeline, wording.version).text(lang)}]"]
        for operation in wording.operations:
            common = operation.common
            days = signed_json(operation, timeline)
            signed = _SIGNED.fill(day=said_days(days) if days else "?").text(lang)
            where = f"{common.span.path}:{common.span.line}"
            lines.append(f"  {common.act}, {article_of(common)} – {common.verb}, {signed}  ({where})")
            if common.sentence:
                lines.append(f"    «\u00a0{common.sentence}\u00a0»")
        gone = Message(fr="(n’existe plus)", en="(gone)").text(lang)
        lines += ["", provision_markdown(wording.provision, 1).rstrip() if wording.provision else gone]
        blocks.append("\n".join(lines))
    blocks += to_come_text(waiting_for(provision, timeline), timeline, lang)
    click.echo("\n\n".join(blocks))
