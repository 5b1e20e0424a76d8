"""The rules of a file whose words one act has taken away: told together, with the file as it is once each is ended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Label, Message
from clausier.diagnostics import codes_rul as codes
from clausier.diagnostics.diagnostic import Value

_SEVERAL = Message(
    fr="les mots des règles {ids} ne sont plus dans le texte ({version})",
    en="the words of the rules {ids} are no longer in the text ({version})",
)
_END_THEM = Message(
    fr="«\u00a0fin: {act}\u00a0» dans chacune y met fin\u00a0; les récrire à côté de cet acte si ses mots nouveaux le demandent",
    en="“fin: {act}” in each ends it; write them anew beside that act if its new words call for it",
)
_ALSO = Message(fr="ceux de «\u00a0{id}\u00a0»", en="those of “{id}”")
_KEY = re.compile(r"(?P<dash>-\s+)?[\w-]+:\s*\Z")


def gone_together(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, with one for all the rules of a file whose words are gone by the same act, at the first of them."""
    alone: list[Diagnostic] = []
    alike: dict[tuple[str, Value, Value], list[Diagnostic]] = {}
    for one in found:
        if one.code is codes.WORDS_GONE:
            values = dict(one.message.values)
            alike.setdefault((one.span.path, values["act"], values["version"]), []).append(one)
        else:
            alone.append(one)
    return (*alone, *(_together(several) for several in alike.values()))


def with_ends(found: Iterable[Diagnostic], root: Path) -> tuple[Diagnostic, ...]:
    """The findings; those of words that are gone with their file as it is once `fin` ends each of its rules."""
    return tuple(
        replace(one, mended=_ended(one, root)) if one.code is codes.WORDS_GONE and not one.mended else one
        for one in found
    )


def _together(found: list[Diagnostic]) -> Diagnostic:
    first, *others = sorted(found, key=lambda one: one.order)
    if not others:
        return first
    values = dict(first.message.values)
    ids = [str(dict(one.message.values)["id"]) for one in (first, *others)]
    named = ", ".join(f"«\u00a0{id_}\u00a0»" for id_ in ids)
    labels = tuple(Label(one.span, _ALSO.fill(id=id_)) for one, id_ in zip(others, ids[1:], strict=True))
    said = _SEVERAL.fill(ids=named, version=values["version"], act=values["act"])
    return replace(first, message=said, help=_END_THEM.fill(act=values["act"]), labels=labels)


def _ended(found: Diagnostic, root: Path) -> str:
    """The file with `fin` before the key at which each rule is told; "" where one of them is not plain."""
    lines = (root / found.span.path).read_text("utf-8").splitlines(keepends=True)
    end = f"fin: {dict(found.message.values)['act']}"
    for span in sorted((found.span, *(label.span for label in found.labels)), key=lambda span: -span.line):
        line = lines[span.line - 1]
        key = _KEY.search(line[: span.column - 1])
        if key is None:
            return ""
        before, rest = line[: key.start()], line[key.end("dash") if key["dash"] else key.start() :]
        dash = key["dash"] or ""
        above = "".join(lines[: span.line - 1]) + before
        braces = above.count("{") > above.count("}")
        again = ", " if braces else "\n" + " " * len(before + dash)
        lines[span.line - 1] = f"{before}{dash}{end}{again}{rest}"
    return "".join(lines)
