"""Plain texts and their amendments as signed → the consolidated text, and a query for each sentence that is not certain.

Each way in which a sentence may be meant is tried on the text; it is followed where all that fit make the same text, and asked
about otherwise. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.acts import doubtful, is_another
from clausier.author.apply.annexes import annexed, is_annex, named_annex, with_joined
from clausier.author.apply.beside import why_beside, why_missing
from clausier.author.apply.by_words import by_its_words
from clausier.author.apply.carry import operations
from clausier.author.apply.compared import read_with_tables
from clausier.author.apply.contradicted import contradicted, perhaps_changed
from clausier.author.apply.document import hold
from clausier.author.apply.lines import Unsure
from clausier.author.apply.moved import own_text
from clausier.author.apply.plain import evened, every_line, plain_articles, plain_document
from clausier.author.apply.quiet import ORDERS, may_change, said_by_its_order, says_it, told_again
from clausier.author.apply.rereading import at_other_ranks, names_another, names_the_same
from clausier.author.apply.told import (
    by_an_earlier_sentence,
    by_its_heading,
    by_its_number,
    room_made_first,
    shifted_already,
)
from clausier.check.agreement.figures import with_figures
from clausier.check.agreement.nouns import with_its_nouns
from clausier.consolidate.states import Made, run
from clausier.diagnostics import Diagnostic, codes_amd, has_errors
from clausier.french import (
    Itself,
    Order,
    Said,
    acts_named,
    announced_below,
    announces_in,
    behind_its_text,
    heading_place,
    only_announces,
    read_article,
)
from clausier.french.asides import purposes
from clausier.french.leads import NOT_UNDERSTOOD, with_lead
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs.lines.itself import itself_of
from clausier.refs.lines.section import bare, is_note
from clausier.refs.lines.sections import sections
from clausier.schemas import Object
from clausier.source.headings import number_key

_SHORT, _TOO_SHORT = 30, 12  # letters and figures
# A heading that announces a change of the article that it names.
_HEADED = re.compile(
    r"\b(?:modifi|remplac|révis|supprim|suppress|abrog|complé|ajout|création|réécrit|nouvel)\w*", re.IGNORECASE
)
_SEVERAL = 2


class Query(Struct, frozen=True):
    """A sentence of an amendment that is not certain, as written, and why (in French).

    `left`: these words of the text are amiss, while they stand: it was followed to the letter, or says otherwise and orders nothing.
    """

    sentence: str
    message: str
    left: str = ""


class _Article(Struct, frozen=True):
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


def apply(document: Object) -> Object:
    """The text of `base` with its `avenants` applied in order: `case`, `articles` (`num`, `title`, `text`) and `queries`.

    Raises DocumentError where a key is missing or of another kind.
    """
    hold(document)
    base, title = document["base"]["articles"], document["title"]
    text = plain_document(base)
    every = [
        [
            _Article(
                name=f"{a['id']}/{n}",
                number=str(b.get("num") or ""),
                heading=evened(b.get("title") or ""),
                words=evened(b["text"] or ""),
                by=str(a.get("title") or ""),
                of=title,
            )
            for n, b in enumerate(a["articles"])
        ]
        for a in document["avenants"]
    ]
    queries: list[Query] = []
    for articles in every:
        itself = itself_of(title, text)
        text, asked = _amended([replace(a, itself=itself) for a in articles], text)
        queries.extend(asked)
    return {
        "case": document.get("case"),
        "articles": list(plain_articles(text, base)),
        "queries": [{"sentence": q.sentence, "message": q.message} for q in queries],
    }


def _amended(articles: Sequence[_Article], text: Provision) -> tuple[Provision, list[Query]]:
    """The text after one amendment; an amendment that changes nothing and asks nothing was not understood."""
    before, itself = text, articles[0].itself if articles else None
    queries: list[Query] = []
    sentences: list[str] = []
    taken: set[int] = set()
    given: set[str] = set()
    changed: set[str] = set()
    recitals: list[Query] = []
    headings: list[Query] = []  # of articles without a word under them
    annexes = [(heading, a.words) for a in articles if is_annex(heading := named_annex(a.number, a.heading))]
    said_by_each = [
        by_its_heading(read_with_tables(a.words, a.heading, a.itself), a.heading, a.itself) for a in articles
    ]
    for position, (article, read) in enumerate(zip(articles, said_by_each, strict=True)):
        if position in taken:
            continue
        sentences.extend(s.sentence for s in read if not is_note(s.sentence))
        every, below = _with_articles_below(read, articles, position)
        taken |= below
        if article.words in given:
            continue
        if is_annex(article.heading) and not any(s.orders or s.verb for s in every):
            joined = _done(annexed(article.heading, article.words, text, article.name), text)
            why = _silent(article, before) if joined is None else ""
            queries += [Query(_beginning(article.words), why)] if why else []
            if why or joined is not None:
                text = joined or text
                continue
        start, found = text, len(queries)
        told = [with_joined(said, annexes, text) for said in every]
        given |= {words for _, words in told}
        every = room_made_first([said for said, _ in told])
        later = next((one for one in said_by_each[position + 1 :] if one), ())
        for index, said in enumerate(every):
            following = every[index + 1 :]
            if only_announces(said, (*following, *later)):
                continue
            announced = announced_below(said, said_by_each[position + 1 :])
            text, asked = (text, []) if announced else _followed(said, following, article, before, text)
            if all(q.left for q in asked):
                changed |= {number_key(n) for order in said.orders for part in order.place[:1] for n in part.numbers}
            recital = (
                bare(article.heading).startswith("préambule")
                or purposes(said.sentence)
                or " en conséquence" in said.sentence
            ) and not (said.orders or said.payload)
            (recitals if recital else queries).extend(asked)
        if not every and (why := _silent(article, before)) and not _has_parts(article, articles):
            headings.append(Query(article.heading, why))
        if text is start and len(queries) == found and every and (why := _silent(article, before)):
            queries.append(Query(_beginning(article.words), why))
    queries[:0] = [one for one in recitals if not told_again(one.sentence, changed, itself)]
    queries += [one for one in headings if not told_again(one.sentence, changed, None)]
    read = [s for every in said_by_each for s in every]
    queries = [*_left(queries, read, text), *_missing(queries, read, before, text)]
    if text is before and not queries and sentences:
        telling = next((s for s in sentences if ORDERS.search(s)), sentences[0])
        queries.append(Query(telling, "rien de cet avenant ne change le texte"))
    return text, queries


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


def _done(made: Sequence[TextOperation], text: Provision) -> Provision | None:
    """The text after operations that it shows to be meant; None where there are none, or where they do not fit."""
    result = run(tuple(made), text) if made else None
    return None if result is None or has_errors(result.findings) else result.document


def _has_parts(article: _Article, articles: Sequence[_Article]) -> bool:
    """Whether an article of an amendment has others below it: « 2.1 » is of « 2 »."""
    own = re.sub(r"(?:er)?$", "", article.number)
    return bool(own) and any(one.number.startswith((f"{own}.", f"{own}-")) for one in articles)


def _silent(article: _Article, text: Provision) -> str:
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
    every: Sequence[Said], articles: Sequence[_Article], position: int
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


def _followed(
    said: Said, following: Sequence[Said], article: _Article, before: Provision, text: Provision
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
        if (shown := _done(by_its_words(said, text, article.name), text)) is not None:
            return shown, []
        return text, [*_told(said, text), *_told_behind(said, text)]
    start = text
    amiss: list[Query] = []
    for index, order in enumerate(said.orders):
        if announces_in(order, said, following):
            continue
        try:
            text, found = _after(order, own_text(order, said), before, text, f"{article.name}#{index}")
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


def _after(
    order: Order, said: Said, before: Provision, text: Provision, name: str
) -> tuple[Provision, tuple[Diagnostic, ...]]:
    """The text after an order, and what it leaves amiss (words that do not go together, others in capitals); raises Unsure unless all the readings that fit make one text.

    So it does where the place is another in the text before the amendment than in what it has made of it.
    """
    if order.verb == "prolong":
        raise Unsure("le terme change, et aucune phrase ne dit quels mots du texte le donnent")
    if order.until:
        raise Unsure("ce n’est ordonné que pour un temps : le texte a ensuite quels mots ?")
    made: dict[str, Made] = {}
    fitting: list[Sequence[TextOperation]] = []
    why = with_lead("aucune lecture ne convient au texte", said.sentence)
    doubt: Unsure | None = None
    for way in operations(order, said, text, name):
        if isinstance(way, Unsure):
            doubt = way
            break
        result = run(way, text)
        if has_errors(result.findings):
            why = next((f.message.text("fr") for f in result.findings), why)
            continue
        made["\n".join(every_line(result.document))] = result
        fitting.append(way)
    as_signed = list(operations(order, said, before, name)) if text is not before else []
    then = [way for way in as_signed if not isinstance(way, Unsure)]
    if (
        not made and then == as_signed != []
    ):  # « L’alinéa 2 est supprimé et l’alinéa 3 … », of three: it is now the second
        ways = [way for other in at_other_ranks(order) for way in operations(other, said, text, name)]
        same = [w for w in ways if not isinstance(w, Unsure) and names_the_same(then, w, before, text)]
        results = [run(way, text) for way in same]
        made = {"\n".join(every_line(r.document)): r for r in results if not has_errors(r.findings)}
        doubt = doubt if not made else None
    if doubt is not None:
        raise doubt
    if len(made) != 1:
        raise Unsure("plusieurs lectures" if made else why)
    if fitting and names_another(then, fitting, before, text):
        raise Unsure("l’avenant a déjà changé ce que la phrase compte ou numérote")
    (only,) = made.values()
    return only.document, tuple(f for f in only.findings if f.code in {codes_amd.SEAM, codes_amd.OTHER_CASE})


def _shown_by(finding: Diagnostic) -> str:
    """The words of the text that a finding shows."""
    told = dict(finding.message.values)
    return str(told.get("around") or told["other"]).strip("… ")


def _beginning(words: str) -> str:
    """The first lines of an article of an amendment, enough of them to find it by."""
    lines = words.strip().split("\n")
    count = next((n for n in range(1, len(lines) + 1) if sum(map(len, lines[:n])) > _SHORT), len(lines))
    return "\n".join(lines[:count])


def _shown(said: Said, short: int = _SHORT) -> str:
    """The sentence, with the text after it where it is too short to be found again (« Article 3 »)."""
    alone = sum(c.isalnum() for c in said.sentence) < short and not re.search(r"\A«|\|", said.sentence)  # or a row
    return " ".join((said.sentence, *said.payload[:1])) if alone else said.sentence
