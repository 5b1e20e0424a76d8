"""`clausier fmt`: the form of the sources changes, what they say never does."""

import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from clausier.author.canonical.markdown import format_markdown
from clausier.author.canonical.steps import LINES, SPACES
from clausier.author.canonical.yaml import KEYS, LAYOUT, format_yaml
from clausier.author.fmt import format_sources
from clausier.diagnostics import Span
from clausier.source.acts import read_project
from clausier.source.files import MOST_BYTES
from clausier.text import Text
from support.projects import ROOT, written
from support.trees import tree

CONVENTION = "id: papier\ntitre: Achat de papier\nsignature: 2024-01-15\n"
AVENANT = "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2025-03-10\n"
ARTICLE = "# Article 1 – Objet\n\nLe groupement achète du papier.\n"
MATTER = '---\nopérations:\n  - compléter: "1"\n---\n'


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """A project that holds these files, and what else a project needs."""
    whole: dict[str, str | bytes] = {
        "convention/convention.yml": CONVENTION,
        "convention/01-objet.md": ARTICLE,
        **files,
    }
    return written(root, whole)


def said(value: Any) -> Any:
    """What an act says, places and composition of accents aside."""
    match value:
        case Span():
            return None
        case Text():
            marks = [(m.kind, m.href, unicodedata.normalize("NFC", value.chars[m.start : m.end])) for m in value.marks]
            return (unicodedata.normalize("NFC", value.chars), marks)
        case str():
            return unicodedata.normalize("NFC", value)
        case tuple():
            return tuple(said(item) for item in value)
        case msgspec.Struct():
            kept = set(value.__struct_fields__) - {"files", "spans", "span"}
            return {name: said(getattr(value, name)) for name in sorted(kept)}
        case _:
            return value


def acts(root: Path) -> Any:
    """The acts of a project, and the codes of what is found in them."""
    corpus, found = read_project(root)
    return said(corpus), sorted(d.code.id for d in found)


def markdown(text: str, schema: str = "article") -> str:
    changed, _, found = format_markdown("01.md", text, schema)
    assert not found
    return changed


def yaml(text: str, schema: str = "convention") -> str:
    changed, _, found = format_yaml("convention.yml", text, schema)
    assert not found
    return changed


# What it does


def test_one_blank_line_stands_between_blocks_in_quotations_too() -> None:
    before = "\n\n# Article 1\nUn texte.\n\n\n\nIntroduction :\n- un ;\n\n\n- deux.\n> ## « 1.1\n> Un.\n>\n>\n> ## 1.2\n> Deux. »\n>\n\n"
    after = "# Article 1\n\nUn texte.\n\nIntroduction :\n\n- un ;\n\n- deux.\n\n> ## « 1.1\n>\n> Un.\n>\n> ## 1.2\n>\n> Deux. »\n"
    assert markdown(before) == after


def test_the_lines_of_a_paragraph_and_the_items_of_a_list_stay_together() -> None:
    text = "# Article 1\n\nUn texte sur\ndeux lignes.\n\n- un ;\n  suite\n  - dessous ;\n- deux.\n"
    assert markdown(text) == text


def test_spaces_at_the_end_of_a_line_go_and_a_no_break_space_stays() -> None:
    assert markdown("# Article 1\n\nUn \ndeux\u00a0\n\n- trois\t\n") == "# Article 1\n\nUn\ndeux\u00a0\n\n- trois\n"


def test_a_tab_inside_a_paragraph_is_part_of_its_words() -> None:
    assert markdown("# Article 1 \n\nUn\t\ndeux \ntrois\n") == "# Article 1\n\nUn\t\ndeux\ntrois\n"


def test_accents_are_composed() -> None:
    assert markdown("# Article 1\n\nAnne\u0301e.\n") == "# Article 1\n\nAnnée.\n"


def test_keys_get_their_accents_back_values_and_names_do_not() -> None:
    before = "id: etat\ntitre: operations\nsignature: 2024\ncomplete: non\nevenements: {etat: 2024}\n"
    after = "id: etat\ntitre: operations\nsignature: 2024\ncomplète: non\névénements: {etat: 2024}\n"
    assert yaml(before) == after


