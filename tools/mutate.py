"""Plants faults one at a time in the program and says which of them the tests catch.

Run it: python tools/mutate.py --count 60 --seed 1 [--notes FILE] [--from 1]
A fault: a comparison turned round, a `not` dropped, an off by one, `and` for `or`, a statement left
out, a constant changed. It works in a copy of the checkout, so nothing here is ever touched.

The suite is run once to note which functions each test calls; with --notes that is kept for other draws.
A fault is then shown to the tests that call its function, quick ones first, then to the others of its
room, then to those that start processes, for two minutes each, and no further than the first that fails.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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
LONGEST_LOOK = 120.0
Seen = dict[str, dict[str, Any]]


def faults(tree: ast.Module) -> Iterator[tuple[int, str, Change]]:
    """Yield every fault that can be planted: line, what it is, and what plants it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = [ast.Pass()]
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
                if isinstance(statement, ast.Assign | ast.AugAssign | ast.Continue | ast.Raise) or (
                    isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
                ):
                    told = f"left out: {ast.unparse(statement)}".split("\n")[0]
                    yield statement.lineno, told, _set(body, place, ast.Pass())


def _set(held: Any, place: int, value: ast.AST) -> Change:
    return lambda: held.__setitem__(place, value)


def _attribute(node: ast.AST, name: str, value: object) -> Change:
    return lambda: setattr(node, name, value)


def planted(path: Path, chance: random.Random) -> tuple[int, str, str, str] | None:
    """Return a file's text with one fault in it, with its line, its function and what it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = list(faults(tree))
    if not found:
        return None
    line, what, change = chance.choice(found)
    function = function_at(tree, line)
    change()
    return line, function, what, ast.unparse(ast.fix_missing_locations(tree))


def function_at(tree: ast.Module, line: int) -> str:
    """Return the name of the innermost function around a line, as Python calls it; else nothing."""
    found = ""
    waiting: list[tuple[ast.AST, str]] = [(tree, "")]
    while waiting:
        node, name = waiting.pop()
        for child in ast.iter_child_nodes(node):
            below = name
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                if not child.lineno <= line <= (child.end_lineno or line):
                    continue
                below = f"{name}{child.name}"
                if not isinstance(child, ast.ClassDef):
                    found = below
                    below += ".<locals>"
                below += "."
            waiting.append((child, below))
    return found


def tests_for(place: str, function: str, seen: Seen) -> dict[str, float]:
    """Return the tests to ask of a fault, in order, with the seconds they take.

    Args:
        place: its file, from the program's directory on.
        function: the function it is in; nothing when it is outside of all.
        seen: what was noted of every test.
    """
    fitting = tuple(FITTING.get(place.split("/")[0], ["tests/library", "tests/cli"]))
    key = f"{place}:{function}"
    files: dict[str, list[float]] = {}
    ranked: dict[str, int] = {}
    for name, about in seen.items():
        if about["failed"]:
            continue
        calls = bool(function) and key in about["calls"]
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
        if ranked[name] and spent[ranked[name]] + seconds > LONGEST_LOOK:
            continue  # a test that does not call it seldom tells of it
        spent[ranked[name]] += seconds
        found[name] = seconds
    return found


def asked(copy: Path, *words: str, **told: Path) -> subprocess.CompletedProcess[str]:
    """Run tests in the copy with tools/nearest.py."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tools.nearest", *words]
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    env |= {f"NEAREST_{name.upper()}": str(place) for name, place in told.items()}
    return subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)


def noted(copy: Path, place: Path) -> Seen:
    """Return what each test calls, from notes that are there or by running them all."""
    if not place.exists():
        told = asked(copy, *(f"--ignore={name}" for name in APART), notes=place).stdout
        if not place.exists():
            raise SystemExit(f"the tests do not run at all:\n{told[-2000:]}")
    seen: Seen = json.loads(place.read_text(encoding="utf-8"))
    return seen


def caught(copy: Path, order: dict[str, float]) -> str:
    """Return the test that fails; nothing when all pass."""
    place = copy.parent / "order.json"
    place.write_text(json.dumps(order), encoding="utf-8")
    files = sorted({name.partition("::")[0] for name in order})
    done = asked(copy, "-x", *files, order=place)
    told = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return (told or ["an error"])[0].split(" - ")[0] if done.returncode else ""


def main() -> int:
    """Plant the faults and tell which were caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=1, help="go on with this one of the draw")
    parser.add_argument("--notes", type=Path, help="where notes are kept from one draw to the next")
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    rooms = [ROOT / "immunocli" / room for room in FITTING]
    files = [path for room in rooms for path in sorted(room.rglob("*.py"))]
    sizes = [len(path.read_bytes()) for path in files]
    missed = 0
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        ignore = shutil.ignore_patterns(".git", ".venv", "__pycache__", "*.pyc")
        shutil.copytree(ROOT, copy, ignore=ignore)
        seen = noted(copy, (wanted.notes or Path(place) / "notes.json").resolve())
        for number in range(1, wanted.count + 1):
            told = None
            while told is None:
                path = chance.choices(files, sizes)[0]
                told = planted(path, chance)
            if number < wanted.first:
                continue
            line, function, what, text = told
            target = copy / path.relative_to(ROOT)
            whole = target.read_text(encoding="utf-8")
            target.write_text(text, encoding="utf-8")
            begun = time.monotonic()
            inside = path.relative_to(ROOT / "immunocli").as_posix()
            found = caught(copy, tests_for(inside, function, seen))
            target.write_text(whole, encoding="utf-8")
            missed += not found
            mark = f"{'caught' if found else 'MISSED'} in {time.monotonic() - begun:3.0f} s"
            print(f"{number:3} {mark} {inside}:{line}: {what[:90]} [{found}]", flush=True)
    count = wanted.count - wanted.first + 1
    print(f"{count - missed} of {count} caught (seed {wanted.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
