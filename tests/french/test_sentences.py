"""Each sentence of `cases/*.yml` orders the operations beside it, or, where there are none, is not understood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from clausier.french import Said, read_article, written

CASES = sorted(Path(__file__).with_name("cases").glob("*.yml"))


def cases() -> list[dict[str, Any]]:
    return [case for path in CASES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


def shown(said: Said) -> list[str]:
    """The operations of a sentence as the cases write them; the ways to write one stand on one line, with ` / ` between."""
    return [
        " / ".join(
            f"{way.verb}: {' + '.join(way.targets)}"
            + (f" (« {way.named} »)" if way.named else "")
            + "".join(f" | {key}: {words}" for key, words in way.details)
            for way in written(order, said.quotations)
        )
        for order in said.orders
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["phrase"][:60])
def test_a_sentence_orders_what_a_lawyer_reads_in_it(case: dict[str, Any]) -> None:
    said = read_article(case["phrase"])
    assert [line for one in said for line in shown(one)] == case["opérations"]
    if not case["opérations"]:
        # What is not understood is asked about, save what the case says to change nothing.
        assert any(one.amends for one in said) == (case.get("question", "oui") == "oui")
