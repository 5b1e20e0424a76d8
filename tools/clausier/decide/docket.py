"""The rules of a version that bear on a vote of one body on one matter, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct, field, structs

from clausier.decide.competence import competences
from clausier.rules import kinds
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import Cases, Condition, Named
from clausier.rules.criteria import Base, Criterion, Threshold
from clausier.rules.desugar_votes import casting_vote, tests
from clausier.rules.settled import Settled, open_parameters
from clausier.rules.values import Relative, Share


class Silence(Struct, frozen=True):
    """Something that a vote needs and the text does not state: what it might be, from the weakest to the strongest."""

    key: str
    cases: tuple[str, ...]


MAJORITY = Silence("majority", ("relative", "absolute-of-present", "absolute-of-all", "unanimity"))
PROXIES = Silence("proxies", ("allowed", "not-allowed"))
RECUSAL = Silence("recusal", ("counted", "not-counted"))
SECOND_MEETING = Silence("second-meeting", ("meets-again", "meets-once"))


class Question(Struct, frozen=True):
    """Something left open, by a `rule` or, where no words state it, by none (None).

    `key` is its full name (`cogouv-majorite.base`), `name` that of the reading; each case has the words for it, "" where
    there are none.
    """

    key: str
    rule: BoundRule | None
    name: str
    cases: tuple[tuple[str, str], ...]


Assumes = Mapping[str, str]
"""The case of each question, by its key."""


class Docket(Struct, frozen=True, kw_only=True):
    """All rules that decide a vote of one body on one matter.

    `slots` are the rules by the question that they answer (`majority/0`, `weights/…`). A slot with several rules is one
    that they answer differently and that no clause settles: each of them may be the one that holds.
    """

    compositions: tuple[BoundRule, ...]
    slots: Mapping[str, tuple[BoundRule, ...]]
    matters: frozenset[str]
    competences: tuple[BoundRule, ...] = ()
    questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)

    def rules(self) -> Iterator[BoundRule]:
        """Every rule, in the order in which a vote is looked at."""
        yield from self.compositions
        for found in self.slots.values():
            yield from found

    @property
    def weights(self) -> tuple[str, ...]:
        """The slots of the rules that say what seats weigh: one for all of them, or one for each college."""
        return tuple(name for name in self.slots if name.startswith("weights/"))

    def left_open_by(self, rules: Iterable[BoundRule]) -> Iterator[Question]:
        """What the words of these rules leave open."""
        return (question for rule in rules for question in self.questions[rule.id])

    def left_open_in(self, name: str) -> Iterator[Question]:
        """What is left open in a slot: which of several rules holds, then what each of them leaves open."""
        rules = self.slot(name)
        if len(rules) > 1:
            yield Question(f"which-{name}", None, f"which-{name}", tuple((rule.id, "") for rule in rules))
        yield from self.left_open_by(rules)

    def slot(self, name: str) -> tuple[BoundRule, ...]:
        """The rules that answer one question: none, one, or several that contradict each other."""
        return self.slots.get(name, ())

    @property
    def second_meeting_unstated(self) -> bool:
        """Whether the matter has a quorum of its own, and the only words on a second meeting are those on every matter."""
        own, again = (self.slot(name) for name in ("quorum", "quorum-again"))
        return any(rule.source.matter for rule in own) and bool(again) and not again[0].source.matter

    def of_round(self, number: int) -> str:
        """The slot of the majority that a round needs: one stated for it, else the one for every round."""
        return f"majority/{number}" if f"majority/{number}" in self.slots else "majority/0"


def docket(rules: Iterable[BoundRule], body: str, matter: str) -> Docket | None:
    """The rules for a vote of `body` on `matter` ("": none in particular); None where no rule says who sits in that body.

    Where no rule of composition says it, those sit to whom a table gives votes.
    """
    listed = [rule for rule in rules if not rule.overridden_by]
    about = [rule for rule in listed if rule.source.body == body or (not rule.source.body and rule.source.matter)]
    compositions = tuple(
        rule for rule in about if isinstance(rule.rule, kinds.Composition) and rule.source.matter in {"", matter}
    )
    if not compositions and not any(_seated(rule) and rule.source.body == body for rule in about):
        return None
    asked: dict[str, list[BoundRule]] = {}
    for rule in about:
        if name := _slot(rule):
            asked.setdefault(name, []).append(rule)
    slots = {
        name: chosen
        for name in sorted(asked, key=_order)
        if (chosen := _fitting(asked[name], matter, _wider(name, asked)))
    }
    if not any(name.startswith("weights/") for name in slots) and "casting-vote" in slots:
        slots["casting-vote"] = tuple(_of_heads(rule) for rule in slots["casting-vote"])
    deciding = competences(listed, matter)
    every = (*compositions, *(rule for found in slots.values() for rule in found), *deciding)
    return Docket(
        compositions=compositions,
        slots=slots,
        matters=frozenset(rule.source.matter for rule in listed),
        competences=deciding,
        questions={rule.id: tuple(_questions(rule)) for rule in every},
    )


def bodies(rules: Iterable[BoundRule]) -> tuple[str, ...]:
    """The bodies of which some rule says who sits in them."""
    sat = (rule.source.body for rule in rules if isinstance(rule.rule, kinds.Composition) or _seated(rule))
    return tuple(dict.fromkeys(body for body in sat if body))


def _seated(rule: BoundRule) -> bool:
    return isinstance(rule.rule, kinds.Weights) and bool(rule.rule.by)


_ORDER = ("weights", "ballot", "proxy", "recusal", "quorum", "quorum-again", "majority", "casting-vote")


def _order(name: str) -> tuple[int, str]:
    return _ORDER.index(name.partition("/")[0]), name


def _slot(rule: BoundRule) -> str:
    match rule.rule:
        case kinds.Weights(among=among):
            return f"weights/{among}"
        case kinds.Ballot():
            return "ballot"
        case kinds.Quorum(again=again):
            return "quorum-again" if again else "quorum"
        case kinds.Majority(round=number):
            return f"majority/{number}"
        case kinds.Proxy():
            return "proxy"
        case kinds.CastingVote():
            return "casting-vote"
        case kinds.Recusal():
            return "recusal"
        case _:
            return ""


def _wider(name: str, asked: Mapping[str, list[BoundRule]]) -> Iterable[BoundRule]:
    """The rules that speak of every round, or of all seats, where the slot `name` is that of one round or college."""
    kind, _, part = name.partition("/")
    return asked.get(f"{kind}/0" if kind == "majority" else f"{kind}/", ()) if part not in {"", "0"} else ()


def _fitting(rules: list[BoundRule], matter: str, wider: Iterable[BoundRule]) -> tuple[BoundRule, ...]:
    """What is stated for the matter itself goes before what is stated for every matter, be it `wider`: of all rounds or seats."""
    own = tuple(rule for rule in rules if matter and rule.source.matter == matter)
    if own or any(matter and rule.source.matter == matter for rule in wider):
        return own
    return tuple(rule for rule in rules if not rule.source.matter)


def _of_heads(rule: BoundRule) -> BoundRule:
    """A casting vote where no rule says what a seat weighs: votes are equal where as many are for as against."""
    if not isinstance(rule.rule, kinds.CastingVote):
        return rule
    vote = structs.replace(rule.rule, measure="heads")
    return structs.replace(rule, rule=vote, condition=casting_vote(vote))


def _questions(rule: BoundRule) -> Iterator[Question]:
    found = {opened.reading: opened.cases for opened in open_parameters(rule.rule)}
    for name, cases in found.items():
        yield Question(f"{rule.id}.{name}", rule, name, tuple((case.name, case.label) for case in cases))


_HALF = Share(of=Fraction(1, 2), strict=True)
_SUPPOSED: Mapping[str, tuple[Threshold, Base]] = {
    "relative": (Relative(), "all"),
    "absolute-of-present": (_HALF, "present"),
    "absolute-of-all": (_HALF, "all"),
    "unanimity": (Share(of=Fraction(1), strict=False), "all"),
}


def supposed(measure: str) -> Condition:
    """The majorities that might be meant where none is stated: a reading of its own, `majority`."""
    return Cases(
        MAJORITY.key, tuple((name, tests(supposed_test(name, measure), Named("for"))) for name in MAJORITY.cases)
    )


def supposed_test(case: str, measure: str) -> Criterion:
    """One of the majorities that might be meant where none is stated."""
    threshold, base = _SUPPOSED[case]
    return Criterion(threshold=Settled(threshold), measure=Settled(measure), base=Settled(base))
