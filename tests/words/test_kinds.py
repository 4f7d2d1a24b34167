"""What a question names is told by its kind, so that words nobody learned from are declined as those are."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.words.faq_ranking import ELSEWHERE
from immunocli.words.question_kinds import kinds, kinds_told
from tests.words.given import lines, pairs, share
from tests.words.test_questions import sure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("can my cousin in Nairobi get it", {"abroad", "whose"}),
        ("who gives it near Spokane", {"home", "seeks"}),
        ("what helps psoriasis", {"ailment"}),
        ("is it $900 a bag", {"money", "number"}),
        ("40 mg or half a tablet", {"amount", "dosing", "number", "picks"}),
        ("my PSA came back at 12", {"result", "whose", "number"}),
        ("which lung cancer is commonest", {"cancer", "picks"}),
    ],
)
def test_kinds_are_told_by_their_words(text: str, told: set[str]) -> None:
    assert kinds_told(text, {}) == told


def test_ours_and_others_are_told_apart() -> None:
    assert kinds_told("Keytruda", {"keytruda": "_drug"}) == {"ours"}
    assert kinds_told("Ozempic", {"ozempic": "_other"}) == {"other"}
    assert kinds_told("Keytruda with Ozempic", {"keytruda": "_drug", "ozempic": "_other"}) == {
        "ours", "other", "several",
    }  # fmt: skip
    assert kinds_told("socazolimab", {}) == {"ours"}
    assert kinds_told("steroids", {"steroids": "_other"}) == {"treatment"}


def test_kinds_are_numbers_alone_and_in_twos() -> None:
    assert len(kinds("what helps psoriasis", {})) == 1
    assert len(kinds("is it $900 a bag", {})) == 3
    assert kinds("", {}) == []


@pytest.mark.parametrize(
    "text",
    [
        "is cemiplimab funded in Slovenia",
        "can my aunt in Lima get nivolumab",
        "which is better for my mother, Imfinzi or Libtayo",
        "Opdivo or Keytruda, which should he take",
        "does my ferritin of 900 mean the cancer is back",
        "an oncologist near Wichita who treats melanoma",
        "how many months does my father have left",
        "what does a bag of Tecentriq cost at my hospital",
        "will Aetna pay for Breyanzi",
        "how many mg of Yervoy do I need at 70 kg",
        "may I halve one dose of my Opdivo",
        "which injection is best for psoriasis",
        "Dupixent for asthma",
        "Repatha dosing interval",
    ],
)
def test_what_is_asked_of_one_person_or_another_field_is_declined(text: str, catalogue: Catalogue) -> None:
    assert sure(catalogue, text)[1] == "decline"


def test_most_of_what_belongs_to_no_field_of_medicine_is_told_as_such(catalogue: Catalogue) -> None:
    asked = lines("offtopic.tsv")
    told = [text for text in asked if sure(catalogue, text) == (ELSEWHERE, "decline")]
    assert share(len(told), len(asked)) > 0.5


def test_of_ours_nothing_is_told_to_have_nothing_to_do_with_this_field(catalogue: Catalogue) -> None:
    asked = [
        text
        for name in ("asked_fresh.tsv", "asked_terse.tsv")
        for one, text in pairs(name)
        if one != ELSEWHERE
    ]
    told = [text for text in asked if sure(catalogue, text)[0] == ELSEWHERE]
    assert share(len(told), len(asked)) < 0.01, told


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("can I fly to Spain between infusions", "work-and-travel"),
        ("can someone with lupus have checkpoint inhibitors", "autoimmune-disease"),
        ("can I have the shingles vaccine during treatment", "vaccines-during-treatment"),
        ("what does a PD-L1 of 50 percent mean", "biomarker-tests"),
        ("is a beer allowed on immunotherapy", "alcohol"),
        ("how many people out of 100 respond", "success-rate"),
        ("what happens when a dose is missed", "missed-or-paused-doses"),
        ("what is a biosimilar", "biosimilars"),
    ],
)
def test_a_question_with_an_entry_is_not_declined_for_what_it_names(
    text: str, entry: str, catalogue: Catalogue
) -> None:
    assert sure(catalogue, text)[0] == entry
