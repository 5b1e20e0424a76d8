"""Acts that change acts: what is pending is amended where it stands, what is executed, where its words now are."""

from __future__ import annotations

import pytest

from clausier.consolidate import run
from clausier.consolidate.acts_on_acts import amended, other_act, redirected
from clausier.diagnostics import codes_tim
from clausier.model.act import Act
from clausier.model.dates import Date, Pending, When
from clausier.model.operation import Append, InsertBeside
from clausier.model.provision import Alinea, Fragment
from support.drafting import amended as changed
from support.drafting import amendment, document, on, operation

PENDING = Pending(because="extension")
CONVENTION = amendment("convention", "2020-01-01")
ARTICLES = "# Article 1\n\nLa convention est complétée.\n\n# Article 2\n\nRien d’autre.\n"


def brings(in_force: Date | str = "2023-01-01") -> Act:
    """The act `av-a`: its article 1 completes the convention's article 1, and inserts an article 1 bis."""
    return amendment(
        "av-a",
        in_force,
        "- compléter: 1\n- insérer-après: 1",
        "> « Un mot neuf. »\n\n> # « Article 1 bis\n>\n> Un autre mot. Deux mots. »",
        document_=ARTICLES,
    )


def changes(header: str, body: str = "", in_force: Date | str = "2022-01-01") -> Act:
    return amendment("av-b", in_force, header, body)


def payloads(act: Act) -> list[str]:
    return [" / ".join(words(o.payload)) for o in act.operations if isinstance(o, (Append, InsertBeside))]


def words(payload: Fragment) -> list[str]:
    blocks = [*payload.blocks, *(b for c in payload.children for p in c.walk() for b in p.blocks)]
    return [b.text.chars for b in blocks if isinstance(b, Alinea)]


BEFORE = ["Un mot neuf.", "Un autre mot. Deux mots."]


@pytest.mark.parametrize(
    ("header", "body", "after"),
    [
        ("- remplacer-mots: av-a, 1\n  mots: neuf\n  par: vieux", "", ["Un mot vieux.", BEFORE[1]]),
        ("- remplacer-mots: av-a, 1, al. 1\n  mots: neuf\n  par: vieux", "", ["Un mot vieux.", BEFORE[1]]),
        ("- remplacer-mots: av-a, 1\n  mots: autre\n  par: second", "", [BEFORE[0], "Un second mot. Deux mots."]),
        (
            "- remplacer-mots: av-a, 1, 1 bis\n  mots: autre\n  par: second",
            "",
            [BEFORE[0], "Un second mot. Deux mots."],
        ),
        ("- supprimer: av-a, 1, 1 bis, al. 1, phr. 2", "", [BEFORE[0], "Un autre mot."]),
        ("- remplacer: av-a, 1, 1 bis, al. 1", "> « Tout autre. »", [BEFORE[0], "Tout autre."]),
        ("- abroger: av-a, 1", "", []),
    ],
)
def test_new_text_that_is_to_come_is_amended_where_it_stands(header: str, body: str, after: list[str]) -> None:
    for waiting in ("2023-01-01", PENDING):
        acts, problems = amended((CONVENTION, brings(waiting), changes(header, body)))
        assert not problems
        assert [a.id for a in acts] == ["convention", "av-a", "av-b"]
        assert payloads(acts[1]) == after
        assert acts[2].operations == ()
        assert [o.common.id for o in acts[1].operations] == ["av-a/1#1", "av-a/1#2"][: len(after)]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("- remplacer-mots: av-a, 1\n  mots: mot\n  par: terme", codes_tim.NOTHING_THERE),  # both bring it
        ("- remplacer-mots: av-a, 2\n  mots: mot\n  par: terme", codes_tim.NOTHING_THERE),  # brings nothing
        ("- abroger: av-a, 2", codes_tim.NOTHING_THERE),
        ("- abroger: av-a, 7", codes_tim.NOTHING_THERE),
    ],
)
def test_what_names_no_new_text_or_several_is_an_error(header: str, code: object) -> None:
    acts, problems = amended((CONVENTION, brings(), changes(header)))
    assert [p.code for p in problems] == [code]
    assert payloads(acts[1]) == BEFORE


