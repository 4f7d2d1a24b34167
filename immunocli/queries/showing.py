"""Finds what names mean and tells it whole, whatever kind of thing it is."""

from __future__ import annotations

import immunocli
from immunocli.names.find import SHOWN, exact, spoken, unknown
from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.names.find import Finding
    from immunocli.records.fields import Record
    from immunocli.store.typed_store import Store


_CALLED = {"part": "part of the immune system"}


class About:
    """What to know of records that were shown: `query` and `notices`."""

    __slots__ = ("notices", "query")

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        # The products that were asked for, by therapy; which page is told for which, its record says.
        self.query: dict[str, Any] = {"product": {}}


def shown(
    store: Store, names: Sequence[str], kinds: Sequence[str], day: str, cancers: Sequence[str]
) -> tuple[list[Record], About]:
    """Return the whole records that names mean, and what to know of them.

    Args:
        store: where to look.
        names: as they were typed; words that together are one name need no quotes.
        kinds: what they may be, in the order in which it is tried; empty means any.
        day: `YYYY-MM-DD`.
        cancers: ids; for therapies, only the uses that concern them.

    Raises:
        NotFound, Ambiguous: nothing has a name, or it is not clear which is meant.
    """
    found: list[Record] = []
    about = About()
    asked = " ".join(names).split()
    owner = store.owner(asked[0].lower()) if len(asked) == 1 and not kinds else None
    if owner is not None:
        return [_of_a_use(store, owner, asked[0].lower(), day, about)], about
    if len(asked) > 1:
        from immunocli.queries.not_read import left_aside  # a single name is read, or not known

        names, notices = left_aside(store, names, tuple(kinds) or SHOWN)
        about.notices += notices
    for one in spoken(store, names, tuple(kinds) or SHOWN):
        if one.kind == "therapy":
            found += _therapies(store, one, day, cancers, about)
        elif len(one.ids) > 1:
            raise _several(store, one.kind, one.ids, one.label)
        else:
            from immunocli.queries.vocabularies import tell  # the page on a therapy has no use for it

            found += tell(store, one.kind, one.ids, day)
            # The glossary explains medicines, too, that the record does not hold.
            about.notices += _what_it_is(store, one.label) if one.kind == "term" else []
    if cancers and not kinds and not any(one.kind == "therapy" for one in found):
        raise _not_narrowed(found[0], cancers)
    about.notices += _told_whole(found, cancers) if cancers and not kinds else []
    told = [one.message for one in about.notices]
    about.notices += [one for one in _left_out(store, " ".join(names), kinds) if one.message not in told]
    return _each_once(found), about


def _not_narrowed(record: Record, cancers: Sequence[str]) -> immunocli.UsageError:
    """Return what is wrong with `--cancer` beside what has no uses, and the line that lists what was meant."""
    from immunocli.text import quote

    name, told = record["name"] if "name" in record else record["term"], f"immuno show {record['id']}"
    narrowing = " ".join(f"--cancer {one}" for one in cancers)
    if record.kind in ("type", "target"):
        told = f"immuno therapies --{record.kind} {record['id']} {narrowing}"
    elif record.kind == "cancer":
        told = f"immuno therapies --cancer {record['id']}"
    what = f"{quote(name)} is a {_CALLED.get(record.kind, record.kind)}"
    return immunocli.UsageError(f"--cancer narrows a therapy to its uses for a cancer; {what}", advice=told)


def _told_whole(found: Sequence[Record], cancers: Sequence[str]) -> list[Notice]:
    """Return a line for each page beside that of a therapy that a cancer does not narrow, and what would."""
    from immunocli.found import Notice

    told = [_not_narrowed(record, cancers) for record in found if record.kind != "therapy"]
    return [Notice("not-narrowed", f"{one.message}, and told whole; see: {one.advice}") for one in told]


def _each_once(found: Sequence[Record]) -> list[Record]:
    """Return records, those that two names mean alike once; a product told by its own label is no repetition."""
    told: list[Record] = []
    for record in found:
        if record not in told:
            told.append(record)
    return told


def _of_a_use(store: Store, owner: str, one: str, day: str, about: About) -> Record:
    """Return the therapy of a use, for its cancer; what the use is, is said."""
    from immunocli.found import Notice
    from immunocli.queries.therapies import whole

    about.query["cancer"] = [use["cancer"] for use in store.uses_of([owner]) if use["id"] == one]
    therapy = whole(store, owner, day, cancer=about.query["cancer"])
    told = [f"{use['summary']} ({use['status']})" for use in therapy.indications if use["id"] == one]
    said = told[0] if told else f"approved after {day}"
    message = f"{one} is a use of {therapy.name}: {said}; its page: immuno show {owner}"
    about.notices.append(Notice("use", message, use=one, therapy=owner))
    return therapy


def _left_out(store: Store, asked: str, kinds: Sequence[str]) -> list[Notice]:
    """Return a line for each medicine that stands among the names and that no page is about."""
    words = asked.split()
    if len(words) < 2 or any(exact(store, kind, asked) for kind in tuple(kinds) or SHOWN):
        return []
    strangers = [word for word in dict.fromkeys(words) if not exact(store, "therapy", word)]
    return [notice for word in strangers for notice in _what_it_is(store, word)]


def _what_it_is(store: Store, name: str) -> list[Notice]:
    """Return a line that says what a medicine is that is known and that the record does not hold."""
    if store.other("therapy", normalize(name)) is None:
        return []
    from immunocli.found import Notice

    told = unknown(store, ("therapy",), name)
    return [Notice(told.code, told.message, name=name)]


def _therapies(store: Store, one: Finding, day: str, cancers: Sequence[str], about: About) -> list[Record]:
    """Return the therapies that a name means; a product is told on the page on which it stands."""
    from immunocli.queries.therapies import whole  # a term has no use for it

    told, product = about.notices, None
    if one.match != "name":
        from immunocli.queries.by_product import OwnLabel, product_of  # only products asked by name need it

        product = product_of(store, one)
    if product is None:
        return [whole(store, each, day, cancer=cancers, notices=told) for each in one.ids]
    owner = product[0]
    record = store.records("therapy", [owner])[0]
    label = OwnLabel(record, {product[1]: one.label}, day, store.edition["as_of"])
    label.refuse_later(one.label)
    about.notices += label.notices()
    if label.labels:
        asked = about.query["product"].setdefault(owner, [])
        asked += [each for each in label.labels if each not in asked]
    others = [each for each in one.ids if each != owner]
    own = label if product[1] else None
    return [
        whole(
            store,
            owner,
            day,
            cancer=cancers,
            stored=record,
            own=own,
            asked_for=label.labels,
            beside=others,
            notices=told,
        )
    ]


def _several(store: Store, kind: str, ids: Sequence[str], asked: str) -> immunocli.Ambiguous:
    from immunocli.text import quote

    names = [store.titles(kind)[one] for one in ids]
    return immunocli.Ambiguous(
        f"{quote(asked)} names several {kind} records: {', '.join(names)}", names, wrong=asked
    )
