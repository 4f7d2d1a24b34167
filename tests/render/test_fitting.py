"""Tables fit the screen: nothing that must be whole is cut, and a wider screen is never longer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immunocli.render.as_table.fitting import GAP, fit, squeezed, wide, wrapped
from tests.choice import some
from tests.driver import Immuno

WIDTHS = range(60, 201)
# Every width of a usual screen, and some of wider ones.
SCREENS = (*range(60, 121), *range(124, 201, 4))
WORDS = st.text("abcdefghij", min_size=1, max_size=14)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
DATES = st.dates().map(str)
ROWS = st.lists(st.tuples(NAMES, SENTENCES, DATES, NAMES, SENTENCES, NAMES), min_size=1, max_size=8)
COLUMNS = ("name", "summary", "approved", "type", "brands", "cancers")
KEPT, WHOLE = ("name", "summary", "approved"), ("approved",)


@given(SENTENCES, st.integers(1, 60))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(wide(line) <= width for line in lines)


@settings(max_examples=50)
@given(ROWS)
def test_a_table_is_never_longer_where_it_is_wider(rows: list[tuple[str, ...]]) -> None:
    before = None
    for width in WIDTHS:
        found = fit(COLUMNS, rows, KEPT, WHOLE, width)
        if found is None:
            continue
        assert sum(found.widths) + GAP * (len(found.widths) - 1) <= width
        shown = {COLUMNS[place]: size for place, size in zip(found.places, found.widths, strict=True)}
        assert set(KEPT) <= set(shown), "what it is and its date are always there"
        assert shown["approved"] >= 10
        assert set(shown) | {COLUMNS[place] for place in found.hidden} == set(COLUMNS)
        height = found.height(rows)
        assert before is None or height <= before, width
        before = height


@given(ROWS, st.integers(60, 200))
def test_no_word_is_broken(rows: list[tuple[str, ...]], width: int) -> None:
    found = fit(COLUMNS, rows, KEPT, WHOLE, width)
    for place, size in zip(found.places, found.widths, strict=True) if found else ():
        assert all(wide(word) <= size for row in rows for word in row[place].split())


REQUESTS = (
    "therapies --status any", "therapies --cancer melanoma", "indications --status any",
    "indications --cancer lymphoma", "changes --since 1990", "compare keytruda kymriah", "matrix",
    "matrix --by target", "timeline", "show keytruda", "show lymphoma", "types", "search brake", "faq",
)  # fmt: skip


@pytest.mark.parametrize("request_", REQUESTS)
def test_no_answer_is_longer_on_a_wider_screen(small: Immuno, request_: str) -> None:
    heights = []
    for width in some(SCREENS, 5, always=(60, 80, 100, 120, 200)):
        shown = small(*request_.split(), "--format", "table", env={"COLUMNS": str(width)})
        assert shown.code == 0, shown
        assert all(len(line) <= width for line in shown.lines if "https://" not in line), (width, shown)
        heights.append(len(shown.lines))
    assert heights == sorted(heights, reverse=True)


def test_what_all_rows_share_stands_in_the_title(small: Immuno) -> None:
    shown = small("therapies", "--format", "table")
    assert "all: status approved" in shown.lines[0]
    assert "status" not in shown.lines[1]
    chosen = small("therapies", "-c", "id,status", "--format", "table")
    assert "status" in chosen.lines[1], "chosen columns stay"


def test_what_made_way_is_said(small: Immuno) -> None:
    narrow = small("therapies", "--status", "any", "--format", "table", env={"COLUMNS": "60"})
    assert "no room for columns: " in narrow.err and "cancers" in narrow.err
    assert "approved" in narrow.out, "the dates go last"
    wide_ = small("therapies", "--status", "any", "--format", "table", env={"COLUMNS": "200"})
    assert "no room" not in wide_.err


def test_what_is_for_something_wider_stands_in_a_group_of_its_own(immuno: Immuno) -> None:
    shown = immuno("therapies", "--cancer", "rectal cancer", "--format", "table")
    told = [number for number, line in enumerate(shown.lines) if "wider cancer that includes it" in line]
    assert len(told) == 1
    assert "relation" not in shown.out


def test_lanes_become_a_list_where_no_ten_cells_are_left(small: Immuno) -> None:
    """A name of 20 signs, ten cells, a day and the gaps between them: 42."""
    for width, drawn in (("41", False), ("42", True)):
        shown = small("timeline", "--format", "table", env={"COLUMNS": width}).out
        assert ("█" in shown) == drawn, width
        assert "2014-09-04" in shown


def test_a_list_comes_back_shortened_where_room_is_left() -> None:
    rows = [["x" * 20, "one, two, three, four", "2014-09-04"], ["y", "one", "2014-09-04"]]
    columns = ["name", "cancers", "approved"]
    found = fit(columns, rows, ("name", "approved"), ("approved",), 54)
    assert found is not None and found.hidden == [1]
    height = found.height(rows)
    squeezed(found, columns, rows, 54)
    assert (found.places, found.hidden, found.height(rows)) == ([0, 1, 2], [], height)
    assert [row[1] for row in rows] == ["one, two and 2 more", "one"]
    narrow = fit(columns, rows, ("name", "approved"), ("approved",), 44)
    assert narrow is not None
    squeezed(narrow, columns, rows, 44)
    assert narrow.hidden == [1]
