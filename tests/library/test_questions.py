"""Changes, overviews, pages, answers and search, over the small data."""

from __future__ import annotations

import pytest

from immunocli import Ambiguous, Catalogue, NotFound, UsageError
from tests.driver import Immuno


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
    assert before.ended is None and [one["to"] for one in before.segments] == [""], "nobody knows"


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


def test_a_page_is_found_by_any_name(catalogue: Catalogue) -> None:
    for name, kind, one in (
        ("KEYTRUDA®", "therapy", "pembrolizumab"),
        ("skin cancer", "cancer", "skin"),
        ("pd1", "target", "pd-1"),
        ("checkpoint inhibitors", "type", "checkpoint-inhibitor"),
        ("Tice: BCG", "therapy", "bcg"),
        ("ratio: hazard", "term", "hazard-ratio"),
        ("TheraCys", "therapy", "bcg"),
        ("Opdualag", "therapy", "relatlimab"),
    ):
        found = catalogue.show([name])
        assert (found.kind, found[0]["id"]) == (kind, one)


def test_the_front_door_has_a_handle_for_each_kind(catalogue: Catalogue) -> None:
    assert catalogue.therapy("keytruda").id == "pembrolizumab"
    assert len(catalogue.therapy("keytruda").indications) == 4
    assert next(use["id"] for use in catalogue.therapy("keytruda", cancer="sclc").indications) == (
        "pembrolizumab-sclc-2019"
    )
    assert catalogue.cancer("melanoma").path == ["melanoma", "skin"]
    assert catalogue.cancer("CLL").part_of == ["leukemia", "lymphoma"]
    assert catalogue.type("pd-1 inhibitor").therapies == ["nivolumab", "pembrolizumab"]
    assert catalogue.target("CD19").therapies == ["tisagenlecleucel"]
    assert catalogue.target("PD-1").description == "A brake on T cells.", "its text stands in the glossary"
    assert catalogue.define("CRS").id == "cytokine-release-syndrome"
    assert catalogue.cite(["bcg"])[0].publisher == "FDA"
    assert catalogue.edition["edition"] == "2026.01"
    assert catalogue.edition["known_from"] == "1986-06"


def test_whatever_is_printed_can_be_cited(catalogue: Catalogue) -> None:
    for name in (
        "keytruda", "opdualag", "pembrolizumab-melanoma-2014", "crs", "side-effects", "melanoma", "pd-1",
        "pd-1-inhibitor", "t-cell", "cri-2022",
    ):  # fmt: skip
        assert len(catalogue.cite([name])) >= 1, name
    used = catalogue.cite(["kymriah"])
    assert [one.id for one in used][:1] != ["nci-dictionary"], "the FDA's own come first"


def test_a_related_word_leads_to_its_term_and_says_so(catalogue: Catalogue) -> None:
    found = catalogue.terms(["brake blocker"])
    assert found[0].id == "checkpoint-inhibitor"
    assert next(one.code for one in found.notices) == "related"
    assert "brake blocker" not in found[0].aliases
    for name in ("checkpoint inhibitors", "immune checkpoint inhibitor"):
        assert not [one for one in catalogue.terms([name]).notices if one.code == "related"]


def test_a_sign_shows_its_rung(catalogue: Catalogue) -> None:
    assert catalogue.define("crs").urgency == "call-now"
    assert catalogue.ask("side effects")[0].urgency == "emergency"
    assert catalogue.define("pd-1").urgency is None
    assert list(catalogue.urgency) and catalogue.urgency["emergency"]["order"] == 1


@pytest.mark.parametrize(
    "question", ["I can't breathe", "gasping for air since the infusion", "I want to die"]
)
def test_an_alarm_is_heard_first(catalogue: Catalogue, question: str) -> None:
    notices = catalogue.ask(question).notices
    assert (notices and "911" in notices[0].message) or "988" in notices[0].message


def test_what_is_not_answered_here_says_who_can_help(catalogue: Catalogue) -> None:
    found = catalogue.ask("which drug is best for me")
    assert found[0].id == "which-drug" and "cancer team" in found[0].answer


def test_a_text_names_the_record_s_day(catalogue: Catalogue) -> None:
    assert "As of 2026-01-15" in catalogue.ask("what is immunotherapy")[0].answer


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
    found = catalogue.ask("what are the side effects?")
    assert found[0].id == "side-effects" and found[0].sure
    for nothing in ("zebra", ""):
        assert not [one for one in catalogue.ask(nothing) if one.sure]


