"""The curator's check shows what a file of the FDA's has that the record lacks, and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from immunocli import Catalogue
from tools import check_fda

HEAD = (
    "N/R/U,Applicant,BLA Number,Proprietary Name,Proper Name,Submission Type,Marketing Status,Approval Date\n"
)


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


def checked(tmp_path: Path, name: str, text: str, catalogue: Catalogue) -> list[check_fda.Difference]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return check_fda.differences(path, catalogue)[1]


def test_a_row_that_agrees_says_nothing(tmp_path: Path, catalogue: Catalogue) -> None:
    row = "U,Merck,125514,Keytruda,pembrolizumab,Original,Rx,4-Sep-14\n"
    assert checked(tmp_path, "pb.csv", HEAD + row, catalogue) == []


def test_an_earlier_day_of_ours_is_shown(tmp_path: Path, catalogue: Catalogue) -> None:
    row = "U,Merck,125514,Keytruda,pembrolizumab,Original,Rx,9-Sep-14\n"
    assert checked(tmp_path, "pb.csv", HEAD + row, catalogue) == [
        ("Keytruda", "license day", "2014-09-09", "2014-09-04")
    ]


def test_a_product_that_we_lack_is_shown(tmp_path: Path, catalogue: Catalogue) -> None:
    row = "U,Merck,999999,Keynew,pembrolizumab-abcd,Original,Rx,1-Nov-26\n"
    assert checked(tmp_path, "pb.csv", HEAD + row, catalogue) == [
        ("Keynew", "product", "BLA999999 pembrolizumab", "not in the record")
    ]


def test_what_is_no_longer_sold_is_shown(tmp_path: Path, catalogue: Catalogue) -> None:
    row = "U,Merck,125514,Keytruda,pembrolizumab,Original,Disc,4-Sep-14\n"
    assert [told[1] for told in checked(tmp_path, "pb.csv", HEAD + row, catalogue)] == ["market"]


def test_a_product_of_drugs_at_fda_that_we_lack_is_shown(tmp_path: Path, catalogue: Catalogue) -> None:
    text = "ApplNo\tProductNo\tDrugName\tActiveIngredient\n125514\t001\tKEYTRUDA\tPEMBROLIZUMAB\n"
    assert checked(tmp_path, "Products.txt", text, catalogue) == []
    text += "761999\t001\tKEYOTHER\tPEMBROLIZUMAB\n"
    assert [told[0] for told in checked(tmp_path, "Products.txt", text, catalogue)] == ["KEYOTHER"]


@pytest.mark.parametrize(("changed", "shown"), [("01/2015", False), ("12/2099", True)])
def test_a_label_that_changed_later_is_shown(
    tmp_path: Path, catalogue: Catalogue, changed: str, shown: bool
) -> None:
    head = f"Indications and Usage, 1.4 {changed} Warnings and Precautions, 5.1 01/2027"
    label = {"openfda": {"brand_name": ["Keytruda"]}, "recent_major_changes": [head]}
    found = checked(tmp_path, "labels.json", json.dumps({"results": [label]}), catalogue)
    assert bool(found) is shown


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "{", "{}", "BLA Number\n1\n", "\x00"])
def test_any_other_file_is_refused_by_name(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other"
    path.write_text(text, encoding="utf-8")
    assert check_fda.main([str(path)]) == 2
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("4-Sep-14", "2014-09-04"),
        ("2-Dec-87", "1987-12-02"),
        ("09/04/2014", "2014-09-04"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_days_of_the_purple_book_are_read(written: str, day: str) -> None:
    assert check_fda.iso(written) == day
