"""A rule that says who does what in which case, who pays, or what is an exception, as written → a typed rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from clausier.diagnostics import Diagnostic, Message, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules import kinds
from clausier.rules.find import Spot
from clausier.rules.parameters import Parameters
from clausier.rules.settled import Case, Open, Settled, Slot
from clausier.rules.slots import duration, named, term
from clausier.rules.vocabulary import CERTAIN, GROUPS, NOBODY, PARAMETERS, POWERS
from clausier.rules.written import JoinedSource, RuleSource, Settings, each_test
from clausier.text.words import closest

ALWAYS = kinds.Facts("all", ())
_NEAREST = Message(fr="la plus proche\u00a0: {nearest}", en="the nearest: {nearest}")


def conduct(source: RuleSource, parameters: Parameters) -> kinds.Conduct | None:
    """The typed rule that `source` states; None where something it needs is missing or wrong (then reported)."""
    when = _when(source, parameters)
    match source.kind:
        case "competence":
            by = named(parameters, "par", _some)
            return kinds.Competence(by=by, gives=_powers(parameters.settings), when=when) if by and when else None
        case "procedure":
            return _procedure(source, parameters)
        case "classification":
            classed, otherwise = ("".join(parameters.ids(name)) for name in ("comme", "sinon"))
            return kinds.Classification(classed=classed, when=when, otherwise=otherwise) if when else None
        case "cost-sharing":
            payers = named(parameters, "payeurs", _some)
            return kinds.CostSharing(payers=payers, when=when) if payers and when else None
        case "exception":
            excepts = named(parameters, "déroge-à", _some)
            return kinds.Exemption(excepts=excepts, when=when) if excepts and when else None
        case _:
            length = duration(parameters)
            parameters.require("durée", length)
            return kinds.Lasting(length=length, of="".join(parameters.ids("après"))) if length else None


def excepting_nothing(sources: Iterable[RuleSource]) -> Iterator[Diagnostic]:
    """A finding for each rule that an exception names and that is not among `sources`."""
    listed = tuple(sources)
    known = tuple(dict.fromkeys(source.id for source in listed))
    for source in listed:
        if source.kind != "exception":
            continue
        reading = source.settings.reading("déroge-à")
        cases = reading.cases if reading else ()
        named = [words for case in cases for words in case.value or (case.name,)]
        for words in (*source.settings.get("déroge-à"), *named):
            if words.value not in known:
                near = closest(words.value, known)
                help_ = _NEAREST.fill(nearest=near) if near else None
                yield report(codes.UNKNOWN_RULE, words.span, help=help_, rule=words.value)


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    """The English names of groups; a member's own stays, and `aucun` is nobody."""
    return tuple(GROUPS.get(name, name) for name in names if name != NOBODY)


def _powers(settings: Settings) -> tuple[kinds.Power, ...]:
    return tuple(POWERS[words.value] for words in settings.get("donne"))


def _when(source: RuleSource, parameters: Parameters) -> kinds.Fact | kinds.Facts | None:
    """In which case the rule applies: the facts that it names, joined as it says; always, where it names none."""
    written = source.tests or source.settings
    if source.tests is None and not (source.settings.get("fait") or source.settings.reading("fait")):
        return ALWAYS
    leaves = [*each_test(written)]
    names = {id(leaf): _name(leaf, leaves) for leaf in leaves}
    return _facts(written, parameters, source.id, parameters.spot, names)


def _name(leaf: Settings, leaves: list[Settings]) -> str:
    """The name of the reading of an open fact: `fact`, or where several are open, `fact-2`."""
    opened = [other for other in leaves if other.reading("fait")]
    rank = next((n for n, other in enumerate(opened, start=1) if other is leaf), 1)
    return PARAMETERS["fait"] if len(opened) < 2 else f"{PARAMETERS['fait']}-{rank}"


def _facts(
    written: JoinedSource | Settings, above: Parameters, rule: str, spot: Spot | None, names: Mapping[int, str]
) -> kinds.Fact | kinds.Facts | None:
    if isinstance(written, JoinedSource):
        parts = [_facts(part, above, rule, spot, names) for part in written.of]
        known = tuple(part for part in parts if part is not None)
        return kinds.Facts(written.how, known) if len(known) == len(parts) else None
    parameters = Parameters(rule, written, spot, above.quote, {"fait": names[id(written)]})
    name = term(parameters, "fait", {}, closed=False)
    parameters.require("fait", name)
    above.diagnostics.extend(parameters.diagnostics)
    denied = any(words.value == "non" for words in written.get("est"))
    return kinds.Fact(_named(name), holds=not denied) if name else None


def _named(name: Slot[str]) -> Slot[str]:
    match name:
        case Settled():
            return Settled(_of_fact(name.value))
        case Open():
            return Open(name.reading, tuple(Case(c.name, _of_fact(c.value), c.label) for c in name.cases))
        case _:
            assert_never(name)


def _of_fact(name: str) -> str:
    return "" if name == CERTAIN else name


def _procedure(source: RuleSource, above: Parameters) -> kinds.Procedure | None:
    steps: list[kinds.Step] = []
    opened = sum(step.reading("par") is not None for step in source.steps)
    for rank, settings in enumerate(source.steps, start=1):
        name = PARAMETERS["par"] if opened < 2 else f"{PARAMETERS['par']}-{rank}"
        parameters = Parameters(source.id, settings, above.spot, above.quote, {"par": name})
        by = term(parameters, "par", GROUPS, closed=False)
        parameters.require("par", by)
        above.diagnostics.extend(parameters.diagnostics)
        if by is not None:
            steps.append(kinds.Step(by, _powers(settings)))
    return kinds.Procedure(tuple(steps)) if len(steps) == len(source.steps) else None
