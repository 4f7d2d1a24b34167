"""Tells facts of the products of a therapy in a sentence or two: maker, market, forms, contents, names, biosimilars."""

from __future__ import annotations

from immunocli.queries.fact_words import cancers, held
from immunocli.records import status_on_day
from immunocli.records.values import ANY_TUMOR
from immunocli.text import all_of, as_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from immunocli.queries.fact_words import Told

    Product = Mapping[str, Any]

_SKIN, _VEIN = "subcutaneous", "intravenous"
_ROUTES = {
    _SKIN: "under the skin", _VEIN: "into a vein", "intravesical": "into the bladder", "intramuscular": "into a muscle",
    "intralesional": "into the tumor", "oral": "by mouth", "topical": "onto the skin",
}  # fmt: skip
# So many biosimilars are named.
_NAMED = 6


def _own(one: Told, *, every: bool = False) -> list[Product]:
    """Return the products that count, those of the newest license last; the one alone that was asked for by name."""
    found = [each for each in one.stored["products"] if not (each["foreign"] or each["treats"])]
    own = [each for each in found if each["name"].lower() == one.label.lower()]
    if every or not (one.own and own):
        own = [each for each in found if not each["biosimilar"]]
    own.sort(key=lambda each: str(each["license"]["from"] or ""))
    one.sources += [source for each in own for source in each["sources"]]
    return own


def makers(one: Told) -> str:
    """Return who makes it."""
    own = _own(one)
    if any(each["biosimilar"] for each in own):
        return f"Who makes {one.name} is not in the record: it has the makers of reference products alone."
    firms = list(one.stored["makers"])
    if not firms:
        return f"Who makes {one.name} is not in the record."
    first = [
        each
        for each in one.stored["products"]
        if not (each["foreign"] or each["biosimilar"] or each["treats"])
    ]
    if len(firms) > 1 and len({each["license"]["number"] for each in first if each["license"]["number"]}) > 1:
        return f"The record names {all_of(firms)} as makers of {one.plain}, not which of them makes which product."
    if any(each["license"]["from"] and not each["license"]["until"] for each in own):
        return f"{one.name} is made by {all_of(firms)}, the holder of its US license."
    return f"{one.name} was last made by {all_of(firms)}; its US license has ended."


def skin(one: Told) -> str:
    """Return whether a product of it is given under the skin."""
    licensed = [
        each for each in _own(one, every=True) if each["license"]["from"] and not each["license"]["until"]
    ]
    found = [each for each in licensed if each["form"] == _SKIN]
    if not found:
        given = _given(licensed)
        if not given:
            return f"No product of {one.name} is licensed, as of {one.day}."
        return f"No: {one.name} is given {given} only, as of {one.day}."
    names = all_of([f"{each['name']} (licensed since {each['license']['from']})" for each in found])
    told = f"{names} {'is' if len(found) == 1 else 'are'} given under the skin, as of {one.day}"
    if one.label.lower() in (each["name"].lower() for each in licensed if each["form"] != _SKIN):
        return (
            f"{one.label} itself is given into a vein, but there is another product of {one.plain}: {told}."
        )
    return f"Yes: {told}."


def routes(one: Told) -> str:
    """Return how it is given."""
    licensed = [each for each in _own(one) if each["license"]["from"] and not each["license"]["until"]]
    by: dict[str, list[str]] = {}
    for each in licensed:
        if each["form"]:
            by.setdefault(_ROUTES.get(str(each["form"]), str(each["form"])), []).append(each["name"])
    if not by:
        return f"How {one.name} is given is not in the record."
    if len(by) == 1:
        return f"{one.name} is given {next(iter(by))}, as of {one.day}."
    told = "; ".join(f"{all_of(list(dict.fromkeys(names)))} {way}" for way, names in by.items())
    return f"{one.plain} is given in more than one way, as of {one.day}: {told}."


def contents(one: Told) -> str:
    """Return what a product of several holds, or what a therapy is made of."""
    found = [
        each
        for each in one.stored["products"]
        if each["name"].lower() == one.label.lower() and len(each["contains"]) > 1
    ]
    if not found:
        one.sources += one.stored["sources"]
        return f"{one.name}: {as_clause(one.stored['mechanism']).rstrip('.')}."
    one.sources += [source for each in found for source in each["sources"]]
    return f"{one.label} holds {all_of([one.store.title('therapy', each) for each in found[0]['contains']])}."


