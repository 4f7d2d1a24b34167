"""Whatever call of the operating system fails, and whichever of them, no answer is half an answer."""

from __future__ import annotations

import builtins
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from tests.choice import some
from tests.driver import SMALL, Immuno, Result

ANSWERS = {
    "a list": ("therapies", "--status", "any"),
    "a page": ("show", "keytruda", "--format", "json"),
    "a table": ("types", "--format", "table"),
    "help": ("therapies", "--help"),
    "an error": ("show", "nosuchname"),
    "a stream": ("resolve", "-"),
}
INPUT = b"keytruda\nnosuch\nKymriah 5 mg\n"


class Steps:
    """Counts what a program does, and says when it is the turn of the step that is to fail."""

    def __init__(self) -> None:
        self.ways: list[tuple[tuple[CodeType, int], ...]] = []
        self.failing = -1

    def fails(self) -> bool:
        """Count a step; say whether it is the one."""
        if self.failing < 0:
            return False
        way, frame = [], sys._getframe(1)
        while (caller := frame.f_back) is not None and caller.f_code is not Immuno.__call__.__code__:
            way.append((caller.f_code, caller.f_lineno))
            frame = caller
        self.ways.append(tuple(way))
        return len(self.ways) == self.failing

    def run(self, failing: int, run: Callable[[], Result]) -> Result:
        """Run with one step failing; none when it is 0."""
        self.ways, self.failing = [], failing
        try:
            return run()
        finally:
            self.failing = -1

    def each(self, run: Callable[[], Result], plain: Result) -> Iterator[Result]:
        """Yield the answers when the first step fails, the second, ...

        Of steps that are come to in the same way, as from one line of a loop, the first and the last;
        of all these one in three, the first and the last among them.
        """
        clean = self.run(0, run)
        assert (clean.code, clean.out) == (plain.code, plain.out)
        first = {way: number for number, way in reversed(list(enumerate(self.ways, 1)))}
        last = {way: number for number, way in enumerate(self.ways, 1)}
        numbers = sorted({*first.values(), *last.values()})
        for number in some(numbers, 3, always=(*numbers[:1], *numbers[-1:])):
            answer = self.run(number, run)
            assert len(self.ways) >= number, "the step was not come to"
            yield answer


class Faults(Steps):
    """Makes the k-th call of a function fail, counting only those that this program makes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, error: int) -> None:
        super().__init__()
        self.real, self.error = getattr(module, name), error
        monkeypatch.setattr(module, name, self._call)

    def _call(self, *arguments: Any, **named: Any) -> Any:
        if self._counts(arguments) and self.fails():
            raise OSError(self.error, os.strerror(self.error), *arguments[:1])
        return self.real(*arguments, **named)

    @staticmethod
    def _counts(arguments: tuple[Any, ...]) -> bool:
        """Leave alone what only the interpreter opens, as the modules it imports."""
        return not (arguments and isinstance(arguments[0], str) and arguments[0].endswith((".py", ".pyc")))


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

    answers = list(faults.each(run, plain))
    for answer in answers:
        sound(answer, plain)
    if call == "write: disk full" or (call == "stat" and asked != "help"):
        assert answers, "a step of this sort is part of every answer"


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

    plain = small(*asked, "--output", os.devnull)
    for answer in faults.each(run, plain):
        sound(answer, plain)
        assert answer.code == 0 or call not in ("fsync", "replace") or "cannot be written" in answer.err


class Failing(io.RawIOBase):
    """A file whose k-th read or write fails."""

    def __init__(self, file: Any, steps: Steps) -> None:
        self.file, self.steps = file, steps

    def _step(self) -> None:
        if self.steps.fails():
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
    real, steps = builtins.open, Steps()

    def opened(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        file = real(path, mode, *rest, **named)
        ours = "b" in mode and isinstance(path, str) and not path.endswith((".py", ".pyc"))
        return Failing(file, steps) if ours and steps.failing >= 0 else file

    def run() -> Result:
        target.unlink(missing_ok=True)
        over = small if index == "kept" else Immuno(SMALL, tmp_path / f"cache-{steps.failing}")
        return over(*words, stdin=INPUT)

    monkeypatch.setattr(builtins, "open", opened)
    for answer in steps.each(run, plain):
        sound(answer, plain)
        if asked == "a file":
            assert (target.read_bytes() if target.exists() else None) == (whole if answer.code == 0 else None)


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
