"""One operation of the front matter → the typed operation that its verb names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from clausier.diagnostics import Diagnostic, codes_amd, report
from clausier.model import operation as op
from clausier.model.dates import Date
from clausier.model.provision import Fragment, Table
from clausier.model.target import LabelledPoint, Target, Through, Unit
from clausier.source.headings import said_number
from clausier.source.markdown import is_label
from clausier.source.targets import read_target, row_name
from clausier.source.vocabulary import VOCABULARY
from clausier.source.yaml import Mapping, Node, Scalar, Sequence
from clausier.text import Text
from clausier.text.regex import regex

_RANGE = regex(r"(?P<head>(?:[\w.]*\W)?)(?P<first>\d{1,3})(?P<tail>\D?) à (?P=head)(?P<last>\d{1,3})(?P=tail)\Z")
# Each takes the next quotation of its article; a row does where it has no `cellules`.
TAKE_TEXT = ("remplacer", "compléter", "compléter-au-début", "insérer-après", "insérer-avant", "rétablir")
ROWS = ("remplacer-ligne", "ajouter-ligne")
# Their value is a member, members, or an act: not a target.
OF_MEMBERS = ("adhésion", "retrait", "fusion", "dénomination", "représentation")
OF_ACTS = ("reporter", "annuler")
VERBS = frozenset(term.french for term in VOCABULARY if term.group == "verb")


class Written(Struct, kw_only=True):
    """One operation as written: its verb, its keys, what is common to all, its targets, the new text that it takes.

    `date` reads a date and keeps what is wrong with it; so does `diagnostics` with the rest.
    """

    verb: str
    node: Mapping
    common: op.Common
    targets: tuple[Target, ...]
    content: Fragment | None
    diagnostics: list[Diagnostic]
    date: Callable[[Node], Date | None]

    def text(self, key: str) -> str:
        """The text of a key, "" where there is none."""
        return self.node.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a key that holds one or several."""
        value = self.node.get(key)
        items = value.items if isinstance(value, Sequence) else (value,)
        return tuple(i.value for i in items if isinstance(i, Scalar))

    def target(self, key: str) -> Target | None:
        """The target that a key names."""
        value = self.node.get(key)
        if not isinstance(value, Scalar):
            return None
        found, problems = read_target(value.value, value.span)
        self.diagnostics.extend(problems)
        return found

    def numbers(self, written: tuple[str, ...]) -> tuple[str, ...] | None:
        """The numbers that `en` gives to the targets, without the word that names their kind; None where one is none."""
        found = tuple(_number(words, self.targets) for words in written)
        if wrong := [words for words, number in zip(written, found, strict=True) if not number]:
            self.diagnostics.append(report(codes_amd.NO_NUMBER, self.common.place("en"), words=wrong[0]))
            return None
        return tuple(number for number in found if number)

    def count(self) -> int | None:
        """How often the words must stand in the target; None for `toutes`."""
        value = self.text("occurrences")
        if value == "toutes":
            return None
        return int(value) if value.isdigit() else 1


def typed(written: Written) -> op.Operation | None:
    """The operation; None where a part of it could not be read, which has been reported."""
    if written.verb in OF_MEMBERS:
        return _of_members(written)
    if written.verb in TAKE_TEXT:
        return with_text(written.common, written.targets, written.content) if written.content is not None else None
    if written.verb in OF_ACTS:
        return _of_acts(written)
    return _on_words(written) or _on_structure(written) or _on_rows(written) or _on_force(written)


def with_text(common: op.Common, targets: tuple[Target, ...], payload: Fragment) -> op.TextOperation:
    """The operation of a verb that takes a new text."""
    match common.verb:
        case "remplacer":
            return op.Replace(common=common, targets=targets, payload=payload)
        case "rétablir":
            return op.Restore(common=common, targets=targets, payload=payload)
        case "compléter" | "compléter-au-début":
            return op.Append(common=common, targets=targets, payload=payload, at_start=common.verb != "compléter")
        case _:
            return op.InsertBeside(
                common=common, targets=targets, payload=payload, before=common.verb == "insérer-avant"
            )


def _on_words(w: Written) -> op.Operation | None:
    common, targets = w.common, w.targets
    match w.verb:
        case "remplacer-mots" | "supprimer-mots":
            new = w.text("par") if w.verb == "remplacer-mots" else ""
            return op.Substitute(common=common, targets=targets, words=w.text("mots"), new=new, count=w.count())
        case "insérer-mots":
            before = w.node.get("avant") is not None
            anchor = w.text("avant" if before else "après")
            return op.AddWords(
                common=common, targets=targets, anchor=anchor, new=w.text("mots"), before=before, count=w.count()
            )
        case "renommer":
            return op.Retitle(common=common, targets=targets, heading=w.text("intitulé"))
        case _:
            return None


