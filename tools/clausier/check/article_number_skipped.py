"""**Quoi.** Un numéro manque dans la suite des articles de l’acte.

**Pourquoi.** Les articles se numérotent dans l’ordre (Guide de légistique, fiche 3.2.2, « Division du texte »). Un numéro qui manque
est le plus souvent une page perdue, ou un titre resté dans l’article d’avant quand l’acte a été saisi : ce qu’il ordonnait ne serait
nulle part. Rien n’est dit d’une convention dont on sait qu’elle est incomplète (`complète: non`).

**Exemple.** À éviter : un article 1, puis un article 3. Préférer : retrouver l’article 2 dans l’acte signé. Si l’acte est numéroté
ainsi, accepter l’avertissement avec son motif.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.article_number_repeated import counted_articles
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.source.headings import number_key

CODE = Code(
    "TXT117",
    "warning",
    Message(
        fr="avant l’article {number}, il manque l’article {missing}",
        en="article {missing} is missing before article {number}",
    ),
    __doc__,
    help=Message(
        fr="le chercher dans l’acte signé\u00a0; si l’acte est numéroté ainsi, accepter l’avertissement",
        en="look for it in the signed act; if the act is numbered so, accept the warning",
    ),
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each article that does not bear the number after the one before it."""
    if not subject.act.complete:
        return
    last: dict[tuple[str, str], int] = {}
    for scope, article in counted_articles(subject.act.document):
        above, _, own = number_key(article.number).rpartition(".")
        if not own.isdigit():
            continue
        before, number = last.get((scope, above), 0), int(own)
        if number > before + 1:
            missing = f"{article.number.rpartition('.')[0]}.{before + 1}" if above else str(before + 1)
            yield report(CODE, article.span or subject.act.span, number=article.number, missing=missing)
        last[scope, above] = max(before, number)
        over, _, held = above.rpartition(".")
        if held.isdigit():  # 4.1 tells that there is a 4, though no heading bears it
            last[scope, over] = max(last.get((scope, over), 0), int(held))
