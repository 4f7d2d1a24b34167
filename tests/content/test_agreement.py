"""What the fields of a use say, its words say too, and uses that are alike are told alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from immunocli import Catalogue
from immunocli.pages.overview_pages import apart

Use = dict[str, Any]

# By what a marker, or a condition that is ruled out, is known in the words of a use.
SAID = {
    "afp-high": "alpha-fetoprotein",
    "alk-positive": "ALK",
    "braf-v600-mutated": "BRAF",
    "braf-v600e": "BRAF V600E",
    "c-met-high": "c-Met",
    "cd19-positive": "CD19",
    "cd20-positive": "CD20",
    "cd22-positive": "CD22",
    "cd25-positive": "CD25",
    "cd30-expressing": "CD30",
    "cd33-positive": "CD33",
    "cisplatin-ineligible": "cisplatin",
    "claudin-18-2-positive": "claudin 18.2",
    "ctdna-mrd-positive": "tumor DNA",
    "dmmr": "dMMR|mismatch repair deficien",
    "egfr-exon-20": "exon 20",
    "egfr-expressing": "EGFR",
    "egfr-mutated": "EGFR",
    "folr1-positive": "FR-alpha",
    "her2-ihc3": "IHC 3+",
    "her2-low": "HER2-low",
    "her2-low-or-ultralow": r"HER2-low.* or HER2-ultralow",
    "her2-mutated": "HER2",
    "her2-negative": "HER2-negative",
    "her2-positive": "HER2",
    "her2-ultralow": "ultralow",
    "hla-a-02": "HLA",
    "hla-a-02-01": "HLA",
    "hla-a-02-05": "not for HLA-A\\*02:05",
    "hr-positive": "HR-positive",
    "kras-g12c": "KRAS G12C",
    "kras-mutated": "KRAS",
    "kras-wild-type": "KRAS",
    "mage-a4-positive": "MAGE-A4",
    "marginal-zone-lymphoma": "marginal zone",
    "mrd-positive": "residual disease",
    "msi-h-dmmr": "MSI-H or dMMR|dMMR or MSI-H",
    "mss-pmmr": "MSI-H|pMMR",
    "nrg1-fusion": "NRG1",
    "pd-l1-positive": "PD-L1",
    "ph-negative": "Philadelphia",
    "ph-positive": "Philadelphia",
    "primary-cns-lymphoma": "primary CNS",
    "ras-mutated": "RAS",
    "ras-wild-type": "RAS wild-type",
    "ros1-positive": "ROS1",
    "sclc-extensive": "limited-stage",
    "sclc-limited": "extensive-stage",
    "tmb-h": "TMB-H",
    "transplant-eligible": "transplant",
    "transplant-ineligible": "transplant",
    "triple-negative": "triple-negative",
}


def wordings(use: Use) -> Iterator[tuple[str, Use]]:
    """Yield the days on which a use said something new, with all that it said from then on."""
    told: Use = {}
    for event in use["events"]:
        if event["says"]:
            told = {**told, **event["says"]}
            yield event["date"], told


def test_words_say_every_marker_that_a_use_requires_or_rules_out(tables: dict[str, Any]) -> None:
    problems, read = [], 0
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            for day, told in wordings(use):
                for marker in (*told["biomarkers"], *told["excludes"]):
                    read += 1
                    if not re.search(SAID[marker], told["summary"], re.IGNORECASE):
                        problems.append(f"{use['id']}, {day}: say {SAID[marker]}: {told['summary']}")
    assert read > 200
    assert not problems, "\n".join(problems)


def test_one_of_two_markers_is_asked_for_where_the_words_say_or_and_else_the_one_they_name(
    tables: dict[str, Any],
) -> None:
    """A label that says dMMR alone is not met by MSI-H."""
    problems, read = [], 0
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            for day, told in wordings(use):
                words, markers = told["summary"], {*told["biomarkers"]}
                if re.search(r"not MSI-H|pMMR", words) or not re.search(SAID["dmmr"], words):
                    continue
                read += 1
                wanted = "msi-h-dmmr" if "MSI-H" in words else "dmmr"
                if markers & {"dmmr", "msi-h", "msi-h-dmmr"} != {wanted}:
                    problems.append(f"{use['id']}, {day}: biomarkers: write {wanted}: {words}")
    assert read > 15
    assert not problems, "\n".join(problems)


def test_each_of_two_markers_says_one_of_the_two(tables: dict[str, Any]) -> None:
    rules = {record["id"]: record for record in tables["markers"]}
    pairs = [record for record in tables["markers"] if record["either"]]
    for record in pairs:
        for one in record["either"]:
            assert record["id"] in rules[one]["implies"], (
                f"markers.json: {one}: implies: add {record['id']}, of which it is one"
            )
    assert {"msi-h-dmmr", "her2-low-or-ultralow"} <= {record["id"] for record in pairs}


def test_a_use_of_two_therapies_together_is_told_alike_by_both(tables: dict[str, Any]) -> None:
    uses = [(one["id"], use) for one in tables["therapies"] for use in one["indications"]]
    pairs, problems = 0, []
    for therapy, use in uses:
        told = dict(wordings(use))
        began = use["events"][0]["date"]
        for other, twin in uses:
            twin_told = dict(wordings(twin))
            same = (twin["cancer"], twin["events"][0]["date"]) == (use["cancer"], began)
            if therapy >= other or not same:
                continue
            if [other] not in told[began]["with"] or [therapy] not in twin_told[began]["with"]:
                continue
            if told[began]["setting"] != twin_told[began]["setting"]:
                continue
            pairs += 1
            for field in ("line", "biomarkers", "excludes"):
                ours, theirs = (list(told.values())[-1][field], list(twin_told.values())[-1][field])
                if ours != theirs:
                    problems.append(f"{use['id']} and {twin['id']}: {field}: {ours} and {theirs}")
    assert pairs > 15
    assert not problems, "\n".join(problems)


def test_a_marker_asked_of_some_only_stands_in_the_words_alone(catalogue: Catalogue) -> None:
    """From June 2018 PD-L1 was asked of those who could have another platinum drug than cisplatin."""
    for drug in ("atezolizumab", "pembrolizumab"):
        uses = catalogue.indications(therapy=drug, cancer="urothelial carcinoma", as_of="2020", line="first")
        told = [(one.biomarkers, one.summary) for one in uses if "cisplatin-ineligible" in one.biomarkers]
        ((markers, words),) = told
        assert markers == ["cisplatin-ineligible"] and "PD-L1" in words


def test_a_change_of_the_people_alone_says_whom_the_label_names_now(catalogue: Catalogue) -> None:
    (widened,) = catalogue.changes(since="2018-10-05", until="2018-10-05")
    assert widened.summary.startswith("The label now says 9 to 45 years: Prevention of anal cancer")
    (reworded,) = catalogue.changes(since="2022-03-04", until="2022-03-04", event="reworded")
    assert reworded.summary.startswith("The label now says adults: ") and reworded.summary.count("says") == 1


def test_the_uses_of_one_decision_are_told_apart_though_one_has_a_semicolon(catalogue: Catalogue) -> None:
    (yescarta,) = catalogue.changes(since="2017-10-18", until="2017-10-18", therapy="yescarta")
    uses = apart(yescarta.summary)
    assert len(uses) == len(yescarta.uses) == 5
    assert all(one.startswith("Relapsed") and one.endswith("not for primary CNS lymphoma") for one in uses)
