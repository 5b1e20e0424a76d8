"""`clausier suggest`: the rules that sentences seem to state, in the form of the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.suggest.conduct import bearer_of_items, duty_of_item
from clausier.author.suggest.formulas import rules_of
from clausier.author.suggest.suggested import Suggested
from clausier.compile import compile_project
from support.calling import Ended, answer_of, called
from support.projects import ROOT, copied, written

INDEX = "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties:\n  - {id: a, nom: Commune A}\n  - {id: b, nom: Commune B}\n"
SIMPLE = (
    "{seuil: {majorité relative: plus de voix pour que contre, plus de la moitié: plus de la moitié d’entre elles}}"
)
OF_WHOM = "{assiette: {ensemble: de tous les membres, présents: des présents, exprimés: des suffrages exprimés}}"


def run(root: Path, *words: str) -> Ended:
    return called("suggest", *words, project=root)


def project(root: Path, article: str, **more: str) -> Path:
    return written(root / "convention", {"convention.yml": INDEX, "01.md": article, **more}).parent


def the(found: Suggested) -> tuple[str, dict[str, str]]:
    return found.kind, dict(found.keys)


@pytest.mark.parametrize(
    ("sentence", "kind", "keys"),
    [
        (
            "Le comité de suivi se réunit deux fois par an.",
            "périodicité",
            {"citation": "se réunit {rythme:périodicité}", "instance": "comite-de-suivi"},
        ),
        (
            "L’assemblée générale se réunit, éventuellement à distance, au moins une fois l’an.",
            "périodicité",
            {
                "citation": "se réunit, éventuellement à distance, {rythme:périodicité}",
                "instance": "assemblee-generale",
            },
        ),
        (
            "L’assemblée générale statue à la majorité des deux tiers des membres présents ou représentés.",
            "majorité",
            {
                "citation": "à la majorité des {seuil:fraction} des membres présents ou représentés",
                "instance": "assemblee-generale",
                "assiette": "présents-ou-représentés",
            },
        ),
        (
            "Le bureau décide à la majorité simple des suffrages exprimés.",
            "majorité",
            {"citation": "à la {seuil:fraction} des suffrages exprimés", "instance": "bureau"},
        ),
        (
            "Le bureau décide à l’unanimité de ses membres.",
            "majorité",
            {"citation": "à l’{seuil:fraction} de ses membres", "instance": "bureau", "assiette": "ensemble"},
        ),
        (
            # What is decided is said: else it would be the majority of every vote.
            "L’exclusion d’un membre peut être prononcée par le conseil d’administration à la majorité des deux tiers de ses membres.",
            "majorité",
            {
                "citation": "à la majorité des {seuil:fraction} de ses membres",
                "instance": "conseil-d-administration",
                "objet": "exclusion-d-un-membre",
                "assiette": "ensemble",
            },
        ),
        (
            "Les décisions du conseil d’administration sont prises par vote à main levée, à la majorité absolue des présents.",
            "majorité",
            {
                "citation": "à la {seuil:fraction} des présents",
                "instance": "conseil-d-administration",
                "assiette": "présents",
            },
        ),
        (
            "Les décisions sont prises à la majorité de 60\u00a0% des voix.",
            "majorité",
            {"citation": "à la majorité de {seuil:pourcentage} des voix", "interprétations": OF_WHOM},
        ),
        (
            "Le conseil ne délibère valablement que si la moitié au moins de ses membres est présente ou représentée.",
            "quorum",
            {
                "citation": "{seuil:fraction} au moins de ses membres est présente ou représentée",
                "instance": "conseil",
                "pouvoirs": "comptés",
            },
        ),
        (
            "Le coordonnateur doit transmettre le dossier aux membres.",
            "obligation",
            {
                "citation": "Le coordonnateur doit transmettre le dossier aux membres",
                "débiteur": "coordonnateur",
                "action": "transmettre le dossier aux membres",
            },
        ),
        (
            "Chaque membre du groupement s’engage à payer sa part.",
            "obligation",
            {
                "citation": "Chaque membre du groupement s’engage à payer sa part",
                "débiteur": "membres",
                "action": "payer sa part",
            },
        ),
        (
            "Le pilote ne peut en aucun cas céder ses droits.",
            "interdiction",
            {
                "citation": "Le pilote ne peut en aucun cas céder ses droits",
                "débiteur": "pilote",
                "action": "céder ses droits",
            },
        ),
        (
            "Les membres peuvent consulter les pièces.",
            "permission",
            {
                "citation": "Les membres peuvent consulter les pièces",
                "débiteur": "membres",
                "action": "consulter les pièces",
            },
        ),
        (
            "Les membres peuvent se retirer, sauf pendant un marché.",
            "permission",
            {
                "citation": "Les membres peuvent se retirer, sauf pendant un marché",
                "débiteur": "membres",
                "action": "se retirer",
                "si": "sauf pendant un marché",
            },
        ),
        (
            "Le bureau décide à la majorité simple des membres présents.",
            "majorité",
            {
                "citation": "à la majorité simple des membres présents",
                "instance": "bureau",
                "assiette": "présents",
                "interprétations": SIMPLE,
            },
        ),
    ],
)
def test_a_known_turn_of_phrase_states_a_rule(sentence: str, kind: str, keys: dict[str, str]) -> None:
    assert [the(found) for found in rules_of(sentence, "")] == [(kind, keys)]


@pytest.mark.parametrize(
    ("sentence", "kind", "keys"),
    [
        (
            "Chaque membre du groupement dispose de deux voix.",
            "voix",
            {"citation": "Chaque membre du groupement dispose de {voix:entier} voix", "instance": "assemblee"},
        ),
        (
            "Nul ne peut détenir plus d’un mandat.",
            "pouvoir",
            {"citation": "plus d’{limite:entier} mandat", "instance": "assemblee"},
        ),
        (
            "Le vote par procuration est admis.",
            "pouvoir",
            {"citation": "Le vote par procuration est admis", "instance": "assemblee"},
        ),
        (
            "En cas de partage des voix, celle du président est prépondérante.",
            "voix-prépondérante",
            {"citation": "celle du président est prépondérante", "instance": "assemblee"},
        ),
        (
            "Le président a voix prépondérante en cas de partage égal des voix.",
            "voix-prépondérante",
            {"citation": "Le président a voix prépondérante en cas de partage égal des voix", "instance": "assemblee"},
        ),
        (
            "Nul ne peut disposer de plus de trois pouvoirs.",
            "pouvoir",
            {"citation": "plus de {limite:entier} pouvoirs", "instance": "assemblee"},
        ),
        (
            "Nul ne peut être porteur de plus d’un pouvoir.",
            "pouvoir",
            {"citation": "plus d’{limite:entier} pouvoir", "instance": "assemblee"},
        ),
        (
            "La convocation est adressée aux membres, par courriel, quinze jours au moins avant la réunion.",
            "délai",
            {
                "citation": "{durée:durée} au moins avant la réunion",
                "instance": "assemblee",
                "événement": "convocation",
                "avant": "assemblee",
            },
        ),
        (
            "L’ordre du jour est transmis au plus tard dix jours francs avant l’assemblée générale.",
            "délai",
            {
                "citation": "au plus tard {durée:durée} avant l’assemblée générale",
                "instance": "assemblee",
                "événement": "ordre-du-jour",
                "avant": "assemblee",
            },
        ),
        (
            "Le procès-verbal est envoyé dans un délai d’un mois après la séance.",
            "délai",
            {
                "citation": "dans un délai d’{durée:durée} après la séance",
                "instance": "assemblee",
                "événement": "proces-verbal",
                "après": "assemblee",
            },
        ),
    ],
)
def test_a_turn_of_phrase_about_the_meetings_and_votes_of_the_body_of_an_article(
    sentence: str, kind: str, keys: dict[str, str]
) -> None:
    assert [the(found) for found in rules_of(sentence, "assemblee")] == [(kind, keys)]
    assert list(rules_of(sentence, "")) == []  # of which body, nothing says


@pytest.mark.parametrize(
    ("sentence", "kind", "key", "value"),
    [
        ("Le comité se réunit chaque année et, si nécessaire, à sa demande.", "périodicité", "instance", "comite"),
        (
            "Le comité se réunit chaque année. Chaque commune y a le nombre de voix suivant :",
            "périodicité",
            "instance",
            "comite",
        ),
        ("Le comité se réunit chaque année et chaque fois que nécessaire.", "périodicité", "instance", "comite"),
        ("La commune informe la région et le département des frais.", "obligation", "débiteur", "commune"),
        ("La commune verse un tiers des frais au département et à la région.", "obligation", "débiteur", "commune"),
        ("La commune doit verser un tiers des frais.", "obligation", "action", "verser un tiers des frais"),
        ("Chaque membre paie ses commandes.", "obligation", "action", "payer ses commandes"),
        ("Le comité approuve le budget avant le 31 mars.", "compétence", "objet", "budget"),
        ("Le comité approuve les comptes dans les six mois de la clôture.", "compétence", "objet", "comptes"),
    ],
)
def test_what_is_said_besides_makes_it_no_other_rule(sentence: str, kind: str, key: str, value: str) -> None:
    (found,) = rules_of(sentence, "")
    assert (found.kind, dict(found.keys)[key]) == (kind, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "La convocation est envoyée quinze jours avant la réunion.",  # at least, or at most?
        "La convocation est envoyée quinze jours au moins avant la réunion du bureau, sauf urgence, et rappelée.",
        "Sauf urgence, le procès-verbal est envoyé dans un délai d’un mois après la séance.",
        "Chaque membre du bureau dispose de deux voix.",  # of another body
        "Chaque membre dispose d’une voix par tranche de mille habitants.",
        "Nul ne peut détenir plus de deux pouvoirs, sauf le président.",
        "En cas de partage des voix, celle du doyen est prépondérante.",
        "Le président a voix prépondérante en cas de partage des voix, sauf au scrutin secret.",
        "Le président n’a pas voix prépondérante en cas de partage des voix.",
        "Nul ne peut disposer de deux pouvoirs.",
        "Le compte rendu est envoyé dans les dix jours suivant la réunion au plus tard.",
    ],
)
def test_meetings_and_votes_of_which_more_is_said_are_left_alone(sentence: str) -> None:
    assert list(rules_of(sentence, "comite")) == []


def test_a_notice_before_an_assembly_is_none_of_a_committee() -> None:
    sentence = "La convocation est adressée quinze jours au moins avant l’assemblée générale."
    assert [found.kind for found in rules_of(sentence, "assemblee-generale")] == ["délai"]
    assert list(rules_of(sentence, "comite")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le pilotage peut être confié à un membre.",  # who may is not said
        "Le pilote ne peut agir que sur accord du comité.",
        "Le groupement se réunit une fois par an.",  # of no body that is known
        "La majorité des communes est rurale.",
        # Of what, no subject says plainly: it is no majority of all that the body decides.
        "Le conseil nomme ses agents par un vote à la majorité absolue des présents.",
        "Un membre du conseil d’administration est démis par un vote à la majorité des deux tiers de ses membres.",
        "Pour la dissolution, l’assemblée statue à la majorité des deux tiers de ses membres.",
        "L’assemblée statue sur les comptes à la majorité des deux tiers de ses membres.",
        "Les décisions relatives au budget du comité se prennent à la majorité absolue des présents.",
        "Les décisions sont prises à la majorité relative des présents.",
        "Sont adoptées à la majorité absolue des présents les décisions concernant le budget.",
        "Le comité de suivi prépare à la majorité absolue des suffrages exprimés ses avis.",
        "L’assemblée délibère valablement sur les statuts si la moitié des membres sont présents.",
        "L’assemblée ne délibère valablement sur les statuts que si la majorité de ses membres est présente.",
        "Le comité comprend trois membres présents sur le territoire.",
        "La convention prend effet à sa signature.",
        # No more often, in some years only, then otherwise, or of two bodies.
        "Le comité se réunit une fois par an au plus.",
        "Le comité se réunit une fois par an, au maximum.",
        "Le comité se réunit chaque année paire.",
        "Le comité se réunit chaque mois pendant la première année.",
        "Le comité se réunit chaque mois, puis chaque trimestre.",
        "Le comité se réunit deux fois par an et le bureau quatre fois par an.",
        # Behind another majority, it is no majority of all that is decided.
        "Les décisions du comité sont prises à la majorité des présents, sauf le budget, qui l’est à l’unanimité.",
        "Les décisions du comité sont prises à l’unanimité ou, à défaut, à la majorité des deux tiers des présents.",
        "La convention est conclue pour une durée de trois ans à compter du 1er janvier 2025.",
        "Les membres ne peuvent donner pouvoir.",
        "Tout membre peut donner pouvoir à un autre, dans la limite d’un pouvoir par membre.",
        # A quorum, or a rule on proxies: no duty, nor leave.
        "L’assemblée doit comprendre au moins la moitié plus un des membres en exercice.",
        "Chaque membre présent ne peut détenir plus de trois pouvoirs en sus du sien.",
        "Les membres empêchés ne peuvent se faire représenter.",
        "Chaque membre peut recevoir deux pouvoirs au maximum, sauf le président.",
        # Someone else's part, or what someone else does.
        "La commune prend en charge 40 % des dépenses, le département 60 %.",
        "La commune doit verser la moitié des frais, la région le reste.",
        "La commune verse un tiers des frais et la région deux tiers.",
        "La commune transmet le dossier au comité, la région et le département en gardent copie.",
    ],
)
def test_what_says_more_or_something_else_is_left_alone(sentence: str) -> None:
    assert list(rules_of(sentence, "")) == []


def test_the_items_of_a_list_are_duties_of_who_introduces_it() -> None:
    assert bearer_of_items("Le coordonnateur est chargé de\u00a0:") == "coordonnateur"
    assert bearer_of_items("Les membres s’engagent à :") == "membres"
    assert bearer_of_items("Le coordonnateur est chargé de la procédure.") is None
    duty = duty_of_item("De signer le marché et de le notifier.", "coordonnateur")
    assert duty
    assert the(duty) == (
        "obligation",
        {
            "citation": "De signer le marché et de le notifier",
            "débiteur": "coordonnateur",
            "action": "signer le marché et de le notifier",
        },
    )
    assert duty_of_item("Assure la liaison ;", "coordonnateur") is None
    forbidden = duty_of_item("Ne pas signer de marché ;", "membres")
    assert forbidden
    assert the(forbidden) == (
        "interdiction",
        {"citation": "Ne pas signer de marché", "débiteur": "membres", "action": "signer de marché"},
    )


ARTICLE = """\
# Article 1 – Comité de suivi