def _on_structure(w: Written) -> op.Operation | None:
    common, targets = w.common, w.targets
    match w.verb:
        case "abroger":
            return op.Repeal(common=common, targets=targets)
        case "supprimer":
            return op.Delete(common=common, targets=targets)
        case "renuméroter":
            numbers = w.numbers(tuple(numbers_of(w.texts("en"))))
            return op.Renumber(common=common, targets=targets, numbers=numbers) if numbers else None
        case "déplacer":
            before = w.node.get("avant") is not None
            anchor = w.target("avant" if before else "après")
            return op.Move(common=common, targets=targets, anchor=anchor, before=before) if anchor else None
        case "scinder":
            words = w.text("à")
            at, problems = read_target(words, common.place("à"))
            # `à` names an alinéa, or quotes the words with which the second part begins.
            at = None if problems or at is None or not at.steps or len(at.steps) < 2 else at
            numbers = w.numbers((w.text("en"),))
            return (
                op.Split(common=common, targets=targets, at=at, words="" if at else words, number=numbers[0])
                if numbers
                else None
            )
        case "réunir":
            numbers = w.numbers((w.text("en"),))
            return op.Join(common=common, targets=targets, number=numbers[0]) if numbers else None
        case _:
            return None


def _number(words: str, targets: tuple[Target, ...]) -> str:
    """The number that `words` give to what the targets name; "" where they say no number, or one of another kind."""
    last = next((s for t in targets for s in t.steps[-1:]), None)
    last = last.first if isinstance(last, Through) else last
    if isinstance(last, LabelledPoint):
        return words if is_label(words) else ""
    if not isinstance(last, Unit):
        return words  # what has no number is refused for itself
    said = said_number(words)
    if said is None:
        return ""
    word = said.word
    same_kind = not word or (said.kind == last.kind and (said.kind != "division" or word == last.word.lower()))
    return said.number if same_kind else ""


def numbers_of(written: Iterable[str]) -> Iterator[str]:
    """The numbers of a list, a range (`18 à 20`, `2° à 4°`) being those that it runs through."""
    for words in written:
        found = _RANGE.match(words)
        first, last = (int(found["first"]), int(found["last"])) if found else (0, 0)
        if found and first < last:
            yield from (f"{found['head']}{n}{found['tail']}" for n in range(first, last + 1))
        else:
            yield words


def _on_rows(w: Written) -> op.Operation | None:
    common, targets = w.common, w.targets
    if w.verb == "supprimer-ligne":
        return op.DeleteRow(common=common, targets=targets)
    if w.verb not in ROWS:
        return None
    header: tuple[Text, ...] | None = None
    rows: tuple[tuple[Text, ...], ...] = ()
    if w.node.get("cellules") is not None:
        rows = (tuple(Text(cell) for cell in w.texts("cellules")),)
    elif w.content and len(w.content.blocks) == 1 and isinstance(table := w.content.blocks[0], Table):
        header, rows = table.rows[0], table.rows[1:]
    if w.verb == "remplacer-ligne":
        return op.SetRow(common=common, targets=targets, rows=rows, header=header)
    return op.AddRow(common=common, targets=targets, rows=rows, header=header, after=row_name(w.text("après")))


def _on_force(w: Written) -> op.Operation | None:
    common, targets = w.common, w.targets
    match w.verb:
        case "suspendre":
            return op.Suspend(common=common, targets=targets)
        case "expirer":
            return op.Expire(common=common, targets=targets)
        case "proroger":
            return op.Prolong(common=common, targets=targets)
        case _:
            return None


def _of_acts(w: Written) -> op.Operation | None:
    if w.verb == "annuler":
        return op.Annul(common=w.common, annulled=w.text("annuler"))
    value = w.node.get("au")
    to = w.date(value) if value is not None else None
    return op.Postpone(common=w.common, postponed=w.text("reporter"), to=to) if to else None


def _of_members(w: Written) -> op.Operation:
    common, party = w.common, w.text(w.verb)
    match w.verb:
        case "adhésion":
            return op.Admit(common=common, party=party, name=w.text("nom") or party)
        case "retrait":
            return op.Withdraw(common=common, party=party)
        case "dénomination":
            return op.RenameParty(common=common, party=party, name=w.text("nom"))
        case "représentation":
            return op.Represent(
                common=common, party=party, represented_by=w.text("représentée-par"), quality=w.text("qualité")
            )
        case _:
            return op.MergeParties(common=common, parties=w.texts("fusion"), into=w.text("en"), name=w.text("nom"))
