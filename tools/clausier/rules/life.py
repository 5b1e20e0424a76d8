"""One rule through the versions: where its words stand in each, what they capture, and what has become of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from clausier.consolidate.timeline import Event, Version
from clausier.diagnostics import Diagnostic, Filled, Label, Message, Span, report
from clausier.diagnostics import codes_rul as codes
from clausier.model.provision import Provision, Status
from clausier.rules import typed_votes
from clausier.rules.bound import Capture, Place
from clausier.rules.find import Spot, Unit, has_lacuna, likely, spots, units
from clausier.rules.idle import idle
from clausier.rules.kinds import Rule
from clausier.rules.parameters import Parameters
from clausier.rules.pattern import Captured
from clausier.rules.scene import Scene
from clausier.rules.table import Found, tables, weights
from clausier.rules.typed import typed
from clausier.rules.values import CaptureType
from clausier.rules.vocabulary import CAPTURE_TYPES
from clausier.rules.written import Quoted, RuleSource, SilentSource, TableSource, Where

_THE_TEXT_SAYS = Message(fr="le texte dit «\u00a0{words}\u00a0»", en="the text says “{words}”")
_READS = Message(
    fr="ce type lit {examples}\u00a0; citer plus de mots autour des accolades, ou les ôter et énoncer «\u00a0{name}\u00a0»",
    en="this type reads {examples}; quote more words around the braces, or leave them out and state “{name}”",
)
_EXAMPLES: dict[CaptureType, str] = {
    "integer": "12, douze, douze (12)",
    "number": "4,5, 10\u00a0000, trois",
    "percentage": "60\u00a0%, soixante pour cent",
    "fraction": "deux tiers, plus de la moitié, majorité absolue, 60\u00a0%",
    "duration": "15 jours, trois mois, 5 jours francs",
    "date": "1er janvier 2026, 01/01/2026",
    "amount": "1\u00a0000\u00a0€, deux cents euros HT",
    "frequency": "chaque trimestre, deux fois par an, au moins une fois par an",
    "text": "—",
}
_RULE = Message(fr="la règle «\u00a0{id}\u00a0»", en="the rule “{id}”")
_SILENCE = Message(fr="la mention sans règle «\u00a0{words}\u00a0»", en="the entry without a rule “{words}”")
_ALL = Message(fr="l’entrée sans règle", en="the entry without a rule")
_STANDS = Message(fr="figure ici", en="stands here")


class Standing(Struct, frozen=True, kw_only=True):
    """A quotation, a table, or all words of a provision (`whole`), as they stand in one version."""

    version: Version
    place: Place
    quote: str
    spot: Spot | None
    table: Found | None
    whole: Provision | None = None

    @property
    def fixed_origins(self) -> tuple[str, ...]:
        """Who wrote the words that must stand: the quotation outside its placeholders, the table's header."""
        sources = (self.spot, self.table)
        return tuple(dict.fromkeys(o for s in sources if s is not None for o in s.fixed_origins))

    @property
    def origins(self) -> tuple[str, ...]:
        """Who wrote the words and the figures."""
        sources = (self.spot, self.table)
        return tuple(dict.fromkeys(o for s in sources if s is not None for o in s.origins))

    @property
    def captures(self) -> tuple[Capture, ...]:
        """The figures taken from the words."""
        found = self.spot.match.captures if self.spot else ()
        return tuple(Capture(c.name, c.type, c.words, c.value) for c in found if c.value is not None)


