"""The front matter of an amendment's article → its operations, with the new text that each takes."""

from __future__ import annotations

from msgspec import Struct, field

from clausier.diagnostics import Diagnostic, Message, Span, codes_amd, report
from clausier.model.dates import Date
from clausier.model.operation import Common, NoEffect, Operation, Reading
from clausier.model.provision import Alinea, Fragment, Provision, Quotation
from clausier.model.target import Target
from clausier.source.dates import THE_END, THE_OPERATION, Known, read_date
from clausier.source.outline import name
from clausier.source.questions import asked
from clausier.source.quotations import as_said, payload
from clausier.source.targets import read_target, told_apart
from clausier.source.verbs import OF_ACTS, OF_MEMBERS, ROWS, TAKE_TEXT, VERBS, Written, typed
from clausier.source.yaml import Mapping, Node, Scalar, Sequence
from clausier.text.words import occurrences


class _Article(Struct):
    """One article of an amendment while its operations are read."""

    act: str
    provision: Provision
    known: Known
    note: str  # the article's own `note-d-édition`, for each of its operations that has none
    quotations: list[Quotation]
    next_quotation: int = 0
    taken: set[int] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def number(self) -> str:
        """`3`, or `5 (2)` for the second of two articles alike."""
        return self.provision.id.removeprefix(self.act + "/")

    def date(self, node: Node | None, of: Message = THE_OPERATION) -> Date | None:
        """The date that a key gives, `of` something; None where there is none, or none that can be read."""
        if node is None:
            return None
        found, problems = read_date(node, self.known, of)
        self.diagnostics.extend(problems)
        return found


def read_operations(
    matter: Mapping | None, provision: Provision, act: str, known: Known, *, wrong: tuple[Span, ...] = ()
) -> tuple[tuple[Operation, ...], tuple[Diagnostic, ...]]:
    """The operations of one article of the amendment `act`; its front matter is `matter` (None where it has none).

    Where something is `wrong` with it, which has been reported, an operation that it concerns is left out, and what
    follows from that is no second error.
    """
    article = _Article(
        act=act,
        provision=provision,
        known=known,
        note=matter.text("note-d-édition") if matter else "",
        quotations=list(provision.quotations),
    )
    operations: list[Operation] = []
    listed = matter.get("opérations") if matter else None
    without = matter.scalar("sans-effet") if matter else None
    if isinstance(listed, Sequence):
        for index, item in enumerate(listed.items, start=1):
            refused = any(item.span.line <= span.line <= item.span.end_line for span in wrong)
            if isinstance(item, Mapping) and not refused and (made := _operation(item, index, article)):
                operations.append(made)
    if without:
        common = Common(
            id=f"{article.act}/{article.number}#0",
            verb="sans-effet",
            act=act,
            article=article.number,
            span=without.span,
            sentence=_sentence(article, "", None),
            editorial_note=article.note,
        )
        operations.append(NoEffect(common=common, reason=without.value))
    unsure = tuple(asked(matter))
    article.diagnostics.extend(unsure)
    unsaid = listed is None and without is None
    if unsaid and not wrong and not unsure:
        article.diagnostics.append(report(codes_amd.NO_OPERATION, provision.span or Span(""), article=name(provision)))
    # Where an operation was refused, or is yet to be written, the text it would have taken is no second error.
    if not (unsaid or wrong or unsure) and len(operations) == (
        len(listed.items) if isinstance(listed, Sequence) else len(operations)
    ):
        for index, quotation in enumerate(article.quotations):
            if index not in article.taken:
                article.diagnostics.append(report(codes_amd.PAYLOAD_LEFT_OVER, quotation.span))
    return tuple(operations), tuple(article.diagnostics)


