"""**Quoi.** Des phrases d’un article en vigueur dont on n’a dit ni quelle règle elles énoncent, ni qu’elles n’en énoncent aucune.

**Pourquoi.** Une réponse tirée des règles ne vaut que pour ce que les règles ont repris du texte. Le compte de ce qui reste se
lit article par article, comme celui des lignes qu’un essai de programme n’a pas parcourues. Il ne commence qu’avec la première
phrase déclarée sans règle (`sans-règle`) : qui ne tient que quelques règles n’a pas de compte à rendre.

**Exemple.** À éviter : une seule règle pour un article de trois phrases, sans un mot des deux autres. Préférer : une règle par
phrase qui oblige, permet ou décide, et `sans-règle:` avec un motif pour chaque autre, par quelques mots ou par l’article entier.
`clausier suggest` propose une règle là où la tournure est connue.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.over_rules import provision_of
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, Span, report
from clausier.model.provision import Alinea, Provision, Table
from clausier.rules.bound import Rules
from clausier.source.outline import name

CODE = Code(
    "TXT131",
    "remark",
    Message(
        fr="{where}\u00a0: phrases dont on n’a pas dit quelle règle elles énoncent\u00a0: {left} sur {of}",
        en="{where}: sentences of which nobody has said what rule they state: {left} of {of}",
    ),
    __doc__,
    help=Message(fr="la première\u00a0: «\u00a0{first}\u00a0»", en="the first: “{first}”"),
)
_LONGEST = 80


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each provision of the text in force with sentences left, at the first of them."""
    if not rules.silences:
        return
    for coverage in rules.covered(timeline.latest.id):
        provision = provision_of(coverage.place, timeline)
        left = [sentence for sentence in coverage.sentences if sentence.status == "left"]
        if not left or provision is None:
            continue
        span = _span(provision, left[0].alinea, left[0].table)
        if span is not None:
            text = coverage.words(left[0])
            first = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
            of = len(coverage.sentences)
            yield report(CODE, span, where=name(provision), left=len(left), of=of, first=first)


def _span(provision: Provision, alinea: int, table: int) -> Span | None:
    """Where the alinéa, or the table, of that rank stands."""
    alineas = [block for block in provision.blocks if isinstance(block, Alinea)]
    tables = [block for block in provision.blocks if isinstance(block, Table)]
    block = alineas[alinea - 1] if alinea else tables[table - 1]
    return block.span or provision.span
