"""An article of an amendment that does not say what it changes is told the header that its sentences order, ready to be pasted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.author.new import new_project
from clausier.compile import Compiled, compile_project
from clausier.emit.markdown import version_markdown
from support.literate import read_case, write_sources
from support.projects import sound

CASES = Path(__file__).parents[1] / "cases"
HEADER = re.compile(r"\A---\n(?P<matter>.*?)^---\n", re.DOTALL | re.MULTILINE)
PASTED = re.compile(r"opérations: \[.*\]\Z")
# What an operation may say that its sentence does not.
SAID_BY_A_PERSON = ("non-disponible", "après-acte", "note-d-édition", "en-vigueur", "lecture", "empreinte")
SAYS = {
    # Those who join, leave, change their name, become one.
    "La Ville de Metz adhère au groupement à compter du 1er juin 2026.": (
        '[{adhésion: "ville-de-metz", nom: "Ville de Metz", en-vigueur: "2026-06-01"}]'
    ),
    "La Ville de Metz adhère au groupement. La Commune B se retire du groupement.": (
        '[{adhésion: "ville-de-metz", nom: "Ville de Metz"}, {retrait: "commune-b"}]'
    ),
    "La Commune B prend le nom de « Bourg-sur-Eau ».": '[{dénomination: "commune-b", nom: "Bourg-sur-Eau"}]',
    "La Commune A et la Commune B fusionnent pour former la Commune AB.": (
        '[{fusion: ["commune-a", "commune-b"], en: "commune-ab", nom: "Commune AB"}]'
    ),
    "L’article 4 est ainsi rédigé :\n\n> « Chacun paie sa part. »": '[{remplacer: "4"}]',
    "À l’article 4, les mots « à parts égales » sont remplacés par les mots « par moitié ».": (
        '[{remplacer-mots: "4", mots: "à parts égales", par: "par moitié"}]'
    ),
    "L’article 5 est abrogé. L’article 2 est complété par un 5° ainsi rédigé :\n\n> - « 5° De payer. »": (
        '[{abroger: "5"}, {compléter: "2"}]'
    ),
    "Les articles 4 et 5 deviennent respectivement les articles 5 et 6.": '[{renuméroter: ["4", "5"], en: ["5", "6"]}]',
    "Après l’article 4, il est inséré un article 4 bis ainsi rédigé :\n\n> « Il est payé à trente jours. »": (
        '[{insérer-après: "4", en: "4 bis"}]'
    ),
    # Each line of a list is of what the line above it announces.
    "L’article 4 est ainsi modifié :\n\n1° Les mots « à parts égales » sont supprimés ;\n\n2° Il est ajouté un alinéa ainsi rédigé :\n\n> « Un. »": (
        '[{supprimer-mots: "4", mots: "à parts égales"}, {compléter: "4"}]'
    ),
    "L’article 4 est ainsi modifié :\n\n- les mots « à parts égales » sont supprimés ;\n- il est ajouté un alinéa ainsi rédigé :\n\n> « Un. »": (
        '[{supprimer-mots: "4", mots: "à parts égales"}, {compléter: "4"}]'
    ),
    "À l’article 4 :\n\n- les mots « à parts égales » sont supprimés ;\n- la première phrase est supprimée.": (
        '[{supprimer-mots: "4", mots: "à parts égales"}, {supprimer: "4, phr. 1"}]'
    ),
    # A figure that is told without the words of the text.
    "La durée du marché fixée à l’article 5 est portée de quatre à cinq ans.": (
        '[{remplacer-mots: "5, al. 1", mots: "quatre ans", par: "cinq ans"}]'
    ),
    "L’article 2 est ainsi modifié :\n\n1° Le 3° est supprimé ;\n\n2° Il est ajouté un 5° ainsi rédigé :\n\n> - « 5° De payer. »": (
        '[{abroger: "2, 3°"}, {compléter: "2"}]'
    ),
    "Le présent avenant a pour objet de remplacer les mots « à parts égales » par les mots « par moitié » à l’article 4.": (
        '[{remplacer-mots: "4", mots: "à parts égales", par: "par moitié"}]'
    ),
    # An item of which another takes the label leaves nothing: its line is named by its rank.
    "L’article 2 est ainsi modifié :\n\n1° Le 3° est supprimé ;\n\n2° Le 4° devient le 3°.": (
        '[{supprimer: "2, al. 5"}, {renuméroter: "2, 4°", en: "3°"}]'
    ),
    # What is said to stay as it is orders nothing.
    "L’article 5 est abrogé. Le reste de la convention est sans changement.": '[{abroger: "5"}]',
    "La convention est résiliée au 31 décembre 2027.": '[{expirer: "*", en-vigueur: "2028-01-01"}]',
    "À l’article 2, le mot « De » est supprimé, à chaque occurrence.": (
        '[{supprimer-mots: "2", mots: "De", occurrences: "toutes"}]'
    ),
    # The alinéas of a part are counted in it.
    "Au premier alinéa du 2° de l’article 2, le mot « dossier » est supprimé.": (
        '[{supprimer-mots: "2, 2°, al. 1", mots: "dossier"}]'
    ),
    # Words at the end of an item go after its last ones, before its stop.
    "Le 1° de l’article 2 est complété par les mots : « et de leurs écoles ».": (
        '[{insérer-mots: "2, 1°", mots: "et de leurs écoles", après: "membres"}]'
    ),
    # The first annex stands behind the last article.
    "Il est créé une annexe 1 ainsi rédigée :\n\n> « Un. »": '[{insérer-après: "5", en: "annexe 1"}]',
    # Another amendment of the project is named by its number, and by its day where that is said.
    "À l’article 3 de l’avenant n° 1, les mots « chaque année » sont remplacés par les mots « deux fois par an ».": (
        '[{remplacer-mots: "avenant-1, 3", mots: "chaque année", par: "deux fois par an"}]'
    ),
    "À l’article 3 de l’avenant n° 1 du 10 mars 2025, les mots « chaque année » sont supprimés.": (
        '[{supprimer-mots: "avenant-1, 3", mots: "chaque année"}]'
    ),
    "L’article 3 de l’avenant n° 1 est abrogé.": '[{abroger: "avenant-1, 3"}]',
    "L’article 3 de l’avenant n° 1 est abrogé. Le reste est inchangé.": '[{abroger: "avenant-1, 3"}]',
}
MARKED = {
    # Straight quotes that open each line again.
    'L’article 4 est ainsi rédigé :\n\n"Un.\n\n"Deux."': ("lignes 5 à 7", '[{remplacer: "4"}]'),
    "L’article 4 est ainsi rédigé :\n\n« Chacun paie sa part. »": ("ligne 5", '[{remplacer: "4"}]'),
    # As typed in the editor of a forge: no blank line, quotes of the keyboard, the heading in its words.
    'L’article 4 est ainsi rédigé :\n"Article 4 – Coûts\n\nChacun paie sa part.\n\nIl la paie "seul"."': (
        "lignes 4 à 8",
        '[{remplacer: "4"}]',
    ),
    "L’article 4 est complété par deux alinéas ainsi rédigés :\n\n« Un.\n\n« Deux. »": (
        "lignes 5 à 7",
        '[{compléter: "4"}]',
    ),
    "L’article 4 est ainsi rédigé :\n\n« Chacun paie :\n\n« Sa part. »\n\nRien de plus. »": (
        "lignes 5 à 9",
        '[{remplacer: "4"}]',
    ),
    # A guillemet opens each line again, and another sentence has words of its own.
    "L’article 4 est complété par deux alinéas ainsi rédigés :\n\n« Un.\n\n« Deux. »\n\nÀ l’article 5, les mots « quatre ans » sont supprimés.": (
        "lignes 5 à 7",
        '[{compléter: "4"}, {supprimer-mots: "5", mots: "quatre ans"}]',
    ),
    "L’article 2 est complété par un 5° ainsi rédigé :\n\n- « 5° De payer. »\n\nL’article 5 est complété par : \n\n« Un. »": (
        "ligne 5, ligne 9",
        '[{compléter: "2"}, {compléter: "5"}]',
    ),
    "Au tableau de l’article 3.1, la ligne « Commune B » est remplacée par :\n\n| Membre | Nombre de voix |\n|---|---|\n| Commune B | 3 |": (
        "lignes 5 à 7",
        '[{remplacer-ligne: "3.1, tableau, ligne \\"Commune B\\""}]',
    ),
}
WHY = {
    # A guillemet of the new text is not closed.
    "L’article 4 est ainsi rédigé :\n\n> « Chacun « paie sa part »": "on ne sait pas quels guillemets enferment ce texte nouveau",
    "Les autres stipulations de la convention demeurent inchangées.": "sans-effet: clause de maintien",
    "Le présent avenant entre en vigueur à sa signature.": "sans-effet: entrée en vigueur",
    "L’avenant n° 2 entrera en vigueur le 1er juin 2026.": "sans-effet: entrée en vigueur",
    # When something happens is no clause of entry into force, nor is another act's.
    "L’article 4 est caduc dès l’entrée en vigueur du présent avenant.": "ces mots ne sont d’aucune",
    "L’avenant n° 1 est retiré avant son entrée en vigueur.": "« annuler: avenant-1 »",
    "L’avenant n° 1 est annulé et remplacé par le présent avenant.": "« annuler: avenant-1 »",
    "L’entrée en vigueur de l’avenant n° 1 du 10 mars 2025 est reportée au 1er juin 2026.": "« reporter: avenant-1 »",
    "L’avenant n° 1 entrera en vigueur le 1er juin 2026.": "« reporter: avenant-1 »",
    # Of an act without another article that changes anything, its purpose may be its order.
    "Le présent avenant a pour objet d’étendre le groupement.": "aucun autre article ne fait ce qu’elle annonce",
    # A text that never ends is not marked.
    "L’article 4 est ainsi rédigé :\n\n« Chacun paie sa part.": "quel texte nouveau est le sien",
    "« Les frais » est un mot de l’article 4.": "aucune formule connue",
    # A row that the table has not.
    "Au tableau de l’article 3.1, la ligne relative à la Commune Z est remplacée par :\n\n> | Membre | Nombre de voix |\n> |---|---|\n> | Commune Z | 3 |": (
        "une ligne de tableau se désigne par sa première cellule"
    ),
    # A day of the article, upon what a member does, is no change of the members.
    "L’article 4 est abrogé. Le présent article entre en vigueur le premier jour du mois suivant l’adhésion de la Commune D.": (
        "« en-vigueur: » et un jour, ou un événement"
    ),
    # A member who is one already, or whose name is nearly that of one; on that day still, or no longer?
    "La Commune D adhère au groupement.": "elle change peut-être les membres",
    "La Commune B adhère au groupement.": "elle change peut-être les membres",
    "La Commune B se retire du groupement au 31 décembre 2026.": "elle change peut-être les membres",
    # The nearest words, the places, how often.
    "À l’article 4, le mot « loyer » est remplacé par le mot « prix ».": "les mots « loyer » ne figurent pas à « 4 »",
    "À l’article 4, les mots « parts égale » sont supprimés.": "le texte dit « parts égales. »",
    "À l’article 2, le mot « De » est remplacé par le mot « Pour ».": "les mots « De » figurent 4 fois",
    "Les mots « quatre ans » sont remplacés par les mots « six ans ».": "ces mots figurent à « 5 »",
    "Les mots « cent ans » sont remplacés par les mots « six ans ».": "elle ne dit pas dans quel article ;",
    "Il est ajouté une annexe 3 ainsi rédigée :\n\n> « Un. »": "ne dit pas à lui seul où il se place",
    "L’article 12 est abrogé.": "« 12 » ne désigne rien",
    "Le deuxième alinéa de l’article 4 est supprimé.": "« 4, al. 2 » ne désigne rien",
    # The words that no formula has, those of the sentence that has any.
    "L’article 4 est notamment complété par :\n\n> « Un. »": "« notamment »",
    "Pour tenir compte de la loi, l’article 4 est complété en tant que de besoin par :\n\n> « Un. »": (
        "formule connue : « tant que », « besoin » ;"
    ),
    "L’article 4 est abrogé. L’article 5 prend fin.": "car « L’article 5 prend fin. »",
    "L’annexe 1 est remplacée par l’annexe jointe au présent avenant.": "se met dans le même fichier, sous la phrase",
    # Members, another act, a day that is no date: a person decides.
    "L’article 4 est abrogé. La Commune D adhère au groupement.": "elle change peut-être les membres",
    "L’article 4 est abrogé. La Commune A paie seule.": "elle n’ordonne rien qui soit compris",
    "L’article 2 de l’avenant n° 7 est abrogé.": "elle nomme un autre acte (« avenant n° 7 »)",
    "À l’article 3 de l’avenant n° 1 du 11 mars 2025, les mots « chaque année » sont supprimés.": "elle nomme un autre acte",
    "À l’article 2 de l’avenant n° 1, les mots « chaque année » sont supprimés.": "ces mots figurent à « 2, al. 6 »",
    "L’article 9 de l’avenant n° 1 est abrogé.": "n’apporte pas de texte",
    "L’article 3 de l’avenant n° 1 est ainsi rédigé :\n\n> « Un. »": "ou dont il n’a écrit qu’une partie",
    "L’article 3 de l’avenant n° 1 est abrogé. L’article 4 est abrogé.": "elle nomme un autre acte (« avenant n° 1 »)",
    "L’article 4 est abrogé à compter de sa notification.": "« à compter de sa notification » est un jour à elle",
    "La ligne « Commune B » du tableau de l’article 3.1 est remplacée par :\n\n> « Commune B, 3 »": (
        "il faut un tableau cité (son en-tête, puis la ligne)"
    ),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The convention of `clausier new`, and a second amendment of one article."""
    root = tmp_path_factory.mktemp("unsaid") / "papier"
    new_project(root)
    folder = root / "amendments/2026-avenant-2"
    folder.mkdir()
    (folder / "avenant.yml").write_text("id: avenant-2\ntitre: Avenant n° 2\nsignature: 2026-03-09\n", encoding="utf-8")
    return root


