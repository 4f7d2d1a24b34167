"""How a use was first approved stays what it was after its conversion, whose day stands beside it."""

from __future__ import annotations

from tests.driver import Immuno

ASKED = ("indications", "--therapy", "tivdak", "--as-of", "2024-06-01")


def test_the_field_tells_how_it_was_first_approved(immuno: Immuno) -> None:
    (use,) = immuno(*ASKED, "-f", "json").json["results"]
    assert (use["approval"], use["converted"]) == ("accelerated", "2024-04-29")


def test_a_title_does_not_say_accelerated_of_what_was_converted(immuno: Immuno) -> None:
    told = immuno("indications", "--agnostic", "-f", "table", env={"COLUMNS": "80"}).out
    assert "approval accelerated" not in told.splitlines()[0]
