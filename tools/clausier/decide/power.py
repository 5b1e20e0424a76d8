"""Who can win and who can block in a simple game of weights: exact indices, by dynamic programming.

A game is made of sums that must reach a quota, joined and negated. Coalitions are counted by their sums and their size, never
one by one: a body of sixty seats takes no longer than its different sums. The coalitions of each size are the digits of one
integer, so that a whole column is added, or masked, at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import factorial, gcd, lcm
from typing import Literal, assert_never

from msgspec import Struct

LARGEST_SUM = 10_000_000
"""Beyond so large a sum, which sums can be reached is not looked at."""
MOST_SUMS = 100_000
"""Beyond so many different sums, counting takes too long: it is refused, not guessed."""


class Reach(Struct, frozen=True):
    """Won by the coalitions whose weights come to `quota` at least. One weight for each seat, none negative.

    `stated` is the sum that the words ask for, of which `quota` is the next whole number; `strict`: it must be exceeded.
    """

    weights: tuple[int, ...]
    quota: int
    stated: Fraction | None = None
    strict: bool = False


class Joint(Struct, frozen=True):
    """Won by the coalitions that win all games of `of`, or any one of them."""

    how: Literal["all", "any"]
    of: tuple[Game, ...]


class Opposite(Struct, frozen=True):
    """Won by the coalitions that do not win `of`."""

    of: Game


Game = Reach | Joint | Opposite


class TooManySumsError(ValueError):
    """The weights come to more different sums than can be counted."""


class NotMonotoneError(ValueError):
    """A coalition that wins may lose when a seat joins it: no index says who has power in such a game."""


class Power(Struct, frozen=True, kw_only=True):
    """What can be counted of a game. A tuple has an entry for each seat.

    `swings`: coalitions that lose without the seat and win with it. `banzhaf`: its part of all swings; `shapley`: of all
    orders in which seats may join, those in which it is the one that turns defeat into victory.
    """

    winning: int
    swings: tuple[int, ...]
    banzhaf: tuple[Fraction, ...]
    shapley: tuple[Fraction, ...]


def reach(weights: tuple[Fraction, ...], quota: Fraction, *, strict: bool) -> Reach | Opposite:
    """The game that is won when the weights come to `quota`, or beyond if `strict`; in whole numbers.

    Raises ValueError where some weights are positive and others negative.
    """
    scale = Fraction(lcm(*(weight.denominator for weight in weights)))
    scale /= gcd(*(int(weight * scale) for weight in weights)) or 1
    whole = tuple(int(weight * scale) for weight in weights)
    least = quota * scale
    if min(whole, default=0) >= 0:
        return Reach(whole, least.__floor__() + 1 if strict else least.__ceil__(), least, strict)
    if max(whole) > 0:
        raise ValueError("weights of both signs")
    # The sum of what is taken away stays below: not that it reaches, or exceeds.
    most = -least
    return Opposite(Reach(tuple(-w for w in whole), most.__ceil__() if strict else most.__floor__() + 1))


def least_sum(game: Reach) -> int | None:
    """The least sum with which a coalition wins; None where none does, or the sums are too large to be looked at."""
    if sum(game.weights) > LARGEST_SUM:
        return None
    sums = 1  # the bit of each sum that some coalition makes
    for weight in game.weights:
        sums |= sums << weight
    enough = sums >> max(game.quota, 0)
    return max(game.quota, 0) + (enough & -enough).bit_length() - 1 if enough else None


def opposite(game: Game) -> Game:
    """The game that is won when `game` is not."""
    match game:
        case Opposite():
            return game.of
        case Reach():
            return Opposite(game)
        case Joint():
            return Joint("any" if game.how == "all" else "all", tuple(opposite(part) for part in game.of))
        case _:
            assert_never(game)


def joint(how: Literal["all", "any"], games: Iterable[Game]) -> Game:
    """All of `games`, or any one; of several quotas for the same weights, the one that decides."""
    found: dict[object, Game] = {}
    for game in games:
        key = game.weights if isinstance(game, Reach) else game
        other = found.get(key)
        if isinstance(game, Reach) and isinstance(other, Reach):
            decides = max if how == "all" else min
            found[key] = decides(other, game, key=lambda one: (one.quota, one.stated or one.quota, one.strict))
        else:
            found[key] = game
    return next(iter(found.values())) if len(found) == 1 else Joint(how, tuple(found.values()))


def wins(game: Game, coalition: frozenset[int]) -> bool:
    """Whether these seats (by rank) win."""
    return _holds(game, {r: sum(r.weights[seat] for seat in coalition) for r in _reaches(game)})


def power(game: Game, seats: int) -> Power:
    """The indices of a game of so many seats. Raises TooManySumsError, NotMonotoneError."""
    table = _Table(game, seats)
    every = table.sums()
    winning = {key: table.mask(key) for key in every}
    keys = [table.key(seat) for seat in range(seats)]
    by_key = {own: _swings(_without(every, own, table.digit), own, winning, table.digit) for own in set(keys)}
    swings = [by_key[own] for own in keys]
    raw = [table.total(packed) for packed in swings]
    orders = factorial(seats)
    shapley = tuple(
        sum(
            (
                Fraction(count * factorial(size) * factorial(seats - 1 - size), orders)
                for size, count in enumerate(table.digits(packed))
            ),
            Fraction(),
        )
        for packed in swings
    )
    together = sum(raw)
    return Power(
        winning=table.total(sum(count & winning[key] for key, count in every.items())),
        swings=tuple(raw),
        banzhaf=tuple(Fraction(count, together) if together else Fraction() for count in raw),
        shapley=shapley,
    )


def minimal(game: Game, seats: int) -> int | None:
    """How many coalitions win and lose without any one of their seats; None where seats have no order of strength.

    A coalition of seats in order of strength is minimal when it loses without its weakest. Raises TooManySumsError.
    """
    table = _Table(game, seats)
    order = sorted(range(seats), key=table.weights_of, reverse=True)
    vectors = [table.weights_of(seat) for seat in order]
    keys = [table.key(seat) for seat in order]
    if any(isinstance(part, Opposite) for part in _parts(game)):
        return None
    if any(a < b for one, next_ in pairwise(vectors) for a, b in zip(one, next_, strict=True)):
        return None
    if table.mask(0) & table.whole:
        return 1  # that of no seat at all
    found, before = 0, {0: 1}
    for own in keys:
        after = dict(before)
        for key, count in before.items():
            joined = key + own
            after[joined] = after.get(joined, 0) + (count << table.digit)
            with_it = table.mask(joined) >> table.digit
            found += table.total(count & ~table.mask(key) & with_it)
        table.bound(after)
        before = after
    return found


def dual(game: Game) -> Game:
    """The game of blocking: a coalition wins it when the others, together, lose `game`."""
    match game:
        case Reach():
            # The others reach the quota: the coalition leaves it to them.
            return Reach(game.weights, sum(game.weights) - game.quota + 1)
        case Joint():
            how: Literal["all", "any"] = "any" if game.how == "all" else "all"
            return Joint(how, tuple(dual(part) for part in game.of))
        case Opposite():
            return Opposite(dual(game.of))
        case _:
            assert_never(game)


class _Table:
    """How coalitions are counted: a key for their sums, and for each key an integer with a digit for each size.

    The key is an integer too, of which each sum is a digit: so far apart that none borrows from the next unseen.
    """

    def __init__(self, game: Game, seats: int) -> None:
        self.game, self.seats = game, seats
        self.digit = seats + 2
        self.whole = (1 << self.digit) - 1
        listed = dict.fromkeys(r.weights for r in _reaches(game))
        # Where all seats weigh alike the size says the sum.
        self.vectors = tuple(vector for vector in listed if len(set(vector)) > 1)
        self.alike = {vector: vector[0] if vector else 0 for vector in listed if len(set(vector)) <= 1}
        self.radix = 2 * max((sum(vector) for vector in self.vectors), default=0) + 1
        self._masks: dict[int, int] = {}

    def weights_of(self, seat: int) -> tuple[int, ...]:
        """What the seat weighs in each sum."""
        return tuple(vector[seat] for vector in self.vectors)

    def key(self, seat: int) -> int:
        """The key of that seat alone."""
        found = 0
        for vector in self.vectors:
            found = found * self.radix + vector[seat]
        return found

    def bound(self, table: Mapping[int, int]) -> None:
        """Refuse a table that has grown too large."""
        if len(table) > MOST_SUMS:
            raise TooManySumsError

    def sums(self) -> dict[int, int]:
        """All coalitions, counted."""
        table = {0: 1}
        for seat in range(self.seats):
            own = self.key(seat)
            after = dict(table)
            for key, count in table.items():
                joined = key + own
                after[joined] = after.get(joined, 0) + (count << self.digit)
            self.bound(after)
            table = after
        return table

    def mask(self, key: int) -> int:
        """The digits of the sizes at which coalitions of these sums win."""
        found = self._masks.get(key)
        if found is None:
            sizes = range(self.seats + 1)
            if self.alike:
                found = sum(self.whole << (size * self.digit) for size in sizes if self._wins(key, size))
            else:  # the size does not matter
                found = (1 << self.digit * len(sizes)) - 1 if self._wins(key, 0) else 0
            self._masks[key] = found
        return found

    def _wins(self, key: int, size: int) -> bool:
        sums: dict[tuple[int, ...], int] = {}
        for vector in reversed(self.vectors):
            key, sums[vector] = divmod(key, self.radix)
        alike = self.alike
        return _holds(
            self.game,
            {r: sums[r.weights] if r.weights in sums else alike[r.weights] * size for r in _reaches(self.game)},
        )

    def digits(self, packed: int) -> Iterator[int]:
        """The coalitions of each size."""
        while packed:
            yield packed & self.whole
            packed >>= self.digit

    def total(self, packed: int) -> int:
        """The coalitions of all sizes."""
        return sum(self.digits(packed))


def _swings(others: Mapping[int, int], own: int, winning: Mapping[int, int], digit: int) -> int:
    """Of the coalitions `others`, those that lose, and win with a seat whose key is `own`; by size."""
    found = 0
    for key, count in others.items():
        if count:
            alone, joined = winning[key], winning[key + own] >> digit
            if count & alone & ~joined:
                raise NotMonotoneError
            found += count & ~alone & joined
    return found


def _without(every: Mapping[int, int], own: int, digit: int) -> dict[int, int]:
    """The coalitions without a seat whose key is `own`, from those of all seats: each that has it is one more of these."""
    if not own:
        return {key: count // (1 + (1 << digit)) for key, count in every.items()}
    found: dict[int, int] = {}
    for key in sorted(every):
        found[key] = every[key] - (found.get(key - own, 0) << digit)
    return found


def _reaches(game: Game) -> Iterator[Reach]:
    return (part for part in _parts(game) if isinstance(part, Reach))


def _parts(game: Game) -> Iterator[Game]:
    yield game
    match game:
        case Joint():
            for part in game.of:
                yield from _parts(part)
        case Opposite():
            yield from _parts(game.of)
        case Reach():
            return
        case _:
            assert_never(game)


def _holds(game: Game, sums: Mapping[Reach, int]) -> bool:
    match game:
        case Reach():
            return sums[game] >= game.quota
        case Joint(how="all"):
            return all(_holds(part, sums) for part in game.of)
        case Joint():
            return any(_holds(part, sums) for part in game.of)
        case Opposite():
            return not _holds(game.of, sums)
        case _:
            assert_never(game)
