"""**Quoi.** Une énumération des membres, ailleurs dans l’acte, omet une de ses parties.

**Pourquoi.** La convention constitutive est signée par les membres du groupement et définit ses règles (code de la commande
publique, art. L. 2113-7) : qui en est membre ne doit pas dépendre du passage qu’on lit. Une partie nommée en tête de
l’acte et absente d’une liste qui nomme presque toutes les autres est d’ordinaire un oubli. Le contrôle ne regarde que les
énumérations qui nomment au moins les deux tiers des parties, et trois au moins.

**Exemple.** À éviter : parties « la commune d’Arbois, la commune de Dole, la commune de Gray, la commune de Vesoul », puis
« le groupement constitué entre les communes d’Arbois, de Dole et de Gray ». Préférer : « entre les communes d’Arbois, de
Dole, de Gray et de Vesoul », ou « entre ses membres ».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.text.regex import regex

CODE = Code(
    "TXT104",
    "warning",
    Message(
        fr="cette énumération nomme {named} des {total} parties, mais pas « {party} »",
        en="this enumeration names {named} of the {total} parties, but not “{party}”",
    ),
    __doc__,
)
_HERE = Message(fr="partie à l’acte", en="a party of the act")
_PARTY = regex(r"^(?:et\s+)?(?P<name>[^,;:]+?),?\s+(?:\([^)]*\),?\s+)?(?:ci-après[^,]*,\s+)?représentée?s?\b")
# « Chaque membre est représenté par… », « les membres présents ou représentés » present no party.
_OF_A_SENTENCE = frozenset(("est", "sont", "sera", "seront", "soit", "soient", "être", "ou", "et", "non"))
_FOLD = str.maketrans("’-\u00a0\u202f", "'   ")
_FIRST_WORD = regex(r"[^\s'’-]+")
_SMALL = frozenset(("le", "la", "les", "l'", "de", "du", "des", "d'"))


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for each party that an enumeration leaves out, at the first name in it."""
    named = {
        m["name"]: p
        for p in subject.lines.holding("représenté")
        if (m := _PARTY.match(p.chars)) and not p.quotation and m["name"].split()[-1] not in _OF_A_SENTENCE
    }
    every = _short(tuple(named) or tuple(p.name for p in subject.act.parties))
    parties = tuple(short for short in every if _FIRST_WORD.search(short))  # a name may be missing, which is told
    if len(parties) < 3:
        return
    names = re.compile(
        r"(?<!\w)(?:"
        + "|".join(rf"(?P<p{n}>{_pattern(short)})" for n, short in sorted(enumerate(parties), key=lambda x: -len(x[1])))
        + r")(?!\w)",
        re.IGNORECASE,
    )
    presentation = set(map(id, named.values()))
    naming = subject.lines.holding(*(_FIRST_WORD.findall(short.lower())[0] for short in parties))
    for _, unit in groupby(naming, key=lambda p: (p.group, 0) if p.group else (0, id(p))):
        lines = [p for p in unit if id(p) not in presentation]
        found = [(p, m) for p in lines for m in names.finditer(p.chars)]
        there = {m.lastgroup for _, m in found}
        if not max(3, len(parties) * 2 / 3) <= len(there) < len(parties):
            continue
        first, match = found[0]
        for n, short in enumerate(parties):
            if f"p{n}" not in there:
                labels = [Label(p.span, _HERE) for name, p in named.items() if short in name]
                span = subject.span(first, match.start(), match.end())
                yield report(CODE, span, labels=labels[:1], named=len(there), total=len(parties), party=short)


def _short(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name without the words it shares with others before its own: « Le Département de la Meuse » is « Meuse »."""
    first_words = Counter(word for name in names for word in set(_words(name)[:-1]))
    return tuple(_own_words(name, _SMALL | {word for word, n in first_words.items() if n > 1}) for name in names)


def _words(name: str) -> list[str]:
    return name.translate(_FOLD).replace("'", "' ").lower().split()


def _own_words(name: str, shared: frozenset[str]) -> str:
    pieces = re.findall(r"[^\s'’]+['’]?\s*", name)
    while len(pieces) > 1 and pieces[0].strip().replace("’", "'").lower() in shared:
        pieces.pop(0)
    return "".join(pieces).strip()


def _pattern(short: str) -> str:
    words = (re.escape(word) for word in re.split(r"[\s-]+", short.replace("’", "'")))
    return r"[\s-]+".join(words).replace("'", "['’]")
