"""Each recipe of docs/tables-at-scale.md gives the answers of `annotate`, row for row."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from benchmarks.make_table import pool
from tests.driver import Immuno
from tests.engines.recipes import names_of_recipes, read_csv, recipes, run

ROWS = 400
# What engines, CSV readers and joins are known to stumble over.
HARD = [
    "", " ", "NA", "N/A", "NULL", "None", "nan", "true", "1", "1e3", "2020-01-01", "keytruda", "KEYTRUDA",
    " Keytruda", "Keytruda ", "Keytruda, 200 mg", 'Keytruda "pembro"', "it's Opdivo", "Opdivo; Yervoy",
    "nivo + ipi", "nivolumab/relatlimab", "pembrolizumba", "Opdivo®", "OPDIVO™ 240 mg", "naïve", "Ünituxin",
    "=keytruda", "-keytruda", "+1", "@x", "a\\b", "\\N", "Tecentriq 1,200 mg/20 mL", "BCG", "bcg", "日本語",
    "no Keytruda", "placebo of Keytruda", "imatinib", "MK-3475", "𝒦eytruda", "ke\u0301ytruda",
    "K\u00a0eytruda", "Opdivo\t240 mg", "Opdivo\n240 mg", "Opdivo\r\n240 mg", "#keytruda", "'", '"', ",", "|",
]  # fmt: skip
ADDED = ["id", "name", "type", "targets", "match", "review"]
SPARK = pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java, which is not here")


@pytest.fixture(scope="module")
def strings() -> list[str | None]:
    """A column of messy strings, many of them more than once, and two that are missing."""
    found: list[str | None] = [*HARD, None, *HARD[::3], None]
    made = pool(200, 7)
    found += made
    found += [made[number * number % 37] for number in range(ROWS - len(found))]
    return found


@pytest.fixture(scope="module")
def wanted(immuno: Immuno, strings: list[str | None]) -> list[dict[str, str]]:
    """The rows as `annotate` tells them."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["record", "drug", "dose"])
    writer.writerows([number, text, number % 7] for number, text in enumerate(strings))
    told = immuno("annotate", "-", "--column", "drug", stdin=table.getvalue().encode())
    assert told.code == 0, told
    rows = read_csv(told.out)
    assert len(rows) == len(strings) >= ROWS
    assert 100 < sum(bool(row["immuno_id"]) for row in rows) < ROWS
    return rows


Columns = dict[str, list[Any]]


def by_polars(columns: Columns, place: Path) -> None:
    import polars

    polars.DataFrame(columns).write_parquet(place / "visits.parquet")


def by_arrow(columns: Columns, place: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table(columns), place / "visits.parquet")


def by_duckdb(columns: Columns, place: Path) -> None:
    import duckdb

    with duckdb.connect() as base:
        base.execute("CREATE TABLE visits (record BIGINT, drug VARCHAR, dose BIGINT)")
        base.executemany("INSERT INTO visits VALUES (?, ?, ?)", list(zip(*columns.values(), strict=True)))
        base.execute(f"COPY visits TO '{place / 'visits.parquet'}'")


def of_polars(place: Path) -> list[dict[str, Any]]:
    import polars

    return polars.read_parquet(place / "annotated.parquet").to_dicts()


def of_arrow(place: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet

    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(place / "annotated.parquet").to_pylist()
    return rows


def of_duckdb(place: Path) -> list[dict[str, Any]]:
    import duckdb

    with duckdb.connect() as base:
        told = base.execute(f"SELECT * FROM '{place / 'annotated.parquet'}'")
        names = [column[0] for column in told.description or ()]
        return [dict(zip(names, row, strict=True)) for row in told.fetchall()]


# Engine: what it needs, what writes its table, what reads its answer.
ENGINES: dict[str, tuple[tuple[str, ...], Callable[[Columns, Path], None], Callable[[Path], list[Any]]]] = {
    "duckdb": (("duckdb",), by_duckdb, of_duckdb),
    "polars": (("polars",), by_polars, of_polars),
    "pandas": (("pandas", "pyarrow"), by_arrow, of_arrow),
    "pyspark": (("pyspark", "pandas", "pyarrow"), by_arrow, of_arrow),
}
PYTHON = [
    pytest.param(name, number, id=f"{name}-{number}", marks=[SPARK] * (name == "pyspark"))
    for name in ENGINES
    for number in range(len(recipes(name)))
]


def test_the_document_has_a_recipe_for_each_engine() -> None:
    assert set(names_of_recipes()) == {"reading.py", "R", *ENGINES}
    assert len(recipes("pyspark")) == 2


@pytest.mark.parametrize(("engine", "number"), PYTHON)
def test_a_recipe_gives_the_answers_of_annotate(
    engine: str,
    number: int,
    immuno: Immuno,
    strings: list[str | None],
    wanted: list[dict[str, str]],
    tmp_path: Path,
) -> None:
    needed, write, read = ENGINES[engine]
    for module in needed:
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    columns = {
        "record": list(range(len(strings))),
        "drug": strings,
        "dose": [number % 7 for number in range(len(strings))],
    }
    write(columns, tmp_path)
    (tmp_path / "reading.py").write_text(recipes("reading.py")[0], encoding="utf-8")
    (tmp_path / "recipe.py").write_text(recipes(engine)[number], encoding="utf-8")
    run(immuno, tmp_path, [sys.executable, "recipe.py"])
    rows = sorted(read(tmp_path), key=lambda row: int(row["record"]))
    assert [row["drug"] for row in rows] == strings
    told = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in rows]
    assert told == wanted


@pytest.mark.skipif(not shutil.which("Rscript"), reason="Rscript is not here")
def test_the_recipe_for_r_gives_the_answers_of_annotate(
    immuno: Immuno, wanted: list[dict[str, str]], tmp_path: Path
) -> None:
    """R reads a CSV file; a string that breaks over lines is not for `resolve -`, as the page says."""
    rows = [row for row in wanted if not set("\r\n") & set(row["drug"])]
    with (tmp_path / "visits.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["record", "drug", "dose"])
        writer.writerows([row["record"], row["drug"], row["dose"]] for row in rows)
    (tmp_path / "recipe.R").write_text(recipes("R")[0], encoding="utf-8")
    run(immuno, tmp_path, ["Rscript", "recipe.R"])
    told = read_csv((tmp_path / "annotated.csv").read_text(encoding="utf-8"))
    columns = [f"immuno_{name}" for name in ADDED if name not in ("type", "targets")]
    assert [[row[name] for name in ("drug", *columns)] for row in told] == [
        [row[name] for name in ("drug", *columns)] for row in rows
    ]


def test_what_r_gets_from_resolve_is_what_annotate_tells(
    immuno: Immuno, wanted: list[dict[str, str]]
) -> None:
    """The middle of R's recipe, without R: the lines in, the CSV out."""
    right = {row["drug"]: row for row in wanted if row["drug"].strip() and not set("\r\n") & set(row["drug"])}
    told = immuno("resolve", "-", "--format", "csv", stdin="".join(f"{one}\n" for one in right).encode())
    rows = read_csv(told.out)
    assert [row["input"] for row in rows] == list(right)
    for row in rows:
        line = right[row["input"]]
        assert [row["id"], row["name"], row["match"], row["review"] if row["id"] else ""] == [
            line[f"immuno_{name}"] for name in ("id", "name", "match", "review")
        ]
