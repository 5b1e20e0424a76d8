"""The `*.regles.yml` files → rules as written. Shapes are the schema's business; nothing is looked up here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from msgspec import Struct, field

from clausier.cache import Cache
from clausier.diagnostics import Diagnostic, Label, Message, has_errors, in_order, report
from clausier.diagnostics import codes_rul as codes
from clausier.model.act import Act
from clausier.model.target import Unit
from clausier.rules.pattern import Malformed, read_pattern
from clausier.rules.vocabulary import CAPTURE_TYPES, JOINS, KINDS, MOTIVES
from clausier.rules.written import (
    BandSource,
    CaseSource,
    JoinedSource,
    Kind,
    Quoted,
    ReadingSource,
    RemarkSource,
    RuleSource,
    RuleSources,
    Settings,
    SilentSource,
    TableSource,
    Where,
)
from clausier.source.files import Reader
from clausier.source.folders import RULES, read_checked
from clausier.source.targets import read_target
from clausier.source.vocabulary import canonical
from clausier.source.yaml import Mapping, Node, Scalar, read_yaml

_WHY = {
    "brace": Message(fr="accolade «\u00a0{part}\u00a0» isolée", en="a lone brace “{part}”"),
    "name": Message(fr="nom illisible dans «\u00a0{part}\u00a0»", en="unreadable name in “{part}”"),
    "type": Message(fr="type «\u00a0{part}\u00a0» inconnu", en="unknown type “{part}”"),
    "twice": Message(fr="deux places nommées «\u00a0{part}\u00a0»", en="two placeholders named “{part}”"),
    "adjacent": Message(fr="deux places sans mots entre elles", en="two placeholders without words between them"),
    "open-text": Message(
        fr="la place de texte «\u00a0{part}\u00a0» n’a pas de mots des deux côtés",
        en="the text placeholder “{part}” has no words on both sides",
    ),
    "no-words": Message(fr="aucun mot hors des places", en="no words outside the placeholders"),
}
FIRST_HERE = Message(fr="la première est ici", en="the first is here")


class _Found(Struct):
    """What has been read so far."""

    rules: list[RuleSource] = field(default_factory=list)
    silent: list[SilentSource] = field(default_factory=list)
    remarks: list[RemarkSource] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def sources(self, acts: tuple[str, ...]) -> RuleSources:
        """What has been read, beside the acts `acts`."""
        return RuleSources(acts=acts, rules=tuple(self.rules), silent=tuple(self.silent), remarks=tuple(self.remarks))


def read_rules(
    root: Path, acts: Iterable[Act], cache: Cache | None = None
) -> tuple[RuleSources, tuple[Diagnostic, ...]]:
    """The rules beside the articles of each act of the project at `root`, and what is wrong in their files.

    `cache` spares it what it has read before.
    """
    reader = Reader(root, cache or Cache())
    found = _Found()
    order: dict[str, int] = {}
    for act in acts:
        order[act.id] = len(order)
        for path in reader.folder(root / act.folder):
            name = reader.name(path)
            if not path.is_file() or not (path.name.endswith(RULES) or name == act.span.path):
                continue
            text = reader.text(path)
            if text is not None and path.name.endswith(RULES):
                _file(name, text, act.id, found, reader.cache)
            elif text is not None and "remarques" in text:
                _remarks_of_act(name, text, act.id, found, reader.cache)
    found.diagnostics.extend(reader.diagnostics)
    found.diagnostics.extend(_twice(found.rules, order))
    found.diagnostics.extend(_never(found.rules, order))
    return found.sources(tuple(order)), in_order(found.diagnostics)


def _remarks(node: Mapping, act: str, found: _Found) -> None:
    """The remarks that the `remarques:` of a file lists, beside `act`."""
    for item in node.mappings("remarques"):
        articles = item.scalars("articles")
        text = item.scalar("remarque")
        where = [_where(words, found, whole=True) for words in articles]
        if text and articles and all(where):
            kept = tuple(w for w in where if w)
            found.remarks.append(RemarkSource(act=act, where=kept, text=text.value, span=text.span))


def _remarks_of_act(path: str, text: str, act: str, found: _Found, cache: Cache) -> None:
    """The remarks in the act's own `convention.yml` or `avenant.yml`, which has been read, and judged, with its act."""
    node, _ = cache.recall("remarques", (path, text), Node | None, lambda: read_yaml(path, text))
    if isinstance(node, Mapping):
        _remarks(node, act, found)


def _file(path: str, text: str, act: str, found: _Found, cache: Cache) -> None:
    checked, problems = cache.recall("regles", (path, text), Node | None, lambda: read_checked(path, text, "regles"))
    found.diagnostics.extend(problems)
    if not isinstance(checked, Mapping) or has_errors(problems):
        return
    for item in checked.mappings("règles"):
        if rule := _rule(item, act, found):
            found.rules.append(rule)
    for item in checked.mappings("sans-règle"):
        if silent := _silent(item, act, found):
            found.silent.append(silent)
    _remarks(checked, act, found)


