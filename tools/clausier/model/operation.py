"""Operations: one change that an article of an amendment makes. A closed union; the verb is the type."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.model.dates import Date
from clausier.model.provision import Fragment
from clausier.model.target import Target
from clausier.text import Text

Reading = Literal["before", "result"]


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


class Replace(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`remplacer`: the whole target is reworded by the payload."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment


class Append(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`compléter` (at the end) and `compléter-au-début` (at the start) of the target."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment
    at_start: bool = False


class InsertBeside(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`insérer-après` and `insérer-avant` the target."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment
    before: bool = False


class Substitute(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`remplacer-mots`, and `supprimer-mots` (where `new` is empty): words in place of words."""

    common: Common
    targets: tuple[Target, ...]
    words: str
    new: str
    count: int | None = 1  # None: `toutes`


class AddWords(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`insérer-mots`: words after (or before) words of the target."""

    common: Common
    targets: tuple[Target, ...]
    anchor: str
    new: str
    before: bool = False
    count: int | None = 1


class Repeal(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`abroger` a numbered unit: a tombstone stays, the numbers after it stand."""

    common: Common
    targets: tuple[Target, ...]


class Delete(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`supprimer` an alinéa, a sentence, an item, a row: nothing stays, what follows moves up."""

    common: Common
    targets: tuple[Target, ...]


class Retitle(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`renommer`: another heading."""

    common: Common
    targets: tuple[Target, ...]
    heading: str


class Restore(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`rétablir` a repealed unit: new words under the old number."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment


class Renumber(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`renuméroter` (devient, deviennent respectivement): each target takes the number of its rank in `numbers`, at once."""

    common: Common
    targets: tuple[Target, ...]
    numbers: tuple[str, ...]


class Move(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`déplacer` what is named to stand after, or before, `anchor`."""

    common: Common
    targets: tuple[Target, ...]
    anchor: Target
    before: bool = False


class Split(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`scinder`: a second part begins at the alinéa `at`, or at the `words`, under the number `number`."""

    common: Common
    targets: tuple[Target, ...]
    at: Target | None
    words: str
    number: str


class Join(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`réunir`: the targets become one, under the number `number` (the first's where it is "")."""

    common: Common
    targets: tuple[Target, ...]
    number: str


class SetRow(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`remplacer-ligne`: a row in other words. `header` is the one that a quoted table repeats, None for `cellules`."""

    common: Common
    targets: tuple[Target, ...]
    rows: tuple[tuple[Text, ...], ...]
    header: tuple[Text, ...] | None


class AddRow(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`ajouter-ligne` to a table, after the row named `after`, else at its end."""

    common: Common
    targets: tuple[Target, ...]
    rows: tuple[tuple[Text, ...], ...]
    header: tuple[Text, ...] | None
    after: str = ""


class DeleteRow(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`supprimer-ligne`: nothing stays."""

    common: Common
    targets: tuple[Target, ...]


class Suspend(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`suspendre`: the words stay, without force until its `until`."""

    common: Common
    targets: tuple[Target, ...]


class Expire(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`expirer`: the words stay, marked as no longer in force."""

    common: Common
    targets: tuple[Target, ...]


class Prolong(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`proroger`: the end of an earlier operation on the target moves to this one's `until`."""

    common: Common
    targets: tuple[Target, ...]


class Postpone(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`reporter`: another act enters into force on `to`."""

    common: Common
    postponed: str
    to: Date


class Annul(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`annuler`: another act, as if it had never been."""

    common: Common
    annulled: str


class Admit(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`adhésion`: a new member."""

    common: Common
    party: str
    name: str


class Withdraw(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`retrait`: a member leaves."""

    common: Common
    party: str


class MergeParties(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`fusion`: members that become one."""

    common: Common
    parties: tuple[str, ...]
    into: str
    name: str


class RenameParty(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`dénomination`: a member under another name."""

    common: Common
    party: str
    name: str


class Represent(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`représentation`: who represents a member from now on."""

    common: Common
    party: str
    represented_by: str
    quality: str


class NoEffect(Struct, frozen=True, kw_only=True, tag=True, array_like=True):
    """`sans-effet`: an article of an amendment that changes no word, and why."""

    common: Common
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
