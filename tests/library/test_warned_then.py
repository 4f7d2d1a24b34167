"""Nobody was warned of a medicine before it was there: warnings, notes and products of an earlier day."""

from __future__ import annotations

import random

import pytest

from immunocli import Catalogue
from immunocli.dates import last_day
from immunocli.records import warning_on_day


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def test_before_the_first_license_there_is_no_warning(catalogue: Catalogue) -> None:
    assert catalogue.therapy("denosumab", as_of="2000").warnings == []
    then = {one["id"]: one["products"] for one in catalogue.therapy("denosumab", as_of="2012").warnings}
    assert then["low-calcium"] == ["Xgeva"]


def test_no_product_of_later_is_named_on_a_past_day(catalogue: Catalogue) -> None:
    chance = random.Random(7)
    named = 0
    for one in catalogue.therapies(status="any"):
        begun = {
            product["name"]: product["license"]["from"]
            for product in catalogue.therapy(one.id).products
            if product["license"]["from"] and not product["foreign"]
        }
        day = f"{chance.randrange(1990, 2026)}-{chance.randrange(1, 13):02}-15"
        therapy = catalogue.therapy(one.id, as_of=day)
        later = [name for name, first in begun.items() if first > day]
        told = " ".join([*(warning["text"] for warning in therapy.warnings), therapy.notes or ""])
        of = {name for warning in therapy.warnings for name in warning["products"]}
        assert not of & {*later} and not any(name in told for name in later), (one.id, day)
        named += len(later)
    assert named > 50


def told_on(catalogue: Catalogue, name: str, day: str, warning: str) -> str:
    """Return how a warning is told: boxed, not boxed, not known (yet, or any more), or nothing."""
    (shown,) = catalogue.show([name], as_of=day)
    for one in shown.warnings:
        if one["id"] == warning:
            said = {True: "boxed", False: "not boxed", None: "not known"}[one["boxed"]]
            which = {"box of a later label: ": " yet", "box of an earlier label: ": " any more"}
            return said + "".join(more for words, more in which.items() if words in one["text"])
    return ""


@pytest.mark.parametrize(
    ("name", "warning", "days"),
    [
        # A month of which no day is known, at the beginning and at the end.
        (
            "Carvykti",
            "enterocolitis",
            {"2025-09-30": "", "2025-10-09": "not known yet", "2025-10-31": "boxed"},
        ),
        (
            "Cyramza",
            "bleeding-boxed",
            {"2019-04-30": "boxed", "2019-05-20": "not known any more", "2019-05-31": ""},
        ),
        ("Cyramza", "bleeding", {"2019-05-20": "", "2019-05": "not boxed"}),
        # The last document without it, and the first with it.
        ("Perjeta", "heart", {"2012-06-08": "", "2013": "not known yet", "2017-12-20": "boxed"}),
        ("omidubicel", "low-blood-counts", {"2023-04-17": "", "2024": "not known yet", "2026-08": "boxed"}),
        ("Padcev", "severe-skin-reactions", {"2021-07-08": "", "2021-07-09": "boxed"}),
        ("Campath", "infections", {"2001-05-06": "", "2005": "not known yet", "2007-10": "boxed"}),
        ("Zevalin", "infusion-reactions", {"2002-02-19": "boxed", "2008": "boxed"}),
        ("Zevalin", "low-blood-counts", {"2008": "not known yet", "2009-09": "boxed"}),
        (
            "Breyanzi",
            "second-blood-cancers",
            {"2024-01-19": "", "2024-03-14": "not known yet", "2024-04-18": "boxed"},
        ),
        (
            "Zevalin",
            "altered-spread",
            {"2011-10": "boxed", "2011-11-15": "not known any more", "2011-11": ""},
        ),
        # The last document with it, and the first without it.
        ("Avastin", "bleeding-boxed", {"2017-12": "boxed", "2018-09": "not known any more", "2019-07": ""}),
        ("Bexxar", "harm-to-unborn", {"2003-06-27": "boxed", "2010": "not known any more", "2013": ""}),
        (
            "Vectibix",
            "infusion-reaction-boxed",
            {"2012-10-24": "boxed", "2015": "not known any more", "2018": ""},
        ),
    ],
)
def test_between_two_documents_a_box_is_not_known(
    name: str, warning: str, days: dict[str, str], catalogue: Catalogue
) -> None:
    assert {day: told_on(catalogue, name, day, warning) for day in days} == days


