"""Today's answers come from what the index has worked out, those of any other day from the fold: they agree."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.records import status_on_day
from immunocli.records.therapy_in_short import in_short
from immunocli.store.typed_store import Store
from tests.driver import SMALL


def test_what_is_worked_out_for_the_records_own_day_is_what_the_fold_tells() -> None:
    store = Store(str(SMALL))
    today = store.edition["as_of"]
    briefs, ready = store.briefs(store.titles("therapy")), store.today(store.titles("therapy"))
    assert set(ready) == set(briefs)
    for one, stored in briefs.items():
        assert ready[one]["told"] == in_short(stored, today, today)
        assert ready[one]["revoked"] == status_on_day.revoked_on(stored["products"], today)


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"status": "any"},
        {"boxed": True},
        {"market": "not-sold"},
        {"cancer": "melanoma"},
        {"therapy": "Keytruda"},
    ],
    ids=str,
)
def test_todays_day_by_name_is_today(catalogue: Catalogue, filters: dict[str, Any]) -> None:
    today = catalogue.edition["as_of"]
    assert list(catalogue.therapies(**filters)) == list(catalogue.therapies(**filters, as_of=today))
    whole = catalogue.therapies(**filters, full=True, as_of=today)
    assert list(catalogue.therapies(**filters, full=True)) == list(whole)
