"""Compares the record with a file of the FDA's that a curator has; shows both sides and changes nothing.

    python tools/check_fda.py FILE [--data DIR]

FILE is a Purple Book export (CSV), `Products.txt` of Drugs@FDA (TSV), or labels as openFDA answers them
(JSON). A line is printed for each thing that FILE has and the record lacks, or has otherwise:

    purple book | Keytruda | license day | theirs 2014-09-04 | ours 2014-09-05

The exit code is 0 when nothing differs, 1 when something does, 2 when FILE cannot be read.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from immunocli import Catalogue
from immunocli.names.forms import normalize

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
# What a label's head says of recent changes of its uses: "Indications and Usage, 1.4 07/2026".
_CHANGED = re.compile(r"indications\s+and\s+usage.{0,40}?\b(\d{1,2})\s*/\s*(\d{4})", re.IGNORECASE)
Difference = tuple[str, str, str, str]


class Unreadable(Exception):
    """The file is none of those that this tool reads."""


def products(catalogue: Catalogue) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield each therapy with each of its products that the FDA licensed."""
    for one in catalogue.titles("therapy"):
        therapy = catalogue.therapy(one)
        for product in therapy.products:
            if not product["foreign"]:
                yield therapy, product


def iso(day: str) -> str:
    """Return a day as the Purple Book writes it (`4-Sep-14`, `09/04/2014`) as `YYYY-MM-DD`, else empty."""
    short = re.fullmatch(r"(\d{1,2})-([A-Za-z]{3})-(\d{2}|\d{4})", day.strip())
    if short:
        year = int(short[3])
        year += (1900 if year > 60 else 2000) if year < 100 else 0
        return f"{year}-{_MONTHS.get(short[2].lower(), 0):02d}-{int(short[1]):02d}"
    slashed = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", day.strip())
    if slashed:
        return f"{slashed[3]}-{int(slashed[1]):02d}-{int(slashed[2]):02d}"
    return day.strip() if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day.strip()) else ""


def numbered(catalogue: Catalogue) -> tuple[dict[str, list[tuple[Any, dict[str, Any]]]], set[str]]:
    """Return our products by application number, and every name of ours once normalized."""
    by_number: dict[str, list[tuple[Any, dict[str, Any]]]] = {}
    for therapy, product in products(catalogue):
        number = product["license"]["number"]
        if number:
            by_number.setdefault(number.lstrip("ABDLN"), []).append((therapy, product))
    return by_number, {normalize(name) for name in catalogue.names("therapy")}


def purple_book(rows: list[dict[str, str]], catalogue: Catalogue) -> Iterator[Difference]:
    """Yield what the Purple Book has otherwise: products we lack, license days, numbers, what is sold."""
    by_number, ours = numbered(catalogue)
    seen: set[tuple[str, str]] = set()
    days: dict[str, str] = {}
    sold: dict[str, bool] = {}
    for row in rows:
        number = row["BLA Number"].strip()
        for key, day in ((number, iso(row["Approval Date"])),):
            if row["Submission Type"].strip() == "Original" and day:
                days[key] = min(days.get(key, day), day)
        sold[number] = sold.get(number, False) or row["Marketing Status"].strip() == "Rx"
    for row in rows:
        number = row["BLA Number"].strip()
        proper = re.sub(r"-[a-z]{4}$", "", row["Proper Name"].strip().lower())
        for brand in (part.strip() for part in row["Proprietary Name"].split(",")):
            if brand in ("", "N/A"):
                continue
            if (number, brand.lower()) in seen:
                continue
            seen.add((number, brand.lower()))
            known = normalize(brand) in ours
            if not known and normalize(proper) in ours:
                yield brand, "product", f"BLA{number} {proper}", "not in the record"
    for number, held in by_number.items():
        for therapy, product in held:
            begun = product["license"]["from"]
            theirs = days.get(number)
            # A product added to a license later has a day of its own.
            if theirs and begun and begun < theirs[: len(begun)]:
                yield product["name"], "license day", theirs, begun
            if number in sold and not sold[number] and product["market"]["status"] == "sold":
                yield product["name"], "market", "discontinued", f"sold ({therapy.id})"


def drugs_at_fda(rows: list[dict[str, str]], catalogue: Catalogue) -> Iterator[Difference]:
    """Yield the products of Drugs@FDA whose ingredient is ours and whose name or number is not."""
    by_number, ours = numbered(catalogue)
    seen: set[tuple[str, str]] = set()
    for row in rows:
        number, brand = row["ApplNo"].strip(), row["DrugName"].strip()
        ingredient = re.sub(r"-[a-z]{4}$", "", row["ActiveIngredient"].strip().lower())
        if normalize(ingredient) not in ours or (number, brand) in seen:
            continue
        seen.add((number, brand))
        if normalize(brand) not in ours:
            yield brand, "product", f"{number} {ingredient}", "not in the record"
        elif number not in by_number:
            yield brand, "application number", number, "not in the record"


def labels(answer: dict[str, Any], catalogue: Catalogue) -> Iterator[Difference]:
    """Yield the labels whose uses changed after the last event that the record has of them."""
    latest: dict[str, tuple[str, str]] = {}
    for therapy, product in products(catalogue):
        days = [event["date"] for use in therapy.indications for event in use["events"]]
        latest[normalize(product["name"])] = (max(days, default=""), therapy.id)
    for label in answer["results"]:
        names = label.get("openfda", {}).get("brand_name", [])
        head = " ".join(label.get("recent_major_changes", []))
        changed = max((f"{year}-{int(month):02d}" for month, year in _CHANGED.findall(head)), default="")
        for name in names:
            known = latest.get(normalize(name))
            if known and changed and known[0][:7] < changed:
                yield name, "indications changed", changed, f"last event {known[0] or 'none'} ({known[1]})"


def differences(path: Path, catalogue: Catalogue) -> tuple[str, list[Difference]]:
    """Return which file it is, and what it has that the record lacks or has otherwise.

    Raises:
        Unreadable: it is none of the three.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        if text.lstrip().startswith("{"):
            return "openFDA labels", list(labels(json.loads(text), catalogue))
        first = text.partition("\n")[0]
        rows = list(csv.DictReader(io.StringIO(text), delimiter="\t" if "\t" in first else ","))
        if "BLA Number" in first:
            return "Purple Book", list(purple_book(rows, catalogue))
        if "ApplNo" in first and "DrugName" in first:
            return "Drugs@FDA", list(drugs_at_fda(rows, catalogue))
    except (OSError, ValueError, KeyError, AttributeError, csv.Error) as problem:
        raise Unreadable(f"{path}: cannot be read: {problem}") from None
    raise Unreadable(f"{path}: neither a Purple Book export, nor Products.txt, nor labels of openFDA")


def main(arguments: list[str] | None = None) -> int:
    """Print the differences; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--data", default=None)
    asked = parser.parse_args(arguments)
    try:
        kind, found = differences(asked.file, Catalogue(asked.data))
    except Unreadable as problem:
        print(problem, file=sys.stderr)
        return 2
    for name, what, theirs, ours in found:
        print(f"{kind} | {name} | {what} | theirs {theirs} | ours {ours}")
    print(f"{len(found)} differences", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
