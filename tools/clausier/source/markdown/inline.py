"""The words of a paragraph, a heading, a cell: markdown-it's inline tokens → text with its emphasis and links."""

from __future__ import annotations

import re
from typing import Any, Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token

from clausier.diagnostics import Code, Message, Value
from clausier.diagnostics import codes_markdown as codes
from clausier.text import Mark, Text
from clausier.text.regex import regex
from clausier.text.words import clipped

DEEPEST = 60  # levels that markdown-it goes down: more than lists may have, and few enough for the stack


class Refuse(Protocol):
    """How what is no text is told."""

    def __call__(
        self, code: Code, line: int, needle: str = "", /, hint: Message | None = None, **values: Value
    ) -> None:
        """Report `code` on a line (counted from 0), where `needle` stands in it; `hint` takes the place of its help."""


def _any_link(url: str) -> bool:  # noqa: ARG001 - the signature is markdown-it's
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable(["text_join", "inline"])
    # A link that markdown-it finds unsafe would become plain text without a word; `words` refuses it instead.
    parser.validateLink = _any_link  # type: ignore[method-assign]  # the documented way to override it
    return parser


PARSER = _parser()
_MARKUP = regex(r"[\n\\`*_~\[\]!<&]")
_LEFT_BOLD = regex(r"(?<![*(])\*\*(?![*)])")  # (**) calls a note
_ASTRIDE = regex(r"[)\]].*|.*[(\[]")  # between « (*) » and « (*) »
_ADDRESS = regex(r"(?:https?|mailto):|(?!/)[^:]*\.[a-z]\w{1,3}(?:#.*)?\Z", re.IGNORECASE)  # or a file: « (2) » is none
_NAMES = {
    "code_inline": Message(fr="du code", en="code"),
    "image": Message(fr="une image", en="an image"),
}
_SHOWN_OTHERWISE = (  # by forges, and on the site as they stand
    (
        regex(r"\[\^[^\]\s]+\]"),
        Message(fr="une note de bas de page", en="a footnote"),
        Message(
            fr="écrire l’appel et la note comme l’acte les donne\u00a0: (1), par exemple\u00a0; pour les signes eux-mêmes, écrire \\[^",
            en="write the call and the note as the act gives them: (1), for instance; for the signs themselves, write \\[^",
        ),
    ),
    (
        regex(r"~~(?=\S).*?~~"),
        Message(fr="une rature", en="a deletion"),
        Message(
            fr="retirer les signes ~~\u00a0: c’est un avenant qui supprime des mots\u00a0; pour les signes eux-mêmes, écrire \\~~",
            en="take the signs ~~ away: an amendment deletes words; for the signs themselves, write \\~~",
        ),
    ),
)
_NO_CHEVRONS = Message(
    fr="écrire l’adresse sans chevrons\u00a0; pour les garder dans le texte, écrire \\<",
    en="write the address without chevrons; to keep them in the text, write \\<",
)
_A_LINK_TITLE = Message(fr="le titre d’un lien", en="a link’s title")
QUOTED = 40  # characters of the words that a message quotes
_AN_EMPTY_LINK = Message(fr="un lien sans mots", en="a link without words")


