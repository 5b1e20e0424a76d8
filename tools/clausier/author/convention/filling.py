"""The signed file of a convention whose words were missing, now that it has been found → its words in the files of `convention/`.

What somebody has typed stays as it is. What the act and the project do not both say is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.convention.making import INDEX, Made, read_convention
from clausier.author.copied import copied, errors_in
from clausier.author.intake.files import canonical, received_yaml
from clausier.author.intake.intake import Imported
from clausier.author.intake.making import Unit
from clausier.author.intake.questions import Question
from clausier.author.intake.writing import questions_yaml, scalar
from clausier.diagnostics import Diagnostic, Refused
from clausier.model.act import Act
from clausier.model.provision import Provision
from clausier.source.acts import read_project
from clausier.source.files import front_matter
from clausier.source.folders import CONVENTION, file_order, read_checked
from clausier.source.yaml import Mapping as YamlMapping
from clausier.store.together import write_together
from clausier.text.accents import as_id
from clausier.text.typography import folded

_SINGLE = ("signature", "en-vigueur", "jusqu-au")  # keys of the index that an act tells
_RANK = re.compile(r"\d+-?")
_HASHES = re.compile(r"^#+(?= )", re.MULTILINE)


class _Piece(Struct, frozen=True, kw_only=True):
    """A file of the convention; `questions` are those that its text asks, `left` tells that it is as somebody typed it."""

    name: str
    text: str
    provisions: tuple[Provision, ...]
    questions: tuple[Question, ...] = ()
    left: bool = False

    @property
    def first(self) -> Provision:
        """What it begins with."""
        return self.provisions[0]


def import_convention(root: Path, paths: Iterable[Path]) -> Imported:
    """Write the convention that the signed files hold into the project at `root`, where its words are missing.

    Raises Refused where a file cannot be read, or where the convention has an act received or questions already, StoreError
    where the files cannot be written; nothing is then written.
    """
    act = _act(root)
    home = root / CONVENTION
    text = (home / INDEX).read_text(encoding="utf-8")
    index = _mapping(f"{CONVENTION}/{INDEX}", text, "convention")
    made = read_convention(paths, act.name)
    kept = {name: data for name, data in made.files.items() if not name.endswith(".md") and name != INDEX}
    _refuse_twice(home, index, kept)
    former, found = _files(act), _found(root, made)
    pieces = _named(_in_order(former, found))
    questions, lines = _of_index(index, made)
    questions += tuple(_absent(former, found))
    files = {
        **{piece.name: _data(piece) for piece in pieces},
        **kept,
        INDEX: canonical(
            INDEX, "\n".join([text.rstrip("\n"), *lines, *questions_yaml(questions)]) + "\n", "convention"
        ),
    }
    fresh = {name: data for name, data in sorted(files.items()) if _bytes(home / name) != data}
    gone = sorted({piece.name for piece in former} - set(files))
    errors = _errors(root, fresh, gone)
    write_together(home, fresh, gone)
    return Imported(
        folder=CONVENTION,
        title=made.title or act.title,
        units=tuple(
            Unit(
                file=piece.name,
                heading=piece.first.title(),
                operations=(),
                without="déjà saisi, laissé tel quel" if piece.left else "",
                questions=piece.questions,
            )
            for piece in pieces
        ),
        questions=questions,
        written=tuple(fresh),
        kept=tuple(piece.name for piece in pieces if piece.left),
        same=tuple(sorted(set(files) - set(fresh))),
        errors=errors,
    )


def _act(root: Path) -> Act:
    corpus, found = read_project(root)
    if corpus is None:
        raise Refused(found[0].message.text("fr"), found[0].message.text("en"))
    return corpus.convention


def _mapping(path: str, text: str, schema: str) -> YamlMapping:
    """A YAML text that has been read before, so that it is known to have keys."""
    node, _ = read_checked(path, text, schema)
    assert isinstance(node, YamlMapping)  # noqa: S101 - the project has been read
    return node


def _refuse_twice(home: Path, index: YamlMapping, kept: Iterable[str]) -> None:
    if any(index.get(key) for key in ("reçu", "questions")):
        raise Refused(
            "la convention vient déjà d’un acte reçu : pour recommencer, retirer de convention.yml ses clés « reçu » et "
            "« questions », et les fichiers qu’elles nomment",
            "the convention comes from an act received already: to start anew, take its keys “reçu” and “questions” out of "
            "convention.yml, and the files that they name",
        )
    for name in kept:
        if (home / name).exists():
            raise Refused(f"convention/{name} existe déjà", f"convention/{name} exists already")


def _files(act: Act) -> list[_Piece]:
    """The files of the convention as they are, in order."""
    below: dict[str, list[Provision]] = {}
    for provision in act.document.walk():
        if provision.span:
            below.setdefault(provision.span.path, []).append(provision)
    return [
        _Piece(name=path.rpartition("/")[2], text=text.decode(), provisions=tuple(below[path]))
        for path, text in act.files
        if path in below
    ]


def _found(root: Path, made: Made) -> list[_Piece]:
    """The files that the act received would make by itself."""
    with copied(root) as copy:
        home = copy / CONVENTION
        for path in home.glob("*.md"):
            path.unlink()
        for name, data in made.files.items():
            if name.endswith(".md"):
                (home / name).write_bytes(data)
        pieces = _files(_act(copy))
    return [replace(one, questions=tuple(u.question for u in made.unsure if u.file == one.name)) for one in pieces]


def _in_order(former: Sequence[_Piece], found: Sequence[_Piece]) -> list[_Piece]:
    """Every file, in the order of the act, its opening first; one that the act does not have stands behind the one that it stood behind."""
    typed = {piece.first.id: piece for piece in former}
    pieces = [_joined(typed.get(piece.first.id), piece) for piece in found]
    there = [piece.first.id for piece in pieces]
    at = int(pieces[0].first.kind == "opening")
    for piece in former:
        if piece.first.id in there:
            at = there.index(piece.first.id) + 1
        else:
            pieces.insert(at, replace(piece, left=True))
            there.insert(at, piece.first.id)
            at += 1
    return pieces


def _joined(typed: _Piece | None, found: _Piece) -> _Piece:
    """The file that an article is to have: that of the act where words of it are missing and those that are there are the act's."""
    if typed is None:
        return found
    said = {provision.id: _words(provision) for provision in found.provisions}
    same = all(said.get(p.id) == words for p in typed.provisions if (words := _words(p)))
    missing = any(provision.lacuna for provision in typed.provisions)
    if missing and same:
        return replace(found, name=typed.name, text=_with_header(found.text, _note(typed)))
    why = "une partie de cet article est saisie avec d’autres mots que ceux de l’acte reçu : le compléter d’après source.txt"
    questions = (Question(sentence=typed.first.title(), why=why),) if missing else ()
    text = _with_header(_at_level(typed.text, found.text), questions_yaml(questions))
    return replace(typed, text=text, questions=questions, left=True)


