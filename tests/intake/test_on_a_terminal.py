"""On a terminal each question is asked; an answer is written as if a person had edited the files."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.author.intake.questions import Choice, Question
from intake.projects import ACT, project, signed

# Two days of signature; a new text that may be the whole article or a part of it; a sentence that orders nothing clear.
TWO = """AVENANT N° 1

Article 1 – Bureau

L’article 4 est modifié comme suit :

« Le bureau compte cinq membres. »

Article 2 – Autres

Le bureau est supprimé dans un souci de bon voisinage.

Fait à Nord, le 12 février 2024 et le 13 février 2024
"""
FOURTH = "# Article 4 – Composition\n\nLe bureau compte trois membres.\n\nIls sont élus pour un an.\n\nIls sont rééligibles.\n"
INTERRUPT = b"interrupt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path / "p")
    (made / "convention/04.md").write_text(FOURTH, encoding="utf-8")
    return made


def on_a_terminal(root: Path, path: Path, *typed: bytes, extra: tuple[str, ...] = ()) -> tuple[int, str]:
    """The command on a terminal of its own, each answer typed when it is asked for."""
    master, slave = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "clausier",
        "import",
        str(path),
        "--as",
        "avenant-1",
        "--project",
        str(root),
        *extra,
    ]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env={**os.environ, "NO_COLOR": "1"})
    os.close(slave)
    said = b""
    answers = list(typed)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 0.2)
        if ready:
            try:
                data = os.read(master, 65536)
            except OSError:  # the other side is closed
                break
            said += data
        if said.rstrip().endswith(b">") and said.count(b" > ") > len(typed) - len(answers) and answers:
            answer = answers.pop(0)
            if answer == INTERRUPT:
                process.send_signal(signal.SIGINT)
                end = time.monotonic() + 10  # then its terminal is taken from it
            else:
                os.write(master, answer)
        if process.poll() is not None and not ready:
            break
    os.close(master)
    return process.wait(timeout=10), said.decode().replace("\r\n", "\n").replace("\u00a0", " ")


def index(root: Path) -> str:
    return (root / "amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")


def article(root: Path, number: int) -> str:
    (path,) = (root / "amendments/avenant-1").glob(f"0{number}-*.md")
    return path.read_text(encoding="utf-8")


def test_each_question_is_asked_with_what_each_candidate_does_to_the_text(root: Path, tmp_path: Path) -> None:
    code, said = on_a_terminal(root, signed(tmp_path, TWO), b"2\n", b"7\n", b"1\n", b"\n")
    assert "plusieurs jours de signature" in said
    assert "  1. signature: 2024-02-12\n  2. signature: 2024-02-13\n" in said
    assert "« L’article 4 est modifié comme suit : »" in said
    assert '  1. remplacer: "4"\n     4 : ' in said
    assert "Le bureau compte [-trois-]{+cinq+} membres." in said
    assert "[-Ils sont élus pour un an." in said
    assert "Un numéro de la liste, ou Entrée." in said
    assert code == 1  # a question is left
    assert "\nsignature: 2024-02-13\n" in index(root)
    assert "état: signé" in index(root)
    assert 'opérations:\n  - remplacer: "4"\n' in article(root, 1)
    assert "questions" not in article(root, 1)
    assert "questions:\n" in article(root, 2)


def test_enter_and_the_end_of_the_input_leave_each_question_in_its_file(root: Path, tmp_path: Path) -> None:
    code, said = on_a_terminal(root, signed(tmp_path, TWO), b"\n", b"\x04", b"\n")
    assert code == 1
    assert said.count("Votre réponse") == 3
    assert [
        index(root).count("questions:"),
        article(root, 1).count("questions:"),
        article(root, 2).count("questions:"),
    ] == [1, 1, 1]


def test_no_input_asks_nothing(root: Path, tmp_path: Path) -> None:
    code, said = on_a_terminal(root, signed(tmp_path, TWO), extra=("--no-input",))
    assert (code, "Votre réponse" in said) == (1, False)
    assert "questions:" in index(root)


def test_interrupted_it_writes_nothing(root: Path, tmp_path: Path) -> None:
    code, _ = on_a_terminal(root, signed(tmp_path, TWO), b"2\n", INTERRUPT)
    assert code == 130
    assert not (root / "amendments/avenant-1").exists()


def test_the_files_show_what_each_candidate_does(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path, TWO)], "avenant-1")
    assert 'remplacer: \\"4\\" — donnerait 4 : ' in article(root, 1)
    assert "Le bureau compte [-trois-]{+cinq+} membres." in article(root, 1)


def first(file: str, question: Question) -> Choice | None:
    del file
    return question.choices[0]


def test_an_import_in_a_pipe_keeps_the_answers(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    done = import_act(root, [path], "avenant-1", first)
    assert done.unsure == 0
    before = {p.name: p.read_bytes() for p in (root / "amendments/avenant-1").iterdir()}
    again = import_act(root, [path], "avenant-1")
    assert (again.written, again.kept, again.unsure) == ((), (), 0)
    assert {p.name: p.read_bytes() for p in (root / "amendments/avenant-1").iterdir()} == before


def test_answers_may_be_given_one_import_after_the_other(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    import_act(root, [path], "avenant-1", lambda file, q: q.choices[0] if file == "avenant.yml" else None)
    asked: list[str] = []

    def ask(file: str, question: Question) -> Choice | None:
        asked.append(file)
        return question.choices[0]

    assert import_act(root, [path], "avenant-1", ask).unsure == 0
    assert [re.sub(r"-.*", "", name) for name in asked] == ["01", "02"]
    assert "signature: 2024-02-12" in index(root)


def test_nothing_is_asked_of_a_file_that_a_person_has_changed(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    import_act(root, [path], "avenant-1")
    (file,) = (root / "amendments/avenant-1").glob("01-*.md")
    file.write_text(article(root, 1) + "\nÀ revoir.\n", encoding="utf-8")
    asked: list[str] = []
    done = import_act(root, [path], "avenant-1", lambda name, _: asked.append(name))
    assert file.name not in asked
    assert done.kept == (file.name,)
    assert "À revoir." in article(root, 1)


def test_an_answer_outlives_a_base_text_in_which_it_would_not_be_asked(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    import_act(root, [path], "avenant-1", first)
    answered = article(root, 1)
    (root / "convention/04.md").write_text("# Article 4 – Composition\n\nRien.\n", encoding="utf-8")
    done = import_act(root, [path], "avenant-1")
    assert article(root, 1) == answered
    assert not any(name.startswith("01") for name in done.written)


def test_a_member_that_a_person_names_signs(root: Path, tmp_path: Path) -> None:
    text = ACT.replace("La Commune du Nord, représentée", "La Commune de Nord, représentée")
    import_act(root, [signed(tmp_path, text)], "avenant-1", first)
    assert "  - partie: nord\n    représentée-par: Madame Une\n    qualité: maire\n" in index(root)
