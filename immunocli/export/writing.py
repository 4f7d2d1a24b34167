"""Puts the exported tables into a SQLite file or a directory of CSV files, whole or not at all."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote as quoted

from immunocli.catalogue import Catalogue
from immunocli.errors import UnwritableOutput, UsageError
from immunocli.export.layout import TABLES, Table
from immunocli.export.rows import Row, rows
from immunocli.render.as_csv import field
from immunocli.render.cells import cell
from immunocli.temporary import ENDING, Unfinished, beside, ending_clean, place_together, remove
from immunocli.text import quote

_DATABASE = (".db", ".sqlite", ".sqlite3")
# A name that ends so is meant to be a file, of a format that this does not write; 2026.11 is none.
_OTHER_FILE = re.compile(r"\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]+$")

# The table that is put in place last: a directory without it holds no whole export.
LAST = "edition"
_LONGEST_HEADER = 10_000
# The table of all texts, for the full-text search.
SEARCH = "search"
SEARCHED = {  # by kind: the table, the column of the title, those of the text
    "therapy": ("therapies", "name", ("mechanism", "notes")),
    "use": ("uses", "summary", ()),
    "cancer": ("cancers", "name", ("description",)),
    "type": ("types", "name", ("definition", "mechanism")),
    "target": ("targets", "name", ("description",)),
    "term": ("terms", "term", ("definition", "technical")),
    "faq": ("questions", "question", ("answer",)),
    "part": ("parts", "name", ("role",)),
    "sign": ("signs", "name", ("text",)),
}
# What SQLite keeps beside a database that is open, or was not closed.
_SIDES = ("-wal", "-shm", "-journal")


def export(catalogue: Catalogue, into: str) -> int:
    """Write every table; return how many rows.

    Args:
        catalogue: what to export.
        into: a file that ends in `.db`, `.sqlite` or `.sqlite3`, which is replaced, or a directory, in
            which a CSV file of each table is put.

    Raises:
        UsageError: its ending is that of another kind of file, or it holds something else: a file of the user's.
        UnwritableOutput: it cannot be written whole; nothing is left of it.
    """
    database = into.lower().endswith(_DATABASE)
    try:
        if not database and _OTHER_FILE.search(into) and not os.path.isdir(into):
            raise UsageError(
                f"{quote(into)}: name a file that ends in .db, or a directory for CSV files",
                advice="immuno data export immuno.db",
            )
        found = rows(catalogue)
        if database:
            _sqlite(found, into)
        else:
            _directory(found, into)
    except (OSError, sqlite3.Error, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise UnwritableOutput(f"{quote(into)} cannot be written: {reason}") from None
    return sum(map(len, found.values()))


def _sqlite(found: dict[str, list[Row]], into: str) -> None:
    target = os.path.realpath(into)
    if os.path.isdir(target):
        raise IsADirectoryError(21, "Is a directory")
    if _is_of_others(target):
        raise UsageError(f"{quote(into)} holds something else than an export: name another file")
    with beside(target) as file:
        for left in _SIDES:  # what another program left beside the old file would be read into the new one
            if os.path.lexists(target + left):
                os.remove(target + left)
        connection = sqlite3.connect(":memory:")
        try:
            for name, table in TABLES.items():
                connection.execute(_create(name, table, found[name]))
                marks = ", ".join("?" * len(table.columns))
                values = ([row[column] for column in table.columns] for row in found[name])
                connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)  # noqa: S608  # our own names
            for name, table in TABLES.items():
                for column in table.links:
                    connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
            _searchable(connection, found)
            connection.commit()
            file.write(connection.serialize())
        finally:
            connection.close()


def _is_of_others(target: str) -> bool:
    """Say whether a file is there that holds something, and is no earlier export."""
    if not os.path.isfile(target) or not os.path.getsize(target):
        return False
    connection = sqlite3.connect(f"file:{quoted(target)}?mode=ro&immutable=1", uri=True)  # as it lies there
    try:
        held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error:
        return True
    finally:
        connection.close()
    return not held >= {"therapies", "uses", "sources"}


def _create(name: str, table: Table, of: list[Row]) -> str:
    parts = [f'"{column}" {_type(row[column] for row in of)}' for column in table.columns]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [f'FOREIGN KEY ("{column}") REFERENCES "{other}" (id)' for column, other in table.links.items()]
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _type(values: Iterable[Any]) -> str:
    """Return what a column holds: whole numbers when each value that is known is one."""
    known = {type(value) for value in values if value is not None}
    return "INTEGER" if known == {int} else "TEXT"


def _searchable(connection: sqlite3.Connection, found: dict[str, list[Row]]) -> None:
    """Add full-text search, where this SQLite has it."""
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE {SEARCH} USING fts5(kind UNINDEXED, id UNINDEXED, title, text)"
        )
    except sqlite3.OperationalError:
        return
    documents: list[tuple[Any, ...]] = []
    for kind, (table, title, texts) in SEARCHED.items():
        for row in found[table]:
            documents.append((kind, row["id"], row[title], " ".join(row[text] or "" for text in texts)))
    connection.executemany(f"INSERT INTO {SEARCH} VALUES (?, ?, ?, ?)", documents)  # noqa: S608  # our own name


def _directory(found: dict[str, list[Row]], into: str) -> None:
    new = not os.path.lexists(into)
    os.makedirs(into, exist_ok=True)
    directory = os.path.realpath(into)
    if _holds_others(directory):
        raise UsageError(f"{quote(into)} holds something else than an export: name another directory")
    for name in os.listdir(directory):  # what an export left that was killed
        if name.endswith(ENDING):
            remove(os.path.join(directory, name))
    made: list[Unfinished] = []
    placed = False
    with ending_clean():
        try:
            for name in (*(one for one in TABLES if one != LAST), LAST):
                made.append(Unfinished(os.path.join(directory, f"{name}.csv")))
                made[-1].file.write(_csv(TABLES[name], found[name]))
                made[-1].finish()
            _place(made)
            placed = True
        finally:
            for one in made:
                one.discard()
            if new and not placed:
                os.rmdir(directory)


def _place(made: list[Unfinished]) -> None:
    """Put tables in place, all or none; whoever is killed meanwhile leaves none that tells of an edition."""
    last = made[-1].target
    kept = last + ENDING
    if os.path.lexists(last):
        os.replace(last, kept)
    try:
        place_together(made)
    except BaseException:
        if os.path.lexists(kept):
            os.replace(kept, last)
        raise
    remove(kept)


def _holds_others(directory: str) -> bool:
    """Say whether a directory has files of others: under the name of a table, or beside no earlier export."""
    names = [name for name in os.listdir(directory) if not name.endswith(ENDING)]
    tables = [name for name in names if name.removesuffix(".csv") in TABLES and name.endswith(".csv")]
    if not all(_is_ours(os.path.join(directory, name)) for name in tables):
        return True
    return len(tables) < len(names) and not {"therapies.csv", "uses.csv", "sources.csv"} <= {*tables}


def _is_ours(path: str) -> bool:
    """Say whether a file begins as the table of its name does, in this version or an earlier one."""
    columns = list(TABLES[os.path.basename(path).removesuffix(".csv")].columns)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            told = file.readline(_LONGEST_HEADER).removesuffix("\r\n").split(",")
    except (OSError, ValueError):
        return False
    return told[0] == columns[0] and {*told} <= {*columns} and 2 * len(told) >= len(columns)


def _csv(table: Table, of: list[Row]) -> bytes:
    lines = [",".join(table.columns)]
    lines += [",".join(field(cell(row[column])) for column in table.columns) for row in of]
    return "\r\n".join([*lines, ""]).encode()