def _words(provision: Provision) -> tuple[str, ...]:
    """Its own words below its heading, whatever their typography."""
    return tuple(folded(text.chars) for text in provision.texts if text is not provision.heading)


def _data(piece: _Piece) -> bytes:
    """The file, laid out where it is new: what somebody typed stays as it is laid out."""
    return piece.text.encode() if piece.left else canonical(piece.name, piece.text, "article")


def _note(piece: _Piece) -> list[str]:
    header = front_matter(piece.name, piece.text)[0]
    note = _mapping(piece.name, header, "article").text("note") if header else ""
    return [f"note: {scalar(note)}"] if note else []


def _with_header(text: str, lines: Sequence[str]) -> str:
    """The Markdown with these lines in its header."""
    if not lines:
        return text
    begin = "---\n" + "\n".join(lines) + "\n"
    return begin + text.removeprefix("---\n") if text.startswith("---\n") else f"{begin}---\n{text}"


def _at_level(text: str, model: str) -> str:
    """The Markdown with its headings as deep as those of `model`: the act may put its articles into divisions."""
    own, there = _HASHES.search(text), _HASHES.search(model)
    if not own or not there:
        return text
    deeper = len(there.group()) - len(own.group())
    return _HASHES.sub(lambda hashes: "#" * max(1, len(hashes.group()) + deeper), text)


