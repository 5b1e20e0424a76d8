"""What is published beside the pages: for programs, the outputs and the schemas; for readers, the documents to download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from clausier.consolidate import Version
from clausier.emit.anchors import slug
from clausier.emit.content import Written
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.page import Page, block, coded, grid, heading, kilobytes, paragraph
from clausier.model.act import Act
from clausier.schemas import about, files, names, shipped

PAGE = Page(path="donnees.html", title="Données", nav="Données")
_WHAT = {
    "convention.json": "les actes, chaque stipulation avec ses rédactions et qui en a écrit chaque mot, les versions",
    "convention.md": "le texte en vigueur, en Markdown",
    "references.json": "les renvois de chaque version\u00a0: ce qu’ils désignent, ou de quel autre texte ils sont",
    "rules.json": "les règles\u00a0: valeur, condition, citation, article, acte, jours",
    "diagnostics.json": "ce que le compilateur a trouvé dans les sources",
    "manifest.json": "l’empreinte SHA-256 de tous les fichiers",
}
# The schemas of the outputs describe themselves in English, as code does; those of the sources in French.
_SCHEMAS = {
    "calendar": "la réponse de `clausier calendar` : ce qui doit se réunir, ou être fait et pour quand",
    "coalitions": "la réponse de `clausier coalitions` : qui peut gagner et qui peut bloquer",
    "blame": "la réponse de `clausier blame`\u00a0: qui a écrit chaque mot",
    "check": "la réponse de `clausier check`\u00a0: ce qui a été trouvé dans les sources",
    "convention-output": "`convention.json`",
    "diff": "la réponse de `clausier diff`\u00a0: ce qui change d’une version à l’autre",
    "explain": "la réponse de `clausier explain`\u00a0: ce que veut dire un code",
    "history": "la réponse de `clausier history`\u00a0: les rédactions d’une stipulation",
    "manifest": "`manifest.json`\u00a0: les empreintes des fichiers",
    "references": "`references.json`",
    "rules": "`rules.json`, et la réponse de `clausier rules`",
    "show": "la réponse de `clausier show`\u00a0: le texte d’une stipulation",
}


_LANGUAGES = {"js": "JavaScript", "py": "Python"}


def published(path: str) -> str:
    """Where an output is published: below `data/`, a Markdown text as plain text, for a site makes pages of Markdown."""
    return f"data/{path.removesuffix('.md') + '.txt' if path.endswith('.md') else path}"


def schema_files() -> dict[str, bytes]:
    """The schemas, by the path where they are published."""
    return {f"data/schema/{name}": content for name, content in files().items()}


def example_files() -> dict[str, bytes]:
    """The programs that read `rules.json`, for others to start from, by the path where they are published."""
    folder = shipped("site") / "exemples"
    return {f"data/exemples/{path.name}": path.read_bytes() for path in sorted(folder.glob("decide.*"))}


def markdown(outputs: Mapping[str, Written]) -> str:
    """The page of the data: each file with its size and its hash, then the schemas."""
    lead = paragraph(
        "Tout ce que ce site montre vient de fichiers que voici, faits par le même compilateur\u00a0: un logiciel peut les "
        "lire sans passer par les pages. Leur forme est fixée par les schémas."
    )
    parts = [heading(1, PAGE.title), block("lead", lead)]
    if outputs:
        columns = ("Fichier", "Contenu", "Taille", "SHA-256")
        parts.append(block("site", grid("Les fichiers", columns, _files(outputs), "files")))
    schemas = grid("Les schémas (JSON Schema 2020-12)", ("Schéma", "Ce qu’il décrit"), _schemas(), "files")
    parts += [heading(2, "Schémas", "schemas"), block("site", schemas)]
    examples = grid("Deux programmes qui lisent rules.json", ("Programme", "Ce qu’il fait"), _examples(), "files")
    parts += [heading(2, "Programmes d’exemple", "exemples"), block("site", examples)]
    return PAGE.markdown(parts)


def _files(outputs: Mapping[str, Written]) -> Iterator[tuple[str, ...]]:
    for path, file in sorted(outputs.items(), key=lambda o: ("/" in o[0], o[0])):
        what = _WHAT.get(path) or _what(path)
        digest = file.sha256
        yield (
            PAGE.link(published(path), path),
            escape(what),
            kilobytes(file.size),
            f'<code title="{digest}">{digest[:12]}…</code>',
        )


def _what(path: str) -> str:
    """What a file is, by the folder that it is in."""
    folder, _, name = path.partition("/")
    if folder == "documents":
        return f"document à imprimer ou à envoyer ({name.rpartition('.')[2]})"
    return f"la version «\u00a0{name.partition('/')[0]}\u00a0»" if folder == "versions" else ""


def _examples() -> Iterator[tuple[str, ...]]:
    for path in example_files():
        what = f"décide d’un vote d’après `rules.json` seul, en {_LANGUAGES[path.rpartition('.')[2]]}, sans dépendance"
        yield PAGE.link(path, path.rpartition("/")[2]), coded(what)


def _schemas() -> Iterator[tuple[str, ...]]:
    for name in names():
        what = _SCHEMAS.get(name) or about(name)
        yield PAGE.link(f"data/schema/{name}.schema.json", name), coded(what)


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
