"""What the site says of who can win and block, who owes what, and when: of the real text, and of a council worked out by hand."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import icalendar as reader
import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has no types, and no stubs here

from clausier.compile import Compiled
from decide.council import TEXTS
from decide.council import text as governance
from support.paged import pages_of, words
from support.projects import sound, written

CONVENTION = """\
id: conseil
titre: Convention d’un conseil
signature: 2023-03-15
parties:
  - {id: a, nom: Commune A}
  - {id: b, nom: Commune B}
  - {id: c, nom: Commune C}
événements: {seance: 2024-05-10, notification: 2024-01-31}
"""
ARTICLE = """\
# Article 1 – Le conseil

Chaque commune siège au conseil. Il décide à la majorité des deux tiers des voix.

| Commune | Voix |
|---|---|
| Commune A | 3 |
| Commune B | 1 |
| Commune C | 1 |

Le conseil se réunit chaque semestre. Le bureau se réunit chaque mois. L’équipe se réunit chaque semaine. Le congrès se réunit tous les deux ans.

La convocation part au moins huit jours avant la séance. Le rapport est remis dans les dix jours après le bilan. Le marché dure deux ans à compter de la notification.

La Commune A préside. Le président rend compte à chaque commune dans un délai raisonnable. Chaque commune peut proposer. Nul ne vote pour autrui. Un registre est tenu.
"""
RULES = """\
règles:
  - {id: siege, nature: composition, article: "1", citation: Chaque commune siège au conseil, instance: conseil, sièges: membres}
  - {id: voix, nature: voix, article: "1", instance: conseil, tableau: {membre: Commune, voix: Voix}}
  - {id: deux-tiers, nature: majorité, article: "1", citation: "à la majorité des {s:fraction} des voix", instance: conseil, assiette: ensemble}
  - {id: semestre, nature: périodicité, article: "1", citation: "conseil se réunit {r:périodicité}", instance: conseil}
  - {id: mois, nature: périodicité, article: "1", citation: "bureau se réunit {r:périodicité}", instance: bureau}
  - {id: semaine, nature: périodicité, article: "1", citation: "équipe se réunit {r:périodicité}", instance: equipe}
  - {id: congres, nature: périodicité, article: "1", citation: "congrès se réunit {r:périodicité}", instance: congres}
  - {id: convocation, nature: délai, article: "1", citation: "au moins {d:durée} avant la séance", événement: convocation, avant: seance}
  - {id: rapport, nature: délai, article: "1", citation: "dans les {d:durée} après le bilan", événement: rapport, après: bilan}
  - {id: duree, nature: durée, article: "1", citation: "dure {d:durée}", objet: marche, après: notification}
  - {id: president, nature: définition, article: "1", citation: La Commune A préside, objet: president, terme: président, désigne: a}
  - {id: compte, nature: obligation, article: "1", citation: "rend compte à chaque commune {délai:texte}.", débiteur: president, bénéficiaire: membres, action: rendre compte}
  - {id: proposer, nature: permission, article: "1", citation: Chaque commune peut proposer, débiteur: membres, action: proposer}
  - {id: autrui, nature: interdiction, article: "1", citation: Nul ne vote pour autrui, débiteur: membres, action: voter pour autrui}
  - {id: registre, nature: obligation, article: "1", citation: Un registre est tenu}
"""


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the council, and its calendar file, by path below `docs/`."""
    return of_rules(RULES, tmp_path_factory.mktemp("council"))


def of_rules(rules: str, root: Path) -> dict[str, str]:
    """The pages of the council where these are its rules."""
    written(root / "convention", {"convention.yml": CONVENTION, "01.md": ARTICLE, "01.regles.yml": rules})
    return pages_of(sound(root), root)


def section(page: str, anchor: str) -> str:
    return page.partition(f"{{#{anchor}}}")[2].partition("\n## ")[0]


