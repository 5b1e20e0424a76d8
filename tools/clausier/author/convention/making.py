"""A signed convention → the files of `convention/`, and what is asked of it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from clausier.author.convention.headings import ends_as_sentence
from clausier.author.convention.members import members_of, tells_members
from clausier.author.convention.outline import Outline, Unit, files_of, outline_of
from clausier.author.intake.files import canonical, file_name, received_files, received_yaml
from clausier.author.intake.form import Block, Paragraph, plain
from clausier.author.intake.identity import signed
from clausier.author.intake.questions import Question
from clausier.author.intake.quoting import words_of
from clausier.author.intake.reading import File, read_file
from clausier.author.intake.writing import blocks_markdown, heading_markdown, questions_yaml, says_the_same, scalar
from clausier.diagnostics import Refused
from clausier.french.force import as_present, as_source, read_force_but, tells_since_when
from clausier.french.term import ends_convention, meant, possible, renews_convention
from clausier.source.folders import CONVENTION
from clausier.text.sentences import sentences

INDEX = "convention.yml"
_FIRST = "# yaml-language-server: $schema=../schema/convention.schema.json\n"
_LONGEST_TITLE = 300
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AFTER_TITLE = re.compile(
    r"\W*(?:entre|les soussigné|vu|considérant|préambule|exposé|il est|il a été|d[’']une part)\b", re.IGNORECASE
)


class Unsure(Struct, frozen=True, kw_only=True):
    """A question, and the file that it is written in."""

    file: str
    question: Question


class Made(Struct, frozen=True, kw_only=True):
    """The files of a convention, by their name in its folder; what was read, for a person to compare."""

    files: Mapping[str, bytes]
    title: str
    headings: tuple[str, ...]  # of the articles, divisions and annexes, in order, each as deep as it stands
    members: tuple[str, ...]
    unsure: tuple[Unsure, ...]
    outline: Outline


def read_convention(paths: Iterable[Path], identity: str, title: str = "") -> Made:
    """The convention that the signed files hold, its annexes perhaps in files of their own; `identity` is its short name.

    `title` stands for the one that the act gives itself. Raises Refused where a file cannot be read, or holds no article.
    """
    made = made_of(tuple(read_file(path) for path in paths), identity, title)
    if not made.outline.units:
        raise Refused(
            "aucun article n’est reconnu : les titres doivent être des lignes (« Article 1 – Objet », « 1. Objet »), "
            "ou avoir un style de titre",
            "no article is recognised: headings must be lines (“Article 1 – Objet”, “1. Objet”), or have the style of one",
        )
    return made


def made_of(files: Sequence[File], identity: str, title: str = "") -> Made:
    """The files of the convention that signed files hold, read one after the other; `identity` is its short name.

    `title` is given where it is not to be read in the act.
    """
    parts = outline_of(tuple(block for file in files for block in file.received.blocks))
    groups = files_of(parts.units)
    width = max(2, len(str(len(groups) + 1)))  # the closing has the last number of that length
    written = [
        *([(f"{0:0{width}}-ouverture.md", [], parts.opening)] if parts.opening else []),
        *(
            (f"{rank:0{width}}-{file_name(_named(group[0]))}.md", group, ())
            for rank, group in enumerate(groups, start=1)
        ),
        *([(f"{'9' * width}-cloture.md", [], parts.closing)] if parts.closing else []),
    ]
    made: dict[str, bytes] = {}
    unsure: list[Unsure] = []
    for name, units, blocks in written:
        words = _markdown(units, blocks)
        questions = tuple(_questions(words, units, blocks))
        made[name] = canonical(name, _header(questions) + words, "article")
        unsure += [Unsure(file=name, question=question) for question in questions]
    title = title or title_of(parts.opening)
    members, others = members_of(parts.opening)
    first = next((rank for rank, unit in enumerate(parts.units) if unit.kind == "article"), -1)
    for rank, unit in enumerate(parts.units[: first + 1]):  # the preamble may name them, or the first article
        if not members and (unit.kind == "preamble" or (rank == first and tells_members(unit.blocks))):
            members, others = members_of(unit.blocks)
    kept, received = received_files(files, plain(parts.blocks) if parts.contents or parts.moved else "")
    made |= kept
    index, questions = _index(identity, title, parts, members)
    questions += tuple(Question(sentence=line, why="cette ligne présente-t-elle un membre ?") for line in others)
    questions += tuple(Question(sentence=f.name, why=doubt) for f in files for doubt in f.received.doubts)
    made[INDEX] = canonical(
        INDEX, _FIRST + "\n".join([*index, *received_yaml(received), *questions_yaml(questions)]) + "\n", "convention"
    )
    return Made(
        files=made,
        title=title,
        headings=tuple("  " * (unit.level - 1) + unit.heading for unit in parts.units),
        members=tuple(name for _, name in members),
        unsure=(*(Unsure(file=INDEX, question=question) for question in questions), *unsure),
        outline=parts,
    )


def title_of(opening: Sequence[Block]) -> str:
    """The title of the convention: its first line, and those with which that goes on, in capitals or in small letters."""
    lines: list[str] = []
    for block in opening:
        words = " ".join(block.text.split()) if isinstance(block, Paragraph) else ""
        if not words or (lines and not _goes_on(lines[-1], words)) or len(" ".join([*lines, words])) > _LONGEST_TITLE:
            break
        lines.append(words)
    return " ".join(lines)


def _goes_on(line: str, words: str) -> bool:
    if _AFTER_TITLE.match(words) or ends_as_sentence(words):
        return False
    return words[:1].islower() or (line.isupper() and words.isupper())


def _named(unit: Unit) -> str:
    """The words that the name of a file is made of: those of the heading, the word and the number where it has none."""
    return unit.numbered.heading.chars if unit.kind == "article" and unit.numbered.heading.chars else unit.heading


def _markdown(units: Sequence[Unit], blocks: Sequence[Block]) -> str:
    pieces = blocks_markdown(blocks)
    for unit in units:
        pieces += [f"{'#' * unit.level} {heading_markdown(unit.heading)}", *blocks_markdown(unit.blocks)]
    return "\n\n".join(pieces) + "\n"


def _questions(words: str, units: Sequence[Unit], blocks: Sequence[Block]) -> Iterator[Question]:
    every = list(blocks)
    for unit in units:
        yield from unit.questions
        every += [Paragraph(text=unit.heading, place=""), *unit.blocks]
    for block in every:
        if block.doubt:
            yield Question(sentence=words_of(block), why=block.doubt)
    if not says_the_same(words, "", every):
        why = "ce passage n’a pas pu être écrit à l’identique\u00a0: le comparer avec source.txt"
        yield Question(sentence=words_of(every[0]), why=why)


def _header(questions: Sequence[Question]) -> str:
    return "---\n" + "\n".join(questions_yaml(questions)) + "\n---\n" if questions else ""


def _index(
    identity: str, title: str, parts: Outline, members: Sequence[tuple[str, str]]
) -> tuple[list[str], tuple[Question, ...]]:
    """The lines of `convention.yml`, and what is asked of it."""
    day, note, questions = signed(parts.closing)
    if not any(question.choices for question in questions):
        questions = ()  # where there is no day to choose among, it is enough that the key is missing
    lines = [f"id: {identity}", f"titre: {json.dumps(title, ensure_ascii=False)}"]
    if day:
        lines.append(f"signature: {day}")
    force, unforced = _in_force(parts)
    questions += unforced
    if force and force not in {day, "signature"}:
        lines.append(f"en-vigueur: {force}")
    if last := _last_day(parts, force or day, day):
        lines.append(f"jusqu-au: {last}")
    if members:
        lines.append("parties:")
        lines += [f"  - {{id: {party}, nom: {scalar(name)}}}" for party, name in members]
    else:
        why = "qui sont les membres ne se lit pas dans l’ouverture ; si l’acte n’en nomme aucun, retirer la question"
        questions += (Question(sentence="parties", why=why, readings=("parties: [{id: nom-court, nom: Son nom}]",)),)
    if note:
        lines.append(f"note: {json.dumps(note, ensure_ascii=False)}")
    return lines, questions


def _last_day(parts: Outline, begin: str, signed: str) -> str:
    """The last day of the convention (ISO) where its words give one and no other; "" else, which a check then asks about."""
    lines = (b.text for unit in parts.units for b in unit.blocks if isinstance(b, Paragraph))
    said = [[line[start:end] for start, end in sentences(line)] for line in lines]
    ends = [end for line in said for before, now in pairwise(["", *line]) if (end := ends_convention(now, before))]
    first, day = (datetime.date.fromisoformat(value) if _DAY.fullmatch(value) else None for value in (begin, signed))
    days = meant(possible(ends, first, day)) if ends else ()
    renewed = any(renews_convention(sentence) for line in said for sentence in line)
    return days[0].isoformat() if len(days) == 1 and not renewed else ""


def _in_force(parts: Outline) -> tuple[str, tuple[Question, ...]]:
    """The value of `en-vigueur` ("" where the act says nothing of it), and what is asked of it."""
    lines = (b.text for unit in parts.units for b in unit.blocks if isinstance(b, Paragraph))
    every = (line[start:end] for line in lines for start, end in sentences(line))
    telling = [s for s in every if tells_since_when(as_present(s))]
    values = {force and as_source(force, CONVENTION) for force in map(read_force_but, map(as_present, telling))}
    if len(values) > 1 or None in values:
        why = "l’entrée en vigueur n’est pas certaine"
        return "", tuple(Question(sentence=s, why=why, readings=("en-vigueur: AAAA-MM-JJ",)) for s in telling)
    return next(iter(values), "") or "", ()
