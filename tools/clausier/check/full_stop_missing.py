"""**Quoi.** La dernière phrase d’un alinéa, ou le dernier élément d’une liste dont les autres finissent par un point-virgule,
n’a pas de point.

**Pourquoi.** Les règles de ponctuation ont une portée juridique et doivent être observées (circulaire du 30 janvier 1997,
1.1.1.7 ; Guide de légistique, fiche 3.3.1). Une phrase sans point final peut avoir perdu sa fin : rien ne le dit au lecteur.

**Exemple.** À éviter : « Le bureau prépare les séances. Il en fixe l’ordre du jour » Préférer : « Le bureau prépare les
séances. Il en fixe l’ordre du jour. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import CLOSING, regex
from clausier.text.sentences import sentences

CODE = Code(
    "TXT110",
    "warning",
    Message(
        fr="{what} « …{end} » n’a pas de point final",
        en="{what} “…{end}” has no full stop",
    ),
    __doc__,
)
_SENTENCE = Message(fr="la phrase", en="the sentence")
_ITEM = Message(fr="le dernier élément de la liste", en="the last item of the list")
_CLOSING = ("»", '"', "”")
_UNMARKED = tuple("_%€°)")
# A full stop stands before a call for a note, or before the source of a quotation; an address takes none.
_ENDED = regex(rf"[.;:,!?…]\s*(?:\(\d+\)|{CLOSING}\s*[–—-].*)\s*»?\s*$|(?:://|www\.|@)\S+$")
_CLOSED = regex(r"\s*»\s*[.;,]\s*$")
_OUTSIDE = Message(
    fr="le signe qui suit le guillemet fermant n’entre pas dans le texte nouveau",
    en="the mark after the closing quotation mark does not enter the new text",
)
_LAST_WORDS = regex(rf"(?<!\S)\S+(?:\s+\S+){{0,3}}(?=(?:\s|{CLOSING})*$)")
_NUMBER = regex(r"^[\s«]*(?:\d+(?:[.-]\d+)*|[IVX]+|[A-Za-z])\s*[.)°–-]\s+")
_SUBORDINATE = regex(r"(?<!\w)(?:qui|que?|dont|où|lorsque?|quand|si)(?!\w)", re.IGNORECASE)
_VERB = regex(
    r"(?<![\w'-])(?<!’)(?:n['’]|s['’])?(?:est|sont|sera|seront|a|ont|aura|auront|peut|peuvent|doit|doivent|devra|devront|pourra|pourront"
    r"|fait|font|engagent?|effectuent?|réuni(?:t|ssent)|bénéficient?|conviennent|décident|applique(?:nt)?)(?!\w)"
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the end of each alinéa that stops without a mark."""
    lines = [p for p in subject.passages if p.kind == "alinea" and p.own.kind not in {"opening", "closing"}]
    for n, line in enumerate(lines):
        follows = lines[n + 1] if n + 1 < len(lines) else None
        last = line.quotation and (follows is None or follows.quotation != line.quotation)
        bare = _without_closing(line.chars) if last else line.chars
        passage = line if bare == line.chars else replace(line, chars=bare)
        if not _is_bare(passage.chars) or line.shouted or _ENDED.search(passage.chars):
            continue
        if passage.group and follows and follows.group == passage.group:
            continue
        what = _ITEM if passage.group else _SENTENCE
        if _ends_list(passage, lines[:n]) if passage.group else _is_prose(passage):
            words = _LAST_WORDS.search(passage.chars)
            start = words.start() if words else 0
            end = words.group() if words else passage.chars
            yield report(
                CODE, subject.span(passage, start), what=what, end=end, help=None if passage is line else _OUTSIDE
            )


def _without_closing(chars: str) -> str:
    """The end of a new text without the guillemet that closes it and the mark after it; `chars` where there is none."""
    opened = chars.count("«") - chars.count("»")
    encloses = opened < 0 or (opened == 0 and chars.lstrip().startswith("«") and chars.count("«") == 1)
    return _CLOSED.sub("", chars) if encloses else chars


def _is_bare(chars: str) -> bool:
    """Whether it ends with a word, a figure or a parenthesis, inside a quotation or not."""
    words = chars.rstrip()
    words = words[:-1].rstrip() if words.endswith(_CLOSING) else words
    return words[-1:].isalnum() or words.endswith(_UNMARKED)


def _is_prose(passage: Passage) -> bool:
    """Whether the alinéa ends in a sentence: a finished one stands before it, or it is long and has a main verb."""
    chars = _NUMBER.sub("", passage.chars)
    first, *others = (chars[start:end].lstrip("«“ \u00a0") for start, end in sentences(chars))
    if others:
        return len(first.split()) > 3 and len(others[-1].split()) > 3 and others[-1][:1].isupper()
    verb = _VERB.search(first) if chars == passage.chars and first[:1].isupper() and len(first.split()) > 11 else None
    return verb is not None and not _SUBORDINATE.search(first, 0, verb.start())


def _ends_list(passage: Passage, before: list[Passage]) -> bool:
    """Whether the items before it in its list all end with a semicolon, or all with a full stop."""
    siblings = [p.chars.rstrip()[-1:] for p in before if p.group == passage.group and p.depth == passage.depth]
    return len(siblings) > 1 and (set(siblings) == {";"} or set(siblings) == {"."})