def _operation(node: Mapping, index: int, article: _Article) -> Operation | None:
    verb = next((entry.key.value for entry in node.entries if entry.key.value in VERBS), None)
    if verb is None:
        return None
    takes = verb in TAKE_TEXT or (verb in ROWS and node.get("cellules") is None)
    quotation = _quotation(node, verb, article) if takes else None
    common = _common(node, verb, index, article, quotation)
    targets = () if verb in (*OF_MEMBERS, *OF_ACTS) else _targets(node.get(verb), article)
    content: Fragment | None = None
    if quotation is not None:
        content, problems = payload(quotation)
        article.diagnostics.extend(problems)
        if problems:
            return None
        if not content.blocks and not content.children:
            article.diagnostics.append(report(codes_amd.NO_PAYLOAD, node.span, verb=verb))
            return None
        number, heading = node.scalar("en"), node.scalar("intitulé")
        content, problems = as_said(content, number, heading)
        article.diagnostics.extend(problems)
        if problems:
            return None
    if targets is None or (takes and content is None):
        return None
    return typed(
        Written(
            verb=verb,
            node=node,
            common=common,
            targets=targets,
            content=content,
            diagnostics=article.diagnostics,
            date=article.date,
        )
    )


def _quotation(node: Mapping, verb: str, article: _Article) -> Quotation | None:
    """The quotation that the operation takes: the next one, or the one it numbers."""
    index = article.next_quotation
    named = node.scalar("citation")
    if named:
        index = int(named.value) - 1 if named.value.isdigit() else -1
        if not 0 <= index < len(article.quotations):
            article.diagnostics.append(
                report(codes_amd.QUOTATION_NUMBER, named.span, number=named.value, count=len(article.quotations))
            )
            return None
    if index >= len(article.quotations):
        article.diagnostics.append(report(codes_amd.NO_PAYLOAD, node.span, verb=verb))
        return None
    article.taken.add(index)
    article.next_quotation = index + 1
    return article.quotations[index]


def _targets(node: Node | None, article: _Article) -> tuple[Target, ...] | None:
    items = node.items if isinstance(node, Sequence) else (node,) if node else ()
    targets: list[Target] = []
    named = 0
    for item in items:
        if isinstance(item, Scalar):
            read = [read_target(words, item.span) for words in told_apart(item.value)]
            article.diagnostics.extend(problem for _, problems in read for problem in problems)
            targets.extend(target for target, _ in read if target)
            named += len(read)
    return tuple(targets) if targets and len(targets) == named else None


def _common(node: Mapping, verb: str, index: int, article: _Article, quotation: Quotation | None) -> Common:
    says = node.text("dit")
    if says and not any(occurrences(line, says) for line in _said_by(article)):
        span = node.get("dit")
        article.diagnostics.append(report(codes_amd.SAYS_NOT_FOUND, span.span if span else node.span, words=says))
    reading: dict[str, Reading] = {"avant": "before", "résultat": "result"}
    spans = {entry.key.value: entry.value.span for entry in node.entries}
    return Common(
        id=f"{article.act}/{article.number}#{index}",
        verb=verb,
        act=article.act,
        article=article.number,
        span=node.span,
        sentence=_sentence(article, says, quotation),
        says=says,
        quotation=next((n for n, q in enumerate(article.quotations) if q is quotation), None),
        in_force=article.date(node.get("en-vigueur")),
        until=article.date(node.get("jusqu-au"), THE_END),
        source=node.text("source"),
        reading=reading.get(node.text("lecture")),
        expect=node.text("empreinte"),
        after_act=node.text("après-acte"),
        editorial_note=node.text("note-d-édition") or article.note,
        note=node.text("note"),
        spans=(*spans.items(), ("target", spans[verb])),
    )


def _said_by(article: _Article) -> tuple[str, ...]:
    return (article.provision.title(), *article.provision.prose, *_own_cells(article))


def _own_cells(article: _Article) -> list[str]:
    """The cells of its tables, quotations left out: some set the words in force beside the new ones."""
    return [cell.chars for p in article.provision.walk() for table in p.tables for cell in table.cells]


def _sentence(article: _Article, says: str, quotation: Quotation | None) -> str:
    """The amending sentence: the line that `dit` quotes, or the one that announces the quotation, or the only one."""
    lines = article.provision.prose
    if says:
        return next((line for line in (*lines, *_own_cells(article)) if occurrences(line, says)), "")
    if quotation is not None:
        blocks = [b for p in article.provision.walk() for b in p.blocks]
        before = blocks[: next(i for i, b in enumerate(blocks) if b is quotation)]
        return next((b.text.chars for b in reversed(before) if isinstance(b, Alinea)), "")
    return lines[0] if len(lines) == 1 else ""
