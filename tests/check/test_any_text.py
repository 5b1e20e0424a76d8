"""Whatever an act says, the checks answer: no text makes one fail, and each finding stands in the act."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from clausier.check.every import run_checks
from clausier.diagnostics import Span
from clausier.model.act import Act, Corpus
from clausier.model.dates import When
from clausier.model.provision import Provision
from clausier.source.markdown import read_markdown
from clausier.source.outline import outline

PIECES = st.sampled_from(
    (
        *(
            "« ",
            " »",
            "(",
            ")",
            ".",
            " ;",
            " : ",
            ", ",
            "\n\n",
            "\n",
            "- ",
            "  - ",
            "> ",
            "# ",
            "## Article 1 – ",
            "*",
            "**",
            "|",
        ),
        *(
            "II",
            " est ",
            "le ",
            "Le comité ",
            "de suivi",
            "(CS)",
            "CS",
            "AG",
            " ou ",
            "l’",
            "d’une voie ",
            "1°",
            "a) ",
            "2O22",
        ),
        *(
            "Fait à Dole, le ",
            "2022",
            "représentée par ",
            "La commune de Dole, ",
            "Haute Savoie",
            "Saint-Dizier",
            "Saint Dizier",
        ),
        *("créé ", "prépare ", "l’AG", "É", "\u00a0", "ﬁ", "…", "e\u0301", "| a | b |\n| --- | --- |\n| c | d |\n"),
    )
)


def act(text: str, source: str | None) -> tuple[Act, list[str]]:
    text = text.replace("\r", "\n")  # a file is read with its line ends made one
    lines = text.split("\n")
    parts, _ = read_markdown("a.md", text)
    content, _ = outline(parts)
    day = datetime.date(2020, 1, 15)
    document = Provision(id="convention", kind="document", blocks=content.blocks, children=content.children)
    return Act(
        id="convention",
        kind="amendment",
        title="",
        folder="convention",
        signed=None,
        in_force=When(first=day, last=day),
        document=document,
        source_text=source,
        files=(("a.md", text.encode()),),
        span=Span("a.md"),
    ), lines


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.none() | st.text(max_size=30))
def test_every_text_is_answered_by_findings_within_it(text: str, source: str | None) -> None:
    checked, lines = act(text, source)
    for diagnostic in run_checks(Corpus(convention=checked, amendments=())):
        assert 1 <= diagnostic.span.line <= len(lines)
        assert 1 <= diagnostic.span.column <= len(lines[diagnostic.span.line - 1]) + 1
        assert diagnostic.message.text("fr")
        assert diagnostic.message.text("en")
