"""What a sentence beside an order says to be changed (« Le plafond est modulé selon l’âge »), in words that order nothing."""

from __future__ import annotations

import re

from clausier.french.asides import PREVAILS, not_upon_force, of_itself
from clausier.text.accents import without_accents
from clausier.text.regex import regex
from clausier.text.typography import fold

# « est modulé », « sont revus », « sera étendue »: how the participles begin that say a thing to be made other than it was.
# Who else changes things: « est modifié en ce sens par le décret ».
_BY_OTHERS = r"(?! (?:[\w']+ ){0,3}?par (?:l'ordonnance|la loi|(?:le |un )?decret|(?:l'|un )?arrete|le legislateur)\b)"
MADE_OTHER = (
    r"(?!\w+(?:er|ir|re|ant)\b)(?:abaiss|actualis|adapt|adjoin|ajout|ajust|allege|align|allong|amelior|amenag|assoupli|augment|avance|baisse|complet|corrig|decal"
    r"|deplac|diminu|dispens|doubl|elargi|espac|etend|exclue?s?\b|exempt|exoner|harmonis|index|integr|limit|major|minor|mise?s? (?:a jour|fin|en conformite)|modifi|modul"
    r"|plafonn|prolong|proratis|prorog|raccourci|rattach|recentr|recondui|rectifi|redui|reevalu|rehauss|relev|remplac|renforc|renouvel"
    r"|reorganis|reparti|repouss|report|reserv|restrein|retir|revaloris|revis|revu|simplifi|substitu|supprim|suspend|transfer|transform)"
    rf"\w*\b{_BY_OTHERS}"
)
_BE = "est sont sera seront soit soient".split()
IS = rf"(?<!\bne )(?<!\bn')\b(?:{'|'.join(_BE)}) (?:(?!pas |plus |ainsi |donc |deja |ni )[\w']+ ){{0,2}}?"
_THING = r"(?:l(?:es? |a |')|ce(?:t|tte|s)? |s(?:on|a|es) |leurs? |chaque |(?:il|elle)s? )"
_NO_VERB = r"(?:(?! (?:qui|que|dont|est|sont|sera|seront|ont|se) )[^,;:()])"
_CHANGED = regex(
    rf"(?:\A\W*|[,;] (?:et |mais )?|\bet |\bmais )(?:{_THING}{_NO_VERB}{{0,120}}?(?:, [^,;:()]{{1,60}},)? ?)"
    rf"(?:{IS}{MADE_OTHER}|{IS}\w+ (?:en consequence|d'autant|en tant que de besoin)\b|s'(?:(?:etend|ajoute|aligne|elargi|limite)\w*|applique\w* (?:aussi|egalement)\b))",
    needs=(*(f"{be} " for be in _BE), "s'"),
)
_UNITS = ("article", "point", "paragraphe")
_NUMBER = r"\d+(?:[.-]\d+)*|[ivx]+"
# « L’assurance prévue à l’article 7 », whatever is then said of it.
_AS_SAID = regex(
    rf"(?:\A\W*|\A[^,;:]{{0,80}}, )(?!(?:il|elle)s? ){_THING}{_NO_VERB}{{1,80}}?,? (?:prevu|vise|fixe|mentionne|defini|figurant|inscrit|enonce|stipule|institue|instaure|cree)e?s?"
    rf" (?:a |dans |par |aux? )(?:(?:la |l'|les? )?(?:\w+ ){{0,2}}(?:alinea|tiret|phrase|ligne)s? d(?:e |u |es ))?(?:l'|les )?(?:{'|'.join(_UNITS)})s? (?:{_NUMBER})\b(?! (?:du (?:code|decret|present)|de (?:la loi|l'ordonnance)|ci-dess)),?"
    # … but what it has done, what its body does to follow the act, and that it stays.
    r"(?! (?:en )?(?:n')?(?:a|ont|avaient|avait) (?!compter|partir))(?! (?:se reuni|examin|veill|constat|(?:est|sont|sera|seront) (?:charg|inform|saisi|consult)|(?:conserv|gard|maint|demeur|rest)\w+|(?:est|sont|sera|seront) (?:maint|conserv)))"
)
# What recites, or speaks of a law, of another act or of the change itself.
_OTHERS = "avenant accord loi code decret ordonnance directive arrete modification changement precision redaction correction".split()
_OF_OTHERS = regex(
    r"\A\W*(?:vu|considerant|attendu)\b|\bdepuis (?:(?:19|20)\d\d\b|lors\b|cette |plusieurs |l'|la |le )|\bport\w+ a (?:la|sa|leur) connaissance\b"
    rf"|\A\W*(?:l[ea]s? |l'|cet(?:te)? |ce )(?:{'|'.join(_OTHERS)})s?\b(?!(?<=l'accord) [^,;:]{{0,60}}(?:mentionne|prevu|vise) a)",
    needs=(*_OTHERS, *"vu considerant attendu depuis connaissance".split()),
)
_LONGEST = 2000  # characters of a sentence that is looked at: the expressions take time that grows with its square
_CLAUSES = regex(r"(?<=[,;:])|(?= (?:et|mais)\b)")


def says_changed(sentence: str) -> bool:
    """Whether a sentence says that a thing is changed, or anything of what an article is said to provide; not of the act itself.

    What may change (« pourra être étendu », « évoluera ») is not told, unless it is what an article provides.
    """
    if (
        len(sentence) > _LONGEST
        or sentence.rstrip().endswith(":")
        or of_itself(not_upon_force(sentence))
        or is_of_others(sentence)
    ):
        return False
    words = _plain("".join(clause for clause in _CLAUSES.split(sentence) if not PREVAILS.search(clause)))
    return bool(_CHANGED.search(words) or (any(unit in words for unit in _UNITS) and _AS_SAID.search(words)))


def is_of_others(sentence: str) -> bool:
    """Whether a sentence recites what stands or has been, or speaks of a law, of another act or of the change itself."""
    return _OF_OTHERS.search(_plain(sentence[:_LONGEST])) is not None


def _plain(sentence: str) -> str:
    return re.sub(r"\s+", " ", without_accents(fold(sentence).chars.lower()))
