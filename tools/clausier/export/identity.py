"""What a document says of itself: which text it is, of which days, made of which acts, who the members are."""

from __future__ import annotations

from clausier.consolidate import Timeline, Version
from clausier.emit.dates import date_in_words
from clausier.emit.days import days
from clausier.model.act import Act, Party

ONLY_ORIGINALS = "Seuls les originaux signés font foi."
PARTIAL = "Texte incomplet\u00a0: il peut exister des stipulations que cette version ne donne pas."


def quoted(words: str) -> str:
    """`words` between guillemets."""
    return f"«\u00a0{words}\u00a0»"


def version_named(version: Version, timeline: Timeline) -> str:
    """Which text a version is: « version « avenant-1 », en vigueur depuis le … »."""
    return f"version {quoted(version.id)}, {days(timeline, version)}"


def act_named(act: Act) -> str:
    """An act with the day on which it was signed, as far as it is known."""
    name = act.title or act.id
    if act.draft:
        return f"{name} (projet)"
    return (
        f"{name} (signature\u00a0: {date_in_words(act.signed)})"
        if act.signed
        else f"{name} (date de signature inconnue)"
    )


def members(version: Version, timeline: Timeline) -> tuple[Party, ...]:
    """The members on the first day on which the version is certainly in force; of one that never is, those of its last act."""
    if version.first is None:
        found = [m for m in timeline.members if not m.operation or m.operation.partition("/")[0] in version.acts]
    else:
        found = [m for m in timeline.members if m.first <= version.first]
    return found[-1].parties if found else ()
