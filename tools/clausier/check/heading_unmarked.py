"""**Quoi.** Une ligne se lit comme le titre d’un article, d’une annexe ou d’une division (« Article 4 bis – Paiement »), et rien ne la
marque comme tel.

**Pourquoi.** Un titre sans dièse n’est qu’un alinéa de plus de l’article qui précède : la stipulation n’existe pas, nul ne peut la
désigner, et les alinéas se comptent de travers. Le gras d’un traitement de texte (`**Article 2**`) n’y change rien. Une seule
ligne est signalée par article ; un sommaire, qui n’est fait que de tels titres, s’accepte en disant pourquoi.

**Exemple.** À éviter : `Article 4 bis – Paiement`, seul sur sa ligne. Préférer : `# Article 4 bis – Paiement`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.source.headings import reads_as_heading

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
_IN_NEW_TEXT = Message(
    fr="commencer la ligne par un chevron et trois dièses\u00a0: > ### {line}",
    en="begin the line with > and three #: > ### {line}",
)
_GUILLEMETS = '«»“”" \u00a0\u202f'


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first such line of each provision, and of each new text that is not taken for its heading."""
    seen: set[str] = set()
    quoted: dict[int, list[Passage]] = {}
    for passage in subject.passages:
        if passage.quotation and passage.kind != "cell":
            quoted.setdefault(passage.quotation, []).append(passage)
        elif passage.kind == "alinea" and not passage.depth and passage.within.id not in seen:
            line = passage.chars.strip()
            if reads_as_heading(line):
                seen.add(passage.within.id)
                yield report(CODE, passage.span, line=line)
    for passages in quoted.values():
        lines = [(p, p.chars.strip(_GUILLEMETS)) for p in passages]
        heads = [(p, line) for p, line in lines if p.kind == "alinea" and not p.depth and reads_as_heading(line)]
        # One that begins a new text is its heading.
        if heads and (len(heads) > 1 or heads[0][0] is not passages[0]):
            place, line = heads[0]
            yield report(CODE, place.span, line=line, help=_IN_NEW_TEXT.fill(line=line))
