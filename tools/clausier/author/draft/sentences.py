"""A change in words → the operation that orders it as the sources write it, and what its sentence says.

The formulas are those of `clausier.french.write`: the first ones of the guides (Conseil d'État and secrétariat général du
Gouvernement, *Guide de légistique*, 3.4.1; Assemblée nationale, rédaction des amendements).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft import edits
from clausier.author.draft.naming import LABEL, alinea, item, line_of, table_of
from clausier.diagnostics import Refused
from clausier.emit.markdown import blocks_markdown, provision_markdown
from clausier.french import Written
from clausier.french.orders import Keys
from clausier.french.write import sentence_for
from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.refs import unit_name
from clausier.source.markdown import own_label
from clausier.text import Text


class Ordered(Struct, frozen=True, kw_only=True):
    """What a change orders: the operation as its sentence says it, and as the sources write it.

    `new` is the new text that the sentence announces (Markdown, "" where none), `lines` how many alinéas, sentences or rows are
    counted in it, 0 where that is not said. `of_two`: the sentence that it names is the second of two. `alone`: the last alinéa,
    which it names, is the only one of its article. `holders` are the provisions that hold the one that it changes, from the outermost.
    """

    said: Written
    operation: Keys
    new: str = ""
    lines: int = 0
    of_two: bool = False
    alone: bool = False
    holders: tuple[str, ...] = ()

    def sentence(self, under: str = "") -> str:
        """The sentence, which does not name again what the lines above it name; raises Refused where there is none."""
        said = sentence_for(self.said, under=under, lines=self.lines, of_two=self.of_two, alone=self.alone)
        if said is None:
            what = f"{self.said.verb}: {', '.join(self.said.targets)}"
            raise Refused(f"aucune formule n’ordonne «\u00a0{what}\u00a0»", f"no formula orders “{what}”")
        return typeset(said)


def ordered(of: Provision, edit: edits.Worded, *, by_label: bool) -> Ordered:
    """What a change in words orders; `by_label` names items of a list so, where they keep their labels.

    Raises Refused where no sentence can order it.
    """
    target = unit_name(of)
    match edit:
        case edits.Whole(edited=edited):
            return plain("remplacer", target, new=payload(edited.blocks, edited.children))
        case edits.Restored(edited=edited):
            return plain("rétablir", target, new=payload((), (edited,)))
        case edits.Retitled(heading=""):
            return plain("supprimer", f"{target}, titre")
        case edits.Retitled(heading=heading):
            said = Written(verb="renommer", targets=(f"{target}, titre",), details=(("intitulé", heading),))
            return Ordered(said=said, operation=(("renommer", target), ("intitulé", heading)))
        case edits.Removed():
            return plain("abroger", target)
        case edits.Added():
            return _added(of, edit)
        case edits.NewTable(rank=rank, table=table):
            place = table_of(of, rank)
            return plain("remplacer", place, new=payload((table,), ())) if table else plain("supprimer", place)
        case edits.Line(rank=rank, blocks=()):
            return plain("supprimer", alinea(of, rank))
        case edits.Line(rank=rank, blocks=blocks):
            return plain("remplacer", item(of, rank, blocks[0], by_label=by_label), new=payload(blocks, ()))
        case edits.Inserted():
            return _inserted(of, target, edit, by_label=by_label)
        case edits.Reworded(line=line, old=old, new=new):
            return _reworded(line_of(of, line, by_label=by_label), old, new)
        case _:
            assert_never(edit)


def plain(
    verb: str, target: str | tuple[str, ...], *details: tuple[str, str], new: str = "", lines: int = 0
) -> Ordered:
    """An operation that is written as its sentence says it."""
    said = Written(verb=verb, targets=(target,) if isinstance(target, str) else target, details=details)
    return Ordered(said=said, operation=said.keys, new=new, lines=lines)


def typeset(sentence: str) -> str:
    """A sentence with the apostrophes and the spaces of French typography."""
    return re.sub(" (?=[:;»])", "\u00a0", sentence.replace("'", "’").replace("« ", "«\u00a0"))


def _reworded(place: str, old: str, new: str) -> Ordered:
    """Words that go, come beside others, or take their place."""
    if not new:
        return plain("supprimer-mots", place, ("mots", old))
    behind, ahead = new.removeprefix(old), new.removesuffix(old)
    if behind != new and behind[0] in " \u00a0\u202f,":
        return plain("insérer-mots", place, ("mots", behind.strip()), ("après", old))
    if ahead != new and ahead[-1] in " \u00a0\u202f’":
        return plain("insérer-mots", place, ("mots", ahead.strip()), ("avant", old))
    return plain("remplacer-mots", place, ("mots", old), ("par", new))


def _inserted(of: Provision, target: str, edit: edits.Inserted, *, by_label: bool) -> Ordered:
    """New alinéas, which their sentence counts; an item that bears a label is named by it."""
    first = edit.blocks[0]
    label = first.label.chars if len(edit.blocks) == 1 and isinstance(first, Alinea) and first.label else ""
    verb = "compléter" if edit.at_end else "insérer-avant" if edit.before else "insérer-après"
    if edit.at_end:
        place = target
    else:
        place = table_of(of, edit.rank) if edit.table else item(of, edit.rank, first, by_label=by_label)
    named = LABEL.fullmatch(label) and (edit.at_end or LABEL.fullmatch(place.rpartition(", ")[2]))
    return Ordered(
        said=Written(verb=verb, targets=(place,), details=(("numéro", label),) if named else ()),
        operation=((verb, place),),
        new=payload(edit.blocks, ()),
        lines=0 if any(isinstance(block, Table) for block in edit.blocks) else len(edit.blocks),
    )


def _added(of: Provision, edit: edits.Added) -> Ordered:
    new = edit.edited
    if new.kind != "article" or not new.number:
        raise Refused(
            f"{new.title() or 'une stipulation sans numéro'}\u00a0: seul un article numéroté peut être ajouté",
            f"{new.title() or 'a provision without a number'}: only a numbered article can be added",
        )
    beside = edit.after or edit.before
    verb = "compléter" if beside is None else "insérer-après" if edit.after else "insérer-avant"
    place = unit_name(beside or of)
    return Ordered(
        said=Written(verb=verb, targets=(place,), details=(("numéro", new.number),)),
        operation=((verb, place),),
        new=payload((), (new,)),
    )


def payload(blocks: tuple[Block, ...], children: tuple[Provision, ...]) -> str:
    """New text as Markdown between guillemets; the items of a list in a list begin at the margin."""
    deep = min((b.depth for b in blocks if isinstance(b, Alinea)), default=0) - 1
    if deep > 0:
        blocks = tuple(replace(b, depth=b.depth - deep) if isinstance(b, Alinea) else b for b in blocks)
    parts = [*blocks_markdown(blocks), *(provision_markdown(c, 3).rstrip("\n") for c in children)]
    return "\n\n".join(_quoted(parts))


def _quoted(parts: list[str]) -> Iterator[str]:
    """The parts between guillemets: in the words of the lines at their ends, or on lines of their own beside a table."""
    lines = [line for part in parts for line in part.split("\n")]
    if lines[0].startswith("|") or lines[-1].startswith("|") or _would_be_a_label(lines[-1]):
        yield from ("«", *parts, "»")
        return
    head = re.match(r"(?:#+ | *- )?", lines[0])
    at = head.end() if head else 0
    yield "\n\n".join([f"{parts[0][:at]}«\u00a0{parts[0][at:]}", *parts[1:]]) + "\u00a0»"


def _would_be_a_label(line: str) -> bool:
    """Whether the words of an item are read as its label where a guillemet comes behind them: « - A. » »."""
    words = line.lstrip(" -")
    return own_label(Text(f"{words}\u00a0»"))[0] != own_label(Text(words))[0]
