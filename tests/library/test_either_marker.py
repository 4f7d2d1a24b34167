"""A label that takes either of two biomarkers is open to each; one that names one of them is not open to the other."""

from __future__ import annotations

from contextlib import suppress

import pytest

from immunocli import Ambiguous, Catalogue, NotFound


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


def uses(catalogue: Catalogue, biomarker: str) -> dict[str, list[str]]:
    return {one.id: one.biomarkers for one in catalogue.indications(biomarker=biomarker, status="any")}


@pytest.mark.parametrize("name", ["MSI-H", "MSI-high", "microsatellite instability-high", "msi-h", "MSI"])
def test_a_filter_finds_what_names_it_alone_or_with_the_other(catalogue: Catalogue, name: str) -> None:
    found = uses(catalogue, name)
    assert {"pembrolizumab-msi-h-2017", "dostarlimab-endometrial-2023"} <= set(found)
    assert all("msi-h-dmmr" in markers for markers in found.values())


@pytest.mark.parametrize("name", ["dMMR", "mismatch repair deficient", "mismatch repair deficiency"])
def test_the_other_finds_what_names_it_alone_too(catalogue: Catalogue, name: str) -> None:
    found = uses(catalogue, name)
    assert {one for one, markers in found.items() if "dmmr" in markers} == {
        "atezolizumab-colon-2026",
        "dostarlimab-dmmr-solid-tumors-2021",
        "dostarlimab-endometrial-2021",
        "durvalumab-endometrial-2024",
    }
    assert set(uses(catalogue, "MSI-H")) < set(found)


@pytest.mark.parametrize("name", ["MSI-H or dMMR", "MSI-H/dMMR", "dMMR/MSI-H", "msi-h-dmmr"])
def test_both_names_find_what_says_both(catalogue: Catalogue, name: str) -> None:
    assert set(uses(catalogue, name)) == set(uses(catalogue, "MSI-H"))


@pytest.mark.parametrize("name", ["HER2-low", "HER2-ultralow"])
def test_the_rule_holds_for_other_pairs(catalogue: Catalogue, name: str) -> None:
    assert "trastuzumab-deruxtecan-breast-2025-hr-positive" in uses(catalogue, name)


# A cancer told with one of the two, and the use of a label that asks for dMMR.
@pytest.mark.parametrize(
    ("cancer", "use"),
    [
        ("{} endometrial cancer", "durvalumab-endometrial-2024"),
        ("endometrial cancer, {}", "durvalumab-endometrial-2024"),
        ("advanced endometrial carcinoma, {}", "durvalumab-endometrial-2024"),
        ("{} endometrial adenocarcinoma", "durvalumab-endometrial-2024"),
        ("{} colon cancer", "atezolizumab-colon-2026"),
        ("stage III {} colon cancer", "atezolizumab-colon-2026"),
        ("{} CRC", "atezolizumab-colon-2026"),
        ("{} solid tumors", "dostarlimab-dmmr-solid-tumors-2021"),
    ],
)
def test_the_one_is_not_open_to_what_asks_for_the_other(catalogue: Catalogue, cancer: str, use: str) -> None:
    therapy = use.split("-")[0]
    for deficient in ("dMMR", "mismatch repair deficient"):
        found = catalogue.indications(cancer=cancer.format(deficient))
        assert use in {one.id for one in found}, deficient
        assert "other-marker-not-shown" not in {one.code for one in found.notices}
    for high in ("MSI-H", "microsatellite instability-high"):
        found = catalogue.indications(cancer=cancer.format(high))
        assert use not in {one.id for one in found}, high
        (notice,) = [one for one in found.notices if one.code == "other-marker-not-shown"]
        assert notice.counts["marker"] == "dmmr" and therapy in notice.counts["therapies"]
        assert "asks for dMMR, and MSI-H was told" in notice.message.replace("labels ask", "label asks")


def test_what_takes_either_names_a_cancer_with_each(catalogue: Catalogue) -> None:
    for one in ("dMMR", "MSI-H", "MSI-H or dMMR"):
        found = catalogue.indications(cancer=f"{one} endometrial cancer")
        told = {use.id: use.relation for use in found}
        assert told["pembrolizumab-endometrial-2022"] == "same", one
    assert told["durvalumab-endometrial-2024"] == "narrower"


@pytest.mark.parametrize(
    ("text", "having"),
    [
        ("colon cancer, MLH1/PMS2 loss", ["dmmr"]),
        ("stage III colon cancer, loss of MLH1 and PMS2", ["dmmr"]),
        ("endometrial cancer, MSH6 absent", ["dmmr"]),
        ("rectal adenocarcinoma, MMR deficient", ["dmmr"]),
        ("pancreatic cancer, high microsatellite instability", ["msi-h"]),
        ("bladder cancer, microsatellite instability-high", ["msi-h"]),
        ("gastric cancer, dMMR or MSI-H", ["msi-h-dmmr"]),
        ("colon cancer, MSI-H/dMMR", ["msi-h-dmmr"]),
    ],
)
def test_each_is_read_as_reports_write_it(catalogue: Catalogue, text: str, having: list[str]) -> None:
    assert catalogue.therapies(cancer=text).query["having"] == having


@pytest.mark.parametrize("text", ["colon cancer, no loss of MLH1", "colon cancer, MLH1 loss: no"])
def test_a_loss_that_is_denied_is_none(catalogue: Catalogue, text: str) -> None:
    with suppress(NotFound, Ambiguous):
        assert "having" not in catalogue.therapies(cancer=text).query


def test_what_is_found_for_any_tumor_is_sure_with_the_marker_of_the_label_alone(catalogue: Catalogue) -> None:
    for text, sure in (("dMMR bladder cancer", True), ("MSI-H bladder cancer", False)):
        found = catalogue.indications(cancer=text)
        assert ("dostarlimab-dmmr-solid-tumors-2021" in {one.id for one in found}) is sure


def test_a_table_is_told_what_the_label_asks_for(catalogue: Catalogue) -> None:
    rows = [
        "durvalumab | dMMR endometrial cancer | 2025",
        "durvalumab | MSI-H endometrial cancer | 2025",
        "pembrolizumab | MSI-H endometrial cancer | 2025",
    ]
    told = []
    for row in rows:
        therapy, cancer, day = row.split(" | ")
        (found,) = catalogue.on_label(therapy, cancer, day)
        told.append((found.on_label, found.why))
    assert told == [("yes", []), ("doubtful", ["asks-for-marker"]), ("yes", [])]


def test_words_that_tell_each_are_defined_apart(catalogue: Catalogue) -> None:
    terms = [catalogue.define(one) for one in ("dMMR", "MSI-H", "MSI-H or dMMR", "mismatch repair deficient")]
    assert [one.id for one in terms] == ["dmmr", "msi-h", "msi-h-dmmr", "dmmr"]
