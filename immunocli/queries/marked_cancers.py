"""Reads a cancer that is named with a biomarker, as people say it: "MSI-high pancreatic cancer"."""

from __future__ import annotations

import immunocli
from immunocli.names.find import exact, named
from immunocli.records.relation import fits, relation
from immunocli.records.values import RELATIONS, SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.store.typed import Store

# No biomarker's name has more words.
_MOST_WORDS = 5
_AROUND = " ,;()[]"
_BRACKETS = str.maketrans("()[]", "    ")
# What a biomarker says besides itself, and what it cannot stand beside.
_IMPLIED = {
    "braf-v600e": ("braf-v600-mutated",),
    "egfr-exon-20": ("egfr-mutated",),
    "her2-ihc3": ("her2-positive",),
    "kras-g12c": ("kras-mutated", "ras-mutated"),
    "kras-mutated": ("ras-mutated",),
    "ras-wild-type": ("kras-wild-type",),
}
_OPPOSITE = {
    "her2-positive": ("her2-negative", "her2-low", "her2-ultralow", "triple-negative"),
    "her2-negative": ("her2-ihc3",),
    "her2-low": ("her2-positive", "her2-ihc3"),
    "her2-ultralow": ("her2-positive", "her2-ihc3"),
    "triple-negative": ("her2-positive", "her2-ihc3", "hr-positive"),
    "kras-mutated": ("braf-v600e",),
    "ras-mutated": ("braf-v600e",),
    "msi-h-dmmr": ("mss-pmmr",),
    "mss-pmmr": ("msi-h-dmmr",),
}
# What stands before a biomarker and is left when it is taken out.
_LEADING = ("with", "a", "an", "the", "and", "has", "having")
# Before a biomarker they say that it is not there.
_DENYING = ("without", "no", "not", "lacking")
_OPPOSITE_ENDS = (("-positive", "-negative"), ("-mutated", "-wild-type"))


class Read:
    """What was read in the names of cancers.

    Args:
        cancers: ids.
        having: biomarkers that they are said to have.
        lacking: biomarkers that they are said to lack.
        story: what was said of treatment before, which no use is chosen by.
    """

    __slots__ = ("cancers", "having", "lacking", "story")

    def __init__(
        self,
        cancers: list[str],
        having: Sequence[str] = (),
        lacking: Sequence[str] = (),
        story: Sequence[str] = (),
    ) -> None:
        self.cancers, self.having, self.lacking, self.story = cancers, [*having], [*lacking], [*story]


def read(store: Store, names: Sequence[str]) -> Read:
    """Return the cancers that names mean, and what is said of them.

    Args:
        store: where to look.
        names: of cancers, as a person types them; with biomarkers only one name at a time is read.

    Raises:
        NotFound, Ambiguous: as a cancer is not known, or not clear.
    """
    found: dict[str, None] = {}
    for name in names:
        markers: dict[str, bool] = {}
        story: list[str] = []
        try:
            ids = named(store, "cancer", name)
        except (immunocli.NotFound, immunocli.Ambiguous):
            from immunocli.names.cancer_story import without_story  # most names are names alone

            told, story = without_story(name)
            markers, rest = taken_apart(store, told)
            if rest == name or not rest or len(names) > 1:
                raise
            ids = named(store, "cancer", rest)
        else:
            if len(names) == 1 and _says_absent(name) and exact(store, "cancer", name) is None:
                markers = _passed_over(store, name, ids)
        found.update(dict.fromkeys(ids))
        if markers or story:
            there = [one for one, has in markers.items() if has]
            return Read(list(found), there, [one for one in markers if one not in there], story)
    return Read(list(found))


def _passed_over(store: Store, name: str, ids: Sequence[str]) -> dict[str, bool]:
    """Return the biomarkers in a name that mean nothing to the cancers that were read in it."""
    markers, rest = taken_apart(store, name)
    try:
        return markers if rest and named(store, "cancer", rest) == ids else {}
    except (immunocli.NotFound, immunocli.Ambiguous):
        return {}


