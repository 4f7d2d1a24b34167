"""Turns records into what people read: cards, definitions, trees."""

from __future__ import annotations

from immunocli.blocks import Branch, Bullets, Facts, Grid, Heading, Link, Next, Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.blocks import Block
    from immunocli.data import Data

_NAMED = {"targets": "target", "cancers": "cancer", "cancer": "cancer", "therapies": "therapy"}
_VERDICTS = {
    "approved": "approved today",
    "changed": "approved, but changed since",
    "withdrawn": "WITHDRAWN since",
    "never-approved": "never approved by the FDA",
    "by-definition": "in scope by definition only",
}
_MANY = 12
_SHOWN_SOURCES = 3


def title_of(data: Data, kind: str, one: str) -> str:
    """Return the name that people read for an id; the id itself when there is none."""
    return str(data.get("title", f"{kind}/{one}") or one)


def label(data: Data, column: str, value: Any) -> str:
    """Return a cell of a table for people: names in place of ids, commas in place of `;`."""
    if value is None:
        return ""
    if column == "type":
        return title_of(data, "type", value)
    if column == "therapy":
        return title_of(data, "therapy", value)
    if column in _NAMED:
        kind = _NAMED[column]
        values = [value] if isinstance(value, str) else value
        named = [title_of(data, kind, one).removesuffix(" cancer") for one in values]
        if column == "therapies" and len(named) > _MANY:
            named = [*named[:_MANY], f"and {len(named) - _MANY} more"]
        return ", ".join(named)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


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


_READABLE = ("label", "announcement", "fda-page", "approval-letter", "drugsfda", "purple-book")


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
    for brand in therapy.brand_history:
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
    return ", ".join(shown[:_MANY]) + (f" and {len(shown) - _MANY} more" if len(shown) > _MANY else "")


def _market(market: dict[str, Any]) -> str:
    words = {"marketed": "on the US market", "never-approved": "never approved in the US"}
    said = words.get(market["status"], f"{market['status']} in the US")
    if market["date"]:
        said += f" {market['date']}"
    return f"{said}. {market['note']}" if market["note"] else said


def _names(therapy: Any, kinds: Sequence[str]) -> str:
    names = [alias["name"] for alias in therapy.aliases if alias["kind"] in kinds]
    more = f" and {len(names) - _MANY} more" if len(names) > _MANY else ""
    return ", ".join(names[:_MANY]) + more


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


def cancer_page(data: Data, cancer: Any, day: str) -> list[Block]:
    """Return the page on a cancer: what it is, what is approved for it, where it belongs."""
    rows = []
    for one in cancer.therapies:
        therapy = data.get("therapy", one)
        rows.append([therapy["name"], label(data, "type", therapy["type"]), ", ".join(therapy["brands"])])
    parents = ", ".join(title_of(data, "cancer", one) for one in cancer.part_of)
    below = [one for one in data.get("under", f"cancer/{cancer.id}")["below"] if one != cancer.id]
    blocks: list[Block] = [
        Heading(cancer.name, 1),
        Paragraph(cancer.description),
        Facts(
            [
                ("Part of", parents),
                ("Includes", ", ".join(title_of(data, "cancer", one) for one in below[:_MANY])),
                ("Also called", ", ".join(cancer.aliases[:_MANY])),
                ("Codes", _codes(cancer.codes)),
            ]
        ),
        Heading(f"Immunotherapies approved for it, as of {day} ({len(rows)})"),
    ]
    if rows:
        blocks.append(Grid(["name", "type", "brands"], rows, kept=("name",)))
    else:
        blocks.append(Paragraph("No immunotherapy is approved by the FDA for this cancer."))
    if cancer.solid:
        blocks.append(Paragraph("Approvals for any solid tumor with a certain marker may apply too."))
    return [
        *blocks,
        Next(
            [f"immuno indications --cancer {cancer.id}", f"immuno therapies --cancer {cancer.id} --agnostic"]
        ),
    ]


def _codes(codes: dict[str, list[str]]) -> str:
    titles = {"oncotree": "OncoTree", "tcga": "TCGA", "ncit": "NCIt", "icd10": "ICD-10"}
    return "; ".join(f"{titles[key]} {', '.join(values[:6])}" for key, values in codes.items() if values)


def type_page(data: Data, kind: Any, *, command: bool = True) -> list[Block]:
    """Return the page on a type: what it is, how it works, side effects, its therapies."""
    below = [one for one in data.get("under", f"type/{kind.id}")["below"] if one != kind.id]
    effects = kind.side_effects
    blocks: list[Block] = [
        Heading(kind.name, 1),
        Paragraph(kind.definition),
        Facts(
            [
                ("Part of", ", ".join(title_of(data, "type", one) for one in kind.part_of)),
                ("Includes", ", ".join(title_of(data, "type", one) for one in below)),
                ("Also called", ", ".join(kind.aliases[:_MANY])),
            ]
        ),
        Heading("How it works"),
        Paragraph(kind.mechanism),
        Heading("Typical side effects"),
        Bullets(effects["typical"]),
        Heading("Warning signs: tell the care team at once"),
        Bullets(effects["warning_signs"]),
    ]
    if effects["note"]:
        blocks.append(Paragraph(effects["note"]))
    blocks += _therapies(data, kind.therapies)
    return [*blocks, Next([f"immuno therapies --type {kind.id}"])] if command else blocks


