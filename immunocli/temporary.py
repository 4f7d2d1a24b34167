"""Makes unfinished files beside their targets: random names, ours alone, never left behind."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, BinaryIO

ENDING = ".immuno-part"
_A_DAY = 86_400
_TRIES = 20


@contextmanager
def beside(target: str, before: Callable[[BinaryIO], None] | None = None) -> Iterator[BinaryIO]:
    """Yield a file to write; it takes its target's name only when the block ends without an error.

    It is ours alone until then, takes the mode of the file it replaces, and is removed when the
    block fails or the process is told to end.

    Args:
        target: the file's name in the end; no link.
        before: called with the file once it is written, before it takes its name.

    Raises:
        OSError: it cannot be written whole.
    """
    path, file = _new(target)
    with _removed_on_signals(path):
        try:
            with file:
                yield file
                file.flush()
                os.fsync(file.fileno())
                _take_mode(target, file.fileno())
                if before is not None:
                    before(file)
            os.replace(path, target)
        except BaseException:
            remove(path)
            raise


def _new(target: str) -> tuple[str, BinaryIO]:
    """Return a new file beside a target, readable by nobody else, and its path."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    directory, name = os.path.split(target)
    for last in range(_TRIES, 0, -1):
        path = os.path.join(directory, f".{name[:60]}.{os.urandom(6).hex()}{ENDING}")
        try:
            return path, os.fdopen(os.open(path, flags, 0o600), "w+b")
        except FileExistsError:
            if last == 1:
                raise
    raise AssertionError("unreachable")


def _take_mode(target: str, number: int) -> None:
    """Give a new file the permissions of the one it replaces, else those that are usual here."""
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode)
    except OSError:
        mask = os.umask(0o077)
        os.umask(mask)
        mode = 0o666 & ~mask
    try:
        os.fchmod(number, mode)
    except (OSError, AttributeError):
        pass


@contextmanager
def _removed_on_signals(path: str) -> Iterator[None]:
    """Remove an unfinished file when the process is told to end while it is being written."""
    import signal
    import threading

    before: dict[int, Any] = {}

    def end(number: int, _: object) -> None:
        remove(path)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def remove(path: str) -> None:
    """Remove a file, if it is there."""
    try:
        os.unlink(path)
    except OSError:
        pass


def sweep(directory: str) -> None:
    """Remove what a killed process left unfinished in a directory more than a day ago."""
    import time

    try:
        for entry in os.scandir(directory):
            if entry.name.endswith(ENDING) and entry.stat().st_mtime + _A_DAY < time.time():
                remove(entry.path)
    except OSError:
        pass