def test_a_seat_that_can_block_and_those_who_win_are_named(council: dict[str, str]) -> None:
    """3 + 1 + 1 votes, of which two thirds are 3 1/3: A needs one other, and B with C, who leave A three, blocks."""
    conseil = section(council["coalitions.md"], "conseil")
    said = words(conseil)
    assert "Il faut 10/3 voix sur 5 (avec ces sièges, 4 au moins)." in said
    assert "Peut bloquer seul : Commune A (les autres ont 2 voix)." in said
    assert "Gagnent, au moins : Commune A + 1 des 2 sièges à 1 voix (2 coalitions)." in said
    assert "Bloquent, au moins : Commune A Commune B + Commune C Ce que" in said
    # A turns the vote in three coalitions, B and C in one each; in four orders of six, and one each.
    assert "Commune A 3 (60,0 %) 60,0 % 66,7 % Commune B 1 (20,0 %) 20,0 % 16,7 %" in said
    assert "«\u00a0Il décide à la majorité des deux tiers des voix.\u00a0»" in conseil
    assert 'href="regles.html#deux-tiers"' in conseil
    assert 'href="articles/1.html#al-1"' in conseil
    assert "Aucune règle ne dit qui siège, et rien ne se calcule : Bureau, Équipe, Congrès." in words(
        council["coalitions.md"]
    )


def test_a_seat_without_whose_vote_nothing_passes_is_named(tmp_path: Path) -> None:
    rules = RULES.replace("assiette: ensemble}", "toutes: [{assiette: ensemble}, {requis: b}]}")
    page = of_rules(rules, tmp_path)["coalitions.md"]
    assert "Il faut 10/3 voix sur 5 (avec ces sièges, 4 au moins) et le vote favorable du siège Commune B." in words(
        section(page, "conseil")
    )
    assert "10/3 voix sur 5 (avec ces sièges, 4 au moins) et le vote favorable du siège Commune B" in words(
        page.partition("\n## ")[0]
    )


def test_coalitions_of_the_real_text_are_told_by_sorts_of_seats(real_pages: dict[str, str]) -> None:
    page = real_pages["coalitions.md"]
    cogouv = words(section(page, "cogouv"))
    moselle, alsace = "Département de la Moselle", "Collectivité européenne d’Alsace"
    assert f"Région Grand Est + {moselle} + {alsace} + 4 des 7 sièges à 1 voix (35 coalitions)" in cogouv
    assert f"({moselle} ou {alsace}) + 2 des 7 sièges à 1 voix (42 coalitions)" in cogouv
    assert "La réponse est la même sous les 3 lectures possibles." in cogouv
    ag = words(section(page, "ag"))
    assert "Aucune règle n’énonce de majorité" in ag
    assert ag.count("Si l’on retient") == 4  # two votes of the AA or one; a half or all
    assert "Gagnent, au moins : 7 des 12 sièges (792 coalitions)." in ag
    assert "Gagnent, au moins : tous les sièges (11)." in ag
    costrat = words(section(page, "costrat"))
    assert "Indéterminé : le texte ne dit pas qui siège dans « AA » ( 8.2, al. 6 )" in costrat
    assert "Il faut" not in costrat


def test_whoever_sits_where_nobody_is_named_is_told_with_the_rule_that_says_so() -> None:
    page = pages_of(governance("association"), TEXTS / "association")["coalitions.md"]
    assert "Indéterminé : le texte ne dit pas qui siège dans « AG » ( 1, al. 1 )" in words(page)


def test_all_bodies_stand_in_brief_first(real_pages: dict[str, str]) -> None:
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>', real_pages["coalitions.md"])
    brief = {words(body): (words(needed), words(veto)) for body, needed, veto in rows[:4]}
    assert brief["COGOUV, évolution structurante"] == ("12 voix sur 15", "Région Grand Est")
    assert brief["COSTRAT"] == ("indéterminé", "indéterminé")
    assert brief["CST"] == (
        "selon la lecture : 6 sièges sur 10, ou 10 sièges sur 10",
        "selon la lecture : personne, ou chaque siège",
    )


def test_a_rule_of_a_body_says_what_matter_it_is_about(real_pages: dict[str, str]) -> None:
    page = words(real_pages["gouvernance.md"])
    assert "(évolution structurante) ( 8.3, al. 6 )." in page
    assert not re.search(r"\(\s*\)", page)


