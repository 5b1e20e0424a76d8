"""What readers call what the rules name by an id: a member, a body, a role, a matter, in the words of the text where it has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from clausier.compile import Compiled
from clausier.emit.anchors import slug
from clausier.emit.site.atlas import Atlas, atlas
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Definition
from clausier.rules.vocabulary import FRENCH_KINDS
from clausier.text.accents import as_id
from clausier.text.spelling import joined, spelt


def namer(compiled: Compiled) -> Callable[[str], str]:
    """What finds the names of a project, as `named` does, for what is no page."""
    found = atlas(compiled)
    return lambda identity: named(identity, found)


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


def of_data(column: str, atlas: Atlas) -> str:
    """Of a column of the data that a vote is put with, in a sentence: « de la donnée « élèves » »."""
    return f"de la donnée «\u00a0{named(column, atlas)}\u00a0»"


def worded(identity: str, atlas: Atlas) -> str:
    """The words of an id, each as the text spells it: the rule `cogouv-execution` is « COGOUV exécution »."""
    if identity not in atlas.words:
        accented = atlas.spelling.accented
        words = (named(word, atlas) if word in atlas.bodies else accented(word) for word in identity.split("-"))
        atlas.words[identity] = joined(words)
    return atlas.words[identity]


def rule_name(rule: BoundRule, atlas: Atlas) -> str:
    """What a reader calls a rule: its kind, and the words of its id as the text spells them.

    Where the id ends with the kind, that is not said twice: the quorum `bureau-quorum` is « quorum – bureau ».
    """
    said = kind(rule)
    of_what = re.sub(rf"-{as_id(said)}s?\Z", "", rule.id)
    return f"{said} – {worded(of_what, atlas)}"


def kind(rule: BoundRule) -> str:
    """The kind of a rule, as the sources call it."""
    return FRENCH_KINDS.get(rule.source.kind, rule.source.kind)


def body_name(identity: str) -> str:
    """A body's name as far as its id tells it: `cogouv` is « COGOUV »."""
    return identity.upper().replace("-", " ")


def _named(identity: str, atlas: Atlas) -> str:
    if identity == "members":
        return "les membres"
    if identity in atlas.parties:
        return atlas.parties[identity]
    for rule in atlas.rules.of(atlas.latest.id):
        if isinstance(rule.rule, Definition) and rule.source.matter == identity:
            term = rule.rule.term
            if slug(term).lower().startswith(identity):
                return term
    if identity in atlas.bodies:
        return atlas.spelling.row(identity.split("-")) or body_name(identity)
    return spelt(identity, atlas.spelling)
