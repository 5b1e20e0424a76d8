"""Tokens that are one thing with those beside them: letters that are labels, verbs that order one change, numbers in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from clausier.french.lexicon import CARDINALS
from clausier.french.tokens import Token
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex

UNITS = frozenset(
    "ARTICLE ALINEA PARAGRAPH SENTENCE POINT DASH ANNEX PREAMBLE TABLE LIST HEADING ROW COLUMN DIVISION".split()
)
NUMBERS = frozenset({"NUM", "ORD", "LABEL"})
_FORMER = frozenset({"ancien", "anciens"})
_ROMANS = frozenset("IVX")
_SEVERAL = frozenset({"aux", "les", "des"})
_FEMININE = frozenset({"SENTENCE", "LIST", "ROW", "COLUMN", "ANNEX"})
_BEHIND_AN_ITEM = frozenset({"COMMA", "COLON", "BE", "BECOME"})
VERBS = ("REPLACE", "REWRITE", "COMPLETE", "RESTORE", "INSERT", "RETITLE", "DELETE", "REPEAL", "MODIFY")


# « 3.1 », « IV-3 », « A.12.1 »; « L. 2113-6 » is of a code.
_COMPOUND = regex(
    rf"(?:\d{{1,2}}(?:\.\d{{1,3}})+|(?:[IVX]+|[A-CE-KM-QS-Z])[.-]\d{{1,3}}(?:[.-]\d{{1,3}})*)(?: (?:{'|'.join(ADVERBS)}))?\Z"
)
_DIGITS = {str(n): word for word, n in CARDINALS.items() if n > 1}
_BEFORE_A_UNIT = frozenset("au du le aux des les un".split())
# What stands before a label with its mark, and behind it.
_BEFORE_A_LABEL = frozenset("au le du un".split())
_BEHIND_A_LABEL = frozenset("OF COMMA COLON BE BECOME THUS REWRITE".split())
_MARKS = {
    ".": (_BEFORE_A_LABEL, _BEHIND_A_LABEL),
    ")": (_BEFORE_A_LABEL | {"les", "aux", "des", "et"}, _BEHIND_A_LABEL | {"AND"}),
}
_BEHIND_A_FIGURE = frozenset("%€")


def articles_told(found: Sequence[Token]) -> Iterator[Token]:
    """« au 3.1 » is « à l’article 3.1 », a number of several parts before no unit; « l’article 3 a) » is « l’article 3, a) ».

    « Un article 3 nouveau » is a new article 3, and « l'ancien article 3 devient … » the article 3 that there is.
    """
    for index, token in enumerate(found):
        if token.kind == "NEW" and _kinds(found[max(0, index - 3) : index]) == ["CARD", "ARTICLE", "NUM"]:
            continue
        if token.value in _FORMER and _becomes_another(found[index + 1 : index + 5]):
            continue
        if token.kind == "NUM" and _is_alone(found, index) and _COMPOUND.match(token.value):
            yield replace(token, kind="ARTICLE", value="article", end=token.start)
        if token.kind == "LABEL" and _kinds(found[max(0, index - 2) : index]) == ["ARTICLE", "NUM"]:
            yield replace(token, kind="COMMA", value=",", end=token.start)
        yield token


def _kinds(found: Iterable[Token]) -> list[str]:
    return [token.kind for token in found]


def _becomes_another(ahead: Sequence[Token]) -> bool:
    """Whether an article is named that becomes another."""
    return _kinds(ahead[:1]) == ["ARTICLE"] and any(map(_becomes, ahead))


def _is_alone(found: Sequence[Token], index: int) -> bool:
    """Whether a number of several parts stands before no unit: « au 3.1 », or « 3.1, deuxième alinéa » at the beginning."""
    before = found[index - 1].value if index else ""
    following = found[index + 1] if index + 1 < len(found) else None
    other = following is not None and (following.kind in UNITS - {"HEADING"} or following.value in _BEHIND_A_FIGURE)
    led = before in _BEFORE_A_UNIT or (_kinds(found[:3]) == ["NUM", "COMMA", "ORD"] and not index)
    return led and not other and not found[index].value.isdigit()


def _becomes(token: Token) -> bool:
    return token.kind == "BECOME" or token.value == "devenant"


def units_told(found: Sequence[Token]) -> Iterator[Token]:
    """« la deuxième phrase est supprimée, la troisième devient »: « la troisième phrase », of the one unit that was counted before."""
    for index, token in enumerate(found):
        yield token
        following = found[index + 1].kind if index + 1 < len(found) else ""
        if token.kind != "ORD" or not index or following not in _BEHIND_AN_ITEM:
            continue
        feminine = found[index - 1].value == "la"
        counted = {
            (t.kind, t.value.rstrip("s"))
            for before, t in pairwise(found[:index])
            if before.kind == "ORD" and t.kind in UNITS and (t.kind in _FEMININE) == feminine
        }
        if len(counted) == 1 and (feminine or found[index - 1].value in {"le", "au"}):
            ((kind, value),) = counted
            yield replace(token, kind=kind, value=value, start=token.end)


def letters_told(found: list[Token], sentence: str) -> Iterator[Token]:
    """A single letter after « article » or « point », or before a name in quotes, is a label, in its case: « le B du I »."""
    found = _without_stops(found)
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        following = found[index + 1].kind if index + 1 < len(found) else ""
        alone = len(token.value) == 1 and token.value.isalpha() and token.kind in {"W", "A", "NUM"}
        if token.kind == "STOP" and following == "QUOTE" and before and before.kind in NUMBERS:
            continue
        is_number = token.kind == "NUM" and _letter_or_number(token) and _is_item(found, index)
        if is_number or (alone and (_is_named(before, following) or _is_item(found, index))):
            yield replace(token, kind="LABEL", value=sentence[token.start : token.end])
        elif (
            token.kind == "COLON"
            and following == "QUOTE"
            and before
            and (
                before.kind in {"INSTEAD", "READ", "WORDS", "RETITLE", "BY", "BECOME"}
                or [t.kind for t in found[max(0, index - 2) : index]] == ["WORDS", "THUS"]
                or _is_said(found, index - 1 - (before.kind == "THUS"))
            )
        ):
            continue
        elif (
            token.kind == "NUM"
            and token.value in _DIGITS
            and before
            and before.value == "les"
            and following in {"ORD", "ALINEA", "SENTENCE", "DASH"}
        ):
            yield replace(
                token, kind="CARD", value=_DIGITS[token.value]
            )  # « les 2 premiers alinéas », « les 2 alinéas suivants »
        elif token.kind == "SENTENCE" and _is_said(found, index):
            yield replace(token, kind="WORDS")
        elif token.value in {"intitule", "intitulee", "intitules", "intitulees"} and following == "QUOTE" and before:
            told = found[: index - (before.kind == "COMMA")]
            if (told and told[-1].kind in NUMBERS | UNITS) or (before.kind == "COMMA" and is_numbered(told)):
                yield replace(token, kind="THAT_IS")
            else:
                yield replace(token, kind="RETITLE") if before.kind == "BE" else token
        else:
            yield token


def is_numbered(found: Sequence[Token]) -> bool:
    """Whether words end with the number of a unit, or of one that is said to be of an act."""
    act = next(
        (n for n, t in enumerate(found) if t.kind == "ACT" and not {"BE", "COMMA"} & {o.kind for o in found[n:]}), 0
    )
    while act and found[act - 1].kind in {"OF", "DET", "A"}:
        act -= 1
    return bool(found) and (found[-1].kind in NUMBERS or (act > 0 and found[act - 1].kind in NUMBERS))


def _without_stops(found: list[Token]) -> list[Token]:
    """With labels without their mark: « au 2. de l'article 3 », « le 3) de », « le c. est supprimé », « un d. ainsi rédigé », « les 3) et 4) »."""
    kept: list[Token] = []
    for n, token in enumerate(found):
        label = (
            token.value in _MARKS
            and 1 < n < len(found) - 1
            and found[n - 2].value in _MARKS[token.value][0]
            and _letter_or_number(found[n - 1])
            and found[n + 1].kind in _MARKS[token.value][1]
        )
        if label:
            kept[-1] = replace(kept[-1], kind="LABEL")
        else:
            kept.append(token)
    return kept


