"""`clausier new`: a convention of one’s own, or a small made-up one, which builds at once and waits to be replaced."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from clausier import schemas
from clausier.diagnostics import Message
from clausier.store.together import write_together
from clausier.text.accents import as_id

TITLE = "Convention de groupement de commandes pour l’achat de papier"
LONGEST_TITLE = 500
_TEMPLATES = Path(__file__).parents[1] / "templates/new"
_STEPS = _TEMPLATES.with_name("steps")
# What begins with a dot would be obeyed, by git and by editors, where the templates are.
_HIDDEN = {name: f".{name}" for name in ("gitattributes", "gitignore", "vscode")}
_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#&|~])")


def why_not(folder: Path, title: str) -> Message | None:
    """Why no convention of that title can be made in `folder`; None where one can.

    An empty folder will do, and one that holds only the `.git` of a repository just made on a forge.
    """
    if not title.strip() or len(title) > LONGEST_TITLE or not title.isprintable():
        return Message(
            fr=f"le titre doit tenir sur une ligne de {LONGEST_TITLE} signes au plus",
            en=f"the title must fit on one line of at most {LONGEST_TITLE} characters",
        )
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return Message(
            fr=f"«\u00a0{folder}\u00a0» existe et n’est pas un dossier", en=f"“{folder}” exists and is not a folder"
        )
    if not folder.parent.is_dir():
        return Message(
            fr=f"le dossier «\u00a0{folder.parent}\u00a0» n’existe pas",
            en=f"the folder “{folder.parent}” does not exist",
        )
    there = _holds(folder) if folder.exists() else []
    if there:
        return Message(
            fr=f"«\u00a0{folder}\u00a0» n’est pas vide ({', '.join(there[:3])}{' …' if len(there) > 3 else ''})\u00a0; "
            "choisir un dossier vide, ou un nom qui n’existe pas encore",
            en=f"“{folder}” is not empty ({', '.join(there[:3])}{' …' if len(there) > 3 else ''}); "
            "choose an empty folder, or a name that does not exist yet",
        )
    return None


def new_project(
    folder: Path,
    title: str = TITLE,
    more: Mapping[str, bytes] | None = None,
    own: Mapping[str, bytes] | None = None,
) -> tuple[str, ...]:
    """Make the convention in `folder`, with `more` files by their path, all of it or nothing; the files made.

    `own` are the files of `convention/`, by their name, in place of the made-up convention and its amendment. `why_not` must
    have found nothing. Raises `StoreError`; `folder` is then as it was.
    """
    files = {**project_files(folder.absolute().name, title, own), **(more or {})}
    write_together(folder, files)
    return tuple(sorted(files))


def short_name(folder: Path) -> str:
    """The id of the convention in a folder."""
    return as_id(folder.absolute().name) or "convention"


def project_files(name: str, title: str, own: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Every file of a new project, by its path; `name` is that of its folder, `own` as `new_project` takes them."""
    steps = _STEPS / ("signed.md" if own else "example.md")
    # A text between double quotes is the same in YAML as in JSON.
    values = {
        "id": short_name(Path(name)),
        "titre": json.dumps(title, ensure_ascii=False),
        "titre-en-markdown": _escaped(title),
        "dans-l-ordre": steps.read_text(encoding="utf-8").rstrip(),
    }
    files = {_shown(path): _filled(path.read_text(encoding="utf-8"), values) for path in _below(_TEMPLATES)}
    if own:
        files = {path: data for path, data in files.items() if not path.startswith(("convention/", "amendments/"))}
        files |= {f"convention/{path}": data for path, data in own.items()}
    files |= {f"schema/{name}": content for name, content in schemas.files().items()}
    # Of the site, what MkDocs looks for in the project itself; pages and assets come with each build.
    shared = schemas.shipped("site")
    for path in (shared / "mkdocs.yml", *_below(shared / "overrides")):
        files[f"site/{path.relative_to(shared).as_posix()}"] = path.read_bytes()
    return files


def _holds(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.name != ".git")


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _shown(path: Path) -> str:
    first, *rest = path.relative_to(_TEMPLATES).parts
    return "/".join([_HIDDEN.get(first, first), *rest])


def _filled(text: str, values: Mapping[str, str]) -> bytes:
    return re.sub(r"\{\{([a-z-]+)\}\}", lambda found: values[found[1]], text).encode()


def _escaped(title: str) -> str:
    return _MARKDOWN_SIGNS.sub(r"\\\1", title)
