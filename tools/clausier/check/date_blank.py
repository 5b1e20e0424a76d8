"""**Quoi.** La ligne qui dit où et quand l’acte a été fait laisse le jour en blanc : « Fait à Troyes, le 2022 », « le … »,
« le ____ ». Si aucune clause ne dit non plus quand l’acte entre en vigueur, le message le dit.

**Pourquoi.** Un texte entre en vigueur à la date qu’il fixe ou, à défaut, à celle que l’on tire de sa signature et de sa
publication (Guide de légistique, fiche 3.8.1, « Entrée en vigueur ») ; une convention signée par des collectivités n’est
exécutoire qu’une fois publiée et transmise (code général des collectivités territoriales, art. L. 2131-1, L. 3131-1 et
L. 4141-1). Sans jour, ni clause qui en fixe un, nul ne peut dire quel texte s’appliquait à une date donnée.

**Exemple.** À éviter : « Fait en trois exemplaires à Troyes, le 2022 ». Préférer : « Fait en trois exemplaires à Troyes, le
4 juillet 2022 », ou un article : « Le présent avenant entre en vigueur le 1er septembre 2022. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import regex

CODE = Code(
    "TXT103",
    "warning",
    Message(fr="la date de l’acte est laissée en blanc{clause}", en="the date of the act is left blank{clause}"),
    __doc__,
    help=Message(
        fr="dans la fiche de l’acte, `signature` peut porter l’intervalle connu : `{{pas-avant:, pas-après:, motif:}}`",
        en="in the act's own file, `signature` may hold the interval that is known: `{{pas-avant:, pas-après:, motif:}}`",
    ),
)
_NO_CLAUSE = Message(
    fr=", et aucune clause ne dit quand il entre en vigueur", en=", and no clause says when it enters into force"
)
_A_CLAUSE = Message(fr="", en="")
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_BLANK = regex(
    rf"\ble\b(?P<blank>[\s._…‥·–—/xX-]*(?:{_MONTH})?[\s._…/xX-]*(?:(?:19|20)(?:\d\d|[._…xX]+))?[\s._…,]*)$",
    re.IGNORECASE,
)
# What a line of place and date holds, or begins with: few do.
_SIGNED = ("fait", "signé", "établi", "dressé", "conclu", "passé")
_AT = ("à", "À", "a", "A")
_PLACE = regex(r"\b(?:fait|signée?|établi|dressé|conclue?|passée?)\b|^[àÀA]\s+[A-ZÉÎ][\w' ’-]+,", re.IGNORECASE)
_FORCE = regex(
    r"entr(?:e|ent|era|eront|ée)\s+en\s+vigueur|pr(?:end|ennent|endra|endront)\s+(?:\w+\s+)?effet|prise\s+d['’]effet"
    r"|(?:appliqu\w+|applicables?|exécutoires?)\s+(?:à\s+(?:compter|partir)|dès|au\s+1er|le\s+\d)"
    r"|à\s+compter\s+d(?:e\s+(?:sa|la)|u\s+jour\s+de\s+(?:sa|la))\s+(?:signature|notification|publication|transmission)",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the blank of the place-and-date line; none in a draft, which nobody has signed."""
    if subject.act.draft:
        return
    ranks = {rank for word in _SIGNED for rank in subject.lines.ranks(word)}
    ranks |= {rank for rank, passage in enumerate(subject.passages) if passage.chars.startswith(_AT)}
    for passage in (subject.passages[rank] for rank in sorted(ranks)):
        if (
            passage.kind != "alinea"
            or passage.quotation
            or passage.own.kind == "annex"
            or not _PLACE.search(passage.chars)
        ):
            continue
        if blank := _BLANK.search(passage.chars):
            clause = any(_FORCE.search(p.chars) for p in subject.passages if not p.quotation)
            span = subject.span(passage, blank.start(), blank.end())
            yield report(CODE, span, clause=_A_CLAUSE if clause else _NO_CLAUSE)
