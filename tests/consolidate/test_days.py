"""On which days which acts stand: told by trying every day that each act may begin and end, one after the other."""

from __future__ import annotations

import datetime
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clausier.consolidate import Event
from clausier.consolidate.periods import MOST_STATES, spans
from clausier.consolidate.states import Standing, State, States
from clausier.diagnostics import codes_tim
from clausier.model.dates import Pending, When
from support.drafting import document, operation

START = datetime.date(2020, 1, 1)
TEXT = document("# Article 1\n\nUn.\n")


def day(n: int) -> datetime.date:
    return START + datetime.timedelta(days=n)


def when(first: int, length: int) -> When:
    return When(first=day(first), last=day(first + length))


BASE = When(first=START, last=START)


def event(name: str, begin: When | Pending, until: When | None = None, needs: str = "") -> Event:
    """An event that adds its name to the text, or one that rewords what the event it `needs` has added."""
    header = f"- remplacer-mots: 1\n  mots: Mot {needs}\n  par: Mot {name}" if needs else "- compléter: 1"
    body = "" if needs else f"> « Mot {name}. »"
    return Event(id=name, act=name, date=begin, until=until, operations=(operation(header, body, act=name),))


@st.composite
def stories(draw: st.DrawFn) -> tuple[Event, ...]:
    made: list[Event] = []
    for name in "abcd"[: draw(st.integers(0, 4))]:
        begin = when(draw(st.integers(-2, 8)), draw(st.sampled_from([0, 0, 1, 4])))
        until = None
        if draw(st.booleans()):
            gap = draw(st.integers(0, 5))
            until = when((begin.last - START).days + gap, draw(st.sampled_from([0, 0, 2])))
        needs = draw(st.sampled_from(["", "", *(e.id for e in made)]))
        made.append(event(name, begin, until, needs))
    return tuple(sorted(made, key=lambda e: (e.date.first, e.date.last) if isinstance(e.date, When) else ()))


def days_of(some: When) -> list[datetime.date]:
    return [some.first + datetime.timedelta(days=n) for n in range((some.last - some.first).days + 1)]


def fates(one: Event, today: datetime.date) -> list[Standing | None]:
    """What may have become of an event: it is tried on each of its possible days."""
    assert isinstance(one.date, When)
    seen: list[Standing | None] = []
    for begin, end in product(days_of(one.date), days_of(one.until) if one.until else [datetime.date.max]):
        fate = None if today < begin else Standing(one.id, ended=today > end)
        if fate not in seen:
            seen.append(fate)
    return seen


def fits(state: State, events: tuple[Event, ...]) -> bool:
    """Whether each event that stands finds the word that it needs, which no event before it has taken."""
    words: set[str] = set()
    for standing in state:
        found = next(e for e in events if e.id == standing.event)
        if standing.ended:
            continue
        needed = getattr(found.operations[0], "words", "").removeprefix("Mot ")
        if needed and needed not in words:
            return False
        words -= {needed}
        words |= {found.id}
    return True


@given(stories())
def test_each_day_has_the_states_that_its_acts_may_make(events: tuple[Event, ...]) -> None:
    found, problems = spans(BASE, events, States(TEXT, {e.id: e for e in events}))
    too_many = {p.message.text("en") for p in problems if p.code is codes_tim.TOO_MANY_STATES}
    for n in range(25):
        today = day(n)
        choices = [fates(e, today) for e in events]
        states = {tuple(s for s in chosen if s is not None) for chosen in product(*choices)}
        here = [s for s in found if s.first <= today and (s.last is None or today <= s.last)]
        if len(list(product(*choices))) > MOST_STATES:
            assert here == []
            assert too_many
            continue
        (span,) = here
        possible = {s for s in states if fits(s, events)}
        if possible:
            assert set(span.states) == possible
            assert len(span.states) == len(possible)
        else:
            assert len(span.states) == 1
            assert set(span.states) <= states
    assert found[-1].last is None or too_many
    for one, other in pairwise(found):
        assert one.last is not None
        assert one.last < other.first
        assert one.states != other.states or too_many


def test_the_days_begin_with_the_convention_and_one_answer_is_one_span() -> None:
    events = (event("a", when(-5, 0)), event("b", when(3, 2)))
    found, problems = spans(BASE, events, States(TEXT, {e.id: e for e in events}))
    assert [(s.first, s.last) for s in found] == [(day(0), day(2)), (day(3), day(4)), (day(5), None)]
    assert [s.states for s in found] == [
        ((Standing("a"),),),
        ((Standing("a"),), (Standing("a"), Standing("b"))),
        ((Standing("a"), Standing("b")),),
    ]
    assert [s.because for s in found] == [(), (("b", when(3, 2)),), ()]
    assert not problems


