"""Each label is told in its own words: those of its day, of its product, and of no partner's label."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.records import short


@pytest.mark.parametrize(
    ("use", "before", "since"),
    [
        ("pembrolizumab-urothelial-2017", "2020-06-29", "2023-04-03"),
        ("pembrolizumab-cervical-2018", "2021-08-31", "2021-10-13"),
        ("enfortumab-vedotin-urothelial-2019", "2022-10-01", "2023-04-03"),
        ("ipilimumab-melanoma-2017", "2022-05-27", "2023-02-15"),
        ("dostarlimab-endometrial-2021", "2023-02-09", "2023-07-31"),
        ("nivolumab-hcc-2017", "2019-09-18", "2020-06-23"),
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
            for warning in short.warnings_on(therapy["warnings"], f"{year}-12-31", products):
                if warning["text"] == "Told in the label.":
                    problems.add(
                        f"therapies.json: {therapy['id']}: warnings: {warning['id']}: split its text"
                    )
    assert not problems, "\n".join(sorted(problems))
