"""Knows where the data that came with the program lies, and where a cache may lie."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def _bundled() -> str:
    """Return the data directory of an installed package, else that of a source checkout."""
    installed = os.path.join(_PACKAGE, "data")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), "data")


BUNDLED = _bundled()
BUNDLED_INDEX = os.path.join(_PACKAGE, "index.bin")
# What an index is made by: one made by other code is not trusted.
MAKERS = tuple(
    os.path.join(_PACKAGE, *path)
    for path in (
        ("store", "deriving.py"),
        ("store", "naming.py"),
        ("words", "weighing.py"),
        ("names", "forms.py"),
        ("words", "stems.py"),
        ("standing.py",),
    )
)


def cache_directory() -> "str | None":
    """Return where indexes of other data directories may be kept, or None without a home."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not base or not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isdir(home):
            return None  # a home that does not exist is not ours to make
        base = os.path.join(home, ".cache")
    return os.path.join(base, "immunocli")