def test_colleges_seats_and_data_are_called_as_the_text_spells_them(real_pages: dict[str, str]) -> None:
    page = words(real_pages["gouvernance.md"])
    assert "Le collège « AA » comprend, avec droit de vote" in page
    assert "plus de la moitié de la donnée « élèves » des membres" in page
    communes = words(pages_of(governance("communes"), TEXTS / "communes")["gouvernance.md"])
    assert "l’accord ou la présence de La Ville" in communes
    assert "Les voix de chaque siège dépendent de la donnée « population » ( 2, al. 1 )." in communes
    assert "Le collège « associations » comprend, avec droit de vote : ceux qui sont désignés ( 2, al. 1 )." in communes


def test_a_member_owes_what_all_owe_and_what_its_roles_do(council: dict[str, str]) -> None:
    page = council["obligations.md"]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', page)
    assert [(words(member), re.findall("<td>(.*?)</td>", rest)[1:]) for member, rest in rows] == [
        ("Commune A", ["1", "1", "1"]),
        ("Commune B", ["0", "1", "1"]),
        ("Commune C", ["0", "1", "1"]),
    ]
    assert re.findall('href="#([^"]+)"', rows[0][1]) == ["chaque-membre", "president"]
    assert re.findall("^## .* {#(.*)}$", page, re.MULTILINE) == ["chaque-membre", "president", "non-dit"]
    lines = r"(?:<strong>|<li>)(.*?)(?:</strong>|\u00a0;|\.\n)"
    assert [re.findall(lines, section(page, name)) for name in ("chaque-membre", "president", "non-dit")] == [
        ["Peut", "Proposer", "Ne doit pas", "Voter pour autrui"],
        ["Doit", "Rendre compte"],
        ["Doit", "Un registre est tenu"],
    ]
    president = words(section(page, "president"))
    assert president.startswith("C’est : Commune A. « La Commune A préside. »")
    assert "Rendre compte ; envers : les membres ; délai : « dans un délai raisonnable »." in president
    assert "Le texte disponible ne dit pas qui c’est" not in page


def test_what_the_text_does_not_say_of_who_owes_is_said(real_pages: dict[str, str]) -> None:
    page = real_pages["obligations.md"]
    assert "Le texte disponible ne dit pas qui c’est" in section(page, "titulaire-du-marche")
    assert "Le texte disponible ne dit pas qui c’est" not in section(page, "pilote")
    assert "n’est pas disponible peuvent en dire plus : la convention elle-même, 1, 3, 4, 5, 6, 6.1, 6.2, 7." in words(
        page
    )


@pytest.mark.parametrize("path", ["coalitions.md", "obligations.md", "calendrier.md"])
def test_every_statement_leads_to_its_words_and_its_rule(real_pages: dict[str, str], path: str) -> None:
    grounds = re.findall(r'<p class="ground">(.*?)</p>', real_pages[path])
    assert grounds
    rules = set(re.findall(r"\{#([^}]+)\}$", real_pages["regles.md"], re.MULTILINE))
    for ground in grounds:
        assert re.match('<span class="words">«\u00a0.+\u00a0»</span> <span><a href="(articles|avenants)/', ground), (
            ground
        )
        assert re.findall(r'href="regles.html#([^"]+)"', ground)[0] in rules


def test_what_comes_back_has_its_last_days(council: dict[str, str]) -> None:
    said = words(section(council["calendrier.md"], "revient"))
    semester = "Conseil : au moins une fois tous les 6 mois, au plus tard le 30 juin et le 31 décembre, à partir du 1er juillet 2023."
    assert semester in said
    assert (
        "Bureau : au moins une fois par mois, au plus tard le dernier jour du mois, à partir du 1er avril 2023." in said
    )
    assert "Équipe : au moins une fois par semaine, à partir du 20 mars 2023." in said  # a Monday
    assert "Congrès : au moins une fois tous les 2 ans ; rien ne dit quand commence une telle période." in said
    row = (
        section(council["calendrier.md"], "revient").partition('<th scope="row">Conseil</th>')[2].partition("</tr>")[0]
    )
    assert re.findall('<td colspan="(\\d+)">', row) == ["6", "6"]


