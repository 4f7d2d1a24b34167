"""Says what a reader should know of an answer: what it leaves out, and how sure a "none" is."""

from __future__ import annotations

from immunocli.dates import last_day
from immunocli.found import Notice
from immunocli.records.values import NARROWER, SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.queries.course import Course
    from immunocli.queries.selection import Selection
    from immunocli.records.fields import Record
    from immunocli.store.typed import Store


def on_selection(selection: Selection, found: Sequence[Record | dict[str, Any]]) -> list[Notice]:
    """Return the notices of an answer about uses.

    Args:
        selection: what was asked, once its uses were chosen.
        found: the records, or rows, of the answer.
    """
    own = selection.own.values()
    notices = [notice for label in own for notice in label.notices()]
    if selection.meant.course is not None:
        notices += _of_course(selection, selection.meant.course)
    notices += _of_drivers(selection)
    unknown = _of_unknown(selection)
    notices += unknown
    if not found:
        if selection.listing and (unread := _not_yet_published(selection)):
            notices.append(unread)
        elif unknown:
            pass  # what is not known is no "none"
        elif not own or not all(label.none_is_told for label in own):
            notices.append(_none(selection))
    elif _whole(selection) and not selection.relations & {SAME, NARROWER} and not selection.perhaps:
        notices.append(_none_named(selection))
    if _whole(selection) and len(selection.cancer) == 1 and selection.scopes[selection.cancer[0]]["has"]:
        from immunocli.queries.overlapping import of_overlapping  # of few cancers a biomarker is known

        notices += of_overlapping(selection, {one["therapy" if "therapy" in one else "id"] for one in found})
    wider = sum(record["relation"] == WIDER for record in found if "relation" in record)
    if wider and selection.cancer:
        told = "is" if wider == 1 else "are"
        notices.append(
            Notice(
                "wider", f"{wider} of these {told} approved for a wider cancer that includes it", count=wider
            )
        )
    if found and isinstance(selection.boxed, str):
        told = "found by the words of the boxed warnings: one that says the same otherwise is not listed"
        notices.append(Notice("boxed-by-words", told, words=selection.boxed))
    if selection.hidden_past:
        count = selection.hidden_past
        told = f"{count} earlier or withdrawn {'use' if count == 1 else 'uses'} not shown (--status any)"
        notices.append(Notice("past-not-shown", told, count=count))
    # A therapy that is listed already is none that may apply too.
    listed = {record["id"] for record in found if "mechanism" in record}
    listed |= {record["therapy"] for record in found if "segments" in record}
    ids = sorted(selection.hidden_agnostic - listed)
    if ids:
        count = len(ids)
        which = "therapy" if count == 1 else "therapies"
        told = f"{count} {which} approved for any solid tumor with a marker may apply too (--agnostic)"
        notices.append(Notice("any-tumor-not-shown", told, count=count, therapies=ids))
    if selection.hidden_market:
        count = selection.hidden_market
        told = (
            f"{count} {'use' if count == 1 else 'uses'} of the other market status not shown (--market any)"
        )
        notices.append(Notice("market-not-shown", told, count=count))
    return notices


def _not_yet_published(selection: Selection) -> Notice | None:
    """Return the line that says that a list could not be read on the day; nothing when it could."""
    from immunocli.queries.claims import was_published

    if was_published(selection):
        return None
    since = selection.store.out_since[str(selection.source)]
    told = f"{selection.source} was published in {since}: as of {selection.day} nobody could read it"
    return Notice("not-yet-published", told, source=selection.source, published=since)


def _of_course(selection: Selection, course: Course) -> Iterator[Notice]:
    """Yield what a description ruled out, and what of it no use was chosen by."""
    count = selection.hidden_course
    if count:
        from immunocli.text import quote

        said = ", ".join(map(quote, course.decides))
        told = f"{count} {'use is' if count == 1 else 'uses are'} for this cancer, but not as told ({said}), and not shown"
        yield Notice("course-not-shown", told, count=count, words=course.decides)
    idle = list(dict.fromkeys([*course.idle, *course.open_scores]))
    if idle:
        from immunocli.text import quote

        said = ", ".join(map(quote, idle))
        told = f"the uses are those for the cancer, whatever else is told: not weighed: {said}"
        yield Notice("not-weighed", told, words=idle)


def _of_unknown(selection: Selection) -> list[Notice]:
    """Return what the record does not know of what was asked; mostly nothing."""
    if not (any(selection.hidden_unsure.values()) or selection.hidden_box or selection.perhaps):
        return []
    from immunocli.queries.not_known import of_boxes, of_perhaps, of_unsure

    return [*of_unsure(selection), *of_boxes(selection), *of_perhaps(selection)]


def _of_drivers(selection: Selection) -> Iterator[Notice]:
    """Yield what was left out as two markers are hardly ever found together, and which document says so."""
    title = selection.store.title
    for other in sorted(selection.meant.left_out):
        one, sources = selection.meant.seldom[other]
        cited = f"immuno cite {sources[0]}" if sources else "no document is cited for it"
        told = (
            f"what asks for {title('term', other)} is left out: it is hardly ever found beside "
            f"{title('term', one)} ({cited})"
        )
        yield Notice("seldom-together", told, marker=other, beside=one, sources=sources)


