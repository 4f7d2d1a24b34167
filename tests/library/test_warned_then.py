"""Nobody was warned of a medicine before it was there: warnings, notes and products of an earlier day."""

from __future__ import annotations

import random

import pytest

from immunocli import Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def test_before_the_first_license_there_is_no_warning(catalogue: Catalogue) -> None:
    assert catalogue.therapy("denosumab", as_of="2000").warnings == []
    then = {one["id"]: one["products"] for one in catalogue.therapy("denosumab", as_of="2012").warnings}
    assert then["low-calcium"] == ["Xgeva"]


def test_no_product_of_later_is_named_on_a_past_day(catalogue: Catalogue) -> None:
    chance = random.Random(7)
    named = 0
    for one in catalogue.therapies(status="any"):
        begun = {
            product["name"]: product["license"]["from"]
            for product in catalogue.therapy(one.id).products
            if product["license"]["from"] and not product["foreign"]
        }
        day = f"{chance.randrange(1990, 2026)}-{chance.randrange(1, 13):02}-15"
        therapy = catalogue.therapy(one.id, as_of=day)
        later = [name for name, first in begun.items() if first > day]
        told = " ".join([*(warning["text"] for warning in therapy.warnings), therapy.notes or ""])
        of = {name for warning in therapy.warnings for name in warning["products"]}
        assert not of & {*later} and not any(name in told for name in later), (one.id, day)
        named += len(later)
    assert named > 50


def test_names_and_notes_without_a_day_are_told_of_today_alone(catalogue: Catalogue) -> None:
    notes = names = 0
    for one in catalogue.therapies(status="any", full=True):
        then = catalogue.therapy(one.id, as_of="2012-06-30")
        assert then.notes is None and then.side_effects["note"] is None
        assert not any(use["notes"] for use in then.indications)
        assert not any(product["foreign"] for product in then.products)
        kinds = {alias["name"] for alias in then.aliases}
        known = {product["name"] for product in then.products}
        for product in one.products:
            if product["name"] not in known:
                assert not kinds & {product["name"], *product["names"]}, product["name"]
                names += len(product["names"])
        notes += bool(one.notes)
    assert notes > 20 and names > 50
    assert not any(kind.side_effects["note"] for kind in catalogue.vocabulary("type", as_of="2012"))


def test_a_target_of_a_past_day_names_no_medicine_that_was_never_approved(catalogue: Catalogue) -> None:
    from immunocli.pages.shown import pages
    from immunocli.render.as_text import lines

    def told(as_of: str | None) -> str:
        found = catalogue.show(["HER2"], ("target",), as_of=as_of)
        return "".join(lines(pages(catalogue, found.records, found, full=True)))

    assert "No FDA approval" in told(None)
    assert "No FDA approval" not in told("1999")


def test_the_day_of_the_edition_is_today(catalogue: Catalogue) -> None:
    today = catalogue.edition["as_of"]
    assert list(catalogue.cite(["keytruda"], as_of=today)) == list(catalogue.cite(["keytruda"]))
    then, now = (catalogue.indications(therapy="keytruda", full=True, as_of=day) for day in (today, None))
    assert list(then) == list(now)
