"""A rule beside its words: the quotation, what its sentence says before and behind it, and the figures that stand in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from clausier.rules.bound import BoundRule
from clausier.rules.captures import read
from clausier.rules.kinds import Weights
from clausier.rules.values import CaptureType, Value
from clausier.rules.written import Settings, each_test
from clausier.text.regex import regex
from clausier.text.typography import fold

Contradiction = tuple[str, str, str]
"""Words of the text, and the parameter of the rule that says something else, as its file has it: « au moins », `comparaison`,
`plus-de`; the value is "" where the rule says nothing of it."""

_STOP = regex(
    r"[,;:.()]|\b(?:lorsque|lorsqu'|si|s'il|quand|dont|qui|que|qu'|dès|à condition|sous réserve|pour|sauf|après|avant|par|dans)(?!\w)"
)
LEAST = regex(r"\bau (?:moins|minimum)\b")
_WORD = regex(r"[^\s,;:()\"]+")
_LONGEST = 7  # words that a figure takes


class Said(Struct, frozen=True, kw_only=True, dict=True):
    """The words of `rule`, folded and in small letters: its `quote`, and its sentence before and behind it, looked up where it is asked for.

    `weighed`: whether a rule says what the seats of its body weigh; `uneven`: and not the same for all of them.
    """

    rule: BoundRule
    quote: str
    whole: Callable[[], str]
    weighed: bool
    uneven: bool

    @cached_property
    def around(self) -> tuple[str, str]:
        """What stands before the quotation in its sentence, and behind it; nothing where it overruns its sentences."""
        before, found, behind = plain(self.whole()).partition(self.quote)
        return (before, behind) if found else ("", "")

    @property
    def behind(self) -> str:
        """What its sentence says behind the quotation."""
        return self.around[1]

    @property
    def clause(self) -> str:
        """The quotation, and what follows it until something else is said."""
        return self.quote + until_something_else(self.behind)

    @property
    def sentence(self) -> str:
        """The whole of its sentence."""
        before, behind = self.around
        return before + self.quote + behind

    @property
    def tests(self) -> tuple[Settings, ...]:
        """What is written of each of its tests, or of the rule itself where none are joined."""
        return tuple(each_test(self.rule.source.tests)) or (self.rule.source.settings,)

    def elsewhere(self) -> Said:
        """What its sentence says behind it, as if that were quoted."""
        return Said(rule=self.rule, quote=self.behind, whole=str, weighed=self.weighed, uneven=self.uneven)

    def stated(self, name: str) -> str:
        """What is written for the parameter `name` by hand; "" where nothing is, or a placeholder gives it."""
        words = self.rule.source.settings.get(name)
        return words[0].value if words and not self.captured(words[0].value) else ""

    def captured(self, name: str) -> str:
        """The words that the placeholder of that name took, as they stand here; "" where there is none."""
        return next((plain(c.words) for c in self.rule.captures if c.name == name), "")

    def figures(self, kind: CaptureType) -> tuple[tuple[str, Value], ...]:
        """The figures of that type in the quotation that no placeholder takes: their words, and their value."""
        words = self.quote
        for capture in self.rule.captures:
            words = words.replace(plain(capture.words), " ; ", 1)
        return tuple(_figures(kind, words))


def until_something_else(words: str, start: int = 0) -> str:
    """`words` up to a mark, or to a word by which something else is said, from `start` on."""
    stop = _STOP.search(words, start)
    return words[: stop.start()] if stop else words


def plain(words: str) -> str:
    """`words` as they are compared."""
    return fold(words).chars.lower()


def said(rule: BoundRule, sentence: Callable[[], str], weights: Iterable[Weights]) -> Said:
    """`rule` beside its sentence; `weights` are those of its body."""
    all_of_them = tuple(weights)
    each = {votes for one in all_of_them for votes in (one.each, *dict(one.by).values()) if votes is not None}
    uneven = len(each) > 1 or any(one.figure for one in all_of_them)
    return Said(rule=rule, quote=plain(rule.quote), whole=sentence, weighed=bool(all_of_them), uneven=uneven)


def _figures(kind: CaptureType, words: str) -> Iterator[tuple[str, Value]]:
    """Each figure of `words`, the longest first at each place."""
    for part in regex(r"[,;:()]").split(words):
        tokens = _WORD.findall(part.replace("l'", "l' ").replace("d'", "d' "))
        at = 0
        while at < len(tokens):
            for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
                tried = " ".join(tokens[at : at + length]).replace("' ", "'").rstrip(".")
                value = read(kind, tried)
                if value is not None:
                    yield tried, value
                    at += length
                    break
            else:
                at += 1
