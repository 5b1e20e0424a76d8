"""What goes through the standard streams: bytes of UTF-8 whatever the machine, whole, or an exit code that says they are not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.projects import ROOT

CALL = [sys.executable, "-m", "clausier"]


def process(
    *arguments: str, given: bytes = b"", out: int = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*CALL, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        input=given,
        stdout=out,
        stderr=subprocess.PIPE,
        check=False,
    )


def test_an_answer_is_utf8_and_a_document_is_read_as_such_whatever_the_locale_says() -> None:
    shown = process("show", "8.3", "--format", "json", PYTHONIOENCODING="cp1252")
    assert "Comité de Gouvernance" in json.loads(shown.stdout.decode("utf-8"))["provision"]["title"]
    assert process("show", "8.3", "--hash", "--format", "json").stdout == shown.stdout
    articles = [{"num": "1", "title": "é", "text": "≥ 5 €"}]
    given = {"title": "Accord", "base": {"articles": articles}, "avenants": []}
    line = json.dumps(given, ensure_ascii=False).encode()
    for mark in (b"", b"\xef\xbb\xbf"):
        done = process("apply", given=mark + line + b"\r\n", PYTHONIOENCODING="cp1252")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout.decode("utf-8"))["articles"] == articles


@pytest.mark.parametrize(
    ("line", "told"),
    [(b"\xe9", "ce n’est pas de l’UTF-8"), (b"[" * 100_000, "trop de crochets emboîtés")],
    ids=["latin", "nested"],
)
def test_a_line_that_cannot_be_read_is_refused(line: bytes, told: str) -> None:
    done = process("apply", given=b"\n" + line)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"ligne 2\u00a0: {told}" in done.stderr.decode()


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_is_cut_off_is_no_success(unbuffered: str, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert process("rules", "--format", "json", out=writer, PYTHONUNBUFFERED=unbuffered).returncode == 141
    finally:
        os.close(writer)
    script = 'ulimit -f 8; exec "$@" > "$OUT"'  # a disk that takes a part of it: 4 or 8 Ko
    for arguments in (("rules", "--format", "json"), ("export", "docx", "--out", "-"), ("--help",)):
        out = Path("/dev/full") if arguments == ("--help",) else tmp_path / "answer"
        done = subprocess.run(
            ["sh", "-c", script, "sh", *CALL, *arguments],
            cwd=ROOT,
            env={**os.environ, "OUT": str(out), "PYTHONUNBUFFERED": unbuffered},
            stderr=subprocess.PIPE,
            check=False,
        )
        assert done.returncode == 1, arguments
        assert "la sortie ne s’écrit pas" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "closed", "code", "told"),
    [
        ("show", ">&-", 2, "la sortie standard est fermée"),
        ("decide -", "<&-", 1, "fichier sans contenu"),
        ("apply", "<&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_fault_of_the_program(arguments: str, closed: str, code: int, told: str) -> None:
    call = [sys.executable, "-m", "clausier", *arguments.split()]
    done = subprocess.run(["sh", "-c", f'exec "$@" {closed}', "sh", *call], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == code
    assert told in done.stderr.decode()
    assert bool(told) == bool(done.stderr)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", ""], "cible illisible"),
        (["history", ""], "cible illisible"),
        (["blame", ""], "cible illisible"),
        (["suggest", ""], "cible illisible"),
        (["show", "--version", ""], "--version est suivi d’une valeur vide"),
        (["show", "--version="], "--version est suivi d’une valeur vide"),
    ],
)
def test_an_empty_value_is_refused_rather_than_taken_for_none(arguments: list[str], told: str) -> None:
    done = process(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
