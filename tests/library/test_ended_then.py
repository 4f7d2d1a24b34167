"""A license, a sale and the uses under it are told as ended only from the day on which a document says so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.dates import day_after, first_day, last_day
from immunocli.records import ended, status_on_day
from immunocli.records.ended import LASTING, OVER, PERHAPS, UNKNOWN
from immunocli.records.status_on_day import MAYBE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def part(until: str | None, ended_by: str | None = None, last_seen: str | None = None) -> dict[str, Any]:
    return {"from": "2000-01-01", "until": until, "ended_by": ended_by, "last_seen": last_seen}


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (part(None), {"2020-01-01": LASTING}),
        (part("2010-05-06"), {"2010-05-05": LASTING, "2010-05-06": OVER}),
        # Within a year of which no day is known, it is not known either.
        (part("2010"), {"2009-12-31": LASTING, "2010-01-01": PERHAPS, "2010-12-30": PERHAPS, "2010-12-31": OVER}),
        (
            part(UNKNOWN, "2025-05", "2012-06"),
            {
                "2012-06-01": LASTING, "2012-06-02": PERHAPS, "2025-05-30": PERHAPS, "2025-05-31": OVER,
                "2026-01-01": OVER,
            },
        ),
        (part(UNKNOWN, "2025-05-18"), {"2000-01-01": PERHAPS, "2025-05-17": PERHAPS, "2025-05-18": OVER}),
    ],
)  # fmt: skip
def test_an_end_is_as_sure_as_its_documents(told: dict[str, Any], days: dict[str, str]) -> None:
    assert {day: ended.ended_on(told, day) for day in days} == days


def test_what_is_told_of_an_end_changes_on_its_turns_alone() -> None:
    for told in (part(None), part("2010"), part(UNKNOWN, "2012-05", "2011-06"), part(UNKNOWN, "2012-05-18")):
        turns = {*ended.turns_of(told)}
        day, stood = "2009-01-01", ended.ended_on(told, "2009-01-01")
        while day < "2013-01-01":
            day = day_after(day)
            now = ended.ended_on(told, day)
            assert now == stood or day in turns, (told, day)
            stood = now


def product(name: str, license_: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "foreign": False, "treats": None, "license": license_}


def test_of_several_licenses_one_in_force_decides_then_one_that_may_be() -> None:
    lasting, over = product("A", part(None)), product("B", part("2010-05-06"))
    perhaps, unknown = product("C", part(UNKNOWN, "2025-05")), product("D", part(UNKNOWN, "2012"))
    day = "2015-01-01"
    assert status_on_day.revoked_on([lasting, perhaps, over], day) is None
    assert status_on_day.revoked_on([over, perhaps, unknown], day) == MAYBE
    # One whose end has no day may have ended last.
    assert status_on_day.revoked_on([over, unknown], day) == UNKNOWN
    assert status_on_day.revoked_on([over], day) == "2010-05-06"


def open_ends(catalogue: Catalogue) -> list[tuple[str, dict[str, Any]]]:
    """Return all products whose license ended on a day that is not known."""
    found = []
    for one in catalogue.therapies(status="any"):
        for product in catalogue.therapy(one.id).products:
            if product["license"]["until"] == UNKNOWN:
                found.append((one.id, product))
    return found


def test_no_license_that_ended_some_day_is_in_force_where_no_document_shows_it(catalogue: Catalogue) -> None:
    held = open_ends(catalogue)
    assert len(held) > 6
    for therapy, product in held:
        name, license_ = product["name"], product["license"]
        over, seen = last_day(license_["ended_by"]), first_day(license_["last_seen"])
        cases = {"in-force": seen, "unknown": day_after(seen), "revoked": over}
        for how, day in cases.items():
            (page,) = catalogue.show([name], as_of=day)
            told = {one["name"]: one["license"] for one in page.products}[name]
            assert told["status"] == how, (name, day)
            assert told["until"] == (UNKNOWN if how == "revoked" else None)
            assert told["ended_by"] == (license_["ended_by"] if how == "revoked" else None)
            if product["treats"] or page.license != how:
                continue  # it is for no cancer, or not the last of its therapy
            stood = {use["status"] for use in page.indications} - {"withdrawn", "replaced"}
            assert stood == {{"in-force": "current"}.get(how, how)}, (name, day)
            assert page.status == {"in-force": "approved"}.get(how, how)
            (standing,) = catalogue.standing([therapy], day, [name]).values()
            assert (standing.license, standing.status) == (how, page.status)


def test_what_may_have_ended_is_neither_listed_nor_denied(catalogue: Catalogue) -> None:
    asked: dict[str, Any] = {"cancer": "hairy-cell", "as_of": "2024-06-01"}
    mine = {"interferon-alfa-2a", "interferon-alfa-2b", "moxetumomab-pasudotox"}
    for status in ("current", "past", "revoked"):
        for found in (
            catalogue.therapies(status=status, **asked),
            catalogue.indications(status=status, **asked),
        ):
            assert not mine & {one["therapy" if "therapy" in one else "id"] for one in found}
            (notice,) = [one for one in found.notices if one.code == "license-not-known"]
            assert {*notice.counts["therapies"]} == mine
            assert not {"none", "none-approved", "none-named"} & {one.code for one in found.notices}
    every = {one.id: one.status for one in catalogue.therapies(status="any", **asked)}
    assert {every[one] for one in mine} == {UNKNOWN}
    assert {one.status for one in catalogue.indications(status="any", **asked) if one.therapy in mine} == {
        UNKNOWN
    }
    told = [
        catalogue.matrix(**asked),
        catalogue.timeline(**asked),
        catalogue.vocabulary("cancer", ["hairy cell leukemia"], as_of="2024-06-01"),
        catalogue.compare(["roferon-a", "intron a"], as_of="2024-06-01")[0],
    ]
    for found in told:
        assert "license-not-known" in {one.code for one in found.notices}
    before = catalogue.indications(cancer="hairy-cell", as_of="2000")
    assert not [one for one in before.notices if one.code == "license-not-known"]


def test_a_cancer_whose_only_therapy_may_have_ended_has_no_none(catalogue: Catalogue) -> None:
    for day in ("2012-01-01", "2015-06-01"):
        found = catalogue.therapies(therapy="roferon-a", as_of=day)
        assert not found.records
        assert [one.code for one in found.notices] == ["license-not-known"]


def test_lanes_and_comparisons_mark_what_is_not_known(catalogue: Catalogue) -> None:
    (lane,) = catalogue.timeline(therapy="roferon-a", as_of="2015")
    assert (lane.status, lane.ended) == (UNKNOWN, UNKNOWN)
    (segment,) = lane.segments
    assert (segment["to"], segment["last_seen"], segment["ended_by"]) == (UNKNOWN, "2009-01-14", "")
    (today,) = catalogue.timeline(therapy="roferon-a")
    assert (today.status, today.segments[0]["ended_by"]) == ("revoked", "2025-05")
    rows, _ = catalogue.compare(["roferon-a", "intron a"], as_of="2018")
    crossed = [row for row in rows if row["property"].startswith("cancer: ")]
    assert crossed
    assert all(
        str(row[one]).endswith(" unknown")
        for row in crossed
        for one in ("interferon-alfa-2a", "interferon-alfa-2b")
        if row[one]
    )


def test_a_use_ends_with_its_license_and_a_sale_ends_apart(catalogue: Catalogue) -> None:
    sold = catalogue.therapy("bexxar", as_of="2014-02-19")
    assert (sold.license, sold.market, sold.status) == ("in-force", "sold", "approved")
    left = catalogue.therapy("bexxar", as_of="2014-02-21")
    assert (left.license, left.market, left.status) == (UNKNOWN, "not-sold", UNKNOWN)
    revoked = {one.id for one in catalogue.indications(therapy="bexxar", status="revoked")}
    assert revoked == {"tositumomab-follicular-2003", "tositumomab-low-grade-2003"}
    (use,) = catalogue.indications(therapy="lumoxiti", status="revoked")
    assert (use.status, use.ended) == ("revoked", None)


def test_no_later_day_is_told(catalogue: Catalogue) -> None:
    for _, product in open_ends(catalogue):
        if product["treats"]:
            continue
        (page,) = catalogue.show([product["name"]], as_of="2010-01-01")
        for one in page.products:
            days = [
                one[name][key] for name in ("license", "market") for key in ("ended_by", "last_seen", "until")
            ]
            assert all(day is None or day[:4] <= "2010" for day in days), json.dumps(one)
