"""Plants faults one at a time in the program and says which of them the tests catch.

Run it: python tools/mutate.py --count 60 --seed 1 [--notes FILE] [--from 1]
A fault: a comparison turned round, a `not` dropped, an off by one, `and` for `or`, a statement left
out, a constant changed. It works in a copy of the checkout, so nothing here is ever touched.

The suite is run once to note which functions each test calls; with --notes that is kept for other draws.
A fault is then shown to the tests that call its function, quick ones first, then to the others of its
room, then to those that start processes, for a minute or two, and no further than the first that fails.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

for library in ("hypothesis", "jsonschema", "matplotlib.figure", "mcp", "rapidfuzz", "rich.console", "typer"):
    with contextlib.suppress(ImportError):
        importlib.import_module(library)  # once, and not for each fault

ROOT = Path(__file__).resolve().parent.parent
Change = Callable[[], None]
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
# Where to look in the end for a fault in a room: tests that do not call its function where it can be seen.
FITTING = {
    "records": ["tests/library", "tests/cli"],
    "store": ["tests/library", "tests/cli", "tests/content"],
    "queries": ["tests/library", "tests/cli"],
    "names": ["tests/names", "tests/library", "tests/content"],
    "words": ["tests/words", "tests/library", "tests/content"],
    "tables": ["tests/tables"],
    "render": ["tests/render", "tests/cli", "tests/docs"],
    "pages": ["tests/render", "tests/cli", "tests/docs"],
    "cli": ["tests/cli", "tests/tables", "tests/docs"],
    "export": ["tests/export"],
    "figures": ["tests/figures"],
    "mcp": ["tests/mcp"],
}
# Slow, and never the first to tell.
APART = ("tests/packaging", "tests/engines", "tests/cli/test_shells.py", "tests/house")
# So many seconds are spent on the tests that do not call a function, and on those that start processes.
LONGEST_LOOK = (0.0, 120.0, 60.0)
# Files whose tests are asked before all others are read.
FEW = 4
Seen = dict[str, dict[str, Any]]


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


def planted(path: Path, chance: random.Random) -> tuple[int, list[str], str, str] | None:
    """Return a file's text with one fault in it, with its line, its functions and what it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = list(faults(tree))
    if not found:
        return None
    line, what, change = chance.choice(found)
    functions = functions_at(tree, line)
    change()
    return line, functions, what, ast.unparse(ast.fix_missing_locations(tree))


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


def functions_at(tree: ast.Module, line: int) -> list[str]:
    """Return the innermost function around a line; outside of all, those that use what stands there."""
    functions = functions_of(tree)
    around = [name for name, node in functions.items() if node.lineno <= line <= (node.end_lineno or line)]  # type: ignore[attr-defined]
    if around:
        return around[-1:]
    (statement,) = [node for node in tree.body if node.lineno <= line <= (node.end_lineno or line)]
    named = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    using = [
        name
        for name, function in functions.items()
        if any(isinstance(node, ast.Name) and node.id in named for node in ast.walk(function))
    ]
    return using or list(functions)


def tests_for(place: str, functions: list[str], seen: Seen) -> dict[str, float]:
    """Return the tests to ask of a fault, in order, with the seconds they take.

    Args:
        place: its file, from the program's directory on.
        functions: the function it is in, or those that use it.
        seen: what was noted of every test.
    """
    fitting = tuple(FITTING.get(place.split("/")[0], ["tests/library", "tests/cli"]))
    keys = {f"{place}:{function}" for function in functions}
    files: dict[str, list[float]] = {}
    ranked: dict[str, int] = {}
    for name, about in seen.items():
        if about["failed"]:
            continue
        calls = not keys.isdisjoint(about["calls"])
        if not calls and not name.startswith(fitting):
            continue
        ranked[name] = 2 if about["processes"] else 0 if calls else 1
        if calls:
            files.setdefault(name.partition("::")[0], []).append(about["seconds"])
    mean = {file: sum(seconds) / len(seconds) for file, seconds in files.items()}

    def order(name: str) -> tuple[int, float, str, float]:
        file = name.partition("::")[0]  # a file's tests stay together: they share what is dear to make
        return ranked[name], mean.get(file, 9.0), file, seen[name]["seconds"]

    found: dict[str, float] = {}
    spent = [0.0, 0.0, 0.0]
    for name in sorted(ranked, key=order):
        seconds = seen[name]["seconds"]
        if ranked[name] and spent[ranked[name]] + seconds > LONGEST_LOOK[ranked[name]]:
            continue  # a test that does not call it seldom tells of it
        spent[ranked[name]] += seconds
        found[name] = seconds
    return found


