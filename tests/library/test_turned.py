"""A matrix is turned without a loss, and a cancer that was asked for has a row though nothing stands in it."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


@pytest.mark.parametrize(
    ("by", "first"), [("type", "type"), ("subtype", "type"), ("target", "target"), ("therapy", "therapy")]
)
def test_turned_it_tells_the_same(bundled: Catalogue, by: str, first: str) -> None:
    plain = bundled.matrix(by, target="CTLA-4")
    turned = bundled.matrix(by, turned=True, target="CTLA-4")
    assert turned.columns[0] == first and plain.columns[0] == "cancer"
    cells = {(row["cancer"], head): row[head] for row in plain for head in plain.columns[1:]}
    assert cells == {(cancer, row[first]): row[cancer] for row in turned for cancer in turned.columns[1:]}


def test_what_was_asked_for_has_a_row(bundled: Catalogue) -> None:
    found = bundled.matrix("therapy", cancer=["pancreatic", "lung"], target="PD-1")
    assert [row["cancer"] for row in found] == ["lung", "pancreatic"]
    assert {found[1][head] for head in found.columns[1:]} == {None}
    (notice,) = [one for one in found.notices if one.code == "rows-empty"]
    assert notice.counts["cancers"] == ["pancreatic"]
    none = bundled.matrix("type", cancer="pancreatic", type="car t")
    assert [row["cancer"] for row in none] == ["pancreatic"] and none.columns == ("cancer",)


def test_what_has_a_row_of_its_group_has_no_other(bundled: Catalogue) -> None:
    for cancer in ("uveal melanoma", "small cell lung cancer", "HER2-positive stomach cancer", "breast"):
        found = bundled.matrix("therapy", cancer=cancer)
        assert "rows-empty" not in {one.code for one in found.notices}, cancer


def test_its_foot_says_which_rows_overlap(immuno: Immuno) -> None:
    page = immuno("matrix", "--by", "therapy", "--target", "CTLA-4", "-f", "text").out
    assert "some uses count in two rows: melanoma and skin cancer" in page
    turned = immuno("matrix", "--by", "therapy", "--target", "CTLA-4", "--turned", "-f", "table").out
    assert "ipilimumab" in turned and "mesothelioma" in turned
    assert (
        "pancreatic"
        in immuno(
            "matrix", "--cancer", "pancreatic,lung", "--by", "therapy", "--target", "PD-1", "-f", "table"
        ).out
    )


def test_json_names_the_row_first(immuno: Immuno) -> None:
    plain = immuno("matrix", "--target", "CTLA-4", "--by", "therapy", "--json").json["results"]
    turned = immuno("matrix", "--target", "CTLA-4", "--by", "therapy", "--turned", "--json").json["results"]
    assert {next(iter(row)) for row in plain} == {"cancer"}
    assert {next(iter(row)) for row in turned} == {"therapy"}
