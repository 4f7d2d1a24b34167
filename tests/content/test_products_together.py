"""Products of one therapy that are asked for together: each is told as when it is asked for alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from immunocli import Catalogue, ImmunoError
from immunocli.found import Found
from immunocli.pages.page_chosen import page_of
from immunocli.records.therapy import Therapy
from immunocli.render.as_text import lines
from tests.choice import some


def names_of_one(tables: dict[str, Any]) -> list[list[str]]:
    """Return the names by which each therapy of several products may be asked for, its own first."""
    found = []
    for therapy in tables["therapies"]:
        names = list(dict.fromkeys(product["name"] for product in therapy["products"]))
        if len(names) > 1:
            found.append([therapy["id"], *names])
    return found


def told(catalogue: Catalogue, found: Found[Any]) -> list[str]:
    """Return each page of an answer as people read it."""
    return ["\n".join(lines(page_of(catalogue, one, found, full=False))) for one in found]


def test_each_page_is_the_one_it_is_alone(tables: dict[str, Any], catalogue: Catalogue) -> None:
    pairs = [pair for names in names_of_one(tables) for pair in pairwise([*names, names[0]])]
    assert len(pairs) > 60
    for pair in some(pairs, 4):
        alone = [catalogue.show([name]) for name in pair]
        together = catalogue.show(pair)
        pages = [one for found in alone for one in found]
        wanted = [one for place, one in enumerate(pages) if one not in pages[:place]]
        assert list(together) == wanted, pair
        said = [page for found in alone for page in told(catalogue, found)]
        assert told(catalogue, together) == list(dict.fromkeys(said)), pair


def test_the_record_says_which_product_it_is_told_for(catalogue: Catalogue) -> None:
    for names, wanted in (
        (("Herceptin", "trastuzumab-anns"), [[], ["Kanjinti"]]),
        (("ontak", "lymphir"), [["Ontak"], ["Lymphir"]]),
        (("opdivo", "opdivo qvantig"), [[], ["Opdivo Qvantig"]]),
        (("herceptin", "herceptin hylecta", "kanjinti"), [[], ["Herceptin Hylecta"], ["Kanjinti"]]),
        (("kanjinti", "kanjinti"), [["Kanjinti"]]),
        (("keytruda", "pembrolizumab", "pembro"), [[]]),
        (("opdualag", "relatlimab"), [[], []]),
    ):
        found = catalogue.show(list(names))
        assert [one.asked_for for one in found] == wanted, names
        asked = [label for one in wanted for label in one]
        assert [label for one in found.query.get("product", {}).values() for label in one] == asked, names


def test_whole_records_of_a_product_are_its_own(catalogue: Catalogue) -> None:
    for name in ("Kanjinti", "Lymphir", "Ontak", "Opdivo Qvantig"):
        (listed,) = catalogue.therapies(therapy=name, full=True)
        (shown,) = catalogue.show([name])
        assert isinstance(shown, Therapy)
        assert (listed.asked_for, listed.indications) == (shown.asked_for, shown.indications), name


def test_what_a_product_page_leads_to_is_of_that_product(
    tables: dict[str, Any], catalogue: Catalogue
) -> None:
    for names in names_of_one(tables):
        for name in names[1:]:
            try:
                found = catalogue.show([name])
            except ImmunoError:
                continue
            for one in found:
                for block in page_of(catalogue, one, found, full=False):
                    for command in getattr(block, "commands", ()):
                        if command.endswith("--full") and one.asked_for:
                            asked = command.removeprefix("immuno show ").removesuffix(" --full").strip('"')
                            (again,) = catalogue.show([asked])
                            assert again.asked_for == one.asked_for, name


def test_a_use_that_one_label_lacks_is_not_denied_of_the_therapy(catalogue: Catalogue) -> None:
    (page,) = told(catalogue, catalogue.show(["Opdivo Qvantig"], cancer="mesothelioma"))
    assert page.startswith("NIVOLUMAB (by the label of Opdivo Qvantig not approved for mesothelioma)")
    assert "No use of Opdivo Qvantig for mesothelioma stands in the label" in page
