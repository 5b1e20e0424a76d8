"""Acts that change acts: what is pending is amended where it stands; what is executed, where its words now are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.amend import anchors, apply, meant, named
from clausier.consolidate.ends import CONVENTION, act_of, begins, is_text
from clausier.diagnostics import Diagnostic, Message, codes_ref, codes_tim, has_errors, report
from clausier.model.act import Act
from clausier.model.dates import Date, When
from clausier.model.operation import Append, InsertBeside, Operation, Repeal, Replace, Restore, TextOperation
from clausier.model.provision import Alinea, Block, Fragment, Provision, Table
from clausier.model.target import Target, Unit
from clausier.refs import WholeProvision, at, find
from clausier.source.headings import number_key
from clausier.text import Text

_Bringing = Replace | Append | InsertBeside | Restore


def other_act(operation: Operation) -> str:
    """The amendment that the operation's targets name, "" where they name the convention."""
    acts = {act_of(t) for t in operation.targets} - {CONVENTION} if is_text(operation) else set()
    return min(acts, default="")


def amended(acts: tuple[Act, ...]) -> tuple[tuple[Act, ...], tuple[Diagnostic, ...]]:
    """The acts, those that were still to take effect as the others have amended them; cycles and strangers are errors."""
    by_id = {a.id: a for a in acts}
    diagnostics = list(_strangers(acts))
    if diagnostics:
        alone = (
            replace(a, operations=tuple(o for o in a.operations if not other_act(o) and not _apart(o))) for a in acts
        )
        return tuple(alone), tuple(diagnostics)
    for act in acts:
        kept: list[Operation] = []
        for operation in by_id[act.id].operations:
            target = other_act(operation)
            if not target or not is_text(operation):
                kept.append(operation)
                continue
            mine = begins(operation, act)
            state = _state(by_id[target], operation, mine)
            if state == "executed" and not _has_its_articles(by_id[target], operation):
                diagnostics.append(report(codes_tim.NOTHING_THERE, operation.common.place("target"), act=target))
            elif state == "executed":
                kept.append(operation)
            elif state == "open":
                diagnostics.append(report(codes_tim.OPEN_ORDER, operation.common.span, act=target))
            else:
                changed, found = _amend_pending(by_id[target], operation)
                by_id[target] = changed
                diagnostics.extend(found)
        by_id[act.id] = replace(by_id[act.id], operations=tuple(kept))
    return tuple(by_id[a.id] for a in acts), tuple(diagnostics)


def _strangers(acts: tuple[Act, ...]) -> Iterator[Diagnostic]:
    """Operations on acts that do not exist, and acts that change each other."""
    changes: dict[str, set[str]] = {a.id: set() for a in acts}
    for act in acts:
        for operation in act.operations:
            target = other_act(operation)
            if apart := _apart(operation):
                one, other = apart
                span = operation.common.place("target")
                yield report(codes_tim.ACTS_TOGETHER, span, words=other.words, first=one.words)
                continue
            if not target:
                continue
            if target not in changes or target == act.id:
                yield report(codes_tim.UNKNOWN_ACT, operation.common.place("target"), act=target)
                continue
            changes[act.id].add(target)
            if _reaches(changes, target, act.id):
                yield report(codes_tim.CYCLE, operation.common.place("target"), act=act.id, other=target)


def _apart(operation: Operation) -> tuple[Target, Target] | None:
    """Two names of the operation that it cannot have together: of two acts, or where it moves, or splits, in another act."""
    if not is_text(operation):
        return None
    first, *others = operation.targets
    beside = anchors(operation)
    for other in (*others, *beside):
        if act_of(other) != act_of(first) or (other in beside and other_act(operation)):
            return first, other
    return None


def _reaches(changes: dict[str, set[str]], start: str, goal: str) -> bool:
    seen: set[str] = set()
    todo = [start]
    while todo:
        here = todo.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            todo.extend(changes[here])
    return False


