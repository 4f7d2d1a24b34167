"""bzip2 and xz are read and written; every other packed or binary form is refused by its name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import shlex
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.errors import UnreadableInput
from tests.driver import Immuno
from tests.tables.annotating import annotated

TABLE = b"id\tdrug\n1\tkeytruda\n2\tnothing\n" * 1 + b"3\tBCG\n" * 3000
DONE = annotated(TABLE, "tsv")
PACKING: dict[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    ".gz": (gzip.compress, gzip.decompress),
    ".bz2": (bz2.compress, bz2.decompress),
    ".xz": (lzma.compress, lzma.decompress),
}


@pytest.mark.parametrize("ending", PACKING)
def test_packed_tables_are_read_and_written(small: Immuno, tmp_path: Path, ending: str) -> None:
    pack, unpack = PACKING[ending]
    table, out = tmp_path / f"t.tsv{ending}", tmp_path / f"out.tsv{ending}"
    table.write_bytes(pack(TABLE))
    assert small("annotate", str(table), "--column", "drug", "-o", str(out)).code == 0
    assert unpack(out.read_bytes()) == DONE


@given(st.sampled_from(list(PACKING)), st.integers(1, 3000), st.integers(0, len(TABLE)), st.integers(0, 9))
def test_streams_after_one_another_are_one_table(ending: str, piece: int, cut: int, zeros: int) -> None:
    pack, _ = PACKING[ending]
    packed = pack(TABLE[:cut]) + bytes(zeros) + pack(TABLE[cut:]) + bytes(zeros)
    assert annotated(packed, None, piece=piece) == DONE


@pytest.mark.parametrize("ending", PACKING)
def test_damage_is_never_a_shorter_table(ending: str) -> None:
    packed = PACKING[ending][0](TABLE)
    changed = bytearray(packed)
    changed[len(packed) // 2] ^= 0xFF
    second = PACKING[ending][0](b"4\tBCG\n")
    for content in (
        packed[:-1],
        packed[: len(packed) // 2],
        bytes(changed),
        packed + b"junk",
        packed + second[:-3],
    ):
        with pytest.raises(UnreadableInput, match=r"gzip|bzip2|xz"):
            annotated(content, None)


def _zip(names: list[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "drug\nBCG\n")
    return file.getvalue()


def _tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("t.csv"))
    return file.getvalue()


def _database(tmp_path: Path) -> bytes:
    with sqlite3.connect(tmp_path / "it") as database:
        database.execute("CREATE TABLE t (drug)")
    return (tmp_path / "it").read_bytes()


OTHERS = [
    (b"\x28\xb5\x2f\xfd\x24\x00\x01\x00\x00", "zstd -dc"),
    (_zip(["t.csv"]), "unzip -p"),
    (_zip(["[Content_Types].xml", "xl/workbook.xml"]), "Excel"),
    (_zip(["docProps/app.xml"]), "Excel"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel"),
    (b"PAR1\x15\x04\x15\x10" + bytes(600) + b"PAR1", "Parquet"),
    (b"ARROW1\x00\x00" + bytes(60), "Arrow"),
    (_tar(), "tar archive"),
    (gzip.compress(_tar()), "tar archive"),
    (gzip.compress(gzip.compress(TABLE)), "packed twice"),
    (b"%PDF-1.7\n", "PDF"),
    (b"{\\rtf1\\ansi drug}", "RTF"),
    (b"<!DOCTYPE html>\n<html>", "HTML"),
    ("drug,x\nBCG,1\n".encode("utf-16-le"), "iconv -f UTF-16LE"),
    ("drug,x\nBCG,1\n".encode("utf-16-be"), "iconv -f UTF-16BE"),
    (b"\x00\x01\x02\x03\x04", "no text"),
]


@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t", "t.parquet", "t.gz"])
@pytest.mark.parametrize(("content", "told"), OTHERS, ids=[str(number) for number in range(len(OTHERS))])
def test_other_forms_are_refused_by_name(
    small: Immuno, tmp_path: Path, content: bytes, told: str, name: str
) -> None:
    (tmp_path / name).write_bytes(content)
    for words, stdin in ((str(tmp_path / name), b""), ("-", content)):
        result = small("annotate", words, "--column", "drug", stdin=stdin)
        assert (result.code, result.out_bytes, result.err.count("\n")) == (2, b"", 1)
        assert told in result.err


def test_a_line_to_paste_names_the_file(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "a long name with $(spaces) in it.csv"
    path.write_bytes("drug,x\nBCG,1\n".encode("utf-16-le"))
    told = small("annotate", str(path), "--column", "drug").err
    assert f"iconv -f UTF-16LE -t UTF-8 {shlex.quote(str(path))} | immuno annotate -" in told


def test_a_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="SQLite"):
        annotated(_database(tmp_path), None)


@pytest.mark.parametrize(
    "header", [b"ORCID", b"PAR1", b"BZh", b"LZIP", b"Rar!", b"PK", b"Obj", b"FEA1", b"MZ", b"]x"]
)
def test_a_header_that_looks_like_a_mark_is_a_header(header: bytes) -> None:
    out = annotated(header + b",drug\n1,BCG\n", None)
    assert out.startswith(header + b",drug,immuno_id")


@pytest.mark.parametrize("name", ["out.xlsx", "out.parquet", "out.csv.zst", "out.ZIP"])
def test_no_table_is_written_under_a_name_that_promises_another_form(
    small: Immuno, tmp_path: Path, name: str
) -> None:
    result = small("annotate", "-", "--column", "drug", "-o", str(tmp_path / name), stdin=TABLE)
    assert (result.code, list(tmp_path.iterdir())) == (2, [])


@pytest.mark.parametrize(
    ("name", "source", "code"),
    [
        ("y.csv", "b.csv", 0), ("y.tsv", "b.csv", 2), ("y.json", "b.csv", 2), ("y.svg", "b.csv", 2), ("y.xyz", "b.csv", 2),
        ("y.csv.gz", "b.csv", 0), ("y.tsv.gz", "b.csv", 2), ("y.txt", "b.csv", 0), ("y", "b.csv", 0), ("y.tsv", "b.tsv", 0),
        ("y.dat", "b.dat", 0), ("y.csv", "b.tsv", 2), ("y.jsonl", "b.csv", 2), ("2026.11", "b.csv", 2),
    ],
)  # fmt: skip
def test_a_table_keeps_its_form_and_is_not_called_by_another(
    small: Immuno, tmp_path: Path, name: str, source: str, code: int
) -> None:
    cell = "\t" if source.endswith("tsv") else ","
    (tmp_path / source).write_text(f"drug{cell}x\nBCG{cell}1\n", encoding="utf-8")
    told = small("annotate", str(tmp_path / source), "--column", "drug", "-o", str(tmp_path / name))
    assert (told.code, (tmp_path / name).exists()) == (code, code == 0), told.err
    if code:
        assert "stays so" in told.err and told.err.count("\n") == 1
