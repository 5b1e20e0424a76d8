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
    Change,
    Inserted,
    Line,
    NewTable,
    Removed,
    Renumbered,
    Retitled,
    Reworded,
    Undraftable,
    Whole,
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
_COUNTS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit"}


class Ordered(Struct, frozen=True, kw_only=True):
    """A sentence of the act, the operation that it orders, and the new text that it announces (Markdown, "" where none)."""

    sentence: str
    operation: Keys
    new: str = ""


def ordered(change: Change) -> Ordered:
    """The sentence and the operation of a change. Raises Undraftable where no sentence can order it."""
    of, edit = change.of, change.edit
    target = unit_name(of)
    match edit:
        case Whole(edited=edited):
            return _plain("remplacer", target, new=_payload(edited.blocks, edited.children))
        case Retitled(heading=heading):
            return _plain("renommer", target, ("intitulé", heading))
        case Renumbered(number=number):
            return _plain("renuméroter", target, ("en", number))
        case Removed():
            return _plain("abroger", target)
        case Added():
            return _added(of, edit)
        case NewTable(rank=rank, table=table):
            which = "Le tableau" if len(of.tables) == 1 else f"Le {ordinal(rank)} tableau"
            return Ordered(
                sentence=f"{which} {of_the(of)} est remplacé par le tableau suivant\u00a0:",
                operation=(("remplacer", f"{target}, tableau {rank}"),),
                new=_payload((table,), ()),
            )
        case Line(rank=rank, blocks=()):
            return _plain("supprimer", f"{target}, al. {rank}")
        case Line(rank=rank, blocks=blocks):
            return _plain("remplacer", f"{target}, al. {rank}", new=_payload(blocks, ()))
        case Inserted():
            return _inserted(of, target, edit)
        case Reworded(line=line, old=old, new=""):
            return _plain("supprimer-mots", f"{target}, al. {line}", ("mots", old))
        case Reworded(line=line, old=old, new=new):
            return _plain("remplacer-mots", f"{target}, al. {line}", ("mots", old), ("par", new))
        case _:
            assert_never(edit)


def _plain(verb: str, target: str, *details: tuple[str, str], new: str = "") -> Ordered:
    """An operation whose sentence the table beside the grammar writes."""
    said = sentence_for(Written(verb=verb, targets=(target,), details=details))
    if said is None:
        raise Undraftable(
            f"aucune formule n’ordonne «\u00a0{verb}\u00a0: {target}\u00a0»", f"no formula orders “{verb}: {target}”"
        )
    return Ordered(sentence=_set(said), operation=((verb, target), *details), new=new)


def _set(sentence: str) -> str:
    """A sentence with the apostrophes and the spaces of French typography."""
    return sentence.replace("'", "’").replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def _inserted(of: Provision, target: str, edit: Inserted) -> Ordered:
    """New alinéas, counted as the guides have it; the table of formulas knows no count."""
    new = _payload(edit.blocks, ())
    if edit.at_end:
        return Ordered(
            sentence=f"{_the(of)} est complété{'e' if of.kind == 'annex' else ''} par {_lines(edit.blocks)}\u00a0:",
            operation=(("compléter", target),),
            new=new,
        )
    side, verb = ("Avant", "insérer-avant") if edit.after == 0 else ("Après", "insérer-après")
    is_ = "sont insérés" if len(edit.blocks) > 1 else "il est inséré"
    rank = edit.after or 1
    return Ordered(
        sentence=f"{side} le {ordinal(rank)} alinéa {of_the(of)}, {is_} {_lines(edit.blocks)}\u00a0:",
        operation=((verb, f"{target}, al. {rank}"),),
        new=new,
    )


def _added(of: Provision, edit: Added) -> Ordered:
    new = edit.edited
    if new.kind != "article" or not new.number:
        raise Undraftable(
            f"{new.title() or 'une stipulation sans numéro'}\u00a0: seul un article numéroté peut être ajouté",
            f"{new.title() or 'a provision without a number'}: only a numbered article can be added",
        )
    payload = _payload((), (new,))
    beside = edit.after or edit.before
    if beside is None:
        return Ordered(
            sentence=f"{_the(of)} est complété par un article {new.number} ainsi rédigé\u00a0:",
            operation=(("compléter", unit_name(of)),),
            new=payload,
        )
    side, verb = ("Après", "insérer-après") if edit.after else ("Avant", "insérer-avant")
    return Ordered(
        sentence=f"{side} {the(beside)}, il est inséré un article {new.number} ainsi rédigé\u00a0:",
        operation=((verb, unit_name(beside)),),
        new=payload,
    )


def the(provision: Provision) -> str:
    """A provision inside a sentence: `l’article 8.1`, `l’annexe 2`, `le préambule`."""
    return _set(_noun(provision).the())


def of_the(provision: Provision) -> str:
    """As `the`, after « de »: `de l’article 8.1`, `du préambule`."""
    return _set(_noun(provision).of())


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
    return f"{_COUNTS.get(len(blocks), str(len(blocks)))} alinéas ainsi rédigés"


def _payload(blocks: tuple[Block, ...], children: tuple[Provision, ...]) -> str:
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
