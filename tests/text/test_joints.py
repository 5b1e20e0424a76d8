"""Two words, or two marks, that do not go together in French: those that may, in whatever rare sentence, are left alone."""

from __future__ import annotations

import pytest

from clausier.text.joints import joints


@pytest.mark.parametrize(
    ("line", "fault", "right"),
    [
        ("Le bureau, , réuni.", ", ,", ""),
        ("Le bureau,, réuni.", ",,", ""),
        ("Un ;\u00a0; deux.", ";\u00a0;", ""),
        ("Le bureau ,.", ",.", ""),
        ("Il siège, il est élu..", "..", ""),
        ("Le bureau (, réuni).", "(,", ""),
        ("Le bureau () réuni.", "()", ""),
        ("Le bureau (réuni,) siège.", ",)", ""),
        ("Le président de de la Région.", "de de", "de"),
        ("Le bureau bureau siège.", "bureau bureau", "bureau"),
        ("L’avis de l’comité.", "l’comité", "le (la) comité"),
        ("L’comité siège.", "L’comité", "Le (la) comité"),
        ("Il s’réunit.", "s’réunit", "se réunit"),
        ("L’avis d’Mulhouse.", "d’Mulhouse", "de Mulhouse"),
        ("Ce qu’le bureau veut.", "qu’le", "que le"),
        ("L’hiérarchie.", "L’hiérarchie", "Le (la) hiérarchie"),
        ("Le assemblée siège.", "Le assemblée", "L’assemblée"),
        ("Il ne est pas tenu.", "ne est", "n’est"),
        ("Le délai que il fixe.", "que il", "qu’il"),
        ("Une durée de un an.", "de un", "d’un"),
        ("L’avis de Alsace.", "de Alsace", "d’Alsace"),
        ("Le œuvre.", "Le œuvre", "L’œuvre"),
        ("La heure dite.", "La heure", "L’heure"),
        ("À l’ouest, la hypothèse.", "la hypothèse", "l’hypothèse"),
        ("L’avis du assemblée.", "du assemblée", "de l’assemblée"),
        ("Au issue du vote.", "Au issue", "À l’issue"),
        ("Avec sa aide.", "sa aide", "son aide"),
        ("L’avis de les membres.", "de les membres", "des membres"),
        ("L’avis de le premier.", "de le premier", "du premier"),
        ("À les membres.", "À les membres", "Aux membres"),
        ("Quant à le comité.", "à le comité", "au comité"),
        ("L’avis du le comité.", "du le", ""),
        ("L’avis de des membres.", "de des", ""),
        ("Elle dure six ans Elle est reconduite.", "ans Elle", ""),
        ("Il siège en 2026 Le président convoque.", "2026 Le", ""),
    ],
)
def test_what_does_not_go_together_is_found(line: str, fault: str, right: str) -> None:
    assert [(line[one.start : one.end], one.right) for one in joints(line)] == [(fault, right)]


@pytest.mark.parametrize(
    "line",
    [
        "Un, deux ; trois. Etc., art. 3 ; (…), (etc.), « non », rien…",
        "Rien... Le …. de l’an 20...",
        "Nous nous réunissons ; vous vous engagez ; en en informant ; le maire peut faire faire.",
        "Rendez-vous vous est donné, vice-président président.",
        "Le onze, le onzième, le oui, le un, la une, le a) et le e du 1, du onze, au un, sa onzième, au oui.",
        "La ou les collectivités, le et la, de et vers, le ou la.",
        "De un à trois ans, de un (1) an, de A à Z, de un ou deux.",
        "Le héros, la hausse, le handicap, la hiérarchie, le huit, le hors-jeu, la Haute-Marne, de Haguenau.",
        "Le ouï-dire, la ouate, le yaourt, le iota, le uhlan, de Yonne.",
        "La UE, le ENT, de l’ENT, l’RTT, d’HLM, de EDF.",
        "L’article, l’hôpital, aujourd’hui, quelqu’un, s’y, d’y, qu’elle, jusqu’à.",
        "De le saisir, de les informer, à le faire, à les transmettre, de les y aider, de le lui dire, de les en saisir.",
        "Donnez-le à, prends-la en, dois-je avoir, celle-ci.",
        "De la part de l’un, du Le Mans, de Le Havre, à La Rochelle.",
        "100 100 100, 2 2.",
        "15.1 Les agents sont recrutés.",
        "Le journal Le Monde, au Havre, la ville de La Rochelle. Elle siège au Mans ; Il.",
        "",
    ],
)
def test_what_may_be_meant_is_left_alone(line: str) -> None:
    assert [line[one.start : one.end] for one in joints(line)] == []
