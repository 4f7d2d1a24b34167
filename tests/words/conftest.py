"""The data of this checkout, to be asked, and the questions it is measured by."""

from __future__ import annotations

import pytest

from immunocli import Catalogue


@pytest.fixture(scope="session")
def catalogue(bundled: Catalogue) -> Catalogue:
    """The data set of this checkout."""
    return bundled
