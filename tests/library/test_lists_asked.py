"""A published list is chosen from like everything else, and what a question does not take is refused."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue, UsageError


def ids(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [therapy.id for therapy in catalogue.therapies(**filters)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"market": "not-sold"}, ["racotumomab"]),
        ({"boxed": True}, ["bcg", "tisagenlecleucel"]),
        ({"since": "2016"}, ["tisagenlecleucel"]),
        ({"status": "current"}, ["bcg", "pembrolizumab", "tisagenlecleucel"]),
        ({"status": "past"}, ["pembrolizumab"]),
        ({"type": "cytokine"}, []),
    ],
)
def test_other_filters_choose_among_the_pairs_of_a_list(
    catalogue: Catalogue, asked: dict[str, Any], found: list[str]
) -> None:
    assert ids(catalogue, source="cri-2022", **asked) == found
    rows = catalogue.indications(source="cri-2022", **asked)
    assert sorted({row.therapy for row in rows}) == found


@pytest.mark.parametrize(
    "asked",
    [{"line": "first"}, {"setting": "adjuvant"}, {"approval": "regular"}, {"biomarker": "HER2"}],
)
def test_what_no_list_tells_is_refused_with_one(catalogue: Catalogue, asked: dict[str, Any]) -> None:
    (name,) = asked
    for question in (catalogue.therapies, catalogue.indications):
        with pytest.raises(UsageError, match=f"cri-2022 is a list of pairs .* --{name} "):
            question(source="cri-2022", **asked)


def test_a_list_is_read_from_the_day_on_which_it_was_published(catalogue: Catalogue) -> None:
    for found in (catalogue.therapies, catalogue.indications):
        before = found(source="cri-2022", as_of="2020")
        assert list(before) == [] and [one.code for one in before.notices][:1] == ["not-yet-published"]
        assert "published in 2022-03" in before.notices[0].message
    then = catalogue.indications(source="cri-2022", as_of="2022-03", full=True)
    today = catalogue.indications(source="cri-2022", full=True)
    assert [row.id for row in then] == [row.id for row in today]
    assert not any(row.notes or row.verdict or "today" in row.summary for row in then)
    assert all(row.verdict and "today" in row.summary for row in today)


def test_an_empty_list_is_no_filter_that_was_left_out(catalogue: Catalogue) -> None:
    for name in ("therapy", "cancer", "type", "target", "biomarker", "setting", "line"):
        for value in ([], ()):
            with pytest.raises(UsageError, match=f"{name} is empty"):
                catalogue.therapies(**{name: value})
    with pytest.raises(UsageError, match="cancer is empty"):
        catalogue.cite(["keytruda"], cancer=[])
    with pytest.raises(UsageError, match="event is empty"):
        catalogue.changes(event=[])


def test_a_question_refuses_the_filters_that_it_does_not_take(catalogue: Catalogue) -> None:
    asked: list[tuple[str, dict[str, Any]]] = [
        ("changes", {"status": "past"}), ("timeline", {"status": "past"}), ("timeline", {"since": "2020"}),
        ("matrix", {"status": "any"}), ("matrix", {"since": "2020"}),
    ]  # fmt: skip
    for question, filters in asked:
        with pytest.raises(UsageError, match=f"{question} takes no filter {next(iter(filters))}"):
            getattr(catalogue, question)(**filters)
    for question in ("changes", "timeline", "matrix"):
        with pytest.raises(UsageError, match="cri-2022 is a list of pairs without days"):
            getattr(catalogue, question)(source="cri-2022")


def test_one_name_may_stand_for_a_list_of_names(catalogue: Catalogue) -> None:
    assert catalogue.cite("keytruda").query == catalogue.cite(["keytruda"]).query
    assert catalogue.show("keytruda").query == catalogue.show(["keytruda"]).query
    assert catalogue.terms("PD-1").query == catalogue.terms(["PD-1"]).query
    with pytest.raises(UsageError, match="two to four therapies, not 1"):
        catalogue.compare("keytruda")
