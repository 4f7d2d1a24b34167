"""Further processes that read some of the strings of a table, where cores are free."""

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
# More hardly find enough to do in one block of a table.
_MOST = 7


def how_many() -> int:
    """Return how many processes may be forked here beside this one, each with a core that is free for it."""
    if sys.platform != "linux":
        return 0
    import threading  # few tables get here

    if threading.active_count() > 1:
        return 0
    try:
        cores = len(os.sched_getaffinity(0))
        busy = os.getloadavg()[0]
    except OSError:
        return 0
    # Who asks is one of the load already, and of two cores one is often half free.
    return max(min(cores - 1, _MOST, round(cores - busy)), int(cores > 1 and busy < cores))


def begun(read: Callable[[Sequence[bytes]], Answer]) -> list[Reader]:
    """Return processes that read what they are asked to, as many as may be: perhaps none.

    Args:
        read: returns what rows get by each of some raw cells.
    """
    readers: list[Reader] = []
    for _ in range(how_many()):
        try:
            readers.append(Reader(read, readers))
        except OSError:
            break
    return readers


class Reader:
    """A copy of this process that reads what it is asked to; it ends when this one does.

    Args:
        read: returns what rows get by each of some raw cells.
        earlier: those that this process has begun before.

    Raises:
        OSError: no process can be made.
    """

    def __init__(self, read: Callable[[Sequence[bytes]], Answer], earlier: Sequence[Reader] = ()) -> None:
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
                for one in (*earlier, self):  # whose pipes would not end while a copy holds them
                    os.close(one._ask)
                    os.close(one._told)
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
