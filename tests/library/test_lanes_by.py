"""Lanes of a timeline may stand under each cancer, or each target, of a therapy."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli import Catalogue, UsageError
from tests.driver import Immuno


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize(
    "asked", [{"target": "PD-1"}, {"type": "car t"}, {"cancer": "lymphoma"}, {"as_of": "2012"}]
)
def test_they_hold_what_the_lanes_of_therapies_hold(whole: Catalogue, asked: dict[str, str]) -> None:
    plain = {one.therapy: one for one in whole.timeline(**asked)}
    for by in ("cancer", "target"):
        found = whole.timeline(by, **asked)
        assert found.columns[0] == by and found.query["by"] == by
        assert {one.therapy for one in found} == {*plain}
        for one in found:
            assert one.approved >= plain[one.therapy].approved and one.uses <= plain[one.therapy].uses
            assert by != "cancer" or one.cancer in plain[one.therapy].cancers
        firsts = {}
        for one in found:
            firsts[one.therapy] = min(one.approved, firsts.get(one.therapy, "9999"))
        assert firsts == {therapy: lane.approved for therapy, lane in plain.items()}
    assert all(one.cancer is None and one.target is None for one in plain.values())


def test_a_lane_is_about_its_cancer_alone(whole: Catalogue) -> None:
    lanes = {(one.cancer, one.therapy): one for one in whole.timeline("cancer", target="PD-1")}
    assert lanes["melanoma", "nivolumab"].approved == "2014-12-22"
    assert lanes["lung", "nivolumab"].approved == "2015-03-04"
    assert lanes["neuroendocrine", "nivolumab"].ended == "2020-12-29"
    names = [whole.title("cancer", one.cancer).casefold() for one in whole.timeline("cancer", target="PD-1")]
    assert names == sorted(names)
    assert {one.cancer for one in whole.timeline("cancer", target="PD-1", cancer="lung")} == {"lung"}
    assert {one.target for one in whole.timeline("target", target="CTLA-4", type="checkpoint")} == {"ctla-4"}


def test_by_what_there_are_no_lanes_is_refused(whole: Catalogue) -> None:
    with pytest.raises(UsageError, match="cancer, target"):
        whole.timeline("maker")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("targets", "--by target"),
        ("cancers", "--by cancer"),
        ("PD-1 by cancer", "--target PD-1 --by cancer"),
        ("melanoma by targets", "--cancer melanoma --by target"),
        ("melanoma by drugs", "--cancer melanoma --by therapy"),
    ],
)
def test_words_say_it_too(small: Immuno, said: str, meant: str) -> None:
    found, plain = small("timeline", *said.split()), small("timeline", *meant.split())
    assert (found.code, found.out) == (0, plain.out) and f"immuno timeline {meant}" in found.err


def test_targets_and_cancers_are_columns(small: Immuno) -> None:
    found = small("timeline", "--target", "PD-1", "-c", "name,type,targets,cancers")
    assert found.code == 0 and "\tpd-1\t" in found.out


def test_people_see_a_name_above_its_lanes(small: Immuno, tmp_path: Path) -> None:
    text = small("timeline", "--target", "PD-1", "--by", "cancer", "-f", "text").out.splitlines()
    place = text.index("MELANOMA")
    assert text[place + 1].startswith("pembrolizumab")
    pytest.importorskip("matplotlib")
    drawn = tmp_path / "lanes.svg"
    assert (
        small("timeline", "--target", "PD-1", "--by", "cancer", "-o", str(drawn)).code == 0
        and drawn.stat().st_size
    )
