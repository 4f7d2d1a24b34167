"""The faults that tools/mutate.py can plant in a module, and where in it a fault can be seen."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator
from typing import Any

Change = Callable[[], None]
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def faults(tree: ast.Module) -> Iterator[tuple[int, str, Change]]:
    """Yield every fault that can be planted: line, what it is, and what plants it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = [ast.Pass()]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "TYPE_CHECKING":
            node.value = ast.Name(
                "False", ast.Load()
            )  # no constant to change: only mypy reads what it guards
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            turned = TURNED[type(node.ops[0])]
            yield node.lineno, f"{turned.__name__}: {ast.unparse(node)}", _set(node.ops, 0, turned())
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node.lineno, f"no not: {ast.unparse(node)}", _attribute(node, "op", ast.UAdd())
        elif isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node.lineno, f"and/or: {ast.unparse(node)}", _attribute(node, "op", other)
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            yield node.lineno, f"off by one: {node.value}", _attribute(node, "value", node.value + 1)
        elif isinstance(node, ast.Constant) and type(node.value) is bool:
            yield node.lineno, f"not {node.value}", _attribute(node, "value", not node.value)
        for body in (getattr(node, name, None) for name in ("body", "orelse")):
            for place, statement in enumerate(body if isinstance(body, list) else ()):
                if isinstance(statement, ast.Assign) and ast.unparse(statement).startswith("TYPE_CHECKING ="):
                    continue
                if isinstance(statement, ast.Assign | ast.AugAssign | ast.Continue | ast.Raise) or (
                    isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
                ):
                    told = f"left out: {ast.unparse(statement)}".split("\n")[0]
                    yield statement.lineno, told, _set(body, place, ast.Pass())


def _set(held: Any, place: int, value: ast.AST) -> Change:
    return lambda: held.__setitem__(place, value)


def _attribute(node: ast.AST, name: str, value: object) -> Change:
    return lambda: setattr(node, name, value)


def planted(text: str, chance: random.Random) -> tuple[int, str, str] | None:
    """Return a module's text with one fault in it, after its line and what it is; None if it has none."""
    tree = ast.parse(text)
    found = list(faults(tree))
    if not found:
        return None
    line, what, change = chance.choice(found)
    change()
    return line, what, ast.unparse(ast.fix_missing_locations(tree))


def functions_of(tree: ast.Module) -> dict[str, ast.AST]:
    """Return every function of a module by its name, as Python calls it; outer ones first."""
    found: dict[str, ast.AST] = {}
    waiting: list[tuple[ast.AST, str]] = [(tree, "")]
    while waiting:
        node, name = waiting.pop(0)
        for child in ast.iter_child_nodes(node):
            below = name
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                found[f"{name}{child.name}"] = child
                below = f"{name}{child.name}.<locals>."
            elif isinstance(child, ast.ClassDef):
                below = f"{name}{child.name}."
            waiting.append((child, below))
    return found


def lines_told(tree: ast.Module, line: int) -> set[int]:
    """Return the lines that a test has to run, any of them, to be able to tell of a fault in a line.

    In a function, those of the statement. What is run while a module is imported is told by the functions
    that use it; if there are none, nothing is returned.
    """
    functions = functions_of(tree)
    around = [node for node in functions.values() if _first(node) <= line <= _last(node)]
    if around:
        inside = [node for node in ast.walk(around[-1]) if isinstance(node, ast.stmt)]
        holding = [node for node in inside if node.lineno <= line <= _last(node)]
        nearest = min(holding, key=lambda node: _last(node) - node.lineno)
        return set(range(nearest.lineno, _head(nearest) + 1)) | {line}
    statement = next(node for node in tree.body if _begin(node) <= line <= _last(node))
    named = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    named |= {getattr(node, "name", "") for node in ast.walk(statement)}
    using = [
        node
        for node in functions.values()
        if _begin(node) <= line <= _last(node)
        or any(isinstance(one, ast.Name) and one.id in named for one in ast.walk(node))
    ]
    return {number for node in using or functions.values() for number in range(_first(node), _last(node) + 1)}


def _begin(node: Any) -> int:
    found: int = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
    return found


def _first(node: Any) -> int:
    found: int = node.body[0].lineno
    return found


def _last(node: Any) -> int:
    found: int = node.end_lineno
    return found


def _head(node: Any) -> int:
    """Return the last line of a statement that is its own, and not of the statements in it."""
    below = [one.lineno for one in ast.walk(node) if isinstance(one, ast.stmt) and one is not node]
    last: int = max(node.lineno, min(below) - 1) if below else node.end_lineno
    return last
