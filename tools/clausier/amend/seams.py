"""Where a change of words leaves two that do not go together: « l’comité », « de les membres », « ,, ».

An act says which words change, and forgets those beside them: the article before, the comma after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clausier.diagnostics import Diagnostic, Message, codes_amd, report
from clausier.model.operation import AddWords, Append, InsertBeside, Replace, Substitute, TextOperation
from clausier.model.provision import Alinea, Provision, Table
from clausier.model.target import NthSentence
from clausier.refs.differences import differences
from clausier.text import Text
from clausier.text.joints import Joint, joints

_AROUND = 25  # characters shown on either side
_Seam = tuple[
    str, tuple[str, int, int], str, int
]  # the provision, the line or cell of it, what meets, which of those alike


def seams(operation: TextOperation, now: Provision, after: Provision, in_the_end: Provision) -> tuple[Diagnostic, ...]:
    """A warning for each pair of words, or marks, that `operation` leaves side by side and that do not go together.

    `operation` has made `after` of `now`. What the act's other operations mend is not reported: it is no more there
    `in_the_end`.
    """
    if not isinstance(operation, Substitute | AddWords | Append | InsertBeside) and not _of_a_sentence(operation):
        return ()
    found = dict(_found(now, after))
    left = found if after is in_the_end or not found else dict(_found(now, in_the_end))
    match operation:
        case Substitute(new=new) if new:
            key = "par"
        case Substitute() | AddWords():
            key = "mots"
        case _:
            key = operation.common.verb
    span = operation.common.place(key)
    return tuple(
        report(codes_amd.SEAM, span, around=around, where=where, help=_meant(right))
        for seam, (around, where, right) in left.items()
        if seam in found
    )


def _of_a_sentence(operation: TextOperation) -> bool:
    """Whether a sentence of an alinéa is reworded, beside which others stay."""
    targets = operation.targets if isinstance(operation, Replace) else ()
    return any(isinstance(step, NthSentence) for target in targets for step in target.steps[-1:])


def _found(old: Provision, new: Provision) -> Iterator[tuple[_Seam, tuple[str, str, str]]]:
    """What meets in a line of `new` and did not in that of `old`: the words around, the provision, what may be meant."""
    for change in differences(old, new):
        if change.old is None or change.new is None:
            continue
        before = dict(_texts(change.old))
        unchanged = {
            text.chars for _, text in _texts(change.old)
        }  # a line may have moved, where others are put among them
        for place, text in _texts(change.new):
            was = before.get(place)
            if was is None or text.chars in unchanged:
                continue
            here = joints(text.chars)
            met = Counter(_words(one, was) for one in joints(was.chars)) if here else Counter[str]()
            for one in here:
                words = _words(one, text)
                met[words] -= 1
                if met[words] < 0:
                    yield (
                        (change.new.id, place, words, -met[words]),
                        (_around(one, text.chars), _name(change.new), one.right),
                    )


def _name(unit: Provision) -> str:
    return f"{unit.prefix}{unit.number}".strip() or unit.title()


def _texts(unit: Provision) -> Iterator[tuple[tuple[str, int, int], Text]]:
    if unit.heading:
        yield ("", 0, 0), unit.heading
    for block in unit.blocks:
        if isinstance(block, Alinea):
            yield (block.key, 0, 0), block.text
        elif isinstance(block, Table):
            for r, row in enumerate(block.rows):
                yield from (((block.key, r, c), cell) for c, cell in enumerate(row))


def _words(joint: Joint, text: Text) -> str:
    return text.chars[joint.start : joint.end]


def _around(joint: Joint, chars: str) -> str:
    """What meets, among the whole words around it."""
    start, end = max(0, joint.start - _AROUND), joint.end + _AROUND
    head = chars[start : joint.start]
    tail = chars[joint.end : end]
    if start:
        head = "… " + head.partition(" ")[2]
    if end < len(chars):
        tail = tail.rpartition(" ")[0] + " …"
    return (head + chars[joint.start : joint.end] + tail).strip()


def _meant(right: str) -> Message:
    mend = Message(
        fr="dans un projet, citer aussi les mots d’à côté\u00a0; dans un acte signé, accepter l’avertissement en disant pourquoi",
        en="in a draft, quote the words beside too; in a signed act, accept the warning and say why",
    )
    if not right:
        return mend
    return Message(fr=f"sans doute «\u00a0{right}\u00a0»\u00a0: {mend.fr}", en=f"probably “{right}”: {mend.en}")
