"""Commands called in this process, as a shell calls them."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from click.testing import CliRunner

from clausier import schemas
from clausier.cli import cli
from clausier.cli.framework import run


class Ended(NamedTuple):
    """How a command ended: its exit code, its answer, and what it says besides."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def words(self) -> str:
        """The answer, its no-break spaces made plain ones."""
        return self.stdout.replace("\u00a0", " ")


def called(
    command: str,
    *words: object,
    project: Path | None = None,
    lang: str = "fr",
    typed: str = "",
    code: int | None = None,
) -> Ended:
    """Call a command, with `typed` on its standard input; it must end with `code`, if given. A fault of ours is raised."""
    where = () if project is None else ("--project", str(project))
    given = ["--lang", lang, command, *where, *map(str, words)]
    with CliRunner().isolation(typed, env={"CLAUSIER_DEBUG": "1"}) as (out, err, _):
        with pytest.raises(SystemExit) as ended:
            run(cli, given)
        sys.stdout.flush()
        done = Ended(int(ended.value.code or 0), out.getvalue().decode(), err.getvalue().decode())
    gc.unfreeze()  # `run` leaves what it made to the end of the process
    assert code in (None, done.exit_code), done
    return done


def answer_of(
    command: str, *words: object, schema: str = "", project: Path | None = None, typed: str = "", code: int = 0
) -> Any:
    """What a command answers in JSON, and nothing else; it must fit the schema of that name, or of the command's."""
    done = called(command, *words, "--format", "json", project=project, typed=typed, code=code)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert misfits(schema or command, found) == []
    return found


def misfits(schema: str, value: Any) -> list[str]:
    """Why JSON does not fit, by the reference, which must agree with the validator that builds use."""
    reference = jsonschema.Draft202012Validator(schemas.load(schema), format_checker=jsonschema.FormatChecker())
    found = [f"{error.json_path}: {error.message}" for error in reference.iter_errors(value)]
    assert schemas.validator(schema).is_valid(value) is not bool(found)
    return found
