"""Commands called in this process, as a shell calls them."""

from __future__ import annotations

import pytest

from clausier.cli import cli
from clausier.cli.framework import run
from projects import ROOT


def called(command: str, *words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit code of a command on the real convention, its answer, and what it says besides."""
    with pytest.raises(SystemExit) as ended:
        run(cli, [command, "--project", str(ROOT), *words])
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err
