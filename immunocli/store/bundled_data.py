"""Knows where the data that came with the program lies."""

import os

from immunocli.cached import PACKAGE


def _bundled() -> str:
    """Return the data directory of an installed package, else that of a source checkout."""
    installed = os.path.join(PACKAGE, "data")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(PACKAGE), "data")


BUNDLED = _bundled()
BUNDLED_INDEX = os.path.join(PACKAGE, "index.bin")
# The rooms, and the modules of another, whose code decides what an index holds: one made by other code
# is not believed.
_ROOMS = ("names", "store", "words")
_FOLD = (
    "asked_markers.py",
    "ended.py",
    "known_then.py",
    "status_on_day.py",
    "own_label.py",
    "relation.py",
    "therapy_in_short.py",
    "values.py",
    "warning_on_day.py",
)


def makers() -> "list[str]":
    """Return the source files that an index is made by, in a fixed order."""
    found = [os.path.join(PACKAGE, "records", name) for name in _FOLD]
    for room in _ROOMS:
        directory = os.path.join(PACKAGE, room)
        found += [f"{directory}{os.sep}{name}" for name in os.listdir(directory) if name.endswith(".py")]
    # What had come by a day, and what a warning is about.
    found += [os.path.join(PACKAGE, name) for name in ("dates.py", "text.py")]
    found.sort()
    return found


def inputs(directory: str) -> "list[str]":
    """Return the files of a data directory that an index is made from, schemas and lists included."""
    found = []
    for place in (directory, os.path.join(BUNDLED, "schemas"), os.path.join(directory, "wall")):
        try:
            names = os.listdir(place)
        except OSError:
            continue
        found += [f"{place}{os.sep}{name}" for name in names if name.endswith((".json", ".txt"))]
    return sorted(found)
