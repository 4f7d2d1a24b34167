"""A day that documents only bound is told as one, and words of some past days are those of the labels."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue

# Of a use on a day: what its words say, what they do not, and which markers rule it out.
WORDED = [
    ("panitumumab-colorectal-2006", "2013-01-01", "not advised", "unknown", ["kras-mutated"]),
    ("panitumumab-colorectal-2006", "2016-01-01", "not with mutated or unknown KRAS", "EGFR", ["kras-mutated"]),
    ("panitumumab-colorectal-2014", "2016-01-01", "not with mutated or unknown KRAS", "", ["kras-mutated"]),
    ("panitumumab-colorectal-2014", "2018-01-01", "not with mutated or unknown RAS", "KRAS", ["ras-mutated"]),
    ("lisocabtagene-maraleucel-pmbcl-2022", "2023-01-01", "back later in people not fit", "", ["primary-cns-lymphoma"]),
    ("ipilimumab-rcc-2018", "2020-01-01", "Previously untreated", "First-line", []),
    ("ipilimumab-rcc-2018", "2022-01-01", "First-line", "reviously", []),
    ("nivolumab-rcc-2018", "2021-01-22", "First-line", "reviously", []),
    ("brentuximab-vedotin-hodgkin-2011", "2015-01-01", "Hodgkin lymphoma", "lassical", []),
    ("brentuximab-vedotin-hodgkin-2011", "2016-06-01", "Classical Hodgkin lymphoma", "adults", []),
    ("ibritumomab-tiuxetan-low-grade-2002", "2003-01-01", "transformed", "", []),
    ("ibritumomab-tiuxetan-low-grade-2002", "2009-01-01", "low-grade", "transformed", []),
    ("lifileucel-melanoma-2024", "2025-01-01", "a BRAF inhibitor with or without a MEK inhibitor", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("use", "day", "said", "unsaid", "excludes"), WORDED)
def test_a_use_says_what_the_label_of_the_day_says(
    use: str,
    day: str,
    said: str,
    unsaid: str,
    excludes: list[str],
    tables: dict[str, Any],
    catalogue: Catalogue,
) -> None:
    (therapy,) = [
        one["id"] for one in tables["therapies"] if use in {each["id"] for each in one["indications"]}
    ]
    (row,) = [one for one in catalogue.indications(therapy=therapy, status="any", as_of=day) if one.id == use]
    assert said in row.summary
    assert not unsaid or unsaid not in row.summary
    assert row.excludes == excludes


def test_notes_that_bound_a_day_have_a_day_that_is_bounded(tables: dict[str, Any]) -> None:
    bounded = 0
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            latest = [event for event in use["events"] if event["latest"]]
            bounded += len(latest)
            if "latest possible" in (use["notes"] or ""):
                assert latest, use["id"]
    assert bounded > 60


def test_what_resists_rituximab_was_regular_from_the_first(catalogue: Catalogue) -> None:
    rows = {
        one.id: one.approval
        for one in catalogue.indications(therapy="ibritumomab tiuxetan", as_of="2005-01-01")
        if one.cancer == "follicular-lymphoma"
    }
    assert rows == {
        "ibritumomab-tiuxetan-follicular-2002": "accelerated",
        "ibritumomab-tiuxetan-follicular-2002-2": "regular",
    }
    today = [one.id for one in catalogue.indications(therapy="ibritumomab tiuxetan")]
    assert "ibritumomab-tiuxetan-follicular-2002-2" not in today


def test_bcg_has_no_use_in_the_bladder_before_1990(catalogue: Catalogue) -> None:
    assert not list(catalogue.indications(therapy="bcg", as_of="1989-07-01"))
    assert not list(catalogue.indications(therapy="Tice BCG", as_of="1990-06-01"))
    assert list(catalogue.indications(therapy="TheraCys", as_of="1990-06-01"))


def test_changes_tell_that_a_day_is_bounded(catalogue: Catalogue) -> None:
    told = {one.date: one.latest for one in catalogue.changes(therapy="bcg", since="1987")}
    assert told["2009"] is True
    assert told["1990-05-21"] is False
