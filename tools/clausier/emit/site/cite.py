"""What a page needs to be cited: who it is, in the form lawyers use, and its permanent address, which carries the version."""

from __future__ import annotations

from clausier.consolidate import Version
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.page import Page, relative


def cite(page: Page, version: Version, atlas: Atlas, own: str = "") -> str:
    """A place from which the reader's browser cites an alinéa of `page`; nothing is seen of it until one is chosen.

    The permanent address is that of the same words in the version's own page, where the alinéas of the article whose page
    this is bear its anchor (`own`) before theirs.
    """
    values = {
        "title": atlas.corpus.convention.title,
        "version": f"{atlas.called(version)}, {atlas.days(version)}",
        "permanent": relative(page.path, atlas.version_path(version)),
        "own": own,
        "propose": relative(page.path, "guide/2-ajouter-un-avenant.html"),
    }
    data = " ".join(f'data-{key}="{escape(value)}"' for key, value in values.items())
    return f'<p class="cite" role="status" hidden {data}></p>'
