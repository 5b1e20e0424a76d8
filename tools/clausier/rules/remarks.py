"""Remarks bound to the text: they hold while the words that they quote stand in the articles that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausier.consolidate.timeline import Version
from clausier.diagnostics import Diagnostic, report
from clausier.diagnostics import codes_rul as codes
from clausier.model.provision import Provision
from clausier.rules.bound import BoundRemark
from clausier.rules.pattern import matches, plain
from clausier.rules.scene import Scene
from clausier.rules.written import RemarkSource
from clausier.text.regex import regex

_QUOTED = regex(r"«\s*([^«»]*?)\s*»")
_LEFT_OUT = regex(r"\s*(?:\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\)|…|\.\.\.)\s*")


def bind_remark(source: RemarkSource, scene: Scene) -> tuple[tuple[BoundRemark, ...], tuple[Diagnostic, ...]]:
    """The remark with the versions in which it holds; none where an article that it names does not exist.

    A quotation of it («\u00a0…\u00a0») that stands in none of its articles, as its act leaves them, is a warning.
    """
    diagnostics: list[Diagnostic] = []
    identities: list[str] = []
    for where in source.where:
        identity, problems = scene.bound(where, source.act)
        diagnostics.extend(problems)
        if identity is not None:
            identities.append(identity)
    if diagnostics:
        return (), tuple(diagnostics)
    quotes = tuple(dict.fromkeys(m[1] for m in _QUOTED.finditer(source.text) if m[1]))
    wrong: set[str] | None = None
    versions: list[str] = []
    for version in scene.begun(source.act):
        provisions = tuple(_provisions(source, identities, version, scene))
        if len(provisions) < len(identities):
            continue
        texts = [unit.text.chars for provision in provisions for unit in scene.units(provision)]
        missing = {quote for quote in quotes if not _stands(quote, texts)}
        wrong = missing if wrong is None else wrong
        if missing <= wrong:
            versions.append(version.id)
    diagnostics.extend(
        report(codes.REMARK_MISQUOTES, source.span, words=quote) for quote in quotes if quote in (wrong or ())
    )
    return (BoundRemark(source, tuple(identities), tuple(versions)),), tuple(diagnostics)


def _provisions(source: RemarkSource, identities: Iterable[str], version: Version, scene: Scene) -> Iterator[Provision]:
    for where, identity in zip(source.where, identities, strict=True):
        own = scene.own(where.target)
        if own is not None:
            yield from (p for p in own.document.walk() if p.id == identity)
        elif identity in scene.provisions(version):
            yield scene.provisions(version)[identity][0]


def _stands(quote: str, texts: Sequence[str]) -> bool:
    whole = plain(quote)
    if any(matches(whole, text) for text in texts):
        return True
    parts = [plain(part) for part in _LEFT_OUT.split(quote) if part]
    return len(parts) > 1 and any(all(matches(part, text) for part in parts) for text in texts)
