"""`clausier import`: a signed act → its folder, whole or not at all; what a person has changed in it is kept."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.plain import plain_lines
from clausier.author.canonical import format_markdown, format_yaml
from clausier.author.intake.form import Refused
from clausier.author.intake.identity import Question, Signatory, in_force, signatories, signed
from clausier.author.intake.orders import Ordered, ordered
from clausier.author.intake.parts import Article, Signed, parts_of
from clausier.author.intake.quoting import Quoted, quoted, words_of
from clausier.author.intake.reading import File, read_file
from clausier.author.intake.writing import article_markdown, operation_yaml, questions_yaml, scalar
from clausier.build import compile_project
from clausier.consolidate import consolidate
from clausier.diagnostics import Diagnostic
from clausier.french import read_article
from clausier.french.days import day_in
from clausier.model.act import Corpus
from clausier.model.operation import Admit, MergeParties, RenameParty, TextOperation
from clausier.model.provision import Provision
from clausier.source.acts import read_project
from clausier.source.vocabulary import without_accents

RECORD = ".import.json"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_FIRST = "# yaml-language-server: $schema=../../schema/avenant.schema.json\n"


class Unit(Struct, frozen=True, kw_only=True):
    """One file of the act, as the summary tells it: its heading, what it does, what is asked of it."""

    file: str
    heading: str
    operations: tuple[str, ...]
    without: str
    questions: tuple[Question, ...]


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


def import_act(root: Path, paths: Iterable[Path], act: str) -> Imported:
    """Write the act that the signed files hold into the project at `root`, under the name `act`.

    Raises Refused where a file cannot be read, or where the act cannot have that name; nothing is then written.
    """
    if not _ID.match(act):
        raise Refused(
            f"« {act} » n’est pas un nom court : minuscules sans accents, chiffres et traits d’union (avenant-2)",
            f"“{act}” is no short name: lower case without accents, digits and hyphens (avenant-2)",
        )
    corpus = _project(root, act)
    files = tuple(read_file(path, lambda: _words(corpus)) for path in paths)
    folder = root / "amendments" / act
    record = _record(folder)
    digests = [file.digest for file in files]
    if record and record.get("files") != digests:
        raise Refused(
            f"amendments/{act} vient d’un autre fichier : choisir un autre nom (--as), ou effacer ce dossier pour recommencer",
            f"amendments/{act} comes from another file: choose another name (--as), or delete that folder to start anew",
        )
    made, units, questions, title = _made(corpus, files, act)
    known = record.get("written", {}) if record else {}
    fresh, kept, same = _compared(folder, made, known if isinstance(known, dict) else {})
    errors = _checked(root, folder, made, fresh)
    if fresh or not record:
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
        line = json.dumps({"files": digests, "written": hashes}, ensure_ascii=False, indent=1) + "\n"
        _write(folder, {**{name: made[name] for name in fresh}, RECORD: line.encode()})
    return Imported(
        folder=f"amendments/{act}",
        title=title,
        units=units,
        questions=questions,
        written=fresh,
        kept=kept,
        same=same,
        errors=errors,
    )


def _project(root: Path, act: str) -> Corpus:
    """The acts of the project, without the one that is imported."""
    corpus, found = read_project(root)
    if corpus is None:
        first = found[0]
        raise Refused(first.message.text("fr"), first.message.text("en"))
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
    return replace(corpus, amendments=tuple(a for a in corpus.amendments if a.id != act))


def _words(corpus: Corpus) -> set[str]:
    """The words of the text that the act changes."""
    return {
        w for p in corpus.convention.document.walk() for line in plain_lines(p) for w in re.findall(r"[\w-]+", line)
    }


def _record(folder: Path) -> dict[str, object]:
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _made(
    corpus: Corpus, files: tuple[File, ...], act: str
) -> tuple[dict[str, bytes], tuple[Unit, ...], tuple[Question, ...], str]:
    """Every file of the act, by its name in its folder; its units; what to ask of the act as a whole; its title."""
    parts = parts_of(tuple(block for file in files for block in file.received.blocks))
    signature, note, questions = signed(parts.closing)
    base = _base(corpus, signature)
    signers, unknown = signatories(parts.opening, _parties(corpus))
    doubts = tuple(Question(sentence=file.name, why=doubt) for file in files for doubt in file.received.doubts)
    plan = tuple(Question(sentence=words, why=why) for words, why in parts.doubts)
    around = (*parts.opening, *parts.closing) if parts.articles else parts.closing
    plan += tuple(Question(sentence=words_of(b), why=b.doubt) for b in around if b.doubt)
    force, unforced = in_force(_sentences(parts), act)
    index_questions = (*questions, *unknown, *unforced, *plan, *doubts)
    made: dict[str, bytes] = {}
    units: list[Unit] = []
    earlier: tuple[TextOperation, ...] = ()
    if parts.opening and parts.articles:
        made["00-ouverture.md"] = _canonical("00-ouverture.md", article_markdown("", parts.opening, {}))
    single = Article(heading="", blocks=parts.opening, place="")
    days = _days(corpus)
    for number, article in enumerate(parts.articles or (single,), start=1):
        name = f"{number:02}-{_slug(article.heading)}.md" if parts.articles else "00-ouverture.md"
        found, operations = ordered(article.heading, quoted(article.blocks), base, earlier, act, days=days)
        earlier = (*earlier, *operations)
        made[name] = _canonical(name, _header(found) + found.markdown)
        shown = tuple(
            ", ".join(line.strip().removeprefix("- ") for line in operation_yaml(o)) for o in found.operations
        )
        units.append(
            Unit(file=name, heading=article.heading, operations=shown, without=found.without, questions=found.questions)
        )
    if parts.closing:
        made["99-cloture.md"] = _canonical("99-cloture.md", article_markdown("", parts.closing, {}))
    made["source.txt"] = "\n".join(file.words for file in files).encode()
    received: list[tuple[str, str]] = []
    for file in files:
        name = "source.txt" if len(files) == 1 and file.data == made["source.txt"] else _kept_name(file.name, made)
        made.setdefault(name, file.data)
        received.append((name, file.digest))
    identity = _Identity(
        title=parts.title,
        signature=signature,
        note=note,
        force=force,
        signers=signers,
        received=received,
        questions=index_questions,
    )
    index = _index(act, identity)
    made["avenant.yml"] = _canonical("avenant.yml", index)
    return made, tuple(units), index_questions, parts.title


def _base(corpus: Corpus, signature: str) -> Provision:
    """The text that the act changes: with every act that is not certainly signed after it."""
    known = datetime.date.fromisoformat(signature) if len(signature) == 10 else None
    timeline, _ = consolidate(corpus, known=known)
    return timeline.versions[-1].document if timeline.versions else corpus.convention.document


def _parties(corpus: Corpus) -> dict[str, str]:
    """The members that there have been, by id."""
    found = {p.id: p.name for p in corpus.convention.parties}
    for act in corpus.amendments:
        for operation in act.operations:
            match operation:
                case Admit(party=party, name=name) | RenameParty(party=party, name=name):
                    found[party] = name or found.get(party, party)
                case MergeParties(into=into, name=name):
                    found[into] = name or into
                case _:
                    pass
    return found


def _days(corpus: Corpus) -> tuple[datetime.date, ...]:
    signed_on = corpus.convention.signed
    own = (signed_on.first,) if signed_on and signed_on.first == signed_on.last else ()
    titled = day_in(corpus.convention.title)
    return (*own, titled) if titled else own


def _sentences(parts: Signed) -> list[str]:
    """The act's own sentences, new texts left out."""
    found: list[str] = []
    for article in parts.articles:
        own = [words_of(p) for p in quoted(article.blocks) if not isinstance(p, Quoted)]
        found += [one.sentence for one in read_article("\n".join(own))]
    return found


