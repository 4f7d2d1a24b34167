"""The rules of products: which uses their labels have, what else they are for, their names, their warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from immunocli import dates
from immunocli.records.own_label import ALL
from immunocli.records.status_on_day import had_begun

Tables = dict[str, Any]

# What the words of a use say that the FDA approved on the label of the medicine given with it alone.
_PARTNERS = "in the label of"


def _products(tables: Tables) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    for therapy in tables["therapies"]:
        for product in therapy["products"]:
            yield therapy, product, f"therapies.json: {therapy['id']}: products: {product['name']}"


def products_have_uses_of_their_therapy(tables: Tables) -> Iterator[str]:
    """A product's uses are of its therapy, and none is told of one that is for no cancer or foreign."""
    for therapy, product, where in _products(tables):
        uses, own = product["uses"], {use["id"]: use for use in therapy["indications"]}
        if product["treats"] and uses != {}:
            yield f"{where}: treats stands with a product that is for no cancer: uses: write {{}}, or treats: null"
        if uses == {} and not product["treats"]:
            yield f"{where}: uses: none, so say in treats what it is for; or write null when it is not known"
        if product["foreign"] and (uses or product["biosimilar"]):
            yield f"{where}: foreign: its uses are not the FDA's; write uses: null and biosimilar: false"
        if not isinstance(uses, dict):
            continue
        for one, told in uses.items():
            if one in own and told is None:
                continue  # not known whether its label has it
            if one not in own:
                yield f'{where}: uses: no use "{one}" of {therapy["id"]}; add it or correct the id'
                continue
            first = own[one]["events"][0]["date"]
            for day in (told["from"], told["converted"]):
                for begun in (first, product["license"]["from"]):
                    if day and begun and day[: len(begun)] < begun[: len(day)]:
                        yield f"{where}: uses: {one}: {day} lies before {begun}; check both sources"


def every_use_is_of_a_product(tables: Tables) -> Iterator[str]:
    """A use stands in the label of at least one product, as far as all are known, or its words say in whose."""
    for therapy in tables["therapies"]:
        told = [product["uses"] for product in therapy["products"] if not product["foreign"]]
        if not told or None in told or ALL in told:
            continue
        held = {one for uses in told for one in uses if uses[one]}
        for use in therapy["indications"]:
            said = use["events"][0]["says"]["summary"]
            if use["id"] not in held and _PARTNERS not in said:
                yield (
                    f"therapies.json: {therapy['id']}: {use['id']}: no product has it; "
                    "add it to the uses of the product whose label says it, "
                    f'or say "{_PARTNERS}" and whose it is, where that of the other medicine alone has it'
                )


def names_of_products_are_names(tables: Tables) -> Iterator[str]:
    """What is said to mean one product alone is a name of its therapy or regimen, and of no other product."""
    regimens = [
        ({*regimen["therapies"]}, {regimen["name"], *regimen["aliases"]}) for regimen in tables["regimens"]
    ]
    seen: dict[str, str] = {}
    for therapy, product, where in _products(tables):
        known = {alias["name"] for alias in therapy["aliases"]}
        for held, names in regimens:
            if held == {*product["contains"]}:
                known |= names
        for name in product["names"]:
            if name not in known:
                yield f'{where}: names: "{name}" is no name of {therapy["id"]}; add it to aliases or remove it'
            if seen.setdefault(name, product["name"]) != product["name"]:
                yield f'{where}: names: "{name}" also means {seen[name]}; keep it in one'


def warnings_name_products(tables: Tables) -> Iterator[str]:
    """A warning that some labels have names products of its therapy."""
    for therapy in tables["therapies"]:
        known = {product["name"] for product in therapy["products"]}
        for warning in therapy["warnings"]:
            for name in warning["products"]:
                if name not in known:
                    yield (
                        f"therapies.json: {therapy['id']}: warnings: {warning['id']}: products: "
                        f'no product "{name}"; add it or correct the name'
                    )


def further_uses_name_products(tables: Tables) -> Iterator[str]:
    """What some labels are for beside the record's uses names products of its therapy, and came with them or later."""
    for therapy in tables["therapies"]:
        begun = {one["name"]: one["license"]["from"] for one in therapy["products"]}
        for one in therapy.get("further_uses", ()):
            where = f"therapies.json: {therapy['id']}: further_uses: {one['text']}"
            for name in one["products"]:
                if name not in begun:
                    yield f'{where}: products: no product "{name}"; add it or correct the name'
                elif one["from"] and not had_begun(begun[name], dates.last_day(one["from"])):
                    yield f"{where}: {one['from']} lies before {begun[name]}; check both sources"


RULES: tuple[Callable[[Tables], Iterator[str]], ...] = (
    products_have_uses_of_their_therapy,
    every_use_is_of_a_product,
    names_of_products_are_names,
    warnings_name_products,
    further_uses_name_products,
)
