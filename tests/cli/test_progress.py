"""What a long command is at: told on a terminal after a while, never in a pipe, and gone at the end."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from clausier.build import build_project
from clausier.cli.progress import progress
from clausier.diagnostics import Lang, Message
from support.calling import called
from support.projects import ROOT

CLEAR = "\r\x1b[K"
ONE, TWO = Message(fr="Un …", en="One …"), Message(fr="Deux …", en="Two …")


class Screen(io.StringIO):
    """Standard error as a terminal, or not."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Clock:
    """A timer whose time is up at once, or never."""

    up = True
    daemon = False

    def __init__(self, _seconds: float, wake: Callable[[], None]) -> None:
        self.wake = wake

    def start(self) -> None:
        if self.up:
            self.wake()

    def cancel(self) -> None:
        """Nothing waits."""


class Stopped(Clock):
    up = False


def shown(monkeypatch: pytest.MonkeyPatch, *, clock: type[Clock] = Clock, terminal: bool = True) -> Screen:
    """What stands in the place of standard error. Not as a fixture: pytest puts its own there before each test."""
    found = Screen(terminal=terminal)
    monkeypatch.setattr("sys.stderr", found)
    monkeypatch.setattr("threading.Timer", clock)
    return found


@pytest.mark.parametrize(("lang", "told"), [("fr", ("Un …", "Deux …")), ("en", ("One …", "Two …"))])
def test_each_stage_takes_the_line_of_the_one_before(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, told: tuple[str, str]
) -> None:
    screen = shown(monkeypatch)
    with progress(lang) as at:
        at(ONE)
        at(TWO)
    assert screen.getvalue() == f"{CLEAR}{told[0]}{CLEAR}{told[1]}{CLEAR}"


def test_what_is_quick_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(monkeypatch, clock=Stopped)
    with progress("fr") as at:
        at(ONE)
        at(TWO)
    assert screen.getvalue() == ""


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(monkeypatch, terminal=False)
    with progress("fr") as at:
        at(ONE)
    assert screen.getvalue() == ""
    assert called("check", project=ROOT).stderr == ""


def test_the_line_is_gone_after_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(monkeypatch)

    def failing() -> None:
        with progress("fr") as at:
            at(ONE)
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert screen.getvalue().endswith(CLEAR)


def test_a_build_tells_its_stages_in_order(tmp_path: Path) -> None:
    told: list[str] = []
    assert build_project(ROOT, tmp_path / "build", cache=False, at=lambda stage: told.append(stage.en)).files
    assert told == [
        "Reading the sources …",
        "Consolidating the text …",
        "Reading the rules …",
        "Checking …",
        "Outputs and pages …",
    ]
