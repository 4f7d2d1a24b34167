"""`immuno resolve -` reads lines as tables are read, and gives back what it was given."""

from __future__ import annotations

import bz2
import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.errors import UnreadableInput
from immunocli.tables import cutting_rows
from tests.driver import Immuno


def lines_of(content: bytes, piece: int = 1 << 16) -> list[str]:
    """Return the lines of an input that is read in pieces."""
    source = io.BytesIO(content)
    return list(cutting_rows.lines(lambda size: source.read(min(size, piece)), "it"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=5), max_size=8),
       st.sampled_from(["\n", "\r\n", "\r"]), st.integers(6, 30))  # fmt: skip
def test_lines_are_all_that_there_are(texts: list[str], eol: str, piece: int) -> None:
    content = "x" + eol + "".join(text + eol for text in texts)
    assert lines_of(content.encode(), piece) == ["x", *texts]


def test_each_line_has_its_row(small: Immuno) -> None:
    found = small("resolve", "-", "-c", "input,id", "--no-header", stdin=b"keytruda\n\nBCG\n \n")
    assert found.out == "keytruda\tpembrolizumab\n\t\nBCG\tbcg\n \t\n"
    assert (found.code, found.err) == (0, "")


def test_a_line_that_is_no_utf8_is_refused_by_its_number(small: Immuno) -> None:
    found = small("resolve", "-", stdin=b"keytruda\ncaf\xe9\n")
    assert found.code == 2 and "line 2: no UTF-8" in found.err and found.err.count("\n") == 1


def test_strict_says_one_line(small: Immuno) -> None:
    for found in (
        small("resolve", "-", "--strict", stdin=b"nosuch\n"),
        small("resolve", "nosuch", "--strict"),
    ):
        assert found.code == 4 and found.err.count("\n") == 1


def test_a_long_line_takes_no_longer_in_small_pieces() -> None:
    content = b"x" * (1 << 20) + b"\nBCG\n"
    begun = time.process_time()
    assert [len(line) for line in lines_of(content, 512)] == [1 << 20, 3]
    assert time.process_time() - begun < 2


def test_a_line_that_is_too_long_is_told_by_its_number() -> None:
    for content in (b"BCG\n" + b"x" * (2 << 20), b"BCG\n" + b"x" * ((1 << 20) + 1) + b"\nBCG\n"):
        with pytest.raises(UnreadableInput, match="line 2: a line of more than 1 MB"):
            lines_of(content)


def test_packed_lines_are_read_and_binary_ones_refused(small: Immuno) -> None:
    content = b"keytruda\nBCG\n"
    assert small("resolve", "-", stdin=bz2.compress(content)).out == small("resolve", "-", stdin=content).out
    result = small("resolve", "-", stdin=b"\x28\xb5\x2f\xfd\x00\x00\x00")
    assert (result.code, result.out) == (2, "")
    assert "zstd -dc FILE | immuno resolve -" in result.err


NAMES = ["keytruda", "=BCG", "-BCG", "@x", "+1", 'say "BCG"', "a,b", "BCG\u00a0live", " BCG "]


def test_lines_and_arguments_agree(small: Immuno) -> None:
    for form in ("tsv", "csv", "jsonl"):
        read = small("resolve", "-", "-f", form, stdin="\n".join(NAMES).encode())
        given_ = small("resolve", "-f", form, "--", *NAMES)
        assert (read.out, read.code) == (given_.out, given_.code)


def test_csv_gives_back_the_string_as_it_was(small: Immuno) -> None:
    texts = [*NAMES, "two\nlines", "a\tb"]
    result = small("resolve", "-f", "csv", "--", *texts)
    rows = list(csv.DictReader(io.StringIO(result.out, newline="")))
    assert [row["input"] for row in rows] == texts
    assert all(not row[name].startswith(tuple("=+-@")) for row in rows for name in row if name != "input")


def test_no_terminal_is_told_to_do_anything(small: Immuno) -> None:
    assert "\x1b" not in small("resolve", "-f", "csv", "--", "a\x1b[31m\u202eb").out
