"""How a use relates to the cancer that was asked for, and when "none approved" is said."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.records.indication import Indication
from tests.driver import Immuno

# cancer: what is told of it, as `use: relation`; nothing else may be.
TOLD = {
    "melanoma": {
        "nivolumab-melanoma-2016": "same",
        "pembrolizumab-melanoma-2014": "same",
        "relatlimab-melanoma-2022": "same",
    },
    "skin": {
        "nivolumab-melanoma-2016": "narrower",
        "pembrolizumab-melanoma-2014": "narrower",
        "relatlimab-melanoma-2022": "narrower",
    },
    "uveal melanoma": {
        "nivolumab-melanoma-2016": "wider",
        "pembrolizumab-melanoma-2014": "wider",
        "relatlimab-melanoma-2022": "wider",
    },
    "bladder": {"bcg-nmibc-1990": "narrower", "nivolumab-bladder-2017": "same"},
    "non-muscle-invasive bladder cancer": {"bcg-nmibc-1990": "same", "nivolumab-bladder-2017": "wider"},
    "stomach": {"nivolumab-stomach-2021": "same", "pembrolizumab-stomach-2021": "same"},
    # The use that excludes HER2-positive disease does not hold for it.
    "her2-positive-stomach": {"nivolumab-stomach-2021": "wider"},
    "signet ring cell stomach cancer": {
        "nivolumab-stomach-2021": "wider",
        "pembrolizumab-stomach-2021": "wider",
    },
    # For adults; of a child nothing is said.
    "large-b-cell-lymphoma": {"tisagenlecleucel-lbcl-2018": "same"},
    "childhood large B-cell lymphoma": {},
    # Two parents.
    "chronic lymphocytic leukemia": {"alemtuzumab-cll-2001": "same"},
    "leukemia": {"alemtuzumab-cll-2001": "narrower"},
    "lymphoma": {"alemtuzumab-cll-2001": "narrower", "tisagenlecleucel-lbcl-2018": "narrower"},
    "large T-cell lymphoma": {},
    # Its only use ended; it stands under no broad cancer.
    "hairy cell leukemia": {},
    "thymus": {},
    "soft tissue sarcoma": {},
    "lung": {"nivolumab-nsclc-2015": "narrower"},
}
AGNOSTIC = "pembrolizumab-agnostic-2017"


def told(rows: list[Indication]) -> dict[str, str | None]:
    return {row.id: row.relation for row in rows}


@pytest.mark.parametrize("cancer", TOLD)
def test_each_use_tells_its_relation(catalogue: Catalogue, cancer: str) -> None:
    found = catalogue.indications(cancer=cancer)
    assert told(list(found)) == TOLD[cancer]
    order = ["same", "narrower", "wider"]
    groups = [row.relation == "wider" for row in found]
    assert groups == sorted(groups), "what is wider stands in a group of its own, last"
    assert all(row.relation in order for row in found)
    (notice,) = [one for one in found.notices if one.code == "wider"] or [None]
    wider = sum(groups)
    assert (notice.counts["count"] if notice else 0) == wider


def test_her2_negative_disease_is_what_is_left(catalogue: Catalogue) -> None:
    """The label names it by what it rules out: that use is for it, or for something wider that includes it."""
    rows = told(list(catalogue.indications(cancer="her2-negative-stomach")))
    assert set(rows) == {"nivolumab-stomach-2021", "pembrolizumab-stomach-2021"}
    assert rows["nivolumab-stomach-2021"] == "wider"


@pytest.mark.parametrize("cancer", TOLD)
def test_exact_leaves_out_what_is_wider(catalogue: Catalogue, cancer: str) -> None:
    kept = {use: relation for use, relation in TOLD[cancer].items() if relation != "wider"}
    assert told(list(catalogue.indications(cancer=cancer, exact=True))) == kept


@pytest.mark.parametrize("cancer", TOLD)
def test_any_tumor_comes_only_when_asked_for_and_is_counted_otherwise(
    catalogue: Catalogue, cancer: str
) -> None:
    solid = catalogue.cancer(cancer).solid
    plain = catalogue.indications(cancer=cancer)
    hidden = [one.counts["therapies"] for one in plain.notices if one.code == "any-tumor-not-shown"]
    assert hidden == ([["pembrolizumab"]] if solid else [])
    wanted = TOLD[cancer] | ({AGNOSTIC: "any-tumor"} if solid else {})
    found = catalogue.indications(cancer=cancer, agnostic=True)
    assert told(list(found)) == wanted
    if solid:
        assert found[-1].id == AGNOSTIC


def test_agnostic_alone_tells_only_those(catalogue: Catalogue) -> None:
    assert [row.id for row in catalogue.indications(agnostic=True)] == [AGNOSTIC]
    past = catalogue.indications(agnostic=True, status="past")
    assert [row.id for row in past] == ["nivolumab-agnostic-2018"]
    on_that_day = catalogue.indications(cancer="thymus", agnostic=True, as_of="2019")
    assert {row.therapy for row in on_that_day} == {"nivolumab", "pembrolizumab"}


NONE = {cancer for cancer in TOLD if not TOLD[cancer]}
SOLID = {"thymus", "soft tissue sarcoma"}
WIDER_ALONE = {cancer for cancer, uses in TOLD.items() if uses and set(uses.values()) == {"wider"}}


@pytest.mark.parametrize("cancer", TOLD)
def test_none_approved_is_said_only_when_all_four_are_empty(catalogue: Catalogue, cancer: str) -> None:
    codes = [one.code for one in catalogue.indications(cancer=cancer).notices]
    assert ("none-approved" in codes) == (cancer in NONE - SOLID)
    assert ("none-named" in codes) == (cancer in SOLID | WIDER_ALONE)
    listed = catalogue.therapies(cancer=cancer, agnostic=True)
    more = any(one.relation == "any-tumor" for one in listed)
    told = [one.code for one in catalogue.therapies(cancer=cancer).notices]
    # A therapy that is listed for the cancer is not counted again as one for any tumor.
    assert ("any-tumor-not-shown" in told) == more
    assert [one for one in codes if more or one != "any-tumor-not-shown"] == told


@pytest.mark.parametrize(
    "narrowed",
    [
        {"exact": True}, {"type": "cytokine"}, {"target": "cd19"}, {"biomarker": "msi-h"}, {"line": "second"},
        {"setting": "early"}, {"approval": "regular"}, {"since": "2026"}, {"market": "sold"},
        {"status": "past"}, {"therapy": "bcg"}, {"source": "fda-bcg-label"},
    ],
    ids=lambda one: next(iter(one)),
)  # fmt: skip
def test_a_narrowed_question_never_says_none_approved(
    catalogue: Catalogue, narrowed: dict[str, object]
) -> None:
    found = catalogue.indications(cancer="childhood large B-cell lymphoma", **narrowed)
    assert len(found) == 0
    assert "none-approved" not in [one.code for one in found.notices]


def test_a_wider_use_alone_is_no_none(catalogue: Catalogue) -> None:
    told = [one for one in catalogue.indications(cancer="uveal melanoma", exact=True).notices]
    (notice,) = [one for one in told if one.code.startswith("none")]
    assert notice.code == "none-named" and "for a wider cancer left out (--exact)" in notice.message


def test_pages_counts_and_overviews_follow_the_same_rule(catalogue: Catalogue, small: Immuno) -> None:
    for cancer, uses in TOLD.items():
        therapies = {use.rsplit("-", 2)[0] for use in uses}
        listed = {one.id for one in catalogue.therapies(cancer=cancer)}
        assert listed == set(catalogue.cancer(cancer).therapies), cancer
        assert len(listed) == len(therapies)
        lanes = {lane.therapy for lane in catalogue.timeline(cancer=cancer) if lane.status == "approved"}
        assert listed <= lanes, cancer
    assert (
        "none" in small("show", "hairy cell leukemia").out.lower()
        or "no " in small("show", "hairy cell leukemia").out
    )


def test_several_cancers_are_or_and_the_nearest_relation_is_told(catalogue: Catalogue) -> None:
    rows = told(list(catalogue.indications(cancer=["skin", "uveal melanoma", "melanoma"])))
    assert set(rows.values()) == {"same"}
    rows = told(list(catalogue.indications(cancer=["uveal melanoma", "skin"])))
    assert set(rows.values()) == {"narrower"}


@pytest.mark.parametrize("asked", [{"boxed": True}, {"status": "revoked"}, {"status": "withdrawn"}])
def test_a_part_of_what_is_approved_is_never_told_as_none(asked: dict[str, Any]) -> None:
    for cancer in ("Merkel cell carcinoma", "bladder", "lung", "melanoma"):
        codes = {one.code for one in Catalogue().therapies(cancer=cancer, **asked).notices}
        assert not codes & {"none-named", "none-approved"}, cancer


def test_what_is_approved_for_another_form_that_it_may_be_too_is_told() -> None:
    def told(cancer: str, day: str | None = None) -> dict[str, list[str]]:
        found = Catalogue().therapies(cancer=cancer, as_of=day)
        notices = [one for one in found.notices if one.code == "overlapping"]
        return {one.counts["cancer"]: one.counts["therapies"] for one in notices}

    assert told("triple-negative breast cancer") == {"her2-low-breast": ["trastuzumab-deruxtecan"]}
    assert told("triple-negative breast cancer", "2022-07") == {}
    assert "her2-low-breast" not in told("hr-positive breast cancer")  # listed already
    assert (
        told("MSI-high colorectal cancer") == told("nonmetastatic castration-resistant prostate cancer") == {}
    )
