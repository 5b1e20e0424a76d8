"""The noun before a quotation: « les mots « a » », « le délai de préavis de « huit jours » », « l'indemnité est portée de « 5 € » à « 6 € » »."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.joining import VERBS
from clausier.french.lexicon import AMOUNTS, VALUES, WORDINGS
from clausier.french.tokens import Token

_LONGEST = 8  # tokens that say what a value is of
_COMPLEMENT = frozenset({"OF", "DET", "W", "A"})
_LEADS = frozenset({"OF", "DET", "A"})  # to a place, or to what is quoted
_BEHIND = frozenset("OF A QUOTE NAMELY FOUND BE RAISE RESPECTIVELY".split())  # what is raised
# What says of which cases only.
_NARROWS = frozenset("si s' lorsque lorsqu' quand dont que qu' qui ou pour chez selon apres avant en".split())
_STRETCHES = (("membre", "de"), ("partie", "de"), ("portion", "de"), ("groupe", "de"), ("suite", "de"))
_NAMES = frozenset({"reference", "mention", "renvoi"})


def singular(noun: str) -> str:
    """A noun as the tables have it: « montants » is « montant »."""
    return noun.removesuffix("s")


def nouns_told(found: Sequence[Token]) -> list[Token]:
    """The tokens, where each noun that says of what sort the quoted words are is of the kind `WORDS`, without what a value is of.

    « le loyer [annuel de] « 12 000 € » », « le montant [de la prime] prévu à l'article 5, soit « 5 € » », « la référence [à
    l'article] « 3 » ». Of any noun the value is raised: « l'indemnité [de nuit] est portée de « 5 € » à « 6 € » ».
    """
    kept: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        end = _of_words(found, index) or _of_a_value(found, index)
        if end:
            kept = kept[:-1] if kept and kept[-1].value.startswith("ancien") else kept
            kept.append(replace(token, kind="WORDS", value=_value_in(found[index:end]) or token.value))
        else:
            kept.append(token)
        index = end or index + 1
    return kept


def _is_value(token: Token) -> bool:
    return token.value in VALUES or singular(token.value) in VALUES | AMOUNTS


def _value_in(found: Sequence[Token]) -> str:
    """The noun that names a value, which is gone if its words are: « la référence au taux de »."""
    return next((t.value for t in found if _is_value(t)), "")


def _of_words(found: Sequence[Token], index: int) -> int:
    """Where what is said of quoted words ends, at a noun that names words: at the quotation, or at « de » before it; 0 elsewhere."""
    token, end = found[index], index + 1
    if singular(token.value) in _NAMES and _kind(found, end) == "A":
        direct = (
            _kind(found, end + 1) == "QUOTE" and found[end].value == "a"
        )  # « la référence à « l'accord du 2 mai » »
        while _kind(found, end) in {"A", "DET", "CARD", "ARTICLE"}:
            end += 1
        if end < len(found) and _is_value(found[end]) and _quoted(found, end + 1):
            return end + 1  # « la référence au forfait de « 9 € » »
        return end if _kind(found, end) == "QUOTE" and (direct or found[end - 1].kind == "ARTICLE") else 0
    if (token.value, found[end].value if end < len(found) else "") in _STRETCHES:
        named = end + 1 < len(found) and found[end + 1].value in {"phrase", "mots"}
        return end + 2 if named and _quoted(found, end + 2) else 0
    said_again = token.kind == "W" and _is_said_again(found, index)
    named = singular(token.value) in WORDINGS and _quoted(found, end)
    return end if _is_noun(found, index) and (named or said_again) else 0


def _is_said_again(found: Sequence[Token], index: int) -> bool:
    """« l'emploi « A » est remplacé par l'emploi « B » »: what is called A is now called B."""
    noun = singular(found[index].value)
    called = [n for n in range(len(found) - 1) if singular(found[n].value) == noun and found[n + 1].kind == "QUOTE"]
    return index in called and any(
        {"REPLACE", "BECOME"} & {t.kind for t in found[min(n, index) : max(n, index)]} for n in called
    )


def _of_a_value(found: Sequence[Token], index: int) -> int:
    """Where what a value is of ends, at the noun that names the value; 0 elsewhere."""
    token, end = found[index], index + 1
    if token.kind not in {"W", "WORDS"} or not _is_noun(found, index):
        return 0
    while end < len(found) and end - index <= _LONGEST and found[end].kind in _COMPLEMENT:
        if found[end].value in _NARROWS:
            return 0
        end += 1
    while end > index + 1 and found[end - 1].kind in _LEADS and (_kind(found, end) != "QUOTE" or end == index + 2):
        end -= 1
    value, amount = singular(token.value) in VALUES or token.value in VALUES, singular(token.value) in AMOUNTS
    quoted, paid = _quoted(found, end), end > index + 1 or _kind(found, end) == "OF"
    if (value and (quoted or _says_its_value(found, end))) or (amount and quoted and paid):
        return end
    return end if _kind(found, end) in _BEHIND and _is_raised(found, end, going=value or amount) else 0


def _is_noun(found: Sequence[Token], index: int) -> bool:
    return (
        index == 0
        or found[index - 1].kind in {"DET", "OF", "NEW", "CARD", "BY", "A"}
        or (found[index - 1].value.startswith("ancien"))
    )


def _quoted(found: Sequence[Token], at: int) -> bool:
    at += _kind(found, at) in {"OF", "COLON"}
    return _kind(found, at) == "QUOTE"


def _says_its_value(found: Sequence[Token], at: int) -> bool:
    """Whether « , soit « 5 € », » follows, behind where it stands."""
    kinds = [t.kind for t in found[at:]]
    return "NAMELY" in kinds and not {*VERBS, "BE", "RAISE", "QUOTE"} & {*kinds[: kinds.index("NAMELY")]}


def _is_raised(found: Sequence[Token], at: int, *, going: bool) -> bool:
    """Whether the next verb is « est porté », and what it is raised to is quoted; « passe » where what is `going` has a value."""
    verb = next((n for n in range(at, len(found)) if found[n].kind in {*VERBS, "RAISE", "SEMI"}), len(found))
    rest = [t.kind for t in found[verb + 1 :] if t.kind not in {"RESPECTIVELY", "COMMA"}]
    done = verb < len(found) and found[verb].kind == "RAISE" and (going or not found[verb].value.startswith("passe"))
    return done and rest[:2] in (["OF", "QUOTE"], ["A", "QUOTE"])


def _kind(found: Sequence[Token], at: int) -> str:
    return found[at].kind if at < len(found) else ""
