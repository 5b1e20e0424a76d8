"""Files that are not read: each a sentence, within bounds, and nothing written."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from clausier.author.intake import archive, reading
from clausier.author.intake.intake import import_act
from clausier.diagnostics import Refused
from intake.projects import ACT, paragraph, project, word

WHOLE = word("".join(paragraph(line) for line in ACT.split("\n")))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def with_entities(system: str) -> bytes:
    text = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{system}">]><w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    return zipped({"word/document.xml": text.encode()})


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return zipped({"word/document.xml": f"<!DOCTYPE d [{entities}]><d>&l9;</d>".encode()})


def encrypted() -> bytes:
    data = bytearray(zipped({"word/document.xml": b"<d/>"}))
    data[6] |= 1  # of the part itself
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # and of its line in the directory
    return bytes(data)


def deep() -> bytes:
    """Two hundred and one elements one in another, behind as many that are closed."""
    return zipped({"word/document.xml": b"<d>" + b"<d></d>" * 200 + b"<d>" * 200 + b"</d>" * 201})


BAD = {
    "empty.txt": (b"", "aucun texte"),
    "blank.docx": (word(paragraph(" ")), "aucun texte"),
    "latin.txt": ("modifié".encode("latin-1"), "UTF-8"),
    "nul.txt": (b"a\x00b", "U+0000"),
    "bidi.txt": ("a\u202eb".encode(), "U+202E"),
    "code.md": (b"```\ncode\n```\n", "ligne 1"),
    "html.md": (b"<script>alert(1)</script>\n", "ligne 1"),
    "act.odt": (b"PK", "import lit"),
    "act.pdf": (b"%PDF-1.4", "tronqué ou abîmé"),
    "endless.txt": (b"a\n\n" * (reading.MOST_BLOCKS + 1), "alinéas"),
    "truncated.docx": (WHOLE[: len(WHOLE) // 2], "tronqué"),
    "no-zip.docx": (b"This is no archive.", "tronqué"),
    "nothing.docx": (zipped({"a": b""}), "tronqué"),
    "bad.docx": (zipped({"word/document.xml": b"<w:document"}), "tronqué"),
    "locked.docx": (encrypted(), "mot de passe"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "mot de passe"),
    "macros.docx": (word(paragraph("a"), others={"word/vbaProject.bin": b"x"}), "macros"),
    "file.docx": (with_entities("file:///etc/passwd"), "entités"),
    "http.docx": (with_entities("http://127.0.0.1:9/x"), "entités"),
    "laughs.docx": (laughs(), "entités"),
    "deep.docx": (deep(), "bien plus qu’un acte"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_trusted_is_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    data, why = BAD[name]
    root = project(tmp_path / "p")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refused) as refused:
        import_act(root, [tmp_path / name], "a")
    assert why in refused.value.message.fr
    assert not (root / "amendments").exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zipped({"word/document.xml": b" " * (archive.MOST_UNPACKED + 1)})
    assert len(bomb) < 200_000
    (tmp_path / "bomb.docx").write_bytes(bomb)
    started = time.process_time()
    with pytest.raises(Refused, match="too much data"):
        reading.read_file(tmp_path / "bomb.docx")
    assert time.process_time() - started < 1


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_XML", 100)
    (tmp_path / "a.docx").write_bytes(WHOLE)
    with pytest.raises(Refused, match="too much data"):
        reading.read_file(tmp_path / "a.docx")


def test_a_file_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (reading.MOST_TEXT_BYTES + 1))
    with pytest.raises(Refused, match="larger than 4 MB"):
        reading.read_file(tmp_path / "a.txt")


def test_a_pipe_does_not_wait_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(Refused, match="holds no text"):
        reading.read_file(tmp_path / "a.txt")


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no file"):
        reading.read_file(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "« " * 10_000 + "x",
        "\n\n".join(f"« alinéa {n}" for n in range(2_000)),
        "« " + "mot " * 250_000 + "»",
        "le bureau est remplacé " * 40_000,
    ],
    ids=["nested", "unclosed", "a megabyte without a full stop", "orders without end"],
)
def test_a_hostile_text_ends_within_bounds(tmp_path: Path, text: str) -> None:
    act = f"AVENANT\n\nArticle 1 – X\n\nL’article 2 est ainsi rédigé :\n\n{text}\n\nFait à Nord, le 2 mars 2024\n"
    (tmp_path / "a.txt").write_text(act, encoding="utf-8")
    root = project(tmp_path / "p")
    started = time.process_time()
    done = import_act(root, [tmp_path / "a.txt"], "a")
    assert time.process_time() - started < 20
    assert done.unsure or done.read
