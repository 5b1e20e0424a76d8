"""What a statement of the site rests on: the words of the text, where they stand, and the rule that was read out of them."""

from __future__ import annotations

from clausier.emit.answer_words import THE_CONVENTION
from clausier.emit.html import escape
from clausier.emit.operations import part_of_act
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.page import Page, inside, paragraph
from clausier.rules.bound import BoundRule


def where(rule: BoundRule, atlas: Atlas, page: Page) -> str:
    """The place of the rule's words, as a link of `page`."""
    return page.link(*_place(rule, atlas))


def cited(rule: BoundRule, atlas: Atlas, page: Page) -> str:
    """A link to what the site says of the rule, called by the place of its words: « 8.1, al. 3 »."""
    return page.link(_address(rule.id), _place(rule, atlas)[1])


def _place(rule: BoundRule, atlas: Atlas) -> tuple[str, str]:
    """The address of the rule's words, and what their place is called."""
    place = rule.place
    if place.act:
        entry = atlas.acts[place.act]
        return entry.path, f"{entry.name}, {part_of_act(place.number)}"
    there = atlas.places[place.provision]
    if place.table:
        return there, f"{place.number}, tableau\u00a0{place.table}"
    if place.alinea:
        return inside(there, f"al-{place.alinea}"), f"{place.number}, al.\u00a0{place.alinea}"
    return there, place.number


def _address(rule: str) -> str:
    return f"regles.html#{rule}"


def rule_link(rule: str, page: Page) -> str:
    """A link to what the site says of the rule of that id."""
    return page.link(_address(rule), rule)


def ground(rule: BoundRule, atlas: Atlas, page: Page) -> str:
    """The sentence that a statement rests on, its place and its rule; the rule alone where no words state it."""
    sentence = atlas.rules.sentence_of(rule, atlas.latest.id).rstrip("\u00a0 ;,:")
    words = f'<span class="words">«\u00a0{escape(sentence)}\u00a0»</span> ' if rule.quote else ""
    return paragraph(
        f"{words}<span>{where(rule, atlas, page)}\u00a0; règle {rule_link(rule.id, page)}</span>", "ground"
    )


def lacunas(atlas: Atlas, page: Page) -> str:
    """What of the text in force may say more: provisions whose words are not available, sentences that no rule states yet."""
    missing = [part for part in atlas.latest.document.walk() if part.lacuna is not None]
    told = []
    if missing:
        places = [
            page.link(atlas.places[part.id], atlas.numbers[part.id] if part.number else THE_CONVENTION.fr)
            for part in missing
        ]
        listed = ", ".join(places)
        told.append(f"Des stipulations dont le texte n’est pas disponible peuvent en dire plus\u00a0: {listed}.")
    if left := atlas.rules.left(atlas.latest.id):
        many = left > 1
        count = f"{left}\u00a0phrase{'s' if many else ''}"
        if atlas.rules.rules or atlas.rules.silences:
            count = page.link("couverture.html", count)
        told.append(
            f"{count} du texte disponible n’ont pas encore été lues comme règles, et peuvent en dire plus."
            if many
            else f"{count} du texte disponible n’a pas encore été lue comme règle, et peut en dire plus."
        )
    return "\n".join(paragraph(one, "silent") for one in told)
