"""A date on a page is the first of just the uses that its heading names, on every day."""

from __future__ import annotations

import re
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.pages.approved_for import BRIEF, YEARS, approved_for
from immunocli.pages.approved_for import DAYS as DAYS_TOLD
from immunocli.pages.blocks import Bullets, Grid, Heading, Paragraph
from immunocli.pages.cancer_page import cancer_page
from immunocli.pages.labels import RELATIONS, Labels, setting_name
from immunocli.records.indication import Indication
from tests.choice import some

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


# "nivolumab (Opdivo) (not sold) 2014-12-22", or the year alone where there is little room.
DATED = r"(?:^|(?<=[;,:] ))[*?]?(?P<name>{})(?: \([^)]*\))* (?P<since>\d{{4}}(?:-\d\d){{0,2}})\b"
# Further groups in a line each where there is little room.
LINED = re.compile(r"(?P<title>Approved for .+?) \((?P<many>\d+)(?:; [^)]+)?\): ")
HEADED = re.compile(r"(?P<title>.+?)(?:, since the year)?, as of [-\d]+ \((?P<many>\d+)(?:; [^)]+)?\)$")


def _pairs(told: str, ids: dict[str, str]) -> dict[str, str]:
    dated = DATED.format("|".join(sorted(map(re.escape, ids), key=len, reverse=True)))
    return {ids[found["name"]]: found["since"] for found in re.finditer(dated, told)}


def on_the_page(
    catalogue: Catalogue, cancer: str, day: str | None, *, full: bool
) -> tuple[dict[str, dict[str, str]], dict[str, int]]:
    """Return the days that a page tells under each heading, and how many therapies the heading says."""
    labels = Labels(catalogue)
    ids = {name: one for one, name in catalogue.titles("therapy").items()}
    found: dict[str, dict[str, str]] = {}
    many: dict[str, int] = {}
    title = ""
    for block in cancer_page(catalogue, labels, catalogue.cancer(cancer), day, full=full):
        if isinstance(block, Heading) and (head := HEADED.match(block.text)):
            title = head["title"]
            found[title], many[title] = {}, int(head["many"])
        elif isinstance(block, Heading):
            title = ""
        elif isinstance(block, Grid):
            found[title] = {}
            for row in block.rows:
                found[title] |= _pairs(f"{row[0]} {row[1]}", ids)
        elif isinstance(block, Paragraph) and (head := LINED.match(block.text)):
            found[head["title"]], many[head["title"]] = _pairs(block.text, ids), int(head["many"])
        elif isinstance(block, Paragraph) and title and not block.text.startswith("Sources: "):
            found[title] |= _pairs(block.text, ids)
        elif isinstance(block, Bullets):
            for line in block.items:
                found[title] |= _pairs(line, ids)
    return found, many


@pytest.mark.parametrize("day", DAYS)
def test_pages_and_uses_tell_the_same_first_day(catalogue: Catalogue, day: str | None) -> None:
    """Of those with the most and the fewest therapies, and of one in five of the others."""
    many = {one.id: one.therapies for one in catalogue.vocabulary("cancer", as_of=day) if one.therapies}
    assert len(many) > 20
    by_size = sorted(many, key=lambda one: many[one])
    for cancer in some(many, 5, always=(by_size[0], *by_size[-2:])):
        uses = list(catalogue.indications(cancer=cancer, agnostic=True, status="any", as_of=day))
        wanted = expected(uses)
        assert on_the_page(catalogue, cancer, day, full=True)[0] == wanted, (cancer, day)
        short, many = on_the_page(catalogue, cancer, day, full=False)
        assert many == {title: len(firsts) for title, firsts in wanted.items()}, (cancer, day)
        for title, told in short.items():
            assert all(wanted[title][one].startswith(since) for one, since in told.items()), (cancer, title)
        for title, firsts in wanted.items():
            relations = next(each for each, told in RELATIONS if told == title)
            listed = catalogue.therapies(cancer=cancer, agnostic=True, as_of=day)
            assert {one.id: one.approved for one in listed if one.relation in relations} == firsts
            if "any-tumor" in relations:
                continue
            narrow = catalogue.therapies(cancer=cancer, as_of=day)
            assert firsts.items() <= {one.id: one.approved for one in narrow}.items(), cancer


def test_a_use_for_any_tumor_never_dates_one_that_names_the_cancer(catalogue: Catalogue) -> None:
    page, _ = on_the_page(catalogue, "triple-negative-breast", None, full=True)
    assert page[RELATIONS[0][1]]["pembrolizumab"] == "2020-11-13"
    shown = catalogue.show(["pembrolizumab"], cancer=["TNBC"])[0]
    assert shown["approved"] == "2020-11-13"


@pytest.mark.parametrize("day", DAYS)
def test_a_setting_on_the_page_of_a_therapy_has_a_first_day_of_its_own(
    catalogue: Catalogue, day: str | None
) -> None:
    """Kidney cancer: advanced 2019, adjuvant 2021; never both under the earlier day."""
    labels, sites = Labels(catalogue), catalogue.sites()
    for one in catalogue.therapies(as_of=day):
        record = catalogue.therapy(one.id, as_of=day)
        firsts: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for use in record.indications:
            if use["status"] in ("current", "replaced"):
                site = sites[use["cancer"]]
                told_as = use["cancer"] if site == "tumor-agnostic" else site  # each with its marker
                place = labels.cell("cancer", told_as), setting_name(use["setting"])
                firsts.setdefault(place, []).append(use)
        wanted = {
            place: min(use["approved"] for use in uses)
            for place, uses in firsts.items()
            if any(use["status"] == "current" for use in uses)
        }
        for how in (DAYS_TOLD, YEARS, BRIEF):
            blocks = approved_for(catalogue, labels, record, day or catalogue.edition["as_of"], "", how)
            told = " ".join(
                line
                for block in blocks
                for line in (
                    [" ".join(row) for row in block.rows]
                    if isinstance(block, Grid)
                    else block.items
                    if isinstance(block, Bullets)
                    else []
                )
            )
            dates = sorted(re.findall(r"\b(?:19|20)\d\d(?:-\d\d){0,2}\b", told))
            short = None if how == DAYS_TOLD else 4
            assert dates == sorted(since[:short] for since in wanted.values()), (one.id, day, told)
