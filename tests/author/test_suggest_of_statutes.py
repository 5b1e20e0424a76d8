"""`clausier suggest` on what statutes say: powers, terms, roles, quorums, notices, what is done in the indicative."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from clausier.author.suggest.formulas import rules_of
from clausier.compile import compile_project
from support.calling import called
from support.projects import written

A, AG, COMITE = "assemblee", "assemblee-generale", "comite-de-pilotage"
PEOPLE = {"metropole": "metropole-de-l-est", "commune-de-x": "commune-x", "port-autonome": "port"}
OF_WHOM = "{assiette: {ensemble: de tous les membres, présents: des présents, exprimés: des suffrages exprimés}}"


def said(sentence: str, body: str) -> list[dict[str, str]]:
    return [{"nature": one.kind, **dict(one.keys)} for one in rules_of(sentence, body, PEOPLE)]


def power(words: str, body: str, matter: str, what: str) -> dict[str, str]:
    return {
        "nature": "compétence",
        "citation": words,
        "instance": body,
        "objet": matter,
        "par": body,
        "donne": what,
    }


def duty(words: str, who: str, action: str) -> dict[str, str]:
    return {"nature": "obligation", "citation": words, "débiteur": who, "action": action}


@pytest.mark.parametrize(
    ("sentence", "body", "rules"),
    [
        (
            "Le comité de pilotage arrête la feuille de route annuelle.",
            "",
            [
                power(
                    "Le comité de pilotage arrête la feuille de route annuelle",
                    COMITE,
                    "feuille-de-route-annuelle",
                    "décision",
                )
            ],
        ),
        (
            # Of the article on the other committee, it is still this one that prepares.
            "Le comité technique prépare les décisions du comité de pilotage et assure le suivi du marché.",
            COMITE,
            [
                power(
                    "Le comité technique prépare les décisions du comité de pilotage",
                    "comite-technique",
                    "decisions-du-comite-de-pilotage",
                    "préparation",
                ),
                power("assure le suivi du marché", "comite-technique", "marche", "suivi"),
            ],
        ),
        (
            "Il décide des évolutions du service, sur proposition du comité technique.",
            COMITE,
            [
                power(
                    "Il décide des évolutions du service, sur proposition du comité technique",
                    COMITE,
                    "evolutions-du-service",
                    "décision",
                )
            ],
        ),
        (
            "Elle adopte, sur proposition du comité directeur, le règlement intérieur.",
            A,
            [
                power(
                    "Elle adopte, sur proposition du comité directeur, le règlement intérieur",
                    A,
                    "reglement-interieur",
                    "décision",
                )
            ],
        ),
        (
            "Il émet un avis sur toute demande d’adhésion.",
            COMITE,
            [power("Il émet un avis sur toute demande d’adhésion", COMITE, "demande-d-adhesion", "avis")],
        ),
        (
            "L’assemblée est seule compétente pour modifier les statuts et décider la dissolution.",
            A,
            [
                power(
                    "L’assemblée est seule compétente pour modifier les statuts et décider la dissolution",
                    A,
                    "modification-des-statuts",
                    "décision",
                ),
                power(
                    "L’assemblée est seule compétente pour modifier les statuts et décider la dissolution",
                    A,
                    "dissolution",
                    "décision",
                ),
            ],
        ),
        (
            # Of the article on the assembly, it is still the bureau.
            "Le bureau a compétence pour nommer le directeur.",
            A,
            [power("Le bureau a compétence pour nommer le directeur", "bureau", "directeur", "décision")],
        ),
        (
            # A body follows the works; a member who does has a task.
            "La métropole suit les travaux.",
            "",
            [duty("La métropole suit les travaux", "metropole", "suivre les travaux")],
        ),
        (
            "La commune de X assure la gestion de l’équipement et en supporte les dépenses.",
            "",
            [
                duty(
                    "La commune de X assure la gestion de l’équipement",
                    "commune-de-x",
                    "assurer la gestion de l’équipement",
                ),
                duty("en supporte les dépenses", "commune-de-x", "en supporter les dépenses"),
            ],
        ),
        (
            "Le comité de pilotage approuve le budget et transmet le compte rendu aux membres.",
            COMITE,
            [
                power("Le comité de pilotage approuve le budget", COMITE, "budget", "approbation"),
                duty("transmet le compte rendu aux membres", COMITE, "transmettre le compte rendu aux membres"),
            ],
        ),
        (
            "Le port autonome désigne un directeur.",  # a member, whatever it is called
            "",
            [
                {
                    "nature": "compétence",
                    "citation": "Le port autonome désigne un directeur",
                    "objet": "directeur",
                    "par": "port-autonome",
                    "donne": "décision",
                }
            ],
        ),
        (
            "Chaque commune transmet son budget au coordonnateur.",
            "",
            [
                duty(
                    "Chaque commune transmet son budget au coordonnateur",
                    "communes",
                    "transmettre son budget au coordonnateur",
                )
            ],
        ),
        (
            "La métropole est chargée de la passation du marché.",
            "",
            [
                duty(
                    "La métropole est chargée de la passation du marché",
                    "metropole",
                    "être chargée de la passation du marché",
                )
            ],
        ),
        (
            "Les membres doivent, sauf cas de force majeure, régler les factures.",
            "",
            [
                {
                    **duty(
                        "Les membres doivent, sauf cas de force majeure, régler les factures",
                        "membres",
                        "régler les factures",
                    ),
                    "si": "sauf cas de force majeure",
                }
            ],
        ),
        (
            "Les membres ne peuvent céder leurs droits, sauf accord écrit du pilote.",
            "",
            [
                {
                    "nature": "interdiction",
                    "citation": "Les membres ne peuvent céder leurs droits, sauf accord écrit du pilote",
                    "débiteur": "membres",
                    "action": "céder leurs droits",
                    "si": "sauf accord écrit du pilote",
                }
            ],
        ),
        (
            "La métropole est désignée coordonnateur du groupement.",
            "",
            [
                {
                    "nature": "définition",
                    "citation": "La métropole est désignée coordonnateur du groupement",
                    "objet": "coordonnateur",
                    "terme": "coordonnateur",
                    "désigne": "metropole-de-l-est",
                }
            ],
        ),
        (
            "On entend par « télétravail » tout travail fait hors des locaux.",
            "",
            [
                {
                    "nature": "définition",
                    "citation": "On entend par « télétravail » tout travail fait hors des locaux",
                    "terme": "télétravail",
                }
            ],
        ),
        (
            "L’espace numérique de travail (ci-après dénommé l’« ENT ») est ouvert à tous.",
            "",
            [
                {
                    "nature": "définition",
                    "citation": "L’espace numérique de travail (ci-après dénommé l’« ENT »)",
                    "terme": "ENT",
                }
            ],
        ),
        (
            "La convention est conclue pour une durée de quatre ans à compter de sa signature.",
            "",
            [
                {
                    "nature": "durée",
                    "citation": "pour une durée de {durée:durée} à compter de sa signature",
                    "objet": "convention",
                    "après": "signature",
                }
            ],
        ),
        (
            "L’assemblée générale est composée de l’ensemble des membres du groupement.",
            AG,
            [
                {
                    "nature": "composition",
                    "citation": "L’assemblée générale est composée de l’ensemble des membres du groupement",
                    "instance": AG,
                    "sièges": "membres",
                }
            ],
        ),
        (
            "Elle est convoquée par le président au moins dix jours avant la date de la réunion.",
            A,
            [
                {
                    "nature": "délai",
                    "citation": "au moins {durée:durée} avant la date de la réunion",
                    "instance": A,
                    "événement": "convocation",
                    "avant": A,
                }
            ],
        ),
        (
            # The exception is quoted too: a deadline that is dated shows it.
            "Sauf urgence, la convocation est notifiée au moins vingt et un jours avant la date de la réunion.",
            A,
            [
                {
                    "nature": "délai",
                    "citation": "Sauf urgence, la convocation est notifiée au moins {durée:durée} avant la date de la réunion",
                    "instance": A,
                    "événement": "convocation",
                    "avant": A,
                }
            ],
        ),
        (
            "Le comité syndical ne peut délibérer que si la majorité de ses membres en exercice est présente.",
            "comite-syndical",
            [
                {
                    "nature": "quorum",
                    "citation": "la majorité de ses membres en exercice est présente",
                    "instance": "comite-syndical",
                    "seuil": "plus de la moitié",
                }
            ],
        ),
        (
            "Le quorum est atteint lorsque la majorité de ses membres est présente.",
            "commission",
            [
                {
                    "nature": "quorum",
                    "citation": "la majorité de ses membres est présente",
                    "instance": "commission",
                    "seuil": "plus de la moitié",
                }
            ],
        ),
        (
            "Le quorum est atteint lorsque plus de la moitié des membres ayant voix délibérative sont présents.",
            "commission",
            [
                {
                    "nature": "quorum",
                    "citation": "{seuil:fraction} des membres ayant voix délibérative sont présents",
                    "instance": "commission",
                }
            ],
        ),
        (
            "La présence d’un tiers au moins des membres du conseil d’administration est nécessaire pour la validité des délibérations.",
            "conseil-d-administration",
            [
                {
                    "nature": "quorum",
                    "citation": "présence d’{seuil:fraction} au moins des membres du conseil d’administration",
                    "instance": "conseil-d-administration",
                }
            ],
        ),
        (
            # In an article on the assembly.
            "La présence de la moitié des membres du bureau est nécessaire à la validité de ses délibérations.",
            A,
            [
                {
                    "nature": "quorum",
                    "citation": "présence de {seuil:fraction} des membres du bureau",
                    "instance": "bureau",
                }
            ],
        ),
        (
            "Le quorum requis est, sur première convocation, du cinquième des associés ayant droit de vote.",
            A,
            [
                {
                    "nature": "quorum",
                    "citation": "Le quorum requis est, sur première convocation, du {seuil:fraction} des associés ayant droit de vote",
                    "instance": A,
                }
            ],
        ),
        (
            "Le quorum est fixé à la moitié des membres présents ou représentés.",
            A,
            [
                {
                    "nature": "quorum",
                    "citation": "Le quorum est fixé à {seuil:fraction} des membres présents ou représentés",
                    "instance": A,
                    "pouvoirs": "comptés",
                }
            ],
        ),
        (
            "L’assemblée ne délibère valablement que si les membres présents ou représentés détiennent au moins la moitié des droits statutaires.",
            A,
            [
                {
                    "nature": "quorum",
                    "citation": "que si les membres présents ou représentés détiennent au moins {seuil:fraction} des droits statutaires",
                    "instance": A,
                    "mesure": "voix",
                    "pouvoirs": "comptés",
                }
            ],
        ),
        (
            "À défaut de quorum, une nouvelle assemblée est convoquée à quinze jours d’intervalle et peut délibérer quel que soit le nombre des présents.",
            A,
            [
                {
                    "nature": "quorum",
                    "citation": "À défaut de quorum, une nouvelle assemblée est convoquée à {intervalle:durée} d’intervalle et peut délibérer quel que soit le nombre des présents",
                    "instance": A,
                    "convocation": "seconde",
                }
            ],
        ),
        (
            "À défaut, il est convoqué de nouveau dans un délai de huit jours et délibère sans condition de quorum.",
            COMITE,
            [
                {
                    "nature": "quorum",
                    "citation": "À défaut, il est convoqué de nouveau dans un délai de huit jours et délibère sans condition de quorum",
                    "instance": COMITE,
                    "convocation": "seconde",
                }
            ],
        ),
        (
            "Lorsque le quorum n’est pas atteint, le comité délibère sur seconde convocation sans condition de quorum.",
            COMITE,
            [
                {
                    "nature": "quorum",
                    "citation": "Lorsque le quorum n’est pas atteint, le comité délibère sur seconde convocation sans condition de quorum",
                    "instance": COMITE,
                    "convocation": "seconde",
                }
            ],
        ),
        (
            "Les décisions sont prises à la majorité des voix ; en cas de partage, la voix du président est prépondérante.",
            A,
            [
                {
                    "nature": "majorité",
                    "citation": "à la majorité des voix",
                    "instance": A,
                    "seuil": "plus de la moitié",
                    "interprétations": OF_WHOM,
                },
                {"nature": "voix-prépondérante", "citation": "la voix du président est prépondérante", "instance": A},
            ],
        ),
        (
            "Par dérogation, les modifications des statuts sont adoptées à la majorité des trois quarts des voix des associés présents ou représentés.",
            A,
            [
                {
                    "nature": "majorité",
                    "citation": "Par dérogation, les modifications des statuts sont adoptées à la majorité des {seuil:fraction} des voix des associés présents ou représentés",
                    "instance": A,
                    "objet": "modifications-des-statuts",
                    "assiette": "présents-ou-représentés",
                }
            ],
        ),
        (
            "Dans la présente convention, le terme « équipement » désigne la piscine et ses abords.",
            "",
            [
                {
                    "nature": "définition",
                    "citation": "Dans la présente convention, le terme « équipement » désigne la piscine et ses abords",
                    "terme": "équipement",
                }
            ],
        ),
        (
            "L’ordre du jour est adressé trente jours au moins avant la date fixée pour la réunion de l’assemblée générale.",
            "",
            [
                {
                    "nature": "délai",
                    "citation": "{durée:durée} au moins avant la date fixée pour la réunion de l’assemblée générale",
                    "instance": AG,
                    "événement": "ordre-du-jour",
                    "avant": AG,
                }
            ],
        ),
        (
            "Elle ne peut augmenter les engagements des associés.",
            A,
            [
                {
                    "nature": "interdiction",
                    "citation": "Elle ne peut augmenter les engagements des associés",
                    "débiteur": A,
                    "action": "augmenter les engagements des associés",
                }
            ],
        ),
        (
            # In short, it is the body of the article; what a body proposes and adopts is all that it decides.
            "Les propositions de la conférence sont adoptées à l’unanimité des membres présents.",
            "conference-intercommunale",
            [
                {
                    "nature": "majorité",
                    "citation": "à l’{seuil:fraction} des membres présents",
                    "instance": "conference-intercommunale",
                    "assiette": "présents",
                }
            ],
        ),
        (
            "Chaque membre du comité dispose d’une voix délibérative.",
            COMITE,
            [
                {
                    "nature": "voix",
                    "citation": "Chaque membre du comité dispose d’{voix:entier} voix délibérative",
                    "instance": COMITE,
                }
            ],
        ),
        (
            "Un même délégué ne peut être porteur que d’un seul pouvoir.",
            A,
            [{"nature": "pouvoir", "citation": "que d’{limite:entier} seul pouvoir", "instance": A}],
        ),
        (
            # Not a prohibition: a vote counts the proxies.
            "Chaque membre présent ne peut détenir plus de trois pouvoirs.",
            A,
            [{"nature": "pouvoir", "citation": "plus de {limite:entier} pouvoirs", "instance": A}],
        ),
        (
            "Tout membre empêché peut se faire représenter par un autre membre.",
            A,
            [
                {
                    "nature": "pouvoir",
                    "citation": "Tout membre empêché peut se faire représenter par un autre membre",
                    "instance": A,
                }
            ],
        ),
        (
            # A member is no body of which rules of votes speak.
            "La commune de X désigne un directeur.",
            "",
            [
                {
                    "nature": "compétence",
                    "citation": "La commune de X désigne un directeur",
                    "objet": "directeur",
                    "par": "commune-de-x",
                    "donne": "décision",
                }
            ],
        ),
        (
            "Un administrateur empêché peut donner pouvoir à un autre administrateur.",
            A,
            [
                {
                    "nature": "pouvoir",
                    "citation": "Un administrateur empêché peut donner pouvoir à un autre administrateur",
                    "instance": A,
                }
            ],
        ),
    ],
)
def test_what_statutes_say_is_read_whole(sentence: str, body: str, rules: list[dict[str, str]]) -> None:
    assert said(sentence, body) == rules


@pytest.mark.parametrize(
    "sentence",
    [
        # Where the aside ends, nothing says.
        "L’espace numérique de travail (ci-après dénommé l’« ENT », est ouvert à tous.",
        # More is said of whose votes count, and a rule would say less.
        "Les décisions sont prises à la majorité absolue des suffrages exprimés et des bulletins blancs.",
        "Les décisions sont prises à la majorité des deux tiers des membres présents, représentant au moins les deux tiers des voix.",
        "Les décisions sont prises à la majorité simple des suffrages exprimés dans chaque collège.",
        # For want of what?
        "À défaut, il délibère sans condition de quorum.",
        "À défaut d’accord, il est convoqué de nouveau et délibère sans condition de quorum.",
        # By whom, the words do not say: the body that they name is what is dissolved.
        "La révocation du comité directeur est votée à la majorité absolue des suffrages exprimés.",
        # No thing owes anything.
        "La durée des fonctions du syndic ne peut excéder trois années.",
        "L’avenant peut préciser les modalités.",
        "L’avenant fixe le prix du repas.",
        "Le salaire réel peut comprendre une partie variable.",
        "La réduction d’horaire peut conduire à un repos.",
        "Une ou plusieurs réunions peuvent se tenir à sa demande.",
        # Of two things for which it is competent, one is not known.
        "L’assemblée est compétente pour approuver les comptes et gérer le site.",
        # Their words hold more than one thing that is said.
        "La jouissance du logement est précaire et ne peut continuer au-delà du contrat.",
        "Les parties rappellent que les entreprises sont tenues de remettre une notice.",
        "L’employeur doit signaler le maintien et informe l’organisme de la cessation.",
        "Le pilote ne peut conduire, sauf accord des membres, à une hausse des tarifs.",
        "Les membres tiennent à affirmer leur volonté.",
        "Les membres décident de sous-traiter la collecte.",
        "Les membres décident de créer une association et fixent ses statuts.",
        "Les membres décident de la mise en place au niveau national d’une commission paritaire de suivi de la convention.",
        "La commission attribue aux communes les aides de l’année.",
        # It does so in some cases only.
        "L’assemblée approuve les comptes si le commissaire les a certifiés.",
        "L’assemblée est compétente pour approuver les comptes si le commissaire les a certifiés.",
        "L’assemblée ne décide pas des emprunts.",
        # « Elle » is no committee; and of two verbs, one is not known.
        "Elle arrête le budget.",
        "Elle est compétente pour arrêter le budget.",
        "Elle ne peut céder ses droits.",
        "Le comité de pilotage approuve le budget et rejette les offres.",
        "Le comité de pilotage décide de gérer en commun l’équipement.",
        # One of two, or two of three?
        "Nul ne peut recevoir deux pouvoirs.",
        "Chaque commune dispose de trois voix.",
        "Chaque membre du bureau dispose de deux voix.",
        "L’ordre du jour est adressé dix jours au moins avant la réunion du bureau.",
        # Since when?
        "La convention est conclue pour une durée de trois ans, renouvelable par tacite reconduction.",
    ],
)
def test_what_is_not_plain_in_statutes_is_left_alone(sentence: str) -> None:
    assert said(sentence, COMITE) == []


INDEX = (
    "id: essai\ntitre: Essai\nsignature: 2020-01-01\n"
    "parties:\n  - {id: region-est, nom: Région Est}\n  - {id: commune-a, nom: Commune A}\n  - {id: commune-b, nom: Commune B}\n"
)


def suggested(root: Path, article: str, rules: str = "") -> str:
    files = {"convention.yml": INDEX, "01.md": article, **({"01.regles.yml": rules} if rules else {})}
    return called("suggest", project=written(root / "convention", files).parent).stdout


def test_items_say_what_a_body_is_competent_for_and_what_terms_mean(tmp_path: Path) -> None:
    said = suggested(
        tmp_path,
        "# Article 1 – Assemblée générale\n\nL’assemblée générale est compétente pour :\n\n- approuver les comptes ;\n- adopter le budget ;\n- un dossier.\n\n"
        "Elle délibère sur :\n\n- la nomination du directeur ;\n- vendre le site.\n\nOn entend par :\n\n- « site » : le lieu de l’enquête.\n",
    )
    for words, matter, given in (
        ("approuver les comptes", "comptes", "approbation"),
        ("adopter le budget", "budget", "décision"),
        ("la nomination du directeur", "nomination-du-directeur", "décision"),
    ):
        assert (
            f'    citation: "{words}"\n    instance: {AG}\n    objet: {matter}\n    par: {AG}\n    donne: {given}\n'
            in said
        )
    assert "dossier" not in said
    assert "vendre" not in said
    assert '    citation: "« site » : le lieu de l’enquête"\n    terme: site\n'.replace(
        "« ", "«\u00a0"
    ) in said.replace("« ", "«\u00a0")
    assert said.count("motif: introduction") == 3


def test_il_is_the_last_body_that_was_spoken_of_and_nobody_after_a_president(tmp_path: Path) -> None:
    said = suggested(
        tmp_path,
        "# Article 1 – Comité de pilotage\n\nLe comité de pilotage se réunit une fois par an. Les séances sont publiques. Il arrête le budget. Le bureau prépare les séances. "
        "Il approuve les comptes. Le président convoque les membres. Il fixe les tarifs.\n",
    )
    assert "objet: budget\n    par: comite-de-pilotage\n" in said
    assert "objet: comptes\n    par: bureau\n" in said
    assert "tarifs" not in said


def test_members_and_bodies_bear_the_ids_that_they_have(tmp_path: Path) -> None:
    rules = 'règles:\n  - {id: ag-periodicite, nature: périodicité, article: "1", citation: "se réunit {rythme:périodicité}", instance: ag}\n'
    said = suggested(
        tmp_path,
        "# Article 1 – Assemblée générale\n\nL’assemblée générale se réunit une fois par an. Elle approuve les comptes.\n\n"
        "Le bureau prépare l’assemblée générale.\n\nLa Région transmet les comptes. La commune A transmet son budget. La commune tient un registre.\n",
        rules,
    )
    assert "    instance: ag\n    objet: comptes\n    par: ag\n" in said
    assert "    objet: assemblee-generale\n    par: bureau\n" in said  # what is prepared is no body that acts
    assert "    débiteur: region-est\n    action: transmettre les comptes\n" in said
    assert "    débiteur: commune-a\n" in said
    assert "    débiteur: commune\n" in said  # one of two: which, nothing says


def test_two_rules_on_one_matter_name_it_alike(tmp_path: Path) -> None:
    said = suggested(
        tmp_path,
        "# Article 1 – Assemblée générale\n\nL’assemblée générale décide de toute modification de la convention.\n\n"
        "Les modifications de la convention sont adoptées à l’unanimité de ses membres.\n",
    )
    assert said.count("    objet: modification-de-la-convention\n") == 2


def test_a_table_of_votes_is_read_where_its_article_is_on_a_body_and_its_rows_are_members(tmp_path: Path) -> None:
    table = "\n\nLes voix sont les suivantes :\n\n| Membre | Voix |\n|---|---|\n| Région Est | 3 |\n| Commune A | 2 |\n| {last} | 1 |\n"
    other = "\n\nSont présents :\n\n| Membre | Salle |\n|---|---|\n| Région Est | 3 |"
    said = suggested(tmp_path / "a", "# Article 1 – Bureau" + other + table.format(last="Commune B"))
    assert (
        "  # «\u00a0Membre | Voix\u00a0»\n  - id: bureau-voix\n"
        '    nature: voix\n    article: "1"\n    instance: bureau\n    tableau: {membre: "Membre", voix: "Voix"}\n'
        in said
    )
    assert "tableau" not in suggested(tmp_path / "b", "# Article 1 – Bureau" + table.format(last="Commune Z"))
    assert "tableau" not in suggested(tmp_path / "c", "# Article 1 – Votes" + table.format(last="Commune B"))


COLLEGES = """\
règles:
  - {id: a, nature: composition, article: "1", citation: "la Région", instance: ag, collège: regions, sièges: region-est}
  - {id: b, nature: composition, article: "1", citation: "les communes", instance: ag, collège: communes, sièges: maires, tenu-par: [commune-a, commune-b]}