def _rule(node: Mapping, act: str, found: _Found) -> RuleSource | None:
    name, kind = node.scalar("id"), node.scalar("nature")
    where = _where(node.scalar("article"), found)
    words = node.scalar("citation")
    quote = _quoted(words, found)
    table = node.get("tableau")
    if not (name and kind and where) or (words and not quote):
        return None
    return RuleSource(
        id=name.value,
        kind=cast("Kind", KINDS[kind.value]),
        act=act,
        where=where,
        quote=quote,
        table=_table(table, node) if isinstance(table, Mapping) else None,
        body=node.text("instance"),
        matter=node.text("objet"),
        settings=_settings(node),
        tests=_joined(node),
        steps=tuple(_settings(step) for step in node.mappings("étapes")),
        ends=node.scalar("fin"),
        span=name.span,
        bands=tuple(_bands(node)),
    )


def _bands(node: Mapping) -> Iterator[BandSource]:
    for item in node.mappings("tranches"):
        if votes := item.scalar("voix"):
            yield BandSource(item.scalar("jusqu-à"), votes)


def _silent(node: Mapping, act: str, found: _Found) -> SilentSource | None:
    where = _where(node.scalar("article"), found)
    words = node.scalar("citation")
    quote = _quoted(words, found)
    motive = node.scalar("motif")
    if not (where and motive) or (words and not quote):
        return None
    return SilentSource(
        act=act,
        where=where,
        quote=quote,
        motive=MOTIVES[motive.value],
        ends=node.scalar("fin"),
        span=quote.span if quote else where.span,
    )


def _where(words: Scalar | None, found: _Found, *, whole: bool = False) -> Where | None:
    if words is None:
        return None
    target, problems = read_target(words.value, words.span)
    found.diagnostics.extend(problems)
    if target is None:
        return None
    if not all(isinstance(step, Unit) for step in target.steps) or not (target.steps or whole):
        found.diagnostics.append(report(codes.NOT_AN_ARTICLE, words.span, words=words.value))
        return None
    return Where(target, words.span)


def _quoted(words: Scalar | None, found: _Found) -> Quoted | None:
    if words is None:
        return None
    pattern = read_pattern(words.value)
    if isinstance(pattern, Malformed):
        why = _WHY[pattern.why].fill(part=pattern.part)
        found.diagnostics.append(report(codes.MALFORMED_QUOTATION, words.span, why=why, types=", ".join(CAPTURE_TYPES)))
        return None
    return Quoted(pattern, words.span)


def _table(node: Mapping, rule: Mapping) -> TableSource | None:
    member, votes = node.scalar("membre"), node.scalar("voix")
    if not (member and votes):
        return None
    pairs = ((entry.key.value, entry.value) for entry in rule.below("noms"))
    return TableSource(member, votes, tuple((key, value.value) for key, value in pairs if isinstance(value, Scalar)))


def _settings(node: Mapping) -> Settings:
    stated = tuple((entry.key.value, node.scalars(entry.key.value)) for entry in node.entries)
    return Settings(stated, tuple(_readings(node)), node.span)


def _readings(node: Mapping) -> Iterator[ReadingSource]:
    for entry in node.below("interprétations"):
        cases = entry.value.entries if isinstance(entry.value, Mapping) else ()
        parameter = Scalar(canonical(entry.key.value), entry.key.span)
        yield ReadingSource(parameter, tuple(_case(case.key, case.value) for case in cases))


def _case(key: Scalar, node: Node) -> CaseSource:
    name = Scalar(canonical(key.value), key.span)
    if isinstance(node, Mapping):
        return CaseSource(name, node.text("libellé"), node.scalars("valeur"))
    return CaseSource(name, node.value if isinstance(node, Scalar) else "")


def _joined(node: Mapping) -> JoinedSource | None:
    parts = [(how, node.mappings(key)) for key, how in JOINS.items() if node.get(key) is not None]
    joined = [JoinedSource(how, tuple(map(_test, items))) for how, items in parts]
    if len(joined) > 1:
        return JoinedSource("all", tuple(joined))
    return joined[0] if joined else None


def _test(node: Mapping) -> Settings | JoinedSource:
    """A test; what one that joins others says besides is said of each of them, and the seats that it requires are one more."""
    joined, own = _joined(node), _settings(node)
    if joined is None:
        return own
    shared = tuple(pair for pair in own.stated if pair[0] != "requis")
    parts = joined.below(Settings(shared, own.readings, own.span))
    required = tuple(pair for pair in own.stated if pair[0] == "requis")
    return JoinedSource("all", (parts, Settings(required, (), own.span))) if required else parts


def _twice(rules: Iterable[RuleSource], order: dict[str, int]) -> Iterator[Diagnostic]:
    """Ids given twice, unless the act of the later rule, or one before it, ends the earlier."""
    last: dict[str, RuleSource] = {}
    for rule in rules:
        before = last.get(rule.id)
        if before:
            ended = order.get(before.ends.value) if before.ends else None
            if ended is None or ended > order[rule.act] or before.act == rule.act:
                label = Label(before.span, FIRST_HERE)
                yield report(codes.RULE_TWICE, rule.span, labels=[label], id=rule.id)
        last[rule.id] = rule


def _never(rules: Iterable[RuleSource], order: dict[str, int]) -> Iterator[Diagnostic]:
    """Rules that the act beside which they stand ends, or one before it."""
    for rule in rules:
        if rule.ends and order.get(rule.ends.value, len(order)) <= order[rule.act]:
            yield report(codes.ENDS_BEFORE_IT_BEGINS, rule.ends.span, id=rule.id, act=rule.ends.value)
