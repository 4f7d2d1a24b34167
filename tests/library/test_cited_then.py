"""On an earlier day a record cites no document that came later."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.store.readable_since import out_since

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def cited(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from cited(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in ("sources", "by", "use_sources") and isinstance(one, list):
                yield from one
            else:
                yield from cited(one)


@pytest.mark.parametrize("day", ["1998-02-01", "2015-12-31", "2024-06"])
def test_no_field_names_a_document_of_later(catalogue: Catalogue, day: str) -> None:
    answers = [
        *catalogue.therapies(status="any", as_of=day, full=True),
        *catalogue.indications(status="any", as_of=day, full=True),
        *catalogue.changes(since="1986", as_of=day),
        *catalogue.show(["keytruda"], as_of=day),
        *catalogue.terms(["CAR T"], as_of=day),
        *catalogue.vocabulary("cancer", as_of=day),
    ]
    named = set(cited([one.as_dict() for one in answers]))
    assert named
    later = {one for one in named if (years := _YEAR.findall(one)) and max(years) > day[:4]}
    published = {one.id: one.published for one in catalogue.documents(named)}
    later |= {one for one, date in published.items() if date and date[: len(day)] > day[: len(date)]}
    assert not later


def test_today_cites_all_that_it_was_read_in(catalogue: Catalogue) -> None:
    day = catalogue.edition["as_of"]
    assert catalogue.therapy("hepatitis b vaccine", as_of=day) == catalogue.therapy("hepatitis b vaccine")


def test_a_row_of_a_table_cites_what_was_out_on_its_day(catalogue: Catalogue) -> None:
    whole = set(catalogue.on_label("keytruda", "melanoma")[0].use_sources)
    for day in ("2015-02-03", "2016", "2018-01-01", "2021-12-16", "2026-09"):
        (told,) = catalogue.on_label("keytruda", "melanoma", day)
        assert told.use_sources
        for one in catalogue.documents(told.use_sources):
            assert (one.published or "") <= day + "-12-31"
            assert not [year for year in _YEAR.findall(one.id) if year > day[:4]]
    assert whole == set(catalogue.on_label("keytruda", "melanoma", "2026-10-08")[0].use_sources)


def test_a_document_without_a_date_counts_from_the_year_in_its_name() -> None:
    sources = [
        {"id": "label-x-2023-12-15", "title": "Label", "published": None},
        {"id": "label-y", "title": "Prescribing information, 06/2024", "published": None},
        {"id": "effective", "title": "Label (2019 and 2020)", "published": "2019-09-16"},
        {"id": "letter-2014", "title": "Letter", "published": "2014-09-04"},
        {"id": "dictionary", "title": "Dictionary, 12345 words", "published": None},
    ]
    assert json.dumps(out_since(sources)) == json.dumps(
        {
            "label-x-2023-12-15": "2023-12-15",
            "label-y": "2024",
            "effective": "2020",
            "letter-2014": "2014-09-04",
        }
    )
