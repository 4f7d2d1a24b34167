"""Tells of the product of a therapy that was asked for by name."""

from __future__ import annotations

from immunocli.pages.blocks import Facts, Heading, Next, Paragraph
from immunocli.pages.labels import FORMS
from immunocli.records.own_label import reference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block
    from immunocli.records.therapy import Therapy

_MARKETS = {"sold": "sold", "not-sold": "not sold", "unknown": "market not known"}


def product_line(product: dict[str, Any], *, short: bool = False) -> str:
    """Return a product in a line: how it is given, its license and its market, and what to know of it."""
    name = product["name"]
    treats = f"for {product['treats']}, not for cancer" if product["treats"] else ""
    if product["foreign"]:
        return f"{name}: outside the US only" + (f"; {treats}" if treats else "")
    license_, market = product["license"], product["market"]
    said = [license_["number"] or "", f"licensed {license_['from']}" if license_["from"] else ""]
    if license_["until"]:
        said.append(f"license ended {_end(license_)}")
    if license_["status"] == "unknown":
        said.append("whether the license still stood is not known")
    said.append(_MARKETS[market["status"]])
    if market["until"]:
        said.append(f"left the market {_end(market)}")
    said.append(treats)
    about = [FORMS.get(product["form"], product["form"]) or "", "biosimilar" if product["biosimilar"] else ""]
    form = ", ".join(filter(None, about))
    note = f". {market['note']}" if market["note"] and not short else ""
    return f"{name}{f' ({form})' if form else ''}: {', '.join(filter(None, said))}{note}"


def _end(part: dict[str, Any]) -> str:
    return f"by {part['ended_by']}, the day is not known" if part["ended_by"] else str(part["until"])


def asked_for(therapy: Therapy, names: Sequence[str]) -> str | None:
    """Return the line on the products that were asked for by name; None when the therapy itself was."""
    held = {product["name"]: product for product in therapy.products}
    told = [
        product_line(held[name], short=True) if name in held else f"{name}: no name of a US product"
        for name in names
    ]
    if any(held[name]["uses"] is None for name in names if name in held) or not {*names} <= {*held}:
        told.append(f"the uses below are those of {therapy.name}, of all its products")
    return "; ".join(told) or None


def likened(catalogue: Catalogue, therapy: Therapy, names: Sequence[str], day: str) -> str | None:
    """Return a sentence on each biosimilar that was asked for: of whose product it is one."""
    held = [
        one for one in therapy.products if one["name"] in names and one["biosimilar"] and not one["treats"]
    ]
    if not held:
        return None
    whole = catalogue.therapy(therapy.id, as_of=day)
    maker = f", which {' and '.join(whole.makers)} makes" if whole.makers else ""
    told = []
    for product in held:
        first = reference(whole.products, product["form"])
        if first is not None:
            told.append(f"{product['name']} is a biosimilar of {first['name']}{maker}.")
    return " ".join(told) or None


def is_for_else(therapy: Therapy, names: Sequence[str]) -> bool:
    """Say whether all that was asked for is for no cancer."""
    return bool(names) and all(
        any(product["treats"] for product in therapy.products if product["name"] == name) for name in names
    )


def else_page(therapy: Therapy, names: Sequence[str]) -> list[Block]:
    """Return the page on products that are for no cancer: what they are, and where to look."""
    warned = " ".join(warning["text"] for warning in therapy.warnings if warning["boxed"])
    about = [("BOXED WARNING", warned), ("What it is", asked_for(therapy, names))]
    return [
        Heading(" and ".join(names), 1, "not for cancer"),
        Facts(about),
        Paragraph(f"It is a product of {therapy.name}; none of the uses in this record is its own."),
        Next([f"immuno show {therapy.id}"]),
    ]


def biosimilars(therapy: Therapy) -> str | None:
    """Return how many biosimilars have a US license on the page's day; those for no cancer do not count."""
    held = [one for one in therapy.products if one["biosimilar"]]
    names = {one["name"] for one in held if one["license"]["status"] == "in-force" and not one["treats"]}
    if not names or len(held) == len(therapy.products):
        return None
    which = " for cancer" if any(one["treats"] for one in held) else ""
    return f"{len(names)} licensed in the US{which} (--full)"