def told(root: Path) -> str:
    """What is told of the article that does not say what it changes; "" where all is well."""
    _, found = compile_project(root)
    errors = [d for d in found if d.severity == "error"]
    assert len(errors) <= 1, [d.message.text("fr") for d in errors]
    return errors[0].help.text("fr") if errors and errors[0].help else ""


def mended(root: Path) -> str:
    """The file of that article with what it is told to write; "" where a person must write it."""
    _, found = compile_project(root)
    return next(d.mended for d in found if d.severity == "error")


@pytest.mark.parametrize(("says", "header"), SAYS.items())
def test_the_header_is_given_whole_and_holds(project: Path, says: str, header: str) -> None:
    article = project / "amendments/2026-avenant-2/01.md"
    article.write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project)
    assert help_.endswith(f"opérations: {header}")
    article.write_text(f"---\nopérations: {header}\n---\n# Article 1\n\n{says}\n", encoding="utf-8")
    assert told(project) == ""


def test_an_act_that_is_found_late_is_held_to_the_text_of_its_day(tmp_path: Path) -> None:
    new_project(tmp_path / "papier")
    later, found = (tmp_path / "papier/amendments" / name for name in ("2026-avenant-3", "2025-avenant-2"))
    for folder, number, day in ((later, 3, "2026-05-04"), (found, 2, "2025-11-03")):
        folder.mkdir()
        index = f"id: avenant-{number}\ntitre: Avenant n° {number}\nsignature: {day}\n"
        (folder / "avenant.yml").write_text(index, encoding="utf-8")
    (later / "01.md").write_text(
        '---\nopérations: [{remplacer: "2, al. 1"}]\n---\n# Article 1\n\nLe premier alinéa de l’article 2 est ainsi rédigé :\n\n'
        "> « La Communauté de communes C est le coordonnateur. »\n",
        encoding="utf-8",
    )
    (found / "01.md").write_text(
        "# Article 1\n\nÀ l’article 2, les mots « La Commune A » sont remplacés par les mots « La Commune B ».\n",
        encoding="utf-8",
    )
    header = 'opérations: [{remplacer-mots: "2", mots: "La Commune A", par: "La Commune B"}]'
    assert told(tmp_path / "papier").endswith(header)
    folder = found / "avenant.yml"
    folder.write_text(folder.read_text(encoding="utf-8").replace("2025-11-03", "2026-06-01"), encoding="utf-8")
    assert "ne figurent pas" in told(tmp_path / "papier")