def test_whether_it_was_boxed_is_a_value_that_may_not_be_known(catalogue: Catalogue) -> None:
    """Those in the box come first, then those that may have been; nothing unknown is counted as boxed."""
    therapy = catalogue.therapy("tositumomab", as_of="2005")
    held = [one["boxed"] for one in therapy.warnings]
    assert held == [True, True, True, None]
    assert len(therapy.boxed) == 3
    (unsure,) = [one for one in therapy.warnings if one["boxed"] is None]
    assert unsure["id"] == "harm-to-unborn" and unsure["from"] is None and unsure["latest"] is False
    assert not any(
        one["boxed"] is None for each in catalogue.therapies(status="any") for one in each.warnings
    )


@pytest.mark.parametrize("asked", [True, "infections"])
def test_a_list_of_boxes_says_of_which_it_is_not_known(asked: bool | str, catalogue: Catalogue) -> None:
    found = catalogue.therapies(cancer="chronic lymphocytic leukemia", boxed=asked, as_of="2005")
    (notice,) = [one for one in found.notices if one.code == "box-not-known"]
    assert notice.counts["therapies"] == ["alemtuzumab"] and "alemtuzumab" in notice.message
    assert "alemtuzumab" not in {one.id for one in found}
    codes = {one.code for one in catalogue.therapies(therapy="Campath", boxed=asked, as_of="2005").notices}
    assert "box-not-known" in codes and "none" not in codes
    for day in ("2008", None):
        found = catalogue.therapies(therapy="Campath", boxed=asked, as_of=day)
        assert [one.id for one in found] == ["alemtuzumab"]
        assert "box-not-known" not in {one.code for one in found.notices}
    ended = catalogue.therapies(therapy="Campath", status="withdrawn", boxed=asked, as_of="2005")
    assert "box-not-known" not in {one.code for one in ended.notices}


def test_a_published_list_says_it_too(catalogue: Catalogue) -> None:
    def unsure(cancer: str | None) -> set[str]:
        found = catalogue.therapies(
            cancer=cancer, boxed="cancers of T cells", source="cri-2022", as_of="2024-04-10"
        )
        return {
            one for each in found.notices if each.code == "box-not-known" for one in each.counts["therapies"]
        }

    assert "lisocabtagene-maraleucel" in unsure(None) and "lisocabtagene-maraleucel" in unsure("lymphoma")
    assert unsure("melanoma") == set()


def test_a_comparison_does_not_deny_a_box_that_is_not_known(catalogue: Catalogue) -> None:
    def boxes(names: list[str], day: str | None) -> dict[str, list[str] | None]:
        rows, _ = catalogue.compare(names, as_of=day)
        (row,) = [one for one in rows if one["property"] == "boxed_warnings"]
        return {name: row[name] for name in names}

    told = boxes(["alemtuzumab", "tositumomab"], "2005")
    assert told["alemtuzumab"] is None and len(told["tositumomab"] or []) == 3
    told = boxes(["nivolumab", "alemtuzumab"], None)
    assert told["nivolumab"] == [] and told["alemtuzumab"]


def test_the_safety_programs_of_car_t_have_ended(catalogue: Catalogue) -> None:
    for name in ("Yescarta", "Tecartus", "Kymriah", "Abecma", "Breyanzi", "Carvykti"):
        assert told_on(catalogue, name, "2025-06-25", "safety-program") == "boxed"
        assert told_on(catalogue, name, "2025-06-26", "safety-program") == ""
    ended = catalogue.changes(event="warning-lifted", since="2025-06-26", until="2025-06-26")
    assert len(ended) == 6
    for name in ("Tecvayli", "Talvey", "Elrexfio", "Lynozyfic"):
        (shown,) = catalogue.show([name])
        assert "(REMS)" in shown.products[0]["market"]["note"]


def test_the_latest_possible_day_of_an_end_is_no_change(catalogue: Catalogue) -> None:
    lifted = {
        name: [one for one in catalogue.changes(therapy=name, since="2000") if one.event == "warning-lifted"]
        for name in ("bevacizumab", "ramucirumab", "tositumomab")
    }
    assert [name for name, found in lifted.items() if found] == ["ramucirumab"]
    assert {one.date for one in lifted["ramucirumab"]} == {"2019-05"}


