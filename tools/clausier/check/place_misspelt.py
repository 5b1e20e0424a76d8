"""**Quoi.** Le nom d’un département ou d’une région n’est pas écrit comme le fait l’État : traits d’union oubliés ou ajoutés.

**Pourquoi.** Le code officiel géographique de l’Insee fixe ces noms : les mots d’un nom de département se lient par des
traits d’union (« Haute-Savoie », « Ille-et-Vilaine »), ceux de quelques régions non (« Pays de la Loire »). Un membre dont
le nom varie ne se retrouve ni par une recherche, ni d’un tableau à l’autre. Un nom écrit tout en capitales n’est pas
regardé.

**Exemple.** À éviter : « le département de la Haute Savoie ». Préférer : « le département de la Haute-Savoie ».
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.passage import Passage
from clausier.check.places import first_words, official, places
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report

CODE = Code(
    "TXT114",
    "warning",
    Message(fr="« {written} » s’écrit « {right} »", en="“{written}” is written “{right}”"),
    __doc__,
)
_ALSO = Message(fr="ici aussi", en="here too")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for each wrong spelling, at its first place; the others are labels."""
    found: dict[str, list[tuple[Passage, int, int]]] = {}
    for passage in subject.lines.holding(*(word.lower() for word in subject.lines.words & first_words())):
        for match in places(passage.chars):
            if " ".join(match.group().split()).replace("’", "'") != official(match.group()):
                found.setdefault(match.group(), []).append((passage, match.start(), match.end()))
    for written, (first, *others) in found.items():
        labels = [Label(subject.span(*other), _ALSO) for other in others]
        yield report(CODE, subject.span(*first), labels=labels, written=written, right=official(written))
