"""The automatic numbers of a Word document: what a reader sees before a paragraph, and no character of the file holds."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec import Struct, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEEPEST = 20  # styles that rest on one another


class Number(Struct, frozen=True):
    """What stands before a paragraph: `-` for a bullet, "" for nothing; how deep in its list; what is unsure of it."""

    label: str
    depth: int
    doubt: str = ""


class _Level(Struct, kw_only=True):
    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    legal: bool = False


class Numbering(Struct, kw_only=True):
    """The lists of a document, and how far each has been counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # of each abstract list
    lists: dict[str, str] = field(default_factory=dict)  # the abstract list of each list
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # where a list starts otherwise
    styles: dict[str, tuple[str, str, Element]] = field(default_factory=dict)  # name, the one it rests on, itself
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @staticmethod
    def read(numbering: Element | None, styles: Element | None) -> Numbering:
        """The lists and styles that the parts of a document define."""
        made = Numbering()
        for style in styles.iter(f"{W}style") if styles is not None else ():
            made.styles[style.get(f"{W}styleId", "")] = (_val(style, "name"), _val(style, "basedOn"), style)
        if numbering is None:
            return made
        for abstract in numbering.iter(f"{W}abstractNum"):
            made.levels[abstract.get(f"{W}abstractNumId", "")] = {
                _int(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.findall(f"{W}lvl")
            }
        for one in numbering.iter(f"{W}num"):
            name = one.get(f"{W}numId", "")
            abstract_id = _val(one, "abstractNumId")
            made.lists[name] = abstract_id
            for override in one.findall(f"{W}lvlOverride"):
                rank = _int(override.get(f"{W}ilvl"), 0)
                if start := _val(override, "startOverride"):
                    made.starts[name, rank] = _int(start, 1)
                inner = override.find(f"{W}lvl")
                if inner is not None:
                    # A list that writes its numbers otherwise counts on its own.
                    own = f"{abstract_id}/{name}"
                    made.levels.setdefault(own, dict(made.levels.get(abstract_id, {})))[rank] = _level(inner)
                    made.lists[name] = own
        return made

    def style_name(self, style: str) -> str:
        """The name of a style, as Word has it in every language (`heading 1`)."""
        return self.styles.get(style, ("", "", None))[0]

    def number(self, properties: Element | None) -> Number | None:
        """The number of the paragraph with these properties, which is counted; None where it has none."""
        name, rank = self._of(properties)
        if name in {"", "0"}:
            return None
        levels = self.levels.get(self.lists.get(name, ""), {})
        level = levels.get(rank)
        if level is None:
            return Number("", rank + 1, "numéro automatique inconnu")
        counts = self.counts.setdefault(self.lists[name], {})
        if (name, rank) in self.starts and (name, rank) not in self.begun:
            counts[rank] = self.starts[name, rank] - 1
        self.begun.add((name, rank))
        counts[rank] = counts.get(rank, level.start - 1) + 1
        for deeper in [r for r in counts if r > rank]:
            del counts[deeper]
        if level.form == "bullet":
            return Number("-", rank + 1)
        doubts: list[str] = []

        def shown(found: re.Match[str]) -> str:
            other = int(found[1]) - 1
            of_other = levels.get(other, _Level())
            written = _written(counts.get(other, of_other.start), "decimal" if level.legal else of_other.form)
            if written is None:
                doubts.append("forme de numéro automatique inconnue")
            return written or ""

        label = re.sub(r"%([1-9])", shown, level.text).strip()
        return Number(label, rank + 1, doubts[0] if doubts else "")

    def _of(self, properties: Element | None) -> tuple[str, int]:
        """The list of a paragraph and its level there, by itself or by its style."""
        if properties is None:
            return "", 0
        own = properties.find(f"{W}numPr")
        name, rank = ("", "") if own is None else (_val(own, "numId"), _val(own, "ilvl"))
        style = _val(properties, "pStyle")
        for _ in range(_DEEPEST):
            if name or style not in self.styles:
                break
            _, below, element = self.styles[style]
            inherited = element.find(f"{W}pPr/{W}numPr")
            if inherited is not None:
                name, rank = _val(inherited, "numId"), rank or _val(inherited, "ilvl")
            style = below
        return name, _int(rank, 0)


def _level(element: Element) -> _Level:
    return _Level(
        start=_int(_val(element, "start"), 1),
        form=_val(element, "numFmt") or "decimal",
        text=_val(element, "lvlText"),
        legal=element.find(f"{W}isLgl") is not None,
    )


def _val(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(f"{W}val", "") if found is not None else ""


def _int(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdigit() and len(words) < 7 else otherwise


def _written(number: int, form: str) -> str | None:
    """A number in a form of Word's; None for a form that is not known."""
    match form:
        case "decimal":
            return str(number)
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else ""
            return (letters if form == "lowerLetter" else letters.upper()) or None
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return (roman if form == "lowerRoman" else roman.upper()) or None
        case "none":
            return ""
        case _:
            return None


def _roman(number: int) -> str:
    if not 0 < number < 400:
        return ""
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out += sign
            number -= value
    return out
