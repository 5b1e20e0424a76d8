"""An order of a sentence → each way in which our sources can write it, for a given text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.french import Order, Part, Written, written
from clausier.french.order import OUTER
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs.behind import behind
from clausier.refs.by_rank import by_older_count
from clausier.refs.each_article import of_the_whole
from clausier.refs.find import places_named
from clausier.refs.index import index_of
from clausier.refs.lines.ranked import row_named
from clausier.refs.places import Blocks, Sentence, WholeProvision, at
from clausier.source.headings import number_key
from clausier.text.numerals import ROMANS
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.typography import same
from clausier.text.words import occurrences

_ENDS = " \u00a0\u202f-–—.;,:"
_TABLE = regex(r"(?P<article>[^,]+)(?:, al\. (?P<rank>[1-9]\d*))?, tableau(?P<rest>,.*|)\Z")


def ways_of(order: Order, quotations: tuple[str, ...], text: Provision) -> Iterator[Written]:
    """Each way to write `order`; an alinéa of a rank is counted in both ways.

    A new article for which the sentence names no place has no target where its number does not give it one for certain.
    """
    whole = of_the_whole(order, quotations, text)
    if whole is None:
        return
    order, quotations = row_named(whole, quotations, text)
    order = _at_its_list(replace(order, place=_counted(order.place, quotations, text)), text)
    for way in written(order, quotations):
        if order.rank and not _comes_last(order, way.targets, text):
            return  # « il est ajouté un troisième alinéa », where there are more than two, or fewer
        details = tuple(("en" if key == "numéro" else key, value) for key, value in way.details)
        targets = way.targets
        if order.verb == "create":
            yield replace(way, targets=_by_number(order, text), details=details)
            continue
        if order.verb == "words_at_end":
            yield from tuple(_at_the_end(way, text)) or (way,)
            continue
        if order.verb == "delete_words" and (line := _whole_line(way, text)):
            yield replace(way, verb="supprimer", targets=(line,), details=())
            continue
        item = item_before(order, way.targets, text)
        if item and not _is_last(item, text):  # lines follow the list: the end of the article is not its end
            yield replace(way, verb="insérer-après", targets=(item,))
            continue
        if dash := _dash_before(order, way.targets, text):
            yield replace(way, verb="insérer-après", targets=(dash,))
        if order.verb == "complete_sentence" and order.place and order.place[-1].unit in OUTER:
            targets = tuple(f"{target}, al. -1" for target in targets)  # a sentence more, not an alinéa
        yield from (replace(way, targets=one, details=details) for one in _tables(targets, text))
        older = tuple(by_older_count(target, text) for target in targets)
        if older != targets:
            yield replace(way, targets=older, details=details)


def _counted(place: tuple[Part, ...], quotations: tuple[str, ...], text: Provision) -> tuple[Part, ...]:
    """A place in which a line, or a sentence, of an article that is named by its words alone has its rank."""
    last = place[-1] if len(place) > 1 else None
    if last is None or last.numbers or last.named is None or last.unit not in {"ALINEA", "DASH", "SENTENCE"}:
        return place
    if len(place) > 2 and not last.begins:
        return place
    owner = _owner(place[0].numbers[0], text) if len(place[0].numbers) == 1 and place[0].unit == "ARTICLE" else None
    lines = owner.alineas if owner else ()
    if last.unit == "DASH":
        lines = tuple(line for line in lines if line.item and not line.label)
    said = quotations[last.named].strip(_ENDS)
    if last.begins or last.unit == "SENTENCE":
        return _said_so(place, said, [line.text.chars for line in lines])
    ranks = [n for n, line in enumerate(lines, start=1) if same(line.text.chars.strip(_ENDS), said)]
    return (place[0], replace(last, numbers=(str(ranks[0]),), named=None)) if len(ranks) == 1 else place


def _at_its_list(order: Order, text: Provision) -> Order:
    """« La liste de l'article 3 est complétée par un tiret »: the order behind the last dash of its one list; as it is elsewhere.

    « … est remplacée par la liste suivante » is of all of its dashes.
    """
    if order.verb == "complete" and order.made and [p.unit for p in order.place] == ["ARTICLE", "LIST"]:
        order = (
            order if order.made == "–" else replace(order, place=order.place[:1])
        )  # « à la liste de l’article 2, … un e) »
    replaced = order.verb == "replace"
    added = (order.verb, order.made) == ("complete", "–")
    if [p.unit for p in order.place] != ["ARTICLE", "LIST"] or not (replaced or added):
        return order
    owner = _owner(order.place[0].numbers[0], text) if len(order.place[0].numbers) == 1 else None
    ranks = [n for n, line in enumerate(owner.alineas if owner else (), start=1) if line.item and not line.label]
    if not ranks or ranks[-1] - ranks[0] != len(ranks) - 1:
        return order
    last = str(len(ranks))
    dashes = Part("DASH", ("1", last), through=True) if replaced and len(ranks) > 1 else Part("DASH", (last,))
    return replace(order, verb="replace" if replaced else "insert_after", made="", place=(order.place[0], dashes))


def _said_so(place: tuple[Part, ...], said: str, lines: list[str]) -> tuple[Part, ...]:
    """« L'alinéa commençant par « … » », « la phrase « … » »: the place with the ranks of the one line, or sentence, that begins so, or is that."""
    *within, last = place

    def told(sentence: str) -> bool:
        return (
            any(at == 0 for at, _ in occurrences(sentence, said)) if last.begins else same(sentence.strip(_ENDS), said)
        )

    found = [
        (line, rank)
        for line, words in enumerate(lines, start=1)
        for rank, (start, end) in enumerate(sentences(words), start=1)
        if told(words[start:end]) and (rank == 1 or last.unit == "SENTENCE")
    ]
    if len(within) > 1:
        of_line = within[1].numbers[0] if within[1].unit == "ALINEA" and len(within[1].numbers) == 1 else ""
        found = [one for one in found if of_line in {str(one[0]), str(one[0] - len(lines) - 1)}]
    if len(found) != 1 or len(within) > 2:
        return place
    counted = [Part(unit, (str(rank),)) for unit, rank in zip((last.unit, "SENTENCE"), found[0], strict=True)]
    if last.unit == "SENTENCE":
        return (place[0], replace(counted[0], unit="ALINEA"), counted[1])
    return (place[0], counted[0])