def _state(act: Act, operation: TextOperation, when: Date) -> str:
    """Whether the article that the operation changes is `executed` then, still `pending`, or `open`: its dates do not tell."""
    dates = [begins(o, act) for o in _of_article(act, operation)] or [act.in_force]
    begin = [d for d in dates if isinstance(d, When)]
    if len(begin) < len(dates):
        return "pending"
    if not isinstance(when, When) or all(d.last <= when.first for d in begin):
        return "executed"
    return "pending" if all(d.first > when.last for d in begin) else "open"


def _has_its_articles(act: Act, operation: TextOperation) -> bool:
    found = (find(replace(t, steps=t.steps[:1]), act.document) for t in operation.targets)
    return all(isinstance(places, tuple) and places for places in found)


def _of_article(act: Act, operation: TextOperation) -> tuple[Operation, ...]:
    """The operations of the article of `act` that the operation's target names."""
    found = [find(replace(t, steps=t.steps[:1]), act.document) for t in operation.targets]
    names = {
        at(act.document, p.path).id.removeprefix(act.id + "/")
        for places in found
        if isinstance(places, tuple)
        for p in places
        if isinstance(p, WholeProvision)
    }
    return tuple(o for o in act.operations if o.common.article in names)


def _amend_pending(act: Act, operation: TextOperation) -> tuple[Act, tuple[Diagnostic, ...]]:
    """`act` with its new text amended where it stands; the operation has no other effect."""
    theirs = _of_article(act, operation)
    whole = all(len(t.steps) == 1 for t in operation.targets)
    if not theirs:
        return act, (report(codes_tim.NOTHING_THERE, operation.common.place("target"), act=act.id),)
    if isinstance(operation, Repeal) and whole:
        ids = {o.common.id for o in theirs}
        return replace(act, operations=tuple(o for o in act.operations if o.common.id not in ids)), ()
    tried = [(o, *_in_payload(o, operation)) for o in theirs if isinstance(o, _Bringing)]
    fitting = [(o, payload, doubts) for o, payload, doubts in tried if payload is not None]
    if len(fitting) != 1:
        problems = next((p for _, _, p in tried if p), ())
        if problems and not fitting and all(p.code is not codes_ref.UNKNOWN_TARGET for p in problems):
            return act, problems
        return act, (report(codes_tim.NOTHING_THERE, operation.common.place("target"), act=act.id),)
    (old, payload, doubts), *_ = fitting
    by = (*old.common.amended_by, operation.common.id)
    new = replace(old, payload=payload, common=replace(old.common, amended_by=by))
    return replace(act, operations=tuple(new if o is old else o for o in act.operations)), doubts


def _in_payload(bringing: _Bringing, operation: TextOperation) -> tuple[Fragment | None, tuple[Diagnostic, ...]]:
    """The payload of `bringing` as the operation changes it, with what may be doubted; None where it does not fit there."""
    named = operation.targets[0]
    number = (
        f"{named.act}, {named.steps[0].number}" if isinstance(named.steps[0], Unit) else named.act
    )  # as findings say it
    article = Provision(
        id=bringing.common.id,
        kind="article",
        number=number,
        blocks=bringing.payload.blocks,
        children=bringing.payload.children,
    )
    document = Provision(id="", kind="document", children=(article,))
    # Under the article of the amendment, its new text is named as if it stood there: `avenant-1, 3, 6.4, al. 2`.
    inner = tuple(
        replace(
            t,
            act="",
            steps=t.steps[1:]
            if t.steps[1:] and isinstance(t.steps[1], Unit)
            else (Unit(number, "article"), *t.steps[1:]),
        )
        for t in operation.targets
    )
    applied = apply(replace(operation, targets=inner), before=document, now=document)
    if has_errors(applied.diagnostics):
        return None, applied.diagnostics
    after = applied.document.children[0]
    return Fragment(blocks=after.blocks, children=after.children), applied.diagnostics


