"""Brands and boxed warnings of a therapy as people read them: what is no longer sold is marked."""

from __future__ import annotations

from immunocli.records import status_on_day
from immunocli.text import warning_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue

    Product = Mapping[str, Any]

# What a warning tells, the gravest first.
_GRAVE = (frozenset(("died", "death", "deaths", "fatal")), frozenset(("life-threatening",)))
_GONE = "not sold"
_MARKET_GONE = "not-sold"
_NO_LICENSE = "revoked"


class Brands:
    """Tells the brands of therapies on a day.

    Args:
        catalogue: where products are.
        therapies: records of therapies, as lists or pages have them.
        day: `YYYY-MM-DD`.
    """

    def __init__(self, catalogue: Catalogue, therapies: Sequence[Any], day: str) -> None:
        self._about = catalogue.about(one["id"] for one in therapies)
        self._day, self._today = day, catalogue.edition["as_of"]

    def of(self, therapy: Any) -> list[str]:
        """Return the brands in force, those that are not sold marked so beside others; else those it had last."""
        products = self._about[therapy["id"]]["products"]
        if not therapy["brands"]:
            own = [
                one for one in status_on_day.counted(products) if not one["biosimilar"] and self._begun(one)
            ]
            return [f"{name} ({_NO_LICENSE})" for name in dict.fromkeys(one["name"] for one in own)]
        if therapy["market"] == _MARKET_GONE:  # that is told of the therapy
            return list(therapy["brands"])
        gone = self._gone(products)
        return [f"{name} ({_GONE})" if name in gone else name for name in therapy["brands"]]

    def on_sale(self, therapy: Any) -> list[str]:
        """Return the brands that are, or may be, sold; those in force, or it had last, where none is."""
        products = self._about[therapy["id"]]["products"]
        gone = self._gone(products)
        return [name for name in therapy["brands"] if name not in gone] or list(therapy["brands"])

    def boxed(self, therapy: Any) -> list[str]:
        """Return what its boxes are about, each once, last those that no label of a product on sale has, and whose."""
        products = self._about[therapy["id"]]["products"]
        gone = self._gone(products) if therapy["market"] != _MARKET_GONE else set()
        told: dict[str, None] = {}
        gone_with: dict[str, list[str]] = {}
        for one in gravest_first(therapy["warnings"]):
            if one["boxed"]:
                about = warning_name(one["text"], one["products"])
                if one["products"] and {*one["products"]} <= gone:
                    gone_with[about] = one["products"]
                else:
                    told[about] = None
        return [*told, *(_of_gone(about, names) for about, names in gone_with.items() if about not in told)]

    def _begun(self, product: Product) -> bool:
        return status_on_day.had_begun(product["license"]["from"], self._day) and bool(
            product["license"]["from"]
        )

    def _gone(self, products: Sequence[Product]) -> set[str]:
        """Return the names of the products that nobody could buy on the day, any more or yet."""
        sold = {one["name"] for one in products if self._market(one) != _MARKET_GONE}
        return {one["name"] for one in products} - sold

    def _market(self, product: Product) -> str:
        return status_on_day.market_of(product, self._day, self._today)


def _of_gone(about: str, names: Sequence[str]) -> str:
    """Return what a box is about that only products have which are no longer sold."""
    whose = _GONE if any(name in about for name in names) else f"{', '.join(names)}, {_GONE}"
    return f"{about.removesuffix('.')} ({whose})."


def gravest_first(warnings: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return warnings, those that tell of deaths first, then what threatens life."""

    def rank(warning: Mapping[str, Any]) -> int:
        words = {word.strip(".,;:()") for word in warning["text"].lower().split()}
        return next((place for place, grave in enumerate(_GRAVE) if words & grave), len(_GRAVE))

    return sorted(warnings, key=rank)


def of_whole(therapy: Any) -> str:
    """Return the brands of a whole record in a cell, those that are not sold marked so beside others."""
    sold = {one["name"] for one in therapy["products"] if one["market"]["status"] != _MARKET_GONE}
    alone = therapy["market"] == _MARKET_GONE
    named = [name if name in sold or alone else f"{name} ({_GONE})" for name in therapy["brands"]]
    own = [
        one["name"]
        for one in therapy["products"]
        if not (one["foreign"] or one["biosimilar"] or one["treats"])
    ]
    return ", ".join(named or [f"{name} ({_NO_LICENSE})" for name in dict.fromkeys(own)])
