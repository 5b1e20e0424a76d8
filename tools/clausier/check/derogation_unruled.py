"""**Quoi.** Une phrase du texte en vigueur déroge à une stipulation dont une règle est tirée, et aucune règle ne cite cette phrase.

**Pourquoi.** Une dérogation ne change pas les mots auxquels elle déroge : la règle qui en est tirée continue de répondre (un vote,
une échéance) comme si elle n’existait pas. Une remarque qui porte sur les deux articles le dit à qui lit, et suffit.

**Exemple.** À éviter : « Par dérogation à l’article 4, le budget est voté à l’unanimité. », quand la majorité de l’article 4 est une
règle et que rien n’est tiré de cette phrase. Préférer : une règle de nature « exception », ou une autre majorité, qui la cite.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clausier.amend.identity import path_of
from clausier.check.over_rules import provision_of
from clausier.check.subject import locate
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic, Message, Span, report
from clausier.french.asides import DEROGATES
from clausier.model.provision import Alinea, Provision
from clausier.refs.grammar import Phrase, phrases
from clausier.refs.meaning import Standpoint, meaning
from clausier.refs.places import Blocks, Place, at
from clausier.refs.references import own_name
from clausier.rules.bound import BoundRule, Coverage, Covered, Rules
from clausier.rules.kinds import Exemption
from clausier.text.regex import regex
from clausier.text.sentences import sentences

CODE = Code(
    "TXT135",
    "remark",
    Message(
        fr="«\u00a0{words}\u00a0»\u00a0: aucune règle ne cite cette dérogation\u00a0; règles qui n’en tiennent pas compte\u00a0: {rules}",
        en="“{words}”: no rule quotes this derogation; rules that do not heed it: {rules}",
    ),
    __doc__,
    help=Message(
        fr="citer cette phrase dans une règle («\u00a0nature: exception\u00a0», «\u00a0déroge-à: {first}\u00a0»), ou la déclarer «\u00a0sans-règle\u00a0»",
        en="quote this sentence in a rule (“nature: exception”, “déroge-à: {first}”), or declare it under “sans-règle”",
    ),
)
_NEGATED = regex(r"\b(?:ne|n['’])\s*\Z")
_TO_WHAT = regex(r"[^,;.:()]{0,60}\Z")
_AND = regex(r",?\s*(?:et|ou)?\s*(?:à\s+l['’]|aux?\s|de\s+l['’]|l['’])?\s*\Z")


def find(rules: Rules, timeline: Timeline) -> Iterator[Diagnostic]:
    """A finding for each sentence of the text in force, and of the acts' own articles, of which nobody has said anything."""
    ruled = [r for r in rules.of(timeline.latest.id) if not r.place.act and not isinstance(r.rule, Exemption)]
    if not ruled:
        return
    scene = _Scene(
        timeline=timeline,
        own=own_name(timeline.acts[0].title),
        sources={path: text for act in timeline.acts for path, text in act.files},
    )
    remarked = [set(remark.provisions) for remark in rules.remarks_of(timeline.latest.id)]
    for coverage in rules.covered(timeline.latest.id):
        for sentence in coverage.sentences:
            if sentence.status == "left" and sentence.alinea and "dérog" in coverage.words(sentence):
                yield from _of(coverage, sentence, ruled, remarked, scene)


class _Scene(Struct, frozen=True, kw_only=True):
    timeline: Timeline
    own: str
    sources: dict[str, bytes]


def _of(
    coverage: Coverage, sentence: Covered, ruled: list[BoundRule], remarked: list[set[str]], scene: _Scene
) -> Iterator[Diagnostic]:
    provision = provision_of(coverage.place, scene.timeline)
    if provision is None:
        return
    index = [i for i, block in enumerate(provision.blocks) if isinstance(block, Alinea)][sentence.alinea - 1]
    chars = coverage.alineas[sentence.alinea - 1]
    start, end = sentences(chars)[sentence.sentence - 1]
    text = scene.timeline.latest.document
    for clause in DEROGATES.finditer(chars, start, end):
        named = tuple(_named(chars, clause.end(), end, scene.own))
        if not named or _NEGATED.search(chars, start, clause.start()):
            continue
        places = [p for phrase in named for p in _places(phrase, provision, index, coverage.place.act, scene.timeline)]
        bound = [rule for rule in ruled if any(_in(rule, place, text) for place in places)]
        about = {coverage.place.provision, *(rule.place.provision for rule in bound)}
        if not bound or any(about <= remark for remark in remarked):
            continue
        last = named[-1].end
        yield report(
            CODE,
            _span(provision.blocks[index].span or provision.span, chars, clause.start(), last, scene),
            words=chars[clause.start() : last],
            rules=" · ".join(dict.fromkeys(rule.id for rule in bound)),
            first=bound[0].id,
        )


def _named(chars: str, start: int, end: int, own: str) -> Iterator[Phrase]:
    """The references right behind a clause, as long as only « et », « ou » and commas stand between them."""
    between, since = _TO_WHAT, start
    for phrase in phrases(chars, own):
        if since <= phrase.start and phrase.end <= end:
            if not between.match(chars[since : phrase.start]):
                return
            yield phrase
            between, since = _AND, phrase.end


def _places(phrase: Phrase, provision: Provision, index: int, act: str, timeline: Timeline) -> tuple[Place, ...]:
    """What of the text in force it names. « L’article 4 » of an act that has an article 4 of its own may be either."""
    text = timeline.latest.document
    if act:
        document = next(one.document for one in timeline.acts if one.id == act)
        if phrase.scope not in {"text", "own"}:
            return ()
        if phrase.scope == "text" and isinstance(meaning(phrase, Standpoint(document, (), -1)), tuple):
            return ()
        named = meaning(phrase, Standpoint(text, (), -1))
    else:
        named = meaning(phrase, Standpoint(text, path_of(text, provision.id) or (), index))
    return named if isinstance(named, tuple) else ()


def _in(rule: BoundRule, place: Place, text: Provision) -> bool:
    """Whether the words of a rule stand in a place, or in what is below it."""
    owner = at(text, place.path)
    if not isinstance(place, Blocks):
        return any(unit.id == rule.place.provision for unit in owner.walk())
    ranks = (rank for rank, block in enumerate(owner.blocks) if isinstance(block, Alinea))
    here = next((rank for n, rank in enumerate(ranks, start=1) if n == rule.place.alinea), None)
    return owner.id == rule.place.provision and here is not None and place.start <= here < place.end


def _span(block: Span | None, chars: str, start: int, end: int, scene: _Scene) -> Span:
    if block is None:
        return scene.timeline.acts[0].span
    source = scene.sources.get(block.path)
    return locate(source.decode(), block, chars, start, end) if source else block