def test_the_header_of_a_prorogation_is_given_where_the_convention_has_a_last_day_to_move(project: Path) -> None:
    index = project / "convention/convention.yml"
    before = index.read_text(encoding="utf-8")
    index.write_text(before + "jusqu-au: 2026-12-31\n", encoding="utf-8")
    header = '[{proroger: "*", jusqu-au: "2028-12-31"}]'
    test_the_header_is_given_whole_and_holds(project, "La convention est prorogée jusqu’au 31 décembre 2028.", header)
    index.write_text(before, encoding="utf-8")
    assert "écrire dans convention.yml" in told(project)


@pytest.mark.parametrize(("says", "told_"), MARKED.items())
def test_new_text_without_its_marks_is_shown_with_the_header_that_it_then_has(
    project: Path, says: str, told_: tuple[str, str]
) -> None:
    lines, header = told_
    article = project / "amendments/2026-avenant-2/01.md"
    written = f"# Article 1\n\n{says}\n"
    article.write_text(written, encoding="utf-8")
    help_ = told(project)
    assert help_.startswith(f"mettre un chevron > devant chaque ligne du texte nouveau ({lines})")
    assert help_.endswith(f"opérations: {header}")
    rows = written.split("\n")
    for stretch in lines.split(", "):
        numbers = [int(n) for n in re.findall(r"\d+", stretch)]
        for n in range(numbers[0] - 1, numbers[-1]):
            rows[n] = f"> {rows[n]}".rstrip()
    whole = f"---\nopérations: {header}\n---\n" + "\n".join(rows)
    assert mended(project) == whole
    article.write_text(whole, encoding="utf-8")
    assert told(project) == ""


