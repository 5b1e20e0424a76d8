"""**Quoi.** Deux articles du même acte portent le même numéro.

**Pourquoi.** Les articles se numérotent dans l’ordre, chacun une fois (Guide de légistique, fiche 3.2.2, « Division du
texte »). Quand deux articles s’appellent « 5 », un renvoi à « l’article 5 » désigne l’un ou l’autre, et nul ne peut
dire lequel. Le second est alors nommé `5 (2)` ; dans la convention elle-même, c’est une erreur. La numérotation peut
recommencer dans une annexe, ou dans chaque titre ou chapitre dont le premier article est l’article 1er.

**Exemple.** À éviter : « Article 2 – Durée » puis « Article 2 – Résiliation ». Préférer : « Article 2 – Durée » puis
« Article 3 – Résiliation ».
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.model.provision import Provision
from clausier.source.headings import number_key
from clausier.source.outline import FIRST_HERE

CODE = Code(
    "TXT101",
    "warning",
    Message(
        fr="l’acte a déjà un article {number}",
        en="the act already has an article {number}",
    ),
    __doc__,
    help=Message(
        fr="dans les sources et les renvois, celui-ci se nomme « {number} ({rank}) »",
        en="in the sources and in references this one is named “{number} ({rank})”",
    ),
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each article of an amendment that bears the number of an earlier one."""
    if subject.act.kind == "convention":  # where it is an error, which its reader reports
        return
    seen: dict[tuple[str, str], list[Provision]] = {}
    for scope, article in counted_articles(subject.act.document):
        same = seen.setdefault((scope, number_key(article.number)), [])
        same.append(article)
        if len(same) > 1:
            labels = [Label(same[0].span, FIRST_HERE)] if same[0].span else []
            span = article.span or subject.act.span
            yield report(CODE, span, labels=labels, number=article.number, rank=len(same))


def counted_articles(parent: Provision, scope: str = "") -> Iterator[tuple[str, Provision]]:
    """The articles below `parent`, each with the name of what its number is counted in."""
    counted = False
    for child in parent.children:
        match child.kind:
            case "article":
                if child.number:
                    yield scope, child
                # `8.1` says of what it is part; `A` is counted in its article.
                yield from counted_articles(child, scope if "." in _first_number(child) else child.id)
            case "annex":
                yield from counted_articles(child, child.id)
            case "division":
                if counted and _first_number(child) == "1":
                    scope = child.id
                yield from counted_articles(child, scope)
            case _:
                yield from counted_articles(child, scope)
        counted = counted or bool(_first_number(child))


def _first_number(provision: Provision) -> str:
    """The number of the first article below."""
    return next((number_key(p.number) for p in provision.walk() if p is not provision and p.kind == "article"), "")
