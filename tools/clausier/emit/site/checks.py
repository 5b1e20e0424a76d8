"""What the compiler found in the sources, and the explanation of every kind of finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.diagnostics import Code, Diagnostic
from clausier.diagnostics.diagnostic import SEVERITIES, several
from clausier.emit.html import escape, in_a_sentence
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.page import OF_THE_PROGRAM, Page, block, coded, heading, listing, paragraph
from clausier.text.regex import regex

INDEX = Page(path="controles/index.html", title="Contrôles", nav="Contrôles")
FAMILIES = {
    "SRC": "Les fichiers",
    "REF": "Les renvois et les cibles",
    "AMD": "Les opérations des avenants",
    "TIM": "Les dates",
    "TXT": "La rédaction",
    "RUL": "Les règles",
    "DEC": "Les votes à décider",
    "OUT": "Les sorties",
}
_WORD = regex(r"[^\W\d_]{2,}")
_WHAT = regex(r"\*\*Quoi\.\*\*\s+(.+?)\.(?=\s)", re.DOTALL)
_PARAMETER = regex(r"\{\w+\}")


def family_page(family: str) -> Page:
    """The page of the codes of a family."""
    name = FAMILIES.get(family, family)
    return Page(
        path=f"controles/{family.lower()}.html",
        title=f"{name} ({family})",
        nav=f"{family} – {name}",
        weight=OF_THE_PROGRAM,
    )


def families(codes: tuple[Code, ...]) -> dict[str, list[Code]]:
    """The codes by family, in order of number."""
    found: dict[str, list[Code]] = {family: [] for family in FAMILIES}
    for code in sorted(codes, key=lambda c: c.id):
        found.setdefault(code.id[:3], []).append(code)
    return {family: members for family, members in found.items() if members}


def index_markdown(atlas: Atlas, codes: tuple[Code, ...]) -> str:
    """The findings of this build, those acknowledged told apart; then where each code is explained."""
    known = {code.id for code in codes}
    live = [d for d in atlas.diagnostics if d.acknowledged is None]
    seen = [d for d in atlas.diagnostics if d.acknowledged is not None]
    lead = (
        "Ce que le compilateur a trouvé dans les sources. Un avertissement n’empêche rien\u00a0: il montre ce qu’un "
        "lecteur attentif relèverait. Rien n’est jamais corrigé à la place des signataires."
    )
    parts = [heading(1, INDEX.title), block("lead", paragraph(lead), paragraph(_counts(live), "counts"))]
    if live:
        parts += [heading(2, "Constats", "constats"), *_by_file(live, known)]
    if seen:
        admitted = "Vus et admis par ceux qui tiennent ces textes, avec leur motif. Ils restent dans la liste."
        parts += [
            heading(2, "Avertissements admis", "admis"),
            block("lead", paragraph(admitted)),
            *_by_file(seen, known),
        ]
    items = [
        f"{INDEX.link(family_page(family).path, family_page(family).nav)}\u00a0: {len(members)} codes"
        for family, members in families(codes).items()
    ]
    parts += [heading(2, "Ce que veulent dire les codes", "codes"), block("site", listing(items))]
    return INDEX.markdown(parts)


def _counts(found: list[Diagnostic]) -> str:
    if not found:
        return "Rien à signaler."
    counts = {said.fr: sum(d.severity == severity for d in found) for severity, said in SEVERITIES.items()}
    return ", ".join(several(n, word) for word, n in counts.items() if n) + "."


def _by_file(found: list[Diagnostic], known: set[str]) -> Iterator[str]:
    files: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        files.setdefault(diagnostic.span.path, []).append(diagnostic)
    for path, diagnostics in files.items():
        rows = listing((_finding(d, known) for d in diagnostics), "findings")
        yield block("site", paragraph(f"<code>{escape(path)}</code>", "file"), rows)


def _finding(found: Diagnostic, known: set[str]) -> str:
    code = found.code.id
    name = INDEX.link(f"{family_page(code[:3]).path}#{code}", code) if code in known else escape(code)
    severity = f'<span class="severity {found.severity}">{SEVERITIES[found.severity].fr}</span>'
    said = coded(in_a_sentence(found.message.text("fr")))
    lines = [f"{severity} {name}, ligne\u00a0{found.span.line}\u00a0: {said}"]
    if found.help:
        lines.append(f'<span class="help">{coded(in_a_sentence(found.help.text("fr")))}</span>')
    if found.acknowledged:
        lines.append(f'<span class="help">Admis\u00a0: {escape(found.acknowledged)}</span>')
    return "<br>\n".join(lines)


def family_markdown(family: str, members: list[Code]) -> str:
    """The explanation of every code of a family: the check's own words."""
    page = family_page(family)
    parts = [heading(1, page.title)]
    for code in members:
        parts.append(heading(2, f"{code.id} – {_what(code)}", code.id))
        parts.append(block("site", paragraph(SEVERITIES[code.severity].fr.capitalize(), f"severity {code.severity}")))
        parts.append(code.explanation.strip())
    return page.markdown(parts)


def _what(code: Code) -> str:
    """What a finding of that kind says, its parameters left out; where it says nothing else, what it is about."""
    message = _PARAMETER.sub("…", code.message.fr)
    if len(_WORD.findall(message)) > 1:
        return message
    what = _WHAT.match(code.explanation)
    return what[1].replace("`", "") if what else message


def pages(atlas: Atlas, codes: tuple[Code, ...]) -> Iterator[tuple[Page, str]]:
    """The pages of the checks, in the order of the menu."""
    yield INDEX, index_markdown(atlas, codes)
    for family, members in families(codes).items():
        yield family_page(family), family_markdown(family, members)
