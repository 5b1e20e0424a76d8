"""A rule as written, with what its words capture → a typed rule. What a kind needs and nothing says is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, assert_never, cast

from clausier.diagnostics import Diagnostic, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules import kinds, typed_votes
from clausier.rules.criteria import Base, Criteria, Criterion, Required, Test, Threshold
from clausier.rules.find import Spot
from clausier.rules.parameters import Parameters
from clausier.rules.settled import Settled, Slot
from clausier.rules.slots import bound, duration, rhythm, term, threshold, whole_number
from clausier.rules.typed_conduct import conduct
from clausier.rules.values import Share
from clausier.rules.vocabulary import BASES, GROUPS, HOLIDAYS, MEASURES, PARAMETERS
from clausier.rules.written import JoinedSource, RuleSource, Settings, each_test

_OPENABLE: dict[str, tuple[str, ...]] = {
    "majority": ("seuil", "assiette", "mesure", "parmi"),
    "quorum": ("seuil", "assiette", "mesure", "parmi", "pouvoirs", "application", "intervalle"),
    "ballot": ("second-tour",),
    "recusal": ("déportés",),
    "composition": ("sièges",),
    "frequency": ("rythme",),
    "deadline": ("durée", "fériés"),
    "duration": ("durée",),
    "competence": ("par", "fait"),
    "procedure": ("par",),
    "classification": ("fait",),
    "cost-sharing": ("payeurs", "fait"),
    "exception": ("déroge-à", "fait"),
}


def typed(source: RuleSource, spot: Spot, acts: Iterable[str]) -> tuple[kinds.Rule | None, tuple[Diagnostic, ...]]:
    """The typed rule that `source` states where its words stand at `spot`; None where something it needs is wrong.

    `acts` are the acts that a rule may name. A rule that reads a table is made by `clausier.rules.table`.
    """
    parameters = Parameters(source.id, source.settings, spot, source.quote.span if source.quote else None)
    diagnostics = list(_cannot_be_open(source))
    rule: kinds.Rule | None
    match source.kind:
        case "majority" | "quorum":
            rule, problems = _tested(source, spot, parameters)
            diagnostics.extend(problems)
        case "weights":
            rule = typed_votes.weights(parameters, source.bands)
        case "ballot":
            rule = typed_votes.ballot(parameters)
        case "composition":
            rule = typed_votes.composition(parameters, source.body)
        case "proxy":
            rule = typed_votes.proxy(parameters)
        case "casting-vote":
            rule = typed_votes.casting_vote(parameters)
        case "recusal":
            rule = typed_votes.recusal(parameters)
        case "frequency":
            often = rhythm(parameters)
            parameters.require("rythme", often)
            rule = kinds.Frequency(often) if often else None
        case "deadline":
            rule = _deadline(parameters)
        case "precedence":
            rule = _precedence(source, parameters, frozenset(acts))
        case "definition":
            meaning = parameters.words("sens") or spot.quote
            if parameters.ids("désigne"):
                parameters.require("objet", source.matter or None)
            rule = kinds.Definition(
                parameters.words("terme"), meaning, typed_votes.seat_names(parameters.ids("désigne"))
            )
        case "duty" | "permission" | "prohibition":
            rule = kinds.Norm(
                modality=source.kind,
                bearer=typed_votes.seat_names(parameters.ids("débiteur")),
                action=parameters.words("action") or spot.quote,
                beneficiary=typed_votes.seat_names(parameters.ids("bénéficiaire")),
                condition=parameters.words("si"),
                deadline=parameters.words("délai"),
                set_by=typed_votes.seat_names(parameters.ids("fixé-par")),
            )
        case "competence" | "procedure" | "classification" | "cost-sharing" | "exception" | "duration":
            rule = conduct(source, parameters)
        case _:
            assert_never(source.kind)
    diagnostics.extend(parameters.diagnostics)
    return (None if diagnostics else rule), tuple(diagnostics)


def _cannot_be_open(source: RuleSource) -> Iterator[Diagnostic]:
    allowed = _OPENABLE.get(source.kind, ())
    for settings in (source.settings, *each_test(source.tests), *source.steps):
        for reading in settings.readings:
            if reading.parameter.value not in allowed:
                name, known = reading.parameter.value, ", ".join(allowed) or "—"
                yield report(codes.NOT_A_PARAMETER, reading.parameter.span, parameter=name, parameters=known)


def _tested(
    source: RuleSource, spot: Spot, parameters: Parameters
) -> tuple[kinds.Majority | kinds.Quorum | None, tuple[Diagnostic, ...]]:
    written = source.tests or source.settings
    again = parameters.ids("convocation") == ("seconde",)
    # A meeting called again may need no quorum: then no threshold is stated, captured or left open.
    if again and isinstance(written, Settings):
        sought = Parameters(source.id, written, spot)
        if threshold(sought) is None and not sought.diagnostics:
            return typed_votes.quorum(parameters, None), ()
    tests, diagnostics = _tests(written, source, spot)
    if tests is None:
        return None, diagnostics
    if source.kind == "quorum":
        return typed_votes.quorum(parameters, tests), diagnostics
    # A lone whole number in the words is the threshold, never the round.
    round_ = whole_number(parameters, "tour") if parameters.says("tour") else None
    return kinds.Majority(tests, round_.value if isinstance(round_, Settled) else 0), diagnostics


def _tests(
    written: JoinedSource | Settings, source: RuleSource, spot: Spot
) -> tuple[Test | None, tuple[Diagnostic, ...]]:
    if isinstance(written, JoinedSource):
        made = [_tests(part, source, spot) for part in written.of]
        diagnostics = tuple(d for _, found in made for d in found)
        parts = tuple(part for part, _ in made if part is not None)
        if len(parts) < len(written.of):
            return None, diagnostics
        joined = Criteria(written.how, parts)
        return (_among_others(source.settings, joined) if written is source.tests else joined), diagnostics
    settings = written if written is source.settings else written.below(source.settings)
    quote = source.quote.span if source.quote else None
    parameters = Parameters(source.id, settings, spot, quote, _reading_names(written, source))
    if written.get("requis") and not _has_threshold(written, source, spot):
        return _among_others(written, None), ()
    measure = term(parameters, "mesure", MEASURES, closed=False) or Settled(_usual_measure(source))
    reach = threshold(parameters)
    parameters.require("seuil", reach)
    base = _base(parameters, measure, source, needed=reach is None or _is_share(reach))
    among = term(parameters, "parmi", GROUPS, closed=False) or Settled("")
    if parameters.diagnostics or reach is None or base is None:
        return None, tuple(parameters.diagnostics)
    blocking = parameters.ids("blocage") == ("oui",)
    criterion = Criterion(threshold=reach, measure=measure, base=base, among=among, blocking=blocking)
    return _among_others(written, criterion), ()


def _has_threshold(written: Settings, source: RuleSource, spot: Spot) -> bool:
    """Whether a test that requires some seats has a threshold of its own besides; what the rule's words capture is the rule's."""
    if written is not source.settings:
        return bool(written.get("seuil")) or written.reading("seuil") is not None
    sought = Parameters(source.id, written, spot)
    return threshold(sought) is not None or bool(sought.diagnostics)


def _among_others(settings: Settings, test: Test | None) -> Test:
    """`test`, and that the seats which `settings` require are among those counted, where they require some."""
    required = Required(tuple(words.value for words in settings.get("requis")))
    if test is None or not required.seats:
        return test or required
    return Criteria("all", (test, required))


def _usual_measure(source: RuleSource) -> str:
    return "votes" if source.kind == "majority" else "heads"


def _reading_names(test: Settings, source: RuleSource) -> dict[str, str]:
    """The names of a test's own readings, where others of the rule leave the same thing open: `eleves-base`."""
    leaves = [*each_test(source.tests)]
    declared = [r.parameter.value for settings in (source.settings, *leaves) for r in settings.readings]
    if test not in leaves:
        return {}
    labels = [_label(leaf, source) for leaf in leaves]
    rank = leaves.index(test)
    alike = [n for n, label in enumerate(labels) if label == labels[rank]]
    label = labels[rank] if len(alike) == 1 else f"{labels[rank]}-{alike.index(rank) + 1}"
    own = (r.parameter.value for r in test.readings)
    return {name: f"{label}-{PARAMETERS.get(name, name)}" for name in own if declared.count(name) > 1}


