"""How many seeded faults the tests notice: 300 small changes to the passes in the middle, one at a time.

Each fault is made in a copy of the package, and the fast tests run on it until one fails (it is killed) or none does (it
survives, and is printed as a diff). The same seed makes the same faults. Exit code 1 where fewer than 85 % are killed.
"""

from __future__ import annotations

import argparse
import ast
import copy
import difflib
import importlib
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("amend", "consolidate", "refs", "text")
FOLDERS = ("tools", "tests", "schema", "convention", "amendments")
# One stage after the other, the fast ones first; what speaks of the tests alone is left out.
TESTS = (
    ("tests/text", "tests/refs", "tests/amend", "tests/consolidate"),
    ("tests/test_cases.py::test_the_case_holds",),
    ("tests/properties", "--deselect=tests/properties/test_laws.py::test_stories_are_made_of_every_verb"),
    ("tests/documents",),
)
WARM = (
    "hypothesis.strategies",
    "click",
    "jsonschema",
    "jsonschema_rs",
    "markdown_it",
    "msgspec",
    "ruamel.yaml",
    "yaml",
)
WANTED = 0.85
PATIENCE = 5  # a fault that makes the tests take so many times longer is an endless loop, and killed
_CONTEXT = multiprocessing.get_context("fork")
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# What a fault in could not be seen, or not be told from a broken file: types, and what only guards against the impossible.
_UNSEEN = {"annotation", "returns", "decorator_list", "type_params"}
_NO_FAULTS = (ast.Import, ast.ImportFrom, ast.Assert, ast.JoinedStr)
_GUARDS = {"assert_never", "TypeVar"}
_SYMMETRIC = {"max", "min"}
_SETTINGS = {"frozen", "strict", "order", "kw_only", "autojunk"}

Change = Callable[[], ast.AST | None]  # what stands in place of the node; None takes it away


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a fault can be made: the file, which of its nodes, and which change to it."""

    path: Path
    node: int
    change: int


def sites(path: Path) -> Iterator[Site]:
    """Every fault that can be made in a file of the repository."""
    for index, (node, _, _) in enumerate(_nodes(ast.parse((ROOT / path).read_text(encoding="utf-8")))):
        yield from (Site(path=path, node=index, change=rank) for rank in range(len(changes(node))))


def faulty(site: Site) -> tuple[str, str]:
    """The file without the fault and with it, both as `ast.unparse` writes them."""
    tree = ast.parse((ROOT / site.path).read_text(encoding="utf-8"))
    before = ast.unparse(tree)
    node, parent, field = list(_nodes(tree))[site.node]
    _put(parent, field, node, changes(node)[site.change]())
    return before, ast.unparse(ast.fix_missing_locations(tree))


def _nodes(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.AST, str]]:
    """The nodes in which faults are made, each with its parent and the field in which it stands there."""
    for field, value in ast.iter_fields(tree):
        if field in _UNSEEN:
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, _NO_FAULTS) or _apart(child, tree):
                continue
            yield child, tree, field
            yield from _nodes(child)


def _apart(node: ast.AST, parent: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True  # a docstring
        case ast.Call(func=ast.Name(id=name)) | ast.Expr(value=ast.Call(func=ast.Name(id=name))) if name in _GUARDS:
            return True
        case ast.keyword(arg=name) if name in _SETTINGS:
            return True
        case ast.Assign(value=ast.BinOp(op=ast.BitOr())) if isinstance(parent, ast.Module):
            return True  # a union of types
        case _:
            return False


def changes(node: ast.AST) -> list[Change]:
    """The faults that can be made in one node."""
    match node:
        case ast.Compare(ops=[op]):
            return [_with(node, ops=[other()]) for other in _COMPARISONS.get(type(op), ())]
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            fewer = [values[:i] + values[i + 1 :] for i in range(len(values))]
            shorter = [_with(node, values=rest) if len(rest) > 1 else _instead(rest[0]) for rest in fewer]
            return [_with(node, op=other), *shorter]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return [_instead(operand)]
        case ast.BinOp(op=op) if type(op) in _OPERATORS:
            return [_with(node, op=_OPERATORS[type(op)]())]
        case ast.Constant(value=bool() as value):
            return [_with(node, value=not value)]
        case ast.Constant(value=int() as value):
            return [_with(node, value=value + 1), _with(node, value=value - 1)]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            return [_with(node, value=ast.Constant(None))]
        case ast.If(test=test) | ast.IfExp(test=test):
            return [_with(node, test=ast.UnaryOp(ast.Not(), copy.deepcopy(test)))]
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            return [_instead(ast.Pass())]
        case ast.Call(func=ast.Name(id=name)) if name in _SYMMETRIC:
            return []
        case ast.Call(args=[first, second, *rest]) if not isinstance(first, ast.Starred):
            return [_with(node, args=[second, first, *rest])]
        case ast.comprehension(ifs=[_, *_] as ifs):
            return [_with(node, ifs=ifs[:i] + ifs[i + 1 :]) for i in range(len(ifs))]
        case ast.Slice(lower=lower, upper=upper):
            return [_with(node, **{name: None}) for name, end in (("lower", lower), ("upper", upper)) if end]
        case ast.match_case(guard=ast.expr()):
            return [_with(node, guard=None)]
        case _:
            return []


def _with(node: ast.AST, **fields: object) -> Change:
    def change() -> ast.AST:
        other = copy.copy(node)
        for name, value in fields.items():
            setattr(other, name, value)
        return other

    return change


def _instead(other: ast.AST) -> Change:
    return lambda: other


def _put(parent: ast.AST, field: str, node: ast.AST, other: ast.AST | None) -> None:
    value = getattr(parent, field)
    setattr(parent, field, [other if child is node else child for child in value] if isinstance(value, list) else other)


def chosen(seed: int, number: int, packages: Iterable[str], without: Iterable[str] = ()) -> list[Site]:
    """So many faults in files of the packages, `without` those of these names, each equally likely, none twice."""
    files = sorted(p for package in packages for p in (ROOT / "tools/clausier" / package).rglob("*.py"))
    files = [p for p in files if p.stem not in without]
    every = [site for path in files for site in sites(path.relative_to(ROOT))]
    random.Random(seed).shuffle(every)  # noqa: S311 - no secret depends on it
    real = (site for site in every if len(set(faulty(site))) == 2)
    return list(islice(real, number))


class Bench:
    """A copy of the project in which faults are made and the tests run, each time in a fork of this process.

    The process has loaded what does not change from fault to fault, and nothing of the project itself.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        left_out = shutil.ignore_patterns("__pycache__", ".mypy_cache")
        for name in FOLDERS:
            shutil.copytree(ROOT / name, folder / name, ignore=left_out)
        shutil.copy2(ROOT / "pyproject.toml", folder)
        os.environ.update(PYTHONPATH=str(folder / "tools"), CLAUSIER_TESTS="few")
        sys.path.insert(0, str(folder / "tools"))
        for name in WARM:
            importlib.import_module(name)
        started = time.monotonic()
        self.seconds: float | None = None
        self.sound = self.passes(TESTS)
        self.seconds = PATIENCE * (time.monotonic() - started)
        # No bytecode of a fault may outlive it.
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        sys.dont_write_bytecode = True

    def passes(self, stages: Iterable[tuple[str, ...]]) -> bool:
        """Whether the tests pass; False where they take too long."""
        child = _CONTEXT.Process(target=self._test, args=(stages,))
        child.start()
        child.join(self.seconds)
        if child.is_alive() and child.pid is not None:
            os.killpg(child.pid, signal.SIGKILL)
            child.join()
        return child.exitcode == 0

    def _test(self, stages: Iterable[tuple[str, ...]]) -> None:
        os.setsid()  # so that what the tests start ends with them
        os.chdir(self.folder)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        for tests in stages:
            code = pytest.main(["-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", *tests])
            if code:
                os._exit(code)
        os._exit(0)

    def survives(self, site: Site) -> bool:
        """Whether the tests pass with the fault."""
        path = self.folder / site.path
        stat, text = path.stat(), path.read_text(encoding="utf-8")
        path.write_text(faulty(site)[1], encoding="utf-8")
        own = f"tests/{site.path.parts[2]}"
        try:
            return self.passes(((own,), *TESTS))
        finally:
            path.write_text(text, encoding="utf-8")
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # so that its bytecode is fresh again


