"""A change → the sentence of the drafting guides that orders it, and its operation as the sources write it.

The formulas are the first ones of the guides (Conseil d'État and secrétariat général du Gouvernement, *Guide de légistique*,
3.3; Assemblée nationale, rédaction des amendements): « est ainsi rédigé », « il est inséré », « les mots … sont remplacés par ».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from msgspec import Struct

from clausier.author.draft.compare import (
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
    """The sentence and the operation of a change. Raises Undraftable where no sentence of ours can order it."""
    of, edit = change.of, change.edit
    target = unit_name(of)
    match edit:
        case Whole(edited=edited):
            new = _payload(edited.blocks, edited.children)
            return Ordered(sentence=f"{_the(of)} est ainsi rédigé\u00a0:", operation=(("remplacer", target),), new=new)
        case Retitled(heading=heading):
            return Ordered(
                sentence=f"{_the(of)} est renommé «\u00a0{heading}\u00a0».",
                operation=(("renommer", target), ("intitulé", heading)),
            )
        case Renumbered(number=number):
            return Ordered(
                sentence=f"{_the(of)} devient l’article {number}.",
                operation=(("renuméroter", target), ("en", number)),
            )
        case Removed():
            return Ordered(sentence=f"{_the(of)} est abrogé.", operation=(("abroger", target),))
        case Added():
            return _added(of, edit)
        case NewTable(rank=rank, table=table):
            which = "Le tableau" if len(of.tables) == 1 else f"Le {ordinal(rank)} tableau"
            return Ordered(
                sentence=f"{which} {of_the(of)} est remplacé par le tableau suivant\u00a0:",
                operation=(("remplacer", f"{target}, tableau {rank}"),),
                new=_payload((table,), ()),
            )
        case Line() | Inserted() | Reworded():
            return _in_lines(of, target, edit)
        case _:
            assert_never(edit)


def _in_lines(of: Provision, target: str, edit: Line | Inserted | Reworded) -> Ordered:
    match edit:
        case Line(first=first, blocks=()):
            return Ordered(
                sentence=f"{_line(first).capitalize()} {of_the(of)} est supprimé.",
                operation=(("supprimer", f"{target}, al. {first}"),),
            )
        case Line(first=first, blocks=blocks):
            return Ordered(
                sentence=f"{_line(first).capitalize()} {of_the(of)} est ainsi rédigé\u00a0:",
                operation=(("remplacer", f"{target}, al. {first}"),),
                new=_payload(blocks, ()),
            )
        case Inserted(at_end=True, blocks=blocks):
            return Ordered(
                sentence=f"{_the(of)} est complété par {_lines(blocks)}\u00a0:",
                operation=(("compléter", target),),
                new=_payload(blocks, ()),
            )
        case Inserted(after=after, blocks=blocks):
            side, verb = ("Avant", "insérer-avant") if after == 0 else ("Après", "insérer-après")
            is_ = "sont insérés" if len(blocks) > 1 else "il est inséré"
            return Ordered(
                sentence=f"{side} {_line(after or 1)} {of_the(of)}, {is_} {_lines(blocks)}\u00a0:",
                operation=((verb, f"{target}, al. {after or 1}"),),
                new=_payload(blocks, ()),
            )
        case Reworded(line=line, old=old, new=""):
            return Ordered(
                sentence=f"Au {ordinal(line)} alinéa {of_the(of)}, les mots «\u00a0{old}\u00a0» sont supprimés.",
                operation=(("supprimer-mots", f"{target}, al. {line}"), ("mots", old)),
            )
        case Reworded(line=line, old=old, new=new):
            return Ordered(
                sentence=f"Au {ordinal(line)} alinéa {of_the(of)}, les mots «\u00a0{old}\u00a0» sont remplacés par les mots "
                f"«\u00a0{new}\u00a0».",
                operation=(("remplacer-mots", f"{target}, al. {line}"), ("mots", old), ("par", new)),
            )
        case _:
            assert_never(edit)


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
    match provision.kind:
        case "article" if provision.number:
            return f"l’article {provision.number}"
        case "annex":
            return f"l’annexe {provision.number}".rstrip()
        case "preamble":
            return "le préambule"
        case _:
            raise Undraftable(
                f"{provision.title() or 'cette partie'}\u00a0: aucune formule ne la désigne",
                f"{provision.title() or 'this part'}: no formula names it",
            )


def of_the(provision: Provision) -> str:
    """As `the`, after « de »: `de l’article 8.1`, `du préambule`."""
    words = the(provision)
    return f"du {words.removeprefix('le ')}" if words.startswith("le ") else f"de {words}"


def ordinal(rank: int) -> str:
    """A rank in words as the guides have it, in figures where words grow long: `troisième`, `14e`."""
    return _ORDINALS[rank - 1] if rank <= len(_ORDINALS) else f"{rank}e"


def _the(provision: Provision) -> str:
    words = the(provision)
    return words[0].upper() + words[1:]


def _line(rank: int) -> str:
    return f"le {ordinal(rank)} alinéa"


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
