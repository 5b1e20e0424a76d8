"""The new text that a sentence brings: quoted, or given without guillemets; and where it may not be all, or not only, that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.author.apply.lines import Unsure
from clausier.author.apply.payloads import begins_article, cut_short
from clausier.french import Order, Said, read_article
from clausier.refs.lines.section import is_note

# Rows and references to what is not reproduced, below a quotation, are hardly words of the amendment.
_NOT_SAID = re.compile(r"\||https?\s?:|non reproduite?s?", re.IGNORECASE)
# What an amendment says of itself, or of what it leaves as it is, is no part of an annex.
_OF_THE_AMENDMENT = re.compile(
    r"\b(?:présente?s? (?:avenant|article|accord)|inchangée?s?|sans changement|demeurent|entre(?:nt|ra|ront)? en vigueur)\b",
    re.IGNORECASE,
)

# « Les autres dispositions demeurent inchangées », « le présent avenant »: the amendment speaks.
_LEAVES_THE_REST = re.compile(
    r"\b(?:autres (?:dispositions|stipulations|articles|clauses)\b.*\b(?:inchangée?s?|sans changement|demeurent|restent)"
    r"|reste (?:de l['’]\w+ )?(?:est |demeure )?(?:inchangé|sans changement)|\A(?:Fait|Signé) (?:à|en|le)\b|\APour (?:la |les? |l['’])[^.;:]*\Z"
    r"|\b(?:cette|ces|les présentes) (?:modifications?|nouvelles? rédactions?) (?:prend|entr|s['’]appliqu|se substitu)|présent avenant (?:est|entre|prend|s['’]applique|sera|fera))",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"\bautres (?:dispositions|stipulations|articles|clauses)\b.*\b(?:inchangée?s|sans changement)\b", re.IGNORECASE
)
# A line that is only the number of an article: the next one of the amendment, or of the text.
_AN_ARTICLE = re.compile(
    r"^\W*(?:Article|Art\.)\s+(?:\d+(?:\.\d+)*(?:er)?|[IVX]+)(?:\s(?:bis|ter|quater))?\s*[.:–-]*\s*$", re.IGNORECASE
)
# What a line leaves out of itself, and several items in one line.
_LEFT_OUT = re.compile(r"[\[(]\s?(?:…|\.\.\.)\s?[\])]")
_IN_ONE_LINE = re.compile(r"^\s*[-–—―•]\s.*[;,]\s+[-–—―•]\s")
_PLACE = re.compile(r"\b(?:articles?|alinéas?|annexes?|paragraphes?|mots)\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:est|sont)\b.{0,60}?\b(?:remplac|modifi|rédig|complét|supprim|abrog|insér|ajout)\w*",
    re.IGNORECASE | re.DOTALL,
)
_QUOTES = ("“", "”", '"')
_PAIR = 2
_LONGEST = 4000  # characters of a line that may be a sentence of an amendment


def quoted_text(order: Order, said: Said) -> tuple[str, ...]:
    """The new text of an order: quoted after its sentence, in it, or given without guillemets down to the article's end."""
    if said.payload:
        if _goes_on(order, said):
            return (*said.payload, *said.after)
        if any(_NOT_SAID.search(line) for line in said.after):
            raise Unsure("des lignes suivent le texte cité, qui peuvent en être")
        return said.payload
    if order.words and order.verb in {"replace", "modify"}:
        return tuple(said.quotations[n] for n in order.words)
    if said.uncertain:
        raise Unsure("le texte nouveau, sans guillemets, contient peut-être d’autres modifications")
    if any(_LEAVES_THE_REST.search(line[:_LONGEST]) for line in said.after):
        raise Unsure("le texte nouveau, sans guillemets, contient peut-être ce que l’avenant dit de lui-même")
    return _between_quotes(said.after)


def _between_quotes(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without the quotes “ ” or " that open the first and close the last; raises Unsure where one of them is there alone."""
    opened, closed = (
        bool(lines) and lines[0].lstrip()[:1] in _QUOTES,
        bool(lines) and lines[-1].rstrip()[-1:] in _QUOTES,
    )
    if not opened and not (closed and _unpaired("\n".join(lines))):
        return lines
    if not (opened and closed) or sum(line.count(lines[0].lstrip()[0]) for line in lines) > _PAIR:
        raise Unsure("le texte nouveau est entre d’autres guillemets, dont la fin n’est pas certaine")
    *first, last = lines
    if not first:
        return (last.strip()[1:-1].strip(),)
    return (first[0].lstrip()[1:].lstrip(), *first[1:], last.rstrip()[:-1].rstrip())


def _unpaired(text: str) -> bool:
    return text.count('"') % 2 == 1 or any(text.count(a) != text.count(b) for a, b in ("“”", "«»"))


def _goes_on(order: Order, said: Said) -> bool:
    """Whether the text of an annex that is reworded goes on behind a guillemet that closed before its first table."""
    annex = [part.unit for part in order.place] == ["ANNEX"] and order.verb in {"replace", "modify"}
    own = any(_OF_THE_AMENDMENT.search(line) for line in said.after)
    return annex and bool(said.after) and _NOT_SAID.search(said.after[0]) is not None and not (own or said.uncertain)


def needed_text(order: Order, said: Said, old: Sequence[str] = ()) -> tuple[str, ...]:
    """The new text of an order, in full; raises Unsure where there is none, or where it leaves something out."""
    quoted = quoted_text(order, said)
    if not quoted:
        raise Unsure("le texte nouveau n’est pas trouvé")
    lines = [line for one in quoted for line in one.split("\n") if line.strip()]
    if all(map(is_note, lines)):
        raise Unsure("le texte nouveau est vide")
    if cut_short(lines) or any(_LEFT_OUT.search(line) for line in lines if line not in old):
        raise Unsure("le texte cité laisse une partie de côté")
    if _UNCHANGED.search(lines[-1][:_LONGEST]) and not any(_UNCHANGED.search(line[:_LONGEST]) for line in old):
        raise Unsure("le texte nouveau finit peut-être sur ce que l’avenant dit de lui-même")
    if old and lines[-1].endswith(("...", "…")) and not any(line.endswith(("...", "…")) for line in old):
        raise Unsure("le texte cité s’arrête peut-être avant sa fin")
    if any(_IN_ONE_LINE.match(line) for line in lines if line not in old):
        raise Unsure("le texte nouveau a plusieurs tirets sur une ligne")
    several = (bool(order.place) and order.place[-1].unit == "ANNEX") or "," in order.made
    if not several and any(_AN_ARTICLE.match(line) or begins_article(line) for line in lines[1:] if line not in old):
        raise Unsure("le texte nouveau semble aller au-delà de cet article")
    if any(_orders(line) for line in lines) and not any(_orders(line) for line in old):
        raise Unsure("le texte nouveau contient une phrase qui modifie elle-même un texte")
    return quoted


def _orders(line: str) -> bool:
    """Whether a line of a text orders a change: its quotation may have gone on over a sentence of the amendment."""
    changed = _CHANGED.search(line) if len(line) < _LONGEST else None
    if changed is None or not _PLACE.search(line[: changed.start()]):
        return False
    return any(s.orders for s in read_article(line))
