"""What must meet or be done by when, on timelines whose days are worked out by hand."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import icalendar as reader
import pytest
from msgspec.structs import replace

from clausier.consolidate.timeline import Period, Timeline
from clausier.decide.calendar import agenda
from clausier.decide.events import Events, Occurrence, event_names, ranked, read_events
from clausier.decide.rhythms import civil_periods
from clausier.diagnostics import Lang
from clausier.emit.calendar_json import calendar_json
from clausier.emit.calendar_text import calendar_text, entries
from clausier.emit.icalendar import Entry, icalendar
from clausier.rules.bound import Rules
from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.values import Duration, Unit
from rules.timelines import article, bound, codes, day, timeline, version
from support.calling import answer_of, called, misfits
from support.projects import ROOT, sound, written

NOTHING: Events = {}
WORDS = (
    "Le comité se réunit deux fois par an. Le bureau se réunit chaque trimestre. La convocation part au moins cinq jours "
    "ouvrés avant la séance. Le procès-verbal est envoyé dans les huit jours. Une autre séance a lieu au moins huit jours "
    "après. Le conseil se réunit tous les deux ans."
)
YAML = """\
règles:
  - {id: comite, nature: périodicité, article: "1", citation: "comité se réunit {r:périodicité}", instance: comite}
  - {id: bureau, nature: périodicité, article: "1", citation: "bureau se réunit {r:périodicité}", instance: bureau}
  - {id: conseil, nature: périodicité, article: "1", citation: "conseil se réunit {r:périodicité}", instance: conseil}
  - {id: convocation, nature: délai, article: "1", citation: "au moins {d:durée} avant la séance", événement: convocation, avant: seance}
  - {id: pv, nature: délai, article: "1", citation: "dans les {d:durée}", événement: pv, après: seance, prorogé: oui}
  - {id: autre, nature: délai, article: "1", citation: "au moins {d:durée} après", événement: autre, après: seance}