@pytest.mark.parametrize(
    ("says", "header"),
    [
        ("Au II de l’article 6, le mot « deux » est supprimé.", '[{supprimer-mots: "6, II", mots: "deux"}]'),
        ("Au b de l’article 6, le mot « quatre » est supprimé.", '[{supprimer-mots: "6, b", mots: "quatre"}]'),
        ("Au second alinéa du II de l’article 6, le mot « trois » est supprimé.", '[{supprimer-mots: "6, II, al. 2", mots: "trois"}]'),
    ],
)  # fmt: skip
def test_a_part_is_one_place_whatever_mark_its_number_bears(project: Path, says: str, header: str) -> None:
    text = "# Article 6\n\nI. – Un :\n\n- a) un ;\n- b) le quatre.\n\nII. – Les deux sont là.\n\nLes trois aussi.\n"
    sixth = project / "convention/06.md"
    sixth.write_text(text, encoding="utf-8")
    (project / "amendments/2026-avenant-2/01.md").write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project)
    sixth.unlink()
    assert help_.endswith(f"opérations: {header}")


CUT = {
    "L’article 4 est complété par la phrase suivante : « Chacun paie “sa” part. »": '[{compléter: "4, al. -1"}]',
    'L’article 4 est complété par un alinéa ainsi rédigé : "Chacun paie sa part." ;': '[{compléter: "4"}]',
    "La seconde phrase de l’article 5 est supprimée et l’article 4 est ainsi rédigé : « Chacun paie « sa » part. »": (
        '[{supprimer: "5, phr. 2"}, {remplacer: "4"}]'
    ),
}


