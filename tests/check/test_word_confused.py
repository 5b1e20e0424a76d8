"""What a row of confused words is looked for by: letters that are wherever it finds a word."""

from __future__ import annotations

import pytest

from clausier.check.word_confused import _LETTERS, CONFUSED, _row, _rows

# By hand, of each wrong word that is not looked for as it is written, all that its rows find: each word, before each ending.
FOUND = {
    r"voies?": "voie délibérative|voies consultatives|voies prépondérantes|voies exprimées",
    r"ou": "dans le cas ou le|au cas ou il|dans la mesure ou cette",
    r"(?:dors|d['’]ors)": "dors et déjà|d'ors et déjà|d’ors et déjà",
    r"(?-i:a)": "a compter du|a compter d’hier|a l'issue de|a l’issue de|a l'exception de|a l’exception de|a défaut d’accord|a partir de"
    "|a savoir|a titre gratuit|a titre onéreux|a titre exceptionnel",
    r"a": "jusqu'a 10|jusqu’a la fin",
    r"fond": "fond de commerce|fond de roulement|fond de solidarité|fond de garantie|fond de dotation|fond de concours"
    "|fond de investissement|fond de compensation",
    r"sessions?": "session de parts|sessions de créance|session d'actions|session d’actions|session des droits",
    r"cessions?": "cession plénière|cessions ordinaires|cessions extraordinaires",
    r"sensée?s?": "sensé être|sensée avoir|sensés connaître|sensées savoir|sensé ignorer|sensé respecter",
    r"(?:côtes?|cottes?|quottes?|cotes?)[\s-]parts?": "côte-part|côtes parts|cotte-part|quottes-parts|cote part|cotes-part",
    r"on": "qui on été|ils on pas|qui on plus|ils on pour|qui on fait|ils on reçu|qui on signé|ils on adhéré",
    r"son": "qui son tenus|ils son membres|qui son chargés|ils son soumis|qui son réunis|ils son applicables|qui son prévus"
    "|ils son définis",
    r"vu": "en vu de|en vu d'|en vu d’",
    r"leurs": "leurs est|leurs sera|leurs seront|leurs sont|leurs a été|leurs ont été|leurs permet|leurs incombe|leurs revient",
    r"palliers?": "pallier de|palliers d'|pallier d’|palliers suivants|palliers supérieurs|pallier inférieur",
}


def test_every_word_that_is_not_looked_for_as_it_is_written_is_told_here() -> None:
    patterns = {wrong for _, wrong, _, _ in CONFUSED}
    assert set(_LETTERS) == set(FOUND) <= patterns
    assert all(pattern.isalpha() for pattern in patterns - set(FOUND))


@pytest.mark.parametrize("wrong", FOUND)
def test_a_row_is_looked_for_by_letters_of_all_that_it_finds(wrong: str) -> None:
    rows = {n for n, row in enumerate(CONFUSED) if row[1] == wrong}
    for words in FOUND[wrong].split("|"):
        finding = [n for n in rows if _row(n).search(words)]
        assert finding, words
        for n in finding:
            assert any(letters in words for letters, row in _rows() if row == n), words
