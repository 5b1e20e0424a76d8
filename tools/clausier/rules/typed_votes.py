"""Rules about votes as written → typed: who sits, what each weighs, proxies, ties, meetings called again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from clausier.diagnostics import codes_rul as codes
from clausier.diagnostics import report
from clausier.rules import kinds
from clausier.rules.criteria import Test
from clausier.rules.parameters import Parameters
from clausier.rules.settled import Open, Settled
from clausier.rules.slots import A_CEILING, A_NUMBER, exact_number, interval, named, term, whole_number
from clausier.rules.values import Share, Value
from clausier.rules.vocabulary import COUNTED, GROUPS, LATER, MEASURES, ROUNDING, YES_NO
from clausier.rules.written import BandSource
from clausier.source.yaml import Scalar


def quorum(parameters: Parameters, tests: Test | None) -> kinds.Quorum:
    """The quorum that `tests` make, and of which meeting it is."""
    again = None
    if parameters.ids("convocation") == ("seconde",):
        again = kinds.Again(
            interval=interval(parameters),
            same_agenda=parameters.ids("ordre-du-jour") == ("même",),
        )
    return kinds.Quorum(
        tests=tests,
        proxies=term(parameters, "pouvoirs", COUNTED, closed=True) or Settled("not-counted"),
        applies=term(parameters, "application", YES_NO, closed=True) or Settled("yes"),
        again=again,
    )


def ballot(parameters: Parameters) -> kinds.Ballot | None:
    """In how many rounds a vote is taken, and what the later ones need."""
    rounds = whole_number(parameters, "tours")
    parameters.require("tours", rounds)
    later = term(parameters, "second-tour", LATER, closed=True)
    return kinds.Ballot(rounds.value, later) if isinstance(rounds, Settled) else None


def weights(parameters: Parameters, bands: tuple[BandSource, ...]) -> kinds.Weights | None:
    """What each seat weighs: the same, or what follows from a figure."""
    among = "".join(parameters.ids("collège"))
    if column := "".join(parameters.ids("donnée")):
        figure = _figure(parameters, column, bands)
        return kinds.Weights(figure=figure, among=among) if figure else None
    if bands:
        parameters.require("donnée", None)
        return None
    each = exact_number(parameters, "voix")
    parameters.require("voix", each)
    return kinds.Weights(each=each.value, among=among) if isinstance(each, Settled) else None


def _figure(parameters: Parameters, column: str, bands: tuple[BandSource, ...]) -> kinds.Figure | None:
    before = len(parameters.diagnostics)
    read_bands = tuple(_bands(parameters, bands))
    most = ceiling(parameters)
    rounded = parameters.choice("arrondi", ROUNDING)
    figure = kinds.Figure(
        column=column,
        bands=read_bands,
        per=exact(parameters, "une-voix-par") or Fraction(1),
        rounded="up" if rounded == "up" else "down" if rounded == "down" else "",
        least=exact(parameters, "plancher"),
        most=most,
    )
    return figure if len(parameters.diagnostics) == before else None


def limited(found: kinds.Weights, parameters: Parameters) -> kinds.Weights:
    """What the seats of a table weigh, no fewer and no more than the rule says: of the votes that the table gives."""
    least, most = exact(parameters, "plancher"), ceiling(parameters)
    by = [(seat, max(votes, least) if least is not None else votes) for seat, votes in found.by]
    every = sum((votes for _, votes in by), Fraction())

    def limit(votes: Fraction) -> Fraction:
        return every - votes if most == "others" else most.of * every if isinstance(most, Share) else most or votes

    return replace(found, by=tuple((seat, min(votes, limit(votes))) for seat, votes in by))


def ceiling(parameters: Parameters) -> kinds.Most | None:
    """The most votes that a seat may have."""
    for words in parameters.settings.get("plafond"):
        if words.value == "autres":
            return "others"
        value = parameters.value_of(words)
        if isinstance(value, Share):
            return value
        if isinstance(value, int | Fraction) and value > 0:
            return Fraction(value)
        parameters.refuse("plafond", words, A_CEILING)
    return None


def _bands(parameters: Parameters, bands: tuple[BandSource, ...]) -> Iterator[tuple[Fraction | None, Fraction]]:
    last: Fraction | None = None
    for n, band in enumerate(bands, start=1):
        up_to = _exact(parameters, "tranches", band.up_to) if band.up_to else None
        votes = _exact(parameters, "tranches", band.votes)
        # Bands go up, and the last alone has no end: no figure falls between two, or beyond them all.
        if (up_to is None) != (n == len(bands)) or (up_to is not None and last is not None and up_to <= last):
            span = (band.up_to or band.votes).span
            parameters.diagnostics.append(report(codes.BANDS_OUT_OF_ORDER, span))
        last = up_to
        if votes is not None:
            yield up_to, votes


def exact(parameters: Parameters, name: str) -> Fraction | None:
    """The number stated for `name`, if one is."""
    stated = parameters.settings.get(name)
    return _exact(parameters, name, stated[0]) if stated else None


def _exact(parameters: Parameters, name: str, words: Scalar) -> Fraction | None:
    value: Value | None = parameters.value_of(words)
    if isinstance(value, int | Fraction) and value > 0:
        return Fraction(value)
    parameters.refuse(name, words, A_NUMBER)
    return None


def composition(parameters: Parameters, body: str) -> kinds.Composition | None:
    """Who sits in `body`."""
    seats = named(parameters, "sièges", seat_names, ids=True)
    if seats is None:
        return None
    college = "".join(parameters.ids("collège"))
    return kinds.Composition(
        college=college,
        given_as=college or body,
        seats=seats,
        voting=parameters.ids("vote") != ("non",),
        held_by=parameters.ids("tenu-par"),
    )


def seat_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The English names of groups of seats; a seat's own stays."""
    return tuple("designated" if name == "désignés" else GROUPS.get(name, name) for name in names)


def proxy(parameters: Parameters) -> kinds.Proxy | None:
    """Whether an absent seat may be represented, and by whom how often."""
    allowed = parameters.ids("admis") != ("non",)
    limit = whole_number(parameters, "limite")
    if isinstance(limit, Open) or parameters.diagnostics:
        return None
    return kinds.Proxy(allowed, limit.value if limit else None)


def casting_vote(parameters: Parameters) -> kinds.CastingVote:
    """Who prevails in a tie."""
    seat = "".join(parameters.ids("siège"))
    measure = parameters.choice("mesure", MEASURES) or "votes"
    open_only = parameters.ids("sauf-scrutin-secret") == ("oui",)
    return kinds.CastingVote("" if seat == "president" else seat, open_only, measure)


def recusal(parameters: Parameters) -> kinds.Recusal | None:
    """Whether who may not vote still counts."""
    counts = term(parameters, "déportés", COUNTED, closed=True)
    parameters.require("déportés", counts)
    return kinds.Recusal(counts) if counts else None
