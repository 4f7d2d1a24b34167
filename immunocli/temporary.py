"""Makes unfinished files beside their targets: random names, ours alone, never left behind."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress

from immunocli import unnamed_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, BinaryIO

ENDING = ".immuno.part"
_A_DAY = 86_400
_TRIES = 20
_PIECE = 1 << 20
_ENDS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU")
# What is removed when the process is told to end.
_unfinished: set[str] = set()


class Unfinished:
    """A file that is written beside its target until it is whole.

    It is ours alone until then and takes the mode of the file it replaces, and its owner where that
    is allowed. A target that has other names too (hard links), or an owner we may not give, keeps
    them: then the whole content is copied into it, its room reserved first.

    Args:
        target: the file's name in the end; no link.
        private: it stays ours alone, whatever it replaces.

    Raises:
        OSError: it cannot be made.
    """

    def __init__(self, target: str, *, private: bool = False) -> None:
        self.target, self._private = target, private
        self.file: BinaryIO = self._made(os.O_RDWR)
        self._kept: str | None = None
        self._placed = False

    def _made(self, flags: int) -> BinaryIO:
        """Return a new file beside the target, readable by nobody else; `path` is its path, empty where it has none."""
        self.path = ""
        unnamed = unnamed_files.opened(os.path.dirname(self.target))
        if unnamed is not None:
            return os.fdopen(unnamed, "w+b")
        flags |= os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        for last in range(_TRIES, 0, -1):
            self.path = _beside(self.target)
            _unfinished.add(self.path)
            try:
                number = os.open(self.path, flags, 0o600)
            except OSError as problem:
                _unfinished.discard(self.path)
                if not isinstance(problem, FileExistsError) or last == 1:
                    raise
                continue
            try:
                return os.fdopen(number, "w+b")
            except BaseException:
                with suppress(OSError):  # interrupted on the way, it may have been closed there
                    os.close(number)
                remove(self.path)
                _unfinished.discard(self.path)
                raise
        raise AssertionError("unreachable")

    def finish(self, before: Callable[[BinaryIO], None] | None = None) -> None:
        """Write what is left to the disk; `before` is called with the file when it is there."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self._into = not (self._private or _taken_over(self.target, self.file.fileno()))
        if before is not None:
            before(self.file)

    def keep_old(self) -> None:
        """Keep what the target holds, so that `take_back` can bring it back."""
        if os.path.lexists(self.target) and not self._into:
            kept = _beside(self.target)
            _unfinished.add(kept)
            self._kept = kept
            try:
                os.link(self.target, kept)
            except OSError:
                import shutil  # a file system without hard links

                shutil.copy2(self.target, kept)

    def place(self) -> None:
        """Put the finished file in the target's place."""
        if self._into:
            self._copy()
            self.file.close()
        else:
            if not self.path:
                self.path = _beside(self.target)
                _unfinished.add(self.path)
                unnamed_files.name(self.file.fileno(), self.path)
            self.file.close()  # some systems rename no open file
            os.replace(self.path, self.target)
        self._placed = True

    def take_back(self) -> None:
        """Undo `place`, as far as `keep_old` allows; never fails."""
        try:
            if self._placed and self._kept is not None:
                os.replace(self._kept, self.target)
            elif self._placed and not self._into:
                remove(self.target)
        except OSError:
            pass

    def discard(self) -> None:
        """Remove what is unfinished, and what was kept; nothing when it is in place."""
        try:
            self.file.close()
        except OSError:
            pass
        for path in (self.path, self._kept):
            if path:
                remove(path)
                _unfinished.discard(path)

    def _copy(self) -> None:
        """Copy the content into the target, whose other names and owner stay."""
        size = os.fstat(self.file.fileno()).st_size
        with open(self.target, "r+b", buffering=0) as into:
            if size and hasattr(os, "posix_fallocate"):
                before = os.fstat(into.fileno()).st_size
                try:
                    os.posix_fallocate(into.fileno(), 0, size)
                except OSError:
                    os.ftruncate(into.fileno(), before)
                    raise
            self.file.seek(0)
            while piece := self.file.read(_PIECE):
                view = memoryview(piece)
                while view:
                    view = view[into.write(view) :]
            os.ftruncate(into.fileno(), size)
            os.fsync(into.fileno())


@contextmanager
def beside(
    target: str, before: Callable[[BinaryIO], None] | None = None, *, private: bool = False
) -> Iterator[BinaryIO]:
    """Yield a file to write; it takes its target's name only when the block ends without an error.

    Args:
        target: the file's name in the end; no link.
        before: called with the file once it is written, before it takes its name.
        private: it stays ours alone, whatever it replaces.

    Raises:
        OSError: it cannot be written whole.
    """
    with ending_clean():
        made = Unfinished(target, private=private)
        try:
            yield made.file
            made.finish(before)
            made.place()
        finally:
            made.discard()


def place_together(files: Sequence[Unfinished]) -> None:
    """Put finished files in place: all of them, or none.

    Raises:
        OSError: one cannot be put there; the others are as they were.
    """
    with _undisturbed():
        try:
            for one in files if len(files) > 1 else ():
                one.keep_old()
            for one in files:
                one.place()
        except BaseException:
            for one in files:
                one.take_back()
            raise


def _beside(target: str) -> str:
    directory, name = os.path.split(target)
    # At most four bytes a letter, and 255 bytes in all.
    return os.path.join(directory, f".{name[:40]}.{os.urandom(6).hex()}{ENDING}")


def _taken_over(target: str, number: int) -> bool:
    """Give a new file the owner and permissions of the one it replaces; say whether it may replace it.

    A new file gets the permissions that are usual here.
    """
    try:
        old = os.stat(target)
    except OSError:
        mask = os.umask(0o077)
        os.umask(mask)
        mode = 0o666 & ~mask
        replaces = True
    else:
        mode = stat.S_IMODE(old.st_mode)
        replaces = old.st_nlink < 2 and _owned(old, number)
        if not replaces and not os.access(target, os.W_OK):
            replaces = True
    try:
        os.fchmod(number, mode)
    except (OSError, AttributeError):
        pass
    return replaces


def _owned(old: os.stat_result, number: int) -> bool:
    """Say whether a new file has the owner and group of an old one, and give it them if it may."""
    new = os.fstat(number)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return True
    try:
        os.fchown(number, old.st_uid, old.st_gid)
    except (OSError, AttributeError):
        return False
    return True


@contextmanager
def ending_clean() -> Iterator[None]:
    """Remove unfinished files when the process is told to end while they are being written."""
    import signal
    import threading

    before: dict[int, Any] = {}
    owner = os.getpid()

    def end(number: int, _: object) -> None:
        for path in list(_unfinished) if os.getpid() == owner else ():
            remove(path)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    if threading.current_thread() is threading.main_thread():
        for name in _ENDS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait while files are put in place."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    waiting = [getattr(signal, name) for name in (*_ENDS, "SIGINT")]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def remove(path: str) -> None:
    """Remove a file, if it is there."""
    try:
        os.unlink(path)
    except OSError:
        pass


def sweep(directory: str, begun: str = "") -> None:
    """Remove what a killed process left unfinished in a directory more than a day ago.

    Args:
        directory: where.
        begun: only what was to become a file of this name; empty means any.
    """
    import time

    start = f".{begun[:40]}." if begun else "."
    try:
        for entry in os.scandir(directory or "."):
            ours = entry.name.startswith(start) and entry.name.endswith(ENDING)
            if ours and entry.stat().st_mtime + _A_DAY < time.time():
                remove(entry.path)
    except OSError:
        pass
