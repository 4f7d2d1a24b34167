"""The record as tables, made once: from the small data, and from the real."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


def connected(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot change the file, and tells rows by name."""
    found = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found.row_factory = sqlite3.Row
    return found


@pytest.fixture(scope="session", params=["small", "real"])
def over(request: pytest.FixtureRequest, immuno: Immuno, small: Immuno) -> Immuno:
    """The command line, over small and over real data."""
    return small if request.param == "small" else immuno


@pytest.fixture(scope="session")
def file(over: Immuno, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file."""
    path = tmp_path_factory.mktemp("export") / "immuno.db"
    told = over("data", "export", str(path))
    assert told.code == 0, told
    return path


@pytest.fixture(scope="session")
def directory(over: Immuno, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of CSV files."""
    path = tmp_path_factory.mktemp("export") / "csv"
    told = over("data", "export", str(path))
    assert told.code == 0, told
    return path


@pytest.fixture
def base(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the SQLite file."""
    found = connected(file)
    yield found
    found.close()


@pytest.fixture(scope="session")
def catalogue(over: Immuno) -> Catalogue:
    """The library, over the same data."""
    return Catalogue(None if over.data is None else str(over.data))
