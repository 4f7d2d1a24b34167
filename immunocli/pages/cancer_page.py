"""The page on a cancer: what is approved for it, for something wider, for any tumor."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import RELATIONS, called, few, fitting, standing
from immunocli.pages.small_screen import fullest
from immunocli.pages.sourced import sources_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.found import Found
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.therapy import Therapy

# So many therapies stand in a table of their own; more are told in running text, or by their types.
_A_LONG_LIST = 4
# So many signs fit beside a label on a first screen.
_A_LINE = 54
# How therapies are told, the fullest first: in tables, with days, with years, or only the first of each type: in two
# lines, from then on in one line for one type more, the smallest first.
_TABLES, _DAYS, _YEARS, _SOME = range(4)
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
    if full:
        return _page(catalogue, labels, cancer, as_of, listed, _TABLES, full=True)

    def ways() -> Iterator[list[Block]]:
        types = {one.type for one in listed}
        for how in range(_SOME + len(types) + 1):
            if how > _TABLES or len(listed.records) <= _A_LONG_LIST:
                yield _page(catalogue, labels, cancer, as_of, listed, how, full=False)

    return fullest(ways())


def _page(
    catalogue: Catalogue,
    labels: Labels,
    cancer: Any,
    as_of: str | None,
    listed: Found[Therapy],
    how: int,
    *,
    full: bool,
) -> list[Block]:
    day = listed.day
    blocks: list[Block] = [
        Heading(cancer.name, 1),
        *(Paragraph(notice.message) for notice in listed.notices if notice.code == "none-named"),
        Paragraph(cancer.description),
        Facts(
            [
                ("Part of", labels.each("cancer", cancer.part_of)),
                ("Includes", _names([labels.of("cancer", one) for one in cancer.below], 8, full=full)),
                ("Also called", _names(called(cancer.aliases), len(cancer.aliases), full=full)),
                ("In other languages", ", ".join(called(cancer.aliases, foreign=True)) if full else None),
                ("Codes", _codes(cancer.codes) if full else None),
            ]
        ),
    ]
    for relations, title in RELATIONS:
        told = [one for one in listed if one.relation in relations]
        if not told:
            continue
        years = ", since the year" if how >= _YEARS and relations == RELATIONS[0][0] else ""
        blocks.append(Heading(f"{title}{years}, as of {day} ({len(told)})"))
        further = relations == RELATIONS[-1][0] and len(told) < len(listed.records)
        if how == _TABLES and (full or not further):
            blocks.append(_table(labels, told))
        elif relations == RELATIONS[0][0]:
            blocks.append(Bullets(_by_type(labels, told, how)))
        else:
            blocks.append(Paragraph(_since(told, how, _ONE_LINE)))
    beside = [one.message for one in listed.notices if one.code == "overlapping"]
    if beside:
        blocks.append(Heading(f"Approved for a form that it may be too, as of {day}"))
        blocks += [Paragraph(one[:1].upper() + one[1:]) for one in beside]
    if not listed.records:
        blocks.append(
            Paragraph(f"No immunotherapy of this record is approved by the FDA for it as of {day}.")
        )
    commands = [f"immuno indications --cancer {cancer.id}", f"immuno timeline --cancer {cancer.id}"]
    if how >= _YEARS:
        commands = [f"immuno show {cancer.id} --full", f"immuno therapies --cancer {cancer.id}"]
    return [*blocks, sources_line(catalogue, "cancer", cancer.id, as_of), Next(commands)]


def _table(labels: Labels, therapies: Sequence[Therapy]) -> Grid:
    """Return therapies as a table, with first days and brands."""
    rows = [
        [_name(one), labels.of("type", one.type), one.approved or "", ", ".join(one.brands)]
        for one in therapies
    ]
    return Grid(["name", "type", "since", "brands"], rows, kept=("name", "since"), whole=("since",))


def _by_type(labels: Labels, therapies: Sequence[Therapy], how: int) -> list[str]:
    """Return a line for each type: its therapies, each with its first day, or the first of them."""
    groups: dict[str, list[Any]] = {}
    for one in therapies:
        groups.setdefault(labels.of("type", one.type), []).append(one)
    one_line = sorted(groups, key=lambda kind: (len(groups[kind]), kind))[: max(how - _SOME, 0)]
    lines = []
    for kind in sorted(groups, key=str.casefold):
        many = f" ({len(groups[kind])})" if how >= _SOME and len(groups[kind]) > 1 else ""
        room = (_ONE_LINE if kind in one_line else _TWO_LINES) - len(kind + many)
        lines.append(f"{kind}{many}: {_since(groups[kind], how, room)}")
    return lines


def _since(therapies: Sequence[Therapy], how: int, room: int) -> str:
    """Return therapies with their first days, or the years of them; the first of them where room is short."""
    until = 4 if how >= _YEARS else None
    told = [f"{_name(one)} {(one.approved or '')[:until]}" for one in therapies]
    return fitting(told, room) if how >= _SOME else ", ".join(told)


def _name(therapy: Therapy) -> str:
    return standing(therapy.name, therapy.status, therapy.market)


def _names(names: list[str], most: int, *, full: bool) -> str:
    """Return the first of some names: a line of them on a first screen."""
    return few(names, most) if full else fitting(names, _A_LINE)


def _codes(codes: dict[str, list[str]]) -> str:
    titles = {
        "oncotree": "OncoTree", "tcga": "TCGA", "ncit": "NCIt", "icd10": "ICD-10-CM", "icdo": "ICD-O",
        "mesh": "MeSH",
    }  # fmt: skip
    return "; ".join(f"{titles[key]} {', '.join(values[:6])}" for key, values in codes.items() if values)