def test_no_label_of_a_product_warned_before_its_license(catalogue: Catalogue) -> None:
    looked = 0
    for one in catalogue.therapies(status="any"):
        products = [each for each in catalogue.therapy(one.id).products if not each["foreign"]]
        for product in products:
            first = product["license"]["from"]
            if not first or [each["name"] for each in products].count(product["name"]) > 1:
                continue
            (shown,) = catalogue.show([product["name"]])
            for warning in shown.warnings:
                assert not warning["from"] or last_day(warning["from"]) > last_day(first), (
                    product["name"],
                    warning,
                )
                looked += bool(warning["boxed"])
    assert looked > 150
    for name, warning in (("Rituxan Hycela", "pml"), ("Herceptin Hylecta", "heart"), ("Phesgo", "heart")):
        (shown,) = catalogue.show([name])
        held = {each["id"]: (each["from"], each["latest"]) for each in shown.warnings}
        assert held[warning] == (None, False)
    (shown,) = catalogue.show(["Herceptin"])
    assert {each["id"]: each["from"] for each in shown.warnings}["infusion-reaction"] == "2000-10"
    assert not any("No longer" in each["text"] for each in catalogue.show(["Rituxan Hycela"])[0].warnings)


def test_a_wording_is_that_of_its_day(catalogue: Catalogue) -> None:
    for name, warning, word, before, since in (
        ("blinatumomab", "neurotoxicity", "ICANS", "2015-06-01", "2026-06-01"),
        ("Trodelvy", "low-white-cells", "fatal", "2023-03", "2025-03-31"),
        ("Epkinly", "cytokine-release", "fatal", "2023-06", "2024-06-26"),
        ("Imdelltra", "cytokine-release", "fatal", "2024-06", "2025-11-19"),
        ("Turalio", "liver-injury", "bile ducts", "2022-10", "2024-12-31"),
    ):
        for day, has in ((before, False), (since, True)):
            (shown,) = catalogue.show([name], as_of=day)
            (text,) = [one["text"] for one in shown.warnings if one["id"] == warning]
            assert (word in text) is has, (name, day)


def test_wordings_stand_in_order() -> None:
    warning = {
        "text": "third",
        "earlier": [{"text": "first", "until": "2010-05"}, {"text": "second", "until": "2012-01-02"}],
    }
    days = ("2009-01-01", "2010-05-30", "2010-05-31", "2012-01-01", "2012-01-02")
    assert [warning_on_day.worded_on(warning, day) for day in days] == [
        "first",
        "first",
        "second",
        "second",
        "third",
    ]


def test_names_and_notes_without_a_day_are_told_of_today_alone(catalogue: Catalogue) -> None:
    notes = names = 0
    for one in catalogue.therapies(status="any", full=True):
        then = catalogue.therapy(one.id, as_of="2012-06-30")
        assert then.notes is None and then.side_effects["note"] is None
        assert not any(use["notes"] for use in then.indications)
        assert not any(product["foreign"] for product in then.products)
        kinds = {alias["name"] for alias in then.aliases}
        known = {product["name"] for product in then.products}
        for product in one.products:
            if product["name"] not in known:
                assert not kinds & {product["name"], *product["names"]}, product["name"]
                names += len(product["names"])
        notes += bool(one.notes)
    assert notes > 20 and names > 50
    assert not any(kind.side_effects["note"] for kind in catalogue.vocabulary("type", as_of="2012"))


def test_a_target_of_a_past_day_names_no_medicine_that_was_never_approved(catalogue: Catalogue) -> None:
    from immunocli.pages.page_chosen import pages
    from immunocli.render.as_text import lines

    def told(as_of: str | None) -> str:
        found = catalogue.show(["HER2"], ("target",), as_of=as_of)
        return "".join(lines(pages(catalogue, found.records, found, full=True)))

    assert "No FDA approval" in told(None)
    assert "No FDA approval" not in told("1999")


def test_the_day_of_the_edition_is_today(catalogue: Catalogue) -> None:
    today = catalogue.edition["as_of"]
    told = [{one.id for one in catalogue.cite(["keytruda"], as_of=day)} for day in (today, None)]
    assert told[0] == told[1]
    then, now = (catalogue.indications(therapy="keytruda", full=True, as_of=day) for day in (today, None))
    assert list(then) == list(now)


def test_what_went_with_a_license_was_not_lifted(catalogue: Catalogue) -> None:
    told = [
        one for one in catalogue.changes(since="1900") if one.event in ("license-ended", "warning-lifted")
    ]
    ends = {(one.date, therapy) for one in told if one.event == "license-ended" for therapy in one.therapies}
    lifted = {
        (one.date, therapy) for one in told if one.event == "warning-lifted" for therapy in one.therapies
    }
    assert ends and lifted and not ends & lifted
