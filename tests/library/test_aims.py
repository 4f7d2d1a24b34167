"""A target on which no therapy of the record acts is told as that, and hides no answer about another."""

from __future__ import annotations

import pytest

from immunocli import Catalogue, NotFound
from tests.driver import Immuno


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


@pytest.mark.parametrize("name", ["TIGIT", "TIM-3", "OX40", "B7-H3", "WT1", "anti-TIGIT", "IL-6"])
def test_alone_it_is_an_empty_answer_with_a_sentence(catalogue: Catalogue, name: str) -> None:
    found = catalogue.therapies(target=name)
    assert not list(found)
    (notice,) = found.notices
    assert notice.code == "none-acts-on" and "no therapy of this record acts on" in notice.message


@pytest.mark.parametrize("name", ["E6 and E7", "HPV 16", "cancer-testis antigen", "PD-L2", "EGFRvIII"])
def test_of_a_part_or_a_group_of_what_something_acts_on_nothing_is_denied(
    catalogue: Catalogue, name: str
) -> None:
    found = catalogue.therapies(target=name)
    assert [one.code for one in found.notices] == ["target-not-listed"]


@pytest.mark.parametrize("asked", [["CTLA-4", "LAG-3", "TIGIT"], ["CTLA-4,LAG-3,TIGIT"]])
def test_the_others_are_answered(catalogue: Catalogue, asked: list[str]) -> None:
    without = [one.id for one in catalogue.therapies(target=["CTLA-4", "LAG-3"])]
    found = catalogue.therapies(target=asked)
    assert [one.id for one in found] == without
    assert found.query["not_a_target"] == ["tigit"]
    for each in (
        found,
        catalogue.indications(target=asked),
        catalogue.timeline(target=asked),
        catalogue.matrix(target=asked),
        catalogue.changes(target=asked, since="2011"),
    ):
        assert list(each) and "none-acts-on" in {one.code for one in each.notices}


@pytest.mark.parametrize("name", ["FOO", "cytokine storm", "hair loss", "NK cell"])
def test_what_is_no_target_at_all_is_refused(catalogue: Catalogue, name: str) -> None:
    with pytest.raises(NotFound):
        catalogue.therapies(target=["CTLA-4", name])


def test_its_page_says_so(immuno: Immuno) -> None:
    pages = [immuno("define", one).out for one in ("TIGIT", "PD-L2", "LAG-3")]
    assert ["No therapy of this record acts on it." in page for page in pages] == [True, False, False]