"""


def test_what_each_college_has_is_a_rule_for_each_where_none_has_seats_that_would_share_it(tmp_path: Path) -> None:
    article = (
        "# Article 1 – Collèges\n\nDeux collèges : la Région et les communes.\n\nChaque collège dispose de dix voix.\n"
    )
    said = suggested(tmp_path / "a", article, COLLEGES)
    for college in ("regions", "communes"):
        assert (
            f'  - id: ag-voix-{college}\n    nature: voix\n    article: "1"\n    citation: "Chaque collège dispose de {{voix:entier}} voix"\n'
            f"    instance: ag\n    collège: {college}\n"
        ) in said
    several = COLLEGES.replace("sièges: maires, tenu-par:", "sièges:")
    assert "voix:entier" not in suggested(tmp_path / "b", article, several)


def test_a_body_has_one_rule_on_proxies(tmp_path: Path) -> None:
    words = "# Article 1 – Bureau\n\nUn membre empêché peut donner pouvoir à un autre membre.\n\nNul ne peut détenir plus de deux pouvoirs.\n"
    rule = 'règles:\n  - {id: b, nature: pouvoir, article: "1", citation: "plus de {limite:entier} pouvoirs", instance: bureau}\n'
    another = 'règles:\n  - {id: b, nature: composition, article: "1", citation: "Un membre", instance: bureau, sièges: membres}\n'
    for name, rules in {"a": "", "b": another}.items():
        said = suggested(tmp_path / name, words, rules)
        assert said.count("nature: pouvoir") == 1
        assert "plus de {limite:entier} pouvoirs" in said
    assert "nature: pouvoir" not in suggested(tmp_path / "c", words, rule)


def test_the_rules_of_statutes_can_be_copied_and_leave_no_finding(tmp_path: Path) -> None:
    article = (
        "# Article 1 – Assemblée générale\n\nL’assemblée générale est composée de l’ensemble des membres.\n\nChaque membre dispose d’une voix.\n\n"
        "Elle est convoquée par le président quinze jours au moins à l’avance.\n\n"
        "Elle ne délibère valablement que si la moitié de ses membres sont présents.\n\n"
        "À défaut de quorum, une nouvelle assemblée est convoquée à huit jours d’intervalle et délibère quel que soit le nombre des présents.\n\n"
        "Nul ne peut détenir plus d’un pouvoir.\n\nLes décisions sont prises à la majorité des suffrages exprimés.\n\n"
        "Toutefois, les modifications des statuts sont adoptées à la majorité des deux tiers des voix des membres présents ou représentés.\n"
    )
    said = suggested(tmp_path, article)
    (tmp_path / "convention/01.regles.yml").write_text(said, encoding="utf-8")
    compiled, found = compile_project(tmp_path)
    assert compiled
    assert len(compiled.rules.rules) == 8
    assert found == ()


def test_a_line_without_a_verb_takes_no_longer_than_its_words() -> None:
    begun = time.process_time()
    for line in (
        "les établissements d’enseignement professionnel ;",
        "les entreprises d’architecture intérieure habituelle ;",
    ):
        assert said(line, COMITE) == []
    assert time.process_time() - begun < 1
