"""Files in the user's own cache: where they lie, how one is told from another, which are read."""

import os

# CPython's keyed hash of bytes, as it checks its own compiled files with: built in, where the import
# of zlib or hashlib costs a thirtieth to a third of an interpreter start.
from _imp import source_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    # Path, size, changed, touched, inode.
    Identity = tuple[str, int, int, int, int]

PACKAGE = os.path.dirname(os.path.abspath(__file__))
# Version 4 of the format is written and read alike by every Python that we support.
MARSHAL_VERSION = 4
_KEY = 0x1AB4
_REGULAR, _KIND = 0o100000, 0o170000
# A file changed so short a time ago may change again within the same tick of the clock.
_SETTLED = 2_000_000_000


def checksum(content: bytes | memoryview) -> bytes:
    """Return the hash that bytes are proved by."""
    return source_hash(_KEY, content).hex().encode("ascii")


class Held:
    """An open file that closes itself when nobody needs it any more."""

    __slots__ = ("_close", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self._close = os.close  # still there when the interpreter ends

    def __del__(self) -> None:
        """Close the file; whatever stands in the way by then, nobody can be told."""
        try:
            self._close(self.number)
        except (OSError, TypeError):
            pass

    def read(self, place: int, length: int) -> bytes:
        """Return so many bytes from a place on, without moving any position."""
        content = os.pread(self.number, length, place)
        while len(content) < length:
            more = os.pread(self.number, length - len(content), place + len(content))
            if not more:
                break
            content += more
        return content


def opened(path: str, *, own: bool) -> "Held | None":
    """Open a regular file without waiting; one that others could have written is refused when `own`."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    if own:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        number = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return None
    held = Held(number)
    about = os.fstat(number)
    if about.st_mode & _KIND != _REGULAR:
        return None
    if own and hasattr(os, "geteuid") and (about.st_uid != os.geteuid() or about.st_mode & 0o022):
        return None
    return held


def identity(path: str) -> "Identity":
    """Return what tells a file from what it was before.

    Raises:
        OSError: it is not there.
    """
    about = os.stat(path)  # not by way of `identity_of`: a lookup asks this of two hundred files
    return path, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino


def identity_of(path: str, about: os.stat_result) -> "Identity":
    """Return what tells a file from what it was before, from what the system says of it."""
    return path, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino


def settled(identities: "Iterable[Identity]") -> bool:
    """Say whether nothing changed just now: what did may change again within the same tick."""
    import time  # only when something is put into the cache

    newest = max(max(changed, touched) for _, _, changed, touched, _ in identities)
    return newest + _SETTLED < time.time_ns()


def directory() -> str | None:
    """Return where the cache lies, or None without a home."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not base or not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isdir(home):
            return None  # a home that does not exist is not ours to make
        base = os.path.join(home, ".cache")
    return os.path.join(base, "immunocli")


def place(path: str, ending: str) -> str | None:
    """Return where the cache has what belongs to a path, for this place of the program; None: no cache."""
    cache = directory()
    if cache is None:
        return None
    try:
        where = os.path.abspath(path) + "\n" + PACKAGE
    except (OSError, ValueError):
        return None
    return os.path.join(cache, checksum(where.encode("utf-8", "surrogateescape")).decode() + ending)


def put(target: str, content: bytes) -> bool:
    """Put a file into the cache, whole and ours alone; where that fails nothing is lost. Say whether it is there."""
    from immunocli.temporary import beside, sweep

    try:
        os.makedirs(os.path.dirname(target), mode=0o700, exist_ok=True)
        sweep(os.path.dirname(target))
        with beside(target, private=True) as file:
            file.write(content)
    except OSError:
        return False
    return True
