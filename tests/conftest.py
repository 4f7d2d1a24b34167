"""What all tests share: the driver of the command line, over the real and over small data."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from tests.driver import ROOT, SMALL, Immuno

if TYPE_CHECKING:
    from immunocli import Catalogue

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
    config.option.loadscopereorder = False  # files are handed out in the order of the next function


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Among several workers, begin with what takes longest: what is left for the end is short."""
    if not hasattr(config, "workerinput"):
        return
    longest = (ROOT / "tests" / "longest.txt").read_text(encoding="utf-8").split()
    files = [item.nodeid.partition("::")[0] for item in items]
    sizes = Counter(files)
    places = {
        file: longest.index(file) if file in longest else len(longest) + len(items) - sizes[file]
        for file in files
    }
    order = sorted(range(len(items)), key=lambda number: (places[files[number]], files[number]))
    items[:] = [items[number] for number in order]


@pytest.fixture(scope="session")
def bundled() -> Catalogue:
    """The data that come with the program; their index is made by one worker while others wait for it."""
    from immunocli import Catalogue

    with Path(os.environ["XDG_CACHE_HOME"], "making").open("w") as file:
        with suppress(ImportError):  # where there are no such locks, each makes its own
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        found = Catalogue()
        assert found.edition
    return found


@pytest.fixture(scope="session")
def immuno(bundled: Catalogue) -> Immuno:
    """The command line over the data that come with the program."""
    return Immuno(None, Path(os.environ["XDG_CACHE_HOME"]))


@pytest.fixture(scope="session")
def small() -> Immuno:
    """The command line over a data set of ten therapies that no curator changes."""
    over = Immuno(SMALL, Path(os.environ["XDG_CACHE_HOME"]))
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
