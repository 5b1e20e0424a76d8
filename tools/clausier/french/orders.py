"""An order of a sentence → operations as sources write them: each way in which its place may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from clausier.french.force import read_when
from clausier.french.nouns import LABEL
from clausier.french.order import WITH_HEADING, Order, Part

Keys = tuple[tuple[str, Any], ...]  # an operation as the sources write it: its verb and target, then its other keys
_NUMBERED = WITH_HEADING | {"POINT"}  # what has a number keeps it when it is repealed
# The step of a target. A « paragraphe » is counted as an alinéa, or is an item that bears the number.
_STEPS = {
    "ARTICLE": ("{}",),
    "ANNEX": ("annexe {}",),
    "ALINEA": ("al. {}",),
    "PARAGRAPH": ("al. {}", "{}", "{}."),
    "SENTENCE": ("phr. {}",),
    "DASH": ("tiret {}",),
    "POINT": ("{}", "{}°", "{})", "{}."),
    "TABLE": ("tableau {}",),
}
_WHOLE = {"PREAMBLE": "préambule", "HEADING": "titre", "TABLE": "tableau"}
_NAMED = {"ROW": "ligne", "COLUMN": "colonne"}
# The verb of each order that the sources can give.
VERBS = {
    "replace": "remplacer",
    "modify": "remplacer",
    "complete": "compléter",
    "insert_after": "insérer-après",
    "insert_before": "insérer-avant",
    "replace_words": "remplacer-mots",
    "delete_words": "supprimer-mots",
    "added_after": "insérer-mots",
    "added_before": "insérer-mots",
    "delete": "supprimer",
    "repeal": "abroger",
    "retitle": "renommer",
    "restore": "rétablir",
    "complete_lines": "compléter",
    "complete_sentence": "compléter",
    "words_at_end": "insérer-mots",
    "line_after_words": "insérer-après",
    "renumber": "renuméroter",
    "create": "insérer-après",
    "complete_rows": "ajouter-ligne",
    "prepend": "compléter-au-début",
    "words_at_start": "insérer-mots",
    "move_after": "déplacer",
    "move_before": "déplacer",
    "split": "scinder",
    "join": "réunir",
    "suspend": "suspendre",
    "prolong": "proroger",
    "expire": "expirer",
}


_FOR_A_TIME = frozenset({"suspend", "prolong", "expire"})
# An order on a row of a table; one that is put before another cannot be written.
_OF_A_ROW = {"remplacer": "remplacer-ligne", "supprimer": "supprimer-ligne", "insérer-après": "ajouter-ligne"}


class Written(Struct, frozen=True, kw_only=True):
    """One way to write an order: the verb of its key in the front matter, its targets, its other keys.

    `named` is the heading that the sentence gives to a unit of a target beside its number, `inner` what it quotes so of a part.
    """

    verb: str
    targets: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()
    named: str = ""
    inner: str = ""

    @property
    def keys(self) -> Keys:
        """All its keys and their values: several targets, or new numbers, as a list."""
        targets = self.targets[0] if len(self.targets) == 1 else self.targets
        listed = ((k, tuple(v.split(", ")) if self.verb == "renuméroter" and ", " in v else v) for k, v in self.details)
        return ((self.verb, targets), *listed)


def written(order: Order, quotations: tuple[str, ...]) -> tuple[Written, ...]:
    """Each way in which `order` may be meant; none where its place names nothing that a target can."""
    verb = VERBS.get(order.verb)
    if verb is None:
        return ()
    innermost = order.place[-1].unit if order.place else ""
    if verb in {"supprimer", "abroger"}:
        verb = "abroger" if innermost in _NUMBERED else "supprimer"
    if verb == "remplacer" and innermost == "HEADING":
        verb = "renommer"
    if innermost == "ROW" and verb in _OF_A_ROW:
        return tuple(_row(order, verb, quotations))
    if innermost in _NAMED and not verb.endswith("-mots") and (innermost, verb) != ("ROW", "déplacer"):
        return ()  # a column, or a row put before another: our sources have no verb for it
    if innermost == "ALINEA" and verb == "renuméroter":
        return ()  # an alinéa has a rank, not a number: it is moved, or what the act does before moves it
    if order.verb == "create":
        return (Written(verb=verb, targets=(), details=(("numéro", order.made), *_headed(order, quotations))),)
    told = [(p.unit, quotations[p.named]) for p in order.place if p.named is not None and p.numbers]
    named = next((words for unit, words in told if unit in WITH_HEADING), "")
    inner = next((words for unit, words in told if unit not in WITH_HEADING), "")
    details = (*_details(order, verb, tuple(quotations[n] for n in order.words)), *_headed(order, quotations))
    days = tuple((key, day) for key, day in (("en-vigueur", _since(order)), ("jusqu-au", order.until)) if day)
    if order.everywhere and not order.place and order.verb in _FOR_A_TIME:
        return (Written(verb=verb, targets=("*",), details=days),)
    if order.everywhere and verb != "remplacer":
        details = (*details, ("occurrences", "toutes"))
    if order.everywhere and not order.place:
        return (Written(verb=verb, targets=("*",), details=details),)
    details = (*details, *days)
    ways = [
        Written(verb=verb, targets=targets, details=(*beside, *details), named=named, inner=inner)
        for beside in _anchored(order, quotations)
        for targets in _targets(order.place, quotations)
    ]
    if order.verb == "insert_after" and order.anchor:
        ways += [
            Written(verb="insérer-avant", targets=targets, details=details)
            for targets in _targets(order.anchor, quotations)
        ]
    return tuple(ways)


def _headed(order: Order, quotations: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return () if order.headed is None else (("intitulé", quotations[order.headed]),)


def _since(order: Order) -> str:
    """The day from which an order holds, where its sentence gives one for certain."""
    force = read_when(order.when) if order.when and not order.since else None
    return force.day if force else order.since


def _anchored(order: Order, quotations: tuple[str, ...]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The key of an order's second place, each way to write it; no key where it has none."""
    key = {"move_after": "après", "move_before": "avant", "split": "à"}.get(order.verb)
    if key is None or (order.verb == "split" and not order.anchor):
        yield ()
        return
    yield from (((key, targets[0]),) for targets in _targets(order.anchor, quotations) if len(targets) == 1)


