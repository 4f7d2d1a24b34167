"""Names as people ask for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli import Ambiguous, Catalogue, NotFound
from immunocli.names.said import forms_said


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("What is a placebo?", "placebo"),
        ("what's the half-life of a drug", "half-life of drug"),
        ("the meaning of biomarker", "biomarker"),
        ("what does neutropenia mean", "neutropenia"),
        ("loss of hair", "hair loss"),
        ("cancer of the colon", "colon cancer"),
        ("¿Qué es la quimioterapia?".lstrip("¿"), "quimioterapia"),
    ],
)
def test_what_is_said_around_a_name_is_left_out(asked: str, form: str) -> None:
    assert form in forms_said(asked)


@given(st.text(max_size=80))
def test_any_text_has_a_form(text: str) -> None:
    assert len(forms_said(text)) >= 1


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("what is a placebo", "placebo"),
        ("loss of hair", "hair-loss"),
        ("cancer of the rectum", "rectal-cancer"),
    ],
)
def test_a_word_is_defined_as_it_is_asked_for(catalogue: Catalogue, asked: str, term: str) -> None:
    assert catalogue.define(asked).id == term


@pytest.mark.parametrize(
    ("asked", "term"), [("tummy ache", "belly pain"), ("low white count", "low white blood cell count")]
)
def test_what_no_term_is_named_is_offered_by_what_it_says(
    catalogue: Catalogue, asked: str, term: str
) -> None:
    with pytest.raises(Ambiguous) as problem:
        catalogue.define(asked)
    assert problem.value.suggestions[0] == term


def test_words_of_no_term_are_not_known(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        catalogue.define("xkjh qwer")
