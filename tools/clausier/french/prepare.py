"""The tokens of a sentence → those that the grammar reads: without acts' names, dates and words that say nothing of a change."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.dated import FORCE, days_told, without_dates
from clausier.french.joining import NUMBERS, UNITS, VERBS, joined, letters_told, one_verb
from clausier.french.tokens import Token

LATTER = frozenset({"ce", "cette", "ces"})  # « ce dernier »
# What moves, cuts or joins places, or says until when they apply: amending verbs where a sentence names a place.
ON_PLACES = frozenset({"MOVE", "SPLIT", "UNITE"}) | FORCE
_STOPS = frozenset({*VERBS, "BE", "QUOTE", "COMMA", "BUT"})
_NAMED = UNITS | NUMBERS | {"QUOTE", "THUS", "EVERY", "BECOME"}
_PLAIN = frozenset(
    "W NUM ORD OF A DET AND LABEL MARK CARD ACT BETWEEN ALONE BEGIN START CHANGES LIST BRING RENUMBER".split()
)
_IN_A_NAME = _PLAIN | {"ARTICLE", "ANNEX"}
_IN_A_SUBJECT = _PLAIN | {"TABLE", "WORDS"}
# « relatif à la durée » after a number says what the article is about, and names nothing.
_ABOUT = ("relatif", "relati", "concernant", "portant", "consacre", "afferent")
_THEY_STAND = (
    *(f"{they} {stand}" for they in ("il", "elle") for stand in ("apparait", "figure")),
    *(f"{they} {stand}" for they in ("ils", "elles") for stand in ("apparaissent", "figurent")),
)
# Words that are one token together, and what it is; "" where they say nothing. The first that fits is taken.
_TOGETHER: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(words.split()), kind)
    for kind, several in (
        ("EVERY", "dans toutes les dispositions/dans toutes les stipulations/dans l' ensemble des dispositions"),
        ("EVERY", "dans l' ensemble des stipulations/dans l' ensemble du texte/dans tout le texte/dans l' ensemble"),
        ("EVERY", "a chaque occurrence/a chacune de ses occurrences/a chacune de leurs occurrences"),
        ("EVERY", "a toutes ses occurrences/a toutes leurs occurrences/a toutes les occurrences"),
        ("EVERY", "toutes les occurrences"),
        *(("EVERY", f"chaque fois qu' {they}/partout ou {they}") for they in _THEY_STAND),
        ("AFTER", "a la suite"),
        ("A", "au sein/a l' interieur"),
        ("INSTEAD", "au lieu de"),
        ("EVERY", "dans toute/dans tout/dans la totalite/dans l' integralite"),
        ("RETITLE", "s' intitule/s' intitulera"),
        (
            "THAT_IS",
            "ayant pour titre/ayant pour intitule/portant le titre/sous le titre/sous l' intitule/denomme/denommee",
        ),
        ("IT", "son contenu/leur contenu"),
        ("THUS", "ainsi qu' il suit"),
        ("AND", "ainsi que/ainsi qu'"),
        ("", "dans toutes ses dispositions/dans toutes leurs dispositions"),
        ("", "dans sa totalite/dans leur integralite/dans son integralite/dans leur totalite"),
    )
    for words in several.split("/")
)
_BY_FIRST = {
    first: tuple((words, kind) for words, kind in _TOGETHER if words[0] == first)
    for first in {w[0] for w, _ in _TOGETHER}
}
# « les dispositions générales » are a part of a convention that counts its articles for itself.
_ANOTHER_PART = frozenset({"generales", "particulieres", "communes"})
# What may open a clause before the place: it says why, and orders nothing.
_OPENERS = (
    *((word,) for word in ("conformement", "afin", "suite", "vu", "ainsi")),
    *(tuple(words.split()) for words in (
        "pour tenir", "pour prendre", "pour se", "pour mettre", "pour cela", "pour ce faire", "en application", "en consequence", "en outre", "en raison", "par ailleurs", "par consequent", "dans le respect",
        "a cet effet", "a ce titre", "au regard", "compte tenu",
    )),
)  # fmt: skip
# Those that are nothing without what follows, whatever comma stands between.
_WITHOUT_OBJECT = frozenset(
    tuple(words.split())
    for words in (
        "pour prendre en compte",
        "pour tenir compte",
        "en application",
        "compte tenu",
        "conformement",
        "au regard",
    )
)
# Who agrees: they do so by saying it.
_WHO = frozenset(
    {"parties", "membres", "partenaires", "sociaux", "soussignes", "organisations", "presentes", "contractantes"}
)


class Prepared(Struct, frozen=True):
    """The tokens that the grammar reads, the acts that the places are said to be of, and since when, both as written."""

    tokens: list[Token]
    acts: tuple[str, ...]
    when: str


def prepared(found: Sequence[Token], sentence: str) -> Prepared:
    """A sentence without acts' names, its date and the words that say nothing of a change."""
    kept = _phrases([t for t in _without_own(found) if t.kind != "NEUTRAL"])
    kept = list(letters_told(_without_brackets(kept)))
    kept, acts = _without_acts(kept, sentence)
    kept = _without_rest(_without_wording(_without_subjects(kept)))
    kept, when = without_dates(kept, sentence, _STOPS, UNITS)
    return Prepared(list(joined(one_verb(days_told(_without_agreement(kept))))), acts, when)


