"""What acts have done to the words of a rule that stands: written them again, or changed their sentence around them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from clausier.diagnostics import Diagnostic, Label, Message, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules.life import Life, act_of
from clausier.rules.scene import Scene
from clausier.rules.written import RuleSource
from clausier.text.regex import regex
from clausier.text.typography import fold

_RESTATED_HERE = Message(fr="redits ici", en="restated here")
_CHANGED_HERE = Message(fr="changée ici", en="changed here")
_FIGURE = regex(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


def restated(source: RuleSource, life: Life, scene: Scene) -> Iterator[Diagnostic]:
    """A finding for each operation that has written the rule's words again since it was bound."""
    if not life.standing:
        return
    seen = set(life.standing[0].fixed_origins)
    for standing in life.standing[1:]:
        for origin in standing.fixed_origins:
            if origin in seen:
                continue
            seen.add(origin)
            operation = scene.timeline.operations.get(origin)
            act = operation.common.act if operation else origin
            labels = [Label(operation.common.span, _RESTATED_HERE)] if operation else []
            span = source.quote.span if source.quote else source.span
            yield report(codes.RESTATED, span, labels=labels, id=source.id, act=act)


def changed_around(source: RuleSource, life: Life, scene: Scene) -> Iterator[Diagnostic]:
    """A finding for each act that has changed the sentence of the rule's words, those that it quotes and figures aside.

    Where it has written the words themselves again, `restated` says so.
    """
    for before, now in itertools.pairwise(life.standing):
        if before.spot is None or now.spot is None or before.spot.unit.text is now.spot.unit.text:
            continue
        if set(now.fixed_origins) - set(before.fixed_origins):
            continue
        then, later = before.spot.around, now.spot.around
        if [_FIGURE.sub("0", fold(t.chars).chars) for t in then] == [
            _FIGURE.sub("0", fold(t.chars).chars) for t in later
        ]:
            continue
        known = {o for t in then for o in t.origins()}
        operations = [scene.timeline.operations.get(o) for t in later for o in t.origins() if o not in known]
        operation = next((o for o in operations if o is not None), None)
        act = operation.common.act if operation else act_of(now.version, before.version)
        labels = [Label(operation.common.span, _CHANGED_HERE)] if operation else []
        span = source.quote.span if source.quote else source.span
        yield report(codes.CHANGED_AROUND, span, labels=labels, id=source.id, act=act)
