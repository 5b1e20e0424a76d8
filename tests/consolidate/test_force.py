"""Which acts stand, from when to when, in which order: worked out by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clausier.consolidate import Event
from clausier.consolidate.ends import is_text
from clausier.consolidate.force import events, retroactive, standing
from clausier.diagnostics import codes_tim
from clausier.model.act import Act
from clausier.model.dates import Pending, When
from support.drafting import amendment, on

PENDING = Pending(because="extension")
CONVENTION = amendment("convention", "2020-01-01")
WORDS = "- remplacer-mots: 1\n  mots: un\n  par: deux"


def annuls(name: str, other: str) -> Act:
    return amendment(name, "2021-01-01", f"- annuler: {other}")


def postpones(name: str, other: str, to: str) -> Act:
    return amendment(name, "2021-01-01", f"- reporter: {other}\n  au: {to}")


def words(name: str, in_force: str | When | Pending = "2021-01-01") -> Act:
    return amendment(name, in_force, WORDS)


@pytest.mark.parametrize(
    ("acts", "left", "unknown"),
    [
        ((words("a"), words("b")), ["a", "b"], []),
        ((words("a"), annuls("b", "a")), ["b"], []),
        ((words("a"), annuls("b", "a"), annuls("c", "b")), ["a", "c"], []),
        ((words("a"), annuls("b", "a"), annuls("c", "b"), annuls("d", "c")), ["b", "d"], []),
        ((words("a"), words("b"), annuls("c", "a"), annuls("d", "b")), ["c", "d"], []),
        ((words("a"), annuls("b", "x")), ["a", "b"], ["x"]),
        ((words("a"), annuls("b", "b")), ["a"], ["b"]),
        ((words("a"), postpones("b", "x", "2022-01-01")), ["a", "b"], ["x"]),
        ((words("a"), postpones("b", "b", "2022-01-01")), ["a", "b"], ["b"]),
    ],
)
def test_an_annulled_act_has_never_been_and_its_annulments_neither(
    acts: tuple[Act, ...], left: list[str], unknown: list[str]
) -> None:
    found, problems = standing((CONVENTION, *acts))
    assert [a.id for a in found] == ["convention", *left]
    assert [dict(p.message.values)["act"] for p in problems] == unknown
    assert {p.code for p in problems} <= {codes_tim.UNKNOWN_ACT}


def test_a_postponed_act_is_in_force_when_the_last_act_says() -> None:
    acts = (words("a"), words("b"), postpones("c", "a", "2022-01-01"), postpones("d", "a", "2023-01-01"))
    found, problems = standing((CONVENTION, *acts))
    assert {a.id: a.in_force for a in found if a.id in "ab"} == {"a": on("2023-01-01"), "b": on("2021-01-01")}
    assert not problems
    assert [a.operations for a in found] == [a.operations for a in (CONVENTION, *acts)]
    # One who has been annulled postpones nothing.
    found, _ = standing((CONVENTION, words("a"), postpones("b", "a", "2022-01-01"), annuls("c", "b")))
    assert {a.id: a.in_force for a in found}["a"] == on("2021-01-01")


def shown(found: tuple[Event, ...]) -> list[str]:
    return [f"{e.id}: {' '.join(o.common.id for o in e.operations)}" for e in found]


def test_operations_apply_by_date_in_force_then_in_order_of_signature() -> None:
    acts = (
        CONVENTION,
        words("late", "2022-05-01"),
        words("same", "2021-05-01"),
        words("early", "2021-01-01"),
        words("same-again", "2021-05-01"),
        words("month", When(first=on("2021-05-01").first, last=on("2021-05-31").last)),
        words("waits", PENDING),
    )
    ready, waiting, problems = events(acts, frozenset())
    assert [e.id for e in ready] == ["early", "same", "same-again", "month", "late"]
    assert shown(waiting) == ["waits: waits/1#1"]
    assert waiting[0].date == PENDING
    assert not problems


def test_the_operations_of_one_date_are_one_event_the_others_numbered_in_their_order() -> None:
    header = f"""\
{WORDS}
{WORDS}
  en-vigueur: 2022-01-01
  source: art. 1
{WORDS}
  jusqu-au: 2023-01-01
{WORDS}
{WORDS}
  en-vigueur: 2020-06-01
  source: art. 1
- adhésion: aube
  nom: Aube
