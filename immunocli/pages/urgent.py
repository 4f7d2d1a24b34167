"""Urgent help on pages: what to do, and for which signs; never an order without its condition."""

from __future__ import annotations

from immunocli.pages.blocks import Facts, Heading, Paragraph
from immunocli.pages.labels import few
from immunocli.text import any_of, as_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.found import Notice
    from immunocli.pages.blocks import Block

# So many signs stand on a first screen.
SIGNS = 4
# What shows all that is urgent.
OTHERS = "immuno faq urgent-side-effects"


def signs_of_rung(catalogue: Catalogue, rung: str, names: Sequence[str], whole: str = "") -> Paragraph:
    """Return what a rung of the ladder asks for, and for which signs.

    Args:
        catalogue: where the ladder is.
        rung: its id.
        names: of signs.
        whole: the command, or its option, that shows all signs; then only some of many are named.
    """
    told = catalogue.urgency[rung]
    lead = told["name"] if told["order"] == 1 else ""
    if not whole:
        return Paragraph(f"{told['name']} for {', '.join(names)}.", lead)
    more = f"; all signs: {whole}" if lead and len(names) > SIGNS else ""
    return Paragraph(f"{told['name']} for {few(list(names), SIGNS)}{more}", lead)


def if_signs(catalogue: Catalogue, rung: str | None, text: str) -> list[Block]:
    """Return what to do if one of the signs comes up that a text names, most of them by name.

    Args:
        catalogue: where signs and ladder are.
        rung: how urgent it is; None is not at all.
        text: an answer or a definition.
    """
    if rung is None:
        return []
    names = [sign["name"] for sign in catalogue.signs_in(text) if sign["rung"] == rung]
    told = catalogue.urgency[rung]
    urgent = told["order"] == 1
    if names:
        lead = f"If there is {any_of(names[:SIGNS])}:"
    else:
        lead = f"If a sign told here is {'severe or comes suddenly' if urgent else 'new or gets worse'}:"
    others = f" Others: {OTHERS}" if len(names) > SIGNS else ""
    return [Paragraph(f"{lead} {as_clause(told['text'])}{others}", lead if urgent else "")]


def alarm_blocks(catalogue: Catalogue, notices: Sequence[Notice]) -> list[Block]:
    """Return urgent help for what a text tells of, to stand on top of everything."""
    blocks: list[Block] = []
    for notice in notices:
        if notice.code == "alarm":
            rung = catalogue.urgency[notice.counts["rung"]]
            signs = catalogue.signs(notice.counts["signs"])
            lines = [(sign["name"], sign["text"]) for sign in signs if sign["rung"] == rung["id"]][:3]
            told = [] if notice.counts["crisis"] else [Paragraph(rung["text"])]
            blocks += [Heading(rung["name"], 1, urgent=True), Facts(lines), *told]
    return blocks


def perhaps(notices: Sequence[Notice]) -> list[Block]:
    """Return a line on what to do now, in case that a text tells of it."""
    return [
        Paragraph(notice.message, "If this is happening now")
        for notice in notices
        if notice.code == "sign" and notice.counts["state"] == "perhaps"
    ]
