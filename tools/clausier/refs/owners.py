"""Whose article it is: « du présent accord », « du code du travail », « de l'avenant n° 1 », or another's that is not understood."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.refs.reading import Words, of
from clausier.text.numerals import MONTHS

Whose = Literal["own", "act", "other", "unknown"]

_NOUNS = frozenset(
    "accord accord-cadre accords acte ani arrêté arrêtés avenant avenants bail cahier ccag cgct charte circulaire code codes"
    " conditions constitution contrat contrats convention conventions décision décret décrets délibération directive"
    " dispositions document instruction livre loi lois marché marchés ordonnance ordonnances protocole règlement rgpd statut"
    " statuts tfue texte textes traité".split()
)
_QUALITIES = frozenset(
    "autonome cadre collectif collective collectives constitutif constitutive départemental départementale général générale"
    " générales interprofessionnel interprofessionnelle intérieur modifié modifiée national nationale nationales organique"
    " particulières professionnel ministériel territorial territoriale".split()
)
_OF_CODES = frozenset(
    "administrative administratives assurances civil civile collectivités commande consommation commerce électoral"
    " éducation environnement étrangers famille finances financières forestier général impôts intellectuelle intérieure"
    " judiciaire justice maritime militaire minier monétaire financier mutualité organisation patrimoine pêche pénal pénale"
    " procédure procédures propriété publique recherche routes rural santé sécurité sociale sport territoriales tourisme"
    " transports travail urbanisme action construction habitation défense énergie".split()
)
_ELSEWHERE = frozenset(
    "collectif collective national nationale interprofessionnel interprofessionnelle territorial territoriale européen"
    " européenne cadre n n° modifié modifiée".split()
)
_PRESENT = frozenset("présent présente présents présentes".split())
# What may follow « de » without being the text of which the article is a part.
_NO_NOUN = frozenset("façon manière plein part fait sorte ne se s' n' droit préférence même".split())
_LITTLE = frozenset("de du des la le les l' d' et".split())


class Owner(Struct, frozen=True):
    """Of which text something is a part.

    `own`: of this one; `act`: of the act whose words these are (« du présent avenant »); `other`: of the text that
    `words` describe; `unknown`: of something else. `end` is the word after it.
    """

    whose: Whose
    end: int
    words: str = ""


def owner(line: Words, i: int, own: str) -> Owner | None:
    """The owner named from word `i` on; None where what follows names none. `own` is what this text calls itself."""
    opened = line.at(i) in {"(", ","}
    if opened:
        i += 1
    if not opened and line.at(i) in {"dudit", "desdits", "desdites"}:
        return _other(line, i, i + 1) if line.at(i + 1) in _NOUNS else None
    k = of(line, i)
    if k is None and opened:
        k = i
    if k is None:
        return None
    word = line.at(k)
    if word in _PRESENT:
        return Owner(_present(line.at(k + 1), own), k + 2)
    if word in {"ladite", "même", "mêmes", "cette", "cet", "ce", "ces", "susdite", "susdit"}:
        return _other(line, k, k + 1) if line.at(k + 1) in _NOUNS else None
    if word == own and not _another(line, k):
        return Owner("own", k + 1)
    if word in _NOUNS or (len(word) > 1 and line.written(k).isupper() and not opened):
        return _other(line, k, k)
    if opened or word in _NO_NOUN or not word.isalpha() or word.endswith(("er", "ir")):
        return None
    return Owner("unknown", k + 1)


def _present(noun: str, own: str) -> Whose:
    """Whose a « présent(e) `noun` » is: an amendment speaks of itself, an agreement below a convention of that one."""
    if noun in {"avenant", "avenants"} and own != "avenant":
        return "act"
    return "unknown" if noun == "convention" != own else "own"


def _another(line: Words, k: int) -> bool:
    """Whether the noun at `k` names another text of the kind: a collective one, one of a date, one with a number."""
    after = line.at(k + 1)
    return after in _ELSEWHERE or (after in {"du", "de"} and line.at(k + 2)[:1].isdigit())


def _other(line: Words, first: int, noun: int) -> Owner:
    end = _end(line, noun)
    return Owner("other", end, line.chars[line.starts[first] : line.ends[end - 1]])


def _end(line: Words, noun: int) -> int:
    """The word after the name of an act: its noun, and the number, date and qualities that follow."""
    end = noun + 1
    if line.at(noun) in {"code", "codes"}:
        while line.at(end) in _OF_CODES or (line.at(end) in _LITTLE and _word_of_code(line, end + 1)):
            end += 1
        return end
    while True:
        after = line.at(end)
        if after in _QUALITIES:
            end += 1
        elif after == "n" and line.at(end + 1) == "°" and line.at(end + 2)[:1].isdigit():
            end += 3
        elif after == "du" and line.at(end + 1)[:1].isdigit() and line.at(end + 2) in MONTHS:
            end += 4 if line.at(end + 3).isdigit() else 3
        else:
            return end


def _word_of_code(line: Words, i: int) -> bool:
    return line.at(i) in _OF_CODES or (line.at(i) in _LITTLE and line.at(i + 1) in _OF_CODES)


def owner_before(line: Words, i: int) -> Owner | None:
    """The text named earlier in the sentence, of which a reference that nothing introduces is a part (`loi …, art. 4`)."""
    stop = max(-1, i - 25)
    for k in range(i - 1, stop, -1):
        word = line.at(k)
        if word in {".", ":"} and line.at(k - 1) not in {"art", "n", "al"}:
            return None
        if word == "annexe" and line.at(k + 1) not in {"", ",", ";", "et"}:
            return Owner("unknown", k)  # « annexe n° 5, article 3 »
        if word in _NOUNS:
            if line.at(k - 1) in _PRESENT:
                return None
            end = _end(line, k)
            return _other(line, k, k) if end > k + 1 else None
    return None


def owner_afar(line: Words, i: int) -> Owner | None:
    """« du même accord », « dudit décret », later in the sentence: the text of what the reference was about."""
    for k in range(i, min(i + 25, len(line.lower))):
        word = line.at(k)
        if word in {".", ";", "article", "articles"}:
            return None
        same = word == "du" and line.at(k + 1) == "même" and line.at(k + 2) in _NOUNS
        if same or (word == "dudit" and line.at(k + 1) in _NOUNS):
            return _other(line, k + 1 if same else k, k + 2 if same else k + 1)
    return None
