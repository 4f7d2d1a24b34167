"""Puts complete files in place of others, or leaves the others as they were."""

from __future__ import annotations

import os
import re
import stat
from contextlib import contextmanager

from immunocli import temporary
from immunocli.cli import streams
from immunocli.errors import UnwritableOutput, UsageError
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    class Writable(Protocol):
        """What takes bytes."""

        def write(self, block: bytes, /) -> object:
            """Write all of a block."""

        def flush(self) -> None:
            """Do nothing: what is written is on its way."""


_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/([0-9]{1,6})", re.ASCII)


@contextmanager
def replacing(path: str) -> Iterator[Writable]:
    """Yield a file to write; it gets its name only when the block ends without an error.

    It is written beside its target, synced and renamed; see `temporary.Unfinished` for hard links
    and owners. A link is followed: its target changes, not the link. What is no regular file (a
    pipe, a device) is written as it is, and so is a descriptor (`/dev/stdout`, `/dev/fd/3`).

    Raises:
        UnwritableOutput: the file cannot be written whole.
        ReaderGone: the reader closed the pipe.
    """
    with replacing_all([path]) as (file,):
        yield file


@contextmanager
def replacing_all(paths: list[str]) -> Iterator[list[Writable]]:
    """Yield files to write; all of them get their names when the block ends, or none.

    For the rest see `replacing`.
    """
    opened: list[_Regular | _Special] = []
    try:
        with temporary.ending_clean():
            for path in paths:
                opened.append(_opened(path))
            yield list(opened)
            regular = [one for one in opened if isinstance(one, _Regular)]
            for one in regular:
                one.finish()
            try:
                temporary.place_together([one.unfinished for one in regular])
            except OSError as problem:
                failed = next((one.path for one in regular if _is_about(problem, one)), paths[-1])
                raise _unwritable(failed, problem) from None
    finally:
        for each in opened:
            each.close()


def descriptor_of(path: str) -> int | None:
    """Return the number of the descriptor that a path stands for, as `/dev/fd/3`; None for others."""
    if path in _STREAMS:
        return _STREAMS[path]
    found = _DESCRIPTOR.fullmatch(path)
    return int(found[1]) if found else None


class _Regular:
    """A file that is put in place when it is whole.

    Args:
        path: as it was given.
        target: what it means, all links followed.
    """

    def __init__(self, path: str, target: str) -> None:
        self.path = path
        temporary.sweep(os.path.dirname(target), os.path.basename(target))
        self.unfinished = temporary.Unfinished(target)

    def write(self, block: bytes, /) -> None:
        try:
            self.unfinished.file.write(block)
        except OSError as problem:
            raise _unwritable(self.path, problem) from None

    def flush(self) -> None:
        """Wait for more."""

    def finish(self) -> None:
        """Write everything to the disk."""
        try:
            self.unfinished.finish()
        except OSError as problem:
            raise _unwritable(self.path, problem) from None

    def close(self) -> None:
        """Remove what is unfinished."""
        self.unfinished.discard()


class _Special:
    """A pipe, a device or a descriptor, written as it is.

    Args:
        number: an open descriptor; it is closed with this.
    """

    def __init__(self, number: int) -> None:
        self._number = number

    def write(self, block: bytes, /) -> None:
        streams.send(self._number, block)

    def flush(self) -> None:
        """Have nothing to do."""

    def close(self) -> None:
        """Close it."""
        os.close(self._number)


def _opened(path: str) -> _Regular | _Special:
    try:
        number = descriptor_of(path)
        if number is not None:
            return _Special(os.dup(number))
        if _is_special(path):
            return _Special(os.open(path, os.O_WRONLY | getattr(os, "O_CLOEXEC", 0)))
        return _Regular(path, os.path.realpath(path))
    except (OSError, ValueError) as problem:
        raise _unwritable(path, problem) from None


def _is_special(path: str) -> bool:
    """Say whether there is something that is no regular file."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = stat.S_IFDIR if path.endswith(os.sep) else 0
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(21, "Is a directory")
    return bool(mode) and not stat.S_ISREG(mode)


def _is_about(problem: OSError, one: _Regular) -> bool:
    """Say whether a problem names a file."""
    named = {problem.filename, problem.filename2}
    return bool(named & {one.unfinished.path, one.unfinished.target})


def _unwritable(path: str, problem: OSError | ValueError) -> UnwritableOutput:
    reason = getattr(problem, "strerror", None) or "not a usable path"
    return UnwritableOutput(f"{quote(path)} cannot be written: {reason}")


def is_special(path: str) -> bool:
    """Say whether a path is a device or a pipe: what its name ends in means nothing."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def target_of(output: str | None, known: Sequence[str]) -> str | None:
    """Return the file that a text of one form is written to; None is standard output.

    Raises:
        UsageError: its name ends as that of another form.
    """
    if output is None or output == "-":
        return None
    refuse_ending(output, known)
    return output


def refuse_ending(path: str, known: Sequence[str]) -> None:
    """Refuse to write text of one form under a name that ends as another's.

    Args:
        path: where it is to be written; a name without an ending, a device or a pipe is taken as it is.
        known: the endings that fit.

    Raises:
        UsageError: it has another.
    """
    ending = os.path.splitext(path)[1].lower()
    if ending and ending not in known and not is_special(path):
        told = f"--output {quote(path)}: this is not written as {ending}; name a file that ends in {known[0]}"
        raise UsageError(told, wrong=path, known=known)
