"""Changes, comparisons, lanes and crossings tell what was approved when."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue, UsageError


def told(catalogue: Catalogue, **asked: object) -> list[tuple[str, str, list[str]]]:
    return [(one.date, one.event, one.therapies) for one in catalogue.changes(**asked)]


def test_changes_are_the_last_twelve_months_newest_first(catalogue: Catalogue) -> None:
    assert told(catalogue) == [
        ("2025-09-19", "new-product", ["pembrolizumab"]),
        ("2025-06-26", "warning-lifted", ["tisagenlecleucel"]),
        ("2025-05-22", "narrowed", ["pembrolizumab"]),
    ]
    dates = [one.date for one in catalogue.changes(since="1980")]
    assert dates == sorted(dates, reverse=True) and dates[-1] == "1986-06"


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2020-02-25", "2020-02-25", 1),
        ("2020", "2020", 3),
        ("2020-10", "2020-11", 0),
        ("2021", "2021-01", 1),  # withdrawn in 2021, nobody knows when
        ("2025-09-20", None, 0),
    ],
)
def test_changes_between_two_dates(since: str, until: str | None, count: int, catalogue: Catalogue) -> None:
    found = catalogue.changes(since=since, until=until)
    assert len(found) == count
    assert ("none" in [one.code for one in found.notices]) == (count == 0)


def test_changes_of_one_cancer_one_therapy_one_event(catalogue: Catalogue) -> None:
    found = told(catalogue, since="1990", cancer="sclc")
    assert [event for _, event, _ in found if event in ("approved", "withdrawn")] == ["withdrawn", "approved"]
    assert told(catalogue, since="1990", event="returned") == [("2024-03-06", "returned", ["nivolumab"])]
    events = {event for _, event, _ in told(catalogue, since="1990", therapy="opdivo")}
    assert events == {"approved", "converted", "replaced", "widened", "withdrawn", "returned"}
    assert {event for _, event, _ in told(catalogue, since="1980", event=["license-ended", "left-market"])} == {
        "license-ended", "left-market",
    }  # fmt: skip


def test_every_sort_of_change_is_told(catalogue: Catalogue) -> None:
    from immunocli.records.change import CHANGES

    seen = {event for _, event, _ in told(catalogue, since="1980")}
    assert set(CHANGES) - seen == {"reworded"}


def test_one_decision_is_one_entry(catalogue: Catalogue) -> None:
    (entry,) = [one for one in catalogue.changes(since="2017") if one.date == "2017-08-30"]
    assert entry.event == "boxed-warning" and entry.summary.count(";") == 1
    both = [one.event for one in catalogue.changes(since="2007", until="2007")]
    assert sorted(both) == ["converted", "widened"], "two events of one day are two entries"


def test_changes_need_a_date(catalogue: Catalogue) -> None:
    for asked in ({"since": "last week"}, {"until": "x"}, {"since": ""}, {"event": "eaten"}):
        with pytest.raises(UsageError):
            catalogue.changes(**asked)


def test_a_comparison_has_a_row_a_property_and_a_cell_a_therapy(catalogue: Catalogue) -> None:
    found, records = catalogue.compare(["bcg", "keytruda"])
    rows = {row.property: row for row in found}
    assert rows["targets"]["bcg"] == [] and rows["targets"]["pembrolizumab"] == ["pd-1"]
    assert rows["first_approved"]["bcg"] == "1990-08-21"
    cells = {name: row.as_dict() for name, row in rows.items() if name.startswith("cancer: ")}
    melanoma = cells["cancer: melanoma: advanced-metastatic"]
    assert (melanoma["bcg"], melanoma["pembrolizumab"]) == (None, "2014-09-04")
    assert cells["cancer: stomach: advanced-metastatic"]["pembrolizumab"] == "2021-05-05 accelerated"
    assert not [name for name in cells if "lung" in name], "a withdrawn use is no use"
    assert [one["id"] for one in records] == ["bcg", "pembrolizumab"]


def test_types_are_compared_too_but_not_with_therapies(catalogue: Catalogue) -> None:
    found, _ = catalogue.compare(["pd-1 inhibitor", "CAR T"])
    assert {"definition", "mechanism", "therapies"} <= {row.property for row in found}
    for names in (
        ["keytruda"],
        ["bcg"] * 2,
        ["keytruda", "CAR T"],
        ["bcg", "opdivo", "kymriah", "campath", "keytruda"],
    ):
        with pytest.raises(UsageError):
            catalogue.compare(names)


def test_a_lane_goes_from_approval_to_its_end(catalogue: Catalogue) -> None:
    lanes = {lane.therapy: lane for lane in catalogue.timeline()}
    assert list(lanes)[:2] == ["interferon-alfa-2b", "bcg"], "by first approval"
    assert (lanes["olaratumab"].approved, lanes["olaratumab"].ended) == ("2016-10-19", "2020-02-25")
    assert lanes["pembrolizumab"].ended is None and lanes["pembrolizumab"].uses == 4
    segments = [(one["from"], one["to"], one["approval"]) for one in lanes["pembrolizumab"].segments]
    assert segments == [("2014-09-04", "2015-12-18", "accelerated"), ("2015-12-18", "", "regular")]
    assert [one["to"] for one in lanes["peginterferon-alfa-2b"].segments] == ["2019-12-31"], (
        "the license ended"
    )
    assert lanes["peginterferon-alfa-2b"].status == "revoked"
    unknown = lanes["interferon-alfa-2b"]
    assert unknown.ended == "unknown" and {one["to"] for one in unknown.segments} == {"unknown"}
    before = {lane.therapy: lane for lane in catalogue.timeline(as_of="2020")}["interferon-alfa-2b"]
    assert (before.status, before.ended) == ("unknown", "unknown"), "nobody knows"
    then = {lane.therapy: lane for lane in catalogue.timeline(as_of="2014")}["interferon-alfa-2b"]
    assert then.ended is None and [one["to"] for one in then.segments] == [""], "a later document shows it"


def test_the_lane_of_one_cancer_is_about_that_cancer(catalogue: Catalogue) -> None:
    (lane,) = [one for one in catalogue.timeline(cancer="sclc") if one.therapy == "pembrolizumab"]
    assert (lane.approved, lane.ended, lane.status) == ("2019-06-17", "2021-03-30", "withdrawn")
    (lane,) = [one for one in catalogue.timeline(cancer="bladder") if one.therapy == "nivolumab"]
    assert [one["from"] for one in lane.segments] == ["2017-02-02", "2024-03-06"]


@pytest.mark.parametrize("by", ["type", "subtype", "target"])
def test_a_matrix_counts_therapies(by: str, catalogue: Catalogue) -> None:
    rows = catalogue.matrix(by)
    cells = {row.cancer: row.as_dict() for row in rows}
    pd_1 = {"type": "checkpoint-inhibitor", "subtype": "pd-1-inhibitor", "target": "pd-1"}[by]
    assert cells["melanoma"][pd_1] == (3 if by == "type" else 2)
    assert cells["bladder"][pd_1] == 1
    assert cells["stomach"][pd_1] == 2
    assert "sarcoma" not in cells and set(rows.columns) == {
        "cancer",
        *(k for k in cells["bladder"] if k != "cancer"),
    }


@pytest.mark.parametrize("asked", [{}, {"as_of": "2015"}, {"market": "sold"}], ids=str)
def test_a_row_of_a_matrix_says_as_many_as_the_list_for_its_cancer(
    asked: dict[str, Any], catalogue: Catalogue
) -> None:
    for one in (catalogue, Catalogue()):
        for row in one.matrix(**asked):
            counts = sum(count for head, count in row.as_dict().items() if head != "cancer")
            assert counts == len(one.therapies(cancer=row.cancer, **asked)), row


def test_rows_that_are_part_of_another_are_told() -> None:
    found = Catalogue().matrix()
    (notice,) = [one for one in found.notices if one.code == "rows-within-rows"]
    shown = {row.cancer for row in found}
    assert notice.counts["part_of"]["leukemia"] == ["hematologic-malignancies"]
    assert notice.counts["part_of"]["merkel-cell"] == ["neuroendocrine", "skin"]
    assert {one for above in notice.counts["part_of"].values() for one in above} < shown
