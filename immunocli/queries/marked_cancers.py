"""Reads a cancer that is named with a biomarker, as people say it: "MSI-high pancreatic cancer"."""

from __future__ import annotations

from immunocli.names.find import exact, named
from immunocli.records.asked_markers import OPPOSITE_ENDS, forms_of, narrowest
from immunocli.records.relation import fits, named_by, not_told, relation
from immunocli.records.values import RELATIONS, SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.queries.fitting_uses import Course
    from immunocli.store.typed_store import Store

# No description is longer.
_LONGEST = 1_000


class Read:
    """What was read in the names of cancers.

    Args:
        cancers: ids.
        having: biomarkers that they are said to have.
        lacking: biomarkers that they are said to lack.
        course: what was said of stage, treatment and age.

    `seldom` are the biomarkers that are hardly ever found beside one that is there: which, and the documents that say
    so; `left_out` are those of them for which a use was left out.
    """

    __slots__ = ("cancers", "course", "having", "lacking", "left_out", "seldom")

    def __init__(
        self,
        cancers: list[str],
        having: Sequence[str] = (),
        lacking: Sequence[str] = (),
        course: Course | None = None,
    ) -> None:
        self.cancers, self.having, self.lacking, self.course = cancers, [*having], [*lacking], course
        self.seldom: dict[str, tuple[str, list[str]]] = {}
        self.left_out: set[str] = set()


def read(store: Store, names: Sequence[str]) -> Read:
    """Return the cancers that names mean, and what is said of them.

    Args:
        store: where to look.
        names: of cancers, as a person types them; with biomarkers only one name at a time is read.

    Raises:
        NotFound, Ambiguous: as a cancer is not known, or not clear.
    """
    told = told_of(store, names[0]) if len(names) == 1 and len(names[0]) <= _LONGEST else None
    if told is not None:
        return told
    return Read(list(dict.fromkeys(one for name in names for one in named(store, "cancer", name))))


def told_of(store: Store, text: str) -> Read | None:
    """Return what a description tells of a cancer; nothing where a text is a name alone."""
    if " " not in text.strip():
        return None
    known = exact(store, "cancer", text)
    if known is not None and known[0]:
        told = Read(known[0]) if len(known[0]) == 1 and store.scope(known[0][0])["either"] else None
    else:
        from immunocli.queries.read_described import read_described  # most names are names alone

        told = read_described(store, text)
    if told is None or len(told.cancers) != 1 or not store.scope(told.cancers[0])["either"]:
        return told
    from immunocli.queries.told_one import told_one  # few cancers are named by either of two biomarkers

    told.having += told_one(store, text, told.cancers[0], told.having)
    return told if told.having or told.course else None


def narrowed(store: Store, scope: dict[str, Any], cancer: str, told: Read) -> dict[str, Any]:
    """Return what a question about the form of a cancer with or without biomarkers has to look at.

    Args:
        store: where to look.
        scope: of the cancer.
        cancer: its id: what is approved for it is approved for something wider.
        told: what was read, with biomarkers.
    """
    markers, lacking = told.having, told.lacking
    rules = store.marker_rules
    has = {*markers}
    for _ in range(2):  # KRAS G12C is a change of KRAS, and of RAS
        has |= {implied for one in has for implied in rules(one)["implies"]}
    either = {one: rules(one)["either"] for one in sorted(has) if rules(one)["either"]}
    without = {*lacking, *(one for one in store.ids("marker") if {*rules(one)["implies"]} & {*lacking})}
    lacks = {*without, *(other for one in has for other in _opposite(store, one))} - has
    every = {one: rules(one) for one in store.ids("marker")}
    known = {*scope["has"], *has, *(store.asked_as(one)["opposite"] for one in (*scope["lacks"], *lacking))}
    told.seldom.update(
        (str(pair["marker"]), (one, pair["sources"]))
        for one in sorted(has)
        for pair in rules(one)["rules_out"]
        if pair["why"] == "seldom-together" and pair["marker"] not in (*lacking, *has)
    )
    return {
        **scope,
        "has": [*scope["has"], *sorted(has)],
        "either": {**scope["either"], **either},
        "lacks": [*scope["lacks"], *sorted(lacks)],
        "forms": forms_of(every, known),
        "narrowest": narrowest(every, {*scope["has"], *has}),
        "above": [cancer, *scope["above"]],
        "below": [one for one in scope["below"] if one != cancer],
    }


def relation_to(
    scopes: Mapping[str, dict[str, Any]], told: Read, use: dict[str, Any], agnostic: Sequence[str]
) -> str | None:
    """Return the nearest relation of a use to any of the cancers asked for; None when it concerns none.

    Args:
        scopes: of the cancers, by id; `narrowed` when they have or lack biomarkers.
        told: what was read.
        use: as it stands on the day.
        agnostic: ids of what names no cancer but any tumor with a marker.
    """
    having = told.having
    found = []
    marked = bool(having or told.lacking)
    for one, scope in scopes.items():
        how = relation(scope, "" if marked and one not in agnostic else one, use, agnostic)
        if marked and not fits(scope, use):
            told.left_out.update(one for one in told.seldom if one in use["biomarkers"])
            continue
        if how is None:
            continue
        asks_for_it = (
            having
            and how == WIDER
            and use["cancer"] == one
            and named_by(scope, use["biomarkers"]).issuperset(having)
        )
        found.append(SAME if asks_for_it else how)
    return min(found, key=RELATIONS.index, default=None)


def asks_for_other(scopes: Mapping[str, dict[str, Any]], use: dict[str, Any]) -> list[str]:
    """Return the biomarkers that a use asks for of a cancer that is told to have the other: dMMR, of one with MSI-H."""
    found = []
    for scope in scopes.values():
        told = {one: pair for one, pair in scope["either"].items() if not {*pair}.isdisjoint(scope["has"])}
        other = not_told({**scope, "either": told}, use)
        if not other:
            return []
        found += other
    return found


def biomarkers(store: Store, name: str) -> list[str]:
    """Return the biomarkers that a name means to a filter: also one that no label has, but the opposite of one."""
    term = exact(store, "term", name) if exact(store, "biomarker", name) is None else None
    if term and len(term[0]) == 1 and store.asked_as(term[0][0])["opposite"]:
        return list(term[0])
    return named(store, "biomarker", name)


def naming(store: Store, markers: Sequence[str]) -> dict[str, set[str]]:
    """Return what a use that asks for any of some biomarkers requires, and what it excludes; see `asks_for`."""
    told = [store.asked_as(one) for one in markers]
    return {field: {one for each in told for one in each[field]} for field in ("biomarkers", "excludes")}


def surely(scopes: Mapping[str, dict[str, Any]], use: dict[str, Any]) -> bool:
    """Say whether a use for any tumor asks for no more than what defines a cancer that was asked for."""
    required = {*use["biomarkers"]}
    return bool(required) and any(required <= {*scope["has"]} for scope in scopes.values())


def _opposite(store: Store, marker: str) -> list[str]:
    found = [str(one["marker"]) for one in store.marker_rules(marker)["rules_out"]]
    for other in store.ids("marker"):  # what cannot stand beside it cannot be there with it
        ruled_out = store.marker_rules(other)["rules_out"]
        found += [other for one in ruled_out if one["marker"] == marker and one["why"] == "meaning"]
    for pair in OPPOSITE_ENDS:
        for end, other in (pair, pair[::-1]):
            if marker.endswith(end):
                found.append(marker.removesuffix(end) + other)
    return found
