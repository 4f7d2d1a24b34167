"""Plants faults one at a time in the program and says which of them the tests catch.

Run it: python tools/mutate.py --count 60 --seed 1 [--tests tests/library tests/cli] [--timeout 300]
A fault: a comparison turned round, a `not` dropped, an off by one, `and` for `or`, a statement left
out, a constant changed. It works in a copy of the checkout, so nothing here is ever touched.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Change = Callable[[], None]
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
# What most likely tells of a fault in a room, asked first; everything is asked in the end.
FITTING = {
    "records": ["tests/library", "tests/cli/test_contract_formats.py", "tests/cli/test_meaning.py"],
    "store": ["tests/library", "tests/cli/test_user_data.py"],
    "queries": ["tests/library", "tests/cli/test_meaning.py"],
    "names": ["tests/library", "tests/cli/test_meaning.py", "tests/content/test_found.py"],
    "words": ["tests/library", "tests/content/test_found.py"],
    "tables": ["tests/tables"],
    "render": ["tests/render", "tests/cli/test_contract_formats.py", "tests/cli/test_screens.py"],
    "pages": ["tests/cli/test_screens.py", "tests/render", "tests/cli/test_contract_formats.py"],
    "cli": ["tests/cli"],
}


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


def planted(path: Path, chance: random.Random) -> tuple[int, str, str] | None:
    """Return a file's text with one fault in it, with its line and what it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = list(faults(tree))
    if not found:
        return None
    line, what, change = chance.choice(found)
    change()
    return line, what, ast.unparse(ast.fix_missing_locations(tree))


def caught(copy: Path, tests: list[str], seconds: int) -> str:
    """Return the test that fails, or `no end`; nothing when all pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    known = [word for name in _KNOWN.get(tuple(tests), ()) for word in ("--deselect", name)]
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *known],
            cwd=copy,
            env=env,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no end"
    told = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return (told or ["an error"])[0].split(" - ")[0] if done.returncode else ""


_KNOWN: dict[tuple[str, ...], list[str]] = {}


def learn(copy: Path, tests: list[str], seconds: int) -> None:
    """Note which tests fail before anything is planted."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2", *tests]
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=copy, env=env, capture_output=True, text=True, timeout=4 * seconds, check=False
    )
    lines = [line.removeprefix("FAILED ") for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    _KNOWN[tuple(tests)] = [line.split(" - ")[0] for line in lines]


def main() -> int:
    """Plant the faults and tell which were caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=int, default=240)
    parser.add_argument("--tests", nargs="*", default=[])
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    rooms = [ROOT / "immunocli" / room for room in FITTING]
    files = [path for room in rooms for path in sorted(room.rglob("*.py"))]
    sizes = [len(path.read_bytes()) for path in files]
    missed = 0
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        ignore = shutil.ignore_patterns(".git", "__pycache__", "*.pyc")
        shutil.copytree(ROOT, copy, ignore=ignore)
        for number in range(1, asked.count + 1):
            told = None
            while told is None:
                path = chance.choices(files, sizes)[0]
                told = planted(path, chance)
            line, what, text = told
            room = path.relative_to(ROOT / "immunocli").parts[0]
            tests = asked.tests or FITTING.get(room, ["tests/cli", "tests/library"])
            if tuple(tests) not in _KNOWN:
                learn(copy, tests, asked.timeout)
            target = copy / path.relative_to(ROOT)
            whole = target.read_text(encoding="utf-8")
            target.write_text(text, encoding="utf-8")
            found = caught(copy, tests, asked.timeout)
            target.write_text(whole, encoding="utf-8")
            missed += not found
            mark = "caught" if found else "MISSED"
            print(f"{number:3} {mark} {path.relative_to(ROOT)}:{line}: {what[:90]} [{found}]", flush=True)
    print(f"{asked.count - missed} of {asked.count} caught (seed {asked.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
