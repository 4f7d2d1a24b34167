"""Turns a directory of JSON files into an index, or says what is wrong with it."""

from __future__ import annotations

import os
from typing import Any

from immunocli.errors import InvalidData
from immunocli.store import deriving, indexmaking, jsonfiles, rules, schema_checks, trust, wall_files
from immunocli.text import quote

# Every file of a data directory; `edition` is one object, the others are lists of records.
FILES = (
    "around",
    "boxes",
    "cancers",
    "edition",
    "faq",
    "glossary",
    "immune_system",
    "learned",
    "markers",
    "others",
    "regimens",
    "signs",
    "sources",
    "synonyms",
    "targets",
    "therapies",
    "told",
    "types",
    "urgency",
)
SCHEMA_VERSION = 2


def read(directory: str) -> dict[str, Any]:
    """Return the parsed content of every file of a data directory, by file name without ending.

    Raises:
        InvalidData: a file is missing, unreadable, not JSON, or not of the shape that its
            schema gives; the message names file, record and field.
    """
    return _parsed(_contents(directory))


def compile_directory(directory: str) -> bytes:
    """Return the index over a data directory, once its records fit together.

    Args:
        directory: where the JSON files lie.

    Raises:
        InvalidData: see `read`; or a rule of the data is broken: the first one is named.
    """
    contents = _contents(directory)
    tables = _parsed(contents)
    rules.require(tables)
    lists = wall_files.contents(directory)
    others = wall_files.listed(lists)
    if gap := wall_files.missing(tables["edition"], others):
        raise InvalidData(gap)
    meta, values = deriving.derived(tables, others)
    by_path = {os.path.join(directory, f"{name}.json"): content for name, content in contents.items()}
    by_path |= lists
    meta["inputs"] = trust.fingerprints(directory, by_path)
    try:
        return indexmaking.build(meta, values, deriving.RARE, deriving.SCATTERED)
    except ValueError as problem:
        raise InvalidData(f"the data cannot be indexed: {problem}") from None


def _contents(directory: str) -> dict[str, bytes]:
    if not os.path.isdir(directory):
        raise InvalidData(f"no data directory at {quote(directory)}")
    return {name: jsonfiles.read_bytes(os.path.join(directory, f"{name}.json")) for name in FILES}


def _parsed(contents: dict[str, bytes]) -> dict[str, Any]:
    tables = {}
    for name, content in contents.items():
        tables[name] = jsonfiles.parse(f"{name}.json", content)
        schema_checks.check(name, tables[name])
    if tables["edition"]["schema_version"] != SCHEMA_VERSION:
        raise InvalidData(f"edition.json: schema_version: this program reads version {SCHEMA_VERSION}")
    return tables
