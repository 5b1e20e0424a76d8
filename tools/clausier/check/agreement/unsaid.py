"""What the sentences of a unit of an act order, of which no operation is told: it has no header."""

from __future__ import annotations

from msgspec import Struct

from clausier.check.agreement.compare import Scene
from clausier.check.agreement.pairs import Paired, paired
from clausier.check.agreement.sentences import Sentence
from clausier.check.agreement.texts import Texts
from clausier.consolidate.acts_on_acts import other_act
from clausier.consolidate.ends import is_text
from clausier.model.act import Act
from clausier.model.operation import Common, NoEffect
from clausier.model.provision import Provision


class Unsaid(Struct, frozen=True, kw_only=True):
    """The orders that no operation of the act follows, and what they may meet: the text before the act, and after it.

    `like` is what an operation of the unit would carry.
    """

    found: Paired
    like: Common
    scenes: tuple[Scene, Scene]


def unsaid(unit: Provision, act: Act, sentences: tuple[Sentence, ...], texts: Texts) -> Unsaid:
    """The orders of these `sentences` of the unit."""
    number = unit.id.removeprefix(f"{act.id}/")
    place = unit.span or act.span
    like = Common(id=f"{act.id}/{number}#0", verb="sans-effet", act=act.id, article=number, span=place)
    quoted = unit.quotations
    changing = tuple(o for o in act.operations if is_text(o) and not other_act(o))
    before = texts.met(NoEffect(common=like, reason=""), quoted)
    after = Scene(before=before.before, first=changing, quoted=quoted)
    found = paired(sentences, (), {}, like, of_act=changing, before=before, after=after)
    return Unsaid(found=found, like=like, scenes=(before, after))
