"""The page on a therapy: a first screen, and the whole."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Link, Next, Paragraph
from immunocli.pages.labels import MANY, few, setting_name
from immunocli.pages.sourced import sources_line
from immunocli.pages.urgent import SIGNS, signs_of_rung
from immunocli.text import first_sentence, warning_name

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
_STANDING = {
    "approved": "approved",
    "withdrawn": "withdrawn",
    "replaced": "no longer in the label",
    "revoked": "license revoked",
    "never-approved": "never approved",
}
_FORMS = {"subcutaneous": "under the skin", "intravesical": "into the bladder"}
_SHOWN_SOURCES = 3
_READABLE = ("label", "announcement", "fda-page", "approval-letter", "drugsfda", "purple-book")


def therapy_page(
    catalogue: Catalogue, labels: Labels, therapy: Therapy, others: Sequence[str], day: str, *, full: bool
) -> list[Block]:
    """Return the page on a therapy.

    Args:
        catalogue: what knows names, sources and signs.
        labels: makes names of ids.
        therapy: the whole record, as of the day.
        others: ids of the other therapies in the same product.
        day: the day it is true for.
        full: with every use, names, registries, products, lists and sources.
    """
    today = day == catalogue.edition["as_of"]
    past = "" if today else day  # what came later is not told, nor denied
    by_then = f"not approved by {past}" if past and therapy.status == "never-approved" else ""
    blocks: list[Block] = [Heading(therapy.name, 1, by_then or _STANDING[therapy.status])]
    boxed = [warning["text"] for warning in therapy.warnings if warning["boxed"]]
    if full:
        blocks += [Heading("Boxed warning", 2, "warning"), Bullets(boxed)] if boxed else []
        further = [warning["text"] for warning in therapy.warnings if not warning["boxed"]]
        blocks += [Heading("Other warnings"), Bullets(further)] if further else []
        blocks += [Facts(_what(labels, therapy, others, past))]
    else:
        blocks += [Facts([("BOXED WARNING", _first(boxed)), *_in_short(labels, therapy, others, past)])]
    blocks += _approved_for(catalogue, labels, therapy, day)
    blocks += _side_effects(catalogue, therapy, full=full)
    if full:
        blocks += _everything(catalogue, labels, therapy, day)
    commands = [f"immuno indications --therapy {therapy.id}" if full else f"immuno show {therapy.id} --full"]
    commands.append(f"immuno types {therapy.type}")
    if full:
        commands.append(f"immuno cite {therapy.id}")
    else:
        blocks.append(sources_line(catalogue, "therapy", therapy.id, None if today else day))
    return [*blocks, Next(commands)]


def _first(boxed: list[str]) -> str | None:
    """Return the boxed warnings of the first screen: the first sentence of two, then how many more."""
    if not boxed:
        return None
    more = len(boxed) - 2
    told = [warning_name(one) for one in boxed[:2]]
    return " ".join([*told, f"And {more} more: --full."] if more > 0 else told)


def _in_short(
    labels: Labels, therapy: Therapy, others: Sequence[str], past: str
) -> list[tuple[str, str | None]]:
    """Return what it is in a few lines: brands, type, targets, and what is not as one expects."""
    kind = labels.of("type", therapy.type)
    targets = labels.each("target", therapy.targets)
    brands = _brands(therapy)
    said = f"{kind} acting on {targets}" if targets else kind
    if brands:
        said += f"; brand{'s' if ', ' in brands else ''} {brands}"
    usual = therapy.license == "in-force" and therapy.market == "sold"
    return [
        ("What it is", said),
        ("In one product with", ", ".join(labels.of("therapy", one) for one in others)),
        ("License", None if usual else _license(therapy, past)),
        ("Note", None if usual or not therapy.notes else first_sentence(therapy.notes)),
        ("How it works", therapy.mechanism),
    ]


def _what(labels: Labels, therapy: Therapy, others: Sequence[str], past: str) -> list[tuple[str, str | None]]:
    return [
        ("Brands", _brands(therapy)),
        ("In one product with", ", ".join(labels.of("therapy", one) for one in others)),
        ("Type", labels.of("type", therapy.type)),
        ("Acts on", labels.each("target", therapy.targets)),
        ("Maker", ", ".join(therapy.makers)),
        ("License", _license(therapy, past)),
        ("How it works", therapy.mechanism),
        ("Note", therapy.notes),
    ]


def _brands(therapy: Therapy) -> str:
    shown = []
    for product in therapy.products:
        if product["foreign"] or product["name"] not in therapy.brands:
            continue
        form = _FORMS.get(product["form"])
        shown.append(product["name"] + (f" ({form})" if form else ""))
    return few(list(dict.fromkeys(shown)))


def _license(therapy: Therapy, past: str) -> str | None:
    """Return how license and market stand, where they are not what one expects."""
    if therapy.license == "never":
        return f"not licensed in the US by {past}" if past else "never licensed in the US"
    if therapy.license == "revoked":
        ends = [one["license"]["until"] for one in therapy.products if one["license"]["until"]]
        known = [end for end in ends if end != "unknown"]
        return f"revoked {max(known)}" if known else "revoked; the day is not known"
    notes = [
        one["market"]["note"] for one in therapy.products if one["market"]["note"] and not one["foreign"]
    ]
    if therapy.market == "not-sold":
        return " ".join(["in force, but not sold in the US.", *notes[:1]])
    if therapy.market == "unknown":
        return " ".join(["in force; whether it is sold is not known.", *notes[:1]])
    return " ".join(["in force.", notes[0]]) if notes else None


def _approved_for(catalogue: Catalogue, labels: Labels, therapy: Therapy, day: str) -> list[Block]:
    """Return a line for each cancer: since when, in which settings, what is accelerated."""
    groups: dict[str, list[dict[str, Any]]] = {}
    sites = catalogue.sites()
    for use in therapy.indications:
        if use["status"] in ("current", "replaced"):
            groups.setdefault(sites[use["cancer"]], []).append(use)
    rows = []
    for group, uses in groups.items():
        current = [use for use in uses if use["status"] == "current"]
        if current:
            since = min(use["approved"] for use in uses)
            rows.append([labels.cell("cancer", group), since, _settings(current)])
    if not rows:
        return [Paragraph(f"No use of {therapy.name} stands in the label as of {day}."), *_ended(therapy)]
    rows.sort(key=lambda row: row[0].casefold())
    return [
        Heading(f"Approved for, and since when, as of {day}"),
        Grid(["", "", ""], rows),
    ]


def _settings(uses: Sequence[dict[str, Any]]) -> str:
    """Return the settings of some uses, those that are accelerated alone marked."""
    found: dict[str, bool] = {}
    for use in uses:
        setting = setting_name(use["setting"])
        accelerated = use["approval"] == "accelerated" and not use["converted"]
        found[setting] = found.get(setting, True) and accelerated
    return ", ".join(name + (" (accelerated)" if only else "") for name, only in found.items())


def _ended(therapy: Therapy) -> list[Block]:
    said = [
        f"{use['summary']} ({use['approved']} to {use['ended'] or 'a day that is not known'})"
        for use in therapy.indications
        if use["status"] in ("withdrawn", "revoked")
    ]
    return [Heading("It was approved for"), Bullets(said)] if said else []


def _side_effects(catalogue: Catalogue, therapy: Therapy, *, full: bool) -> list[Block]:
    effects = therapy.side_effects
    if not full:
        blocks: list[Block] = [Facts([("Side effects", few(effects["typical"], SIGNS))])]
        for rung in ("emergency", "call-now"):
            names = [sign["name"] for sign in effects["signs"] if sign["urgency"] == rung]
            if names:
                blocks.append(signs_of_rung(catalogue, rung, names, "--full"))
        return blocks
    groups: dict[str, list[str]] = {}
    for sign in effects["signs"]:
        groups.setdefault(sign["urgency"], []).append(sign["name"])
    blocks = [Heading("Side effects typical of this type"), Bullets(effects["typical"])]
    blocks.append(Facts([(rung.replace("-", " "), ", ".join(names)) for rung, names in groups.items()]))
    return [*blocks, Paragraph(effects["note"])] if effects["note"] else blocks


def _everything(catalogue: Catalogue, labels: Labels, therapy: Therapy, day: str) -> list[Block]:
    current = [use for use in therapy.indications if use["status"] == "current"]
    past = [use for use in therapy.indications if use["status"] != "current"]
    blocks = _uses(labels, f"Every use in the label, as of {day}", current)
    blocks += _uses(labels, "Earlier, withdrawn and ended uses", past)
    blocks += [Heading("Products"), Bullets([_product(one) for one in therapy.products])]
    names: list[tuple[str, str | None]] = [
        ("Also called", _names(therapy, ("abbreviation", "code", "synonym", "former-name"))),
        ("Biosimilars", _names(therapy, ("biosimilar",))),
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
    kind = use["approval"]
    if use["converted"]:
        kind = f"accelerated, regular since {use['converted']}"
    said = f"{use['summary']} ({use['approved']}, {kind})"
    if use["status"] == "replaced":
        return f"REPLACED {use['ended']}: {said}"
    if use["status"] != "current":
        reason = f". {use['reason']}" if use["reason"] else ""
        return f"{use['status'].upper()} {use['ended'] or ''}: {said}{reason}"
    changed = [event for event in use["events"] if event["event"] in ("narrowed", "widened", "reworded")]
    if changed:
        said += f"; {changed[-1]['event']} {changed[-1]['date']}"
    return said


def _product(product: dict[str, Any]) -> str:
    if product["foreign"]:
        return f"{product['name']}: outside the US only"
    license_, market = product["license"], product["market"]
    said = [license_["number"] or "", f"licensed {license_['from']}" if license_["from"] else ""]
    if license_["until"]:
        said.append(f"license ended {license_['until']}")
    said.append({"sold": "sold", "not-sold": "not sold", "unknown": "market not known"}[market["status"]])
    if market["until"]:
        said.append(f"left the market {market['until']}")
    form = f" ({_FORMS.get(product['form'], product['form'])})" if product["form"] else ""
    note = f". {market['note']}" if market["note"] else ""
    return f"{product['name']}{form}: {', '.join(one for one in said if one)}{note}"


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
    more = len(found) - _SHOWN_SOURCES
    blocks: list[Block] = [
        Link(f"{source.publisher}: {source.title}", source.url or source.id)
        for source in found[:_SHOWN_SOURCES]
    ]
    return [*blocks, Paragraph(f"and {more} more: immuno cite {therapy.id}")] if more > 0 else blocks