def _named(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The files under names in which they keep their order: their own where these do."""
    own = [file_order(piece.name)[0] for piece in pieces]
    if all(one < next_one for one, next_one in pairwise(own)):
        return list(pieces)
    width = max(2, len(str(len(pieces))))
    first = int(pieces[0].first.kind != "opening")
    return [
        replace(piece, name=_name("9" * width if piece.first.kind == "closing" else f"{rank:0{width}}", piece.name))
        for rank, piece in enumerate(pieces, start=first)
    ]


def _name(rank: str, name: str) -> str:
    words = _RANK.sub("", name, count=1)
    return f"{rank}{words}" if words.startswith(".") else f"{rank}-{words}"


def _of_index(index: YamlMapping, made: Made) -> tuple[tuple[Question, ...], list[str]]:
    """What is asked of `convention.yml`, and the lines that it gets."""
    found = _mapping(INDEX, made.files[INDEX].decode(), "convention")
    questions: list[Question] = []
    lines: list[str] = []
    if made.title and as_id(made.title) != as_id(index.text("titre")):
        why = "l’acte reçu a un autre titre que la fiche"
        questions.append(Question(sentence=made.title, why=why))
    for key in _SINGLE:
        value = found.text(key)
        if value and index.get(key) is None:
            lines.append(f"{key}: {value}")
        elif value and index.text(key) != value:
            why = "l’acte reçu ne dit pas cela comme la fiche"
            questions.append(Question(sentence=f"{key} : {value}", why=why, readings=(f"{key}: {value}",)))
    known = {as_id(party.text("nom")): party.text("nom") for party in index.mappings("parties")}
    signing = {as_id(name): name for name in made.members}
    if known:
        more = [name for key, name in signing.items() if key not in known]
        fewer = [name for key, name in known.items() if signing and key not in signing]
        for names, why in (
            (more, "l’acte reçu présente comme membre ce que la fiche n’a pas"),
            (fewer, "la fiche a comme membre ce qui ne se lit pas dans l’ouverture de l’acte reçu"),
        ):
            if names:
                questions.append(Question(sentence=" ; ".join(names), why=why))
    elif signing:
        lines.append("parties:")
        lines += [f"  - {{id: {key}, nom: {scalar(name)}}}" for key, name in signing.items()]
    asked = (u.question for u in made.unsure if u.file == INDEX)
    questions += [question for question in asked if not (known and question.sentence == "parties")]
    if index.text("complète") == "non":
        why = "si l’acte reçu est entier, retirer « complète: non » avec cette question"
        questions.append(Question(sentence="complète: non", why=why))
    received = [(one.text("fichier"), one.text("empreinte")) for one in found.mappings("reçu")]
    return tuple(questions), [*lines, *received_yaml(received)]


def _absent(former: Iterable[_Piece], found: Iterable[_Piece]) -> Iterator[Question]:
    """A question for each provision of the project that the act received does not have."""
    there = {provision.id for piece in found for provision in piece.provisions}
    for piece in former:
        for provision in piece.provisions:
            if provision.id not in there:
                yield Question(
                    sentence=provision.title() or piece.name,
                    why="cela ne se lit pas dans l’acte reçu : y est-ce sous un autre titre ?",
                )


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _errors(root: Path, fresh: Mapping[str, bytes], gone: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The errors that `check` finds in all acts once these files are there, and not before; questions aside."""
    before = {(d.code.id, d.span.path, d.message.text("fr")) for d in errors_in(root)}
    with copied(root) as copy:
        for name, data in fresh.items():
            (copy / CONVENTION / name).write_bytes(data)
        for name in gone:
            (copy / CONVENTION / name).unlink()
        after = errors_in(copy)
    return tuple(d for d in after if (d.code.id, d.span.path, d.message.text("fr")) not in before)
