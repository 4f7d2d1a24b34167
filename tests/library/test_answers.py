"""Questions, alarms, search and free strings are answered with how sure it is."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


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


def test_a_medicine_that_no_page_is_about_is_not_dropped_unseen() -> None:
    found = Catalogue().show(["keytruda", "and", "lenvima"])
    assert [one.id for one in found] == ["pembrolizumab"]
    assert [notice.counts["name"] for notice in found.notices if notice.code == "not-in-scope"] == ["lenvima"]
    assert "not-in-scope" not in {notice.code for notice in Catalogue().show(["keytruda", "opdivo"]).notices}


def test_a_test_of_a_marker_names_what_asks_for_it_not_what_acts_on_it() -> None:
    told = Catalogue().define("PD-L1 test").therapies
    assert "pembrolizumab" in told and "avelumab" not in told
