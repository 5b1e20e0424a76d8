"""The command line as a process: help, wrong calls, exit codes, colour, and a fault of our own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from clausier.catalogue import CODES
from clausier.cli import COMMANDS, cli
from clausier.cli.framework import Command, run
from support.calling import called
from support.projects import ROOT


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`clausier` with these arguments, away from any terminal."""
    command = [sys.executable, "-m", "clausier", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_ends_with_an_example(name: str, lang: str) -> None:
    said = called(name, "--help", lang=lang, code=0).stdout
    head, _, example = said.rpartition("Exemple\u00a0:\n" if lang == "fr" else "Example:\n")
    assert head
    assert f"clausier {name}" in example


@pytest.mark.parametrize(
    ("lang", "name"), [("fr", "new DOSSIER"), ("en", "new DIR"), ("fr", "show CIBLE"), ("en", "show TARGET")]
)
def test_help_names_values_in_its_language(lang: str, name: str) -> None:
    command, value = name.split()
    usage, _, rest = called(command, "--help", lang=lang).stdout.partition("\n")
    assert value in usage
    assert ("--project DOSSIER" if lang == "fr" else "--project DIR") in rest


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_list_of_commands_cuts_no_word(lang: str) -> None:
    listed = " ".join(called("--help", lang=lang).words.split())
    for name in COMMANDS:
        found = cli.get_command(click.Context(cli), name)
        assert isinstance(found, Command)
        said = " ".join(found.words.text("en" if lang == "en" else "fr").replace("\u00a0", " ").split())
        head = re.split(r" ?: |\. |\.$", said)[0]
        assert f" {name} {head} " in listed
    assert "--version" in listed


def test_explanations_are_plain_text_in_lines_of_one_width() -> None:
    for code in CODES:
        head, _, said = called("explain", code.id).stdout.partition("\n\n")
        assert [p.partition(" ")[0] for p in said.split("\n\n")] == ["Quoi.", "Pourquoi.", "Exemple."], head
        assert max(map(len, said.splitlines())) <= 100, head
        assert " ".join(said.split()) == " ".join(re.sub(r"(?m)^\*\*(.+?)\*\*", r"\1", code.explanation).split())


def test_the_codes_are_listed_with_the_sentence_of_each() -> None:
    listed = called("explain").stdout.splitlines()
    assert [line.partition("  ")[0] for line in listed] == [code.id for code in CODES]
    assert "AMD108  … existe déjà" in listed


@pytest.mark.parametrize(("code", "said"), [("AMD1O2", "(voulait-on dire AMD1"), ("XYZ", "(«\u00a0clausier explain")])
def test_a_code_that_is_none_is_put_right_only_by_one_like_it(code: str, said: str) -> None:
    assert said in called("explain", code, code=2).stderr


@pytest.mark.parametrize(
    ("option", "variable", "said"),
    [((), "en", "unknown code"), ((), "de", "code inconnu"), (("--lang", "fr"), "en", "code inconnu")],
)
def test_the_language_is_that_of_the_call_else_of_the_environment_else_french(
    option: tuple[str, ...], variable: str, said: str
) -> None:
    assert said in process(*option, "explain", "XYZ", CLAUSIER_LANG=variable).stderr


_ABSENT = "il n’y a pas de fichier «\u00a0absent\u00a0»"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "commande inconnue\u00a0: chek (voulait-on dire check\u00a0?)"),
        (["check", "--langue"], "option inconnue\u00a0: --langue (voulait-on dire --lang\u00a0?)"),
        (["check", "--format", "xml"], "valeur refusée pour --format (choix\u00a0: text, json"),
        (["build", "--site", "--jobs", "zero"], "valeur refusée pour --jobs (un nombre entier, au moins 1)\n"),
        (["build", "--jobs", "0", "--lang", "en"], "value refused for --jobs (a whole number, at least 1)\n"),
        (["serve", "--port", "65536"], "valeur refusée pour --port (un nombre entier, de 0 à 65535)\n"),
        (["serve", "--port", "x", "--lang", "en"], "value refused for --port (a whole number, from 0 to 65535)\n"),
        (["explain", "TXT101", "de", "trop"], "argument en trop\u00a0: de trop"),
        (["decide"], "il manque FICHIER\n"),
        (["decide", "--lang", "en"], "FILE is missing\n"),
        (["new"], "il manque DOSSIER\nexemple\u00a0: clausier new "),
        (
            ["calendar", "--from", "2026-01-01"],
            "il manque --to\nexemple\u00a0: clausier calendar --from 2024-01-01 --to 2024-12-31\n",
        ),
        (
            ["calendar", "--to", "2026-01-01", "--lang", "en"],
            "--from is missing\nexample: clausier calendar --from 2024-01-01 --to 2024-12-31\n",
        ),
        (["import", "--sa"], "«\u00a0clausier import --help\u00a0» dit ce que prend la commande.\n"),
        (["chek"], "«\u00a0clausier --help\u00a0» donne la liste des commandes.\n"),
        (["show", "--at", "2023-01-01", "--version", "avenant-1"], "--at ou --version, pas les deux\n"),
        (["document", "--list", "--format", "json"], "--list ou --format json, pas les deux\n"),
        (
            ["calendar", "--from", "2026-01-01", "--to", "2026-12-31", "--ics", "--format", "json"],
            "--ics ou --format json, pas les deux\n",
        ),
        (["build", "--out", "amendments/sorties"], "amendments/sorties\u00a0: parmi les sources"),
        (["review", "--out", "convention"], "convention\u00a0: parmi les sources"),
        (["rules", "--at", "2023-01-01", "--diff", "convention", "avenant-1"], "--at ou --diff, pas les deux\n"),
        (["show", "avenant-9"], "«\u00a0avenant-9\u00a0» nomme un acte, non une stipulation du texte"),
        (["history", "avenant-1, 5"], "«\u00a0avenant-1, 5\u00a0» nomme un acte, non une stipulation du texte"),
        (["explain", "XYZ"], "code inconnu\u00a0: XYZ"),
        (["decide", "absent"], _ABSENT),
        (["qualify", "absent"], _ABSENT),
        (["import", "absent", "--as", "avenant-9"], _ABSENT),
        (["import", "absent", "--as", "convention"], _ABSENT),
        (["import", "absent", "--as", "Avenant 9"], "«\u00a0Avenant 9\u00a0» n’est pas un nom court"),
        (["new", "absent", "--from", "absent"], _ABSENT),
        (["merge", "absent", "absent", "absent"], _ABSENT),
        (["fmt", "absent"], "«\u00a0absent\u00a0» n’existe pas"),
        (["calendar", "--from", "2026-01-01", "--to", "2026-12-31", "--events", "absent"], _ABSENT),
        (["document", "absent", "avenant-1"], "pas de modèle «\u00a0absent\u00a0»"),
        (["draft", "Avenant 9", "--start"], "«\u00a0Avenant 9\u00a0» n’est pas un nom court"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_with_it(arguments: list[str], said: str) -> None:
    assert said in called(*arguments, code=2).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "99"],
        ["show", "--version", "absente"],
        ["show", "--with", "avenant-9"],
        ["history", "99"],
        ["blame", "99"],
        ["diff", "convention", "absente"],
        ["rules", "--diff", "convention", "absente"],
        ["export", "docx", "--act", "absent"],
        ["coalitions", "absente"],
        ["duties", "--of", "absent"],
        ["document", "rapport", "avenant-9"],
        ["suggest", "99"],
        ["draft", "avenant-9"],
    ],
)
def test_a_name_that_only_the_sources_tell_to_be_none_is_no_wrong_call(arguments: list[str]) -> None:
    said = called(*arguments, code=1)
    assert "--help" not in said.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        *([name] for name in ("check", "build", "show", "rules", "acts", "duties", "suggest", "serve", "fmt")),
        *([name, "1"] for name in ("history", "blame", "coalitions")),
        ["diff", "a", "b"],
        ["export", "docx"],
        ["draft", "avenant-1", "--start"],
        ["calendar", "--from", "2026-01-01", "--to", "2026-12-31"],
    ],
)
def test_where_there_is_no_convention_every_command_says_so_alike(arguments: list[str], tmp_path: Path) -> None:
    said = called(*arguments, "--project", str(tmp_path), code=1)
    assert "pas de convention ici" in said.stdout + said.stderr


def test_the_exit_code_tells_right_sources_from_wrong_ones_and_from_a_wrong_call(tmp_path: Path) -> None:
    assert process("check").returncode == 0
    assert process("check", "--project", str(tmp_path)).returncode == 1
    assert process("check", "--projet", str(tmp_path)).returncode == 2


def test_colour_is_for_terminals_only() -> None:
    assert "\x1b[" not in process("check").stdout
    assert "\x1b[" not in process("diff", "convention", "avenant-1").stdout


def test_a_fault_of_ours_is_said_as_one_and_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("mots")

    monkeypatch.setattr("clausier.cli.check.compile_project", broken)
    monkeypatch.delenv("CLAUSIER_DEBUG", raising=False)
    with pytest.raises(SystemExit) as ended:
        run(cli, ["check"])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "erreur interne (KeyError, test_command_line.py:" in said
    assert "Traceback" not in said
    monkeypatch.setenv("CLAUSIER_DEBUG", "1")
    with pytest.raises(KeyError):
        run(cli, ["check"])
