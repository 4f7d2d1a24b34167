"""The page on a therapy: a first screen, and the whole."""

from __future__ import annotations

from immunocli.pages.approved_for import BRIEF, DAYS, WORDS, YEARS, approved_for, is_told_in_words
from immunocli.pages.blocks import Bullets, Facts, Heading, Next, Paragraph
from immunocli.pages.brands import Brands, gravest_first
from immunocli.pages.first_screen import boxed, brand_names, off_the_market
from immunocli.pages.labels import fitting
from immunocli.pages.product_asked import asked_for, biosimilars, else_page, is_for_else, likened
from immunocli.pages.small_screen import fullest
from immunocli.pages.sources_line import sources_line
from immunocli.pages.urgent import signs_of_rung
from immunocli.records.values import ANY_TUMOR, NARROWER
from immunocli.text import all_of, quote, warning_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.therapy import Therapy

_STANDING = {
    "approved": "approved",
    "withdrawn": "withdrawn",
    "replaced": "no longer in the label",
    "revoked": "license revoked",
    "never-approved": "never approved",
    "unknown": "not known",
}
# Ways to tell a first screen, the fullest first: how uses are told, and whether all else is brief.
_EXPLAINED = -1  # in words, and which medicines are meant where these name a class
_IN_WORDS = ((_EXPLAINED, False), (_EXPLAINED, True), (WORDS, True))
_OTHERWISE = ((DAYS, False), (YEARS, False), (BRIEF, True))
# Typical side effects take a line of it.
_EFFECTS = 58
_UNREAD = "not known: no label was read"
# The answer on what it means that a use was withdrawn.
_WITHDRAWN = "approval-withdrawn"
_OF_TYPE = "of its type: "  # they are not told for each therapy


def therapy_page(
    catalogue: Catalogue,
    labels: Labels,
    therapy: Therapy,
    day: str,
    *,
    full: bool,
    asked: str = "",
) -> list[Block]:
    """Return the page on a therapy.

    Args:
        catalogue: what knows names, sources and signs.
        labels: makes names of ids.
        therapy: the whole record, as of the day, of all its products or of those that were asked for by name.
        day: the day it is true for.
        full: with every use, names, registries, products, lists and sources.
        asked: the cancers that were asked for: their uses are told in the words of the label.
    """
    if is_for_else(therapy, therapy.asked_for):
        return else_page(therapy, therapy.asked_for)
    if full:
        return _page(catalogue, labels, therapy, day, asked, full=True)
    in_words = _IN_WORDS if is_told_in_words(therapy) else ()
    ways = (
        _page(catalogue, labels, therapy, day, asked, full=False, how=how, brief=brief)
        for how, brief in (*in_words, *_OTHERWISE)
    )
    return fullest(ways)


