"""What is said of a table that cannot be annotated is said in one line, whatever the table is."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.driver import Immuno

HEADLESS = "# c\nkeytruda,x\nBCG,y\n"
FORMS: dict[str, Callable[[str], bytes]] = {
    "n.csv": str.encode,
    "n.csv.gz": lambda text: gzip.compress(text.encode()),
    "n.csv.xz": lambda text: lzma.compress(text.encode()),
    "n.csv.bz2": lambda text: bz2.compress(text.encode()),
    "u.csv": lambda text: text.encode("utf-16"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_table_without_a_header_is_told_in_one_line(small: Immuno, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FORMS[name](HEADLESS))
    found = small("annotate", str(path), "--column", "drug", "--skip-lines", "1")
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert '"keytruda" is a therapy' in found.err and "printf" not in found.err, "nothing that would not work"


def test_no_column_without_a_name_is_proposed(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "e.csv"
    path.write_bytes(b"," * 10_000 + b"\na" + b"," * 10_000 + b"\n")
    found = small("annotate", str(path), "--column", "drug")
    assert (found.code, found.err.count("\n")) == (2, 1) and "--column ''" not in found.err


def test_what_is_not_recognized_may_go_to_standard_output_when_the_table_does_not(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table = b"drug\tn\nnosuch\t1\n"
    refused = small("annotate", "-", "--column", "drug", "--unmatched", "-", stdin=table)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    listed = small("annotate", "-", "--column", "drug", "--unmatched", "-", "-o", "out.tsv", stdin=table)
    assert (listed.code, listed.out) == (0, "string\tcount\nnosuch\t1\n")
    assert [one.name for one in tmp_path.iterdir()] == ["out.tsv"]


@pytest.mark.parametrize("name", ["u.json", "u.png", "u.jsonl", "u.csv.json"])
def test_a_list_of_strings_has_an_ending_that_fits(small: Immuno, tmp_path: Path, name: str) -> None:
    asked = ("annotate", "-", "--column", "drug", "--unmatched")
    found = small(*asked, str(tmp_path / name), stdin=b"drug\nnosuch\n")
    assert (found.code, found.err.count("\n")) == (2, 1) and not list(tmp_path.iterdir())
    for fine in ("u.tsv", "u.csv.gz", "u", "u.txt"):
        assert small(*asked, str(tmp_path / fine), stdin=b"drug\nnosuch\n").code == 0
