"""The page on a target names what acts on it and is not approved, as far as the entry of each says so."""

from __future__ import annotations

import json

import pytest

from immunocli import Catalogue, Investigational
from immunocli.names.forms import normalize
from tests.driver import ROOT

# Every name that leads to a target; its page tells those that are the very thing.
NAMES = {one["id"]: one["aliases"] for one in json.loads((ROOT / "data" / "targets.json").read_text("utf-8"))}


def test_what_is_named_has_no_approval_and_says_what_it_is_against() -> None:
    catalogue = Catalogue()
    many = 0
    for target in catalogue.vocabulary("target"):
        names = {normalize(name) for name in (target.name, *NAMES[target.id])}
        for one in catalogue.not_approved(target.id):
            many += 1
            with pytest.raises(Investigational) as told:
                catalogue.show([one])
            against = told.value.message.partition(" against ")[2]
            assert any(name in normalize(against) for name in names), (target.id, one, against)
    assert many > 90
    assert "pidilizumab" not in catalogue.not_approved("pd-1"), "it was only thought to bind it"


def test_none_of_them_is_a_therapy_of_the_record() -> None:
    catalogue = Catalogue()
    for one in ("pd-1", "bcma"):
        others = catalogue.not_approved(one)
        assert others and not {normalize(name) for name in others} & {
            normalize(each) for each in catalogue.target(one).therapies
        }