def brands(one: Told) -> str:
    """Return the name of a therapy, and its brands as they stand."""
    own = [each for each in _own(one, every=True) if each["license"]["from"]]
    if not own:
        return f"The FDA has licensed no product of {one.name}, so that it has no brand."
    sold = list(dict.fromkeys(each["name"] for each in own if not each["license"]["until"]))
    gone = list(dict.fromkeys(each["name"] for each in own if each["license"]["until"]))
    gone = [name for name in gone if name not in sold]
    copies = [
        each["name"]
        for each in one.stored["products"]
        if each["biosimilar"] and each["name"].lower() == one.label.lower()
    ]
    if copies:
        return f"{copies[0]} is a biosimilar of {one.plain}; the first product of it is {all_of((sold or gone)[:1])}."
    parts = [f"the brand of {one.plain} is {all_of(sold)}"] if len(sold) == 1 else []
    parts += [f"the brands of {one.plain} are {all_of(sold)}"] if len(sold) > 1 else []
    parts += (
        [f"{all_of(gone)} of {one.plain} {'has' if len(gone) == 1 else 'have'} no license any more"]
        if gone
        else []
    )
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}, as of {one.day}."


def _given(licensed: list[Product]) -> str:
    ways = dict.fromkeys(
        _ROUTES.get(str(each["form"]), str(each["form"])) for each in licensed if each["form"]
    )
    return " or ".join(ways)


def market(one: Told) -> str:
    """Return whether it is licensed and sold, what ended, and which uses did."""
    own = [each for each in _own(one) if each["license"]["from"]]
    if not own:
        return f"The FDA has never licensed {one.name}."
    if one.cancer and any(not each["license"]["until"] for each in own):
        return _stands_for_cancer(one)
    now = held(one.rows)
    sold = {status_on_day.market_of(each, one.day, one.day) for each in own}
    in_force = any(not each["license"]["until"] for each in own)
    stands = (
        "is approved"
        if now and in_force
        else "is licensed, with no use in its label"
        if in_force
        else "is not approved any more"
    )
    if in_force:
        stands += " and sold" if "sold" in sold else ", but not sold" if sold == {"not-sold"} else ""
    parts = [f"{one.name} {stands}, as of {one.day}."]
    several = len({each["name"] for each in own}) > 1
    for each in own:
        license_, told_market = each["license"], each["market"]
        if license_["until"]:
            why = f" ({as_clause(license_['why'].rstrip('.'))})" if license_["why"] else ""
            parts.append(f"The license of {each['name']} of {license_['from']} ended {_end(license_)}{why}.")
        elif told_market["status"] == "not-sold":
            since = f" since {_end(told_market).removeprefix('on ')}" if told_market["until"] else ""
            parts.append(f"{each['name']}, licensed {license_['from']}, is not sold{since}.")
        elif several or len(own) > 1:
            parts.append(f"{each['name']} has been licensed since {license_['from']}.")
    ended = [row for row in one.rows if row["status"] in ("withdrawn", "revoked")]
    one.cite(ended)
    parts.append(f"Uses that ended: {cancers(one.store, ended)}." if ended else "No use was withdrawn.")
    return " ".join(parts)


def _stands_for_cancer(one: Told) -> str:
    """Return whether a use for the cancer that was asked for stands in the label, and which ended."""
    now = held(one.rows)
    naming = [row for row in now if row["relation"] != ANY_TUMOR]
    ended = [
        row for row in one.rows if row["status"] in ("withdrawn", "revoked") and row["relation"] != ANY_TUMOR
    ]
    one.cite([*now, *ended])
    if naming:
        parts = [
            f"{one.name} is approved for {cancers(one.store, naming)}, as of {one.day}, each with its limits."
        ]
    else:
        parts = [f"No use of {one.name} for {one.cancer_name} stands in its label, as of {one.day}."]
        if now:
            parts.append("One for any solid tumor with a marker may apply.")
    parts.append(f"Uses that ended: {cancers(one.store, ended)}." if ended else "None was withdrawn.")
    return " ".join(parts)


def _end(span: Mapping[str, Any]) -> str:
    if span["until"] != status_on_day.UNKNOWN:
        return f"on {span['until']}"
    return f"by {span['ended_by']}" if span["ended_by"] else "on a day that is not known"


def biosimilars(one: Told) -> str:
    """Return which biosimilars of it are licensed."""
    found = [
        each
        for each in one.stored["products"]
        if each["biosimilar"]
        and not each["foreign"]
        and each["license"]["from"]
        and not each["license"]["until"]
    ]
    if any(each["name"].lower() == one.label.lower() for each in found):
        return f"{one.label} is itself a biosimilar of {one.plain}."
    if not found:
        _own(one)
        return f"The record has no licensed biosimilar of {one.name}, as of {one.day}."
    one.sources += [source for each in found for source in each["sources"]]
    found.sort(key=lambda each: str(each["license"]["from"]))
    names = [f"{each['name']} ({each['license']['from']})" for each in found]
    if len(names) > _NAMED + 1:
        names = [*names[:_NAMED], f"{len(found) - _NAMED} more"]
    count = f"{len(found)} biosimilars" if len(found) > 1 else "one biosimilar"
    return f"Yes: {count} of {one.plain} {'are' if len(found) > 1 else 'is'} licensed, as of {one.day}: {all_of(names)}."
