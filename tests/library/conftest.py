"""A small data set of four therapies, read by the library and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.store.compiling import read
from tests.driver import SMALL


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The small data set, its index kept away from the user's own."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    yield Catalogue(str(SMALL))
    patch.undo()


@pytest.fixture
def tables() -> dict[str, Any]:
    """The small data set, parsed, to be changed by a test."""
    return read(str(SMALL))
