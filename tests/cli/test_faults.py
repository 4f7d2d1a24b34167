"""Whatever call of the operating system fails, and whichever of them, no answer is half an answer."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.driver import SMALL, Immuno, Result

# More calls than any of these command lines makes.
_MOST = 400
ANSWERS = {
    "a list": ("therapies", "--status", "any"),
    "a page": ("show", "keytruda", "--format", "json"),
    "a table": ("types", "--format", "table"),
    "help": ("therapies", "--help"),
    "an error": ("show", "nosuchname"),
    "a stream": ("resolve", "-"),
}
INPUT = b"keytruda\nnosuch\nKymriah 5 mg\n"


class Faults:
    """Makes the k-th call of a function fail, counting only those that this program makes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, error: int) -> None:
        self.real = getattr(module, name)
        self.calls, self.failing, self.error = 0, -1, error
        monkeypatch.setattr(module, name, self._call)

    def _call(self, *arguments: Any, **named: Any) -> Any:
        if self.failing < 0 or not self._counts(arguments):
            return self.real(*arguments, **named)
        self.calls += 1
        if self.calls == self.failing:
            raise OSError(self.error, os.strerror(self.error), *arguments[:1])
        return self.real(*arguments, **named)

    @staticmethod
    def _counts(arguments: tuple[Any, ...]) -> bool:
        """Leave alone what only the interpreter opens, as the modules it imports."""
        return not (arguments and isinstance(arguments[0], str) and arguments[0].endswith((".py", ".pyc")))

    def until_clean(self, run: Callable[[], Result]) -> list[tuple[bool, Result]]:
        """Run with the first call failing, the second, ... until a run makes no more calls.

        Returns:
            For every run: whether a call failed in it, and what it answered.
        """
        found = []
        for number in range(1, _MOST):
            self.calls, self.failing = 0, number
            try:
                answer = run()
            finally:
                self.failing = -1
            found.append((self.calls >= number, answer))
            if self.calls < number:
                return found
        raise AssertionError("it makes calls without end")


def sound(answer: Result, plain: Result) -> None:
    """Require the whole answer, or a code that says it is not, in at most one clean line."""
    assert "Traceback" not in answer.err, answer
    if answer.code == plain.code:
        assert answer.out_bytes == plain.out_bytes, answer
    else:
        assert answer.code in (2, 5, 141), answer
        assert answer.err.count("\n") <= 1, answer


FAILING = {
    "open": (builtins, "open", errno.EIO),
    "too many files": (builtins, "open", errno.EMFILE),
    "stat": (os, "stat", errno.EIO),
    "fstat": (os, "fstat", errno.EIO),
    "write: disk full": (os, "write", errno.ENOSPC),
    "write: input or output": (os, "write", errno.EIO),
    "replace": (os, "replace", errno.EACCES),
    "makedirs": (os, "makedirs", errno.EROFS),
    "realpath": (os.path, "realpath", errno.ELOOP),
    "isatty": (os, "isatty", errno.EBADF),
}


# Making an index takes most of the time, and is the same whatever is asked.
RUNS = [("kept", asked) for asked in ANSWERS] + [("to be made", "a list")]


@pytest.mark.parametrize("call", FAILING)
@pytest.mark.parametrize(("index", "asked"), RUNS)
def test_an_answer_is_whole_or_its_code_says_no(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, call: str, index: str
) -> None:
    plain = small(*ANSWERS[asked], stdin=INPUT)
    faults = Faults(monkeypatch, *FAILING[call])

    def run() -> Result:
        over = small if index == "kept" else Immuno(SMALL, tmp_path / f"cache-{faults.failing}")
        return over(*ANSWERS[asked], stdin=INPUT)

    runs = faults.until_clean(run)
    for failed, answer in runs:
        if failed:
            sound(answer, plain)
    assert (runs[-1][0], runs[-1][1].code, runs[-1][1].out) == (False, plain.code, plain.out)


