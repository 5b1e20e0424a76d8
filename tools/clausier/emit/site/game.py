"""What follows in a body from one majority, for people to read: what is needed, who can block, which coalitions win, what each seat weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from clausier.decide.coalitions import Outcome
from clausier.decide.listing import Profile, Ranks, profiles, sorts
from clausier.emit.html import escape
from clausier.emit.quotas import UNCOUNTED, figure, needed
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.bodies import bar, percentage
from clausier.emit.site.names import named, of_data
from clausier.emit.site.page import folded, grid, listing

_MOST_LISTED = 12
_WHY = {
    **{why: said.fr for why, said in UNCOUNTED.items()},
    "too-many-seats": "Il y a trop de sièges pour que les coalitions soient comptées.",
}


def in_brief(outcome: Outcome, atlas: Atlas) -> tuple[str, str]:
    """What is needed, and who can block alone."""
    needed = " et ".join(_needed(outcome, atlas)) or "une condition qui n’est pas une somme"
    count = len(outcome.veto)
    if count and count == len(outcome.seats):
        return needed, "chaque siège"
    return needed, _names(outcome, outcome.veto, atlas) or "personne"


def facts(outcome: Outcome, atlas: Atlas) -> Iterator[str]:
    """The outcome as HTML: a list of facts, then what each seat weighs."""
    yield listing(_facts(outcome, atlas), "facts")
    if outcome.power is not None and len(set(outcome.power.swings)) > 1:
        yield folded("Ce que pèse chaque siège", _weights(outcome, atlas), kind="remarks")


def _facts(outcome: Outcome, atlas: Atlas) -> Iterator[str]:
    if needed := " et ".join(_needed(outcome, atlas)):
        yield f"Il faut <strong>{escape(needed)}</strong>."
    if outcome.why:
        yield escape(_WHY[outcome.why])
    yield _vetoes(outcome, atlas)
    if outcome.alone:
        yield f"<strong>Peut décider seul</strong>\u00a0: {escape(_names(outcome, outcome.alone, atlas))}."
    if outcome.power is not None:
        idle = [rank for rank, swings in enumerate(outcome.power.swings) if not swings]
        if idle:
            yield f"<strong>Ne pèse jamais</strong>\u00a0: {escape(_names(outcome, idle, atlas))}."
        elif len(set(outcome.power.swings)) == 1 and len(outcome.seats) > 1:
            yield "Tous les sièges pèsent autant."
    of = sorts(outcome.winning, len(outcome.seats)) if outcome.winning else ()
    for what, listed, count in (
        ("Gagnent, au moins", outcome.winning, outcome.winning_count),
        ("Bloquent, au moins", outcome.blocking, outcome.blocking_count),
    ):
        if listed is outcome.blocking and len(outcome.veto) == len(outcome.seats):
            continue  # each blocks alone
        yield from _coalitions(what, listed, count, of, outcome, atlas)


def _needed(outcome: Outcome, atlas: Atlas) -> Iterator[str]:
    names = [named(seat, atlas) for seat in outcome.seats]
    for quota in outcome.quotas:
        yield needed(quota, names, "fr", of_data(quota.of, atlas))


def _vetoes(outcome: Outcome, atlas: Atlas) -> str:
    if not outcome.veto:
        return "<strong>Aucun siège</strong> ne peut bloquer seul."
    if len(outcome.veto) == len(outcome.seats):
        return "<strong>Chaque siège</strong> peut bloquer seul."
    of_votes = outcome.weights is not None and [(quota.of, quota.among) for quota in outcome.quotas] == [("votes", ())]
    said = []
    for rank in outcome.veto:
        name = named(outcome.seats[rank], atlas)
        if of_votes and outcome.weights is not None:
            rest = figure(outcome.quotas[0].whole - outcome.weights[rank])
            name = f"{name} (les autres ont {rest}\u00a0voix)"
        said.append(name)
    return f"<strong>Peut bloquer seul</strong>\u00a0: {escape(', '.join(said))}."


def _coalitions(
    what: str,
    listed: tuple[Ranks, ...] | None,
    count: int | None,
    of: tuple[Ranks, ...],
    outcome: Outcome,
    atlas: Atlas,
) -> Iterator[str]:
    if listed is None:
        if count is not None:
            many = f"{count:,}".replace(",", "\u202f")
            yield f"<strong>{what}</strong>\u00a0: {many} coalitions, trop nombreuses pour être toutes dites."
        return
    if not listed or not of:
        return
    found = profiles(listed, of)
    items = [escape(_profile(profile, of, outcome, atlas)) for profile in found[:_MOST_LISTED]]
    if len(found) > _MOST_LISTED:
        items.append(f"… et {len(found) - _MOST_LISTED} autres sortes de coalitions")
    yield (
        f"<strong>{what}</strong>\u00a0: {items[0]}."
        if len(items) == 1
        else f"<strong>{what}</strong>\u00a0:\n{listing(items)}"
    )


def _profile(profile: Profile, of: tuple[Ranks, ...], outcome: Outcome, atlas: Atlas) -> str:
    strength = outcome.power.swings if outcome.power else (0,) * len(outcome.seats)
    order = sorted(range(len(of)), key=lambda n: (-strength[of[n][0]], of[n][0]))
    taken = [_taken(profile.takes[n], of[n], outcome, atlas) for n in order if profile.takes[n]]
    count = f" ({profile.coalitions}\u00a0coalitions)" if profile.coalitions > 1 else ""
    return f"{' + '.join(taken)}{count}"


def _taken(count: int, sort: Ranks, outcome: Outcome, atlas: Atlas) -> str:
    """So many seats of a sort, whichever: by their names, or by what they have in common."""
    every = len(sort) == len(outcome.seats)
    if every and count == len(sort) and count > 1:
        return f"tous les sièges ({count})"
    if count == len(sort):
        return " + ".join(named(outcome.seats[rank], atlas) for rank in sort)
    if every:
        return f"{count}\u00a0des {len(sort)}\u00a0sièges"
    if common := _votes_in_common(sort, outcome):
        return f"{count}\u00a0des {len(sort)}\u00a0sièges à {common}\u00a0voix"
    if count == 1:
        return f"({' ou '.join(named(outcome.seats[rank], atlas) for rank in sort)})"
    return f"{count} parmi {_names(outcome, sort, atlas)}"


def _votes_in_common(sort: Ranks, outcome: Outcome) -> str:
    """The votes that each seat of a sort has, and no other seat; "" where that does not tell them."""
    if outcome.weights is None:
        return ""
    own = {outcome.weights[rank] for rank in sort}
    others = {votes for rank, votes in enumerate(outcome.weights) if rank not in sort}
    return figure(own.pop()) if len(own) == 1 and not own & others else ""


def _weights(outcome: Outcome, atlas: Atlas) -> str:
    assert outcome.power is not None  # noqa: S101 - asked before
    power = outcome.power
    total = sum(outcome.weights, Fraction()) if outcome.weights else Fraction()
    rows = []
    for rank, seat in enumerate(outcome.seats):
        row = [escape(named(seat, atlas))]
        if outcome.weights and total:
            row.append(f"{figure(outcome.weights[rank])} ({percentage(outcome.weights[rank] / total)})")
        rows.append([*row, bar(power.banzhaf[rank], Fraction(1)), bar(power.shapley[rank], Fraction(1))])
    votes = ("Voix",) if outcome.weights and total else ()
    return grid("Ce que pèse chaque siège", ("Siège", *votes, "Banzhaf", "Shapley-Shubik"), rows, "weights")


def _names(outcome: Outcome, ranks: Iterable[int], atlas: Atlas) -> str:
    return ", ".join(named(outcome.seats[rank], atlas) for rank in ranks)
