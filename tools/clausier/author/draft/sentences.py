"""A change → the sentence of the drafting guides that orders it, and its operation as the sources write it.

The formulas are the first ones of the guides (Conseil d'État and secrétariat général du Gouvernement, *Guide de légistique*,
3.3; Assemblée nationale, rédaction des amendements): « est ainsi rédigé », « il est inséré », « les mots … sont remplacés par ».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from msgspec import Struct

from clausier.author.draft.edits import (
    Added,
    Inserted,
    Line,
    NewTable,
    Removed,
    Restored,
    Retitled,
    Reworded,
    Undraftable,
    Whole,
    Worded,
)
from clausier.emit.markdown import blocks_markdown, provision_markdown
from clausier.french import Written
from clausier.french.nouns import Noun, Unnamable, noun_of
from clausier.french.write import sentence_for
from clausier.model.provision import Block, Provision
from clausier.refs import unit_name

Keys = tuple[tuple[str, Any], ...]
_ORDINALS = (
    "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième",
    "onzième", "douzième",
)  # fmt: skip
COUNTS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit"}


class Ordered(Struct, frozen=True, kw_only=True):
    """A sentence of the act, the operation that it orders, and the new text that it announces (Markdown, "" where none)."""

    sentence: str
    operation: Keys
    new: str = ""


def ordered(of: Provision, edit: Worded) -> Ordered:
    """The sentence and the operation of a change in words. Raises Undraftable where no sentence can order it."""
    target = unit_name(of)
    match edit:
        case Whole(edited=edited):
            return plain("remplacer", target, new=payload(edited.blocks, edited.children))
        case Restored(edited=edited):
            return plain("rétablir", target, new=payload((), (edited,)))
        case Retitled(heading=""):
            return plain("supprimer", f"{target}, titre")
        case Retitled(heading=heading):
            return plain("renommer", target, ("intitulé", heading))
        case Removed():
            return plain("abroger", target)
        case Added():
            return _added(of, edit)
        case NewTable():
            return _table(of, target, edit)
        case Line(rank=rank, blocks=()):
            return plain("supprimer", f"{target}, al. {rank}")
        case Line(rank=rank, blocks=blocks):
            return plain("remplacer", f"{target}, al. {rank}", new=payload(blocks, ()))
        case Inserted():
            return _inserted(of, target, edit)
        case Reworded(line=line, old=old, new=""):
            return plain("supprimer-mots", f"{target}, al. {line}", ("mots", old))
        case Reworded(line=line, old=old, new=new):
            return plain("remplacer-mots", f"{target}, al. {line}", ("mots", old), ("par", new))
        case _:
            assert_never(edit)


def _table(of: Provision, target: str, edit: NewTable) -> Ordered:
    if edit.table is None:
        return plain("supprimer", f"{target}, tableau {edit.rank}")
    which = "Le tableau" if len(of.tables) == 1 else f"Le {ordinal(edit.rank)} tableau"
    return Ordered(
        sentence=f"{which} {of_the(of)} est remplacé par le tableau suivant\u00a0:",
        operation=(("remplacer", f"{target}, tableau {edit.rank}"),),
        new=payload((edit.table,), ()),
    )


def plain(verb: str, target: str | tuple[str, ...], *details: tuple[str, str], new: str = "") -> Ordered:
    """An operation whose sentence the table beside the grammar writes."""
    targets = (target,) if isinstance(target, str) else target
    said = sentence_for(Written(verb=verb, targets=targets, details=details))
    if said is None:
        named = ", ".join(targets)
        raise Undraftable(
            f"aucune formule n’ordonne «\u00a0{verb}\u00a0: {named}\u00a0»", f"no formula orders “{verb}: {named}”"
        )
    return Ordered(sentence=typeset(said), operation=((verb, target), *details), new=new)


def typeset(sentence: str) -> str:
    """A sentence with the apostrophes and the spaces of French typography."""
    return sentence.replace("'", "’").replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def _inserted(of: Provision, target: str, edit: Inserted) -> Ordered:
    """New alinéas, counted as the guides have it; the table of formulas knows no count."""
    new = payload(edit.blocks, ())
    if edit.at_end:
        return Ordered(
            sentence=f"{_the(of)} est complété{'e' if of.kind == 'annex' else ''} par {_lines(edit.blocks)}\u00a0:",
            operation=(("compléter", target),),
            new=new,
        )
    side, verb = ("Avant", "insérer-avant") if edit.before else ("Après", "insérer-après")
    is_ = "sont insérés" if len(edit.blocks) > 1 else "il est inséré"
    where = f"{target}, tableau {edit.rank}" if edit.table else f"{target}, al. {edit.rank}"
    beside = f"le {ordinal(edit.rank)} {'tableau' if edit.table else 'alinéa'} {of_the(of)}"
    return Ordered(
        sentence=f"{side} {beside}, {is_} {_lines(edit.blocks)}\u00a0:",
        operation=((verb, where),),
        new=new,
    )


def _added(of: Provision, edit: Added) -> Ordered:
    new = edit.edited
    if new.kind != "article" or not new.number:
        raise Undraftable(
            f"{new.title() or 'une stipulation sans numéro'}\u00a0: seul un article numéroté peut être ajouté",
            f"{new.title() or 'a provision without a number'}: only a numbered article can be added",
        )
    text = payload((), (new,))
    beside = edit.after or edit.before
    if beside is None:
        return Ordered(
            sentence=f"{_the(of)} est complété par un article {new.number} ainsi rédigé\u00a0:",
            operation=(("compléter", unit_name(of)),),
            new=text,
        )
    side, verb = ("Après", "insérer-après") if edit.after else ("Avant", "insérer-avant")
    return Ordered(
        sentence=f"{side} {the(beside)}, il est inséré un article {new.number} ainsi rédigé\u00a0:",
        operation=((verb, unit_name(beside)),),
        new=text,
    )


def the(provision: Provision) -> str:
    """A provision inside a sentence: `l’article 8.1`, `l’annexe 2`, `le préambule`."""
    return typeset(_noun(provision).the())


def of_the(provision: Provision) -> str:
    """As `the`, after « de »: `de l’article 8.1`, `du préambule`."""
    return typeset(_noun(provision).of())


def _noun(provision: Provision) -> Noun:
    try:
        return noun_of((unit_name(provision),))
    except Unnamable:
        words = provision.title()
        raise Undraftable(
            f"{words or 'cette partie'}\u00a0: aucune formule ne la désigne",
            f"{words or 'this part'}: no formula names it",
        ) from None


def ordinal(rank: int) -> str:
    """A rank in words as the guides have it, in figures where words grow long: `troisième`, `14e`."""
    return _ORDINALS[rank - 1] if rank <= len(_ORDINALS) else f"{rank}e"


def _the(provision: Provision) -> str:
    words = the(provision)
    return words[0].upper() + words[1:]


def _lines(blocks: tuple[Block, ...]) -> str:
    if len(blocks) == 1:
        return "un alinéa ainsi rédigé"
    return f"{COUNTS.get(len(blocks), str(len(blocks)))} alinéas ainsi rédigés"


def payload(blocks: tuple[Block, ...], children: tuple[Provision, ...]) -> str:
    """New text as Markdown between guillemets."""
    parts = [*blocks_markdown(blocks), *(provision_markdown(c, 3).rstrip("\n") for c in children)]
    return "\n\n".join(_quoted(parts))


def _quoted(parts: list[str]) -> Iterator[str]:
    """The parts between guillemets: in the words where they stand in a line of prose, else on lines of their own."""
    first, last = parts[0], parts[-1].rsplit("\n\n", 1)[-1]
    signs = first.startswith(("- ", "|", "  ")), last.lstrip().startswith(("- ", "|"))
    if any(signs):
        yield from ("«", *parts, "»")
        return
    head = first.split(" ", 1)
    opened = f"{head[0]} «\u00a0{head[1]}" if first.startswith("#") and len(head) > 1 else f"«\u00a0{first}"
    if len(parts) == 1:
        yield f"{opened}\u00a0»"
        return
    yield opened
    yield from parts[1:-1]
    yield f"{parts[-1]}\u00a0»"