def _row(order: Order, verb: str, quotations: tuple[str, ...]) -> Iterator[Written]:
    """A row is named in quotes; the one behind which another is put stands in a key of its own."""
    row = order.place[-1]
    if row.named is None or '"' in quotations[row.named]:
        return
    if verb != "insérer-après":
        yield from (Written(verb=_OF_A_ROW[verb], targets=t) for t in _targets(order.place, quotations))
    else:
        details = (("après", quotations[row.named]),)
        yield from (
            Written(verb=_OF_A_ROW[verb], targets=t, details=details) for t in _targets(order.place[:-1], quotations)
        )


def _details(order: Order, verb: str, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    match verb, words:
        case "remplacer-mots", (old, new):
            return (("mots", old), ("par", new))
        case "supprimer-mots", (old,):
            return (("mots", old),)
        case "insérer-mots", (anchor, new):
            return (("mots", new), ("après" if order.verb == "added_after" else "avant", anchor))
        case "insérer-mots", (new,):
            return (("mots", new), ("à", "fin" if order.verb == "words_at_end" else "début"))
        case "scinder", (first, *_):
            return (("à", first), ("en", order.made))
        case "scinder" | "réunir", _:
            return (("en", order.made),)
        case "insérer-après", (anchor,):
            return (("mots", anchor),)
        case "insérer-après" | "insérer-avant" | "renuméroter", _ if order.made:
            return (("numéro" if verb != "renuméroter" else "en", order.made),)
        case "renommer", (new,):
            return (("intitulé", new),)
        case _:
            return ()


def _targets(place: tuple[Part, ...], quotations: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each way to write a place: its targets, several where its innermost part names several."""
    if (
        not place
        or place[0].unit not in WITH_HEADING
        or (place[0].unit == "ARTICLE" and "ARTICLE" in {p.unit for p in place[1:]})
    ):
        return
    *outer, innermost = place
    ways: list[tuple[str, ...]] = [()]
    for part in outer:
        ways = [(*way, *step) for way in ways for step in _steps(part, quotations) if len(step) == 1]
    for way in ways:
        for steps in _steps(innermost, quotations):
            yield tuple(", ".join((*way, step)) for step in steps)


def _steps(part: Part, quotations: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each way to write a part: a step, or several of one kind."""
    if part.unit in _NAMED:
        if part.named is not None and '"' not in quotations[part.named]:
            yield (f'{_NAMED[part.unit]} "{quotations[part.named]}"',)
        return
    if part.unit == "ARTICLE" and not part.numbers and part.named is not None:
        yield (f"« {quotations[part.named]} »",)
        return
    if part.unit in _WHOLE and not part.numbers:
        yield (_WHOLE[part.unit],)
        return
    numbers = tuple(n.strip(" .") for n in part.numbers)
    if part.several and len(numbers) == 1 and part.unit in _STEPS:
        first = int(numbers[0])
        if first not in {1, -1}:
            return  # « les deux premiers », « les deux derniers »; « les deux troisièmes » name nothing
        ends = (first, first + part.several - 1) if first > 0 else (-part.several, -1)
        yield tuple(_STEPS[part.unit][0].format(n) for n in range(ends[0], ends[1] + 1))
        return
    if part.unit == "DIVISION" and len(numbers) == 1 and not part.ordinal:
        yield (f"{part.word} {numbers[0]}",)
        return
    if not numbers or part.unit not in _STEPS:
        return
    marked = part.unit == "POINT" and all(re.fullmatch(LABEL, n) for n in numbers)
    bullet = ("tiret {}",) if part.unit == "POINT" and part.ordinal else ()  # « le deuxième point » of a list of dashes
    for form in ("{}",) if marked else (*_STEPS[part.unit], *bullet):
        spans = [numbers] if part.through else [tuple(n.split(" à ")) for n in numbers]
        yield tuple(_span(form, span, part.unit) for span in spans)


def _span(form: str, ends: tuple[str, ...], unit: str) -> str:
    """A number as a step, or the two ends of a range."""
    first, *last = ends
    return " à ".join((form.format(first), *(form.format(n) if unit in {"ARTICLE", "POINT"} else n for n in last)))