def _is_said(found: list[Token], index: int) -> bool:
    """« la phrase « … » », « la phrase : « … » »; « par la phrase suivante : « … » » where another is in quotes before it.

    Not of one that is reworded by a text, below its sentence or behind it (« par les dispositions suivantes : « … » »): it is a place then.
    """
    if index < 1 or found[index].kind != "SENTENCE" or found[index - 1].kind not in {"DET", "BY"}:
        return False
    behind = [t.kind for t in found[index + 1 :]]
    if behind[:1] == ["QUOTE"] and {"REPLACE", "REWRITE"} & {*behind}:
        again = behind.index("QUOTE", 1) if "QUOTE" in behind[1:] else 0
        by = behind[behind.index("BY") : again] if "BY" in behind[:again] else []
        if not again or {"PROVISIONS", "ALINEA", "PARAGRAPH", "CARD"} & {*by}:
            return False
    kinds = behind[:3]
    done = [t.kind for t in found[:index] if t.kind in {"QUOTE", *VERBS}]
    replaced = "QUOTE" in done and done[-1:] == ["REPLACE"]
    return (
        kinds[:1] == ["QUOTE"]
        or (replaced and (kinds[:2] == ["COLON", "QUOTE"] or kinds == ["THUS", "COLON", "QUOTE"]))
        or (kinds[:2] == ["COLON", "QUOTE"] and len(found) > index + 3 and found[index + 3].kind == "BE")
    )


