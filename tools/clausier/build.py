"""A project compiled, and all that a build writes of it: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from clausier.cache import Cache
from clausier.compile import Compiled, compile_project
from clausier.diagnostics import Diagnostic, Message, Span, codes_out, report
from clausier.diagnostics.render import as_data
from clausier.digest import digest, sha256
from clausier.emit.content import Content, Folder, put
from clausier.emit.contract import OutputFault, json_output, long_output
from clausier.schemas import shipped
from clausier.store import StoreError, cached, told
from clausier.store.outputs import recover, replacing, standing

if TYPE_CHECKING:
    from clausier.website.begun import Begun

DOCUMENTS = Message(fr="Documents Word et PDF …", en="Word and PDF documents …")
OUTPUTS = Message(fr="Sorties et pages …", en="Outputs and pages …")
SITE = Message(fr="Construction du site …", en="Building the site …")
NO_PDF = Message(
    fr="typst n’est pas installé\u00a0: le site n’aura pas de PDF (pip install 'clausier[export]')",
    en="typst is not installed: the site will have no PDF (pip install 'clausier[export]')",
)


def put_outputs(
    compiled: Compiled,
    root: Path,
    folder: Folder,
    documents: Mapping[str, bytes] | None,
    *,
    whole: int | None,
) -> bytes:
    """Write every file of a build into `folder`, one by one, the manifest last. The project's own part of the site is read from `root`.

    `documents` are what `clausier.export.documents` makes, if they are wanted: they take longer than all the rest. `whole`
    is how many versions the site shows whole (None: as many as it can hold). Raises `OutputFault` where an output does not
    fit its schema, which is a fault of this program.
    """
    # Imported here and below, since a check makes no output.
    from clausier.emit.outputs import manifest
    from clausier.emit.site import put_site

    for path, content in texts(compiled):
        put(folder, path, content, compiled.timeline.cache)
    for path, document in (documents or {}).items():
        folder.put(path, document)
    put_site(compiled, root, folder, whole=whole)
    listed = manifest(folder.files, compiled.corpus.convention.name)
    folder.put("manifest.json", listed)
    return listed


def texts(compiled: Compiled, *, versions: bool = True) -> Iterator[tuple[str, Content]]:
    """The files of a build but the pages of the site, and what stands beside them: documents, the manifest.

    Each is made when it is asked for, and its pieces are to be read before the next. `versions`: whether with the whole text
    of each version.
    """
    from clausier.emit.outputs import text_outputs
    from clausier.emit.rules_json import rules_json

    yield from text_outputs(compiled.timeline, versions=versions)
    rules = rules_json(compiled.rules, compiled.timeline)
    yield "rules.json", long_output("rules.json", rules, "rules", "all-rules")
    yield "diagnostics.json", json_output("diagnostics.json", as_data(compiled.diagnostics, "fr"), "check")


class Site(Struct, frozen=True, kw_only=True):
    """What a site is to have: its documents, and how many versions whole (None: as many as it can hold, see `shown`).

    `begun` is what is to render its pages, where it has begun before there are any.
    """

    documents: bool = True
    whole: int | None = None
    begun: Begun | None = None


Record = Callable[[str, bytes], Mapping[str, bytes]]


class Built(Struct, frozen=True, kw_only=True):
    """What became of a build: every finding, and the files written; none where errors kept the former outputs."""

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...] = ()


def build_project(
    root: Path,
    out: Path,
    *,
    site: Site | None = None,
    cache: bool = True,
    record: Record | None = None,
    say: Callable[[Message], None] = lambda _: None,
    at: Callable[[Message], None] = lambda _: None,
) -> Built:
    """Write the outputs of the project at `root` into `out`, with its `site` and its documents if asked: all of them, or none.

    `record` makes further files to stand beside them, from the digest of the sources and the manifest. `say` is told what
    is left out, and `at` each stage as it begins. Sources that change while they are read are refused, since the outputs
    would be of a state that the sources never had. Outputs without a site that are as the cache knows them are not
    written again.
    """
    with cached(root, begin=True, use=cache) as kept:
        return _built(root, out, kept, site=site, record=record, say=say, at=at)


def _built(
    root: Path,
    out: Path,
    cache: Cache,
    *,
    site: Site | None,
    record: Record | None,
    say: Callable[[Message], None],
    at: Callable[[Message], None],
) -> Built:
    sources = site.begun.sources if site and site.begun else digest(root)
    compiled, diagnostics = compile_project(root, cache=cache, at=at)
    files: list[str] = []

    def make(sound: Compiled) -> tuple[str, tuple[Diagnostic, ...]]:
        documents = None
        if site and site.documents:
            at(DOCUMENTS)
            documents = _documents(sound, root, site.whole, say)
        at(OUTPUTS)
        with replacing(out, cache) as fresh:
            manifest = put_outputs(sound, root, fresh, documents, whole=site.whole if site else None)
            for path, content in (record(sources, manifest) if record else {}).items():
                fresh.put(path, content)
            if site and site.whole is None:
                _say_left_out(sound, say)
            with told(out):
                if site:
                    at(SITE)
                    _site(sound, root, fresh.path, site.begun)
                _unchanged(root, sources)
        files.extend(sorted(fresh.files))
        cache.forget()
        return sha256(manifest), ()

    try:
        if compiled is None or not compiled.sound:
            recover(out)
            return Built(diagnostics=diagnostics)
        if not (site or record):
            manifest, _ = cache.recall("outputs", _made_of(sources), str, partial(make, compiled))
            if not files and (stand := standing(out, manifest)):
                _unchanged(root, sources)
                return Built(diagnostics=diagnostics, files=stand)
        if not files:
            make(compiled)
    except (OutputFault, StoreError) as error:
        return Built(diagnostics=(error.diagnostic, *diagnostics))
    return Built(diagnostics=diagnostics, files=tuple(files))


def _made_of(sources: str) -> Iterator[str]:
    """What outputs without a site follow from, besides this program: the sources, and what every convention shares."""
    yield sources
    shared = shipped("site")  # worked out for a run that keeps something
    yield digest(shared.parent, [shared.name])


def _unchanged(root: Path, sources: str) -> None:
    if digest(root) != sources:
        raise StoreError(report(codes_out.SOURCES_CHANGED, Span("convention")))


def _site(compiled: Compiled, root: Path, folder: Path, begun: Begun | None) -> None:
    # Imported here: mkdocs takes longer to import than everything else takes to run.
    from clausier.policy import write_headers
    from clausier.website import build_site

    timeline = compiled.timeline
    day = timeline.latest.first or timeline.periods[0].first
    if begun:
        begun.render(folder, day)
    else:
        build_site(root / "mkdocs.yml", folder, day)
    write_headers(folder / "site", folder / "headers")


def _say_left_out(compiled: Compiled, say: Callable[[Message], None]) -> None:
    from clausier.emit.site.edition import shown

    kept, every = len(shown(compiled.timeline)), len(compiled.timeline.versions)
    if kept < every:
        say(
            Message(
                fr=f"versions trop longues et trop nombreuses : {kept} sur {every} ont leur texte sur une page, les autres dans "
                f"les données (--whole {every} pour toutes)",
                en=f"versions too long and too many: {kept} of {every} have their text on a page, the others in the data "
                f"(--whole {every} for all)",
            )
        )


def _documents(compiled: Compiled, root: Path, whole: int | None, say: Callable[[Message], None]) -> dict[str, bytes]:
    from clausier.export.documents import documents

    files, pdf = documents(compiled.corpus, compiled.timeline, whole)
    if not pdf:
        say(NO_PDF)
    return files | _of_drafts(compiled, root)


def _of_drafts(compiled: Compiled, root: Path) -> dict[str, bytes]:
    """What each draft is put to the vote with. One that does not fit the text has nothing: it blocks nobody."""
    from clausier.export.templates.draft import draft_files
    from clausier.export.templates.fill import NoJinja

    files: dict[str, bytes] = {}
    for act in compiled.corpus.amendments:
        supposed = compile_project(root, drafts=(act.id,), supposed=act.id, checks=False)[0] if act.draft else None
        if supposed is None or not supposed.sound:
            continue
        try:
            made, problems = draft_files(supposed, act, root.absolute())
        except NoJinja:
            return {}
        if problems:
            raise StoreError(problems[0])
        files |= made
    return files