def test_the_terms_of_what_a_rule_leaves_open_get_their_accents_back() -> None:
    before = (
        'regles:\n  - id: r\n    nature: majorité\n    article: "1"\n    citation: "{seuil:pourcentage} des voix"\n'
    )
    before += '    instance: ag\n    interpretations: {assiette: {presents: "des présents", tous: "de tous"}}\n'
    after = before.replace("regles", "règles").replace("interpretations", "interprétations")
    assert yaml(before, "regles") == after.replace("presents:", "présents:")


def test_a_list_is_indented_under_its_key_and_its_comments_stay() -> None:
    before = "# tête\noperations:\n# une\n- abroger:   '2'   # le deux\n  dit: abrogé\n- supprimer: 3, al. 1\n# fin\n"
    after = (
        "# tête\nopérations:\n# une\n  - abroger: '2'   # le deux\n    dit: abrogé\n  - supprimer: 3, al. 1\n# fin\n"
    )
    assert yaml(before, "article-avenant") == after


def test_operations_on_one_line_get_a_dash_each_and_their_lists_stay() -> None:
    given = 'opérations: [{renuméroter: ["4", "5"], en: ["5", "6"]}, {remplacer-mots: "1", mots: "à : b", par: c}]\n'
    wanted = """\
opérations:
  - renuméroter: ["4", "5"]
    en: ["5", "6"]
  - remplacer-mots: "1"
    mots: "à : b"
    par: c
"""
    assert format_yaml("01.md", given, "article-avenant")[0] == wanted
    assert format_yaml("01.md", wanted, "article-avenant")[0] == wanted


def test_texts_that_yaml_would_take_for_something_else_stay_as_typed() -> None:
    text = "id: 010\ntitre: 8.10\nsignature: 2024-01-15\ncomplète: non\nnote: 1_000\n"
    assert yaml(text) == text


def test_at_most_one_blank_line_stands_in_yaml_except_inside_a_text() -> None:
    assert yaml("\n\nid: a\n\n\n\ntitre: t\nsignature: 2024\n\n\n") == "id: a\n\ntitre: t\nsignature: 2024\n"
    text = "id: a\ntitre: t\nsignature: 2024\nnote: |\n  un\n\n\n  deux\n"
    assert yaml(text) == text


def test_a_text_between_quotes_keeps_them() -> None:
    text = "id: 'a'\ntitre: \"Un : deux\"\nsignature: 2024\nnote: 'l''été'\n"
    assert yaml(text) == text


def test_a_layout_that_would_lose_a_comment_is_not_taken() -> None:
    before = 'id: a\ntitre: "t"\nsignature: 2024\ncomplete: non\nparties:\n- {id: b, # la première\n   nom: "B"}\n'
    assert yaml(before) == before.replace("complete", "complète")


def test_the_header_of_an_article_is_formatted_and_its_words_are_not() -> None:
    before = '---\noperations:\n- completer: "1"\n---  \n# Article 1\noperations: completer\n\n> « Un. »\n'
    after = '---\nopérations:\n  - compléter: "1"\n---\n# Article 1\n\noperations: completer\n\n> « Un. »\n'
    for text, reasons in (before, (KEYS, LAYOUT, LINES)), (after.replace("---\n#", "--- \n#"), (SPACES,)):
        assert format_markdown("01.md", text, "article-avenant") == (after, reasons, ())


def test_a_byte_order_mark_and_carriage_returns_go(tmp_path: Path) -> None:
    root = write(tmp_path, {"convention/01-objet.md": b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode()})
    done = format_sources(root)
    assert [c.path for c in done.changes] == ["convention/01-objet.md"]
    assert (root / "convention/01-objet.md").read_text(encoding="utf-8") == ARTICLE


# What it leaves alone


def test_the_sources_of_this_repository_are_in_canonical_form() -> None:
    done = format_sources(ROOT, write=False)
    assert done.files > 20
    assert done.changes == ()
    assert done.diagnostics == ()