_benches: list[Bench] = []  # of a worker: its one bench


def _set_up(folder: Path) -> None:
    """Give this worker its bench."""
    _benches.append(Bench(folder / str(os.getpid())))


def _survives(site: Site) -> bool | None:
    """Whether the tests of this worker pass with the fault; None where they fail without any."""
    (bench,) = _benches
    return bench.survives(site) if bench.sound else None


def run(seed: int, number: int, workers: int, packages: Iterable[str], without: Iterable[str] = ()) -> int:
    """Make the faults, tell which survive; the exit code."""
    began = time.monotonic()
    every = chosen(seed, number, packages, without)
    survivors: list[Site] = []
    with (
        tempfile.TemporaryDirectory(prefix="clausier-mutate-") as folder,
        ProcessPoolExecutor(workers, _CONTEXT, _set_up, (Path(folder),)) as pool,
    ):
        for rank, (site, alive) in enumerate(zip(every, pool.map(_survives, every), strict=True), start=1):
            if alive is None:
                sys.stderr.write("the tests fail without any fault\n")
                return 2
            if alive:
                survivors.append(site)
                sys.stdout.write(f"{rank}. {site.path}:{_line(site)}\n{_diff(*faulty(site))}\n\n")
                sys.stdout.flush()
    for package in sorted({site.path.parts[2] for site in every}):
        _score(package, [s for s in every if s.path.parts[2] == package], survivors)
    minutes = (time.monotonic() - began) / 60
    share = _score(f"seed {seed}, {minutes:.1f} minutes: all", every, survivors)
    return 0 if share >= WANTED else 1


def _score(name: str, sites: list[Site], survivors: list[Site]) -> float:
    killed = len(sites) - len(set(sites) & set(survivors))
    sys.stdout.write(f"{name}: killed {killed} of {len(sites)} ({killed / len(sites):.1%})\n")
    return killed / len(sites)


def _line(site: Site) -> int:
    """The line of the file in which the fault is."""
    tree = ast.parse((ROOT / site.path).read_text(encoding="utf-8"))
    node, parent, _ = list(_nodes(tree))[site.node]
    return getattr(node, "lineno", getattr(parent, "lineno", 0))


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=2)
    return "\n".join(list(lines)[2:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "packages", nargs="*", default=PACKAGES, metavar="PACKAGE", help=f"by default {', '.join(PACKAGES)}"
    )
    parser.add_argument("--without", nargs="*", default=(), metavar="MODULE", help="modules to leave alone")
    asked = parser.parse_args()
    return run(asked.seed, asked.number, asked.workers, asked.packages, asked.without)


if __name__ == "__main__":
    sys.exit(main())