def test_words_that_no_new_text_has_are_not_found_there() -> None:
    acts, problems = amended((CONVENTION, brings(), changes("- remplacer-mots: av-a, 1\n  mots: bateau\n  par: avion")))
    assert [p.code.id for p in problems] == ["AMD102"]
    assert payloads(acts[1]) == BEFORE


WORDS = "- remplacer-mots: av-a, 1\n  mots: neuf\n  par: vieux"


@pytest.mark.parametrize(
    ("theirs", "mine", "state"),
    [
        ("2022-01-01", "2022-01-02", "executed"),
        ("2022-01-01", "2022-01-01", "executed"),
        ("2022-01-02", "2022-01-01", "pending"),
        ("2022-01", "2022-02-01", "executed"),
        ("2022-01", "2022-01-31", "executed"),
        ("2022-01", "2022-01-15", "open"),
        ("2022-01", "2022", "open"),
        ("2022-02", "2022-01", "pending"),
        ("2022-02", When(first=on("2022-01-15").first, last=on("2022-02-01").last), "open"),
        ("2022-02", When(first=on("2022-01-15").first, last=on("2022-01-31").last), "pending"),
        (PENDING, "2022-01-01", "pending"),
        (PENDING, PENDING, "pending"),
        ("2022-01-01", PENDING, "executed"),
    ],
)
def test_an_article_is_executed_once_it_is_in_force(theirs: Date | str, mine: Date | str, state: str) -> None:
    acts, problems = amended((CONVENTION, brings(theirs), changes(WORDS, in_force=mine)))
    assert [p.code for p in problems] == ([codes_tim.OPEN_ORDER] if state == "open" else [])
    assert payloads(acts[1]) == (["Un mot vieux.", BEFORE[1]] if state == "pending" else BEFORE)
    assert len(acts[2].operations) == (1 if state == "executed" else 0)


def test_the_day_of_the_operations_counts_and_not_that_of_their_act() -> None:
    own = amendment(
        "av-a",
        "2021-01-01",
        "- compléter: 1\n  en-vigueur: 2023-01-01\n  source: art. 1",
        "> « Un mot neuf. »",
        document_=ARTICLES,
    )
    acts, problems = amended((CONVENTION, own, changes(WORDS)))
    assert not problems
    assert payloads(acts[1]) == ["Un mot vieux."]
    late = changes(f"{WORDS}\n  en-vigueur: 2023-06-01\n  source: art. 1")
    assert payloads(amended((CONVENTION, own, late))[0][1]) == ["Un mot neuf."]
    # An article that does nothing is in force with its act.
    nothing = changes("- remplacer-mots: av-a, 2\n  mots: autre\n  par: plus")
    acts, problems = amended((CONVENTION, own, nothing))
    assert not problems
    assert len(acts[2].operations) == 1


def test_acts_that_do_not_exist_or_change_each_other_are_errors() -> None:
    def told(*acts: Act) -> list[object]:
        found, problems = amended((CONVENTION, *acts))
        assert [len([o for o in a.operations if other_act(o)]) for a in found] == [0] * len(found)
        return [p.code for p in problems]

    def act(name: str, *others: str) -> Act:
        header = "\n".join(f"- abroger: {other}, 1" for other in others) or "- abroger: 1"
        return amendment(name, "2022-01-01", header, document_=ARTICLES)

    assert told(act("av-a", "av-z")) == [codes_tim.UNKNOWN_ACT]
    assert told(act("av-a", "av-a")) == [codes_tim.UNKNOWN_ACT]
    assert told(act("av-a", "av-b"), act("av-b", "av-a")) == [codes_tim.CYCLE]
    assert told(act("av-a", "av-b"), act("av-b", "av-c"), act("av-c", "av-a")) == [codes_tim.CYCLE]
    assert amended((CONVENTION, act("av-a"), act("av-b", "av-a"), act("av-c", "av-a", "av-b")))[1] == ()


