"""Tells a therapy in short, as lists do: as it stood on a day, of all its uses."""

from __future__ import annotations

from immunocli.dates import reached
from immunocli.records import known_then, status_on_day, warning_on_day
from immunocli.text import warning_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

# How the text of a warning begins of which it is not known whether it stood in the box on a day: it came there
# by a later one, or was still there on an earlier one. That it is not known, its `boxed` says.
_BEGINS = {
    warning_on_day.MAYBE_NOT_YET: "Not known for this day, in the box of a later label: ",
    warning_on_day.MAYBE_NO_MORE: "Not known for this day, in the box of an earlier label: ",
}
# Those in the box are told first, then those that may have been.
_ORDER = (True, None, False)


def warnings_on(
    warnings: Iterable[Mapping[str, Any]], day: str, products: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the warnings that stood in a label on a day, those in the box first.

    Of a day on which one may have come into the box or have left it, `boxed` is None: before the first document
    seen that has it, from the last one seen that has it, within the month of which no day is known.

    Args:
        warnings: of a therapy.
        day: `YYYY-MM-DD`.
        products: of the therapy; before the first of them, or of those a warning is of, nobody was warned.
    """
    own = [one for one in products if not one["foreign"]]
    later = later_names(own, day)
    known = {one["name"] for one in own} - later
    held = []
    for warning in warnings:
        of = [name for name in warning["products"] if name in known]
        stood = warning_on_day.warned_on(warning, day)
        if not (of if warning["products"] else known) or stood == warning_on_day.NOT_WARNED:
            continue
        worded = warning_on_day.worded_on(warning, day)
        text = known_then.as_known(worded, day, later) or "Told in the label."
        told = {**warning, "until": None, "products": of, "text": text}
        del told["earlier"], told["last_without"], told["last_with"]
        if stood == warning_on_day.WARNED:
            held.append(told)
        elif warning["boxed"]:
            text = _BEGINS[stood] + text
            held.append({**told, "boxed": None, "from": None, "latest": False, "text": text})
    held.sort(key=lambda warning: _ORDER.index(warning["boxed"]))
    return held


def later_names(products: Iterable[Mapping[str, Any]], day: str) -> set[str]:
    """Return the names of products of which none was licensed by a day."""
    begun: dict[str, bool] = {}
    for one in products:
        begun[one["name"]] = begun.get(one["name"], False) or status_on_day.had_begun(
            one["license"]["from"], day
        )
    return {name for name, known in begun.items() if not known}


def aliases_on(
    aliases: Iterable[Mapping[str, Any]], products: Iterable[Mapping[str, Any]], day: str
) -> list[dict[str, Any]]:
    """Return the names of a therapy that were known on a past day: that of a product since its license.

    A name has no day of its own; of a biosimilar that is no product here none is known.
    """
    begun: dict[str, bool] = {}
    for one in products:
        known = not one["foreign"] and status_on_day.had_begun(one["license"]["from"], day)
        for name in (one["name"], *one["names"]):
            begun[name] = begun.get(name, False) or known
    return [dict(one) for one in aliases if begun.get(one["name"], one["kind"] != "biosimilar")]


def in_short(stored: Mapping[str, Any], day: str, today: str, market: str | None = None) -> dict[str, Any]:
    """Return what a list tells of a therapy, as it stood on a day, of all its uses.

    Args:
        stored: as it is kept.
        day: `YYYY-MM-DD`.
        today: the record's own day.
        market: whether it could be had on that day, where that is known already.
    """
    products = stored["products"]
    revoked = status_on_day.revoked_on(products, day)
    lasting = [groups for groups, spans in stored["spans"] if status_on_day.in_a_span(spans, day)]
    held = [] if revoked else lasting
    warnings = warnings_on(stored["warnings"], day, products)
    had = {group for groups, spans in stored["spans"] if reached(spans[0][0], day) for group in groups}
    if revoked == status_on_day.MAYBE:  # they are neither told nor denied
        had -= {group for groups in lasting for group in groups}
    begun = [spans[0][0] for _, spans in stored["spans"] if reached(spans[0][0], day)]
    return {
        "id": stored["id"],
        "name": stored["name"],
        "type": stored["type"],
        "targets": stored["targets"],
        "brands": status_on_day.brands_on(products, day, today),
        "cancers": sorted({group for groups in held for group in groups}),
        "past_cancers": sorted(had.difference(*held)),
        "status": None,
        "market": market or status_on_day.market_on(products, day, today),
        "approved": None,
        "first_approved": status_on_day.earliest(begun),
        "ended": None,
        "relation": None,
        "mechanism": stored["mechanism"],
        "warnings": warnings,
        # No value in a list holds a ";".
        "boxed": [
            warning_name(one["text"], one["products"]).replace(";", ",") for one in warnings if one["boxed"]
        ],
    }


def today_in_short(stored: Mapping[str, Any], today: str) -> dict[str, Any]:
    """Return what is asked of a therapy most: what lists tell of it on the record's own day, worked out.

    Args:
        stored: as `own_label.brief` has it.
        today: the record's own day.
    """
    revoked = status_on_day.revoked_on(stored["products"], today)
    told = in_short(stored, today, today)
    return {"revoked": revoked, "told": told, "markets": markets_on(stored, told["market"], today, today)}


def markets_on(stored: Mapping[str, Any], market: str, day: str, today: str) -> dict[str, str]:
    """Return how the market of uses stood on a day, by use: of those of which it is another than of the therapy.

    Args:
        stored: as `own_label.brief` has it.
        market: that of the therapy on that day.
        day: `YYYY-MM-DD`.
        today: the record's own day.
    """
    found = {
        use: status_on_day.market_of_use(stored["products"], having, day, today)
        for use, having in stored["carried"].items()
    }
    return {use: own for use, own in found.items() if own != market}