def redirected(operation: TextOperation, document: Provision) -> tuple[TextOperation | None, tuple[Diagnostic, ...]]:
    """The operation aimed at the provisions of `document` where the words of the executed act now stand, with a warning.

    None where nothing is to be done (repealing an executed act changes no word: CE, 28 octobre 2009, n° 306708), or where
    its words stand nowhere, or in several provisions.
    """
    act = other_act(operation)
    if not act:
        return operation, ()
    span = operation.common.place("target")
    if isinstance(operation, Repeal) and all(len(t.steps) == 1 for t in operation.targets):
        return None, (report(codes_tim.REPEAL_OF_EXECUTED, span, act=act),)
    targets: list[Target] = []
    for target in operation.targets:
        article, *rest = target.steps
        number = number_key(article.number) if isinstance(article, Unit) else ""
        rank = f" ({article.rank})" if isinstance(article, Unit) and article.rank > 1 else ""
        stems = tuple({f"{o.rpartition('#')[0]}#" for o in _origins(document) if _article(o) == (act, number + rank)})
        owners = [p for p in document.walk() if p.kind != "document" and _written_by(p, stems)]
        if rest and isinstance(rest[0], Unit):
            targets.append(replace(target, act="", steps=tuple(rest)))
        elif len(owners) == 1:
            unit = Unit(owners[0].number, owners[0].kind)
            targets.append(replace(target, act="", steps=(unit, *rest)))
        else:
            names = ", ".join(p.number for p in owners)
            where = Message(fr=names or "aucune", en=names or "none")
            return None, (report(codes_tim.WORDS_ELSEWHERE, span, target=target.words, where=where),)
        stranger = _stranger(replace(operation, targets=(targets[-1],)), stems, document)
        if stranger:
            return None, (report(codes_tim.NOT_ITS_WORDS, span, target=target.words, found=stranger, act=act),)
    names = ", ".join(" ".join(s.number for s in t.steps if isinstance(s, Unit)) for t in targets)
    return replace(operation, targets=tuple(targets)), (report(codes_tim.EXECUTED, span, act=act, where=names),)


def _origins(document: Provision) -> Iterator[str]:
    """The operations that have written words of a text."""
    for provision in document.walk():
        for block in provision.blocks:
            for text in _texts(block):
                yield from text.origins()


def _article(operation: str) -> tuple[str, str]:
    """The act, and the article of it, that an operation is of: its number as numbers are compared (`avenant-1/1er#2`)."""
    act, _, rest = operation.rpartition("#")[0].partition("/")
    return act, number_key(rest)


def _stranger(operation: TextOperation, stems: tuple[str, ...], document: Provision) -> str:
    """What the operation would strike in `document` that has no word of the operations `stems`; "" where all has."""
    things = set(named(operation, document) or ())
    for provision in document.walk():
        own = ("provision", provision.id)
        if isinstance(operation, Replace) and own in things and not _wholly_written_by(provision, stems):
            return meant(operation, document)  # what the act wrote there is but a part of it
        if (own in things or ("heading", provision.id) in things) and not _written_by(provision, stems):
            return meant(operation, document)
        for block in provision.blocks:
            struck = any(t[1] == block.key for t in things)
            if struck and not any(o.startswith(stems) for text in _texts(block) for o in text.origins()):
                return meant(operation, document)
    return ""


def _texts(block: Block) -> Iterable[Text]:
    """The words of an alinéa, or of each cell of a table."""
    return (block.text,) if isinstance(block, Alinea) else block.cells if isinstance(block, Table) else ()


def _wholly_written_by(provision: Provision, stems: tuple[str, ...]) -> bool:
    """Whether some of the words of each line and cell below a provision come from operations whose ids begin so."""
    texts = [text for p in provision.walk() for block in p.blocks for text in _texts(block)]
    return all(any(o.startswith(stems) for o in text.origins()) for text in texts if text.chars.strip())


def _written_by(provision: Provision, stems: tuple[str, ...]) -> bool:
    """Whether any of the provision's own words come from operations whose ids begin so."""
    return any(o.startswith(stems) for block in provision.blocks for text in _texts(block) for o in text.origins())
