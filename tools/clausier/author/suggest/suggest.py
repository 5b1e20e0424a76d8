"""Sentences that no rule accounts for → rules in the form of the sources, each tried on the text before it is suggested."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from clausier.author.copied import copied
from clausier.author.intake.writing import scalar
from clausier.author.suggest.conduct import bearer_of_items, duty_of_item
from clausier.author.suggest.formulas import body_of, rules_of
from clausier.author.suggest.known import Known, known
from clausier.author.suggest.powers import power_of_item, power_of_items
from clausier.author.suggest.spoken import headed_by, is_pronoun_of, speaks_of
from clausier.author.suggest.suggested import Suggested
from clausier.author.suggest.terms import introduces_terms, term_of_item
from clausier.compile import Compiled, compile_project
from clausier.consolidate import Version
from clausier.model.provision import Provision
from clausier.rules.bound import Coverage
from clausier.source.folders import RULES
from clausier.source.headings import counted_within

_TRIED = f"suggested{RULES}"  # beside the files of each act, in a copy
_RULES, _SILENT = "règles:", "sans-règle:"
Items = Callable[[str], Suggested | None]
_AS_THEY_ARE = frozenset({"interprétations"})  # values that are YAML already


class Suggestion(Struct, frozen=True, kw_only=True):
    """A rule that words seem to state: the file that it belongs in, the words, and its keys as a source writes them.

    `motive` stands in place of a rule where the words only introduce a list.
    """

    file: str
    article: str
    sentence: str
    keys: tuple[tuple[str, str], ...]
    motive: str = ""

    def key(self, name: str) -> str:
        """The value of one of its keys; "" where it has none of that name."""
        return dict(self.keys).get(name, "")


def suggest(root: Path, compiled: Compiled, version: Version, among: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """A rule for each sentence of `version` that no rule accounts for and whose turn of phrase is known.

    `among` are the provisions, by identity, to which it is confined. Each is bound to its words in a copy of the project:
    what finds an error is left out.
    """
    taken = {rule.id for rule in compiled.rules.rules}
    people = known(compiled, version)
    found: list[Suggestion] = []
    provisions = {p.id: (p, owners) for p, owners in _walked(version.document, ())}
    for coverage in compiled.rules.covered(version.id):
        here = provisions.get(coverage.place.provision)
        if coverage.place.act or here is None or (among and coverage.place.provision not in among):
            continue
        found += _of_provision(coverage, *here, taken, people)
    proxies = {rule.source.body for rule in compiled.rules.of(version.id) if rule.source.kind == "proxy"}
    return tuple(_bound(root, list(_one_of_proxies(found, proxies))))


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


def written(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, list[str]]]:
    """Each file, with the lines of YAML to put in it."""
    for file in dict.fromkeys(one.file for one in suggestions):
        here = [one for one in suggestions if one.file == file]
        rules = [one for one in here if not one.motive]
        silent = [one for one in here if one.motive]
        lines = [_RULES] if rules else []
        for one in rules:
            lines += [f"  # «\u00a0{one.sentence}\u00a0»", *_entry(one.keys)]
        lines += [_SILENT] if silent else []
        for one in silent:
            lines += _entry(one.keys)
        yield file, lines


def _of_provision(
    coverage: Coverage, provision: Provision, owners: Sequence[Provision], taken: set[str], known: Known
) -> Iterator[Suggestion]:
    body = next((b for p in (provision, *reversed(owners)) if p.heading and (b := headed_by(p.heading.chars))), "")
    article = _target(provision, owners)
    items: tuple[int, Items] | None = None  # the depth of the items of a list, and what each of them says
    spoken = body  # of whom « il » or « elle » speaks
    for one in coverage.sentences:
        if one.table:
            continue
        alinea = provision.alineas[one.alinea - 1]
        words = coverage.words(one)
        if items and not (alinea.item and alinea.depth > items[0]):
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
        for rule in (of_item,) if of_item else () if items else tuple(rules_of(words, about, known.people)):
            named = known.named(_keys(rule, article, taken))
            yield Suggestion(file=file, article=article, sentence=words, keys=named)


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


def _walked(provision: Provision, owners: tuple[Provision, ...]) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    yield provision, owners
    for child in provision.children:
        yield from _walked(child, (*owners, provision))


def _target(provision: Provision, owners: Sequence[Provision]) -> str:
    """How a rule names the provision: `8.1`; `8, II` for what is counted anew in its article."""
    names = {"preamble": "préambule", "opening": "ouverture", "closing": "clôture"}
    if provision.kind in names:
        return names[provision.kind]
    if provision.kind == "annex":
        return f"annexe {provision.number}".strip()
    if counted_within(provision.number) and owners and owners[-1].kind == "article":
        return f"{_target(owners[-1], owners[:-1])}, {provision.number}"
    return provision.number


def _entry(keys: Sequence[tuple[str, str]]) -> list[str]:
    lines = [f"{key}: {_value(key, value)}" for key, value in keys]
    return [f"  {'- ' if rank == 0 else '  '}{line}" for rank, line in enumerate(lines)]


def _value(key: str, value: str) -> str:
    if key in _AS_THEY_ARE:
        return value
    quoted = key == "citation" or value[:1].isdigit()
    return json.dumps(value, ensure_ascii=False) if quoted else scalar(value)


def _bound(root: Path, suggestions: Sequence[Suggestion]) -> Iterator[Suggestion]:
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
                heading = _SILENT if motive else _RULES
                for line in [*([] if heading in here else [heading]), *_entry(one.keys)]:
                    here.append(line)
                    places[file, len(here)] = one
    wrong = _wrong(root, lines)
    refused = {id(places[place]) for place in wrong if place in places}
    yield from (one for one in suggestions if id(one) not in refused)


def _wrong(root: Path, files: Mapping[str, Sequence[str]]) -> set[tuple[str, int]]:
    """The files and lines at which something is wrong where these are put beside those of the project."""
    with copied(root) as copy:
        for file, lines in files.items():
            (copy / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
        _, found = compile_project(copy, checks=False)
    return {(d.span.path, d.span.line) for d in found if d.severity == "error"}