def _page(
    catalogue: Catalogue,
    labels: Labels,
    therapy: Therapy,
    day: str,
    asked: str,
    *,
    full: bool,
    how: int = DAYS,
    brief: bool = False,
) -> list[Block]:
    """Return the page, its uses as full as `how` says, and all else brief or not."""
    products, unsure, others = therapy.asked_for, therapy.unsure, therapy.in_one_product
    today = day == catalogue.edition["as_of"]
    past = "" if today else day  # what came later is not told, nor denied
    blocks: list[Block] = [Heading(therapy.name, 1, _mark(therapy, past, asked))]
    if products:
        like = likened(catalogue, therapy, products, day)
        blocks += [Facts([("Asked for", asked_for(therapy, products)), ("Biosimilar", like)])]
    if full:
        warned = [warning["text"] for warning in gravest_first(therapy.warnings) if warning["boxed"]]
        blocks += [Heading("Boxed warning", 2, "warning"), Bullets(warned)] if warned else []
        further = [warning["text"] for warning in therapy.warnings if not warning["boxed"]]
        blocks += [Heading("Other warnings"), Bullets(further)] if further else []
        blocks += [Facts(_what(labels, therapy, others, past))]
    else:
        boxes = boxed(therapy, Brands(catalogue, [therapy], day), brief=brief)
        blocks += [Facts([("BOXED WARNING", boxes), *_in_short(labels, therapy, others, past, brief=brief)])]
    if therapy.status != "unknown" or therapy.license == "unknown":
        blocks += approved_for(catalogue, labels, therapy, day, asked, max(how, WORDS))
        if full or how == _EXPLAINED:
            from immunocli.pages.class_words import medicines_meant  # where there is room

            blocks += medicines_meant(catalogue, therapy, day)
        blocks += [] if full or asked else _ended(therapy, past, products)
    if unsure:
        told = f"Whether the label of {' and '.join(products)} has "
        told += f"{', '.join(unsure)} is not known; of all products: immuno show {therapy.id}"
        blocks.append(Paragraph(told))
    blocks += _side_effects(catalogue, therapy, full=full, brief=brief)
    if full:
        from immunocli.pages.therapy_whole import everything  # a first screen has no use for it

        blocks += everything(catalogue, labels, therapy, day)
    named = quote(products[0]) if len(products) == 1 and " " in products[0] else (*products, therapy.id)[0]
    commands = [f"immuno indications --therapy {named}" if full else f"immuno show {named} --full"]
    if not brief:
        commands.append(f"immuno types {therapy.type}")
    if asked and any(use["status"] == "withdrawn" for use in therapy.indications):
        commands += [f"immuno faq {_WITHDRAWN}"] if _WITHDRAWN in catalogue.titles("faq") else []
    if full:
        commands.append(f"immuno cite {therapy.id}")
    else:
        blocks.append(sources_line(catalogue, "therapy", therapy.id, None if today else day))
    return [*blocks, Next(commands)]


def _ended(therapy: Therapy, past: str, products: Sequence[str]) -> list[Block]:
    """Return in a line how many uses have ended beside those that stand, and the command that lists them."""
    if not any(use["status"] == "current" for use in therapy.indications):
        return []  # they are what the page tells of
    counts = [
        f"{count} {status if status != 'revoked' else 'ended with the license'}"
        for status in ("withdrawn", "replaced", "revoked")
        if (count := sum(use["status"] == status for use in therapy.indications))
    ]
    if not counts:
        return []
    name = products[0] if products else therapy.id  # an own label has uses of its own
    command = f"immuno indications {name} past" + (f" --as-of {past}" if past else "")
    return [Paragraph(f"Ended: {', '.join(counts)} ({command})")]


def _mark(therapy: Therapy, past: str, asked: str) -> str:
    """Return how it stands, for the cancers that were asked for where there are some."""
    mark = _STANDING[therapy.status]
    if therapy.status == therapy.license == "unknown":
        return "whether still licensed is not known"
    if asked and therapy.asked_for and therapy.status == "never-approved":
        # Another product of the therapy may have the use.
        return f"by the label of {all_of(therapy.asked_for)} not approved for {asked}"
    if past and therapy.status == "never-approved":
        mark = f"not approved by {past}"
    if asked:
        held = {use["relation"] for use in therapy.indications if use["status"] == "current"}
        if held == {ANY_TUMOR}:
            return "approved for any solid tumor with a marker"
        mark += f" for {'forms of ' if held and held <= {NARROWER, ANY_TUMOR} else ''}{asked}"
    unsold = therapy.status == "approved" and therapy.market == "not-sold"
    return mark + (", not sold" if unsold else "")


def _in_short(
    labels: Labels, therapy: Therapy, others: Sequence[str], past: str, *, brief: bool
) -> list[tuple[str, str | None]]:
    """Return what it is in a few lines: type, targets, brands, maker, and what is not as one expects."""
    kind = labels.of("type", therapy.type)
    targets = labels.each("target", therapy.targets)
    brands = brand_names(therapy, brief=brief)
    said = f"{kind} acting on {targets}" if targets else kind
    if brands:
        said += f"; brand{'s' if ', ' in brands else ''} {brands}"
    if therapy.makers and not past:  # who makes it is known for today alone
        said += f"; maker {', '.join(therapy.makers)}"
    if _has_no_box(therapy, past):
        said += "; no boxed warning" if therapy.warnings else f"; boxed warning {_UNREAD}"
    others_of_it = biosimilars(therapy)
    if brief and others_of_it:
        said += f"; biosimilars: {others_of_it.partition(' ')[0]}"
    usual = therapy.license == "in-force" and therapy.market == "sold"
    has_box = any(warning["boxed"] for warning in therapy.warnings)  # it needs the room of a note
    return [
        ("What it is", said),
        ("In one product with", ", ".join(labels.of("therapy", one) for one in others)),
        ("Biosimilars", None if brief else others_of_it),
        ("Off the market", off_the_market(therapy)),
        ("License", None if usual else _license(therapy, past, short=True)),
        ("Note", None if usual or has_box or not therapy.notes else warning_name(therapy.notes)),
        ("How it works", therapy.mechanism),
    ]