def test_the_convention_is_no_other_act() -> None:
    assert other_act(operation("- abroger: convention, 1")) == ""
    assert other_act(operation("- abroger: 1")) == ""
    assert other_act(operation("- abroger: av-a, 1")) == "av-a"
    assert other_act(amendment("av-b", "2022-01-01", "- annuler: av-a").operations[0]) == ""


TEXT = document(
    "# Article 1\n\nUn.\n\n# Article 2\n\nDeux.\n\n# Article 3\n\n| A | B |\n| --- | --- |\n| un | deux |\n"
)


def test_what_is_executed_is_changed_where_its_words_stand() -> None:
    text = changed(TEXT, "- compléter: 1", "> « Un mot neuf. »", act="av-a")
    found, problems = redirected(operation("- remplacer-mots: av-a, 1\n  mots: neuf\n  par: vieux", act="av-b"), text)
    assert found is not None
    assert [p.code for p in problems] == [codes_tim.EXECUTED]
    assert dict(problems[0].message.values)["where"] == "1"
    after = run((found,), text).document
    assert [a.text.chars for a in after.children[0].alineas] == ["Un.", "Un mot vieux."]
    # Renumbered since, it is found all the same.
    moved = changed(text, "- renuméroter: 1\n  en: 9", act="av-c")
    found, _ = redirected(operation("- remplacer-mots: av-a, 1, al. 2\n  mots: neuf\n  par: vieux", act="av-b"), moved)
    assert found is not None
    assert run((found,), moved).document.children[0].alineas[1].text.chars == "Un mot vieux."
    # A cell is words too.
    row = changed(TEXT, "- ajouter-ligne: 3\n  cellules: [trois, quatre]", act="av-a")
    found, problems = redirected(operation("- remplacer-mots: av-a, 1\n  mots: quatre\n  par: cinq", act="av-b"), row)
    assert found is not None
    assert dict(problems[0].message.values)["where"] == "3"


def test_what_names_the_article_of_the_convention_too_is_taken_at_its_word_where_the_act_has_written_there() -> None:
    written = changed(TEXT, "- compléter: [1, 2]", "> « Un mot neuf. »", act="av-a")
    found, problems = redirected(operation("- abroger: av-a, 1, 2", act="av-b"), written)
    assert found is not None
    assert [p.code for p in problems] == [codes_tim.EXECUTED]
    assert [p.status for p in run((found,), written).document.children] == ["in-force", "repealed", "in-force"]
    found, problems = redirected(operation("- abroger: av-a, 1, 3", act="av-b"), written)
    assert found is None
    assert [p.code for p in problems] == [codes_tim.NOT_ITS_WORDS]


def test_words_that_stand_nowhere_or_in_several_articles_are_an_error() -> None:
    one = operation("- remplacer-mots: av-a, 1\n  mots: neuf\n  par: vieux", act="av-b")
    found, problems = redirected(one, TEXT)
    assert found is None
    assert [p.code for p in problems] == [codes_tim.WORDS_ELSEWHERE]
    assert "aucune" in problems[0].message.text("fr")
    both = changed(TEXT, "- compléter: [1, 2]", "> « Un mot neuf. »", act="av-a")
    found, problems = redirected(one, both)
    assert found is None
    assert "1, 2" in problems[0].message.text("fr")


def test_repealing_what_is_executed_changes_no_word() -> None:
    text = changed(TEXT, "- compléter: 1", "> « Un mot neuf. »", act="av-a")
    found, problems = redirected(operation("- abroger: av-a, 1", act="av-b"), text)
    assert found is None
    assert [p.code for p in problems] == [codes_tim.REPEAL_OF_EXECUTED]
    same = operation("- abroger: 1", act="av-b")
    assert redirected(same, text) == (same, ())


def test_of_two_articles_alike_the_second_is_named_by_its_rank() -> None:
    text = changed(TEXT, "- compléter: 1", "> « Un mot neuf. »", act="av-a")
    second = operation("- remplacer-mots: av-a, 1 (2)\n  mots: neuf\n  par: vieux", act="av-b")
    assert redirected(second, text)[0] is None