"""


def made(words: str = WORDS, yaml: str = YAML, last: str = "") -> tuple[Rules, Timeline]:
    time = timeline(version("convention", article("1", words), first="2020-01-01", last=last))
    rules, problems = bound(yaml, time)
    assert codes(problems) == []
    return rules, time


def asked(first: str, last: str, events: Events = NOTHING, year_start: int = 1, **given: Any) -> list[dict[str, Any]]:
    return list(answered(first, last, events, year_start, **given)["items"])


def answered(first: str, last: str, events: Events = NOTHING, year_start: int = 1, **given: Any) -> dict[str, Any]:
    rules, time = made(**given)
    span = day(first), day(last)
    found = agenda(rules, time, span, events, year_start=year_start)
    answer = calendar_json(found, rules, time, span, year_start)
    assert misfits("calendar", json.loads(json.dumps(answer))) == []
    return answer


def days(items: list[dict[str, Any]], rule: str) -> list[tuple[str | None, str | None]]:
    return [(i["first"], i["last"]) for i in items if i["rule"] == rule]


@pytest.mark.parametrize(
    ("count", "unit", "year_start", "expected"),
    [
        (1, "month", 1, ["2023-12-01..2023-12-31", "2024-01-01..2024-01-31", "2024-02-01..2024-02-29"]),
        (3, "month", 1, ["2023-10-01..2023-12-31", "2024-01-01..2024-03-31"]),
        (6, "month", 1, ["2023-07-01..2023-12-31", "2024-01-01..2024-06-30"]),
        (6, "month", 9, ["2023-09-01..2024-02-29"]),
        (1, "year", 1, ["2023-01-01..2023-12-31", "2024-01-01..2024-12-31"]),
        (1, "year", 9, ["2023-09-01..2024-08-31"]),
        (12, "month", 3, ["2023-03-01..2024-02-29"]),
    ],
)
def test_the_parts_of_a_year_follow_the_calendar(count: int, unit: Unit, year_start: int, expected: list[str]) -> None:
    found = civil_periods(Duration(count, unit), day("2023-12-31"), day("2024-02-10"), year_start)
    assert found is not None
    assert [f"{a}..{b}" for a, b in found] == expected


def test_weeks_begin_on_monday_and_days_are_days() -> None:
    # 2024-05-08 is a Wednesday
    for every in (Duration(1, "week"), Duration(7, "day")):
        weeks = civil_periods(every, day("2024-05-08"), day("2024-05-13"))
        assert weeks is not None
        assert [f"{a}..{b}" for a, b in weeks] == ["2024-05-06..2024-05-12", "2024-05-13..2024-05-19"]
    each = civil_periods(Duration(1, "day"), day("2024-05-08"), day("2024-05-09"))
    assert each is not None
    assert [f"{a}..{b}" for a, b in each] == ["2024-05-08..2024-05-08", "2024-05-09..2024-05-09"]


@pytest.mark.parametrize(
    "every", [Duration(5, "month"), Duration(2, "year"), Duration(2, "week"), Duration(48, "hour")]
)
def test_where_no_calendar_says_when_a_period_begins_none_is_made_up(every: Duration) -> None:
    assert civil_periods(every, day("2024-01-01"), day("2024-12-31")) is None


@pytest.mark.parametrize(
    ("first", "last", "year_start", "ends"),
    [
        ("9999-07-01", "9999-12-31", 1, "9999-12-31"),
        ("9999-07-01", "9999-12-31", 9, None),
        ("0001-01-01", "0001-03-01", 1, "0001-03-31"),
        ("0001-01-01", "0001-03-01", 9, None),
    ],
)
def test_a_period_that_leaves_the_calendar_is_refused(first: str, last: str, year_start: int, ends: str | None) -> None:
    """Quarters from September: one would begin in December of year 0, another end in February of year 10000."""
    periods = civil_periods(Duration(3, "month"), day(first), day(last), year_start)
    assert periods is not None
    if ends:
        assert str(list(periods)[-1][1]) == ends
    else:
        with pytest.raises(NoSuchDayError):
            list(periods)


def test_a_week_that_leaves_the_calendar_is_refused() -> None:
    weeks = civil_periods(Duration(1, "week"), day("9999-12-20"), day("9999-12-31"))  # the last day is a Friday
    assert weeks is not None
    with pytest.raises(NoSuchDayError):
        list(weeks)


def test_a_body_is_due_in_each_period_that_meets_the_days_asked_about() -> None:
    items = asked("2024-03-31", "2024-04-01")
    assert days(items, "bureau") == [("2024-01-01", "2024-03-31"), ("2024-04-01", "2024-06-30")]
    assert days(items, "comite") == [("2024-01-01", "2024-12-31")]
    assert days(items, "conseil") == [(None, None)]
    assert [i["meeting"]["times"] for i in items if i["rule"] == "comite"] == [2]
    assert {i["meeting"]["missing"] for i in items if i["meeting"]} == {None}


def test_meetings_that_are_known_are_counted_in_their_period() -> None:
    events = {"comite": ranked([day("2023-12-31"), day("2024-01-01")]), "bureau": ranked([day("2024-04-02")])}
    items = asked("2024-03-31", "2024-04-01", events)
    assert [
        (i["rule"], i["first"], [h["day"] for h in i["meeting"]["held"]], i["meeting"]["missing"])
        for i in items
        if i["meeting"] and i["meeting"]["held"] is not None
    ] == [
        ("bureau", "2024-01-01", [], 1),
        ("bureau", "2024-04-01", ["2024-04-02"], 0),
        ("comite", "2024-01-01", ["2024-01-01"], 1),
    ]


def test_deadlines_are_counted_from_the_days_of_their_events() -> None:
    # Friday 10 May 2024: five business days before, 1, 8 and 9 May being holidays, is 30 April; eight days after is
    # Saturday 18, then Sunday 19 and Whit Monday 20, so Tuesday 21.
    items = asked("2024-04-01", "2024-06-30", {"seance": (Occurrence(day("2024-05-10"), "mai"),)})
    assert days(items, "convocation") == [(None, "2024-04-30")]
    assert days(items, "pv") == [("2024-05-10", "2024-05-21")]
    assert days(items, "autre") == [("2024-05-18", None)]
    assert [i["deadline"]["of_day"] for i in items if i["deadline"]] == ["2024-05-10"] * 3


def test_the_holidays_of_the_year_before_and_of_the_year_after_count() -> None:
    """Eight days from 24 December 2024 is New Year's Day; five business days before 3 January 2025 pass over it, and Christmas."""
    christmas = asked("2024-12-01", "2025-01-31", {"seance": (Occurrence(day("2024-12-24"), "x"),)})
    assert days(christmas, "pv") == [("2024-12-24", "2025-01-02")]
    # Thursday 2, Tuesday 31, Monday 30, Friday 27, Thursday 26
    new_year = asked("2024-12-01", "2025-01-31", {"seance": (Occurrence(day("2025-01-03"), "x"),)})
    assert days(new_year, "convocation") == [(None, "2024-12-26")]


@pytest.mark.parametrize("seance", ["0002-06-01", "9998-06-01"])
def test_at_either_end_of_the_calendar_nothing_is_guessed(seance: str) -> None:
    rules, time = made()
    always = timeline(
        time.versions[0], periods=(Period(first=datetime.date.min, last=None, candidates=("convention",)),)
    )
    events = {"seance": (Occurrence(day(seance), "x"),)}
    with pytest.raises(NoSuchDayError):
        agenda(rules, always, (day(seance), day(seance)), events)


@pytest.mark.parametrize(
    ("key", "words", "bounds"),
    [
        ("après", "au moins", ("2024-05-12", None)),
        ("après", "au plus", ("2024-05-10", "2024-05-11")),
        ("avant", "au moins", (None, "2024-05-08")),
        ("avant", "au plus", ("2024-05-09", "2024-05-10")),
    ],
)
def test_hours_that_make_no_whole_day_give_none_too_early_nor_too_late(
    key: str, words: str, bounds: tuple[str | None, str | None]
) -> None:
    rule = f'{{id: d, nature: délai, article: "1", citation: "{words} {{d:durée}}", événement: avis, {key}: seance}}'
    events = {"seance": (Occurrence(day("2024-05-10"), "x"),)}
    found = asked("2024-05-01", "2024-05-31", events, words=f"{words} 36 heures", yaml=f"règles:\n  - {rule}\n")
    assert days(found, "d") == [bounds]


