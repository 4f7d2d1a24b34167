"""Each label is told in its own words: those of its day, of its product, and of no partner's label."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.records import therapy_in_short


@pytest.mark.parametrize(
    ("use", "before", "since"),
    [
        ("pembrolizumab-urothelial-2017", "2020-06-29", "2023-04-03"),
        ("pembrolizumab-cervical-2018", "2021-08-31", "2021-10-13"),
        ("enfortumab-vedotin-urothelial-2019", "2022-10-01", "2023-04-03"),
        ("ipilimumab-melanoma-2017", "2022-05-27", "2023-02-15"),
        ("dostarlimab-endometrial-2021", "2023-02-09", "2023-07-31"),
        ("nivolumab-hcc-2017", "2019-09-18", "2020-06-10"),
        ("daratumumab-myeloma-2015", "2017-06-15", "2017-06-16"),
        ("durvalumab-nsclc-2018", "2024-08-14", "2024-08-15"),
        ("panitumumab-colorectal-2006", "2009-07-16", "2009-07-17"),
    ],
)
def test_alone_is_told_from_the_first_label_that_says_it(
    use: str, before: str, since: str, catalogue: Catalogue
) -> None:
    for day, told in ((before, False), (since, True)):
        words = {one.id: one.summary for one in catalogue.indications(as_of=day, status="any")}
        assert ("alone" in words[use]) is told, f"{day}: {words[use]}"


@pytest.mark.parametrize(
    ("use", "day", "before", "since"),
    [
        ("daratumumab-myeloma-2016", "2019-06-27", None, "adult"),
        ("daratumumab-myeloma-2019", "2019-06-27", "", "adult"),
        ("pembrolizumab-rcc-2019", "2021-08-10", None, "adult"),
        ("atezolizumab-hepatocellular-2020", "2022-12-09", None, "adult"),
        ("nivolumab-melanoma-2015-2", "2023-02-15", "adult", "adult-and-pediatric"),
        ("nivolumab-melanoma-2017", "2023-02-15", "adult", "adult-and-pediatric"),
    ],
)
def test_whom_a_use_is_for_has_the_day_of_the_approval_that_brought_the_label(
    use: str, day: str, before: str | None, since: str, catalogue: Catalogue
) -> None:
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    told = {
        moment: {one.id: one.population for one in catalogue.indications(as_of=moment, status="any")}
        for moment in (eve, day)
    }
    assert told[eve].get(use, "") == before
    assert told[day][use] == since


@pytest.mark.parametrize(
    ("day", "ruled_out"), [("2010-11-18", True), ("2018-01-04", True), ("2018-01-05", False)]
)
def test_denosumab_was_not_for_myeloma_until_its_label_was_widened(
    day: str, ruled_out: bool, catalogue: Catalogue
) -> None:
    words = {one.id: one.summary for one in catalogue.indications(therapy="denosumab", as_of=day)}
    assert ("not for multiple myeloma" in words["denosumab-bone-metastases-2010"]) is ruled_out
    assert ("denosumab-multiple-myeloma-2018" in words) is not ruled_out


def test_a_use_in_squamous_cancer_is_told_of_the_junction_once_the_label_names_it(
    catalogue: Catalogue,
) -> None:
    for day, there in (("2021-03-21", False), ("2021-03-22", True)):
        uses = catalogue.indications(therapy="pembrolizumab", cancer="gastroesophageal junction", as_of=day)
        assert ("pembrolizumab-gej-2021-3" in {one.id for one in uses}) is there


def test_a_change_known_from_labels_alone_says_by_which(tables: dict[str, Any]) -> None:
    """Its day is that of a version: the notes tell of the label, unless an approval is of that day."""
    by_id = {source["id"]: source for source in tables["sources"]}
    read, problems = 0, []
    for therapy in tables["therapies"]:
        approvals = {
            event["date"]
            for use in therapy["indications"]
            for event in use["events"]
            if event["event"] in {"approved", "converted", "withdrawn", "returned"}
        }
        for use in therapy["indications"]:
            for event in use["events"][1:]:
                labels = all(by_id[one]["kind"] == "label" for one in event["sources"])
                if labels and event["date"] not in approvals:
                    read += 1
                    if "label" not in (use["notes"] or ""):
                        problems.append(
                            f"{use['id']}: {event['date']}: say in the notes which label shows it"
                        )
    assert read > 30
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("product", "day"),
    [("Herceptin Hylecta", "2020-01-01"), ("Rituxan Hycela", "2017-12-31"), ("Keytruda Qlex", "2025-12-31")],
)
def test_a_form_under_the_skin_says_whom_its_own_label_names(
    product: str, day: str, catalogue: Catalogue
) -> None:
    found = catalogue.indications(therapy=product, as_of=day)
    assert found and all(use.population in {"adult", "adult-and-pediatric"} for use in found)


@pytest.mark.parametrize(
    ("product", "there", "gone"),
    [
        ("Herceptin Hylecta", {"heart", "lungs"}, {"infusion-reaction"}),
        ("Kanjinti", {"heart", "lungs", "infusion-reaction"}, set()),
        ("Kesimpta", set(), {"hepatitis-b", "pml"}),
        ("Lemtrada", {"of-lemtrada-stroke"}, {"infections", "low-blood-counts"}),
        ("Lytenava", set(), {"bleeding", "wound-healing"}),
        ("Ponlimsi", {"low-calcium-prolia"}, {"low-calcium"}),
        ("Keytruda Qlex", {"immune-reactions"}, {"infusion-reactions"}),
    ],
)
def test_the_warnings_of_a_product_are_those_of_its_label(
    product: str, there: set[str], gone: set[str], catalogue: Catalogue
) -> None:
    (shown,) = catalogue.show([product])
    told = {warning["id"] for warning in shown.warnings}
    assert there <= told
    assert not gone & told


@pytest.mark.parametrize("name", ["bevacizumab-vikg", "Lytenava", "Ponlimsi"])
def test_a_product_for_no_cancer_has_no_use(name: str, catalogue: Catalogue) -> None:
    found = catalogue.indications(therapy=name)
    assert len(found) == 0
    assert {notice.code for notice in found.notices} == {"product-not-for-cancer"}


def test_a_use_in_the_label_of_the_partner_alone_says_so(catalogue: Catalogue) -> None:
    use = "ipilimumab-melanoma-2016"
    for day, told in (("2020-11-13", True), ("2021-05-25", False)):
        words = {one.id: one.summary for one in catalogue.indications(therapy="ipilimumab", as_of=day)}
        assert ("in the label of Opdivo" in words[use]) is told
        assert (use in {one.id for one in catalogue.indications(therapy="Yervoy", as_of=day)}) is not told


@pytest.mark.parametrize(
    ("therapy", "day", "boxed"),
    [
        ("ramucirumab", "2014-12", ["bleeding-boxed"]),
        ("ramucirumab", "2016", ["bleeding-boxed", "bowel-perforation-boxed", "wound-healing-boxed"]),
        ("ramucirumab", "2020", []),
        ("panitumumab", "2010", []),
        ("panitumumab", "2012-10-24", ["infusion-reaction-boxed", "skin"]),
        ("panitumumab", "2017-05", ["skin"]),
        ("panitumumab", "2018", ["skin"]),
    ],
)
def test_a_box_that_was_lifted_is_told_of_its_days(
    therapy: str, day: str, boxed: list[str], catalogue: Catalogue
) -> None:
    (shown,) = catalogue.show([therapy], as_of=day)
    assert sorted(one["id"] for one in shown.warnings if one["boxed"]) == boxed


def test_what_may_have_stood_in_a_box_is_told_as_not_known(catalogue: Catalogue) -> None:
    for day, boxed in (
        ("2005", set()),
        ("2006-10", {"infusion-reaction", "skin-and-mouth"}),
        ("2008", {"pml"}),
    ):
        (shown,) = catalogue.show(["Rituxan"], as_of=day)
        told = {one["id"]: one for one in shown.warnings}
        assert boxed <= {name for name, one in told.items() if one["boxed"]}
        assert ("pml" in told) is (day == "2008")
        doubted = told["skin-and-mouth"]["boxed"] is None
        assert doubted is (day == "2005")
        assert ("Not known for this day" in told["skin-and-mouth"]["text"]) is doubted
        assert told["skin-and-mouth"]["from"] == (None if doubted else "2006-09")
    days = {one.date for one in catalogue.changes(therapy="rituximab", since="2006")}
    assert "2007-02" in days and "2006-09" not in days


def test_the_text_of_a_warning_could_be_read_on_each_of_its_days(tables: dict[str, Any]) -> None:
    """A text that names a later year or product is told as "Told in the label." alone."""
    problems = set()
    for therapy in tables["therapies"]:
        products = [one for one in therapy["products"] if not one["foreign"]]
        for year in range(1986, int(tables["edition"]["as_of"][:4])):
            for warning in therapy_in_short.warnings_on(therapy["warnings"], f"{year}-12-31", products):
                if warning["text"] == "Told in the label.":
                    problems.add(
                        f"therapies.json: {therapy['id']}: warnings: {warning['id']}: split its text"
                    )
    assert not problems, "\n".join(sorted(problems))
