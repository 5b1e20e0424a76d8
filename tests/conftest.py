"""What all tests share: `pytest --update` rewrites the expected blocks of literate cases, for a person to review."""

from __future__ import annotations

import os

import pytest
from hypothesis import Phase, settings

# For the many runs of `tests/mutate.py`: few examples, the same each time, and no search for the smallest that fails.
settings.register_profile(
    "few",
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
)
# How long an example takes says how busy the machine is, and nothing of the program.
settings.register_profile("usual", deadline=None)
settings.load_profile("few" if os.environ.get("CLAUSIER_TESTS") == "few" else "usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="rewrite what literate cases expect with what the compiler answers; review the diff",
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
