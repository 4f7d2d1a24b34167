"""Where words stand is packed without losing a place or a decimal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from immunocli.words.postings import packed, unpacked

PLACES = st.lists(
    st.tuples(st.integers(0, 400_000), st.floats(0, 2.2).map(lambda one: round(one, 4))),
    unique_by=lambda one: one[0],
).map(sorted)


@given(PLACES)
def test_places_come_back_as_they_were(places: list[tuple[int, float]]) -> None:
    assert list(unpacked(*packed(places))) == places
