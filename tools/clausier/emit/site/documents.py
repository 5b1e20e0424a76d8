"""The documents to download: how each is called, and the links to those that a build has made."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clausier.consolidate import Version
from clausier.emit.anchors import slug
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.data import published
from clausier.emit.site.page import Page, kilobytes, paragraph
from clausier.model.act import Act

FOLDER = "documents/"


class Document(Struct, frozen=True):
    """A document: its path below the folder of outputs, and what it is, after the name of what it shows."""

    path: str
    kind: str


def version_documents(version: Version) -> tuple[Document, Document]:
    """A version as Word file and as PDF."""
    stem = f"{FOLDER}versions/{slug(version.id)}"
    return Document(f"{stem}.docx", "Word"), Document(f"{stem}.pdf", "PDF")


def pair_documents(before: Version, after: Version) -> tuple[Document, Document]:
    """What changes between two versions, as tracked changes and in two columns."""
    stem = f"{FOLDER}comparer/{slug(before.id)}_{slug(after.id)}"
    tracked, columns = "Word, modifications suivies", "Word, tableau comparatif"
    return Document(f"{stem}.docx", tracked), Document(f"{stem}-tableau.docx", columns)


def act_documents(act: Act) -> tuple[Document, Document]:
    """An act as Word file and as PDF; a draft is ready to be signed."""
    stem = f"{FOLDER}avenants/{slug(act.id)}"
    more = ", à signer" if act.draft else ""
    return Document(f"{stem}.docx", f"Word{more}"), Document(f"{stem}.pdf", f"PDF{more}")


def draft_documents(act: Act) -> dict[str, Document]:
    """What a draft is put to the vote with, by the name of its template; of an act that is signed, nothing."""
    stem = f"{FOLDER}avenants/{slug(act.id)}"
    named = {"rapport": "rapport", "deliberation": "délibération", "tableau-comparatif": "tableau comparatif"}
    return {name: Document(f"{stem}-{name}.docx", kind) for name, kind in named.items()} if act.draft else {}


def download(documents: Iterable[Document], page: Page, atlas: Atlas) -> str:
    """A line of links to those of the documents that there are, each with its size; nothing where there are none."""
    links = [
        f'<a href="{page.to(published(d.path))}" download>{escape(d.kind)} ({kilobytes(atlas.documents[d.path])})</a>'
        for d in documents
        if d.path in atlas.documents
    ]
    return paragraph(f"Télécharger\u00a0: {', '.join(links)}.", "download") if links else ""
