"""The guide's examples: fenced blocks, each a file of a project or what a command answers about it.

A line before each block says what it is: a path (`…`), and the block is that file; or a question (*…*), and the block holds
the answer. Every section (`## …`) begins with the convention that `clausier new` writes; within it, files add up, and a later
one takes the place of an earlier. A page that tells one story is one section.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausier.author.new import TITLE, project_files
from clausier.emit.rules_json import rule_json
from support.calling import called
from support.projects import sound, written

GUIDE = Path(__file__).parents[2] / "site/guide"
PAGES = sorted(GUIDE.glob("*.md"))
FENCE = re.compile(
    r"^(?:`(?P<path>[^`\n]+)`|\*(?P<question>[^*\n]+)\*)\n\n```(?P<language>\w+)\n(?P<body>(?:.*\n)*?)```$",
    re.MULTILINE,
)
ANY_FENCE = re.compile(r"^```\w*$\n(?:.*\n)*?^```$", re.MULTILINE)
STORIES = {"2-ajouter-un-avenant.md"}
FILE = re.compile(
    r"(?:(?:convention|amendments/[\w-]+)/[\w.-]+|reunions\.yml|vote\.json|travaux\.yml|site/modeles/[\w.-]+)\Z"
)
SECOND = "id: avenant-2\ntitre: Avenant n°\u00a02\nsignature: 2026-03-09\nen-vigueur: 2026-03-09\n"
AS_MARKDOWN = ("--format", "md", "--out", "-")
# The question in French, and the command that answers it.
QUESTIONS = (
    (re.compile(r"(?:L’)?[Aa](?:rticle|nnexe) (?P<target>.+), ensuite\Z"), ("show", "{target}")),
    (re.compile(r"Article (?P<target>.+), avant\Z"), ("show", "{target}", "--version", "avenant-1")),
    (re.compile(r"Article (?P<target>.+), au (?P<day>\d{4}-\d\d-\d\d)\Z"), ("show", "{target}", "--at", "{day}")),
    (re.compile(r"Le contrôle répond\Z"), ("check",)),
    (re.compile(r"Les règles lues\Z"), ("rules",)),
    (re.compile(r"Les règles proposées\Z"), ("suggest",)),
    (re.compile(r"Qui peut bloquer dans (?P<body>[\w-]+)\Z"), ("coalitions", "{body}")),
    (re.compile(r"Ce que doit «\u00a0(?P<name>[\w-]+)\u00a0»\Z"), ("duties", "--of", "{name}")),
    (re.compile(r"De quelle sorte, et ce qui s’ensuit\Z"), ("qualify", "{root}/travaux.yml")),
    (re.compile(r"Le procès-verbal du vote\Z"), ("document", "proces-verbal", "{root}/vote.json", *AS_MARKDOWN)),
    (re.compile(r"La délibération sur l’(?P<act>[\w-]+)\Z"), ("document", "deliberation", "{act}", *AS_MARKDOWN)),
    (re.compile(r"Le résultat du vote\Z"), ("decide", "{root}/vote.json")),
    (
        re.compile(r"Le résultat, «\u00a0(?P<name>[^»]+)\u00a0» tenu pour acquis\Z"),
        ("decide", "{root}/vote.json", "--assume", "{name}"),
    ),
    (
        re.compile(r"L’agenda de (?P<year>\d{4})\Z"),
        ("calendar", "--from", "{year}-01-01", "--to", "{year}-12-31", "--events", "{root}/reunions.yml"),
    ),
)
MEMBERS = "Les membres, ensuite"
FOR_PROGRAMS = re.compile(r"La règle (?P<id>[\w-]+), pour un programme\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: the section it stands in, its caption, and where its words begin and end."""

    section: str
    path: str
    question: str
    body: str
    start: int
    end: int


def blocks(page: str, text: str) -> tuple[Block, ...]:
    """The blocks of a page, in order."""
    prose = ANY_FENCE.sub(lambda fence: " " * len(fence[0]), text)
    found: list[Block] = []
    for fence in FENCE.finditer(text):
        headings = re.findall(r"^## .+$", prose[: fence.start()], re.MULTILINE)
        section = headings[-1] if headings and page not in STORIES else ""
        path, question = fence["path"] or "", fence["question"] or ""
        found.append(Block(section, path, question, fence["body"], fence.start("body"), fence.end("body")))
    return tuple(found)


def sections(page: str, text: str) -> Iterator[tuple[Block, ...]]:
    """The blocks that make one project, section by section."""
    found = blocks(page, text)
    for name in dict.fromkeys(block.section for block in found):
        yield tuple(block for block in found if block.section == name)


def answers(given: tuple[Block, ...], root: Path) -> Iterator[tuple[Block, str]]:
    """Each question of a section with the answer of the compiler, asked when the files before it have been written."""
    for name, content in project_files("papier", TITLE).items():
        if FILE.match(name):
            written(root, {name: content.decode()})
    second = root / "amendments/2026-avenant-2"
    for block in given:
        if block.question:
            yield block, answer(block.question, root)
            continue
        if block.path.startswith("amendments/2026-avenant-2/") and not second.exists():
            written(root, {"amendments/2026-avenant-2/avenant.yml": SECOND})
        written(root, {block.path: block.body})


def for_programs(id_: str, root: Path) -> str:
    """What `rules.json` says of the last state of a rule, a key a line, without where its words stand."""
    compiled = sound(root)
    rule = next(rule for rule in reversed(compiled.rules.rules) if rule.id == id_)
    shown = ("id", "kind", "article", "act", "quote", "body", "matter", "value", "condition", "readings")
    lines = (f'  "{key}": {json.dumps(rule_json(rule)[key], ensure_ascii=False)}' for key in shown)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def answer(question: str, root: Path) -> str:
    """What the compiler says to a question, as a terminal would show it."""
    if question == MEMBERS:
        compiled = sound(root)
        return "".join(f"{party.name}\n" for party in compiled.timeline.members[-1].parties)
    if found := FOR_PROGRAMS.match(question):
        return for_programs(found["id"], root)
    for pattern, words in QUESTIONS:
        if found := pattern.match(question):
            command = [word.format(**found.groupdict(), root=root) for word in words]
            result = called(*command, project=root)
            assert result.exit_code == 0 or words == ("check",), result
            return "\n".join(line.rstrip() for line in result.stdout.strip("\n").split("\n")) + "\n"
    raise AssertionError(f"no such question: {question}")
