"""Words replaced everywhere that stand in another case too: « Comité », at the head of a sentence or of a definition."""

from __future__ import annotations

from clausier.amend.words import matches, place_of
from clausier.diagnostics import Diagnostic, codes_amd, report
from clausier.model.operation import Substitute, TextOperation
from clausier.model.provision import Provision
from clausier.refs import WholeProvision, describe


def other_case(operation: TextOperation, in_the_end: Provision) -> tuple[Diagnostic, ...]:
    """A warning where what the whole text says at each occurrence still stands so when the act has done."""
    if not isinstance(operation, Substitute) or operation.count is not None or all(t.steps for t in operation.targets):
        return ()
    words = operation.words
    first, rest = words[:1], words[1:]
    others = dict.fromkeys(one for one in (first.upper() + rest, first.lower() + rest, words.upper()) if one != words)
    found = {one: matches(one, WholeProvision(()), in_the_end) for one in others}
    return tuple(
        report(
            codes_amd.OTHER_CASE,
            operation.common.place("mots"),
            words=words,
            other=one,
            places=" · ".join(dict.fromkeys(describe(place_of(match.spot), in_the_end) for match in where)),
        )
        for one, where in found.items()
        if where
    )
