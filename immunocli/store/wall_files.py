"""Reads the wall: names that are none of ours, a file of plain lines for each list."""

from __future__ import annotations

import os

from immunocli.errors import InvalidData
from immunocli.names import packed_names
from immunocli.names.forms import normalize
from immunocli.store import jsonfiles
from immunocli.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

FOLDER = "wall"
_ENDING = ".txt"


def contents(directory: str) -> dict[str, bytes]:
    """Return the content of every list of a data directory, by path; none has to be there.

    Raises:
        InvalidData: a list cannot be read.
    """
    folder = os.path.join(directory, FOLDER)
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(_ENDING))
    except (OSError, ValueError):
        return {}
    return {os.path.join(folder, name): jsonfiles.read_bytes(os.path.join(folder, name)) for name in names}


def missing(edition: dict[str, Any], found: Sequence[tuple[str, str]]) -> str:
    """Return what is wrong when lists are not there, or not whole, that an edition says it has; else nothing.

    Args:
        edition: of edition.json; without `wall` it has no lists.
        found: the names of the lists, as `listed` returns them.
    """
    wanted = edition.get("wall", len(found))
    if wanted == len(found):
        return ""
    return (
        f"{FOLDER}: {len(found)} names, and edition.json says {wanted}: a list is missing or not whole; "
        "restore it, or after a change run tools/format_data.py"
    )


def listed(lists: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return each normalized name with its kind: a list's file name begins with it, as `drug-inn.txt`.

    Raises:
        InvalidData: a list is of no kind, or no text.
    """
    found = []
    for path, content in lists.items():
        name = clean(os.path.basename(path))
        kind = name.partition("-")[0]
        if kind not in packed_names.KINDS:
            raise InvalidData(
                f"{FOLDER}/{name}: begins with no kind; kinds are: {', '.join(packed_names.KINDS)}"
            )
        try:
            lines = content.decode("utf-8").split("\n")
        except UnicodeDecodeError:
            raise InvalidData(f"{FOLDER}/{name}: not valid UTF-8") from None
        found += [(plain, kind) for line in lines if (plain := normalize(line))]
    return found
