"""The k-th call to the system fails, for every k: one line, the old output whole, nothing left over."""

from __future__ import annotations

import errno
import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.driver import Immuno
from tests.tables.annotating import annotated

TABLE = b"id\tdrug\n" + b"1\tkeytruda\n2\tnothing\n" * 20_000
DONE = annotated(TABLE, "tsv")
MOST_CALLS = 100
_WRITE = os.write


class Faults:
    """Lets the k-th of the calls fail that it was put around."""

    def __init__(self, k: int) -> None:
        self.k, self.calls = k, 0

    def around(self, function: Callable[..., Any], number: int) -> Callable[..., Any]:
        """Return a function that fails when it is its turn."""

        def call(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self.k:
                raise OSError(number, os.strerror(number))
            return function(*arguments, **options)

        return call

    @property
    def met(self) -> bool:
        """Whether a call failed."""
        return self.calls >= self.k


def failing_file(faults: Faults) -> Callable[..., Any]:
    """Return an `os.fdopen` whose unfinished files fail at being opened, writing and flushing."""
    real = os.fdopen

    def opened(number: int, mode: str) -> Any:
        file = real(number, mode)
        return File(file, faults) if mode == "w+b" else file

    return opened


class File:
    """A file that can fail."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self.fileno, self.close = file.fileno, file.close
        self.write = faults.around(file.write, errno.ENOSPC)
        self.flush = faults.around(file.flush, errno.EIO)


@pytest.mark.parametrize("packed", [False, True])
def test_every_failure_with_an_output_file(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    table = tmp_path / "t.tsv"
    out, missing = tmp_path / ("out.tsv.gz" if packed else "out.tsv"), tmp_path / "missing.tsv"
    table.write_bytes(TABLE)
    words = ("annotate", str(table), "--column", "drug", "-o", str(out), "--unmatched", str(missing))
    for k in range(1, MOST_CALLS):
        out.write_bytes(b"old")
        missing.write_bytes(b"old")
        faults = Faults(k)
        with monkeypatch.context() as patch:
            patch.setattr(os, "read", faults.around(os.read, errno.EIO))
            patch.setattr(os, "fsync", faults.around(os.fsync, errno.EIO))
            patch.setattr(os, "replace", faults.around(os.replace, errno.EACCES))
            patch.setattr(os, "fdopen", failing_file(faults))
            result = small(*words)
        assert sorted(os.listdir(tmp_path)) == sorted([table.name, out.name, missing.name])
        if result.code == 0:  # nothing failed, or only a look at the index, which is made anew then
            content = out.read_bytes()
            assert (gzip.decompress(content) if packed else content) == DONE
            assert missing.read_bytes().startswith(b"string\tcount\nnothing\t")
            if not faults.met:
                return
            continue
        assert (result.code, result.out_bytes, result.err.count("\n")) == (2, b"", 1), (k, result)
        # Neither is in place without the other.
        assert (out.read_bytes(), missing.read_bytes()) == (b"old", b"old"), (k, result)
    pytest.fail(f"no clean run in {MOST_CALLS}")


def test_every_failure_on_standard_output(small: Immuno, monkeypatch: pytest.MonkeyPatch) -> None:
    for k in range(1, MOST_CALLS):
        faults = Faults(k)
        calls = {1: faults.around(_WRITE, errno.ENOSPC)}
        with monkeypatch.context() as patch:
            patch.setattr(os, "read", faults.around(os.read, errno.EIO))
            patch.setattr(os, "write", lambda to, data, calls=calls: calls.get(to, _WRITE)(to, data))
            result = small("annotate", "-", "--column", "drug", stdin=TABLE)
        if not faults.met:
            assert (result.code, result.out_bytes) == (0, DONE)
            return
        assert (result.code, result.err.count("\n")) == (2, 1), (k, result)
        assert DONE.startswith(result.out_bytes)
    pytest.fail(f"no clean run in {MOST_CALLS}")


def test_short_writes_lose_nothing(small: Immuno, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda number, data: _WRITE(number, bytes(data)[:777]))
    assert small("annotate", "-", "--column", "drug", stdin=TABLE).out_bytes == DONE
