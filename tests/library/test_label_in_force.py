"""Sources of a therapy for a day begin with the label that was in force, and say for which uses."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.dates import last_day


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def test_the_label_of_the_day_stands_first_with_its_use(catalogue: Catalogue) -> None:
    first, *rest = catalogue.cite(["keytruda"], cancer="bladder", as_of="2020-06-01")
    assert (first.id, first.stands_as) == ("label-keytruda-2019-09-17", "label")
    assert first.stands_for == ["pembrolizumab-urothelial-2017-2"]
    assert [one.stands_as for one in rest] == ["in-place", "in-place", None]


@pytest.mark.parametrize("day", ["2012", "2016-05", "2019-01-31", "2022", "2025-03-14", None])
@pytest.mark.parametrize("therapy", ["keytruda", "opdivo", "tecentriq", "rituximab", "enhertu", "kymriah"])
def test_every_use_in_the_label_has_what_stands_for_it(
    catalogue: Catalogue, therapy: str, day: str | None
) -> None:
    on = day or str(catalogue.edition["as_of"])
    held = {one.id: one for one in catalogue.indications(therapy=therapy, as_of=on, full=True)}
    cited = catalogue.cite([therapy], as_of=on)
    told: dict[str, set[str]] = {}
    for one in cited:
        assert bool(one.stands_for) == bool(one.stands_as)
        for use in one.stands_for:
            told.setdefault(use, set()).add(str(one.stands_as))
            if one.stands_as == "label":  # neither of later nor of an earlier wording
                assert one.published and one.published <= last_day(on)
                assert last_day(one.published) >= held[use].events[-1]["date"]
    assert all(len(roles) == 1 for roles in told.values())
    out_then = {one.id for one in cited}
    assert (
        {one for one, use in held.items() if out_then & {*use.events[-1]["sources"]}}
        <= told.keys()
        <= held.keys()
    )


def test_what_else_is_cited_stands_for_no_use(catalogue: Catalogue) -> None:
    for names in (["CRS"], ["keytruda"], ["car t"]):
        assert not any(one.stands_for for one in catalogue.cite(names))
