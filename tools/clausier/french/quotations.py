"""The quotations of an amendment as signed: each outermost one is cut out, and stands as its number in what is left.

Time is linear in the text: a text with more guillemets that never close than `PATIENCE` keeps the rest as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausier.text.regex import regex

OPEN, CLOSE = "\ue000", "\ue001"
MARK = regex(f"{OPEN}([0-9]+){CLOSE}")
# What stands in place of a name that a sentence gives to the text itself (`itself`): one sign for each wording.
FIRST_OWN, MOST_OWN = 0xE020, 0x40
OWN = f"[{chr(FIRST_OWN)}-{chr(FIRST_OWN + MOST_OWN - 1)}]"
_MASKS = regex(f"[{OPEN}{CLOSE}]|{OWN}")
PATIENCE = 40
# An electronic address into which a publisher has put spaces.
_ADDRESS = regex(r"\b([\w.-]{1,60}) @ ([\w-]{1,60})\. ?(\w{2,6})\b")
_SIGN = regex("[«»“”]")
# What a plain keyboard has in their place: where all of a line are certainly pairs, or each sign of a text opens or closes.
_STRAIGHT = regex(r'(?:(?<=\s)|(?<=\()|\A)"([^"\n]+)"(?=[\s.,;:)]|\Z)')
_TURNED = regex(r'(?:(?<=\s)|(?<=\()|\A)(?P<opens>")(?=\S)|(?<=\S)"(?=[\s.,;:)]|\Z)')
_PAIRS = {"«": "»", "“": "”"}
_GUILLEMETS = {"“": "«", "”": "»"}
# A line that orders: inside a quotation, when it ends with a colon and guillemets open the next line, it shows that the
# quotation before it was never closed.
_ORDERS = regex(
    r"\b(?:est|sont)\b.{0,60}\b(?:remplac|modifi|rédig|complét|supprim|abrog|insér|ajout)\w*.{0,80}:\s*\Z", re.DOTALL
)
_NOTE = regex(r"\A\s*(?:\(\d+\)\s|\((?:Arrêté|arrêté) du |\(ancien(?:ne)? article )")
_LONGEST_LINE = 2000  # a line that is longer orders nothing that could be read


def cut(text: str) -> tuple[str, list[str]]:
    """The text with each outermost quotation as its number, and the quotations without their guillemets.

    A guillemet that opens each line of a quotation opens nothing. One that opens a line and is never closed goes on to
    the next sentence that orders, or to the end; any other that is never closed stays as it is typed.
    """
    text = _ADDRESS.sub(r"\1@\2.\3", _MASKS.sub("", text))
    signs = _signs(text)
    left = _left(signs)
    masked: list[str] = []
    found: list[str] = []
    position, index, failures = 0, 0, 0
    while index < len(signs):
        at, sign = signs[index]
        if sign not in _PAIRS or failures >= PATIENCE:
            index += 1
            continue
        end, following = _closing(text, signs, index, left)
        if end is None:
            failures += 1
            index += 1
            continue
        masked.append(text[position:at])
        masked.append(f"{OPEN}{len(found)}{CLOSE}")
        found.append(_inner(text[at + 1 : end], text[at]))
        position = end + (text[end : end + 1] in {_PAIRS[sign], '"', "”"})
        index = following
    masked.append(text[position:])
    return "".join(masked), found


def _signs(text: str) -> list[tuple[int, str]]:
    """Where quotations begin and end. In a text without guillemets, what stands in their place does as they do."""
    found = [(m.start(), m.group()) for m in _SIGN.finditer(text)]
    found += _straight(text, found)
    if any(sign in "«»" for _, sign in found):
        return sorted(found)
    return [(at, _GUILLEMETS[sign]) for at, sign in sorted(found)]


def _straight(text: str, others: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if '"' not in text:
        return
    if not others and (signs := _turned(text)) and not any(_ORDERS.search(line) for line in _spanned(text, signs)):
        yield from signs
        return
    start = 0
    for line in text.split("\n"):
        pairs = list(_STRAIGHT.finditer(line)) if '"' in line and not _SIGN.search(line) else []
        if 2 * len(pairs) == line.count('"'):
            yield from ((start + at, sign) for m in pairs for at, sign in ((m.start(), "“"), (m.end() - 1, "”")))
        start += len(line) + 1


def _turned(text: str) -> list[tuple[int, str]]:
    """The straight marks, where each that opens is followed by one that closes, and no other stands there."""
    found = [(m.start(), "“" if m["opens"] else "”") for m in _TURNED.finditer(text)]
    in_turn = all(sign == "“”"[n % 2] for n, (_, sign) in enumerate(found))
    return found if in_turn and len(found) % 2 == 0 and len(found) == text.count('"') else []


def _spanned(text: str, signs: list[tuple[int, str]]) -> Iterator[str]:
    """The lines that end between one that opens and the one that closes."""
    for (start, _), (end, _) in zip(signs[::2], signs[1::2], strict=True):
        yield from text[start:end].split("\n")[:-1]


def unmasked(words: str, quotations: Sequence[str]) -> str:
    """`words` with each quotation in place of its number."""
    return MARK.sub(lambda m: f"« {quotations[int(m[1])]} »", words)


def _left(signs: list[tuple[int, str]]) -> list[int]:
    """From each sign on, how many more « than »."""
    left = [0] * (len(signs) + 1)
    for index in range(len(signs) - 1, -1, -1):
        left[index] = left[index + 1] + {"«": 1, "»": -1}.get(signs[index][1], 0)
    return left


def _closing(text: str, signs: list[tuple[int, str]], first: int, left: list[int]) -> tuple[int | None, int]:
    """Where the quotation that `signs[first]` opens ends, and the sign to go on with."""
    start, opening = signs[first]
    closing = _PAIRS[opening]
    surplus = left[first] > 0
    depth = 0
    for index in range(first, len(signs)):
        at, sign = signs[index]
        if sign == opening:
            if depth and _begins_a_line(text, at):
                before = _line_before(text, at, start)
                if before is not None and opening == "«":
                    # The line that orders may quote words itself.
                    return before, next(i for i in range(index, first, -1) if signs[i - 1][0] <= before)
                if surplus:
                    continue
            depth += 1
        elif sign == closing:
            depth -= 1
            if depth == 0:
                if opening == "“" and "\n" in text[start:at]:
                    return None, index
                return at, index + 1
    if text[start] == "«" and _begins_a_line(text, start):
        return _end_of_lines(text, start), len(signs)
    return None, first + 1


def _begins_a_line(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \u00a0\u202f")
    return before.endswith("\n") or (at <= len(before) + 3 and not before)


def _line_before(text: str, at: int, start: int) -> int | None:
    """Where the line before the one at `at` begins, if it orders and stands in the quotation from `start`."""
    end = text.rfind("\n", 0, at)
    begin = text.rfind("\n", 0, end)
    if begin <= start or end - begin > _LONGEST_LINE or not _ORDERS.search(text[begin:end]):
        return None
    return begin


def _end_of_lines(text: str, start: int) -> int:
    """The end of the text, without the notes of its editors."""
    end = len(text.rstrip())
    while (begin := text.rfind("\n", start, end)) > start and _NOTE.match(text[begin + 1 : end]):
        end = begin
    return end


def _inner(words: str, sign: str) -> str:
    opened = words.count(sign) > words.count(_PAIRS.get(sign, sign))
    return (re.sub(rf"\n{sign}\s?", "\n", words) if opened else words).strip()
