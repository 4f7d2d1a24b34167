"""Tells a fact of therapies in a sentence or two, as the record has it: maker, first day, market, box, ages and others."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.queries import facts_of_products as products
from immunocli.queries.ages_told import of_use
from immunocli.queries.fact_words import Told, cancers, held, sentence, since
from immunocli.records.values import REACH
from immunocli.text import all_of, as_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from immunocli.queries.facts_heard import Asked
    from immunocli.store.typed_store import Store

_GROWN = 18.0
_LINES = ((1, "first"), (2, "second"), (3, "third"))
_LAST_LINE = 99


def told(store: Store, asked: Asked) -> Notice | None:
    """Return the sentences that answer, with the documents they rest on and the command that shows more.

    Args:
        store: where the record is.
        asked: which facts of which therapies.
    """
    ways: dict[str, Callable[[Told], str]] = {
        "ages": _ages, "agnostic": _agnostic, "alone": _partners, "biosimilar": products.biosimilars, "box": _box,
        "contains": products.contents, "day": _day, "line": _lines, "maker": products.makers, "market": products.market,
        "names": products.brands, "pathway": _pathway, "route": products.routes, "skin": products.skin,
        "target": _target, "type": _type, "uses": _uses,
    }  # fmt: skip
    each = [Told(store, one, label, asked.cancer) for one, label in asked.therapies.items()]
    facts = ["day" if one == "order" and len(each) == 1 else one for one in asked.facts]
    facts = list(dict.fromkeys(facts))
    lines: list[str] = []
    for fact in facts:
        if fact == "order":
            lines.append(_order(each))
        elif fact == "day" and len(each) > 1:
            lines.append(" ".join(map(_begun, each)))
        else:
            lines += [ways[fact](one) for one in each]
    if not all(lines):
        return None
    names = [one.asked for one in each]
    command = f"immuno show {' '.join(names)}" if len(names) == 1 else f"immuno compare {' '.join(names)}"
    if asked.cancer and len(names) == 1:
        command += f" --cancer {asked.cancer}"
    elif len(names) == 1:
        command += " --full"
    sources = list(dict.fromkeys(source for one in each for source in one.sources))
    return Notice(
        "record", " ".join(lines), fact=facts[0], facts=facts, therapies=[one.id for one in each], type=[], target=[],
        cancer=asked.cancer or None, sources=sources, command=command,
    )  # fmt: skip


def _day(one: Told) -> str:
    """Return since when it is approved, and whether it still is."""
    first = _begun(one)
    if one.first is None:
        return first
    if held(one.rows):
        years = since(one.first, one.day)
        return (
            f"{first} It is still approved, as of {one.day}{f', {years} years later' if years > 1 else ''}."
        )
    return f"{first} No use of it stands in a label as of {one.day}."


def _begun(one: Told) -> str:
    rows = [row for row in one.rows if row["approved"] and one.is_of_cancer(row)]
    if not rows:
        of = f" for {one.cancer_name}" if one.cancer else ""
        return f"The record has no day on which the FDA approved {one.name}{of}."
    first = min(row["approved"] for row in rows)
    one.first = first
    began = [row for row in rows if row["approved"] == first]
    one.cite(began)
    own = one.license_of_its_own()
    if own and own > first and not one.cancer:
        return f"{one.name} was first licensed on {own}; {one.plain} itself was first approved on {first}."
    on = "on" if len(first) == len("2011-03-25") else "in"
    return f"The FDA first approved {one.name} {on} {first}, for {cancers(one.store, began)}."


def _order(each: Sequence[Told]) -> str:
    begun = {one.name: _begun(one) for one in each}
    known = sorted((one for one in each if one.first), key=lambda one: str(one.first))
    if len(known) < len(each):
        return " ".join(begun.values())
    first, *others = known
    if first.first == others[0].first:
        return f"{all_of([one.name for one in known])} were first approved on one day, {first.first}."
    later = " ".join(f"{one.name} followed on {one.first}." for one in others)
    return f"{first.name} came first: the FDA approved it on {first.first}. {later}"


def _box(one: Told) -> str:
    today = one.store.today([one.id])[one.id]["told"]
    boxed = [warning for warning in today["warnings"] if warning["boxed"]]
    one.sources += [source for warning in boxed for source in warning["sources"]]
    if boxed:
        about = "; ".join(_within(text) for text in today["boxed"])
        return f"Yes: the label of {one.name} has a boxed warning, as of {one.day}, about {about}."
    if not today["warnings"] or any(warning["boxed"] is None for warning in today["warnings"]):
        return f"Whether the label of {one.name} has a boxed warning is not known: no label of it was read for that."
    one.sources += [source for warning in today["warnings"] for source in warning["sources"]]
    return f"No: the label of {one.name} has no boxed warning, as of {one.day}."


def _ages(one: Told) -> str:
    rows = one.standing()
    if not rows:
        return f"No use of {one.name}{one.for_cancer} stands in a label as of {one.day}, for any age."
    one.cite(rows)
    young = [row for row in rows if of_use(row)[0] < _GROWN and (row["population"] or row.get("age"))]
    unsaid = [row for row in rows if not row["population"] and not row.get("age")]
    grown = [row for row in rows if row not in young and row not in unsaid]
    if not young:
        if not grown:
            return (
                f"The label of {one.name} does not say an age for its uses{one.for_cancer}, as of {one.day}."
            )
        rest = f" For {cancers(one.store, unsaid)} its label says no age." if unsaid else ""
        those = f"those for {cancers(one.store, grown)} are for adults."
        return f"No use of {one.name}{one.for_cancer} names children, as of {one.day}: {those}{rest}"
    by_age: dict[str, list[Mapping[str, Any]]] = {}
    for row in young:
        by_age.setdefault(row.get("age") or "children, no age given", []).append(row)
    parts = [f"{cancers(one.store, some)} ({age})" for age, some in by_age.items()]
    rest = " Its other uses are for adults." if grown and not unsaid else ""
    rest = " Of its other uses some are for adults, some say no age." if grown and unsaid else rest
    rest = " For its other uses the label says no age." if unsaid and not grown else rest
    return f"Yes, for some uses: {one.name} is approved for people under 18, as of {one.day}, for {'; '.join(parts)}.{rest}"


def _partners(one: Told) -> str:
    rows = one.standing()
    if not rows:
        return f"No use of {one.name}{one.for_cancer} stands in a label as of {one.day}."
    one.cite(rows)
    names = one.store.titles("therapy")
    alone = [row for row in rows if not row["with"]]
    by: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["with"]:
            partners = [" or ".join(names.get(each, each) for each in group) for group in row["with"]]
            by.setdefault(all_of(partners), []).append(row)
    with_ = "; ".join(f"with {name}{_in_cancers(one, some)}" for name, some in by.items())
    if not alone:
        return f"{one.name} is in no use{one.for_cancer} given alone, as of {one.day}: it is given {with_}."
    others = f", and {with_}" if with_ else ""
    of = one.for_cancer or _in_cancers(one, alone)
    return f"{one.name} is given alone{of}, as of {one.day}{others}."


def _in_cancers(one: Told, rows: Sequence[Mapping[str, Any]]) -> str:
    return "" if one.cancer else f" for {cancers(one.store, rows)}"


def _lines(one: Told) -> str:
    rows = [row for row in one.standing() if row["line"]]
    if not rows:
        return f"The label of {one.name} names no line of treatment{one.for_cancer}, as of {one.day}."
    one.cite(rows)
    parts = []
    for number, name in _LINES:
        some = [row for row in rows if REACH[row["line"]][0] == number and row["line"] != "any"]
        later = [row for row in some if REACH[row["line"]][1] == _LAST_LINE and number > 1]
        said = f"{name} line or later" if later and later == some else f"{name} line"
        if some:
            parts.append(f"{said}: {cancers(one.store, some)}")
    many = [row for row in rows if REACH[row["line"]][0] > _LINES[-1][0]]
    parts += [f"later lines: {cancers(one.store, many)}"] if many else []
    free = [row for row in rows if row["line"] == "any"]
    parts += [f"in any line: {cancers(one.store, free)}"] if free else []
    return f"Lines in which {one.name} is approved{one.for_cancer}, as of {one.day}: {'; '.join(parts)}."


def _uses(one: Told) -> str:
    rows = held(one.rows)
    if not rows:
        return f"No use of {one.name} stands in a label as of {one.day}."
    one.cite(rows)
    count = len({row["cancer"] for row in rows})
    all_ = f": {count} in all" if count > 1 else ""
    return (
        f"{one.name} is approved for {cancers(one.store, rows)}, as of {one.day}{all_}, each with its limits."
    )


def _agnostic(one: Told) -> str:
    rows = [row for row in held(one.rows) if row["cancer"] in one.store.agnostic]
    if not rows:
        return f"No use of {one.name} is for tumors anywhere by a marker alone, as of {one.day}."
    one.cite(rows)
    first = min(row["approved"] for row in rows)
    return (
        f"Yes: {one.name} is approved by a marker, wherever the tumor began, as of {one.day}: "
        f"for {cancers(one.store, rows)} (first on {first}), each with its limits."
    )


def _pathway(one: Told) -> str:
    rows = one.standing()
    if not rows:
        return f"No use of {one.name}{one.for_cancer} stands in a label as of {one.day}."
    one.cite(rows)
    pending = [row for row in rows if row["approval"] == "accelerated" and not row["converted"]]
    if not pending:
        return f"No use of {one.name}{one.for_cancer} rests on an accelerated approval any more, as of {one.day}."
    those = _in_cancers(one, pending) or one.for_cancer
    others = " Its other uses are approved in full." if len(pending) < len(rows) else ""
    return f"{one.name} has accelerated approval{those}, not yet made a full one, as of {one.day}.{others}"


def _target(one: Told) -> str:
    one.sources += one.stored["sources"]
    aims = [one.store.title("target", each) for each in one.stored["targets"]]
    if not aims:
        return f"The record names no target of {one.name}. {sentence(one.stored['mechanism'])}"
    return f"{one.name} acts on {all_of(aims)}. {sentence(one.stored['mechanism'])}"


def _type(one: Told) -> str:
    one.sources += one.stored["sources"]
    path = one.store.records("type", [one.stored["type"]])[0]["path"]
    names = [one.store.title("type", each) for each in path]
    name = one.store.title("type", one.stored["type"])
    wider = [each for each in names if each != name]
    of = f", which is a kind of {wider[0]}" if wider else ""
    return f"{one.name} is of the type {name}{of}. {sentence(one.stored['mechanism'])}"


def _within(text: str) -> str:
    """Return the beginning of a text as it goes on within a sentence; a short form keeps its capitals."""
    text = text.rstrip(".")
    return text if text[1:2].isupper() else as_clause(text)
