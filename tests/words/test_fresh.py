"""Sentences of a later hand, none of which tools/learn.py reads: questions, alarms, and what sounds like one."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.words.faq_ranking import ELSEWHERE
from immunocli.words.vital_signs import is_usual, measured
from tests.words.given import pairs, share
from tests.words.test_alarms import alarm
from tests.words.test_questions import sure


def heard_and_not_cried(
    catalogue: Catalogue, told: list[tuple[str, str]], *, missed: float, cried: float
) -> None:
    """Require that of sentences fewer than these shares are missed, or heard though they are calm."""
    unheard = [text for one, text in told if one != "calm" and alarm(catalogue, text) is None]
    assert share(len(unheard), sum(one != "calm" for one, _ in told)) < missed, unheard
    false = [text for one, text in told if one == "calm" and alarm(catalogue, text) is not None]
    assert share(len(false), sum(one == "calm" for one, _ in told)) < cried, false


def test_questions_of_a_later_hand_find_their_answer(catalogue: Catalogue) -> None:
    asked = pairs("asked_fresh.tsv")
    right = [text for one, text in asked if sure(catalogue, text)[0] == one]
    near = [text for one, text in asked if one in [found.id for found in catalogue.ask(text).records]]
    assert share(len(right), len(asked)) > 0.9
    assert share(len(near), len(asked)) > 0.95


def test_alarms_of_a_later_hand_are_heard(catalogue: Catalogue) -> None:
    told = [text for one, text in pairs("heard_fresh.tsv") if one != "calm"]
    missed = [text for text in told if alarm(catalogue, text) is None]
    assert share(len(missed), len(told)) < 0.08, missed


def test_what_only_sounds_like_an_alarm_is_none(catalogue: Catalogue) -> None:
    told = [text for one, text in pairs("heard_fresh.tsv") if one == "calm"]
    cried = [text for text in told if alarm(catalogue, text) is not None]
    assert share(len(cried), len(told)) < 0.13, cried


def test_signs_in_the_words_of_a_third_hand_are_heard(catalogue: Catalogue) -> None:
    heard_and_not_cried(catalogue, pairs("heard_later.tsv"), missed=0.03, cried=0.15)


def test_a_word_of_ours_makes_no_question_of_ours(catalogue: Catalogue) -> None:
    """Trial lawyers, loan approvals, library cards: one word is of this field, the others are not."""
    asked = [text for one, text in pairs("elsewhere_fresh.tsv") if one == "elsewhere"]
    told = [text for text in asked if any(one.id != ELSEWHERE for one in catalogue.ask(text).records)]
    assert share(len(told), len(asked)) < 0.08, told


def test_what_has_no_entry_is_mostly_not_answered(catalogue: Catalogue) -> None:
    asked = [text for one, text in pairs("elsewhere_fresh.tsv") if one == "nearby"]
    told = [text for text in asked if sure(catalogue, text)[1] == "answer"]
    assert share(len(told), len(asked)) < 0.22, told


def test_accidents_are_heard_and_what_sounds_like_them_is_not(catalogue: Catalogue) -> None:
    """Half of a writer's sentences, none of which tools/learn.py reads; the other half is learned from."""
    heard_and_not_cried(catalogue, pairs("heard_accidents.tsv"), missed=0.06, cried=0.15)


@pytest.mark.parametrize(
    "text", ["bp 118/76", "pulse is 72", "is 99 a fever", "sugar 110 this morning", "sats at 97", "temp 36.9"]
)
def test_a_usual_value_is_no_alarm(text: str, catalogue: Catalogue) -> None:
    assert is_usual(text)
    assert alarm(catalogue, text) is None


@pytest.mark.parametrize(
    "text",
    ["temp 97 and confused", "sats 96, chest pain", "bp 82/50", "spo2 86", "pulse of 38", "no value here"],
)
def test_a_value_beside_something_else_is_not_all(text: str) -> None:
    assert not is_usual(text) or measured(text)


@pytest.mark.parametrize("text", ["how much insulin kills a person", "what dose would kill me"])
def test_what_would_kill_a_person_is_a_crisis(text: str, catalogue: Catalogue) -> None:
    assert (alarm(catalogue, text) or {"crisis": False})["crisis"]


def test_what_kills_cells_is_none(catalogue: Catalogue) -> None:
    assert alarm(catalogue, "how many cancer cells does one t cell kill") is None
