"""Days of tables are read in the forms that tables have, and none is guessed."""

from __future__ import annotations

import pytest

from immunocli.errors import UsageError
from immunocli.tables.days import date_in
from tests.driver import Immuno
from tests.tables.annotating import annotated


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024.03.05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("3/25/2024", "2024-03-25"),
        ("25-3-2024", "2024-03-25"),
        ("5/5/2024", "2024-05-05"),
        ("05-MAR-2024", "2024-03-05"),
        ("05MAR2024", "2024-03-05"),
        ("5 march 2024", "2024-03-05"),
        ("Mar 5th, 2024", "2024-03-05"),
        ("2024-Mar-05", "2024-03-05"),
        ("Mar 2024", "2024-03"),
        ("03/2024", "2024-03"),
        ("2024-03", "2024-03"),
        (" 2024 ", "2024"),
        ("2024-03-05T10:30:00Z", "2024-03-05"),
        ("2024-03-05 10:30:00.000+02:00", "2024-03-05"),
        ("3/25/2024 12:00 AM", "2024-03-25"),
        ("3/5/24", None),
        ("2024-02-30", None),
        ("30-FEB-2024", None),
        ("45356", None),
        ("202403", None),
        ("20241305", None),
        ("2024-03-05 or so", None),
        ("5 Mai 2024x", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_in_the_forms_of_tables(cell: str, date: str | None) -> None:
    assert date_in(cell) == date


def test_what_may_be_two_days_is_refused_until_the_order_is_told(small: Immuno) -> None:
    with pytest.raises(UsageError, match="may be 2014-04-09 or 2014-09-04; --date-format"):
        date_in("04/09/2014")
    assert (date_in("04/09/2014", "mdy"), date_in("04/09/2014", "dmy")) == ("2014-04-09", "2014-09-04")
    assert (date_in("25/3/2024", "mdy"), date_in("2024-03-05", "dmy")) == (None, "2024-03-05")
    table = b"drug,day\nkeytruda,04/09/2014\n"
    assert annotated(table, date="day", date_format="mdy").endswith(b",not-yet\n")
    assert annotated(table, date="day", date_format="dmy").endswith(b",approved\n")
    asked = ("annotate", "-", "--column", "drug", "--date", "day")
    found = small(*asked, stdin=table)
    assert found.code == 2 and found.err.endswith("--date day --date-format mdy\n"), found
    assert small(*asked, "--date-format", "dmy", stdin=table).code == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [({"date_format": "dmy"}, "--date"), ({"date": "x", "date_format": "ymd"}, "mdy, dmy")],
)
def test_an_order_that_means_nothing_is_refused(options: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        annotated(b"drug,x\nBCG,1\n", **options)