Le coordonnateur est chargé de :

- 1° Recenser les besoins ;
- 2° Un dossier ;

## 1.1 – Décisions

Les décisions sont prises à la majorité de 60 % des voix de tous les membres.
"""


def test_the_words_can_be_copied_into_the_file_and_leave_no_finding(tmp_path: Path) -> None:
    root = project(tmp_path, ARTICLE)
    said = run(root).stdout
    assert (
        said
        == """\
# convention/01.regles.yml
règles:
  # « Recenser les besoins ; »
  - id: coordonnateur-recenser-les-besoins
    nature: obligation
    article: "1"
    citation: "Recenser les besoins"
    débiteur: coordonnateur
    action: recenser les besoins
  # « Les décisions sont prises à la majorité de 60 % des voix de tous les membres. »
  - id: comite-de-suivi-majorite
    nature: majorité
    article: "1.1"
    citation: "à la majorité de {seuil:pourcentage} des voix de tous les membres"
    instance: comite-de-suivi
    assiette: ensemble
sans-règle:
  - article: "1"
    citation: "Le coordonnateur est chargé de"
    motif: introduction

# Phrases sans règle ni proposition, à lire soi-même : 1 (articles : 1).
""".replace(" : ", "\u00a0: ")
        .replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»")
    )
    (root / "convention/01.regles.yml").write_text(said, encoding="utf-8")
    compiled, found = compile_project(root)
    assert [d for d in found if d.severity == "error"] == []
    assert compiled
    assert {r.id for r in compiled.rules.rules} == {"coordonnateur-recenser-les-besoins", "comite-de-suivi-majorite"}
    assert run(root).words.startswith("Aucune règle à proposer.\n\n# Phrases sans règle ni proposition")


def test_what_stands_behind_a_list_or_beside_what_introduces_one_is_no_item_of_it(tmp_path: Path) -> None:
    words = (
        "# Article 1 – Rôles\n\n- Le coordonnateur est chargé de :\n  - recenser les besoins ;\n"
        "- Les membres peuvent consulter les pièces.\n\nLe pilote est chargé de :\n\n- signer le marché.\n\n"
        "Le pilote doit tenir un registre.\n"
    )
    said = run(project(tmp_path, words)).stdout
    for id_ in (
        "coordonnateur-recenser-les-besoins",
        "membres-consulter-les-pieces",
        "pilote-signer-le-marche",
        "pilote-tenir-un-registre",
    ):
        assert f"  - id: {id_}\n" in said


def test_it_may_be_confined_to_one_article(tmp_path: Path) -> None:
    root = project(tmp_path, ARTICLE)
    assert "comite-de-suivi-majorite" in run(root, "1.1").stdout
    assert "recenser" not in run(root, "1.1").stdout
    assert run(root, "7").exit_code == 1


def test_a_rule_that_would_not_bind_is_not_suggested(tmp_path: Path) -> None:
    twice = "# Article 1 – Bureau\n\nLe bureau décide à l’unanimité. Le bureau décide à l’unanimité.\n"
    assert run(project(tmp_path, twice)).words.startswith("Aucune règle à proposer.\n")


def test_a_body_is_that_of_the_sentence_or_of_a_heading_and_not_one_named_before(tmp_path: Path) -> None:
    words = "# Article 1 – Votes\n\nLe bureau tient deux séances.\n\nLes décisions sont prises à la majorité simple.\n"
    said = run(project(tmp_path, words))
    assert "  - id: majorite\n" in said.stdout
    assert "instance" not in said.stdout


def test_an_id_that_is_taken_gets_a_rank(tmp_path: Path) -> None:
    rules = 'règles:\n  - {id: bureau-periodicite, nature: définition, article: "1", citation: bureau existe, terme: bureau, sens: le bureau}\n'
    root = project(
        tmp_path,
        "# Article 1 – Bureau\n\nLe bureau existe.\n\nLe bureau se réunit chaque mois.\n\nLe trésorier doit tenir le registre des prêts. Le trésorier doit tenir le registre des dons.\n",
        **{"01.regles.yml": rules},
    )
    said = run(root).stdout
    assert "- id: bureau-periodicite-2\n" in said
    assert "- id: tresorier-tenir-le-registre\n" in said
    assert "- id: tresorier-tenir-le-registre-2\n" in said


def test_words_that_an_amendment_brought_have_their_rules_beside_it_and_as_people_wrote_them(tmp_path: Path) -> None:
    root = copied(tmp_path)
    beside = root / "amendments/2022-avenant-1/04-article-7-1.regles.yml"
    by_hand = beside.read_text("utf-8")
    beside.unlink()
    said = run(root, "7.1").stdout
    assert said.startswith("# amendments/2022-avenant-1/04-article-7-1.regles.yml\n")
    for words in (
        "Transmettre au pilote une copie des bons de commandes avec leurs annexes dédiées aux effectifs",
        "Participer aux comités organisés par le pilote nécessaires au fonctionnement du groupement de commandes",
    ):
        assert f'    citation: "{words}"\n    débiteur: membres\n' in by_hand.replace("    bénéficiaire: pilote\n", "")
        assert f'    citation: "{words}"\n    débiteur: membres\n' in said


def test_the_answer_in_json_fits_its_schema(tmp_path: Path) -> None:
    answer = answer_of("suggest", project=project(tmp_path, ARTICLE))
    assert [s["source"].get("id") for s in answer["suggestions"]] == [
        None,
        "coordonnateur-recenser-les-besoins",
        "comite-de-suivi-majorite",
    ]
    assert [one["article"] for one in answer["left"]] == ["1"]


def test_of_the_real_convention_every_sentence_has_been_read_already() -> None:
    assert run(ROOT).stdout == "Aucune règle à proposer.\n"
