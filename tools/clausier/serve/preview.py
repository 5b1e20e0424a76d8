"""One rebuild: the project compiled, its outputs written, its site rendered; or what is in the way; and where what a source makes is read."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from clausier.build import put_outputs
from clausier.cache import Cache
from clausier.compile import Compiled, compile_project
from clausier.diagnostics import Diagnostic, in_order
from clausier.emit.anchors import anchors, slug
from clausier.emit.contract import OutputFault
from clausier.emit.site.edition import Edition
from clausier.emit.site.former import in_articles
from clausier.serve.site import Site
from clausier.store import StoreError, told
from clausier.store.outputs import replacing


class Rebuilt(Struct, frozen=True, kw_only=True):
    """What became of a rebuild: every finding, and how many pages were rendered; None where errors kept the former site."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int | None


class Preview:
    """The outputs of the project at `root` in `out`, rebuilt when asked: all or nothing, as `clausier build --site`.

    Without the documents: who writes reads pages. `made` is where what each source makes is read on the site that stands.
    """

    def __init__(self, root: Path, out: Path) -> None:
        self.root, self.out = root, out
        self.made: dict[str, str] = {}
        self._site = Site(root, out)
        self._cache = Cache()

    def rebuild(self) -> Rebuilt:
        """Compile and write. Errors leave the former outputs as they are."""
        self._cache = self._cache.renewed()
        compiled, diagnostics = compile_project(self.root, cache=self._cache)
        if compiled is None or not compiled.sound:
            return Rebuilt(diagnostics=diagnostics, pages=None)
        day = compiled.timeline.latest.first or compiled.timeline.periods[0].first
        try:
            with replacing(self.out) as fresh:
                put_outputs(compiled, self.root, fresh, None, whole=None)
                with told(self.out):
                    rendered = self._site.render(fresh, day)
        except (OutputFault, StoreError) as error:
            self._site.forget()
            return Rebuilt(diagnostics=in_order((*diagnostics, error.diagnostic)), pages=None)
        self.made = results(compiled)
        self._cache.forget()
        return Rebuilt(diagnostics=diagnostics, pages=rendered)


def results(compiled: Compiled) -> dict[str, str]:
    """The address on the site, seen from its top, of what each source makes, by the path of the source.

    Of an article of the convention it is the text in force; of one that is no more, the first version. The rules have one
    page together: they are left out.
    """
    convention = compiled.corpus.convention
    found = {f"{convention.folder}/convention.yml": "index.html"}
    now, names = in_articles(Edition(compiled.timeline.latest.document)), anchors(convention.document)
    first = f"versions/{slug(compiled.timeline.versions[0].id)}.html"
    for provision in convention.document.walk():
        if provision.span:
            there = now.get(provision.id) or f"{first}#{names[provision.id]}"
            found.setdefault(provision.span.path, there)
    for act in compiled.corpus.amendments:
        page = f"avenants/{slug(act.id)}.html"
        found[f"{act.folder}/avenant.yml"] = page
        names = anchors(act.document)
        for provision in act.document.walk():
            if provision.span:
                found.setdefault(provision.span.path, f"{page}#{names[provision.id]}")
    return found
