"""Who is a member between two days: worked out by hand."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.consolidate import Membership
from clausier.consolidate.members import members, newcomer
from clausier.diagnostics import Diagnostic, Span, codes_tim
from clausier.model.act import Act, Party
from clausier.model.dates import Pending
from support.drafting import amendment


def party(name: str) -> Party:
    return Party(id=name, name=name.title(), span=Span("convention/convention.yml"))


CONVENTION = replace(amendment("convention", "2020-01-01"), parties=(party("aube"), party("marne"), party("meuse")))


def over_time(*acts: Act) -> tuple[list[str], list[str]]:
    found, problems = members((CONVENTION, *acts))
    return [line(m) for m in found], [said(p) for p in problems]


def line(one: Membership) -> str:
    return f"{one.first} {one.last or ''} {' '.join(p.id for p in one.parties)} ({one.operation})"


def said(problem: Diagnostic) -> str:
    assert problem.code is codes_tim.NOT_A_MEMBER
    values = dict(problem.message.values)
    return f"{values['party']} {values['day']} {values['verb']}"


def test_members_are_those_of_the_convention_until_something_changes() -> None:
    assert over_time() == (["2020-01-01  aube marne meuse ()"], [])


def test_members_come_and_go_on_their_days() -> None:
    acts = (
        amendment("a", "2021-01-01", "- adhésion: moselle\n  nom: Moselle"),
        amendment("b", "2022-01-01", "- retrait: aube"),
    )
    assert over_time(*acts) == (
        [
            "2020-01-01 2020-12-31 aube marne meuse ()",
            "2021-01-01 2021-12-31 aube marne meuse moselle (a/1#1)",
            "2022-01-01  marne meuse moselle (b/1#1)",
        ],
        [],
    )


def test_changes_count_by_their_days_and_not_by_the_order_of_their_acts() -> None:
    acts = (
        amendment("a", "2023-01-01", "- retrait: moselle"),
        amendment("b", "2022-01-01", "- adhésion: moselle\n  nom: Moselle"),
    )
    lines, problems = over_time(*acts)
    assert [x.split(" (")[1] for x in lines] == [")", "b/1#1)", "a/1#1)"]
    assert not problems


def test_changes_of_one_day_are_one_change() -> None:
    header = "- adhésion: moselle\n  nom: Moselle\n- retrait: aube"
    lines, _ = over_time(amendment("a", "2021-01-01", header))
    assert lines == ["2020-01-01 2020-12-31 aube marne meuse ()", "2021-01-01  marne meuse moselle (a/1#2)"]


def test_a_change_on_an_uncertain_day_counts_from_the_last() -> None:
    lines, _ = over_time(amendment("a", "2021-03", "- retrait: aube"))
    assert lines == ["2020-01-01 2021-03-30 aube marne meuse ()", "2021-03-31  marne meuse (a/1#1)"]


def test_a_change_before_the_convention_counts_from_its_first_day() -> None:
    lines, _ = over_time(amendment("a", "2019-03-01", "- retrait: aube"))
    assert lines == ["2020-01-01  marne meuse (a/1#1)"]


def test_an_operation_may_have_its_own_day_and_one_that_waits_changes_nothing() -> None:
    own = "- retrait: aube\n  en-vigueur: 2022-02-01\n  source: art. 1"
    assert over_time(amendment("a", "2021-01-01", own))[0] == [
        "2020-01-01 2022-01-31 aube marne meuse ()",
        "2022-02-01  marne meuse (a/1#1)",
    ]
    assert over_time(amendment("a", Pending(because="extension"), "- retrait: aube"))[0] == [
        "2020-01-01  aube marne meuse ()"
    ]


def test_a_convention_that_waits_has_no_members() -> None:
    assert members((replace(CONVENTION, in_force=Pending(because="extension")),)) == ((), ())


def test_who_merges_is_replaced_where_the_first_of_them_stood() -> None:
    def after(header: str) -> list[tuple[str, str]]:
        found, problems = members((CONVENTION, amendment("a", "2021-01-01", header)))
        assert not problems
        return [(p.id, p.name) for p in found[-1].parties]

    assert after("- fusion: [marne, meuse]\n  en: est\n  nom: Est") == [("aube", "Aube"), ("est", "Est")]
    assert after("- fusion: [meuse, aube]\n  en: est") == [("est", "est"), ("marne", "Marne")]
    assert after("- fusion: [marne, meuse]\n  en: meuse") == [("aube", "Aube"), ("meuse", "Meuse")]


def test_a_member_keeps_its_place_and_its_name_until_it_has_another() -> None:
    header = "- dénomination: marne\n  nom: Grande Marne\n- représentation: meuse\n  représentée-par: A. B.\n  qualité: Maire"
    found, _ = members((CONVENTION, amendment("a", "2021-01-01", header)))
    assert [(p.id, p.name, p.represented_by, p.quality) for p in found[-1].parties] == [
        ("aube", "Aube", "", ""),
        ("marne", "Grande Marne", "", ""),
        ("meuse", "Meuse", "A. B.", "Maire"),
    ]
    # Who takes in another is who it was.
    found, _ = members((CONVENTION, amendment("a", "2021-01-01", f"{header}\n- fusion: [aube, meuse]\n  en: meuse")))
    assert [(p.id, p.name, p.represented_by, p.quality) for p in found[-1].parties] == [
        ("meuse", "Meuse", "A. B.", "Maire"),
        ("marne", "Grande Marne", "", ""),
    ]


def test_who_is_no_member_that_day_cannot_change_and_who_is_cannot_come() -> None:
    first = amendment("a", "2021-01-01", "- adhésion: moselle\n  nom: Moselle\n- retrait: aube")
    second = amendment("b", "2022-01-01", "- retrait: aube")
    assert over_time(first, second) == (
        ["2020-01-01 2020-12-31 aube marne meuse ()", "2021-01-01  marne meuse moselle (a/1#2)"],
        ["aube 2022-01-01 retrait"],
    )
    for header, wrong in (
        ("- adhésion: marne\n  nom: Marne", "marne 2022-01-01 adhésion"),
        ("- dénomination: aube\n  nom: Aub", "aube 2022-01-01 dénomination"),
        ("- représentation: aube\n  représentée-par: A\n  qualité: B", "aube 2022-01-01 représentation"),
        ("- fusion: [aube, marne]\n  en: est", "aube 2022-01-01 fusion"),
        ("- fusion: [marne, moselle]\n  en: meuse", "meuse 2022-01-01 fusion"),
    ):
        lines, problems = over_time(first, amendment("b", "2022-01-01", header))
        assert problems == [wrong]
        assert lines == over_time(first)[0]


def test_who_never_is_a_member_has_been_told_before() -> None:
    assert over_time(amendment("a", "2021-01-01", "- retrait: vosges")) == (["2020-01-01  aube marne meuse ()"], [])


def test_a_newcomer_is_one_who_was_not_there() -> None:
    header = "- adhésion: moselle\n  nom: Moselle\n- fusion: [marne, meuse]\n  en: est\n- retrait: aube"
    operations = amendment("a", "2021-01-01", header).operations
    assert [newcomer(o) for o in operations] == ["moselle", "est", ""]  # type: ignore[arg-type]  # on members
