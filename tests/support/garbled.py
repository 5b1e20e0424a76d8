"""Sources as a slip of the hand leaves them: lines and words lost, doubled, exchanged, signs that mean something put anywhere."""

from __future__ import annotations

import random
from pathlib import Path

# What the readers of Markdown, of YAML, of dates and of figures give a meaning to, and what they do not expect.
SIGNS = (
    *("« »", "«", "»", "\u00a0", "\u202f", "’", "'", "é", "œ", "²", "½", "٣", "\N{SLIGHTLY SMILING FACE}", "\ufeff"),
    *(
        "# ",
        "## ",
        "### Article 3",
        "> ",
        "- ",
        "1. ",
        "* ",
        "**",
        "_",
        "`",
        "|",
        "|---|",
        "[x](y)",
        "\\",
        "<b>",
        "<!-- x -->",
    ),
    *("[^1]", "[^1]: note", "&amp;", "ANNEXE", "Titre I", "Article 1 bis", "a)", "1°", "al. 2", "8.1", "l'article 3"),
    *(
        "---\n",
        "...\n",
        "{a: b}",
        "[1, 2]",
        "&a",
        "*a",
        "!x y",
        "?",
        "~",
        "null",
        "true",
        "oui",
        "%",
        "@",
        "\t",
        "\r\n",
        "\x00",
    ),
    *("opérations:\n", "remplacer: 1", "abroger: 1", "à: al. 3", "par: x", "mots: y", "effet: 2020-01-01"),
    *("0", "-1", "99999999999", "2018-02-30", "2020-02-29", "9999-12-31", "0001-01-01", "\n", "\n\n"),
)


def garble(root: Path, hand: random.Random) -> None:
    """Garble one file or two below `root`, in place."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    for path in hand.sample(files, min(len(files), hand.choice((1, 1, 2)))):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:  # it is garbled enough
            continue
        for _ in range(hand.choice((1, 1, 1, 2, 4))):
            text = _slip(text, hand)
        path.write_text(text, encoding="utf-8", newline="")


def _slip(text: str, hand: random.Random) -> str:
    by, sign, kind = hand.choice(("\n", "\n", " ")), hand.choice(SIGNS), hand.randrange(7)
    parts = text.split(by)
    one, other = hand.randrange(len(parts)), hand.randrange(len(parts))
    match kind:
        case 0:
            del parts[one]
        case 1:
            parts.insert(other, parts[one])
        case 2:
            parts[one], parts[other] = parts[other], parts[one]
        case 3:
            parts.insert(one, sign)
        case 4:
            parts[one] += sign
        case 5:
            parts[one] = sign + parts[one]
        case _:
            start = hand.randrange(len(text) + 1)
            return text[:start] + text[start + hand.randrange(1, 12) :]
    return by.join(parts)
