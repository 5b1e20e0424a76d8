"""What a proposal changes beside the text: the members, and how long the convention lasts."""

from __future__ import annotations

from clausier.consolidate import Timeline
from clausier.diagnostics import Lang, Message
from clausier.emit.called import ending
from clausier.emit.membership import members_changed
from clausier.emit.redline import Lists

_END = Message(fr="La durée de la convention", en="How long the convention lasts")
_ENDLESS = Message(fr="La convention n’a pas de dernier jour.", en="The convention has no last day.")
_THEN = Message(fr="avant\u00a0: {said}", en="before: {said}")
_NOW = Message(fr="après\u00a0: {said}", en="after: {said}")


def besides(before: Timeline, after: Timeline, lang: Lang, *, dated: bool = True) -> Lists:
    """The lists, each under its title, of what differs in `after`; `dated`: a change of the members with its day."""
    return (*members_changed(before, after, lang, dated=dated), *_ending_changed(before, after, lang))


def _ending_changed(before: Timeline, after: Timeline, lang: Lang) -> Lists:
    then, now = ending(before), ending(after)
    if then == now:
        return ()
    lines = (_THEN.fill(said=then or _ENDLESS).text(lang), _NOW.fill(said=now or _ENDLESS).text(lang))
    return ((_END.text(lang), lines),)
