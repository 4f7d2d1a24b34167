"""Folds dated events to what holds on a day; nothing else in the program compares their dates.

A use, a product, a warning and a whole therapy are told as they stood on a day. Whatever comes out
holds no later date: events, ends, wordings and prose of later days are left out.
"""

from __future__ import annotations

from immunocli.dates import last_day, reached
from immunocli.records import ended
from immunocli.records.ended import LASTING, OVER, PERHAPS, ended_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    Use = Mapping[str, Any]

UNKNOWN = ended.UNKNOWN
# In place of the day on which a license ended: it may have, that is not known.
MAYBE = "maybe"
# What an event makes of a use; the others leave it as it is.
_BECOMES = {"approved": "current", "returned": "current", "withdrawn": "withdrawn", "replaced": "replaced"}


def use_on(use: Use, day: str, revoked: str | None) -> dict[str, Any] | None:
    """Return a use as its label told it on a day, or None when it was not yet approved.

    Args:
        use: with `events` in order of time; a partial date in the data counts from its first day.
        day: `YYYY-MM-DD`.
        revoked: when the therapy's last license ended, see `revoked_on`; None while one is in force. Where
            that is not known of the day, neither is how a use that stood in the label stands.
    """
    events = use["events"]
    if not reached(events[0]["date"], day):
        return None
    told: dict[str, Any] = {
        "id": use["id"],
        "therapy": use["therapy"],
        "cancer": use["cancer"],
        "approval": None,
        "approved": events[0]["date"],
        "converted": None,
        "ended": None,
        "status": "current",
        "replaced_by": None,
        "reason": None,
    }
    for event in events:
        if not reached(event["date"], day):
            break
        told.update(event["says"])
        kind = event["event"]
        if kind == "converted":
            told["converted"] = event["date"]
        status = _BECOMES.get(kind)
        if status is None:
            continue
        told["status"] = status
        current = status == "current"
        if current:
            told["approval"] = event["approval"]
            told["converted"] = None
        told["ended"] = None if current else event["date"]
        told["reason"] = None if current else event["reason"]
        told["replaced_by"] = None if current else event["by"]
    if revoked and told["status"] == "current":
        told["status"] = UNKNOWN if revoked == MAYBE else "revoked"
        told["ended"] = None if revoked in (UNKNOWN, MAYBE) else revoked
    return told


def events_on(use: Use, day: str) -> list[dict[str, Any]]:
    """Return the events of a use up to a day, in order."""
    events: list[dict[str, Any]] = use["events"]
    for place, one in enumerate(events):
        if not reached(one["date"], day):
            return events[:place]
    return events[:]


def sources_on(use: Use, day: str) -> list[str]:
    """Return the ids of the documents that the events of a use up to a day rest on."""
    return list(dict.fromkeys([one for event in events_on(use, day) for one in event["sources"]]))


def documents(rows: Iterable[Mapping[str, Any]], day: str) -> list[str]:
    """Return the ids of the documents that chosen uses rest on, each once."""
    return list(dict.fromkeys([one for row in rows if "_use" in row for one in sources_on(row["_use"], day)]))


def spans(use: Use) -> list[list[str]]:
    """Return the stretches in which a use was in the label: `[from, until, approval]`.

    `until` is empty while it lasts; a conversion ends an accelerated stretch and begins a regular one.
    """
    found: list[list[str]] = []
    for event in use["events"]:
        date, kind = event["date"], event["event"]
        status = _BECOMES.get(kind)
        lasts = bool(found) and not found[-1][1]
        converted = kind == "converted" and lasts
        if lasts and (status or converted):
            found[-1][1] = date
        if status == "current" or converted:
            found.append([date, "", event["approval"] or "regular"])
    return found


def in_a_span(spans: Iterable[Sequence[str]], day: str) -> bool:
    """Say whether any stretch holds on a day."""
    return any(
        begun <= day[: len(begun)] and not (ended and ended <= day[: len(ended)]) for begun, ended, _ in spans
    )


