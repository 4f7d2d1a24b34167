"""Makes files that have no name until they are whole: nothing is left of them, however the process ends."""

from __future__ import annotations

import os


def opened(directory: str) -> int | None:
    """Return the descriptor of a new file of a directory, ours alone; None where the system has no such files."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None:
        return None
    try:
        number = os.open(directory or ".", flag | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:
        return None  # a file with a name tells better what is wrong
    if os.path.exists(_place(number)):
        return number
    os.close(number)
    return None


def name(number: int, path: str) -> None:
    """Give the file a name, which is free.

    Raises:
        OSError: it cannot have it.
    """
    # A directory is told for the link to be followed; of a full path it means nothing.
    os.link(_place(number), path, src_dir_fd=number, follow_symlinks=True)


def _place(number: int) -> str:
    return f"/proc/self/fd/{number}"
