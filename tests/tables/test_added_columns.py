"""What may be added to a table: cancers, the standing on a day, and what registries call a record."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from immunocli.errors import UsageError
from tests.driver import SMALL
from tests.tables.annotating import annotated, job_on, small_catalogue


def rows(content: bytes, **options: Any) -> list[dict[str, str]]:
    """Return the rows of an annotated table by the names of their columns."""
    return list(csv.DictReader(io.StringIO(annotated(content, **options).decode(), newline="")))


def test_cancers_are_read_too() -> None:
    found = rows(b"drug\nC43\nbladder cancer\nflu\n", kind="cancer", add=["icd10", "part_of"])
    assert list(found[0]) == [
        "drug",
        *(f"immuno_{n}" for n in "id name path match review icd10 part_of".split()),
    ]
    assert [row["immuno_id"] for row in found] == ["melanoma", "bladder", ""]
    assert (found[0]["immuno_path"], found[0]["immuno_icd10"]) == ("melanoma;skin", "C43")


def standing(drug: str, day: str) -> str:
    """Return how a therapy stood on the day of a row."""
    (row,) = rows(f"drug,day\n{drug},{day}\n".encode(), date="day")
    return row["immuno_status"]


@pytest.mark.parametrize(
    ("drug", "day", "status"),
    [
        ("keytruda", "2014-09-03", "not-yet"),
        ("keytruda", "2014-09-04", "approved"),
        ("keytruda", "20140904", "approved"),
        ("keytruda", "2014/09/04", "approved"),
        ("keytruda", " 2014-09-04T10:30:00Z ", "approved"),
        ("keytruda", "2014", "approved"),
        ("keytruda", "2013", "not-yet"),
        ("Lartruvo", "2016-10-18", "not-yet"),
        ("Lartruvo", "2018", "approved"),
        ("Lartruvo", "2021", "revoked"),
        ("keytruda", "2099-01-01", ""),
        ("keytruda", "1950-01-01", ""),
        ("keytruda", "9/24/2014", "approved"),
        ("keytruda", "24.9.2014", "approved"),
        ("keytruda", "04-SEP-2014", "approved"),
        ("keytruda", "03SEP2014", "not-yet"),
        ("keytruda", "4/9/14", ""),
        ("keytruda", "2014-02-30", ""),
        ("keytruda", "", ""),
        ("nothing", "2020", ""),
        ("BCG live + keytruda", "2000-01-01", "approved;not-yet"),
    ],
)
def test_the_standing_is_that_of_the_rows_day(drug: str, day: str, status: str) -> None:
    assert standing(drug, day) == status


@pytest.mark.parametrize(
    "name", [one["id"] for one in json.loads((SMALL / "therapies.json").read_text(encoding="utf-8"))]
)
def test_between_two_turns_nothing_changes(name: str) -> None:
    catalogue = small_catalogue()
    first, last = catalogue.edition["known_from"], catalogue.edition["as_of"]
    days = [f"{year}-{month:02d}-15" for year in range(1991, 2026) for month in range(1, 13)]
    turns = [first, *(day for day in catalogue.turns([name]) if first < day <= last)]
    for day in days:
        told = catalogue.standing([name], day)[name].as_dict()
        before = catalogue.standing([name], max(turn for turn in turns if turn <= day))[name].as_dict()
        assert {**told, "day": ""} == {**before, "day": ""}, day
    column = [row["immuno_status"] for row in rows(
        "\n".join(["drug,day", *(f"{name},{day}" for day in days)]).encode(), date="day"
    )]  # fmt: skip
    assert column == [catalogue.standing([name], day)[name].status for day in days]


def test_rows_without_a_day_are_counted() -> None:
    job, _ = job_on(b"drug,day\nBCG,2020\nBCG,\nkeytruda,2099\nBCG,\n", date="day")
    assert (job.rows, job.without_day) == (4, 3)


def test_a_day_may_stand_in_quotes_or_json() -> None:
    assert b",not-yet\n" in annotated(b'drug,day\n"keytruda","2013"\n', date="day")
    out = annotated(b'{"drug": "keytruda", "day": "2013"}', "jsonl", date="day")
    assert json.loads(out)["immuno_status"] == "not-yet"


@pytest.mark.parametrize("order", ["day,drug", "drug,day"])
def test_the_day_may_stand_before_or_after(order: str) -> None:
    cells = {"day": "2013", "drug": "keytruda"}
    content = f"{order}\n{','.join(cells[name] for name in order.split(','))}\n".encode()
    assert annotated(content, date="day").endswith(b",not-yet\n")


def test_without_days_the_standing_is_that_of_the_record() -> None:
    (row,) = rows(b"drug\nLartruvo\n", add=["status", "approved", "license", "market"])
    told = small_catalogue().standing(["olaratumab"])["olaratumab"]
    assert (told.status, told.approved) == ("revoked", "2016-10-19")
    for name in ("status", "approved", "license", "market"):
        assert row[f"immuno_{name}"] == told[name]


def test_several_therapies_have_a_place_each() -> None:
    ids = ["bcg", "pembrolizumab"]
    (row,) = rows(b"drug\nBCG live + keytruda\n", add=["brands", "approved", "unii"])
    told = [small_catalogue().standing([one])[one] for one in ids]
    numbers = [small_catalogue().identifiers("therapy", [one])[one]["unii"] for one in ids]
    assert row["immuno_id"] == ";".join(ids)
    assert row["immuno_brands"] == ";".join("|".join(one.brands) for one in told)
    assert row["immuno_approved"] == ";".join(str(one.approved) for one in told)
    assert row["immuno_unii"] == ";".join("|".join(one) for one in numbers)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"add": ["colour"]}, "--add: no column"),
        ({"add": ["oncotree"]}, "--add: no column"),
        ({"kind": "cancer", "add": ["status"]}, "--add: no column"),
        ({"kind": "term"}, "--kind"),
        ({"kind": "cancer", "date": "drug"}, "--date"),
        ({"date": "when"}, 'no column "when"'),
    ],
)
def test_what_cannot_be_added_is_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        annotated(b"drug,x\nBCG,1\n", **options)


def test_a_column_is_added_once() -> None:
    (row,) = rows(b"drug\nBCG\n", add=["status", "id", "status"])
    assert list(row).count("immuno_status") == 1 and len(row) == 8


def test_a_long_cell_is_never_blank_without_a_word() -> None:
    long = "Pembrolizumab | " + " | ".join(f"DRUG: drug{n}" for n in range(40))
    for text in (long, "x" * 500, "x" * 50_000):
        (row,) = rows(f"drug\n{text}\n".encode())
        assert row["immuno_id"] == "pembrolizumab" or row["immuno_review"] == "yes"
    job, _ = job_on(b"drug\n" + b"x" * 500 + b"\nnothing\nBCG\n")
    assert (job.rows, job.missed) == (3, 2)