@pytest.mark.parametrize("call", [*FAILING, "fsync", "fchmod"])
@pytest.mark.parametrize(("old", "form"), [(None, "csv"), (b"what was there before", "table")])
def test_a_file_is_complete_or_as_it_was(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, old: bytes | None, form: str
) -> None:
    asked = ("therapies", "--status", "any", "--format", form)
    whole = small(*asked).out_bytes
    target = tmp_path / "out" / "answer"
    target.parent.mkdir()
    failing = FAILING.get(call) or (os, call, errno.EIO)
    faults = Faults(monkeypatch, *failing)

    def run() -> Result:
        target.unlink(missing_ok=True)
        if old is not None:
            target.write_bytes(old)
        answer = small(*asked, "--output", str(target))
        faults.failing = -1
        there = target.read_bytes() if target.exists() else None
        assert there == (whole if answer.code == 0 else old), (there, answer)
        assert set(os.listdir(target.parent)) <= {"answer"}
        return answer

    for failed, answer in faults.until_clean(run):
        if failed:
            sound(answer, small(*asked, "--output", os.devnull))
            assert answer.code == 0 or call not in ("fsync", "replace") or "cannot be written" in answer.err


class Failing(io.RawIOBase):
    """A file whose k-th read or write fails."""

    def __init__(self, file: Any, left: list[int]) -> None:
        self.file, self.left = file, left

    def _step(self) -> None:
        self.left[0] -= 1
        if self.left[0] == 0:
            raise OSError(errno.EIO, "Input/output error")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def read(self, size: int = -1) -> Any:
        self._step()
        return self.file.read(size)

    def write(self, content: Any) -> Any:
        self._step()
        return self.file.write(content)

    def seek(self, *where: Any) -> Any:
        return self.file.seek(*where)

    def fileno(self) -> Any:
        return self.file.fileno()

    def flush(self) -> None:
        self.file.flush()

    def close(self) -> None:
        self.file.close()


@pytest.mark.parametrize(("index", "asked"), [*RUNS, ("kept", "a file")])
def test_reads_and_writes_of_files_may_fail_at_any_point(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, index: str
) -> None:
    target = tmp_path / "answer"
    words = ANSWERS.get(asked) or ("therapies", "--output", str(target))
    plain = small(*words, stdin=INPUT)
    whole = target.read_bytes() if target.exists() else None
    real = builtins.open
    left = [0]

    def opened(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        file = real(path, mode, *rest, **named)
        ours = "b" in mode and isinstance(path, str) and not path.endswith((".py", ".pyc"))
        return Failing(file, left) if ours and left[0] > 0 else file

    monkeypatch.setattr(builtins, "open", opened)
    for number in range(1, _MOST):
        over = small if index == "kept" else Immuno(SMALL, tmp_path / f"cache-{number}")
        target.unlink(missing_ok=True)
        left[0] = number
        answer = over(*words, stdin=INPUT)
        clean, left[0] = left[0] > 0, 0
        sound(answer, plain)
        if asked == "a file":
            assert (target.read_bytes() if target.exists() else None) == (whole if answer.code == 0 else None)
        if clean:
            assert answer.code == plain.code
            return
    raise AssertionError("it reads without end")


def test_an_interrupt_anywhere_leaves_no_part(
    small: Immuno, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "answer"
    target.write_bytes(b"old")
    for name in ("fsync", "replace", "fchmod"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, _interrupt)
            found = small("therapies", "--output", str(target))
        assert (found.code, found.out, found.err) == (130, "", "")
        assert target.read_bytes() == b"old" and os.listdir(tmp_path) == ["answer"]


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt


def test_short_writes_lose_nothing(small: Immuno, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = small("indications", "--status", "any", "-f", "json")
    real = os.write
    told = small("show", "nosuchname").err
    monkeypatch.setattr(os, "write", lambda number, block: real(number, bytes(block)[:7]))
    assert small("indications", "--status", "any", "-f", "json").out_bytes == plain.out_bytes
    assert small("show", "nosuchname").err == told and told.endswith("\n") and len(told) > 20
