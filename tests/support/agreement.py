"""An agreement in plain text, and what amendments make of it with `clausier apply`."""

from __future__ import annotations

from typing import Any

from clausier.author.apply.apply import apply

BASE: list[dict[str, Any]] = [
    {"num": None, "title": "Préambule", "text": "Le repas du midi est offert."},
    {"num": "1er", "title": "Objet", "text": "L'accord organise les repas."},
    {
        "num": "2",
        "title": "Frais",
        "text": "Sont remboursés :\na) Le train, en seconde classe ;\nb) Le taxi, sur accord ;\nc) L'hôtel.",
    },
    {
        "num": "3",
        "title": "Service",
        "text": "3.1. Horaires\nLe service ouvre à midi.\nIl ferme à deux heures.\n3.2. Menus\nLe menu change chaque jour.",
    },
    {"num": "4", "title": "Liste", "text": "Le dossier comprend :\n– une lettre ;\n– une photographie.\nIl est signé."},
    {"num": "5 (1)", "title": "Prix", "text": "Le prix est de 5 €.\nIl est affiché.\n(1) Article étendu.\n(Arrêté du 3 mai 2016 - art. 1)"},
    {"num": "6", "title": "Tarifs", "text": "Les tarifs sont :\nPlat | 5 € |\nDessert | 2 € |\nIls sont affichés."},
]  # fmt: skip


def done(
    *lines: str,
    heading: str = "",
    after: tuple[tuple[str, str, str], ...] = (),
    by: str = "Avenant",
    of: str = "Accord du 3 mars 2015 relatif aux repas",
    base: list[dict[str, Any]] = BASE,
) -> tuple[dict[str, str], list[str]]:
    """The texts that change, by number (or title), and the sentences asked about.

    `lines` are the amendment's article 1, under `heading`; `after`, its other articles (number, heading, text); `by`, its title; `of`, that of the text.
    """
    texts, asked = left(*lines, heading=heading, after=after, by=by, of=of, base=base)
    before = {a["num"] or a["title"]: a["text"] for a in base}
    return {k: t for k, t in texts.items() if before.get(k) != t}, asked


def left(
    *lines: str,
    heading: str = "",
    after: tuple[tuple[str, str, str], ...] = (),
    by: str = "Avenant",
    of: str = "Convention",
    base: list[dict[str, Any]] = BASE,
) -> tuple[dict[str, str], list[str]]:
    """As `done`, with every text that there is afterwards."""
    articles = [{"num": "1", "title": heading, "text": "\n".join(lines)}]
    articles += [{"num": num, "title": title, "text": text} for num, title, text in after]
    document: dict[str, Any] = {
        "case": "x",
        "title": of,
        "base": {"articles": base},
        "avenants": [{"id": "a", "title": by, "signed": None, "articles": articles}],
    }
    found = apply(document)
    texts = {a["num"] or a["title"]: a["text"] for a in found["articles"]}
    return texts, [q["sentence"] for q in found["queries"]]