def _what(labels: Labels, therapy: Therapy, others: Sequence[str], past: str) -> list[tuple[str, str | None]]:
    return [
        ("Brands", brand_names(therapy)),
        ("Off the market", off_the_market(therapy)),
        ("In one product with", ", ".join(labels.of("therapy", one) for one in others)),
        ("Biosimilars", biosimilars(therapy)),
        ("Type", labels.of("type", therapy.type)),
        ("Acts on", labels.each("target", therapy.targets)),
        ("Maker", ", ".join(therapy.makers)),
        ("License", _license(therapy, past)),
        ("Boxed warning", ("none" if therapy.warnings else _UNREAD) if _has_no_box(therapy, past) else None),
        ("How it works", therapy.mechanism),
        ("Note", therapy.notes),
    ]


def _has_no_box(therapy: Therapy, past: str) -> bool:
    """Say whether no boxed warning is known; of a past day that is not told, as not all begins are known.

    A therapy without any warning is one whose label was not read.
    """
    none = all(one["boxed"] is False for one in therapy.warnings)
    return therapy.license == "in-force" and not past and none


def _license(therapy: Therapy, past: str, *, short: bool = False) -> str | None:
    """Return how license and market stand, where they are not what one expects."""
    if therapy.license == "never":
        return f"not licensed in the US by {past}" if past else "never licensed in the US"
    if therapy.license == "revoked":
        ended = [one["license"] for one in therapy.products if one["license"]["until"]]
        bounds = [one["ended_by"] for one in ended if one["ended_by"]]
        if bounds:
            return f"revoked in {max(bounds)} or before; the day is not known"
        return f"revoked {max(one['until'] for one in ended)}"
    if therapy.license == "unknown":
        seen = [one["license"]["last_seen"] for one in therapy.products if one["license"]["last_seen"]]
        told = f" after {max(seen)}" if seen else ""
        return f"whether it was still in force{told} is not known"
    own = [one for one in therapy.products if not (one["foreign"] or one["biosimilar"] or one["treats"])]
    several = len(own) > 1
    notes = [
        (f"{one['name']}: " if several else "") + (warning_name(note) if short else note)
        for one in own
        if (note := one["market"]["note"])
    ]
    if therapy.market == "not-sold":
        return " ".join(["in force, not sold in the US.", *notes[:1]])
    if therapy.market == "unknown":
        return " ".join(["in force; whether it is sold is not known.", *notes[:1]])
    return " ".join(["in force.", notes[0]]) if notes else None


def _side_effects(catalogue: Catalogue, therapy: Therapy, *, full: bool, brief: bool = False) -> list[Block]:
    effects = therapy.side_effects
    if not full:
        blocks: list[Block] = [
            Facts([("Side effects", _OF_TYPE + fitting(effects["typical"], _EFFECTS - len(_OF_TYPE)))])
        ]
        for rung in ("emergency", "call-now"):
            names = [sign["name"] for sign in effects["signs"] if sign["urgency"] == rung]
            if names:
                blocks.append(signs_of_rung(catalogue, rung, names, "--full", brief=brief))
        return blocks
    groups: dict[str, list[str]] = {}
    for sign in effects["signs"]:
        groups.setdefault(sign["urgency"], []).append(sign["name"])
    blocks = [Heading("Side effects typical of this type"), Bullets(effects["typical"])]
    blocks.append(Facts([(rung.replace("-", " "), ", ".join(names)) for rung, names in groups.items()]))
    return [*blocks, Paragraph(effects["note"])] if effects["note"] else blocks
