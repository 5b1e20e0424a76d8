"""What the formats say, a case for each thing that they can say; shared by the tests of schemas."""

from __future__ import annotations

from clausier.diagnostics import Diagnostic
from clausier.source.schema import check_node
from clausier.source.yaml import Node, read_yaml

SOURCES = ("article", "article-avenant", "avenant", "convention", "regles")
LEAST = {
    "convention": "id: c\ntitre: Convention\nsignature: 2018-03-19\n",
    "avenant": "id: a\ntitre: Avenant n° 1\nsignature: 2022-06-21\n",
}
# One operation for each verb, with what it needs and what it may have.
OPERATIONS = """\
remplacer: "8"
---
compléter: 8.1, al. 9
citation: 2
dit: est complété
---
compléter-au-début: préambule
empreinte: 0123abcd
---
insérer-après: ["8.1", "8.2"]
lecture: avant
---
insérer-avant: annexe 2
lecture: résultat
note-d-édition: La phrase dit « 8 bis »
---
remplacer-mots: "*"
mots: 10
par: dix
occurrences: toutes
---
insérer-mots: 8.1, al. 9, phr. 2
mots: a
après: b
occurrences: 2
---
insérer-mots: "8"
mots: a
avant: b
---
supprimer-mots: 3 à 5
mots: a
---
abroger: avenant-1, 5 (2)
en-vigueur: 2021-01-01
source: loi n° 2019-816 du 2 août 2019, art. 1er
---
supprimer: 7.1, 3°
jusqu-au: {événement: extension, puis: premier-du-mois-suivant, au-plus-tôt: 2022-01}
---
rétablir: "8"
après-acte: avenant-2
---
renommer: "6"
intitulé: Coordonnateur
note: vu
---
renuméroter: ["3", "4"]
en: ["4", "5"]
---
déplacer: "3"
après: "8"
---
déplacer: "3"
avant: "8"
---
scinder: "8"
à: al. 3
en: "9"
---
réunir: ["8", "9"]
en: "8"
---
remplacer-ligne: 8.3, tableau 1, ligne "Région Grand Est"
cellules: [Région Grand Est, 5]
---
ajouter-ligne: 8.3, tableau 1
après: Aube
---
supprimer-ligne: 8.3, tableau 1, ligne 2
---
adhésion: doubs
nom: Département du Doubs
---
retrait: doubs
---
fusion: [haut-rhin, bas-rhin]
en: alsace
nom: Alsace
---
dénomination: doubs
nom: Doubs
---
représentation: doubs
représentée-par: son président
qualité: Président
---
suspendre: "8"
en-vigueur: {pas-avant: 2022, pas-après: 2023-02, motif: x}
---
proroger: "8"
jusqu-au: caractère-exécutoire
---
expirer: "8"
en-vigueur: {présumée: signature, motif: x}
---
reporter: avenant-1
au: dernière-signature
---
annuler: avenant-1
"""
GOOD = [
    *LEAST.items(),
    (
        "convention",
        LEAST["convention"] + "en-vigueur: {événement: dernière-signature}\ncomplète: non\nalinéas: phrases\nnote: x\n"
        "parties:\n  - {id: aube, nom: Aube, source: avenant-1, note: x}\n"
        "événements: {extension: 2024-03-02, fin: {pas-avant: 2024, pas-après: 2025, motif: x}}\n"
        "avertissements-admis:\n  - {code: TXT102, motif: vu, fichier: 05.md, citation: mots}\n"
        "remarques:\n  - {remarque: x, articles: 8.3}\n",
    ),
    (
        "avenant",
        (
            "id: a\ntitre: x\nétat: projet\ncomplète: oui\naprès-acte: b\nnote: x\n"
            "signataires:\n  - {partie: aube, représentée-par: M. X, qualité: Président, note: x}\n"
            "formalités:\n  aube:\n    délibération: {organe: o, numéro: 3, date: 2022-06}\n    signature: 2022\n"
            "    transmission: 2022-06-21\n    publication: 2022-06-22\n    note: x\n"
            "événements: {e: 2022}\nremarques: [{remarque: x, articles: [1, 8.3]}]\n"
            "avertissements-admis: [{code: TXT102, motif: vu}]\n"
        ),
    ),
    ("article", "non-disponible: perdu\nnote: x\n"),
    ("article-avenant", "sans-effet: primauté\nnote: x\n"),
    ("article-avenant", "non-disponible: perdu\n"),
    ("regles", 'remarques:\n  - {articles: ["8.3", "8.4"], remarque: x}\n'),
    *(
        ("article-avenant", "opérations:\n  - " + operation.strip().replace("\n", "\n    "))
        for operation in OPERATIONS.split("---\n")
    ),
]


def check(schema: str, text: str) -> tuple[Node, tuple[Diagnostic, ...]]:
    node, problems = read_yaml("f.yml", text)
    assert problems == ()
    assert node is not None
    return check_node(node, schema)


def found(schema: str, text: str) -> list[tuple[str, int, int]]:
    return [(d.code.id, d.span.line, d.span.column) for d in check(schema, text)[1]]
