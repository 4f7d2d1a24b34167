"""Tells a therapy as one of its products has it: the uses, the license and the warnings of its own label.

A product's `uses` are `all` that the therapy has; or some of them, by id, each with the first day on which
this label had it (`from`; None: that of the license or of the use, whichever is later), the day on which it became regular
there when that is another, and with what this label says otherwise (`says`), or None: not known whether this label has
it; or None: not known which.
"""

from __future__ import annotations

from immunocli.dates import last_day, reached
from immunocli.records import status_on_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    Record = Mapping[str, Any]

ALL = "all"
# How the uses of a product are known: of its own label, all of the therapy's, those of another field alone,
# not which, or not of a US product.
KNOWN = OWN, ALL, OTHER, UNKNOWN, FOREIGN = ("own", ALL, "other", "unknown", "foreign")
REWORDED = "reworded"
# Events that are about how a use stands, and those that are about its words alone.
_OF_ITS_STANDING = ("approved", "converted", "returned")
_OF_ITS_WORDS = (REWORDED, "narrowed", "widened")


def brief(therapy: Record) -> dict[str, Any]:
    """Return what lists tell of a therapy: names, products, stretches of use, warnings.

    Args:
        therapy: a record whose uses have their `groups`.
    """
    return {
        **{field: therapy[field] for field in ("id", "name", "type", "targets", "mechanism")},
        "products": [_in_short(product) for product in therapy["products"]],
        "spans": [[use["groups"], status_on_day.spans(use)] for use in therapy["indications"]],
        "warnings": therapy["warnings"],
        "carried": carried(therapy),
    }


def carried(therapy: Record) -> dict[str, list[list[Any]]]:
    """Return by use which products have it, for those that not all products have since their license.

    Each product is told as its place among those of the therapy, the first day on which its label had the use
    (empty: since its license), and whether that is known. A use that no product has, as the label of the medicine
    given with it alone does, is left out: it stands with the therapy.
    """
    count = 0
    found: dict[str, list[list[Any]]] = {use["id"]: [] for use in therapy["indications"]}
    for place, product in enumerate(therapy["products"]):
        uses = product["uses"]
        if product["foreign"] or product["treats"]:
            continue
        count += 1
        for one, having in found.items():
            if not isinstance(uses, dict):
                having.append([place, "", uses == ALL])
            elif one in uses:
                own = uses[one]
                having.append([place, (own and own["from"]) or "", own is not None])
    alike = [["", True]] * count
    return {one: having for one, having in found.items() if having and [each[1:] for each in having] != alike}


def _in_short(product: Record) -> dict[str, Any]:
    license_, market = product["license"], product["market"]
    return {
        **{field: product[field] for field in ("name", "foreign", "biosimilar", "treats")},
        "license": {key: license_[key] for key in ("from", "until", "ended_by", "last_seen")},
        "market": {key: market[key] for key in ("status", "from", "until", "ended_by", "last_seen")},
    }


def how_known(products: Sequence[Record]) -> str:
    """Return which of KNOWN holds for the products of one name: `own`, `all`, `other`, ..."""
    if any(product["treats"] for product in products):
        return OTHER
    if all(product["foreign"] for product in products):
        return FOREIGN
    told = [product["uses"] for product in products if not product["foreign"]]
    if None in told:
        return UNKNOWN
    return ALL if ALL in told else OWN


def unsure(products: Sequence[Record]) -> set[str]:
    """Return the ids of the uses of which it is not known whether the labels of some products have them."""
    maps = [product["uses"] for product in products if isinstance(product["uses"], dict)]
    told = {one for uses in maps for one, own in uses.items() if own}
    return {one for uses in maps for one in uses} - told


def supposing(therapy: Record) -> dict[str, Any]:
    """Return a therapy's record as it would be if every label had the uses that it may have."""
    products = []
    for product in therapy["products"]:
        uses = product["uses"]
        if isinstance(uses, dict):
            uses = {one: own or {"from": None, "converted": None, "says": {}} for one, own in uses.items()}
        products.append({**product, "uses": uses})
    return {**therapy, "products": products}


def narrowed(therapy: Record, names: Sequence[str]) -> dict[str, Any]:
    """Return a therapy's record as its products of some names have it.

    What is not known of a product stays as it is for the therapy; a name that is no US product's leaves
    the record whole.

    Args:
        therapy: the record.
        names: of its products; an empty one stands for those that the record does not hold.
    """
    held = [product for product in therapy["products"] if product["name"] in names]
    known = {name: how_known([one for one in held if one["name"] == name]) for name in names if name}
    if len(known) < len(names) or FOREIGN in known.values():
        return dict(therapy)
    own = [product for product in held if known[product["name"]] != OTHER]
    told = {**therapy, "products": held, "indications": _uses(therapy, own)}
    if not _makers_are_its_own(therapy, held):
        told["makers"] = []
    told["warnings"] = [
        one
        for warning in therapy["warnings"]
        if (own and not warning["products"]) or {*warning["products"]} & {*names}
        if (one := _as_warned(warning, held))
    ]
    return told


