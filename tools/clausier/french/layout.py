"""The lines of an article of an amendment: which of them are one, and which are headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausier.french.comparison import FORMER, NEWER
from clausier.french.itself import Itself, without_itself
from clausier.french.order import Part
from clausier.french.phrases import read_sentence
from clausier.french.quotations import CLOSE, OPEN
from clausier.text.regex import DASH, regex
from clausier.text.sentences import sentences

ENUMERATED = regex(
    r"^\s*(?!M\.\s[A-ZÀ-Ý][\w'’-]*\s[A-ZÀ-Ý])(?:(?:[IVX]+|[A-Z]|\d{1,2}|[a-z]|[ivx]{2,5})\s?[.)°/]\s+(?:[–—-]+\s+)?|(?:[IVX]+|\d{1,2})\s[–—-]\s+|\d{1,2}(?:[.-]\d{1,2})+\.?\s[–—-]\s+"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\s+(?=(?i:(?:[àa]u?\s|l[ea]s?\s|après\s|dans\s)?(?:l['’]|l[ea]\s|\w+\s)?(?:article|alinéa|paragraphe|tiret|phrase|tableau|grille|barème|liste)\b))"
    rf"|{DASH}+\s*)"
)
ONLY_QUOTED = regex(rf"^(?:\s*{OPEN}[0-9]+{CLOSE}[\s.;,]*)+$")
# « Au lieu de : « … », / Lire : « … » », on two lines.
_INSTEAD = regex(rf"\s*au lieu de\s?:?\s?({OPEN}\d+{CLOSE})\s?[,;.]?\s*\Z", re.IGNORECASE)
_READ = regex(rf"\s*lire\s?:?\s?{OPEN}\d+{CLOSE}", re.IGNORECASE, needs="lire")
_PLACE_ABOVE = regex(r"\s*(?:[àa] l['’])?(?:article|art\.)\s[^«»]{1,60}\balinéa\b[^«»]{0,60}:\s*\Z", re.IGNORECASE)
_ERRATUM = regex(r"(?:[^«»:]{0,80}\bau lieu de|\s*lire)\s?:?\s*", re.IGNORECASE, needs=("au lieu de", "lire"))
_OF_PREAMBLE = regex(
    r"\s*(?:modifications?|révision) (?:apportées? )?(?:du|au) préambule(?: d(?:e |u |es |['’])?[^,;:]{1,60})?\s*\.?\s*\Z",
    re.IGNORECASE,
    needs="préambule",
)
# « Modification de l’article 2 de l’annexe II »; the heading may give that of the article between.
_NUMBER = r"(?:\s(?:(?i:n)\s?°\s?)?(?P<number>\d+|[IVX]+|[A-Z])\b)?"
_OF_AN_ANNEX = regex(
    r"\b(?i:article)\s\d\S*(?:\s(?:bis|ter|quater))?(?:\s(?:«[^»]*»|\([^)]*\)))?\s(?:de|à)\sl['’](?i:annexe)\b"
    + _NUMBER,
    needs="annexe",
)
_ANNEX = regex(
    r"(?i:\W*(?:modifications?|révision|mise à jour|actualisation|évolution|refonte)?\s?(?:apportées?\s)?(?:(?:de|à)\s)?(?:l['’])?annexe)\b"
    rf"{_NUMBER}(?!.*\b(?i:article)s?\b)",
    needs="annexe",
)
# « – alinéa 1 : / « … » », « Troisième tiret : / « … » »: the part that takes the text below it, of those that the line above rewords.
_PART_ALONE = regex(
    r"(?:(?:alinéa|paragraphe|tiret|phrase|point) \d+(?:er)?|[\w-]+ (?:alinéa|paragraphe|tiret|phrase))\s?:",
    re.IGNORECASE,
    needs=("alinéa", "paragraphe", "tiret", "phrase", "point"),
)
_WORDS_BELOW = regex(
    r"\b(?:mots?|termes?|expression|mention|phrases?|alinéas?|paragraphes?)(?: suivante?s?)?\s?:\s*\Z",
    re.IGNORECASE,
    needs=("mot", "terme", "expression", "mention", "phrase", "alinéa", "paragraphe"),
)
# « Ancienne rédaction : « … » / Nouvelle rédaction : « … » », each quotation on its line or on the one below.
_LABELS = ("rédaction", "version", "texte")
_FORMER = regex(rf"\s*{FORMER}\s?:\s*({OPEN}\d+{CLOSE}|\Z)", re.IGNORECASE, needs=_LABELS)
_NEWER = regex(rf"\s*{NEWER}\s?:\s*({OPEN}\d+{CLOSE}|\Z)", re.IGNORECASE, needs=_LABELS)
# « L'article 2.3 / « … » / Est modifié comme suit : / « … » »: the words in force, between the place and the verb.
_VERB_BELOW = regex(r"\s*(?:est|sont)\s[^«»]{0,60}:\s*\Z", re.IGNORECASE)
_LONGEST_HEADING = 80
# What stands behind a colon and is no new text: « Néant », « Voir l'annexe », « À la place de trois ans, cinq ans ».
_NO_TEXT = regex(
    r"(?:voir|cf|néant|inchangée?s?|idem|sans (?:objet|changement|modification)|non reproduit|[àa] la place|au lieu|en lieu)\b",
    re.IGNORECASE,
)
LONGEST_LINE = 20_000  # characters: a longer line is one sentence, which no rule reads


def lines_read(masked: str) -> Iterator[str]:
    """The lines of an article, quotations masked: an erratum as one, new text behind the colon of its sentence as its own."""
    yield from _on_lines(_errata(list(_with_their_words(list(_with_words_in_force(masked.split("\n")))))))


def _with_words_in_force(lines: list[str]) -> Iterator[str]:
    """The lines, words in force that are quoted before the new ones as one line with these."""
    index = 0
    while index < len(lines):
        former, behind = _labelled(lines, index, _FORMER)
        newer, end = _labelled(lines, behind, _NEWER) if former else ("", index)
        if newer:
            yield f"{former}, {newer}"
            index = end
            continue
        whole = _around_words_in_force(lines[index : index + 4])
        yield whole or lines[index]
        index += 4 if whole else 1


def _around_words_in_force(lines: list[str]) -> str:
    """A place, the words in force, the verb and the new words, on a line each, as one order; "" where they are none."""
    if len(lines) < 4:
        return ""
    place, former, verb, newer = lines
    if not (ONLY_QUOTED.match(former) and _VERB_BELOW.match(verb) and ONLY_QUOTED.match(newer)):
        return ""
    whole = f"{place.rstrip(' :')}\u00a0: {former.strip()} {verb.strip()} {newer.strip()}"
    return whole if _orders_by_them(place, whole) else ""


def _labelled(lines: list[str], index: int, label: re.Pattern[str]) -> tuple[str, int]:
    """The line of that label with its quotation, and the index behind it; "" where there is none."""
    found = label.match(lines[index]) if index < len(lines) else None
    if not found:
        return "", index
    if found[1]:
        return lines[index].strip().rstrip(" .,;"), index + 1
    if index + 1 < len(lines) and ONLY_QUOTED.match(lines[index + 1]):
        return f"{lines[index].strip()} {lines[index + 1].strip(' .,;')}", index + 2
    return "", index


def _with_their_words(lines: list[str]) -> Iterator[str]:
    """The lines, « Au lieu de : », « Lire : », « …, sont ajoutés les mots suivants : » and the quotation below each as one."""
    index = 0
    while index < len(lines):
        line, index = lines[index], index + 1
        if index < len(lines) and ONLY_QUOTED.match(lines[index]):
            both = f"{line.rstrip()} {lines[index].strip()}"
            own = _PART_ALONE.fullmatch(ENUMERATED.sub("", line.strip()))
            if _ERRATUM.fullmatch(line) or own or (_WORDS_BELOW.search(line) and _orders_by_them(line, both)):
                line, index = both, index + 1
        yield line


def _orders_by_them(line: str, both: str) -> bool:
    """Whether a line is an order with the quotation below it alone: « …, sont ajoutés les mots suivants : »."""
    return not read_sentence(ENUMERATED.sub("", line.strip())).orders and bool(
        read_sentence(ENUMERATED.sub("", both.strip())).orders
    )


def _errata(lines: list[str]) -> Iterator[str]:
    """The lines, those of an erratum (« Article 3, premier alinéa : / Au lieu de « … », / Lire « … » ») as one."""
    index = 0
    while index < len(lines):
        line, following = lines[index], lines[index + 1 : index + 3]
        if (
            len(following) > 1
            and _READ.match(following[1])
            and _INSTEAD.match(following[0])
            and _PLACE_ABOVE.match(ENUMERATED.sub("", line))
        ):
            line, index = f"{line.rstrip()} {following[0].strip()}", index + 1
            following = following[1:]
        if following and _READ.match(following[0]) and (instead := _INSTEAD.search(line)):
            line, index = f"{line[: instead.end(1)]}, {following[0].strip()}", index + 1
        yield line
        index += 1


def _on_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines; a new text that goes on without guillemets behind the colon of « … est ainsi rédigé : », as a line of its own."""
    for line in lines:
        head, colon, tail = line.partition(" : ")
        announced = bool(colon) and tail[:1].isupper() and OPEN not in tail and len(line) < LONGEST_LINE
        announced = announced and not _NO_TEXT.match(tail)
        if announced and not any(r.verb or r.tells for r in (read_sentence(tail[a:b]) for a, b in sentences(tail))):
            orders = read_sentence(ENUMERATED.sub("", f"{head} :".strip())).orders
            announced = len(orders) == 1 and orders[0].verb in {"replace", "modify", "complete"}
        else:
            announced = False
        yield from (f"{head} :", tail) if announced else (line,)


