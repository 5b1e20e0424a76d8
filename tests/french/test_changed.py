"""Sentences beside an order that say a change and order none of the words, or speak of what an article provides: told, and by whom."""

from __future__ import annotations

import pytest

from clausier.french.changed import says_changed
from clausier.french.leads import NOT_UNDERSTOOD, with_lead
from support.agreement import BASE, done

ORDER = "À l'article 6, les mots « sont affichés » sont remplacés par les mots « sont publiés »."
NEW = "L'article 4 est ainsi rédigé :\n« Le dossier comprend une lettre. »"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le plafond est modulé selon l'âge du salarié.",
        "Le nombre de réunions est augmenté en tant que de besoin.",
        "Les échéances suivantes sont décalées d'autant.",
        "Les indicateurs sont complétés par ceux de l'index.",
        "L'association adapte ses statuts en conséquence et le présent titre est modifié d'autant.",
        "Le mandat du directeur est aligné sur celui des instances.",
        "Les conditions d'accueil du public sont fixées en conséquence.",
        "Ce concours s'étend, le cas échéant, aux infractions.",
        "Les autres congés, à l'exception du premier, sont revus à la hausse.",
        "La répartition des travaux sera revue sur les mêmes bases.",
        "Elle est étendue aux nouveaux matériels.",
        "LES DÉLAIS SONT ALLONGÉS.",
        "Cette règle s'applique également aux archives.",
        "La ville est exonérée des frais.",
        "Les délais sont allongés à compter de l'entrée en vigueur du présent avenant.",
        "Les délais sont allongés et s'appliquent à compter du 1er mai.",
        "Les délais sont alignés sur ceux que fixe la loi.",
        "Les délais sont réduits et la modification est notifiée.",
        "Les agents présents depuis un an sont exclus.",
        "Le premier délai demeure inchangé, le second est allongé.",
        "Les tarifs sont revus mais la durée reste inchangée.",
        # What an article provides, whatever is said of it.
        "L'assurance prévue à l'article 7 couvre les nouveaux matériels.",
        "La répartition prévue à l'article 5 pourra être aménagée par la direction.",
        "Le partage des responsabilités, fixé aux articles 6 et 7, est précisé en tant que de besoin.",
        "L'obligation visée à l'article 3 à compter du 1er mai pèse sur la ville.",
        "La limite basse et la limite haute fixées au premier alinéa du paragraphe 2.2 sont portées respectivement à 24 et 44 heures.",
    ],
)
def test_what_is_said_to_be_changed_is_told(sentence: str) -> None:
    assert says_changed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        # What may be, and what is promised.
        "Les horaires d'été pourront être étendus par le président.",
        "Ce montant évoluera ensuite en fonction des effectifs.",
        # Of the act itself, of the change, of another text.
        "Le présent avenant est complété par une note.",
        "Cet accord est étendu par arrêté.",
        "Cette modification est limitée à une erreur matérielle.",
        "Le code du travail est modifié en ce sens.",
        "Le régime est modifié en ce sens par le décret du 2 mai 2016.",
        "Les délégations sont adaptées par arrêté du maire.",
        "Le rapport est porté à la connaissance des agents.",
        # What was, what recites, what stays.
        "Les tarifs ont été revalorisés.",
        "Les horaires sont adaptés chaque été depuis 2021.",
        "Considérant que les tarifs sont revalorisés chaque année,",
        "Les autres articles ne sont pas modifiés.",
        "Le montant n'est pas modifié.",
        "La portée de cet article est ainsi élargie.",
        "Les conditions prévues à l'article 4 demeurent inchangées.",
        "Les autres délais prévus à l'article 4 sont sans changement.",
        "La carte prévue à l'article 3 est maintenue.",
        "La ville est venue compléter le groupe.",
        "L'objectif est de réduire les délais.",
        "Cette règle s'applique aux archives.",
        "La faculté prévue à l'article 3 conserve son objet.",
        # What a body has done, or does to follow the act.
        "Le comité prévu à l'article 3 a rendu son avis.",
        "Le comité prévu à l'article 3 en a été informé.",
        "Le comité prévu à l'article 3 veille à l'application de ces mesures.",
        "Le comité prévu à l'article 3 se réunira dans les trois mois.",
        "Le régime prévu à l'article 3 du code du travail couvre les matériels.",
        "La procédure prévue à l'article 1er ci-dessus couvre les matériels.",
        # Of those of whom something is said, and not what is changed.
        "Les salariés dont la durée est réduite en sont informés.",
        "Les tarifs sont revalorisés comme suit :",
    ],
)
def test_what_is_of_the_act_or_recites_or_may_be_is_not(sentence: str) -> None:
    assert not says_changed(sentence)


