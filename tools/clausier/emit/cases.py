"""What the words of a rule may leave open, as people read it: each of the cases that `decide` tells apart where they are silent."""

from __future__ import annotations

from clausier.diagnostics import Message

SILENT = {
    "relative": Message(fr="plus de voix pour que contre", en="more votes for than against"),
    "absolute-of-present": Message(
        fr="plus de la moitié des voix des présents", en="more than half of the votes of those present"
    ),
    "absolute-of-all": Message(fr="plus de la moitié de toutes les voix", en="more than half of all votes"),
    "unanimity": Message(fr="l’unanimité de toutes les voix", en="all votes"),
    "allowed": Message(fr="les pouvoirs valent", en="proxies count"),
    "not-allowed": Message(fr="les pouvoirs ne valent pas", en="proxies do not count"),
    "counted": Message(
        fr="qui ne peut voter compte parmi les sièges et les présents",
        en="who may not vote counts as a seat, and as present",
    ),
    "not-counted": Message(
        fr="qui ne peut voter ne compte ni parmi les sièges ni parmi les présents",
        en="who may not vote counts neither as a seat nor as present",
    ),
    "meets-again": Message(
        fr="ce qui est dit d’une seconde réunion vaut aussi pour cet objet",
        en="what is said of a second meeting holds for this matter too",
    ),
    "meets-once": Message(
        fr="ce qui est dit d’une seconde réunion ne vaut pas pour cet objet",
        en="what is said of a second meeting does not hold for this matter",
    ),
    "for": Message(fr="leur voix commune est pour", en="their common vote is for"),
    "against": Message(fr="leur voix commune est contre", en="their common vote is against"),
    "abstain": Message(fr="leur voix commune est une abstention", en="their common vote is an abstention"),
}


def label_of(case: str) -> str:
    """A case of what the words leave open, in French where it is one that they do not speak of."""
    return SILENT[case].fr if case in SILENT else case
