"""What is told as news of a product is news of that product, and rests on documents that are about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.dates import first_day, last_day
from immunocli.records.change import Change
from immunocli.records.own_label import how_known

# What an event says beside the words of a use: how it stands.
STANDING = {"approved", "converted", "returned", "replaced", "withdrawn"}


def views(
    tables: dict[str, Any], catalogue: Catalogue
) -> Iterator[tuple[dict[str, Any], str, list[dict[str, Any]], list[Change]]]:
    """Yield every product that is told apart from its therapy and whose label is known: its records, its news."""
    for therapy in tables["therapies"]:
        for name in dict.fromkeys(product["name"] for product in therapy["products"]):
            held = [product for product in therapy["products"] if product["name"] == name]
            if how_known(held) in ("own", "all"):
                news = catalogue.changes(therapy=name, since=catalogue.edition["known_from"])
                if "product" in news.query:
                    yield therapy, name, held, list(news)


def day_before(day: str) -> str:
    """Return the day before."""
    return str(date.fromisoformat(day) - timedelta(days=1))


def seen(catalogue: Catalogue, therapy: str, name: str, day: str, change: Change) -> Any:
    """Return what is told of a product on a day, as far as a change is about it."""
    if change.uses:
        uses = catalogue.indications(therapy=name, status="any", as_of=day, full=True)
        told = {use.id: {**use.as_dict(), "sources": [], "events": [], "urls": []} for use in uses}
        return [told.get(use) for use in change.uses]
    standing = catalogue.standing([therapy], day, [name])[therapy].as_dict()
    listed = [one.warnings for one in catalogue.therapies(therapy=name, status="any", as_of=day)]
    return [({**standing, "day": ""}, listed)]


def may_cite(therapy: dict[str, Any], held: list[dict[str, Any]], change: Change) -> set[str]:
    """Return the documents of a product, and of what it shares with others of its therapy."""
    name = held[0]["name"]
    own = {one for product in held for one in product["sources"]}
    if not change.uses:
        warned = [one for one in therapy["warnings"] if not one["products"] or name in one["products"]]
        return own | {one for warning in warned for one in warning["sources"]}
    for use in therapy["indications"]:
        if use["id"] not in change.uses:
            continue
        for product in held:
            says = product["uses"][use["id"]]["says"] if isinstance(product["uses"], dict) else {}
            begun = product["license"]["from"] or ""
            for event in use["events"]:
                later = product["biosimilar"] and last_day(event["date"]) > last_day(begun)
                its_own = event["event"] in STANDING or {*event["says"]} - {*says}
                if its_own and not (later and event["event"] == "reworded"):
                    own |= {*event["sources"]}
    return own


def test_an_event_of_a_product_changes_what_is_told_of_it(
    tables: dict[str, Any], catalogue: Catalogue
) -> None:
    idle, asked = [], 0
    begun = catalogue.edition["known_from"]
    for therapy, name, _, news in views(tables, catalogue):
        for change in news:
            day = first_day(change.date)
            if day_before(day) < begun:
                continue
            asked += 1
            before, after = (
                seen(catalogue, therapy["id"], name, one, change) for one in (day_before(day), day)
            )
            if any(was == now for was, now in zip(before, after, strict=True)):
                idle.append((name, change.date, change.event, change.summary[:60]))
    assert not idle
    assert asked > 100


def test_an_event_of_a_product_cites_what_is_its_own_or_shared(
    tables: dict[str, Any], catalogue: Catalogue
) -> None:
    strange = []
    for therapy, name, held, news in views(tables, catalogue):
        for change in news:
            strange += [
                (name, change.date, one)
                for one in change.sources
                if one not in may_cite(therapy, held, change)
            ]
    assert not strange


@pytest.mark.parametrize(
    ("product", "since"),
    [("phesgo", "2025-01-01"), ("herceptin hylecta", "2024-01-01"), ("ontruzant", "2024-01-01"),
     ("hercessi", "2024-05-01"), ("darzalex", "2021-11-01")],
)  # fmt: skip
def test_what_its_own_label_always_said_is_no_news(catalogue: Catalogue, product: str, since: str) -> None:
    assert not [one for one in catalogue.changes(therapy=product, since=since) if one.event == "reworded"]


def test_news_of_the_reference_product_stay(catalogue: Catalogue) -> None:
    for product, day in (
        ("Perjeta", "2025-04-10"),
        ("Herceptin", "2024-07-02"),
        ("trastuzumab", "2024-07-02"),
    ):
        news = catalogue.changes(therapy=product, since="2024", event="reworded")
        assert day in {one.date for one in news}


def test_a_biosimilar_is_not_told_in_later_words_of_its_reference(catalogue: Catalogue) -> None:
    """Whether their labels say adults, and since when, is an open question."""
    for product in ("Hercessi", "Ontruzant", "Kanjinti", "Ogivri", "Herzuma", "Trazimera"):
        found = catalogue.indications(therapy=product)
        assert {use.population for use in found} == {None}, product
        (told,) = [one for one in found.notices if one.code == "product-own"]
        assert told.counts["worded_as"] == "Herceptin"
        assert "the label of Herceptin" in told.message
        shown = catalogue.show([product])[0]
        assert {use["population"] for use in shown["indications"]} == {None}
    assert {use.population for use in catalogue.indications(therapy="Herceptin")} == {"adult"}
    assert {use.population for use in catalogue.indications(therapy="Phesgo")} == {"adult"}


def test_what_a_document_of_a_biosimilar_tells_is_told_of_it(tables: dict[str, Any]) -> None:
    from immunocli.records import own_label

    held = next(one for one in tables["therapies"] if one["id"] == "trastuzumab")
    uses = [{**use, "therapy": held["id"]} for use in held["indications"]]
    therapy = {**held, "indications": uses}
    cited = {"nlm-herceptin-label-2024-07"}
    for sources, population in ((set(), None), (cited, "adult")):
        products = [
            {**one, "sources": sorted({*one["sources"], *sources})} if one["name"] == "Ontruzant" else one
            for one in therapy["products"]
        ]
        told = own_label.narrowed({**therapy, "products": products}, ["Ontruzant"])
        said = [event["says"].get("population") for use in told["indications"] for event in use["events"]]
        assert (population in said[1:]) or population is None
        assert ("adult" in said) == (population == "adult")