def words(token: Token, line: int, env: dict[str, Any], refuse: Refuse) -> Text:
    """The words of an inline token that begins on that line, emphasis and links as marks; what is no word is refused."""
    if not _MARKUP.search(token.content):  # most lines: markdown-it would find one text in them
        return Text(token.content.strip())
    children: list[Token] = []
    PARSER.inline.parse(token.content, PARSER, env, children)
    _signs_left(children, line, refuse)
    pieces: list[str] = []
    length = 0
    marks: list[Mark] = []
    stack: list[tuple[int, str]] = []
    for child, after in zip(children, (*children[1:], None), strict=True):
        chars = ""
        match child.type:
            case "text":
                chars = child.content
            case "text_special":
                chars = child.content
                if child.info == "entity":
                    refuse(codes.ENTITY, line, child.markup, what=child.markup)
            case "softbreak":
                chars = " "
                line += 1
            case "hardbreak":
                refuse(codes.HARD_BREAK, line)
                chars = " "
                line += 1
            case "em_open" | "strong_open" | "link_open":
                href = _led_to(child, line, refuse) if child.type == "link_open" else ""
                stack.append((length, href))
            case "em_close" | "strong_close" | "link_close":
                start, href = stack.pop()
                so_far = "".join(pieces)
                if child.type != "link_close" and _eaten(child.markup, so_far, start, after):
                    eaten = clipped(so_far[start:], QUOTED)
                    refuse(codes.EATEN_STARS, line, child.markup, words=eaten, sign=child.markup)
                if mark := _marked(child, start, so_far, href, line, refuse):
                    marks.append(mark)
            case "html_inline":
                refuse(codes.RAW_HTML, line, child.content.split("\n")[0], what=clipped(child.content, QUOTED))
                line += child.content.count("\n")
            case _:
                refuse(
                    codes.NOT_TEXT,
                    line,
                    child.content,
                    what=_NAMES.get(child.type, Message(child.type, child.type)),
                )
        pieces.append(chars)
        length += len(chars)
    text = "".join(pieces)
    ordered = tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.kind)))
    whole = Text(text, (), ordered)
    left = len(text) - len(text.lstrip())
    return whole.slice(left, len(text.rstrip())) if text.strip() != text else whole


def _led_to(token: Token, line: int, refuse: Refuse) -> str:
    """The address of the link that `token` opens, which is told where it leads nowhere or hides words."""
    href = str(token.attrs["href"])
    if token.markup == "autolink":
        address = href.removeprefix("mailto:")
        refuse(codes.EATEN_STARS, line, f"<{address}", hint=_NO_CHEVRONS, words=clipped(address, QUOTED), sign="<>")
    elif not _ADDRESS.match(href):
        refuse(codes.BAD_LINK, line, href or "]()", href=clipped(href, QUOTED) or "()")
    if title := str(token.attrs.get("title", "")):
        refuse(codes.NOT_TEXT, line, title, what=_A_LINK_TITLE)
    return href


def _marked(token: Token, start: int, text: str, href: str, line: int, refuse: Refuse) -> Mark | None:
    """The emphasis or link that ends with `token`, at the end of `text`; None where it holds nothing."""
    kind, inside = token.type.removesuffix("_close"), text[start:]
    if kind == "link" and not inside:
        refuse(codes.NOT_TEXT, line, what=_AN_EMPTY_LINK)
    return Mark(start, len(text), kind, href) if inside else None  # type: ignore[arg-type]  # the parser makes no others


def _eaten(sign: str, text: str, start: int, after: Token | None) -> bool:
    """Whether the signs around `text` from `start`, and before the token `after`, are the act's.

    They call notes; or multiply: of « 5*3 et 4*2 », both stand within a word, and one between two digits is enough; or
    are blanks to fill in: __/__/____ has no word to emphasise.
    """
    inside = text[start:]
    behind = after.content if after and after.type == "text" else ""
    ends = text[:start][-1:] + inside[:1], inside[-1:] + behind[:1]
    within = [end for end in ends if len(end) == 2 and end.isalnum()]
    blank = sign[0] == "_" and not any(map(str.isalnum, inside))
    return blank or bool(_ASTRIDE.fullmatch(inside)) or len(within) == 2 or any(map(str.isdigit, within))


def _signs_left(children: list[Token], line: int, refuse: Refuse) -> None:
    """Tell of stars that make nothing bold, and of what only forges show as more than signs; not where they are escaped."""
    typed = "".join(
        "\n" if child.type.endswith("break") else child.content * (child.type == "text") for child in children
    )
    for rank, words in enumerate(typed.split("\n")):
        if _LEFT_BOLD.search(words):
            refuse(codes.LEFT_BOLD, line + rank, "**")
        for signs, what, hint in _SHOWN_OTHERWISE:
            if found := signs.search(words):
                refuse(codes.NOT_TEXT, line + rank, found[0], hint=hint, what=what)
