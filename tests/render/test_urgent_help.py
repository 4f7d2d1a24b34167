"""What is urgent on pages: a condition where no alarm was heard, and looks of its own in color."""

from __future__ import annotations

import pytest

from immunocli.pages.urgent import SIGNS
from tests.driver import Immuno

RED = "\x1b[1;31m"


@pytest.mark.parametrize(
    "request_",
    [
        ("faq", "is", "tiredness", "normal"),
        ("faq", "can", "keytruda", "hurt", "my", "heart"),
        ("define", "colitis"),
        ("define", "stroke"),
    ],
    ids=" ".join,
)
def test_help_for_what_is_only_spoken_of_is_a_condition(immuno: Immuno, request_: tuple[str, ...]) -> None:
    told = [line for line in immuno(*request_).lines if "emergency number" in line]
    assert told and all(line.startswith(("If ", "In case of ")) for line in told)
    assert told[0].partition(": ")[0].count(";") < SIGNS


def test_an_alarm_is_an_order(immuno: Immuno) -> None:
    assert immuno("faq", "I", "can't", "breathe").lines[0] == "EMERGENCY: GET HELP NOW"


def test_emergency_looks_alike_everywhere_and_unlike_a_title(immuno: Immuno) -> None:
    for request_ in (("faq", "I can't breathe"), ("search", "I can't breathe"), ("show", "blincyto")):
        found = immuno(*request_, "-f", "table", env={"FORCE_COLOR": "1"})
        assert f"{RED}Emergency: get help now" in found.out, request_


def test_a_cut_list_of_signs_says_where_all_are(immuno: Immuno) -> None:
    line = next(one for one in immuno("show", "blincyto").lines if one.startswith("Emergency"))
    assert line.endswith(" more; all signs: --full")
    assert "immuno show blinatumomab --full" in immuno("show", "blincyto").out
    full = immuno("show", "blincyto", "--full").out
    assert "weakness or numbness on one side" in full
