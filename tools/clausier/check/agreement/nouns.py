"""Quoted words that the noun before them says to be what the text does not have: « la prime de nuit de « 5 € » », where 5 € is that of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.check.agreement.matter import is_of_another
from clausier.check.agreement.near import names_another, without_measure
from clausier.french import Order, Said
from clausier.french.lexicon import AMOUNTS, VALUES
from clausier.french.quotations import CLOSE, OPEN, cut
from clausier.french.quoted import singular
from clausier.french.stems import matters, plain
from clausier.model.provision import Provision
from clausier.refs.each_article import of_an_article
from clausier.refs.lines.headings import same_heading
from clausier.refs.lines.section import bare, lines_of
from clausier.refs.lines.sections import sections
from clausier.rules.figures import number
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.words import occurrences

# « le montant de la prime prévu à l'article 5, soit « 5 € » », « l'indemnité de nuit est portée de « 5 € » »
_LEADS_ON = regex(
    r"(?:,? (?:actuellement |initialement |précédemment )?soit| (?:est|sont) \w+)?(?: de| d['’]|,)?\s*\Z", re.IGNORECASE
)
_WHERE = regex(
    r",? (?:(?:actuellement|tel(?:le)?s? que) )?(?:prévu|fixé|mentionné|visé|figurant|inscrit|défini|stipulé|indiqué)e?s?\b.*\Z",
    re.IGNORECASE,
)
_NOUN = regex(
    r"(?:\b(?:l[ea]s? |une? |son |sa |ses )|\bl['’])(?P<noun>[^\W\d_][^,;:()\ue000-\ue001]*)\Z", re.IGNORECASE
)
# « est ramené à », « est relevé à »: which way a figure goes; « est porté à » may go either.
_DOWN = regex(r"\b(?:ramen|abaiss|rédui|diminu|minor|raccourci)(?:ée?s?|te?s?|e?s?|er|re|ir)\b", re.IGNORECASE)
_UP = regex(r"\b(?:relev|rehauss|augment|major|revaloris|allong)(?:ée?s?|er)\b", re.IGNORECASE)
_TO = regex(r"\bportée?s?\b|\bporter\b", re.IGNORECASE)
_FIGURE = regex(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)[ \u00a0\u202f]?(?P<of>[%€]|[^\W\d_]*)"
)
_ON_WORDS = frozenset({"replace_words", "delete_words"})


def with_its_nouns(said: Said, text: Provision) -> Said:
    """The sentence; without orders where its nouns say of the words that it changes, or of their place, what these are not in the text."""
    amiss = not said.figures and any(_is_amiss(order, said, text) for order in said.orders)
    amiss = amiss or is_of_another(said, text) or _goes_the_other_way(said)
    return replace(said, orders=(), amends=True) if amiss else said


def _is_amiss(order: Order, said: Said, text: Provision) -> bool:
    if len(order.place) > 1 and order.place[-1].unit == "HEADING" and order.place[-1].named is not None:
        titled = sections(of_an_article(order.place[:-1], text), said.quotations, text)
        named = said.quotations[order.place[-1].named]
        return len(titled) == 1 and not (titled[0].heading and same_heading(named, titled[0].heading))
    old, *new = (said.quotations[n] for n in order.words) if order.verb in _ON_WORDS and order.words else ("",)
    place = of_an_article(order.place, text)
    found = sections(place, said.quotations, text) if place else []
    if not old or len(found) != 1:
        return False
    lines = lines_of(found[0].article)[found[0].start : found[0].end]
    for noun in _nouns_of(old, said.sentence):
        head = noun.split(" ")[0].lower()
        if head == "phrase":
            return not any(_is_a_sentence(old, line) for line in lines)
        if singular(plain(head)) not in VALUES | AMOUNTS:
            continue
        if any(_says_again(head, words) and not _says_again(head, old) for words in new):
            return True
        of = without_measure(noun)
        there = [
            line[max((a for a, _ in sentences(line) if a <= start), default=0) : start]
            for line in lines
            for start, _ in occurrences(line, old)
        ]
        if there and all(names_another(of, before, matters(of)) for before in there):
            return True
    return False


def _goes_the_other_way(said: Said) -> bool:
    """Whether a sentence whose verbs all lower (« est ramené à »), or raise, makes of a figure another that is higher, or lower."""
    down, up = _DOWN.search(said.sentence) is not None, _UP.search(said.sentence) is not None
    if down == up or _TO.search(said.sentence):
        return False
    for order in said.orders:
        words = [said.quotations[n] for n in order.words] if order.verb == "replace_words" else []
        old, new = ([*_FIGURE.finditer(one)] for one in words[:2]) if len(words) > 1 else ([], [])
        if len(old) == len(new) == 1 and old[0]["of"] == new[0]["of"]:
            was, now = (number(one["number"]) for one in (old[0], new[0]))
            if was is not None and now is not None and (now > was if down else now < was):
                return True
    return False


def _nouns_of(words: str, sentence: str) -> Iterator[str]:
    """What a sentence says that quoted words are, each time that it quotes them: « prime de nuit »."""
    masked, found = cut(sentence)
    for rank, quoted in enumerate(found):
        if quoted == words:
            before = masked[: masked.index(f"{OPEN}{rank}{CLOSE}")]
            noun = _NOUN.search(_WHERE.sub("", _LEADS_ON.sub("", before)))
            if noun:
                yield noun["noun"]


def _is_a_sentence(words: str, line: str) -> bool:
    """Whether words are a sentence of a line, or several, with their full stop or without."""
    spans = sentences(line)
    return any(bare(line[start:end]) == bare(words) for n, (start, _) in enumerate(spans) for _, end in spans[n:])


def _says_again(noun: str, words: str) -> bool:
    """Whether words begin with a noun: « un montant de 6 € »."""
    return re.match(rf"(?:l[ea]s? |l'|une? |du |des |de |d')*{re.escape(plain(noun))}\b", plain(words)) is not None
