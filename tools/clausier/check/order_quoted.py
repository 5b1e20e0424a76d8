"""**Quoi.** Un texte nouveau commence par la phrase qui l’ordonne.

**Pourquoi.** Ce qui porte un chevron entre dans la convention. Si le chevron est devant toute la ligne, et non devant les seuls mots
que l’acte met entre guillemets, la phrase de l’avenant y entre avec eux.

**Exemple.** À éviter : `> L’article 4 est complété par la phrase suivante : « Chacun paie sa part. »`. Préférer : la phrase sans
chevron, une ligne vide, puis `> « Chacun paie sa part. »`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.consolidate.acts_on_acts import other_act
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.french import read_article
from clausier.text.regex import regex
from clausier.text.typography import ENCLOSING

CODE = Code(
    "TXT211",
    "warning",
    Message(
        fr="le texte nouveau commence par la phrase qui l’ordonne («\u00a0{said}…\u00a0»)",
        en="the new text begins with the sentence that orders it (“{said}…”)",
    ),
    __doc__,
    help=Message(
        fr="ôter le chevron > de cette phrase, et le mettre devant les seuls mots que l’acte cite, sur une ligne à eux, après une ligne vide",
        en="take the > from this sentence, and put it before the words alone that the act quotes, on a line of theirs, after an empty line",
    ),
)
# An order, its colon, and what the guillemets open there or on the next line.
_ORDERS = regex(r".+\b(?:est|sont|commence)\b[^:]*:\s*(?:[«“\"].*)?\Z", re.DOTALL, needs=("est", "sont", "commence"))
_MOST = 60


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first line of each new text that is an order to change the convention."""
    if any(other_act(operation) for operation in subject.act.operations):
        return  # the new text of an article of an amendment is a sentence that orders
    seen = 0
    for passage in subject.passages:
        if passage.quotation <= seen:
            continue
        seen = passage.quotation
        if (
            passage.kind == "alinea"
            and not passage.chars.startswith(tuple(ENCLOSING))
            and _ORDERS.match(passage.chars)
            and any(s.orders for s in read_article(passage.chars))
        ):
            yield report(CODE, subject.span(passage), said=passage.chars[:_MOST].rsplit(" ", 1)[0])
