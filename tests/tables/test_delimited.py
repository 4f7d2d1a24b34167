"""CSV and TSV: every byte of the input comes back, and the right cells follow each row."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from immunocli.errors import UnreadableInput, UsageError
from immunocli.tables import cutting_rows, read_strings
from tests.tables.annotating import DELIMITERS, NAMES, added, annotated, cells_for, job_on

LINE_ENDS = ["\n", "\r\n", "\r"]
PIECES = st.sampled_from([1, 2, 3, 7, 50, 1 << 16])
KNOWN = ["keytruda", "MK-3475", "Pembrolizumab 200mg", "BCG", "pembro-BCG", "olaparib", "pembrolizumba", ""]
TEXT = st.one_of(
    st.sampled_from(KNOWN),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\r\n\t,"'), max_size=8),
)
QUOTED = st.text(st.sampled_from('ab ,\t\r\n"é='), max_size=8)


@st.composite
def raw_cells(draw: st.DrawFn) -> tuple[str, str]:
    """A cell as it stands in a table, and what it says."""
    if draw(st.booleans()):
        text = draw(TEXT)
        return text, text
    text = draw(st.one_of(QUOTED, st.sampled_from(KNOWN)))
    return '"' + text.replace('"', '""') + '"', text


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[tuple[list[str], str, str]], int, bool]:
    """A delimiter, rows (raw cells, what the key says, line end), the key's place, a last line end."""
    width = draw(st.integers(1, 4))
    key = draw(st.integers(0, width - 1))
    form = draw(st.sampled_from(["csv", "tsv"]))
    usual = draw(st.sampled_from(LINE_ENDS))
    mixed = draw(st.booleans())
    rows = []
    for _ in range(draw(st.integers(0, 8))):
        cells = draw(st.lists(raw_cells(), min_size=width, max_size=width))
        eol = draw(st.sampled_from(LINE_ENDS)) if mixed else usual
        raw = [one for one, _ in cells]
        if raw == [""]:
            raw = ['""']
        rows.append((raw, cells[key][1], eol))
    return form, rows, key, draw(st.booleans())


@given(tables(), PIECES, st.booleans())
def test_every_byte_comes_back_with_the_right_cells_after_each_row(
    table: tuple[str, list[tuple[list[str], str, str]], int, bool], piece: int, marked: bool
) -> None:
    form, rows, key, ended = table
    delimiter = DELIMITERS[form]
    width = len(rows[0][0]) if rows else key + 1
    header = ["drug" if place == key else f"c{place}" for place in range(width)]
    eol = rows[0][2] if rows else "\n"
    given_bytes = expected = b"\xef\xbb\xbf" if marked else b""
    lines = [(header, NAMES, eol)] + [(raw, list(cells_for(said)), end) for raw, said, end in rows]
    for number, (raw, more, end) in enumerate(lines, 1):
        last = "" if number == len(lines) and not ended else end
        # A lone CR and a LF after it would be one line end.
        row = delimiter.join(raw).encode()
        given_bytes += row + last.encode()
        expected += row + added(more, form) + last.encode()
    assume(form == "csv" or not any(_may_be_text(delimiter.join(raw), width) for raw, _, _ in rows))
    assert annotated(given_bytes, form, piece=piece) == expected


def _may_be_text(row: str, width: int) -> bool:
    """Say whether each line of a row is a row by itself when quotes are text."""
    lines = row.encode().splitlines()
    return len(lines) > 1 and all(line.count(b"\t") == width - 1 for line in lines)


@given(
    st.lists(st.lists(st.one_of(TEXT, QUOTED), min_size=3, max_size=3), max_size=10),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    PIECES,
)
def test_what_the_csv_module_writes_is_read_as_it_reads_it(
    rows: list[list[str]], quoting: Any, piece: int
) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, quoting=quoting).writerows([["a", "drug", "b"], *rows])
    content = table.getvalue().encode()
    out = annotated(content, piece=piece).decode()
    found = list(csv.reader(io.StringIO(out, newline="")))
    assert found[1:] == [[*row, *cells_for(row[1])] for row in rows]
    assert found[0] == ["a", "drug", "b", *NAMES]


def test_a_quote_inside_a_cell_is_text() -> None:
    out = annotated(b'drug,size\nkeytruda,5" tube\nBCG,"3"" tube" long\n')
    assert out.splitlines()[1].startswith(b'keytruda,5" tube,pembrolizumab,')
    assert out.splitlines()[2].startswith(b'BCG,"3"" tube" long,bcg,')


def test_blank_lines_stay_blank() -> None:
    _, *rows = annotated(b"drug,x\n\nBCG,1\n\n\n").splitlines(keepends=True)
    assert rows[0] == rows[2] == rows[3] == b"\n"
    assert rows[1].startswith(b"BCG,1,bcg,")


def test_a_blank_line_of_a_single_column_is_an_empty_cell() -> None:
    assert annotated(b"drug\n\nBCG\n").splitlines()[1] == b",,,,,,"


def test_bytes_that_are_no_utf_8_come_back_and_are_read_as_western() -> None:
    out = annotated(b"drug,x\nKeytruda\xae,\xff\xfe\n")
    assert out.splitlines()[1].startswith(b"Keytruda\xae,\xff\xfe,pembrolizumab,")


