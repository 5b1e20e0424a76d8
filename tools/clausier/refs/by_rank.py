"""Other names of a place: a line by its rank, by the older count of alinéas."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from clausier.french import Order, Written
from clausier.model.provision import Alinea, Provision
from clausier.refs.alineas import with_lists
from clausier.refs.find import places_named
from clausier.refs.items import stretch_of
from clausier.refs.places import Blocks, WholeProvision, at
from clausier.text.regex import regex

_RANK = regex(r"(?P<owner>[^,]+(?:, [^,]+?)*?), al\. (?P<rank>\d+)(?P<rest>.*)\Z")


def by_rank(target: str, text: Provision) -> str:
    """The line of the item that a target names, by its rank in its article; "" where it names more than one line, or no item."""
    found = places_named(target, text)
    if (
        len(found) != 1
        or not isinstance(place := found[0], Blocks)
        or place.end - place.start != 1
        or not place.numbered
    ):
        return ""
    steps = target.split(", ")
    owners = (", ".join(steps[:count]) for count in range(len(steps) - 1, 0, -1))
    owner = next((o for o in owners if places_named(o, text) == (WholeProvision(place.path),)), "")
    rank = sum(isinstance(block, Alinea) for block in at(text, place.path).blocks[: place.end])
    return f"{owner}, al. {rank}" if owner else ""


def by_older_count(target: str, text: Provision) -> str:
    """The target where an introduction and its list are counted as one alinéa; the same where that changes nothing."""
    found = _RANK.match(target)
    owners = places_named(found["owner"], text) if found else ()
    if not found or len(owners) != 1 or not isinstance(owners[0], (WholeProvision, Blocks)):
        return target
    path, stretch = stretch_of(owners[0], text)
    provision = at(text, path)
    starts = [start for start, _ in with_lists(provision, stretch)]
    rank = int(found["rank"])
    if not 0 < rank <= len(starts):
        return target
    own = sum(isinstance(block, Alinea) for block in provision.blocks[stretch.start : starts[rank - 1] + 1])
    return target if own == rank else f"{found['owner']}, al. {own}{found['rest']}"


def labels_given(ways: Iterable[Written]) -> frozenset[str]:
    """The items whose labels are given to others, as targets: « le 4° devient le 3° » gives away the label of « 2, 3° »."""
    given = [(way.targets, dict(way.details).get("en", "").split(", ")) for way in ways if way.verb == "renuméroter"]
    return frozenset(
        f"{target.rpartition(', ')[0]}, {label}"
        for targets, labels in given
        for target, label in zip(targets, labels, strict=False)
        if ", " in target
    )


def leaving_no_label(order: Order, way: Written, given: frozenset[str], text: Provision) -> Written:
    """The way to write `order`; one that deletes items whose labels are `given` to others names them by the ranks of their lines.

    By its label, « le 3° est supprimé » would leave « 3° (abrogé) », and the label « 3° » could not be given to another.
    """
    ranks = tuple(by_rank(target, text) for target in way.targets)
    if order.verb != "delete" or not set(way.targets) <= given or not all(ranks):
        return way
    return replace(way, verb="supprimer", targets=ranks)
