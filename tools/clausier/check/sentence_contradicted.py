"""**Quoi.** L’opération ne fait pas ce qu’ordonne la phrase de l’avenant : autre stipulation, autre verbe, autres mots, autre jour, ou
le texte nouveau d’une autre phrase.

**Pourquoi.** Seule la phrase a été signée ; l’opération la traduit pour les machines. Si les deux s’écartent, la convention
consolidée dit autre chose que ce que les parties ont voulu. La place est comparée par ce qu’elle désigne dans le texte que
l’opération rencontre, et l’opération par ce qu’elle en fait : un alinéa compté avec ou sans les éléments de liste est le même
alinéa (circulaire du 20 octobre 2000). Là où l’écart est voulu, parce que la phrase se trompe de numéro par exemple, une
`note-d-édition` dit pourquoi, et reste visible de tous.

**Exemple.** À éviter : `remplacer: "7.2"` sous « L’article 7.1 est ainsi rédigé : ». Préférer : `remplacer: "7.1"`.
"""

from __future__ import annotations

from clausier.diagnostics import Code, Message

CODE = Code(
    "TXT205",
    "error",
    Message(
        fr="la phrase ordonne {ordered}, l’opération fait {done}",
        en="the sentence orders {ordered}, the operation does {done}",
    ),
    __doc__,
    help=Message(
        fr="corriger l’opération, ou dire pourquoi elle s’écarte de la phrase dans `note-d-édition`",
        en="correct the operation, or say in `note-d-édition` why it departs from the sentence",
    ),
)
