"""What readers call what the rules name by an id: a member, a body, a role, a matter, in the words of the text where it has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from clausier.emit.anchors import slug
from clausier.emit.site.atlas import Atlas
from clausier.rules.kinds import Definition

# What may stand between two words of a name: a space or a hyphen, and the little words that an id leaves out.
_BETWEEN = r"[^a-z0-9]{1,3}(?:(?:de|du|des|d|la|le|les|l|au|aux|a|en)[^a-z0-9]{1,3}){0,2}"

_SHORT = 4
_WORD = re.compile(r"\w+")
_LEANING = re.compile(r"\b([ldnsjmtc]|qu) (?=[aàâeéèêiîoôuyhœ])", re.IGNORECASE)


def named(identity: str, atlas: Atlas) -> str:
    """The name of `identity` in a French sentence, without article: `titulaire-du-marche` is « titulaire du marché ».

    A member has the name of its party, a body its acronym, a defined role its term; else the text's own spelling of those
    words where it has them, else the words of the id.
    """
    if identity not in atlas.names:
        atlas.names[identity] = _named(identity, atlas)
    return atlas.names[identity]


def listed(identities: Iterable[str], atlas: Atlas) -> str:
    """Several names, with commas."""
    return ", ".join(named(identity, atlas) for identity in identities)


def worded(identity: str, atlas: Atlas) -> str:
    """The words of an id, each as the text spells it: the rule `cogouv-execution` is « COGOUV exécution »."""
    bodies = {rule.source.body for rule in atlas.rules.of(atlas.latest.id)}
    return _joined(named(word, atlas) if word in bodies else _accented(word, atlas) for word in identity.split("-"))


def body_name(identity: str) -> str:
    """A body's name as far as its id tells it: `cogouv` is « COGOUV »."""
    return identity.upper().replace("-", " ")


def _named(identity: str, atlas: Atlas) -> str:
    if identity == "members":
        return "les membres"
    if identity in atlas.parties:
        return atlas.parties[identity]
    rules = atlas.rules.of(atlas.latest.id)
    for rule in rules:
        if isinstance(rule.rule, Definition) and rule.source.matter == identity:
            term = rule.rule.term
            if slug(term).lower().startswith(identity):
                return term
    if identity in {rule.source.body for rule in rules}:
        return _as_in_the_text(identity, atlas) or body_name(identity)
    return _as_in_the_text(identity, atlas).replace("'", "’") or _joined(
        _accented(word, atlas) for word in identity.split("-")
    )


def _joined(words: Iterable[str]) -> str:
    """The words of a name with spaces, but `l`, `d` and their like, which lean on the next; `a` by itself is « à »."""
    spaced = " ".join("à" if word == "a" else word for word in words)
    return _LEANING.sub(r"\1’", spaced)


def _accented(word: str, atlas: Atlas) -> str:
    """A word of an id as the text spells it, where it has it: with its accents, in capitals where it has it in no other way.

    Of short ones only the capitals: they are too often another word (`ou`, `où`).
    """
    if not atlas.spelt:
        chars, folded = _plain(atlas)
        for found in _WORD.finditer(folded):
            stem = found.group().removesuffix("s")
            spelt = chars[found.start() : found.start() + len(stem)]
            if not (len(stem) > 1 and spelt.isupper()):
                atlas.spelt[stem] = spelt.lower()
            elif stem not in atlas.spelt:
                atlas.spelt[stem] = spelt
    stem = word.removesuffix("s")
    spelt = atlas.spelt.get(stem, "")
    return spelt + word[len(stem) :] if spelt and (len(word) > _SHORT or spelt.isupper()) else word


def _plain(atlas: Atlas) -> tuple[str, str]:
    """The words of the text in force, and the same in small letters without accents."""
    if not atlas.plain:
        chars = "\n".join(alinea.text.chars for p in atlas.latest.document.walk() for alinea in p.alineas)
        atlas.plain.extend((chars, _folded(chars)))
    chars, folded = atlas.plain
    return chars, folded


def _as_in_the_text(identity: str, atlas: Atlas) -> str:
    """The words of an id as the text spells them, in the id's own number; "" where it has them nowhere."""
    names = identity.split("-")
    stems = [f"({re.escape(name.removesuffix('s'))})s?" for name in names]
    words = re.compile(rf"(?<!\w){_BETWEEN.join(stems)}(?!\w)")
    chars, folded = _plain(atlas)
    found = words.search(folded)
    if not found:
        return ""
    ends = [found.end(n) for n in range(1, len(names) + 1)]
    starts = [found.start(1), *(end + (folded[end] == "s") for end in ends[:-1])]
    plural = ("s" if name.endswith("s") else "" for name in names)
    return "".join(chars[start:end] + s for start, end, s in zip(starts, ends, plural, strict=True))


def _folded(chars: str) -> str:
    """Small letters without accents, one for one, so that places stay."""
    return chars.translate({ord(c): unicodedata.normalize("NFD", c.lower())[0] for c in set(chars)})
