"""Faults: small changes to a program, each one that a test should notice."""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

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


def sites(root: Path, path: Path) -> Iterator[Site]:
    """Every fault that can be made in a file of the tree `root`."""
    for index, (node, _, _) in enumerate(_nodes(_parsed(root / path))):
        yield from (Site(path=path, node=index, change=rank) for rank in range(len(changes(node))))


def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def faulty(root: Path, site: Site) -> tuple[str, str]:
    """The file without the fault and with it, both as `ast.unparse` writes them."""
    tree = _parsed(root / site.path)
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


def place(root: Path, site: Site) -> tuple[int, str]:
    """The line of the fault, and the function (`f`, `C.f`) in whose body it is; "" where it is in none."""
    tree = _parsed(root / site.path)
    node, parent, _ = list(_nodes(tree))[site.node]
    inside = ""
    for name, function in _functions(tree, ""):
        if any(node is child for statement in function.body for child in ast.walk(statement)):
            inside = name
    return getattr(node, "lineno", getattr(parent, "lineno", 0)), inside


def _functions(tree: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions of a module, and of its classes, by their names; not those inside another."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name):
                yield prefix + name, node
            case ast.ClassDef(name=name):
                yield from _functions(node, f"{prefix}{name}.")
            case _:
                pass


def shown(root: Path, site: Site) -> str:
    """The fault as a diff."""
    before, after = faulty(root, site)
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=2)
    return "\n".join(list(lines)[2:])
