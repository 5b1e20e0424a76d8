"""What edited drafts and new sentences ask for, before anyone has had it written: for who edits in a forge, without the tool."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from clausier.author.copied import copied
from clausier.compile import compile_project
from clausier.consolidate import Version
from clausier.diagnostics import Diagnostic
from clausier.forge.effect import Effect
from clausier.forge.review import Ahead
from clausier.source.acts import DRAFT_FOLDER
from clausier.source.folders import AMENDMENTS


@contextmanager
def drafted_ahead(project: Path, former: Path) -> Iterator[tuple[Path, tuple[Ahead, ...]]]:
    """The project as it would be if each draft that is not as it was in `former` were written, and what that makes.

    Where no draft waits for that, it is the project itself.
    """
    edited = [
        folder
        for folder in sorted((project / AMENDMENTS).glob(f"*/{DRAFT_FOLDER}"))
        if _changed(folder, project, former)
    ]
    if not edited:
        yield project, ()
        return
    with copied(project) as root:
        told = tuple(ahead for folder in edited if (ahead := _written(root, folder.parent.name)) is not None)
        yield root, told


def _changed(folder: Path, project: Path, former: Path) -> bool:
    return _files(folder) != _files(former / folder.relative_to(project))


def _written(root: Path, name: str) -> Ahead | None:
    """What a draft makes of its amendment's folder, once it is written there; None where it is that already."""
    from clausier.author.draft.draft import draft
    from clausier.diagnostics import Refused

    act = re.sub(r"^\d+-", "", name)
    folder = root / AMENDMENTS / name
    before = _files(folder)
    try:
        draft(root, act)
    except Refused as refused:
        return Ahead(act=act, folder=f"{AMENDMENTS}/{name}", why=refused.message)
    after = _files(folder)
    if after == before:
        return None
    files = {path: data for path, data in after.items() if before.get(path) != data}
    gone = tuple(path for path in before if path not in after)
    return Ahead(act=act, folder=f"{AMENDMENTS}/{name}", files=files, gone=gone)


def _files(folder: Path) -> dict[str, bytes]:
    """What stands right in a folder, but for what git and the draft keep for themselves."""
    if not folder.is_dir():
        return {}
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file() and not p.name.startswith(".")}


def offered(root: Path, effects: Iterable[object], found: Sequence[Diagnostic]) -> dict[str, str]:
    """Files of rules as they would be with those that the sentences new in each effect seem to state, by name.

    None where the project keeps no rules: nobody has asked for any. `found` may have mended one of the files.
    """
    from clausier.author.suggest.suggest import suggest
    from clausier.author.suggest.written import Suggestion, with_rules

    every: dict[tuple[str, str], Suggestion] = {}
    for effect in effects:
        if not isinstance(effect, Effect):
            continue
        known = _lines(effect.before)
        if _lines(effect.after) <= known:
            continue
        acts = (effect.act,) if effect.act else ()
        compiled, _ = compile_project(root, drafts=acts, supposed=effect.act, checks=False)
        if compiled is None or not compiled.rules.rules:
            continue
        for one in suggest(root, compiled, compiled.timeline.latest, supposed=effect.act):
            if not any(one.sentence in line for line in known):
                every.setdefault((one.file, one.sentence + one.key("id")), one)
    mended = {one.span.path: one.mended for one in found if one.mended}
    return dict(with_rules(tuple(every.values()), lambda file: mended.get(file) or _read(root / file)))


def _lines(version: Version) -> frozenset[str]:
    return frozenset(version.document.prose)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
