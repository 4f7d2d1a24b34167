"""News say how a use was approved, what they leave out, and once what two events of a day and a use tell."""

from __future__ import annotations

from immunocli import Catalogue
from tests.driver import Immuno


def test_approvals_say_which(bundled: Catalogue) -> None:
    for one in bundled.changes(since="2015"):
        if one.event == "approved":
            assert one.approval and {*one.approval} <= {"accelerated", "regular"}, one
        elif one.event == "converted":
            assert one.approval == ["regular"], one
        elif one.event not in ("returned",):
            assert one.approval == [], one


def test_an_accelerated_approval_stays_one_once_converted(immuno: Immuno) -> None:
    asked = ("changes", "--therapy", "epcoritamab", "--since", "2023")
    rows = immuno(*asked, "-f", "tsv", "-c", "date,event,approval").rows
    assert ["2023-05-19", "approved", "accelerated"] in rows
    assert ["2025-11-18", "converted", "regular"] in rows
    page = immuno(*asked, "-f", "text").out
    assert "2023-05-19  approved (accelerated): epcoritamab" in page


def test_what_two_events_of_a_use_tell_is_told_once(immuno: Immuno) -> None:
    asked = ("changes", "--therapy", "epcoritamab", "--since", "2025-11-18", "--until", "2025-11-18")
    assert "approved" in immuno(*asked, "-f", "tsv").out
    page = immuno(*asked, "-f", "text").out
    assert page.count("2025-11-18  converted to regular, reworded: epcoritamab") == 1
    assert "(before: Relapsed or refractory follicular lymphoma" in page


def test_approvals_for_any_tumor_are_told_or_named(immuno: Immuno) -> None:
    asked = ("changes", "--cancer", "lung", "--since", "2017")
    found = immuno(*asked, "--json")
    (notice,) = [one for one in found.json["notices"] if one["code"] == "any-tumor-not-shown"]
    assert "pembrolizumab" in notice["therapies"] and "--agnostic" in notice["message"]
    more = immuno(*asked, "--agnostic", "--json")
    assert "any-tumor-not-shown" not in {one["code"] for one in more.json["notices"]}
    assert more.json["count"] > found.json["count"]
    leukemia = immuno("changes", "--cancer", "leukemia", "--since", "2017", "--json")
    assert "any-tumor-not-shown" not in {one["code"] for one in leukemia.json["notices"]}


def test_news_are_asked_by_biomarker(immuno: Immuno) -> None:
    found = immuno(
        "changes", "--biomarker", "HER2-negative", "--cancer", "stomach", "--since", "2023", "--json"
    )
    assert {"zolbetuximab", "tislelizumab"} <= {
        one for each in found.json["results"] for one in each["therapies"]
    }