def _label(test: Settings, source: RuleSource) -> str:
    stated = test.get("mesure") or source.settings.get("mesure")
    return MEASURES.get(stated[0].value, stated[0].value) if stated else _usual_measure(source)


def _is_share(slot: Slot[Threshold]) -> bool:
    return any(isinstance(value, Share) for value in slot.values)


def _base(parameters: Parameters, measure: Slot[str], source: RuleSource, *, needed: bool) -> Slot[Base] | None:
    found = term(parameters, "assiette", BASES, closed=True)
    if found is not None:
        return cast("Slot[Base]", found)
    heads_or_votes = isinstance(measure, Settled) and measure.value in MEASURES.values()
    # A quorum is taken of all, by what the word means; of which pupils or inhabitants, only the text can say.
    if not needed or (source.kind == "quorum" and heads_or_votes):
        return None if "assiette" in parameters.failed else Settled("all")
    parameters.require("assiette", None)
    return None


def _deadline(parameters: Parameters) -> kinds.Deadline | None:
    length = duration(parameters)
    parameters.require("durée", length)
    before, after = parameters.ids("avant"), parameters.ids("après")
    side: Literal["before", "after"] = "before" if before else "after"
    limit = bound(parameters, side)
    parameters.require("borne", limit)
    holidays = term(parameters, "fériés", HOLIDAYS, closed=True) or Settled("france")
    extended = parameters.ids("prorogé") == ("oui",)
    if extended and (side == "before" or limit == "at-least"):
        parameters.diagnostics.append(report(codes.NEVER_EXTENDED, parameters.settings.get("prorogé")[0].span))
    if length is None or limit is None:
        return None
    return kinds.Deadline(
        length=length,
        side=side,
        of="".join(before or after),
        event="".join(parameters.ids("événement")),
        bound="at-least" if limit == "at-least" else "at-most",
        extended=extended,
        holidays=holidays,
    )


def _precedence(source: RuleSource, parameters: Parameters, acts: frozenset[str]) -> kinds.Precedence:
    prevails = parameters.ids("prévaut") or (source.where.target.act or source.act,)
    over = parameters.ids("sur")
    for name in ("prévaut", "sur"):
        for words in parameters.settings.get(name):
            if words.value not in acts:
                parameters.diagnostics.append(report(codes.UNKNOWN_ACT, words.span, act=words.value))
    return kinds.Precedence(prevails=prevails[0], over=over, scope=parameters.words("portée"))
