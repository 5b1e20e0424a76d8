"""How long amending French takes to read, as ratios to the bare tokeniser in the same run (`make bench`).

The sentences are those of `tests/french/cases`, each read as it is and never twice the same in one measure, so that nothing is
gained by what was read before. Exit 1 where a bar is missed.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from clausier.author.apply.apply import apply
from clausier.french import read_article, read_sentence
from clausier.french.quotations import cut
from clausier.french.ruled import formula
from clausier.french.tokens import tokens

CASES = Path(__file__).parents[1] / "french" / "cases"
ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """How many times as long as its reference a task may take."""

    name: str
    reference: str
    most: float


BARS = (
    Bar("read_sentence", "tokens", 30),
    Bar("read_article", "tokens", 30),
    Bar("read_article, sentences twice as many", "read_article", 2.2),
    Bar("apply, base twice as long", "apply", 2.2),
    Bar("10,000 nested quotations", "tokens of as many characters", 30),
    Bar("1 MB without a full stop", "tokens of as many characters", 30),
)


def tasks() -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    every = [
        case["phrase"]
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    masked = [cut(one)[0] for one in every]
    text = "\n".join(every)
    nested = "L'article 3 est remplacé par : " + "« " * 10_000 + "a" + " »" * 10_000
    endless = "l'article 3 est remplacé par les mots suivants et " * (1_000_000 // 50)
    return {
        "tokens": lambda: [list(tokens(one)) for one in masked],
        "read_sentence": lambda: [read_sentence(one) for one in masked],
        "read_article": lambda: read_article(text),
        "read_article, sentences twice as many": lambda: read_article(f"{text}\n{text}"),
        "apply": lambda: apply(document(200)),
        "apply, base twice as long": lambda: apply(document(400)),
        "10,000 nested quotations": lambda: read_article(nested),
        "1 MB without a full stop": lambda: read_article(endless),
        "tokens of as many characters": lambda: list(tokens(endless)),
    }


def document(articles: int) -> dict[str, Any]:
    """An agreement of that many articles, and an amendment of ten."""
    base = [
        {"num": str(n), "title": "Prix", "text": f"Le prix est de {n} €.\nIl est affiché.\nIl est révisé."}
        for n in range(1, articles + 1)
    ]
    changes = "\n".join(
        f"À l'article {n}, les mots « {n} € » sont remplacés par les mots « {n + 1} € »." for n in range(10, 110, 10)
    )
    amendment = {
        "id": "a",
        "title": "Avenant",
        "signed": None,
        "articles": [{"num": "1", "title": "", "text": changes}],
    }
    return {"case": "x", "title": "Accord", "base": {"articles": base}, "avenants": [amendment]}


def measure(wanted: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least of each task's times, in seconds of this process alone, as `timeit` has it: what is more is the machine's.

    The tasks take turns; a first round, untimed, reads the grammar.
    """
    times: dict[str, list[float]] = {name: [] for name in wanted}
    for number in range(rounds + 1):
        for name, task in wanted.items():
            gc.collect()
            gc.disable()
            formula.cache_clear()
            start = time.process_time()
            task()
            if number:
                times[name].append(time.process_time() - start)
            gc.enable()
    return {name: min(found) for name, found in times.items()}


def main(rounds: int = ROUNDS) -> bool:
    """Measure and print; whether every bar is held."""
    least = measure(tasks(), rounds)
    said = [f"amending French, the least of {rounds} runs, taking turns", ""]
    held = True
    for bar in BARS:
        ratio = least[bar.name] / least[bar.reference]
        held = held and ratio <= bar.most
        said.append(
            f"{bar.name:<38} {ratio:5.2f} × {bar.reference:<29} at most {bar.most:4.1f}: "
            f"{'held' if ratio <= bar.most else 'MISSED'}   ({least[bar.name] * 1000:.1f} ms)"
        )
    sys.stdout.write("\n".join([*said, ""]))
    return held


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
