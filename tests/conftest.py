"""What all tests share: `pytest --update` rewrites the expected blocks of literate cases, for a person to review."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

from clausier.cli.options import cores

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_PROCESSES = 8  # each takes about half a gigabyte, and a browser

# For the many runs of `make mutate`: few examples, the same each time, and no search for the smallest that fails.
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


# What is begun in the background of a shell ignores Ctrl-C, and so do its children: tests that send it would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="rewrite what literate cases expect with what the compiler answers; review the diff",
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of this machine. Its library holds the thread's event loop meanwhile: no longer than one file of tests."""
    from support.browsing import launched

    with launched() as browser:
        yield browser


def pytest_itemcollected(item: pytest.Item) -> None:
    """What has a browser is told from the rest: `pytest -m browser`."""
    if isinstance(item, pytest.Function) and "browser" in item.fixturenames:
        item.add_marker("browser")


def pytest_xdist_auto_num_workers() -> int:
    """How many processes `-n auto` is: as many as can work at once, and on a single core none beside pytest's own."""
    return min(cores(), MOST_PROCESSES) if cores() > 1 else 0