def test_only_sources_are_written(tmp_path: Path) -> None:
    others: dict[str, str | bytes] = {
        "amendments/a/avenant.yml": AVENANT,
        "amendments/a/source.txt": "Un \r\n\r\n\r\n",
        "amendments/a/signé.md": "Un \n\n\n",
        "amendments/a/01-signé.pdf": b"%PDF \r\n",
        "amendments/a/.cache.md": "Un \n\n\n",
        "amendments/lisez-moi.md": "Un \n\n\n",
        "convention/autre.yml": "a:   b\n",
        "mkdocs.yml": "a:   b\n",
        "site/1.md": "Un \n\n\n",
    }
    root = write(tmp_path, {**others, "amendments/a/01.md": f"{MATTER}# Article 1 \n> Un.\n"})
    before = tree(root)
    assert [c.path for c in format_sources(root).changes] == ["amendments/a/01.md"]
    after = tree(root)
    assert {name for name in before if before[name] != after[name]} == {"amendments/a/01.md"}


def test_a_link_is_refused_and_what_it_points_at_untouched(tmp_path: Path) -> None:
    outside = tmp_path / "ailleurs.md"
    outside.write_text("Un \n\n\n", encoding="utf-8")
    root = write(tmp_path / "projet", {})
    (root / "convention/02.md").symlink_to(outside)
    done = format_sources(root)
    assert [d.code.id for d in done.diagnostics] == ["SRC303"]
    assert outside.read_text(encoding="utf-8") == "Un \n\n\n"


@pytest.mark.parametrize(
    ("name", "line", "content"),
    [
        ("convention/02.md", 3, "# Article 2 \n\nUn  \ndeux\n"),
        ("convention/02.md", 3, "# Article 2 \n\n<b>un</b>\n"),
        ("convention/02.md", 1, "---\nnote: x\n# Article 2 \n"),
        ("convention/02.md", 2, "---\nnotes: x\n---\n# Article 2 \n\nUn.\n"),
        ("convention/02.md", 3, b"# Article 2 \n\n\xff\n"),
        ("convention/02.md", 1, b"a" * (MOST_BYTES + 1)),
        ("convention/convention.yml", 2, "id: a\nid:   b\n"),
        ("convention/01.regles.yml", 2, "règles:   {\n"),
    ],
)
def test_a_file_with_an_error_is_left_and_the_error_told_at_its_line(
    tmp_path: Path, name: str, line: int, content: str | bytes
) -> None:
    root = write(tmp_path, {name: content})
    before = tree(root)
    done = format_sources(root)
    assert done.changes == ()
    assert {(d.span.path, d.span.line) for d in done.diagnostics} == {(name, line)}
    assert {d.severity for d in done.diagnostics} == {"error"}
    assert tree(root) == before


def test_checking_writes_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, {"convention/01-objet.md": ARTICLE + "\n\n"})
    before = tree(root)
    assert [c.path for c in format_sources(root, write=False).changes] == ["convention/01-objet.md"]
    assert tree(root) == before


def test_only_what_is_asked_for_is_formatted(tmp_path: Path) -> None:
    root = write(tmp_path, {"convention/01-objet.md": ARTICLE + "\n", "convention/02.md": "# Article 2\nUn.\n"})
    assert [c.path for c in format_sources(root, [root / "convention/02.md"]).changes] == ["convention/02.md"]
    assert [c.path for c in format_sources(root, [root / "convention"]).changes] == ["convention/01-objet.md"]


def test_a_file_that_cannot_be_written_stays_whole_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, {"convention/01-objet.md": ARTICLE + "\n"})
    before = tree(root)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = format_sources(root)
    assert done.changes == ()
    assert [(d.code.id, d.span.path) for d in done.diagnostics] == [("OUT101", "convention/01-objet.md")]
    assert tree(root) == before


def test_a_formatted_file_keeps_its_permissions(tmp_path: Path) -> None:
    root = write(tmp_path, {"convention/01-objet.md": ARTICLE + "\n"})
    (root / "convention/01-objet.md").chmod(0o664)
    assert format_sources(root).changes
    assert (root / "convention/01-objet.md").stat().st_mode & 0o777 == 0o664


# A step that goes wrong is not taken


