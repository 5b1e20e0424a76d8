"""PDFs that are not read: each is refused with what to do, within its time and memory; nothing is executed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.author.intake.pdf import opening
from clausier.author.intake.pdf.read import read_pdf
from clausier.diagnostics import Refused
from intake.pdfs import ACROSS, LEFT, TOP, WIDTH, at, bomb, lines, pdf
from intake.projects import project

WORD = at(LEFT, TOP, "Un mot.")
PICTURE = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream"


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as found:
        read_pdf("acte.pdf", data)
    return found.value.message.fr


def test_a_scan_is_refused_with_what_to_do() -> None:
    said = refused(pdf([f"q {WIDTH} 0 0 842 0 0 cm /X Do Q"], page="/XObject << /X 3 0 R >>", objects=[PICTURE]))
    assert "une image sans texte (un scan)" in said
    assert "OCR" in said


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.98])
def test_a_truncated_file_is_refused(cut: float) -> None:
    whole = pdf([WORD] * 3)
    assert "tronqué ou abîmé" in refused(whole[: int(cut * len(whole))])


def test_a_file_whose_list_of_objects_is_wrong_is_refused_rather_than_guessed_at() -> None:
    whole = pdf([WORD])
    assert "tronqué ou abîmé" in refused(whole.replace(b"startxref\n", b"startxref\n9"))
    assert "tronqué ou abîmé" in refused(pdf([WORD], count=2))
    assert "tronqué ou abîmé" in refused(b"%PDF-1.7\nrien\n%%EOF")
    assert "tronqué ou abîmé" in refused(whole.replace(b"/Contents 4 0 R", b"/Contents 9 0 R"))


def test_a_stream_that_is_cut_is_refused_and_not_read_in_part() -> None:
    pressed = zlib.compress("\n".join(at(LEFT, TOP - n, f"Mot {n}.") for n in range(400)).encode("latin-1"))
    assert "tronqué ou abîmé" in refused(pdf([pressed[: len(pressed) // 2]], filters="/Filter /FlateDecode"))


def test_a_locked_file_is_refused() -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <{'00' * 32}> /U <{'00' * 32}> >> /ID [<00> <00>]"
    assert "est protégé" in refused(pdf([WORD], trailer=lock))


def test_a_thousand_pages_are_refused_at_once() -> None:
    start = time.process_time()
    assert "trop de pages (1000)" in refused(pdf([WORD] * 1000))
    assert "trop de pages (1000000)" in refused(pdf([WORD], count=1_000_000))
    assert time.process_time() - start < 20


@pytest.mark.parametrize("twice", [False, True])
def test_a_bomb_is_refused_within_its_memory(*, twice: bool) -> None:
    data = bomb(3_000_000_000)
    filters = "/Filter /FlateDecode"
    if twice:
        data, filters = zlib.compress(data), "/Filter [/FlateDecode /FlateDecode]"
    assert len(data) < 10_000_000
    assert "bien plus qu’un acte" in refused(pdf([data], filters=filters))


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_SECONDS", 0.01)
    assert "bien plus qu’un acte" in refused(pdf([WORD]))


def test_an_alinea_over_many_pages_takes_no_more_time_than_its_lines() -> None:
    pages = [lines([f"page {n} ligne {row} ".ljust(ACROSS, "x") for row in range(50)]) for n in range(60)]
    start = time.process_time()
    assert len(read_pdf("a.pdf", pdf(pages)).blocks) == 1
    assert time.process_time() - start < 30  # 3 s; where each line looked at all before it, more than a minute


def test_a_form_that_draws_itself_ends() -> None:
    body = b"/X Do"
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 3 0 R >> >> /Length 5 >>\nstream\n"
        + body
        + b"\nendstream"
    )
    start = time.process_time()
    try:
        read = read_pdf("a.pdf", pdf([WORD + "\n/X Do"], page="/XObject << /X 3 0 R >>", objects=[form]))
        told = " / ".join(getattr(b, "text", "") for b in read.blocks)
    except Refused as said:
        told = said.message.fr
    assert told == "Un mot." or "bien plus qu’un acte" in told  # both ends are good ones
    assert time.process_time() - start < 70


def test_a_page_that_is_a_drawing_is_refused() -> None:
    drawn = "\n".join(at(20 + 7 * (n % 80), 10 + 12 * (n // 80), "A", size=2) for n in range(4_500))
    assert "une page de dessin" in refused(pdf([drawn]))


def test_signs_without_letters_are_refused() -> None:
    font = "/F3 << /Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 1 /LastChar 3 /Widths [600 600 600] >>"
    assert "ne dit pas quelles lettres" in refused(pdf(["BT /F3 10 Tf 1 0 0 1 60 760 Tm <010203> Tj ET"], fonts=font))


def test_without_the_library_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "find_spec", lambda _: None)
    assert "clausier[pdf]" in refused(pdf([WORD]))


def test_scripts_and_attached_files_are_not_run_and_nothing_is_fetched(tmp_path: Path) -> None:
    action = "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\)) >>"
    launch = "/AA << /WC << /S /Launch /F (/bin/false) >> >>"
    data = pdf([WORD], catalog=f"{action} {launch}")
    (tmp_path / "in.pdf").write_bytes(data)
    # Every opening of a socket and every start of a program would be heard by the audit hook.
    code = (
        "import sys\n"
        "heard = []\n"
        "sys.addaudithook(lambda e, a: heard.append(e) if e.split('.')[0] in {'socket', 'subprocess', 'os.system'}"
        " or e in {'os.exec', 'os.posix_spawn', 'os.fork'} else None)\n"
        "from clausier.author.intake.pdf.glyphs import read\n"
        "import json\n"
        "answer = read(open(sys.argv[1], 'rb').read())\n"
        "print(json.dumps([heard, len(answer.pages), answer.refused]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "in.pdf"], capture_output=True, check=True, text=True)
    assert json.loads(done.stdout) == [[], 1, ""]


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([WORD] * 2)[:400])
    root = project(tmp_path / "p")
    with pytest.raises(Refused):
        import_act(root, [tmp_path / "a.pdf"], "avenant-1")
    assert not (root / "amendments").exists()