def test_the_question_itself_fits_wholly(catalogue: Catalogue) -> None:
    for question in catalogue.vocabulary("faq"):
        found = catalogue.ask(question.question)[0]
        assert (found.id, found.score, found.sure) == (question.id, 1.0, True)


def test_search_finds_a_name_first_and_says_where(catalogue: Catalogue) -> None:
    hits = catalogue.search("keytruda")
    assert (hits[0]["kind"], hits[0].id) == ("therapy", "pembrolizumab")
    assert len(catalogue.search("cancer", limit=2)) == 2
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(catalogue.search("")) == len(catalogue.search("zzzzzz")) == 0


def test_resolving_says_what_and_how(catalogue: Catalogue) -> None:
    match = catalogue.resolve("Keytruda 200mg")
    assert (match.id, match.match, match.review) == ("pembrolizumab", "brand", "no")
    assert catalogue.resolve("skin cancer", kind="cancer").path == "skin"
    assert catalogue.resolve("olaparib").id == ""
    together = catalogue.resolve("pembrolizumab + Lartruvo")
    assert set(together.ids) == {"olaratumab", "pembrolizumab"}
    assert together.match == "combination"


@pytest.mark.parametrize(
    ("text", "ids", "review"),
    [
        ("Keytruda 100 mg/4 mL injection", ["pembrolizumab"], "no"),
        ("Keytruda (zebra)", ["pembrolizumab"], "yes"),
        ("no keytruda", [], "no"),
        ("without keytruda", [], "no"),
        ("prior opdivo", [], "no"),
        ("keytruda-naive", [], "no"),
        ("placebo", [], "no"),
        ("keytruda placebo", [], "no"),
        ("pembrolizumab vedotin", [], "no"),
        ("NIVO+RELA", ["nivolumab", "relatlimab"], "no"),
        ("double brake", ["nivolumab", "pembrolizumab"], "no"),
    ],
)
def test_every_word_of_the_string_is_accounted_for(
    catalogue: Catalogue, text: str, ids: list[str], review: str
) -> None:
    match = catalogue.resolve(text)
    assert (match.ids, match.review if match.ids else review) == (ids, review), match.as_dict()
    assert ("zebra" in match.unread) == ("zebra" in text)


def test_an_annotated_regimen_names_a_shared_target_once(small: Immuno) -> None:
    found = small("annotate", "--column", "drug", stdin=b"drug\ndouble brake\n")
    assert found.rows[1][1:5] == ["nivolumab;pembrolizumab", "nivolumab;pembrolizumab",
                                  "pd-1-inhibitor;pd-1-inhibitor", "pd-1"]  # fmt: skip


def test_the_inventory_counts_what_is_there(catalogue: Catalogue) -> None:
    counts = catalogue.info()[0].as_dict()
    wanted = {
        "therapies": 10, "approved_therapies": 6, "indications": 18, "current_indications": 11, "products": 13,
        "claims": 5, "signs": 5, "schema_version": 2, "known_from": "1986-06", "warnings": 8,
    }  # fmt: skip
    assert {name: counts[name] for name in wanted} == wanted
    assert str(counts["fda_sourced_percent"]) in ("100", "100.0", "100 %")
    assert counts["events"] == 31


def test_the_therapies_of_past_vocabularies_are_those_of_the_day(catalogue: Catalogue) -> None:
    (skin,) = [one for one in catalogue.vocabulary("cancer", as_of="2014-12-01") if one.id == "melanoma"]
    assert skin.therapies == ["interferon-alfa-2b", "peginterferon-alfa-2b", "pembrolizumab"]
    (kind,) = [one for one in catalogue.vocabulary("type", as_of="2014-12-01") if one.id == "pd-1-inhibitor"]
    assert kind.therapies == ["pembrolizumab"]


def test_records_tell_what_they_are(catalogue: Catalogue) -> None:
    therapy = catalogue.therapy("bcg")
    assert therapy == catalogue.therapy("bcg") != catalogue.therapy("keytruda")
    assert "bcg" in repr(therapy) and "Therapy" in repr(therapy)
    assert therapy.replaced(name="other").name == "other"
    assert "bcg" in repr(catalogue.indications(therapy="bcg")[0])
    assert "1 of kind" in repr(catalogue.indications(therapy="bcg")) or "1 record" in repr(
        catalogue.indications(therapy="bcg")
    )
    assert "2026.01" in repr(catalogue)
