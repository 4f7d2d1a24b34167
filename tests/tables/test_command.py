"""`immuno annotate`: files in, files out, and never a part of one."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.driver import ROOT, Immuno, unfinished_files
from tests.tables.annotating import annotated

TABLE = b"id\tdrug\n1\tkeytruda\n2\tnothing\n3\tBCG\n4\tnothing\n5\t=x\n"
DONE = annotated(TABLE, "tsv")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of five rows."""
    path = tmp_path / "t.tsv"
    path.write_bytes(TABLE)
    return path


def test_a_file_or_standard_input_is_annotated(small: Immuno, table: Path) -> None:
    assert small("annotate", str(table), "--column", "drug").out_bytes == DONE
    assert small("annotate", "-", "--column", "drug", stdin=TABLE).out_bytes == DONE
    assert small("annotate", "--column", "drug", stdin=TABLE).out_bytes == DONE


@pytest.mark.parametrize("name", ["t.csv", "T.CSV", "t.tsv", "t.tab", "t.jsonl", "t.ndjson"])
@pytest.mark.parametrize("packed", [False, True])
def test_the_files_ending_tells_the_format(small: Immuno, tmp_path: Path, name: str, packed: bool) -> None:
    form = {"csv": "csv", "tsv": "tsv", "tab": "tsv"}.get(name.lower()[2:], "jsonl")
    content = b'{"drug": "BCG"}' if form == "jsonl" else b"drug\nBCG\n"
    path = tmp_path / (name + ".gz" * packed)
    path.write_bytes(gzip.compress(content) if packed else content)
    assert small("annotate", str(path), "--column", "drug").out_bytes == annotated(content, form)


