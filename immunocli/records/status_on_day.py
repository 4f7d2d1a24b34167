"""Folds dated events to what holds on a day; nothing else in the program compares their dates.

A use, a product, a warning and a whole therapy are told as they stood on a day. Whatever comes out
holds no later date: events, ends, wordings and prose of later days are left out.
"""

from __future__ import annotations

from immunocli.dates import day_after, first_day, last_day, reached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Any

    Use = Mapping[str, Any]

UNKNOWN = "unknown"
# In place of the day on which a license ended: it may have, that is not known.
MAYBE = "maybe"
# Whether a license, or a sale, had ended by a day; PERHAPS: no document decides it.
LASTING, OVER, PERHAPS = ("lasting", "over", "perhaps")
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


def ended_on(part: Mapping[str, Any], day: str) -> str:
    """Return whether a license, or a sale, had ended by a day: LASTING, OVER or PERHAPS.

    An end of unknown day has come by the first document that tells it, and not by the last one that shows
    that it lasts; between them it is not known. Nor is it within a month, or a year, of which no day is known.

    Args:
        part: `license` or `market` of a product.
        day: `YYYY-MM-DD`.
    """
    until, seen = part["until"], part["last_seen"]
    if until == UNKNOWN:
        if last_day(part["ended_by"]) <= day:
            return OVER
        return LASTING if seen and day <= first_day(seen) else PERHAPS
    if not reached(until, day):
        return LASTING
    return OVER if last_day(until) <= day else PERHAPS


def turns_of(part: Mapping[str, Any]) -> list[str]:
    """Return the days on which what is told of a license, or a sale, changes."""
    until, seen = part["until"], part["last_seen"]
    found = [first_day(part["from"])] if part["from"] else []
    if until == UNKNOWN:
        return [*found, last_day(part["ended_by"]), *([day_after(first_day(seen))] if seen else [])]
    return [*found, first_day(until), last_day(until)] if until else found


def bounds(products: Iterable[Mapping[str, Any]], day: str) -> tuple[str, str]:
    """Return between which days the last license of a therapy ended, where that is not known; empty: none by the day.

    Args:
        products: of the therapy.
        day: `YYYY-MM-DD`; no later day is told.
    """
    open_ = [one["license"] for one in counted(products) if one["license"]["until"] == UNKNOWN]
    seen = [one["last_seen"] for one in open_ if reached(one["last_seen"], day)]
    ends = [one["ended_by"] for one in open_ if last_day(one["ended_by"]) <= day]
    return max(seen, default=""), max(ends, default="")


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


def as_known(text: str | None, day: str, later: Collection[str] = ()) -> str | None:
    """Return a text that a reader of that day could have had: None when it names a later year, day or product.

    Args:
        text: of today.
        day: `YYYY-MM-DD`.
        later: names of products that came after it.
    """
    if text is None or any(name in text for name in later):
        return None
    if "20" not in text and "19" not in text:
        return text
    year = int(day[:4])
    for other in range(year + 1, _FURTHEST):
        if str(other) in text:
            return None
    start = text.find(f"{year}-")
    while start >= 0:
        date = text[start : start + 10]
        if date[5:7].isdigit() and date[: len(day)] > day[: len(date)]:
            return None
        start = text.find(f"{year}-", start + 1)
    return None if day[:4] in text and _written_later(text, day) else text


_FURTHEST = 2060
_MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}


def _written_later(text: str, day: str) -> bool:
    """Say whether a text names a later day of that year: `17 November 2014`, `May 5, 2014`, `May 2014`."""
    words = text.replace(",", " ").replace(".", " ").replace(";", " ").replace(")", " ").split()
    for place, word in enumerate(words):
        month = _MONTHS.get(word)
        if month is None:
            continue
        before, after, then = (
            words[at] if 0 <= at < len(words) else "" for at in (place - 1, place + 1, place + 2)
        )
        date = before if after == day[:4] else after if then == day[:4] else None
        if date is not None and f"{month:02d}-{int(date) if date.isdigit() else 0:02d}" > day[5:]:
            return True
    return False


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