def item_before(order: Order, targets: tuple[str, ...], text: Provision) -> str:
    """The target of the item that a new one comes after: « complété par un 4° » comes after « 3° »; "" where that is not certain."""
    before = _label_before(order.made) if order.verb == "complete" and len(targets) == 1 else ""
    found = f"{targets[0]}, {before}" if before else ""
    taken = found and places_named(f"{targets[0]}, {order.made}", text)
    return (
        found if found and not taken and len(p := places_named(found, text)) == 1 and isinstance(p[0], Blocks) else ""
    )


def _dash_before(order: Order, targets: tuple[str, ...], text: Provision) -> str:
    """The last dash of an article that is completed by one, where lines follow its list; "" elsewhere."""
    owner = _owner(targets[0], text) if (order.verb, order.made) == ("complete", "–") and len(targets) == 1 else None
    dashes = [line for line in owner.alineas if line.item and not line.label] if owner else []
    behind = owner is not None and bool(dashes) and owner.blocks[-1] is not dashes[-1]
    return f"{targets[0]}, tiret {len(dashes)}" if behind else ""


def _label_before(label: str) -> str:
    """« 3° » for « 4° », « c) » for « d) », « III » for « IV »; "" for the first, and for « 3° bis »."""
    own, mark = label.rstrip("°)"), label[len(label.rstrip("°)")) :]
    if own == "–":
        return ""
    if own.isdigit():
        return f"{int(own) - 1}{mark}" if int(own) > 1 else ""
    if own in ROMANS:
        return f"{ROMANS[ROMANS.index(own) - 1]}{mark}" if own != ROMANS[0] else ""
    return f"{chr(ord(own) - 1)}{mark}" if len(own) == 1 and own not in {"a", "A"} else ""


def _is_last(item: str, text: Provision) -> bool:
    """Whether an item ends what it is in."""
    ((place),) = places_named(item, text)
    return isinstance(place, Blocks) and place.end == len(at(text, place.path).blocks)


def _by_number(order: Order, text: Provision) -> tuple[str, ...]:
    """What a new article stands behind by its number alone; nothing where that is not certain, or others make room for it."""
    if order.made.startswith("annexe "):
        return _by_annex(order.made.removeprefix("annexe "), text)
    taken = order.again or index_of(text).numbered(number_key(order.made))
    last = None if taken else behind(order.made, text)
    return (last.number,) if last else ()


def _by_annex(number: str, text: Provision) -> tuple[str, ...]:
    """The annex of the number before, or the last article for the first annex; nothing where it is not certain."""
    last = next((p for p in reversed(text.children) if p.kind not in {"closing", "annex"}), None)
    if number == "1" and last is not None and last.kind == "article" and all(p.kind != "annex" for p in text.children):
        return (last.number,) if last.number else ()
    annexes = [number_key(p.number) for p in text.children if p.kind == "annex"]
    before = str(int(number) - 1) if number.isdigit() else ""
    return (f"annexe {before}",) if annexes.count(before) == 1 and number_key(number) not in annexes else ()


