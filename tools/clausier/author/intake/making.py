"""A signed act → the files of its folder, what its articles do, and what is asked of it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.intake.files import canonical, file_name, received_files, received_yaml
from clausier.author.intake.form import Paragraph
from clausier.author.intake.formalities import formalities
from clausier.author.intake.identity import Signatory, in_force, signatories, signatory, signed, signers_below
from clausier.author.intake.joined import joined
from clausier.author.intake.orders import Ordered, ordered, replaced_whole
from clausier.author.intake.own import Own
from clausier.author.intake.parts import Article, Signed, annex_of, parts_of
from clausier.author.intake.questions import AS_READ, Ask, Question, nobody
from clausier.author.intake.quoting import Quoted, quoted, words_of
from clausier.author.intake.reading import File
from clausier.author.intake.sentences import as_read
from clausier.author.intake.trial import Known, shown
from clausier.author.intake.writing import article_markdown, heading_markdown, operation_yaml, questions_yaml, scalar
from clausier.consolidate import consolidate
from clausier.french import read_article
from clausier.french.days import day_in
from clausier.french.orders import Keys
from clausier.model.act import Corpus
from clausier.model.operation import Admit, MergeParties, Operation, RenameParty, TextOperation
from clausier.model.provision import Provision
from clausier.text.sentences import sentences

INDEX = "avenant.yml"
_OPENING = "00-ouverture.md"
NOTHING_READ = "aucune phrase de cet acte n’a été lue comme un changement"
_AHEAD = "cette phrase, avant le premier article de l’acte, ordonne-t-elle un changement ?"
_ARTICLE = "article-avenant"  # the schema of the header of its articles
_FACT = re.compile(r"formalités: \{(?P<party>[\w-]+): \{(?P<key>\w+): (?P<value>.*)\}\}\Z")
_FIRST = "# yaml-language-server: $schema=../../schema/avenant.schema.json\n"

_OF_THE_ACT = re.compile(r"\bprésent\s+\w|\b(?:l[’']|cet\s+)avenant\b", re.IGNORECASE)
_TO_IT = re.compile(
    r"avenant\s+n°\s*(?P<number>\d+(?:\s(?:bis|ter))?)\s+(?:à\s+la|à\s+l[’']|au|aux)\s*(?:présente?s?\s+)?"
    r"(?:convention|accord|statuts|contrat|protocole|règlement|charte)\b",
    re.IGNORECASE,
)


class Unit(Struct, frozen=True, kw_only=True):
    """One file of the act, as the summary tells it: its heading, what it does, what is asked of it."""

    file: str
    heading: str
    operations: tuple[str, ...]
    without: str
    questions: tuple[Question, ...]


class Made(Struct, frozen=True, kw_only=True):
    """Every file of the act, by its name in its folder; its units; what is asked of the act as a whole."""

    files: Mapping[str, bytes]
    units: tuple[Unit, ...]
    questions: tuple[Question, ...]
    title: str


def made_of(
    corpus: Corpus,
    files: tuple[File, ...],
    act: str,
    ask: Ask = nobody,
    *,
    own: Mapping[str, Own] = MappingProxyType({}),
    signature: str = "",
) -> Made:
    """The files of the act that the signed files hold; what is not certain is asked.

    Of the files in `own`, what a person has made of them holds; `signature` is the day that a person has written.
    """
    parts = parts_of(tuple(block for file in files for block in file.received.blocks))
    identity = _dated(parts, ask)
    base = _base(corpus, signature or identity.signature)
    known = Known(
        days=_days(corpus),
        title=corpus.convention.title,
        parties=_parties((o for a in corpus.amendments for o in a.operations), corpus),
        acts=corpus.amendments,
    )
    made: dict[str, bytes] = {}
    units: list[Unit] = []
    earlier: tuple[TextOperation, ...] = ()
    named = {f"{n:02}-{file_name(one.heading)}.md": one for n, one in enumerate(parts.articles, start=1)}
    if parts.unled and (parts.opening or not named):
        named = {_OPENING: Article(heading="", blocks=parts.opening), **named}
    elif parts.opening:
        made[_OPENING] = canonical(_OPENING, article_markdown("", parts.opening, {}), _ARTICLE)
    replacing = joined(tuple(named.values()), base)
    elsewhere = frozenset(one.sentence for one in replacing.values())
    for rank, (name, article) in enumerate(named.items()):
        if annex := replacing.get(rank):
            found = replaced_whole(article.heading, article.blocks, annex.target)
            operations: tuple[TextOperation, ...] = ()
        else:
            told = replace(known, elsewhere=elsewhere)
            found, operations = ordered(
                article.heading, quoted(article.blocks), base, earlier, act, known=told, ask=partial(ask, name)
            )
        outer = f"# {heading_markdown(article.under)}\n\n#" if article.under else ""
        made[name] = canonical(name, f"{_header(found)}{outer}{found.markdown}", _ARTICLE)
        if mine := own.get(name):
            earlier = (*earlier, *mine.of_text)
            known = replace(known, parties={**known.parties, **_parties(mine.operations)})
            does, without, asked = mine.shown, mine.without, mine.questions
        else:
            earlier = (*earlier, *operations)
            known = replace(known, parties=_after(known.parties, found.operations))
            does, without, asked = tuple(map(shown, found.operations)), found.without, found.questions
        units.append(Unit(file=name, heading=article.heading, operations=does, without=without, questions=asked))
    if parts.closing:
        made["99-cloture.md"] = canonical("99-cloture.md", article_markdown("", parts.closing, {}), _ARTICLE)
    if not any(one.operations or one.questions for one in units):
        identity.questions += (Question(sentence=parts.title, why=NOTHING_READ),)
    _identified(identity, files, parts, act, known.parties, ask)
    kept, identity.received = received_files(files)
    made |= kept
    made[INDEX] = canonical(INDEX, _index(act, identity), "avenant")
    questions = own[INDEX].questions if INDEX in own else identity.questions
    return Made(files=made, units=tuple(units), questions=questions, title=parts.title)


def short_title(title: str) -> str:
    """The title without the convention that it names: each page names the act by it, « AVENANT N° 1 À LA CONVENTION … » too."""
    named = _TO_IT.match(title)
    return f"Avenant n° {named['number'].lower()}" if named else title


def _dated(parts: Signed, ask: Ask) -> _Identity:
    """The title and the day of signature, which says what text the act changes."""
    signature, note, undated = signed(parts.closing)
    identity = _Identity(title=short_title(parts.title), signature=signature, note=note)
    _ask(identity, undated, ask)
    return identity


def _identified(
    identity: _Identity, files: tuple[File, ...], parts: Signed, act: str, parties: dict[str, str], ask: Ask
) -> None:
    """What else is known of the act as a whole, and what is asked of it; `parties` are the members after it."""
    identity.signers, unknown = signatories(parts.opening, parties)
    below, others = signers_below(parts.closing, parties, identity.signers)
    named_below = {one.party for one in below}
    identity.signers = (*(one for one in identity.signers if one.person or one.party not in named_below), *below)
    told = formalities(parts.opening, parts.closing, parties, identity.signature)
    identity.force, unforced = in_force(_sentences(parts), _around(parts), act, parts.title)
    around = (*parts.opening, *parts.closing) if parts.articles else parts.closing
    doubts = (
        *parts.doubts,
        *((words_of(b), b.doubt) for b in around if b.doubt),
        *((file.name, doubt) for file in files for doubt in file.received.doubts),
    )
    unsure = (Question(sentence=words, why=why, choices=(AS_READ,)) for words, why in (*doubts, *_ahead(parts)))
    for fact in told.facts:
        _state(identity, fact.line)
    event = f"notification-{act}"
    if told.notified and event in identity.force:
        identity.events[event] = told.notified
    _ask(identity, (*unknown, *others, *unforced, *told.questions, *unsure), ask)


def _ahead(parts: Signed) -> Iterator[tuple[str, str]]:
    """The sentences that order something before the first article, where no operation is made of them."""
    said = () if parts.unled else read_article(as_read(quoted(parts.opening)))
    yield from ((one.sentence, _AHEAD) for one in said if any(order.verb != "keep" for order in one.orders))


def _ask(identity: _Identity, questions: Iterable[Question], ask: Ask) -> None:
    for question in questions:
        choice = ask(INDEX, question) if question.choices else None
        if choice is None:
            identity.questions += (question,)
        else:
            _write_in(identity, question, choice.line)


def _write_in(identity: _Identity, question: Question, line: str) -> None:
    """Put the line that a person has chosen where it belongs."""
    key, _, value = line.partition(": ")
    match key:
        case "signature":
            identity.signature = value
        case "en-vigueur":
            identity.force = value
        case "formalités":
            _state(identity, line)
        case "partie":
            identity.signers += signatory(question.sentence, value)
        case _:
            pass  # the words are as they were read


def _state(identity: _Identity, line: str) -> None:
    """Add a fact about a member to what is known, unless that fact is known already."""
    if fact := _FACT.match(line):
        identity.facts.setdefault(fact["party"], {}).setdefault(fact["key"], fact["value"])


def _base(corpus: Corpus, signature: str) -> Provision:
    """The text that the act changes: with every act that is not certainly signed after it."""
    known = datetime.date.fromisoformat(signature) if len(signature) == 10 else None
    timeline, _ = consolidate(corpus, known=known)
    return timeline.newest.document if timeline.versions else corpus.convention.document


def _parties(operations: Iterable[Operation], corpus: Corpus | None = None) -> dict[str, str]:
    """The members that there have been, by id: those of the convention, and those that operations bring."""
    found = {p.id: p.name for p in corpus.convention.parties} if corpus else {}
    for operation in operations:
        match operation:
            case Admit(party=party, name=name) | RenameParty(party=party, name=name):
                found[party] = name or found.get(party, party)
            case MergeParties(into=into, name=name):
                found[into] = name or into
            case _:
                pass
    return found


def _after(parties: dict[str, str], operations: Iterable[Keys]) -> dict[str, str]:
    """The members that there have been, those that these operations bring included."""
    found = dict(parties)
    for keys in map(dict, operations):
        party = next((keys[verb] for verb in ("adhésion", "en", "dénomination") if verb in keys), None)
        if party and "nom" in keys:
            found[party] = keys["nom"]
    return found


def _days(corpus: Corpus) -> tuple[datetime.date, ...]:
    signed_on = corpus.convention.signed
    own = (signed_on.first,) if signed_on and signed_on.first == signed_on.last else ()
    titled = day_in(corpus.convention.title)
    return (*own, titled) if titled else own


def _sentences(parts: Signed) -> list[str]:
    """The act's own sentences, new texts left out."""
    found: list[str] = []
    for blocks in (*((parts.opening,) if parts.unled else ()), *(article.blocks for article in parts.articles)):
        for one in read_article(as_read(quoted(blocks))):
            behind = one.after if one.payload else ()
            found += (one.sentence, *(line[start:end] for line in behind for start, end in sentences(line)))
    return found


