"""The codes of what the comparison finds, and orders and operations on one line, as its findings show them."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.diagnostics import Code, Filled, Message
from clausier.french import Written
from clausier.model import operation as op
from clausier.model.provision import Fragment
from clausier.text.words import shortened

CONTRADICTED = Code(
    "TXT205",
    "error",
    Message(
        fr="la phrase ordonne {ordered}, l’opération fait {done}",
        en="the sentence orders {ordered}, the operation does {done}",
    ),
    """**Quoi.** L’opération ne fait pas ce qu’ordonne la phrase de l’avenant : autre stipulation, autre verbe, autres mots, autre jour, ou
le texte nouveau d’une autre phrase.

**Pourquoi.** Seule la phrase a été signée ; l’opération la traduit pour les machines. Si les deux s’écartent, la convention
consolidée dit autre chose que ce que les parties ont voulu. La place est comparée par ce qu’elle désigne dans le texte que
l’opération rencontre, et l’opération par ce qu’elle en fait : un alinéa compté avec ou sans les éléments de liste est le même
alinéa (circulaire du 20 octobre 2000). Là où l’écart est voulu, parce que la phrase se trompe de numéro par exemple, une
`note-d-édition` dit pourquoi, et reste visible de tous.

**Exemple.** À éviter : `remplacer: "7.2"` sous « L’article 7.1 est ainsi rédigé : ». Préférer : `remplacer: "7.1"`.
""",
    help=Message(
        fr="corriger l’opération, ou dire pourquoi elle s’écarte de la phrase dans `note-d-édition`",
        en="correct the operation, or say in `note-d-édition` why it departs from the sentence",
    ),
)
UNFOLLOWED = Code(
    "TXT206",
    "error",
    Message(
        fr="la phrase ordonne {ordered}, aucune opération ne le fait",
        en="the sentence orders {ordered}, no operation does it",
    ),
    """**Quoi.** Une phrase de l’avenant ordonne un changement, et aucune opération ne le fait.

**Pourquoi.** Un changement que l’avenant ordonne et que la convention consolidée ne montre pas est un changement perdu : nul ne le
voit, puisque rien ne manque à l’œil. Chaque ordre d’une phrase a donc son opération dans l’en-tête de l’article. Là où l’article,
à dessein, n’en fait pas une (l’ordre est déjà accompli, ou ne peut l’être), sa `note-d-édition` dit pourquoi. Il en va de même hors des articles : un titre sans dièse (`**Article 2**`) ne fait pas un
article, et ce que ses phrases ordonnent serait perdu.

**Exemple.** À éviter : « L’article 6 est renommé « Pilote » et complété comme suit : », avec pour seule opération
`compléter: "6"`. Préférer : ajouter `renommer: "6"` et son `intitulé`.
""",
    help=Message(
        fr="ajouter l’opération, ou dire pourquoi il n’y en a pas dans la `note-d-édition` de l’article",
        en="add the operation, or say in the article’s `note-d-édition` why there is none",
    ),
)
OUTSIDE = Message(
    fr="ces mots ne sont dans aucun article\u00a0: s’ils en forment un, mettre un dièse (#) devant son titre\u00a0; sinon, dire en tête du fichier, entre deux lignes ---, ce que fait la phrase, ou «\u00a0sans-effet:\u00a0» et une «\u00a0note-d-édition:\u00a0» qui dit pourquoi",
    en="these words are in no article: if they make one, put a # before its heading; if not, say at the top of the file, between two --- lines, what the sentence does, or “sans-effet:” and a “note-d-édition:” that says why",
)
UNORDERED = Code(
    "TXT207",
    "error",
    Message(
        fr="l’opération fait {done}, aucune phrase de l’article ne l’ordonne",
        en="the operation does {done}, no sentence of the article orders it",
    ),
    """**Quoi.** Une opération change la convention, et aucune phrase de l’article ne l’ordonne, alors que toutes sont comprises.

**Pourquoi.** Rien n’entre dans la convention consolidée que les parties n’aient signé. Une opération sans phrase vient d’une copie,
d’une autre version de l’avenant, ou d’une conséquence que quelqu’un a tirée lui-même : une telle conséquence demande un acte.
Là où elle est voulue, une `note-d-édition` dit pourquoi, et reste visible de tous.