def on_changes(selection: Selection, found: Sequence[Record], query: dict[str, Any]) -> list[Notice]:
    """Return the notices of the news: that nothing changed, and from when on anything is known."""
    from immunocli.queries.changes import none_then

    notices = [notice for label in selection.own.values() for notice in label.notices()]
    if any(selection.hidden_unsure.values()):
        from immunocli.queries.not_known import of_unsure

        notices += of_unsure(selection)
    notices += [] if found else [none_then(selection, query)]
    since, begun = query["since"], selection.edition["known_from"]
    if since is not None and last_day(since) < begun:
        told = f"the record begins on {begun}: what came before is not known"
        notices.append(Notice("record-begins", told, known_from=begun))
    return notices


def on_matrix(selection: Selection, unsold: Sequence[str], cancers: Sequence[str]) -> list[Notice]:
    """Return the notices of a matrix with rows for cancers, in which therapies count that are not sold."""
    return _of_unknown(selection) + counted_unsold(unsold) + rows_within_rows(selection.store, cancers)


def counted_unsold(therapies: Sequence[str]) -> list[Notice]:
    """Return the line that says how many of the therapies counted are licensed and not sold."""
    count = len(therapies)
    if not count:
        return []
    told = f"{count} of these {'is' if count == 1 else 'are'} licensed but not sold (--market sold)"
    return [Notice("not-sold-counted", told, count=count, therapies=list(therapies))]


def rows_within_rows(store: Store, cancers: Sequence[str]) -> list[Notice]:
    """Return the line that says which rows of an overview are part of which others.

    Args:
        store: where cancers and their names are.
        cancers: ids, a row each.
    """
    rows = set(cancers)
    parts = {
        one: above
        for one, scope in store.scopes(cancers).items()
        if (above := [up for up in scope["path"][1:] if up in rows])
    }
    if not parts:
        return []
    wider = {up for above in parts.values() for up in above}
    titles = store.titles_of("cancer", {*parts, *wider})
    told = "; ".join(
        f"{titles[up]} includes {', '.join(titles[one] for one in parts if up in parts[one])}"
        for up in sorted(wider, key=lambda up: titles[up].casefold())
    )
    message = f"{told}: a therapy counts in each row that it is for"
    return [Notice("rows-within-rows", message, part_of=parts)]


def _whole(selection: Selection) -> bool:
    """Say whether all that is approved for cancers was asked for: then what is not found is not there."""
    narrowed = any(
        (
            selection.therapy, selection.type, selection.target, selection.biomarker, selection.setting,
            selection.line, selection.approval, selection.source, selection.since, selection.exact,
            selection.market != "any", selection.status not in ("current", "any"), selection.boxed,
            selection.hidden_course,
        )
    )  # fmt: skip
    return bool(selection.cancer) and not narrowed


def _none_named(selection: Selection) -> Notice:
    """Return the line that says that no use names some cancers, whatever else may apply to them."""
    title = selection.store.title
    named = " or ".join(title("cancer", one) for one in selection.cancer)
    if selection.having:
        named = f"{named} with {' and '.join(title('term', one) for one in selection.having)}"
    if selection.lacking:
        named = f"{named} without {' and '.join(title('term', one) for one in selection.lacking)}"
    if WIDER in selection.relations:
        told = f"No use names {named} itself as of {selection.day}; what is approved for a wider cancer holds for it too."
    else:
        told = f"No immunotherapy is approved for {named} by name as of {selection.day}."
    return Notice("none-named", told)


def _none(selection: Selection) -> Notice:
    """Return what an empty answer means: none approved only when that is what the record says."""
    if selection.boxed:
        from immunocli.queries.not_known import box_asked

        about = box_asked(selection)
        told = f"nothing that was asked for has a boxed warning{about} in its label, as of {selection.day}"
        return Notice("none", told)
    if not _whole(selection):
        return Notice("none", "none in the record; that is an answer, not an error")
    if selection.hidden_agnostic:
        return _none_named(selection)
    names = [selection.store.title("cancer", one) for one in selection.cancer]
    told = f"no immunotherapy of this record is approved by the FDA for {' or '.join(names)}"
    return Notice("none-approved", f"{told}, as of {selection.day}")


def explained_under(words: Sequence[tuple[str, str]]) -> list[Notice]:
    """Return a line for each word that is no synonym of the term that explains it."""
    from immunocli.text import quote

    return [
        Notice("related", f"{quote(word)} is explained under {quote(term)}", word=word, term=term)
        for word, term in words
    ]


def stale(edition: dict[str, Any]) -> list[Notice]:
    """Return the warning that the edition is old, when the clock says so.

    Args:
        edition: with `as_of`.
    """
    import time

    from immunocli.dates import months_between

    day = edition["as_of"]
    try:
        months = months_between(day, time.strftime("%Y-%m-%d"))
    except (ValueError, OverflowError, OSError):
        return []
    if months < STALE_AFTER_MONTHS:
        return []
    told = f"This edition is {months} months old (as of {day}): approvals change, check for a newer one."
    return [Notice("stale", told, months=months)]


STALE_AFTER_MONTHS = 6
