"""JSON, CSV and TSV keep every value, whatever it holds."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.records.fields import Record, text
from immunocli.render import as_json
from immunocli.render.as_csv import csv as csv_of
from immunocli.render.as_csv import field, harmless
from immunocli.render.as_tsv import tsv
from immunocli.render.cells import cell

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=12,
)
CELLS = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=4)


class Row(Record):
    kind = "row"

    one = text("First.", column=True)
    two = text("Second.", column=True)


def rows(cells: list[tuple[Any, Any]]) -> list[Row]:
    return [Row({"one": one, "two": two}) for one, two in cells]


@given(VALUES)
def test_our_json_says_what_json_says(value: Any) -> None:
    assert json.loads(as_json.encode(value)) == value


@given(VALUES)
def test_our_json_is_one_line_without_hidden_characters(value: Any) -> None:
    text = as_json.encode(value)
    assert text.isprintable()
    assert len(text.splitlines()) == 1
    text.encode("utf-8")


@given(st.text(st.characters(codec="ascii", exclude_characters="\x7f")))
def test_plain_text_is_written_as_json_writes_it(text: str) -> None:
    assert as_json.encode(text) == json.dumps(text)


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_as_json_writes_them(number: float) -> None:
    assert as_json.encode(number) == json.dumps(number)
    assert math.isfinite(json.loads(as_json.encode(number)))


@pytest.mark.parametrize(
    "text",
    ["\ud800", "\udfff\ud800", "\u2028", "\u202e", "\x1b[31m", "\0", "\U000e0001", "é", "𝛼", "オプジーボ"],
)
def test_odd_characters_survive(text: str) -> None:
    encoded = as_json.encode(text)
    assert encoded.isprintable()
    assert json.loads(encoded) == text


def test_fields_keep_their_order_and_a_record_a_line() -> None:
    lines = list(as_json.jsonl(rows([(1, "a"), (2, None)]), None, False))
    assert lines == ['{"one": 1, "two": "a"}\n', '{"one": 2, "two": null}\n']
    assert list(as_json.jsonl(rows([(1, "a")]), ("two",), False)) == ['{"two": "a"}\n']


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.booleans())
def test_a_tsv_record_is_one_line_of_as_many_cells(cells: list[tuple[Any, Any]], header: bool) -> None:
    lines = "".join(tsv(rows(cells), ("one", "two"), header)).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(cells) + header
    assert all(line.count("\t") == 1 for line in lines)
    assert all(line.replace("\t", "").isprintable() for line in lines)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_csv_reads_back_as_the_cells(cells: list[tuple[Any, Any]]) -> None:
    text = "".join(csv_of(rows(cells), ("one", "two"), True))
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert found == [["one", "two"], *[[harmless(cell(one)), harmless(cell(two))] for one, two in cells]]
    assert text.count("\r\n") == len(cells) + 1


@given(st.text())
def test_no_cell_of_ours_starts_a_formula(text: str) -> None:
    written = next(csv.reader(io.StringIO(field(text), newline="")), [""])
    assert not written[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A0"])
def test_what_a_spreadsheet_would_run_is_shown(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (3, "3"),
        (0.5, "0.5"),
        ("a\tb\nc\r\nd", "a b c d"),
        (["a", "b"], "a;b"),
        ([], ""),
        ([{"name": "x", "kind": "code"}], "x"),
        ({"bla": ["BLA1"], "unii": None}, "bla=BLA1"),
        ("\x1b[1mbold", "\\x1b[1mbold"),
        ("[/b] :pill: %s", "[/b] :pill: %s"),
    ],
)
def test_a_value_becomes_one_line(value: Any, shown: str) -> None:
    assert cell(value) == shown


@given(VALUES)
def test_any_value_becomes_one_harmless_line(value: Any) -> None:
    assert cell(value).isprintable()
