"""Two drafts made side by side from one text → one draft: what commutes is joined, the rest is shown, both wordings of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.commuting import together
from clausier.author.draft.lay import RECORD, read_laid, same, whole
from clausier.diagnostics import Miscalled, Refused
from clausier.emit.markdown import provision_markdown
from clausier.model.provision import Provision
from clausier.source.headings import number_key
from clausier.store import write_file
from clausier.store.together import write_together

# As git marks them: its users know them, and no reader of clauses takes them for words.
_BEGIN, _BETWEEN, _END = "<<<<<<< ours", "=======", ">>>>>>> theirs"
_ALONE = "brouillon.md"  # what the one file of a draft is called here: git gives a merge driver files of no name


class DraftTexts(Struct, frozen=True, kw_only=True):
    """The files of a draft by name; `record` says from what its folder was laid, "" for a single file."""

    folder: bool
    files: dict[str, str]
    record: str


class Clash(Struct, frozen=True, kw_only=True):
    """Two edits of one provision that cannot both stand: how each draft words it; "" where it takes it away.

    `provision` is its heading line, "" where the whole file is meant.
    """

    file: str
    provision: str
    ours: str
    theirs: str


class Merged(Struct, frozen=True, kw_only=True):
    """One draft of two: its files by name, those that both had changed and that are joined, and what clashes."""

    files: dict[str, str]
    joined: tuple[str, ...]
    clashes: tuple[Clash, ...]


def read_draft(path: Path) -> DraftTexts:
    """The draft in a folder, or the one file of a draft. Raises Refused where it cannot be read, or is none."""
    if path.is_dir() and not (path / RECORD).is_file():
        raise Refused(
            f"«\u00a0{path}\u00a0» n’est pas un dossier de brouillon, tel que le pose «\u00a0clausier draft ID --start\u00a0»",
            f"“{path}” is no draft’s folder, as “clausier draft ID --start” lays it",
        )
    try:
        if path.is_dir():
            files = {p.name: p.read_text(encoding="utf-8") for p in sorted(path.glob("*.md"))}
            return DraftTexts(folder=True, files=files, record=(path / RECORD).read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Miscalled(f"il n’y a pas de fichier «\u00a0{path}\u00a0»", f"there is no file “{path}”") from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise Refused(
            f"«\u00a0{path}\u00a0» n’est pas un brouillon qui se lit ({why})",
            f"“{path}” is no draft that can be read ({why})",
        ) from error
    # git hands an empty file to a merge driver where a side has none.
    return DraftTexts(folder=False, files={_ALONE: text} if text else {}, record="")


def merge(base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]) -> Merged:
    """One draft of the two drafts `ours` and `theirs` of the text `base`, each an article a file, by name.

    A file that clashes holds both wordings between marks, which no command takes for text.
    """
    files: dict[str, str] = {}
    joined: list[str] = []
    clashes: list[Clash] = []
    for name in sorted({*base, *ours, *theirs}):
        before, one, other = base.get(name), ours.get(name), theirs.get(name)
        if _one_side(before, one, other):
            chosen = other if one == before else one
        else:
            chosen, found = _both(name, before, one, other)
            clashes += found
            joined += [] if found else [name]
        if chosen is not None:
            files[name] = chosen
    return Merged(files=files, joined=tuple(joined), clashes=tuple(clashes))


def write_draft(path: Path, draft: DraftTexts, files: Mapping[str, str]) -> None:
    """Make the folder, or the file, `path` hold `files`, those that it no longer has removed. Raises StoreError."""
    if not draft.folder:
        write_file(path, files.get(_ALONE, "").encode())
        return
    wanted = {name: text.encode() for name, text in {RECORD: draft.record, **files}.items()}
    write_together(path, wanted, [name for name in draft.files if name not in wanted and (path / name).exists()])


def _one_side(before: object, one: object, other: object) -> bool:
    """Whether at most one side has changed something, or both have done the same."""
    return before in (one, other) or one == other


def _both(file: str, before: str | None, one: str | None, other: str | None) -> tuple[str, list[Clash]]:
    """A file that both drafts have changed, each in its way."""
    texts = (before, one, other)
    units = tuple(read_laid(text) if text else None for text in texts)
    base, ours, theirs = units
    if base and ours and theirs:
        clashes: list[Clash] = []
        return _provision(file, (base, ours, theirs), 1, clashes) + "\n", clashes
    # A new article that both have, one that the one takes away and the other edits, or what is no article.
    clash = Clash(file=file, provision="", ours=(one or "").strip(), theirs=(other or "").strip())
    return _shown(clash) + "\n", [clash]


_Three = tuple[Provision, Provision, Provision]


def _provision(file: str, three: _Three, level: int, clashes: list[Clash]) -> str:
    """A provision as both drafts have it together, as Markdown; what clashes in it is told, and shown between marks."""
    base, ours, theirs = three
    if _one_side(*map(whole, three)):
        return _text(theirs if same(ours, base) else ours, level)
    if found := together(*three):
        return _text(found, level)
    children = _children(three)
    if children is None or not any(one.children for one in three):
        return _clash(file, three, level, clashes)
    alone = tuple(replace(one, children=()) for one in three)
    own = _provision(file, (alone[0], alone[1], alone[2]), level, clashes)
    below = [
        _text(one, level + 1) if isinstance(one, Provision) else _provision(file, one, level + 1, clashes)
        for one in children
    ]
    return "\n\n".join([own, *below])


def _children(three: _Three) -> list[Provision | _Three] | None:
    """What stands below, in order: as the three texts have it, or the one that adds it; None where the order is not certain."""
    names = [[_name(child) for child in one.children] for one in three]
    by_name = [dict(zip(found, one.children, strict=True)) for found, one in zip(names, three, strict=True)]
    if any(len(found) != len(set(found)) for found in names) or not _one_side(*names):
        return None
    order = names[2] if names[1] == names[0] else names[1]
    for gone in by_name[0].keys() - set(order):
        kept = [found[gone] for found in by_name if gone in found]
        if any(not same(one, kept[0]) for one in kept):
            return None  # the one takes away what the other edits
    below: list[Provision | _Three] = []
    for name in order:
        base, ours, theirs = (found.get(name) for found in by_name)
        if base and ours and theirs:
            below.append((base, ours, theirs))
        elif ours and theirs and not same(ours, theirs):
            return None
        else:
            brought = ours or theirs
            below += [brought] if brought else []
    return below


def _name(provision: Provision) -> str:
    return f"{provision.kind} {number_key(provision.number)}" if provision.number else provision.title()


def _text(provision: Provision, level: int) -> str:
    return provision_markdown(provision, level).strip("\n")


def _clash(file: str, three: _Three, level: int, clashes: list[Clash]) -> str:
    base, ours, theirs = three
    found = Clash(file=file, provision=base.title(), ours=_text(ours, level), theirs=_text(theirs, level))
    clashes.append(found)
    return _shown(found)


def _shown(clash: Clash) -> str:
    return "\n".join(line for line in (_BEGIN, clash.ours, _BETWEEN, clash.theirs, _END) if line)
