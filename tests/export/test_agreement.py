"""Command line, library, export and the server for assistants say the same of every therapy."""

from __future__ import annotations

import json
import sqlite3
from importlib.util import find_spec
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.render.cells import cell
from tests.driver import Immuno


@pytest.fixture(scope="module")
def told(over: Immuno) -> dict[str, Any]:
    """What the command line tells of every therapy, by id."""
    lists = over("types", "-c", "therapies", "--no-header").lines
    ids = sorted({one for told in lists for one in told.split(";") if one})
    found = {}
    for one in ids:
        (found[one],) = over("show", one, "-f", "json").json["results"]
    assert len(found) >= 10
    return found


def of(base: sqlite3.Connection, query: str, one: str) -> list[dict[str, Any]]:
    """Return rows about a therapy."""
    return [dict(row) for row in base.execute(query, [one])]


def test_the_library_says_what_the_command_line_says(told: dict[str, Any], catalogue: Catalogue) -> None:
    for one, record in told.items():
        assert catalogue.therapy(one).as_dict() == record, one


def test_the_tables_say_what_the_command_line_says(told: dict[str, Any], base: sqlite3.Connection) -> None:
    for one, record in told.items():
        (row,) = of(base, "SELECT * FROM therapies WHERE id = ?", one)
        for field in (
            "id",
            "name",
            "type",
            "mechanism",
            "status",
            "license",
            "market",
            "first_approved",
            "notes",
        ):
            assert row[field] == record[field], (one, field)
        for field, value in record["identifiers"].items():
            assert (row[field] or "") == cell(value), (one, field)
        assert (row["makers"], row["sources"]) == (cell(record["makers"]), cell(record["sources"])), one
        targets = of(base, "SELECT target FROM therapy_targets WHERE therapy = ? ORDER BY rowid", one)
        assert [target["target"] for target in targets] == record["targets"], one


def test_products_and_warnings_are_those_of_the_command_line(
    told: dict[str, Any], base: sqlite3.Connection
) -> None:
    for one, record in told.items():
        products = of(base, "SELECT * FROM products WHERE therapy = ? ORDER BY id", one)
        assert [
            (row["name"], row["form"], row["is_foreign"], row["license_number"], row["license_from"],
             row["license_until"], row["market"], row["market_until"], row["note"], row["sources"])
            for row in products
        ] == [
            (it["name"], it["form"], it["foreign"], it["license"]["number"], it["license"]["from"],
             it["license"]["until"], it["market"]["status"], it["market"]["until"], it["market"]["note"],
             cell(it["sources"]))
            for it in record["products"]
        ], one  # fmt: skip
        warnings = of(base, "SELECT * FROM warnings WHERE therapy = ? ORDER BY rowid", one)
        assert [(row["id"], row["boxed"], row["text"], row["since"], row["sources"]) for row in warnings] == [
            (it["id"], it["boxed"], it["text"], it["from"], cell(it["sources"])) for it in record["warnings"]
        ], one
        signs = of(base, "SELECT warning, sign FROM warning_signs WHERE therapy = ? ORDER BY rowid", one)
        assert [(row["warning"], row["sign"]) for row in signs] == [
            (it["id"], sign) for it in record["warnings"] for sign in it["signs"]
        ], one


def test_uses_and_events_are_those_of_the_command_line(
    told: dict[str, Any], base: sqlite3.Connection
) -> None:
    plain = (
        "id", "cancer", "summary", "setting", "line", "population", "age", "approval", "approved",
        "converted", "ended", "status", "replaced_by", "verified",
    )  # fmt: skip
    for one, record in told.items():
        rows = {row["id"]: row for row in of(base, "SELECT * FROM uses WHERE therapy = ?", one)}
        assert set(rows) == {use["id"] for use in record["indications"]}, one
        for use in record["indications"]:
            row = rows[use["id"]]
            assert {field: row[field] for field in plain} == {field: use[field] for field in plain}
            assert (row["biomarkers"], row["excludes"], row["partners"]) == (
                cell(use["biomarkers"]), cell(use["excludes"]), cell(use["with"])
            )  # fmt: skip
            events = of(base, "SELECT * FROM events WHERE use = ? ORDER BY number", use["id"])
            assert [
                (row["date"], row["event"], row["approval"], json.loads(row["says"]), row["reason"])
                for row in events
            ] == [(it["date"], it["event"], it["approval"], it["says"], it["reason"]) for it in use["events"]]
            sources = of(
                base, "SELECT number, source FROM event_sources WHERE use = ? ORDER BY rowid", use["id"]
            )
            assert [(row["number"], row["source"]) for row in sources] == [
                (number, source) for number, it in enumerate(use["events"], 1) for source in it["sources"]
            ]


def test_names_are_those_of_the_command_line(told: dict[str, Any], base: sqlite3.Connection) -> None:
    for one, record in told.items():
        rows = of(base, "SELECT name FROM names WHERE kind = 'therapy' AND record = ?", one)
        assert {row["name"] for row in rows} == {
            record["name"],
            *(it["name"] for it in (*record["products"], *record["aliases"])),
        }, one


def test_the_tables_have_all_therapies_and_no_other(told: dict[str, Any], base: sqlite3.Connection) -> None:
    assert {row[0] for row in base.execute("SELECT id FROM therapies")} == set(told)


def test_the_server_says_what_the_command_line_says(over: Immuno, told: dict[str, Any]) -> None:
    if find_spec("mcp") is None:
        pytest.skip("the extra mcp is not installed")
    from tests.mcp.talking import answers

    shown = answers(over, *(("show", {"name": one}) for one in told))
    for (one, record), answer in zip(told.items(), shown, strict=True):
        (found,) = answer["results"]
        left = found.pop("left_out", {})
        assert set(found) | set(left) == set(record), one
        for field, value in found.items():
            same = value == record[field]
            cut = isinstance(value, str) and value.endswith("...") and record[field].startswith(value[:-3])
            assert same or cut, (one, field)
        for field, many in left.items():
            assert many == len(record[field]), (one, field)


def test_the_uses_of_a_cancer_are_those_of_the_command_line(over: Immuno, base: sqlite3.Connection) -> None:
    known = [row["id"] for row in base.execute("SELECT id FROM cancers ORDER BY id")]
    for cancer in {*known[:: len(known) // 12 or 1], *{"bladder", "rectal", "tongue"}.intersection(known)}:
        lines = over("indications", "--cancer", cancer, "--status", "any", "--agnostic", "-f", "jsonl").lines
        asked = {(row["id"], row["relation"]) for row in map(json.loads, lines)}
        told = of(base, "SELECT use, relation FROM cancer_uses WHERE cancer = ?", cancer)
        assert {(row["use"], row["relation"]) for row in told} == asked, cancer
