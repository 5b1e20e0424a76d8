"""The Word file itself: its parts zipped, always the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from clausier.export.identity import Identity
from clausier.export.word.styles import W, styles_xml
from clausier.export.word.xml import element, escape, properties

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_R = f'xmlns:r="{_OFFICE}/relationships"'
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_OWN_PARTS = {"styles": "styles.xml", "settings": "settings.xml", "header": "header1.xml", "footer": "footer1.xml"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell: same parts, same bytes


def docx(body: str, said: Identity, links: Mapping[str, str]) -> bytes:
    """The file: `body` is the XML of its paragraphs and tables, `links` the addresses that they lead to, with their names."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(_top()),
        "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>Clausier</Application></Properties>',
        "docProps/core.xml": _core(said),
        "word/_rels/document.xml.rels": _relationships(_inner(links)),
        "word/document.xml": f"{_HEAD}<w:document {W} {_R}><w:body>{body}{_section()}</w:body></w:document>",
        "word/footer1.xml": f"{_HEAD}<w:ftr {W}>{_footer(said)}</w:ftr>",
        "word/header1.xml": f"{_HEAD}<w:hdr {W}>{_header(said)}</w:hdr>",
        "word/settings.xml": f"{_HEAD}<w:settings {W}>{_settings()}</w:settings>",
        "word/styles.xml": styles_xml(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the machine's own
            archive.writestr(entry, content.encode())
    return out.getvalue()


def field(code: str, shown: str) -> str:
    """A field of that code; `shown` is what stands there until it is worked out."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in kinds)
    asked = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return begin + asked + separate + shown + end


def _words(chars: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(chars)}</w:t></w:r>'


def _header(said: Identity) -> str:
    broken = _words(said.running) + "<w:r><w:br/></w:r>" + _words(said.header)
    return element("p", properties("pPr", element("pStyle", val="Header")) + broken)


def _footer(said: Identity) -> str:
    pages = _words("Page\u00a0") + field("PAGE", _words("1")) + _words(" sur\u00a0") + field("NUMPAGES", _words("1"))
    tab = element("r", element("tab"))
    return element("p", properties("pPr", element("pStyle", val="Footer")) + _words(said.standing) + tab + pages)


def _section() -> str:
    return properties(
        "sectPr",
        '<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>',
        element("pgSz", w="11906", h="16838"),
        element("pgMar", top="1418", right="1304", bottom="1304", left="1532", header="680", footer="567", gutter="0"),
    )


def _settings() -> str:
    # Of 15 on, Word opens the file in no mode of compatibility with a Word of old.
    modern = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    return (
        element("zoom", percent="100")
        + element("defaultTabStop", val="567")
        + modern
        + element("themeFontLang", val="fr-FR")
    )


def _core(said: Identity) -> str:
    day = f"{said.day}T00:00:00Z" if said.day else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in ("created", "modified") if day
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(said.title)}</dc:title><dc:subject>{escape(said.named or said.header)}</dc:subject>"
        f"<dc:creator>Clausier</dc:creator><dc:language>fr-FR</dc:language>{dates}</cp:coreProperties>"
    )


def _content_types() -> str:
    own = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{own}</Types>'
    )


def _top() -> Iterator[tuple[str, str, str, bool]]:
    yield "document", f"{_OFFICE}/relationships/officeDocument", "word/document.xml", False
    yield "core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False
    yield "app", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml", False


def _inner(links: Mapping[str, str]) -> Iterator[tuple[str, str, str, bool]]:
    for name, part in _OWN_PARTS.items():
        yield name, f"{_OFFICE}/relationships/{name}", part, False
    for address, name in links.items():
        yield name, f"{_OFFICE}/relationships/hyperlink", address, True


def _relationships(found: Iterator[tuple[str, str, str, bool]]) -> str:
    """Each a name, a type, what it leads to, and whether that is outside the file."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{escape(target)}"{_EXTERNAL if outside else ""}/>'
        for name, kind, target, outside in found
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


_EXTERNAL = ' TargetMode="External"'
