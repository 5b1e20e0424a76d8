"""What the guide shows is what happens: its files are compiled, its answers asked for."""

import re

import click
import pytest

from clausier.cli import COMMANDS, cli
from clausier.source.verbs import VERBS
from guide.guide import ANY_FENCE, FILE, GUIDE, PAGES, answers, blocks, sections


@pytest.mark.parametrize("page", [path.name for path in PAGES])
def test_every_example_of_the_guide_gives_what_the_page_says(
    page: str,
    tmp_path_factory: pytest.TempPathFactory,
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    text = (GUIDE / page).read_text(encoding="utf-8")
    found = [
        (block, said)
        for given in sections(page, text)
        for block, said in answers(given, tmp_path_factory.mktemp("exemple"))
    ]
    if update:
        for block, said in reversed(found):
            text = text[: block.start] + said + text[block.end :]
        (GUIDE / page).write_text(text, encoding="utf-8")
        return
    for block, said in found:
        assert block.body == said, f"{block.section} · {block.question}"


@pytest.mark.parametrize("page", [path.name for path in PAGES])
def test_every_block_of_the_guide_is_a_file_or_an_answer(page: str) -> None:
    text = (GUIDE / page).read_text(encoding="utf-8")
    found = blocks(page, text)
    assert len(found) == len(ANY_FENCE.findall(text))
    assert [b.path for b in found if b.path and not FILE.match(b.path)] == []


def test_the_guide_shows_every_verb_with_its_result() -> None:
    shown: set[str] = set()
    for page in ("4-les-operations.md", "5-les-autres-operations.md"):
        for given in sections(page, (GUIDE / page).read_text(encoding="utf-8")):
            assert given[-1].question, given[-1].section
            for block in given:
                shown.update(re.findall(r"^  - ([\w-]+):", block.body, re.MULTILINE))
    assert set(VERBS) - shown == set()


def test_the_guide_is_set_with_french_typography() -> None:
    for path in PAGES:
        prose = re.sub(
            r"`[^`\n]*`|\]\([^)]*\)|^\|[-|]+\|$",
            "",
            ANY_FENCE.sub("", path.read_text(encoding="utf-8")),
            flags=re.MULTILINE,
        )
        assert not re.findall(r".{10} [:;!?»].{10}|.{10}« .{10}|\w'\w.{10}", prose), path.name


def test_every_command_and_option_that_the_guide_names_is_one_and_a_page_names_them_all() -> None:
    calls = re.compile(r"`clausier ([a-z]+)\b([^`\n]*)`")
    named: set[str] = set()
    for path in PAGES:
        for name, rest in calls.findall(path.read_text(encoding="utf-8")):
            command = cli.get_command(click.Context(cli), name)
            assert command, f"{path.name}: {name}"
            known = {word for option in command.params for word in (*option.opts, *option.secondary_opts)}
            assert set(re.findall(r"(?<!\w)--[a-z-]+", rest)) <= known | {"--help"}, f"{path.name}: {name}{rest}"
            if path.name == "19-les-commandes.md":
                named.add(name)
    inside = {"completion"}  # which stands in a call of the shell
    assert named | inside == set(COMMANDS)
