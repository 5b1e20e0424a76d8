"""What libyaml says of broken YAML, in words for someone who writes clauses; the pure reader's wording is known too."""

from __future__ import annotations

import re

import yaml
from yaml import events

from clausier.diagnostics import Diagnostic, Label, Message, Span, report
from clausier.diagnostics import codes_yaml as codes
from clausier.source.yaml.nodes import DEEPEST
from clausier.text.regex import regex

_BEGUN_HERE = Message(fr="commencé ici", en="begun here")
_QUOTE_IT = Message(
    fr='mettre tout le texte entre guillemets droits\u00a0: "…"',
    en='put the whole text between straight quotes: "…"',
)
_APOSTROPHE = Message(
    fr="le guillemet simple ou double ferme le texte : entre '…', doubler l’apostrophe (l''objet) ou écrire ’ ; entre \"…\", écrire \\\"",
    en="the quote closes the text: between '…' double the apostrophe (l''objet) or write ’; between \"…\" write \\\"",
)
_INDENT = Message(
    fr="aligner les clés d’un même niveau sur la même colonne, avec des espaces",
    en="align the keys of one level on the same column, with spaces",
)
# In order: the first pattern that the reader's own words fit.
_PROBLEMS: tuple[tuple[str, Message, Message | None], ...] = (
    (
        r"tab|'\\t'",
        Message(fr="tabulation en début de ligne", en="tab at the start of a line"),
        Message(fr="remplacer la tabulation par des espaces", en="replace the tab by spaces"),
    ),
    (
        r"cannot start any token",
        Message(
            fr="un texte sans guillemets ne peut pas commencer par « {char}\u00a0»",
            en="an unquoted text cannot begin with “{char}”",
        ),
        _QUOTE_IT,
    ),
    (
        r"mapping values are not allowed",
        Message(
            fr="deux-points suivi d’une espace au milieu d’un texte, ou clé mal alignée",
            en="a colon and a space inside a text, or a key out of line",
        ),
        Message(
            fr='si «\u00a0:\u00a0» fait partie du texte, mettre tout le texte entre guillemets droits\u00a0: "…"\u00a0; sinon, aligner la clé',
            en='if “: ” belongs to the text, put the whole text between straight quotes: "…"; else align the key',
        ),
    ),
    (
        r"(could not find|did not find|while scanning for) expected ':'|expected ':'",
        Message(fr="ligne sans « clé: valeur\u00a0»", en="a line without “key: value”"),
        Message(
            fr="écrire « clé: valeur », avec une espace après les deux-points, ou décaler la ligne vers la droite si elle continue le texte qui précède (un commentaire ne peut pas le couper)",
            en="write “key: value”, with a space behind the colon, or indent the line if it continues the text before it (no comment may cut it)",
        ),
    ),
    (
        r"unexpected end of stream",
        Message(fr="guillemet ouvert et jamais fermé", en="a quote that is never closed"),
        Message(fr="fermer le texte par le guillemet qui l’ouvre", en="close the text with the quote that opens it"),
    ),
    (
        r"unexpected document (indicator|separator)",
        Message(fr="« --- » ou « ... » à l’intérieur d’un texte", en="“---” or “...” inside a text"),
        None,
    ),
    (
        r"escape|hexdecimal|hexadecimal",
        Message(
            fr="« \\ » suivi d’un signe inconnu, dans un texte entre guillemets doubles",
            en="“\\” before an unknown sign, in a text between double quotes",
        ),
        Message(
            fr="écrire \\\\ pour une barre oblique inverse, ou mettre le texte entre guillemets simples : '…'",
            en="write \\\\ for a backslash, or put the text between single quotes: '…'",
        ),
    ),
    (
        r"',' or '\]'",
        Message(
            fr="liste entre crochets : virgule ou crochet fermant attendus",
            en="list in brackets: a comma or the closing bracket is missing",
        ),
        Message(
            fr="fermer la liste par un crochet ; mettre entre guillemets droits un texte qui contient une virgule, un crochet, une accolade ou deux-points",
            en="close the list with a bracket; quote a text that contains a comma, a bracket, a brace or a colon",
        ),
    ),
    (
        r"',' or '\}'",
        Message(
            fr="clés entre accolades : virgule ou accolade fermante attendues",
            en="keys in braces: a comma or the closing brace is missing",
        ),
        Message(
            fr="fermer par une accolade ; mettre entre guillemets droits un texte qui contient une virgule, un crochet, une accolade ou deux-points",
            en="close with a brace; quote a text that contains a comma, a bracket, a brace or a colon",
        ),
    ),
    (
        r"block sequence entries|sequence entries are not allowed",
        Message(fr="tiret de liste là où il n’y a pas de liste", en="a list dash where there is no list"),
        Message(fr="commencer la liste à la ligne qui suit la clé", en="begin the list on the line after its key"),
    ),
    (
        r"alphabetic or numeric|anchor|alias",
        Message(
            fr="un texte sans guillemets ne peut pas commencer par « * » ou « &\u00a0»",
            en="an unquoted text cannot begin with “*” or “&”",
        ),
        _QUOTE_IT,
    ),
    (
        r"tag|URI|%|directive",
        Message(
            fr="un texte sans guillemets ne peut pas commencer par « ! » ou « %\u00a0»",
            en="an unquoted text cannot begin with “!” or “%”",
        ),
        _QUOTE_IT,
    ),
    (
        r"comment or (a )?line break|chomping|indentation indicator",
        Message(fr="signe inattendu après « | » ou « >\u00a0»", en="an unexpected sign after “|” or “>”"),
        Message(
            fr='passer à la ligne après «\u00a0|\u00a0» ou «\u00a0>\u00a0», ou mettre le texte entre guillemets droits\u00a0: "…"',
            en='start a new line after “|” or “>”, or put the text between straight quotes: "…"',
        ),
    ),
    (
        r"<?document start>?",
        Message(fr="signes de trop après la fin du contenu", en="signs left over after the end of the content"),
        Message(
            fr="retirer le crochet, l’accolade ou le guillemet fermant de trop",
            en="remove the closing bracket, brace or quote that is one too many",
        ),
    ),
    (
        r"expected '-' indicator|expected key|<block end>",
        Message(
            fr="ligne mal alignée, ou texte qui continue après son guillemet fermant",
            en="a line out of alignment, or a text that goes on after its closing quote",
        ),
        _INDENT,
    ),
)
_NO_BREAK = "\u00a0\u202f"
# What a line shows that the reader's words do not say, since it stumbles later: the first that a line near the place has.
_CULPRITS: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        regex(r"()```.*"),
        Message(fr="ligne d’accents graves (```)", en="a line of backticks (```)"),
        Message(
            fr="retirer les lignes ```\u00a0: elles entourent un exemple, et n’en sont pas",
            en="remove the lines ```: they surround an example, and are none of it",
        ),
    ),
    (
        regex(rf"([ ]*)[{_NO_BREAK}][{_NO_BREAK} ]*(?=\S)"),
        Message(fr="espace insécable en début de ligne", en="a no-break space at the start of a line"),
        Message(fr="la remplacer par des espaces ordinaires", en="replace it by plain spaces"),
    ),
    (
        regex(rf"([ ]*)(?:-[{_NO_BREAK}]?(?=[^\s\d-])|[–—•·*](?=\s)).*"),
        Message(fr="élément de liste sans «\u00a0-\u00a0»", en="a list item without “- ”"),
        Message(
            fr="commencer chaque élément par un tiret et une espace ordinaire\u00a0: «\u00a0- remplacer: …\u00a0»",
            en="begin each item with a hyphen and a plain space: “- remplacer: …”",
        ),
    ),
    (
        regex(rf"([ ]*(?:- )?[^\W\d][\w’'-]*[ {_NO_BREAK}]?:)[{_NO_BREAK}].*"),
        Message(
            fr="l’espace qui suit ces deux-points est insécable", en="the space behind this colon is a no-break space"
        ),
        Message(fr="la remplacer par une espace ordinaire", en="replace it by a plain space"),
    ),
    (
        regex(r"([ ]*(?:- )?[^\W\d][\w’'-]*:)(?=[^\s/]).*"),
        Message(fr="il manque une espace après ces deux-points", en="there is no space behind this colon"),
        Message(
            fr="écrire «\u00a0clé: valeur\u00a0», avec une espace après les deux-points",
            en="write “key: value”, with a space behind the colon",
        ),
    ),
)
_AT_ITS_BEGINNING = r"end of stream|expected ':'"
_OTHER = Message(fr="YAML illisible", en="unreadable YAML")


