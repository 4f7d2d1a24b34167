"""Who asks what to watch for gets the signs, and the command for a page to print; both lead to each other."""

from __future__ import annotations

import re

import pytest

from immunocli import Catalogue
from tests.driver import Immuno

CAR_T, PD_1 = "car-t-cell-therapy", "pd-1-inhibitor"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def of(catalogue: Catalogue, question: str) -> list[str]:
    return [one.counts["id"] for one in catalogue.ask(question).notices if one.code == "hand-out"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("what to watch for after CAR T", CAR_T),
        ("what should we watch for after car t cells?", CAR_T),
        ("what do i need to look out for after yescarta", CAR_T),
        ("handout for CAR T patients", CAR_T),
        ("what to watch for on keytruda", PD_1),
        ("what should I look for with opdivo", PD_1),
        ("warning signs with checkpoint inhibitors", "checkpoint-inhibitor"),
        ("signs to watch for on an antibody drug conjugate", "antibody-drug-conjugate"),
        ("what to watch for on opdivo and yervoy", "checkpoint-inhibitor"),
        ("discharge instructions after blincyto", "t-cell-engager"),
    ],
)
def test_what_to_watch_for_is_the_page_of_the_type(catalogue: Catalogue, question: str, kind: str) -> None:
    assert of(catalogue, question) == [kind]
    assert not catalogue.ask(question).records  # no entry stands before it


@pytest.mark.parametrize("question", ["side effects of keytruda", "what side effects does opdivo have"])
def test_an_entry_that_answers_stays_and_leads_there(catalogue: Catalogue, question: str) -> None:
    assert of(catalogue, question) == [PD_1]
    assert catalogue.ask(question).records[0].sure


@pytest.mark.parametrize(
    "question",
    [
        "where to watch the world cup", "what to watch for after infusion", "signs of melanoma", "what is car t",
        "can I watch tv on keytruda and ipilimumab", "who invented car t",
    ],
)  # fmt: skip
def test_what_asks_for_something_else_is_not(catalogue: Catalogue, question: str) -> None:
    assert not of(catalogue, question)


def test_the_question_ends_in_a_whole_text_to_print(immuno: Immuno) -> None:
    answer = immuno("faq", "what to watch for after CAR T")
    assert answer.code == 0
    assert "Emergency: get help now for" in answer.out
    (line,) = [line for line in answer.lines if line.startswith("Next:")]
    command = line.removeprefix("Next: ").split("   ")[0]
    assert command == f"immuno types {CAR_T} -f md"
    whole = immuno(*command.split()[1:]).out
    assert all(heading in whole for heading in ("# CAR T", "## Typical side effects", "## Signs to act on"))


def test_page_and_answers_lead_to_each_other(immuno: Immuno) -> None:
    page = immuno("show", "car t").out
    asked = re.findall(r"immuno faq ([a-z-]+)", page)
    assert asked
    for one in [*asked, "crs-and-icans"]:
        answer = immuno("faq", one).out
        assert f"immuno types {CAR_T} -f md" in answer


def test_a_person_in_crisis_gets_no_page(catalogue: Catalogue) -> None:
    question = "i want to kill myself, what to watch for after car t"
    assert not of(catalogue, question)
