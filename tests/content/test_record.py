"""The FDA record: status, dates and sources agree with each other and with the FDA's own lists."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.records import status_on_day

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


# Words that left a label while the approval stands in the FDA's list of verified ones.
LEFT_OUT = ["ibritumomab-tiuxetan-transformed-2002"]


@pytest.mark.parametrize(("therapy", "cancer", "approved", "withdrawn"), WITHDRAWN)
def test_the_record_agrees_with_the_list_of_withdrawn_approvals(
    therapy: str, cancer: str, approved: str, withdrawn: str, catalogue: Catalogue
) -> None:
    rows = [
        row
        for row in catalogue.indications(therapy=therapy, cancer=cancer, status="any", exact=True, full=True)
        if row.approved.startswith(approved)
    ]
    assert rows, f"therapies.json: {therapy}: add the use approved in {approved}, withdrawn in {withdrawn}"
    ended = [event for row in rows for event in row.events if event["event"] == "withdrawn"]
    assert any(event["date"].startswith(withdrawn) for event in ended), (
        f"{therapy}, {cancer}: withdrawn: the FDA's list says {withdrawn}"
    )
    assert all(event["reason"] for event in ended)


def test_every_withdrawn_accelerated_use_is_on_that_list(catalogue: Catalogue) -> None:
    """Whoever adds one looks it up in the FDA's list and adds it above."""
    listed = {(catalogue.resolve(name).id, year) for name, _, year, _ in WITHDRAWN}
    rows = catalogue.indications(status="any", approval="accelerated", full=True)
    strange = [
        row.id
        for row in rows
        if any(event["event"] == "withdrawn" for event in row.events)
        and not row.converted
        and (row.therapy, row.approved[:4]) not in listed
        and row.id not in LEFT_OUT
    ]
    assert not strange, f"tests/content/test_record.py: compare with the FDA's list and add: {strange}"


def test_status_follows_from_the_uses(tables: dict[str, Any], catalogue: Catalogue) -> None:
    problems = []
    for therapy in tables["therapies"]:
        record = catalogue.therapy(therapy["id"])
        statuses = {row["status"] for row in record.indications}
        expected = "approved" if "current" in statuses else "never-approved"
        for status in ("replaced", "revoked", "withdrawn"):
            if "current" not in statuses and status in statuses:
                expected = status
        licensed = [one["license"] for one in therapy["products"] if not one["foreign"]]
        if expected == "withdrawn" and licensed and all(one["until"] for one in licensed):
            expected = "revoked"
        if record.status != expected:
            problems.append(f"{therapy['id']}: status {record.status}, uses say {sorted(statuses)}")
        firsts = [row["events"][0]["date"] for row in therapy["indications"]]
        if (record.first_approved or "")[:4] != min(firsts, default="")[:4]:
            problems.append(f"{therapy['id']}: first_approved {record.first_approved} is not its first use's")
    assert not problems, "\n".join(problems)


def test_a_product_off_the_market_says_since_when(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: {product['name']}: market.until: write it, or say in note what was looked for"
        for therapy in tables["therapies"]
        for product in therapy["products"]
        if product["market"]["status"] == "not-sold" and not product["foreign"]
        if not product["market"]["until"]
        and not product["market"]["note"]
        and not product["license"]["until"]
    ]
    assert not problems, "\n".join(problems)


def test_every_event_rests_on_the_fda_or_on_two_others(tables: dict[str, Any]) -> None:
    """An approved label is the FDA's document wherever it is kept; other kinds count by who made them."""
    by_id = {source["id"]: source for source in tables["sources"]}
    regulator = {"label", "approval-letter", "drugsfda", "federal-register", "openfda", "purple-book"}
    total = 0
    others: list[tuple[str, dict[str, Any], dict[str, Any]]] = []
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            for event in use["events"]:
                total += 1
                cited = [by_id[one] for one in event["sources"]]
                if not any(one["kind"] in regulator or "FDA" in one["publisher"] for one in cited):
                    others.append((f"{use['id']}: {event['date']}", use, event))
    problems = [
        f"therapies.json: {where}: sources: cite a document of the FDA's, or two others with the reason in notes"
        for where, use, event in others
        if len({by_id[one]["publisher"] for one in event["sources"]}) < 2 or not use["notes"]
    ]
    assert not problems, "\n".join(problems)
    assert len(others) <= total / 50, (
        f"{len(others)} events cite no FDA document: {[one[0] for one in others]}"
    )


