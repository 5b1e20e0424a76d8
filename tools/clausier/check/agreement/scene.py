"""What an operation of an article meets, and what it makes of it."""

from __future__ import annotations

from msgspec import Struct, field

from clausier.amend import apply
from clausier.consolidate import run
from clausier.diagnostics import has_errors
from clausier.model import operation as op
from clausier.model.provision import Fragment, Provision, Quotation
from clausier.source.quotations import payload


class Scene(Struct, kw_only=True):
    """What an operation of an article meets: the text `before` its act, the operations of the act that come `first`.

    `quoted` are the new texts of the article. What is worked out is kept.
    """

    before: Provision
    first: tuple[op.TextOperation, ...]
    quoted: tuple[Quotation, ...]
    payloads: dict[int, Fragment | None] = field(default_factory=dict)
    made: dict[str, Provision | None] = field(default_factory=dict)
    after_first: Provision | None = None
    without_first: Scene | None = None

    @property
    def alone(self) -> Scene:
        """The same, as if no operation of the act came first."""
        if self.without_first is None:
            self.without_first = Scene(before=self.before, first=(), quoted=self.quoted) if self.first else self
        return self.without_first

    @property
    def now(self) -> Provision:
        """The text as the operations before this one have made it."""
        if self.after_first is None:
            self.after_first = run(self.first, self.before).document if self.first else self.before
        return self.after_first

    def payload(self, rank: int | None) -> Fragment | None:
        """The new text of a rank; None where there is none, or its guillemets are not certain."""
        if rank is None or rank >= len(self.quoted):
            return None
        if rank not in self.payloads:
            content, problems = payload(self.quoted[rank])
            self.payloads[rank] = None if problems else content
        return self.payloads[rank]


def effect(operation: op.TextOperation, scene: Scene) -> Provision | None:
    """The text after the operation; None where it does not fit."""
    key = repr(operation)
    if key not in scene.made:
        applied = apply(operation, before=scene.before, now=scene.now, numbers_settled_later=True)
        scene.made[key] = None if has_errors(applied.diagnostics) else applied.document
    return scene.made[key]