def test_nul_bytes_come_back() -> None:
    assert annotated(b"drug,x\nBCG,\0\0\n").splitlines()[1].startswith(b"BCG,\0\0,bcg,")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_cell_of_five_million_bytes_comes_back(form: str) -> None:
    delimiter = DELIMITERS[form].encode()
    long = b"x" * 5_000_000
    for cell in (long, b'"' + long + b'""' + long + b'"', b'"' + b'\n""' * 1_000_000 + b'"'):
        row = b"BCG" + delimiter + cell
        out = annotated(b"drug" + delimiter + b"x\n" + row + b"\n", form)
        assert out.split(b"\n", 1)[1] == row + added(cells_for("BCG"), form) + b"\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1: the table has no header"),
        (b"\xef\xbb\xbf", "line 1: the table has no header"),
        (b"\n\n", "line 1: the table has no header"),
        (b"drug,x\nBCG,1\nBCG\n", "line 3: 1 cell where the header has 2"),
        (b"drug,x\nBCG,1\n\nBCG,1,2\n", "line 4: 3 cells where the header has 2"),
        (b'drug,x\nBCG,"1\n2"\nBCG,"1",2\n', "line 4: 3 cells where the header has 2"),
        (b'drug,x\nBCG,1\nBCG,"1\nBCG,2\n', "line 3: a quote is opened"),
        (b'drug,x\nBCG,1\nBCG,"1\n2" 3\n', "line 3: a quote is opened"),
        (b'"drug,x\nBCG,1\n', "line 1: a quote is opened"),
        (b"drug,x\nBCG,1\rBCG\n", "line 3: 1 cell where the header has 2"),
    ],
)
@pytest.mark.parametrize("piece", [1, 5, 1 << 16])
def test_what_cannot_be_read_without_loss_is_refused_by_line(content: bytes, told: str, piece: int) -> None:
    with pytest.raises(UnreadableInput, match=told):
        annotated(content, piece=piece)


def test_a_quote_left_open_is_told_before_memory_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting_rows, "LONGEST_ROW", 1 << 18)
    content = b'drug,x\n"BCG,1\n' + b"BCG,2\n" * 100_000
    with pytest.raises(UnreadableInput, match=r"line 2: .* quote"):
        annotated(content)


def test_compensating_ragged_rows_are_seen() -> None:
    with pytest.raises(UnreadableInput, match="line 2: 3 cells"):
        annotated(b"drug,x\nBCG,1,2\nBCG\n")


@pytest.mark.parametrize(
    ("header", "options", "told"),
    [
        (b"name,x", {}, 'the table has no column "drug"; there are: "name", "x"'),
        (b"drug,x,drug", {}, 'the table has 2 columns named "drug"'),
        (b"drug,immuno_type", {}, 'has a column "immuno_type" already; choose another --prefix'),
        (b"drug,a_id", {"prefix": "a_"}, 'has a column "a_id" already'),
    ],
)
def test_an_unclear_header_is_refused(header: bytes, options: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        annotated(header + b"\n1,2\n", **options)


def test_other_columns_may_have_the_same_name() -> None:
    assert annotated(b"x,drug,x\n1,BCG,2\n").splitlines()[1].startswith(b"1,BCG,2,bcg,")


@pytest.mark.parametrize("prefix", ["=cmd ", "+", "@x", "-", '"', "a\tb", "a,b", "a\nb", "\u202e"])
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_any_prefix_gives_six_columns_that_are_no_formulas(prefix: str, form: str) -> None:
    delimiter = DELIMITERS[form]
    out = annotated(f"drug{delimiter}x\nBCG{delimiter}1\n".encode(), form, prefix=prefix)
    names, cells = csv.reader(io.StringIO(out.decode(), newline=""), delimiter=delimiter)
    assert len(names) == len(cells) == 8
    assert all(name[0] not in "=+-@\t\r\n" and name.isprintable() for name in names)


FORMULAS = ["=1+1", "+1", "-2", "@SUM(A1)"]


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("eol", LINE_ENDS)
def test_formulas_of_the_input_stay_unless_escaping_is_asked_for(form: str, eol: str) -> None:
    d = DELIMITERS[form]
    rows = [["drug", "=x"], *([one, "BCG"] for one in FORMULAS), ['"=a"', f'"b{d}=c"'], ['"\n=a"', '"""="']]
    content = "".join(d.join(row) + eol for row in rows).encode()
    plain, safe = annotated(content, form), annotated(content, form, escape_formulas=True)
    assert all(d.join(row).encode() in plain for row in rows)
    wanted = [["drug", "'=x"], *(["'" + one, "BCG"] for one in FORMULAS)]
    wanted += [["'=a", f"b{d}=c"], ["'\n=a", '"=']]
    found = list(csv.reader(io.StringIO(safe.decode(), newline=""), delimiter=d))
    assert [row[:2] for row in found] == wanted


def test_rows_and_misses_are_counted() -> None:
    job, _ = job_on(b'drug\nBCG\nnothing\n"nothing"\nolaparib\n')
    assert (job.rows, job.missed) == (4, 3)


def test_more_strings_than_are_remembered_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["keytruda", "BCG", "none", "pembrolizumba", "Lartruvo", "Kymriah"]
    rows = [f"{names[n % 6]} {n % 50} mg" for n in range(600)]
    content = "drug\n" + "\n".join(rows) + "\n"
    expected = annotated(content.encode())
    monkeypatch.setattr(read_strings, "MOST_REMEMBERED", 7)
    assert annotated(content.encode()) == expected