class Life(Struct):
    """What became of the words of one source (a rule, or words without one). `diagnostics`: what is wrong with it.

    `replaced`: the versions from which other words stand in their place, until they are back.
    """

    standing: list[Standing] = field(default_factory=list)
    interrupted: set[str] = field(default_factory=set)
    replaced: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def live(source: RuleSource | SilentSource, scene: Scene) -> Life:
    """The words of `source` in every version from its act's entry into force until the act that ends it."""
    life = Life()
    ends = source.ends
    if ends and ends.value not in scene.known:
        life.diagnostics.append(report(codes.UNKNOWN_ACT, ends.span, act=ends.value))
    identity, problems = scene.bound(source.where, source.act)
    life.diagnostics.extend(problems)
    if identity is None:
        return life
    never: tuple[Diagnostic, ...] = ()
    away: tuple[Version, Provision | None] | None = (
        None  # since when the words are gone, and what is left of their article
    )
    gone = False
    for version in _versions(source, scene):
        if ends and ends.value in version.acts:
            continue
        provision, status = _provision(source.where, identity, version, scene)
        if status in {"suspended", "expired"}:
            life.interrupted.add(version.id)
            continue
        words = provision if status != "repealed" else None
        standing, problems = _stands(source, words, version, scene) if words else (None, ())
        if standing is not None and standing.whole and life.standing and not _as_first(standing, life.standing[0]):
            standing = None
        if standing is None:
            life.interrupted.add(version.id)
            if not life.standing:
                # Where even the article is missing, an operation of the act that begins later will bring it.
                never = never or problems or ((_not_found(source, provision),) if provision else ())
            elif not gone and problems:
                gone = True
                life.diagnostics.extend(problems)
            elif not gone and away is None:
                away = version, words
        elif never and not _written_by(source.act, standing, scene):
            continue  # other words that came later: the rule was not about these
        else:
            never = ()
            back = away is not None and standing.fixed_origins == life.standing[-1].fixed_origins
            if away and back and _lapsed(away[0], version, scene):
                life.replaced.extend([away[0].id] if away[1] else [])
            elif away:
                gone = True
                life.diagnostics.append(_gone(source, away[0], life.standing[-1].version))
            away = None
            life.standing.append(standing)
    if away and not _ended_with(life.standing[-1], _lapsed(life.standing[-1].version, away[0], scene)):
        life.diagnostics.append(_gone(source, away[0], life.standing[-1].version))
    life.diagnostics.extend(never)
    return life


def _lapsed(before: Version, now: Version, scene: Scene) -> tuple[Event, ...]:
    """What was in force in `before` for a time, and is no longer in `now`."""
    gone = {*before.events} - {*now.events}
    return tuple(e for e in scene.timeline.events if e.id in gone and e.until is not None)


def _ended_with(standing: Standing, lapsed: Iterable[Event]) -> bool:
    """Whether words that stood were those of an operation that was in force for a time: they have ended with it."""
    return any(o.common.id in standing.fixed_origins for event in lapsed for o in event.operations)


def _as_first(standing: Standing, first: Standing) -> bool:
    """Whether a provision that states no rule has the words of which that was said."""
    return _words(standing.whole) == _words(first.whole)


def _words(provision: Provision | None) -> list[str]:
    return [unit.text.chars for unit in units(provision) if unit.kind != "heading"] if provision else []


def _written_by(act: str, standing: Standing, scene: Scene) -> bool:
    operations = (scene.timeline.operations.get(origin) for origin in standing.fixed_origins)
    return any(operation is not None and operation.common.act == act for operation in operations)


def _versions(source: RuleSource | SilentSource, scene: Scene) -> tuple[Version, ...]:
    begun = scene.begun(source.act)
    own = scene.own(source.where.target)
    if own is None or own.id == source.act:
        return begun
    theirs = {v.id for v in scene.begun(own.id)}
    return tuple(v for v in begun if v.id in theirs)


def _provision(where: Where, identity: str, version: Version, scene: Scene) -> tuple[Provision | None, Status]:
    own = scene.own(where.target)
    if own is not None:
        return next((p for p in own.document.walk() if p.id == identity), None), "in-force"
    found = scene.provisions(version).get(identity)
    return found if found is not None else (None, "in-force")


def _stands(
    source: RuleSource | SilentSource, provision: Provision, version: Version, scene: Scene
) -> tuple[Standing | None, tuple[Diagnostic, ...]]:
    """Where the words stand in `provision`; None where they do not, and why."""
    spot: Spot | None = None
    table: Found | None = None
    if source.quote is not None:
        spot, problems = _spot(source, source.quote, scene.units(provision))
        if spot is None:
            return None, problems
    if isinstance(source, RuleSource) and source.table is not None:
        table, problems = _table(source, source.table, provision)
        if table is None:
            return None, problems
    whole = provision if spot is None and table is None else None
    if whole and not _words(whole):
        problem = report(codes.WORDS_UNAVAILABLE, source.span, what=name(source), article=source.where.target.words)
        return None, (problem,)
    act = scene.own(source.where.target)
    place = _place(spot, table, act.id if act else "", provision, scene.names(version))
    quote = spot.quote if spot else table.quote if table else ""
    return Standing(version=version, place=place, quote=quote, spot=spot, table=table, whole=whole), ()


def _place(spot: Spot | None, table: Found | None, act: str, provision: Provision, names: Mapping[str, str]) -> Place:
    part = spot.unit.provision if spot else table.provision if table else provision
    kind, n = (spot.unit.kind, spot.unit.n) if spot else ("cell", table.rank) if table else ("heading", 0)
    return Place(
        provision=part.id,
        # An act's own articles may bear one number twice; their identity says which.
        number=part.id.removeprefix(f"{act}/") if act else names[part.id],
        act=act,
        alinea=n if kind == "alinea" else 0,
        table=n if kind == "cell" else 0,
    )


