"""The page on a cancer: what is approved for it, for something wider, for any tumor."""

from __future__ import annotations

from immunocli.pages.asked_of_uses import Told, branded, legend
from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import RELATIONS, called, few, fitting
from immunocli.pages.small_screen import fullest
from immunocli.pages.sources_line import sources_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.found import Found
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.therapy import Therapy

# So many signs fit beside a label on a first screen.
_A_LINE = 54
# How therapies are told, the fullest first: in tables; with what their uses say, by type with days, or with years, or a
# line each and less of what else there is; with brands; with names and years alone; or only the first of each type: in
# two lines, from then on in one line for one type more, the smallest first.
_TABLES, _DAYS, _USES, _TIGHT, _BRANDS, _YEARS, _SOME = range(7)
# So many signs fit a line, and two, with "and 10 more".
_ONE_LINE, _TWO_LINES = 66, 138


def cancer_page(
    catalogue: Catalogue, labels: Labels, cancer: Any, as_of: str | None, *, full: bool = False
) -> list[Block]:
    """Return the page on a cancer.

    Whole, all therapies stand in tables; on a first screen, as it needs room, they are told by type with
    their days, with the years alone, or the first of each type.
    """
    listed = catalogue.therapies(cancer=cancer.id, as_of=as_of, agnostic=True)
    held = catalogue.indications(cancer=cancer.id, as_of=as_of, agnostic=True)
    told = Told(labels, held, catalogue.narrowest)
    cited = len({source for use in held for source in use.sources})
    if full:
        return _page(catalogue, labels, cancer, as_of, listed, told, cited, _TABLES, full=True)

    def ways() -> Iterator[list[Block]]:
        types = {one.type for one in listed}
        yield _page(catalogue, labels, cancer, as_of, listed, told, cited, _DAYS, full=False)
        for how in range(_DAYS, _SOME + len(types) + 2):
            yield _page(catalogue, labels, cancer, as_of, listed, told, 0, how, full=False)

    return fullest(ways())


def _page(
    catalogue: Catalogue,
    labels: Labels,
    cancer: Any,
    as_of: str | None,
    listed: Found[Therapy],
    uses: Told,
    cited: int,
    how: int,
    *,
    full: bool,
) -> list[Block]:
    day = listed.day
    shortest = _SOME + len({one.type for one in listed})  # from then on without other names
    blocks: list[Block] = [
        Heading(cancer.name, 1),
        *(Paragraph(notice.message) for notice in listed.notices if notice.code == "none-named"),
        Paragraph(cancer.description),
        Facts(
            [
                ("Part of", labels.each("cancer", cancer.part_of)),
                ("Includes", _names([labels.of("cancer", one) for one in cancer.below], 8, full=full)),
                (
                    "Also called",
                    None
                    if how == _TIGHT or how > shortest
                    else _names(called(cancer.aliases), len(cancer.aliases), full=full),
                ),
                ("In other languages", ", ".join(called(cancer.aliases, foreign=True)) if full else None),
                ("Codes", _codes(cancer.codes) if full else None),
            ]
        ),
    ]
    means = legend(listed)
    for relations, title in RELATIONS:
        told = [one for one in listed if one.relation in relations]
        if not told:
            continue
        years = ", since the year" if how > _DAYS and relations == RELATIONS[0][0] else ""
        many, means = f"{len(told)}; {means}" if means else str(len(told)), ""
        if how == _TIGHT and relations != RELATIONS[0][0]:
            blocks.append(Paragraph(f"{title} ({many}): {_since(uses, told, relations, _YEARS, _ONE_LINE)}"))
            continue
        blocks.append(Heading(f"{title}{years}, as of {day} ({many})"))
        if how == _TABLES:
            blocks.append(_table(labels, uses, told, relations))
        elif how == _TIGHT:
            blocks.append(Bullets([uses.line(one, relations, 4) for one in told]))
        elif relations == RELATIONS[0][0]:
            blocks.append(Bullets(_by_type(labels, uses, told, how)))
        else:
            blocks.append(Paragraph(_since(uses, told, relations, how, _ONE_LINE)))
    beside = [one.message for one in listed.notices if one.code == "overlapping"]
    if beside:
        blocks.append(Heading(f"Approved for a form that it may be too, as of {day}"))
        blocks += [Paragraph(one[:1].upper() + one[1:]) for one in beside]
    perhaps = [one.message for one in listed.notices if one.code == "license-not-known"]
    blocks += [Paragraph(f"{one[:1].upper()}{one[1:]}") for one in perhaps]
    if not listed.records and not perhaps:
        blocks.append(
            Paragraph(f"No immunotherapy of this record is approved by the FDA for it as of {day}.")
        )
    commands = [f"immuno indications --cancer {cancer.id}", f"immuno timeline --cancer {cancer.id}"]
    if how > _TIGHT:
        commands = [f"immuno show {cancer.id} --full", f"immuno therapies --cancer {cancer.id}"]
    if uses.commonest and how < _TIGHT:
        commands.append(labels.defining(uses.commonest))
    sources = sources_line(catalogue, "cancer", cancer.id, as_of)
    if cited:
        day_too = f" --as-of {as_of}" if as_of else ""
        sources.text += (
            f"; of its uses: {cited} (immuno indications --cancer {cancer.id} -c id,urls{day_too})"
        )
    return [*blocks, sources, Next(commands)]


