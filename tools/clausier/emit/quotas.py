"""What a majority asks for, in words: so much of what all seats have, or of what those have that it names."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from clausier.decide.coalitions import Quota, Why
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import SEMICOLON
from clausier.emit.answer_words import figure as told
from clausier.rules.exact import decimal
from clausier.text.words import enumerated

_ONE = {
    "votes": Message(fr="voix", en="vote"),
    "heads": Message(fr="siège", en="seat"),
    "": Message(fr="point (poids combinés)", en="point (combined weights)"),
}
_MANY = {
    "votes": Message(fr="voix", en="votes"),
    "heads": Message(fr="sièges", en="seats"),
    "": Message(fr="points (poids combinés)", en="points (combined weights)"),
}
_OF = Message(fr="{least}\u00a0{of} sur\u00a0{whole}", en="{least} {of} of {whole}")
_MORE_THAN = Message(fr="plus de {least}\u00a0{of} sur\u00a0{whole}", en="more than {least} {of} of {whole}")
_ONLY = Message(fr="{seats} seulement", en="{seats} only")
_REACHED = Message(fr="avec ces sièges, {reached} au moins", en="with these seats, at least {reached}")
_THE_SEAT = Message(fr="le vote favorable du siège {seats}", en="the favourable vote of the seat {seats}")
_THE_SEATS = Message(fr="le vote favorable des sièges {seats}", en="the favourable votes of the seats {seats}")
_ONE_SEAT = Message(
    fr="le vote favorable d’un des sièges {seats}", en="the favourable vote of one of the seats {seats}"
)
_SOME_SEATS = Message(
    fr="le vote favorable de {least}\u00a0des {whole}\u00a0sièges {seats}",
    en="the favourable votes of {least} of the {whole} seats {seats}",
)
_AND = Message(fr="et", en="and")
UNCOUNTED: dict[Why, Message] = {
    "not-monotone": Message(
        fr="Une voix de plus peut y défaire une adoption : aucun indice ne dit qui a du poids.",
        en="One more vote may undo an adoption: no index says who has power.",
    ),
    "not-weighted": Message(
        fr="La condition n’est pas une majorité de poids, et il y a trop de sièges pour les coalitions une à une.",
        en="The condition is not a majority of weights, and there are too many seats to try each coalition.",
    ),
    "too-many-sums": Message(
        fr="Les poids font trop de sommes différentes pour être comptées.",
        en="The weights make too many different sums to be counted.",
    ),
    "too-many-seats": Message(fr="Il y a trop de sièges.", en="There are too many seats."),
}
"""Why no index says what the seats weigh."""


def needed(quota: Quota, seats: Sequence[str], lang: Lang, data: str = "{name}") -> str:
    """What must be reached, as a sentence names it: « 12 voix sur 15 », « le vote favorable du siège a ».

    Where no seats make exactly what the words ask for, both are said: « plus de 500 voix sur 1000 (avec ces sièges, 550 au moins) ».

    `seats` are the names of all seats, in order. `data` says how a column of data is called.
    """
    among = enumerated([seats[rank] for rank in quota.among], _AND.text(lang))
    least, whole = (figure(number, lang) for number in (quota.least, quota.whole))
    if among and quota.of == "heads":
        every = quota.least == quota.whole
        said = (_THE_SEAT if quota.whole == 1 else _THE_SEATS) if every else _ONE_SEAT if least == "1" else _SOME_SEATS
        return said.fill(least=least, whole=whole, seats=among).text(lang)
    # A seat is there whole: of seats, the least that can be is what is asked for.
    stated = None if quota.of == "heads" else quota.stated
    asked = stated.sum if stated else quota.least
    # One and a half is singular in French, plural in English.
    units = _ONE if asked < 2 and (lang == "fr" or asked == 1) else _MANY
    of = units[quota.of].text(lang) if quota.of in units else data.format(name=quota.of)
    sentence = _MORE_THAN if stated and stated.strict else _OF
    required = sentence.fill(least=figure(asked, lang), of=of, whole=whole).text(lang)
    notes = [_ONLY.fill(seats=among).text(lang)] if among else []
    if stated and stated.reached is not None:
        notes.append(_REACHED.fill(reached=figure(stated.reached, lang)).text(lang))
    return f"{required} ({f'{SEMICOLON.text(lang)} '.join(notes)})" if notes else required


def figure(number: Fraction, lang: Lang = "fr") -> str:
    """An exact number as it is written: `4,5`; a fraction where no decimal is exact."""
    return told(decimal(number), lang)
