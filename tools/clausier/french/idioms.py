"""Words that mean one thing together, as one token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.french.joining import NUMBERS, UNITS, VERBS
from clausier.french.lexicon import KINDS
from clausier.french.tokens import Token

LATTER = frozenset({"ce", "cette", "ces"})  # « ce dernier »
_SAID = "mentionne cite employe utilise".split()
_THEY_STAND = tuple(
    f"{they} {stand}"
    for they, stands, be, ending in (
        ("il", "apparait figure", "est", ""),
        ("elle", "apparait figure", "est", "e"),
        ("ils", "apparaissent figurent", "sont", "s"),
        ("elles", "apparaissent figurent", "sont", "es"),
    )
    for stand in (*stands.split(), *(f"{be} {said}{ending}" for said in _SAID))
)
# Words that are one token together, and what it is; "" where they say nothing. The first that fits is taken.
_TOGETHER: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(words.split()), kind)
    for kind, several in (
        ("EACH", "dans tous les articles/dans l' ensemble des articles/dans chacun des articles"),
        ("EVERY", "dans toutes les dispositions/dans toutes les stipulations/dans l' ensemble des dispositions"),
        ("EVERY", "dans l' ensemble des stipulations/dans l' ensemble du texte/dans tout le texte/dans l' ensemble"),
        ("EVERY", "a chaque occurrence/a chacune de ses occurrences/a chacune de leurs occurrences"),
        ("EVERY", "a toutes ses occurrences/a toutes leurs occurrences/a toutes les occurrences"),
        ("EVERY", "toutes les occurrences"),
        *(("EVERY", f"chaque fois qu' {they}/a chaque fois qu' {they}/partout ou {they}") for they in _THEY_STAND),
        ("ONWARD", "a partir des mots/a partir du mot/a partir des termes/a compter des mots/a compter du mot"),
        ("AFTER", "a la suite"),
        ("A", "au sein/a l' interieur"),
        ("INSTEAD", "au lieu de/au lieu et place de/en lieu et place de/a la place de/et non pas/et non"),
        ("INSTEAD", "ancienne redaction :/ancienne version :/ancien texte :/redaction initiale :/redaction actuelle :"),
        ("INSTEAD", "redaction d' origine :/redaction en vigueur :/version initiale :/version actuelle :"),
        ("INSTEAD", "version d' origine :/version en vigueur :/texte initial :/texte actuel :"),
        ("INSTEAD", "texte d' origine :/texte en vigueur :"),
        ("READ", "nouvelle redaction :/nouvelle version :/nouveau texte :/redaction modifiee :/redaction proposee :"),
        ("READ", "redaction nouvelle :/version modifiee :/version nouvelle :/version proposee :/texte modifie :"),
        ("READ", "texte propose :"),
        (
            "READ",
            "il convient de lire/il faut lire/il y a lieu de lire/on lira/doit se lire/doivent se lire/doit etre lu/doivent etre lus",
        ),
        ("EVERY", "dans toute/dans tout/dans la totalite/dans l' integralite"),
        ("RETITLE", "s' intitule/s' intitulera/prend pour intitule/prend pour titre"),
        (
            "THAT_IS",
            "ayant pour titre/ayant pour intitule/portant le titre/sous le titre/sous l' intitule/denomme/denommee",
        ),
        ("ACT", "cahier des charges"),
        ("IT", "son contenu/leur contenu"),
        ("PROVISIONS", "le contenu/les contenus"),
        ("COLON", ", a savoir :"),
        # What a value is, said beside it, where it is quoted: « le montant prévu à l'article 5, soit « 5 € », ».
        *(
            ("NAMELY", f"{mark} {now}{words}")
            for mark in (",", "(")
            for now in ("", "actuellement ", "initialement ", "precedemment ", "jusqu' alors ")
            for words in (
                "soit",
                "a savoir",
                "c' est-a-dire",
                "d' un montant de",
                "egal a",
                "egale a",
                *("de",)[: len(now)],
                *(f"{set_}{ending} a" for set_ in ("fixe", "etabli") for ending in ("", "e", "s", "es")),
            )
        ),
        ("THUS", "en ce sens/ainsi qu' il suit/que voici/dans les termes suivants/dans les termes ci-apres"),
        ("THUS", "de la maniere suivante/de la facon suivante/dont la redaction est la suivante/dont la teneur suit"),
        ("THUS", "selon le tableau/conformement au tableau"),
        ("THUS", "dont la teneur est la suivante/ayant la teneur suivante/dont la redaction suit"),
        ("MODIFY", "approuver la modification de/approuver les modifications de"),
        ("MODIFY", "fait l' objet des modifications/font l' objet des modifications"),
        ("MODIFY", "subit les modifications/subissent les modifications"),
        ("REWRITE", "se lit desormais/se lisent desormais/se lit dorenavant/se lisent dorenavant/se lira/se liront"),
        ("REPLACE", "se substitue/se substituent"),
        ("REWRITE", "prend la redaction/prennent la redaction/aura la redaction/auront la redaction"),
        ("REWRITE", "s' enonce desormais/s' enoncent desormais/s' enonce dorenavant/s' enoncent dorenavant"),
        ("REWRITE", "fait l' objet de la redaction/fait l' objet d' une nouvelle redaction/recoit la redaction"),
        ("REWRITE", "recoit une nouvelle redaction/recoit la teneur"),
        ("REWRITE", "s' etablit ainsi/s' etablissent ainsi/s' etablit comme suit/s' etablissent comme suit"),
        *(
            ("BECOME", f"{be} {turned}{ending} en")
            for turned in ("change", "modifie", "corrige", "rectifie", "transforme")
            for be, ending in (("est", ""), ("est", "e"), ("sont", "s"), ("sont", "es"))
        ),
        ("FINE", "avant le point final"),
        ("FOUND", "qui figure/qui figurent/qui est inscrite/qui est fixee/qui est prevue"),
        ("BEGIN", "qui commence/qui commencent/qui debute/qui debutent"),
        *((kind, f"on {form}a") for form, kind in KINDS.items() if kind in VERBS and form.endswith("er")),
        ("", "est errone/est erronee/est inexact/est inexacte"),
        ("", "d' un commun accord/purement et simplement/en outre"),
        ("AND", "ainsi que/ainsi qu'"),
        ("", "dans toutes ses dispositions/dans toutes leurs dispositions"),
        ("", "dans sa totalite/dans leur integralite/dans son integralite/dans leur totalite"),
    )
    for words in several.split("/")
)
_ALONE = frozenset({"uniquement", "seulement", "exclusivement"})
_IS_READ = frozenset({"lit", "lisent", "enonce", "enoncent"})
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _meant in _TOGETHER:
    _BY_FIRST.setdefault(_words[0], []).append((_words, _meant))
# « les dispositions générales » are a part of a convention that counts its articles for itself.
_ANOTHER_PART = frozenset({"generales", "particulieres", "communes"})


def _without_own(found: Sequence[Token]) -> list[Token]:
    """« du présent article », the amendment's own, says as much as « suivantes »."""
    kept = list(found)
    for index in range(len(kept) - 2):
        own = [t.value for t in kept[index : index + 2]] == ["du", "present"] and kept[index + 2].kind == "ARTICLE"
        if own and _kind(kept, index + 3) not in NUMBERS:
            kept[index : index + 3] = [replace(kept[index], kind="THUS")]
    return kept


