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