def test_a_deadline_that_ends_outside_the_days_asked_about_is_not_told() -> None:
    events = {"seance": (Occurrence(day("2024-05-10"), "mai"),)}
    assert days(asked("2024-05-01", "2024-06-30", events), "convocation") == []
    assert days(asked("2024-04-01", "2024-05-17", events), "autre") == []
    assert days(asked("2024-04-30", "2024-04-30", events), "convocation") == [(None, "2024-04-30")]


def test_where_the_day_is_not_known_it_is_said_from_which_event() -> None:
    found = [i for i in asked("2024-01-01", "2024-12-31") if i["deadline"]]
    assert [(i["deadline"]["of"], i["first"], i["last"]) for i in found] == [("seance", None, None)] * 3
    said = calendar_text(answered("2024-01-01", "2024-12-31"), "fr")
    assert "convocation\u00a0: se compte de «\u00a0seance\u00a0» (avant), dont le jour n’est pas connu" in said
    assert asked("2019-01-01", "2019-12-31") == []  # no rule is in force: nothing is due by any event


@pytest.mark.parametrize(("sent", "in_time"), [("2024-04-30", True), ("2024-05-01", False)])
def test_what_is_planned_is_in_time_or_not(sent: str, *, in_time: bool) -> None:
    events = {
        "seance": (Occurrence(day("2024-05-10"), "mai"),),
        "convocation": (Occurrence(day("2024-01-01"), "autre"), Occurrence(day(sent), "mai")),
    }
    (item,) = (i for i in asked("2024-04-01", "2024-06-30", events) if i["rule"] == "convocation")
    assert (item["deadline"]["event_day"], item["deadline"]["in_time"]) == (sent, in_time)
    said = calendar_text({**answered("2024-04-01", "2024-06-30"), "items": [item]}, "fr")
    assert ("à temps" in said, "hors délai" in said) == (in_time, not in_time)


@pytest.mark.parametrize(("held", "in_time"), [("2024-05-18", True), ("2024-05-17", False)])
def test_what_may_not_come_too_soon_is_in_time_from_its_first_day(held: str, *, in_time: bool) -> None:
    events = {"seance": (Occurrence(day("2024-05-10"), "x"),), "autre": (Occurrence(day(held), "x"),)}
    (item,) = (i for i in asked("2024-04-01", "2024-06-30", events) if i["rule"] == "autre")
    assert item["deadline"]["in_time"] is in_time


def test_a_rule_that_ends_or_begins_in_a_period_is_in_force_on_some_of_its_days_only() -> None:
    rules, time = made()
    ends = timeline(
        time.versions[0],
        periods=(
            Period(first=day("2020-01-01"), last=day("2024-02-01"), candidates=("convention",)),
            Period(first=day("2024-02-02"), last=day("2024-03-31"), candidates=("convention", "a")),
            Period(first=day("2024-04-01"), last=None, candidates=("a",)),
        ),
    )
    span = day("2019-12-31"), day("2024-12-31")
    found = [i for i in agenda(rules, ends, span, NOTHING) if i.rule.id == "bureau"]
    assert len(found) == 17  # four years of quarters, and one; none before, none after
    assert [i.certainty for i in found] == [*["certain"] * 16, "undetermined"]
    span = day("2024-04-01"), day("2024-12-31")
    assert [i.certainty for i in agenda(rules, ends, span, NOTHING) if i.rule.id == "comite"] == ["undetermined"]
    mid = timeline(time.versions[0], periods=(Period(first=day("2024-02-01"), last=None, candidates=("convention",)),))
    span = day("2024-01-01"), day("2024-06-30")
    assert [i.certainty for i in agenda(rules, mid, span, NOTHING) if i.rule.id == "bureau"] == ["partly", "certain"]
    for only, expected in (("2024-02-01", "certain"), ("2024-03-31", "undetermined"), ("2024-04-01", None)):
        span = day(only), day(only)  # the last day of what is certain, of what is in doubt, and the day after
        found = [i for i in agenda(rules, ends, span, NOTHING) if i.rule.id == "conseil"]
        assert [i.certainty for i in found] == ([expected] if expected else [])


def test_a_deadline_is_asked_for_by_the_rule_in_force_on_the_day_it_is_counted_from() -> None:
    rules, time = made()
    ends = timeline(
        time.versions[0],
        periods=(
            Period(first=day("2020-01-01"), last=day("2024-05-09"), candidates=("convention",)),
            Period(first=day("2024-05-10"), last=None, candidates=("a",)),
        ),
    )
    span = day("2024-01-01"), day("2024-12-31")
    for seance, expected in (("2024-05-09", 3), ("2024-05-10", 0)):
        events = {"seance": (Occurrence(day(seance), "x"),)}
        assert len([i for i in agenda(rules, ends, span, events) if i.rule.source.kind == "deadline"]) == expected