def test_what_is_counted_from_an_event_has_a_day_where_the_event_has(council: dict[str, str]) -> None:
    said = words(section(council["calendrier.md"], "evenements"))
    assert "2 mai 2024 : convocation : dernier jour (avant séance, le 10 mai 2024)." in said
    assert "Sans jour connu : aucun jour n’est enregistré pour « bilan »." in said
    assert said.count("Sans jour connu") == 1
    assert "30 janvier 2026 : marché : prend fin ce jour au soir (depuis notification, le 31 janvier 2024)." in said


def entries(file: str) -> dict[str, Any]:
    return {str(item["UID"]): item for item in reader.Calendar.from_ical(file).walk() if item.name == "VEVENT"}


def test_the_file_holds_what_comes_back_and_what_has_a_day(council: dict[str, str]) -> None:
    assert 'href="calendrier.ics" download' in council["calendrier.md"]
    found = entries(council["calendrier.ics"])
    assert set(found) == {
        f"{key}@conseil" for key in ("semestre", "mois", "semaine", "convocation.2024-1", "duree.2024-1")
    }
    days = {uid: item["DTSTART"].dt for uid, item in found.items()}
    assert days["convocation.2024-1@conseil"] == datetime.date(2024, 5, 2)
    assert "RRULE" not in found["convocation.2024-1@conseil"]
    semester = found["semestre@conseil"]
    assert "«\u00a0Le conseil se réunit chaque semestre.\u00a0»" in str(semester["DESCRIPTION"])
    assert str(semester["SUMMARY"]) == "Conseil\u00a0: dernier jour du semestre, au moins une réunion"


@pytest.mark.parametrize(
    ("uid", "ends"),
    [
        ("semestre@conseil", ["2023-12-31", "2024-06-30", "2024-12-31"]),
        ("mois@conseil", ["2023-04-30", "2023-05-31", "2023-06-30"]),
        ("semaine@conseil", ["2023-03-26", "2023-04-02", "2023-04-09"]),
    ],
)
def test_an_entry_comes_back_on_the_last_day_of_each_period(council: dict[str, str], uid: str, ends: list[str]) -> None:
    item = entries(council["calendrier.ics"])[uid]
    first = datetime.datetime.combine(item["DTSTART"].dt, datetime.time())
    rule = rrulestr(item["RRULE"].to_ical().decode(), dtstart=first)
    found = [str(day.date()) for day in rule.between(first, first + datetime.timedelta(366), inc=True)]
    assert found[: len(ends)] == ends
    assert ("2024-02-29" in found) is (uid == "mois@conseil")  # the last day of February, in a leap year


def test_a_rhythm_that_can_be_understood_in_two_ways_is_two_entries(real_pages: dict[str, str]) -> None:
    found = entries(real_pages["calendrier.ics"])
    said = {uid: str(item["SUMMARY"]) for uid, item in found.items() if uid.startswith("costrat")}
    assert said == {
        "costrat-semestriel.semestriel@ent-grand-est": "COSTRAT\u00a0: dernier jour du semestre, au moins une réunion "
        "(si l’on comprend «\u00a0une réunion par semestre\u00a0»)",
        "costrat-semestriel.annuel@ent-grand-est": "COSTRAT\u00a0: dernier jour de l’année, au moins une réunion "
        "(si l’on comprend «\u00a0une réunion par an suffit\u00a0»)",
    }
    assert all(item["DTSTART"].dt.year == 2023 for item in found.values())  # certainly in force since 31 December 2022


def test_sentences_that_no_rule_states_are_counted(council: dict[str, str], tmp_path: Path) -> None:
    unread = of_rules(RULES.replace(RULES.splitlines(keepends=True)[-1], ""), tmp_path)
    for page in ("obligations.md", "calendrier.md"):
        assert "encore été lue" not in council[page]
        told = '<a href="couverture.html">1\u00a0phrase</a> du texte disponible n’a pas encore été lue comme règle, et peut en dire plus.'
        assert told in unread[page]


def test_a_convention_without_rules_says_that_it_has_none(essai: Compiled, essai_root: Path) -> None:
    found = pages_of(essai, essai_root)
    assert "Aucune règle" in found["obligations.md"]
    assert "Aucune règle" in found["calendrier.md"]
    assert "simul" not in found["coalitions.md"]
    assert "Aucune règle" in found["coalitions.md"]
    assert "Télécharger" not in found["calendrier.md"]
    assert entries(found["calendrier.ics"]) == {}