@pytest.mark.parametrize(
    "fault",
    [
        lambda text: text.replace("papier", "carton"),
        lambda text: text.replace("# Article", "## Article"),
        lambda text: text.replace("\n\n> ", "\n> "),
        lambda text: text.replace("- un", "- un\n\n- une"),
        lambda text: text.replace("*deux*", "deux"),
        lambda text: text.replace("et *deux*", "*et deux*"),
        lambda text: text.replace("[trois](https://a.example)", "[trois](https://b.example)"),
        lambda text: text.replace("| 1 |", "| 2 |"),
        lambda text: text.replace("1° ", "2° "),
        lambda _: "",
    ],
)
def test_a_step_that_would_change_a_word_or_a_sign_is_not_taken(monkeypatch: pytest.MonkeyPatch, fault: Any) -> None:
    text = (
        "# Article 1\n\nLe papier et *deux* [trois](https://a.example).\n\n- un ;\n- 1° deux.\n\n| a |\n|---|\n| 1 |\n"
    )
    text += "\n> Un.\n\n> Deux.\n"
    assert fault(text) != text
    monkeypatch.setattr("clausier.author.canonical.markdown._spaced", fault)
    assert markdown(text, "article-avenant") == text


@pytest.mark.parametrize(
    "fault",
    [
        lambda text: text.replace("2024", "2025"),
        lambda text: text.replace("# une note", "# "),
        lambda text: text.replace(" # une note", ""),
        lambda text: text.replace(" # pliée", ""),
        lambda text: text.replace("titre:", "titres:"),
        lambda text: text.replace("- {id: a, nom: A}\n", ""),
        lambda _: "a: [",
        lambda _: "",
    ],
)
def test_a_layout_that_would_change_a_value_or_a_comment_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    text = 'id: x\ntitre: "T" # une note\nsignature: 2024\nparties:\n- {id: a, nom: A}\n- {id: b, nom: B}\n'
    text += "note: > # pliée\n  un\n  deux\n"
    assert fault(text) != text
    monkeypatch.setattr("clausier.author.canonical.yaml._laid_out", fault)
    assert yaml(text) == text


# Laws

WORDS = [
    "La Commune",
    "l’été",
    "de l'e\u0301te\u0301",
    "«\u00a0mots\u00a0»",
    "article\u00a02",
    "*souligné*",
    "**100\u00a0€**",
    "a#b",
    "x : y",
]
SPACED = st.sampled_from(["", "", " ", "\t"])


@st.composite
def lines(draw: st.DrawFn, most: int = 3) -> list[str]:
    """Lines of words, some with a space or a tab at their end."""
    rows = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=most))
    return ["Un " + " ".join(row) + draw(SPACED) for row in rows]


@st.composite
def items(draw: st.DrawFn) -> list[str]:
    """A list, loose or tight, nested or not, numbered or not."""
    found: list[str] = []
    mark = draw(st.sampled_from(["-", "*", "1"]))
    for number in range(1, draw(st.integers(2, 4))):
        lead = f"{number}. " if mark == "1" else f"{mark} "
        label = draw(st.sampled_from(["", "", f"{number}° ", f"{'abc'[number - 1]}) "])) if mark != "1" else ""
        first, *rest = draw(lines(2))
        found += [lead + label + first, *(" " * len(lead) + row for row in rest)]
        if draw(st.booleans()):
            found += [" " * len(lead) + "- " + draw(lines(1))[0]]
        found += [""] * draw(st.integers(0, 2))
    return found


TABLE = ["| Membre | Voix |", "|---|--:|", "| A *b* |  1 | "]


@st.composite
def blocks(draw: st.DrawFn, *, quoted: bool = False) -> list[str]:
    """Paragraphs, lists, tables, and quotations, with anything from none to three blank lines between."""
    kinds = ["paragraph", "list", "table"] + ([] if quoted else ["quotation"])
    found: list[str] = []
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4)):
        loose = kind in {"paragraph", "table"} or (bool(found) and found[-1].startswith(("- ", "* ", "1", " ", ">")))
        found += [""] * draw(st.integers(1 if loose else 0, 3))
        match kind:
            case "paragraph":
                found += draw(lines())
            case "list":
                found += draw(items())
            case "table":
                found += TABLE
            case _:
                inner = draw(blocks(quoted=True))
                while inner and not inner[0].strip():
                    inner = inner[1:]
                found += [
                    draw(st.sampled_from([">", "> ", ">  "]))[: 1 if not row else 2].ljust(2) + row for row in inner
                ]
    return found


