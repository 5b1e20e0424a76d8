"""The parts of a sentence in the order that the rules know: « sont insérés, à l'article 5, après « a », les mots « b » »."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.joining import NUMBERS, UNITS
from clausier.french.tokens import Token

_VERBS = frozenset({"REPLACE", "REWRITE", "DELETE", "REPEAL", "INSERT", "COMPLETE"})
_SIDES = frozenset({"AFTER", "BEFORE", "BETWEEN"})
_OPENS = {"A": "at", "BY": "by", **dict.fromkeys(_SIDES, "side"), **dict.fromkeys({"BE", "IT", *_VERBS}, "verb")}
_BEFORE_A_UNIT = frozenset({"DET", "CARD", "ORD", "ALONE", "END_OF", "START_OF"})
# What may stand in a part: where anything else does, the sentence says more.
_WITHIN = (UNITS | NUMBERS | _BEFORE_A_UNIT).union(
    "NEW ABOUT ITEMS WORDS QUOTE LINK OF JOIN RANGE THUS PROVISIONS THAT_IS".split()
)
# What begins a part without a comma, unless it is behind what leads to it.
_BEGIN = frozenset({"DET", "CARD", "WORDS"})
_LEAD = _SIDES | {"DET", "CARD", "LINK", "OF", "JOIN", "RANGE", "A", "AND", "BY", "END_OF", "START_OF"}


def in_order(stream: Sequence[Token]) -> list[Token]:
    """The place, what it stands beside, what is changed, the verb, what takes its place; nothing where one is there twice."""
    end = next((n for n, t in enumerate(stream) if t.kind in {"COLON", "STOP", "SEMI"}), len(stream))
    parts = _parts(stream[:end])
    told = {sort: [part for s, part in parts if s == sort] for sort in ("at", "side", "what", "verb", "by", "how")}
    verb = next((t for part in told["verb"] for t in part if t.kind in _VERBS), None)
    once = all(len(told[sort]) <= 1 for sort in told if sort != "at")
    if (
        verb is None
        or not once
        or not (told["what"] or verb.kind == "INSERT")
        or not (told["at"] or told["side"] or told["by"])
    ):
        return []
    comma, be = (replace(verb, kind=kind, value="") for kind in ("COMMA", "BE"))
    acts = [be, *(t for t in told["verb"][0] if t.kind not in {"BE", "IT"})]
    around = [t for part in (*told["at"], *told["side"]) for t in (*part, comma)]
    what = [t for part in told["what"] for t in part]
    changed = [*acts, *what] if verb.kind == "INSERT" else [*what, *acts]
    return [*around, *changed, *(t for part in (*told["by"], *told["how"]) for t in part), *stream[end:]]


def _parts(stream: Sequence[Token]) -> list[tuple[str, list[Token]]]:
    """The parts of a sentence, each with its sort; none where something stands between them."""
    parts: list[tuple[str, list[Token]]] = []
    ended = True
    for n, token in enumerate(stream):
        sort, part = parts[-1] if parts else ("", [])
        following = stream[n + 1].kind if n + 1 < len(stream) else ""
        verb = next(
            (p for s, p in parts if s == "verb" and not _VERBS & {t.kind for t in p}), None
        )  # « sont, à l'article 5, »
        opens = "" if token.kind == "REWRITE" and not verb else _OPENS.get(token.kind, "")
        if token.kind == "COMMA" and sort in {"at", "side", "what"} and following in UNITS | {"ORD", "LABEL"}:
            part.append(token)  # « à l'article 5, deuxième alinéa, »
        elif sort == "at" and not ended and (token.kind == "FOUND" or (token.kind == "A" and part[-1].kind == "FOUND")):
            part.append(token)  # « à la liste figurant à l'article 5 »
        elif token.kind in {"COMMA", "FOUND"}:
            ended = True
        elif opens == "verb" and verb:
            verb.append(token)
            ended = verb is not part
        elif opens or (token.kind == "LINK" and ended):
            parts.append((opens or "at", [token if opens else replace(token, kind="A")]))
            ended = False
        elif token.kind == "AND" and part[:1] and part[0].kind == "BETWEEN":
            part.append(token)
        elif token.kind not in _WITHIN | {"REWRITE"}:
            return []
        elif (
            ended or (token.kind in _BEGIN and part[-1].kind not in _LEAD) or (sort == "verb" and token.kind != "THUS")
        ):
            parts.append(("how" if token.kind in {"THUS", "REWRITE"} else "what", [token]))
            ended = False
        else:
            part.append(token)
    whole = all(len(part) > 1 for sort, part in parts if sort in {"side", "by"})
    return parts if whole and all(_is_place(part[1:]) for sort, part in parts if sort == "at") else []


def _is_place(part: Sequence[Token]) -> bool:
    """Whether « à … » names a place, and no words that are quoted."""
    first = next((t.kind for t in part if t.kind not in _BEFORE_A_UNIT), "")
    return first in UNITS | {"LABEL", "NUM", "LINK"}
