"""**Quoi.** Une opération change la convention, et aucune phrase de l’article ne l’ordonne, alors que toutes sont comprises.

**Pourquoi.** Rien n’entre dans la convention consolidée que les parties n’aient signé. Une opération sans phrase vient d’une copie,
d’une autre version de l’avenant, ou d’une conséquence que quelqu’un a tirée lui-même : une telle conséquence demande un acte.
Là où elle est voulue, une `note-d-édition` dit pourquoi, et reste visible de tous.

**Exemple.** À éviter : `abroger: "9"` dans un article dont la seule phrase dit « L’article 8 est abrogé. » Préférer : retirer
l’opération.
"""

from __future__ import annotations

from clausier.diagnostics import Code, Message

CODE = Code(
    "TXT207",
    "error",
    Message(
        fr="l’opération fait {done}, aucune phrase de l’article ne l’ordonne",
        en="the operation does {done}, no sentence of the article orders it",
    ),
    __doc__,
    help=Message(
        fr="retirer l’opération, ou dire sur quoi elle repose dans `note-d-édition`",
        en="remove the operation, or say in `note-d-édition` what it rests on",
    ),
)