def test_an_output_named_gz_is_packed(small: Immuno, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tsv.gz"
    assert small("annotate", str(table), "--column", "drug", "-o", str(out)).code == 0
    assert gzip.decompress(out.read_bytes()) == DONE


@pytest.mark.parametrize("link", ["same", "symbolic", "hard"])
def test_the_output_may_be_the_input(small: Immuno, table: Path, tmp_path: Path, link: str) -> None:
    out = table if link == "same" else tmp_path / "link.tsv"
    if link == "symbolic":
        out.symlink_to(table)
    elif link == "hard":
        os.link(table, out)
    assert small("annotate", str(table), "--column", "drug", "-o", str(out)).code == 0
    assert out.read_bytes() == DONE
    assert table.read_bytes() == DONE


def test_the_unmatched_are_counted_most_frequent_first(small: Immuno, table: Path, tmp_path: Path) -> None:
    path = tmp_path / "missing.tsv"
    result = small("annotate", str(table), "--column", "drug", "--unmatched", str(path))
    assert result.out_bytes == DONE
    assert path.read_bytes() == b"string\tcount\nnothing\t2\n=x\t1\n"


def test_the_unmatched_are_csv_where_their_file_says_so(small: Immuno, table: Path, tmp_path: Path) -> None:
    table.write_text('drug\tn\n"a, b"\t1\nBCG\t2\n"a, b"\t3\n')
    path = tmp_path / "missing.csv"
    assert small("annotate", str(table), "--column", "drug", "--unmatched", str(path)).code == 0
    assert path.read_bytes() == b'string,count\r\n"a, b",2\r\n'
    found = small("annotate", str(table), "--column", "drug", "--unmatched", str(tmp_path / "x.xlsx"))
    assert found.code == 2 and "--unmatched" in found.err


def test_a_workbook_that_is_text_is_told(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "y.xlsx"
    path.write_text("drug\nBCG\n")
    found = small("annotate", str(path), "--column", "drug")
    assert found.code == 0 and "holds text" in found.err


def test_the_column_to_paste_stands_in_place_of_the_slip(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,drug\n1,BCG\n")
    for word in ("drgu", "zzz"):
        found = small("annotate", str(path), "--column", word)
        assert found.err.endswith(f"--column {'drug' if word == 'drgu' else 'id'}\n"), found
        assert str(path) in found.err.rpartition("try: ")[2]


def test_strict_fails_after_all_rows_came_out(small: Immuno, table: Path, tmp_path: Path) -> None:
    result = small("annotate", str(table), "--column", "drug", "--strict")
    assert (result.code, result.out_bytes) == (4, DONE)
    assert "3 of 5 rows" in result.err
    assert small("annotate", "--column", "drug", "--strict", stdin=b"drug\nBCG\n").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--column", "drugs"),
        ("--column", "drug", "--input-format", "jsonl"),
        ("--column", "drug", "--input-format", "xlsx"),
        ("--column", "drug", "--prefix", "", "--column", "id"),
        ("--column", ""),
    ],
)
def test_wrong_usage_leaves_standard_output_empty(small: Immuno, table: Path, words: tuple[str, ...]) -> None:
    result = small("annotate", str(table), *words)
    assert (result.code, result.out_bytes) == (2, b"")
    assert result.err.count("\n") == 1


def test_the_list_of_strings_never_replaces_another_file(small: Immuno, table: Path, tmp_path: Path) -> None:
    link, out = tmp_path / "link", tmp_path / "out"
    link.symlink_to(table)
    for words in ((str(table),), (str(link),), (str(out), "-o", str(out))):
        result = small("annotate", str(table), "--column", "drug", "--unmatched", *words)
        assert (result.code, table.read_bytes(), out.exists()) == (2, TABLE, False)


def test_a_row_that_is_refused_leaves_the_old_output(small: Immuno, table: Path, tmp_path: Path) -> None:
    table.write_bytes(TABLE + b"ragged\n")
    out, missing = tmp_path / "out.tsv", tmp_path / "missing.tsv"
    out.write_bytes(b"old")
    result = small("annotate", str(table), "--column", "drug", "-o", str(out), "--unmatched", str(missing))
    assert (result.code, out.read_bytes()) == (2, b"old")
    assert "line 7" in result.err
    assert sorted(os.listdir(tmp_path)) == ["out.tsv", "t.tsv"]


@pytest.mark.parametrize("what", ["missing", "directory", "loop", "long", "nul"])
def test_what_is_no_table_is_one_line(small: Immuno, tmp_path: Path, what: str) -> None:
    path = {"directory": str(tmp_path), "long": "x" * 5000, "nul": "a\0b"}.get(what, str(tmp_path / "it"))
    if what == "loop":
        (tmp_path / "it").symlink_to(tmp_path / "it")
    result = small("annotate", path, "--column", "drug")
    assert (result.code, result.out_bytes, result.err.count("\n")) == (2, b"", 1)


def test_an_answer_is_not_added_to_its_own_table(small: Immuno, table: Path) -> None:
    with table.open("ab") as out:
        result = small.process("annotate", str(table), "--column", "drug", stdout=out)
    assert (result.code, table.read_bytes()) == (2, TABLE)
    assert "standard output too" in result.err


def test_a_reader_may_leave(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "long.tsv"
    path.write_bytes(b"drug\tx\n" + b"BCG\t1\n" * 200_000)
    process = small.start(
        "annotate", str(path), "--column", "drug", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout.readline().startswith(b"drug")
    process.stdout.close()
    assert (process.stderr.read(), process.wait(60)) == (b"", 141)


@pytest.mark.parametrize(
    ("sign", "code"),
    [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL), (signal.SIGQUIT, -signal.SIGQUIT)],
)
def test_a_run_that_is_stopped_leaves_the_old_output(
    small: Immuno, tmp_path: Path, sign: signal.Signals, code: int
) -> None:
    out = tmp_path / "out.tsv"
    out.write_bytes(b"old")
    process = small.start(
        "annotate", "-", "--column", "drug", "-o", str(out), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdin.write(TABLE * 1000)
    process.stdin.flush()
    while not unfinished_files(process, tmp_path):
        assert process.poll() is None
    process.send_signal(sign)
    assert process.wait(60) == code
    assert out.read_bytes() == b"old"
    if hasattr(os, "O_TMPFILE"):
        assert os.listdir(tmp_path) == ["out.tsv"]
    process.stdin.close()


def test_unbuffered_python_changes_nothing(small: Immuno, table: Path) -> None:
    changed = small.process("annotate", str(table), "--column", "drug", env={"PYTHONUNBUFFERED": "1"})
    assert changed.out_bytes == DONE


def test_rows_come_out_while_more_are_typed(small: Immuno) -> None:
    process = subprocess.Popen(
        small.command("annotate", "-", "--column", "drug", "--input-format", "jsonl"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=small.environment(), cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None
    for name, one in (("BCG", "bcg"), ("keytruda", "pembrolizumab")):
        process.stdin.write(b'{"drug": "%b"}\n' % name.encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["immuno_id"] == one
    process.stdin.close()
    assert process.wait(60) == 0
