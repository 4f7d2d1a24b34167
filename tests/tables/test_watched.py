"""Who watches a terminal is told how far it is, and what was written; nobody else is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.driver import Immuno
from tests.tables.annotating import job_on

pty = pytest.importorskip("pty")
TABLE = b"drug\tx\n" + b"BCG\t1\nnothing\t2\n" * 20_000


def test_progress_tells_rows_and_how_many_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("immunocli.tables.annotate._BETWEEN_REPORTS", 0)
    told: list[str] = []
    job_on(TABLE, None, progress=told.append)
    assert len(told) > 2 and told[-1] == "40,000 rows, 50 % recognized"


def watched(small: Immuno, *words: str, **env: str | None) -> str:
    """Return what a terminal shows that is standard error alone."""
    ours, theirs = pty.openpty()
    result = small.process("annotate", "-", "--column", "drug", *words, stdin=TABLE, stderr=theirs, env=env)
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 65536):
            shown += block
    except OSError:  # Linux tells the end of a terminal so
        pass
    os.close(ours)
    assert result.code == 0
    return shown.decode()


def test_a_terminal_is_told_what_was_written(small: Immuno, tmp_path: Path) -> None:
    shown = watched(small, "-o", str(tmp_path / "o.tsv"), TERM="xterm")
    *_, last = " ".join(shown.rstrip().split("\r\n")).split("\r")
    assert last.startswith("wrote 40,000 rows to ")
    assert ", 20,000 recognized, 0 of them to review 20,000 of 40,000 rows name no therapy " in last
    assert "rows, " not in watched(small, TERM="dumb")


def test_nobody_else_is_told(small: Immuno, tmp_path: Path) -> None:
    table = b"drug\n" + b"BCG\n" * 1000
    result = small.process("annotate", "-", "--column", "drug", "-o", str(tmp_path / "o.tsv"), stdin=table)
    assert (result.code, result.err) == (0, "")
