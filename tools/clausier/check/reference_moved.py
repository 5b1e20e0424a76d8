"""**Quoi.** Un avenant a déplacé ou renuméroté ce qu’un renvoi désignait, et le renvoi n’a pas suivi : ses mots ne désignent plus
rien, ou désignent autre chose.

**Pourquoi.** Un renvoi ne suit pas de lui-même ce qu’il désigne. Renuméroter un article, insérer ou supprimer un alinéa oblige à
chercher et à récrire les renvois ; c’est pourquoi le Guide de légistique déconseille de renuméroter (fiche 3.4.1) et demande de
vérifier les références (fiche 3.4.4). L’aide donne la phrase que l’avenant pourrait contenir.

**Exemple.** À éviter : « L’article 9 devient l’article 10 », quand l’article 4 renvoie à « l’article 9 ». Préférer : ajouter « À
l’article 4, les mots “l’article 9” sont remplacés par les mots “l’article 10” ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.followed import Followed, ends
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.model.provision import Alinea, Provision
from clausier.refs import Blocks, Place, at, unit_name
from clausier.refs.reading import nth_word
from clausier.refs.references import alinea_rank, begins
from clausier.text.regex import regex

CODE = Code(
    "TXT303",
    "warning",
    Message(
        fr="le renvoi « {words} » ({where}) n’a pas suivi ce qu’il désignait, devenu « {now} »",
        en="the reference “{words}” ({where}) has not followed what it named, now “{now}”",
    ),
    __doc__,
)
_SENTENCE = Message(
    fr="l’acte peut dire : « {at}, les mots “{words}” sont remplacés par les mots “{now}” »",
    en="the act may say: « {at}, les mots “{words}” sont remplacés par les mots “{now}” »",
)
_ELIDED = regex(r"(?P<of>à |de |)l['’]\Z", re.IGNORECASE)
_FULL = {"à ": "au ", "de ": "du ", "": "le "}


def find(one: Followed) -> Iterator[Diagnostic]:
    """A finding where what a reference named stands elsewhere than its words now say."""
    then = tuple(place for place in one.then if place is not None)
    if not then or len(then) < len(one.then) or one.before is None or one.before.status != "found":
        return
    if [begins(p) for p in then] == [begins(p) for p in ends(one.reference)] or one.of_a_former_wording:
        return
    now = _rewritten(one, then)
    words, new = _with_article(one, now)
    yield report(
        CODE,
        one.span,
        labels=one.labels,
        help=_SENTENCE.fill(at=_at(one.provision), words=words, now=new),
        words=one.reference.words,
        where=one.where,
        now=now,
    )


def rewording(one: Followed) -> tuple[str, str] | None:
    """The words of a reference that has not followed what it named, and those that name it now; None where it has."""
    then = tuple(place for place in one.then if place is not None)
    return _with_article(one, _rewritten(one, then)) if any(find(one)) else None


def _rewritten(one: Followed, then: tuple[Place, ...]) -> str:
    """The words of the reference as they name now what they named before."""
    words, before, earlier = one.reference.words, one.before, one.was
    if before is None or earlier is None or one.reference.phrase.scope == "near":
        return _composed(then, one)
    for old, new in zip(reversed(ends(before)), reversed(then), strict=True):
        was, is_ = at(earlier, old.path), at(one.document, new.path)
        ranks = alinea_rank(old, was), alinea_rank(new, is_)
        if was.number != is_.number:
            found = _number(was.number, words)
            words = words[: found[0]] + is_.number + words[found[1] :] if found else ""
        if ranks[0] != ranks[1] and not (isinstance(new, Blocks) and new.numbered):
            nth = f"{nth_word(ranks[0])} alinéa"
            words = words.replace(nth, f"{nth_word(ranks[1])} alinéa") if nth in words else ""
    return words if words not in {"", one.reference.words} else _composed(then, one)


def _number(number: str, words: str) -> tuple[int, int] | None:
    """Where the words name the unit of that number: behind « article », or else last."""
    written = rf"(?<![\w.-]){re.escape(number)}(?:er)?(?![\w-]|\.\d)"
    named = re.search(rf"(?:articles?|art\.|annexes?)\s(?:n°\s)?(?P<number>{written})", words)
    spans = [m.span() for m in re.finditer(written, words)] if number else []
    return named.span("number") if named else spans[-1] if spans else None


def _with_article(one: Followed, now: str) -> tuple[str, str]:
    """The words to replace and the new ones, with « l’ » before « alinéa » where the new words cannot follow it."""
    words = one.reference.words
    elided = _ELIDED.search(one.leading)
    if elided is None or not words.startswith("alinéa") or now.startswith("alinéa"):
        return words, now
    return elided[0] + words, _FULL[elided["of"].lower()] + now


def _composed(then: tuple[Place, ...], one: Followed) -> str:
    """A reference to a place, or to a range by its ends, in full."""
    provision = at(one.document, then[0].path)
    ranks = [alinea_rank(place, at(one.document, place.path)) for place in then]
    if not ranks[0]:
        last = at(one.document, then[-1].path)
        joint = "et" if one.before and len(one.before.places) == 2 else "à"
        return _named(provision) if last is provision else f"articles {provision.number} {joint} {last.number}"
    part = f"{nth_word(ranks[0])} alinéa" if len(ranks) == 1 else f"alinéas {ranks[0]} à {ranks[-1]}"
    if isinstance(then[0], Blocks) and then[0].numbered:
        block = provision.blocks[then[0].start]
        part = block.label.chars if isinstance(block, Alinea) and block.label else part
    here = provision.id == one.provision.id and provision.kind == "article"
    return f"{part} du présent article" if here else f"{part} {_of(provision)}"


def _named(provision: Provision) -> str:
    return f"article {provision.number}" if provision.kind == "article" else unit_name(provision)


def _of(provision: Provision) -> str:
    article = provision.kind in {"article", "annex", "opening"}
    return f"de l’{_named(provision)}" if article else f"du {_named(provision)}"


def _at(provision: Provision) -> str:
    article = provision.kind in {"article", "annex", "opening"}
    return f"À l’{_named(provision)}" if article else f"Au {_named(provision)}"