def test_every_therapy_says_who_calls_it_an_immunotherapy(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: inclusion.reason: one of the five types, or a short reason"
        for therapy in tables["therapies"]
        if not therapy["inclusion"]["by"] or len(therapy["inclusion"]["reason"]) > 120
    ]
    assert not problems, "\n".join(problems)


def test_no_use_was_verified_before_its_last_event(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: {use['id']}: verified {use['verified']}: write the day you checked"
        for therapy in tables["therapies"]
        for use in therapy["indications"]
        if use["events"][-1]["date"] > use["verified"]
    ]
    assert not problems, "\n".join(problems)


def test_folding_to_any_year_shows_no_later_date(tables: dict[str, Any]) -> None:
    problems = []
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            for day in {event["date"] for event in use["events"]}:
                before = f"{int(day[:4]) - 1}-12-31"
                told = status_on_day.use_on({**use, "therapy": therapy["id"]}, before, None)
                text = json.dumps(told, ensure_ascii=False) if told else ""
                for year in re.findall(r"(?<![\d-])(?:19|20)\d\d(?![\d])", text.replace(use["id"], "")):
                    if year > before[:4]:
                        problems.append(
                            f"therapies.json: {therapy['id']}: {use['id']}: on {before} it speaks of {year}"
                        )
    assert not problems, "\n".join(problems[:30])


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
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


# What the authority itself does not have: the index of ATC of April 2026, the UNII names of June 2025, RxNorm's
# way to tell two vaccines by their antigens. data/README.md tells it to readers.
NOT_THERE = {
    "atc": {
        "afamitresgene-autoleucel",
        "cosibelimab",
        "dinutuximab",
        "omidubicel",
        "orca-t",
        "penpulimab",
        "pivekimab-sunirine",
        "telisotuzumab-vedotin",
        "vusolimogene-oderparepvec",
        "zenocutuzumab",
        "zopapogene-imadenovec",
    },
    "unii": {
        "human-papillomavirus-9-valent-vaccine",
        "human-papillomavirus-bivalent-vaccine",
        "human-papillomavirus-quadrivalent-vaccine",
        "orca-t",
    },
    "ncit": set(),
    "rxnorm": {
        "human-papillomavirus-bivalent-vaccine",
        "human-papillomavirus-quadrivalent-vaccine",
    },
}


@pytest.mark.parametrize(("field", "least"), [("atc", 1.0), ("unii", 1.0), ("ncit", 0.96), ("rxnorm", 0.94)])
def test_numbers_are_there_where_the_authority_has_one(
    field: str, least: float, tables: dict[str, Any]
) -> None:
    without = {x["id"] for x in tables["therapies"] if not x["identifiers"][field]}
    assert without >= NOT_THERE[field], f"found after all: {sorted(NOT_THERE[field] - without)}"
    owed = len(tables["therapies"]) - len(NOT_THERE[field])
    missing = sorted(without - NOT_THERE[field])
    assert 1 - len(missing) / owed >= least, f"therapies.json: identifiers.{field}: missing for {missing}"


@pytest.mark.parametrize("field", ["unii", "ncit", "rxnorm"])
def test_no_identifier_belongs_to_two_therapies(field: str, tables: dict[str, Any]) -> None:
    owners: dict[str, str] = {}
    problems = []
    for therapy in tables["therapies"]:
        one = therapy["identifiers"][field]
        if one and owners.setdefault(one, therapy["id"]) != therapy["id"]:
            problems.append(f"therapies.json: {therapy['id']}: identifiers.{field}: {one} is {owners[one]}'s")
    assert not problems, "\n".join(problems)