def _without_own(found: Sequence[Token]) -> list[Token]:
    """« du présent article », the amendment's own, says as much as « suivantes »."""
    kept = list(found)
    for index in range(len(kept) - 2):
        own = [t.value for t in kept[index : index + 2]] == ["du", "present"] and kept[index + 2].kind == "ARTICLE"
        if own and _kind(kept, index + 3) not in NUMBERS:
            kept[index : index + 3] = [replace(kept[index], kind="THUS")]
    return kept


def _without_agreement(found: list[Token]) -> list[Token]:
    """Without « Les parties conviennent de » before a change that a colon ends: they do so by saying it."""
    values = [t.value for t in found[:8]]
    agreed = next((n for n, v in enumerate(values) if v in {"conviennent", "decident", "convenu", "decide"}), 0)
    direct = next((n for n, t in enumerate(found[:8]) if t.kind in VERBS), 0)
    end = agreed or direct  # « les parties complètent l'article 5 comme suit : »
    who = {*values[:end]} - {
        "les",
        "l'",
        "ensemble",
        "des",
        "signataires",
        "il",
        "est",
        "signataire",
        "a",
        "ete",
        "ont",
    }
    if not end or found[-1].kind != "COLON" or who - _WHO:
        return found
    if not agreed:
        return found[direct:] if who else found
    if (values[:1] == ["il"]) != (values[agreed] in {"convenu", "decide"} and "ont" not in values[:agreed]):
        return found
    link = values[agreed + 1] if len(values) > agreed + 1 else ""
    return found[agreed + 2 :] if link in {"de", "d'", "que", "qu'"} else found


def leaves_the_rest(found: Sequence[Token]) -> bool:
    """Whether a sentence says that what the act does not change stays: « Les stipulations non modifiées demeurent »."""
    kinds = [t.kind for t in found]
    values = [t.value for t in found]
    stays = [n for n, v in enumerate(values) if v in {"demeure", "demeurent", "reste", "restent"}]
    verbs = [n for n, kind in enumerate(kinds) if kind in VERBS]
    unchanged = all(kinds[n] == "MODIFY" and "non" in values[max(0, n - 2) : n] for n in verbs)
    return bool(stays and verbs) and unchanged and max(verbs) < stays[0] and not {"QUOTE", "COLON"} & set(kinds)


def _without_rest(found: list[Token]) -> list[Token]:
    """Without « , le reste de l’article est sans changement »: it says what is not changed."""
    for index, token in enumerate(found):
        if token.value != "reste" or not index or found[index - 1].value != "le":
            continue
        rest = found[index + 1 :]
        unchanged = {t.value for t in rest} & {"changement", "inchange", "inchangee"}
        if unchanged and not any(t.kind in {*VERBS, "QUOTE", "COLON"} for t in rest):
            start = index - 1
            while start and found[start - 1].kind in {"COMMA", "SEMI", "AND", "MARK"}:
                start -= 1
            return found[:start]
    return found