"""
    ready, _, _ = events((CONVENTION, amendment("a", "2021-01-01", header)), frozenset())
    assert shown(ready) == ["a: a/1#5", "a#2: a/1#1", "a#3: a/1#3", "a#4: a/1#4", "a#5: a/1#2"]
    assert [(e.date, e.until) for e in ready] == [
        (on("2020-06-01"), None),
        (on("2021-01-01"), None),
        (on("2021-01-01"), on("2023-01-01")),
        (on("2021-01-01"), None),
        (on("2022-01-01"), None),
    ]
    assert {e.act for e in ready} == {"a"}


def test_what_waits_of_an_act_in_force_waits_alone() -> None:
    act = amendment("a", "2021-01-01", f"{WORDS}\n{WORDS}")
    first, second = act.operations
    later = replace(second, common=replace(second.common, in_force=PENDING))
    ready, waiting, _ = events((CONVENTION, replace(act, operations=(later, first))), frozenset())
    assert shown(ready) == ["a: a/1#1"]
    assert shown(waiting) == ["a#2: a/1#2"]


def test_an_act_says_after_which_act_of_its_day_it_comes() -> None:
    def after(name: str, other: str, day: str = "2021-01-01") -> Act:
        return amendment(name, day, f"{WORDS}\n  après-acte: {other}")

    def order(*acts: Act) -> str:
        return "".join(e.id for e in events((CONVENTION, *acts), frozenset())[0])

    a, b, c = words("a"), words("b"), words("c")
    assert order(a, b, c) == "abc"
    assert order(after("a", "b"), b, c) == "bac"
    assert order(after("a", "c"), b, c) == "bca"
    assert order(a, b, after("c", "a")) == "abc"
    assert order(after("a", "b"), after("b", "c"), c) == "cba"
    assert order(after("a", "b"), words("b", "2022-01-01"), c) == "acb"
    assert order(after("a", "x"), b) == "ab"


def test_drafts_without_a_day_come_last() -> None:
    never = When(first=on("9999-12-31").first, last=on("9999-12-31").last)
    acts = (CONVENTION, words("draft", never), words("a", "2030-01-01"), words("b", never))
    assert [e.id for e in events(acts, frozenset({"draft"}))[0]] == ["a", "b", "draft"]
    assert [e.id for e in events(acts, frozenset())[0]] == ["a", "draft", "b"]


def first_day(event: Event) -> str:
    assert isinstance(event.date, When)
    assert event.date.exact
    return str(event.date.first)


def last_day(event: Event) -> str:
    return str(event.until.last) if event.until else ""


def test_proroger_moves_the_ends_of_earlier_operations_on_its_target_only() -> None:
    first = amendment(
        "a",
        "2021-01-01",
        """\
- suspendre: 1
  jusqu-au: 2022-01-01
- suspendre: 2
  jusqu-au: 2022-01-01
- expirer: 3
  en-vigueur: 2022-03-01
  source: art. 1
- remplacer-mots: 1
  mots: un
  par: deux
""",
    )
    longer = amendment("b", "2021-06-01", "- proroger: [1, 3]\n  jusqu-au: 2022-12-31")
    ready, _, problems = events((CONVENTION, first, longer), frozenset())
    assert not problems
    assert {o.common.id: (first_day(e), last_day(e)) for e in ready for o in e.operations} == {
        "a/1#1": ("2021-01-01", "2022-12-31"),
        "a/1#2": ("2021-01-01", "2022-01-01"),
        "a/1#3": ("2023-01-01", ""),
        "a/1#4": ("2021-01-01", ""),
    }
    again = amendment("c", "2021-07-01", "- proroger: 1\n  jusqu-au: 2024-12-31")
    ready, _, problems = events((CONVENTION, first, longer, again), frozenset())
    assert not problems
    assert {o.common.id: e.until for e in ready for o in e.operations}["a/1#1"] == on("2024-12-31")


@pytest.mark.parametrize("target", ["4", "1, al. 1"])
def test_proroger_what_does_not_end_is_an_error(target: str) -> None:
    first = amendment("a", "2021-01-01", f"- suspendre: 1\n  jusqu-au: 2022-01-01\n{WORDS.replace('1', '4')}")
    longer = amendment("b", "2021-06-01", f"- proroger: {target}\n  jusqu-au: 2022-12-31")
    _, _, problems = events((CONVENTION, first, longer), frozenset())
    assert [p.code for p in problems] == [codes_tim.NOTHING_TO_PROLONG]
    assert events((CONVENTION, longer, first), frozenset())[2] != ()
    assert not events(
        (CONVENTION, first, amendment("b", "2021-06-01", "- proroger: 1\n  jusqu-au: 2023-01-01")), frozenset()
    )[2]


def test_words_in_force_before_their_act_was_signed_are_remarked() -> None:
    def days(act: Act) -> list[tuple[str, str]]:
        found = list(retroactive((CONVENTION, act)))
        return [(str(dict(f.message.values)["day"]), str(dict(f.message.values)["signed"])) for f in found]

    assert days(amendment("a", "2021-01-01", WORDS, signed="2021-01-01")) == []
    assert days(amendment("a", "2020-12-31", WORDS, signed="2021-01-01")) == [("2020-12-31", "2021-01-01")]
    assert days(amendment("a", "2021-01-01", WORDS, signed="2021")) == []
    assert days(amendment("a", "2020-12", WORDS, signed="2021")) == [("2020-12-31", "2021-01-01")]
    assert days(amendment("a", "2020", WORDS, signed="2020-06-01")) == []
    assert days(amendment("a", "2020-01-01", WORDS, signed="")) == []
    own = f"{WORDS}\n  en-vigueur: 2020-06-01\n  source: art. 1\n- adhésion: aube\n  nom: Aube\n  en-vigueur: 2020-06-01\n  source: art. 1"
    assert days(amendment("a", "2021-06-01", own, signed="2021-01-01")) == [("2020-06-01", "2021-01-01")]
    same_day = f"{WORDS}\n  en-vigueur: 2021-01-01\n  source: art. 1"
    assert days(amendment("a", "2021-06-01", same_day, signed="2021-01-01")) == []
    assert list(retroactive((amendment("convention", "2019-01-01", signed="2020-01-01"),))) == []


def test_what_changes_members_or_force_changes_no_text() -> None:
    header = """\
- adhésion: aube
  nom: Aube
- retrait: aube
- dénomination: aube
  nom: Marne
- représentation: aube
  représentée-par: A
  qualité: B
- fusion: [aube, marne]
  en: est
- proroger: 1
  jusqu-au: 2022-01-01
- reporter: b
  au: 2022-01-01
- annuler: b
"""
    assert [is_text(o) for o in amendment("a", "2021-01-01", header).operations] == [False] * 8
    assert all(is_text(o) for o in amendment("a", "2021-01-01", f"{WORDS}\n- abroger: 1\n- expirer: 1").operations)
