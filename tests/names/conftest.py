"""The readers over the project's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli import Catalogue
from immunocli.names.resolve import Resolver
from immunocli.store.typed_store import Store

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def kept(bundled: Catalogue) -> Store:
    return bundled._store


@pytest.fixture(scope="session")
def therapies(kept: Store) -> Resolver:
    return kept.reader("therapy", many=True)


@pytest.fixture(scope="session")
def cancers(kept: Store) -> Resolver:
    return kept.reader("cancer", many=True)