def without_opening(stream: Sequence[Token]) -> list[Token] | None:
    """Without a clause before the first comma that says why (« Pour tenir compte de la loi, »); None where there is none."""
    values = tuple(t.value for t in stream[:3])
    if not any(values[: len(opener)] == opener for opener in _OPENERS):
        return None
    object_to_come = False
    for index, token in enumerate(stream):
        if token.kind in {"QUOTE", "BUT", "BE", *VERBS} or (object_to_come and token.kind in UNITS):
            return None
        if token.kind == "COMMA":
            if tuple(t.value for t in stream[:index]) in _WITHOUT_OBJECT:
                object_to_come = True  # « Pour prendre en compte, la loi du …, l’article … »
                continue
            rest = list(stream[index + 1 :])
            return rest or None
    return None


def _phrases(found: list[Token]) -> list[Token]:
    """Words that mean one thing together, as one token."""
    kept: list[Token] = []
    values = tuple([t.value for t in found])
    index = 0
    while index < len(found):
        token = found[index]
        kind, length = _together(values, index) or _with_next(found, values[index : index + 3], index, kept)
        if kind == "REWRITE" and length > 1:
            kept.pop()  # « modifié pour être rédigé »
        if kind:
            kept.append(replace(token, kind=kind))
        index += length
        if token.value == "in" and length > 1 and not kind and kept and kept[-1].kind == _kind(found, index) == "COMMA":
            index += 1  # « in fine », between commas
        # « à la suite de », « au sein des »: the preposition goes with the words before it.
        if length > 1 and kind in {"AFTER", "A", "EVERY"} and _kind(found, index) == "OF":
            if kind == "AFTER" and found[index].value in {"des", "du"}:
                kept.append(replace(found[index], kind="DET"))
            index += 1
    return kept


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
    numbered = kept and kept[-1].kind in {"ARTICLE", "ANNEX"} and _kind(found, index + 1) == "NUM"
    if numbered and (token.value in {"n", "numero"} or (token.kind == "STOP" and kept[-1].value == "art")):
        return "", 1  # « l'annexe n° 2 », « l'art. 3 »
    if token.value in {"tous", "toutes"} and _kind(found, index + 1) == "DET" and _kind(found, index + 2) == "WORDS":
        return "EVERY", 1
    if values[:2] == ("in", "fine") and _kind(found, index + 2) != "OF":
        return ("" if {t.kind for t in found} & {"INSERT", "COMPLETE", "WORDS"} else "BUT"), 2
    if token.value in LATTER and values[1:2] == ("-1",) and _kind(found, index + 2) not in UNITS:
        return "IT", 2
    if token.value in {"dispositions", "stipulations"} and values[1:2] and values[1] in _ANOTHER_PART:
        return "ACT", 1
    if token.value in {"celle", "celles", "celui", "ceux"} and _kind(found, index + 1) == "OF":
        return "PROVISIONS", 1
    if values in {("pour", "etre", "redige"), ("pour", "etre", "redigee")} and kept and kept[-1].kind == "MODIFY":
        return "REWRITE", 3
    return token.kind, 1


def _kind(found: Sequence[Token], index: int) -> str:
    return found[index].kind if index < len(found) else ""


