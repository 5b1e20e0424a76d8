"""What an import was not certain of → an error at each question: nothing unsure is published."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.diagnostics import Diagnostic, Message, codes_amd, report
from clausier.source.yaml import Mapping
from clausier.text.words import short

_SHOWN = 90


_IN_THE_CONVENTION = Message(
    fr="comparer avec l’acte signé, corriger s’il le faut, puis retirer la question",
    en="compare with the signed act, correct what must be, then remove the question",
)


def asked(node: Mapping | None, *, convention: bool = False) -> Iterator[Diagnostic]:
    """An error for each question that stands in the index of an act, or in the header of one of its articles.

    `convention` tells that the act is the convention, where a question is about its words and not about what they order.
    """
    for item in node.mappings("questions") if node else ():
        sentence, why = item.scalar("phrase"), item.scalar("motif")
        if sentence and why:
            every = [reading.value for reading in item.scalars("lectures")]
            yield report(
                codes_amd.QUESTION,
                sentence.span,
                sentence=short(sentence.value, _SHOWN),
                why=why.value,
                help=_among(every) if every else _IN_THE_CONVENTION if convention else None,
            )


def _among(readings: list[str]) -> Message:
    listed = " | ".join(readings)
    return Message(
        fr=f"lectures possibles\u00a0: {listed}\u00a0; en écrire une, puis retirer la question",
        en=f"possible readings: {listed}; write one of them, then remove the question",
    )
