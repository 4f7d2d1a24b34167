"""The page on a therapy."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Heading, Link, Next, Paragraph
from immunocli.pages import MANY, title_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.store.typed import Data

_VERDICTS = {
    "approved": "approved today",
    "changed": "approved, but changed since",
    "withdrawn": "WITHDRAWN since",
    "never-approved": "never approved by the FDA",
    "by-definition": "in scope by definition only",
}


_SHOWN_SOURCES = 3
# Brands are told in this order: what can be had today comes first.
_BRANDS = ("current", "former", "foreign")


_READABLE = ("label", "announcement", "fda-page", "approval-letter", "drugsfda", "purple-book")


def therapy_page(data: Data, therapy: Any, others: Sequence[str], day: str) -> list[Block]:
    """Return the page on a therapy: names, type, targets, uses, what lists say, sources.

    Args:
        data: where names and uses stand.
        therapy: the record.
        others: ids of the other therapies in the same product.
        day: the day it is true for.
    """
    kind = data.get("type", therapy.type)
    rows = data.get("rows", therapy.id) or []
    active = [row for row in rows if row["status"] == "active"]
    past = [row for row in rows if row["status"] != "active"]
    blocks: list[Block] = [
        Heading(therapy.name, 1, therapy.status),
        Facts(
            [
                ("Brands", _brands(therapy)),
                ("In one product with", ", ".join(title_of(data, "therapy", one) for one in others)),
                ("Type", kind["name"]),
                ("Acts on", ", ".join(title_of(data, "target", one) for one in therapy.targets)),
                ("Maker", ", ".join(therapy.makers)),
                ("First approved", therapy.first_approved),
                ("Market", _market(therapy.market)),
                ("Also called", _names(therapy, ("abbreviation", "code", "synonym", "former-name"))),
                ("Biosimilars", _names(therapy, ("biosimilar",))),
                ("Registries", _identifiers(therapy.identifiers)),
            ]
        ),
        Heading("How it works"),
        Paragraph(therapy.mechanism),
        Paragraph(f"{kind['name'][0].upper()}{kind['name'][1:]}: {kind['definition']}"),
    ]
    if therapy.notes:
        blocks += [Heading("Note"), Paragraph(therapy.notes)]
    blocks += _uses(data, f"Approved for, as of {day}", active)
    if not active:
        blocks += [Paragraph(f"No use of {therapy.name} is approved by the FDA as of {day}.")]
    blocks += _uses(data, "No longer approved", past)
    blocks += _claims(data, therapy)
    effects = kind["side_effects"]
    blocks += [
        Heading(f"Side effects typical of this type ({kind['name']})"),
        Bullets([", ".join(effects["typical"])]),
        Paragraph("Tell the care team at once about: " + "; ".join(effects["warning_signs"]) + "."),
    ]
    if effects["note"]:
        blocks.append(Paragraph(effects["note"]))
    blocks += [Heading("Sources"), *_best_sources(data, therapy, rows)]
    ids = [f"immuno cite {therapy.id}", f"immuno indications --therapy {therapy.id}"]
    return [*blocks, Next([*ids, f"immuno types {therapy.type}", f"immuno define {therapy.type}"])]


def _best_sources(data: Data, therapy: Any, rows: Sequence[dict[str, Any]]) -> list[Block]:
    """Return the documents a reader should open first: FDA's own, made for people, newest first."""
    ids = dict.fromkeys([*therapy.sources, *(one for row in rows for one in row["sources"])])
    found = [data.get("source", one) for one in ids]
    found.sort(key=lambda source: source["published"] or "", reverse=True)
    found.sort(key=lambda source: (source["publisher"] != "FDA", source["kind"] not in _READABLE))
    more = len(found) - _SHOWN_SOURCES
    blocks: list[Block] = [
        Link(f"{source['publisher']}: {source['title']}", source["url"]) for source in found[:_SHOWN_SOURCES]
    ]
    if more > 0:
        blocks.append(Paragraph(f"and {more} more: immuno cite {therapy.id}"))
    return blocks


def _brands(therapy: Any) -> str:
    shown = []
    for brand in sorted(therapy.brand_history, key=lambda brand: _BRANDS.index(brand["status"])):
        details = []
        if brand["form"] == "subcutaneous":
            details.append("under the skin")
        if brand["status"] == "former":
            details.append("former" + (f", until {brand['until']}" if brand["until"] else ""))
        if brand["status"] == "foreign":
            details.append("outside the US")
        if brand["from"] and brand["status"] != "foreign":
            details.append(f"since {brand['from']}")
        shown.append(brand["name"] + (f" ({', '.join(details)})" if details else ""))
    return ", ".join(shown[:MANY]) + (f" and {len(shown) - MANY} more" if len(shown) > MANY else "")


def _market(market: dict[str, Any]) -> str:
    words = {"marketed": "on the US market", "never-approved": "never approved in the US"}
    said = words.get(market["status"], f"{market['status']} in the US")
    if market["date"]:
        said += f" {market['date']}"
    return f"{said}. {market['note']}" if market["note"] else said


def _names(therapy: Any, kinds: Sequence[str]) -> str:
    names = [alias["name"] for alias in therapy.aliases if alias["kind"] in kinds]
    more = f" and {len(names) - MANY} more" if len(names) > MANY else ""
    return ", ".join(names[:MANY]) + more


def _identifiers(identifiers: dict[str, Any]) -> str:
    numbers = [*identifiers["bla"], *identifiers["nda"]]
    for title, key in (("RxNorm", "rxnorm"), ("UNII", "unii"), ("NCIt", "ncit")):
        if identifiers[key]:
            numbers.append(f"{title} {identifiers[key]}")
    return ", ".join(numbers)


def _uses(data: Data, title: str, rows: Sequence[dict[str, Any]]) -> list[Block]:
    if not rows:
        return []
    blocks: list[Block] = [Heading(f"{title} ({len(rows)})")]
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["cancer"], []).append(row)
    for cancer in sorted(groups, key=lambda one: title_of(data, "cancer", one).casefold()):
        blocks.append(Facts([(title_of(data, "cancer", cancer), " ")]))
        blocks.append(Bullets([_use(row) for row in groups[cancer]]))
    return blocks


def _use(row: dict[str, Any]) -> str:
    kind = row["approval"]
    if row["converted"]:
        kind = f"accelerated, regular since {row['converted']}"
    said = f"{row['summary']} ({row['approved']}, {kind})"
    if row["status"] == "withdrawn":
        said = f"WITHDRAWN {row['withdrawn'] or ''}: {said}"
    elif row["status"] != "active":
        said = f"{row['status'].upper()}: {said}"
    if row["withdrawn_reason"]:
        said += f". {row['withdrawn_reason']}"
    return said


def _claims(data: Data, therapy: Any) -> list[Block]:
    blocks: list[Block] = []
    for claim in therapy.claims:
        source = data.get("source", claim["source"])
        blocks.append(Heading(f"On the list of {source['publisher']} ({source['published']})"))
        blocks.append(
            Bullets(
                [
                    f"{pair['listed_as']}: {_VERDICTS[pair['verdict']]}. {pair['note']}"
                    for pair in claim["cancers"]
                ]
            )
        )
    return blocks