def _header(found: Ordered) -> str:
    lines: list[str] = []
    if found.operations:
        lines += ["opérations:", *(line for o in found.operations for line in operation_yaml(o))]
    lines += questions_yaml(found.questions)
    if not lines and found.without:
        lines = [f"sans-effet: {found.without}"]
    return "---\n" + "\n".join(lines) + "\n---\n" if lines else ""


class _Identity(Struct, kw_only=True):
    """What `avenant.yml` says, each value as YAML; "" for what is not certain."""

    title: str
    signature: str
    note: str
    force: str
    signers: tuple[Signatory, ...]
    received: list[tuple[str, str]]
    questions: tuple[Question, ...]


def _index(act: str, found: _Identity) -> str:
    lines = [f"id: {act}", f"titre: {scalar(found.title)}"]
    if found.signature:
        lines.append(f"signature: {found.signature}")
    if found.force:
        lines.append(f"en-vigueur: {found.force}")
    if found.signers:
        lines.append("signataires:")
    for one in found.signers:
        lines += [f"  - partie: {one.party}", f"    représentée-par: {scalar(one.person)}"]
        if one.quality:
            lines.append(f"    qualité: {scalar(one.quality)}")
    lines.append(f"état: {'signé' if found.signature else 'projet'}")
    lines.append("reçu:")
    for name, digest in found.received:
        lines += [f"  - fichier: {scalar(name)}", f'    empreinte: "{digest}"']
    lines += questions_yaml(found.questions)
    if found.note:
        lines.append(f"note: {json.dumps(found.note, ensure_ascii=False)}")
    return _FIRST + "\n".join(lines) + "\n"


