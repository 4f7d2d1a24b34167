"""Puts the exported tables into a SQLite file or a directory of CSV files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from typing import Any

from immunocli.catalogue import Catalogue
from immunocli.errors import UnwritableOutput
from immunocli.export.layout import SEARCH, TABLES, Table
from immunocli.export.rows import Row, rows
from immunocli.render.as_csv import field
from immunocli.render.cells import cell
from immunocli.text import quote


def export(catalogue: Catalogue, into: str) -> int:
    """Write every table; return how many rows.

    Args:
        catalogue: what to export.
        into: a file that ends in `.db`, `.sqlite` or `.sqlite3`, which is replaced, or a directory, in
            which a CSV file of each table is put.

    Raises:
        UnwritableOutput: it cannot be written whole.
    """
    found = rows(catalogue)
    try:
        if into.lower().endswith((".db", ".sqlite", ".sqlite3")):
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
    directory = tempfile.mkdtemp(prefix=".immuno-export-", dir=os.path.dirname(target))
    try:
        unfinished = os.path.join(directory, "export.db")
        connection = sqlite3.connect(unfinished)
        try:
            for name, table in TABLES.items():
                connection.execute(_create(name, table))
                marks = ", ".join("?" * len(table.columns))
                values = ([row[column] for column in table.columns] for row in found[name])
                connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)  # noqa: S608  # our own names
            for name, table in TABLES.items():
                for column in table.links:
                    connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
            _searchable(connection, found)
            connection.commit()
        finally:
            connection.close()
        os.replace(unfinished, target)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _create(name: str, table: Table) -> str:
    parts = [f'"{column}" {_type(column)}' for column in table.columns]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [f'FOREIGN KEY ("{column}") REFERENCES "{other}" (id)' for column, other in table.links.items()]
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _type(column: str) -> str:
    numbers = ("solid", "broad", "boxed", "is_foreign", "number", "schema_version")
    return "INTEGER" if column in numbers else "TEXT"


def _searchable(connection: sqlite3.Connection, found: dict[str, list[Row]]) -> None:
    """Add full-text search, where this SQLite has it."""
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE {SEARCH} USING fts5(kind UNINDEXED, id UNINDEXED, title, text)"
        )
    except sqlite3.OperationalError:
        return
    documents: list[tuple[Any, ...]] = []
    for kind, table, title, texts in (
        ("therapy", "therapies", "name", ("mechanism", "notes")),
        ("use", "uses", "id", ("summary",)),
        ("cancer", "cancers", "name", ("description",)),
        ("type", "types", "name", ("definition", "mechanism")),
        ("target", "targets", "name", ("description",)),
        ("term", "terms", "term", ("definition", "technical")),
        ("faq", "questions", "question", ("answer",)),
    ):
        for row in found[table]:
            documents.append((kind, row["id"], row[title], " ".join(row[text] or "" for text in texts)))
    connection.executemany(f"INSERT INTO {SEARCH} VALUES (?, ?, ?, ?)", documents)  # noqa: S608  # our own name


def _directory(found: dict[str, list[Row]], into: str) -> None:
    os.makedirs(into, exist_ok=True)
    from immunocli.temporary import beside

    for name, table in TABLES.items():
        with beside(os.path.join(os.path.realpath(into), f"{name}.csv")) as file:
            lines = [",".join(table.columns)]
            lines += [",".join(field(cell(row[column])) for column in table.columns) for row in found[name]]
            file.write("\r\n".join([*lines, ""]).encode("utf-8"))
