"""The readers over the project's names, kept in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.names.resolve import Resolver
from tools.names_keeper import Kept

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def kept() -> Kept:
    return Kept(DATA)


@pytest.fixture(scope="session")
def therapies(kept: Kept) -> Resolver:
    return Resolver(kept, "therapy", many=True)


@pytest.fixture(scope="session")
def cancers(kept: Kept) -> Resolver:
    return Resolver(kept, "cancer", many=True)
