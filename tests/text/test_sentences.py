from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.text.sentences import ABBREVIATIONS, sentences


def said(chars: str) -> list[str]:
    return [chars[start:end] for start, end in sentences(chars)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Le comité siège.", "Il vote."],
        ["Siège-t-il ?", "Oui !", "Enfin…", "Non."],
        ["Un point sans espace.après le mot.", "Puis."],
        ["Oui, dit-il.", "Le comité siège."],
        ["Sans point final"],
        ["Le taux est de 3.", "12 mois suivent."],
        ["Il dit…", "Élection close."],
        ["Il attend...", "Puis part."],
        ["Voir l'art...", "Puis la suite."],
        ["Un (deux. Trois).", "Quatre (cinq).", "Six."],
        ["Ainsi.", "« Le comité » siège."],
        ["Ainsi.", "“Le comité” siège."],
        ["Ainsi.", '"Le comité" siège.'],
        ["Ainsi.", "(Sans objet.)", "Fin."],
        ["Des équipements, des services, etc.", "Le comité décide."],
        ["En 2018.", "Puis en 2022."],
        ["Selon l'option b.", "Le comité choisit."],
        ["Est-ce vrai ?!", "Oui."],
        ["Ainsi.", "Œuvrer suffit."],
        ["Ainsi.", "Ÿ et Š sont des capitales."],
    ],
)
def test_a_sentence_ends_at_its_mark_before_a_capital_a_digit_or_a_guillemet(expected: list[str]) -> None:
    assert said(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "whole",
    [
        "L'art. L. 2113-6 du code s'applique.",
        "Voir l'art. 5 et la p. 12.",
        "M. Bourgeois et MM. Durand et Petit signent.",
        "La délibération n°. 12 est jointe.",
        "J.-P. Dupont préside.",
        "L'option B. Le comité la choisit.",
        "Le comité siège. puis se sépare.",
        "Le comité siège.) Puis non : (ouvert (encore. Un mot).",
        "Il écrit : « Oui. Non. Peut-être » et se tait.",
        "Le comité (composé de dix membres. Dont trois élus) siège.",
        "Une 1) liste (de deux. Trois) mots.",
        "Un total de 4.5 voix.",
    ],
)
def test_no_sentence_ends_at_an_abbreviation_an_initial_or_inside_guillemets_or_parentheses(whole: str) -> None:
    if whole.startswith("Le comité siège.)"):
        assert said(whole) == ["Le comité siège.)", "Puis non : (ouvert (encore. Un mot)."]
    else:
        assert said(whole) == [whole]


def test_a_sentence_may_end_inside_guillemets_that_close_with_it() -> None:
    assert said("Il dit : « Oui. » Elle dit : « Non. » Fin.") == ["Il dit : « Oui. »", "Elle dit : « Non. »", "Fin."]
    assert said("Il dit (bien sûr). Elle non.") == ["Il dit (bien sûr).", "Elle non."]


def test_any_space_parts_two_sentences_and_belongs_to_neither() -> None:
    assert said("  Un.\u00a0Deux.\u202fTrois.\nQuatre.   Cinq. ") == ["Un.", "Deux.", "Trois.", "Quatre.", "Cinq."]
    assert said("   ") == []
    assert said("") == []


@pytest.mark.parametrize("word", sorted(ABBREVIATIONS))
def test_every_abbreviation_is_one_with_and_without_a_capital(word: str) -> None:
    for text in (f"Voir {word}. Deux mots.", f"Voir {word.capitalize()}. Deux mots."):
        assert said(text) == [text]


@given(st.text(alphabet="aAÉ1. !?…«»()\u00a0\n°", max_size=40))
def test_sentences_hold_all_but_the_spaces_between_them(chars: str) -> None:
    found = sentences(chars)
    rest = "".join(
        chars[a:b] for a, b in zip((0, *(end for _, end in found)), (*(s for s, _ in found), len(chars)), strict=True)
    )
    assert rest.strip() == ""
    for start, end in found:
        assert chars[start:end].strip() == chars[start:end] != ""


@given(
    st.lists(
        st.sampled_from(["Le comité siège.", "Il vote !", "Pourquoi ?", "2018 passe.", "« Oui » dit-il."]), max_size=6
    )
)
def test_plain_sentences_come_back_one_by_one(parts: list[str]) -> None:
    assert said(" ".join(parts)) == parts


@pytest.mark.parametrize("abbreviation", sorted(ABBREVIATIONS))
def test_a_word_that_only_ends_like_an_abbreviation_ends_its_sentence(abbreviation: str) -> None:
    assert said(f"Le zz{abbreviation}. Il vote.") == [f"Le zz{abbreviation}.", "Il vote."]
