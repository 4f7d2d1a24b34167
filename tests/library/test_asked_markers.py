"""A use asks for a biomarker that it requires, of which it requires a form, or whose opposite it excludes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from immunocli import Catalogue
from immunocli.records.asked_markers import asked_as, opposite

_RULES = {one["id"]: one for one in json.loads(Path("data/markers.json").read_text(encoding="utf-8"))}
_KNOWN = {one["id"] for one in json.loads(Path("data/glossary.json").read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


@pytest.mark.parametrize(
    ("marker", "other"),
    [
        ("her2-positive", "her2-negative"),
        ("kras-mutated", "kras-wild-type"),
        ("ras-mutated", "ras-wild-type"),
        ("egfr-mutated", "egfr-wild-type"),
        ("msi-h-dmmr", "mss-pmmr"),
        ("transplant-eligible", "transplant-ineligible"),
        ("ph-positive", "ph-negative"),
        ("hr-positive", "hr-negative"),
    ],
)
def test_opposites_are_of_each_other(marker: str, other: str) -> None:
    assert (opposite(_RULES, _KNOWN, marker), opposite(_RULES, _KNOWN, other)) == (other, marker)


@pytest.mark.parametrize(
    "marker",
    ["her2-low", "her2-ihc3", "her2-ultralow", "triple-negative", "msi-h", "dmmr", "kras-g12c", "tmb-h"],
)
def test_a_form_has_no_opposite(marker: str) -> None:
    """What is not HER2-low may be HER2-positive, or HER2-negative still."""
    assert opposite(_RULES, _KNOWN, marker) is None


@pytest.mark.parametrize("marker", sorted(_RULES))
def test_what_rules_each_other_out_is_not_asked_for_together(marker: str) -> None:
    told = asked_as(_RULES, _KNOWN, marker)
    out = {one["marker"] for one in _RULES[marker]["rules_out"] if one["why"] == "meaning"}
    assert marker in told["biomarkers"] and out.isdisjoint(told["biomarkers"])
    assert {*told["biomarkers"]}.isdisjoint(told["excludes"])


@pytest.mark.parametrize(
    ("marker", "cancer", "therapies"),
    [
        ("HER2-negative", "stomach", {"pembrolizumab", "tislelizumab", "zolbetuximab"}),
        ("HER2-negative", "gastroesophageal-junction", {"pembrolizumab", "tislelizumab", "zolbetuximab"}),
        ("EGFR wild-type", "lung", {"cemiplimab", "durvalumab", "nivolumab", "pembrolizumab"}),
        ("KRAS wild-type", "colorectal", {"cetuximab", "panitumumab"}),
        ("RAS wild-type", "colorectal", {"cetuximab", "panitumumab"}),
        ("KRAS mutated", "colorectal", {"panitumumab"}),  # KRAS G12C
        ("RAS mutated", "colorectal", {"panitumumab"}),
        ("BRAF V600", "colorectal", {"cetuximab"}),  # V600E
    ],
)
def test_no_use_that_asks_for_it_is_denied(
    catalogue: Catalogue, marker: str, cancer: str, therapies: set[str]
) -> None:
    uses = catalogue.indications(biomarker=marker, cancer=cancer)
    assert therapies <= {one.therapy for one in uses}
    assert therapies <= {one.id for one in catalogue.therapies(biomarker=marker, cancer=cancer)}
    assert therapies <= {
        one
        for each in catalogue.changes(biomarker=marker, cancer=cancer, since="1990")
        for one in each.therapies
    }
    assert catalogue.matrix(biomarker=marker, cancer=cancer)


@pytest.mark.parametrize("marker", ["HER2-low", "HER2 IHC 3+", "MSI-H"])
def test_what_excludes_another_does_not_ask_for_a_form(catalogue: Catalogue, marker: str) -> None:
    for use in catalogue.indications(biomarker=marker, status="any"):
        assert use.biomarkers, use.id


def test_a_term_names_the_uses_that_a_filter_finds(catalogue: Catalogue) -> None:
    for name in ("her2-negative", "her2-positive", "egfr-wild-type", "kras-mutated", "mss-pmmr", "dmmr"):
        term = catalogue.define(name)
        uses = catalogue.indications(biomarker=name)
        assert {one.id for one in uses} == {*term.uses}, name
        assert {one.therapy for one in uses} == {*term.therapies}, name


@pytest.mark.parametrize(
    ("cancer", "use", "relation"),
    [
        ("KRAS-mutated rectal cancer", "kras-g12c", "narrower"),
        ("RAS-mutated colorectal cancer", "kras-g12c", "narrower"),
        ("KRAS G12C colorectal cancer", "kras-g12c", "same"),
        ("EGFR-mutated lung cancer", "egfr-exon-20", "narrower"),
        ("EGFR exon 20 NSCLC", "egfr-exon-20", "same"),
        ("BRAF V600-mutated colorectal cancer", "braf-v600e", "narrower"),
        ("BRAF V600E colorectal cancer", "braf-v600e", "same"),
        ("HER2-positive gastric cancer", "her2-ihc3", "narrower"),
        ("HER2-negative breast cancer", "triple-negative", "narrower"),
        ("HER2-negative breast cancer", "hr-positive", "narrower"),
        ("HER2-negative breast cancer", "her2-low", "narrower"),
    ],
)
def test_what_asks_for_a_form_of_the_marker_is_narrower(
    catalogue: Catalogue, cancer: str, use: str, relation: str
) -> None:
    found = [one for one in catalogue.indications(cancer=cancer) if use in one.biomarkers]
    assert found and {one.relation for one in found} == {relation}