def test_a_duration_ends_the_day_before_its_last_birthday() -> None:
    """Four years from 1 September 2024 end on 31 August 2028; four or five, where the words leave it open."""
    words = "Le marché dure quatre ans à compter de sa notification."
    own = 'règles:\n  - {id: duree, nature: durée, article: "1", citation: "dure {d:durée}", objet: marche, après: notification}\n'
    events = {"notification": ranked([day("2024-09-01")])}
    (item,) = asked("2028-08-31", "2028-08-31", events, words=words, yaml=own)
    assert (item["uid"], item["first"], item["last"]) == ("duree.2024-1@essai", "2024-09-01", "2028-08-31")
    assert asked("2028-09-01", "2029-12-31", events, words=words, yaml=own) == []
    (item,) = asked("2024-01-01", "2024-12-31", words=words, yaml=own)
    assert (item["last"], item["duration"]) == (None, {"of": "notification", "of_name": None})
    assert asked("2019-01-01", "2019-12-31", words=words, yaml=own) == []  # the rule is not in force yet
    lines = [
        said(answered(*span, given, words=words, yaml=own))[-2]
        for span, given in ((("2028-08-31", "2028-08-31"), events), (("2024-01-01", "2024-12-31"), NOTHING))
    ]
    assert lines == [
        "2028-08-31  marche : prend fin le 31 août 2028, au soir (depuis notification, le 1er septembre 2024)",
        "marche : sa durée se compte de « notification », dont le jour n’est pas connu ; le donner par --events (« notification: AAAA-MM-JJ »)",
    ]


@pytest.mark.parametrize(
    ("length", "begins", "last"),
    [
        ("six mois", "2025-03-30", "2025-09-29"),
        ("six mois", "2025-03-31", "2025-09-30"),  # the eve of a 31st that there is not
        ("six mois", "2025-04-01", "2025-09-30"),
        ("six mois", "2025-08-31", "2026-02-28"),
        ("un mois", "2025-01-30", "2025-02-28"),
        ("un mois", "2025-05-01", "2025-05-31"),
        ("un an", "2024-02-29", "2025-02-28"),
        ("un an", "2023-03-01", "2024-02-29"),
        ("un an", "2024-03-01", "2025-02-28"),
        ("trois semaines", "2025-01-31", "2025-02-20"),
    ],
)
def test_a_duration_from_a_day_that_its_last_month_lacks_ends_with_that_month(
    length: str, begins: str, last: str
) -> None:
    words = f"Le marché dure {length} à compter de sa notification."
    own = 'règles:\n  - {id: duree, nature: durée, article: "1", citation: "dure {d:durée}", objet: marche, après: notification}\n'
    events = {"notification": ranked([day(begins)])}
    (item,) = asked("2023-01-01", "2029-12-31", events, words=words, yaml=own)
    assert item["last"] == last


@pytest.mark.parametrize(
    ("begins", "before", "after", "expected"),
    [
        # Signed on 1 January 2020: prolonged, shortened, prolonged too late, shortened once the shorter time had passed.
        ("2022-01-01", "quatre", "cinq", [("2024-12-31", "certain")]),
        ("2022-01-01", "quatre", "trois", [("2022-12-31", "certain")]),
        ("2024-06-01", "quatre", "cinq", [("2023-12-31", "certain"), ("2024-12-31", "certain")]),
        ("2023-06-01", "quatre", "deux", [("2021-12-31", "undetermined")]),
    ],
)
def test_what_a_duration_ends_is_told_by_the_duration_in_force_when_it_ends(
    begins: str, before: str, after: str, expected: list[tuple[str, str]]
) -> None:
    words = "La convention dure {} ans à compter de sa signature."
    last = str(day(begins) - datetime.timedelta(1))
    time = timeline(
        version("convention", article("1", words.format(before)), first="2020-01-01", last=last),
        version("a", article("1", words.format(after)), acts=("a",), first=begins),
    )
    own = 'règles:\n  - {id: vie, nature: durée, article: "1", citation: "dure {d:durée}", objet: convention, après: signature}\n'
    rules, problems = bound(own, time)
    assert codes(problems) == []
    signed = {"signature": ranked([day("2020-01-01")])}
    found = agenda(rules, time, (day("2020-01-01"), day("2030-12-31")), signed)
    assert [(str(i.last), i.certainty) for i in found] == expected


