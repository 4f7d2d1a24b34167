"""Chooses the page for whatever was found, and tells types and targets."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.brands import Brands
from immunocli.pages.labels import MANY, Labels, few, fitting, has_a_box, standing
from immunocli.pages.small_screen import fullest
from immunocli.pages.sources_line import sources_line
from immunocli.pages.urgent import signs_of_rung

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.found import Found
    from immunocli.pages.blocks import Block
    from immunocli.records.fields import Record

# So many therapies of a type stand on a first screen with their first days; of more only the names.
_WITH_DAYS = 6
# So many therapies stand in a table of their own; more are told in running text, or by their types.
_A_LONG_LIST = 4
# So many signs fit beside a label on a first screen.
_A_LINE = 54


def pages(catalogue: Catalogue, records: Sequence[Record], found: Found[Any], *, full: bool) -> list[Block]:
    """Return the pages on some records; above them stands what of the request was not read."""
    told: list[Block] = [
        Paragraph(notice.message, "Not read:") for notice in found.notices if notice.code == "not-read"
    ]
    return [*told, *(block for one in records for block in page_of(catalogue, one, found, full=full))]


def page_of(catalogue: Catalogue, record: Record, found: Found[Any], *, full: bool) -> list[Block]:
    """Return the page on a record, whatever its kind."""
    labels = Labels(catalogue)
    if record.kind == "therapy":
        from immunocli.pages.therapy_page import therapy_page

        asked = " or ".join(labels.of("cancer", one) for one in found.query.get("cancer", ()))
        return therapy_page(
            catalogue,
            labels,
            record,  # type: ignore[arg-type]  # of that kind
            found.day,
            full=full,
            asked=asked,
        )
    if record.kind == "cancer":
        from immunocli.pages.cancer_page import cancer_page

        return cancer_page(catalogue, labels, record, found.query.get("as_of"), full=full)
    if record.kind == "type":
        return type_page(catalogue, labels, record, found.query.get("as_of"), full=full)
    if record.kind == "target":
        return target_page(catalogue, labels, record, found.query.get("as_of"), full=full)
    if record.kind == "term":
        from immunocli.pages.term_page import term_page

        return term_page(catalogue, record, technical=full, as_of=found.query.get("as_of"), full=full)
    from immunocli.pages.immune_page import part_page

    return part_page(catalogue, record)


def _some(names: list[str], most: int, *, full: bool) -> str:
    """Return the first of some names: a line of them on a first screen."""
    return few(names, most) if full else fitting(names, _A_LINE)


def type_page(
    catalogue: Catalogue, labels: Labels, kind: Any, as_of: str | None, *, full: bool
) -> list[Block]:
    """Return the page on a type: what it is, how it works, side effects, its therapies.

    Whole it is a hand-out, with what to do for each sign; else a first screen.
    """
    effects = kind.side_effects
    commands = [f"immuno therapies --type {kind.id}"]
    if kind.term:
        (term,) = catalogue.show([kind.term], ("term",)).records
        commands += [f"immuno faq {one}" for one in term["questions"][:2]]
    sources = sources_line(catalogue, "type", kind.id, as_of)
    blocks: list[Block] = [Heading(kind.name, 1), Paragraph(kind.definition)]
    place: list[tuple[str, str | None]] = [
        ("Part of", labels.each("type", kind.part_of)),
        ("Includes", labels.each("type", kind.below)),
        ("Also called", _some(kind.aliases, MANY, full=full)),
    ]
    groups: dict[str, list[str]] = {}
    for sign in catalogue.signs(effects["signs"]):
        groups.setdefault(sign["rung"], []).append(sign["name"])
    ladder = catalogue.urgency
    rungs = sorted(groups, key=lambda one: ladder[one]["order"])
    if not full:
        place += [("How it works", kind.mechanism), ("Side effects", fitting(effects["typical"], _A_LINE))]
        works = Facts(place)
        whole = f"immuno types {kind.id}" + (f" --as-of {as_of}" if as_of else "")
        therapies = Facts([_therapies_in_short(catalogue, labels, kind.therapies, as_of)])

        def told(*, brief: bool) -> list[Block]:
            signs = [signs_of_rung(catalogue, rung, groups[rung], whole, brief=brief) for rung in rungs[:2]]
            return [
                *blocks,
                works,
                *signs,
                therapies,
                sources,
                Next([whole, *commands[: 1 if brief else None]]),
            ]

        return fullest(told(brief=brief) for brief in (False, True))
    blocks += [Facts(place), Heading("How it works"), Paragraph(kind.mechanism)]
    blocks += therapies_grid(catalogue, labels, kind.therapies, as_of, boxed=True)
    blocks += [Heading("Typical side effects"), Bullets(effects["typical"])]
    blocks += [Heading("Signs to act on")] if rungs else []
    for rung in rungs:
        blocks.append(signs_of_rung(catalogue, rung, groups[rung]))
        blocks.append(Bullets([ladder[rung]["text"]]))
    if effects["note"]:
        blocks.append(Paragraph(effects["note"]))
    return [*blocks, sources, Next(commands)]


def target_page(
    catalogue: Catalogue, labels: Labels, target: Any, as_of: str | None, *, full: bool
) -> list[Block]:
    """Return the page on a target: what it is and which therapies act on it."""
    others = [] if as_of else catalogue.not_approved(target.id)  # their names have no day
    called = few(target.aliases, len(target.aliases) if full else MANY)
    facts: list[tuple[str, str | None]] = [("Also called", called)]
    if not full:
        facts.append(_therapies_in_short(catalogue, labels, target.therapies, as_of))
    few_others = few(others, len(others) if full else MANY)
    not_ours = (f"No FDA approval ({len(others)})", few_others or None)
    return [
        Heading(target.name, 1),
        Paragraph(target.description),
        Facts([*facts, not_ours]),
        *(therapies_grid(catalogue, labels, target.therapies, as_of) if full else ()),
        sources_line(catalogue, "target", target.id, as_of),
        Next([f"immuno therapies --target {target.id}"]),
    ]


def _therapies_in_short(
    catalogue: Catalogue, labels: Labels, ids: Sequence[str], as_of: str | None
) -> tuple[str, str]:
    """Return therapies, and the label they stand beside: a few with brands and first days, of many the first names."""
    listed = catalogue.therapies(status="any", as_of=as_of)
    wanted = [one for one in listed if one.id in set(ids)]
    brands = Brands(catalogue, wanted, listed.day) if len(ids) <= _A_LONG_LIST else None
    told = {one.id: _in_words(one, brands, dated=len(ids) <= _WITH_DAYS) for one in wanted}
    names = [told.get(one) or labels.of("therapy", one) for one in ids]
    return f"Therapies ({len(ids)})", few(names)


def _in_words(therapy: Any, brands: Brands | None, *, dated: bool) -> str:
    """Return a therapy in a few words: how it stands, its brands, its first day."""
    named = f" ({', '.join(brands.on_sale(therapy))})" if brands and therapy.brands else ""
    said = standing(therapy.name + named, therapy.status, therapy.market)
    return f"{said} {therapy.first_approved}" if dated and therapy.first_approved else said


def therapies_grid(
    catalogue: Catalogue,
    labels: Labels,
    ids: Sequence[str],
    as_of: str | None = None,
    most: int = 1000,
    *,
    boxed: bool = False,
) -> list[Block]:
    """Return therapies with brands and first approval as a table, `most` of them.

    With `boxed` it says which have a boxed warning.
    """
    if not ids:
        return []
    listed = catalogue.therapies(status="any", as_of=as_of)
    told = {one.id: one for one in listed if one.id in set(ids)}
    brands = Brands(catalogue, list(told.values()), listed.day)
    rows = [
        [told[one].name, ", ".join(brands.of(told[one])), told[one].first_approved or "", _status(told[one])]
        for one in ids[:most]
        if one in told
    ]
    title = f"Therapies ({len(ids)})" if len(ids) <= most else f"Therapies ({most} of {len(ids)})"
    columns = ["name", "brands", "since", "status"]
    if boxed:
        columns.append("boxed warning")
        rows = [
            [*row, has_a_box(told[one])]
            for row, one in zip(rows, [each for each in ids[:most] if each in told], strict=True)
        ]
    kept = ("name", "since", *columns[3:])
    return [Heading(title), Grid(columns, rows, kept=kept, whole=("since",))]


def _status(therapy: Any) -> str:
    """Return how a therapy stands, in a cell: also that it is licensed but not sold."""
    if therapy.status == "approved" and therapy.market == "not-sold":
        return "not sold"
    return "license revoked" if therapy.status == "revoked" else therapy.status.replace("-", " ")


def vocabulary_page(
    catalogue: Catalogue, records: Sequence[Any], found: Found[Any], *, one: bool
) -> list[Block]:
    """Return a vocabulary as trees with counts; for one of its entries, its page first."""
    current: set[str] | None = None
    if records and records[0].kind in ("type", "target"):  # cancers have those with a current use alone
        listed = catalogue.therapies(status="any", as_of=found.query.get("as_of"))
        current = {one.id for one in listed if one.status == "approved"}
    trees = _forest(records, current, "then" if found.query.get("as_of") else "now")
    if not one or not records:
        return trees
    page = page_of(catalogue, records[0], found, full=records[0].kind == "type")
    return [*page, *(trees if len(records) > 1 else [])]


def _forest(records: Sequence[Any], current: set[str] | None, when: str) -> list[Block]:
    """Return records as trees; each stands below those of them that it is part of.

    Args:
        records: of a vocabulary.
        current: the therapies that are approved, where others are counted too.
        when: `now`, or `then` of an earlier day.
    """
    from immunocli.pages.drawings import Branch  # single pages have no trees

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
        past = 0 if current is None else sum(each not in current for each in shown[one].therapies)
        if past:
            note += (
                f", not approved {when}" if past == count == 1 else f", {past} of them not approved {when}"
            )
        return Branch(shown[one].name, note, [branch(below) for below in children.get(one, ())])

    return [branch(one) for one in tops]
