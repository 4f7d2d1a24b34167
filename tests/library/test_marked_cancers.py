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
