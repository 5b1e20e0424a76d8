"""That new text, or a verb, does not fit the place that its operation names."""

from __future__ import annotations

from typing import Literal

from clausier.diagnostics import Message

SUB_ITEMS = Message(
    fr="cet alinéa a des sous-éléments, qui resteraient sans lui",
    en="this alinéa has sub-items, which would stay without it",
)
OUT_OF_FORCE = Message(fr="c’est déjà abrogé, ou arrivé à son terme", en="it is repealed already, or has expired")
SOONER = Message(
    fr="pour avancer son terme, «\u00a0proroger\u00a0», avec le nouveau dernier jour («\u00a0jusqu-au\u00a0»)",
    en="to bring its end forward, “proroger”, with the new last day (“jusqu-au”)",
)
WITHIN_REPEALED = Message(
    fr="ce dont il fait partie est abrogé, et se rétablit d’abord",
    en="what it is part of is repealed, and is re-enacted first",
)
Kind = Literal["shape", "verb", "number", "empty"]


class Misfit(Exception):  # noqa: N818 - no fault of the program: caught in `apply`, where it becomes a finding
    """Raised inside `amend` only. `why` says it in both languages, `hint` what to write; `kind` chooses the finding."""

    def __init__(self, why: Message, kind: Kind = "shape", hint: Message | None = None) -> None:
        super().__init__(why.en)
        self.why, self.kind, self.hint = why, kind, hint
