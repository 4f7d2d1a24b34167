"""Who asks for a cancer is told of uses for one that stands beside it and that the same tumor may be called."""

from __future__ import annotations

import shlex

import pytest

from immunocli import Catalogue
from tests.driver import Immuno

PAIRS = [
    ("urothelial", "non-muscle-invasive-bladder"),
    ("nmibc", "urothelial-carcinoma"),
    ("stomach", "gastroesophageal-junction"),
]


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize(("asked", "beside"), PAIRS)
@pytest.mark.parametrize("day", [None, "2020-06"])
def test_how_many_uses_are_not_shown_is_told(
    whole: Catalogue, asked: str, beside: str, day: str | None
) -> None:
    found = whole.indications(cancer=asked, as_of=day)
    (notice,) = [
        one for one in found.notices if one.code == "beside-not-shown" and one.counts["cancer"] == beside
    ]
    others = {one.id for one in whole.indications(cancer=beside, as_of=day, exact=True)}
    assert {*notice.counts["uses"]} == others - {one.id for one in found} and notice.counts["uses"]


@pytest.mark.parametrize(("asked", "beside"), PAIRS)
def test_it_is_one_line_with_the_command_that_lists_them(immuno: Immuno, asked: str, beside: str) -> None:
    (line,) = [
        one for one in immuno("therapies", "--cancer", asked).err.splitlines() if f"--cancer {beside}" in one
    ]
    command = line.rpartition("(")[2].removesuffix(")")
    assert immuno(*shlex.split(command)[1:]).code == 0


@pytest.mark.parametrize(
    "asked", [["--cancer", "melanoma"], ["--cancer", "bladder"], ["--cancer", "nmibc", "--line", "first"]]
)
def test_nothing_is_told_of_others(immuno: Immuno, asked: list[str]) -> None:
    assert "cancer not shown" not in immuno("therapies", *asked).err


def test_a_page_that_is_not_narrowed_says_so(immuno: Immuno) -> None:
    found = immuno("show", "keytruda", "pd-1", "--cancer", "lung")
    assert found.code == 0 and "immuno therapies --target pd-1 --cancer lung" in found.err
    assert "narrows" not in immuno("show", "keytruda", "opdivo", "--cancer", "lung").err


def test_a_comparison_has_the_partners(whole: Catalogue) -> None:
    (row,) = [one for one in whole.compare(["yervoy", "keytruda"])[0] if one["property"] == "given_with"]
    assert "nivolumab" in row["ipilimumab"] and "enfortumab-vedotin" in row["pembrolizumab"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "keytruda",
            [
                "MSI-high or mismatch repair deficient solid tumors 2017",
                "TMB-high solid tumors 2020 (accelerated)",
            ],
        ),
        ("enhertu", ["HER2-positive solid tumors 2024 (accelerated)"]),
    ],
)
def test_each_use_for_any_tumor_has_its_marker(immuno: Immuno, name: str, told: list[str]) -> None:
    page = " ".join(immuno("show", name, "-f", "text").out.split())
    assert all(one in page for one in told)
