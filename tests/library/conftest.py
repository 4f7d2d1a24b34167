"""A small data set of four therapies, read by the library and by nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.store import compiling
from immunocli.store.compiling import read
from tests.driver import SMALL


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The small data set."""
    return Catalogue(str(SMALL))


@pytest.fixture
def tables() -> dict[str, Any]:
    """The small data set, parsed, to be changed by a test."""
    return read(str(SMALL))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where indexes are kept during this test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "immunocli"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A copy of the small data set, to edit."""
    return Path(shutil.copytree(SMALL, tmp_path / "data"))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every directory that an index was made for since the test began."""
    made: list[str] = []
    really = compiling.compile_directory

    def compile_directory(directory: str) -> bytes:
        made.append(directory)
        return really(directory)

    monkeypatch.setattr(compiling, "compile_directory", compile_directory)
    return made
