"""Every kind of page of the two sites that the tests look at: the real convention's, and the made-up one's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PAGES = (
    "index.html",
    "articles/index.html",
    "articles/8.html",
    "texte-integral.html",
    "versions/index.html",
    "versions/a-une-date.html?jour=2022-07-01",
    "comparer/index.html",
    "comparer/convention_avenant-1.html",
    "comparer/convention_avenant-1-tableau.html",
    "avenants/index.html",
    "avenants/avenant-1.html",
    "glossaire.html",
    "gouvernance.html",
    "membres.html",
    "coalitions.html",
    "obligations.html",
    "calendrier.html",
    "couverture.html",
    "regles.html",
    "simuler.html",
    "controles/index.html",
    "controles/txt.html",
    "donnees.html",
    "accessibilite.html",
    "mentions.html",
    "guide/2-ajouter-un-avenant.html",
)
ESSAI_PAGES = ("articles/1.html", "articles/2.html", "articles/4.html", "articles/5.html", "avenants/avenant-1.html")


def addresses(site: Path, essai_site: Path) -> Iterator[str]:
    """Every kind of page of the two sites."""
    yield from (f"{site.as_uri()}/{path}" for path in PAGES)
    yield from (f"{essai_site.as_uri()}/{path}" for path in ESSAI_PAGES)
