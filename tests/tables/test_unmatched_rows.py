"""Rows that name nothing known are told with how many there are, and why, by kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.tables import unmatched_rows
from tests.driver import Immuno

STRINGS = ["keytruda", "benbralisumad", "benbralisumad", "no such thing", "", "  ", "racotumomab"]
TABLE = "drug,n\n" + "".join(f'"{one}",1\n' for one in STRINGS)
TOLD = "rows name no therapy that is known: "


def test_they_are_told_by_kind_with_a_line_to_paste(small: Immuno, tmp_path: Path) -> None:
    path = tmp_path / "my table.csv"
    path.write_text(TABLE)
    found = small("annotate", str(path), "--column", "drug")
    kinds, _, line = found.err.partition("; of each: immuno ")
    assert (
        TOLD in kinds
        and "1 not known" in kinds
        and "2 blank" in kinds
        and "2 never approved by the FDA" in kinds
    )
    assert line.startswith(f'annotate "{path}" --column drug --add ') and found.err.count("\n") == 1
    assert small("annotate", str(path), "--column", "drug", "--add", line.split()[-1]).code == 0


@pytest.mark.parametrize("asked", [["--add", "evidence,suggestions"], ["--unmatched"], ["--strict"]])
def test_what_was_asked_for_is_not_proposed(small: Immuno, tmp_path: Path, asked: list[str]) -> None:
    asked = [*asked, str(tmp_path / "u.tsv")] if asked == ["--unmatched"] else asked
    found = small("annotate", "-", "--column", "drug", *asked, stdin=TABLE.encode())
    assert TOLD in found.err and "--add" not in found.err
    assert found.code == (4 if asked == ["--strict"] else 0)


def test_nothing_is_told_where_all_are_known(small: Immuno) -> None:
    assert small("annotate", "-", "--column", "drug", stdin=b"drug\nkeytruda\n").err == ""


def test_of_very_many_some_are_looked_at(small: Immuno, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmatched_rows, "_MOST_READ", 1)
    found = small("annotate", "-", "--column", "drug", stdin=TABLE.encode())
    assert "never approved by the FDA" in found.err and "not looked at" in found.err


@pytest.mark.parametrize("joined", [[], ["--cancer-column", "n"], ["--add", "evidence"]])
def test_the_numbers_are_those_of_the_rows(small: Immuno, joined: list[str]) -> None:
    found = small("annotate", "-", "--column", "drug", *joined, stdin=TABLE.encode())
    line = next(one for one in found.err.splitlines() if TOLD in one)
    whole, _, kinds = line.partition(TOLD)
    counts = [int(one.split()[0]) for one in kinds.partition(";")[0].split(", ")]
    assert sum(counts) == int(whole.split()[0])
