"""What is in the label and sold by nobody is never told as current alone, in what people read."""

from __future__ import annotations

import pytest

from tests.driver import Immuno

UNSOLD = "levamisole"


@pytest.mark.parametrize("form", ["table", "md", "text"])
@pytest.mark.parametrize(
    "asked",
    [
        ("indications", "--therapy", UNSOLD),
        ("indications", "--therapy", UNSOLD, "-c", "summary,status"),
        ("indications", "--cancer", "colon", "-c", "summary,status"),
        ("indications", "--therapy", "arzerra"),
        ("therapies", "--therapy", UNSOLD),
        ("therapies", "--therapy", UNSOLD, "-c", "type,status"),
    ],
)
def test_how_it_stands_says_that_it_is_not_sold(form: str, asked: tuple[str, ...], immuno: Immuno) -> None:
    told = " ".join(immuno(*asked, "-f", form).out.split())
    assert "current, not sold" in told or "approved, not sold" in told
    assert "(not sold)" not in told


def test_beside_others_it_stands_with_the_name(immuno: Immuno) -> None:
    told = immuno("indications", "--cancer", "colon", "-f", "table").out
    assert f"{UNSOLD} (not sold)" in told
    assert "all: status current" in told


@pytest.mark.parametrize("form", ["tsv", "csv", "jsonl"])
def test_programs_read_the_word_alone(form: str, immuno: Immuno) -> None:
    told = immuno("indications", "--therapy", UNSOLD, "-f", form).out
    assert "not sold" not in told
    answer = immuno("indications", "--therapy", UNSOLD, "--json").json
    assert [(one["status"], one["market"]) for one in answer["results"]] == [("current", "not-sold")]


def test_a_market_column_tells_it_alone(immuno: Immuno) -> None:
    told = immuno("therapies", "--therapy", UNSOLD, "-c", "name,status,market", "-f", "md").out
    assert f"| {UNSOLD} | approved | not-sold |" in told
