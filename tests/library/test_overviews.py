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


def test_a_matrix_by_therapy_tells_since_when(catalogue: Catalogue) -> None:
    found = catalogue.matrix("therapy")
    cells = {row.cancer: row.as_dict() for row in found}
    assert cells["melanoma"]["pembrolizumab"] == "2014-09-04"
    assert cells["stomach"]["pembrolizumab"] == "2021-05-05 accelerated"
    assert cells["melanoma"]["tisagenlecleucel"] is None
    assert found.query["status"] == "current" and found.query["by"] == "therapy"
    assert not [one for one in found.notices if one.code == "many-columns"]
    assert [
        one.counts["count"] > 40
        for one in Catalogue().matrix("therapy").notices
        if one.code == "many-columns"
    ]


@pytest.mark.parametrize("asked", [{}, {"as_of": "2015"}, {"target": ["PD-1", "PD-L1"]}], ids=str)
def test_a_column_of_a_matrix_by_therapy_has_the_cancers_it_is_listed_for(asked: dict[str, Any]) -> None:
    """What `therapies --cancer` lists is what has a day, row for row."""
    one = Catalogue()
    for row in one.matrix("therapy", **asked):
        held = {head for head, day in row.as_dict().items() if head != "cancer" and day}
        assert held == {each.id for each in one.therapies(cancer=row.cancer, **asked)}, row.cancer


def test_rows_that_share_uses_are_told() -> None:
    (notice,) = [one for one in Catalogue().matrix().notices if one.code == "rows-share-uses"]
    pairs = {frozenset(pair) for pair in notice.counts["rows"]}
    assert {
        frozenset({"bladder", "urothelial-carcinoma"}),
        frozenset({"lung", "neuroendocrine"}),
        frozenset({"melanoma", "skin"}),
        frozenset({"leukemia", "lymphoma"}),
    } <= pairs
    assert frozenset({"leukemia", "multiple-myeloma"}) not in pairs, "what is wider than both says nothing"
    assert "lung cancer and neuroendocrine cancer (small cell lung cancer)" in notice.message


def test_a_comparison_is_as_fine_as_fits() -> None:
    found, _ = Catalogue().compare(["kymriah", "yescarta"])
    named = {row.property for row in found if row.property.startswith("cancer: ")}
    assert {"cancer: follicular-lymphoma: relapsed-refractory", "cancer: dlbcl: relapsed-refractory"} <= named
    broad, _ = Catalogue().compare(["keytruda", "opdivo"])
    assert "cancer: lung: advanced-metastatic" in {row.property for row in broad}


def test_a_use_for_a_wider_cancer_holds_in_the_row_of_a_form(catalogue: Catalogue) -> None:
    """Else a form that only one names would read as if the other were not for it."""
    one = Catalogue()
    found, records = one.compare(["kymriah", "yescarta"])
    for row in found:
        if row.property.startswith("cancer: "):
            cancer = row.property.split(": ")[1]
            for record in records:
                uses = one.therapies(therapy=record["id"], cancer=cancer)
                assert not row[record["id"]] or uses, row


def test_all_of_a_comparison_lists_every_use(catalogue: Catalogue) -> None:
    found, records = catalogue.compare(["opdivo", "keytruda"], full=True)
    uses = {row.property.removeprefix("use: "): row for row in found if row.property.startswith("use: ")}
    current = {
        use["id"]: one["id"] for one in records for use in one["indications"] if use["status"] == "current"
    }
    assert uses.keys() == current.keys()
    for use, row in uses.items():
        assert row[current[use]][:2] in ("19", "20") and "for adults" in row[current[use]]


@pytest.mark.parametrize(
    ("names", "told", "advice"),
    [
        (["rituximab", "truxima"], '"rituximab" and "truxima" are both rituximab', "compare Truxima Rituxan"),
        (["keytruda", "pembrolizumab"], "are both pembrolizumab", 'compare Keytruda "Keytruda Qlex"'),
        (["keytruda", "Keytruda"], "is told twice", 'compare Keytruda "Keytruda Qlex"'),
        (["herceptin", "kadcyla", "kanjinti"], "with each other alone", "compare Herceptin Kanjinti"),
        (["kimmtrak", "tebentafusp"], "are both tebentafusp", "show tebentafusp --full"),
        (["car t", "CAR-T"], "are both", "types car-t-cell-therapy --full"),
    ],
)
def test_two_names_of_one_thing_are_told_as_that(names: list[str], told: str, advice: str) -> None:
    with pytest.raises(UsageError) as problem:
        Catalogue().compare(names)
    assert told in problem.value.message and problem.value.advice == f"immuno {advice}"


@pytest.mark.parametrize("name", ["Truxima", "Riabni", "Mvasi", "Ontruzant", "Poherdy"])
def test_a_biosimilar_has_no_maker_of_its_therapy(name: str) -> None:
    """Who makes it is known of the therapy's first product alone."""
    assert Catalogue().therapy(name).makers == []


@pytest.mark.parametrize("name", ["Rituxan", "rituximab", "Rituxan Hycela", "Avastin"])
def test_the_first_product_has_its_maker(name: str) -> None:
    assert Catalogue().therapy(name).makers == ["Genentech"]


def test_the_id_of_a_use_leads_to_it() -> None:
    one = Catalogue()
    for use in list(one.indications(therapy="keytruda", status="any"))[::4]:
        found = one.show([use.id])
        assert found[0]["id"] == "pembrolizumab"
        (notice,) = [each for each in found.notices if each.code == "use"]
        assert (
            notice.counts["use"] == use.id and use.summary in notice.message and use.status in notice.message
        )


def test_a_change_of_words_tells_those_before() -> None:
    found = Catalogue().changes(since="2026-02-06", until="2026-02-06", therapy="yescarta")
    assert "(before: " in found[0].summary and "not for primary CNS lymphoma" in found[0].summary
    for one in Catalogue().changes(since="2000", event="approved"):
        assert "(before: " not in one.summary


def test_rows_that_are_part_of_another_are_told() -> None:
    found = Catalogue().matrix()
    (notice,) = [one for one in found.notices if one.code == "rows-within-rows"]
    shown = {row.cancer for row in found}
    assert notice.counts["part_of"]["leukemia"] == ["hematologic-malignancies"]
    assert notice.counts["part_of"]["merkel-cell"] == ["neuroendocrine", "skin"]
    assert {one for above in notice.counts["part_of"].values() for one in above} < shown