def idioms_joined(found: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence: words that mean one thing together as one, those that say nothing of the change left out."""
    found = list(_without_neutral(_without_own(found)))
    kept: list[Token] = []
    values = tuple([t.value for t in found])
    index = 0
    while index < len(found):
        token = found[index]
        kind, length = _together(values, index) or _with_next(found, values[index : index + 3], index, kept)
        if kind == "READ" and values[index + length - 1] == ":" and all(t.kind != "INSTEAD" for t in kept):
            kind, length = token.kind, 1  # « Article 5 : nouvelle rédaction : »
        if kind == "EVERY" and _kind(found, index + length) in UNITS:
            kind = "BUT"  # « dans tout article »
        if kind == "EACH" and _kind(found, index + length) in NUMBERS:
            kind, length = "EVERY", length - 1  # « dans l'ensemble des articles 3 et 4 »
        if kind == "NAMELY" and _kind(found, index + length) != "QUOTE":
            kind, length = token.kind, 1  # « , soit supprimés »
        if (
            token.value == ")"
            and "NAMELY" in {t.kind for t in kept}
            and ("MARK", "(") not in {(t.kind, t.value) for t in kept}
        ):
            kind = "COMMA"  # « (soit « 5 € ») »
        if kind == "REWRITE" and token.value == "pour":
            kept.pop()  # « modifié pour être rédigé »
        if kind:
            kept.append(replace(token, kind=kind, end=found[index + length - 1].end))
        index += length
        if token.value == "in" and length > 1 and not kind and kept and kept[-1].kind == _kind(found, index) == "COMMA":
            index += 1  # « in fine », between commas
        # « à la suite de », « au sein des »: the preposition goes with the words before it.
        if length > 1 and kind in {"AFTER", "A", "EVERY", "EACH"} and _kind(found, index) == "OF":
            if kind in {"AFTER", "EVERY"} and found[index].value in {"des", "du"}:
                kept.append(replace(found[index], kind="DET"))
            index += 1
    return kept


def _without_neutral(found: Sequence[Token]) -> Iterator[Token]:
    """Without words that say nothing of a change, but « désormais » where it alone says that there is one: « est désormais la suivante »."""
    for index, token in enumerate(found):
        before, behind = found[index - 1] if index else token, _kind(found, index + 1)
        now = token.value in {"desormais", "dorenavant"}
        titled = behind == "COLON" and before.value in {"redaction", "version", "texte"}  # « rédaction initiale : »
        if token.kind != "NEUTRAL" or titled or (now and before.value in _IS_READ):
            yield token
        elif now and before.kind == "BE" and behind == "DET":
            yield replace(token, kind="NEW")


def _together(values: tuple[str, ...], index: int) -> tuple[str, int] | None:
    """The kind that a word has with those after it, and how many they are, where such words are known to mean one thing."""
    known = _BY_FIRST.get(values[index], ())
    return next(((kind, len(words)) for words, kind in known if values[index : index + len(words)] == words), None)


def _with_next(found: list[Token], values: tuple[str, ...], index: int, kept: list[Token]) -> tuple[str, int]:
    """The kind that a token has beside those next to it, "" where it says nothing, and how many tokens that takes.

    `values` are its own and those of the two after it.
    """
    token = found[index]
    if values[:2] == ("sa", "redaction") and not (kept and kept[-1].value == "dans"):
        return "IT", 2
    if kept and token.kind == "STOP" and kept[-1].value in {"art", "al", "para"}:
        return "", 1  # « l'art. 3 », « al. 2 », « l'art. suivant »
    if kept and kept[-1].kind in UNITS and token.value in {"n", "numero"} and _kind(found, index + 1) in {"NUM", "ORD"}:
        return "", 1  # « l'annexe n° 2 »
    if token.value == "passe" and kept and kept[-1].kind == "BE":
        return "BUT", 1  # « est passé de « 5 € » à « 6 € » »: by an earlier act
    if token.value == "soit" and kept and kept[-1].kind in {"BE", "COMMA"}:
        return "BUT", 1  # « sont soit supprimés, soit remplacés »
    if kept and kept[-1].kind == "BY" and token.kind == "IT" and _kind(found, index + 1) == "COLON":
        # « les mots « a » sont remplacés par ceux-ci : « b » », « L'article 3 est remplacé par celui-ci : »
        return "WORDS" if "QUOTE" in {t.kind for t in kept} else "THUS", 1
    added = (
        token.value.startswith("augment") and values[1:2] in (("d'",), ("de",)) and _kind(found, index + 2) == "CARD"
    )
    if added and _kind(found, index + 3) in {"ALINEA", "SENTENCE", "ARTICLE"}:
        return "COMPLETE", 1
    if token.value == "y" and _kind(found, index + 1) == "BE":
        return "", 1  # « y sont remplacés »: where the sentence before says
    if token.value in _ALONE and _kind(found, index + 1) == "COMMA" and _ends_a_place(kept):
        return "", 1  # « à l'article 4 uniquement, »
    if token.value in {"tous", "toutes"} and _kind(found, index + 1) == "DET" and _kind(found, index + 2) == "WORDS":
        return "EVERY", 1
    fine = 2 if values[:2] == ("in", "fine") else 3 if values == ("a", "la", "fin") else 0
    if fine and _kind(found, index + fine) != "OF":
        kinds, own = ({t.kind for t in found[start:]} for start in (0, _clause(found, index)))
        there = "FINE" if {"INSERT", "WORDS"} <= own else "" if kinds & {"INSERT", "COMPLETE", "WORDS"} else "BUT"
        return there, fine
    if (*values, _kind(found, index + 3)) == ("avant", "le", "point", "COMMA") and _kind(
        kept, len(kept) - 2
    ) == "COMPLETE":
        return "FINE", 3  # « est complété, avant le point, par »
    if token.value in LATTER and values[1:2] == ("-1",) and _kind(found, index + 2) not in UNITS:
        return "IT", 2
    if token.value in {"dispositions", "stipulations"} and values[1:2] and values[1] in _ANOTHER_PART:
        return "ACT", 1
    if token.value in {"celle", "celles", "celui", "ceux"} and _kind(found, index + 1) == "OF":
        return "PROVISIONS", 1
    if (
        token.kind in {"POINT", "PARAGRAPH"}
        and kept
        and kept[-1].kind in {"CARD", "NEW"}
        and "." in "".join(values[1:2]).strip(".")
    ):
        return "ARTICLE", 1
    if values in {("pour", "etre", "redige"), ("pour", "etre", "redigee")} and kept and kept[-1].kind == "MODIFY":
        return "REWRITE", 3
    return token.kind, 1


def _clause(found: Sequence[Token], index: int) -> int:
    """Where the clause of a token begins: behind « et » after a quotation, « … par « 8 % » et il est ajouté in fine … »."""
    return next((n for n in range(index, 0, -1) if [t.kind for t in found[n - 1 : n + 1]] == ["QUOTE", "AND"]), 0)


def _ends_a_place(found: Sequence[Token]) -> bool:
    kinds = [t.kind for t in found[-2:]]
    return kinds[-1:] == ["LABEL"] or (bool(UNITS & {*kinds}) and kinds[-1] in UNITS | NUMBERS)


def _kind(found: Sequence[Token], index: int) -> str:
    return found[index].kind if index < len(found) else ""
