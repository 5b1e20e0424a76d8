"""Plain texts and their amendments as signed → the consolidated text, and a query for each sentence that is not certain.

Each way in which a sentence may be meant is tried on the text; it is followed where all that fit make the same text, and asked
about otherwise. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from clausier.author.plain import plain_articles, plain_document, plain_fragment, plain_lines
from clausier.consolidate.states import run
from clausier.diagnostics import Span, has_errors
from clausier.french import Order, Part, Said, Written, read_article, written
from clausier.model.operation import (
    AddWords,
    Append,
    Common,
    Delete,
    InsertBeside,
    Repeal,
    Replace,
    Retitle,
    Substitute,
    TextOperation,
)
from clausier.model.provision import Fragment, Provision
from clausier.model.target import Target
from clausier.source.headings import number_key
from clausier.source.targets import read_target
from clausier.text.typography import fold

Json = dict[str, Any]
_SPAN = Span("")
_DAY = re.compile(r"\b\d{1,2}(?:er)?\s+\w+\s+\d{4}\b")
_UNIT = re.compile(r"\b(?:articles?|annexes?|préambule|alinéas?|paragraphes?)\b", re.IGNORECASE)
_ORDERS = re.compile(
    r"\b(?:est|sont|sera|seront)\b|^\W*(?:annule|remplace|modifie|complète|supprime)|\bremplace\b|\bannule\b",
    re.IGNORECASE,
)


class DocumentError(ValueError):
    """What was given is not a document in the form of `apply`."""


class Query(Struct, frozen=True):
    """A sentence of an amendment that is not certain, as written, and why (in French)."""

    sentence: str
    message: str


def apply(document: Json) -> Json:
    """The text of `base` with its `avenants` applied in order: `case`, `articles` (`num`, `title`, `text`) and `queries`.

    Raises DocumentError where a key is missing or of another kind.
    """
    try:
        base, avenants, title = document["base"]["articles"], document["avenants"], document["title"]
        text = plain_document(base)
        every = [
            [(f"{a['id']}/{n}", article["text"] or "") for n, article in enumerate(a["articles"])] for a in avenants
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise DocumentError(str(error)) from None
    queries: list[Query] = []
    for articles in every:
        text, asked = _amended(articles, text, title)
        queries.extend(asked)
    return {
        "case": document.get("case"),
        "articles": list(plain_articles(text, base)),
        "queries": [{"sentence": q.sentence, "message": q.message} for q in queries],
    }


def _amended(articles: list[tuple[str, str]], text: Provision, title: str) -> tuple[Provision, list[Query]]:
    """The text after one amendment; an amendment that changes nothing and asks nothing was not understood."""
    before = text
    queries: list[Query] = []
    first = ""
    for name, words in articles:
        for said in read_article(words):
            first = first or said.sentence
            text, asked = _followed(said, text, name, title)
            queries.extend(asked)
    if text is before and not queries and first:
        queries.append(Query(first, "rien de cet avenant ne change le texte"))
    return text, queries


def _followed(said: Said, text: Provision, name: str, title: str) -> tuple[Provision, list[Query]]:
    if _of_another_text(said, title):
        return text, []
    if not said.orders:
        unsure = said.payload or (said.amends and _UNIT.search(said.sentence) and _ORDERS.search(said.sentence))
        return text, [Query(said.sentence, "phrase non comprise")] if unsure else []
    before = text
    for index, order in enumerate(said.orders):
        made: dict[str, Provision] = {}
        for operation in _operations(order, said, text, f"{name}#{index}"):
            result = run((operation,), text)
            if not has_errors(result.findings):
                made["\n".join(_seen(result.document))] = result.document
        if len(made) != 1:
            return before, [
                Query(said.sentence, "plusieurs lectures" if made else "aucune lecture ne convient au texte")
            ]
        (text,) = made.values()
    return text, []


def _of_another_text(said: Said, title: str) -> bool:
    """Whether the acts that a sentence names by their days are all others than this one."""
    days = {day for act in said.acts for day in _DAY.findall(act)}
    own = set(_DAY.findall(title))
    return bool(days and own and not days & own)


def _seen(document: Provision) -> Iterator[str]:
    for provision in document.walk():
        yield f"# {provision.title()} {provision.status}"
        yield from plain_lines(provision)


def _operations(order: Order, said: Said, text: Provision, name: str) -> Iterator[TextOperation]:
    """Each operation that an order may be."""
    common = Common(id=name, verb=order.verb, act=name.partition("/")[0], article=name, span=_SPAN)
    for way in written(order, said.quotations):
        targets = tuple(t for t in (read_target(words, _SPAN)[0] for words in way.targets) if t)
        if len(targets) != len(way.targets) or (way.named and not _bears(order.place, way.named, text)):
            continue
        if operation := _operation(way, common, targets, order.place, said, text):
            yield operation


def _operation(
    way: Written, common: Common, targets: tuple[Target, ...], place: tuple[Part, ...], said: Said, text: Provision
) -> TextOperation | None:
    details = dict(way.details)
    match way.verb:
        case "remplacer" if said.payload:
            return Replace(common=common, targets=targets, payload=_payload(said.payload, place, text))
        case "compléter" if said.payload:
            return Append(common=common, targets=targets, payload=_payload(said.payload, place, text))
        case "insérer-après" | "insérer-avant" if said.payload:
            before = way.verb == "insérer-avant"
            payload = _payload(said.payload, place, text)
            return InsertBeside(common=common, targets=targets, payload=payload, before=before)
        case "abroger":
            return Repeal(common=common, targets=targets)
        case "supprimer":
            return Delete(common=common, targets=targets)
        case "remplacer-mots" | "supprimer-mots":
            return Substitute(common=common, targets=targets, words=details["mots"], new=details.get("par", ""))
        case "insérer-mots":
            anchor, before = details.get("après") or details["avant"], "avant" in details
            return AddWords(common=common, targets=targets, anchor=anchor, new=details["mots"], before=before)
        case "renommer" if "intitulé" in details:
            return Retitle(common=common, targets=targets, heading=details["intitulé"])
        case _:
            return None


def _bears(place: tuple[Part, ...], given: str, text: Provision) -> bool:
    """Whether the unit of that number has the heading that the sentence gives it."""
    keys = {number_key(n) for part in place for n in part.numbers}
    return any(
        number_key(p.number) in keys and p.heading is not None and _bare(p.heading.chars) == _bare(given)
        for p in text.walk()
    )


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", fold(words).chars.lower())


def _payload(quoted: tuple[str, ...], place: tuple[Part, ...], text: Provision) -> Fragment:
    """The new text; its first line is the heading of the article where it says that article's number or heading."""
    lines = [line.strip() for one in quoted for line in one.split("\n") if line.strip()]
    last = place[-1]
    if last.unit != "ARTICLE" or len(last.numbers) != 1 or len(lines) < 2:
        return plain_fragment(lines)
    if re.match(rf"^(?:Article|Art\.)\s+{re.escape(last.numbers[0])}\b", lines[0], re.IGNORECASE):
        return plain_fragment(lines[1:], heading=lines[0])
    old = next((p for p in text.walk() if number_key(p.number) == number_key(last.numbers[0])), None)
    named = old is not None and old.heading is not None and _bare(lines[0]) == _bare(old.heading.chars)
    return plain_fragment(lines[1:] if named else lines)
