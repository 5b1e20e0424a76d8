"""What must hold of every convention and every amendment, tried on generated ones against a naive oracle."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausier.consolidate import Timeline, Version, consolidate
from clausier.diagnostics import has_errors
from clausier.model.provision import Alinea, Provision, Table
from clausier.source.acts import read_project
from properties.oracle import Act, Story, Unit, find, lines_markdown
from properties.stories import VERBS, Verb, Words, stories

LAW = settings(
    max_examples=round(1.5 * settings().max_examples),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def timeline(story: Story, **how: Any) -> Timeline:
    """The story compiled; its sources must be sound."""
    made, findings = tried(story, **how)
    assert not has_errors(findings), [(str(f.span), f.message.text("en")) for f in findings]
    return made


def tried(story: Story, **how: Any) -> tuple[Timeline, tuple[Any, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        corpus, found = read_project(story.write(Path(folder), **how))
    assert corpus is not None, found
    made, in_time = consolidate(corpus)
    return made, (*found, *in_time)


def lines(document: Provision) -> list[str]:
    """A text of the compiler in the form in which the oracle shows its own."""
    shown: list[str] = []
    for provision in document.walk():
        if provision.kind == "document":
            continue
        if provision.status == "repealed":
            shown.append(f"# {provision.number} (abrogé)")
            continue
        shown.append(f"# {provision.number} {provision.heading.chars if provision.heading else ''}".rstrip())
        tables: list[str] = []
        for block in provision.blocks:
            if isinstance(block, Alinea):
                shown.append(f"{block.depth}|{block.label.chars if block.label else ''}|{block.text.chars}")
            elif isinstance(block, Table):
                tables += ["~" + "|".join(cell.chars for cell in row) for row in block.rows]
        shown += tables
    return shown


def after(made: Timeline, acts: int) -> Version:
    """The version after the first `acts` amendments."""
    found = made.version("convention" if acts == 0 else f"a{acts:02}")
    assert found is not None
    return found


@LAW
@given(stories())
def test_the_consolidated_text_is_the_oracles_after_every_act(story: Story) -> None:
    made = timeline(story)
    for count in range(len(story.acts) + 1):
        assert lines(after(made, count).document) == story.text(count), [a.name for a in story.acts]


def test_stories_are_made_of_every_verb() -> None:
    """After up to three acts, each finds something to do in some story; what was repealed, to restore it, is the rarest."""
    seen: set[Verb] = set()

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(stories(most_acts=3), st.data())
    def look(story: Story, data: st.DataObject) -> None:
        text = copy.deepcopy(story.base)
        for act in story.acts:
            act.does(text)
        for verb in VERBS:
            made = st.composite(lambda draw, verb=verb: verb(draw, Words(), text))
            if data.draw(made()) is not None:
                seen.add(verb)

    look()
    assert seen == set(VERBS)


@LAW
@given(stories())
def test_runs_joined_are_the_text_and_each_was_written_by_an_operation_in_force(story: Story) -> None:
    made = timeline(story)
    for version in made.versions:
        there = {"convention", *(o.common.id for e in made.events if e.id in version.events for o in e.operations)}
        for provision in version.document.walk():
            texts = [a.text for a in provision.alineas] + [c for t in provision.tables for r in t.rows for c in r]
            for text in texts:
                assert "".join(chars for chars, _ in text.pieces()) == text.chars
                assert {run.origin for run in text.runs} <= there


@LAW
@given(stories(), st.integers(0, 3))
def test_a_version_does_not_depend_on_acts_in_force_after_it(story: Story, acts: int) -> None:
    count = min(acts, len(story.acts))
    alone, whole = timeline(story, acts=count), timeline(story)
    assert after(alone, count).document == after(whole, count).document


@LAW
@given(stories(most_acts=2))
def test_acts_of_one_day_that_do_not_touch_give_one_text_in_any_order(story: Story) -> None:
    if len(story.acts) != 2:
        return
    one, found = tried(story, same_day=True, order=[1, 2])
    other, more = tried(story, same_day=True, order=[2, 1])
    names = [a.name for a in story.acts]
    conflict, same_conflict = ({f.code.id for f in findings} & {"TIM113"} for findings in (found, more))
    assert conflict == same_conflict, names
    if conflict:
        return
    assert has_errors(found) == has_errors(more), names
    in_turn, in_reverse = lines(one.latest.document), lines(other.latest.document)
    if names == ["complete", "complete"]:  # each at the end of what the acts signed before it have made
        in_turn, in_reverse = sorted(in_turn), sorted(in_reverse)
    assert in_turn == in_reverse, names


@LAW
@given(stories(most_acts=1))
def test_nothing_outside_the_target_changes_not_even_who_wrote_it(story: Story) -> None:
    made = timeline(story)
    if not story.acts or story.acts[0].name == "renumber":
        return
    text = copy.deepcopy(story.base)
    story.acts[0].does(text)
    then = {u.number: u for top in story.base for u in top.all()}
    alike = {u.number for top in text for u in top.all() if _own(u) == _own(then.get(u.number))}
    old = {p.number: p for p in after(made, 0).document.walk()}
    new = {p.number: p for p in after(made, 1).document.walk()}
    for number in alike:
        assert (new[number].blocks, new[number].heading) == (old[number].blocks, old[number].heading)


def _own(unit: Unit | None) -> object:
    return unit and (unit.heading, unit.lines, unit.table, unit.gone)


def with_acts(story: Story, *acts: Act) -> Story:
    return Story(story.base, list(acts))


def simple(verb: str, target: str, quotation: str = "", **more: str) -> Act:
    rest = "".join(f'    {key}: "{value}"\n' for key, value in more.items())
    return Act(f'  - {verb}: "{target}"\n{rest}', quotation, lambda _: None)


@LAW
@given(stories(most_acts=1), st.data())
def test_inserting_and_then_deleting_leaves_the_living_text(story: Story, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(story.base))
    index = data.draw(st.integers(1, len(unit.lines)))
    if index < len(unit.lines) and unit.lines[index].depth:
        return
    target = f"{unit.number}, al. {index}"
    there_and_back = with_acts(
        story,
        simple("insérer-après", target, "« Un alinéa tout neuf. »"),
        simple("supprimer", f"{unit.number}, al. {index + 1}"),
    )
    made = timeline(there_and_back)
    assert lines(after(made, 2).document) == lines(after(made, 0).document)


@LAW
@given(stories(most_acts=1), st.data())
def test_substituting_and_back_restores_the_text_and_its_origin_is_the_second(
    story: Story, data: st.DataObject
) -> None:
    unit = data.draw(st.sampled_from(story.base))
    word = unit.lines[0].sentences[0][-1]
    acts = (
        simple("remplacer-mots", unit.number, mots=word, par="tout autre chose"),
        simple("remplacer-mots", unit.number, mots="tout autre chose", par=word),
    )
    made = timeline(with_acts(story, *acts))
    assert lines(after(made, 2).document) == lines(after(made, 0).document)
    provision = next(p for p in after(made, 2).document.walk() if p.number == unit.number)
    assert "a02/1#1" in provision.alineas[0].text.origins()
    assert "a01/1#1" not in provision.alineas[0].text.origins()


@LAW
@given(stories(most_acts=1), st.data())
def test_renumbering_and_back_is_the_identity(story: Story, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(story.base))
    acts = (simple("renuméroter", unit.number, en="77"), simple("renuméroter", "77", en=unit.number))
    made = timeline(with_acts(story, *acts))
    assert lines(after(made, 2).document) == lines(after(made, 0).document)
    assert [p.id for p in after(made, 2).document.walk()] == [p.id for p in after(made, 0).document.walk()]


@LAW
@given(stories(most_acts=1), st.data())
def test_a_text_put_in_word_for_word_is_found_again(story: Story, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(story.base))
    quotation = f"« {lines_markdown(find(story.base, unit.number).lines)} »"
    made = timeline(with_acts(story, simple("remplacer", unit.number, quotation)))
    now = next(p for p in after(made, 1).document.walk() if p.number == unit.number)
    then = next(p for p in after(made, 0).document.walk() if p.number == unit.number)
    assert [(a.label and a.label.chars, a.depth, a.text.chars) for a in now.alineas] == [
        (a.label and a.label.chars, a.depth, a.text.chars) for a in then.alineas
    ]
    assert {o for a in now.alineas for o in a.text.origins()} == {"a01/1#1"}