def _canonical(name: str, text: str) -> bytes:
    """The file as `clausier fmt` leaves it."""
    if name.endswith(".md"):
        return format_markdown(name, text, "article-avenant")[0].encode()
    return format_yaml(name, text, "avenant")[0].encode()


def _slug(words: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", without_accents(words.lower())).strip("-")
    return slug[:48].rsplit("-", 1)[0] if len(slug) > 48 else slug or "article"


def _kept_name(name: str, taken: Mapping[str, bytes]) -> str:
    """The name under which the signed file is kept: one that no reader of sources takes for its own."""
    name = name.lstrip(".") or "acte"
    if name.endswith((".md", ".yml", ".yaml")):
        name += ".txt"
    return f"recu-{name}" if name in taken or name == "source.txt" else name


def _compared(
    folder: Path, made: Mapping[str, bytes], known: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The files to write, those that a person has changed or taken away since, and those that are as they are made."""
    fresh: list[str] = []
    kept: list[str] = []
    same: list[str] = []
    for name in sorted(made):
        path = folder / name
        if not path.exists():
            (kept if name in known else fresh).append(name)
        elif (data := path.read_bytes()) == made[name]:
            same.append(name)
        else:
            untouched = known.get(name) == hashlib.sha256(data).hexdigest()
            (fresh if untouched else kept).append(name)
    return tuple(fresh), tuple(kept), tuple(same)


def _checked(root: Path, folder: Path, made: Mapping[str, bytes], fresh: Iterable[str]) -> tuple[Diagnostic, ...]:
    """What `check` finds wrong in the act, its questions aside, tried on a copy before anything is written."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as name:
        copy = Path(name)
        for part in ("convention", "amendments"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True)
        there = copy / "amendments" / folder.name
        there.mkdir(parents=True, exist_ok=True)
        for file in fresh:
            (there / file).write_bytes(made[file])
        _, found = compile_project(copy, checks=False)
    own = f"amendments/{folder.name}/"
    return tuple(d for d in found if d.severity == "error" and d.span.path.startswith(own) and d.code.id != "AMD122")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files in the folder: a new folder appears whole; in one that exists, each file is replaced whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".clausier-", dir=folder.parent))
    try:
        for name, data in files.items():
            (fresh / name).write_bytes(data)
        if folder.exists():
            for name in files:
                os.replace(fresh / name, folder / name)  # noqa: PTH105 - pathlib's `replace` is another name for it
        else:
            fresh.chmod(0o755)
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
