"""What may stand under the name of a signed file, and that its hash is taken whole."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from clausier.source import received
from clausier.source.acts import read_project
from intake.projects import project


def codes(root: Path, name: str, digest: str) -> list[str]:
    folder = root / "amendments/a"
    (folder / "01.md").write_text("---\nsans-effet: exposé\n---\n# Article 1\n\nRien.\n", encoding="utf-8")
    index = f'id: a\ntitre: A\nsignature: 2024-01-01\nreçu:\n  - fichier: "{name}"\n    empreinte: "{digest}"\n'
    (folder / "avenant.yml").write_text(index, encoding="utf-8")
    _, found = read_project(root)
    return [d.code.id for d in found if d.severity != "remark"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path / "p")
    (made / "amendments/a").mkdir(parents=True)
    return made


def test_the_hash_is_of_all_the_bytes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"un\r\ndeux\rtrois\r\n" * 50
    (root / "amendments/a/acte.txt").write_bytes(data)
    whole, unix = (hashlib.sha256(d).hexdigest() for d in (data, data.replace(b"\r\n", b"\n")))
    for size in (1, 3, 7, 1000):  # a line end may be cut in two
        monkeypatch.setattr(received, "_AT_ONCE", size)
        assert codes(root, "acte.txt", whole) == []
        assert codes(root, "acte.txt", unix) == []
        assert codes(root, "acte.txt", whole[:8]) == []
        assert codes(root, "acte.txt", hashlib.sha256(data[:-1]).hexdigest()) == ["SRC316"]
    (root / "amendments/a/acte.txt").write_bytes(data + b"\r")
    assert codes(root, "acte.txt", hashlib.sha256(data + b"\r").hexdigest()) == []


def test_what_is_no_file_of_the_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs.txt").write_text("x", encoding="utf-8")
    digest = hashlib.sha256(b"x").hexdigest()
    assert codes(root, "../../../ailleurs.txt", digest) == ["SRC406"]
    assert codes(root, "..", digest) == ["SRC317"]
    os.mkfifo(root / "amendments/a/tube.txt")
    assert codes(root, "tube.txt", digest) == ["SRC317"]
    (root / "amendments/a/lien.txt").symlink_to(tmp_path / "ailleurs.txt")
    assert codes(root, "lien.txt", digest) == ["SRC313", "SRC303"]
