"""One sentence of an amendment, followed: its orders carried out, or a query."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.acts import doubtful
from clausier.author.apply.beside import why_beside
from clausier.author.apply.by_words import by_its_words
from clausier.author.apply.carried_out import carried_out, done
from clausier.author.apply.contradicted import contradicted, perhaps_changed
from clausier.author.apply.lines import Unsure
from clausier.author.apply.moved import own_text
from clausier.author.apply.quiet import may_change, said_by_its_order, says_it
from clausier.author.apply.told import by_an_earlier_sentence, by_its_number, shifted_already
from clausier.check.agreement.figures import with_figures
from clausier.check.agreement.nouns import with_its_nouns
from clausier.diagnostics import Diagnostic
from clausier.french import Itself, Said, acts_named, announces_in, behind_its_text
from clausier.french.leads import NOT_UNDERSTOOD, with_lead
from clausier.model.provision import Provision

_SHORT, _TOO_SHORT = 30, 12  # letters and figures


class Query(Struct, frozen=True):
    """A sentence of an amendment that is not certain, as written, and why (in French).

    `left`: these words of the text are amiss, while they stand: it was followed to the letter, or says otherwise and orders nothing.
    """

    sentence: str
    message: str
    left: str = ""


class Article(Struct, frozen=True):
    """An article of an amendment: a name for it, its number, its heading, its text, the titles of the amendment and of the text.

    `itself` is the text, where it is an annex.
    """

    name: str
    number: str
    heading: str
    words: str
    by: str
    of: str
    itself: Itself | None = None


def followed(
    said: Said, following: Sequence[Said], article: Article, before: Provision, text: Provision
) -> tuple[Provision, list[Query]]:
    """What a sentence makes of `text`, which its amendment has so far made of `before`."""
    again = said_by_its_order(said, following)
    if again is not None:
        why = "l’article est ensuite récrit en entier, sans ce qui est dit ici"
        return text, [] if again else [Query(_shown(said), why)]
    doubt = doubtful(said, said.acts or acts_named(article.heading, article.itself), article.of, article.by, text)
    if doubt is not None:
        return text, [Query(said.sentence, doubt)] if doubt else []
    said = by_an_earlier_sentence(
        by_its_number(with_its_nouns(with_figures(said, text), text), following), article.words, text
    )
    if said.payload and said.after and any(not s.orders for s in following):
        said = replace(said, uncertain=True)  # lines behind the quotation, and more that may be of them
    if not said.orders:
        if shifted_already(said, before, text):
            return text, []
        if (shown := done(by_its_words(said, text, article.name), text)) is not None:
            return shown, []
        return text, [*_told(said, text), *_told_behind(said, text)]
    start = text
    amiss: list[Query] = []
    for index, order in enumerate(said.orders):
        if announces_in(order, said, following):
            continue
        try:
            text, found = carried_out(order, own_text(order, said), before, text, f"{article.name}#{index}")
            amiss.extend(Query(said.sentence, f.message.text("fr"), left=_shown_by(f)) for f in found)
        except Unsure as unsure:
            return start, [Query(_shown(said, _TOO_SHORT), str(unsure))]
    return text, [*amiss, *_told_behind(said, text)]


def _told(said: Said, text: Provision) -> Iterator[Query]:
    """What to ask of a sentence that orders nothing."""
    if may_change(said, text):
        yield Query(_shown(said), with_lead(NOT_UNDERSTOOD, said.sentence))
    elif why := why_beside(said, text):
        left = contradicted(said.sentence, text) or perhaps_changed(said.sentence, text)
        yield Query(_shown(said), why, left=left)


def _told_behind(said: Said, text: Provision) -> Iterator[Query]:
    """What to ask of the lines behind the new text that a sentence brings."""
    behind = (one for one in behind_its_text(said) if not says_it(text, one.sentence))
    yield from (query for one in behind for query in _told(one, text))


def _shown_by(finding: Diagnostic) -> str:
    """The words of the text that a finding shows."""
    told = dict(finding.message.values)
    return str(told.get("around") or told["other"]).strip("… ")


def _shown(said: Said, short: int = _SHORT) -> str:
    """The sentence, with the text after it where it is too short to be found again (« Article 3 »)."""
    alone = sum(c.isalnum() for c in said.sentence) < short and not re.search(r"\A«|\|", said.sentence)  # or a row
    return " ".join((said.sentence, *said.payload[:1])) if alone else said.sentence