@st.composite
def headers(draw: st.DrawFn, quotations: int) -> str:
    """The header of an amendment's article, as different hands would write it."""
    dash = draw(st.sampled_from(["- ", "  - ", "    -   "]))
    inside = " " * len(dash)
    rows = [draw(st.sampled_from(["opérations:", "operations:", "# la liste\noperations:   # ici", "\nopérations: "]))]
    verbs = ["compléter", "completer", "remplacer", "insérer-apres"] if quotations else ["abroger", "supprimer"]
    for _ in range(quotations or 1):
        quote = draw(st.sampled_from(['"1"', "'1'", "1, al. 1", "1"]))
        rows.append(f"{dash}{draw(st.sampled_from(verbs))}:{draw(st.sampled_from([' ', '   ']))}{quote}")
        rows += draw(
            st.lists(
                st.sampled_from(
                    [
                        f"{inside}# une remarque",
                        f"{inside}note: >-\n{inside}  Un\n{inside}  deux.\n",
                        f"{inside}note-d-edition: Un deux",
                        f'{inside}en-vigueur: {{presumee: signature,motif:  "e\u0301te\u0301"}}',
                        f"{inside}source: un\n{inside}  deux",
                        "",
                    ]
                ),
                max_size=2,
                unique_by=lambda row: row.strip().partition(":")[0],
            )
        )
    return "---\n" + "\n".join(rows) + "\n---\n"


@st.composite
def amending(draw: st.DrawFn) -> str:
    body = ["# Article 1 – Objet" + draw(SPACED), *draw(blocks()), *[""] * draw(st.integers(0, 2))]
    quotations = sum(row.startswith(">") and not (i and body[i - 1].startswith(">")) for i, row in enumerate(body))
    return draw(headers(quotations)) + "\n".join(body)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(text=amending(), line_end=st.sampled_from(["\n", "\r\n"]))
def test_formatting_changes_no_text_and_formatting_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, text: str, line_end: str
) -> None:
    root = write(
        tmp_path_factory.mktemp("projet"),
        {
            "amendments/a/avenant.yml": AVENANT,
            "amendments/a/01.md": text.replace("\n", line_end),
        },
    )
    before, sources = acts(root), tree(root)
    done = format_sources(root)
    event("left" if done.diagnostics else "formatted" if done.changes else "canonical")
    assert acts(root) == before
    if done.diagnostics:
        assert tree(root) == sources
    once = tree(root)
    assert format_sources(root).changes == ()
    assert tree(root) == once
    formatted = once["amendments/a/01.md"].decode()
    if not done.diagnostics:
        left = ("\n\n\n", " \n", "\r", "operations", "completer", "e\u0301")
        assert [sign for sign in left if sign in formatted] == []


YAMLISH = st.lists(
    st.sampled_from(
        ["id", "titre", "note", "signature", "complete", "parties", "nom", ": ", ":", "- ", "{", "}", "[", "]", ", ", "\n", "\n\n", "  ", " # un", "#", '"', "'", "a", "2024", "é", "e\u0301", "|", ">-", "\\n", "\t", "? ", "..." , "---\n"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(text=YAMLISH | YAMLISH.map(lambda t: CONVENTION + "note: " + t))
def test_any_yaml_is_formatted_once_or_left(text: str) -> None:
    changed, _, found = format_yaml("convention.yml", text, "convention")
    event("left" if found else "formatted" if changed != text else "canonical")
    if found:
        assert changed == text
    again, reasons, problems = format_yaml("convention.yml", changed, "convention")
    assert (again, reasons) == (changed, ())
    assert [d.code.id for d in problems] == [d.code.id for d in found]


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_bring_it_down(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = write(tmp_path_factory.mktemp("projet"), {})
    names = ("convention/01-objet.md", "convention/convention.yml", "convention/01.regles.yml")
    for name in names:
        (root / name).write_bytes(data)
    done = format_sources(root)
    assert {c.path for c in done.changes} <= set(names)
    assert format_sources(root).changes == ()
