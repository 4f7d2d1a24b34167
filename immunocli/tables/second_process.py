"""A second process that reads some of the strings of a table, where a second core is free."""

from __future__ import annotations

import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    # What rows get by each string, whether any has cells but no id, and what of it a person should look at.
    Answer = tuple[list[bytes], bool, list[bytes]]

_LENGTH = 8


def is_worth_it() -> bool:
    """Say whether a process may be forked here, and a core is free for it."""
    if sys.platform != "linux":
        return False
    import threading  # few tables get here

    cores = len(os.sched_getaffinity(0))
    try:
        return cores > 1 and threading.active_count() == 1 and os.getloadavg()[0] < cores
    except OSError:
        return False


class Second:
    """A copy of this process that reads what it is asked to; it ends when this one does.

    Args:
        read: returns what rows get by each of some raw cells.

    Raises:
        OSError: no process can be made.
    """

    def __init__(self, read: Callable[[Sequence[bytes]], Answer]) -> None:
        asked, self._ask = os.pipe()
        self._told, tell = os.pipe()
        try:
            self.process = os.fork()
        except OSError:
            for number in (asked, self._ask, self._told, tell):
                os.close(number)
            raise
        if not self.process:
            try:
                os.close(self._ask)
                os.close(self._told)
                _serve(read, asked, tell)
            finally:
                os._exit(0)  # files and messages are the first one's
        os.close(asked)
        os.close(tell)

    def ask(self, keys: Sequence[bytes]) -> bool:
        """Ask for what rows get by some raw cells; say whether the other process is there."""
        try:
            _send(self._ask, list(keys))
        except OSError:
            return False
        return True

    def answer(self) -> Answer | None:
        """Return what was asked for last; None: the other process is gone."""
        found: Answer | None = _received(self._told)
        return found

    def close(self) -> None:
        """End the other process."""
        os.close(self._ask)
        os.close(self._told)
        os.waitpid(self.process, 0)


def _serve(read: Callable[[Sequence[bytes]], Answer], asked: int, tell: int) -> None:
    """Answer until nobody asks any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks ends, and so does this
    while (keys := _received(asked)) is not None:
        _send(tell, read(keys))


def _send(number: int, value: Any) -> None:
    content = marshal.dumps(value)
    left = memoryview(len(content).to_bytes(_LENGTH, "little") + content)
    while left:
        left = left[os.write(number, left) :]


def _received(number: int) -> Any:
    """Return what was sent; None when the other end is closed."""
    length = _whole(number, _LENGTH)
    content = None if length is None else _whole(number, int.from_bytes(length, "little"))
    return None if content is None else marshal.loads(content)  # noqa: S302  # our own copy sent it


def _whole(number: int, size: int) -> bytes | None:
    pieces = []
    while size:
        piece = os.read(number, size)
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
