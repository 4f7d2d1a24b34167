"""Every page tells in one line where it comes from; pages with therapies tell the edition too."""

from __future__ import annotations

import re

import pytest

from immunocli import Catalogue
from immunocli.pages.sources_line import sources_line
from tests.driver import Immuno

PAGES = (
    "define colitis", "faq is tiredness normal", "types pd-1-inhibitor", "targets pd-1", "cancers thyroid",
    "show keytruda", "show lymphoma", "show pd-1", "immune-system macrophage",
)  # fmt: skip


@pytest.mark.parametrize("request_", PAGES)
def test_a_page_tells_its_sources_in_one_line(immuno: Immuno, request_: str) -> None:
    found = immuno(*request_.split(), "-f", "text")
    told = [line for line in found.lines if line.startswith("Sources: ")]
    assert len(told) == 1 and "immuno cite " in told[0], found
    assert "immuno cite" not in found.lines[-3], "it is told once"
    assert found.lines[-1].startswith("Edition ")


def test_the_command_for_sources_is_about_just_that_page() -> None:
    catalogue = Catalogue()
    for kind in ("therapy", "cancer", "type", "target", "term", "faq", "part"):
        for one in catalogue.titles(kind):
            told = sources_line(catalogue, kind, one).text
            if "immuno cite " in told:
                command = told.partition("immuno cite ")[2].rstrip(")")
                cited = [source.id for source in catalogue.cite([command])]
                assert sorted(cited) == sorted(set(catalogue.sources_of(kind, one))), (kind, one)


def test_no_count_of_today_on_a_page_of_an_earlier_day(immuno: Immuno) -> None:
    found = immuno("show", "keytruda", "--as-of", "2018", "-f", "text")
    assert "Sources: immuno cite pembrolizumab --as-of 2018-12-31" in found.lines


def test_a_use_stands_in_one_row(immuno: Immuno) -> None:
    shown = immuno("show", "keytruda", "-f", "text").out
    assert shown.count("mesothelioma 2024") == 1 and "cancer of the chest" not in shown


def test_each_brand_is_named_once(immuno: Immuno) -> None:
    assert "; brand Blenrep; maker " in immuno("show", "blenrep", "-f", "text").out


@pytest.mark.parametrize("command", ["therapies", "indications", "timeline"])
def test_none_by_name_is_said_once_and_the_same_everywhere(immuno: Immuno, command: str) -> None:
    line = "No immunotherapy is approved for thyroid cancer by name as of 2026-10-08."
    found = immuno(command, "--cancer", "thyroid cancer")
    assert found.err.count(line) == 1 and "may apply too (--agnostic)" in found.err
    assert immuno("thyroid", "cancer", "-f", "text").lines[1] == line
    assert "by name" not in immuno(command, "--cancer", "melanoma").err


@pytest.mark.parametrize("width", ["80", "100", "160"])
def test_a_search_shows_its_snippets(immuno: Immuno, width: str) -> None:
    found = immuno("search", "hair", "loss", "-f", "table", env={"COLUMNS": width})
    assert "snippet" in found.lines[1] and "snippet" not in found.err


def test_three_sources_stand_on_a_page_and_the_rest_is_counted(immuno: Immuno) -> None:
    lines = immuno("show", "keytruda", "--full", "-f", "text").lines
    begin = lines.index("Sources")
    shown = [line for line in lines[begin:] if line.startswith("- ")]
    assert len(shown) == 3
    assert re.fullmatch(r"and \d+ more: immuno cite pembrolizumab", lines[begin + 7])


# A page, and where it leads in its last line.
LEADS = {
    "show keytruda": ["show pembrolizumab --full", "types pd-1-inhibitor"],
    "show melanoma": ["indications --cancer melanoma", "timeline --cancer melanoma"],
    "types pd-1-inhibitor": ["therapies --type pd-1-inhibitor"],
    "targets pd-1": ["therapies --target pd-1"],
    "define crs": ["faq side-effects"],
    "define pd-1": ["define checkpoint inhibitor"],
    "faq side effects": ["define cytokine release syndrome"],
    "immune-system t-cell": ["types car-t-cell-therapy", "immune-system b-cell"],
    "compare keytruda kymriah": ["show pembrolizumab", "show tisagenlecleucel"],
}


@pytest.mark.parametrize("page", LEADS)
def test_a_page_leads_on(small: Immuno, page: str) -> None:
    told = [line for line in small(*page.split(), "-f", "text").lines if line.startswith("Next: ")]
    assert told == ["Next: " + "   ".join(f"immuno {line}" for line in LEADS[page])]
