"""A cancer that is named with a biomarker is its form: what the label rules out for it is left out."""

from __future__ import annotations

import pytest

from immunocli import Ambiguous, Catalogue, NotFound


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def told(catalogue: Catalogue, cancer: str) -> dict[str, str]:
    """Return how each therapy's uses relate to a cancer."""
    return {one["id"]: one["relation"] for one in catalogue.therapies(cancer=cancer)}


def test_what_asks_for_the_marker_names_the_cancer(catalogue: Catalogue) -> None:
    found = told(catalogue, "HER2+ gastric cancer")
    assert found["trastuzumab"] == found["trastuzumab-deruxtecan"] == "same"
    assert found["ramucirumab"] == "wider"


def test_what_rules_the_marker_out_is_not_told(catalogue: Catalogue) -> None:
    assert "zolbetuximab" in told(catalogue, "stomach cancer")
    assert "zolbetuximab" not in told(catalogue, "HER2-positive stomach cancer")
    assert "panitumumab" in told(catalogue, "RAS wild-type rectal cancer")


def test_what_holds_for_any_tumor_with_the_marker_is_told(catalogue: Catalogue) -> None:
    found = told(catalogue, "MSI-high pancreatic cancer")
    assert found["pembrolizumab"] == found["dostarlimab"] == "any-tumor"
    assert "pembrolizumab" not in told(catalogue, "pancreatic cancer")
    assert "dostarlimab" not in told(catalogue, "MSS pancreatic cancer")


@pytest.mark.parametrize("name", ["MSI-H cancer of nowhere", "HER2-positive", "MSI-H brest cancre"])
def test_what_is_left_must_be_a_cancer(catalogue: Catalogue, name: str) -> None:
    with pytest.raises((NotFound, Ambiguous)):
        catalogue.therapies(cancer=name)


def test_the_answer_says_how_it_was_read(catalogue: Catalogue) -> None:
    query = catalogue.therapies(cancer="pancreatic cancer, MSI-high").query
    assert (query["cancer"], query["having"]) == (["pancreatic"], ["msi-h-dmmr"])


@pytest.mark.parametrize(
    ("cancer", "having", "lacking"),
    [
        ("KRAS G12D-mutant colon cancer", ["kras-mutated"], ["kras-g12c"]),
        ("rectal cancer with an NRAS mutation", ["ras-mutated"], ["kras-g12c"]),
        ("EGFR L858R lung adenocarcinoma", ["egfr-mutated"], []),
        ("EGFR wild-type lung adenocarcinoma", [], ["egfr-mutated"]),
        ("gastric adenocarcinoma, HER2 IHC 1+", ["her2-low"], []),
        ("cholangiocarcinoma, HER2 IHC 2+", [], ["her2-ihc3"]),
        ("ovarian cancer, FR-alpha negative", [], ["folr1-positive"]),
        ("claudin 18.2-negative stomach cancer", [], ["claudin-18-2-positive"]),
        ("uveal melanoma, HLA-A*02:01 negative", [], ["hla-a-02-01"]),
        ("cervical cancer, PD-L1 CPS 0", [], ["pd-l1-positive"]),
        ("lung adenocarcinoma, PD-L1 TPS >=50 %", ["pd-l1-positive"], []),
        ("CD33-negative acute myeloid leukemia", [], ["cd33-positive"]),
        ("ERBB2-mutated lung adenocarcinoma", ["her2-mutated"], []),
    ],
)
def test_biomarkers_are_read_as_reports_write_them(
    catalogue: Catalogue, cancer: str, having: list[str], lacking: list[str]
) -> None:
    query = catalogue.therapies(cancer=cancer).query
    assert (query.get("having", []), query.get("lacking", [])) == (having, lacking)


@pytest.mark.parametrize(
    ("cancer", "therapy"),
    [
        ("KRAS G12D-mutant colon cancer", "cetuximab"),
        ("KRAS G12V-mutant rectal cancer", "panitumumab"),
        ("HER2-low gastric cancer", "trastuzumab-deruxtecan"),
        ("claudin 18.2-negative stomach cancer", "zolbetuximab"),
        ("CD33-negative acute myeloid leukemia", "gemtuzumab-ozogamicin"),
        ("mantle cell lymphoma", "rituximab"),
    ],
)
def test_what_needs_a_marker_is_not_told_where_it_is_absent(
    catalogue: Catalogue, cancer: str, therapy: str
) -> None:
    assert therapy not in told(catalogue, cancer)


def test_a_score_that_depends_on_the_limit_is_not_guessed(catalogue: Catalogue) -> None:
    with pytest.raises(Ambiguous):
        catalogue.therapies(cancer="tongue cancer, CPS 5")


def test_what_was_given_before_is_told_as_not_weighed(catalogue: Catalogue) -> None:
    found = catalogue.therapies(cancer="extensive-stage small cell lung cancer after platinum")
    assert "tarlatamab" in {one.id for one in found}
    notice = next(one for one in found.notices if one.code == "not-weighed")
    assert notice.counts["words"] == ["after platinum"]
    assert "not-weighed" not in {
        one.code for one in catalogue.therapies(cancer="small cell lung cancer").notices
    }
