"""REF: targets and references that name nothing, or nothing certain."""

from clausier.diagnostics.diagnostic import Code, Message

UNREADABLE_TARGET = Code(
    "REF101",
    "error",
    Message(
        fr="cible illisible\u00a0: «\u00a0{words}\u00a0» (à partir de «\u00a0{step}\u00a0»)",
        en="unreadable target: “{words}” (from “{step}”)",
    ),
    """\
**Quoi.** Une cible n’est pas écrite comme un rédacteur la nomme.

**Pourquoi.** Ce qui ne se lit pas ne se devine pas\u00a0: l’opération pourrait frapper ailleurs.

**Exemple.** `8.1` · `8.1, al. 9` · `8.1, al. 9, phr. 2` · `7.1, 3°` · `7.1, tiret 2` · `8.1, titre` · `8.3, tableau 1, ligne "Région"` · `préambule` · `annexe 2` · `3 à 5` · `3 et 5` · `8.1, al. 3, 6 et 9` · `*`.""",
    Message(
        fr="par exemple\u00a0: 8.1 · 8.1, al. 9 · 7.1, 3° · 8.1, titre · annexe 2 · 3 à 5",
        en="for example: 8.1 · 8.1, al. 9 · 7.1, 3° · 8.1, titre · annexe 2 · 3 à 5",
    ),
)
UNKNOWN_TARGET = Code(
    "REF102",
    "error",
    Message(fr="«\u00a0{words}\u00a0» ne désigne rien dans {where}", en="“{words}” names nothing in {where}"),
    """\
**Quoi.** La stipulation désignée n’existe pas dans le texte que l’opération modifie.

**Pourquoi.** Une modification sans objet est une erreur de plume de l’acte ou de la saisie\u00a0; dans les deux cas quelqu’un doit trancher.

**Exemple.** `remplacer: "8.12"` quand l’article 8 s’arrête à 8.5. L’aide cite la stipulation la plus proche.""",
)
UNKNOWN_BECAUSE_OF_LACUNA = Code(
    "REF103",
    "error",
    Message(
        fr="on ne sait pas si «\u00a0{words}\u00a0» existe\u00a0: le texte de {where} n’est pas disponible",
        en="nobody knows whether “{words}” exists: the words of {where} are not available",
    ),
    """\
**Quoi.** La stipulation désignée se trouverait dans un texte que l’on n’a pas.

**Pourquoi.** Ce que contient une lacune est inconnu, et non absent\u00a0: modifier des mots inconnus est impossible.

**Exemple.** `remplacer-mots: "8.3"` quand l’article 8 est une lacune. Il faut retrouver le texte, ou remplacer l’article entier.""",
)
AMBIGUOUS_TARGET = Code(
    "REF104",
    "error",
    Message(fr="«\u00a0{words}\u00a0» peut désigner\u00a0: {candidates}", en="“{words}” may name: {candidates}"),
    """\
**Quoi.** La cible désigne plusieurs stipulations.

**Pourquoi.** Choisir serait deviner.

**Exemple.** `al. 2, tiret 1` quand l’article a deux listes\u00a0; préciser l’alinéa qui introduit la bonne.""",
)
BOTH_COUNTS = Code(
    "REF105",
    "error",
    Message(
        fr="l’alinéa {n} ne contient pas «\u00a0{quote}\u00a0»\u00a0; ces mots sont à l’alinéa {found} (chaque ligne comptée) ou {older} (liste et introduction comptées ensemble)",
        en="alinéa {n} does not hold “{quote}”; these words are in alinéa {found} (each line counted) or {older} (a list counted with its introduction)",
    ),
    """\
**Quoi.** La cible cite les premiers mots d’un alinéa, mais l’alinéa de ce rang en a d’autres.

**Pourquoi.** Deux façons de compter les alinéas coexistent\u00a0: chaque ligne (circulaire du 20 octobre 2000), ou l’introduction et sa liste pour un seul.

**Exemple.** `8.1, al. 11 « Chaque titulaire\u00a0»` : l’aide donne le rang dans chacun des deux comptes.""",
)
