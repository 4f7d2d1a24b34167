"""Lists say which cancers a therapy was for and is for no more, and never where that is not known."""

from __future__ import annotations

import pytest

from immunocli.catalogue import Catalogue
from tests.driver import Immuno


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize("day", [None, "2010", "2020-06", "2022"])
def test_past_cancers_are_those_of_uses_that_ended(whole: Catalogue, day: str | None) -> None:
    for one in whole.therapies(status="any", as_of=day):
        uses = whole.indications(therapy=one.name, status="any", as_of=day)
        assert not {*one.cancers} & {*one.past_cancers}
        if all(use.status == "current" for use in uses):
            assert not one.past_cancers, one.id
        if one.past_cancers:
            assert any(use.status in ("replaced", "withdrawn", "revoked") for use in uses), one.id


@pytest.mark.parametrize(
    ("name", "day", "held"),
    [
        ("tecentriq", None, "breast"),
        ("tecentriq", "2020", ""),
        ("avastin", "2012", "breast"),
        # Whether its license still stood is not known.
        ("intron a", "2020", ""),
    ],
)
def test_what_was_lost_is_told_on_its_day(whole: Catalogue, name: str, day: str | None, held: str) -> None:
    (one,) = whole.therapies(therapy=name, status="any", as_of=day)
    assert one.past_cancers == held.split()


def test_tables_for_people_have_them_where_the_past_was_asked_for(immuno: Immuno) -> None:
    def header(*asked: str) -> str:
        return immuno("therapies", "--therapy", "tecentriq", *asked, env={"COLUMNS": "140"}).out

    assert "past cancers" in header("--status", "any", "-f", "table")
    assert "past cancers" not in header("-f", "table") + header("--status", "approved", "-f", "table")
    assert "past_cancers" not in header("--status", "any")  # saved tables keep their columns


def test_documents_are_told_as_references_in_the_order_of_their_ids(whole: Catalogue) -> None:
    for found in (whole.changes(full=True), whole.indications(therapy="bcg", status="any", full=True)):
        for one in found:
            assert len(one.sources) == len(one.urls) == len(one.cited)
            for source, url, told in zip(one.sources, one.urls, one.cited, strict=True):
                (record,) = whole.cite(source)
                assert told.startswith(f"{record.publisher}: ".replace(";", ",")) and ";" not in told
                assert told.endswith(f"<{url}>") if url else "<" not in told