def _is_named(before: Token | None, following: str) -> bool:
    """Whether what stands between is the letter of a unit (« le point B du I »), or one before a name in quotes."""
    kind = before.kind if before else ""
    return (kind in {"ARTICLE", "POINT", "PARAGRAPH"} and following in {"BE", "OF", "QUOTE", "COMMA"}) or (
        kind in {"DET", "OF"} and following == "QUOTE"
    )


def _is_item(found: list[Token], index: int) -> bool:
    """Whether a letter or a Roman number is an item's: « au a du 2° », « le II bis de l'article 3 », « un IV »."""
    before = found[index - 1].value if index else ""
    following = found[index + 1].kind if index + 1 < len(found) else ""
    if before == "le" and index > 2 and [found[index - 2].kind, found[index - 3].kind] == ["BECOME", "LABEL"]:
        return following in {"", "STOP", "SEMI"}  # « le 4. devient le 3. »
    if before in {"au", "le", "du"}:
        told = _is_roman(found[index].value) or (before != "du" and len(found[index].value) == 1)
        return following == "OF" or (told and following in _BEHIND_AN_ITEM)
    if before == "un" and (_is_roman(found[index].value) or following in {"THUS", "REWRITE", "COLON"}):
        return True
    second = found[index + 2] if following == "AND" and index + 2 < len(found) else None
    if before in _SEVERAL and second is not None and _letter_or_number(second):
        return True
    first = found[index - 2] if before == "et" and following == "OF" and index > 2 else None
    return first is not None and _letter_or_number(first) and found[index - 3].value in _SEVERAL


def _letter_or_number(token: Token) -> bool:
    return re.fullmatch("[A-Za-z]|[0-9]{1,2}", token.value) is not None or _is_roman(token.value)


def _is_roman(words: str) -> bool:
    """Whether words are a Roman number, with or without an adverb, or a letter with one: « b bis »."""
    number, _, adverb = words.partition(" ")
    told = _ROMANS.issuperset(number) if number else False
    return (told and not adverb) or (
        adverb in ADVERBS and (told or (len(number) == 1 and number.isascii() and number.isalpha()))
    )


