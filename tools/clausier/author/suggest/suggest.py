"""Sentences that no rule accounts for → rules in the form of the sources, each tried on the text before it is suggested."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from clausier.author.copied import copied
from clausier.author.suggest.conduct import bearer_of_items, duty_of_item
from clausier.author.suggest.formulas import body_of, rules_of
from clausier.author.suggest.known import Known, known
from clausier.author.suggest.plain import votes_of_colleges
from clausier.author.suggest.powers import power_of_item, power_of_items
from clausier.author.suggest.spoken import is_pronoun_of, speaks_of
from clausier.author.suggest.suggested import Suggested
from clausier.author.suggest.terms import introduces_terms, term_of_item
from clausier.author.suggest.written import RULES_KEY, SILENT_KEY, Suggestion, entry, quoted
from clausier.compile import Compiled, compile_project
from clausier.consolidate import Version
from clausier.model.provision import Provision, Table
from clausier.rules.bound import Coverage
from clausier.source.folders import RULES

_TRIED = f"suggested{RULES}"  # beside the files of each act, in a copy
Items = Callable[[str], Suggested | None]


def suggest(
    root: Path, compiled: Compiled, version: Version, among: Collection[str] = (), supposed: str = ""
) -> tuple[Suggestion, ...]:
    """A rule for each sentence of `version` that no rule accounts for and whose turn of phrase is known.

    `among` are the provisions, by identity, to which it is confined. Each is bound to its words in a copy of the project,
    where `supposed` is the act taken as in force, as for `compiled`: what finds an error is left out.
    """
    taken = {rule.id for rule in compiled.rules.rules}
    people = known(compiled, version)
    found: list[Suggestion] = []
    for coverage, here in _read(compiled, version, among):
        found += _of_provision(coverage, here, taken, people)
    proxies = {rule.source.body for rule in compiled.rules.of(version.id) if rule.source.kind == "proxy"}
    return tuple(_bound(root, list(_one_of_proxies(found, proxies)), supposed))


def passed_over(
    compiled: Compiled, version: Version, among: Collection[str], suggestions: Iterable[Suggestion]
) -> tuple[tuple[str, str], ...]:
    """The sentences for which there is neither a rule nor one of the `suggestions`: the article of each, and its words."""
    told = {(one.article, one.sentence) for one in suggestions}
    left = [
        (coverage.place.number, coverage.words(sentence))
        for coverage, _ in _read(compiled, version, among)
        for sentence in coverage.sentences
        if sentence.status == "left"
    ]
    return tuple(one for one in dict.fromkeys(left) if one not in told)


def _read(compiled: Compiled, version: Version, among: Collection[str]) -> Iterator[tuple[Coverage, Provision]]:
    """The provisions of the convention whose sentences are read, with what is said of each."""
    provisions = {p.id: p for p in version.document.walk()}
    for coverage in compiled.rules.covered(version.id):
        here = provisions.get(coverage.place.provision)
        if not coverage.place.act and here is not None and (not among or coverage.place.provision in among):
            yield coverage, here


def _one_of_proxies(found: Sequence[Suggestion], known: Collection[str]) -> Iterator[Suggestion]:
    """At most one rule on the proxies of each body, none of those `known` to have one: two would leave every vote open between them.

    That there may be proxies goes without saying where it is said how many.
    """
    limited = {one.key("instance") for one in found if "{limite:" in one.key("citation")}
    seen = {*known}
    for one in found:
        body = one.key("instance")
        if one.key("nature") == "pouvoir":
            if body in seen or (body in limited and "{limite:" not in one.key("citation")):
                continue
            seen.add(body)
        yield one


def _of_provision(coverage: Coverage, provision: Provision, taken: set[str], known: Known) -> Iterator[Suggestion]:
    body, article = known.headed[provision.id], coverage.place.number
    items: tuple[int, Items] | None = None  # the depth of the items of a list, and what each of them says
    spoken = body  # of whom « il » or « elle » speaks
    for one in coverage.sentences:
        if one.table:
            if one.status == "left" and body and (weights := _weights(provision.tables[one.table - 1], body)):
                file, rule = weights
                named = known.named(_keys(rule, article, taken))
                yield Suggestion(file=file, article=article, sentence=coverage.words(one), keys=named)
            continue
        alinea = provision.alineas[one.alinea - 1]
        words = coverage.words(one)
        if items and alinea.depth <= items[0]:
            items = None
        about = spoken if words.lower().startswith(("il ", "elle ", "ils ", "elles ")) else body
        if not alinea.item:
            spoken = speaks_of(words, body_of(words, body), spoken)
        if (leads := _leads(words, about)) is not None:
            items = (alinea.depth, leads)
        if one.status != "left" or alinea.span is None:
            continue
        file = alinea.span.path.removesuffix(".md") + RULES
        if leads is not None or (items and words.endswith(":")):
            keys = (("article", article), ("citation", words.rstrip(" :\u00a0")), ("motif", "introduction"))
            yield Suggestion(file=file, article=article, sentence=words, keys=keys, motive="introduction")
            items = items if leads is not None else None  # what follows is said otherwise, by another verb
            continue
        of_item = items[1](words) if items else None
        for rule in (of_item,) if of_item else () if items else _of_sentence(words, about, known):
            named = known.named(_keys(rule, article, taken))
            yield Suggestion(file=file, article=article, sentence=words, keys=named)


def _of_sentence(words: str, body: str, known: Known) -> Iterator[Suggested]:
    yield from rules_of(words, body, known.people)
    yield from votes_of_colleges(words, *known.colleges_of(body))


def _weights(table: Table, body: str) -> tuple[str, Suggested] | None:
    """The votes that a table of two columns gives to each member, and the file that they belong in."""
    header = [cell.chars.strip() for cell in table.rows[0]] if table.rows else []
    if table.span is None or len(header) != 2 or not re.search(r"\bvoix\b", header[1], re.IGNORECASE):
        return None
    columns = f"{{membre: {quoted(header[0])}, voix: {quoted(header[1])}}}"
    rule = Suggested(kind="voix", keys=(("instance", body), ("tableau", columns)), named=f"{body}-voix")
    return table.span.path.removesuffix(".md") + RULES, rule


def _leads(words: str, body: str) -> Items | None:
    """What each item of a list states, where `words` introduce one: a duty, a power, or a term."""
    if (bearer := bearer_of_items(words)) is not None:
        return lambda item: duty_of_item(item, bearer)
    if (power := power_of_items(words, body)) is not None and is_pronoun_of(words, body):
        by, given = power
        return lambda item: power_of_item(item, given, by)
    return term_of_item if introduces_terms(words) else None


def _keys(rule: Suggested, article: str, taken: set[str]) -> tuple[tuple[str, str], ...]:
    name, rank = rule.named, 1
    while name in taken:
        rank += 1
        name = f"{rule.named}-{rank}"
    taken.add(name)
    return (("id", name), ("nature", rule.kind), ("article", article), *rule.keys)


def _bound(root: Path, suggestions: Sequence[Suggestion], supposed: str) -> Iterator[Suggestion]:
    """Those that bind to their words and say something, tried in a copy of the project."""
    if not suggestions:
        return
    lines: dict[str, list[str]] = {}
    places: dict[tuple[str, int], Suggestion] = {}  # by file and line
    for motive in (False, True):
        for one in suggestions:
            if bool(one.motive) is motive:
                file = f"{one.file.rpartition('/')[0]}/{_TRIED}"
                here = lines.setdefault(file, [])
                heading = SILENT_KEY if motive else RULES_KEY
                for line in [*([] if heading in here else [heading]), *entry(one.keys)]:
                    here.append(line)
                    places[file, len(here)] = one
    wrong = _wrong(root, lines, supposed)
    refused = {id(places[place]) for place in wrong if place in places}
    yield from (one for one in suggestions if id(one) not in refused)


def _wrong(root: Path, files: Mapping[str, Sequence[str]], supposed: str) -> set[tuple[str, int]]:
    """The files and lines at which something is wrong where these are put beside those of the project."""
    with copied(root) as copy:
        for file, lines in files.items():
            (copy / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        _, found = compile_project(copy, drafts=(supposed,) if supposed else (), supposed=supposed, checks=False)
    return {(d.span.path, d.span.line) for d in found if d.severity == "error"}
