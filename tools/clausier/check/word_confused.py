"""**Quoi.** Un mot est mis pour un autre qui se prononce de même : « dispose d’une voie » pour « voix », « dans le cas ou » pour
« où », « le règlement des différents » pour « différends ». Le contrôle ne connaît que des tournures où le mot écrit ne peut
pas être le bon.

**Pourquoi.** Aucun correcteur ne souligne un mot qui existe. La rédaction doit être grammaticalement correcte, et chaque
terme employé dans son sens précis (Guide de légistique, fiche 3.3.1, « Syntaxe, vocabulaire, sigles et signes ») : une
« voie » n’est pas un suffrage.

**Exemple.** À éviter : « Chaque délégué dispose d’une voie. » Préférer : « Chaque délégué dispose d’une voix. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report

CODE = Code(
    "TXT105",
    "warning",
    Message(fr="« {words} » : sans doute « {right} »", en="“{words}”: probably “{right}”"),
    __doc__,
)
_CASES = r"(?: le| la| les| l['’]| un| une| il| elle| ils| elles| cette?| ces| aucune?| nul)\b"
_END = r"\s*(?:[.;:,)»]|$)"
# What stands before, the wrong word, what stands after, and the word that is meant: a context that excludes the wrong one.
CONFUSED: tuple[tuple[str, str, str, str], ...] = (
    (r"d['’]une ", r"voie", r" (?:lors d|au sein|pour chaque|par membre|chacune?\b|à l['’]assemblée)", "voix"),
    (r"(?:dispose|disposent) d['’]une (?:seule )?", r"voie", _END, "voix"),
    (r"", r"voies?", r" (?:délibératives?|consultatives?|prépondérantes?|exprimées?)\b", "voix"),
    (r"(?:majorité|partage|nombre|total) (?:absolue |simple |qualifiée )?des ", r"voies", r"", "voix"),
    (
        r"par ",
        r"voix",
        r" (?:d['’](?:affichage|avenant|huissier)|électronique|postale|réglementaire|hiérarchique)\b",
        "voie",
    ),
    (r"(?:dans le cas|au cas|dans la mesure) ", r"ou", _CASES, "où"),
    (r"règlement des ", r"différents", r"(?: entre| qui| relatifs| nés| liés| éventuels|\s*[.;:,)]|$)", "différends"),
    (r"(?:en cas de|tout) ", r"différent", r"(?: entre| relatif| né| sur| persistant|\s*[.;:,)]|$)", "différend"),
    (r"", r"quelque", r" soi(?:t|ent)\b", "quel que"),
    (r"au ", r"plutôt", r" (?:le|à|au|dans|un|une|\d)", "plus tôt"),
    (r"au ", r"vue", r" du\b", "vu"),
    (r"en ", r"vu", r" d(?:e\b|['’])", "vue"),
    (r"en ", r"temps", r" que (?:membre|tel|représentant|coordonnateur|président|salarié|employeur|partie)", "tant"),
    (r"", r"(?:dors|d['’]ors)", r" et déjà\b", "d'ores"),
    (
        r"",
        r"(?-i:a)",
        r" (?:compter d|l['’]issue d|l['’]exception d|défaut d|partir d|savoir\b|titre (?:gratuit|onéreux|exceptionnel))",
        "à",
    ),
    (r"jusqu['’]", r"a", r" ", "à"),
    (
        r"",
        r"fond",
        r" de (?:commerce|roulement|solidarité|garantie|dotation|concours|investissement|compensation)\b",
        "fonds",
    ),
    (r"les ", r"partis", r" (?:signataires|contractants|au présent|à la présente)", "parties"),
    (r"", r"sessions?", r" (?:de parts|de créances?|d['’]actions|des droits)\b", "cession"),
    (r"", r"cessions?", r" (?:plénières?|ordinaires?|extraordinaires?)\b", "session"),
    (r"", r"sensée?s?", r" (?:être|avoir|connaître|savoir|ignorer|respecter)\b", "censé"),
    (r"", r"(?:côtes?|cottes?|quottes?|cotes?)[\s-]parts?", r"", "quote-part"),
    (r"à ", r"tord", r"", "tort"),
    (r"", r"adhérants", r"", "adhérents"),
    (r"(?:qui|ils) ", r"on", r" (?:été|pas|plus|pour|fait|reçu|signé|adhéré)\b", "ont"),
    (r"(?:qui|ils) ", r"son", r" (?:tenus|membres|chargés|soumis|réunis|applicables|prévus|définis)\b", "sont"),
    (r"il ", r"et", r" (?:prévu|convenu|institué|créé|précisé|rappelé|procédé|tenu|établi|ajouté|inséré)\b", "est"),
    (r"", r"leurs", r" (?:est|sera|seront|sont|a été|ont été|permet|incombe|revient)\b", "leur"),
    (r"", r"palliers?", r" (?:de|d['’]|suivants?|supérieurs?|inférieurs?)", "palier"),
    (r"de bonne ", r"fois", _END, "foi"),
    (r"", r"taches", r" (?:confiées|de secrétariat|administratives|accomplies|du pilote|du coordonnateur)\b", "tâches"),
)
# Letters of which some are wherever such a word is found to be wrong; a wrong word that is no pattern, nor short, is its own.
_LETTERS: dict[str, tuple[str, ...]] = {
    r"voies?": tuple(
        f"{voie} {word}" for voie in ("voie", "voies") for word in ("délib", "consult", "prépond", "exprim")
    ),
    r"ou": ("cas ou ", "mesure ou "),
    r"(?:dors|d['’]ors)": ("ors et déjà",),
    r"(?-i:a)": ("a compter d", "a l'", "a l’", "a défaut d", "a partir d", "a savoir", "a titre "),
    r"a": ("jusqu'a ", "jusqu’a "),
    r"fond": ("fond de ",),
    r"sessions?": ("session",),
    r"cessions?": ("cession",),
    r"sensée?s?": ("sensé",),
    r"(?:côtes?|cottes?|quottes?|cotes?)[\s-]parts?": ("te-part", "tes-part", "te part", "tes part"),
    r"vu": ("vu de", "vu d'", "vu d’"),
    r"leurs": tuple(
        f"leurs {verb}" for verb in ("est", "ser", "sont", "a été", "ont été", "permet", "incombe", "revient")
    ),
    r"on": ("qui on ", "ils on "),
    r"son": ("qui son ", "ils son "),
    r"palliers?": ("pallier",),
}


@cache
def _rows() -> tuple[tuple[str, int], ...]:
    """Letters without which each row finds nothing: few are in a text, and the other rows are not looked for."""
    return tuple(
        ((before if before.replace(" ", "").isalpha() else "") + letters, n)
        for n, (before, wrong, _, _) in enumerate(CONFUSED)
        for letters in _LETTERS.get(wrong, (wrong,))
    )


@cache
def _row(n: int) -> re.Pattern[str]:
    before, wrong, after, _ = CONFUSED[n]
    row = rf"(?<![\w'-])(?<!’){before}(?P<wrong>{wrong})(?!\w)(?={after})"
    return re.compile(row.replace(" ", r"\s+"), re.IGNORECASE)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each such word, with the one that is meant."""
    rows = sorted({(rank, n) for letters, n in _rows() for rank in subject.lines.ranks(letters)})
    for rank, n in rows:
        passage = subject.passages[rank]
        if not passage.shouted:
            for match in _row(n).finditer(passage.chars):
                span = subject.span(passage, match.start("wrong"), match.end("wrong"))
                yield report(CODE, span, words=match["wrong"], right=CONFUSED[n][3])
