"""**Quoi.** Une ligne se lit comme le titre d’un article, d’une annexe ou d’une division (« Article 4 bis – Paiement »), et rien ne la
marque comme tel.

**Pourquoi.** Un titre sans dièse n’est qu’un alinéa de plus de l’article qui précède : la stipulation n’existe pas, nul ne peut la
désigner, et les alinéas se comptent de travers. Le gras d’un traitement de texte (`**Article 2**`) n’y change rien. Une seule
ligne est signalée par article ; un sommaire, qui n’est fait que de tels titres, s’accepte en disant pourquoi.

**Exemple.** À éviter : `Article 4 bis – Paiement`, seul sur sa ligne. Préférer : `# Article 4 bis – Paiement`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import regex

CODE = Code(
    "TXT116",
    "warning",
    Message(
        fr="«\u00a0{line}\u00a0» se lit comme un titre, et n’en est pas un",
        en="“{line}” reads as a heading, and is none",
    ),
    __doc__,
    help=Message(
        fr="commencer la ligne par un dièse\u00a0: # {line}",
        en="begin the line with a #: # {line}",
    ),
)
_HEADING = regex(
    r"(?:Article|ARTICLE|Annexe|ANNEXE|Titre|TITRE|Chapitre|CHAPITRE|Section|SECTION)[ \u00a0]+"
    r"(?:\d+(?:\.\d+)*(?:er)?|[IVX]+|[A-Z]|premier|unique)(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?"
    r"(?:[ \u00a0]*[.:–—-][ \u00a0]*\S.*)?\Z"
)
_BEGINS = ("Art", "ART", "Ann", "ANN", "Tit", "TIT", "Cha", "CHA", "Sec", "SEC")  # few lines do
_LONGEST = 120  # characters: what is longer is a clause, whatever it begins with


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first such line of each provision, outside of the new texts that it quotes."""
    seen: set[str] = set()
    for passage in subject.passages:
        if passage.kind != "alinea" or passage.quotation or passage.depth or passage.within.id in seen:
            continue
        line = passage.chars.strip()
        if line.startswith(_BEGINS) and len(line) <= _LONGEST and _HEADING.match(line):
            seen.add(passage.within.id)
            yield report(CODE, passage.span, line=line)
