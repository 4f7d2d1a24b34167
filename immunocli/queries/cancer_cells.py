"""Reads what the cell of a table says of a cancer: which, with or without which biomarkers, how surely."""

from __future__ import annotations

import re

from immunocli.queries.marked_cancers import Read, narrowed, opposites, taken_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.names.resolve import Resolver
    from immunocli.records.match import Match
    from immunocli.store.typed import Store

# Beside one of these, a biomarker may be told as absent, or as one of several that are possible.
_OPEN = frozenset(
    "absent against awaited exclude excluded excluding except failed if negative neg never non none not no nor "
    "or pending possible rule ruled suspected unknown unless untested vs versus without".split()
)
# What may part the names of several cancers.
_BETWEEN = re.compile(r"[;,|/\n]| and | or |&")
_MOST_PARTS = 8
_APART = str.maketrans(",;:()[]/|-+", "           ")


class CancerCell:
    """What a cell says of cancers.

    Args:
        ids: of the cancers.
        names: as people read them.
        told: what was read, with biomarkers.
        scopes: what a question about each has to look at.
        review: `yes` when a person should look at the reading.
    """

    __slots__ = ("ids", "names", "review", "scopes", "told")

    def __init__(
        self, ids: list[str], names: str, told: Read, scopes: dict[str, dict[str, Any]], review: str
    ) -> None:
        self.ids, self.names, self.told, self.scopes, self.review = ids, names, told, scopes, review

    @property
    def key(self) -> tuple[str, ...]:
        """All that an answer depends on."""
        told = self.told
        return (*self.ids, "+", *told.having, "-", *told.lacking, "~", *told.story, self.review)


def read_cell(store: Store, reader: Resolver, text: str) -> CancerCell:
    """Return what a cell says of cancers; no ids when none is recognized.

    Args:
        store: where the names are.
        reader: of cancers.
        text: the cell.
    """
    from immunocli.names.cancer_story import without_story

    match = reader.resolve(text)
    plain, story = without_story(text)
    markers, rest = taken_apart(store, plain)
    ids, review = list(match.ids), match.review
    if markers or story:
        alone = reader.resolve(rest) if rest else match
        if alone.ids and alone.review == "no" and not _is_open(rest, markers):
            if not ids or ids == alone.ids:
                ids, review = list(alone.ids), "no"
            elif match.review == "no" and not _form_of(store, ids, alone):
                review = "yes"
        elif ids:
            review = "yes"
    if ids and review == "no" and _passes_over(store, reader, text, ids):
        review = "yes"
    scopes = {one: store.scope(one) for one in ids}
    if len(ids) != 1:  # whose biomarker it is, is not told
        return _cell(store, ids, Read(ids, (), (), story), scopes, "yes" if markers else review)
    (scope,) = scopes.values()
    there = [one for one, has in markers.items() if has and one not in scope["has"]]
    absent = [one for one, has in markers.items() if not has and one not in scope["lacks"]]
    told = Read(ids, there, absent, story)
    against = {*scope["lacks"], *(other for one in there for other in opposites(one))}
    contradicted = {*there} & against or {*absent} & {*scope["has"]}
    if there or absent:
        scopes = {ids[0]: narrowed(scope, ids[0], told)}
    return _cell(store, ids, told, scopes, "yes" if contradicted else review)


def _cell(store: Store, ids: list[str], told: Read, scopes: dict[str, Any], review: str) -> CancerCell:
    return CancerCell(
        ids, ";".join(store.title("cancer", one) for one in ids), told, scopes, review if ids else ""
    )


def _passes_over(store: Store, reader: Resolver, text: str, ids: list[str]) -> bool:
    """Say whether a part of a cell names a cancer of its own that the reading of the whole leaves out."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) < 2:
        return False
    read = {one for whole in ids for one in store.path(whole)}
    for part in parts[:_MOST_PARTS]:
        found = reader.resolve(part.strip())
        if found.review == "no" and any(
            one not in read and not {*ids} & {*store.path(one)} for one in found.ids
        ):
            return True
    return len(parts) > _MOST_PARTS


def _is_open(rest: str, markers: dict[str, bool]) -> bool:
    """Say whether words beside biomarkers leave open whether they are there."""
    return bool(markers) and not _OPEN.isdisjoint(rest.lower().translate(_APART).split())


def _form_of(store: Store, ids: list[str], alone: Match) -> bool:
    """Say whether a cancer is a form of the one that is named without its biomarkers."""
    return len(ids) == 1 and all(one in store.path(ids[0]) for one in alone.ids)