def heading_place(title: str, itself: Itself | None = None) -> tuple[Part, ...]:
    """What the heading of an amendment's article names: « Modification de l’article 4 « Prix » », « Modification du préambule ».

    Of an annex, which is not the text `itself`, it names nothing that is known.
    """
    title = without_itself(title, itself)
    if _OF_AN_ANNEX.search(title):
        return ()
    if _of_preamble(title):
        return (Part("PREAMBLE"),)
    found = re.search(
        r"(?i)\b(?:de l['’]|l['’])?\s?(article)\s+(\d+(?:[.-]\d+)*(?:\s(?:bis|ter|quater))?)(?:er)?\b", title
    )
    if not found or len(re.findall(r"(?i)\barticles?\b", title)) > 1:
        return ()
    return (Part("ARTICLE", (found[2],)),)


def annex_headed(title: str, itself: Itself | None) -> tuple[Part, ...]:
    """The annex that the heading of an amendment's article names: « Modification de l'annexe 2 « Prix » », « … de l'article 3 de l'annexe 2 »."""
    title = without_itself(title, itself)
    found = _ANNEX.match(title) or _OF_AN_ANNEX.search(title)
    return (Part("ANNEX", (found["number"],) if found["number"] else ()),) if found else ()


def _of_preamble(title: str) -> bool:
    return _OF_PREAMBLE.match(title) is not None


def is_heading(line: str) -> bool:
    """Whether a line may be a heading inside an article of an amendment."""
    end = line.rstrip(" :")[-1:]
    whole = line[:1].isupper() and (end.isalnum() or end == ")") and len(line) < _LONGEST_HEADING
    if not whole or "|" in line or OPEN in line:
        return False
    reading = read_sentence(line)
    return not (reading.verb or reading.place)


def article_headed(line: str) -> tuple[Part, ...]:
    """The article that a heading names: « 1.3 – Article 8 », « Modification de l'article 8 »; « Article 8 » may be the amendment's."""
    heading = ENUMERATED.sub("", line)
    if _of_preamble(heading):
        return heading_place(heading)
    named = re.match(
        r"article\b" if heading != line else r"modifications? (?:de|à) l['’]article\b", heading, re.IGNORECASE
    )
    return heading_place(heading) if named else ()
