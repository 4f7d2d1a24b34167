"""A date on a cancer's page is the first of just the uses that its heading names, on every day."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.pages.blocks import Bullets, Grid, Heading, Paragraph
from immunocli.pages.labels import RELATIONS, Labels
from immunocli.pages.shown import cancer_page
from immunocli.records.indication import Indication

DAYS = (None, "2019-06-30", "2022")


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


def expected(uses: list[Indication]) -> dict[str, dict[str, str]]:
    """Return the first day of each therapy under the heading that its nearest use in force stands under."""
    heading = {relation: title for relations, title in RELATIONS for relation in relations}
    order = [title for _, title in RELATIONS]
    found: dict[str, dict[str, str]] = {}
    for therapy in {use.therapy for use in uses if use.status == "current"}:
        own = [use for use in uses if use.therapy == therapy and use.relation]
        title = min((heading[str(use.relation)] for use in own if use.status == "current"), key=order.index)
        begun = [
            use.approved
            for use in own
            if heading[str(use.relation)] == title and use.status in ("current", "replaced")
        ]
        found.setdefault(title, {})[therapy] = min(filter(None, begun))
    return found


def _pairs(told: str, ids: dict[str, str]) -> dict[str, str]:
    pairs = [one.rpartition(" ") for one in told.split(", ")]
    return {ids[_name(name)]: since for name, _, since in pairs}


def _name(told: str) -> str:
    return told.removesuffix(" (not sold)")


def on_the_page(catalogue: Catalogue, cancer: str, day: str | None) -> dict[str, dict[str, str]]:
    labels = Labels(catalogue)
    ids = {name: one for one, name in catalogue.titles("therapy").items()}
    found: dict[str, dict[str, str]] = {}
    title = ""
    for block in cancer_page(catalogue, labels, catalogue.cancer(cancer), day, full=False):
        if isinstance(block, Heading):
            title = block.text.partition(", as of")[0]
        elif isinstance(block, Grid):
            found[title] = {ids[_name(row[0])]: row[2] for row in block.rows}
        elif isinstance(block, Paragraph) and title.startswith("Approved for") and title not in found:
            if block.text.startswith("Sources: "):
                continue
            found[title] = _pairs(block.text, ids)
        elif isinstance(block, Bullets):
            for line in block.items:
                found.setdefault(title, {}).update(_pairs(line.partition(": ")[2], ids))
    return found


@pytest.mark.parametrize("day", DAYS)
def test_pages_and_uses_tell_the_same_first_day(catalogue: Catalogue, day: str | None) -> None:
    cancers = [one.id for one in catalogue.vocabulary("cancer", as_of=day) if one.therapies]
    assert len(cancers) > 20
    for cancer in cancers:
        uses = list(catalogue.indications(cancer=cancer, agnostic=True, status="any", as_of=day))
        wanted = expected(uses)
        assert on_the_page(catalogue, cancer, day) == wanted, (cancer, day)
        for title, firsts in wanted.items():
            relations = next(each for each, told in RELATIONS if told == title)
            listed = catalogue.therapies(cancer=cancer, agnostic=True, as_of=day)
            assert {one.id: one.approved for one in listed if one.relation in relations} == firsts
            if "any-tumor" in relations:
                continue
            narrow = catalogue.therapies(cancer=cancer, as_of=day)
            assert firsts.items() <= {one.id: one.approved for one in narrow}.items(), cancer


def test_a_use_for_any_tumor_never_dates_one_that_names_the_cancer(catalogue: Catalogue) -> None:
    page = on_the_page(catalogue, "triple-negative-breast", None)
    assert page[RELATIONS[0][1]]["pembrolizumab"] == "2020-11-13"
    shown = catalogue.show(["pembrolizumab"], cancer=["TNBC"])[0]
    assert shown["approved"] == "2020-11-13"
