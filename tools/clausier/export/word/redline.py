"""Two versions as one Word file with real tracked changes: accepted it is the second, rejected the first."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Timeline, Version
from clausier.export.authors import Author, Authors, authors
from clausier.export.compare import Compared, compared
from clausier.export.identity import ONLY_ORIGINALS, quoted, version_named
from clausier.export.word.body import piece_xml, tracked_xml
from clausier.export.word.front import acts_line, last_xml, title_xml
from clausier.export.word.package import Properties, docx
from clausier.export.word.runs import Ink

HOW = "Chaque modification est suivie\u00a0: l’accepter ou la refuser dans l’onglet Révision. Les auteurs en sont les actes."


def redline_docx(timeline: Timeline, before: Version, after: Version) -> bytes:
    """The text of `after` with what each act changed since `before`."""
    title = timeline.acts[0].title
    named = f"De la {version_named(before, timeline)}, à la {version_named(after, timeline)}"
    who = authors(timeline, before, after)
    ink = Ink()
    front = title_xml(
        title, named, partial=not (before.complete and after.complete), more=[acts_line(after, timeline), HOW]
    )
    body = "".join(xml for part in compared(before.document, after.document) for xml in _part(part, who, ink))
    subject = f"{title} – de {quoted(before.id)} à {quoted(after.id)}"
    said = Properties(title=title, subject=subject, foot=ONLY_ORIGINALS, day=after.first)
    return docx(front + body + last_xml(), said, ink.links)


def _part(part: Compared, who: Authors, ink: Ink) -> Iterator[str]:
    def author(origin: str) -> Author:
        return who.of(part.id, origin)

    for pair in part.pairs:
        if pair.same and pair.after:
            yield piece_xml(pair.after.unnumbered(), ink)
        else:
            yield tracked_xml(pair, author, ink)
