"""Rules as written → rules bound to the versions of the text: the entry of this pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate.timeline import Timeline, Version
from clausier.diagnostics import Diagnostic, Span, Value, in_order, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules.bound import BoundRemark, BoundRule, BoundSilence, Rules
from clausier.rules.coverage import coverage
from clausier.rules.desugar import condition_of
from clausier.rules.gone import gone_together
from clausier.rules.life import Life, Standing, live, meaning
from clausier.rules.precedence import overridden
from clausier.rules.remarks import bind_remark
from clausier.rules.reworded import changed_around, restated
from clausier.rules.scene import Scene
from clausier.rules.typed_conduct import excepting_nothing
from clausier.rules.written import RuleSource, RuleSources, SilentSource

_Said = tuple[str, Span, tuple[tuple[str, Value], ...]]


class _Living(Struct):
    """A rule in the versions in which its words stand and it means something, in order."""

    source: RuleSource
    states: dict[str, tuple[Standing, BoundRule]]
    interrupted: frozenset[str]
    replaced: tuple[str, ...]


def bind_rules(sources: RuleSources, timeline: Timeline) -> tuple[Rules, tuple[Diagnostic, ...]]:
    """The rules of `sources` in every version of `timeline`, and what is wrong with them.

    A rule whose act is in no version (a draft, or one that waits for an event) is to come. Errors: an article, words or
    a table that are not there, or no longer; figures that cannot be read; what a kind needs and nothing says.
    """
    scene = Scene(timeline, frozenset(sources.acts) | {act.id for act in timeline.acts})
    diagnostics: list[Diagnostic] = [*excepting_nothing(sources.rules)]
    living: list[_Living] = []
    to_come: list[str] = []
    for source in sources.rules:
        if scene.begun(source.act):
            living.append(_bind(source, scene, diagnostics))
        else:
            to_come.append(source.id)
    diagnostics.extend(_unruled(living))
    losers = {v.id: _overridden(v, living, diagnostics) for v in timeline.versions}
    silences = [(s, _silence(s, scene, diagnostics)) for s in sources.silent if scene.begun(s.act)]
    remarks: list[BoundRemark] = []
    for remark in sources.remarks:
        if scene.begun(remark.act):
            bound, problems = bind_remark(remark, scene)
            diagnostics.extend(problems)
            remarks.extend(bound)
    stood = [(life.source.id, s) for life in living for s, _ in life.states.values()]
    rules = Rules(
        rules=tuple(rule for life in living for rule in _states(life, losers, scene)),
        silences=tuple(bound for source, life in silences for bound in _silences(source, life)),
        remarks=tuple(remarks),
        coverage=coverage(scene, stood, [(source, s) for source, life in silences for s in life.standing]),
        to_come=tuple(to_come),
    )
    return rules, in_order(gone_together(diagnostics))


def _bind(source: RuleSource, scene: Scene, diagnostics: list[Diagnostic]) -> _Living:
    life = live(source, scene)
    diagnostics.extend(life.diagnostics)
    diagnostics.extend(restated(source, life, scene))
    diagnostics.extend(changed_around(source, life, scene))
    states: dict[str, tuple[Standing, BoundRule]] = {}
    before: set[_Said] = set()
    for standing in life.standing:
        rule, problems = meaning(source, standing, scene)
        diagnostics.extend(one for one in problems if _said(one) not in before)
        before = set(map(_said, problems))
        if rule is None:
            continue
        operation = scene.timeline.operations.get(standing.origins[0]) if standing.origins else None
        bound = BoundRule(
            source=source,
            rule=rule,
            condition=condition_of(rule),
            place=standing.place,
            quote=standing.quote,
            captures=standing.captures,
            act=operation.common.act if operation else standing.origins[0] if standing.origins else source.act,
            origins=standing.origins,
            versions=(standing.version.id,),
            valid=None,
        )
        states[standing.version.id] = standing, bound
    return _Living(source, states, frozenset(life.interrupted), tuple(life.replaced))


def _unruled(living: Sequence[_Living]) -> Iterator[Diagnostic]:
    """A finding for each rule in whose place other words stand for a time, of which no rule says what they state."""
    ruled = {(*_question(one.source), version) for one in living for version in one.states}
    for one in living:
        for version in one.replaced:
            if (*_question(one.source), version) not in ruled:
                span = one.source.quote.span if one.source.quote else one.source.span
                yield report(codes.WORDS_AWAY, span, id=one.source.id, version=version)


def _question(source: RuleSource) -> tuple[str, str, str]:
    return source.kind, source.body, source.matter


def _said(found: Diagnostic) -> _Said:
    """What a finding says but of which version: it is told of the first of those in a row of which it is true."""
    return found.code.id, found.span, tuple(value for value in found.message.values if value[0] != "version")


def _overridden(version: Version, living: Iterable[_Living], diagnostics: list[Diagnostic]) -> dict[str, str]:
    losers, problems = overridden(life.states[version.id][1] for life in living if version.id in life.states)
    diagnostics.extend(problems)
    return dict(losers)


def _states(life: _Living, losers: dict[str, dict[str, str]], scene: Scene) -> Iterator[BoundRule]:
    """The rule's states: versions in a row in which it says the same are one."""
    current: BoundRule | None = None
    versions: list[Version] = []
    for version in scene.timeline.versions:
        if version.id in life.interrupted:
            if current is not None:
                yield _closed(current, versions, scene)
            current, versions = None, []
            continue
        if version.id not in life.states:
            continue
        state = replace(life.states[version.id][1], overridden_by=losers[version.id].get(life.source.id, ""))
        if current is not None and _content(state) == _content(current):
            current = state  # its place is that of the last version: alinéas before it may have come or gone
            versions.append(version)
            continue
        if current is not None:
            yield _closed(current, versions, scene)
        current, versions = state, [version]
    if current is not None:
        yield _closed(current, versions, scene)


def _content(state: BoundRule) -> BoundRule:
    return replace(state, versions=(), place=replace(state.place, alinea=0, table=0))


def _closed(rule: BoundRule, versions: list[Version], scene: Scene) -> BoundRule:
    stood = tuple(versions)
    return replace(rule, versions=tuple(v.id for v in stood), valid=scene.valid(stood, rule.source.act))


def _silence(source: SilentSource, scene: Scene, diagnostics: list[Diagnostic]) -> Life:
    life = live(source, scene)
    diagnostics.extend(life.diagnostics)
    return life


def _silences(source: SilentSource, life: Life) -> Iterator[BoundSilence]:
    if life.standing:
        last = life.standing[-1]
        yield BoundSilence(source, last.place, last.quote, tuple(s.version.id for s in life.standing))
