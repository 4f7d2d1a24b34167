"""Changes, overviews, pages, answers and search, over the small data."""

from __future__ import annotations

import pytest

from immunocli import Ambiguous, Catalogue, NotFound, UsageError
from immunocli.queries.overviews import compare, matrix, timeline
from immunocli.queries.pages import page
from immunocli.queries.sources import inventory


def test_changes_are_told_in_order_of_time(catalogue: Catalogue) -> None:
    told = [(change.date, change.event, change.therapy) for change in catalogue.changes("2014")]
    assert told == [
        ("2014-09-04", "approved", "pembrolizumab"),
        ("2015-12-18", "converted", "pembrolizumab"),
        ("2016-10-19", "approved", "olaratumab"),
        ("2017-05-23", "approved", "pembrolizumab"),
        ("2018-05-01", "approved", "tisagenlecleucel"),
        ("2019-06-17", "approved", "pembrolizumab"),
        ("2020-02-25", "withdrawn", "olaratumab"),
        ("2020-02-25", "left the market", "olaratumab"),
        ("2021-03-30", "withdrawn", "pembrolizumab"),
        ("2023-03-28", "converted", "pembrolizumab"),
    ]


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2020-02-25", "2020-02-25", 2),
        ("2020", "2020", 2),
        ("2020-03", "2021-02", 0),
        ("2023-03-29", None, 0),
    ],
)
def test_changes_between_two_dates(since: str, until: str | None, count: int, catalogue: Catalogue) -> None:
    assert len(catalogue.changes(since, until)) == count


def test_changes_of_one_cancer(catalogue: Catalogue) -> None:
    assert [change.event for change in catalogue.changes("1900", cancer="lung")] == ["approved", "withdrawn"]


def test_changes_need_a_date(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError):
        catalogue.changes("last week")


def test_a_comparison_has_a_row_a_property_and_a_cell_a_therapy(catalogue: Catalogue) -> None:
    chosen = [next(catalogue.select(therapy=name, status="any").chosen()) for name in ("bcg", "keytruda")]
    rows = {row.property: row for row in compare(chosen, catalogue.data)}
    assert rows["targets"]["bcg"] == []
    assert rows["targets"]["pembrolizumab"] == ["pd-1"]
    assert rows["first_approved"]["bcg"] == "1990-08-21"
    assert rows["cancer: bladder"]["pembrolizumab"] == []
    assert rows["cancer: lung"]["pembrolizumab"][0].startswith("2019-06-17 [WITHDRAWN]")


def test_a_timeline_has_every_year_from_the_first_to_the_last(catalogue: Catalogue) -> None:
    years = timeline(catalogue.select(status="any"))
    assert [year.year for year in years] == [str(year) for year in range(1990, 2020)]
    assert {year.year: year.therapies for year in years if year.therapies} == {
        "1990": ["bcg"],
        "2014": ["pembrolizumab"],
        "2016": ["olaratumab"],
        "2018": ["tisagenlecleucel"],
    }
    assert sum(year.approvals for year in years) == 6


def test_a_timeline_of_nothing_is_empty(catalogue: Catalogue) -> None:
    assert timeline(catalogue.select(cancer="lung")) == []


@pytest.mark.parametrize("by", ["type", "target"])
def test_a_matrix_counts_therapies(by: str, catalogue: Catalogue) -> None:
    rows, heads = matrix(catalogue.select(), by)
    cells = {row.cancer: {head: row[head] for head in heads} for row in rows}
    head = {"type": "pd-1-inhibitor", "target": "pd-1"}[by]
    assert cells["melanoma"][head] == 1
    assert cells["bladder"][head] == 0
    assert sum(sum(row.values()) for row in cells.values()) >= 4


def test_a_page_is_found_by_any_name(catalogue: Catalogue) -> None:
    for name, kind, one in (
        ("KEYTRUDA®", "therapy", "pembrolizumab"),
        ("skin cancer", "cancer", "skin"),
        ("pd1", "target", "pd-1"),
        ("checkpoint inhibitors", "type", "checkpoint-inhibitor"),
    ):
        record, _ = page(catalogue.data, name)
        assert (type(record).of, record["id"]) == (kind, one)


