"""What an article that does not say what it changes would say, where its sentences tell it for certain."""

from __future__ import annotations

import json
from itertools import pairwise

from msgspec.structs import replace

from clausier.check.agreement.candidates import Ordered
from clausier.check.agreement.compare import Scene, fits
from clausier.check.agreement.pairs import Paired
from clausier.check.agreement.sentences import Sentence
from clausier.check.agreement.texts import Texts, days_of, quotations, read
from clausier.check.agreement.unsaid import unsaid
from clausier.consolidate import Timeline, run
from clausier.diagnostics import Diagnostic, Filled, codes_amd, has_errors
from clausier.french import Written
from clausier.french.asides import tells_no_change
from clausier.model.act import Act, Corpus
from clausier.model.operation import Common, TextOperation
from clausier.model.provision import Alinea, Provision
from clausier.source.dates import Known
from clausier.source.operations import read_operations
from clausier.source.schema import check_node
from clausier.source.yaml import Mapping, read_yaml

_SEVERAL = frozenset({"renuméroter"})  # whose details may be lists


def with_what_is_ordered(found: tuple[Diagnostic, ...], corpus: Corpus, timeline: Timeline) -> tuple[Diagnostic, ...]:
    """The findings of the reading; where an article does not say what it changes, with the header that its sentences order."""
    if all(finding.code is not codes_amd.NO_OPERATION for finding in found):
        return found
    texts, days = Texts(timeline), days_of(corpus)

    def told(finding: Diagnostic) -> Diagnostic:
        where = _article_at(finding, corpus) if finding.code is codes_amd.NO_OPERATION else None
        if where is None:
            return finding
        act, article = where
        help_ = advice(act, article, read(article, act, days, timeline.cache), texts) or finding.help
        if help_ and not _first_of_its_file(article, act):
            help_ = codes_amd.FILE_OF_ITS_OWN.fill(then=help_)
        return replace(finding, help=help_)

    return tuple(map(told, found))


def _article_at(finding: Diagnostic, corpus: Corpus) -> tuple[Act, Provision] | None:
    for act in corpus.amendments:
        for unit in act.document.walk():
            if unit.kind != "document" and unit.span == finding.span:
                return act, replace(unit, children=()) if unit.kind == "division" else unit
    return None


def _first_of_its_file(article: Provision, act: Act) -> bool:
    path = article.span.path if article.span else ""
    articles = (unit for unit in act.document.walk() if unit.kind == "article" and unit.span and unit.span.path == path)
    return next(articles, article).id == article.id


def advice(act: Act, article: Provision, sentences: tuple[Sentence, ...], texts: Texts) -> Filled | None:
    """What to write at the top of the file of an article that has no header; None where that is not certain."""
    quoted = quotations(article)
    left = unsaid(article, act, sentences, texts)
    found = left.found
    ordering = [sentence for sentence in sentences if not tells_no_change(sentence.words)]
    if not ordering:
        return codes_amd.NOTHING_ORDERED.fill() if sentences and not quoted else None
    if found.unread or not all(sentence.orders for sentence in ordering):
        return codes_amd.QUOTE_NEW_TEXT.fill() if not quoted and _quotes_on_a_line_of_its_own(article) else None
    # A day of its own takes a person: what the sentence says of it may be meant otherwise.
    if any(order.order.when for order in found.unfollowed):
        return None
    for scene in left.scenes:
        header = _header(found, left.like, scene)
        if header and _holds(header, act, article, scene):
            return codes_amd.ORDERED.fill(header=header)
    return None


def _quotes_on_a_line_of_its_own(article: Provision) -> bool:
    """Whether new text stands below the line that announces it, without what marks it."""
    for unit in article.walk():
        lines = [block.text.chars.strip() for block in unit.blocks if isinstance(block, Alinea)]
        if any(one.endswith(":") and other.startswith("«") for one, other in pairwise(lines)):
            return True
    return False


def _header(found: Paired, like: Common, scene: Scene) -> str:
    """The operations that are ordered, on one line of YAML; "" where it is not certain how an order is to be written."""
    ways = [_way(order, like, scene) for order in found.unfollowed]
    known = [_flow(way) for way in ways if way]
    return f"opérations: [{', '.join(known)}]" if known and len(known) == len(ways) else ""


def _way(order: Ordered, like: Common, scene: Scene) -> Written | None:
    """The way to write an order that fits the text; None where ways fit that name different places."""
    fitting = [way for way in order.ways if fits(replace(order, ways=(way,)), like, scene)]
    return fitting[0] if len({(way.verb, way.targets) for way in fitting}) == 1 else None


def _flow(way: Written) -> str:
    """An operation between braces."""
    keys: list[tuple[str, str | list[str]]] = [
        (way.verb, way.targets[0] if len(way.targets) == 1 else [*way.targets]),
        *((key, words.split(", ") if way.verb in _SEVERAL and ", " in words else words) for key, words in way.details),
    ]
    return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys) + "}"


def _holds(header: str, act: Act, article: Provision, scene: Scene) -> bool:
    """Whether the header can be read, and what it says be done to the text."""
    node, wrong = read_yaml("", header)
    matter, unfit = check_node(node, "article-avenant") if node is not None else (None, ())
    if wrong or unfit or not isinstance(matter, Mapping):
        return False
    operations, problems = read_operations(matter, article, act.id, Known(None, {}))
    of_text = tuple(o for o in operations if isinstance(o, TextOperation))
    return not problems and bool(of_text) and not has_errors(run((*scene.first, *of_text), scene.before).findings)
