"""Which uses and therapies a question chooses, over four therapies whose history is known."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Ambiguous, Catalogue, NotFound, UsageError


def uses(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [row.id for row in catalogue.indications(**filters)]


def ids(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [therapy.id for therapy in catalogue.therapies(**filters)]


def test_by_default_the_uses_approved_today(catalogue: Catalogue) -> None:
    assert uses(catalogue) == [
        "bcg-nmibc-1990",
        "pembrolizumab-melanoma-2014",
        "pembrolizumab-agnostic-2017",
        "tisagenlecleucel-lbcl-2018",
    ]
    assert ids(catalogue) == ["bcg", "pembrolizumab", "tisagenlecleucel"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("active", ["bcg", "pembrolizumab", "tisagenlecleucel"]),
        ("withdrawn", ["olaratumab", "pembrolizumab"]),
        ("any", ["bcg", "olaratumab", "pembrolizumab", "tisagenlecleucel"]),
    ],
)
def test_status(status: str, expected: list[str], catalogue: Catalogue) -> None:
    assert ids(catalogue, status=status) == expected


def test_a_withdrawn_use_never_reads_as_approved(catalogue: Catalogue) -> None:
    (therapy,) = catalogue.therapies(cancer="small cell lung", status="any")
    assert therapy.status == "withdrawn"
    assert catalogue.therapy("pembrolizumab").status == "approved"


@pytest.mark.parametrize(
    ("cancer", "expected"),
    [
        ("skin", ["pembrolizumab-melanoma-2014"]),
        ("melanoma", ["pembrolizumab-melanoma-2014"]),
        ("bladder", ["bcg-nmibc-1990"]),
        ("lymphoma", ["tisagenlecleucel-lbcl-2018"]),
        ("lung", []),
        ("sarcoma", []),
    ],
)
def test_a_broad_cancer_includes_the_narrower_ones(
    cancer: str, expected: list[str], catalogue: Catalogue
) -> None:
    assert uses(catalogue, cancer=cancer) == expected


def test_a_narrow_cancer_does_not_include_the_broad_one(catalogue: Catalogue) -> None:
    assert uses(catalogue, cancer="small-cell-lung", status="any") == ["pembrolizumab-sclc-2019"]
    assert uses(catalogue, cancer="large-b-cell-lymphoma") == uses(catalogue, cancer="lymphoma")


def test_one_option_several_times_means_or(catalogue: Catalogue) -> None:
    assert ids(catalogue, cancer=["melanoma", "bladder"]) == ["bcg", "pembrolizumab"]
    assert ids(catalogue, target=["pd-1", "cd19"]) == ["pembrolizumab", "tisagenlecleucel"]


def test_different_options_mean_and(catalogue: Catalogue) -> None:
    assert ids(catalogue, cancer=["melanoma", "bladder"], target="pd-1") == ["pembrolizumab"]
    assert ids(catalogue, cancer="bladder", target="pd-1") == []
    assert ids(catalogue, type="checkpoint-inhibitor", cancer="skin") == ["pembrolizumab"]


def test_a_broad_type_includes_its_sub_types(catalogue: Catalogue) -> None:
    assert ids(catalogue, type="adoptive-cell-therapy") == ["tisagenlecleucel"]
    assert ids(catalogue, type="pd-1-inhibitor") == ["pembrolizumab"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"approval": "accelerated"}, ["pembrolizumab-melanoma-2014", "pembrolizumab-agnostic-2017"]),
        ({"approval": "regular"}, ["bcg-nmibc-1990", "tisagenlecleucel-lbcl-2018"]),
        ({"setting": "non-muscle-invasive"}, ["bcg-nmibc-1990"]),
        ({"setting": ["prevention", "relapsed-refractory"]}, ["tisagenlecleucel-lbcl-2018"]),
        ({"biomarker": "msi-h"}, ["pembrolizumab-agnostic-2017"]),
        ({"therapy": "Keytruda"}, ["pembrolizumab-melanoma-2014", "pembrolizumab-agnostic-2017"]),
        ({"source": "fda-bcg-label"}, ["bcg-nmibc-1990"]),
    ],
)
def test_what_a_use_is_chosen_by(filters: dict[str, Any], expected: list[str], catalogue: Catalogue) -> None:
    assert uses(catalogue, **filters) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2014", ["pembrolizumab-melanoma-2014", "pembrolizumab-agnostic-2017",
                  "tisagenlecleucel-lbcl-2018"]),
        ("2014-09-04", ["pembrolizumab-melanoma-2014", "pembrolizumab-agnostic-2017",
                        "tisagenlecleucel-lbcl-2018"]),
        ("2014-09-05", ["pembrolizumab-agnostic-2017", "tisagenlecleucel-lbcl-2018"]),
        ("2018-05", ["tisagenlecleucel-lbcl-2018"]),
        ("2030", []),
    ],
)  # fmt: skip
def test_since(since: str, expected: list[str], catalogue: Catalogue) -> None:
    assert uses(catalogue, since=since) == expected


def test_since_counts_a_therapy_by_its_first_approval(catalogue: Catalogue) -> None:
    assert ids(catalogue, since="2015") == ["tisagenlecleucel"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1989", []),
        ("1990-08-20", []),
        ("1990-08-21", ["bcg"]),
        ("1990", ["bcg"]),
        ("2016-10-18", ["bcg", "pembrolizumab"]),
        ("2016-10", ["bcg", "olaratumab", "pembrolizumab"]),
        ("2020-02-24", ["bcg", "olaratumab", "pembrolizumab", "tisagenlecleucel"]),
        ("2020-02-25", ["bcg", "pembrolizumab", "tisagenlecleucel"]),
    ],
)
def test_as_of(day: str, expected: list[str], catalogue: Catalogue) -> None:
    assert ids(catalogue, as_of=day) == expected


def test_as_of_tells_the_names_and_dates_of_that_day(catalogue: Catalogue) -> None:
    (lung,) = catalogue.indications(cancer="lung", as_of="2020")
    assert (lung.id, lung.status) == ("pembrolizumab-sclc-2019", "active")
    assert uses(catalogue, cancer="lung", as_of="2021-03-30") == []
    (therapy,) = catalogue.therapies(target="pd-1", as_of="2016")
    assert "tumor-agnostic" not in therapy.cancers
    assert therapy.first_approved == "2014-09-04"


def test_approvals_for_any_tumor_only_when_asked_for(catalogue: Catalogue) -> None:
    assert "pembrolizumab-agnostic-2017" not in uses(catalogue, cancer="bladder")
    assert uses(catalogue, cancer="bladder", agnostic=True) == [
        "bcg-nmibc-1990",
        "pembrolizumab-agnostic-2017",
    ]
    assert uses(catalogue, agnostic=True) == ["pembrolizumab-agnostic-2017"]


def test_what_is_not_shown_is_counted(catalogue: Catalogue) -> None:
    selection = catalogue.select(cancer="lung")
    assert list(selection.chosen()) == []
    assert selection.hidden_withdrawn == 1
    assert selection.hidden_agnostic == {"pembrolizumab"}


def test_a_list_is_answered_as_it_stands(catalogue: Catalogue) -> None:
    rows = catalogue.indications(source="cri-2022")
    assert [(row.therapy, row.cancer) for row in rows] == [
        ("bcg", "bladder"),
        ("pembrolizumab", "lung"),
        ("pembrolizumab", "melanoma"),
        ("tisagenlecleucel", "lymphoma"),
    ]
    assert {row.status for row in rows} == {"listed"}
    assert ids(catalogue, source="cri-2022") == ["bcg", "pembrolizumab", "tisagenlecleucel"]
    assert ids(catalogue, source="cri-2022", cancer="lung") == ["pembrolizumab"]


def test_the_question_is_told_as_it_was_understood(catalogue: Catalogue) -> None:
    query = catalogue.select(cancer="Skin Cancer", target="pd1", since="2014", as_of="2020").query
    assert query == {
        "cancer": ["skin"],
        "target": ["pd-1"],
        "status": "active",
        "since": "2014-01-01",
        "as_of": "2020-12-31",
    }


@pytest.mark.parametrize(
    ("filters", "problem"),
    [
        ({"cancer": "no such cancer"}, NotFound),
        ({"cancer": ""}, UsageError),
        ({"therapy": "aspirin"}, NotFound),
        ({"therapy": "keytrudda"}, Ambiguous),
        ({"status": "gone"}, UsageError),
        ({"approval": "maybe"}, UsageError),
        ({"setting": "anywhere"}, UsageError),
        ({"since": "yesterday"}, UsageError),
        ({"as_of": "2021-02-30"}, UsageError),
        ({"source": "no-such-source"}, NotFound),
    ],
)
def test_what_is_not_understood_is_told(
    filters: dict[str, Any], problem: type[Exception], catalogue: Catalogue
) -> None:
    with pytest.raises(problem):
        catalogue.therapies(**filters)


def test_an_unknown_filter_is_a_mistake_of_the_program(catalogue: Catalogue) -> None:
    with pytest.raises(TypeError):
        catalogue.therapies(colour="blue")


def test_since_keeps_an_approval_that_is_known_to_its_year_only(catalogue: Catalogue) -> None:
    selection = catalogue.select(since="2016")
    assert selection.began_late_enough("2016")
    assert selection.began_late_enough("2016-03")
    assert not selection.began_late_enough("2015-12-31")
    assert not selection.began_late_enough(None)
