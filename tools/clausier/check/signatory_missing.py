"""**Quoi.** Presque tous les membres signent l’avenant, d’après sa fiche, mais pas celui-ci.

**Pourquoi.** Un avenant lie ceux qui l’ont signé. Un membre que la fiche oublie, ou qui n’a pas signé, doit se voir avant la publication. Le
contrôle ne regarde que les actes que signent les deux tiers des membres au moins, et deux au moins : un avenant signé par le seul
coordonnateur, au nom de tous, n’est pas un oubli. Il ne dit rien de qui part ou fusionne par cet acte, ni de qui y adhère.

**Exemple.** À éviter : trois membres, et deux lignes dans `signataires`. Préférer : une ligne pour chacun ; s’il n’a pas signé,
accepter l’avertissement avec son motif.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausier.consolidate import Timeline
from clausier.consolidate.members import newcomer
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.model.act import Act
from clausier.model.operation import Admit, MergeParties, Withdraw

CODE = Code(
    "TXT219",
    "warning",
    Message(
        fr="« {party} » est membre, et n’est pas parmi les signataires", en="“{party}” is a member, and no signatory"
    ),
    __doc__,
    help=Message(
        fr="l’ajouter aux « signataires » de la fiche ; s’il n’a pas signé, accepter l’avertissement avec son motif",
        en="add it to the “signataires” of the file; if it has not signed, accept the warning with its reason",
    ),
)
_MOST = 2 / 3  # of the members: of an act that fewer sign, nothing is told
_FEWEST = 2


def find(timeline: Timeline, drafts: tuple[Act, ...]) -> Iterator[Diagnostic]:
    """A finding for each member that an amendment leaves out of its signatories."""
    for act in (*timeline.acts[1:], *drafts):
        signing = {signatory.party for signatory in act.signatories}
        staying = _members(timeline, act) - _coming_or_going(act)
        signed = len(signing & staying)
        if signed >= _FEWEST and signed >= _MOST * len(staying):
            for party in sorted(staying - signing):
                yield report(CODE, act.signatories[0].span, party=timeline.party_names.get(party, party))


def _members(timeline: Timeline, act: Act) -> set[str]:
    """Who is a member all the time at which the act may have been signed."""
    if act.signed is None:
        return {party.id for party in timeline.members[-1].parties}
    lists = [
        {party.id for party in one.parties}
        for one in timeline.members
        if one.first <= act.signed.last and (one.last or datetime.date.max) >= act.signed.first
    ]
    return set.intersection(*lists) if lists else set()


def _coming_or_going(act: Act) -> set[str]:
    gone = {o.party for o in act.operations if isinstance(o, Withdraw)}
    merged = {party for o in act.operations if isinstance(o, MergeParties) for party in o.parties}
    return gone | merged | {newcomer(o) for o in act.operations if isinstance(o, (Admit, MergeParties))}
