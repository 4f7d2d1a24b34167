"""Puts a complete file in place of another, or leaves the other as it was."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

from immunocli.errors import UnwritableOutput
from immunocli.temporary import beside
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from typing import BinaryIO


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """Yield a file to write; it gets its name only when the block ends without an error.

    It is written beside its target, synced and renamed. A link is followed: its target changes,
    not the link. What is no regular file (`/dev/stdout`, a FIFO) is written as it is.

    Raises:
        UnwritableOutput: the file cannot be written whole.
    """
    try:
        # A pipe has no path of its own: it is looked at before links are followed.
        opened: AbstractContextManager[BinaryIO]
        opened = open(path, "wb") if _is_special(path) else beside(os.path.realpath(path))  # noqa: SIM115
        with opened as file:
            yield file
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


def _unwritable(path: str, problem: OSError | ValueError) -> UnwritableOutput:
    reason = getattr(problem, "strerror", None) or "not a usable path"
    return UnwritableOutput(f"{quote(path)} cannot be written: {reason}")
