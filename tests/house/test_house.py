"""The house rules that a machine can see: names, lengths, doors, suppressions."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.driver import ROOT

CODE = sorted((ROOT / "immunocli").rglob("*.py"))
ALL = [
    *CODE,
    *(path for room in ("tests", "tools", "benchmarks") for path in sorted((ROOT / room).rglob("*.py"))),
]
LONGEST = 300


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_longer_than_300_lines() -> None:
    long = {
        name_of(path): lines
        for path in ALL
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert not long, f"a module this long asks to be two: {long}"


def test_no_two_modules_have_one_name_but_a_command_and_its_query() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in CODE:
        if path.stem not in ("__init__", "__main__"):
            found[path.stem].append(name_of(path))
    double = {
        name: paths
        for name, paths in found.items()
        # A command and what answers it: a query, a reader of tables or names.
        if len(paths) > 1 and not (len(paths) == 2 and sum("cli/commands/" in one for one in paths) == 1)
    }
    assert not double, double


def test_the_files_of_tests_that_take_longest_are_there() -> None:
    """`tests/longest.txt`: several workers begin with them."""
    named = (ROOT / "tests" / "longest.txt").read_text(encoding="utf-8").split()
    assert named and not [name for name in named if not (ROOT / name).is_file()]


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "manager", "misc", "base"])
def test_no_module_has_a_name_that_says_nothing(word: str) -> None:
    assert not [name_of(path) for path in CODE if word in path.stem]


def test_every_module_says_in_its_first_line_what_it_does() -> None:
    silent = []
    for path in CODE:
        told = ast.get_docstring(tree_of(path))
        if not told or not told.splitlines()[0].rstrip().endswith((".", ":", ";")):
            silent.append(name_of(path))
    assert not silent, silent


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a file, parsed: no rule changes it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> set[str]:
    """Return what a module imports when it runs: what only mypy reads does not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))  # one of its own: it is changed here
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


# Room: what it must not know.
CLOSED = {
    "cli": ("immunocli.queries", "immunocli.store"),
    "mcp": ("immunocli.queries", "immunocli.store"),
    "records": (
        "immunocli.queries",
        "immunocli.store",
        "immunocli.cli",
        "immunocli.pages",
        "immunocli.render",
    ),
    "queries": ("immunocli.cli", "immunocli.pages", "immunocli.render", "immunocli.catalogue"),
    "store": (
        "immunocli.queries",
        "immunocli.cli",
        "immunocli.pages",
        "immunocli.render",
        "immunocli.catalogue",
    ),
    "pages": ("immunocli.cli", "immunocli.render", "rich"),
    "render": ("immunocli.cli", "immunocli.store", "immunocli.queries"),
    "tables": ("immunocli.cli", "immunocli.store", "immunocli.queries"),
    "words": ("immunocli.cli", "immunocli.pages", "immunocli.render"),
    "names": ("immunocli.cli", "immunocli.pages", "immunocli.render", "immunocli.queries"),
}


@pytest.mark.parametrize("room", CLOSED)
def test_a_room_knows_only_what_lies_below(room: str) -> None:
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in CODE
        if path.is_relative_to(ROOT / "immunocli" / room)
        for name in sorted(imports_of(path))
        if name.startswith(CLOSED[room])
    ]
    assert not wrong, "\n".join(wrong)


def test_rich_and_typer_stay_in_their_rooms() -> None:
    rooms = {"rich": ("immunocli/render/as_table", "immunocli/cli"), "typer": ("immunocli/cli",)}
    for library, allowed in rooms.items():
        users = [
            name_of(path) for path in CODE if any(name.split(".")[0] == library for name in imports_of(path))
        ]
        assert not [one for one in users if not one.startswith(allowed)], library


def test_dates_of_events_are_compared_in_one_place() -> None:
    """The fold: `records.status_on_day` alone works out what a use or a product is on a day, `warning_on_day` a warning."""
    wrong = []
    for path in CODE:
        if path.name in (
            "status_on_day.py",
            "ended.py",
            "warning_on_day.py",
            "event_rules.py",
            "deriving.py",
            "drawings.py",
        ):
            continue
        for node in ast.walk(tree_of(path)):
            if (
                isinstance(node, ast.Compare)
                and re.search(r"""\[['"](until|from|ended|converted|withdrawn)['"]\]""", ast.unparse(node))
                and any(isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops)
            ):
                wrong.append(f"{name_of(path)}:{node.lineno}: {ast.unparse(node)}")
    assert not wrong, "\n".join(wrong)


def test_a_suppression_names_what_it_suppresses() -> None:
    bare = re.compile(r"#\s*(noqa|type:\s*ignore)(?![:\[])")
    wrong = [
        f"{name_of(path)}:{number}: {line.strip()}"
        for path in CODE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert not wrong, "\n".join(wrong)


def test_the_program_is_written_in_american_english() -> None:
    british = re.compile(
        r"\b(colour|behaviour|normalis\w+|recognis\w+|tumour\w*|leukaemia|organis\w+|centre|favour\w*|analys(e|ed|ing)\b)",
        re.IGNORECASE,
    )
    wrong = [
        f"{name_of(path)}:{number}: {match[0]}"
        for path in CODE
        if path.parent.name not in ("names", "words")  # which know other spellings
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in british.finditer(re.sub(r"['\"`][^'\"`]*['\"`]", "", line))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_two_tests_of_a_file_have_one_name() -> None:
    double = []
    for path in ALL:
        seen: set[str] = set()
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef):
                if node.name in seen:
                    double.append(f"{name_of(path)}: {node.name}")
                seen.add(node.name)
    assert not double, double


def test_no_wait_is_without_a_limit() -> None:
    """A test that waits for ever tells nothing and stops all others."""
    wrong = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            called = ast.unparse(node.func)
            limited = bool(node.args) or any(one.arg == "timeout" for one in node.keywords)
            if called.endswith((".wait", ".communicate", ".join")) and not limited:
                wrong.append(f"{name_of(path)}:{node.lineno}: {ast.unparse(node)}")
            said = {one.arg for one in node.keywords}
            if called == "subprocess.run" and not said & {"timeout", None}:
                wrong.append(f"{name_of(path)}:{node.lineno}: subprocess.run without a timeout")
    assert not wrong, "\n".join(wrong)
