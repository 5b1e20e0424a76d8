"""The lines that say several orders: their labels, what they name, the marks that end them."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.author.draft.listing import Line, listing
from clausier.author.draft.sentences import Ordered, plain


def said(*orders: Ordered) -> list[str]:
    return [_shown(line) for line in listing(orders)]


def _shown(line: Line) -> str:
    new = f" {line.order.new}" if line.order and line.order.new else ""
    return f"{line.label} {line.words}{new}{line.end}".strip().replace("\u00a0", " ")


def order(verb: str, target: str, *holders: str, new: str = "") -> Ordered:
    details = (("mots", "a"), ("par", "b")) if verb == "remplacer-mots" else ()
    return replace(plain(verb, target, *details, new=new), holders=holders)


def test_one_order_is_one_sentence() -> None:
    assert said(order("supprimer", "3, al. 2")) == ["Le deuxième alinéa de l’article 3 est supprimé."]
    assert said(order("remplacer", "3.1, al. 2", "3", new="« Oui. »")) == [
        "Le deuxième alinéa de l’article 3.1 est ainsi rédigé : « Oui. »"
    ]


def test_what_several_orders_change_together_is_announced_once() -> None:
    assert said(order("supprimer", "3.1, al. 2", "3"), order("remplacer", "3.1, al. 4", "3", new="« Oui. »")) == [
        "L’article 3.1 est ainsi modifié :",
        "1° Le deuxième alinéa est supprimé ;",
        "2° Le quatrième alinéa est ainsi rédigé : « Oui. »",
    ]


def test_what_has_one_change_among_others_has_no_level_of_its_own() -> None:
    assert said(
        order("remplacer-mots", "3, al. 1"),
        order("remplacer-mots", "3.1, al. 1", "3"),
        order("abroger", "3.2", "3"),
    ) == [
        "L’article 3 est ainsi modifié :",
        "1° Au premier alinéa, le mot « a » est remplacé par le mot « b » ;",
        "2° Au premier alinéa de l’article 3.1, le mot « a » est remplacé par le mot « b » ;",
        "3° L’article 3.2 est abrogé.",
    ]


def test_below_the_dashes_each_order_names_its_place() -> None:
    deep = [order("remplacer-mots", "3.1.1, al. 2", "3", "3.1") for _ in range(2)]
    assert said(
        order("supprimer", "3, al. 1"),
        order("supprimer", "3.1, al. 1", "3"),
        order("supprimer", "3.1.1, al. 1", "3", "3.1"),
        *deep,
    ) == [
        "L’article 3 est ainsi modifié :",
        "1° Le premier alinéa est supprimé ;",
        "2° L’article 3.1 est ainsi modifié :",
        "a) Le premier alinéa est supprimé ;",
        "b) L’article 3.1.1 est ainsi modifié :",
        "– le premier alinéa est supprimé ;",
        "– au deuxième alinéa, le mot « a » est remplacé par le mot « b » ;",
        "– au deuxième alinéa, le mot « a » est remplacé par le mot « b ».",
    ]


def test_a_place_with_more_changes_than_letters_has_none() -> None:
    lines = said(order("supprimer", "3, al. 1"), *(order("remplacer-mots", f"3.1, al. {n}", "3") for n in range(1, 28)))
    assert len(lines) == 29
    assert lines[2] == "2° Au premier alinéa de l’article 3.1, le mot « a » est remplacé par le mot « b » ;"
    assert lines[-1].startswith("28° À l’alinéa 27 de l’article 3.1, ")


def test_a_label_is_said_once_for_each_list() -> None:
    lines = said(
        *(order("supprimer", f"3.1, al. {n}", "3") for n in (1, 3)),
        *(order("supprimer", f"3.2, al. {n}", "3") for n in (1, 3)),
    )
    assert [line.split(" ")[0] for line in lines[1:]] == ["1°", "a)", "b)", "2°", "a)", "b)"]


def test_orders_of_which_nothing_holds_both_are_sentences_apart() -> None:
    assert said(order("abroger", "3"), order("supprimer", "4, al. 1")) == [
        "L’article 3 est abrogé.",
        "Le premier alinéa de l’article 4 est supprimé.",
    ]