def target_page(data: Data, target: Any) -> list[Block]:
    """Return the page on a target: what it is and which therapies act on it."""
    return [
        Heading(target.name, 1),
        Paragraph(target.description),
        Facts([("Also called", ", ".join(target.aliases))]),
        *_therapies(data, target.therapies),
        Next([f"immuno therapies --target {target.id}", f"immuno define {target.id}"]),
    ]


def _therapies(data: Data, ids: Sequence[str], most: int = 1000) -> list[Block]:
    if not ids:
        return []
    records = [data.get("therapy", one) for one in ids[:most]]
    rows = [[one["name"], ", ".join(one["brands"]), one["status"]] for one in records]
    return [
        Heading(f"Therapies ({len(ids)})" if len(ids) <= most else f"Therapies ({most} of {len(ids)})"),
        Grid(["name", "brands", "status"], rows, kept=("name", "status")),
    ]


def term_page(data: Data, term: Any, *, technical: bool) -> list[Block]:
    """Return a definition with what is related to it."""
    blocks: list[Block] = [Heading(term.term, 1), Paragraph(term.definition)]
    if technical:
        blocks += [Heading("For specialists"), Paragraph(term.technical or "No other definition is needed.")]
    therapies = [_with_status(data, one) for one in term.therapies[:_MANY]]
    more = f" and {len(term.therapies) - _MANY} more" if len(term.therapies) > _MANY else ""
    blocks.append(
        Facts(
            [
                ("Also called", ", ".join(term.aliases[:_MANY])),
                ("Therapies", ", ".join(therapies) + more),
                ("See also", ", ".join(title_of(data, "term", one) for one in term.see_also)),
            ]
        )
    )
    commands = [f"immuno define {one}" for one in term.see_also[:3]]
    commands += [f"immuno faq {one}" for one in term.questions[:2]]
    return [*blocks, Next(commands)] if commands else blocks


def _with_status(data: Data, one: str) -> str:
    record = data.get("therapy", one)
    return str(record["name"]) + ("" if record["status"] == "approved" else f" ({record['status']})")


def question_page(data: Data, question: Any, others: Sequence[Any] = ()) -> list[Block]:
    """Return a question and its answer, and the next nearest questions."""
    blocks: list[Block] = [Heading(question.question, 1), Paragraph(question.answer)]
    terms = ", ".join(title_of(data, "term", one) for one in question.see_also)
    blocks.append(Facts([("Related terms", terms)]))
    commands = [f"immuno define {one}" for one in question.see_also[:3]]
    commands += [f"immuno faq {other.id}" for other in others]
    return [*blocks, Next(commands)]


def part_page(data: Data, part: Any) -> list[Block]:
    """Return the page on a part of the immune system."""
    blocks: list[Block] = [
        Heading(part.name, 1),
        Paragraph(part.role),
        Facts(
            [
                ("When", part.date),
                ("Also called", ", ".join(part.aliases)),
                ("Side effects", ", ".join(part.side_effects)),
                ("Used by", ", ".join(title_of(data, "type", one) for one in part.types)),
                ("See also", ", ".join(title_of(data, "part", one) for one in part.see_also)),
            ]
        ),
        *_therapies(data, part.therapies, _MANY),
    ]
    commands = [f"immuno types {one}" for one in part.types[:3]]
    commands += [f"immuno immune-system {one}" for one in part.see_also[:3]]
    return [*blocks, Next(commands)] if commands else blocks


_SHELVES = (
    ("cell", "Cells"),
    ("molecule", "Molecules"),
    ("organ", "Organs"),
    ("strength", "Strengths"),
    ("history", "History"),
    ("treatment", "Treatments and their side effects"),
)


def parts_list(parts: Sequence[Any]) -> list[Block]:
    """Return all parts of the immune system by kind, with what they do."""
    blocks: list[Block] = []
    for kind, title in _SHELVES:
        rows = [[part.name, part.role] for part in parts if part["kind"] == kind]
        if rows:
            blocks += [Heading(title), Grid(["name", "role"], rows, kept=("name", "role"))]
    return [*blocks, Next(["immuno immune-system b-cell"])]


def forest(data: Data, kind: str, records: Sequence[Any]) -> list[Block]:
    """Return a vocabulary as trees, with the number of therapies at each node.

    Args:
        data: where the records stand.
        kind: `cancer`, `type` or `target`.
        records: those to show; each stands below those of them that it is part of.
    """
    shown = {record.id: record for record in records}
    children: dict[str, list[str]] = {}
    tops = []
    for record in records:
        parents = [one for one in getattr(record, "part_of", ()) if one in shown]
        for parent in parents:
            children.setdefault(parent, []).append(record.id)
        if not parents:
            tops.append(record.id)

    def branch(one: str) -> Branch:
        count = len(shown[one].therapies)
        note = f"{count} {'therapy' if count == 1 else 'therapies'}" if count else "none"
        return Branch(shown[one].name, note, [branch(below) for below in children.get(one, ())])

    return [branch(one) for one in tops]
