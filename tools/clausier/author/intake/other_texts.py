"""Sentences that amend another text than the convention: certainly, so that they change nothing here, or perhaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.author.apply.acts import doubtful, is_another, is_unclear
from clausier.author.intake.trial import Known, as_written, shown
from clausier.check.agreement.on_acts import act_named, of_act
from clausier.french import Order, Said, of_another_kind
from clausier.french.days import day_in
from clausier.model.dates import When
from clausier.model.provision import Provision
from clausier.refs.find import places_named
from clausier.refs.lines.sections import sections
from clausier.refs.ways import ways_of
from clausier.text.numerals import day_in_words
from clausier.text.regex import regex

_AMENDMENT = regex(r"\W*(?:\w+\W+)?avenant\b", re.IGNORECASE)
_ANOTHER = regex(r"(?:l[’']|le |un )?(?:avenant|loi|code|décret|arrêté|ordonnance)\b", re.IGNORECASE)


def other_text(said: Said, known: Known) -> str:
    """The text that a sentence names and that is not the convention of those days and that title for certain; "" for none."""
    for act in said.acts:
        named, kind = day_in(act), of_another_kind(act, known.title)
        if named in known.days and not kind:
            continue
        title = _with_days(known)
        unclear = act.lower() != "convention" and is_unclear(act, said.sentence, title)
        if named or kind or _ANOTHER.match(act) or unclear:
            return act
    return ""


def is_of_another_text(said: Said, known: Known, text: Provision) -> bool:
    """Whether a sentence is certainly of an agreement of another day, or kind, than the convention and its amendments.

    What it calls an amendment may be one of this text, which nobody has brought in. Where no day tells, it is
    named by more than its kind, and the places that the sentence names are not in this text.
    """
    named = _with_days(known)
    amending = [act.signed.first for act in known.acts if isinstance(act.signed, When)]
    if any(_AMENDMENT.match(act) or day_in(act) in amending for act in said.acts):
        return False
    told_by_day = any(day_in(act) for act in said.acts)
    if not told_by_day and (
        any(_may_stand(order, said, text) for order in said.orders) or not all(" " in act for act in said.acts)
    ):
        return False
    return all(is_another(act, named) for act in said.acts) and doubtful(said, said.acts, named, "", text) == ""


def _with_days(known: Known) -> str:
    """The title of the convention with the days by which sentences name it."""
    return " ".join([known.title, *(f"du {day_in_words(day)}" for day in known.days)])


def on_an_act(said: Said, name: str, known: Known) -> Iterator[str]:
    """How a sentence is written that changes an earlier amendment of the project."""
    other = act_named(name, known.acts)
    if other is None:
        return
    for order in said.orders:
        for way in ways_of(order, said.quotations, other.document):
            if way.targets:
                yield shown(as_written(of_act(way, other), None, "", 0))


def _may_stand(order: Order, said: Said, text: Provision) -> bool:
    """Whether a text may have the place that an order names: its article by the heading that is quoted, any other as it is counted here."""
    if not order.place or sections(order.place, said.quotations, text):
        return True
    if order.place[0].named is not None:
        return bool(sections(order.place[:1], said.quotations, text))
    ways = ways_of(order, said.quotations, text)
    return any(places_named(words, text) for way in ways for words in way.targets)
