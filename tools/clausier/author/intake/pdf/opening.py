"""A PDF's bytes → its pages, by a process that has little time and memory, or a refusal that says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec

import msgspec

from clausier.author.intake.form import too_much
from clausier.author.intake.pdf.page import Answer
from clausier.diagnostics import Refused

MOST_SECONDS = 60
_HEAD = 1024  # bytes at either end in which a PDF says that it is one


def opened(name: str, data: bytes) -> Answer:
    """What is drawn on the pages of a PDF. Raises Refused where it is locked, damaged or far more than an act."""
    if b"%PDF-" not in data[:_HEAD] or b"%%EOF" not in data[-_HEAD:]:
        raise _broken(name, "%%EOF")
    if find_spec("pdfminer") is None:
        raise Refused(
            f"« {name} » : pour lire les PDF, installer ce qu’il faut (pip install 'clausier[pdf]'), ou enregistrer l’acte en .docx",
            f"“{name}”: to read PDFs, install what it takes (pip install 'clausier[pdf]'), or save the act as .docx",
        )
    answer = _asked(name, data)
    match answer.refused:
        case "":
            return answer
        case "locked":
            raise Refused(
                f"« {name} » est protégé (mot de passe, ou copie interdite) : l’enregistrer sans protection, ou demander l’acte en .docx",
                f"“{name}” is protected (by a password, or against copying): save it without protection, or ask for the act as .docx",
            )
        case "pages":
            raise Refused(
                f"« {name} » a trop de pages ({answer.detail}) : n’importer que les pages de l’acte",
                f"“{name}” has too many pages ({answer.detail}): import the pages of the act alone",
            )
        case "large":
            raise too_much(name)
        case _:
            raise _broken(name, answer.detail)


def _asked(name: str, data: bytes) -> Answer:
    """The answer of the reading process."""
    # It must find the same modules, and none of the folder in which it happens to be called.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    command = [sys.executable, "-P", "-m", "clausier.author.intake.pdf.glyphs"]
    try:
        done = subprocess.run(  # noqa: S603 - the command is ours, the file goes to its input
            command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        raise too_much(name) from None
    try:
        return msgspec.json.decode(done.stdout, type=Answer)
    except msgspec.MsgspecError:
        raise too_much(name) from None  # stopped by its bounds before it could answer


def _broken(name: str, why: str) -> Refused:
    return Refused(
        f"« {name} » est tronqué ou abîmé ({why}) : le demander à nouveau, ou l’ouvrir et l’enregistrer sous un autre nom",
        f"“{name}” is truncated or damaged ({why}): ask for it again, or open it and save it under another name",
    )