def test_what_is_owed_by_a_time_told_in_words_is_told_without_a_day() -> None:
    words = "Les membres valident le budget dans les délais fixés par le maire. Ils paient."
    own = """\
règles:
  - {id: budget, nature: obligation, article: "1", citation: "valident le budget {délai:texte} par le maire", débiteur: membres, délai: délai, fixé-par: maire}
  - {id: prix, nature: obligation, article: "1", citation: "Ils paient", débiteur: membres}
"""
    (item,) = asked("2024-01-01", "2024-12-31", words=words, yaml=own)
    assert item["duty"] == {
        "bearer": ["members"],
        "action": "valident le budget dans les délais fixés par le maire",
        "deadline": "dans les délais fixés",
        "set_by": ["maire"],
    }
    assert (item["uid"], item["first"], item["last"]) == ("budget.-@essai", None, None)
    answer = answered("2024-01-01", "2024-12-31", words=words, yaml=own)
    line = "membres : valident le budget dans les délais fixés par le maire (« dans les délais fixés », par maire)"
    assert line in said(answer)
    assert calendar(answer)["budget.-@essai"].name == "VTODO"
    assert asked("2019-01-01", "2019-12-31", words=words, yaml=own) == []


def test_each_reading_has_its_own_days_and_one_where_they_are_the_same() -> None:
    yaml = """\
règles:
  - id: pv
    nature: délai
    article: "1"
    citation: "dans les {d:durée}"
    événement: pv
    après: seance
    prorogé: oui
    interprétations:
      fériés: {france: ceux de France, alsace-moselle: ceux d’Alsace}
"""
    # 18 December 2024 and eight days: Thursday 26, a holiday in Alsace; 17 December: Christmas, then 26 or 27
    differ = {"seance": (Occurrence(day("2024-12-18"), "x"),)}
    found = asked("2024-12-01", "2025-01-31", differ, yaml=yaml)
    assert [(i["last"], i["assumes"], i["understood"]) for i in found] == [
        ("2024-12-26", {"holidays": "france"}, ["ceux de France"]),
        ("2024-12-27", {"holidays": "alsace-moselle"}, ["ceux d’Alsace"]),
    ]
    assert len({i["uid"] for i in found}) == 2
    same = {"seance": (Occurrence(day("2024-12-19"), "x"),)}
    found = asked("2024-12-01", "2025-01-31", same, yaml=yaml)
    assert [(i["last"], i["assumes"]) for i in found] == [("2024-12-27", {})]


def test_a_period_that_ends_beyond_the_calendar_is_refused() -> None:
    rules, time = made("Le procès-verbal est envoyé dans les 99000 ans.", YAML.partition("  - ")[0] + PV)
    with pytest.raises(NoSuchDayError):
        agenda(rules, time, (day("2024-01-01"), day("2024-12-31")), {"seance": ranked([day("2024-05-10")])})


PV = '  - {id: pv, nature: délai, article: "1", citation: "dans les {d:durée}", événement: pv, après: seance, prorogé: oui}\n'

# --- as a calendar that other programs read ---


def calendar(answer: dict[str, Any]) -> dict[str, Any]:
    """The components by UID, as an independent reader has them."""
    read = reader.Calendar.from_ical(icalendar(entries(answer, "fr")))
    found = [c for c in read.walk() if c.name in {"VEVENT", "VTODO"}]
    assert len({str(c["UID"]) for c in found}) == len(found)
    return {str(c["UID"]): c for c in found}


def test_the_last_day_of_the_calendar_is_an_entry_too() -> None:
    entry = Entry(uid="a", stamp=day("2024-01-01"), day=day("9999-12-31"), summary="a", description="a", category="a")
    found: Any = reader.Calendar.from_ical(icalendar([entry])).walk("VEVENT")[0]
    assert (found["DTSTART"].dt, "DTEND" in found) == (day("9999-12-31"), False)


def test_another_program_reads_the_same_days_words_and_names() -> None:
    answer = answered("2024-04-01", "2024-06-30", {"seance": (Occurrence(day("2024-05-10"), "mai"),)})
    found = calendar(answer)
    assert set(found) == {i["uid"] for i in answer["items"]}
    item = found["convocation.mai@essai"]
    assert (item.name, item["DTSTART"].dt, item["DTEND"].dt) == ("VEVENT", day("2024-04-30"), day("2024-05-01"))
    assert item["DTSTAMP"].dt == datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    sentence = "La convocation part au moins cinq jours ouvrés avant la séance."
    assert str(item["DESCRIPTION"]) == f"«\u00a0{sentence}\u00a0»\nconvocation, 1, convention"
    assert found["conseil.-@essai"].name == "VTODO"
    assert "DTSTART" not in found["conseil.-@essai"]


def test_a_day_that_moves_updates_an_entry_and_makes_no_second() -> None:
    before, after = (
        calendar(answered("2024-04-01", "2024-06-30", {"seance": (Occurrence(day(when), "mai"),)}))
        for when in ("2024-05-10", "2024-05-17")
    )
    assert set(before) == set(after)
    assert before["pv.mai@essai"]["DTSTART"].dt == day("2024-05-21")
    assert after["pv.mai@essai"]["DTSTART"].dt == day("2024-05-27")


