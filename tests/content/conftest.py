"""The data set that the rules are tested on: the one in this checkout."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.store.bundled_data import BUNDLED
from immunocli.store.compiling import read


@pytest.fixture(scope="session")
def tables() -> dict[str, Any]:
    """Every data file, parsed and of the right shape."""
    return read(BUNDLED)


@pytest.fixture(scope="session")
def catalogue(bundled: Catalogue) -> Catalogue:
    """The same data, to be asked."""
    return bundled
