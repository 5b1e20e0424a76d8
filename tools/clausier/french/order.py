"""What amending sentences order: a verb, a place from the outermost part to the innermost, and the words quoted."""

from __future__ import annotations

from msgspec import Struct

OUTER = frozenset({"ARTICLE", "ANNEX", "PREAMBLE"})  # units of which none is a part of another
WITH_HEADING = OUTER | {"DIVISION"}  # units that have a heading of their own


class Part(Struct, frozen=True, array_like=True):
    """One step of a place: `unit` (`ARTICLE`, `ALINEA`…), the numbers or labels given, and a name given in quotes.

    `ordinal` tells « le troisième alinéa » from « l'alinéa 3 »; `through`, that the two numbers are the ends of a range (a
    range among other numbers is one of them, `7 à 9`); `word` is a division's own (`titre`, `chapitre`); `several` is the cardinal before the ordinal (« les deux premiers alinéas »), else 0. `begins` tells
    one that is named by the words that it begins with. `about` is what it is said to be of (« la ligne relative à la Moselle »,
    « la liste des missions »); `items`, that a list is told by what is added to it (« sont ajoutées les missions suivantes »).
    """

    unit: str
    numbers: tuple[str, ...] = ()
    ordinal: bool = False
    through: bool = False
    several: int = 0
    named: int | None = None
    word: str = ""
    begins: bool = False
    about: str = ""
    items: bool = False


EACH_ARTICLE = (Part("ARTICLE"),)  # « dans tous les articles »: no number is named


class Order(Struct, frozen=True, array_like=True):
    """What a sentence orders: `verb`, the place from the outermost part to the innermost, the numbers of its quotations.

    `made` is the number of an article that it creates, or that a unit takes, the label of a new item (« – » of a dash), `headed` the quotation of its heading, `rank`
    that which a new alinéa is said to have. `anchor` is a second place: what a unit is moved
    behind, where a second part begins. `since` and `until` are days (ISO); `when` is what a clause of time beside the order says, as
    written. `everywhere` tells words sought in the whole
    text, `again` a sentence that names its place by a pronoun, `latter` by « ce dernier », `listed` one whose place only the
    items above it tell (« b) Est ajoutée une phrase ainsi rédigée : »).
    """

    verb: str
    place: tuple[Part, ...] = ()
    words: tuple[int, ...] = ()
    made: str = ""
    headed: int | None = None
    rank: int = 0
    anchor: tuple[Part, ...] = ()
    since: str = ""
    until: str = ""
    when: str = ""
    everywhere: bool = False
    again: bool = False
    latter: bool = False
    listed: bool = False
