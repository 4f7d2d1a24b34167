"""Which uses and therapies a question chooses, over ten therapies whose history is known."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Ambiguous, Catalogue, Investigational, NotFound, NotInScope, UsageError


def uses(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [row.id for row in catalogue.indications(**filters)]


def ids(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [therapy.id for therapy in catalogue.therapies(**filters)]


ALL = [
    "alemtuzumab-cll-2001", "bcg-nmibc-1990", "nivolumab-nsclc-2015", "nivolumab-melanoma-2016",
    "nivolumab-bladder-2017", "nivolumab-stomach-2021", "pembrolizumab-melanoma-2014",
    "pembrolizumab-agnostic-2017", "pembrolizumab-stomach-2021", "relatlimab-melanoma-2022",
    "tisagenlecleucel-lbcl-2018",
]  # fmt: skip
PAST = [
    "interferon-alfa-2b-hcl-1986", "interferon-alfa-2b-melanoma-1995", "nivolumab-melanoma-2014",
    "nivolumab-agnostic-2018", "olaratumab-sts-2016", "peginterferon-alfa-2b-melanoma-2011",
    "pembrolizumab-sclc-2019",
]  # fmt: skip


def test_by_default_the_uses_in_today_s_label(catalogue: Catalogue) -> None:
    assert uses(catalogue) == ALL
    assert ids(catalogue) == [
        "alemtuzumab", "bcg", "nivolumab", "pembrolizumab", "relatlimab", "tisagenlecleucel",
    ]  # fmt: skip


def test_status(catalogue: Catalogue) -> None:
    assert uses(catalogue, status="current") == uses(catalogue, status="active") == ALL
    assert uses(catalogue, status="past") == PAST
    assert sorted(uses(catalogue, status="any")) == sorted(ALL + PAST)
    assert len(ids(catalogue, status="any")) == 10, "those never approved too"


def test_a_withdrawn_use_never_reads_as_approved(catalogue: Catalogue) -> None:
    (therapy,) = catalogue.therapies(cancer="small cell lung cancer", status="any", exact=True)
    assert therapy.status == "withdrawn"
    assert catalogue.therapy("pembrolizumab").status == "approved"


def test_one_option_several_times_means_or(catalogue: Catalogue) -> None:
    assert ids(catalogue, cancer=["melanoma", "bladder"]) == [
        "bcg", "nivolumab", "pembrolizumab", "relatlimab",
    ]  # fmt: skip
    assert ids(catalogue, target=["lag-3", "cd19"]) == ["relatlimab", "tisagenlecleucel"]


def test_different_options_mean_and(catalogue: Catalogue) -> None:
    assert ids(catalogue, cancer=["melanoma", "bladder"], target="pd-1") == ["nivolumab", "pembrolizumab"]
    assert ids(catalogue, cancer="bladder", target="cd19") == []
    assert ids(catalogue, type="checkpoint-inhibitor", cancer="skin") == [
        "nivolumab", "pembrolizumab", "relatlimab",
    ]  # fmt: skip


def test_a_broad_type_includes_its_sub_types(catalogue: Catalogue) -> None:
    assert ids(catalogue, type="adoptive-cell-therapy") == ["tisagenlecleucel"]
    assert ids(catalogue, type="pd-1-inhibitor") == ["nivolumab", "pembrolizumab"]
    assert ids(catalogue, type="immunomodulator", status="any") == [
        "bcg", "interferon-alfa-2b", "peginterferon-alfa-2b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"approval": "accelerated"}, [
            "alemtuzumab-cll-2001", "nivolumab-melanoma-2016", "pembrolizumab-melanoma-2014",
            "pembrolizumab-agnostic-2017", "pembrolizumab-stomach-2021",
        ]),
        ({"setting": "non-muscle-invasive"}, ["bcg-nmibc-1990"]),
        ({"setting": ["prevention", "relapsed-refractory"]}, ["tisagenlecleucel-lbcl-2018"]),
        ({"line": "first"}, ["nivolumab-bladder-2017", "nivolumab-stomach-2021", "pembrolizumab-stomach-2021"]),
        ({"biomarker": "msi-h"}, ["pembrolizumab-agnostic-2017"]),
        ({"biomarker": "pd-l1-positive"}, ["pembrolizumab-stomach-2021"]),
        ({"biomarker": "pd-l1-positive", "as_of": "2025-05-21"}, []),
        ({"therapy": "opdivo", "cancer": "lung"}, ["nivolumab-nsclc-2015"]),
        ({"source": "fda-bcg-label"}, ["bcg-nmibc-1990"]),
        ({"source": "fda-lartruvo-notice", "status": "any"}, ["olaratumab-sts-2016"]),
        ({"source": "fda-lartruvo-notice", "status": "any", "as_of": "2020-02-24"}, []),
        ({"market": "not-sold"}, ["alemtuzumab-cll-2001"]),
        ({"market": "not-sold", "as_of": "2012-09-03"}, []),
        ({"therapy": "alemtuzumab", "setting": "relapsed-refractory", "as_of": "2007-09-18"}, ["alemtuzumab-cll-2001"]),
        ({"therapy": "alemtuzumab", "setting": "relapsed-refractory", "as_of": "2007-09-19"}, []),
    ],
)  # fmt: skip
def test_what_a_use_is_chosen_by(filters: dict[str, Any], expected: list[str], catalogue: Catalogue) -> None:
    assert uses(catalogue, **filters) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("1980", ALL),
        ("2018-05-01", ALL[5:6] + ALL[8:]),
        ("2018-05-02", ALL[5:6] + ALL[8:10]),
        ("2018-05", ALL[5:6] + ALL[8:]),
        ("2021-05", ["pembrolizumab-stomach-2021", "relatlimab-melanoma-2022"]),
        ("2025", []),
    ],
)
def test_since(since: str, expected: list[str], catalogue: Catalogue) -> None:
    assert uses(catalogue, since=since) == expected


def test_since_counts_a_therapy_by_its_first_approval(catalogue: Catalogue) -> None:
    assert ids(catalogue, since="2015") == ["relatlimab", "tisagenlecleucel"]
    assert ids(catalogue, since="2015", cancer="bladder") == ["nivolumab"], "among the uses asked for"


def test_since_keeps_an_approval_that_is_known_to_its_month_only(catalogue: Catalogue) -> None:
    for since, there in (("2018-08", True), ("2018-08-31", True), ("2018-09", False)):
        found = uses(catalogue, since=since, status="past", agnostic=True)
        assert ("nivolumab-agnostic-2018" in found) is there


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1986-06", ["interferon-alfa-2b"]),
        ("1990-08-20", ["interferon-alfa-2b"]),
        ("1990-08-21", ["bcg", "interferon-alfa-2b"]),
        ("2016-10-18", ["alemtuzumab", "bcg", "nivolumab", "peginterferon-alfa-2b",
                        "pembrolizumab"]),
        ("2016-10-19", ["alemtuzumab", "bcg", "nivolumab", "olaratumab",
                        "peginterferon-alfa-2b", "pembrolizumab"]),
        ("2020-02-25", ["alemtuzumab", "bcg", "nivolumab", "pembrolizumab",
                        "tisagenlecleucel"]),
    ],
)  # fmt: skip
def test_as_of(day: str, expected: list[str], catalogue: Catalogue) -> None:
    assert ids(catalogue, as_of=day) == expected


def test_as_of_tells_the_names_and_dates_of_that_day(catalogue: Catalogue) -> None:
    (lung,) = catalogue.indications(cancer="sclc", as_of="2020")
    assert (lung.id, lung.status) == ("pembrolizumab-sclc-2019", "current")
    assert uses(catalogue, cancer="sclc", as_of="2021-03-30") == []
    (therapy,) = catalogue.therapies(therapy="keytruda", as_of="2016")
    assert "tumor-agnostic" not in therapy.cancers
    assert (therapy.approved, therapy.first_approved) == ("2014-09-04", "2014-09-04")


def test_approved_is_that_of_the_uses_asked_for(catalogue: Catalogue) -> None:
    (therapy,) = catalogue.therapies(therapy="opdivo", cancer="stomach")
    assert (therapy.approved, therapy.first_approved) == ("2021-04-16", "2014-12-22")


def test_what_is_not_shown_is_counted(catalogue: Catalogue) -> None:
    told = {one.code: one.counts for one in catalogue.indications(cancer="lung").notices}
    assert told["past-not-shown"] == {"count": 1}
    assert told["any-tumor-not-shown"] == {"count": 1, "therapies": ["pembrolizumab"]}
    assert "past-not-shown" not in {one.code for one in catalogue.indications(status="any").notices}


def test_a_list_is_answered_as_it_stands(catalogue: Catalogue) -> None:
    rows = catalogue.indications(source="cri-2022")
    assert [(row.therapy, row.cancer) for row in rows] == [
        ("bcg", "bladder"),
        ("pembrolizumab", "lung"),
        ("pembrolizumab", "melanoma"),
        ("racotumomab", "lung"),
        ("tisagenlecleucel", "lymphoma"),
    ]
    assert {row.status for row in rows} == {"listed"}
    assert ids(catalogue, source="cri-2022") == ["bcg", "pembrolizumab", "racotumomab", "tisagenlecleucel"]
    assert ids(catalogue, source="cri-2022", cancer="lung") == ["pembrolizumab", "racotumomab"]
    assert ids(catalogue, source="cri-2022", cancer="nmibc") == [], "the list does not say so"


def test_the_question_is_told_as_it_was_understood(catalogue: Catalogue) -> None:
    found = catalogue.indications(cancer="Skin Cancer", target="pd1", since="2014", as_of="2020", exact=True)
    assert found.query == {
        "cancer": ["skin"],
        "target": ["pd-1"],
        "status": "current",
        "since": "2014-01-01",
        "as_of": "2020-12-31",
        "exact": True,
    }
    assert found.day == "2020-12-31" and catalogue.indications().day == "2026-01-15"


@pytest.mark.parametrize(
    ("filters", "problem"),
    [
        ({"cancer": "no such cancer"}, NotFound),
        ({"cancer": ""}, UsageError),
        ({"cancer": None}, None),
        ({"cancer": []}, UsageError),
        ({"cancer": [""]}, UsageError),
        ({"therapy": "aspirin"}, NotFound),
        ({"therapy": "olaparib"}, NotInScope),
        ({"therapy": "benbralisumad"}, Investigational),
        ({"cancer": "keloid"}, NotInScope),
        ({"therapy": "keytrudda"}, Ambiguous),
        ({"status": "gone"}, UsageError),
        ({"status": ""}, UsageError),
        ({"market": ""}, UsageError),
        ({"approval": "maybe"}, UsageError),
        ({"approval": ""}, UsageError),
        ({"setting": "anywhere"}, UsageError),
        ({"since": "yesterday"}, UsageError),
        ({"since": ""}, UsageError),
        ({"as_of": "2021-02-30"}, UsageError),
        ({"as_of": ""}, UsageError),
        ({"source": "no-such-source"}, NotFound),
    ],
)
def test_what_is_not_understood_is_told(
    filters: dict[str, Any], problem: type[Exception] | None, catalogue: Catalogue
) -> None:
    for ask in (catalogue.therapies, catalogue.indications):
        if problem is None:
            assert len(ask(**filters)) > 5
            continue
        with pytest.raises(problem) as caught:
            ask(**filters)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("how", ["therapies", "indications", "timeline", "matrix", "changes"])
def test_an_unknown_filter_is_refused_by_us(how: str, catalogue: Catalogue) -> None:
    with pytest.raises((UsageError, TypeError), match="colour"):
        getattr(catalogue, how)(colour="blue")


def test_a_line_finds_all_that_may_be_given_in_it(catalogue: Catalogue) -> None:
    """The second line is also in "second or later", and in what the label ties to no line."""
    second = uses(catalogue, line=["second"])
    assert set(uses(catalogue, line=["second-or-later"])) >= set(second)
    assert "nivolumab-nsclc-2015" in second
    assert "nivolumab-nsclc-2015" in uses(catalogue, line=["third-or-later"])
    assert "nivolumab-nsclc-2015" not in uses(catalogue, line=["first"])
    assert {row.line for row in catalogue.indications(line="first")} <= {"any", "first", "first-or-later"}
    assert None not in {row.line for row in catalogue.indications(line="any")}


@pytest.mark.parametrize("status", ["replaced", "withdrawn", "revoked"])
def test_one_way_to_end_is_asked_for_by_its_name(status: str) -> None:
    found = Catalogue().indications(status=status)
    assert {use.status for use in found} == {status}
    assert len(found) == sum(use.status == status for use in Catalogue().indications(status="any"))


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [("setting", "Metastatic", "advanced-metastatic"), ("line", "2L", "second"), ("line", "1", "first")],
)
def test_values_are_taken_as_people_type_them(option: str, typed: str, meant: str) -> None:
    asked: dict[str, Any] = {option: typed}
    told: dict[str, Any] = {option: meant}
    assert Catalogue().indications(**asked) == Catalogue().indications(**told)


@pytest.mark.parametrize("amount", ["150 mg", "300mg", "400 mg x2", ""])
def test_an_amount_behind_a_name_hides_not_what_it_is(amount: str, catalogue: Catalogue) -> None:
    """A drug that is none of ours is told as such with its dose, too."""
    for ask in (catalogue.show, catalogue.define):
        with pytest.raises(NotInScope, match="olaparib"):
            ask(f"olaparib {amount}".strip())
    with pytest.raises(NotFound) as caught:
        catalogue.show("blorfex 150 mg")
    assert not isinstance(caught.value, NotInScope | Investigational)
