"""Questions phrased afresh find their answer; what is not answered here is not answered."""

from __future__ import annotations

import time

import pytest

from immunocli import Catalogue
from tests.driver import Immuno
from tests.words.given import held, lines, pairs, share


def sure(catalogue: Catalogue, text: str) -> tuple[str, str]:
    """Return id and sort of the entry that answers for sure, or nothing."""
    found = catalogue.ask(text).records
    return (found[0].id, found[0].sort) if found and found[0].sure else ("", "")


@pytest.mark.parametrize("half", [False, True])
def test_fresh_questions_find_their_answer(half: bool, catalogue: Catalogue) -> None:
    asked = [(one, text) for one, text in pairs("questions.tsv") if held(text) == half]
    right = [text for one, text in asked if sure(catalogue, text)[0] == one]
    assert share(len(right), len(asked)) > 0.84


def test_terse_questions_find_their_answer(catalogue: Catalogue) -> None:
    """Written by the hand that wrote those learned from; tools/learn.py does not read them."""
    asked = pairs("asked_terse.tsv")
    right = [text for one, text in asked if sure(catalogue, text)[0] == one]
    near = [text for one, text in asked if any(found.id == one for found in catalogue.ask(text).records)]
    assert share(len(right), len(asked)) > 0.7
    assert share(len(near), len(asked)) > 0.85


@pytest.mark.parametrize("half", [False, True])
def test_what_is_personal_is_declined(half: bool, catalogue: Catalogue) -> None:
    asked = [text for _, text in pairs("declined.tsv") if held(text) == half]
    wrong = [text for text in asked if sure(catalogue, text)[1] == "answer"]
    assert share(len(wrong), len(asked)) < 0.12, wrong


@pytest.mark.parametrize("half", [False, True])
def test_other_fields_are_declined(half: bool, catalogue: Catalogue) -> None:
    asked = [text for text in lines("offtopic.tsv") if held(text) == half]
    wrong = [text for text in asked if sure(catalogue, text)[1] == "answer"]
    assert share(len(wrong), len(asked)) < 0.12, wrong


def test_a_question_itself_fits_wholly(catalogue: Catalogue) -> None:
    found = catalogue.ask("Will I lose my hair from immunotherapy?")
    assert (found[0].id, found[0].score, found[0].sure) == ("hair-loss", 1.0, True)


def test_doubt_is_told_with_what_may_be_meant(immuno: Immuno) -> None:
    found = immuno("faq", "can I see my doctor by video", "--json")
    assert (found.code, found.error["code"]) == (3, "ambiguous")
    assert len(found.error["suggestions"]) > 1
    assert all(one.startswith("immuno faq ") for one in found.error["suggestions"])


def test_gibberish_is_not_known(immuno: Immuno) -> None:
    found = immuno("faq", "blorf", "snurgle", "--json")
    assert (found.code, found.error["code"]) == (1, "unknown")


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("keytruda", "immuno show pembrolizumab"),
        ("what is Keytruda", "immuno show pembrolizumab"),
        ("melanoma", "immuno show melanoma"),
    ],
)
def test_a_name_alone_leads_to_its_page(asked: str, command: str, immuno: Immuno) -> None:
    found = immuno("faq", asked, "--json")
    assert found.code == 0
    assert [one["command"] for one in found.json["notices"] if one["code"] == "page"] == [command]


@pytest.mark.parametrize("glue", ["+", "/", "&", ", ", "-", " + ", "; ", " "])
@pytest.mark.parametrize("opener", ["", "what is "])
def test_names_and_nothing_else_lead_to_their_pages(glue: str, opener: str, immuno: Immuno) -> None:
    found = immuno("faq", f"{opener}Opdivo{glue}Yervoy", "--json")
    told = [one["command"] for one in found.json["notices"] if one["code"] == "page"]
    assert (found.json["results"], told) == ([], ["immuno show nivolumab", "immuno show ipilimumab"])


def test_no_mark_of_a_day_is_left_in_an_answer(catalogue: Catalogue) -> None:
    for one in catalogue.vocabulary("faq"):
        assert "{as_of}" not in one.answer


def test_an_answer_past_its_day_says_so(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    real = time.strftime
    late = lambda form, *rest: "2040-01-01" if form == "%Y-%m-%d" else real(form, *rest)  # noqa: E731
    monkeypatch.setattr(time, "strftime", late)
    codes = [one.code for one in catalogue.ask("How does BCG treat bladder cancer?").notices]
    assert "stale-text" in codes


@pytest.mark.parametrize(
    "text",
    ["side effects of tamoxifen", "Humira side effects", "what does metformin do", "how does imatinib work",
     "can I take ibuprofen with lisinopril", "how long does one stay on letrozole"],
)  # fmt: skip
def test_of_a_medicine_that_is_none_of_ours_nothing_is_told_as_of_ours(
    text: str, catalogue: Catalogue
) -> None:
    one, sort = sure(catalogue, text)
    assert sort in ("", "decline"), one


@pytest.mark.parametrize(
    ("text", "entry"),
    [("can I take ibuprofen on Keytruda", "other-medicines"), ("metformin and immunotherapy", "other-medicines"),
     ("prednisone and nivolumab", "steroids")],
)  # fmt: skip
def test_beside_ours_other_medicines_are_told_of(text: str, entry: str, catalogue: Catalogue) -> None:
    assert sure(catalogue, text)[0] == entry