def _around(parts: Signed) -> Iterator[str]:
    """What is said outside of the sentences of the articles: their headings, and what names the act in the opening and the closing.

    And in the articles, behind an order whose new text no guillemets enclose: it may end anywhere.
    """
    yield from (article.heading for article in parts.articles if annex_of(article) is None)
    own = (part for article in parts.articles for part in quoted(article.blocks))
    enclosed = (part.blocks if isinstance(part, Quoted) and part.doubt else (part,) for part in own)
    for block in (*parts.opening, *(one for some in enclosed for one in some), *parts.closing):
        if isinstance(block, Paragraph) and _OF_THE_ACT.search(block.text):
            yield from (block.text[start:end] for start, end in sentences(block.text))


def _header(found: Ordered) -> str:
    lines: list[str] = []
    if found.operations:
        lines += ["opérations:", *(line for o in found.operations for line in operation_yaml(o))]
    lines += questions_yaml(found.questions)
    if not lines and found.without:
        lines = [f"sans-effet: {scalar(found.without)}"]
    return "---\n" + "\n".join(lines) + "\n---\n" if lines else ""


class _Identity(Struct, kw_only=True):
    """What `avenant.yml` says, each value as YAML; "" for what is not certain."""

    title: str
    signature: str
    note: str
    force: str = ""
    signers: tuple[Signatory, ...] = ()
    facts: dict[str, dict[str, str]] = {}  # by member, then by formality
    events: dict[str, str] = {}
    received: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()


def _index(act: str, found: _Identity) -> str:
    lines = [f"id: {act}", f"titre: {scalar(found.title)}"]
    if found.signature:
        lines.append(f"signature: {found.signature}")
    if found.force:
        lines.append(f"en-vigueur: {found.force}")
    if found.signers:
        lines.append("signataires:")
    for one in found.signers:
        lines.append(f"  - partie: {one.party}")
        if one.person:
            lines.append(f"    représentée-par: {scalar(one.person)}")
        if one.quality:
            lines.append(f"    qualité: {scalar(one.quality)}")
    if found.facts:
        lines.append("formalités:")
    for party, facts in found.facts.items():
        lines += [f"  {party}:", *(f"    {key}: {value}" for key, value in facts.items())]
    if found.events:
        lines += ["événements:", *(f"  {name}: {day}" for name, day in found.events.items())]
    lines.append(f"état: {'signé' if found.signature else 'projet'}")
    lines += received_yaml(found.received)
    lines += questions_yaml(found.questions)
    if found.note:
        lines.append(f"note: {json.dumps(found.note, ensure_ascii=False)}")
    return _FIRST + "\n".join(lines) + "\n"
