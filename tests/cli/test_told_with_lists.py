"""Lists say which first day they tell, what of a cancer they did not weigh, and types what they are approved for."""

from __future__ import annotations

import pytest

from tests.driver import Immuno


@pytest.mark.parametrize(
    ("cancer", "word"),
    [
        ("small cell lung cancer, extensive", "extensive"), ("extensive small cell lung cancer", "extensive"),
        ("small cell lung cancer, limited", "limited"), ("primary melanoma", "primary"),
        ("lung cancer, limited, first line", "limited"),
    ],
)  # fmt: skip
def test_a_qualifier_that_no_use_is_chosen_by_is_told(immuno: Immuno, cancer: str, word: str) -> None:
    for command in ("therapies", "indications"):
        notices = immuno(command, "--cancer", cancer, "-f", "json").json["notices"]
        told = next(one for one in notices if one["code"] == "not-weighed")
        assert word in told["words"]
    assert f'Not read: "{word}"' in immuno("show", cancer).out or word == "limited"


@pytest.mark.parametrize(
    "cancer", ["advanced melanoma", "localized prostate cancer", "melanoma, resected", "lung cancer"]
)
def test_what_is_weighed_is_not_told_as_not(immuno: Immuno, cancer: str) -> None:
    notices = immuno("therapies", "--cancer", cancer, "-f", "json").json["notices"]
    assert "not-weighed" not in [one["code"] for one in notices]


def test_a_list_for_a_cancer_says_which_first_day_it_tells(immuno: Immuno) -> None:
    told = "approved: first of these uses"
    asked = ["therapies", "--cancer", "melanoma", "-f", "table"]
    assert immuno(*asked).out.count(told) == 1
    assert immuno(*asked, "-c", "name,approved,first_approved").out.count(told) == 1
    assert told not in immuno(*asked, "-c", "name,brands").out
    assert told not in immuno("therapies", "--type", "car t", "-f", "table").out


def test_types_side_by_side_tell_what_each_is_approved_for(immuno: Immuno) -> None:
    rows = {row[0]: row[1:] for row in immuno("compare", "car t", "adc").rows}
    for kind, cancers in zip(["car t", "adc"], rows["cancers"], strict=True):
        listed = immuno("therapies", "--type", kind, "-c", "cancers", "--no-header").lines
        assert set(cancers.split(";")) == {one for line in listed for one in line.split(";")}
    then = {row[0]: row[1:] for row in immuno("compare", "car t", "adc", "--as-of", "2012").rows}
    assert then["cancers"] == ["", "lymphoma"]
    assert "approved for" in immuno("compare", "car t", "adc", "-f", "table").out
