"""The sources as pages that are served: each beside what it makes, what is wrong with it under the line where it is wrong."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Lang, Message
from clausier.diagnostics.render import summary
from clausier.serve.page import BESIDE, address, finding_html
from clausier.source.files import Reader
from clausier.source.folders import RULES

_KINDS = (".md", ".yml")
_SOURCES = Message(fr="Les sources", en="The sources")
_SITE = Message(fr="Le site", en="The site")
_BEFORE = Message(fr="Précédente\u00a0: {name}", en="Previous: {name}")
_AFTER = Message(fr="Suivante\u00a0: {name}", en="Next: {name}")
_SOURCE = Message(fr="La source", en="The source")
_RESULT = Message(fr="Ce qu’elle donne", en="What it makes")
_MADE = Message(fr="Page du site\u00a0: {page}", en="Page of the site: {page}")
_ALONE = Message(fr="Ouvrir cette page seule", en="Open that page alone")
_NOT_MADE = Message(
    fr="Le site n’a pas encore de page faite de cette source.", en="The site has no page made of this source yet."
)
_ELSEWHERE = Message(fr="Hors des sources", en="Outside the sources")
_READING = Message(
    fr="Chaque source à côté de ce qu’elle donne. Ces pages suivent ce qui est enregistré\u00a0; rien ne s’y modifie.",
    en="Each source beside what it makes. These pages follow what is saved; nothing is changed in them.",
)
_UNREADABLE = Message(fr="Ce fichier ne se lit pas.", en="This file cannot be read.")


class Beside(Struct, frozen=True, kw_only=True):
    """What the pages of the sources are made of: the project, its findings, and the addresses of what sources make.

    `made` is what `results` found in the last good build; nothing where there has been none.
    """

    root: Path
    diagnostics: Sequence[Diagnostic]
    made: Mapping[str, str]
    lang: Lang

    def page(self, path: str) -> bytes | None:
        """The page at a path below that of the sources; None where there is no such source."""
        names = list(self._names())
        if not path:
            return self._index(names)
        if path not in names:
            return None
        return self._one(path, names)

    def _names(self) -> Iterator[str]:
        """Every source, by its path in the project, act by act."""
        reader = Reader(self.root)
        folders = [self.root / "convention", *reader.folder(self.root / "amendments")]
        for folder in folders:
            for file in reader.folder(folder):
                if file.suffix in _KINDS and file.is_file():
                    yield reader.name(file)

    def _index(self, names: list[str]) -> bytes:
        parts = [f'<p class="counts">{self._said(_READING)}</p>']
        folders: dict[str, list[str]] = {}
        for name in names:
            folders.setdefault(str(PurePosixPath(name).parent), []).append(name)
        for folder, inside in folders.items():
            rows = "\n".join(f"<li>{_link(address(n), PurePosixPath(n).name)}{self._counts(n)}</li>" for n in inside)
            parts.append(f'<h2>{html.escape(folder)}</h2>\n<ul class="files">\n{rows}\n</ul>')
        if others := [d for d in self.diagnostics if d.span.path not in names]:
            found = "\n".join(self._finding(d) for d in others)
            parts.append(f"<h2>{self._said(_ELSEWHERE)}</h2>\n{found}")
        nav = _link("/", self._said(_SITE))
        return self._whole(self._said(_SOURCES), nav, "", "\n".join(parts))

    def _counts(self, name: str) -> str:
        found = [d for d in self.diagnostics if d.span.path == name]
        return f'<span class="counts">{html.escape(summary(found, self.lang))}</span>' if found else ""

    def _one(self, path: str, names: list[str]) -> bytes:
        rank = names.index(path)
        nav = [_link(BESIDE, self._said(_SOURCES)), _link("/", self._said(_SITE))]
        for other, words in ((rank - 1, _BEFORE), (rank + 1, _AFTER)):
            if 0 <= other < len(names):
                nav.append(_link(address(names[other]), words.fill(name=names[other]).text(self.lang)))
        found = [d for d in self.diagnostics if d.span.path == path]
        source = f"<section>\n<h2>{self._said(_SOURCE)}</h2>\n{self._lines(path, found)}\n</section>"
        result = f'<section class="result">\n<h2>{self._said(_RESULT)}</h2>\n{self._result(path)}\n</section>'
        return self._whole(path, " ".join(nav), self._counts(path), f"{source}\n{result}", two=True)

    def _lines(self, path: str, found: list[Diagnostic]) -> str:
        text = Reader(self.root).text(self.root / path)
        if text is None:
            return "\n".join([f"<p>{self._said(_UNREADABLE)}</p>", *(self._finding(d) for d in found)])
        lines = text.removesuffix("\n").split("\n")
        rows = []
        for number, line in enumerate(lines, start=1):
            here = [d for d in found if min(d.span.line, len(lines)) == number]
            code = f"<code>{_marked(line, min((d.span.column for d in here), default=0))}</code>"
            rows.append(f'<li id="L{number}">{code}{"".join(self._finding(d) for d in here)}</li>')
        return '<ol class="lines">\n' + "\n".join(rows) + "\n</ol>"

    def _finding(self, d: Diagnostic) -> str:
        return f'<div class="finding {d.severity}">{finding_html(d, self.lang, placed=True)}</div>'

    def _result(self, path: str) -> str:
        page = "regles.html" if self.made and path.endswith(RULES) else self.made.get(path)
        if page is None:
            return f"<p>{self._said(_NOT_MADE)}</p>"
        name = html.escape(_MADE.fill(page=page).text(self.lang))
        there, _, anchor = page.partition("#")
        frame = f'<iframe title="{name}" src="/{html.escape(there)}" data-anchor="{html.escape(anchor)}"></iframe>'
        return f'{frame}\n<p class="counts">{_link(f"/{page}", self._said(_ALONE))}</p>'

    def _said(self, message: Message) -> str:
        return message.text(self.lang)

    def _whole(self, title: str, nav: str, counts: str, main: str, *, two: bool = False) -> bytes:
        name = html.escape(title)
        kind = ' class="two"' if two else ""
        return (
            f'<!doctype html>\n<html lang="{self.lang}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<title>{name} – clausier</title>\n<link rel="icon" href="data:,">\n</head>\n'
            f'<body class="clausier-beside">\n<header>\n<nav aria-label="clausier">{nav}</nav>\n<h1>{name}</h1>\n{counts}\n'
            f"</header>\n<main{kind}>\n{main}\n</main>\n</body>\n</html>\n"
        ).encode()


def _link(there: str, words: str) -> str:
    return f'<a href="{html.escape(there)}">{html.escape(words)}</a>'


def _marked(line: str, column: int) -> str:
    """A line with the word at that column marked, where there is one."""
    start = column - 1
    if not 0 <= start < len(line):
        return html.escape(line)
    end = next((i for i in range(start + 1, len(line)) if line[i].isspace()), len(line))
    return f"{html.escape(line[:start])}<mark>{html.escape(line[start:end])}</mark>{html.escape(line[end:])}"
