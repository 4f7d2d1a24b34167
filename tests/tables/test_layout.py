"""Delimiters, lines before the header, and columns are found, or told apart by options."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.errors import UnreadableInput, UsageError
from tests.tables.annotating import NAMES, annotated, cells_for

ROWS = [["id", "drug", "dose"], ["1", "keytruda", "2,5"], ["2", "BCG", "a;b|c\td"], ["3", "x$^y", 'say "no"']]


def written(delimiter: str) -> bytes:
    """Return the rows as the csv module writes them."""
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=delimiter, lineterminator="\n").writerows(ROWS)
    return table.getvalue().encode()


def read(content: bytes, delimiter: str) -> list[list[str]]:
    """Return the cells of a table."""
    return list(csv.reader(io.StringIO(content.decode(), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("path", ["", "t.csv", "t.txt", "t.tsv"])
@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_the_usual_delimiters_are_found(delimiter: str, path: str) -> None:
    out = annotated(written(delimiter), None, path=path)
    expected = [[*ROWS[0], *NAMES]] + [[*row, *cells_for(row[1])] for row in ROWS[1:]]
    assert read(out, delimiter) == expected


@pytest.mark.parametrize("delimiter", ["$", "^", "]", "\\", "-", ".", " ", "~", "x", "\x01", ":"])
def test_any_one_character_may_be_given(delimiter: str) -> None:
    rows = [["id", "drug"], ["1", "BCG"], ["2", "keytruda"]]
    content = "".join(delimiter.join(row) + "\n" for row in rows).encode()
    out = annotated(content, None, delimiter=delimiter).decode().split("\n")
    assert out[0] == delimiter.join([*rows[0], *NAMES])
    assert out[1].startswith(delimiter.join(["1", "BCG", "bcg", ""]))
    assert read("\n".join(out[:-1]).encode(), delimiter)[1][2:] == list(cells_for("BCG"))


@pytest.mark.parametrize("delimiter", ["§", "¦", "→"])
def test_a_delimiter_may_be_several_bytes(delimiter: str) -> None:
    d = delimiter
    content = f'a{d}drug\n"x{d}{d}\n"{d}BCG\nÂ{d}keytruda\n'.encode()
    out = annotated(content, None, delimiter=d).decode()
    assert f'"x{d}{d}\n"{d}BCG{d}bcg{d}' in out
    assert f"Â{d}keytruda{d}pembrolizumab{d}" in out


@pytest.mark.parametrize("text", ["", "ab", '"', "\n", "\r", "\0"])
def test_what_is_no_delimiter_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--delimiter"):
        annotated(b"drug\n", None, delimiter=text)


@pytest.mark.parametrize("text", ["\\t", "tab", "\t"])
def test_a_tab_may_be_spelled(text: str) -> None:
    assert annotated(b"a\tdrug\n1\tBCG\n", "csv", delimiter=text) == annotated(b"a\tdrug\n1\tBCG\n", "tsv")


@pytest.mark.parametrize(
    "before", [b"#a\tb\n#c\n", b"# x\r\n\n## y\n", b"\xef\xbb\xbf#\n", b"sep=,\n", b"#\rx"[:2]]
)
@pytest.mark.parametrize("piece", [1, 7, 1 << 16])
def test_lines_before_the_header_come_back(before: bytes, piece: int) -> None:
    table = b"drug,x\nBCG,1\n"
    assert annotated(before + table, None, piece=piece) == before + annotated(table)


def test_the_line_of_sep_tells_the_delimiter() -> None:
    assert annotated(b"sep=^\na^drug\n1^BCG\n", None).startswith(b"sep=^\na^drug^immuno_id^")


@pytest.mark.parametrize("skip", [1, 2])
def test_lines_may_be_skipped_by_number(skip: int) -> None:
    before, table = b"Drugs, 2024\n" + b"\n" * (skip - 1), b"drug,x\nBCG,1\n"
    assert annotated(before + table, None, skip_lines=skip) == before + annotated(table)
    with pytest.raises(UsageError, match=f"line {skip + 1}; add: --skip-lines {skip}"):
        annotated(before + table, None)


def test_a_header_may_begin_like_a_remark() -> None:
    assert (
        annotated(b"# by us\n#drug\tx\nBCG\t1\n", None, column="#drug")
        .splitlines()[2]
        .startswith(b"BCG\t1\tbcg")
    )


def test_errors_count_the_lines_before_the_header() -> None:
    with pytest.raises(UnreadableInput, match="line 5: 1 cell"):
        annotated(b"# a\n# b\ndrug,x\nBCG,1\nBCG\n")


@pytest.mark.parametrize("name", [" drug ", "d rug", "\u00a0drug", "drug\u200b"])
def test_a_column_is_found_though_spaced(name: str) -> None:
    assert annotated(f"id,{name},dose\n1,BCG,2\n".encode()).splitlines()[1].startswith(b"1,BCG,2,bcg,")


def test_a_column_is_found_though_composed_differently() -> None:
    content = "id,médicament\n1,BCG\n".encode()
    assert b"1,BCG,bcg" in annotated(content, column="me\u0301dicament")


def test_the_very_name_goes_before_one_that_is_spaced() -> None:
    assert annotated(b" drug,drug\nx,BCG\n").splitlines()[1].startswith(b"x,BCG,bcg")
    with pytest.raises(UsageError, match="2 columns"):
        annotated(b" drug,drug \nx,BCG\n")


def test_another_letter_case_is_the_same_column() -> None:
    assert annotated(b"id,DRUG\n1,BCG\n").splitlines()[1].startswith(b"1,BCG,bcg,")
    with pytest.raises(UsageError, match="2 columns"):
        annotated(b"Drug,DRUG\nBCG,BCG\n")


def test_a_slip_in_a_column_is_only_proposed() -> None:
    with pytest.raises(UsageError) as caught:
        annotated(b"id,drug\n1,BCG\n", column="drgu")
    assert caught.value.suggestions == ["drug"]
    with pytest.raises(UsageError) as caught:
        annotated(b"drug,Drug\nBCG,BCG\n", column="DRUG")
    assert not caught.value.suggestions


QUOTES = b'id\tnote\tdrug\n1\tplain\tkeytruda\n2\t"left open\tBCG\n4\tends so"\tkeytruda\n'


def test_quotes_that_may_be_text_are_not_guessed_at() -> None:
    with pytest.raises(UnreadableInput, match=r"line 3: .*--no-quotes or --input-format csv"):
        annotated(QUOTES, None)
    as_text = annotated(QUOTES, None, quotes=False).splitlines()
    assert [line.split(b"\t")[3] for line in as_text[1:]] == [b"pembrolizumab", b"bcg", b"pembrolizumab"]
    sure = annotated(QUOTES, "csv", delimiter="\t")
    assert sure.count(b"pembrolizumab\t") == 4 and b"\tbcg\t" not in sure


def test_a_cell_of_several_lines_is_sure_where_its_lines_are_no_rows() -> None:
    content = b'id\tdrug\n1\t"BCG\nlive"\n'
    assert annotated(content, None).startswith(b"id\tdrug\timmuno_id")


@given(
    st.lists(st.lists(st.text('ab" \té', max_size=6), min_size=3, max_size=3), max_size=6), st.integers(1, 40)
)
def test_without_quotes_every_line_is_a_row(rows: list[list[str]], piece: int) -> None:
    lines = ["|".join(row) for row in [["a", "drug", "b"], *rows]]
    out = (
        annotated("\n".join(lines).encode(), None, delimiter="|", quotes=False, piece=piece)
        .decode()
        .split("\n")
    )
    assert len(out) == len(lines)
    for line, given_line, row in zip(out[1:], lines[1:], rows, strict=True):
        assert (
            line == given_line + "|" + "|".join(cells_for(row[1])).replace("|", ",")
            or not cells_for(row[1])[0]
        )
        assert line.startswith(given_line + "|")


@pytest.mark.parametrize("content", [b'[{"drug": "BCG"}]', b'[\n{"drug": "BCG"}]', b" [ ]\n"])
@pytest.mark.parametrize("form", [None, "jsonl"])
def test_an_array_is_told_how_it_becomes_lines(content: bytes, form: str | None) -> None:
    with pytest.raises(UnreadableInput, match=r"jq -c '\.\[\]' FILE \| immuno annotate - --column drug"):
        annotated(content, form)


def test_a_bracket_may_begin_a_header() -> None:
    assert annotated(b"[id],[drug]\n1,BCG\n", None, column="[drug]").splitlines()[1].startswith(b"1,BCG,bcg")
