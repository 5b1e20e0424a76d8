"""A text that is told to be plain holds nothing that the readers refuse."""

from __future__ import annotations

import sys

from clausier.source.files import _FORBIDDEN
from clausier.source.yaml.events import FORBIDDEN
from clausier.text.typography import is_plain


def test_no_sign_that_is_refused_is_plain() -> None:
    plain = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if is_plain(sign))
    assert not _FORBIDDEN.search(plain)
    assert not FORBIDDEN.search(plain)


def test_french_as_it_is_printed_is_plain() -> None:
    assert is_plain("# Article 1er – Œuvre\n\nL’« ensemble »\u00a0: 3\u202f€\u2009;\n\t- …\n")
    assert not is_plain("un trait d’union caché\u00ad")
