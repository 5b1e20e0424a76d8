"""**Quoi.** Une phrase est déclarée sans règle, et une règle en cite des mots.

**Pourquoi.** Le compte des phrases n’a de sens que si chacune est d’une seule sorte. L’une des deux mentions est de trop : ou la
phrase énonce bien une règle, ou la règle lui prête ce qu’elle ne dit pas. Un article entier déclaré sans règle n’est pas en cause :
la règle y fait exception.

**Exemple.** À éviter : « sans-règle » pour « Le vote a lieu à deux tours, selon le tableau suivant : », quand une règle en tire les
deux tours. Préférer : la règle seule.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Rules
from clausier.text.typography import folded

CODE = Code(
    "TXT134",
    "remark",
    Message(
        fr="phrase déclarée sans règle, que cite la règle «\u00a0{rule}\u00a0»",
        en="a sentence declared to state no rule, which the rule “{rule}” quotes",
    ),
    __doc__,
)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at each declaration about words of a sentence of the text in force that a rule quotes."""
    latest = timeline.latest.id
    here = {(c.place.act, c.place.provision): c for c in rules.covered(latest)}
    for silence in rules.silences:
        coverage = here.get((silence.place.act, silence.place.provision))
        if latest not in silence.versions or not silence.quote or coverage is None:
            continue
        words = folded(silence.quote).strip()
        for sentence in coverage.sentences:
            ruled = sentence.alinea == silence.place.alinea and sentence.rules
            if ruled and words in folded(coverage.words(sentence)):
                yield report(CODE, silence.source.span, rule=sentence.rules[0])
