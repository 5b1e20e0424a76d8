"""What an article that does not say what it changes would say, where its sentences tell it for certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from clausier.cache import Cache
from clausier.check.agreement import wording
from clausier.check.agreement.candidates import Ordered
from clausier.check.agreement.chevrons import Stretch, with_new_text_marked
from clausier.check.agreement.codes import short
from clausier.check.agreement.compare import fits, one_reading
from clausier.check.agreement.dated import THE_WHOLE, prolonging
from clausier.check.agreement.on_acts import act_named, ways_on
from clausier.check.agreement.pairs import Paired
from clausier.check.agreement.reasons import answered, listed, why_not
from clausier.check.agreement.scene import Scene
from clausier.check.agreement.sentences import Amended, Sentence, sentences_of
from clausier.check.agreement.texts import Texts, Unsaid, amended_text, read, unsaid
from clausier.consolidate import Timeline, consolidate, run
from clausier.diagnostics import Diagnostic, Filled, codes_amd
from clausier.french import Written
from clausier.french.asides import PURPOSE, act_undone, reason_of_no_effect, tells_no_change
from clausier.french.force import as_itself
from clausier.french.members import member_change
from clausier.french.orders import Keys
from clausier.model.act import Act, Corpus
from clausier.model.operation import Common, NoEffect, TextOperation
from clausier.model.provision import Provision
from clausier.refs.by_rank import labels_given, leaving_no_label
from clausier.source.dates import Known
from clausier.source.operations import read_operations
from clausier.source.schema import check_node
from clausier.source.yaml import Mapping, read_yaml
from clausier.text.words import shortened

_CUT = 30  # characters that show where a line is cut
_SEVERAL = frozenset({"renuméroter"})  # whose details may be lists


def with_what_is_ordered(found: tuple[Diagnostic, ...], corpus: Corpus, timeline: Timeline) -> tuple[Diagnostic, ...]:
    """The findings of the reading; where an article does not say what it changes, with the header that its sentences order."""
    texts, amended = Texts(timeline), amended_text(corpus, timeline)

    def told(finding: Diagnostic) -> Diagnostic:
        where = _article_at(finding, corpus) if finding.code is codes_amd.NO_OPERATION else None
        if where is None:
            return finding
        act, article = where
        help_ = advice(act, article, amended, texts, corpus) or finding.help
        if help_ and not _first_of_its_file(article, act):
            return replace(finding, help=wording.FILE_OF_ITS_OWN.fill(then=help_))
        return replace(finding, help=help_, mended=_mended(article, act, help_) if help_ else "")

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


def _mended(article: Provision, act: Act, told: Filled) -> str:
    """The file of the article with the header that it is `told`, and each > ; "" where the one that is told is to be verified first."""
    values = dict(told.values)
    then = values.get("then")
    marked = with_new_text_marked(article, act) if isinstance(then, Filled) else None
    if isinstance(then, Filled):
        told, values = then, dict(then.values)
    source = marked.source if marked else act.source(article.span.path) if article.span else None
    header = values["header"] if told.message is wording.ORDERED else ""
    if told.message is wording.NO_EFFECT_BECAUSE:
        header = f"sans-effet: {values['reason']}"
    if not header or source is None or source.startswith("---"):
        return ""
    return f"---\n{header}\n---\n{source}"


def advice(act: Act, article: Provision, amended: Amended, texts: Texts, corpus: Corpus) -> Filled | None:
    """What to write at the top of the file of an article that has no header, or why that is not certain.

    Where its new text is not marked, what to write once it is. None where the article says nothing.
    """
    cache = texts.timeline.cache
    marked = with_new_text_marked(article, act)
    if marked is None:
        return _on_an_act(act, article, amended, corpus, cache) or _told(act, article, amended, texts)
    article = marked.article
    then = _on_an_act(act, article, amended, corpus, cache) or _told(act, article, amended, texts)
    lines = listed(map(_shown, marked.lines))
    return wording.MARKED_TEXT.fill(lines=lines, then=then) if then else None


def _shown(lines: Stretch) -> Filled:
    if lines.cut:
        return wording.CUT_LINE.fill(first=lines.first, words=shortened(lines.cut.strip('«»“”" \u00a0.;'), _CUT))
    if lines.first == lines.last:
        return wording.LINE.fill(first=lines.first)
    return wording.LINES.fill(first=lines.first, last=lines.last)


def _on_an_act(act: Act, article: Provision, amended: Amended, corpus: Corpus, cache: Cache) -> Filled | None:
    """The header of an article that changes one earlier amendment alone, where one way to write it is all that can be done."""
    as_of_convention = read(article, act, amended, cache)
    names = {sentence.of for sentence in as_of_convention if sentence.of}
    name = names.pop() if len(names) == 1 else ""
    other = act_named(name, _before(act, corpus)) if name else None
    if other is None:
        return None
    told = [
        (one, first.of)
        for one, first in zip(sentences_of(article, act, replace(amended, of=name)), as_of_convention, strict=True)
        if one.orders or not _says_nothing(one, act)
    ]
    # A sentence that names no act is of the convention.
    if not all(of and one.understood and one.orders and not any(o.when for o in one.orders) for one, of in told):
        return None
    ordering = tuple(one for one, _ in told)
    headers = dict.fromkeys(_written(map(_flow, ways)) for ways in ways_on(other, ordering))
    refused = {header: _refused(header, act, article, corpus) for header in headers}
    holding = [header for header, why in refused.items() if why is None]
    if len(holding) == 1:
        return wording.ORDERED.fill(header=holding[0])
    why = next((one for one in refused.values() if one), None)
    if holding or why is None:
        return None
    return wording.BECAUSE.fill(sentence=short(ordering[0].words), why=answered(why))


def _before(act: Act, corpus: Corpus) -> tuple[Act, ...]:
    return corpus.amendments[: next((n for n, a in enumerate(corpus.amendments) if a.id == act.id), 0)]


def _refused(header: str, act: Act, article: Provision, corpus: Corpus) -> Diagnostic | None:
    """What is wrong with putting the acts together with what the header says; None where nothing is."""
    operations, problems = _read(header, act, article)
    if problems:
        return problems[0]
    changed = replace(act, operations=(*act.operations, *operations))
    acts = tuple(changed if one.id == act.id else one for one in corpus.amendments)
    drafts = (act.id,) if act.draft else ()
    _, found = consolidate(replace(corpus, amendments=acts), drafts=drafts)
    # What is wrong with an operation that stands in no file yet has no path.
    return next((d for d in found if d.severity == "error" and not d.span.path), None)


def _says_nothing(one: Sentence, act: Act) -> bool:
    """Whether a sentence of an act orders no change: it announces, or says what the act is for, or since when."""
    return one.announces or tells_no_change(as_itself(one.words, act.title))


def _told(act: Act, article: Provision, amended: Amended, texts: Texts) -> Filled | None:
    sentences = read(article, act, amended, texts.timeline.cache)
    ordering = [one for one in sentences if one.orders or not _says_nothing(one, act)]
    if not ordering:
        if not sentences or article.quotations:
            return None
        announcing = next((s for s in sentences if PURPOSE.search(s.words)), None)
        if announcing and not _others_change(act, article, amended, texts):
            return wording.BECAUSE.fill(sentence=short(announcing.words), why=wording.PURPOSE_ALONE)
        return wording.NO_EFFECT_BECAUSE.fill(reason=reason_of_no_effect(" ".join(s.words for s in sentences)))
    for one in ordering:
        other = None if one.orders or one.of else act_named(act_undone(one.words), texts.timeline.acts[1:])
        if other:
            return wording.BECAUSE.fill(sentence=short(one.words), why=wording.OF_ACTS.fill(act=other.id))
    prolonged = [way for one in ordering for way in prolonging(one)]
    if all(map(prolonging, ordering)) and all(way.targets == THE_WHOLE for way in prolonged):
        return wording.ORDERED.fill(header=_written(map(_flow, prolonged)))
    brought = [member_change(one.words, texts.timeline.party_names).certain for one in ordering]
    if all(brought):
        return wording.ORDERED.fill(header=_written(_flow(_of_members(keys)) for one in brought for keys in one))
    left = unsaid(article, act, sentences, texts)
    found, sentences = left.found, left.sentences
    silent = [s for s in sentences if not s.orders and not _says_nothing(s, act)]
    if found.unread or silent:
        return _because([*found.unread, *silent], left)
    if not found.unfollowed:
        return wording.ORDERED_ELSEWHERE.fill()
    dated = [order for order in found.unfollowed if order.order.when]
    refused: Diagnostic | None = None
    for scene in left.scenes:
        header = _header(found, left.like, scene)
        wrong = _wrong(header, act, article, scene) if header else None
        refused = refused or next((d for d in wrong or () if d.severity == "error"), None)
        if wrong == () and not dated:
            return wording.ORDERED.fill(header=header)
        if wrong == () and all(_has_its_day(order) for order in dated):
            return wording.ON_ITS_DAY.fill(when=dated[0].order.when, header=header)
    return _because([sentences[order.sentence] for order in found.unfollowed], left, refused)


def _of_members(keys: Keys) -> Written:
    (verb, whom), *details = keys
    return Written(verb=verb, targets=whom if isinstance(whom, tuple) else (whom,), details=tuple(details))


def _others_change(act: Act, article: Provision, amended: Amended, texts: Texts) -> bool:
    """Whether an operation of the act changes anything, or a sentence of another of its articles may."""
    if any(not isinstance(operation, NoEffect) for operation in act.operations):
        return True
    others = (unit for unit in act.document.children if unit.kind == "article" and unit.id != article.id)
    read_there = (one for unit in others for one in read(unit, act, amended, texts.timeline.cache))
    return any(one.orders or not one.understood for one in read_there)


def _because(sentences: Sequence[Sentence], left: Unsaid, refused: Diagnostic | None = None) -> Filled | None:
    """Why no header is given: of the first of the sentences for which that is known, or what the text has `refused`."""
    for sentence in sentences:
        # Where neither text allows it, the one that the act has already changed tells more.
        why = why_not(sentence, left.like, left.scenes[-1])
        when = next((order.when for order in sentence.orders if order.when), "")
        if why is None and when:
            why = wording.ANOTHER_DAY.fill(when=when)
        if why is not None:
            return wording.BECAUSE.fill(sentence=short(sentence.words), why=why)
    if refused and sentences:
        return wording.BECAUSE.fill(sentence=short(sentences[0].words), why=answered(refused))
    return None


def _has_its_day(order: Ordered) -> bool:
    return all("en-vigueur" in dict(way.details) for way in order.ways)


def _header(found: Paired, like: Common, scene: Scene) -> str:
    """The operations that are ordered, on one line of YAML; "" where it is not certain how an order is to be written."""
    ways = [way for order in found.unfollowed if (way := _way(order, like, scene))]
    if not ways or len(ways) != len(found.unfollowed):
        return ""
    given = labels_given(ways)
    told = zip(found.unfollowed, ways, strict=True)
    return _written(_flow(leaving_no_label(one.order, way, given, scene.before)) for one, way in told)


def _written(operations: Iterable[str]) -> str:
    return f"opérations: [{', '.join(operations)}]"


def _way(order: Ordered, like: Common, scene: Scene) -> Written | None:
    """The way to write an order that fits the text; None where ways fit that name different places."""
    fitting = tuple(way for way in order.ways if fits(replace(order, ways=(way,)), like, scene))
    return fitting[0] if one_reading(order, fitting, like, scene) else None


def _flow(way: Written) -> str:
    """An operation between braces."""
    import json  # few headers are told

    keys: list[tuple[str, str | list[str]]] = [
        (way.verb, way.targets[0] if len(way.targets) == 1 else [*way.targets]),
        *((key, words.split(", ") if way.verb in _SEVERAL and ", " in words else words) for key, words in way.details),
    ]
    return "{" + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys) + "}"


def _wrong(header: str, act: Act, article: Provision, scene: Scene) -> tuple[Diagnostic, ...]:
    """What is wrong with the header, or with doing what it says to the text; nothing where it holds."""
    operations, problems = _read(header, act, article)
    if problems or not operations:
        return problems
    return tuple(d for d in run((*scene.first, *operations), scene.before).findings if d.severity == "error")


def _read(header: str, act: Act, article: Provision) -> tuple[tuple[TextOperation, ...], tuple[Diagnostic, ...]]:
    """The operations of a header, and what is wrong with it."""
    node, wrong = read_yaml("", header)
    matter, unfit = check_node(node, "article-avenant") if node is not None else (None, ())
    if wrong or unfit or not isinstance(matter, Mapping):
        return (), (*wrong, *unfit)
    operations, problems = read_operations(matter, article, act.id, Known(None, {}))
    return tuple(o for o in operations if isinstance(o, TextOperation)), problems
