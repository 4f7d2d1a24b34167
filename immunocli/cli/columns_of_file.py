"""Reads the names of a table's columns, as far as completion needs them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_READ = 1 << 16
_PACKED = {".gz": "gzip", ".bz2": "bz2", ".xz": "lzma"}


def header(path: str, options: Mapping[str, str]) -> list[str]:
    """Return the columns of a table, or nothing when it does not look like one.

    Args:
        path: the file, as it was typed.
        options: of `annotate`, those that were given.
    """
    import os
    import stat

    path = os.path.expanduser(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return []
        module = _PACKED.get(os.path.splitext(path)[1].lower())
        opener = __import__(module).open if module else open
        with opener(path, "rb") as file:
            text = file.read(_READ).decode("utf-8-sig", "replace")
    except (OSError, ValueError, EOFError):
        return []
    skipped = options.get("skip_lines", "0")
    lines = text.splitlines()[int(skipped) if skipped.isascii() and skipped.isdigit() else 0 :]
    first = next((line for line in lines if line.strip()), "")
    return _keys(first) if first[:1] in "{[" else _cells(first, options)


def _keys(line: str) -> list[str]:
    import json

    try:
        found = json.loads(line)
    except ValueError:
        return []
    return list(found) if isinstance(found, dict) else []


def _cells(line: str, options: Mapping[str, str]) -> list[str]:
    import csv

    sign = options.get("delimiter", "")
    if len(sign) != 1:
        sign = max("\t,;|", key=line.count)
    if "no_quotes" in options:
        return [cell.strip() for cell in line.split(sign)]
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=sign))]
    except csv.Error:
        return []
