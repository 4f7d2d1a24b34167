"""Errors and empty answers say what to type; what one word says is not told twice."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


@pytest.mark.parametrize(
    ("flag", "value", "names"),
    [
        ("--type", "pd-1 or pd-l1", ["pd-1", "pd-l1"]),
        ("--target", "CTLA-4 / LAG-3", ["CTLA-4", "LAG-3"]),
        ("--target", "CD19 and CD3", ["CD19", "CD3"]),
        ("--biomarker", "HER2-positive or EGFR-mutated", ["HER2-positive", "EGFR-mutated"]),
    ],
)
def test_several_names_in_one_value_are_told_apart(
    immuno: Immuno, flag: str, value: str, names: list[str]
) -> None:
    found = immuno("therapies", flag, value)
    assert found.code in (1, 2, 3) and f"is {len(names)} names: repeat {flag}" in found.err
    assert immuno("therapies", *(word for one in names for word in (flag, one))).code == 0
    assert f"{flag} {names[0]} {flag} {names[1]}" in found.err


def test_a_word_that_is_none_is_not_counted(immuno: Immuno) -> None:
    assert "repeat" not in immuno("therapies", "--type", "pd-1 or foo").err


def test_what_draws_is_named(immuno: Immuno) -> None:
    found = immuno("therapies", "-o", "sheet.pdf")
    assert (
        found.code == 2 and "timeline, matrix and compare draw pictures" in found.err and ".csv" in found.err
    )


def test_an_empty_answer_says_what_there_is_none_of(immuno: Immuno) -> None:
    found = immuno("therapies", "--type", "car t", "--cancer", "pancreatic")
    assert found.code == 0 and "no CAR T-cell therapy is approved for pancreatic cancer by name" in found.err
    other = immuno("therapies", "--type", "car t", "--cancer", "pancreatic", "--line", "first")
    assert "none in the record; that is" in other.err


def test_what_another_biomarker_says_is_not_told(bundled: Catalogue, immuno: Immuno) -> None:
    assert bundled.narrowest(["her2-ihc3", "her2-positive"]) == ["her2-ihc3"]
    assert bundled.narrowest(["pd-l1-positive", "triple-negative"]) == ["pd-l1-positive", "triple-negative"]
    page = immuno("show", "bile duct cancer").out
    assert "if HER2 IHC 3+" in page and "HER2 IHC 3+ and HER2-positive" not in page


def test_of_boxes_alone_their_own_documents_are_told(bundled: Catalogue) -> None:
    boxed = {one.id: {*one.sources} for one in bundled.therapies(boxed=True, full=True)}
    uses = {one.id: {*one.sources} for one in bundled.therapies(full=True)}
    assert boxed and all(one <= uses[name] for name, one in boxed.items() if name in uses)
    assert sum(map(len, boxed.values())) < sum(len(uses[name]) for name in boxed if name in uses) / 2


def test_lines_are_numbered_and_the_status_tells_of_gaps(immuno: Immuno) -> None:
    told = b"keytruda and opdivo\n\nfoo\nyervoy\n"
    found = immuno("resolve", "-", "-c", "line,id", stdin=told)
    assert found.code == 1
    assert found.rows[1:] == [["1", "nivolumab;pembrolizumab"], ["2", ""], ["3", ""], ["4", "ipilimumab"]]
    assert immuno("resolve", "-", "--strict", stdin=told).code == 4
    assert immuno("resolve", "-", stdin=b"yervoy\n").code == 0
    assert "exit status is 1, with --strict 4" in " ".join(immuno("resolve", "--help").out.split())


def test_the_way_to_a_row_for_each_product_is_named(immuno: Immuno) -> None:
    for form in ("csv", "tsv"):
        found = immuno("show", "BCG", "-f", form, "-c", "id,products")
        assert found.code == 0 and "immuno data export DIR writes products.csv" in found.err
    assert "products.csv" not in immuno("show", "BCG", "-f", "tsv").err
    assert "products.csv" in immuno("show", "--help").out


def test_what_has_no_target_is_told_in_words(immuno: Immuno) -> None:
    assert "no single target" in immuno("compare", "lifileucel", "afamitresgene", "-f", "text").out


def test_vaccines_tell_ages_and_sexes_on_the_first_screen(immuno: Immuno) -> None:
    page = immuno("show", "Gardasil 9").out
    assert "females 9 to 45 years (" in page and "9 to 45 years, both sexes (anal" in page
    assert "For: " not in immuno("show", "keytruda").out
