"""Whatever stands in a file of rules, there are findings and never a traceback; and what is found is really there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier import schemas
from clausier.emit.rules_text import rules_text
from clausier.rules.bind import bind_rules
from clausier.rules.vocabulary import BASES, CAPTURE_TYPES, MOTIVES, POWERS
from rules.timelines import article, read_beside, timeline, version, written_json

WORDS = "Le comité se réunit chaque semestre et décide à la majorité de 80 % des voix, 3 semaines avant l’AG."
TIME = timeline(
    version("convention", article("1", WORDS, "Autre ligne."), first="2020-01-01", last="2020-12-31"),
    version("a", article("1", WORDS.replace("80", "75")), acts=("a",), first="2021-01-01"),
)


def bind(text: str) -> Any:
    """The rules that `text` writes, bound, and as they are answered; whatever they are."""
    sources, _ = read_beside(text)
    rules, problems = bind_rules(sources, TIME)
    written_json(rules, TIME)
    return rules, problems


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    bind(text)


@given(st.binary(max_size=100))
def test_any_bytes_that_are_text_are_read_or_refused(data: bytes) -> None:
    bind("règles:\n  - " + data.decode("utf-8", "replace"))


def quotations() -> st.SearchStrategy[str]:
    """Stretches of the article's words, some of them made placeholders."""
    tokens = WORDS.split()
    types = st.sampled_from([*CAPTURE_TYPES, "autre"])
    token = st.builds(
        lambda name, type_: f"{{{name}:{type_}}}", st.sampled_from(["seuil", "rythme", "durée", "x", "é é"]), types
    )

    def stretch(start: int, size: int, holes: dict[int, str]) -> str:
        return " ".join(holes.get(i, t) for i, t in enumerate(tokens[start : start + size]))

    return st.builds(
        stretch,
        st.integers(0, len(tokens) - 1),
        st.integers(1, 8),
        st.dictionaries(st.integers(0, 7), token, max_size=2),
    )


SCHEMA = schemas.load("regles")
TEXTS = ("comite", "ag", "membres", "1", "2", "la moitié", "80 %", "chaque année", "3 jours", "seuil", "x", "a")
COMMON = {"id", "nature", "article", "citation", "interprétations", "tableau", "noms", "toutes", "au-moins-une"}


def forms() -> dict[str, dict[str, Any]]:
    """What the schema says of each kind of rule."""
    listed = [schemas.resolve(form, SCHEMA) for form in SCHEMA["$defs"]["rule"]["oneOf"]]
    return {form["properties"]["nature"]["const"]: form for form in listed}


FORMS = forms()
OPENABLE = (
    "seuil",
    "assiette",
    "mesure",
    "parmi",
    "sièges",
    "rythme",
    "durée",
    "tours",
    "par",
    "payeurs",
    "déroge-à",
    "fait",
)


def steps() -> st.SearchStrategy[str]:
    """A step of a procedure, its body stated, left out or left open."""
    by = st.sampled_from(["par: comite, ", "", "interprétations: {par: {a: x, membres: y}}, "])
    return st.builds(lambda by, gives: f"{{{by}donne: {gives}}}", by, st.sampled_from(sorted(POWERS)))


@st.composite
def some_rules(draw: st.DrawFn) -> str:
    """A file of rules that fits the schema more often than not."""
    lines = ["règles:"]
    for n in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(sorted(FORMS)))
        properties, required = FORMS[kind]["properties"], [*FORMS[kind]["required"]]
        if kind == "délai":
            required.append(draw(st.sampled_from(["avant", "après"])))
        chosen = draw(st.lists(st.sampled_from(sorted(properties)), max_size=3))
        lines += [f"  - id: r{n}", f"    nature: {kind}", "    article: '1'", f"    citation: '{draw(quotations())}'"]
        for key in sorted({*required, *chosen} - COMMON - ({"avant", "après"} - set(required))):
            form = schemas.resolve(properties[key], SCHEMA)
            if key == "étapes":
                lines.append(f"    étapes: [{draw(steps())}, {draw(steps())}]")
                continue
            if key == "donne":
                form = {"enum": [*POWERS]}
            lines.append(f"    {key}: '{draw(st.sampled_from(form.get('enum', TEXTS)))}'")
        if draw(st.booleans()):
            parameter = draw(st.sampled_from(OPENABLE))
            cases = draw(
                st.dictionaries(st.sampled_from((*TEXTS, *BASES)), st.sampled_from(TEXTS), min_size=2, max_size=3)
            )
            lines += [
                "    interprétations:",
                f"      {parameter}:",
                *(f"        '{c}': '{v}'" for c, v in cases.items()),
            ]
    motive = draw(st.sampled_from(sorted(MOTIVES)))
    lines.append(f"sans-règle: [{{article: '1', citation: '{draw(quotations())}', motif: {motive}}}]")
    return "\n".join(lines)


@given(some_rules())
def test_what_is_found_is_there_and_everything_else_is_told(text: str) -> None:
    rules, problems = bind(text)
    for rule in rules.rules:
        for name in rule.versions:
            found = TIME.version(name)
            assert found is not None
            assert any(rule.quote in a.text.chars for p in found.document.walk() for a in p.alineas)
        assert all(capture.words in rule.quote for capture in rule.captures)
    for problem in problems:
        assert problem.message.text("fr")
        assert problem.message.text("en")
        assert problem.help is None or problem.help.text("fr")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_have_no_hole_in_either_language(lang: Any) -> None:
    from clausier.emit.answers import Selection
    from clausier.emit.rules_json import rules_at

    rules, _ = bind(
        "règles: [{id: r, nature: périodicité, article: '1', citation: 'réunit {r:périodicité}', instance: c}]"
    )
    for found in TIME.versions:
        said = rules_text(rules_at(rules, TIME, Selection(versions=(found,))), lang)
        assert "{" not in said
        assert "réunit chaque semestre" in said
