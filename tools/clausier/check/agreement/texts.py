"""The text that an operation meets, and the sentences of its article: each read once."""

from __future__ import annotations

from clausier.cache import Cache
from clausier.check.agreement.compare import Scene
from clausier.check.agreement.sentences import Amended, Sentence, sentences_of
from clausier.consolidate import Timeline
from clausier.model.act import Act, Corpus
from clausier.model.dates import When
from clausier.model.operation import Operation
from clausier.model.provision import Provision, Quotation


def amended_text(corpus: Corpus) -> Amended:
    """That by which sentences name the convention: « de la convention du 1er janvier 2020 », « des statuts »."""
    signed = corpus.convention.signed
    days = (signed.first,) if isinstance(signed, When) and signed.exact else ()
    return Amended(days=days, title=corpus.convention.title)


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
        event, rank = self.ranks.get(operation.common.id, (self.of_act.get(operation.common.act), 0))
        first = self.events[event].operations[:rank] if event is not None else ()
        return Scene(before=self._before(event), first=first, quoted=quoted)

    def _before(self, event: int | None) -> Provision:
        if event not in self.before:
            standing = [v for v, last in self.versions if event is None or last < event]
            last = max(standing, key=lambda v: len(v.events), default=None)
            self.before[event] = last.document if last else self.timeline.acts[0].document
        return self.before[event]