def asked(copy: Path, *words: str, **told: Path) -> tuple[int, str]:
    """Run tests in the copy with tools/nearest.py: their exit status, and what they wrote.

    In a fork of this process, which knows all libraries already; of the program it knows nothing.
    """
    output = copy.parent / "output"
    number = os.fork()
    if number:
        _, status = os.waitpid(number, 0)
        return os.waitstatus_to_exitcode(status), output.read_text(encoding="utf-8", errors="replace")
    try:
        os.setsid()
        written = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream, opened in ((0, os.open(os.devnull, os.O_RDONLY)), (1, written), (2, written)):
            os.dup2(opened, stream)
        os.chdir(copy)
        sys.path.insert(0, str(copy))
        sys.dont_write_bytecode = True
        os.environ |= {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        os.environ |= {f"NEAREST_{name.upper()}": str(place) for name, place in told.items()}
        code = int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "tools.nearest", *words]))
        sys.stdout.flush()
        os._exit(code)
    finally:
        os._exit(70)


def noted(copy: Path, place: Path) -> Seen:
    """Return what each test calls, from notes that are there or by running them all."""
    if not place.exists():
        told = asked(copy, *(f"--ignore={name}" for name in APART), notes=place)[1]
        if not place.exists():
            raise SystemExit(f"the tests do not run at all:\n{told[-2000:]}")
    seen: Seen = json.loads(place.read_text(encoding="utf-8"))
    return seen


def caught(copy: Path, order: dict[str, float]) -> str:
    """Return the test that fails; nothing when all pass."""
    place = copy.parent / "order.json"
    files = list(dict.fromkeys(name.partition("::")[0] for name in order))
    for part in filter(None, (files[:FEW], files[FEW:])):  # most are caught by the first, and few to read
        place.write_text(
            json.dumps({name: order[name] for name in order if name.partition("::")[0] in part}),
            encoding="utf-8",
        )
        code, output = asked(copy, "-x", *part, order=place)
        told = [line for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        if code not in (0, 5):  # 5: none of them is there any more
            return (told or ["an error"])[0].split(" - ")[0]
    return ""


def main() -> int:
    """Plant the faults and tell which were caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=1, help="go on with this one of the draw")
    parser.add_argument("--notes", type=Path, help="where notes are kept from one draw to the next")
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    missed = 0
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        ignore = shutil.ignore_patterns(".git", ".venv", "__pycache__", "*.pyc")
        shutil.copytree(ROOT, copy, ignore=ignore)
        files = [path for room in FITTING for path in sorted((copy / "immunocli" / room).rglob("*.py"))]
        sizes = [len(path.read_bytes()) for path in files]
        seen = noted(copy, (wanted.notes or Path(place) / "notes.json").resolve())
        for number in range(1, wanted.count + 1):
            told = None
            while told is None:
                path = chance.choices(files, sizes)[0]
                told = planted(path, chance)
            if number < wanted.first:
                continue
            line, functions, what, text = told
            whole = path.read_text(encoding="utf-8")
            path.write_text(text, encoding="utf-8")
            begun = time.monotonic()
            inside = path.relative_to(copy / "immunocli").as_posix()
            found = caught(copy, tests_for(inside, functions, seen))
            path.write_text(whole, encoding="utf-8")
            missed += not found
            mark = f"{'caught' if found else 'MISSED'} in {time.monotonic() - begun:3.0f} s"
            print(f"{number:3} {mark} {inside}:{line}: {what[:90]} [{found}]", flush=True)
    count = wanted.count - wanted.first + 1
    print(f"{count - missed} of {count} caught (seed {wanted.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
