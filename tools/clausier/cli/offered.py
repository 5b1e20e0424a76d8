"""The rules that the new sentences of a proposal seem to state: for who edits in a forge, without the tool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from clausier.compile import compile_project
from clausier.consolidate import Version
from clausier.diagnostics import Diagnostic
from clausier.forge.effect import Effect


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
    return frozenset(alinea.text.chars for part in version.document.walk() for alinea in part.alineas)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
