"""Urgent help on pages: what to do, and for which signs; never an order without its condition."""

from __future__ import annotations

from immunocli.pages.blocks import Facts, Heading, Paragraph
from immunocli.pages.labels import fitting
from immunocli.text import any_of, as_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.found import Notice
    from immunocli.pages.blocks import Block

# So many signs stand on a first screen.
SIGNS = 4
# Two lines of a small screen, and one with " for" and "and 15 more".
_TWO_LINES, _ONE_LINE = 140, 63
# What shows all that is urgent.
OTHERS = "immuno faq urgent-side-effects"


def signs_of_rung(
    catalogue: Catalogue, rung: str, names: Sequence[str], whole: str = "", *, brief: bool = False
) -> Paragraph:
    """Return what a rung of the ladder asks for, and for which signs.

    Args:
        catalogue: where the ladder is.
        rung: its id.
        names: of signs.
        whole: the command, or its option, that shows all signs; then only some of many are named.
        brief: there is room for a line only, where that is no emergency.
    """
    told = catalogue.urgency[rung]
    lead = told["name"] if told["order"] == 1 else ""
    if not whole:
        return Paragraph(f"{told['name']} for {', '.join(names)}.", lead)
    if brief and not lead:
        shown = _in_a_line(names, _ONE_LINE - len(told["name"]))
    else:
        shown = fitting(list(names), _TWO_LINES - len(told["name"]) - (len(whole) + 13 if lead else 0))
    more = f"; all signs: {whole}" if lead and shown.endswith(" more") else ""
    return Paragraph(f"{told['name']} for {shown}{more}", lead)


def _in_a_line(names: Sequence[str], room: int) -> str:
    """Return as many signs, in their order, as a line has room for, at least the shortest, and how many more."""
    shown: list[str] = []
    for name in names:
        if len(", ".join([*shown, name])) <= room:
            shown.append(name)
    shown = shown or [min(names, key=len)]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(shown) < len(names) else "")


def if_signs(catalogue: Catalogue, rung: str | None, ids: Sequence[str]) -> list[Block]:
    """Return what to do if one of the signs of a text comes up: those that are most urgent, by name.

    Args:
        catalogue: where signs and ladder are.
        rung: how urgent it is; None is not at all.
        ids: of all signs of an answer or a term.
    """
    if rung is None:
        return []
    names = [sign["name"] for sign in catalogue.signs(ids) if sign["rung"] == rung]
    told = catalogue.urgency[rung]
    shown = names[:SIGNS]
    several = "; ".join(shown) if any("," in name or " or " in name for name in shown) else any_of(shown)
    lead = f"In case of {several}:"
    others = f" Others: {OTHERS}" if len(names) > SIGNS else ""
    return [Paragraph(f"{lead} {as_clause(told['text'])}{others}", lead if told["order"] == 1 else "")]


def alarm_blocks(catalogue: Catalogue, notices: Sequence[Notice]) -> list[Block]:
    """Return urgent help for what a text tells of, or may tell of, to stand on top of everything."""
    blocks: list[Block] = []
    for notice in notices:
        if notice.code == "alarm":
            rung = catalogue.urgency[notice.counts["rung"]]
            signs = catalogue.signs(notice.counts["signs"])
            signs = [one for one in signs if one["kind"] == "crisis" or one["rung"] == rung["id"]][:3]
            lines = [(sign["name"], sign["text"]) for sign in signs]
            body = any(sign["kind"] != "crisis" for sign in signs)
            told = [Paragraph(rung["text"])] if body else []
            blocks += [Heading(rung["name"], 1, urgent=True), Facts(lines), *told]
        elif notice.urgent:
            blocks.append(Paragraph(notice.message, "If this is happening now"))
    return blocks
