"""Opens a data directory; the only module that does."""

from __future__ import annotations

import os

from immunocli.store import places
from immunocli.errors import InvalidData
from immunocli.store.indexfile import INPUTS, Damaged, Index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class Data:
    """Records by key, read as far as they are asked for.

    Args:
        directory: a data directory; None is the one that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __init__(self, directory: str | None = None) -> None:
        self.directory = places.BUNDLED if directory is None else directory
        self._index = _open(self.directory)

    def get(self, kind: str, name: str) -> Any:
        """Return what is stored under `kind/name`, or None."""
        return self._index.get(f"{kind}/{name}")

    def all(self, kind: str) -> list[Any]:
        """Return all records of a kind (`therapy`, `cancer`, `type`, ...) in listing order."""
        return [self._index.get(f"{kind}/{one}") for one in self.ids(kind)]

    def ids(self, kind: str) -> list[str]:
        """Return the ids of all records of a kind in listing order."""
        return list(self._index.get(f"all/{kind}") or ())

    def under(self, prefix: str) -> Iterator[tuple[str, Any]]:
        """Yield the rest of each key that starts with `prefix`, with its value, sorted."""
        return self._index.under(prefix)

    @property
    def edition(self) -> dict[str, Any]:
        """The edition: `edition`, `as_of` (YYYY-MM-DD) and `schema_version`."""
        found: dict[str, Any] = self._index.get("edition")
        return found

    @property
    def same_words(self) -> dict[str, str]:
        """Stem to the stem that stands for it and its synonyms."""
        found: dict[str, str] = self._index.get("same")
        return found


def _open(directory: str) -> Index:
    """Return the index of a directory: a trusted one that lies ready, or one made now."""
    try:
        if not os.path.isdir(directory):
            raise InvalidData(f"no data directory at {_shown(directory)}")
    except ValueError:
        raise InvalidData(f"no data directory at {_shown(directory)}") from None
    found = _trusted(places.BUNDLED_INDEX, directory) if directory == places.BUNDLED else None
    if found is None:
        cached = _cached(directory)
        found = _trusted(cached, directory) if cached else None
    return found or _compiled(directory)


def _shown(directory: str) -> str:
    from immunocli.text import quote  # only a message needs it

    return quote(directory)


def _cached(directory: str) -> str | None:
    cache = places.cache_directory()
    if cache is None:
        return None
    import zlib  # for the cache's file name; the bundled index needs none

    try:
        where = os.path.realpath(directory).encode("utf-8", "surrogateescape")
    except OSError:
        return None
    return os.path.join(cache, f"{zlib.crc32(where):08x}-{len(where)}.index")


def _trusted(path: str, directory: str) -> Index | None:
    """Return the index at `path` if it was made from just these files, else None."""
    try:
        file = open(path, "rb")  # noqa: SIM115  # stays open: records are read when asked for
    except OSError:
        return None
    try:
        made = os.fstat(file.fileno())
        found = Index(file)
        inputs = found.get(INPUTS)
        if inputs["directory"] in (None, os.path.abspath(directory)) and all(
            _unchanged(os.path.join(directory, name), made, *known) for name, *known in inputs["files"]
        ):
            return found
    except (OSError, Damaged, EOFError, ValueError, TypeError, KeyError):
        pass
    file.close()
    return None


def _unchanged(path: str, made: os.stat_result, size: int, checksum: int) -> bool:
    """Say whether a file is what it was when the index was made.

    A file that neither time stamp calls newer than the index is; any other is read and compared,
    as installers write files in no fixed order.
    """
    about = os.stat(path)
    if about.st_size != size:
        return False
    newest = max(about.st_mtime_ns, about.st_ctime_ns)
    if newest < max(made.st_mtime_ns, made.st_ctime_ns):
        return True
    import zlib  # only when the stamps leave a doubt

    with open(path, "rb") as file:
        return zlib.crc32(file.read()) == checksum


def _compiled(directory: str) -> Index:
    """Make the index now, and keep it for the next time if there is a place to."""
    import io  # a question answered from an index that lies ready needs none of these

    from immunocli.store import compiling as building

    content = building.compile_directory(directory)
    target = _cached(directory)
    if target:
        _keep(content, target)
    return Index(io.BytesIO(content))


def _keep(content: bytes, target: str) -> None:
    """Write the cache file whole, or not at all; without a place for it nothing is lost."""
    unfinished = f"{target}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(target), mode=0o700, exist_ok=True)
        with open(unfinished, "xb") as file:
            file.write(content)
        os.replace(unfinished, target)
    except OSError:
        try:
            os.unlink(unfinished)
        except OSError:
            pass
