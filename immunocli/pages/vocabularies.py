"""The pages on cancers, types and targets, and their trees."""

from __future__ import annotations

from immunocli.pages.blocks import Branch, Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages import MANY, label, title_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.store.typed import Data


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
                ("Includes", ", ".join(title_of(data, "cancer", one) for one in below[:MANY])),
                ("Also called", ", ".join(cancer.aliases[:MANY])),
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


def type_page(data: Data, kind: Any) -> list[Block]:
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
                ("Also called", ", ".join(kind.aliases[:MANY])),
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
    blocks += therapies_grid(data, kind.therapies)
    return [*blocks, Next([f"immuno therapies --type {kind.id}"])]


def target_page(data: Data, target: Any) -> list[Block]:
    """Return the page on a target: what it is and which therapies act on it."""
    return [
        Heading(target.name, 1),
        Paragraph(target.description),
        Facts([("Also called", ", ".join(target.aliases))]),
        *therapies_grid(data, target.therapies),
        Next([f"immuno therapies --target {target.id}", f"immuno define {target.id}"]),
    ]


def therapies_grid(data: Data, ids: Sequence[str], most: int = 1000) -> list[Block]:
    """Return therapies with brands and status as a table, `most` of them."""
    if not ids:
        return []
    records = [data.get("therapy", one) for one in ids[:most]]
    rows = [[one["name"], ", ".join(one["brands"]), one["status"]] for one in records]
    return [
        Heading(f"Therapies ({len(ids)})" if len(ids) <= most else f"Therapies ({most} of {len(ids)})"),
        Grid(["name", "brands", "status"], rows, kept=("name", "status")),
    ]


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
