"""Reads a cancer that is named with a biomarker, as people say it: "MSI-high pancreatic cancer"."""

from __future__ import annotations

import immunocli
from immunocli.names.cancer_words import is_tumor, one_of
from immunocli.names.clauses import BARRING
from immunocli.names.find import exact, named
from immunocli.names.forms import normalize
from immunocli.names.reading import SPELLING
from immunocli.records.relation import fits, relation
from immunocli.records.values import RELATIONS, SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.queries.course import Course
    from immunocli.queries.described import Described
    from immunocli.store.typed import Store

# A word that may deny what stands beside it.
_DENYING = frozenset(
    "no not non never without free denies denied ruled out suspected possible excluded negative prevent".split()
)
# A label in more parts is not tried without each of them.
_MOST_PARTS = 4
# No name among others is looked for that has more words.
_MOST_HELD = 6
_OPPOSITE_ENDS = (("-positive", "-negative"), ("-mutated", "-wild-type"))


class Read:
    """What was read in the names of cancers.

    Args:
        cancers: ids.
        having: biomarkers that they are said to have.
        lacking: biomarkers that they are said to lack.
        course: what was said of stage, treatment and age.
    """

    __slots__ = ("cancers", "course", "having", "lacking")

    def __init__(
        self,
        cancers: list[str],
        having: Sequence[str] = (),
        lacking: Sequence[str] = (),
        course: Course | None = None,
    ) -> None:
        self.cancers, self.having, self.lacking, self.course = cancers, [*having], [*lacking], course


def read(store: Store, names: Sequence[str]) -> Read:
    """Return the cancers that names mean, and what is said of them.

    Args:
        store: where to look.
        names: of cancers, as a person types them; with biomarkers only one name at a time is read.

    Raises:
        NotFound, Ambiguous: as a cancer is not known, or not clear.
    """
    if len(names) == 1 and " " in names[0].strip() and not _is_name(store, names[0]):
        told = _described(store, names[0])
        if told is not None:
            return told
    return Read(list(dict.fromkeys(one for name in names for one in named(store, "cancer", name))))


def _is_name(store: Store, name: str) -> bool:
    known = exact(store, "cancer", name)
    return known is not None and bool(known[0])


def _described(store: Store, name: str) -> Read | None:
    """Return what a description says; nothing where it only names a cancer, or no cancer is read in it."""
    from immunocli.queries.described import described  # most names are names alone

    told = described(store, name)
    if not told.facts and name in told.names:
        return None
    for one in told.names:
        ids = _ids(store, one)
        if ids:
            return _made(told, ids)
    # Of a label in parts, one that says the kind again is not weighed: lung, non-small cell, adenocarcinoma.
    parts = told.names[-1].split(", ") if told.names else []
    for left in range(len(parts) - 1, -1, -1) if 1 < len(parts) <= _MOST_PARTS else ():
        ids = _ids(store, ", ".join(parts[:left] + parts[left + 1 :]))
        if len(ids) == 1 and _says_kind(store, parts[left]):
            told.add(parts[left])
            return _made(told, ids)
    return _among_others(store, told)


def _among_others(store: Store, told: Described) -> Read | None:
    """Return the cancer that stands among words of a description that are not read: they are told as not weighed.

    A word that may be another cancer's, or may deny this one, is no such word.
    """
    from immunocli.names.resolve import Resolver

    resolver = Resolver(store, "cancer")
    for name in told.names:
        found = resolver.resolve(name)
        words = found.unread.replace(";", " ").split()
        if (
            found.ids
            and found.match != SPELLING
            and words
            and all(_says_nothing(store, word) for word in words)
        ):
            for text in filter(None, found.unread.split(";")):
                told.add(text)
            return _made(told, found.ids)
        ids, beside = _held(store, name)
        if ids and all(_says_nothing(store, word) for word in beside):
            told.add(" ".join(beside))
            return _made(told, ids)
    return None


def _held(store: Store, name: str) -> tuple[list[str], list[str]]:
    """Return the cancer of the longest name that stands in some words, and the other words."""
    words = name.replace(",", " ").split()
    for length in range(min(len(words) - 1, _MOST_HELD), 0, -1):
        for start in range(len(words) - length + 1):
            found = exact(store, "cancer", " ".join(words[start : start + length]))
            if found is not None and found[0] and (length > 1 or words[start].isupper()):
                return found[0], words[:start] + words[start + length :]
    return [], []


def _says_nothing(store: Store, word: str) -> bool:
    plain = normalize(word)
    if (
        not plain
        or plain in _DENYING
        or is_tumor(one_of(plain))
        or store.around("cancer").get(plain) in BARRING
    ):
        return False
    return not any(exact(store, "cancer", form) for form in (word, f"{word} cancer"))


def _ids(store: Store, name: str) -> list[str]:
    try:
        return named(store, "cancer", name) if name else []
    except (immunocli.NotFound, immunocli.Ambiguous):
        return []


def _made(told: Described, ids: list[str]) -> Read:
    from immunocli.queries.course import Course

    each = [pair for fact in told.facts for pair in fact.markers.items()]
    markers = dict(sorted(each, key=lambda pair: pair[1]))  # of ER+ and PR-, what is there counts
    there = [marker for marker, has in markers.items() if has]
    return Read(ids, there, [marker for marker in markers if marker not in there], Course(told.facts))


def _says_kind(store: Store, words: str) -> bool:
    """Say whether words only tell the kind of a cancer: "adenocarcinoma", "clear cell"."""
    roles = store.around("cancer")
    return all(
        roles.get(normalize(word)) in ("histology", "course", "area", "grammar", "carcinoma", "tumor")
        or is_tumor(one_of(normalize(word)))
        for word in words.replace("-", " ").split()
    )


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
    without = {*lacking, *(one for one in store.ids("marker") if {*rules(one)["implies"]} & {*lacking})}
    lacks = {*without, *(other for one in has for other in _opposite(store, one))} - has
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


def _opposite(store: Store, marker: str) -> list[str]:
    found = [str(one["marker"]) for one in store.marker_rules(marker)["rules_out"]]
    for pair in _OPPOSITE_ENDS:
        for end, other in (pair, pair[::-1]):
            if marker.endswith(end):
                found.append(marker.removesuffix(end) + other)
    return found
