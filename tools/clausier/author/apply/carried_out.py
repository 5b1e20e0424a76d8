"""One order of a sentence, carried out on the text."""

from __future__ import annotations

from collections.abc import Sequence

from clausier.author.apply.carry import operations
from clausier.author.apply.lines import Unsure
from clausier.author.apply.plain import every_line
from clausier.author.apply.rereading import at_other_ranks, names_another, names_the_same
from clausier.consolidate.states import Made, run
from clausier.diagnostics import Diagnostic, codes_amd, has_errors
from clausier.french import Order, Said
from clausier.french.leads import with_lead
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision


def done(made: Sequence[TextOperation], text: Provision) -> Provision | None:
    """The text after operations that it shows to be meant; None where there are none, or where they do not fit."""
    result = run(tuple(made), text) if made else None
    return None if result is None or has_errors(result.findings) else result.document


def carried_out(
    order: Order, said: Said, before: Provision, text: Provision, name: str
) -> tuple[Provision, tuple[Diagnostic, ...]]:
    """The text after an order, and what it leaves amiss (words that do not go together, others in capitals); raises Unsure unless all the readings that fit make one text.

    So it does where the place is another in the text before the amendment than in what it has made of it.
    """
    if order.verb == "prolong":
        raise Unsure("le terme change, et aucune phrase ne dit quels mots du texte le donnent")
    if order.until:
        raise Unsure("ce n’est ordonné que pour un temps : le texte a ensuite quels mots ?")
    made: dict[str, Made] = {}
    fitting: list[Sequence[TextOperation]] = []
    why = with_lead("aucune lecture ne convient au texte", said.sentence)
    doubt: Unsure | None = None
    for way in operations(order, said, text, name):
        if isinstance(way, Unsure):
            doubt = way
            break
        result = run(way, text)
        if has_errors(result.findings):
            why = next((f.message.text("fr") for f in result.findings), why)
            continue
        made["\n".join(every_line(result.document))] = result
        fitting.append(way)
    as_signed = list(operations(order, said, before, name)) if text is not before else []
    then = [way for way in as_signed if not isinstance(way, Unsure)]
    if (
        not made and then == as_signed != []
    ):  # « L’alinéa 2 est supprimé et l’alinéa 3 … », of three: it is now the second
        ways = [way for other in at_other_ranks(order) for way in operations(other, said, text, name)]
        same = [w for w in ways if not isinstance(w, Unsure) and names_the_same(then, w, before, text)]
        results = [run(way, text) for way in same]
        made = {"\n".join(every_line(r.document)): r for r in results if not has_errors(r.findings)}
        doubt = doubt if not made else None
    if doubt is not None:
        raise doubt
    if len(made) != 1:
        raise Unsure("plusieurs lectures" if made else why)
    if fitting and names_another(then, fitting, before, text):
        raise Unsure("l’avenant a déjà changé ce que la phrase compte ou numérote")
    (only,) = made.values()
    return only.document, tuple(f for f in only.findings if f.code in {codes_amd.SEAM, codes_amd.OTHER_CASE})