def test_no_line_is_too_long_and_no_letter_is_cut_in_two() -> None:
    words = "é" * 200 + ", ; \\ fin."
    yaml = 'règles:\n  - {id: c, nature: périodicité, article: "1", citation: "{r:périodicité}, suit", instance: c}\n'
    answer = answered("2024-01-01", "2024-12-31", words=f"Chaque année, suit {words}", yaml=yaml)
    written = icalendar(entries(answer, "fr")).encode()
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")
    for line in written.split(b"\r\n"):
        line.decode()
    (item,) = calendar(answer).values()
    assert str(item["DESCRIPTION"]).startswith(f"«\u00a0Chaque année, suit {words}\u00a0»\n")


def test_the_same_question_has_the_same_bytes_for_an_answer() -> None:
    one, two = (icalendar(entries(answered("2024-01-01", "2024-12-31"), "fr")) for _ in range(2))
    assert one == two


# --- the file of events ---


def test_events_have_one_day_several_or_days_by_name() -> None:
    text = """\
événements:
  ag: {b: 2024-06-20, a: 2025-06-19}
  comite: [2024-10-03, 2024-03-14, 2025-01-02]
  notification: 2024-01-08
"""
    events, problems = read_events("e.yml", text)
    assert codes(problems) == []
    assert {name: [(str(o.day), o.name) for o in found] for name, found in events.items()} == {
        "ag": [("2024-06-20", "b"), ("2025-06-19", "a")],
        "comite": [("2024-03-14", "2024-1"), ("2024-10-03", "2024-2"), ("2025-01-02", "2025-1")],
        "notification": [("2024-01-08", "2024-1")],
    }
    assert read_events("e.json", json.dumps({"événements": {"ag": ["2024-06-20"]}}))[0] == {
        "ag": (Occurrence(day("2024-06-20"), "2024-1"),)
    }


@pytest.mark.parametrize(
    "text",
    [
        "événements: {ag: hier}",
        "événements: {ag: [2024-13-01]}",
        "événements: {ag: 2023-02-29}",
        "événements: {AG: 2024-01-01}",
        "événements: {ag: {x: {y: z}}}",
        "événements: [ag]",
        "événements: {ag: [",
        "ag: 2024-01-01",
        "[]",
    ],
)
def test_what_is_no_file_of_events_gives_none_and_says_where(text: str) -> None:
    events, problems = read_events("e.yml", text)
    assert events == {}
    assert problems
    assert all(p.span.path == "e.yml" for p in problems)


@pytest.mark.parametrize("name", ["comite", "conseil", "convocation", "pv", "seance"])
def test_a_body_and_each_end_of_a_period_are_events_and_a_misspelt_one_is_told(name: str) -> None:
    names = event_names(made()[0].rules)
    assert read_events("e.yml", f"événements: {{{name}: 2024-06-20}}", names)[1] == ()
    events, problems = read_events("e.yml", f"événements:\n  {name}: 2024-06-20\n  {name}s: 2024-06-20\n", names)
    assert events == {}
    assert [(p.code.id, p.span.line, p.span.column) for p in problems] == [("RUL122", 3, 3)]


# --- the command, on the real convention ---


YEAR = ("--from", "2024-01-01", "--to", "2024-12-31")


def test_of_a_year_of_the_act_each_body_is_told(tmp_path: Path) -> None:
    """One AG, two COGOUV, four CST; two COSTRAT or one; and three weeks before 20 June 2024 is 30 May."""
    (tmp_path / "e.yml").write_text("événements: {ag: {ag-2024: 2024-06-20}}\n", encoding="utf-8")
    answer = answer_of("calendar", *YEAR, "--events", tmp_path / "e.yml", project=ROOT)
    meets = [(i["body"], i["assumes"].get("rhythm")) for i in answer["items"] if i["meeting"]]
    assert {key: meets.count(key) for key in meets} == {
        ("ag", None): 1,
        ("costrat", "semestriel"): 2,
        ("costrat", "annuel"): 1,
        ("cogouv", None): 2,
        ("cst", None): 4,
    }
    prepared = [(i["last"], i["deadline"]["event"]) for i in answer["items"] if i["rule"] == "ag-preparation"]
    assert prepared == [("2024-05-30", "copil-strategique")]
    assert "COSTRAT\u00a0: au moins une réunion" in called("calendar", *YEAR, project=ROOT).stdout


def test_in_2022_the_act_is_perhaps_in_force() -> None:
    span = ("--from", "2022-01-01", "--to", "2022-12-31")
    answer = answer_of("calendar", *span, project=ROOT)
    kinds = {(i["rule"], i["last"]): i["in_force"] for i in answer["items"]}
    assert kinds["cst-trimestriels", "2022-09-30"] == "undetermined"
    assert ("cst-trimestriels", "2022-03-31") not in kinds


