"""Tells what the record does not know of what was asked: whether a label has a use, a box, or a license still stood."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.text import all_of, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.queries.selection import Selection
    from immunocli.store.typed_store import Store


def of_unsure(selection: Selection) -> Iterator[Notice]:
    """Yield the uses that were asked for and that the label of a product may have: that is not known."""
    for therapy, found in selection.hidden_unsure.items():
        uses = sorted(found)
        if not uses:
            continue
        label = " and ".join(selection.own[therapy].names)
        which = "this use" if len(uses) == 1 else f"these {len(uses)} uses"
        told = f"the record does not know whether the label of {label} has {which} of {therapy}: {', '.join(uses)}"
        yield Notice("product-uses-unknown", told, product=label, therapy=therapy, uses=uses)


def of_boxes(selection: Selection) -> Iterator[Notice]:
    """Yield which therapies may have had the boxed warning that was asked for: that is not known."""
    held = sorted(selection.hidden_box)
    if held:
        names = ", ".join(selection.store.title("therapy", one) for one in held)
        labels = "the label of this" if len(held) == 1 else f"the labels of these {len(held)}"
        asked = f"a boxed warning{box_asked(selection)} on {selection.day}"
        told = f"the record does not know whether {labels} had {asked}: {names}"
        yield Notice("box-not-known", told, therapies=held)


def box_asked(selection: Selection) -> str:
    """Return what the box that was asked for is about, as a clause; nothing when any will do."""
    return f" that mentions {quote(selection.boxed)}" if isinstance(selection.boxed, str) else ""


def of_perhaps(selection: Selection, *, hint: bool = True) -> list[Notice]:
    """Return the line on the therapies of whose license it is not known whether it was still in force on the day.

    Args:
        selection: what was asked, once its uses were chosen.
        hint: say how uses that are not shown are.
    """
    if not selection.perhaps:
        return []
    uses = sorted(one for found in selection.perhaps.values() for one in found)
    told = perhaps_licensed(selection.store, [*selection.perhaps], selection.day)
    if selection.status != "any":
        count = len(uses)
        told += f": {count} {'use' if count == 1 else 'uses'} not shown" + (" (--status any)" if hint else "")
    return [Notice("license-not-known", told, therapies=sorted(selection.perhaps), uses=uses)]


def perhaps_licensed(store: Store, therapies: Sequence[str], day: str) -> str:
    """Return that it is not known whether the licenses of therapies were still in force on a day."""
    names = sorted(store.titles_of("therapy", {*therapies}).values(), key=str.casefold)
    which, were = ("license", "was") if len(names) == 1 else ("licenses", "were")
    return f"whether the {which} of {all_of(names)} {were} still in force on {day} is not known"
