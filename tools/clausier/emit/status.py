"""How a status is shown: nothing where the words are in force."""

from __future__ import annotations

from collections.abc import Sequence

from clausier.consolidate import Version
from clausier.diagnostics import Lang, Message
from clausier.model.provision import Status

MARKS: dict[Status, Message] = {
    "in-force": Message(fr="", en=""),
    "repealed": Message(fr="(abrogé)", en="(repealed)"),
    "suspended": Message(fr="(suspendu)", en="(suspended)"),
    "expired": Message(fr="(expiré)", en="(expired)"),
}
_OVER = Message(
    fr="La convention a pris fin\u00a0: rien n’en est plus en vigueur.",
    en="The convention has ended: nothing of it is in force any more.",
)


def over_text(versions: Sequence[Version], lang: Lang) -> str:
    """That the convention has ended in these versions, behind an empty line; "" where it has not, or perhaps not."""
    return f"\n\n{_OVER.text(lang)}" if versions and all(version.over for version in versions) else ""