def test_the_calendar_of_the_act_is_read_by_another_program() -> None:
    code, out, _ = called("calendar", *YEAR, "--ics", project=ROOT)
    assert code == 0
    assert len(reader.Calendar.from_ical(out).walk("VEVENT")) == 10
    undated = reader.Calendar.from_ical(out).walk("VTODO")
    assert {str(c["UID"]).partition(".")[0] for c in undated} == {
        "ag-preparation",  # three weeks before an AG whose day is not given
        "membre-informations",  # by times that others set
        "membre-validation",
        "rl-reunion",
    }


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--from", "2024-01-02", "--to", "2024-01-01"), 2, "--to est avant --from"),
        (("--from", "1900-01-01", "--to", "2024-01-01"), 2, "plus de 50 ans"),
        (("--from", "hier", "--to", "2024-01-01"), 2, "n’est pas une date"),
        (("--from", "2024-01-01"), 2, "il manque --to"),
        ((*YEAR, "--year-start", "13"), 2, "--year-start"),
        ((*YEAR, "--events", str(ROOT / "absent.yml")), 2, "absent.yml"),
        ((*YEAR, "--events", str(ROOT / "pyproject.toml")), 1, "pyproject.toml:2"),
    ],
)
def test_a_question_without_an_answer_is_refused_with_the_reason(args: tuple[str, ...], code: int, said: str) -> None:
    found, out, err = called("calendar", *args, project=ROOT)
    assert (found, out) == (code, "")
    assert said in err


# --- in words ---


def said(answer: dict[str, Any], lang: Lang = "fr") -> list[str]:
    return [line.strip() for line in calendar_text(answer, lang).replace("\u00a0", " ").splitlines() if line.strip()]


def test_sentences_that_no_rule_states_are_counted() -> None:
    """Two of the three: of the third, it is said that it states none."""
    words = (
        "Le bureau se réunit chaque trimestre. Il est convoqué par le maire. Il rend compte. Il est de cinq membres."
    )
    yaml = f'{YAML.partition("  - ")[0]}  - {YAML.splitlines()[2].strip(" -")}\nsans-règle:\n  - {{article: "1", citation: "Il est de cinq membres", motif: exposé}}\n'
    answer = answered("2024-01-01", "2024-03-31", words=words, yaml=yaml)
    assert answer["left"] == 2
    told = "Des phrases du texte disponible n’ont pas encore été lues comme règles, et peuvent en dire plus : 2."
    assert said(answer)[-1] == told
    assert "Des phrases" not in calendar_text(answered("2024-01-01", "2024-03-31"), "fr")


def test_what_has_an_id_is_called_by_its_name() -> None:
    names = {"bureau": "Bureau permanent", "seance": "séance"}
    answer = answered("2024-01-01", "2024-03-31")
    told = calendar_text(answer, "fr", lambda name: names.get(name, name)).replace("\u00a0", " ")
    assert "2024-03-31  Bureau permanent : au moins une réunion" in told
    # the name for the reader, the id for the file of events
    assert "« séance » (avant), dont le jour n’est pas connu ; le donner par --events (« seance: AAAA-MM-JJ »)" in told
    summaries = [e.summary for e in entries(answer, "fr", lambda name: names.get(name, name))]
    assert any(one.startswith("Bureau permanent") for one in summaries)


def test_each_entry_is_said_with_its_rule_and_its_words() -> None:
    seance = {
        "seance": (Occurrence(day("2024-05-10"), "mai"),),
        "bureau": ranked([day("2024-05-02")]),
        "comite": ranked([day("2024-01-10")]),
    }
    assert said(answered("2024-05-15", "2024-05-31", seance)) == [
        "Échéances du 15 mai 2024 au 31 mai 2024",
        "2024-05-18  autre : pas avant le 18 mai 2024 (après seance, le 10 mai 2024)",
        "autre, 1, convention — « au moins huit jours après »",
        "2024-05-21  pv : du 10 mai 2024 au 21 mai 2024 (après seance, le 10 mai 2024)",
        "pv, 1, convention — « dans les huit jours »",
        "2024-06-30  bureau : au moins une réunion du 1er avril 2024 au 30 juin 2024",
        "bureau, 1, convention — « bureau se réunit chaque trimestre »",
        "tenue le 2 mai 2024",
        "2024-12-31  comite : au moins 2 réunions du 1er janvier 2024 au 31 décembre 2024",
        "comite, 1, convention — « comité se réunit deux fois par an »",
        "tenue le 10 janvier 2024",
        "il en manque 1",
        "Sans jour connu :",
        "conseil : au moins une réunion par période (2 ans), dont rien ne dit quand elle commence",
        "conseil, 1, convention — « conseil se réunit tous les deux ans »",
    ]


def test_in_english_too() -> None:
    seance = {"seance": (Occurrence(day("2024-05-10"), "mai"),)}
    assert said(answered("2024-04-30", "2024-04-30", seance), "en")[:3] == [
        "What is due from 2024-04-30 to 2024-04-30",
        "2024-04-30  convocation: by 2024-04-30 (before seance, on 2024-05-10)",
        "convocation, 1, convention — « au moins cinq jours ouvrés avant la séance »",
    ]


def test_where_nothing_is_asked_for_it_is_said() -> None:
    nothing = {**answered("2024-04-30", "2024-04-30"), "items": []}
    assert said(nothing) == [
        "Échéances du 30 avril 2024 au 30 avril 2024",
        "Aucune règle connue ne demande rien ces jours-là.",
    ]
    assert said({**nothing, "lacunas": [{"version": "v", "article": "3", "reason": "x"}]})[-1] == (
        "Des stipulations dont le texte n’est pas disponible peuvent demander autre chose : 3."
    )


