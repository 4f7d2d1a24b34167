"""The page on a therapy for one cancer tells what happened to each use, a line with its day."""

from __future__ import annotations

from tests.driver import Immuno


def page(small: Immuno, *words: str) -> str:
    """Return a page as text, without its line breaks."""
    return " ".join(small("show", *words, "-f", "text").out.split())


def test_each_event_of_a_use_has_a_line_with_its_day(small: Immuno) -> None:
    found = small("show", "opdivo", "--cancer", "bladder", "-f", "text")
    lines = [line.strip() for line in found.lines]
    days = [line.split()[0] for line in lines if line[:1] == "2"]
    assert days == ["2017-02-02", "2021", "2024-03-06"], found
    (told,) = [line for line in lines if line.startswith("2021")]
    assert "withdrawn" in told


def test_what_happened_later_is_not_told_of_an_earlier_day(small: Immuno) -> None:
    found = small("show", "opdivo", "--cancer", "bladder", "--as-of", "2022", "-f", "text")
    assert "2024" not in found.out and "withdrawn" in found.out


def test_the_title_is_about_the_cancer_that_was_asked_for(small: Immuno) -> None:
    assert "(approved for melanoma)" in page(small, "keytruda", "--cancer", "melanoma")
    assert "(never approved for melanoma)" in page(small, "bcg", "--cancer", "melanoma")
    told = page(small, "keytruda", "--cancer", "bladder")
    assert "(approved for any solid tumor with a marker)" in told


def test_a_use_that_only_came_has_its_day_behind_it(small: Immuno) -> None:
    told = page(small, "relatlimab", "--cancer", "melanoma")
    assert "(2022-03-18)" in told and "granted" not in told