def _spot(
    source: RuleSource | SilentSource, quote: Quoted, among: Iterable[Unit]
) -> tuple[Spot | None, tuple[Diagnostic, ...]]:
    found = spots(among, quote.pattern) or spots(among, quote.pattern, loose=True)
    if len(found) == 1:
        unread = tuple(_unreadable(quote.span, c) for c in found[0].match.captures if c.value is None)
        return (None, unread) if unread else (found[0], ())
    if found:
        labels = [Label(s.unit.span, _STANDS) for s in found if s.unit.span]
        article, count = source.where.target.words, len(found)
        return None, (
            report(
                codes.WORDS_SEVERAL_TIMES, quote.span, labels=labels, what=name(source), found=count, article=article
            ),
        )
    return None, ()


def _unreadable(span: Span, captured: Captured) -> Diagnostic:
    type_ = next(french for french, english in CAPTURE_TYPES.items() if english == captured.type)
    words = captured.words if len(captured.words) <= 60 else f"{captured.words[:60].rsplit(' ', 1)[0]} …"
    hint = _READS.fill(examples=_EXAMPLES[captured.type], name=captured.name)
    return report(codes.UNREADABLE_CAPTURE, span, help=hint, words=words, type=type_, name=captured.name)


def _not_found(source: RuleSource | SilentSource, provision: Provision) -> Diagnostic:
    quote, article = source.quote, source.where.target.words
    if quote is None and isinstance(source, SilentSource):
        return report(codes.WORDS_UNAVAILABLE, source.span, what=name(source), article=article)
    if quote is None or (isinstance(source, RuleSource) and source.table and spots(units(provision), quote.pattern)):
        table = source.table if isinstance(source, RuleSource) else None
        assert table is not None  # noqa: S101 - a rule without quotation reads a table
        member, votes, span = table.member.value, table.votes.value, table.member.span
        return report(codes.TABLE_NOT_FOUND, span, article=article, member=member, votes=votes)
    if has_lacuna(provision):
        return report(codes.WORDS_UNAVAILABLE, quote.span, what=name(source), article=article)
    near = likely(provision, quote.pattern)
    help_: Filled | None = _THE_TEXT_SAYS.fill(words=near) if near else None
    return report(codes.WORDS_NOT_FOUND, quote.span, help=help_, what=name(source), article=article)


def _table(
    source: RuleSource, wanted: TableSource, provision: Provision
) -> tuple[Found | None, tuple[Diagnostic, ...]]:
    found = tables(provision, wanted)
    if len(found) == 1:
        return found[0], ()
    member, votes, span = wanted.member.value, wanted.votes.value, wanted.member.span
    article = source.where.target.words
    if found:
        return None, (
            report(codes.SEVERAL_TABLES, span, found=len(found), article=article, member=member, votes=votes),
        )
    return None, ()


def _gone(source: RuleSource | SilentSource, version: Version, before: Version | None) -> Diagnostic:
    act = act_of(version, before)
    if isinstance(source, SilentSource):
        return report(codes.STALE_SILENCE, source.span, version=version.id, act=act)
    span = source.quote.span if source.quote else source.span
    return report(codes.WORDS_GONE, span, id=source.id, version=version.id, act=act)


def act_of(version: Version, before: Version | None) -> str:
    """The act that made the version of the one before."""
    known = before.acts if before else ()
    return next((a for a in reversed(version.acts) if a not in known), version.acts[-1])


def meaning(source: RuleSource, standing: Standing, scene: Scene) -> tuple[Rule | None, tuple[Diagnostic, ...]]:
    """What the rule says where its words stand so."""
    if source.table is not None and standing.table is not None:
        found, diagnostics = weights(standing.table, source, scene.members(standing.version), standing.version.id)
        parameters = Parameters(source.id, source.settings, standing.spot)
        limited = typed_votes.limited(found, parameters) if found is not None else None
        return limited, (*diagnostics, *parameters.diagnostics, *idle(source, limited))
    assert standing.spot is not None  # noqa: S101 - what reads no table quotes some words
    rule, diagnostics = typed(source, standing.spot, scene.known)
    return rule, (*diagnostics, *idle(source, rule))


def name(source: RuleSource | SilentSource) -> Filled:
    """What findings call it: a rule by its id, words without a rule by their beginning."""
    if isinstance(source, RuleSource):
        return _RULE.fill(id=source.id)
    if source.quote is None:
        return _ALL.fill()
    words = source.quote.pattern.words
    return _SILENCE.fill(words=words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + " …")
