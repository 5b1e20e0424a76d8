"""What a file says is missing → a lacuna where the words would stand."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from clausier.diagnostics import codes_markdown, report
from clausier.model.provision import Lacuna, Provision, Quotation
from clausier.source.files import Reader
from clausier.source.folders import Folder
from clausier.source.outline import without_words


def covered(children: Iterable[Provision], folder: Folder, reader: Reader) -> tuple[Provision, ...]:
    """The provisions, with a lacuna where their file says that words are missing and none stand."""
    reasons = {
        f.path: (value.value, value.span)
        for f in folder.files
        if f.matter and (value := f.matter.scalar("non-disponible"))
    }
    used: set[str] = set()

    def cover(provision: Provision) -> Provision:
        path = provision.span.path if provision.span else ""
        inner = tuple(cover(c) for c in provision.children)
        blocks = tuple(quoted(b) if isinstance(b, Quotation) else b for b in provision.blocks)
        if not blocks and path in reasons and provision.kind in {"article", "annex", "preamble"}:
            reason, span = reasons[path]
            blocks = (Lacuna(key="", reason=reason, span=span),)
            used.add(path)
        return replace(provision, children=inner, blocks=blocks)

    def quoted(quotation: Quotation) -> Quotation:
        """New text of which the act has a heading alone (« l’annexe jointe »): its words are missing too, or forgotten."""
        content = replace(quotation.content, children=tuple(map(cover, quotation.content.children)))
        for child in content.children:
            found = without_words(child)
            reader.diagnostics.extend(replace(d, help=codes_markdown.NO_NEW_WORDS) for d in found)
        return replace(quotation, content=content)

    result = tuple(cover(c) for c in children)
    for path, (_, span) in reasons.items():
        if path not in used:
            reader.diagnostics.append(report(codes_markdown.UNUSED_LACUNA, span))
    for child in result:
        reader.diagnostics.extend(without_words(child))
    return result