def test_what_is_not_certain_is_said() -> None:
    answer = answered("2024-01-01", "2024-03-31")
    (item,) = (i for i in answer["items"] if i["rule"] == "bureau")
    for in_force, words in (("partly", "qu’une partie de ces jours"), ("undetermined", "pas certainement en vigueur")):
        assert words in said({**answer, "items": [{**item, "in_force": in_force}]})[3]


def test_two_states_of_a_rule_in_one_period_have_names_of_their_own(tmp_path: Path) -> None:
    """The rule says « chaque trimestre », then by an act in force in the middle of one, « chaque semestre »."""
    texts = {
        "convention/convention.yml": "id: essai\ntitre: Convention\nsignature: 2020-01-01\n",
        "convention/01.md": "# Article 1\n\nLe bureau se réunit une fois par trimestre.\n",
        "convention/01.regles.yml": "règles:\n"
        '  - {id: bureau, nature: périodicité, article: "1", citation: "se réunit {r:périodicité}", instance: bureau}\n',
        "amendments/a/avenant.yml": "id: a\ntitre: Avenant\nsignature: 2024-02-01\nen-vigueur: 2024-02-01\n",
        "amendments/a/01.md": "---\nopérations:\n  - remplacer-mots: 1\n    mots: une fois\n    par: deux fois\n---\n"
        "# Article 1\n\nÀ l’article 1, « une fois » est remplacé par « deux fois ».\n",
    }
    compiled = sound(written(tmp_path, texts), checks=False)
    span = day("2024-01-01"), day("2024-03-31")
    items = agenda(compiled.rules, compiled.timeline, span, NOTHING)
    answer = calendar_json(items, compiled.rules, compiled.timeline, span, 1)
    assert misfits("calendar", json.loads(json.dumps(answer))) == []
    assert [(i["uid"], i["meeting"]["times"], i["in_force"]) for i in answer["items"]] == [
        ("bureau.2024-01-01@essai", 1, "partly"),
        ("bureau.2024-01-01.a@essai", 2, "partly"),
    ]


def test_a_rule_that_another_overrides_asks_for_nothing() -> None:
    rules, time = made()
    lost = replace(rules, rules=tuple(replace(rule, overridden_by="x") for rule in rules.rules))
    assert agenda(lost, time, (day("2024-01-01"), day("2024-12-31")), NOTHING) == ()


def test_a_period_beyond_the_calendar_is_refused_by_the_command(tmp_path: Path) -> None:
    texts = {
        "convention/convention.yml": "id: essai\ntitre: Convention\nsignature: 2020-01-01\n",
        "convention/01.md": "# Article 1\n\nLe procès-verbal est envoyé dans les 99000 ans.\n",
        "convention/01.regles.yml": f"règles:\n{PV}",
        "reunions.yml": "événements: {seance: 2024-05-10}\n",
    }
    root = written(tmp_path, texts)
    code, out, err = called("calendar", *YEAR, "--events", root / "reunions.yml", project=root)
    assert (code, out) == (1, "")
    assert "hors du calendrier" in err


def test_an_event_that_the_sources_record_is_known_and_a_file_goes_before_them(tmp_path: Path) -> None:
    """Eight days from Wednesday 4 September 2024 are Thursday 12; from Monday 9, Tuesday 17."""
    root = written(
        tmp_path,
        {
            "convention/convention.yml": "id: essai\ntitre: Convention\nsignature: 2020-01-01\n"
            "événements: {seance: 2024-09-04}\n",
            "convention/01.md": "# Article 1\n\nLe procès-verbal est envoyé dans les huit jours.\n",
            "convention/01.regles.yml": f"règles:\n{PV}",
            "reunions.json": '{"événements": {"seance": "2024-09-09"}}',
        },
    )
    for more, due in (((), "2024-09-12"), (("--events", root / "reunions.json"), "2024-09-17")):
        answer = answer_of("calendar", *YEAR, *more, project=root)
        assert [item["last"] for item in answer["items"]] == [due]
    (root / "reunions.json").write_text('{"événements": {"seances": "2024-09-09"}}', encoding="utf-8")
    assert "RUL122" in called("calendar", *YEAR, "--events", root / "reunions.json", project=root, code=1).stderr


def test_the_semesters_of_a_school_year_begin_in_september_and_in_march() -> None:
    """The strategic committee of the real convention meets « chaque semestre »."""
    call = ("calendar", "--from", "2024-01-01", "--to", "2024-08-31", "--year-start", "9")
    items = answer_of(*call, project=ROOT)["items"]
    own = [i for i in items if i["rule"] == "costrat-semestriel" and i["assumes"] == {"rhythm": "semestriel"}]
    assert [(i["first"], i["last"]) for i in own] == [("2023-09-01", "2024-02-29"), ("2024-03-01", "2024-08-31")]
