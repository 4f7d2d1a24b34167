"""The wall knows every name that was put in, and next to nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.names.packed_names import KINDS, Wall, pack

NAMES = st.dictionaries(st.text(min_size=1, max_size=12), st.sampled_from(KINDS), max_size=40)


@given(NAMES)
def test_what_was_put_in_is_there_with_its_kind(names: dict[str, str]) -> None:
    wall = Wall(pack(names.items()))
    assert len(wall) == len(names)
    assert all(wall.kind(name) == kind for name, kind in names.items())


def test_of_two_kinds_the_later_stands() -> None:
    assert Wall(pack([("rice", "drug"), ("rice", "word")])).kind("rice") == "drug"


def test_strange_strings_are_not_there() -> None:
    wall = Wall(pack((f"name{number}", "drug") for number in range(50_000)))
    assert sum(f"other{number}" in wall for number in range(200_000)) == 0


def test_bytes_of_something_else_are_refused() -> None:
    with pytest.raises(ValueError, match="no wall"):
        Wall(b"something else altogether")
