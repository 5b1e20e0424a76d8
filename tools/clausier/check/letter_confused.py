"""**Quoi.** Un caractère en remplace un autre qui lui ressemble : « II EST CONVENU » (deux i majuscules) pour « IL », « I’article »
pour « l’article », « 2O22 » (la lettre O) pour « 2022 ».

**Pourquoi.** La faute vient d’une reconnaissance de caractères ou d’une frappe, et l’œil ne la voit pas. Une recherche de
mots ne trouve pas ce qui est ainsi écrit, et un « II » en tête de phrase se lit comme un numéro. La rédaction doit être
grammaticalement correcte (Guide de légistique, fiche 3.3.1).

**Exemple.** À éviter : « II est institué un bureau. » Préférer : « Il est institué un bureau. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import SMALL, regex

CODE = Code(
    "TXT106",
    "warning",
    Message(
        fr="« {words} » : un caractère en remplace un autre ; sans doute « {right} »",
        en="“{words}”: one character stands for another; probably “{right}”",
    ),
    __doc__,
)
_VERB = (
    r"(?:est|sera|fut|a|aura|y|en|ne|peut|doit|convient|appartient|incombe|revient|comprend|comporte|dispose|fixe|précise"
    r"|EST|SERA|A|AURA|Y|EN|NE|PEUT|DOIT|CONVIENT|APPARTIENT|INCOMBE|REVIENT)"
)
_SENTENCE = r"(?:^|(?<=[.;:!?»] )|(?<=[.;:!?»]\u00a0))"
_WRONG: tuple[tuple[str, dict[str, str]], ...] = (
    (rf"{_SENTENCE}(?:II|I1|Il1|1l)(?=\s+{_VERB}\b)", {"II": "IL", "I1": "Il", "Il1": "Il", "1l": "Il"}),
    (rf"(?<![\w.])I(?=['’]{SMALL})", {"I": "l"}),
    (rf"(?<![\w.])I(?=(?:es|e|a)\s+{SMALL})", {"I": "l"}),
    (r"\b\d+O\d*\b(?=\s|[%€.,;)]|$)", {"O": "0"}),
    (r"(?<=\s)[lI]\d{1,3}(?=\s+(?:jours?|mois|ans?|années?|euros?|%|€|heures?|membres?|voix)\b)", {"l": "1", "I": "1"}),
)
# Without one of these pairs none of them matches, and few texts hold any.
_SIGN = regex(r"I[I1'’ea]|[lI]\d|1l|\dO")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each such word."""
    for passage in subject.lines.matching(_SIGN):
        for pattern, right in _WRONG:
            for match in re.finditer(pattern, passage.chars):
                end = _word_end(passage.chars, match.end())
                words = passage.chars[match.start() : end]
                meant = match.group()
                for wrong, correct in right.items():
                    meant = correct if meant == wrong else meant.replace(wrong, correct) if len(wrong) == 1 else meant
                span = subject.span(passage, match.start(), end)
                yield report(CODE, span, words=words, right=meant + words[len(match.group()) :])


def _word_end(chars: str, at: int) -> int:
    """The end of the word that goes on at `at`, an elided one with what follows it."""
    rest = re.compile(r"['’]?[\w-]*").match(chars, at)
    return rest.end() if rest else at
