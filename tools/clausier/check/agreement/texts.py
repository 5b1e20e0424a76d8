"""The text that an operation meets, and the sentences of its article, each read once; what is ordered where no operation stands."""

from __future__ import annotations

from msgspec import Struct

from clausier.cache import Cache
from clausier.check.agreement.pairs import Paired, paired
from clausier.check.agreement.scene import Scene
from clausier.check.agreement.sentences import Amended, Sentence, held_against, sentences_of
from clausier.consolidate import Timeline
from clausier.consolidate.acts_on_acts import other_act
from clausier.consolidate.ends import is_text
from clausier.model.act import Act, Corpus
from clausier.model.dates import When, the_day
from clausier.model.operation import Common, NoEffect, Operation
from clausier.model.provision import Provision, Quotation
from clausier.refs.lines.itself import itself_of


def amended_text(corpus: Corpus, timeline: Timeline) -> Amended:
    """That by which sentences name the convention: « de la convention du 1er janvier 2020 », « des statuts », « de l'annexe II »."""
    signed, title = the_day(corpus.convention.signed), corpus.convention.title
    states = (corpus.convention.document, *(version.document for version in timeline.versions[-1:]))
    return Amended(days=(signed,) if signed else (), title=title, itself=itself_of(title, *states))


def read(article: Provision, act: Act, amended: Amended, cache: Cache) -> tuple[Sentence, ...]:
    """The sentences of an article of `act`; `amended` is that by which they name the text that it changes."""
    key = (cache.digest(article), repr(act.span), repr(amended))
    return cache.recall("sentences", key, tuple[Sentence, ...], lambda: (sentences_of(article, act, amended), ()))[0]


class Texts:
    """The text that each operation meets: as the events before its own have made it, and those of its act before it."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.events = (*timeline.events, *timeline.to_come)
        self.ranks = {o.common.id: (n, m) for n, e in enumerate(self.events) for m, o in enumerate(e.operations)}
        self.of_act = {e.act: n for n, e in reversed(tuple(enumerate(self.events)))}  # the first of each
        rank = {e.id: n for n, e in enumerate(self.events)}
        # Each version, and the last event that it has.
        self.versions = [(v, max((rank[e] for e in v.events), default=-1)) for v in timeline.versions]
        self.before: dict[int | None, Provision] = {}

    def met(self, operation: Operation, quoted: tuple[Quotation, ...]) -> Scene:
        """What an operation meets, in an article with those new texts; of a draft, the latest text."""
        event, rank = self.ranks.get(operation.common.id, (self._event(operation.common.act), 0))
        first = self.events[event].operations[:rank] if event is not None else ()
        return Scene(before=self._before(event), first=first, quoted=quoted)

    def _event(self, act: str) -> int | None:
        """The first event of an act; of one that does nothing yet, as when it is found late, the first that is later."""
        if act in self.of_act:
            return self.of_act[act]
        signed = next((one for one in self.timeline.acts if one.id == act), None)
        if signed is None or signed.draft or not isinstance(signed.in_force, When):
            return None
        day = signed.in_force.last
        return next(
            (
                n
                for n, event in enumerate(self.timeline.events)
                if isinstance(event.date, When) and event.date.first > day
            ),
            None,
        )

    def _before(self, event: int | None) -> Provision:
        if event not in self.before:
            standing = [v for v, last in self.versions if event is None or last < event]
            last = max(standing, key=lambda v: len(v.events), default=None)
            self.before[event] = last.document if last else self.timeline.acts[0].document
        return self.before[event]


class Unsaid(Struct, frozen=True, kw_only=True):
    """The orders of `sentences` that no operation of the act follows, and what they may meet: the text before the act, and after it.

    `like` is what an operation of the unit would carry.
    """

    sentences: tuple[Sentence, ...]
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
    sentences = held_against(sentences, before.before)
    found = paired(sentences, (), {}, like, of_act=changing, before=before, after=after)
    return Unsaid(sentences=sentences, found=found, like=like, scenes=(before, after))
