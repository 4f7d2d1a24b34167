"""Says what a reader should know of an answer: what it leaves out, and what it cannot know."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.records.values import NARROWER, SAME, WIDER
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.queries.fitting_uses import Course
    from immunocli.queries.selection import Selection
    from immunocli.records.fields import Record


def on_selection(selection: Selection, found: Sequence[Record | dict[str, Any]]) -> list[Notice]:
    """Return the notices of an answer about uses.

    Args:
        selection: what was asked, once its uses were chosen.
        found: the records, or rows, of the answer.
    """
    own = selection.own.values()
    notices = [notice for label in own for notice in label.notices()]
    if selection.therapy:
        from immunocli.queries.out_of_scope import of_asked  # most questions name no therapy

        notices += of_asked(selection)
    if selection.meant.course is not None:
        notices += _of_course(selection, selection.meant.course)
    notices += _of_drivers(selection)
    notices += _of_other(selection)
    idle = of_idle(selection)
    unknown = of_unknown(selection)
    notices += [*idle, *unknown]
    whole = _whole(selection)
    if not found:
        from immunocli.queries.none_found import none

        # What is not known is no "none", nor is what a label of its own told already.
        told_already = (
            bool(unknown)
            or _all_idle(selection, idle)
            or (bool(own) and all(label.none_is_told for label in own))
        )
        notices += none(selection, whole=whole, told_already=told_already)
    elif whole and not selection.relations & {SAME, NARROWER} and not selection.perhaps:
        from immunocli.queries.none_found import none_named

        notices.append(none_named(selection))
    if whole and len(selection.cancer) == 1 and selection.scopes[selection.cancer[0]]["has"]:
        from immunocli.queries.overlapping import of_overlapping  # of few cancers a biomarker is known

        notices += of_overlapping(selection, {one["therapy" if "therapy" in one else "id"] for one in found})
    if whole and len(selection.cancer) == 1:
        from immunocli.queries.overlapping import of_beside

        notices += of_beside(selection)
    wider = sum(record["relation"] == WIDER for record in found if "relation" in record)
    if wider and selection.cancer:
        told = "is" if wider == 1 else "are"
        notices.append(
            Notice(
                "wider", f"{wider} of these {told} approved for a wider cancer that includes it", count=wider
            )
        )
    notices += _again(selection, found)
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


def _again(selection: Selection, found: Sequence[Record | dict[str, Any]]) -> list[Notice]:
    """Return the line that says which therapies of a list of new ones were approved before, and came back."""
    if not selection.since or not whole_course(selection):
        return []
    back = [
        one
        for one in found
        if "mechanism" in one and one["approved"] and one["first_approved"] < one["approved"]
    ]
    if not back:
        return []
    named = ", ".join(f"{one['name']} (first {one['first_approved']})" for one in back)
    told = f"approved before, and again after these uses had ended: {named}"
    return [Notice("approved-again", told, therapies=[one["id"] for one in back])]


def of_idle(selection: Selection) -> list[Notice]:
    """Return the line on the targets asked for on which no therapy acts; mostly nothing."""
    if not selection.target and not selection.idle:
        return []
    from immunocli.queries import aims

    return aims.of_idle(selection.store, selection.idle, selection.target)


def _all_idle(selection: Selection, notices: Sequence[Notice]) -> bool:
    """Say whether nothing acts on any of the targets asked for, and that is told."""
    told = {one for notice in notices for one in notice.counts["targets"]}
    return bool(told) and told.issuperset(selection.target)


def whole_course(selection: Selection) -> bool:
    """Say whether no filter but one of therapies, market or day was given: the days are those of all uses."""
    narrowing = ("cancer", "setting", "line", "biomarker", "approval", "agnostic", "source")
    return selection.status == "current" and not any(selection.query.get(one) for one in narrowing)


def of_unknown(selection: Selection) -> list[Notice]:
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


def _of_other(selection: Selection) -> Iterator[Notice]:
    """Yield what asks for another biomarker than the one that was told, where many labels take either."""
    title = selection.store.title
    day = f" --as-of {selection.as_of}" if selection.as_of else ""
    for other, therapies in sorted(selection.hidden_other.items()):
        ids = [*therapies]
        named = all_of([title("therapy", one) for one in ids])
        pairs = [pair for scope in selection.scopes.values() for pair in scope["either"].values()]
        beside = {one for pair in pairs if other in pair for one in pair}
        told = all_of([title("term", one) for one in selection.having if one in beside])
        several = len(ids) > 1
        yield Notice(
            "other-marker-not-shown",
            f"uses of {named} are not shown: {'their labels ask' if several else 'the label asks'} for "
            f"{title('term', other)}, and {told} was told; see: immuno indications --biomarker {other} "
            f"--cancer {selection.cancer[0]}{day}",
            marker=other,
            therapies=ids,
        )


def _whole(selection: Selection) -> bool:
    """Say whether all that is approved for cancers was asked for: then what is not found is not there."""
    narrowed = any(
        (
            selection.therapy, selection.type, selection.target, selection.idle, selection.biomarker, selection.setting,
            selection.line, selection.approval, selection.source, selection.since, selection.exact,
            selection.market != "any", selection.status not in ("current", "any"), selection.boxed, selection.no_boxed,
            selection.hidden_course, selection.hidden_other,
        )
    )  # fmt: skip
    return bool(selection.cancer) and not narrowed
