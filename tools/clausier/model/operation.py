"""Operations: one change that an article of an amendment makes. A closed union; the verb is the type."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.diagnostics import Message, Span
from clausier.model.dates import Date
from clausier.model.provision import Fragment
from clausier.model.target import Target
from clausier.text import Text

Reading = Literal["before", "result"]
TERM = "convention/term#1"
"""What ends the convention on the day after the last that its own file states."""
_THE_TERM = Message(fr="la fin de la convention", en="the end of the convention")


def called(id_: str) -> str | Message:
    """The operation of that id, in a sentence: as itself, but for the end that the convention's file states."""
    return _THE_TERM if id_ == TERM else id_


class Common(Struct, frozen=True, kw_only=True, array_like=True):
    """What every operation carries.

    `verb` is the French verb as written. `id` is `ACT/ARTICLE#N` (`avenant-1/3#2`): the name that runs and outputs use. `sentence` is the amending sentence as the
    act words it, `quotation` the rank in its article (from 0) of the new text that it takes. `in_force` is its own date where it has one, `source` what that date rests on. `reading` fixes whether
    its target names the text before the act or as the act has changed it. `expect` is a prefix of the SHA-256 of
    the target's text before it. `editorial_note` says why what is found departs from the sentence. `spans` places each
    key of the operation in its source. `amended_by` names the operations of later acts that changed its new text before it
    took effect.
    """

    id: str
    verb: str
    act: str
    article: str
    span: Span
    sentence: str = ""
    says: str = ""
    quotation: int | None = None
    in_force: Date | None = None
    until: Date | None = None
    source: str = ""
    reading: Reading | None = None
    expect: str = ""
    after_act: str = ""
    editorial_note: str = ""
    note: str = ""
    spans: tuple[tuple[str, Span], ...] = ()
    amended_by: tuple[str, ...] = ()

    def place(self, key: str) -> Span:
        """Where the value of `key` stands in the source; the operation's own place where it has no such key."""
        return dict(self.spans).get(key, self.span)


class _Operation(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    common: Common


class _OnTargets(_Operation, frozen=True, kw_only=True):
    targets: tuple[Target, ...]


class Replace(_OnTargets, frozen=True, kw_only=True):
    """`remplacer`: the whole target is reworded by the payload."""

    payload: Fragment


class Append(_OnTargets, frozen=True, kw_only=True):
    """`compléter` (at the end) and `compléter-au-début` (at the start) of the target."""

    payload: Fragment
    at_start: bool = False


class InsertBeside(_OnTargets, frozen=True, kw_only=True):
    """`insérer-après` and `insérer-avant` the target."""

    payload: Fragment
    before: bool = False


class Substitute(_OnTargets, frozen=True, kw_only=True):
    """`remplacer-mots`, and `supprimer-mots` (where `new` is empty): words in place of words."""

    words: str
    new: str
    count: int | None = 1  # None: `toutes`


class AddWords(_OnTargets, frozen=True, kw_only=True):
    """`insérer-mots`: words after (or before) words of the target."""

    anchor: str
    new: str
    before: bool = False
    count: int | None = 1


class Repeal(_OnTargets, frozen=True, kw_only=True):
    """`abroger` a numbered unit: a tombstone stays, the numbers after it stand."""


class Delete(_OnTargets, frozen=True, kw_only=True):
    """`supprimer` an alinéa, a sentence, an item, a row: nothing stays, what follows moves up."""


class Retitle(_OnTargets, frozen=True, kw_only=True):
    """`renommer`: another heading."""

    heading: str


class Restore(_OnTargets, frozen=True, kw_only=True):
    """`rétablir` a repealed unit: new words under the old number."""

    payload: Fragment


class Renumber(_OnTargets, frozen=True, kw_only=True):
    """`renuméroter` (devient, deviennent respectivement): each target takes the number of its rank in `numbers`, at once."""

    numbers: tuple[str, ...]


class Move(_OnTargets, frozen=True, kw_only=True):
    """`déplacer` what is named to stand after, or before, `anchor`."""

    anchor: Target
    before: bool = False


class Split(_OnTargets, frozen=True, kw_only=True):
    """`scinder`: a second part begins at the alinéa `at`, or at the `words`, under the number `number`."""

    at: Target | None
    words: str
    number: str


class Join(_OnTargets, frozen=True, kw_only=True):
    """`réunir`: the targets become one, under the number `number` (the first's where it is "")."""

    number: str


class SetRow(_OnTargets, frozen=True, kw_only=True):
    """`remplacer-ligne`: a row in other words. `header` is the one that a quoted table repeats, None for `cellules`."""

    rows: tuple[tuple[Text, ...], ...]
    header: tuple[Text, ...] | None


class AddRow(_OnTargets, frozen=True, kw_only=True):
    """`ajouter-ligne` to a table, after the row named `after`, else at its end."""

    rows: tuple[tuple[Text, ...], ...]
    header: tuple[Text, ...] | None
    after: str = ""


class DeleteRow(_OnTargets, frozen=True, kw_only=True):
    """`supprimer-ligne`: nothing stays."""


class Suspend(_OnTargets, frozen=True, kw_only=True):
    """`suspendre`: the words stay, without force until its `until`."""


class Expire(_OnTargets, frozen=True, kw_only=True):
    """`expirer`: the words stay, marked as no longer in force."""


class Prolong(_OnTargets, frozen=True, kw_only=True):
    """`proroger`: the end of an earlier operation on the target moves to this one's `until`."""


class Postpone(_Operation, frozen=True, kw_only=True):
    """`reporter`: another act enters into force on `to`."""

    postponed: str
    to: Date


class Annul(_Operation, frozen=True, kw_only=True):
    """`annuler`: another act, as if it had never been."""

    annulled: str


class Admit(_Operation, frozen=True, kw_only=True):
    """`adhésion`: a new member."""

    party: str
    name: str


class Withdraw(_Operation, frozen=True, kw_only=True):
    """`retrait`: a member leaves."""

    party: str


class MergeParties(_Operation, frozen=True, kw_only=True):
    """`fusion`: members that become one."""

    parties: tuple[str, ...]
    into: str
    name: str


class RenameParty(_Operation, frozen=True, kw_only=True):
    """`dénomination`: a member under another name."""

    party: str
    name: str


class Represent(_Operation, frozen=True, kw_only=True):
    """`représentation`: who represents a member from now on."""

    party: str
    represented_by: str
    quality: str


class NoEffect(_Operation, frozen=True, kw_only=True):
    """`sans-effet`: an article of an amendment that changes no word, and why."""

    reason: str


TextOperation = (
    Replace
    | Append
    | InsertBeside
    | Substitute
    | AddWords
    | Repeal
    | Delete
    | Restore
    | Retitle
    | Renumber
    | Move
    | Split
    | Join
    | SetRow
    | AddRow
    | DeleteRow
    | Suspend
    | Expire
)
MemberOperation = Admit | Withdraw | MergeParties | RenameParty | Represent
ForceOperation = Prolong | Postpone | Annul
Operation = TextOperation | MemberOperation | ForceOperation | NoEffect
