"""The real act printed by a browser in other settings: fonts, sizes, margins, indents, columns; no word differs without a question."""

from __future__ import annotations

import html
import re
from difflib import SequenceMatcher

import pytest
from playwright.sync_api import Browser

from clausier.author.intake.form import Block, Grid
from clausier.author.intake.pdf.read import read_pdf
from clausier.author.intake.text import read_text
from support.projects import ROOT

SIGNED = ROOT / "amendments/2022-avenant-1/source.txt"
# What the columns hold must fit on one page: browsers cut columns badly over pages.
SETTINGS = {
    "spaced": ("body{font:11pt/1.3 serif} p{margin:0 0 8pt}", 109),
    "set in": ("body{font:10pt/1.15 serif;text-align:justify} p{margin:0;text-indent:14pt}", 109),
    "neither": ("body{font:12pt/1.05 sans-serif} p{margin:0}", 109),
    "small": ("body{font:8pt/1.5 sans-serif;text-align:justify} p{margin:0 0 2pt;text-indent:28pt}", 109),
    "columns": ("body{font:8pt/1.15 serif;columns:2;column-gap:18pt;text-align:justify} p{margin:0 0 3pt}", 34),
    "ragged columns": ("body{font:8pt/1.1 sans-serif;columns:2;column-gap:20pt} p{margin:0;text-indent:10pt}", 34),
}


def page_of(blocks: tuple[Block, ...], css: str) -> str:
    style = (
        "table{border-collapse:collapse} td{border:1px solid} p.i{padding-left:26pt;text-indent:-14pt} "
        "p.j{padding-left:46pt;text-indent:-14pt} b{display:inline-block;width:14pt;text-indent:0;font-weight:normal}"
    )
    out = [f"<html lang=fr><meta charset=utf-8><style>{style} {css}</style>"]
    for block in blocks:
        if isinstance(block, Grid):
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block.rows)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            kind = {0: "p", 1: "i"}.get(block.depth, "j")
            mark = f"<b>{'•' if block.label == '-' else block.label}</b>" if block.label else ""
            out.append(f"<p class={kind}>{mark}{html.escape(block.text)}</p>")
    return "\n".join(out)


def seen(block: Block) -> str:
    words = str(block.rows) if isinstance(block, Grid) else f"{block.label} {block.depth} {block.text}"
    return re.sub(r"\s+", " ", words)


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_word_differs_without_a_question(browser: Browser, setting: str) -> None:
    css, count = SETTINGS[setting]
    blocks = read_text(SIGNED.read_text(encoding="utf-8")).blocks[:count]
    page = browser.new_page()
    page.set_content(page_of(blocks, css))
    data = page.pdf(
        format="A4",
        margin={"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"},
        display_header_footer=count > 100,
        header_template="<div style='font-size:8px;margin-left:20mm'>Groupement de commandes</div>",
        footer_template="<div style='font-size:8px;margin-left:90mm'>Page <span class=pageNumber></span></div>",
    )
    page.close()
    received = read_pdf("avenant.pdf", data)
    wanted, found = [seen(b) for b in blocks], [seen(b) for b in received.blocks]
    silent = [
        (wanted[i:j], found[k:m])
        for op, i, j, k, m in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
        if op != "equal" and not any(b.doubt for b in received.blocks[k:m])
    ]
    assert silent == []
    # Browsers break lines in their own ways; a reader that asked of every line would be of no use.
    assert sum(bool(b.doubt) for b in received.blocks) < count / 2