def _makers_are_its_own(therapy: Record, held: Sequence[Record]) -> bool:
    """Say whether those who make a therapy make some of its products.

    Known is who makes its own products that are sold, else those sold last; not which of several makes which.
    """
    first = [one for one in therapy["products"] if not (one["biosimilar"] or one["foreign"] or one["treats"])]
    sold = [one for one in first if not _left(one)] or first
    own = [one for one in held if one in sold]
    return bool(own) and (
        len(therapy["makers"]) == 1 or {one["name"] for one in sold} <= {one["name"] for one in own}
    )


def _left(product: Record) -> bool:
    return bool(product["market"]["until"] or product["license"]["until"])


def reference(products: Sequence[Record], form: str | None) -> Record | None:
    """Return the product that biosimilars given in a form are like: the first of that form that is none itself."""
    first = [
        one
        for one in products
        if one["form"] == form
        and one["license"]["from"]
        and not (one["biosimilar"] or one["foreign"] or one["treats"])
    ]
    return min(first, key=lambda one: str(one["license"]["from"]), default=None)


def _as_warned(warning: Record, products: Sequence[Record]) -> Record | None:
    """Return a warning as the labels of some products have it: none warned before it was licensed.

    What other labels had by then is told since the license; None: it had left them.
    """
    of = [one for one in products if not warning["products"] or one["name"] in warning["products"]]
    days = [one["license"]["from"] for one in of]
    if not all(days):
        return warning
    first = min(days, key=last_day)
    begun, until = warning["from"], warning["until"]
    if until and reached(until, last_day(first)):
        return None
    if begun and last_day(begun) <= last_day(first):
        return {**warning, "from": None, "latest": False}
    return warning


def _uses(therapy: Record, products: Sequence[Record]) -> list[dict[str, Any]]:
    """Return the uses that any of some products has, each from its first day on."""
    if any(product["uses"] in (ALL, None) for product in products):
        return list(therapy["indications"])
    found = []
    for use in therapy["indications"]:
        having = [product for product in products if product["uses"].get(use["id"])]
        own = [one for product in having if (one := _as_labeled(use, product))]
        # Of two products the one that had it first tells it.
        found += sorted(own, key=lambda one: last_day(one["events"][0]["date"]))[:1]
    return found


def _as_labeled(use: Record, product: Record) -> dict[str, Any] | None:
    """Return a use as a product's label has it: what was before its day there is told in its approval.

    What changes nothing of the words of this label is no event of it, and what they do not rest on is not cited.
    None: the use had ended by then.
    """
    own = product["uses"][use["id"]]
    day = own["from"] or product["license"]["from"]
    before = [event for event in use["events"] if reached(event["date"], day)] if day else []
    first, after = use["events"][0], use["events"][1:]
    other = own["says"]
    if before:
        then = status_on_day.use_on(use, last_day(day), None)
        if then is None or then["status"] != "current":
            return None
        told: dict[str, Any] = {}
        for event in before:
            told |= event["says"]
        shared = [
            event for event in before if event["event"] in _OF_ITS_STANDING or {*event["says"]} - {*other}
        ]
        cited = [*product["sources"], *(one for event in shared for one in event["sources"])]
        kind = "regular" if then["converted"] else then["approval"]
        own_first = {"date": day, "latest": False, "approval": kind, "says": told}
        first = {**first, **own_first, "sources": list(dict.fromkeys(cited))}
        after = use["events"][len(before) :]
    said = {**first["says"], **other}
    events = [{**first, "says": said}]
    for event in after:
        if event["event"] == REWORDED and product["biosimilar"] and not _cited_alike(event, product):
            continue  # other words in the label of the product that it is like are not known of its own
        says = {**event["says"], **_of(other, event["says"])}
        if event["says"] and event["event"] in _OF_ITS_WORDS and {**said, **says} == said:
            continue
        said = {**said, **says}
        converted = own["converted"] if event["event"] == "converted" else None
        events.append({**event, "date": converted or event["date"], "says": says})
    return {**use, "events": events}


def _cited_alike(event: Record, product: Record) -> bool:
    """Say whether a document of a product's tells an event."""
    return bool({*event["sources"]} & {*product["sources"]})


def _of(says: Record, fields: Record) -> dict[str, Any]:
    return {field: value for field, value in says.items() if field in fields}


def known_on(products: Sequence[Record], uses: Sequence[Record], day: str) -> list[dict[str, Any]]:
    """Return products as `status_on_day.products_on` told them, without uses that came later.

    Args:
        products: as they stood on the day.
        uses: all of the therapy, with their events.
        day: the day.
    """
    begun = {use["id"] for use in uses if reached(use["events"][0]["date"], day)}
    told = []
    for product in products:
        own = product["uses"]
        if isinstance(own, dict):
            own = {
                one: held and {**held, "converted": status_on_day.known_by(held["converted"], day)}
                for one, held in own.items()
                if one in begun and (not held or not held["from"] or reached(held["from"], day))
            }
        told.append({**product, "uses": own})
    return told
