"""The rules between records: each failure says which record, which field and what to write."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli.store import rules


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_holds(rule: rules.Rule, tables: dict[str, Any]) -> None:
    problems = list(rule(tables))
    assert not problems, "\n".join(problems)


def test_nothing_refers_to_itself(tables: dict[str, Any]) -> None:
    problems = [
        f"{file}.json: {record['id']}: see_also: names itself; remove it"
        for file in ("glossary", "immune_system")
        for record in tables[file]
        if record["id"] in record["see_also"]
    ]
    assert not problems, "\n".join(problems)


def test_every_indication_id_tells_its_therapy_and_year(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: {row['id']}: id: write THERAPY-CANCER-YEAR"
        for therapy in tables["therapies"]
        for row in therapy["indications"]
        if not row["id"].startswith(therapy["id"] + "-") or f"-{row['approved'][:4]}" not in row["id"]
    ]
    assert not problems, "\n".join(problems)


def test_no_two_rows_tell_the_same_event(tables: dict[str, Any]) -> None:
    problems, seen = [], {}
    for therapy in tables["therapies"]:
        for row in therapy["indications"]:
            event = (therapy["id"], row["cancer"], row["approved"], row["summary"])
            if event in seen:
                problems.append(
                    f"therapies.json: {therapy['id']}: {row['id']} repeats {seen[event]}; delete one of them"
                )
            seen[event] = row["id"]
    assert not problems, "\n".join(problems)


def test_sub_types_and_sub_cancers_hang_on_a_tree(tables: dict[str, Any]) -> None:
    tops = {record["id"] for record in tables["types"] if not record["part_of"]}
    assert tops == {
        "targeted-antibody",
        "adoptive-cell-therapy",
        "oncolytic-virus-therapy",
        "cancer-vaccine",
        "immunomodulator",
    }, "types.json: only the five types of the source list stand at the top; give the others part_of"


def test_partners_are_known_by_our_ids(tables: dict[str, Any]) -> None:
    """A partner that is one of our therapies is written as its id, so that it can be followed."""
    owners = {
        name.casefold(): therapy["id"]
        for therapy in tables["therapies"]
        for name in rules.names_of_therapy(therapy)
    }
    ids = {therapy["id"] for therapy in tables["therapies"]}
    problems = [
        f'therapies.json: {therapy["id"]}: {row["id"]}: with: write "{owners[one.casefold()]}", not "{one}"'
        for therapy in tables["therapies"]
        for row in therapy["indications"]
        for one in row["with"]
        if one not in ids and one.casefold() in owners
    ]
    assert not problems, "\n".join(problems)
