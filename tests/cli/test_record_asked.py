"""A question that the record answers is answered from the record, not by an entry that is near."""

from __future__ import annotations

import pytest

from tests.driver import Immuno


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("is keytruda approved for melanoma?", "immuno show Keytruda --cancer melanoma"),
        ("when was opdivo approved for bladder cancer", 'immuno show Opdivo --cancer "bladder cancer"'),
        ("what is keytruda used for", "immuno show Keytruda"),
        ("which drugs are approved for melanoma", "immuno therapies --cancer melanoma"),
        ("which drugs target PD-1", "immuno therapies --target PD-1"),
    ],
)
def test_a_question_of_names_is_a_look_up(small: Immuno, typed: str, line: str) -> None:
    found = small(*typed.split())
    assert found.code == 0 and f"read as: {line}\n" in found.err, found


@pytest.mark.parametrize(
    "typed", ["can I drink on keytruda", "is keytruda safe for the liver", "what is melanoma"]
)
def test_other_questions_are_asked_as_before(small: Immuno, typed: str) -> None:
    assert "read as: immuno therapies" not in small(*typed.split()).err


@pytest.mark.parametrize("typed", ["is imatinib approved for melanoma", "is tiragolumab approved"])
def test_the_approval_of_what_the_record_does_not_hold(immuno: Immuno, typed: str) -> None:
    found = immuno(*typed.split(), "--json")
    assert found.code == 1 and found.error["code"] in ("not-in-scope", "investigational"), found


def test_a_title_says_where_only_a_form_is_approved(immuno: Immuno) -> None:
    lines = immuno("show", "herceptin", "--cancer", "breast", "-f", "text").lines
    assert lines[0] == "TRASTUZUMAB (approved for forms of breast cancer)"


def test_a_string_of_another_kind_leads_on(small: Immuno) -> None:
    found = small("resolve", "melanoma")
    assert "try: immuno resolve --kind cancer melanoma\n" in found.err


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("therapies withdrawn", "immuno therapies --status withdrawn"),
        ("therapies melanoma withdrawn", "immuno therapies --cancer melanoma --status withdrawn"),
        ("therapies approved in 2026", "immuno therapies --since 2026"),
    ],
)
def test_words_of_a_listing_are_its_filters(small: Immuno, typed: str, line: str) -> None:
    found = small(*typed.split())
    assert found.code == 0 and found.err.startswith(f"read as: {line}\n"), found


def test_a_year_that_is_over_leads_to_its_news(small: Immuno) -> None:
    found = small("indications", "2019")
    assert found.code == 2 and found.err.endswith("try: immuno changes --since 2019 --until 2019\n")
