"""What all tests share: the driver of the command line, over the real and over small data."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.driver import SMALL, Immuno

# The same examples on every machine and every run: a failure never comes and goes.
settings.register_profile(
    "immuno",
    deadline=None,
    derandomize=True,
    print_blob=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("immuno")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare our own switches."""
    parser.addoption("--golden", action="store_true", help="write the screens of tests/cli/golden anew")
    parser.addoption("--long", action="store_true", help="run the long forms of benchmark-like tests")


def pytest_configure(config: pytest.Config) -> None:
    """Let all workers keep indexes in one place, away from the user's own: the real one takes seconds to make."""
    if not hasattr(config, "workerinput"):
        place = tempfile.mkdtemp(prefix="immuno-tests-")
        os.environ["XDG_CACHE_HOME"] = place
        config.add_cleanup(lambda: shutil.rmtree(place, ignore_errors=True))


@pytest.fixture(scope="session")
def immuno() -> Immuno:
    """The command line over the data that comes with the program."""
    return Immuno(None, Path(os.environ["XDG_CACHE_HOME"]))


@pytest.fixture(scope="session")
def small(immuno: Immuno) -> Immuno:
    """The command line over a data set of ten therapies that no curator changes."""
    over = immuno.on(SMALL)
    found = over("types", "--count")
    assert found.code == 0, found  # else tests that hold for every error would hold for this one
    return over


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the small data set, to break."""
    return Path(shutil.copytree(SMALL, tmp_path / "data"))


@pytest.fixture
def edited(copied: Path) -> Callable[[str, Callable[[Any], Any]], Path]:
    """Change one file of the copy by a function on its content; returns the directory."""

    def edit(name: str, change: Callable[[Any], Any]) -> Path:
        path = copied / f"{name}.json"
        value = json.loads(path.read_text(encoding="utf-8"))
        changed = change(value)
        path.write_text(json.dumps(value if changed is None else changed), encoding="utf-8")
        return copied

    return edit


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Stop the clock shortly after the small data's day, so that it is not called old."""
    import time

    day = "2026-01-20"
    real = time.strftime
    monkeypatch.setattr(
        time, "strftime", lambda form, *rest: day if form == "%Y-%m-%d" else real(form, *rest)
    )
    yield day
