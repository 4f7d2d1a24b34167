"""Decides which index is believed: one rule for the one that came along and for those in the cache.

An index says which files, and which code, it was made from, with a hash of each. It is believed when
those are the files that lie there now. That is proved once by reading them, and sealed: the seal, a
small file in the user's own cache, holds the identity (size, times, inode) of the index and of every
file behind it, taken before they were read. As long as all identities are those of the seal, nothing
need be read again. Any doubt leads back to reading; what is then found wrong, to a new index.
"""

from __future__ import annotations

import marshal
import os

from immunocli import cached
from immunocli.cached import checksum, identity_of
from immunocli.store import bundled_data
from immunocli.store.indexfile import Damaged, Index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cached import Identity

_SEAL = b"immuno-seal-1 "
_LARGEST_SEAL = 1 << 10


def believed(directory: str) -> Index | None:
    """Return an index of a data directory that is proved to be made from what lies there, else None."""
    identities = None
    for path in _candidates(directory):
        held = cached.opened(path, own=path != bundled_data.BUNDLED_INDEX)
        if held is None:
            continue
        try:
            if identities is None:
                identities = _identities(directory)
            if identities is None:
                return None
            index = Index(held.read, os.fstat(held.number).st_size)
            seal = (identity_of(path, os.fstat(held.number)), *identities)
            told = marshal.dumps(seal, cached.MARSHAL_VERSION)
            target = _seal_of(path)
            if target is not None and _content(target) == _sealed(told):
                return index
            if _proved(index, directory):
                if target is not None and cached.settled(seal):
                    cached.put(target, _sealed(told))
                return index
        except (Damaged, OSError):
            continue
    return None


def keep(directory: str, content: bytes) -> bool:
    """Put a newly made index into the cache, and say whether it is there; without a place for it nothing is lost."""
    target = _cached(directory)
    return target is not None and cached.put(target, content)


def fingerprints(directory: str, contents: dict[str, bytes]) -> str:
    """Return name and hash of everything an index is made from, a line each.

    Args:
        directory: the data directory.
        contents: what was read of its files, by path.
    """
    found = []
    for path in (*bundled_data.inputs(directory), *bundled_data.makers()):
        content = contents.get(path)
        if content is None:
            content = _read(path)
        found.append(f"{checksum(content).decode('ascii')} {_called(path, directory)}")
    return "\n".join(found)


def _read(path: str) -> bytes:
    """Return the content of a regular file: what else may lie there in its place is not waited for."""
    held = cached.opened(path, own=False)
    if held is None:
        raise OSError("not a regular file")
    return held.read(0, os.fstat(held.number).st_size)


def _candidates(directory: str) -> list[str]:
    cached = _cached(directory)
    own = [cached] if cached else []
    return [bundled_data.BUNDLED_INDEX, *own] if directory == bundled_data.BUNDLED else own


def _called(path: str, directory: str) -> str:
    """Return a name for a file that is the same wherever the program and its data lie."""
    for root, mark in ((directory, "data"), (bundled_data.BUNDLED, "bundled"), (cached.PACKAGE, "code")):
        if path.startswith(root + os.sep):
            return f"{mark}:{path[len(root) + 1 :].replace(os.sep, '/')}"
    return path


def _identities(directory: str) -> tuple[Identity, ...] | None:
    try:
        return tuple(
            [cached.identity(path) for path in (*bundled_data.inputs(directory), *bundled_data.makers())]
        )
    except OSError:
        return None


def _sealed(told: bytes) -> bytes:
    """Return the seal that stands for identities: their hash, so that no seal is ever unmarshalled."""
    return _SEAL + checksum(told)


def _content(path: str) -> bytes:
    held = cached.opened(path, own=True)
    return b"" if held is None else held.read(0, _LARGEST_SEAL)


def _proved(index: Index, directory: str) -> bool:
    """Say whether an index was made from what lies there now, by reading it all."""
    try:
        return bool(index.meta["inputs"] == fingerprints(directory, {}))
    except (OSError, KeyError, TypeError):
        return False


def _cached(directory: str) -> str | None:
    return cached.place(directory, ".index")


def _seal_of(path: str) -> str | None:
    return cached.place(path, ".seal")
