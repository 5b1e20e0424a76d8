"""`clausier import`: a signed act → its folder, whole or not at all; what a person has changed in it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.plain import plain_lines
from clausier.author.copied import copied
from clausier.author.intake.making import INDEX, Made, Unit, made_of
from clausier.author.intake.own import own_files
from clausier.author.intake.parts import parts_of
from clausier.author.intake.questions import Answer, Ask, Choice, Question, as_answered
from clausier.author.intake.reading import File, read_file
from clausier.author.intake.record import RECORD, Compared, Record, compared, read_record, record_bytes
from clausier.check.subject import number_in_title
from clausier.compile import compile_project
from clausier.diagnostics import Diagnostic, Miscalled, Refused
from clausier.digest import sha256
from clausier.model.act import Act, Corpus
from clausier.source.acts import read_project
from clausier.store.together import write_together
from clausier.text.accents import as_id
from clausier.text.words import short

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SHOWN = 60  # characters of a title


class Imported(Struct, frozen=True, kw_only=True):
    """What an import made: its units, and what became of each file.

    `written` are the files made or made anew, `kept` those that a person has changed since, `same` those that were as they
    are made. `errors` are findings of `check` in the act that are no questions.
    """

    folder: str
    title: str
    units: tuple[Unit, ...]
    questions: tuple[Question, ...]
    written: tuple[str, ...]
    kept: tuple[str, ...]
    same: tuple[str, ...]
    errors: tuple[Diagnostic, ...]

    @property
    def unsure(self) -> int:
        """How many questions there are."""
        return len(self.questions) + sum(len(unit.questions) for unit in self.units)

    @property
    def read(self) -> int:
        """How many operations are certain."""
        return sum(len(unit.operations) for unit in self.units)


def import_act(root: Path, paths: Iterable[Path], act: str | None = None, ask: Ask | None = None) -> Imported:
    """Write the act that the signed files hold into the project at `root`, under the name `act`: by default, that of its number.

    `ask` is asked what is not certain; what it leaves, or all where it is None, is written into the files as questions.
    Raises Refused where a file cannot be read, or where the act cannot have that name, StoreError where the
    files cannot be written; nothing is then written.
    """
    if act is not None and not _ID.match(act):
        raise Miscalled(
            f"«\u00a0{act}\u00a0» n’est pas un nom court\u00a0: minuscules sans accents, chiffres et traits d’union (avenant-2)",
            f"“{act}” is no short name: lower case without accents, digits and hyphens (avenant-2)",
        )
    whole = _project(root)
    read = tuple(read_file(path, lambda: _words(whole)) for path in paths)
    act = act or _named(read)
    corpus, mine = _others(whole, root, act)
    folder = root / "amendments" / act
    record = read_record(folder)
    files = _files(read, act, record)
    known = record or Record(files=tuple(file.digest for file in files), names=tuple(file.name for file in files))
    make = partial(made_of, corpus, files, act)
    left = _left(folder, make, known)
    if left:
        own = own_files(folder, mine, left)
        make = partial(make, own=own, signature=_signature(mine) if INDEX in own else "")
    plain = make()
    before = make(as_answered(known.answers)) if known.answers else plain
    made, answers = (before, known.answers) if ask is None else _asked(make, ask, known.answers, left)
    found = compared(folder, made.files, before.files, known)
    errors = _checked(root, folder, made.files, found)
    if found.fresh or found.stale or record is None:
        # The hashes are of the files without answers: a file with answers is one that a person has changed.
        hashes = {name: sha256(data) for name, data in plain.files.items()}
        kept = {n: h for n, h in known.written.items() if n in found.kept}
        line = record_bytes(replace(known, written={**kept, **hashes}, answers=answers))
        write_together(folder, {**{name: made.files[name] for name in found.fresh}, RECORD: line}, found.stale)
    return Imported(
        folder=f"amendments/{act}",
        title=made.title,
        units=made.units,
        questions=made.questions,
        written=found.fresh,
        kept=found.kept,
        same=found.same,
        errors=errors,
    )


def _named(files: tuple[File, ...]) -> str:
    """The short name that follows from the number in the title of the act: « Avenant n° 2 » is avenant-2."""
    title = parts_of(tuple(block for file in files for block in file.received.blocks)).title
    number, more = number_in_title(title)
    if not number:
        raise Miscalled(
            f"l’acte ne porte pas de numéro dans son titre («\u00a0{short(title, _SHOWN)}\u00a0»)\u00a0: dire son nom court (--as avenant-2)",
            f"the act bears no number in its title (“{short(title, _SHOWN)}”): say its short name (--as avenant-2)",
        )
    return as_id(f"avenant {number} {more}")


def _files(files: tuple[File, ...], act: str, record: Record | None) -> tuple[File, ...]:
    """The signed files under the names by which they were first imported."""
    if record is None:
        return files
    if record.files != tuple(file.digest for file in files):
        raise Refused(
            f"amendments/{act} vient d’un autre fichier : choisir un autre nom (--as), ou effacer ce dossier pour recommencer",
            f"amendments/{act} comes from another file: choose another name (--as), or delete that folder to start anew",
        )
    names = record.names or tuple(file.name for file in files)
    return tuple(replace(file, name=name) for file, name in zip(files, names, strict=True))


def _left(folder: Path, make: Callable[..., Made], known: Record) -> tuple[str, ...]:
    """The files that a person has changed since."""
    if not folder.is_dir():
        return ()
    before = make(as_answered(known.answers))
    return compared(folder, before.files, before.files, known).kept


def _signature(act: Act | None) -> str:
    """The one day of signature that a person has written, "" where there is none."""
    signed = act.signed if act else None
    return signed.first.isoformat() if signed and signed.first == signed.last else ""


def _asked(
    make: Callable[..., Made], ask: Ask, answers: tuple[Answer, ...], left: tuple[str, ...]
) -> tuple[Made, tuple[Answer, ...]]:
    """The act with what a person answers, and every answer there is; nothing is asked of the files that are `left` alone."""
    given: list[Answer] = []

    def asked(file: str, question: Question) -> Choice | None:
        choice = None if file in left else ask(file, question)
        if choice is not None:
            given.append(Answer(file=file, sentence=question.sentence, words=choice.words))
        return choice

    made = make(as_answered(answers, asked))
    return made, (*answers, *given)


def _project(root: Path) -> Corpus:
    corpus, found = read_project(root)
    if corpus is None:
        first = found[0]
        raise Refused(first.message.text("fr"), first.message.text("en"))
    return corpus


def _others(corpus: Corpus, root: Path, act: str) -> tuple[Corpus, Act | None]:
    """The acts of the project without the one that is imported, and that one where it was imported before."""
    for other in corpus.amendments:
        if other.id == act and other.folder != f"amendments/{act}":
            raise Refused(
                f"l’acte « {act} » existe déjà ({other.folder}) : choisir un autre nom (--as)",
                f"the act “{act}” exists already ({other.folder}): choose another name (--as)",
            )
    folder = root / "amendments" / act
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Refused(f"amendments/{act} existe et n’est pas un dossier", f"amendments/{act} exists and is no folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / RECORD).is_file():
        raise Refused(
            f"amendments/{act} existe et n’a pas été importé : choisir un autre nom (--as)",
            f"amendments/{act} exists and was not imported: choose another name (--as)",
        )
    mine = next((a for a in corpus.amendments if a.folder == f"amendments/{act}"), None)
    return replace(corpus, amendments=tuple(a for a in corpus.amendments if a is not mine)), mine


def _words(corpus: Corpus) -> set[str]:
    """The words of the text that the act changes."""
    return {
        w for p in corpus.convention.document.walk() for line in plain_lines(p) for w in re.findall(r"[\w-]+", line)
    }


def _checked(root: Path, folder: Path, made: Mapping[str, bytes], found: Compared) -> tuple[Diagnostic, ...]:
    """What `check` finds wrong in the act, its questions aside, tried on a copy before anything is written."""
    with copied(root) as copy:
        there = copy / "amendments" / folder.name
        there.mkdir(parents=True, exist_ok=True)
        for file in found.fresh:
            (there / file).write_bytes(made[file])
        for file in found.stale:
            (there / file).unlink()
        _, findings = compile_project(copy, checks=False)
    own = f"amendments/{folder.name}/"
    return tuple(d for d in findings if d.severity == "error" and d.span.path.startswith(own) and d.code.id != "AMD122")
