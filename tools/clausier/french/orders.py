"""An order of a sentence → operations as sources write them: each way in which its place may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clausier.french.order import Order, Part

OUTER = frozenset({"ARTICLE", "ANNEX", "PREAMBLE"})
# The step of a target (DESIGN 3.3). A « paragraphe » is counted as an alinéa, or is an item that bears the number.
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
_WHOLE = {"PREAMBLE": "préambule", "HEADING": "titre"}
_VERBS = {
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
}


class Written(Struct, frozen=True, kw_only=True):
    """One way to write an order: the verb of DESIGN 3.3, its targets, its other keys; `named`, the heading given to a target."""

    verb: str
    targets: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()
    named: str = ""


def written(order: Order, quotations: tuple[str, ...]) -> tuple[Written, ...]:
    """Each way in which `order` may be meant; none where its place names nothing that a target can."""
    verb = _VERBS.get(order.verb)
    if verb is None:
        return ()
    innermost = order.place[-1].unit if order.place else ""
    if verb in {"supprimer", "abroger"}:
        verb = "abroger" if innermost in OUTER else "supprimer"
    if verb == "remplacer" and innermost == "HEADING":
        verb = "renommer"
    if order.verb == "create":
        return (Written(verb=verb, targets=(), details=(("numéro", order.made),)),)
    named = next((quotations[p.named] for p in order.place if p.named is not None and p.numbers), "")
    details = _details(order, verb, tuple(quotations[n] for n in order.words))
    if order.everywhere:
        details = (*details, ("occurrences", "toutes"))
    if order.everywhere and not order.place:
        return (Written(verb=verb, targets=("*",), details=details),)
    return tuple(Written(verb=verb, targets=targets, details=details, named=named) for targets in _targets(order.place))


def _details(order: Order, verb: str, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    match verb, words:
        case "remplacer-mots", (old, new):
            return (("mots", old), ("par", new))
        case "supprimer-mots", (old,):
            return (("mots", old),)
        case "insérer-mots", (anchor, new):
            return (("mots", new), ("après" if order.verb == "added_after" else "avant", anchor))
        case "insérer-mots", (new,):
            return (("mots", new), ("à", "fin"))
        case "insérer-après", (anchor,):
            return (("mots", anchor),)
        case "insérer-après" | "insérer-avant" | "renuméroter", _ if order.made:
            return (("numéro" if verb != "renuméroter" else "en", order.made),)
        case "renommer", (new,):
            return (("intitulé", new),)
        case _:
            return ()


def _targets(place: tuple[Part, ...]) -> Iterator[tuple[str, ...]]:
    """Each way to write a place: its targets, several where its innermost part names several."""
    if not place or place[0].unit not in OUTER:
        return
    *outer, innermost = place
    ways: list[tuple[str, ...]] = [()]
    for part in outer:
        ways = [(*way, *step) for way in ways for step in _steps(part) if len(step) == 1]
    for way in ways:
        for steps in _steps(innermost):
            yield tuple(", ".join((*way, step)) for step in steps)


def _steps(part: Part) -> Iterator[tuple[str, ...]]:
    """Each way to write a part: a step, or several of one kind."""
    if part.unit in _WHOLE:
        yield (_WHOLE[part.unit],)
        return
    numbers = tuple(n.strip(" .") for n in part.numbers)
    if part.several and len(numbers) == 1 and part.unit in _STEPS:
        first = int(numbers[0])
        ends = (first, first + part.several - 1) if first > 0 else (-part.several, -1)
        yield tuple(_STEPS[part.unit][0].format(n) for n in range(ends[0], ends[1] + 1))
        return
    if not numbers or part.unit not in _STEPS:
        return
    for form in _STEPS[part.unit]:
        if part.through and len(numbers) == 2:
            last = form.format(numbers[1]) if part.unit in {"ARTICLE", "POINT"} else numbers[1]
            yield (f"{form.format(numbers[0])} à {last}",)
        else:
            yield tuple(form.format(n) for n in numbers)
