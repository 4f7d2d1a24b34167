"""Whatever is printed is found again by any of its names, and what nobody has is not found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from immunocli import Ambiguous, Catalogue, NotFound, UsageError
from immunocli.store.opened_index import Opened
from tests.driver import SMALL


def test_a_page_is_found_by_any_name(catalogue: Catalogue) -> None:
    for name, kind, one in (
        ("KEYTRUDA®", "therapy", "pembrolizumab"),
        ("skin cancer", "cancer", "skin"),
        ("pd1", "target", "pd-1"),
        ("checkpoint inhibitors", "type", "checkpoint-inhibitor"),
        ("Tice: BCG", "therapy", "bcg"),
        ("ratio: hazard", "term", "hazard-ratio"),
        ("TheraCys", "therapy", "bcg"),
        ("Opdualag", "therapy", "relatlimab"),
    ):
        found = catalogue.show([name])
        assert (found.kind, found[0]["id"]) == (kind, one)


def test_the_front_door_has_a_handle_for_each_kind(catalogue: Catalogue) -> None:
    assert catalogue.therapy("keytruda").id == "pembrolizumab"
    assert len(catalogue.therapy("keytruda").indications) == 4
    assert next(use["id"] for use in catalogue.therapy("keytruda", cancer="sclc").indications) == (
        "pembrolizumab-sclc-2019"
    )
    assert catalogue.cancer("melanoma").path == ["melanoma", "skin"]
    assert catalogue.cancer("CLL").part_of == ["leukemia", "lymphoma"]
    assert catalogue.type("pd-1 inhibitor").therapies == ["nivolumab", "pembrolizumab"]
    assert catalogue.target("CD19").therapies == ["tisagenlecleucel"]
    assert catalogue.target("PD-1").description == "A brake on T cells.", "its text stands in the glossary"
    assert catalogue.define("CRS").id == "cytokine-release-syndrome"
    assert catalogue.cite(["bcg"])[0].publisher == "FDA"
    assert catalogue.edition["edition"] == "2026.01"
    assert catalogue.edition["known_from"] == "1986-06"


def test_whatever_is_printed_can_be_cited(catalogue: Catalogue) -> None:
    for name in (
        "keytruda", "opdualag", "pembrolizumab-melanoma-2014", "crs", "side-effects", "melanoma", "pd-1",
        "pd-1-inhibitor", "t-cell", "cri-2022",
    ):  # fmt: skip
        assert len(catalogue.cite([name])) >= 1, name
    used = catalogue.cite(["kymriah"])
    assert [one.id for one in used][:1] != ["nci-dictionary"], "the FDA's own come first"


@pytest.mark.parametrize("name", ["no such thing at all", "aspirin"])
def test_what_nobody_has_is_not_found(name: str, catalogue: Catalogue) -> None:
    for ask in (catalogue.therapy, catalogue.cancer, catalogue.type, catalogue.target, catalogue.define):
        with pytest.raises(NotFound):
            ask(name)


def test_a_near_miss_is_suggested_and_not_taken(catalogue: Catalogue) -> None:
    with pytest.raises(Ambiguous) as caught:
        catalogue.therapy("pembrolizumap")
    assert "pembrolizumab" in caught.value.suggestions


def test_an_empty_name_is_a_mistake(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError):
        catalogue.therapy("   ")


def test_the_inventory_counts_what_is_there(catalogue: Catalogue) -> None:
    counts = catalogue.info()[0].as_dict()
    wanted = {
        "therapies": 10, "approved_therapies": 6, "indications": 18, "current_indications": 11, "products": 13,
        "claims": 5, "signs": 5, "schema_version": 2, "known_from": "1986-06", "warnings": 8,
    }  # fmt: skip
    assert {name: counts[name] for name in wanted} == wanted
    assert counts["fda_sourced_percent"] == "100.0"
    assert counts["events"] == 31


def test_the_therapies_of_past_vocabularies_are_those_of_the_day(catalogue: Catalogue) -> None:
    (skin,) = [one for one in catalogue.vocabulary("cancer", as_of="2014-12-01") if one.id == "melanoma"]
    assert skin.therapies == ["interferon-alfa-2b", "peginterferon-alfa-2b", "pembrolizumab"]
    (kind,) = [one for one in catalogue.vocabulary("type", as_of="2014-12-01") if one.id == "pd-1-inhibitor"]
    assert kind.therapies == ["pembrolizumab"]


def test_records_tell_what_they_are(catalogue: Catalogue) -> None:
    therapy = catalogue.therapy("bcg")
    assert therapy == catalogue.therapy("bcg") != catalogue.therapy("keytruda")
    assert "bcg" in repr(therapy) and "Therapy" in repr(therapy)
    assert therapy.replaced(name="other").name == "other"
    assert "bcg" in repr(catalogue.indications(therapy="bcg")[0])
    assert "1 of kind indication" in repr(catalogue.indications(therapy="bcg"))
    assert "2026.01" in repr(catalogue)


@pytest.mark.parametrize("name", ["pembrolizumab", "Keytruda", "Keytruda Qlex", "lambrolizumab"])
def test_a_page_reads_the_record_of_its_therapy_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the longest value that there is."""
    read: list[str] = []
    get, many = Opened._get, Opened._many

    def one(store: Opened, key: str) -> Any:
        read.append(key)
        return get(store, key)

    def some(store: Opened, family: str, ids: Iterable[str]) -> dict[str, Any]:
        wanted = list(ids)
        read.extend(f"{family}/{each}" for each in wanted)
        return many(store, family, wanted)

    monkeypatch.setattr(Opened, "_get", one)
    monkeypatch.setattr(Opened, "_many", some)
    assert Catalogue(str(SMALL)).show([name])[0]["id"] == "pembrolizumab"
    assert read.count("therapy/pembrolizumab") == 1


def test_letters_apart_are_no_short_name(catalogue: Catalogue) -> None:
    """Small letters that stand apart are words of some list: no short name is guessed from them."""
    short = [name for kind in ("therapy", "cancer", "target", "term") for name in catalogue.names(kind)]
    tried = 0
    for name in short:
        if name.isalpha() and name.isascii() and name.isupper() and len(name) > 2:
            tried += 1
            with pytest.raises((NotFound, Ambiguous)):
                catalogue.show([" ".join(name.lower())])
    assert tried > 5
