"""The styles of our Word files: real headings, so that Word's outline, its tables of contents and screen readers find them."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.export.flow import DEEPEST
from clausier.export.word.body import STEP
from clausier.export.word.xml import element, properties

_SERIF, _SANS = "Times New Roman", "Arial"
_GREY, _BLUE = "595959", "1F3864"
_SIZES = (30, 26, 23, 22, 22, 22)  # of the headings, in half points
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def styles_xml() -> str:
    """`word/styles.xml`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {W}>{_defaults()}{"".join(_styles())}</w:styles>'


def _defaults() -> str:
    language = element("lang", val="fr-FR", eastAsia="fr-FR", bidi="ar-SA")
    look = properties("rPr", _fonts(_SERIF), element("sz", val="22"), element("szCs", val="22"), language)
    space = properties("pPr", element("spacing", after="120", line="264", lineRule="auto"))
    return element("docDefaults", element("rPrDefault", look) + element("pPrDefault", space))


def _styles() -> Iterator[str]:
    yield _paragraph("Normal", "Normal", default=True)
    yield _paragraph("Title", "Title", _spacing(0, 160), look=_look(36, bold=True, colour=_BLUE))
    yield _paragraph("Subtitle", "Subtitle", _spacing(0, 160), look=_look(24, colour=_GREY))
    for level, size in enumerate(_SIZES, start=1):
        more = element("keepNext") + element("keepLines") + _spacing(360 if level == 1 else 240, 120)
        more += element("outlineLvl", val=str(level - 1))
        yield _paragraph(f"Heading{level}", f"heading {level}", more, look=_look(size, bold=True, colour=_BLUE))
    yield _paragraph("Alinea", "Alinéa", element("jc", val="both"))
    yield from _items("Element", "Élément", 0)
    yield _paragraph("Cite", "Texte cité", _indent(STEP) + element("jc", val="both"))
    cited = element("keepNext") + _spacing(160, 80) + _indent(STEP)
    yield _paragraph("CiteTitre", "Titre cité", cited, look=_look(22, bold=True))
    yield from _items("CiteElement", "Élément cité", STEP)
    barred = element("keepNext") + element("pBdr", element("left", val="single", sz="18", space="4", color="9C0006"))
    yield _paragraph("Doute", "Texte indéterminé", barred + _indent(85), look=_look(20, bold=True))
    for name, called in (("Lacune", "Texte non disponible"), ("Mention", "Mention")):
        boxed = _border("top left bottom right") + element("shd", val="clear", color="auto", fill="F2F2F2")
        yield _paragraph(name, called, boxed + _indent(85, right=85), look=_look(20))
    yield _paragraph("Note", "Note d’éditeur", look=_look(19, colour=_GREY))
    yield _paragraph(
        "TitreEditeur", "Titre d’éditeur", element("keepNext") + _spacing(360, 120), look=_look(26, bold=True)
    )
    for level in range(1, DEEPEST + 1):
        leader = element("tabs", element("tab", val="right", leader="dot", pos="9070"))
        yield _paragraph(
            f"TOC{level}", f"toc {level}", leader + _spacing(0, 60) + _indent(STEP * (level - 1), hanging=0)
        )
    yield _paragraph("Cellule", "Cellule", _spacing(40, 40), look=_look(19))
    yield _paragraph(
        "CelluleTitre", "Cellule de titre", element("keepNext") + _spacing(40, 40), look=_look(19, bold=True)
    )
    yield _paragraph("Intervalle", "Intervalle", _spacing(0, 0), look=_look(12))
    bar = element("tabs", element("tab", val="right", pos="9070")) + _spacing(0, 0)
    yield _paragraph("Header", "header", _border("bottom") + bar, look=_look(16, colour=_GREY))
    yield _paragraph("Footer", "footer", _border("top") + bar, look=_look(16, colour=_GREY))
    yield _character("Numero", "Numéro d’alinéa", _look(15, colour=_GREY))
    yield _character("Lien", "Hyperlink", element("color", val="0563C1") + element("u", val="single"))
    highlight = element("shd", val="clear", color="auto", fill="FFF2CC")
    yield _character("Blanc", "Blanc à compléter", highlight)
    yield _tables("Tableau", "Tableau")
    yield _tables("TableauComparatif", "Tableau comparatif")
    yield _tables("TableauEditeur", "Tableau d’éditeur")


def _items(name: str, called: str, base: int) -> Iterator[str]:
    for level in range(1, DEEPEST + 1):
        stop = element("tabs", element("tab", val="left", pos=str(base + STEP * level)))
        look = stop + _spacing(0, 80) + _indent(base + STEP * level, hanging=STEP) + element("jc", val="both")
        yield _paragraph(f"{name}{level}", f"{called} {level}", look)


def _paragraph(name: str, called: str, more: str = "", *, look: str = "", default: bool = False) -> str:
    given = {"default": "1"} if default else {}
    own = (
        "customStyle"
        if not (default or called.split(maxsplit=1)[0] in {"Title", "Subtitle", "heading", "toc", "header", "footer"})
        else ""
    )
    based = element("basedOn", val="Normal") if not default else ""
    inner = element("name", val=called) + based + element("qFormat") + properties("pPr", more) + properties("rPr", look)
    return element("style", inner, type_="paragraph", **given, **({own: "1"} if own else {}), styleId=name)


def _character(name: str, called: str, look: str) -> str:
    return element("style", element("name", val=called) + properties("rPr", look), type_="character", styleId=name)


def _tables(name: str, called: str) -> str:
    sides = "".join(
        element(side, val="single", sz="4", space="0", color="7F7F7F")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = properties("tblCellMar", element("left", w="85", type_="dxa"), element("right", w="85", type_="dxa"))
    own = properties("tblPr", element("tblBorders", sides), margins)
    shade = element("shd", val="clear", color="auto", fill="E7E6E6")
    head = element("tblStylePr", properties("tcPr", shade), type_="firstRow")
    return element("style", element("name", val=called) + own + head, type_="table", customStyle="1", styleId=name)


def _fonts(name: str) -> str:
    return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _look(size: int, *, bold: bool = False, colour: str = "") -> str:
    weight = element("b") + element("bCs") if bold else ""
    shade = element("color", val=colour) if colour else ""
    return _fonts(_SANS) + weight + shade + element("sz", val=str(size)) + element("szCs", val=str(size))


def _spacing(before: int, after: int) -> str:
    return element("spacing", before=str(before), after=str(after))


def _indent(left: int, *, right: int = 0, hanging: int = 0) -> str:
    more = {"right": str(right)} if right else {}
    return element("ind", left=str(left), **more, **({"hanging": str(hanging)} if hanging else {}))


def _border(sides: str) -> str:
    lines = "".join(element(side, val="single", sz="4", space="4", color="7F7F7F") for side in sides.split())
    return element("pBdr", lines)
