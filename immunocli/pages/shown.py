"""Chooses the page for whatever was found, and tells cancers, types and targets."""

from __future__ import annotations

from immunocli.pages.blocks import Branch, Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import MANY, Labels, few

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.found import Found
    from immunocli.pages.blocks import Block
    from immunocli.records.fields import Record

_RELATIONS = (
    (("same", "narrower"), "Approved for it"),
    (("wider",), "Approved for a wider cancer that includes it"),
    (("any-tumor",), "Approved for any solid tumor with a marker"),
)


def page_of(catalogue: Catalogue, record: Record, found: Found[Any], *, full: bool) -> list[Block]:
    """Return the page on a record, whatever its kind."""
    labels = Labels(catalogue)
    if record.kind == "therapy":
        from immunocli.pages.therapy_page import therapy_page

        others = found.query.get("in_one_product", {}).get(record["id"], ())
        return therapy_page(catalogue, labels, record, others, found.day, full=full)  # type: ignore[arg-type]
    if record.kind == "cancer":
        return cancer_page(catalogue, labels, record, found.query.get("as_of"), full=full)
    if record.kind == "type":
        return type_page(catalogue, labels, record)
    if record.kind == "target":
        return target_page(catalogue, labels, record)
    from immunocli.pages import knowledge

    if record.kind == "term":
        return knowledge.term_page(catalogue, record, technical=full)
    return knowledge.part_page(catalogue, record)


def cancer_page(
    catalogue: Catalogue, labels: Labels, cancer: Any, as_of: str | None, *, full: bool = False
) -> list[Block]:
    """Return the page on a cancer: what is approved for it, for something wider, for any tumor."""
    listed = catalogue.therapies(cancer=cancer.id, as_of=as_of, agnostic=True)
    day = listed.day
    blocks: list[Block] = [
        Heading(cancer.name, 1),
        Paragraph(cancer.description),
        Facts(
            [
                ("Part of", labels.each("cancer", cancer.part_of)),
                ("Includes", labels.each("cancer", cancer.below, 8)),
                ("Also called", few([alias["name"] for alias in cancer.aliases], MANY if full else 6)),
                ("Codes", _codes(cancer.codes) if full else None),
            ]
        ),
    ]
    for relations, title in _RELATIONS:
        rows = [
            [one.name, labels.of("type", one.type), one.approved or "", ", ".join(one.brands)]
            for one in listed
            if one.relation in relations
        ]
        if rows:
            grid = Grid(["name", "type", "since", "brands"], rows, kept=("name", "since"), whole=("since",))
            blocks += [Heading(f"{title}, as of {day} ({len(rows)})"), grid]
    if not listed.records:
        blocks.append(
            Paragraph(f"No immunotherapy of this record is approved by the FDA for it as of {day}.")
        )
    commands = [f"immuno indications --cancer {cancer.id}", f"immuno timeline --cancer {cancer.id}"]
    return [*blocks, Next(commands)]


def _codes(codes: dict[str, list[str]]) -> str:
    titles = {
        "oncotree": "OncoTree", "tcga": "TCGA", "ncit": "NCIt", "icd10": "ICD-10-CM", "icdo": "ICD-O",
        "mesh": "MeSH",
    }  # fmt: skip
    return "; ".join(f"{titles[key]} {', '.join(values[:6])}" for key, values in codes.items() if values)


def type_page(catalogue: Catalogue, labels: Labels, kind: Any) -> list[Block]:
    """Return the page on a type: what it is, how it works, side effects, its therapies."""
    effects = kind.side_effects
    groups: dict[str, list[str]] = {}
    for sign in catalogue.signs(effects["signs"]):
        groups.setdefault(sign["rung"], []).append(sign["name"])
    ladder = catalogue.urgency
    signs: list[Block] = []
    for rung in sorted(groups, key=lambda one: ladder[one]["order"]):
        signs += [Facts([(ladder[rung]["name"], ladder[rung]["text"])]), Bullets([", ".join(groups[rung])])]
    blocks: list[Block] = [
        Heading(kind.name, 1),
        Paragraph(kind.definition),
        Facts(
            [
                ("Part of", labels.each("type", kind.part_of)),
                ("Includes", labels.each("type", kind.below)),
                ("Also called", few(kind.aliases)),
            ]
        ),
        Heading("How it works"),
        Paragraph(kind.mechanism),
        Heading("Typical side effects"),
        Bullets(effects["typical"]),
    ]
    blocks += [Heading("Signs to act on"), *signs] if signs else []
    if effects["note"]:
        blocks.append(Paragraph(effects["note"]))
    blocks += therapies_grid(catalogue, labels, kind.therapies)
    return [*blocks, Next([f"immuno therapies --type {kind.id}", f"immuno cite {kind.id}"])]


def target_page(catalogue: Catalogue, labels: Labels, target: Any) -> list[Block]:
    """Return the page on a target: what it is and which therapies act on it."""
    return [
        Heading(target.name, 1),
        Paragraph(target.description),
        Facts([("Also called", few(target.aliases))]),
        *therapies_grid(catalogue, labels, target.therapies),
        Next([f"immuno therapies --target {target.id}", f"immuno cite {target.id}"]),
    ]


def therapies_grid(catalogue: Catalogue, labels: Labels, ids: Sequence[str], most: int = 1000) -> list[Block]:
    """Return therapies with brands and first approval as a table, `most` of them."""
    if not ids:
        return []
    told = {one.id: one for one in catalogue.therapies(status="any", agnostic=False) if one.id in set(ids)}
    rows = [
        [told[one].name, ", ".join(told[one].brands), told[one].first_approved or "", told[one].status]
        for one in ids[:most]
        if one in told
    ]
    title = f"Therapies ({len(ids)})" if len(ids) <= most else f"Therapies ({most} of {len(ids)})"
    return [
        Heading(title),
        Grid(["name", "brands", "since", "status"], rows, kept=("name", "since", "status"), whole=("since",)),
    ]


def vocabulary_page(
    catalogue: Catalogue, records: Sequence[Any], found: Found[Any], *, one: bool
) -> list[Block]:
    """Return a vocabulary as trees with counts; for one of its entries, its page first."""
    trees = _forest(records)
    if not one or not records:
        return trees
    page = page_of(catalogue, records[0], found, full=False)
    return [*page, *(trees if len(records) > 1 else [])]


def _forest(records: Sequence[Any]) -> list[Block]:
    """Return records as trees; each stands below those of them that it is part of."""
    shown = {record.id: record for record in records}
    children: dict[str, list[str]] = {}
    tops = []
    for record in records:
        parents = [one for one in record["part_of"] if one in shown] if "part_of" in record else []
        for parent in parents:
            children.setdefault(parent, []).append(record.id)
        if not parents:
            tops.append(record.id)

    def branch(one: str) -> Branch:
        count = len(shown[one].therapies)
        note = f"{count} {'therapy' if count == 1 else 'therapies'}" if count else "none"
        return Branch(shown[one].name, note, [branch(below) for below in children.get(one, ())])

    return [branch(one) for one in tops]
