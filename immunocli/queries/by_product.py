"""Finds which product of a therapy was asked for by name, and says how far the answer is its own."""

from __future__ import annotations

import immunocli
from immunocli.dates import reached
from immunocli.found import Notice
from immunocli.names.find import find
from immunocli.names.forms import normalize
from immunocli.records import own_label, status_on_day
from immunocli.records.own_label import ALL, FOREIGN, OTHER, OWN, UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from immunocli.names.find import Finding
    from immunocli.store.typed_store import Store


class OwnLabel:
    """A therapy asked for by the name of one of its products, or of several.

    Args:
        record: the therapy, with all its products.
        names: of the products, each with what was asked; those that the record does not hold are empty.
        day: the day of the question.
        today: the record's own day.
    """

    __slots__ = ("_known", "_record", "day", "names", "record", "stands_for_all", "unsure")

    def __init__(self, record: dict[str, Any], names: dict[str, str], day: str, today: str) -> None:
        self.names, self.day, self._record = names, day, record
        self.record = own_label.narrowed(record, list(names))
        self._known = {name: self._of(name) for name in names}
        # Ids of uses that its label may have: that is not known.
        self.unsure = own_label.unsure([one for name in names for one in self._held(name)])
        if not any(self._begun(name) for name in names):
            self.record["indications"], self.unsure = [], set()
        # Whether what was asked for stands as the therapy does, so that all of it may be told.
        self.stands_for_all = self._stands_for_all(today)
        if self.stands_for_all:
            self.record["products"] = record["products"]

    @property
    def uses(self) -> dict[str, dict[str, Any]]:
        """The uses that count, and those that may, by id."""
        record = self.record
        if self.unsure:
            record = own_label.narrowed(own_label.supposing(self._record), list(self.names))
        return {use["id"]: use for use in record["indications"]}

    @property
    def labels(self) -> list[str]:
        """The products that were asked for and do not stand for all, as the record writes them."""
        return [] if self.stands_for_all else [name or typed for name, typed in self.names.items()]

    @property
    def brief(self) -> dict[str, Any]:
        """What lists tell of the therapy, of these products alone."""
        return own_label.brief(self.record)

    def notices(self) -> list[Notice]:
        """Return a line for each product: whether the answer is about it, or about what else."""
        return [
            self._notice(name) for name in self.names if self._known[name] != ALL or not self._begun(name)
        ]

    @property
    def is_for_else(self) -> bool:
        """Whether all that was asked for is for no cancer."""
        return all(known == OTHER for known in self._known.values())

    @property
    def none_is_told(self) -> bool:
        """Whether the notices say why there is no use."""
        return all(self._known[name] == OTHER or not self._begun(name) for name in self.names)

    def refuse_later(self, typed: str) -> None:
        """Refuse a page on products of a later day: it would say of the therapy what is true of them alone.

        Raises:
            NotYet: none was licensed by the day.
        """
        begun = [one["license"]["from"] for name in self.names for one in self._held(name)]
        if self.stands_for_all or not begun or any(status_on_day.had_begun(one, self.day) for one in begun):
            return
        label, first = " and ".join(self.names), min(begun)
        therapy = self._record["id"]
        told = (
            f"{label}, a product of {self._record['name']}, was licensed first on {first}, after {self.day}"
        )
        raise immunocli.NotYet(told, wrong=typed, advice=f"immuno show {therapy} --as-of {self.day}")

    def _notice(self, name: str) -> Notice:
        label, therapy = name or self.names[name], self._record["name"]
        counts = {"product": label, "therapy": self._record["id"]}
        known = self._known[name]
        whole = f"of all products: immuno show {self._record['id']}"
        if known == OTHER:
            treats = next(one["treats"] for one in self._held(name) if one["treats"])
            told = f"{label} is for {treats}, not for cancer: no use of {therapy} is its own"
            return Notice("product-not-for-cancer", told, **counts)
        if not self._begun(name):
            told = f"{label} was not licensed yet on {self.day}"
            return Notice("product-not-licensed", told, **counts)
        if known == OWN:
            told = f"{label}{self._since(name)} is told by its own label alone"
            first = self._like(name)
            if first:
                told += f", worded as the label of {first} was when it took them over"
                told += ", as far as its own label was not read"
                counts["worded_as"] = first
            if len(self.names) > 1:
                told += ", and a use that several have as the first of them had it"
            return Notice("product-own", f"{told}; {whole}", **counts)
        what = {
            UNKNOWN: f"the record does not know which uses the label of {label} has{self._since(name)}",
            FOREIGN: f"{label} is not the name of a US product",
        }[known]
        told = f"{what}: these are the FDA's uses of {therapy}, of all its products"
        return Notice(f"product-{known}", told, **counts)

    def _since(self, name: str) -> str:
        begun = [one["license"]["from"] for one in self._held(name) if one["license"]["from"]]
        return f" (licensed {min(begun)})" if begun else ""

    def _like(self, name: str) -> str | None:
        """Return the product that a biosimilar is like; None for what is none."""
        held = self._held(name)[0]
        first = own_label.reference(self._record["products"], held["form"])
        return str(first["name"]) if first and held["biosimilar"] else None

    def _stands_for_all(self, today: str) -> bool:
        held = self.record["products"]
        if {*self._known.values()} != {ALL} or any(product["biosimilar"] for product in held):
            return False
        every, day = self._record["products"], self.day
        markets, licenses = status_on_day.market_on, status_on_day.license_on
        return markets(held, day, today) == markets(every, day, today) and licenses(held, day) == licenses(
            every, day
        )

    def _held(self, name: str) -> list[dict[str, Any]]:
        return [product for product in self._record["products"] if product["name"] == name]

    def _of(self, name: str) -> str:
        return own_label.how_known(self._held(name)) if name else FOREIGN

    def _begun(self, name: str) -> bool:
        if self._known[name] in (OTHER, FOREIGN):
            return True
        return any(
            not one["license"]["from"] or reached(one["license"]["from"], self.day)
            for one in self._held(name)
        )


def asked(store: Store, names: Iterable[str], day: str) -> tuple[list[str], dict[str, OwnLabel]]:
    """Return the therapies that names mean, and which of them were asked for by a product's name alone.

    Args:
        store: where to look.
        names: as they were typed.
        day: `YYYY-MM-DD`.

    Raises:
        NotFound, Ambiguous: a name is not known, or not clear.
    """
    ids: dict[str, None] = {}
    products: dict[str, dict[str, str]] = {}
    whole: set[str] = set()
    for name in names:
        if not name.strip():
            raise immunocli.UsageError("the name of a therapy is empty")
        found = find(store, name, ("therapy",))
        one = product_of(store, found)
        if one is None:
            ids.update(dict.fromkeys(found.ids))
            whole.update(found.ids)
        else:
            ids[one[0]] = None
            products.setdefault(one[0], {})[one[1]] = found.label
    own = {one: held for one, held in products.items() if one not in whole}
    return list(ids), {
        one["id"]: OwnLabel(one, own[one["id"]], day, store.edition["as_of"])
        for one in store.records("therapy", own)
    }


def product_of(store: Store, found: Finding) -> tuple[str, str] | None:
    """Return the therapy on whose page a product stands, and the product, when a name means just that one.

    The product is empty where the record knows only that it is one, sold elsewhere.
    """
    return None if found.match == "name" else store.product(normalize(found.label))
