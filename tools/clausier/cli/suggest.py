"""`clausier suggest`: rules for the sentences that none accounts for."""

from __future__ import annotations

from pathlib import Path

import click

from clausier import FORMAT
from clausier.cli.framework import print_json, spoken
from clausier.cli.options import define, format_option
from clausier.cli.reading import compiled, found_provision
from clausier.diagnostics import Message

_MOST = 20  # articles that are named
_LEFT = Message(
    fr="# Phrases sans règle ni proposition, à lire soi-même\u00a0: {count} (articles\u00a0: {articles}).",
    en="# Sentences with neither a rule nor a suggestion, to be read: {count} (articles: {articles}).",
)


@define(
    "suggest",
    fr="Proposer des règles pour les phrases qui n’en ont pas encore, là où la tournure est connue\u00a0: un vote, un quorum, une "
    "périodicité, qui décide, qui doit, peut ou ne peut pas, ce qu’un mot veut dire. Chacune a été essayée sur "
    "le texte\u00a0; à relire, puis à recopier dans le fichier dit au-dessus. La fin dit combien de phrases restent sans règle ni "
    "proposition. Sans CIBLE, tout le texte en vigueur.",
    en="Suggest rules for the sentences that have none yet, where the turn of phrase is known: a vote, a quorum, a rhythm, who decides, "
    "who must, may or may not, what a word means. Each has been tried on the text; read them over, then copy them into the file named "
    "above. The end tells how many sentences have neither. Without a TARGET, all the text in force.",
    example="clausier suggest\nclausier suggest 3.2",
)
@click.argument("target", required=False, metavar="[TARGET]")
@format_option("text", "json")
def command(target: str | None, project: Path, format_: str) -> None:
    """Suggest rules."""
    from clausier.author.suggest.suggest import passed_over, suggest
    from clausier.author.suggest.written import written

    found = compiled(project)
    version = found.timeline.latest
    among: frozenset[str] = frozenset()
    if target is not None:
        version, provision = found_provision(found.timeline, target)
        among = frozenset(p.id for p in provision.walk())
    suggestions = suggest(project.absolute(), found, version, among)
    left = passed_over(found, version, among, suggestions)
    if format_ == "json":
        print_json(
            {
                "format": FORMAT,
                "version": version.id,
                "suggestions": [
                    {"file": s.file, "article": s.article, "sentence": s.sentence, "source": dict(s.keys)}
                    for s in suggestions
                ],
                "left": [{"article": article, "sentence": sentence} for article, sentence in left],
            }
        )
        return
    lines: list[str] = []
    for file, entries in written(suggestions):
        lines += [*([""] if lines else []), f"# {file}", *entries]
    if not lines:
        none = Message(fr="Aucune règle à proposer.", en="No rule to suggest.")
        lines = [none.text(spoken())]
    if left:
        articles = [*dict.fromkeys(article for article, _ in left if article)]
        named = ", ".join([*articles[:_MOST], *(["…"] if len(articles) > _MOST else [])])
        lines += ["", _LEFT.fill(count=len(left), articles=named or "—").text(spoken())]
    click.echo("\n".join(lines))
