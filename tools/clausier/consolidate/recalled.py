"""What operations make of a text, recalled from earlier runs by what they can look at of it.

An operation looks at the articles that it names; of all others it may see how they are called and numbered, not a word.
An edit of one article then leaves as it was what every act does to the others. Nobody has to believe it: operations are
run on a text from which the other words are gone. Where they then have anything to report, or change what they were not
shown, they are run on the whole text, and what they make of it is kept by the whole text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend import anchors
from clausier.amend.rewrite import put
from clausier.cache import Cache
from clausier.consolidate.states import Findings, Made, run
from clausier.consolidate.timeline import Event
from clausier.diagnostics import Code, Diagnostic, codes_amd, codes_ref, codes_tim
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.model.target import Target, Unit
from clausier.refs import Path, at
from clausier.refs.index import index_of
from clausier.refs.over_time import parts
from clausier.source.headings import number_key

_CODES = tuple(
    code for module in (codes_amd, codes_ref, codes_tim) for code in vars(module).values() if isinstance(code, Code)
)


class _Frame(Struct, frozen=True, tag=True, array_like=True):
    """A document or division that was made: its own words, and its children, where they stood before by their rank there."""

    own: Provision
    children: tuple[int | _Frame | Provision, ...]


class _Kept(Struct, frozen=True, array_like=True):
    """A text that operations made, as it differs from the one before it; no frame where it does not."""

    frame: _Frame | None
    touched: tuple[tuple[str, frozenset[str]], ...]


class _Shown(Struct, frozen=True):
    """A text without the words of its articles, but of those at the paths `named`."""

    text: Provision
    named: frozenset[Path]


class Recalled:
    """Runs operations on a text, and looks for conflicts among them, or recalls what came of it."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self._bare: dict[int, tuple[Provision, Provision]] = {}  # by the object: itself, and what all may see of it

    def run(self, operations: tuple[TextOperation, ...], before: Provision) -> Made:
        """As `states.run`."""
        ordered = self.cache.digest(operations)
        shown = self._shown(operations, before)
        if shown is not None:
            made = partial(_made, operations, shown)
            kept, _ = self.cache.recall("made", (ordered, self._hash(shown.text)), _Kept | None, lambda: (made(), ()))
            if kept is not None:
                return _laid(kept, (), before)

        def whole() -> tuple[_Kept, Findings]:
            made = run(operations, before)
            return _kept(made, before), made.findings

        parts = (ordered, self._hash(before))
        return _laid(*self.cache.recall("made of all", parts, _Kept, whole, _CODES), before)

    def conflicts(
        self, events: tuple[Event, ...], before: Provision, find: Callable[[Provision], Iterable[Diagnostic]]
    ) -> Findings:
        """What `find` reports of the events of a day, given the text before it."""
        ordered = self.cache.digest(events)
        shown = self._shown((o for e in events for o in e.operations), before)
        if shown is not None:
            none = partial(_none, find, shown.text)
            parts = (ordered, self._hash(shown.text))
            if self.cache.recall("no conflict", parts, bool, lambda: (none(), ()))[0]:
                return ()
        parts = (ordered, self._hash(before))
        return self.cache.recall("conflicts", parts, None, lambda: (None, tuple(find(before))), _CODES)[1]

    def _shown(self, operations: Iterable[TextOperation], document: Provision) -> _Shown | None:
        """The text as the operations may look at it; None where they may look at all of it."""
        bare = self._without_words(document)
        named: set[Path] = set()
        for operation in operations:
            for target in (*operation.targets, *anchors(operation)):
                match target:
                    case Target(act="", steps=(Unit(heading="", kind="article" | "annex", number=number), *_)) if (
                        number
                    ):
                        found = (_part(path, document) for path in index_of(bare).numbered(number_key(number)))
                        named.update(path for path in found if path)
                    case _:
                        return None
        text = bare
        for path in named:
            text = put(text, path, at(document, path))
        return _Shown(text, frozenset(named))

    def _without_words(self, provision: Provision) -> Provision:
        """What all may see: of a document or division its own words, of what stands in it how it is called."""
        known = self._bare.get(id(provision))
        if known is None:
            children = tuple(map(self._without_words, provision.children))
            if provision.kind in {"document", "division"}:
                bare = replace(provision, children=children)
            else:
                bare = replace(provision, blocks=(), children=children, span=None)
            self._bare[id(provision)] = known = (provision, bare)
        return known[1]

    def _hash(self, document: Provision) -> bytes:
        """The hash of a text, by those of its parts."""
        whole = hashlib.sha256()
        for part, path, deep in parts(document):
            own = part if deep else replace(part, children=())
            whole.update(b"%d" % len(path))
            whole.update(self.cache.digest(own))
        return whole.digest()


def _part(path: Path, document: Provision) -> Path | None:
    """The article, outside any other, in which what stands at the path is; None for a division."""
    around = (path[:size] for size in range(1, len(path) + 1))
    return next((p for p in around if at(document, p).kind != "division"), None)


def _made(operations: tuple[TextOperation, ...], shown: _Shown) -> _Kept | None:
    """What the operations make of what they are shown; None where that may not be what they make of the whole."""
    made = run(operations, shown.text)
    if made.findings:
        return None
    kept, index = _kept(made, shown.text), index_of(shown.text)
    for part in _new(kept.frame):
        for provision in part.walk():
            path = index.path_of(provision.id)
            stood = _part(path, shown.text) if path else None
            if stood and stood not in shown.named:
                return None
    return kept


def _new(frame: _Frame | None) -> Iterator[Provision]:
    for child in frame.children if frame else ():
        match child:
            case _Frame():
                yield from _new(child)
            case Provision():
                yield child
            case int():
                pass


def _none(find: Callable[[Provision], Iterable[Diagnostic]], text: Provision) -> bool:
    return not any(True for _ in find(text))


def _kept(made: Made, before: Provision) -> _Kept:
    ranks = {id(part): rank for rank, (part, _, _) in enumerate(parts(before))}

    def frame(provision: Provision) -> _Frame:
        children = (
            known if (known := ranks.get(id(c))) is not None else frame(c) if c.kind == "division" else c
            for c in provision.children
        )
        return _Frame(replace(provision, children=()), tuple(children))

    return _Kept(None if made.document is before else frame(made.document), made.touched)


def _laid(kept: _Kept, findings: Findings, before: Provision) -> Made:
    """What was kept, with the parts that the text before it has in common with it."""
    shared = tuple(part for part, _, _ in parts(before)) if kept.frame else ()

    def lay(frame: _Frame) -> Provision:
        return replace(frame.own, children=tuple(map(_child, frame.children)))

    def _child(child: int | _Frame | Provision) -> Provision:
        match child:
            case int():
                return shared[child]
            case _Frame():
                return lay(child)
            case Provision():
                return child

    return Made(document=lay(kept.frame) if kept.frame else before, findings=findings, touched=kept.touched)