def test_what_does_not_fit_is_told_only_where_no_other_state_is_left() -> None:
    late = event("b", when(3, 2), needs="a")
    events = (event("a", when(3, 5)), late)
    found, problems = spans(BASE, events, States(TEXT, {e.id: e for e in events}))
    assert [(s.first, s.last, len(s.states)) for s in found] == [
        (day(0), day(2), 1),
        (day(3), day(4), 3),  # neither, a, or both: never b alone
        (day(5), None, 1),
    ]
    assert not problems
    alone = (late,)
    found, problems = spans(BASE, alone, States(TEXT, {e.id: e for e in alone}))
    assert [s.states for s in found] == [((),), ((Standing("b"),),)]
    assert [p.code.id for p in problems] == ["AMD102"]


def test_too_many_states_are_an_error_that_names_the_acts_and_the_day() -> None:
    events = tuple(event(name, when(2, 3)) for name in "abcd")
    found, problems = spans(BASE, events, States(TEXT, {e.id: e for e in events}))
    assert [(s.first, s.last) for s in found] == [(day(0), day(1)), (day(5), None)]
    (problem,) = problems
    assert problem.code is codes_tim.TOO_MANY_STATES
    assert "a, b, c, d" in problem.message.text("en")
    assert str(day(2)) in problem.message.text("en")
    three, fine = spans(BASE, events[:3], States(TEXT, {e.id: e for e in events}))
    assert not fine
    assert [len(s.states) for s in three] == [1, 8, 1]


def test_an_end_beyond_all_days_never_comes() -> None:
    forever = When(first=datetime.date.max, last=datetime.date.max)
    events = (event("a", when(1, 0), forever),)
    found, _ = spans(BASE, events, States(TEXT, {"a": events[0]}))
    assert [(s.first, s.last, s.states) for s in found] == [
        (day(0), day(0), ((),)),
        (day(1), None, ((Standing("a"),),)),
    ]


def test_a_text_is_made_once_of_what_stands() -> None:
    events = (event("a", when(1, 0)), event("b", when(2, 0)), event("c", when(3, 0), needs="b"))
    states = States(TEXT, {e.id: e for e in events})
    lines = {
        "": ["Un."],
        "a": ["Un.", "Mot a."],
        "b": ["Un.", "Mot b."],
        "ab": ["Un.", "Mot a.", "Mot b."],
        "abc": ["Un.", "Mot a.", "Mot c."],
        "bc": ["Un.", "Mot c."],
    }
    for names, expected in lines.items():
        text = states.text(tuple(Standing(name) for name in names))
        assert [a.text.chars for a in text.children[0].alineas] == expected
        assert states.possible(tuple(Standing(name) for name in names))
    assert states.text((Standing("a", ended=True), Standing("b"))) == states.text((Standing("b"),))
    assert not states.possible((Standing("a"), Standing("c")))
    assert states.text((Standing("a"), Standing("c"))) == states.text((Standing("a"),))
    assert [f.code.id for f in states.made((Standing("c"), Standing("a"))).findings] == ["AMD102"]
    assert states.touched() == {f"{name}/1#1": frozenset({"convention/1"}) for name in "abc"}


def test_an_operation_touches_the_provisions_that_it_changes() -> None:
    text = document("# Article 1\n\nUn.\n\n## 1.1\n\nUn un.\n\n# Article 2\n\nDeux.\n")
    cases = {
        "- renommer: 1\n  intitulé: But": {"convention/1"},
        "- renuméroter: 1\n  en: 8": {"convention/1", "convention/1.1"},
        "- remplacer-mots: '*'\n  mots: Un\n  par: Une\n  occurrences: 2": {"convention/1", "convention/1.1"},
        "- abroger: 1": {"convention/1", "convention/1.1"},
        "- suspendre: 2\n  jusqu-au: 2030-01-01": {"convention/2"},
        "- réunir: [1, 2]\n  en: 1": {"convention/1", "convention/2"},
        "- déplacer: 1.1\n  après: 2": {"convention/1.1"},
    }
    for header, changed in cases.items():
        one = Event(id="a", act="a", date=when(1, 0), operations=(operation(header),))
        states = States(text, {"a": one})
        assert states.possible((Standing("a"),)), header
        assert states.touched() == {"a/1#1": frozenset(changed)}, header
    unfit = replace(event("a", when(1, 0)), operations=(operation("- abroger: 7"),))
    states = States(text, {"a": unfit})
    assert not states.possible((Standing("a"),))
    assert states.touched() == {"a/1#1": frozenset()}
