"""The acts that sentences name: whether they are the text that is amended, or another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.french import Order, Said, of_another_kind
from clausier.model.provision import Provision
from clausier.refs.lines.bearing import NAMED, named
from clausier.refs.lines.likeness import likeness
from clausier.refs.lines.section import lines_of
from clausier.refs.lines.sections import sections
from clausier.text.accents import without_accents

_DAY = re.compile(r"\b\d{1,2}(?:er)?\s+\w+\s+\d{4}\b")
_KIND = re.compile(r"accord|convention|avenant|protocole", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ITS_OWN = re.compile(r"(?:(?!\bpar\b).)*\b(?:du présent|de cet) avenant\b", re.IGNORECASE)  # not what is brought
_EARLIER = re.compile(r"\b(?:précédente?|antérieure?|ancien(?:ne)?)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\bn\s?°\s?(\d+)", re.IGNORECASE)
# « L’article 7 est remplacé par l’article 7 de l’accord du 3 mai 2020 »: of the other act is what is brought, and not what is changed.
_BROUGHT = re.compile(r"\b(?:remplac|substitu|complét)\w+ (?:\S+ ){0,3}?par\b(?P<what>.*)", re.IGNORECASE)
# Where what an article is of ends; and what is none of a text between parties.
_CLAUSE = re.compile(r"[,;:()«»]|\b(?:est|sont|sera|seront|a|ont)\b")
_ITS_HEADING = re.compile(r"\A\s*«[^«»]*»")
_OF_A_LAW = re.compile(
    r"\A\W*(?:du|de la|de l['’]) ?(?:code|loi|décret|ordonnance|directive|règlement|présent)\b", re.IGNORECASE
)
_ALIKE, _NEARLY_ALL = 0.6, 0.8  # two wordings of one article share so many of their words
_ALL_BUT_ONE = 2  # of day, month and year


def is_another(act: str, title: str) -> bool:
    """Whether an act that a sentence names is another than the text of that title: by its day, its number, or its kind."""
    own = set(_days(title))
    act_itself = re.split(r" (?:de|à) la convention ", act)[0]
    days, numbers = set(_days(act_itself)), set(_NUMBER.findall(act_itself))
    if numbers and not days:
        return not numbers & set(_NUMBER.findall(title))
    days = days or set(_days(act))
    if days and own:
        return not days & own
    kind = re.match(r"convention|dispositions (?:générales|particulières|communes)", act, re.IGNORECASE)
    return kind is not None and kind.group().split()[0].lower() not in title.lower()


def is_unclear(act: str, sentence: str, title: str) -> bool:
    """Whether an act that a sentence names may well be another than the text of that title, though no day tells so.

    « La convention », of an accord; « l'accord de 2012 », of one of 2019; « l'accord précédent »; « le présent avenant », whose
    articles are the amendment's own.
    """
    kind, of_title = act.lower(), title.lower()
    if kind in {"avenant", "convention"} and kind not in of_title:
        return kind == "convention" or _ITS_OWN.match(sentence) is not None
    years, own = {*_YEAR.findall(act)}, {*_YEAR.findall(" ".join(_days(title)))}
    return bool(_EARLIER.search(act)) or bool(years and own and not _days(act) and not years & own)


def _is_named_second(act: str, title: str) -> bool:
    """Whether an act is named by a day that the title of the text has, but as that of another act (« avenant du …, à l’accord du … »)."""
    own, told = _days(title), set(_days(act))
    return bool(told & set(own)) and own[0] not in told


def _same_kind(act: str, title: str) -> bool:
    """Whether an act that a sentence names and the text of that title are of one kind: agreement, convention, amendment."""
    kinds = [_KIND.search(words) for words in (act, title)]
    return len({kind.group().lower() for kind in kinds if kind}) == 1


def _days(words: str) -> list[str]:
    """The days that words name, in small letters without accents: headings are often in capitals."""
    return [re.sub(r"\s+", " ", day).replace("1er ", "1 ") for day in _DAY.findall(without_accents(words.lower()))]


def _is_near(act: str, title: str) -> bool:
    """Whether the day of an act is that of the text but for one of day, month and year, and its kind the same."""
    own, told = _days(title)[:1], _days(act)
    if len(told) != 1 or not own or told == own or not _same_kind(act, title):
        return False
    return sum(one == other for one, other in zip(told[0].split(), own[0].split(), strict=True)) == _ALL_BUT_ONE


def _is_slip(act: str, title: str, amendment: str) -> bool:
    """Whether the day of an act is that of the text with a slip, all that is said agreeing but one of day, month and year.

    `amendment` is the title of the amendment: it names the day of the text, and no other act by the day that is in doubt.
    """
    days = _days(amendment)
    return _is_near(act, title) and _days(title)[0] in days and _days(act)[0] not in days


def doubtful(said: Said, acts: Sequence[str], title: str, amendment: str, text: Provision) -> str | None:
    """What is in doubt of a sentence that names `acts`: "" where they are others than the text, None where it is to be followed.

    `title` is that of the text, `amendment` that of the amendment.
    """
    if not acts:
        return None
    brought = None if said.payload else _BROUGHT.search(said.sentence)
    if brought and all(a in brought["what"] and a not in said.sentence[: brought.start()] for a in acts):
        return "le texte nouveau est celui d’un autre acte, qui n’est pas cité"
    if said.orders and any(of_another_kind(act, title) for act in acts):
        return "l’acte nommé n’est pas de l’espèce que dit le titre du texte : est-ce un autre ?"
    if any(is_unclear(act, said.sentence, title) for act in acts) and any(
        not order.place or sections(order.place, said.quotations, text) for order in said.orders
    ):
        return "l’acte nommé est peut-être un autre que ce texte"
    titled = [order for order in said.orders if _named_alike(order, said, text)]
    every = bool(titled) and len(titled) == len(said.orders)
    if all(is_another(act, title) for act in acts):
        slip = any(_is_slip(act, title, amendment) for act in acts)
        near = any(_is_near(act, title) for act in acts)
        here = not said.orders or any(sections(order.place, said.quotations, text) for order in said.orders)
        alike = any(_words_alike(order, said, text) > _ALIKE for order in said.orders)
        ours = said.payload and any(_same_kind(act, title) for act in acts) and (not said.orders or titled)
        if slip and every:
            return None
        # « l’article 3 de la convention », of a lease or of an entente: no day says that it is another.
        unkinded = not _KIND.search(title) and not any(map(_days, acts))
        asked = ours or (said.amends and (slip or alike or ((near or unkinded) and here) or _is_beside(said, text)))
        return "un autre acte est nommé, mais ce peut être celui-ci" if asked else ""
    if said.orders and all(_is_named_second(act, title) for act in acts):
        sure = all(order in titled or _words_alike(order, said, text) > _NEARLY_ALL for order in said.orders)
        return None if sure else "l’acte nommé est celui que le texte modifie, ou le texte lui-même"
    several = sum(max(1, len(order.place[0].numbers)) for order in said.orders if order.place)
    if several > 1 and any(is_another(act, title) and _days(act) for act in acts):
        return "plusieurs actes sont nommés : de quel acte est chaque article ?"
    if said.orders and not _days(title):
        told = set(_days(amendment))
        if any(_days(act) and not told.intersection(_days(act)) for act in acts):
            return "l’acte nommé a une date, et le titre du texte n’en a pas\u00a0: ce peut être un autre"
    return None


def _is_beside(said: Said, text: Provision) -> bool:
    """Whether a sentence that is not understood names an article of the text before its acts, and not of them: « l'article 3, devenu l'article 5 de l'accord du … »."""
    first = min((said.sentence.find(act) for act in said.acts), default=0)
    for place in () if said.orders else NAMED.finditer(said.sentence, 0, max(first, 0)):
        clause = _CLAUSE.split(_ITS_HEADING.sub("", said.sentence[place.end() :]))[0]
        of_another = any(act in clause for act in said.acts) or _OF_A_LAW.search(clause)
        if not of_another and any(named(place[0], text)):
            return True
    return False


def _named_alike(order: Order, said: Said, text: Provision) -> bool:
    """Whether the text has the article that a sentence on another act names, with the heading that it quotes."""
    return bool(order.place and order.place[0].named is not None and sections(order.place, said.quotations, text))


def _words_alike(order: Order, said: Said, text: Provision) -> float:
    """How many of its words a new wording shares with what stands here at the place that its order names, from 0 to 1."""
    if order.verb not in {"replace", "modify"} or not said.payload:
        return 0
    found = sections(order.place, said.quotations, text)
    if len(found) != 1:
        return 0
    return likeness("\n".join(said.payload), "\n".join(lines_of(found[0].article)[found[0].start : found[0].end]))
