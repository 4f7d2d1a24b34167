"""The timeline as lanes, the matrix as counts, changes as news."""

from __future__ import annotations

from immunocli.pages.blocks import Heading, Paragraph
from immunocli.pages.drawings import Heat, Lanes, News, Since
from immunocli.pages.labels import standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.found import Found
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels

# So many uses of one decision are told.
_USES_TOLD = 3
# What is told below a matrix, and nowhere else where that is a page.
_OVERLAPPING = ("rows-within-rows", "rows-share-uses", "rows-empty")
# What is told of lanes that are about more than the cancer asked for.
_FURTHER = (
    ("wider", " (wider)", "approved for a wider cancer that includes it"),
    ("any-tumor", " (any tumor)", "approved for any solid tumor with a marker"),
)


def lanes(
    labels: Labels,
    records: Sequence[Any],
    title: str,
    day: str,
    brands: dict[str, str] | None = None,
    by: str = "therapy",
) -> list[Block]:
    """Return therapies along the years, a lane each, below the cancer or target that it stands under.

    They are named with their brands where these are given, by id.
    """
    if not records:
        return [Heading(title, 1)]
    lines: list[tuple[str, list[dict[str, str]], str, str, str]] = []
    above = ""
    for one in records:
        head = "" if by == "therapy" else labels.cell(by, one[by]) if one[by] else f"no {by}"
        if head != above:
            lines.append((head, [], "", "", ""))
            above = head
        name = _name(one, (brands or {}).get(one.therapy))
        lines.append((name, one.segments, one.approved, one.ended or "", _how(one)))
    asked = {one.relation for one in records}
    note = "; ".join(f"{mark.strip(' ()')}: {told}" for of, mark, told in _FURTHER if of in asked)
    return [Heading(title, 1), Lanes(lines, day, note[:1].upper() + note[1:])]


def _how(lane: Any) -> str:
    """Return how a lane ended; nothing while it lasts."""
    return "" if not lane.ended else "perhaps revoked" if lane.status == "unknown" else lane.status


def _name(lane: Any, brand: str | None) -> str:
    """Return the name of a lane; of one that goes on while nobody sells it, that too."""
    name = lane.name
    name += f" ({brand})" if brand and brand.casefold() not in name.casefold() else ""
    name += next((mark for of, mark, _ in _FURTHER if of == lane.relation), "")
    return name if lane.ended else standing(name, lane.status, lane.market)


def heat(labels: Labels, records: Sequence[Any], found: Found[Any], title: str) -> list[Block]:
    """Return counts of therapies, or first days; what is part of a row stands below it, and how rows overlap."""
    first, *heads = found.columns
    by = found.query.get("by")
    kind = (by if by in ("target", "therapy") else "type") if first == "cancer" else "cancer"
    cells = {row[first]: [row[head] for head in heads] for row in records}
    names = {one: labels.cell(first, one) for one in cells}
    if first == "cancer" and list(cells) == sorted(cells):  # by id, unless another order was asked for
        names = _below_wider(names, found)
    columns = [labels.of(kind, head) for head in heads]
    told = [cells[one] for one in names]
    notes: list[Block] = [Paragraph(one.message) for one in found.notices if one.code in _OVERLAPPING]
    if not columns or not told:
        return [Heading(title, 1), *notes]
    if by == "therapy":
        days = [[day or "" for day in row] for row in told]
        return [Heading(title, 1), Since(list(names.values()), columns, days), *notes]
    return [Heading(title, 1), Heat(list(names.values()), columns, told), *notes]


def _below_wider(names: dict[str, str], found: Found[Any]) -> dict[str, str]:
    """Return rows by their names, those that are part of another below it and marked, each once."""
    told = (notice.counts["part_of"] for notice in found.notices if notice.code == "rows-within-rows")
    part_of: dict[str, list[str]] = next(told, {})
    shown: dict[str, str] = {}

    def stand(one: str, mark: str) -> None:
        shown[one] = mark + names[one]
        for below in sorted(names, key=lambda other: names[other].casefold()):
            if below not in shown and one in part_of.get(below, ()):
                stand(below, f"-{mark or ' '}")

    for one in sorted(names, key=lambda other: names[other].casefold()):
        if not part_of.get(one):
            stand(one, "")
    return shown


def apart(summary: str) -> list[str]:
    """Return the uses that a line tells, each of which begins with a capital, unlike what follows a semicolon."""
    uses: list[str] = []
    for part in summary.split("; "):
        if uses and not part[:1].isupper():
            uses[-1] += f"; {part}"
        else:
            uses.append(part)
    return uses


def news(labels: Labels, records: Sequence[Any], title: str) -> list[Block]:
    """Return what changed, a day below the other, one decision one entry; what one of two tells is told once."""
    blocks: list[Block] = [Heading(f"{title} ({len(records)})", 1)]
    days: dict[str, list[tuple[str, str, list[str]]]] = {}
    for together in _of_the_same(records):
        one = max(together, key=lambda entry: len(entry.summary))  # that also has the words before
        uses = apart(one.summary)
        if len(uses) > len(one.uses):
            uses = [one.summary]  # a product, or a warning, that has a semicolon of its own
        told = uses[:_USES_TOLD]
        if len(uses) > _USES_TOLD:
            more = len(uses) - _USES_TOLD
            told.append(f"and {more} more {'use' if more == 1 else 'uses'}")
        what = ", ".join(map(_event, together))
        entry = (what, labels.each("therapy", one.therapies), told)
        days.setdefault(f"by {one.date}" if one.latest else one.date, []).append(entry)
    if not days:
        blocks.append(Paragraph("Nothing."))
    return [*blocks, *(News(day, entries) for day, entries in days.items())]


def _of_the_same(records: Sequence[Any]) -> list[list[Any]]:
    """Return the changes, those of one day together that are about just the same uses, as converted and reworded."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for place, one in enumerate(records):
        about = (one.date, one.latest, *sorted(one.uses)) if one.uses else (place,)
        groups.setdefault(about, []).append(one)
    return list(groups.values())


def _event(one: Any) -> str:
    """Return what happened; of an approval, where it is not the regular one, how it was approved."""
    said = str(one.event.replace("-", " "))
    if one.event == "converted":
        return f"{said} to regular"
    return f"{said} ({' and '.join(one.approval)})" if "accelerated" in one.approval else said
