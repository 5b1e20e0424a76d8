"""References as drafters write them: what each names where it stands, worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.amend.identity import path_of
from clausier.amend.words import Spot, put_text
from clausier.model.provision import Alinea, Provision
from clausier.refs import Blocks, at, describe
from clausier.refs.reading import nth, nth_word
from clausier.refs.references import Link, Reference, links, own_name
from clausier.text import Text
from refs.anew import references
from support.drafting import amended, document

# The sentence under test is the third alinéa of article 4, of eight articles, two of which have sub-articles.
TEXT = """\
# Préambule

Les membres s’associent.

# Titre I – Principes

## Article 1er – Objet

Objet.

## Article 2 – Membres

Premier.

Deuxième. Deuxième encore.

- 1° la région ;
- 2° les départements :
  - a) un ;
  - b) deux.

## Article 2 bis – Suite

Suite.

# Titre II – Organes

## Article 3 – Siège

Siège.

## Article 4 – Renvois

Un.

Deux.

{sentence}

Quatre.

## Article 5 – Organes

Introduction.

### 5.1 – Bureau

Bureau.

### 5.2 – Comité

Comité.

## Article 6 – Durée

6.1. Durée de trois ans.

6.2. Reconduction.

## Article 7 – Retrait

Retrait :

- un ;
- deux ;
- trois.

# Annexe 1 – Tableau

Annexe.

## Article 1 – De l’annexe

Voir l’article 1, l’article 7 et l’article 1er de la présente convention.

# Annexe 2 – Plan

