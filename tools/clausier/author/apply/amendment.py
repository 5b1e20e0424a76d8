"""One amendment, article by article: what it makes of the text, and what must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.author.apply.acts import is_another
from clausier.author.apply.annexes import annexed, is_annex, named_annex, with_joined
from clausier.author.apply.beside import why_missing
from clausier.author.apply.carried_out import done
from clausier.author.apply.compared import read_with_tables
from clausier.author.apply.plain import every_line
from clausier.author.apply.quiet import ORDERS, says_it, told_again
from clausier.author.apply.sentence import Article, Query, followed
from clausier.author.apply.told import by_its_heading, room_made_first
from clausier.french import Said, acts_named, announced_below, heading_place, only_announces, read_article
from clausier.french.asides import purposes
from clausier.model.provision import Provision
from clausier.refs.lines.section import bare, is_note
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key

_ENOUGH = 30  # characters, to find an article by its first lines
# A heading that announces a change of the article that it names.
_HEADED = re.compile(
    r"\b(?:modifi|remplac|révis|supprim|suppress|abrog|complé|ajout|création|réécrit|nouvel)\w*", re.IGNORECASE
)
_SEVERAL = 2


def amended(articles: Sequence[Article], text: Provision) -> tuple[Provision, list[Query]]:
    """The text after one amendment; an amendment that changes nothing and asks nothing was not understood."""
    course = _Course(
        articles=articles,
        read=[by_its_heading(read_with_tables(a.words, a.heading, a.itself), a.heading, a.itself) for a in articles],
        annexes=[(heading, a.words) for a in articles if is_annex(heading := named_annex(a.number, a.heading))],
        before=text,
        text=text,
    )
    for position in range(len(articles)):
        if position not in course.below:
            course.follow(position)
    queries = list(course.asked())
    sentences = course.sentences()
    if course.text is text and not queries and sentences:
        telling = next((s for s in sentences if ORDERS.search(s)), sentences[0])
        queries.append(Query(telling, "rien de cet avenant ne change le texte"))
    return course.text, queries


class _Course(Struct, kw_only=True):
    """An amendment on its way: its articles as they are `read`, the text `before` it, and what it has made of it so far."""

    articles: Sequence[Article]
    read: list[Sequence[Said]]
    annexes: list[tuple[str, str]]  # headings and words of those that are joined
    before: Provision
    text: Provision
    queries: list[Query] = field(default_factory=list)
    recitals: list[Query] = field(default_factory=list)  # on what tells of changes, which other sentences may order
    headings: list[Query] = field(default_factory=list)  # on articles without a word under them
    below: set[int] = field(default_factory=set)  # positions of articles that are the new texts of one above them
    given: set[str] = field(default_factory=set)  # words of articles that a sentence has brought in as an annex
    changed: set[str] = field(default_factory=set)  # articles of the text of which a sentence needed no query

    def follow(self, position: int) -> None:
        """What the article at `position` orders is done, or asked about."""
        article = self.articles[position]
        every, below = _with_articles_below(self.read[position], self.articles, position)
        self.below |= below
        if article.words in self.given or (not any(s.orders or s.verb for s in every) and self._joined(article)):
            return
        start, found = self.text, len(self.queries)
        told = [with_joined(said, self.annexes, self.text) for said in every]
        self.given |= {words for _, words in told}
        every = room_made_first([said for said, _ in told])
        for index, said in enumerate(every):
            self._sentence(said, every[index + 1 :], position)
        if not every and not _has_parts(article, self.articles) and (why := _silent(article, self.before)):
            self.headings.append(Query(article.heading, why))
        untouched = every and self.text is start and len(self.queries) == found
        if untouched and (why := _silent(article, self.before)):
            self.queries.append(Query(_beginning(article.words), why))

    def _joined(self, article: Article) -> bool:
        """Whether an article that orders nothing is an annex joined, which the text has then, or which is asked about."""
        if not is_annex(article.heading):
            return False
        joined = done(annexed(article.heading, article.words, self.text, article.name), self.text)
        if joined is not None:
            self.text = joined
            return True
        if why := _silent(article, self.before):
            self.queries.append(Query(_beginning(article.words), why))
            return True
        return False

    def _sentence(self, said: Said, following: Sequence[Said], position: int) -> None:
        behind = self.read[position + 1 :]
        if only_announces(said, (*following, *next((one for one in behind if one), ()))):
            return
        asked: list[Query] = []
        article = self.articles[position]
        if not announced_below(said, behind):
            self.text, asked = followed(said, following, article, self.before, self.text)
        if all(q.left for q in asked):
            self.changed |= {number_key(n) for order in said.orders for part in order.place[:1] for n in part.numbers}
        tells = (
            bare(article.heading).startswith("préambule")
            or purposes(said.sentence)
            or " en conséquence" in said.sentence
        )
        recital = tells and not (said.orders or said.payload)
        (self.recitals if recital else self.queries).extend(asked)

    def asked(self) -> Iterator[Query]:
        """What must be asked once every article is followed."""
        itself = self.articles[0].itself if self.articles else None
        read = [said for every in self.read for said in every]
        queries = [
            *(one for one in self.recitals if not told_again(one.sentence, self.changed, itself)),
            *self.queries,
            *(one for one in self.headings if not told_again(one.sentence, self.changed, None)),
        ]
        left = list(_left(queries, read, self.text))
        yield from left
        yield from _missing(left, read, self.before, self.text)

    def sentences(self) -> list[str]:
        """The sentences of the articles that are no new text of another."""
        every = (said for i, read in enumerate(self.read) if i not in self.below for said in read)
        return [said.sentence for said in every if not is_note(said.sentence)]


def _left(queries: Sequence[Query], read: Sequence[Said], text: Provision) -> Iterator[Query]:
    """The queries that stand once all of an amendment is done: the text does not say the sentence, and has the words that are amiss."""
    tells = {said.sentence for said in read if said.tells}
    for one in queries:
        amiss = not one.left or any(one.left in line for line in every_line(text))
        if amiss and (one.sentence not in tells or not says_it(text, one.sentence)):
            yield one


def _missing(queries: Sequence[Query], read: Sequence[Said], before: Provision, text: Provision) -> Iterator[Query]:
    """The queries on sentences that order nothing and say of members, or of an annex, what the text does not."""
    asked = {one.sentence for one in queries}
    for said in read:
        why = "" if said.orders or said.sentence in asked else why_missing(said.sentence, before, text)
        if why:
            yield Query(said.sentence, why)


def _has_parts(article: Article, articles: Sequence[Article]) -> bool:
    """Whether an article of an amendment has others below it: « 2.1 » is of « 2 »."""
    own = re.sub(r"(?:er)?$", "", article.number)
    return bool(own) and any(one.number.startswith((f"{own}.", f"{own}-")) for one in articles)


def _silent(article: Article, text: Provision) -> str:
    """Why an article of an amendment that orders nothing may yet change the text; "" where nothing says so."""
    acts = acts_named(article.heading, article.itself)
    another = bool(acts) and all(is_another(act, article.of) for act in acts)
    place = heading_place(article.heading, article.itself)
    if place and _HEADED.search(article.heading) and not another and sections(place, (), text):
        return "l’intitulé annonce une modification que rien n’ordonne"
    annexes = {bare(p.heading.chars) for p in text.walk() if p.heading and bare(p.heading.chars).startswith("annexe")}
    if bare(article.heading) in annexes:
        return "une annexe de cet intitulé est jointe sans que rien dise ce qu’elle devient"
    return ""


def _with_articles_below(
    every: Sequence[Said], articles: Sequence[Article], position: int
) -> tuple[Sequence[Said], set[int]]:
    """« Les articles 8.3 et 8.4 sont rédigés comme suit : » may be followed by one article of the amendment for each.

    They are 1.1 and 1.2 after article 1, as many as the places, and nothing in them orders.
    """
    own = re.sub(r"(?:er)?$", "", articles[position].number)
    below = [i for i in range(position + 1, len(articles)) if own and articles[i].number.startswith(own + ".")]
    last = every[-1] if every else None
    if not below or last is None or last.payload or last.after or len(last.orders) != 1:
        return every, set()
    (order,) = last.orders
    numbers = order.place[0].numbers if len(order.place) == 1 else ()
    quiet = all(not (s.orders or s.verb) for i in below for s in read_article(articles[i].words))
    if order.verb not in {"replace", "modify"} or len(numbers) != len(below) or len(numbers) < _SEVERAL or not quiet:
        return every, set()
    payload = tuple(f"Article {n.strip()}\n{articles[i].words}" for n, i in zip(numbers, below, strict=True))
    return (*every[:-1], replace(last, payload=payload)), set(below)


def _beginning(words: str) -> str:
    """The first lines of an article of an amendment, enough of them to find it by."""
    lines = words.strip().split("\n")
    count = next((n for n in range(1, len(lines) + 1) if sum(map(len, lines[:n])) > _ENOUGH), len(lines))
    return "\n".join(lines[:count])
