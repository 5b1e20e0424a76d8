"""**Quoi.** Une instance se réunit, et rien, dans les articles d’où viennent ses règles, ne dit qui la convoque ni qui
la préside.

**Pourquoi.** Une réunion que personne ne convoque ne se tient pas, et la régularité d’une convocation se conteste :
qui l’envoie, et qui ouvre et lève la séance, font partie de ce qu’un texte sur une instance énonce (Guide de
légistique, fiche 3.3.1 : la rédaction doit être claire). Le contrôle cherche « convoque », « préside », « anime » et
les mots de leur famille.

**Exemple.** À éviter : « Le comité se réunit chaque semestre. » Préférer : « Le comité se réunit chaque semestre, sur
convocation de son président, qui est le maire. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.over_rules import by_body, namer, provision_of
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.rules.bound import Place, Rules
from clausier.rules.find import units
from clausier.rules.kinds import CastingVote, Frequency, Quorum
from clausier.text.regex import regex

CODE = Code(
    "TXT144",
    "remark",
    Message(
        fr="les articles d’où viennent les règles de « {body} » ne disent pas qui la convoque ni qui la préside",
        en="the articles from which the rules of “{body}” come do not say who calls or who chairs it",
    ),
    __doc__,
)
_CALLED = regex(r"\b(?:convo(?:qu|cation)|présid|anim(?:é|e|ent|ation|ateur)\b|animé)", re.IGNORECASE)


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding at the first rule about the meetings of each body that nobody calls or chairs."""
    name = namer(timeline)
    for body, listed in by_body(rules.of(timeline.latest.id)).items():
        meets = [rule for rule in listed if isinstance(rule.rule, Frequency | Quorum)]
        if not meets or any(isinstance(rule.rule, CastingVote) for rule in listed):
            continue
        places = {(rule.place.act, rule.place.provision): rule.place for rule in listed}
        if not any(_said(place, timeline) for place in places.values()):
            yield report(CODE, meets[0].source.span, body=name(body))


def _said(place: Place, timeline: Timeline) -> bool:
    provision = provision_of(place, timeline)
    return provision is not None and any(_CALLED.search(unit.text.chars) for unit in units(provision))
