"""**Quoi.** Une phrase de l’avenant change peut-être la convention, et n’a pas été comprise : elle n’est pas comparée aux opérations.

**Pourquoi.** Chaque phrase qui ordonne un changement est comparée à l’opération écrite à côté d’elle. Le français ne se laisse pas
toujours lire par une machine ; une phrase dont le sens n’est pas certain n’est jamais devinée. Cette remarque n’empêche rien :
elle dit où l’œil de deux personnes reste le seul contrôle.

**Exemple.** À éviter : « L’article 4 est mis à jour pour tenir compte de la loi. » Préférer : « L’article 4 est ainsi rédigé : »,
suivi du texte nouveau.
"""

from __future__ import annotations

from clausier.diagnostics import Code, Message

CODE = Code(
    "TXT208",
    "remark",
    Message(
        fr="phrase non comprise, à comparer soi-même avec les opérations : « {sentence} »",
        en="sentence not understood, to be compared with the operations by eye: “{sentence}”",
    ),
    __doc__,
)
