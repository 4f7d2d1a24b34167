"""Products of one therapy side by side: license, kind, how it is given, box, and the uses of each label."""

from __future__ import annotations

from immunocli.pages.blocks import Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.comparison_page import first_of_box
from immunocli.pages.labels import FORMS, few, titled
from immunocli.records.overview import NOT_KNOWN
from immunocli.text import all_of, pasted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.fields import Record

_TOLD = {
    "kind": "kind",
    "names": "also called",
    "form": "given",
    "makers": "maker",
    "contains": "holds",
    "licensed": "licensed",
    "license_number": "license",
    "license_until": "license ended",
    "market": "market",
    "market_until": "left the market",
    "treats": "for",
}
# What is said of the uses of a product where its own label does not tell them.
_OF_USES = {
    "unknown": "which of them its label has is not known",
    "foreign": "no US product: it has no label of the FDA's",
    "other": "for no cancer",
}
_GIVEN = {
    **FORMS, "intravenous": "into a vein", "intramuscular": "into a muscle", "intralesional": "into the tumor",
    "topical": "on the skin", "oral": "by mouth",
}  # fmt: skip
_NAMES = 2
_MARKETS = {"not-sold": "not sold", "unknown": "not known"}
# So many uses that all labels have are listed; of more the cancers are told, and --full lists them.
_MANY_USES = 8


def products_compared(
    labels: Labels, rows: Sequence[Any], sides: Sequence[Record], query: dict[str, Any], *, full: bool
) -> list[Block]:
    """Return what products of one therapy share, what differs, and which label has which use.

    Args:
        labels: makes names of ids.
        rows: the lines of the comparison.
        sides: the therapy as each product has it.
        query: what was asked.
        full: the whole of boxed warnings too.
    """
    names: list[str] = query["name"]
    by_property = {row["property"]: row for row in rows}
    title = f"{all_of(names)}, products of {sides[0]['name']}"
    blocks: list[Block] = [Heading(titled(title, {**query, "therapy": (), "product": {}}, labels), 1)]
    told = {
        said: [_cell(labels, key, by_property[key][name]) for name in names] for key, said in _TOLD.items()
    }
    told = {said: cells for said, cells in told.items() if any(cells)}
    every = "Both" if len(names) == 2 else "All"
    shared = [labels.cell("type", sides[0]["type"])]
    shared += [f"acts on {labels.cell('targets', sides[0]['targets'])}"] if sides[0]["targets"] else []
    shared += [f"{said} {cells[0]}" for said, cells in told.items() if len({*cells}) == 1]
    blocks.append(Facts([(every, "; ".join(shared))]))
    apart = [[said, *(cell or "-" for cell in cells)] for said, cells in told.items() if len({*cells}) > 1]
    blocks += _boxes(by_property["boxed_warnings"], sides, names, full=full)
    if apart:
        blocks.append(Grid(["", *names], apart, kept=("", *names)))
    blocks += _uses(labels, rows, by_property["uses"], sides, names, full=full)
    return [*blocks, Next([f"immuno show {pasted(name)}" for name in names])]


def _cell(labels: Labels, key: str, value: Any) -> str:
    if key == "form":
        return _GIVEN.get(value, value or "")
    if key == "makers":
        return labels.cell(key, value) or "not known"
    if key in ("license_until", "market_until") and value == "unknown":
        return "on a day not known"
    if key == "names":
        return few(value or [], _NAMES)
    return labels.cell(
        "therapies" if key == "contains" else key, _MARKETS.get(value, value) if key == "market" else value
    )


def _boxes(row: Mapping[str, Any], sides: Sequence[Record], names: list[str], *, full: bool) -> list[Block]:
    """Return what the labels' boxes warn of: once where it is the same."""
    told = []
    for name, side in zip(names, sides, strict=True):
        texts = row[name] if full or not row[name] else list(dict.fromkeys(side["boxed"]))
        if texts:
            told.append(first_of_box(texts, full=full))
        else:
            told.append("not known." if texts is None else "none.")
    if len({*told}) == 1 and all(row[name] == row[names[0]] for name in names):
        alike = "in both labels" if len(names) == 2 else "in all labels"
        if not row[names[0]]:
            return [Paragraph(f"Boxed warning: {told[0]}")]
        return [Facts([("BOXED WARNING", f"({alike}) {told[0]}")])]
    return [Facts([("BOXED WARNING", f"{name}: {one}") for name, one in zip(names, told, strict=True)])]


def _uses(
    labels: Labels,
    rows: Sequence[Any],
    known: Mapping[str, Any],
    sides: Sequence[Record],
    names: list[str],
    *,
    full: bool,
) -> list[Block]:
    """Return since when each label has each use, what some have alone first; of many that all have, the cancers."""
    ids = {row["property"].removeprefix("use: "): row for row in rows if row["property"].startswith("use: ")}
    held = {use["id"]: use for side in sides for use in side["indications"]}
    blocks: list[Block] = [
        Paragraph(f"{name}: {said}.") for name in names if (said := _OF_USES.get(known[name]))
    ]
    if not ids:
        return [*blocks, Paragraph("No such use stands in any of the labels.")]
    days = {one: [_since(row[name]) for name in names] for one, row in ids.items()}
    same = [one for one, told in days.items() if not {_NONE, _UNSURE} & {*told}]
    every = "both labels" if len(names) == 2 else "all labels"
    for title, told in ((f"Not in {every}", [one for one in ids if one not in same]), (f"In {every}", same)):
        if not told:
            continue
        head = f"{title}: {len(told)} {'use' if len(told) == 1 else 'uses'}"
        if told is same and len(same) > _MANY_USES and not full:
            cancers = dict.fromkeys(held[one]["cancer"] for one in same)
            line = ", ".join(sorted((labels.cell("cancer", one) for one in cancers), key=str.casefold))
            blocks += [Heading(f"{head} (--full lists them)"), Paragraph(line)]
            continue
        grid = [[_words(ids[one], names), *days[one]] for one in told]
        blocks += [
            Heading(f"{head}, and since when"),
            Grid(["", *names], grid, kept=("", *names), whole=names),
        ]
    return blocks


_NONE, _UNSURE = "-", "not known"


def _since(value: str | None) -> str:
    if value == NOT_KNOWN:
        return _UNSURE
    return _NONE if value is None else value.split(":")[0]


def _words(row: Mapping[str, Any], names: Sequence[str]) -> str:
    """Return what a use is for, of each label apart where they say otherwise."""
    said = {name: row[name].split(": ", 1)[1] for name in names if row[name] not in (None, NOT_KNOWN)}
    if len({*said.values()}) == 1:
        return str(next(iter(said.values())))
    shared = min(said.values(), key=len)
    more = {name: one.removeprefix(shared) for name, one in said.items() if one != shared}
    if all(one.startswith(", ") for one in more.values()):
        return f"{shared} ({'; '.join(f'{name}: {one[2:]}' for name, one in more.items())})"
    return " ".join(f"{name}: {one}." for name, one in said.items())