def counted(products: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the US products that stand for a therapy: those that are for cancer, where any is."""
    own = [product for product in products if not product["foreign"]]
    return [product for product in own if product["treats"] is None] or own


def revoked_on(products: Iterable[Mapping[str, Any]], day: str) -> str | None:
    """Return when the last license of a therapy had ended by a day; None while one is in force.

    UNKNOWN: all have ended, the day is not known; MAYBE: it is not known whether all had ended by that day.

    Args:
        products: with `foreign`, `treats` and `license`.
        day: `YYYY-MM-DD`.
    """
    ends = []
    for product in counted(products):
        license_ = product["license"]
        if not had_begun(license_["from"], day):
            continue
        how = ended_on(license_, day)
        if how == LASTING:
            return None
        ends.append(MAYBE if how == PERHAPS else str(license_["until"]))
    for open_end in (MAYBE, UNKNOWN):
        if open_end in ends:
            return open_end
    return max(ends, default=None)


def license_on(products: Sequence[Mapping[str, Any]], day: str) -> str:
    """Return `in-force`, `revoked`, `never` or `unknown`: how the licenses of a therapy stand on a day."""
    revoked = revoked_on(products, day)
    if revoked:
        return UNKNOWN if revoked == MAYBE else "revoked"
    own = [one for one in counted(products) if had_begun(one["license"]["from"], day)]
    return "in-force" if own else "never"


def market_on(products: Iterable[Mapping[str, Any]], day: str, today: str) -> str:
    """Return `sold`, `not-sold` or `unknown`: whether a therapy could be had in the US on a day."""
    begun = [one for one in counted(products) if had_begun(one["license"]["from"], day)]
    told = {market_of(product, day, today) for product in begun}
    for status in ("sold", UNKNOWN):
        if status in told:
            return status
    return "not-sold"


def market_of_use(
    products: Sequence[Mapping[str, Any]], carried: Iterable[Sequence[Any]], day: str, today: str
) -> str:
    """Return `sold`, `not-sold` or `unknown`: whether a product that has a use could be had on a day.

    Args:
        products: all of the therapy.
        carried: those that have the use, see `own_label.carried`.
        day: `YYYY-MM-DD`.
        today: the record's own day.
    """
    by_then = [(products[place], sure) for place, since, sure in carried if not since or reached(since, day)]
    if not by_then:  # in the label of the medicine given with it alone, so far
        return market_on(products, day, today)
    market = market_on((one for one, sure in by_then if sure), day, today)
    if market == "not-sold" and market_on((one for one, _ in by_then), day, today) != market:
        return UNKNOWN
    return market


def market_of(product: Mapping[str, Any], day: str, today: str) -> str:
    """Return `sold`, `not-sold` or `unknown` for one product on a day."""
    market = product["market"]
    begun = market["from"] or product["license"]["from"]
    ends = {ended_on(market, day), ended_on(product["license"], day)}
    if product["foreign"] or not had_begun(begun, day) or OVER in ends:
        return "not-sold"
    if PERHAPS in ends:
        return UNKNOWN
    if market["until"] is None:
        return str(market["status"]) if day == today or market["status"] == "sold" else UNKNOWN
    return "sold"


def brands_on(products: Iterable[Mapping[str, Any]], day: str, today: str) -> list[str]:
    """Return the names of the US products for cancer on a day, those sold first; of biosimilars when alone.

    One of which it is not known whether its license had ended is one of them.
    """
    held = [
        product
        for product in counted(products)
        if had_begun(product["license"]["from"], day) and ended_on(product["license"], day) != OVER
    ]
    held = [product for product in held if not product["biosimilar"]] or held
    rank = {"sold": 0, UNKNOWN: 1, "not-sold": 2}
    held.sort(key=lambda product: rank[market_of(product, day, today)])
    return list(dict.fromkeys(product["name"] for product in held))


_LICENSES = {LASTING: "in-force", OVER: "revoked", PERHAPS: UNKNOWN}


def products_on(products: Iterable[Mapping[str, Any]], day: str, today: str) -> list[dict[str, Any]]:
    """Return the products known on a day, with the ends that had come by it; what has no day is of today."""
    from immunocli.records.known_then import as_known  # pages alone tell products

    told = []
    past = day < today
    for product in products:
        license_, market = product["license"], product["market"]
        if past if product["foreign"] else not had_begun(license_["from"], day):
            continue
        how = ended_on(license_, day)
        over, left = how == OVER, ended_on(market, day) == OVER
        told.append(
            {
                **product,
                "license": {
                    "number": license_["number"],
                    "status": "never" if product["foreign"] else _LICENSES[how],
                    "from": license_["from"],
                    "until": license_["until"] if over else None,
                    "ended_by": license_["ended_by"] if over else None,
                    "last_seen": known_by(license_["last_seen"], day),
                    "why": as_known(license_["why"], day) if over else None,
                },
                "market": {
                    "status": market_of(product, day, today),
                    "from": market["from"] if reached(market["from"], day) else None,
                    "until": market["until"] if left else None,
                    "ended_by": market["ended_by"] if left else None,
                    "last_seen": known_by(market["last_seen"], day),
                    "note": as_known(market["note"], day) if left or not (past or market["until"]) else None,
                },
            }
        )
    return told


def known_by(date: str | None, day: str) -> str | None:
    """Return a date when it had come by a day, else None."""
    return date if reached(date, day) else None


def had_begun(date: str | None, day: str) -> bool:
    """Say whether something had begun by a day; what has no known beginning had."""
    return date is None or reached(date, day)


def standing(rows: Iterable[Mapping[str, Any]], revoked: str | None = None) -> str | None:
    """Return how a therapy stands by the uses that were asked for; None when there are none.

    Args:
        rows: the uses.
        revoked: when its last license ended, see `revoked_on`: then it is revoked, whether its uses
            ended with the license or were withdrawn before; `unknown` where it may have ended.
    """
    seen = {row["status"] for row in rows}
    if "current" in seen or "listed" in seen:
        return "approved"
    if UNKNOWN in seen:
        return UNKNOWN
    if revoked and revoked != MAYBE and seen:
        return "revoked"
    for status in ("withdrawn", "revoked", "replaced"):
        if status in seen:
            return status
    return None


def earliest(dates: Iterable[str | None]) -> str | None:
    """Return the first of some dates, a partial one counting as its last day; None when there is none."""
    known = [date for date in dates if date]
    return min(known, key=last_day) if known else None
