"""How a status is shown: nothing where the words are in force."""

from __future__ import annotations

from clausier.diagnostics import Message
from clausier.model.provision import Status

MARKS: dict[Status, Message] = {
    "in-force": Message(fr="", en=""),
    "repealed": Message(fr="(abrogé)", en="(repealed)"),
    "suspended": Message(fr="(suspendu)", en="(suspended)"),
    "expired": Message(fr="(expiré)", en="(expired)"),
}
