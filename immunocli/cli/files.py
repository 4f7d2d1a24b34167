"""Puts a complete file in place of another, or leaves the other as it was."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

from immunocli.errors import UnwritableOutput
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """Yield a file to write; it gets its name only when the block ends without an error.

    It is written beside its target, synced and renamed. A link is followed: its target changes,
    not the link. What is no regular file (`/dev/stdout`, a FIFO) is written as it is.

    Raises:
        UnwritableOutput: the file cannot be written whole.
    """
    target = _target(path)
    try:
        special = _is_special(target)
        unfinished = target if special else f"{target}.{os.getpid()}.part"
        file = open(unfinished, "wb" if special else "xb")  # noqa: SIM115  # closed below, in order
    except (OSError, ValueError) as problem:
        raise _unwritable(path, problem) from None
    try:
        try:
            yield file
            file.flush()
            if not special:
                os.fsync(file.fileno())
                _copy_mode(target, file.fileno())
        finally:
            file.close()
        if not special:
            os.replace(unfinished, target)
    except BaseException as problem:
        if not special:
            _remove(unfinished)
        if isinstance(problem, OSError):
            raise _unwritable(path, problem) from None
        raise


def _target(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError) as problem:
        raise _unwritable(path, problem) from None


def _is_special(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(21, "Is a directory")
    return not stat.S_ISREG(mode)


def _copy_mode(target: str, number: int) -> None:
    """Give the new file the permissions of the one it replaces."""
    try:
        os.fchmod(number, stat.S_IMODE(os.stat(target).st_mode))
    except (OSError, AttributeError):
        pass


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass


def _unwritable(path: str, problem: OSError | ValueError) -> UnwritableOutput:
    reason = getattr(problem, "strerror", None) or "not a usable path"
    return UnwritableOutput(f"{quote(path)} cannot be written: {reason}")
