"""Which sentences a rule formalises, which are declared to state none, which nobody has accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from clausier.cache import Cache
from clausier.consolidate.timeline import Version
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import full_names, unit_name
from clausier.rules.bound import Coverage, Covered, Place
from clausier.rules.life import Standing
from clausier.rules.scene import Scene
from clausier.rules.written import SilentSource
from clausier.text.sentences import sentences

# (version, act or "", provision, alinéa, table) → what stands there: start, end, rule, motive
_Key = tuple[str, str, str, int, int]
_Claim = tuple[int, int, str, str]
_Part = tuple[Coverage, ...]
_ENDLESS = 10**9


def coverage(
    scene: Scene, rules: Iterable[tuple[str, Standing]], silences: Iterable[tuple[SilentSource, Standing]]
) -> dict[str, tuple[_Part, ...]]:
    """For each version of the convention, the sentences of its provisions, and of the acts' own articles in force in it.

    What no claim is about and no version has changed is counted once, for all the versions that share it: such an article,
    with all below it, is one part; of others each provision is.
    """
    claims: dict[_Key, list[_Claim]] = {}
    for rule, standing in rules:
        _claim(claims, standing, rule, "")
    for source, standing in silences:
        _claim(claims, standing, "", source.motive)
    claimed = {(act, provision) for _, act, provision, _, _ in claims}
    kept = scene.timeline.cache
    shared: dict[int, _Part] = {}
    same: dict[Coverage, _Part] = {}

    def counted(provision: Provision, act: str, version: Version) -> tuple[_Part, ...]:
        many = _counts(provision, kept)
        if any((act, unit.id) in claimed for unit in provision.walk()):
            return tuple(same.setdefault(one, (one,)) for one in _all(provision, act, version.id, claims, many))
        shared[id(provision)] = tuple(_all(provision, act, "", {}, many))
        return (shared[id(provision)],)

    acts_claimed = {act for act, _ in claimed}

    def of_text(document: Provision, act: str, version: Version) -> tuple[_Part, ...]:
        if (whole := shared.get(id(document))) is not None:
            return (whole,)
        # A document has no words of its own.
        parts: list[_Part] = []
        for part in document.children:
            if (known := shared.get(id(part))) is None:
                parts.extend(counted(part, act, version))
            else:
                parts.append(known)
        if act and act not in acts_claimed:
            # The words of an act are the same in all versions.
            shared[id(document)] = tuple(chain.from_iterable(parts))
            return (shared[id(document)],)
        return tuple(parts)

    begun = {act.id: {v.id for v in scene.begun(act.id)} for act in scene.timeline.acts if act.kind != "convention"}
    result: dict[str, tuple[_Part, ...]] = {}
    for version in scene.timeline.versions:
        if version.over:
            result[version.id] = ()  # of a convention that has ended, no sentence states a rule any more
            continue
        texts = [
            (version.document, ""),
            *((a.document, a.id) for a in scene.timeline.acts if version.id in begun.get(a.id, ())),
        ]
        result[version.id] = tuple(chain.from_iterable(of_text(document, act, version) for document, act in texts))
    return result


def _claim(claims: dict[_Key, list[_Claim]], standing: Standing, rule: str, motive: str) -> None:
    version = standing.version.id
    for provision in standing.whole.walk() if standing.whole else ():
        for alinea, rank in _ranks(provision):
            whole = (version, standing.place.act, provision.id, alinea, rank)
            claims.setdefault(whole, []).append((0, _ENDLESS, rule, motive))
    if standing.spot is not None:
        place, match = standing.place, standing.spot.match
        key = (version, place.act, place.provision, place.alinea, place.table)
        claims.setdefault(key, []).append((match.start, match.end, rule, motive))
    if standing.table is not None:
        table = (version, standing.place.act, standing.table.provision.id, 0, standing.table.rank)
        claims.setdefault(table, []).append((0, 0, rule, motive))


def _ranks(provision: Provision) -> Iterator[tuple[int, int]]:
    """The alinéas and tables of `provision`, as `Place` counts them."""
    yield from ((n, 0) for n in range(1, 1 + sum(isinstance(block, Alinea) for block in provision.blocks)))
    yield from ((0, n) for n in range(1, 1 + sum(isinstance(block, Table) for block in provision.blocks)))


def _counts(provision: Provision, kept: Cache) -> tuple[int, ...]:
    """How many sentences each line of a provision, then of those below it, has: that follows from its words alone."""

    def make() -> tuple[tuple[int, ...], tuple[()]]:
        return tuple(len(sentences(a.text.chars)) for unit in provision.walk() for a in unit.alineas), ()

    return kept.recall("counts", (kept.digest(provision),), tuple[int, ...], make)[0]


def _all(
    provision: Provision, act: str, version: str, claims: Mapping[_Key, list[_Claim]], many: Iterable[int]
) -> Iterator[Coverage]:
    counts = iter(many)
    named = full_names(provision, unit_name(provision))
    return filter(None, (_of(unit, name, act, version, claims, counts) for unit, name in named))


def _of(
    provision: Provision,
    name: str,
    act: str,
    version: str,
    claims: Mapping[_Key, list[_Claim]],
    counts: Iterator[int],
) -> Coverage | None:
    """What is accounted for in the provision itself, which is called `name` in the convention; `counts` gives how many sentences each of its lines has."""
    covered: list[Covered] = []
    alineas: list[str] = []
    tables: list[str] = []
    for block in provision.blocks:
        match block:
            case Alinea():
                alineas.append(chars := block.text.chars)
                alinea, many = len(alineas), next(counts)
                if not block.repealed:
                    of_line = claims.get((version, act, provision.id, alinea, 0)) if claims else None
                    alone = (_left(alinea, rank, 0) for rank in range(1, 1 + many))
                    covered.extend(_sentences(chars, alinea, of_line) if of_line else alone)
            case Table():
                tables.append(block.lines[0])
                table = len(tables)
                covered.append(_covered(0, 0, table, claims.get((version, act, provision.id, 0, table), ())))
            case _:
                pass
    if provision.status == "repealed" or not (covered or provision.lacuna is not None):
        return None
    number = provision.id.removeprefix(f"{act}/") if act else name
    return Coverage(
        place=Place(provision=provision.id, number=number, act=act),
        sentences=tuple(covered),
        lacuna=provision.lacuna is not None,
        alineas=tuple(alineas),
        tables=tuple(tables),
    )


def _sentences(chars: str, alinea: int, claims: Sequence[_Claim]) -> Iterator[Covered]:
    for rank, (start, end) in enumerate(sentences(chars), start=1):
        yield _covered(alinea, rank, 0, [c for c in claims if c[0] < end and c[1] > start])


def _covered(alinea: int, sentence: int, table: int, claims: Sequence[_Claim]) -> Covered:
    if not claims:
        return _left(alinea, sentence, table)
    rules = tuple(dict.fromkeys(rule for _, _, rule, _ in claims if rule))
    motive = next((m for _, _, _, m in claims if m), "")
    return Covered(alinea=alinea, sentence=sentence, table=table, rules=rules, motive=motive)


@cache
def _left(alinea: int, sentence: int, table: int) -> Covered:
    """A sentence of that rank of which nobody has said anything: one for all the texts that have such."""
    return Covered(alinea=alinea, sentence=sentence, table=table, rules=(), motive="")