@pytest.mark.parametrize("order", [ORDER, NEW])
@pytest.mark.parametrize(
    "sentence",
    [
        "Les menus sont adaptés en conséquence.",
        "Les menus sont adaptés dès l'entrée en vigueur du présent avenant.",
        "Le menu prévu à l'article 3 comprend un fruit.",
    ],
)
def test_beside_an_order_it_is_asked_about_and_the_order_followed(order: str, sentence: str) -> None:
    texts, asked = done(order, sentence)
    assert (len(texts), asked) == (1, [sentence])


def test_beside_a_sentence_that_is_not_understood_it_is_asked_about_too() -> None:
    strange, sentence = "Les mots « menu » et « plat » permutent.", "Les goûters sont réorganisés."
    assert done(strange, sentence)[1] == [strange, sentence]


def test_before_any_order_it_tells_why() -> None:
    assert done("Les stagiaires sont réorganisés en deux groupes.", ORDER)[1] == []
    assert done(ORDER, "Les stagiaires sont réorganisés en deux groupes.")[1] != []


def test_a_change_of_what_the_text_says_is_asked_about_wherever_it_stands_unless_an_order_makes_it() -> None:
    sentence = "Le prix est revalorisé."
    assert done(sentence, after=(("2", "", ORDER),))[1] == [sentence]
    assert done(sentence, after=(("2", "", "À l'article 5, le mot « 5 » est remplacé par le mot « 6 »."),))[1] == []
    assert done("Le prix est limité à 5 €.", after=(("2", "", ORDER),))[1] == []  # as the text says
    assert done("L'assurance prévue à l'article 4 est étendue aux goûters.", after=(("2", "", ORDER),))[1] != []
    for other in ("Le prix est revalorisé depuis 2021.", "Il est reporté à la carte des menus."):
        assert done(other, after=(("2", "", ORDER),))[1] == []
    assert done("Les goûters sont repris tel que prévu à l'article 4.", after=(("2", "", ORDER),))[1] == []


def test_of_the_lines_that_are_like_it_the_likest_is_that_which_is_changed() -> None:
    base = [
        {"num": "1", "title": "Service", "text": "Le repas est servi."},
        {"num": "2", "title": "Prix", "text": "Le prix du repas est de cinq euros."},
    ]
    order = (("2", "", "À l'article 2, le mot « cinq » est remplacé par le mot « six »."),)
    assert done("Le prix du repas est revalorisé.", after=order, base=base)[1] == []


def test_what_stands_behind_a_guillemet_and_is_of_the_new_text_is_not_held_against_it() -> None:
    base = [*BASE, {"num": None, "title": "Annexe 1 – Garanties", "text": "Les garanties sont au choix."}]
    order = "L'annexe 1 est remplacée par :\n« Garanties du régime. »\nSoins | 100 % |"
    text, asked = done(order, "Les garanties sont prises en charge selon l'article L. 871-1.", base=base)
    assert ("prises en charge" in text["Annexe 1 – Garanties"], asked) == (True, [])


@pytest.mark.parametrize(
    ("why", "sentence", "leads"),
    [
        (NOT_UNDERSTOOD, "Les échéances sont décalées d'autant.", "elle dit peut-être un changement"),
        (NOT_UNDERSTOOD, "Les articles suivants sont décalés.", "il faut dire quel article prend quel numéro"),
        (NOT_UNDERSTOOD, "Le mot « repas » est rectifié.", ""),
        (NOT_UNDERSTOOD, "La mission « le renouvellement des licences ; » trouve place.", ""),
        (NOT_UNDERSTOOD, "Vient la phrase : « Il est renouvelé par moitié chaque année", ""),
        (NOT_UNDERSTOOD, "L'accord « Repas » est renouvelé.", "le jour jusqu’auquel n’est pas dit"),
        ("aucune lecture ne convient au texte", "Les délais sont réduits.", ""),
    ],
)
def test_why_it_is_asked_about_says_what_to_write(why: str, sentence: str, leads: str) -> None:
    assert with_lead(why, sentence).startswith(f"{why}\u00a0: {leads}" if leads else why)
    assert bool(leads) == (with_lead(why, sentence) != why)


def test_what_the_text_says_otherwise_is_asked_about_behind_a_new_text_that_is_closed() -> None:
    base = [{**a, "num": "5"} if a["title"] == "Prix" else a for a in BASE]
    for sentence, asked in (("Le prix est de 6 €.", 1), ("Le prix est de 5 €.", 0), ("Cet usage est ancien.", 0)):
        texts, found = done(NEW, sentence, base=base)
        assert (texts["4"], found) == ("Le dossier comprend une lettre.", [sentence] * asked)


def test_a_share_of_what_precedes_is_of_the_text() -> None:
    sentence = "Ces cotisations sont majorées de 3 % chaque année."
    assert done(ORDER, sentence)[1] == [sentence]
    assert done(ORDER, sentence.replace("Ces", "Les"))[1] == []
