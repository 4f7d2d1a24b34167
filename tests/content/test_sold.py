"""Whether a product is sold rests on a document that shows it; a license shows nothing of sales."""

from __future__ import annotations

from typing import Any

# So many months after its license a product's place in the Purple Book tells that it is on the market.
LATER = 3


def shows_sales(source: dict[str, Any], product: dict[str, Any]) -> bool:
    """Say whether a document can show that a product is sold: see the rules in data/README.md."""
    if source["kind"] == "openfda":
        return "/ndc.json" in source["url"]
    if source["kind"] == "purple-book":
        licensed = product["license"]["from"] or "0000-01"
        return not product["biosimilar"] and months(source["published"]) - months(licensed) >= LATER
    return source["kind"] in {"page", "article", "announcement"} and source["publisher"] != "FDA"


def months(date: str) -> int:
    """Return a day or month as a number of months; a year alone counts as its January."""
    year, month = (*date.split("-"), "01")[:2]
    return 12 * int(year) + int(month)


def test_what_is_sold_rests_on_a_document_that_shows_it(tables: dict[str, Any]) -> None:
    by_id = {source["id"]: source for source in tables["sources"]}
    sold = [
        (therapy["id"], product)
        for therapy in tables["therapies"]
        for product in therapy["products"]
        if not product["foreign"] and product["market"]["status"] == "sold"
    ]
    problems = [
        f"therapies.json: {therapy}: products: {product['name']}: market: cite where it was seen for sale, "
        'or write "unknown"'
        for therapy, product in sold
        if not any(shows_sales(by_id[one], product) for one in product["sources"])
    ]
    assert len(sold) > 100
    assert not problems, "\n".join(problems)


def test_the_first_day_sold_is_that_of_a_launch(tables: dict[str, Any]) -> None:
    """The day of a product listing stands in only where the note says so; else a report tells the launch."""
    by_id = {source["id"]: source for source in tables["sources"]}
    begun = [
        (therapy["id"], product)
        for therapy in tables["therapies"]
        for product in therapy["products"]
        if not product["foreign"] and product["market"]["from"]
    ]
    problems = [
        f"therapies.json: {therapy}: products: {product['name']}: market: cite a report of the launch made on "
        f"or after {product['market']['from']}, or look for one and write into the note that none was found "
        'and "the first day sold is that of a product listing"'
        for therapy, product in begun
        if "is that of a product listing" not in (product["market"]["note"] or "")
        and not any(tells_launch(by_id[one], product) for one in product["sources"])
    ]
    assert len(begun) > 20
    assert not problems, "\n".join(problems)


def tells_launch(source: dict[str, Any], product: dict[str, Any]) -> bool:
    """Say whether a document is a report that can have known of a launch."""
    if source["publisher"] == "FDA" or source["kind"] not in {"page", "article", "announcement", "list"}:
        return False
    day = product["market"]["from"]
    return source["published"] is None or source["published"] >= day[: len(source["published"])]


def test_the_end_of_a_license_is_not_told_as_the_last_day_of_sale(tables: dict[str, Any]) -> None:
    """Lartruvo left the market from April 2019 on; its license ended in February 2020."""
    problems = [
        f"therapies.json: {therapy['id']}: products: {product['name']}: market: the last day of sale is not "
        f'that of the license: write "unknown", with {product["license"]["until"]} as ended_by'
        for therapy in tables["therapies"]
        for product in therapy["products"]
        if product["market"]["until"] not in {None, "unknown"}
        and product["market"]["until"] == product["license"]["until"]
    ]
    assert not problems, "\n".join(problems)