**Exemple.** À éviter : `abroger: "9"` dans un article dont la seule phrase dit « L’article 8 est abrogé. » Préférer : retirer
l’opération.
""",
    help=Message(
        fr="retirer l’opération, ou dire sur quoi elle repose dans `note-d-édition`",
        en="remove the operation, or say in `note-d-édition` what it rests on",
    ),
)
UNREAD = Code(
    "TXT208",
    "remark",
    Message(
        fr="phrase non comprise, à comparer soi-même avec les opérations : « {sentence} »",
        en="sentence not understood, to be compared with the operations by eye: “{sentence}”",
    ),
    """**Quoi.** Une phrase de l’avenant change peut-être la convention, et n’a pas été comprise : elle n’est pas comparée aux opérations.

**Pourquoi.** Chaque phrase qui ordonne un changement est comparée à l’opération écrite à côté d’elle. Le français ne se laisse pas
toujours lire par une machine ; une phrase dont le sens n’est pas certain n’est jamais devinée. Cette remarque n’empêche rien :
elle dit où l’œil de deux personnes reste le seul contrôle.

**Exemple.** À éviter : « L’article 4 est mis à jour pour tenir compte de la loi. » Préférer : « L’article 4 est ainsi rédigé : »,
suivi du texte nouveau.
""",
)
MISCOUNTED = Code(
    "TXT216",
    "warning",
    Message(
        fr="la phrase annonce {wanted}, le texte nouveau a {there}",
        en="the sentence announces {wanted}, the new text has {there}",
    ),
    """**Quoi.** La phrase dit ce qu’elle apporte (« est remplacé par deux alinéas », « est complété par un 5° et un 6° »), et le texte cité
a autre chose.

**Pourquoi.** C’est le plus souvent une ligne perdue, ou coupée en deux, quand l’acte a été saisi ou lu d’un PDF. Un alinéa peut se compter avec la liste
qu’il introduit : plus de lignes qu’annoncé ne se dit que d’un texte sans liste.

**Exemple.** À éviter : « L’article 5 est complété par deux alinéas ainsi rédigés : » et un seul alinéa cité. Préférer : citer les deux. Si
c’est l’acte signé qui se trompe, accepter l’avertissement avec son motif.
""",
    help=Message(
        fr="comparer le texte cité avec l’acte signé\u00a0; si c’est l’acte qui se trompe, accepter l’avertissement",
        en="compare the quoted text with the signed act; if the act is wrong, accept the warning",
    ),
)
CODES: tuple[Code, ...] = (CONTRADICTED, UNFOLLOWED, UNORDERED, UNREAD, MISCOUNTED)


_PLAIN = Message(fr="« {operation} »", en="“{operation}”")
_WITH_TEXT = Message(fr="« {operation} » (citation {rank})", en="“{operation}” (quotation {rank})")
_MOST = 160
_SENTENCE = 90


def short(words: str) -> str:
    """A sentence, or how it begins where it is long."""
    return shortened(words, _SENTENCE)


def shown_way(way: Written, rank: int | None) -> Filled:
    """What a sentence orders."""
    return _shown(way.verb, way.targets, way.details, rank)


def shown_operation(operation: op.TextOperation) -> Filled:
    """What an operation does."""
    common = operation.common
    targets = tuple(target.words for target in operation.targets)
    return _shown(common.verb, targets, tuple(_details(operation)), common.quotation)


def _shown(verb: str, targets: tuple[str, ...], details: tuple[tuple[str, str], ...], rank: int | None) -> Filled:
    head = f"{verb}: {', '.join(targets)}" if targets else verb
    line = " · ".join([head, *(f"{key}: {words}" for key, words in details)])
    line = shortened(line, _MOST)
    return _PLAIN.fill(operation=line) if rank is None else _WITH_TEXT.fill(operation=line, rank=rank + 1)


def _details(operation: op.TextOperation) -> Iterator[tuple[str, str]]:
    match operation:
        case op.Substitute(words=words, new=new):
            yield "mots", words
            if new:
                yield "par", new
        case op.AddWords(anchor=anchor, new=new, before=before):
            yield "mots", new
            yield "avant" if before else "après", anchor
        case op.Retitle(heading=heading):
            yield "intitulé", heading
        case op.Renumber(numbers=numbers):
            yield "en", ", ".join(numbers)
        case op.Move(anchor=beside, before=before):
            yield "avant" if before else "après", beside.words
        case op.Split(number=number) | op.Join(number=number):
            yield "en", number
        case op.InsertBeside(payload=Fragment(children=(made,))):
            if made.number:
                yield "en", made.number
            if made.heading:
                yield "intitulé", made.heading.chars
        case op.SetRow(rows=rows) | op.AddRow(rows=rows):
            yield "cellules", " | ".join(cell.chars for row in rows for cell in row)
        case _:
            return
