"""Counts of what was not recognized: exact, most frequent first, in little memory."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from immunocli.tables.counting import Tally


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3)), st.integers(1, 5))
def test_counts_are_exact_however_little_stays_in_memory(strings: list[str], most: int) -> None:
    tally = Tally(most)
    for string in strings:
        tally.add(string)
    expected = sorted(Counter(strings).items(), key=lambda pair: (-pair[1], pair[0].encode()))
    assert [(key.decode(), count) for key, count in tally.by_count()] == expected
