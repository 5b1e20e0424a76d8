"""**Quoi.** Une phrase de l’avenant ordonne un changement, et aucune opération ne le fait.

**Pourquoi.** Un changement que l’avenant ordonne et que la convention consolidée ne montre pas est un changement perdu : nul ne le
voit, puisque rien ne manque à l’œil. Chaque ordre d’une phrase a donc son opération dans l’en-tête de l’article. Là où l’article,
à dessein, n’en fait pas une (l’ordre est déjà accompli, ou ne peut l’être), sa `note-d-édition` dit pourquoi. Il en va de même hors des articles : un titre sans dièse (`**Article 2**`) ne fait pas un
article, et ce que ses phrases ordonnent serait perdu.

**Exemple.** À éviter : « L’article 6 est renommé « Pilote » et complété comme suit : », avec pour seule opération
`compléter: "6"`. Préférer : ajouter `renommer: "6"` et son `intitulé`.
"""

from __future__ import annotations

from clausier.diagnostics import Code, Message

CODE = Code(
    "TXT206",
    "error",
    Message(
        fr="la phrase ordonne {ordered}, aucune opération ne le fait",
        en="the sentence orders {ordered}, no operation does it",
    ),
    __doc__,
    help=Message(
        fr="ajouter l’opération, ou dire pourquoi il n’y en a pas dans la `note-d-édition` de l’article",
        en="add the operation, or say in the article’s `note-d-édition` why there is none",
    ),
)
OUTSIDE = Message(
    fr="ces mots ne sont dans aucun article\u00a0: s’ils en forment un, mettre un dièse (#) devant son titre\u00a0; sinon, dire en tête du fichier, entre deux lignes ---, ce que fait la phrase, ou «\u00a0sans-effet:\u00a0» et une «\u00a0note-d-édition:\u00a0» qui dit pourquoi",
    en="these words are in no article: if they make one, put a # before its heading; if not, say at the top of the file, between two --- lines, what the sentence does, or “sans-effet:” and a “note-d-édition:” that says why",
)
