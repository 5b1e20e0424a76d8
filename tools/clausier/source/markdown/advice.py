"""What to write instead of what is no text, where one code has several helps; and the names of what is refused."""

from __future__ import annotations

from clausier.diagnostics import Message

NAMES = {
    "fence": Message(fr="un bloc de code", en="a code block"),
    "code_block": Message(
        fr="une ligne décalée de quatre espaces (du code)", en="a line indented by four spaces (code)"
    ),
    "hr": Message(fr="un filet", en="a rule"),
}
A_QUOTATION = Message(fr="la citation", en="quotation")
A_LIST = Message(fr="la liste", en="list")
A_TABLE = Message(fr="le tableau", en="table")
TWO_MARKS = Message(
    fr="«\u00a0{label}\u00a0» est déjà la marque d’un élément de liste\u00a0: retirer le tiret qui le précède",
    en="“{label}” is already the mark of a list item: drop the dash before it",
)
SPANNING = Message(
    fr="écrire aussi les cellules vides\u00a0: | mots | | |, même pour des mots qui courent sur toute la ligne",
    en="write the empty cells too: | words | | |, even for words that run across the row",
)
A_LAST_SIGN = Message(
    fr="le guillemet qui ferme la citation va sur une ligne à lui, sous le tableau, après une ligne vide («\u00a0>\u00a0», puis «\u00a0>\u00a0» et le guillemet)",
    en="the mark that closes the quotation goes on a line of its own, below the table, after an empty one (“>”, then “>” and the mark)",
)
UNINDENT = Message(
    fr="ôter les espaces, ou la tabulation, qui commencent la ligne",
    en="take away the spaces, or the tab, with which the line begins",
)
A_FINAL_HASH = Message(
    fr="un # à la fin d’un titre, qui ne s’afficherait pas,",
    en="a # at the end of a heading, which would not be shown,",
)
A_SWALLOWED_SIGN = Message(
    fr="le signe qui commence la ligne, et qui ne s’afficherait pas,",
    en="the sign that begins the line, which would not be shown,",
)
A_DASH_OR_IT = Message(
    fr="commencer chaque élément d’une liste par un tiret et une espace\u00a0: «\u00a0- …\u00a0»\u00a0; pour garder le signe, écrire \\{sign}",
    en="begin each item of a list with a dash and a space: “- …”; to keep the sign, write \\{sign}",
)
A_DASH = Message(
    fr="commencer chaque élément d’une liste par un tiret et une espace\u00a0: «\u00a0- …\u00a0»\u00a0; hors d’une liste, remonter ces mots à la ligne précédente",
    en="begin each item of a list with a dash and a space: “- …”; outside of a list, move these words up to the line before",
)
A_DASH_FOR_IT = Message(
    fr="écrire un tiret et une espace à la place du signe\u00a0: «\u00a0{right}\u00a0»",
    en="write a hyphen and a space in place of the sign: “{right}”",
)
A_PLAIN_SPACE = Message(
    fr="l’espace qui suit le dièse est insécable\u00a0: la remplacer par une espace ordinaire",
    en="the space after the # is a no-break space: replace it by a plain one",
)
NO_FENCE = Message(
    fr="retirer les lignes d’accents graves (```)\u00a0: elles entourent un exemple, et n’en sont pas",
    en="remove the lines of backticks (```): they surround an example, and are none of it",
)
A_SENTENCE = Message(
    fr="écrire «\u00a0{label}\u00a0» avec \\ devant son point\u00a0: {escaped}",
    en="write “{label}” with \\ before its full stop: {escaped}",
)
