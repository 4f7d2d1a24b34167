"""The rules between records: each failure says which record, which field and what to write."""

from __future__ import annotations

import re
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
        if not row["id"].startswith(therapy["id"] + "-")
        or f"-{row['events'][0]['date'][:4]}" not in row["id"]
    ]
    assert not problems, "\n".join(problems)


def test_an_approval_for_a_parent_holds_for_its_children(tables: dict[str, Any]) -> None:
    """What is in situ, benign or on the way to cancer never stands under the cancer."""
    words = re.compile(r"in situ|benign|precancer|dysplasia|intraepithelial", re.IGNORECASE)
    problems = [
        f"cancers.json: {cancer['id']}: part_of: {cancer['name']} is not {', '.join(cancer['part_of'])}"
        for cancer in tables["cancers"]
        if words.search(cancer["name"]) and not set(cancer["part_of"]) <= {"precancer", "benign"}
    ]
    assert not problems, "\n".join(problems)


def test_one_concept_is_one_node(tables: dict[str, Any]) -> None:
    problems = []
    for system in ("ncit", "mondo", "doid", "oncotree"):
        owners: dict[str, str] = {}
        for cancer in tables["cancers"]:
            concept = cancer["concept"][system]
            if concept and owners.setdefault(concept, cancer["id"]) != cancer["id"]:
                problems.append(
                    f"cancers.json: {cancer['id']}: concept.{system}: {concept} is {owners[concept]}'s"
                )
    for system in ("oncotree", "tcga", "icd10", "icdo", "ncit", "mesh"):
        owners = {}
        for cancer in tables["cancers"]:
            for code in cancer["codes"][system]:
                if owners.setdefault(code, cancer["id"]) != cancer["id"]:
                    problems.append(
                        f"cancers.json: {cancer['id']}: codes.{system}: {code} is {owners[code]}'s"
                    )
    assert not problems, "\n".join(problems)


def test_every_boxed_product_has_its_warning(tables: dict[str, Any]) -> None:
    """Types whose every product has a box: whoever adds one writes what is in it."""
    boxed = {"car-t-cell-therapy", "t-cell-engager"}
    problems = [
        f"therapies.json: {therapy['id']}: warnings: its label has a box; say what is in it"
        for therapy in tables["therapies"]
        if therapy["type"] in boxed and therapy["indications"]
        and not any(warning["boxed"] for warning in therapy["warnings"])
    ]  # fmt: skip
    assert not problems, "\n".join(problems)


def test_a_sign_has_one_rung_and_its_words_lead_to_it_alone(tables: dict[str, Any]) -> None:
    owners: dict[str, str] = {}
    problems = []
    for sign in tables["signs"]:
        for word in (sign["name"], *sign["lay"]):
            if owners.setdefault(word.casefold(), sign["id"]) != sign["id"]:
                problems.append(
                    f"signs.json: {sign['id']}: lay: {word!r} stands at {owners[word.casefold()]} too"
                )
    assert not problems, "\n".join(problems)
    assert [rung["order"] for rung in sorted(tables["urgency"], key=lambda one: one["order"])] == [1, 2, 3, 4]
    assert {sign["rung"] for sign in tables["signs"]} == {rung["id"] for rung in tables["urgency"]}


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
        for event in row["events"]
        for group in event["says"].get("with", ())
        for one in group
        if one not in ids and one.casefold() in owners
    ]
    assert not problems, "\n".join(problems)
