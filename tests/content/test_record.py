"""The FDA record: status, dates and sources agree with each other and with the FDA's own lists."""

from __future__ import annotations

import re
from typing import Any

import pytest

from immunocli import Catalogue

# Accelerated approvals that the FDA's public list of withdrawn ones names, with the year.
# Source: fda-aa-withdrawn.
WITHDRAWN = [
    ("atezolizumab", "urothelial carcinoma", "2016", "2021"),
    ("atezolizumab", "urothelial carcinoma", "2017", "2022"),
    ("atezolizumab", "TNBC", "2019", "2021"),
    ("belantamab mafodotin", "multiple myeloma", "2020", "2023"),
    ("bevacizumab", "breast", "2008", "2011"),
    ("durvalumab", "urothelial carcinoma", "2017", "2021"),
    ("gemtuzumab ozogamicin", "AML", "2000", "2011"),
    ("nivolumab", "SCLC", "2018", "2020"),
    ("nivolumab", "hepatocellular carcinoma", "2017", "2021"),
    ("olaratumab", "soft tissue sarcoma", "2016", "2020"),
    ("pembrolizumab", "SCLC", "2019", "2021"),
    ("pembrolizumab", "stomach", "2017", "2022"),
    ("sacituzumab govitecan", "urothelial carcinoma", "2021", "2024"),
    ("tositumomab", "follicular lymphoma", "2004", "2013"),
]


@pytest.mark.parametrize(("therapy", "cancer", "approved", "withdrawn"), WITHDRAWN)
def test_the_record_agrees_with_the_list_of_withdrawn_approvals(
    therapy: str, cancer: str, approved: str, withdrawn: str, catalogue: Catalogue
) -> None:
    rows = [
        row
        for row in catalogue.indications(therapy=therapy, cancer=cancer, status="withdrawn")
        if row.approved.startswith(approved)
    ]
    assert rows, f"therapies.json: {therapy}: add the use approved in {approved}, withdrawn in {withdrawn}"
    for row in rows:
        assert row.withdrawn.startswith(withdrawn), f"{row.id}: withdrawn: the FDA's list says {withdrawn}"
        assert row.withdrawn_reason, f"{row.id}: withdrawn_reason: say why in a sentence"


def test_every_withdrawn_accelerated_use_is_on_that_list(catalogue: Catalogue) -> None:
    """Whoever adds one looks it up in the FDA's list and adds it above."""
    listed = {(catalogue.resolve(name).id, year) for name, _, year, _ in WITHDRAWN}
    rows = catalogue.indications(status="withdrawn", approval="accelerated")
    strange = [
        row.id
        for row in rows
        if row.withdrawn and not row.converted and (row.therapy, row.approved[:4]) not in listed
    ]
    assert not strange, f"tests/content/test_record.py: compare with the FDA's list and add: {strange}"


def test_status_follows_from_the_rows(tables: dict[str, Any], catalogue: Catalogue) -> None:
    problems = []
    for therapy in tables["therapies"]:
        record = catalogue.therapy(therapy["id"])
        statuses = {row["status"] for row in record.indications}
        expected = (
            "approved" if "active" in statuses
            else "discontinued" if "discontinued" in statuses
            else "withdrawn" if statuses
            else "not-approved"
        )  # fmt: skip
        if record.status != expected:
            problems.append(f"{therapy['id']}: status {record.status}, rows say {expected}")
        if record.first_approved != min((row["approved"] for row in record.indications), default=None):
            problems.append(f"{therapy['id']}: first_approved {record.first_approved} is not its first row's")
    assert not problems, "\n".join(problems)


def test_a_product_off_the_market_says_since_when(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: market.{field}: write it, or say in note what was looked for"
        for therapy in tables["therapies"]
        if therapy["market"]["status"] in ("discontinued", "withdrawn")
        for field in ("date", "sources")
        if not therapy["market"][field] and not therapy["market"]["note"]
    ]
    assert not problems, "\n".join(problems)


def test_most_rows_cite_the_fda_itself(tables: dict[str, Any]) -> None:
    publisher = {source["id"]: source["publisher"] for source in tables["sources"]}
    rows = [row for therapy in tables["therapies"] for row in therapy["indications"]]
    without = [row["id"] for row in rows if "FDA" not in {publisher[one] for one in row["sources"]}]
    share = 1 - len(without) / len(rows)
    assert share >= 0.95, f"{share:.1%} of rows cite an FDA document; find one for: {', '.join(without)}"


def test_every_therapy_says_who_calls_it_an_immunotherapy(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: inclusion.reason: one of the five types, or a short reason"
        for therapy in tables["therapies"]
        if not therapy["inclusion"]["by"] or len(therapy["inclusion"]["reason"]) > 120
    ]
    assert not problems, "\n".join(problems)


def test_no_row_was_verified_before_its_approval(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: {row['id']}: verified {row['verified']}: write the day you checked"
        for therapy in tables["therapies"]
        for row in therapy["indications"]
        if row["approved"] > row["verified"]
    ]
    assert not problems, "\n".join(problems)


def test_a_current_brand_is_not_gone_and_a_former_one_is(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: brands: {brand['name']}: current, yet until {brand['until']}"
        for therapy in tables["therapies"]
        for brand in therapy["brands"]
        if brand["status"] == "current" and brand["until"]
    ]
    problems += [
        f"therapies.json: {therapy['id']}: brands: {brand['name']}: until lies before from"
        for therapy in tables["therapies"]
        for brand in therapy["brands"]
        if brand["from"] and brand["until"] and brand["until"] < brand["from"]
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
        ("bla", r"(BLA|STN|BL|PLA|BB) ?[0-9/-]{4,}"),
        ("nda", r"NDA ?0?[0-9]{5,6}"),
        ("unii", r"[0-9A-Z]{10}"),
        ("ncit", r"C[0-9]{3,6}"),
        ("rxnorm", r"[0-9]{3,8}"),
    ],
)
def test_identifiers_have_their_registry_s_form(field: str, pattern: str, tables: dict[str, Any]) -> None:
    problems = []
    for therapy in tables["therapies"]:
        value = therapy["identifiers"][field]
        for one in value if isinstance(value, list) else [value] if value else []:
            if not re.fullmatch(pattern, one):
                problems.append(f"therapies.json: {therapy['id']}: identifiers.{field}: {one!r} looks wrong")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("field", ["unii", "ncit", "rxnorm"])
def test_no_identifier_belongs_to_two_therapies(field: str, tables: dict[str, Any]) -> None:
    owners: dict[str, str] = {}
    problems = []
    for therapy in tables["therapies"]:
        one = therapy["identifiers"][field]
        if one and owners.setdefault(one, therapy["id"]) != therapy["id"]:
            problems.append(f"therapies.json: {therapy['id']}: identifiers.{field}: {one} is {owners[one]}'s")
    assert not problems, "\n".join(problems)