def one_verb(found: list[Token]) -> list[Token]:
    """« est supprimé et remplacé », « annule et remplace » order one change: that of the stronger verb."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        index += 1
        if token.kind in VERBS:
            kinds = {token.kind}
            while index + 1 < len(found) and found[index].kind in {"AND", "COMMA"} and _verb_after(found, index):
                if token.kind == "INSERT" and found[_verb_after(found, index) - 1].kind == "REWRITE":
                    index += found[index].kind == "AND"  # « est inséré et rédigé comme suit »: the second says how
                    break
                index = _verb_after(found, index)
                kinds.add(found[index - 1].kind)
            if "COMPLETE" in kinds and kinds & {"DELETE", "REPEAL"}:
                token = replace(token, kind="BUT")  # « supprimé et complété »: what of it is left?
            elif kinds in ({"DELETE", "MODIFY"}, {"REPEAL", "MODIFY"}):
                token = replace(token, kind="REWRITE")  # « supprimé et modifié comme suit »
            elif len(kinds) > 1 and not {"RETITLE", "INSERT"} & kinds:
                token = replace(token, kind=next(v for v in VERBS if v in kinds))
            elif len(kinds) > 1:
                token = replace(token, kind="BUT")  # two changes in one sentence: not read
        kept.append(token)
    return kept


def _verb_after(found: list[Token], index: int) -> int:
    """Where it goes on behind the verb that « et » brings at `index`; 0 where none follows."""
    after = index + 1
    if found[index].kind == "COMMA" and after < len(found) and found[after].value in {"il", "elle"}:
        after += 1  # « est modifié, il est désormais rédigé comme suit »
    while after < len(found) and found[after].kind in {"BE", "THUS"}:
        after += 1
    if after < len(found) and found[after].kind in VERBS and found[after].kind != "INSERT":
        return after + 1
    return 0


def joined(found: list[Token]) -> Iterator[Token]:
    """The tokens, told what joins two numbers (a list, the ends of a range) and which « de » leads to the place around."""
    skip = False
    for index, token in enumerate(found):
        if skip:
            skip = False
            continue
        following = [t.kind for t in found[index + 1 : index + 5]]
        before = found[index - 1].kind if index else ""
        if token.kind == "OF" and before in {"END", "START"}:
            continue
        elif token.kind == "OF" and before == "COMPLETE":
            yield replace(token, kind="BY")
        elif token.kind == "OF" and _begins_a_place(following):
            yield replace(token, kind="LINK")
        elif token.kind == "COMMA" and before in {"NUM", "ORD"} and following[:1] == ["LABEL"]:
            yield token  # « l'article 3, 2° »: the one is in the other
        elif (
            token.kind == "COMMA" and before == "NUM" and following[:1] == ["ORD"] and UNITS.issuperset(following[1:2])
        ):
            yield token  # « l'article 3, premier alinéa »
        elif token.kind in {"AND", "COMMA", "SEMI"} and before in NUMBERS and following[:1] and following[0] in NUMBERS:
            yield replace(token, kind="JOIN")
        elif (
            token.kind in {"COMMA", "SEMI"}
            and before in NUMBERS
            and following[:2]
            and following[0] == "AND"
            and following[1] in NUMBERS
        ):
            yield replace(token, kind="JOIN")
            skip = True
        elif token.kind == "AND" and (
            (before == "ORD" and following[:2] in (["DET", "ORD"], ["A", "ORD"]))
            or (
                [t.kind for t in found[max(0, index - 2) : index]] == following[:2] == ["DET", "LABEL"]
                and following[2:3] != ["QUOTE"]
            )
        ):
            yield replace(
                token, kind="JOIN"
            )  # « le deuxième et le troisième alinéa », « le 1° et le 2° de l'article 4 »
            skip = True
        elif token.kind == "A" and before in NUMBERS and following[:1] and following[0] in NUMBERS:
            yield replace(token, kind="RANGE")
        elif token.kind == "DET" and following[:1] and following[0] in {"END", "START"}:
            continue
        elif token.kind in {"END", "START"}:
            yield replace(token, kind=f"{token.kind}_OF")
        else:
            yield token


def _begins_a_place(kinds: list[str]) -> bool:
    rest = [k for k in kinds if k not in {"DET", "CARD", "ORD"}]
    return bool(rest) and (rest[0] in UNITS | {"LABEL", "PROVISIONS"} or rest[:2] == ["NUM", "QUOTE"])
