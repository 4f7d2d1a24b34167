"""Says what an empty answer means: none approved only when that is what the record says."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.records.values import WIDER
from immunocli.text import any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.queries.selection import Selection


def none(selection: Selection, *, whole: bool, told_already: bool) -> list[Notice]:
    """Return what an empty answer means.

    Args:
        selection: what was asked.
        whole: all that is approved for cancers was asked for.
        told_already: other notices say why there is nothing.
    """
    if selection.listing and (unread := _not_yet_published(selection)):
        return [unread]
    if told_already:
        return []
    if selection.no_boxed:
        told = f"all that was asked for has a boxed warning in its label, as of {selection.day}"
        return [Notice("none", told)]
    if selection.boxed:
        from immunocli.queries.not_known import box_asked

        about = box_asked(selection)
        told = f"nothing that was asked for has a boxed warning{about} in its label, as of {selection.day}"
        if not isinstance(selection.boxed, str):
            return [Notice("none", told)]
        from immunocli.queries.box_filter import topics

        held = topics(selection.store)
        told += f"; boxes are about: {', '.join(held)}; all: immuno therapies --boxed -c name,boxed"
        return [Notice("none", told, topics=held)]
    if selection.hidden_wider:
        return [none_named(selection)]
    if not whole:
        return [Notice("none", f"none in the record{_asked(selection)}; that is an answer, not an error")]
    if selection.hidden_agnostic:
        return [none_named(selection)]
    names = [selection.store.title("cancer", one) for one in selection.cancer]
    told = f"no immunotherapy of this record is approved by the FDA for {' or '.join(names)}"
    return [Notice("none-approved", f"{told}, as of {selection.day}")]


def _asked(selection: Selection) -> str:
    """Return in a clause what there is none of, where therapies, types, targets and cancers alone were asked for."""
    told = {"therapy", "type", "target", "cancer", "status", "as_of"}
    if selection.status != "current" or not selection.cancer or not told.issuperset(selection.query):
        return ""
    title = selection.store.title
    of = {
        kind: [title(kind, one) for one in getattr(selection, kind)] for kind in ("therapy", "type", "target")
    }
    what = f"no {any_of(of['type'])}" if of["type"] else "no therapy"
    what = (
        f"no use of {any_of(of['therapy'])}" + (f" as {any_of(of['type'])}" if of["type"] else "")
        if of["therapy"]
        else what
    )
    what += f" acting on {any_of(of['target'])}" if of["target"] else ""
    named = any_of([title("cancer", one) for one in selection.cancer])
    return f": {what} is approved for {named} by name, as of {selection.day}"


def none_named(selection: Selection) -> Notice:
    """Return the line that says that no use names some cancers, whatever else may apply to them."""
    title = selection.store.title
    named = " or ".join(title("cancer", one) for one in selection.cancer)
    if selection.having:
        named = f"{named} with {' and '.join(title('term', one) for one in selection.having)}"
    if selection.lacking:
        named = f"{named} without {' and '.join(title('term', one) for one in selection.lacking)}"
    if selection.hidden_wider:
        uses = "1 use" if selection.hidden_wider == 1 else f"{selection.hidden_wider} uses"
        told = f"No use names {named} itself as of {selection.day}; {uses} for a wider cancer left out (--exact)."
    elif WIDER in selection.relations:
        told = f"No use names {named} itself as of {selection.day}; what is approved for a wider cancer holds for it too."
    else:
        told = f"No immunotherapy is approved for {named} by name as of {selection.day}."
    return Notice("none-named", told)


def _not_yet_published(selection: Selection) -> Notice | None:
    """Return the line that says that a list could not be read on the day; nothing when it could."""
    from immunocli.queries.published_lists import was_published

    if was_published(selection):
        return None
    since = selection.store.out_since[str(selection.source)]
    told = f"{selection.source} was published in {since}: as of {selection.day} nobody could read it"
    return Notice("not-yet-published", told, source=selection.source, published=since)
