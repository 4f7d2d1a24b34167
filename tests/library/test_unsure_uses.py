"""A use that a product's label may have is neither listed nor denied, whoever asks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.found import Found

UNSURE = "pembrolizumab-stomach-2021"


@pytest.fixture
def catalogue(directory: Path) -> Catalogue:
    """Open small data in which it is not known whether the label of one more product has a use."""
    file = directory / "therapies.json"
    therapies = json.loads(file.read_text(encoding="utf-8"))
    therapy = next(one for one in therapies if one["id"] == "pembrolizumab")
    known = {"from": None, "converted": None, "says": {}}
    uses = {"pembrolizumab-melanoma-2014": known, UNSURE: None}
    therapy["products"].append({**therapy["products"][0], "name": "Keytroma", "names": [], "uses": uses})
    file.write_text(json.dumps(therapies), encoding="utf-8")
    return Catalogue(str(directory))


def codes(found: Found[Any]) -> list[str]:
    """Return what the notices are about, the age of the data aside."""
    return [notice.code for notice in found.notices if notice.code != "stale"]


def test_it_is_named_and_not_listed(catalogue: Catalogue) -> None:
    for cancer, wanted in (
        ("stomach", ["product-own", "product-uses-unknown"]),
        ("bladder", ["product-own", "none"]),
    ):
        found = catalogue.indications(therapy="Keytroma", cancer=cancer)
        assert (len(found), codes(found)) == (0, wanted)
    whole = catalogue.indications(therapy="Keytroma")
    assert [use.id for use in whole] == ["pembrolizumab-melanoma-2014"]
    assert [one.counts["uses"] for one in whole.notices if one.code == "product-uses-unknown"] == [[UNSURE]]
    assert UNSURE in {use.id for use in catalogue.indications(therapy="pembrolizumab")}


def test_before_the_use_there_is_nothing_to_be_unsure_of(catalogue: Catalogue) -> None:
    early = catalogue.indications(therapy="Keytroma", as_of="2020")
    assert codes(early) == ["product-own"]


def test_a_page_says_that_it_is_not_known(catalogue: Catalogue) -> None:
    standing = {
        cancer: catalogue.show(["keytroma"], cancer=cancer)[0].status
        for cancer in ("stomach", "bladder", "melanoma")
    }
    assert standing == {"stomach": "unknown", "bladder": "never-approved", "melanoma": "approved"}
    assert "product-uses-unknown" in {one.code for one in catalogue.show(["keytroma"]).notices}


def test_news_and_lists_say_so_too(catalogue: Catalogue) -> None:
    for found in (
        catalogue.changes(therapy="Keytroma"),
        catalogue.therapies(therapy="Keytroma", cancer="stomach"),
    ):
        assert "product-uses-unknown" in {one.code for one in found.notices}


def test_on_label_is_doubtful(catalogue: Catalogue) -> None:
    told = [
        one
        for cancer in ("stomach cancer", "melanoma", "bladder cancer")
        for one in catalogue.on_label("Keytroma", cancer)
    ]
    assert [(one.on_label, one.why) for one in told] == [
        ("doubtful", ["asks-for-marker", "product-unknown"]),
        ("yes", []),
        ("no", []),
    ]