def test_the_front_door_has_a_handle_for_each_kind(catalogue: Catalogue) -> None:
    assert catalogue.therapy("keytruda").id == "pembrolizumab"
    assert len(catalogue.therapy("keytruda").indications) == 3
    assert catalogue.cancer("melanoma").path == ["melanoma", "skin"]
    assert catalogue.type("pd-1 inhibitor").therapies == ["pembrolizumab"]
    assert catalogue.target("CD19").therapies == ["tisagenlecleucel"]
    assert catalogue.define("CRS").id == "cytokine-release-syndrome"
    assert catalogue.sources("bcg")[0].publisher == "FDA"
    assert catalogue.edition["edition"] == "2026.01"


@pytest.mark.parametrize("name", ["no such thing at all", "aspirin"])
def test_what_nobody_has_is_not_found(name: str, catalogue: Catalogue) -> None:
    for ask in (catalogue.therapy, catalogue.cancer, catalogue.type, catalogue.target, catalogue.define):
        with pytest.raises(NotFound):
            ask(name)


def test_a_near_miss_is_suggested_and_not_taken(catalogue: Catalogue) -> None:
    with pytest.raises(Ambiguous) as caught:
        catalogue.therapy("pembrolizumap")
    assert "pembrolizumab" in caught.value.suggestions


def test_an_empty_name_is_a_mistake(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError):
        catalogue.therapy("   ")


def test_a_question_in_one_s_own_words_finds_its_answer(catalogue: Catalogue) -> None:
    assert catalogue.ask("what are the side effects?")[0].id == "side-effects"
    assert catalogue.ask("zebra") == []
    assert catalogue.ask("") == []


def test_the_question_itself_fits_wholly(catalogue: Catalogue) -> None:
    for question in catalogue.data.all("faq"):
        (found,) = catalogue.ask(question["question"])
        assert (found.id, found.score) == (question["id"], 1.0)


def test_search_finds_a_name_first_and_says_where(catalogue: Catalogue) -> None:
    hits = catalogue.search("keytruda")
    assert (hits[0]["kind"], hits[0].id) == ("therapy", "pembrolizumab")
    assert hits == sorted(hits, key=lambda hit: -hit.score)
    assert len(catalogue.search("cancer", limit=2)) == 2
    assert catalogue.search("") == []
    assert catalogue.search("zzzzzz") == []


def test_resolving_says_what_and_how(catalogue: Catalogue) -> None:
    match = catalogue.resolve("Keytruda 200mg")
    assert (match.id, match.match, match.review) == ("pembrolizumab", "brand", "no")
    assert catalogue.resolve("skin cancer", kind="cancer").path == "skin"
    assert catalogue.resolve("olaparib").id == ""
    together = catalogue.resolve("pembrolizumab + BCG")
    assert set(together.ids) == {"bcg", "pembrolizumab"}
    assert together.match == "combination"


def test_the_inventory_counts_what_is_there(catalogue: Catalogue) -> None:
    counts = inventory(catalogue.data)
    assert (counts["therapies"], counts["indications"], counts["active_indications"]) == (4, 6, 4)
    assert counts["fda_sourced_percent"] == 100.0


def test_a_record_cannot_be_changed(catalogue: Catalogue) -> None:
    therapy = catalogue.therapy("bcg")
    with pytest.raises(AttributeError):
        therapy.name = "something else"
    with pytest.raises(AttributeError, match="has no 'colour'"):
        _ = therapy.colour
    assert therapy == catalogue.therapy("bcg")
    assert hash(therapy) == hash(catalogue.therapy("bcg"))
    assert therapy != catalogue.therapy("keytruda")
    assert repr(therapy) == "<Therapy 'bcg'>"
    assert therapy.replaced(name="other").name == "other"
