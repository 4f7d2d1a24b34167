"""What docs/library.md shows is what happens; an example for an engine runs where that is installed."""

from __future__ import annotations

import doctest
import re
from importlib.util import find_spec
from typing import Any

import pytest

from tests.driver import ROOT

TEXT = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
ENGINES = ("pandas", "polars", "duckdb")


def imported(block: str) -> list[str]:
    """Return the modules that a block imports."""
    return re.findall(r"^>>> (?:import|from) (\w+)", block, re.MULTILINE)


def run(block: str, names: dict[str, Any]) -> None:
    """Run a block as if typed after those before it; say what came out instead."""
    test = doctest.DocTestParser().get_doctest(block, names, "library.md", "docs/library.md", 0)
    assert test.examples
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=told.append, clear_globs=False)
    assert not told, "".join(told)
    names.update(test.globs)


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """What the blocks without an engine leave behind."""
    found: dict[str, Any] = {}
    for block in BLOCKS:
        if not set(ENGINES) & set(imported(block)):
            run(block, found)
    return found


def test_the_page_runs(names: dict[str, Any]) -> None:
    assert {"catalogue", "strings"} <= set(names)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engines_example_runs(engine: str, names: dict[str, Any]) -> None:
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")
    blocks = [block for block in BLOCKS if engine in imported(block)]
    assert blocks
    for block in blocks:
        run(block, dict(names))
