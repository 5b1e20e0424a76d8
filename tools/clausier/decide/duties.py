"""Who owes what: the duties, permissions and prohibitions in force, and through which role each falls on someone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Definition, Norm


class Role(Struct, frozen=True):
    """A role that a rule says whom it designates: the pilot is the Region."""

    id: str
    designates: tuple[str, ...]
    rule: BoundRule


class Owed(Struct, frozen=True):
    """A norm, and those of its bearers through which it falls on the one asked about (on all of them, where none is)."""

    rule: BoundRule
    norm: Norm
    through: tuple[str, ...]


def roles(rules: Iterable[BoundRule]) -> tuple[Role, ...]:
    """The roles that the rules say someone has."""
    return tuple(
        Role(rule.source.matter, rule.rule.designates, rule)
        for rule in rules
        if isinstance(rule.rule, Definition) and rule.rule.designates and not rule.overridden_by
    )


def owed(rules: Iterable[BoundRule], members: Iterable[str], of: str | None) -> tuple[Owed, ...]:
    """The norms of `rules`, in their order; those that fall on `of` alone, where it is a member, a body or a role.

    A duty of all members falls on each of them, one of a role on those whom it designates.
    """
    listed = tuple(rules)
    named = names_of(listed, frozenset(members), of) if of is not None else None
    found: list[Owed] = []
    for rule in listed:
        if isinstance(rule.rule, Norm):
            bearers = rule.rule.bearer
            through = bearers if named is None else tuple(b for b in bearers if b in named)
            if named is None or through:
                found.append(Owed(rule, rule.rule, through))
    return tuple(found)


def names_of(rules: Iterable[BoundRule], members: frozenset[str], of: str) -> frozenset[str]:
    """The names under which rules speak of `of`: its own, the roles that it has, and `members` where it is one."""
    names = {of, "members"} if of in members else {of}
    known = roles(rules)
    while True:
        more = {role.id for role in known if names & {*role.designates}} - names
        if not more:
            return frozenset(names)
        names |= more


def unnamed(rules: Iterable[BoundRule], members: Iterable[str]) -> tuple[str, ...]:
    """Those of whom norms speak that are no member and no body, and of whom no rule says who they are."""
    listed = tuple(rules)
    known = {"members", *members, *(role.id for role in roles(listed)), *(rule.source.body for rule in listed)}
    return tuple(dict.fromkeys(name for name in _spoken_of(listed) if name not in known))


def askable(rules: Iterable[BoundRule], members: Iterable[str]) -> tuple[str, ...]:
    """Whom one may ask about: the members, and everyone of whom a norm speaks."""
    return tuple(dict.fromkeys(name for name in (*members, *_spoken_of(rules)) if name != "members"))


def _spoken_of(rules: Iterable[BoundRule]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule.rule, Norm):
            yield from (*rule.rule.bearer, *rule.rule.beneficiary, *rule.rule.set_by)
