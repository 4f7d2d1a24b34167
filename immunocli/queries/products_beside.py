"""Sets products of one therapy side by side, each as its own label has it."""

from __future__ import annotations

import immunocli
from immunocli.names.find import find
from immunocli.queries.by_product import product_of
from immunocli.queries.comparing import boxed
from immunocli.records.in_a_line import in_a_line
from immunocli.records.overview import NOT_KNOWN, Comparison
from immunocli.records.own_label import how_known, reference
from immunocli.text import pasted, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.records.fields import Record
    from immunocli.store.typed_store import Store

    Product = Mapping[str, Any]

ORIGINAL, FURTHER, FOREIGN = "original", "further product", "no US product"
_BIOSIMILAR = "biosimilar"


def products_named(store: Store, names: Sequence[str], records: Sequence[Record]) -> list[str]:
    """Return the product that each name means, where some mean the same therapy or type.

    Args:
        store: where names are.
        names: as they were typed.
        records: what each of them means.

    Raises:
        UsageError: not every name means a product of one therapy, each another.
    """
    ids = [record["id"] for record in records]
    twice = next(one for one in ids if ids.count(one) > 1)
    held = [name for name, one in zip(names, ids, strict=True) if one == twice]
    if records[0].kind == "type":
        told = _said_twice(held, records[ids.index(twice)]["name"])
        raise immunocli.UsageError(told, wrong=held[1], advice=f"immuno types {twice} --full")
    labels = [_label(store, name) for name in held]
    named = list(dict.fromkeys(one for one in labels if one))
    if len(named) == len(names):
        return named
    record = next(iter(store.records("therapy", [twice])))
    told = _said_twice(held, record["name"])
    if len(named) == len(held):
        told += ", and its products are compared with each other alone"
    others = [
        one["name"]
        for one in sorted(
            record["products"], key=lambda one: (one["biosimilar"], one["license"]["from"] or "")
        )
        if not one["foreign"] and not one["treats"]
    ]
    named += [name for name in dict.fromkeys(others) if name not in named][: max(0, 2 - len(named))]
    advice = ["immuno compare", *map(pasted, named)]
    if len(named) < 2:
        advice = [f"immuno show {twice} --full"]
    raise immunocli.UsageError(told, wrong=held[1], advice=" ".join(advice))


def _said_twice(names: Sequence[str], title: str) -> str:
    first, second = (quote(name) for name in names[:2])
    return (
        f"{second} is told twice"
        if first.casefold() == second.casefold()
        else f"{first} and {second} are both {title}"
    )


def _label(store: Store, name: str) -> str | None:
    """Return the product that a name means, as the record writes it; None where it means the whole therapy."""
    found = find(store, name, ("therapy",))
    product = product_of(store, found)
    return None if product is None else product[1] or found.label


def beside(store: Store, records: Sequence[Record], names: Sequence[str]) -> list[Comparison]:
    """Return a row for each thing that is told of products, and one for each use that any of them may have.

    Args:
        store: where all products of the therapy are.
        records: the therapy as each product has it, on the day.
        names: of the products, the keys of the values.
    """
    held = [_product(record, name) for record, name in zip(records, names, strict=True)]
    every = next(iter(store.records("therapy", [records[0]["id"]])))["products"]

    def row(title: str, values: Sequence[Any]) -> Comparison:
        return Comparison({"property": title, **dict(zip(names, values, strict=True))})

    def of_each(title: str, *path: str) -> Comparison:
        return row(title, [_at(product, path) for product in held])

    rows = [
        row("therapy", [record["id"] for record in records]),
        of_each("names", "names"),
        row("kind", [_kind(every, one) for one in held]),
        of_each("form", "form"),
        row("makers", [_makers(record, one) for record, one in zip(records, held, strict=True)]),
        of_each("contains", "contains"),
        of_each("license_number", "license", "number"),
        of_each("licensed", "license", "from"),
        of_each("license", "license", "status"),
        of_each("license_until", "license", "until"),
        of_each("market", "market", "status"),
        of_each("market_from", "market", "from"),
        of_each("market_until", "market", "until"),
        of_each("treats", "treats"),
        row("uses", [_known(one) for one in held]),
        row("boxed_warnings", [boxed(record) for record in records]),
    ]
    return rows + [
        row(
            f"use: {one}",
            [_told(record, product, one) for record, product in zip(records, held, strict=True)],
        )
        for one in uses_of(records)
    ]


def uses_of(records: Sequence[Record]) -> list[str]:
    """Return the ids of the uses that any of the products has or may have, in the order of the record."""
    return list(
        dict.fromkeys(
            one
            for record in records
            for one in (
                *(use["id"] for use in record["indications"] if use["status"] == "current"),
                *record["unsure"],
            )
        )
    )


def _use(record: Record, product: Product | None, one: str) -> Mapping[str, Any] | str | None:
    if product is None or (product["uses"] is None and not product["treats"]) or one in record["unsure"]:
        return NOT_KNOWN
    for use in record["indications"]:
        if use["id"] == one and use["status"] in ("current", NOT_KNOWN):
            return use if use["status"] == "current" else NOT_KNOWN
    return None


def _told(record: Record, product: Product | None, one: str) -> str | None:
    use = _use(record, product, one)
    return use if use is None or isinstance(use, str) else in_a_line(use)


def _product(record: Record, name: str) -> Product | None:
    return next((one for one in record["products"] if one["name"] == name), None)


def _at(product: Product | None, path: Sequence[str]) -> Any:
    value: Any = product
    for key in path:
        value = value and value[key]
    return value or None


def _kind(every: Sequence[Product], product: Product | None) -> str:
    """Return whether a product came first, is like another, or is one of its own."""
    if product is None or product["foreign"]:
        return FOREIGN
    if product["biosimilar"]:
        like = reference(every, product["form"])
        return f"{_BIOSIMILAR} of {like['name']}" if like else _BIOSIMILAR
    own = [one for one in every if not (one["biosimilar"] or one["foreign"])]
    begun = [one["license"]["from"] for one in own if one["license"]["from"]]
    first = not product["license"]["from"] or product["license"]["from"] == min(begun, default=None)
    return ORIGINAL if first else FURTHER


def _makers(record: Record, product: Product | None) -> list[str] | None:
    """Return who makes a product; None where that is not known of the product itself."""
    return record["makers"] or None if product and not product["foreign"] else None


def _known(product: Product | None) -> str:
    """Return how its uses are known: of its own label, all of the therapy's, not known, ..."""
    return how_known([product]) if product else NOT_KNOWN