def _says_absent(name: str) -> bool:
    lower = name.lower()
    return "negative" in lower or "wild" in lower or not {*lower.split()}.isdisjoint(_DENYING)


def narrowed(scope: dict[str, Any], cancer: str, told: Read) -> dict[str, Any]:
    """Return what a question about the form of a cancer with or without biomarkers has to look at.

    Args:
        scope: of the cancer.
        cancer: its id: what is approved for it is approved for something wider.
        told: what was read, with biomarkers.
    """
    markers, lacking = told.having, told.lacking
    has = {*markers, *(implied for one in markers for implied in _IMPLIED.get(one, ()))}
    without = {*lacking, *(one for one, implied in _IMPLIED.items() if {*implied} & {*lacking})}
    lacks = {*without, *(other for one in has for other in opposites(one))} - has
    return {
        **scope,
        "has": [*scope["has"], *sorted(has)],
        "lacks": [*scope["lacks"], *sorted(lacks)],
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
        how = relation(scope, "" if marked else one, use, agnostic)
        if how is None or (marked and not fits(scope, use)):
            continue
        asks_for_it = having and how == WIDER and use["cancer"] == one and {*having} <= {*use["biomarkers"]}
        found.append(SAME if asks_for_it else how)
    return min(found, key=RELATIONS.index, default=None)


def surely(scopes: Mapping[str, dict[str, Any]], use: dict[str, Any]) -> bool:
    """Say whether a use for any tumor asks for no more than what defines a cancer that was asked for."""
    required = {*use["biomarkers"]}
    return bool(required) and any(required <= {*scope["has"]} for scope in scopes.values())


def taken_apart(store: Store, name: str) -> tuple[dict[str, bool], str]:
    """Return the biomarkers that a name holds, each with whether it is there, and what is left of it."""
    words = name.translate(_BRACKETS).split()
    markers: dict[str, bool] = {}
    rest: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            one = " ".join(words[start:end]).strip(_AROUND)
            told = _marker(store, one)
            if told and exact(store, "cancer", one) is None:
                before = len(rest)
                while before and rest[before - 1].lower() in _LEADING:
                    before -= 1
                if before and rest[before - 1].lower() in _DENYING:
                    if exact(store, "biomarker", one) is None and not _is_any_change(one):
                        continue  # no G12D is not no change of KRAS
                    told = {marker: False for marker, has in told.items() if has}
                    before -= 1
                del rest[before:]
                markers |= told
                start = end
                break
        else:
            rest.append(words[start])
            start += 1
    return markers, " ".join(rest).strip(_AROUND)


def _is_any_change(name: str) -> bool:
    """Say whether a name tells of any change of a gene, as "EGFR mutation" does."""
    words = name.lower().split()
    return len(words) == 2 and words[1].rstrip("s") in ("mutation", "mutated", "mutant")


def _marker(store: Store, name: str) -> dict[str, bool]:
    """Return the biomarkers that a name tells of, and whether they are there; `HER2+` is HER2-positive."""
    found = exact(store, "biomarker", name) if name else None
    if found is None and name.endswith("+"):
        found = exact(store, "biomarker", f"{name[:-1]}-positive")
    if found:  # a cancer that labels rule out is no biomarker of another: "primary mediastinal ..."
        return {found[0][0]: True} if len(found[0]) == 1 and not store.title("cancer", found[0][0]) else {}
    from immunocli.queries.marker_forms import markers_of

    return markers_of(store, name) if name else {}


def opposites(marker: str) -> list[str]:
    """Return the biomarkers that cannot be there beside one."""
    found = list(_OPPOSITE.get(marker, ()))
    for pair in _OPPOSITE_ENDS:
        for end, other in (pair, pair[::-1]):
            if marker.endswith(end):
                found.append(marker.removesuffix(end) + other)
    return found