Plan.
"""


def read(text: Provision, number: str = "4", *, complete: bool = True) -> list[Reference]:
    """The references that stand in article `number`."""
    found = references(text, complete=complete)
    return [r for r in found if next(p for p in text.walk() if p.id == r.line.provision).number == number]


def said(reference: Reference, text: Provision) -> str:
    """What a reference is, in one line: its words, and what it names."""
    named = " + ".join(describe(place, text) for place in reference.places)
    other = reference.owner or reference.act
    what = named or (f"{reference.status}: {other}" if other else reference.status)
    return f"{reference.words} = {what}"


def in_article_4(sentence: str, *, complete: bool = True) -> list[str]:
    text = document(TEXT.format(sentence=sentence))
    return [said(r, text) for r in read(text, complete=complete)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # one article, several, a range
        ("Selon l’article 3, le siège est fixe.", ["article 3 = 3"]),
        ("Selon l'article premier.", ["article premier = 1er"]),
        ("Selon l’article 1 de la présente convention.", ["article 1 = 1er"]),
        ("Selon l’article 7 de la convention.", ["article 7 = 7"]),
        ("Selon l’article 7 des présentes.", ["article 7 = 7"]),
        ("Selon l’article 2 bis.", ["article 2 bis = 2 bis"]),
        ("Les articles 3 à 5 s’appliquent.", ["articles 3 à 5 = 3 + 4 + 5"]),
        ("Les articles 1er, 3 et 7 s’appliquent.", ["articles 1er = 1er", "3 = 3", "7 = 7"]),
        ("Les articles 5.1 et 5.2.", ["articles 5.1 = 5.1", "5.2 = 5.2"]),
        ("Voir art. 5.1 ci-après.", ["art. 5.1 = 5.1"]),
        ("Selon l’article 5-1.", ["article 5-1 = 5.1"]),
        ("Selon l’article 7 « Retrait » ci-dessous.", ["article 7 = 7"]),
        ("Selon l’article 3 et l’article 7.", ["article 3 = 3", "article 7 = 7"]),
        # parts
        ("Selon le 2° de l’article 2.", ["2° de l’article 2 = 2, al. 4 à 6"]),
        ("Selon le b) du 2° de l’article 2.", ["b) du 2° de l’article 2 = 2, al. 6"]),
        ("Selon l’article 2, 2°.", ["article 2, 2° = 2, al. 4 à 6"]),
        ("Selon le deuxième alinéa de l’article 2.", ["deuxième alinéa de l’article 2 = 2, al. 2"]),
        ("Selon l’article 2, alinéa 2.", ["article 2, alinéa 2 = 2, al. 2"]),
        ("Selon l’article 2 (2e alinéa).", ["article 2 (2e alinéa) = 2, al. 2"]),
        ("Selon le dernier alinéa de l’article 2.", ["dernier alinéa de l’article 2 = 2, al. 6"]),
        ("Selon les deux premiers alinéas de l’article 2.", ["deux premiers alinéas de l’article 2 = 2, al. 1 + 2, al. 2"]),
        (
            "Selon la seconde phrase du deuxième alinéa de l’article 2.",
            ["seconde phrase du deuxième alinéa de l’article 2 = 2, al. 2, phr. 2"],
        ),
        ("Selon l’article 6.2.", ["article 6.2 = 6, al. 2"]),  # a number typed as the first word of a line
        ("Le 10 mai. Voir l’article 1er.", ["article 1er = 1er"]),
        # from where it stands
        ("Le présent article s’applique.", ["présent article = 4"]),
        ("Voir l’alinéa précédent.", ["alinéa précédent = 4, al. 2"]),
        ("Voir l’alinéa qui précède.", ["alinéa qui précède = 4, al. 2"]),
        ("Selon les deux premiers alinéas.", ["deux premiers alinéas = 4, al. 1 + 4, al. 2"]),
        ("Voir les deux alinéas précédents.", ["deux alinéas précédents = 4, al. 1 + 4, al. 2"]),
        ("Voir l’alinéa suivant.", ["alinéa suivant = 4, al. 4"]),
        ("Voir le présent alinéa.", ["présent alinéa = 4, al. 3"]),
        ("Voir le premier alinéa du présent article.", ["premier alinéa du présent article = 4, al. 1"]),
        ("Voir le premier alinéa.", ["premier alinéa = 4, al. 1"]),
        ("Voir l’article précédent.", ["article précédent = 3"]),
        ("Voir l’article suivant.", ["article suivant = 5"]),
        ("Une phrase. Voir la phrase précédente.", ["phrase précédente = 4, al. 3, phr. 1"]),
        ("Voir l’article 2. Le premier alinéa du même article.", ["article 2 = 2", "premier alinéa du même article = 2, al. 1"]),
        ("Les règles exposées ci-dessus.", ["ci-dessus = vague"]),
        ("Les modalités ci-après s’appliquent.", ["ci-après = vague"]),
        # annexes, divisions, the preamble
        ("Voir l’annexe 2.", ["annexe 2 = annexe 2"]),
        ("Voir les annexes 1 et 2.", ["annexes 1 = annexe 1", "2 = annexe 2"]),
        ("Voir le titre II.", ["titre II = titre II"]),
        ("Voir le préambule.", ["préambule = préambule"]),
        # nothing
        ("Selon l’article 12.", ["article 12 = missing"]),
        ("Selon l’article 5.3.", ["article 5.3 = missing"]),
        ("Selon l’article 12 de la présente convention.", ["article 12 = missing"]),
        ("Selon le 4° de l’article 2.", ["4° de l’article 2 = missing"]),
        ("Selon le 4° de l’article 3. 3. Rien.", ["4° de l’article 3 = missing"]),
        ("3. Rien. Selon le 4° de l’article 3.", ["4° de l’article 3 = missing"]),
        ("Selon le neuvième alinéa de l’article 2.", ["neuvième alinéa de l’article 2 = missing"]),
        ("Les articles 3 à 9.", ["articles 3 à 9 = missing"]),
        ("Voir l’annexe 3.", ["annexe 3 = missing"]),
        # nothing follows where practice varies, or where the text named before is another
        ("Selon l’article 12 précité.", ["article 12 = vague"]),
        ("Selon le troisième alinéa de l’article 5.", ["troisième alinéa de l’article 5 = vague"]),
    ],
)  # fmt: skip
def test_a_reference_names_what_its_words_say_from_where_they_stand(sentence: str, expected: list[str]) -> None:
    assert in_article_4(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Selon l’article L. 2113-6 du code de la commande publique.",
            ["article L. 2113-6 du code de la commande publique = external: code de la commande publique"],
        ),
        ("Selon l’article L. 2113-6.", ["article L. 2113-6 = external"]),
        (
            "Selon les articles L. 1 et R. 2 du Code du travail et de ses décrets.",
            [
                "articles L. 1 = external: Code du travail",
                "R. 2 du Code du travail = external: Code du travail",
            ],
        ),
        (
            "Selon l’article 3 de la loi n° 2019-816 du 2 août 2019.",
            [
                "article 3 de la loi n° 2019-816 du 2 août 2019 = external: loi n° 2019-816 du 2 août 2019",
            ],
        ),
        (
            "Selon le II de l’article 3 de l’ordonnance du 23 juillet 2015.",
            ["II de l’article 3 de l’ordonnance du 23 juillet 2015 = external: ordonnance du 23 juillet 2015"],
        ),
        (
            "Selon l’article 3 et l’article 5 du décret n° 2016-360.",
            [
                "article 3 = external: décret n° 2016-360",
                "article 5 du décret n° 2016-360 = external: décret n° 2016-360",
            ],
        ),
        ("Selon l’article 3 du RGPD.", ["article 3 du RGPD = external: RGPD"]),
        (
            "Selon l’article 3 de l’accord national interprofessionnel.",
            ["article 3 de l’accord national interprofessionnel = external: accord national interprofessionnel"],
        ),
        (
            "Selon l’article 3 du règlement intérieur.",
            ["article 3 du règlement intérieur = external: règlement intérieur"],
        ),
        (
            "Selon la loi n° 2019-816 du 2 août 2019 (article 3).",
            ["article 3 = external: loi n° 2019-816 du 2 août 2019"],
        ),
        ("Selon l’article 3 du présent avenant.", ["article 3 = external: convention"]),
        (
            "Selon l’article 3 dudit décret, et le même article.",
            ["article 3 dudit décret = external: dudit décret", "même article = external"],
        ),
    ],
)
def test_an_article_of_another_text_is_never_taken_for_one_of_this_text(sentence: str, expected: list[str]) -> None:
    assert in_article_4(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Un article 3 est ajouté, chaque article compte.",
        "L’ancien article 3 et les anciens « articles 3 » sont oubliés.",
        "Le comité, ci-après dénommé « comité », siège.",
        "Son article 3 et leurs annexes.",
        "Article 3 – Titre typographié",
        "Il est élu à titre II.",
        "Le préavis est de 3 mois, en 5.1 lignes, au titre de l’année, à la section paritaire.",
        "Selon l’article 3 du prestataire.",
        "Selon les articles de presse. Selon l’article suivant : « Rien. »",
        "Le membre précédent, la présente convention, le 2° degré.",
    ],
)
def test_what_is_no_reference_of_this_text_is_read_as_none(sentence: str) -> None:
    assert in_article_4(sentence) == []


# Each sentence with the references in it; « — »: none.
PHRASES = """\
Selon l’al. 2 de l’article 2. → al. 2 de l’article 2 = 2, al. 2
Selon l’article 2, al. 2. → article 2, al. 2 = 2, al. 2
Selon les deux derniers alinéas de l’article 2. → deux derniers alinéas de l’article 2 = 2, al. 5 + 2, al. 6
Les trois premières phrases de l’alinéa 2 de l’article 2. → trois premières phrases de l’alinéa 2 de l’article 2 = missing
Il est régi par l’article suivant. → article suivant = 5
Il est régi par l’alinéa précédent. → alinéa précédent = 4, al. 2
Selon l’article 3, à la date du même accord du 4 mai 2010. → article 3 = external: même accord du 4 mai 2010
Selon l’article 3, à la date dudit accord. → article 3 = external: dudit accord
Selon l’article 3. À la date du même accord du 4 mai 2010. → article 3 = 3
Selon l’article 3 (2). → article 3 (2) = 3
Voir les premier et deuxième alinéas de l’article 2. → premier = 2, al. 1 | deuxième alinéas de l’article 2 = 2, al. 2
Voir le premier et le deuxième alinéa de l’article 2. → premier = 2, al. 1 | deuxième alinéa de l’article 2 = 2, al. 2
Voir les premier, deuxième et troisième alinéas de l’article 2. → premier = 2, al. 1 | deuxième = 2, al. 2 | troisième alinéas de l’article 2 = 2, al. 3
Voir les 1° et 2° de l’article 2. → 1° = 2, al. 3 | 2° de l’article 2 = 2, al. 4 à 6
Voir les 1° à 2° de l’article 2. → 1° à 2° de l’article 2 = 2, al. 3 à 6
Voir le 2°. → —
Voir le 2° ci-dessus. → 2° = vague
Voir le a) de l’article 2. → a) de l’article 2 = 2, al. 5
Voir l’article 2, 2°, a). → article 2, 2°, a) = 2, al. 5
Voir l’article 2, 2°, c). → article 2, 2°, c) = missing
Voir le § 3 de l’article 2. → § 3 de l’article 2 = 2
Voir le point 2 de l’article 2. → point 2 de l’article 2 = 2
Voir le paragraphe 2. → —
Voir le paragraphe 9 de l’article 2. → paragraphe 9 de l’article 2 = 2
Voir le premier tiret de l’article 7. → premier tiret de l’article 7 = 7, al. 2
Voir le tiret 3 de l’article 7. → tiret 3 de l’article 7 = 7, al. 4
Voir les deux derniers tirets de l’article 7. → deux derniers tirets de l’article 7 = 7, al. 3 à 4
Voir le dernier tiret de l’article 7. → dernier tiret de l’article 7 = 7, al. 4
Voir l’avant-dernier alinéa de l’article 2. → avant-dernier alinéa de l’article 2 = 2, al. 5
Voir le I de l’article 3. → I de l’article 3 = 3
Voir l’article 3, I. → article 3 = 3
Voir les articles 1er et suivants. → articles 1er et suivants = 1er
Voir le chapitre 3. → —
Voir le titre III. → titre III = missing
Voir le Titre Ier. → Titre Ier = titre I
Voir les titres I et II. → titres I = titre I | II = titre II
Voir la présente annexe. → présente annexe = vague
Voir le présent titre. → présent titre = titre II
Voir le présent préambule. → présent préambule = vague
Voir l’article 2. Le premier alinéa de cet article. → article 2 = 2 | premier alinéa de cet article = 2, al. 1
Voir l’article 2 et les 1° et 2° dudit article. → article 2 = 2 | 1° = 2, al. 3 | 2° dudit article = 2, al. 4 à 6
Voir l’article 12. Le même article 12. → article 12 = missing
Voir cet article. → —
Voir les articles précédents. → articles précédents = vague
Voir l’article qui suit. → article qui suit = 5
Voir l’article qui nous occupe. → —
Voir les deux articles précédents. → deux articles précédents = 2 bis + 3
Voir les trois articles suivants. → trois articles suivants = 5 + 6 + 7
Voir les neuf articles suivants. → neuf articles suivants = vague
Un. Deux. Voir les deux phrases précédentes. → deux phrases précédentes = 4, al. 3, phr. 1 à 2
Voir la phrase suivante. → phrase suivante = vague
Voir la phrase suivante. Fin. → phrase suivante = 4, al. 3, phr. 2
Voir l’article n° 3. → article n° 3 = 3
Voir l’annexe n° 2. → annexe n° 2 = annexe 2
Selon l’article 3, « l’usager » de la loi n° 2016-360 est membre. → article 3 = 3
Voir l’article 5, annexe 2. → article 5 = 5 | annexe 2 = annexe 2
Voir l’annexe. → —
Figurant en annexe à la convention. → —
Voir l’annexe technique. → —
Voir l’article 2 a de la convention. → article 2 a = 2, al. 5
Voir l’article 3 du présent contrat. → article 3 = 3
Voir l’article 3 ci-dessus de la convention. → article 3 = 3
Voir l’article 3 de cette loi. → article 3 de cette loi = external: cette loi
Voir l’article 3 des statuts. → article 3 des statuts = external: statuts
Voir l’article 3 des conditions générales de vente. → article 3 des conditions générales = external: conditions générales
Voir l’article 3 et les articles 5 et 6 de la loi du 4 mai 2010. → article 3 = external: loi du 4 mai 2010 | articles 5 = external: loi du 4 mai 2010 | 6 de la loi du 4 mai 2010 = external: loi du 4 mai 2010
Voir l’article 3 du code général des collectivités territoriales et de la loi. → article 3 du code général des collectivités territoriales = external: code général des collectivités territoriales
Voir l’article 3 modifié du décret. → article 3 modifié du décret = external: décret
Voir l’article 3 de la présente convention et l’article 4 de la loi du 6 janvier 1978. → article 3 = 3 | article 4 de la loi du 6 janvier 1978 = external: loi du 6 janvier 1978
La loi du 6 janvier 1978, article 3. → article 3 = external: loi du 6 janvier 1978
Le présent accord du 6 janvier 1978, article 3. → article 3 = 3
La loi du 6 janvier 1978. Article 3. → Article 3 = 3
Voir l’article 3 de façon ferme. → article 3 = 3
Voir l’article 3 de payer. → article 3 = 3
Voir l’article 3 de Dijon. → —
Voir l’article 3 d’un contrat. → article 3 d’un contrat = external: contrat
Voir l’article 3 d’une part. → article 3 = 3
Voir l’article 3 de la convention collective. → article 3 de la convention collective = external: convention collective
Voir l’article 3 de la convention n° 4. → article 3 de la convention n° 4 = external: convention n° 4
Voir l’article 3 de la convention du 3 mars 2020. → article 3 de la convention du 3 mars 2020 = external: convention du 3 mars 2020
Voir l’article 3 (loi du 4 mai 2010). → article 3 = external: loi du 4 mai 2010
Voir l’article 3, loi du 4 mai 2010. → article 3, loi du 4 mai 2010 = external: loi du 4 mai 2010
Voir l’article 3 du CGCT. → article 3 du CGCT = external: CGCT
Voir l’article 3 du SMIC. → article 3 du SMIC = external: SMIC
Voir les dispositions de l’article 3 de l’accord-cadre n° 2020-3. → article 3 de l’accord-cadre n° 2020-3 = external: accord-cadre n° 2020-3
Voir les articles 3, 4 du règlement (UE) 2016/679. → articles 3 = external: règlement | 4 du règlement = external: règlement
Voir l’article 5.1 à 5.2. → article 5.1 = 5.1
Voir les articles 3, 5 et 7, ou 1er. → articles 3 = 3 | 5 = 5 | 7 = 7
Voir les articles 2, 2 bis et 3. → articles 2 = 2 | 2 bis = 2 bis | 3 = 3
Voir les articles 3/5. → articles 3 = 3 | 5 = 5
Voir l’article 6.3. → article 6.3 = missing
Voir l’article IV. → article IV = missing
Voir l’article A. → article A = missing
Voir l’article R.* 123-4. → article R.* 123-4 = external
Voir l’article D2113. → article D2113 = external
Voir l’article 7 intitulé : « Retrait » de la convention. → article 7 = 7
Voir l’article 7 “ Retrait ” ci-après. → article 7 = 7
L’article 8 et l’article 9 de la présente convention. → article 8 = missing | article 9 = missing
Selon les modalités ci-après : « texte ». → ci-après = vague
Selon ce qui suit (ci-après), ci-après la ville, ci-après dénommée « ville ». → —
Comme supra. → supra = vague
Voir la section 2 du présent titre. → —
Voir le deuxième alinéa du présent article. → deuxième alinéa du présent article = 4, al. 2
Voir le huitième alinéa du présent article. → huitième alinéa du présent article = missing
Voir la dernière phrase du premier alinéa. → dernière phrase du premier alinéa = 4, al. 1, phr. 1
Voir la phrase 2. → phrase 2 = ambiguous
Voir le 2° du présent article. → 2° du présent article = missing
Voir le 2 du présent article. → 2 du présent article = vague
Voir au premier alinéa de l’annexe 1. → premier alinéa de l’annexe 1 = annexe 1, al. 1
Voir l’article 1 de l’annexe 1. → article 1 de l’annexe 1 = annexe 1, article 1
Voir l’article 9 de l’annexe 1. → article 9 de l’annexe 1 = missing
Voir les alinéas 1 à 2. → alinéas 1 à 2 = 4, al. 1 + 4, al. 2
Voir les alinéas 2 et 4. → alinéas 2 = 4, al. 2 | 4 = 4, al. 4
Voir l’alinéa 9. → alinéa 9 = missing
Voir l’alinéa 1200. → —
Voir l’article 4, dernier alinéa. → article 4, dernier alinéa = 4, al. 4
Voir l’article 2 (2°). → article 2 (2°) = 2, al. 4 à 6
Voir l’article 2 (2e alinéa, 1re phrase). → article 2 (2e alinéa, 1re phrase) = 2, al. 2, phr. 1
Voir l’article 2 - 2°. → article 2 = 2
Voir l’article 2, alinéas 1 et 2. → article 2, alinéas 1 et 2 = 2
Voir l’article 1er, 2e alinéa, et l’article 3. → article 1er, 2e alinéa = missing | article 3 = 3
Voir le deuxième alinéa des articles 2 et 7. → articles 2 = 2 | 7 = 7
Voir le préambule, au préambule, du préambule, un préambule. → préambule = préambule | préambule = préambule | préambule = préambule
Voir l’article unique. → —
Voir articles 3 ; 5 ; 7. → articles 3 = 3 | 5 = 5 | 7 = 7
Voir les articles 3 et le reste. → articles 3 = 3
(article 3) → article 3 = 3
cf. article 3 → article 3 = 3
Voir le 2 de l’article 2. → 2 de l’article 2 = 2
Voir l’article 3 d’arrêtés. → article 3 d’arrêtés = external: arrêtés
Voir les articles 3 et 5 et 7. → articles 3 = 3 | 5 = 5 | 7 = 7
Voir les articles 3, 5 et 7, 4. → articles 3 = 3 | 5 = 5 | 7 = 7
Voir l’article 3 de B. → —
Voir l’article 3, alinéa précédent. → article 3 = 3 | alinéa précédent = 4, al. 2
Voir l’alinéa 1000. → —
Voir l’article 3, intitulé « Siège ». → article 3 = 3
Voir l’article 3 de la loi, l’article 5 de la convention. → article 3 de la loi = external: loi | article 5 = 5
La convention collective, article 3. → article 3 = external: convention collective
Voir l’article 2. Le premier alinéa du même article 2. → article 2 = 2 | premier alinéa du même article 2 = 2, al. 1
Voir l’alinéa 2e. → alinéa 2e = 4, al. 2
Le premier alinéa de l’article 3 et le 2° de l’article 2. → premier alinéa de l’article 3 = 3, al. 1 | 2° de l’article 2 = 2, al. 4 à 6
Voir le 2° du deuxième alinéa de l’article 2. → 2° du deuxième alinéa de l’article 2 = 2, al. 4 à 6
Il est remplacé par l’article suivant : « Rien. » → —
Voir l’article 3 de la loi du 4 courant. → article 3 de la loi = external: loi
Selon l’article 3, lié au même accord. → article 3 = 3
Selon l’article 3, du même comité. → article 3 = 3
Selon l’article 3, du bon accord. → article 3 = 3
Voir le a de l’article 2. → a de l’article 2 = 2, al. 5
Voir le B de l’article 2. → B de l’article 2 = 2, al. 6
Voir le plan de l’article 3. → article 3 = 3
Voir l’article 3 du code de bon commerce. → article 3 du code = external: code
Voir le premier alinéa du présent chapitre. → premier alinéa du présent chapitre = vague
En annexe, article 3. → article 3 = 3
Voir l’article ci-dessus. → article ci-dessus = 3
Voir l’alinéa ci-dessous. → alinéa ci-dessous = 4, al. 4
Voir l’article 6.2, alinéa 1. → article 6.2, alinéa 1 = 6, al. 2
Voir l’article 3 et le II de l’article L. 2113-6 du code de la commande publique. → article 3 = 3 | II de l’article L. 2113-6 du code de la commande publique = external: code de la commande publique
Voir l’article L. 1. → article L. 1 = external
Voir l’article R. 2 du code électoral. → article R. 2 du code électoral = external: code électoral
Voir l’article A. 1. → article A. 1 = missing
Voir l’article D. 2 et l’article 3. → article D. 2 = external | article 3 = 3
Le point de l’annexe n° 5, article 3. → annexe n° 5 = missing
Voir l’article 3 de l’UE. → article 3 de l’UE = external: UE
Voir les deux précédents alinéas. → deux précédents alinéas = 4, al. 1 + 4, al. 2
Voir les deux précédentes phrases. → deux précédentes phrases = vague
Voir les articles 9 à 3. → articles 9 à 3 = missing
Voir l’article 3 de la loi du 1er mars 2020. → article 3 de la loi du 1er mars 2020 = external: loi du 1er mars 2020
Voir l’article 3 de la loi du 4 mai. → article 3 de la loi du 4 mai = external: loi du 4 mai
Voir l’article 3 de la loi organique n° 99-209 du 19 mars 1999 modifiée. → article 3 de la loi organique n° 99-209 du 19 mars 1999 modifiée = external: loi organique n° 99-209 du 19 mars 1999 modifiée
Voir le premier alinéa de l’article 2, 2°. → premier alinéa de l’article 2 = 2, al. 1
Voir le présent chapitre. → présent chapitre = vague
Voir l’article 2, 10°. → article 2, 10° = missing
Voir le 12° bis de l’article 2. → 12° bis de l’article 2 = missing
Voir le 2º de l’article 2. → 2º de l’article 2 = 2, al. 4 à 6
Voir l’article 2, alinéas 1 et 9. → article 2, alinéas 1 et 9 = 2
Voir l’article 2, alinéa 3, alinéa 9. → article 2, alinéa 3, alinéa 9 = 2, al. 3
Voir l’article 7, intitulé « Retrait », de la loi du 4 mai 2010. → article 7, intitulé « Retrait », de la loi du 4 mai 2010 = external: loi du 4 mai 2010
Voir l’article 7 intitulé « Retrait » de la loi du 4 mai 2010. → article 7 intitulé « Retrait » de la loi du 4 mai 2010 = external: loi du 4 mai 2010
Voir l’article 3 de la délibération n° 5-2020 du 4 mai 2020. → article 3 de la délibération n° 5-2020 du 4 mai 2020 = external: délibération n° 5-2020 du 4 mai 2020
Voir l’article 3 du décret susvisé. → article 3 du décret = external: décret
Voir l’article 3 desdits statuts. → article 3 desdits statuts = external: desdits statuts
Voir l’article 3 dudit. → article 3 = 3
Voir l’article 3 des mêmes statuts. → article 3 des mêmes statuts = external: mêmes statuts
Voir les articles 3, 5 et 7 du code de commerce. → articles 3 = external: code de commerce | 5 = external: code de commerce | 7 du code de commerce = external: code de commerce
Voir les articles L. 2113-6 à L. 2113-8 du code de la commande publique. → articles L. 2113-6 à L. 2113-8 du code de la commande publique = external: code de la commande publique
Voir les articles 1 à 3 du présent avenant. → articles 1 à 3 = external: convention
Voir le 2° de l’article 3 du code pénal. → 2° de l’article 3 du code pénal = external: code pénal
Voir le II de l’article L. 2113-7 du code de la commande publique. → II de l’article L. 2113-7 du code de la commande publique = external: code de la commande publique
Voir l’article 3 et la loi du 4 mai 2010. → article 3 = 3
Voir l’article 5.1. Une autre phrase. → article 5.1 = 5.1
Voir l’article 2. 2° Rien. → article 2 = 2
Voir l’article 3 – Siège. → article 3 = 3
Voir les alinéas précédents. → alinéas précédents = vague
Voir l’alinéa qui suit. → alinéa qui suit = 4, al. 4
Voir les deux alinéas suivants. → deux alinéas suivants = vague
Voir la première phrase de l’alinéa précédent. → première phrase de l’alinéa précédent = vague
Voir la première phrase du présent alinéa. → première phrase du présent alinéa = vague
Voir la première phrase du présent article. → première phrase du présent article = ambiguous
Voir la dernière phrase de l’article 3. → dernière phrase de l’article 3 = 3, al. 1, phr. 1
Voir la deuxième phrase de l’article 3. → deuxième phrase de l’article 3 = missing
Voir le premier alinéa des présentes. → premier alinéa = vague
Voir l’article 3 des présentes conditions. → article 3 = 3
Voir aux articles 3 et 7 susvisés. → articles 3 = 3 | 7 = 7
Voir l’article 3 (ci-après « la règle »). → article 3 = 3
Voir l’article 2 (1° et 2°). → article 2 = 2
Voir l’article 2 (1°, puis 2°). → article 2 = 2
Voir l’article 2 (partie 3). → article 2 = 2
Voir un premier alinéa, chaque alinéa, tout article 3. → —
À titre II, au titre du II. → —
À l’annexe 1, article 1. → annexe 1 = annexe 1
L’annexe 1 et l’article 1. → annexe 1 = annexe 1 | article 1 = 1er
Voir le livre II. → —
Voir les sections 1 et 2 du chapitre 3. → —
"""


@pytest.mark.parametrize("line", PHRASES.splitlines())
def test_a_phrase_is_read_as_its_drafter_means_it(line: str) -> None:
    sentence, _, expected = line.partition(" → ")
    assert " | ".join(in_article_4(sentence)) == expected.replace("—", "")


def test_the_first_line_has_none_before_it() -> None:
    text = document(
        "# Article 1\n\nVoir l’alinéa précédent et l’alinéa suivant.\n\n## 1.1\n\nVoir l’alinéa précédent.\n"
    )
    assert [(r.words, r.status) for r in references(text)] == [
        ("alinéa précédent", "missing"),
        ("alinéa suivant", "vague"),
        ("alinéa précédent", "vague"),
    ]


def test_the_lines_after_the_first_are_told_each_by_itself() -> None:
    text = document("# Article 1\n\nSelon les deux alinéas suivants.\n\nUn.\n\nDeux.\n")
    (found,) = references(text)
    assert said(found, text) == "deux alinéas suivants = 1, al. 2 + 1, al. 3"
    assert [(p.start, p.end) for p in found.places if isinstance(p, Blocks)] == [(1, 2), (2, 3)]


def test_neighbours_are_told_only_where_there_are_any() -> None:
    text = document(
        "# Préambule\n\nVoir l’article précédent.\n\n# Titre I – Suites de la phrase précédente et de l’alinéa précédent\n\n"
        "## Article 1 – Suites du présent alinéa\n\n"
        "Voir l’article précédent. Voir le précédent article et la phrase précédente.\n\n"
        "| A |\n| --- |\n| selon la phrase précédente |\n"
    )
    assert [(r.words, r.status) for r in references(text)] == [
        ("article précédent", "vague"),
        ("phrase précédente", "vague"),
        ("alinéa précédent", "vague"),
        ("présent alinéa", "vague"),
        ("article précédent", "vague"),
        ("précédent article", "vague"),
        ("phrase précédente", "found"),
        ("phrase précédente", "vague"),
    ]


def test_of_several_articles_of_one_number_the_nearest_is_meant() -> None:
    markdown = "# Titre {n} – Titre\n\n## Article 1\n\nUn.\n\n## Article 2\n\nVoir l’article 1.\n\n"
    text = document(markdown.format(n="I") + markdown.format(n="II") + "# Annexe\n\nVoir l’article 1.\n")
    found = references(text)
    assert [r.status for r in found] == ["found", "found", "ambiguous"]
    assert [[place.path for place in r.places] for r in found] == [[(0, 0)], [(1, 0)], []]


def test_a_range_may_go_from_one_title_to_another() -> None:
    text = document(TEXT.format(sentence="Voir les articles 2 à 3 et les articles 3 à 2."))
    assert [said(r, text) for r in read(text)] == ["articles 2 à 3 = 2 + 3", "articles 3 à 2 = 3 + 2"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Voir l’annexe.", ["annexe = annexe"]),
        ("Figurant en annexe à la convention, et qui est en annexe ci-après.", ["annexe = annexe", "annexe = annexe"]),
        ("Voir l’annexe technique, une annexe, les annexes.", []),
        ("Voir l’article 7 de l’annexe.", ["article 7 de l’annexe = annexe, article 7"]),
        ("Voir l’annexe 1.", []),  # no annex has a number: one of another text
        ("Voir l’annexe à la loi n° 2019-816.", ["annexe = annexe"]),
    ],
)
def test_an_annex_alone_needs_no_number(sentence: str, expected: list[str]) -> None:
    text = document(f"# Article 1\n\n{sentence}\n\n# Annexe\n\nAnnexe.\n\n## Article 7\n\nSept.\n")
    assert [said(r, text) for r in read(text, "1")] == expected


def test_a_line_before_is_a_line_though_a_table_stands_between() -> None:
    text = document("# Article 1\n\nUn.\n\n| A |\n| --- |\n| b |\n\nVoir l’alinéa précédent.\n")
    assert [said(r, text) for r in references(text)] == ["alinéa précédent = 1, al. 1"]


def test_what_stands_in_what_is_repealed_is_repealed() -> None:
    text = document(
        "# Article 1\n\nVoir l’article 2.1 et le premier alinéa de l’article 2.1.\n\n# Article 2\n\nDeux.\n\n## 2.1 – Un\n\nUn.\n"
    )
    assert [r.status for r in references(amended(text, "  - abroger: 2\n"))] == ["repealed", "repealed"]


def test_an_annex_of_that_number_makes_no_article_known() -> None:
    text = document("# Article 1\n\nVoir l’article 12.\n\n# Annexe 12\n\nDouze.\n")
    assert [r.status for r in references(text, complete=False)] == ["unknown"]


def test_a_line_that_begins_with_a_number_is_named_by_it() -> None:
    text = document(
        "# Article 1\n\nVoir les articles 3, 4, 5, 6, 7 et 8.\n\n10 jours.\n\n3. Trois\n\nArticle 4 : quatre\n\n5 – Cinq\n\n"
        "Art. 6 – Six\n\n7 jours passent.\n\n8\n",
    )
    assert [said(r, text) for r in references(text)][:6] == [
        "articles 3 = vague",
        "4 = 1, al. 4",
        "5 = 1, al. 5",
        "6 = 1, al. 6",
        "7 = missing",
        "8 = missing",
    ]


@pytest.mark.parametrize(("number", "words"), [("4 C", "4 C"), ("4.C", "4 C"), ("4-2", "4.2"), ("4.2", "4-2")])
def test_a_number_is_found_though_it_is_spelt_otherwise(number: str, words: str) -> None:
    text = document(f"# Article 1\n\nVoir l’article {words}.\n\n# Article {number} – Fin\n\nFin.\n")
    (reference,) = references(text)
    assert [at(text, place.path).number for place in reference.places] == [number]


@pytest.mark.parametrize(("n", "word"), [(1, "premier"), (2, "deuxième"), (20, "vingtième"), (21, "21e")])
def test_an_ordinal_is_written_in_letters_up_to_twenty(n: int, word: str) -> None:
    assert nth_word(n) == word
    assert nth(word) == n


def test_the_first_article_may_be_the_one_before() -> None:
    text = document(
        "# Article 1 – Selon le présent alinéa et l’alinéa suivant\n\nUn.\n\n# Article 2\n\nVoir l’article précédent, et le premier alinéa de l’article 1.\n"
    )
    assert [said(r, text) for r in references(text)] == [
        "présent alinéa = vague",
        "alinéa suivant = vague",
        "article précédent = 1",
        "premier alinéa de l’article 1 = 1, al. 1",
    ]
    assert [(k.provision, k.alinea) for found in links(references(text), text).values() for k in found] == [
        ("convention/1", 0),
        ("convention/1", 1),
    ]


def test_a_label_typed_as_the_first_word_of_a_line_is_found_in_its_own_article() -> None:
    text = document(
        "# Article 1\n\nVoir le b) de l’article 3 et le c) de l’article 3.\n\n# Article 2\n\nb) Non.\n\nc) Non plus.\n\n"
        "# Article 3\n\na) Un, voir b)\n\nb) Deux.\n"
    )
    assert [said(r, text) for r in read(text, "1")] == ["b) de l’article 3 = 3, al. 2", "c) de l’article 3 = missing"]


def test_an_annex_is_a_text_of_its_own_before_the_text_around_it() -> None:
    text = document(TEXT.format(sentence="Rien."))
    annex = next(p for p in text.walk() if p.kind == "annex" and p.number == "1").children[0]
    found = [r for r in references(text) if r.line.provision == annex.id]
    assert [said(r, text) for r in found] == ["article 1 = annexe 1, article 1", "article 7 = 7", "article 1er = 1er"]
    assert [[at(text, place.path) is annex for place in r.places] for r in found] == [[True], [False], [False]]


def test_headings_and_cells_are_read_too_and_know_where_they_stand() -> None:
    text = document(
        "# Article 1 – Suites de l’article 2\n\n| Objet | Source |\n| --- | --- |\n| Voix | article 2 |\n\n# Article 2\n\nDeux.\n"
    )
    found = references(text)
    assert [(r.line.block, r.line.row, r.line.column, r.start, r.end) for r in found] == [(-1, -1, -1, 12, 21), (0, 1, 1, 0, 9)]  # fmt: skip
    assert {said(r, text) for r in found} == {"article 2 = 2"}


def test_a_repealed_provision_is_named_as_repealed_and_says_nothing_itself() -> None:
    text = document(
        "# Article 1\n\nVoir l’article 2 et l’article 9.\n\n# Article 2\n\nVoir l’article 9.\n\n- 1° un ;\n- 2° deux.\n\n# Article 3\n\nVoir le 2° de l’article 2.\n"
    )
    after = amended(text, "  - abroger: 2\n")
    assert [(r.words, r.status) for r in references(after)] == [
        ("article 2", "repealed"),
        ("article 9", "missing"),
        ("2° de l’article 2", "repealed"),
    ]
    after = amended(text, "  - abroger: 2, 2°\n")
    assert [(r.words, r.status) for r in references(after)] == [
        ("article 2", "found"),
        ("article 9", "missing"),
        ("article 9", "missing"),
        ("2° de l’article 2", "repealed"),
    ]


def test_what_would_stand_in_words_not_at_hand_is_unknown_not_missing() -> None:
    text = document(
        "# Article 1\n\nVoir l’article 12, l’article 1.4 et l’article 2.7.\n\n# Article 2\n\nDeux.\n\n## 2.1 – Un\n\nUn.\n"
    )
    assert [r.status for r in references(text)] == ["missing"] * 3
    assert [r.status for r in references(text, complete=False)] == ["unknown", "missing", "missing"]


def test_a_text_whose_articles_bear_no_numbers_has_none_to_miss() -> None:
    text = document("# Préambule\n\nVoir l’article 3.\n")
    assert [r.status for r in references(text)] == ["vague"]


def test_the_nearest_number_is_told_of_one_that_is_missing() -> None:
    text = document(TEXT.format(sentence="Voir l’article 5.3."))
    (reference,) = read(text)
    assert reference.nearest in {"5.1", "5.2"}


def test_a_link_leads_to_the_provision_or_to_its_alinea() -> None:
    text = document(
        TEXT.format(
            sentence="Voir l’article 3 et le 2° de l’article 2. Le présent article aussi. Voir l’article 12. Voir l’article 3 du RGPD."
        )
    )
    ids = {p.number: p.id for p in text.walk() if p.kind == "article"}
    found = links(references(text), text)
    here = next(line for line in found if line.provision == ids["4"])
    block = next(p for p in text.walk() if p.number == "4").blocks[here.block]
    assert isinstance(block, Alinea)
    assert [(block.text.chars[k.start : k.end], k.provision, k.alinea) for k in found[here]] == [
        ("article 3", ids["3"], 0),
        ("2° de l’article 2", ids["2"], 4),
    ]
    assert all(isinstance(k, Link) for k in found[here])


def test_the_act_that_speaks_of_itself_is_the_one_that_wrote_the_words() -> None:
    text = document("# Article 1\n\nUn.\n")
    after = amended(text, "  - compléter: 1\n", "> Voir l’article 2 du présent avenant.\n", act="avenant-9")
    (reference,) = references(after)
    assert (reference.kind, reference.act) == ("external", "avenant-9")


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Convention constitutive", "convention"), ("Accord de partenariat", "accord"), ("", "convention"), ("Statuts", "statuts")],
)  # fmt: skip
def test_a_text_calls_itself_by_the_first_word_of_its_title(title: str, expected: str) -> None:
    assert own_name(title) == expected


def test_an_agreement_that_speaks_of_the_convention_above_it_names_no_article_of_its_own() -> None:
    text = document(
        "# Article 1\n\nVoir l’article 1 du présent accord, l’article 40 de la présente convention et l’article 9 de l’accord.\n"
    )
    assert [(r.words, r.status) for r in references(text, own="accord")] == [
        ("article 1", "found"),
        ("article 9", "missing"),
    ]


PIECES = st.sampled_from(
    (
        *(
            "l’article ",
            "les articles ",
            "art. ",
            "alinéa ",
            "l’annexe ",
            "le titre ",
            "phrase ",
            "tiret ",
            "paragraphe ",
        ),
        *("1", "2", "3 bis", "5.1", "L. 2113-6", "1er", "I", "2° ", "a) ", "premier ", "deux derniers ", "alinéas "),
        *(" à ", " et ", ", ", " de ", " du ", " des ", "(", ")", " : ", "« ", " »", ". ", "-", "n° "),
        *("présent ", "même ", "précédent", "suivants", "qui suivent", "ci-dessus", "infra", "précité", "dudit "),
        *("code du travail", "la convention", "loi n° 3 du 4 mai 2020", "l’accord", "avenant", "préambule"),
    )
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join))
def test_whatever_a_line_says_each_reference_is_words_of_it_in_order(line: str) -> None:
    text = document(TEXT.format(sentence="Rien."))
    path = path_of(text, next(p.id for p in text.walk() if p.number == "4"))
    assert path is not None
    words = line.replace("\n", " ")
    changed = put_text(Spot(path, 2), text, Text(words))
    found = [r for r in references(changed) if r.path == path and r.line.block == 2]
    stretches = [(r.start, r.end) for r in found]
    assert all(0 <= start < end <= len(words) for start, end in stretches)
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
    assert all(r.words == words[r.start : r.end] for r in found)
    assert all(bool(r.places) is (r.status in {"found", "repealed"}) for r in found)
