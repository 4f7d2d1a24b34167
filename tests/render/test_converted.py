"""A table for people says of a converted approval how it began and when it was converted; `approval` stays as it was."""

from __future__ import annotations

from tests.driver import Immuno

ASKED = ("indications", "--therapy", "tivdak", "--as-of", "2024-06-01")


def test_a_table_says_both(immuno: Immuno) -> None:
    told = immuno(*ASKED, "-f", "table", env={"COLUMNS": "160"}).out
    columns = next(line for line in told.splitlines() if "summary" in line).split()
    assert "approval" in columns
    assert "converted" not in columns
    assert "accelerated, converted" in " ".join(told.split())
    assert "2024-04-29" in told


def test_the_field_tells_how_it_was_first_approved(immuno: Immuno) -> None:
    (use,) = immuno(*ASKED, "-f", "json").json["results"]
    assert (use["approval"], use["converted"]) == ("accelerated", "2024-04-29")
