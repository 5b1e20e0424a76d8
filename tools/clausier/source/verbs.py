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
from clausier.source.yaml import Mapping, Node
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
        return tuple(one.value for one in self.node.scalars(key))

    def target(self, key: str) -> Target | None:
        """The target that a key names."""
        value = self.node.scalar(key)
        if value is None:
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

    def side(self) -> tuple[str, bool]:
        """The key that says beside what, `avant` or `après`, and whether it is the first."""
        before = self.node.get("avant") is not None
        return "avant" if before else "après", before

    def beginning(self) -> tuple[Target | None, str]:
        """Where the second part of a split begins (`à`): at an alinéa, or at the words that are quoted."""
        words = self.text("à")
        at, problems = read_target(words, self.common.place("à"))
        return (None, words) if problems or at is None or len(at.steps) < 2 else (at, "")

    def rows(self) -> tuple[tuple[Text, ...] | None, tuple[tuple[Text, ...], ...]]:
        """The rows that `cellules` or a quoted table gives, and the header of the table."""
        if self.node.get("cellules") is not None:
            return None, (tuple(map(Text, self.texts("cellules"))),)
        blocks = self.content.blocks if self.content else ()
        if len(blocks) == 1 and isinstance(table := blocks[0], Table):
            return table.rows[0], table.rows[1:]
        return None, ()


def typed(w: Written) -> op.Operation | None:
    """The operation; None where a part of it could not be read, which has been reported."""
    common, targets = w.common, w.targets
    match w.verb:
        case verb if verb in TAKE_TEXT:
            return with_text(common, targets, w.content) if w.content is not None else None
        case "remplacer-mots" | "supprimer-mots" as verb:
            new = w.text("par") if verb == "remplacer-mots" else ""
            return op.Substitute(common=common, targets=targets, words=w.text("mots"), new=new, count=w.count())
        case "insérer-mots":
            side, before = w.side()
            return op.AddWords(
                common=common, targets=targets, anchor=w.text(side), new=w.text("mots"), before=before, count=w.count()
            )
        case "renommer":
            return op.Retitle(common=common, targets=targets, heading=w.text("intitulé"))
        case "abroger":
            return op.Repeal(common=common, targets=targets)
        case "supprimer":
            return op.Delete(common=common, targets=targets)
        case "renuméroter":
            numbers = w.numbers(tuple(numbers_of(w.texts("en"))))
            return op.Renumber(common=common, targets=targets, numbers=numbers) if numbers else None
        case "déplacer":
            side, before = w.side()
            anchor = w.target(side)
            return op.Move(common=common, targets=targets, anchor=anchor, before=before) if anchor else None
        case "scinder":
            numbers = w.numbers((w.text("en"),))
            at, words = w.beginning()
            return op.Split(common=common, targets=targets, at=at, words=words, number=numbers[0]) if numbers else None
        case "réunir":
            numbers = w.numbers((w.text("en"),))
            return op.Join(common=common, targets=targets, number=numbers[0]) if numbers else None
        case "remplacer-ligne":
            header, rows = w.rows()
            return op.SetRow(common=common, targets=targets, rows=rows, header=header)
        case "ajouter-ligne":
            header, rows = w.rows()
            return op.AddRow(common=common, targets=targets, rows=rows, header=header, after=row_name(w.text("après")))
        case "supprimer-ligne":
            return op.DeleteRow(common=common, targets=targets)
        case "suspendre":
            return op.Suspend(common=common, targets=targets)
        case "expirer":
            return op.Expire(common=common, targets=targets)
        case "proroger":
            return op.Prolong(common=common, targets=targets)
        case "annuler" as verb:
            return op.Annul(common=common, annulled=w.text(verb))
        case "reporter" as verb:
            value = w.node.get("au")
            to = w.date(value) if value is not None else None
            return op.Postpone(common=common, postponed=w.text(verb), to=to) if to else None
        case "adhésion" as verb:
            return op.Admit(common=common, party=w.text(verb), name=w.text("nom") or w.text(verb))
        case "retrait" as verb:
            return op.Withdraw(common=common, party=w.text(verb))
        case "fusion" as verb:
            return op.MergeParties(common=common, parties=w.texts(verb), into=w.text("en"), name=w.text("nom"))
        case "dénomination" as verb:
            return op.RenameParty(common=common, party=w.text(verb), name=w.text("nom"))
        case "représentation" as verb:
            person, quality = w.text("représentée-par"), w.text("qualité")
            return op.Represent(common=common, party=w.text(verb), represented_by=person, quality=quality)
        case _:
            return None


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