def _without_brackets(found: list[Token]) -> list[Token]:
    """Without what stands in parentheses, where it orders nothing."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        if found[index].value == "(":
            end = next((i for i in range(index, len(found)) if found[i].value == ")"), None)
            inside = found[index : end or index]
            if end is not None and _is_aside(inside[1:]):
                index = end + 1
                continue
        kept.append(found[index])
        index += 1
    return kept


def _is_aside(inside: list[Token]) -> bool:
    """Whether what stands in parentheses (« (IDCC 2098) ») neither names a part nor narrows the change."""
    plain = not any(t.kind in UNITS | {*VERBS, "BUT", "BE"} for t in inside)
    return (
        plain
        and bool(inside)
        and inside[0].kind in {"W", "NUM"}
        and inside[0].value not in {"pour", "dont", "seulement"}
    )


def _without_acts(found: list[Token], sentence: str) -> tuple[list[Token], tuple[str, ...]]:
    kept: list[Token] = []
    acts: list[str] = []
    index = 0
    while index < len(found):
        probe = index
        while probe < len(found) and found[probe].kind in {"OF", "A", "DET"}:
            probe += 1
        if probe < len(found) and found[probe].kind == "ACT" and (probe > index or not kept):
            end = _end_of_name(found, probe)
            while end > probe + 1 and found[end - 1].kind in {"AND", "OF", "A", "DET"}:
                end -= 1
            if kept and kept[-1].kind in _NAMED:
                acts.append(sentence[found[probe].start : found[end - 1].end])
            index = end
            if (
                index < len(found)
                and found[index].kind == "COMMA"
                and index + 1 < len(found)
                and found[index + 1].kind == "BE"
            ):
                index += 1
            continue
        kept.append(found[index])
        index += 1
    return kept, tuple(acts)


def _end_of_name(found: list[Token], at: int) -> int:
    """Where the name of an act that begins at `at` ends: before the verb, or the comma, that goes on with the sentence."""
    index = at + 1
    while index < len(found):
        kind, value = found[index].kind, found[index].value
        following = found[index + 1] if index + 1 < len(found) else None
        as_amended = (
            kind == "COMMA" and following is not None and following.value in {"tel", "telle", "modifie", "dans"}
        )
        of_the_act = kind == "MODIFY" and following is not None and following.kind in {"BY", "BE", "COMMA", "STOP"}
        if as_amended or (of_the_act and found[index - 1].kind != "BE" and following and following.kind == "BY"):
            index += 2
        elif of_the_act and found[index - 1].kind in {"NUM", "W"}:
            index += 1  # « l’accord du 2 avril 1998 modifié est … »
        elif kind == "QUOTE" and (following is None or following.kind in {"OF", "BE", "A", "COMMA", "LABEL", "NUM"}):
            index += 1  # « l’avenant « Ouvriers » du 6 février »
        elif kind == "BY" and following is not None and following.kind in {"DET", "W"} and found[index - 1].kind == "W":
            index += 1  # « relatif à la promotion par l’alternance »
        elif kind == "CARD" and following is not None and following.kind in UNITS | {"NEW"}:
            return index  # « à la convention un article 12 »
        elif kind in _IN_A_NAME or value == "titre" or value in {"tel", "telle", "que", "qu'"}:
            index += 1
        else:
            return index
    return index


def _without_subjects(found: list[Token]) -> list[Token]:
    """Without « relatif à … » behind a number or a name, up to what goes on with the sentence."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        about = token.kind == "W" and token.value.startswith(_ABOUT) and not _narrows(token, kept)
        if kept and (
            (about and kept[-1].kind in NUMBERS | UNITS | {"QUOTE"}) or _says_what_is_shown(kept[-1], found, index)
        ):
            index += 1
            while index < len(found) and found[index].kind in _IN_A_SUBJECT:
                index += 1
            continue
        kept.append(token)
        index += 1
    return kept


def _narrows(about: Token, before: list[Token]) -> bool:
    """Whether « relatives à … » says which of « les dispositions de l'article 3 » are meant, and not what the article is about."""
    return not about.value.endswith(("if", "ive", "re", "ree", "rent", "rente")) and any(
        t.value in {"dispositions", "stipulations"} for t in before
    )


def _says_what_is_shown(before: Token, found: list[Token], index: int) -> bool:
    """Whether « de … » begins what a table shows (« le tableau des garanties »), which names nothing."""
    following = found[index + 1 : index + 3]
    return (
        before.kind in {"TABLE", "LIST"}
        and found[index].kind == "OF"
        and any(t.kind == "W" for t in following)
        and not any(t.kind in UNITS | {"PROVISIONS"} for t in following)
    )


def _without_wording(found: list[Token]) -> list[Token]:
    """Without « dans sa rédaction issue de … » (the act's name is gone already)."""
    kept = list(found)
    for index, token in enumerate(kept):
        if token.value == "redaction" and index >= 2 and kept[index - 2].value == "dans":
            end = index + 1
            while end < len(kept) and kept[end].value in {"issu", "issue", "resultant", "en", "vigueur", "de", "du"}:
                end += 1
            start = index - 2 - (kept[index - 3].kind == "COMMA" if index > 2 else 0)
            end += end < len(kept) and kept[end].kind == "COMMA"
            return kept[:start] + kept[end:]
    return kept
