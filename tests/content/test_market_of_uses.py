"""Whether a use can be had is told from the products whose label has it, on any day."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.dates import reached
from immunocli.records.status_on_day import market_on

DAYS = ("1999-12-31", "2009-12-31", "2014-06-30", "2020-06-30", "2021-08-01", "2025-12-15")


def market_of(therapy: dict[str, Any], use: str, day: str, today: str) -> str:
    """Return how the market of a use stood, read off the data: of all products, where none has the use."""
    having, perhaps = [], []
    for product in therapy["products"]:
        own = product["uses"]
        if product["foreign"] or product["treats"]:
            continue
        told = own.get(use, False) if isinstance(own, dict) else {"from": None} if own else None
        if told is None:
            perhaps.append(product)
        elif told and (not told["from"] or reached(told["from"], day)):
            having.append(product)
    if not having + perhaps:
        return market_on(therapy["products"], day, today)
    sure, most = (market_on(each, day, today) for each in (having, having + perhaps))
    return "unknown" if sure == "not-sold" != most else sure


@pytest.mark.parametrize("day", [*DAYS, None])
def test_a_row_s_market_is_that_of_the_products_with_the_use(
    day: str | None, tables: dict[str, Any], catalogue: Catalogue
) -> None:
    today = tables["edition"]["as_of"]
    therapies = {therapy["id"]: therapy for therapy in tables["therapies"]}
    rows = catalogue.indications(status="any", as_of=day, agnostic=False)
    told = {row.id: row["market"] for row in rows}
    wanted = {row.id: market_of(therapies[row["therapy"]], row.id, day or today, today) for row in rows}
    assert told == wanted
    assert len(told) > (15 if day == DAYS[0] else 40)


def test_a_use_of_one_product_alone_is_not_sold_with_another(catalogue: Catalogue) -> None:
    today = {
        row.id: row["market"] for row in catalogue.indications(therapy=["isatuximab", "ontak", "lymphir"])
    }
    assert today["isatuximab-myeloma-2026"] == "unknown"
    assert today["isatuximab-myeloma-2020"] == "sold"
    both = {row.id: row["market"] for row in catalogue.indications(therapy="denileukin diftitox")}
    assert both == {"denileukin-diftitox-ctcl-1999": "not-sold", "denileukin-diftitox-ctcl-2024": "sold"}
    sold = catalogue.indications(therapy="denileukin diftitox", market="sold")
    assert [row.id for row in sold] == ["denileukin-diftitox-ctcl-2024"]


def test_the_market_of_a_product_asked_for_is_its_own(catalogue: Catalogue) -> None:
    rows = catalogue.indications(therapy="Sarclisa Escena")
    assert {row["market"] for row in rows} == {"unknown"}
