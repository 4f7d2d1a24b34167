"""The whole of a therapy: every use, product, name and number, what lists say, and its sources."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Heading, Paragraph
from immunocli.pages.drawings import Link
from immunocli.pages.labels import MANY, few
from immunocli.pages.product_asked import product_line
from immunocli.pages.term_page import program_told
from immunocli.pages.use_history import day_of
from immunocli.records.in_a_line import told_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.therapy import Therapy

_VERDICTS = {
    "approved": "approved today",
    "changed": "approved, but changed since",
    "withdrawn": "WITHDRAWN since",
    "never-approved": "never approved by the FDA",
    "by-definition": "in scope by definition only",
    None: "on the list",
}
_SHOWN_SOURCES = 3
_PROGRAM = "rems"
_READABLE = ("label", "announcement", "fda-page", "approval-letter", "drugsfda", "purple-book")


def everything(catalogue: Catalogue, labels: Labels, therapy: Therapy, day: str) -> list[Block]:
    """Return what a first screen has no room for."""
    current = [use for use in therapy.indications if use["status"] == "current"]
    perhaps = [use for use in therapy.indications if use["status"] == "unknown"]
    past = [use for use in therapy.indications if use["status"] not in ("current", "unknown")]
    blocks = _uses(labels, f"Every use in the label, as of {day}", current)
    blocks += _uses(labels, f"Uses of which it is not known whether they still stood on {day}", perhaps)
    blocks += _uses(labels, "Earlier, withdrawn and ended uses", past)
    if therapy.further_uses:
        further = [_further(one) for one in therapy.further_uses]
        blocks += [Heading("Out of the scope of this record"), Bullets(further)]
    blocks += [Heading("Products"), Bullets([product_line(one) for one in therapy.products])]
    blocks += _program(catalogue, therapy, day)
    names: list[tuple[str, str | None]] = [
        ("Also called", _names(therapy, ("abbreviation", "code", "synonym", "former-name"))),
        ("Found by", _names(therapy, ("related",))),
        ("Biosimilars' names", _names(therapy, ("biosimilar",))),
        ("Registries", _identifiers(therapy.identifiers)),
    ]
    blocks += [Heading("Names and numbers"), Facts(names)]
    for claim in therapy.claims:
        said = [
            f"{pair['listed_as']}: {_VERDICTS[pair['verdict']]}."
            + (f" {pair['note']}" if pair["note"] else "")
            for pair in claim["cancers"]
        ]
        blocks += [Heading(f"On the list {claim['source']}"), Bullets(said)]
    return [*blocks, Heading("Sources"), *_best_sources(catalogue, therapy)]


def _program(catalogue: Catalogue, therapy: Therapy, day: str) -> list[Block]:
    """Return what the record tells of a safety program of the therapy, with the day on which it ended."""
    if not catalogue.title("term", _PROGRAM):
        return []
    told = [
        program_told(until, words)
        for one, until, words in catalogue.programs(_PROGRAM, day)
        if one == therapy.id
    ]
    return [
        Heading("Safety program (REMS)"),
        Bullets(told or [f"not in this reference (immuno define {_PROGRAM})"]),
    ]


def _uses(labels: Labels, title: str, uses: Sequence[dict[str, Any]]) -> list[Block]:
    if not uses:
        return []
    blocks: list[Block] = [Heading(f"{title} ({len(uses)})")]
    groups: dict[str, list[str]] = {}
    for use in uses:
        groups.setdefault(use["cancer"], []).append(_use(use))
    for cancer in sorted(groups, key=lambda one: labels.of("cancer", one).casefold()):
        blocks += [Facts([(labels.of("cancer", cancer), " ")]), Bullets(groups[cancer])]
    return blocks


def _use(use: dict[str, Any]) -> str:
    """Return a use with ages, its first day, and when its words became those that are told."""
    kind = use["approval"]
    if use["converted"]:
        kind = f"accelerated, regular since {use['converted']}"
    first, last = use["events"][0], use["events"][-1]
    said = f"{told_whole(use)} ({day_of(first)}, {kind})" + _changes(use["events"])
    if use["status"] in ("current", "unknown"):
        return said
    if use["status"] == "replaced":
        return f"REPLACED {day_of(last)}: {said}"
    ended = day_of(last) if last["event"] == "withdrawn" else use["ended"] or ""
    reason = f". {use['reason']}" if use["reason"] else ""
    return f"{use['status'].upper()} {ended}: {said}{reason}"


def _changes(events: Sequence[dict[str, Any]]) -> str:
    """Return the days on which a use was narrowed or widened, and that of its last wording."""
    said = ""
    for kind in ("narrowed", "widened", "reworded"):
        days = [day_of(event) for event in events if event["event"] == kind]
        if days:
            said += f"; {kind} {', '.join(days[-1:] if kind == 'reworded' else days)}"
    return said


def _further(one: dict[str, Any]) -> str:
    about = [", ".join(one["products"]), f"since {one['from']}" if one["from"] else ""]
    said = ", ".join(filter(None, about))
    return f"{one['text']} ({said})" if said else str(one["text"])


def _names(therapy: Therapy, kinds: Sequence[str]) -> str:
    return few([alias["name"] for alias in therapy.aliases if alias["kind"] in kinds], 3 * MANY)


def _identifiers(identifiers: dict[str, Any]) -> str:
    numbers = []
    for title, key in (("RxNorm", "rxnorm"), ("UNII", "unii"), ("NCIt", "ncit")):
        if identifiers[key]:
            numbers.append(f"{title} {identifiers[key]}")
    numbers += [f"ATC {code}" for code in identifiers["atc"]]
    return ", ".join(numbers)


def _best_sources(catalogue: Catalogue, therapy: Therapy) -> list[Block]:
    """Return the documents a reader should open first: the FDA's own, made for people, newest first."""
    ids = dict.fromkeys([*therapy.sources, *(one for use in therapy.indications for one in use["sources"])])
    found = catalogue.documents(ids)
    found.sort(key=lambda source: source.published or "", reverse=True)
    found.sort(key=lambda source: (source.publisher != "FDA", source.sort not in _READABLE))
    if not found:
        return [
            Paragraph(f"none that was out on that day; what it was read in later: immuno cite {therapy.id}")
        ]
    more = len(found) - _SHOWN_SOURCES
    blocks: list[Block] = [
        Link(f"{source.publisher}: {source.title}", source.url or source.id)
        for source in found[:_SHOWN_SOURCES]
    ]
    return [*blocks, Paragraph(f"and {more} more: immuno cite {therapy.id}")] if more > 0 else blocks
