"""The tables are those that are declared, hold together, and count what `data info` counts."""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from immunocli.export.layout import TABLES
from immunocli.export.writing import SEARCH, SEARCHED
from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell
from tests.driver import ROOT, Immuno
from tools.readme_tables import tables

DOCUMENT = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
# What `data info` counts, by table.
COUNTED = {
    "therapies": "therapies", "indications": "uses", "events": "events", "products": "products",
    "cancers": "cancers", "types": "types", "targets": "targets", "terms": "terms",
    "questions": "questions", "sources": "sources",
}  # fmt: skip


def count(base: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table has."""
    (found,) = base.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(found)


def test_the_document_describes_the_declared_tables() -> None:
    block = re.search(r"<!-- tables -->\n(.*?)<!-- /tables -->", DOCUMENT, re.DOTALL)
    assert block and block[1] == tables(), "run python tools/readme_tables.py"


def test_the_tables_and_columns_are_those_declared(base: sqlite3.Connection) -> None:
    named = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    own = [name for (name,) in named if not name.startswith(SEARCH)]
    assert own == list(TABLES)
    for name, table in TABLES.items():
        told = base.execute(f'PRAGMA table_info("{name}")').fetchall()
        assert [row["name"] for row in told] == list(table.columns)
        assert {row["name"] for row in told if row["pk"]} == set(table.key)
        links = base.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        assert {row["from"]: row["table"] for row in links} == table.links
        assert count(base, name), f"{name} is empty"


def test_nothing_is_broken_and_every_foreign_key_resolves(base: sqlite3.Connection) -> None:
    assert [row[0] for row in base.execute("PRAGMA integrity_check")] == ["ok"]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, table in TABLES.items():
        for column, other in table.links.items():
            missing = base.execute(
                f'SELECT "{column}" FROM "{name}" WHERE "{column}" IS NOT NULL '
                f'AND "{column}" NOT IN (SELECT id FROM "{other}")'
            ).fetchall()
            assert not missing, (name, column, [row[0] for row in missing[:3]])


def test_ids_in_lists_and_under_a_kind_resolve_too(base: sqlite3.Connection) -> None:
    documents = {row[0] for row in base.execute("SELECT id FROM sources")}
    for name, table in TABLES.items():
        if "sources" in table.columns:
            for (told,) in base.execute(f"SELECT sources FROM \"{name}\" WHERE sources <> ''"):
                assert set(told.split(";")) <= documents, (name, told)
    for kind, (table_name, _, _) in SEARCHED.items():
        missing = base.execute(
            f"SELECT record FROM names WHERE kind = ? AND record NOT IN (SELECT id FROM {table_name})", [kind]
        ).fetchall()
        assert not missing, (kind, missing[:3])
    kinds = {row[0] for row in base.execute("SELECT DISTINCT kind FROM names")}
    assert kinds == {"therapy", "cancer", "type", "target", "term", "part"}
    pairs = {tuple(row) for row in base.execute("SELECT therapy, id FROM warnings")}
    assert {tuple(row) for row in base.execute("SELECT therapy, warning FROM warning_signs")} <= pairs
    numbers = {tuple(row) for row in base.execute("SELECT use, number FROM events")}
    assert {tuple(row) for row in base.execute("SELECT use, number FROM event_sources")} <= numbers


def test_every_event_has_a_source(base: sqlite3.Connection) -> None:
    bare = base.execute(
        "SELECT use, number FROM events EXCEPT SELECT use, number FROM event_sources"
    ).fetchall()
    assert not bare


def test_the_counts_are_those_of_data_info(over: Immuno, base: sqlite3.Connection) -> None:
    (info,) = over("data", "info", "-f", "json").json["results"]
    assert {name: count(base, table) for name, table in COUNTED.items()} == {
        name: info[name] for name in COUNTED
    }
    (row,) = base.execute("SELECT * FROM edition").fetchall()
    assert {name: row[name] for name in row.keys()} == {name: info[name] for name in row.keys()}  # noqa: SIM118
    current = base.execute("SELECT count(*), count(DISTINCT therapy) FROM uses WHERE status = 'current'")
    assert tuple(current.fetchone()) == (info["current_indications"], info["approved_therapies"])


@pytest.mark.parametrize("kind", ["cancer", "type"])
def test_ancestors_are_all_that_can_be_reached(over: Immuno, base: sqlite3.Connection, kind: str) -> None:
    rows = over(f"{kind}s", "-c", "id,part_of", "--no-header").rows
    above = {one: set(wider.split(";")) - {""} for one, wider in rows}
    right = set()
    for one in above:
        waiting = {one}
        while waiting:
            up = waiting.pop()
            right.add((one, up))
            waiting |= above[up] - {up}
    assert {tuple(row) for row in base.execute(f"SELECT {kind}, ancestor FROM {kind}_ancestors")} == right


def test_the_query_of_the_document_runs(base: sqlite3.Connection) -> None:
    queries = re.findall(r"```sql\n(.*?)```", DOCUMENT, re.DOTALL)
    assert queries
    for query in queries:
        assert base.execute(query).fetchall() or "lung" in query
    inline = re.findall(r"`(SELECT [^`]+)`", DOCUMENT)
    assert inline
    for query in inline:
        base.execute(query).fetchall()


def test_full_text_search_finds_every_kind(base: sqlite3.Connection) -> None:
    for kind, (table, title, _) in SEARCHED.items():
        found = base.execute(f"SELECT count(*) FROM {SEARCH} WHERE kind = ?", [kind]).fetchone()[0]
        assert found == count(base, table), kind
        record, words = base.execute(f"SELECT id, {title} FROM {table} LIMIT 1").fetchone()
        asked = '"' + words.replace('"', '""') + '"'
        rows = base.execute(f"SELECT kind, id FROM {SEARCH} WHERE {SEARCH} MATCH ?", [asked]).fetchall()
        assert (kind, record) in [tuple(row) for row in rows]


@pytest.mark.parametrize("name", TABLES)
def test_the_directory_holds_what_the_file_holds(
    base: sqlite3.Connection, directory: Path, name: str
) -> None:
    with (directory / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert header == list(TABLES[name].columns)
    told = [[harmless(cell(value)) for value in row] for row in base.execute(f'SELECT * FROM "{name}"')]
    assert sorted(rows) == sorted(told)


def test_the_directory_holds_nothing_else(directory: Path) -> None:
    assert sorted(path.name for path in directory.iterdir()) == sorted(f"{name}.csv" for name in TABLES)


def test_two_exports_are_the_same_bytes(over: Immuno, file: Path, tmp_path: Path) -> None:
    over("data", "export", str(tmp_path / "again.db"))
    assert (tmp_path / "again.db").read_bytes() == file.read_bytes()


def test_duckdb_reads_the_directory(base: sqlite3.Connection, directory: Path) -> None:
    if find_spec("duckdb") is None:
        pytest.skip("duckdb is not installed")
    import duckdb

    with duckdb.connect() as engine:
        for name in TABLES:
            told = engine.execute(
                f"SELECT count(*) FROM read_csv('{directory / name}.csv', header = true, all_varchar = true)"
            ).fetchone()
            assert told == (count(base, name),), name
        told = engine.execute(
            f"SELECT count(*) FROM '{directory}/uses.csv' JOIN '{directory}/therapies.csv' t"
            " ON t.id = therapy"
        ).fetchone()
        assert told == (count(base, "uses"),)


def test_pandas_reads_both(base: sqlite3.Connection, directory: Path) -> None:
    if find_spec("pandas") is None:
        pytest.skip("pandas is not installed")
    import pandas

    for name, table in TABLES.items():
        found = pandas.read_sql_query(f'SELECT * FROM "{name}"', base)
        text = pandas.read_csv(directory / f"{name}.csv", dtype=str, keep_default_na=False)
        assert list(found.columns) == list(text.columns) == list(table.columns)
        assert len(found) == len(text) == count(base, name)


def test_the_sqlite3_program_opens_it(file: Path) -> None:
    if not shutil.which("sqlite3"):
        pytest.skip("the program sqlite3 is not here")
    done = subprocess.run(
        ["sqlite3", str(file), "SELECT count(*) > 0 FROM therapies;"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout == "1\n"