def _table(labels: Labels, uses: Told, therapies: Sequence[Therapy], relations: Collection[str]) -> Grid:
    """Return therapies as a table: brand, first day, where in the disease, what must be found first, and type."""
    rows = [
        [
            branded(one),
            one.approved or "",
            uses.settings(one, relations),
            uses.required(one, relations),
            labels.of("type", one.type),
        ]
        for one in therapies
    ]
    columns = ["name", "since", "for", "only if", "type"]
    if not any(row[3] for row in rows):
        columns, rows = [*columns[:3], "type"], [[*row[:3], row[4]] for row in rows]
    return Grid(columns, rows, kept=columns[:-1], whole=("since",))


def _by_type(labels: Labels, uses: Told, therapies: Sequence[Therapy], how: int) -> list[str]:
    """Return a line for each type: its therapies, each with its first day, or the first of them."""
    groups: dict[str, list[Any]] = {}
    for one in therapies:
        groups.setdefault(labels.of("type", one.type), []).append(one)
    one_line = sorted(groups, key=lambda kind: (len(groups[kind]), kind))[: max(how - _SOME, 0)]
    lines = []
    for kind in sorted(groups, key=str.casefold):
        many = f" ({len(groups[kind])})" if how >= _SOME and len(groups[kind]) > 1 else ""
        room = (_ONE_LINE if kind in one_line else _TWO_LINES) - len(kind + many)
        lines.append(f"{kind}{many}: {_since(uses, groups[kind], RELATIONS[0][0], how, room)}")
    return lines


def _since(uses: Told, therapies: Sequence[Therapy], relations: Collection[str], how: int, room: int) -> str:
    """Return therapies with what their uses say, with their first days, or the years; the first where room is short."""
    until = 4 if how > _DAYS else None
    if how <= _USES:
        return "; ".join(uses.line(one, relations, until) for one in therapies)
    told = [f"{branded(one, how == _BRANDS)} {(one.approved or '')[:4]}" for one in therapies]
    return fitting(told, room) if how >= _SOME else ", ".join(told)


def _names(names: list[str], most: int, *, full: bool) -> str:
    """Return the first of some names: a line of them on a first screen."""
    return few(names, most) if full else fitting(names, _A_LINE)


def _codes(codes: dict[str, list[str]]) -> str:
    titles = {
        "oncotree": "OncoTree", "tcga": "TCGA", "ncit": "NCIt", "icd10": "ICD-10-CM", "icdo": "ICD-O",
        "mesh": "MeSH",
    }  # fmt: skip
    return "; ".join(f"{titles[key]} {', '.join(values[:6])}" for key, values in codes.items() if values)
