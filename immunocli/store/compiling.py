"""Turns a directory of JSON files into an index, or says what is wrong with it."""

from __future__ import annotations

import os
import zlib
from typing import Any

from immunocli.store import indexfile as index
from immunocli.store import places
from immunocli.store import deriving, reading, rules, shapes

# Every file of a data directory; `edition` is one object, the others are lists of records.
FILES = (
    "cancers",
    "edition",
    "faq",
    "glossary",
    "immune_system",
    "lookalikes",
    "regimens",
    "sources",
    "synonyms",
    "targets",
    "therapies",
    "types",
)


def read(directory: str) -> dict[str, Any]:
    """Return the parsed content of every file of a data directory, by file name without ending.

    Raises:
        InvalidData: a file is missing, unreadable, not JSON, or not of the shape that its
            schema gives; the message names file, record and field.
    """
    return _parsed(_contents(directory))


def compile_directory(directory: str, *, movable: bool = False) -> bytes:
    """Return the index over a data directory, once its records fit together.

    Args:
        directory: where the JSON files lie.
        movable: the index will be installed with its data, in a place not known yet.

    Raises:
        InvalidData: see `read`; or a rule of the data is broken: the first one is named.
    """
    contents = _contents(directory)
    tables = _parsed(contents)
    rules.require(tables)
    records = deriving.records(tables)
    files = {f"{name}.json": content for name, content in contents.items()}
    for maker in () if movable else places.MAKERS:
        files[maker] = reading.read_bytes(maker)
    records[index.INPUTS] = {
        "directory": None if movable else os.path.abspath(directory),
        "files": [[name, len(content), zlib.crc32(content)] for name, content in files.items()],
    }
    return index.build(records)


def _contents(directory: str) -> dict[str, bytes]:
    return {name: reading.read_bytes(os.path.join(directory, f"{name}.json")) for name in FILES}


def _parsed(contents: dict[str, bytes]) -> dict[str, Any]:
    tables = {}
    for name, content in contents.items():
        tables[name] = reading.parse(f"{name}.json", content)
        shapes.check(name, tables[name])
    return tables