def explain_syntax(
    error: yaml.MarkedYAMLError, text: str, last: events.ScalarEvent | None, path: str, first_line: int
) -> Diagnostic:
    """The finding for a syntax error: where it is, where what it broke began, and the likely cause.

    `last` is the scalar read before the error: a text whose quote closed too early is the usual culprit.
    """
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    problem = f"{error.problem or ''}, {error.context or ''}"
    if begun and re.search(_AT_ITS_BEGINNING, problem):
        mark = begun
    char = text[mark.index : mark.index + 1] if mark else ""
    span = Span(path, first_line, 1) if mark is None else Span(path, mark.line + first_line, mark.column + 1)
    if "nesting depth" in problem:  # libyaml has looked for the end of a key, beyond what it has handed out
        return report(codes.TOO_DEEP, span, deepest=DEEPEST)
    if found := _culprit(text, begun, mark):
        line, column, cause, help_ = found
        return report(codes.BROKEN_YAML, Span(path, line + first_line, column + 1), help=help_, what=cause)
    what, advice = _OTHER, None
    for words, message, likely in _PROBLEMS:
        if re.search(words, "tab" if char == "\t" else problem):
            what, advice = message, likely
            break
    if last and last.style in ("'", '"') and mark and last.end_mark and last.end_mark.line == mark.line:
        closing = text[last.end_mark.index :].lstrip()[:1] in {"]", "}"}  # the text ends where it was meant to
        advice = advice if closing else _APOSTROPHE
    labels = []
    if begun and mark and begun.line != mark.line:
        labels.append(Label(Span(path, begun.line + first_line, begun.column + 1), _BEGUN_HERE))
    return report(
        codes.BROKEN_YAML, span, help=advice.fill() if advice else None, labels=labels, what=what.fill(char=char)
    )


def _culprit(text: str, begun: yaml.Mark | None, mark: yaml.Mark | None) -> tuple[int, int, Message, Message] | None:
    """The line and column, from 0, at which something that the reader stumbled over later was mistyped; what, and what to do.

    It is looked for from where what is broken begins, or the line before, to where the reader stopped.
    """
    if mark is None:
        return None
    lines = text.split("\n")[: mark.line + 1]
    before = max((n for n, line in enumerate(lines[: mark.line]) if line.strip()), default=mark.line)
    first = min(before, begun.line if begun else before)
    for rank, line in enumerate(lines[first:], start=first):
        for pattern, what, advice in _CULPRITS:
            if found := pattern.match(line):
                return rank, found.end(1), what, advice
    return None
