"""Where what a source makes is read on the site: the page of its article, of its act, of its rules."""

from __future__ import annotations

from clausier.compile import Compiled
from clausier.emit.anchors import anchors, slug
from clausier.emit.site.edition import Edition
from clausier.emit.site.former import in_articles


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