@pytest.mark.parametrize(("says", "header"), CUT.items())
def test_new_text_on_the_line_of_its_sentence_is_given_a_line_of_its_own(project: Path, says: str, header: str) -> None:
    article = project / "amendments/2026-avenant-2/01.md"
    article.write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project).replace("\u00a0", " ")
    assert help_.startswith(
        "mettre un chevron > devant chaque ligne du texte nouveau (ligne 3, à couper devant « Chacun paie"
    )
    assert help_.endswith(f"opérations: {header}")
    said, mark, new = says.partition(" : ")
    whole = f"---\nopérations: {header}\n---\n# Article 1\n\n{said}{mark}\n\n> {new}\n"
    assert mended(project) == whole
    article.write_text(whole, encoding="utf-8")
    assert told(project) == ""


def test_new_text_on_the_lines_of_several_items_is_cut_from_each(project: Path) -> None:
    says = (
        "L’article 4 est ainsi modifié :\n\n1° Le premier alinéa est complété par une phrase ainsi rédigée : « Un. » ;\n\n"
        "2° Il est ajouté un alinéa ainsi rédigé : « Deux. »"
    )
    (project / "amendments/2026-avenant-2/01.md").write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project).replace("\u00a0", " ")
    assert "(ligne 5, à couper devant « Un », qui seul prend le chevron, ligne 7, à couper devant « Deux »" in help_
    assert help_.endswith('opérations: [{compléter: "4, al. 1"}, {compléter: "4"}]')


def test_words_behind_a_colon_are_no_new_text(project: Path) -> None:
    says = "À l’article 4, les mots : « à parts égales » sont remplacés par les mots : « par moitié »."
    (project / "amendments/2026-avenant-2/01.md").write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    assert told(project).startswith("les phrases de l’article l’ordonnent")


def test_a_day_that_the_sentence_gives_is_written_to_be_looked_at(project: Path) -> None:
    says = "À compter du 1er mai 2026, l’article 4 est abrogé."
    article = project / "amendments/2026-avenant-2/01.md"
    article.write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project)
    header = '[{abroger: "4", en-vigueur: "2026-05-01"}]'
    assert (
        "vérifier que le jour lu dans la phrase (« À compter du 1er mai 2026 »)".replace("« ", "«\u00a0").replace(
            " »", "\u00a0»"
        )
        in help_
    )
    assert help_.endswith(f"opérations: {header}")
    assert mended(project) == ""  # nothing to paste unread
    article.write_text(f"---\nopérations: {header}\n---\n# Article 1\n\n{says}\n", encoding="utf-8")
    assert told(project) == ""


