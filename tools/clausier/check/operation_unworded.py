"""**Quoi.** Une opération donne des mots (`mots`, `par`, `après`, `avant`, `intitulé`) que l’article de l’avenant ne porte pas.

**Pourquoi.** L’avenant est le texte signé ; l’opération ne fait que le traduire pour les machines. Les mots qu’elle remplace ou
qu’elle insère doivent être ceux que la phrase cite, à la typographie près ; sinon la convention consolidée dirait autre chose
que ce que les parties ont signé. Seuls les mots qui servent à trouver le passage peuvent s’écarter de la phrase, et une
`note-d-édition` dit alors pourquoi ; les mots nouveaux, jamais.

**Exemple.** À éviter : `par: quinze jours` quand la phrase dit « sont remplacés par les mots « vingt jours » ». Préférer :
`par: vingt jours`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.model.operation import AddWords, Operation, Retitle, Substitute
from clausier.rules.figures import number
from clausier.source.outline import name
from clausier.text.regex import regex
from clausier.text.words import nearest, occurrences

CODE = Code(
    "TXT203",
    "warning",
    Message(
        fr="{article} ne porte pas les mots « {words} » que donne l’opération (`{key}`)",
        en="{article} does not have the words “{words}” that the operation gives (`{key}`)",
    ),
    __doc__,
)
_AT_THE_END = regex(
    r"\bcomplété\w*\s+(?:(?:in fine\s+)?par\s+les?\s+(?:mot|terme|chiffre|nombre)|comme suit|ainsi qu|in fine)"
    r"|\bainsi\s+complété|\bà\s+la\s+fin\b|\bin\s+fine\b",
    re.IGNORECASE,
)
_OF = regex(r"\bd['’]", re.IGNORECASE)
_THOUSANDS = regex(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_EURO = regex(r"[ \u00a0\u202f]?€|[ \u00a0\u202f]euros?\b")
_NEAREST = Message(fr="l’article dit « {words} »", en="the article says “{words}”")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each value of an operation that its article does not word."""
    if subject.act.kind != "amendment":
        return
    units = {p.id: p for p in subject.act.document.walk()}
    lines_of: dict[str, list[str]] = {}
    for passage in subject.passages:
        lines_of.setdefault(passage.own.id, []).append(passage.chars)
    for operation in subject.act.operations:
        common = operation.common
        unit = units[f"{common.act}/{common.article}"]
        lines = tuple(line for p in unit.walk() for line in lines_of.get(p.id, ()))
        for key, words in _words(operation):
            if key == "après" and any(map(_AT_THE_END.search, lines)):
                continue  # the last words of a line are not in the act
            if isinstance(operation, Substitute) and any(_says_figure(line, operation) for line in lines):
                continue
            if words.strip() and lines and not any(occurrences(line, words) for line in lines):
                near = nearest(words, lines)
                if near and words[-1].isalnum():
                    near = near.rstrip(" .,;")  # what ends the act's sentence
                help_line = _NEAREST.fill(words=near) if near else None
                place = common.place(key)
                yield report(CODE, place, help=help_line, article=name(unit), words=words, key=key)


def _says_figure(line: str, operation: Substitute) -> bool:
    """Whether a line says the new figure, with its measure or beside the old one, of words that differ by a figure alone.

    « Le préavis est ramené de trois à un », « … à un mois », of `préavis de trois mois` that becomes `préavis d’un mois`.
    """
    old, new = (_OF.sub("de ", _plain(words)).split() for words in (operation.words, operation.new))
    apart = [n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0].rstrip("s") != pair[1].rstrip("s")]
    exchanged = [old[n] for n in apart] == [new[n] for n in reversed(apart)]
    if exchanged and len(old) == len(new):  # « les taux de 70 % et de 30 % sont inversés »
        return all(number(old[n]) is not None and occurrences(_plain(line), old[n]) for n in apart)
    was, is_now = (words[words[:1] == ["de"] :] for words in (old, new))
    measures = len(is_now) > 1 and was and None not in (number(was[0]), number(is_now[0]))
    if measures and occurrences(_plain(line), " ".join(is_now)):  # « un an », of `6 mois`
        return True
    if len(old) != len(new) or len(apart) != 1 or None in (number(old[apart[0]]), number(new[apart[0]])):
        return False
    words, (at,) = _plain(line), apart
    measured = " ".join(new[at : at + 2])
    both = all(occurrences(words, figure) for figure in (old[at], new[at]))
    return bool(occurrences(words, measured)) if measured != new[at] and not both else both


def _plain(words: str) -> str:
    """Words in small letters, each figure in one piece, each amount in euros: « 8 000 € » is « 8000 euros »."""
    return _EURO.sub(" euros", _THOUSANDS.sub("", words.lower()))


def _words(operation: Operation) -> tuple[tuple[str, str], ...]:
    """The words that an operation repeats from its sentence, each under its key.

    An editorial note accounts for those that only find the passage, never for new ones.
    """
    noted = bool(operation.common.editorial_note)
    match operation:
        case Substitute():
            return (("par", operation.new),) if noted else (("mots", operation.words), ("par", operation.new))
        case AddWords():
            anchor = ("avant" if operation.before else "après", operation.anchor)
            return (("mots", operation.new),) if noted else (("mots", operation.new), anchor)
        case Retitle():
            return (("intitulé", operation.heading),)
        case _:
            return ()
