"""The rules of the FDA record: events in order, one truth in today's label, products, warnings, sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from immunocli import dates
from immunocli.errors import UsageError
from immunocli.records import status_on_day
from immunocli.store import product_rules

Tables = dict[str, Any]

# Who publishes the FDA's own documents, labels included.
OFFICIAL = ("FDA", "DailyMed (National Library of Medicine)", "Federal Register", "CDC")
_ALL_SAYS = {"summary", "setting", "line", "biomarkers", "excludes", "with", "population", "age"}


def uses(tables: Tables) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each therapy with each of its uses."""
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            yield therapy, use


def references(therapy: dict[str, Any], cancers: set[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield where in a therapy, to which file, which ids refer; a use may exclude a form of a cancer."""
    yield "inclusion.by", "sources", therapy["inclusion"]["by"]
    for name in therapy["products"] + therapy["aliases"]:
        yield f"{name['name']}: sources", "sources", name["sources"]
        yield f"{name['name']}: contains", "therapies", name.get("contains", [])
    for warning in therapy["warnings"]:
        yield f"warnings: {warning['id']}: signs", "signs", warning["signs"]
        yield f"warnings: {warning['id']}: sources", "sources", warning["sources"]
    for one in therapy.get("further_uses", ()):
        yield f"further_uses: {one['text']}: sources", "sources", one["sources"]
    for claim in therapy["claims"]:
        yield "claims.source", "sources", [claim["source"]]
        yield "claims.cancers", "cancers", [pair["cancer"] for pair in claim["cancers"]]
    for use in therapy["indications"]:
        yield f"{use['id']}: cancer", "cancers", [use["cancer"]]
        for event in use["events"]:
            says = event["says"]
            markers = [*says.get("biomarkers", ()), *says.get("excludes", ())]
            conditions = [one for one in markers if one not in cancers]
            yield f"{use['id']}: biomarkers", "glossary", conditions
            yield f"{use['id']}: sources", "sources", event["sources"]


def the_edition_has_its_days(tables: Tables) -> Iterator[str]:
    """The edition is true for a day that had come when its sources were read last, and that its record reaches."""
    edition = tables["edition"]
    for field in ("as_of", "checked"):
        yield from _impossible("edition.json", field, edition[field])
    if edition["as_of"] > edition["checked"]:
        yield f"edition.json: as_of {edition['as_of']} lies after checked {edition['checked']}; correct one of them"


def events_are_in_order(tables: Tables) -> Iterator[str]:
    """Events exist, follow each other, begin with the approval and are not in the future."""
    today = tables["edition"]["as_of"]
    for therapy, use in uses(tables):
        where = f"therapies.json: {therapy['id']}: {use['id']}"
        events = use["events"]
        if events[0]["event"] != "approved":
            yield f"{where}: events: the first is approved; put the approval before the rest"
        if set(events[0]["says"]) != _ALL_SAYS:
            yield f"{where}: events: the first says all of {', '.join(sorted(_ALL_SAYS))}"
        for event in events:
            yield from _impossible(where, event["event"], event["date"])
            yield from _later(where, event["event"], event["date"], today)
        for earlier, later in pairwise(events):
            first, second = earlier["date"], later["date"]
            if first[: len(second)] > second[: len(first)]:
                yield (
                    f"{where}: {later['event']} {second} lies before {earlier['event']} {first}; "
                    "check both sources"
                )


def no_use_ends_on_the_day_it_begins(tables: Tables) -> Iterator[str]:
    """A use was in the label for a day at least: what another use tells from its first day on is told there alone."""
    for therapy, use in uses(tables):
        begun = ""
        for event in use["events"]:
            if event["event"] in ("approved", "returned"):
                begun = event["date"]
            elif event["event"] in ("replaced", "withdrawn") and event["date"] == begun:
                yield (
                    f"therapies.json: {therapy['id']}: {use['id']}: it ends on {begun}, the day on which it begins; "
                    "tell it in the use that has it, and take this one out"
                )


def events_are_complete(tables: Tables) -> Iterator[str]:
    """Each event holds what its kind needs, and nothing that it has no use for."""
    for therapy, use in uses(tables):
        own = {one["id"] for one in therapy["indications"]}
        accelerated = ended = False
        for event in use["events"]:
            kind = event["event"]
            where = f"therapies.json: {therapy['id']}: {use['id']}: {kind} {event['date']}"
            if (kind in ("approved", "returned")) != bool(event["approval"]):
                yield f"{where}: approval stands with approved and returned alone"
            if kind in ("narrowed", "widened", "reworded") and not event["says"]:
                yield f"{where}: says: write what changed"
            if (kind in ("replaced", "withdrawn")) != bool(event["reason"]):
                yield f"{where}: reason stands with replaced and withdrawn alone, and always there"
            if (kind == "replaced") != (event["by"] in own):
                yield f"{where}: by names the use of this therapy that covers it now, with replaced alone"
            if ended and kind != "returned":
                yield f"{where}: nothing but returned follows an end; put it before the end, or into notes"
            ended = kind in ("replaced", "withdrawn")
            if kind == "converted" and not accelerated:
                yield f"{where}: only an accelerated approval is converted"
            accelerated = event["approval"] == "accelerated" or (accelerated and kind != "converted")


def latest_days_are_told_in_notes(tables: Tables) -> Iterator[str]:
    """Of a day that is but the latest possible one, notes tell which document bounds it."""
    for therapy, use in uses(tables):
        if not use["notes"]:
            for event in use["events"]:
                if event["latest"]:
                    yield (
                        f"therapies.json: {therapy['id']}: {use['id']}: {event['event']} {event['date']}: latest: "
                        "say in notes which document is the first that has it, and which before has not"
                    )


def todays_label_says_a_thing_once(tables: Tables) -> Iterator[str]:
    """Two uses of one therapy that hold today never say the same thing in two wordings."""
    today = tables["edition"]["as_of"]
    for therapy in tables["therapies"]:
        seen: dict[str, str] = {}
        for use in therapy["indications"]:
            told = status_on_day.use_on({**use, "therapy": therapy["id"]}, today, None)
            if told is None or told["status"] != "current":
                continue
            facets = ("setting", "line", "biomarkers", "excludes", "with", "population", "age")
            key = json.dumps([use["cancer"], told["summary"], *(told[facet] for facet in facets)])
            first = seen.setdefault(key, use["id"])
            if first != use["id"]:
                yield (
                    f"therapies.json: {therapy['id']}: {use['id']} says today what {first} says; "
                    "end one with replaced, or say what sets them apart"
                )


def products_hold_together(tables: Tables) -> Iterator[str]:
    """Licenses and markets begin before they end; a foreign product has no license here."""
    for therapy in tables["therapies"]:
        for product in therapy["products"]:
            where = f"therapies.json: {therapy['id']}: products: {product['name']}"
            license_, market = product["license"], product["market"]
            if product["foreign"] and any((license_["number"], license_["from"], license_["until"])):
                yield f"{where}: foreign, yet licensed; correct one of them"
            if license_["why"] and not license_["until"]:
                yield f"{where}: license.why needs license.until: a date, or unknown"
            if market["status"] == "sold" and market["until"]:
                yield f"{where}: market: sold, yet it left; correct one of them"
            for name, told in (("license", license_), ("market", market)):
                for field in ("from", "until", "ended_by", "last_seen"):
                    date = told[field]
                    if date and date != status_on_day.UNKNOWN:
                        yield from _impossible(where, "date", date)
                        yield from _later(where, f"{name}.{field}", date, tables["edition"]["as_of"])
                by, seen = told["ended_by"], told["last_seen"]
                if (told["until"] == status_on_day.UNKNOWN) != bool(by):
                    yield f"{where}: {name}.ended_by: give the day of the first document that tells an unknown end"
                if seen and not (by and seen < by):
                    yield f"{where}: {name}.last_seen: it needs a later day in ended_by"
                begin, end = told["from"], told["until"]
                if begin and end and end != status_on_day.UNKNOWN and end[: len(begin)] < begin[: len(end)]:
                    yield f"{where}: it ends {end} before it begins {begin}; check both sources"
        licensed = any(not product["foreign"] for product in therapy["products"])
        if therapy["indications"] and not licensed:
            yield f"therapies.json: {therapy['id']}: products: it has uses, yet no licensed product; add one"


def warnings_are_named_once(tables: Tables) -> Iterator[str]:
    """No two warnings of a therapy have one id; one that is dated by a document has its day."""
    for therapy in tables["therapies"]:
        seen: set[str] = set()
        for warning in therapy["warnings"]:
            where = f"therapies.json: {therapy['id']}: warnings: {warning['id']}"
            if warning["id"] in seen:
                yield f"{where}: stands twice; give one of them another id"
            seen.add(warning["id"])
            if warning["latest"] and not warning["from"]:
                yield f"{where}: latest: from has no day; give that of the first document seen"
            without, begun, having, until = (
                warning[field] for field in ("last_without", "from", "last_with", "until")
            )
            if without and not (warning["latest"] and without < begun):
                yield f"{where}: last_without: it needs latest, and a later day in from"
            if having and not (until and having < until):
                yield f"{where}: last_with: it needs a later day in until"
            if begun and until and until < begun:
                yield f"{where}: it ends {until} before it begins {begun}; check both sources"
            days = [one["until"] for one in warning["earlier"]]
            if days != sorted(days) or (begun and any(one < begun for one in days)):
                yield f"{where}: earlier: wordings stand in the order of their days, after from"
            held = {"from": begun, "until": until, "last_without": without, "last_with": having}
            dated = [*held.items(), *(("earlier", one) for one in days)]
            for field, date in dated:
                if date:
                    yield from _impossible(where, "date", date)
                    yield from _later(where, field, date, tables["edition"]["as_of"])


def every_event_has_a_source(tables: Tables) -> Iterator[str]:
    """An event of the FDA record rests on an FDA document, or on two others with the reason given."""
    sources = {source["id"]: source for source in tables["sources"]}
    for therapy, use in uses(tables):
        for event in use["events"]:
            held = [sources[name] for name in event["sources"] if name in sources]
            official = any(one["publisher"] in OFFICIAL for one in held)
            if not official and not (len(held) > 1 and use["notes"]):
                yield (
                    f"therapies.json: {therapy['id']}: {use['id']}: {event['event']} {event['date']}: "
                    "sources: cite an FDA document, or two independent ones and say why in notes"
                )


def _impossible(where: str, field: str, date: str) -> Iterator[str]:
    try:
        dates.parse(date)
    except UsageError as problem:
        yield f"{where}: {field}: {problem.message}"


def _later(where: str, what: str, date: str, today: str) -> Iterator[str]:
    if not dates.reached(date, today):
        yield f"{where}: {what} {date} lies after the edition's as_of {today}"


RULES: tuple[Callable[[Tables], Iterator[str]], ...] = (
    the_edition_has_its_days,
    events_are_in_order,
    no_use_ends_on_the_day_it_begins,
    events_are_complete,
    latest_days_are_told_in_notes,
    todays_label_says_a_thing_once,
    products_hold_together,
    *product_rules.RULES,
    warnings_are_named_once,
    every_event_has_a_source,
)