@pytest.mark.parametrize(("says", "answer"), WHY.items())
def test_where_it_is_not_certain_no_header_is_given_and_the_reason_is(project: Path, says: str, answer: str) -> None:
    (project / "amendments/2026-avenant-2/01.md").write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project).replace("\u00a0", " ")
    assert answer in help_
    assert not PASTED.search(help_)


def test_what_another_article_does_already_is_no_second_order(project: Path) -> None:
    folder = project / "amendments/2026-avenant-2"
    (folder / "01.md").write_text(
        "# Article 1\n\nLe présent avenant a pour objet de supprimer les mots « à parts égales » à l’article 4.\n",
        encoding="utf-8",
    )
    second = folder / "02.md"
    second.write_text(
        '---\nopérations: [{supprimer-mots: "4", mots: "à parts égales"}]\n---\n# Article 2\n\n'
        "À l’article 4, les mots « à parts égales » sont supprimés.\n",
        encoding="utf-8",
    )
    assert told(project).endswith("sans-effet: exposé")
    second.unlink()
    assert PASTED.search(told(project))


def test_the_purpose_of_an_act_changes_nothing_where_another_article_may(project: Path) -> None:
    folder = project / "amendments/2026-avenant-2"
    (folder / "01.md").write_text(
        "# Article 1\n\nLe présent avenant a pour objet d’étendre le groupement.\n", encoding="utf-8"
    )
    second = folder / "02.md"
    second.write_text(
        '---\nopérations: [{abroger: "4"}]\n---\n# Article 2\n\nL’article 4 est abrogé.\n', encoding="utf-8"
    )
    assert told(project).endswith("sans-effet: exposé")
    second.unlink()
    assert not told(project).endswith("sans-effet: exposé")


def test_an_article_behind_another_is_given_a_file_of_its_own(project: Path) -> None:
    article = project / "amendments/2026-avenant-2/01.md"
    first = '---\nopérations: [{abroger: "5"}]\n---\n# Article 1\n\nL’article 5 est abrogé.\n'
    article.write_text(f"{first}\n# Article 2\n\nL’article 4 est abrogé.\n", encoding="utf-8")
    help_ = told(project)
    assert mended(project) == ""
    assert help_.startswith("donner à cet article un fichier à lui")
    assert help_.endswith('opérations: [{abroger: "4"}]')


def texts(compiled: Compiled | None) -> dict[str, str]:
    assert compiled is not None
    return {v.id: version_markdown(compiled.timeline, v) for v in compiled.timeline.versions}


def bared(root: Path) -> dict[Path, tuple[str, str]]:
    """The articles of which the operations have been taken away, each with its header and the rest."""
    found = {}
    for file in sorted(root.glob("amendments/*/*.md")):
        text = file.read_text(encoding="utf-8")
        header = HEADER.match(text)
        if (
            header
            and "opérations:" in header["matter"]
            and not any(key in header["matter"] for key in SAID_BY_A_PERSON)
        ):
            found[file] = header["matter"], text[header.end() :]
            file.write_text(found[file][1], encoding="utf-8")
    return found


def test_a_header_that_is_given_makes_what_a_person_wrote(tmp_path: Path) -> None:
    """Over all cases: whatever the sentences do not tell for certain, the headers given make the same texts, and no error."""
    given = 0
    for rank, path in enumerate(sorted(CASES.rglob("good/*.md"))):
        root = tmp_path / str(rank)
        write_sources(read_case(path), root)
        compiled, _ = compile_project(root, checks=False)
        if compiled is None or not compiled.sound or not (articles := bared(root)):
            continue
        before = texts(compiled)
        _, found = compile_project(root)
        headers = {
            d.span.path: pasted[0]
            for d in found
            if d.code.id == "AMD101" and d.help and (pasted := PASTED.search(d.help.text("fr")))
        }
        given += len(headers)
        for file, (matter, rest) in articles.items():
            header = headers.get(file.relative_to(root).as_posix(), matter.rstrip())
            file.write_text(f"---\n{header}\n---\n{rest}", encoding="utf-8")
        after = sound(root)
        assert texts(after) == before, (path, headers)
    assert given > 50
