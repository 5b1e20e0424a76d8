"""Sentences that are not understood, where the new line says a line in force again, word for word, and goes on."""

from __future__ import annotations

import re

from clausier.author.apply.likeness import continued
from clausier.author.apply.lines import one_line
from clausier.author.apply.payloads import new_text
from clausier.author.apply.plain import plain_fragment
from clausier.author.apply.section import lines_of
from clausier.author.apply.sections import whole
from clausier.diagnostics import Span
from clausier.french import Said
from clausier.model.operation import Common, Replace
from clausier.model.provision import Provision
from clausier.source.headings import number_key

_REWORDS = re.compile(
    r"\b(?:est|sont|être)\b.{0,40}\b(?:modifi|remplac|rédig|réécri|libell)\w*[^:]{0,60}:\s*$", re.DOTALL
)
_MORE = re.compile(
    r"\b(?:insér|ajout|complét|supprim|abrog|après|avant|sauf|exception|mots?|termes?)\w*\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"\barticles?\s+(\d+(?:[.-]\d+)*(?:\s(?:bis|ter|quater))?)", re.IGNORECASE)


def goes_on(said: Said, text: Provision, name: str) -> tuple[Replace, ...]:
    """The line that a sentence rewords, where it is the only one of the text that the new line says again; nothing otherwise.

    Where the sentence names an article that the text has, the line is one of its.
    """
    new = new_text(said.payload, "").lines
    if len(new) != 1 or said.after or not _REWORDS.search(said.sentence) or _MORE.search(said.sentence):
        return ()
    every = [p for p in text.walk() if p.kind != "document"]
    found = [(p, index) for p in every for index in continued(new[0], lines_of(p))]
    told = {number_key(number) for number in _ARTICLE.findall(said.sentence)}
    known = told & {number_key(p.number) for p in every if p.number}
    if len(found) != 1 or (known and known != {number_key(found[0][0].number)}):
        return ()
    article, index = found[0]
    common = Common(id=name, verb="replace", act=name.partition("/")[0], article=name, span=Span(""))
    target = one_line(whole(article, every), index)
    return (Replace(common=common, targets=(target,), payload=plain_fragment(list(new))),)