def _at_the_end(way: Written, text: Provision) -> Iterator[Written]:
    """Words at the end of an article, an alinéa, an item or a sentence: after its last words, before its full stop.

    None where it is not a line that ends with a word, where the new words bring a stop, or where its last words stand there
    twice, however many are taken.
    """
    new = dict(way.details)["mots"]
    target, line = _last_line(way.targets[0], text) if len(way.targets) == 1 else ("", "")
    if not line or not new[-1:].isalnum():
        return
    words = line.rstrip(" \u00a0.;,").split(" ")
    for count in range(1, len(words) + 1):
        anchor = " ".join(words[-count:])
        if anchor[-1:].isalnum() and len(occurrences(line, anchor)) == 1:
            yield replace(way, targets=(target,), details=(("mots", new), ("après", anchor)))
            return


def _whole_line(way: Written, text: Provision) -> str:
    """The alinéa of an article of which nothing would be left without the words that are taken out; "" where there is none."""
    owner = _owner(way.targets[0], text) if len(way.targets) == 1 else None
    words = dict(way.details)["mots"]
    ranks = [n for n, line in enumerate(owner.alineas, start=1) if same(line.text.chars, words)] if owner else []
    return f"{way.targets[0]}, al. {ranks[0]}" if len(ranks) == 1 else ""


def _last_line(target: str, text: Provision) -> tuple[str, str]:
    """The last line of what a target names, or the sentence that it names, and its target; nothing where it is neither."""
    places = places_named(target, text)
    match places:
        case (Sentence(path, block, start, end),) if isinstance(line := at(text, path).blocks[block], Alinea):
            return target, line.text.chars[start:end]
        case (Blocks(path, start, end),) if end - start == 1 and isinstance(
            line := at(text, path).blocks[start], Alinea
        ):
            return target, line.text.chars
        case (WholeProvision(path),) if not at(text, path).children:
            owner = at(text, path)
            if owner.blocks and isinstance(last := owner.blocks[-1], Alinea):
                return f"{target}, al. {len(owner.alineas)}", last.text.chars
    return "", ""


def _comes_last(order: Order, targets: tuple[str, ...], text: Provision) -> bool:
    """Whether an alinéa put at the end of an article takes the rank that is said, by either count; a dash, among the dashes."""
    owner = _owner(targets[0], text) if len(targets) == 1 else None
    lines = owner.alineas if owner else ()
    dashes = sum(a.item and not a.label for a in lines)
    counts = {dashes} if order.made == "–" else {len(lines), sum(not a.item for a in lines)}
    return owner is not None and order.rank - 1 in counts


def _tables(targets: tuple[str, ...], text: Provision) -> Iterator[tuple[str, ...]]:
    """« Le tableau » of an article that has several may be each of them; that of an alinéa, one that stands at it."""
    found = next((m for target in targets if (m := _TABLE.match(target))), None)
    owner = found and _owner(found["article"], text)
    if not found or not owner:
        yield targets
        return
    tables = [b for p in owner.walk() for b in p.blocks if isinstance(b, Table)]
    ranks = _of_alinea(int(found["rank"]), owner) if found["rank"] else range(1, len(tables) + 1)
    if not ranks or (not found["rank"] and len(tables) == 1):
        yield targets
        return
    for rank in ranks:
        yield tuple(_TABLE.sub(rf"\g<article>, tableau {rank}\g<rest>", target) for target in targets)


def _of_alinea(rank: int, owner: Provision) -> tuple[int, ...]:
    """The tables that « le tableau du 7e alinéa » may be: right below that line, or itself the 7th, where tables count too."""
    tables = [isinstance(block, Table) for block in owner.blocks]
    lines = [n for n, block in enumerate(owner.blocks) if isinstance(block, Alinea)]
    below = {n + 1 for n in (*lines[rank - 1 : rank], rank - 1) if n in lines}
    stand = sorted(n for n in {*below, rank - 1} if n < len(tables) and tables[n])
    return tuple(sum(tables[: n + 1]) for n in stand)


def _owner(target: str, text: Provision) -> Provision | None:
    """The article of that number, or the annex or the preamble of that name."""
    path = next(iter(index_of(text).numbered(number_key(target))), None)
    named = places_named(target, text) if path is None else ()
    whole = next((place.path for place in named if isinstance(place, WholeProvision)), path)
    return at(text, whole) if whole is not None else None
