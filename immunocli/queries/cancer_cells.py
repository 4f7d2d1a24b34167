"""Reads what the cell of a table says of a cancer: which, with or without which biomarkers, how surely."""

from __future__ import annotations

import re

from immunocli.queries.marked_cancers import Read, narrowed, told_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.names.resolve import Resolver
    from immunocli.store.typed_store import Store

# Beside one of these it is open whether a biomarker is there.
_OPEN = frozenset(
    "against awaited except failed if nor or pending possible rule ruled suspected unknown unless untested "
    "versus vs".split()
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
        said: the cell, where it tells more than a name and biomarkers.
    """

    __slots__ = ("ids", "names", "review", "said", "scopes", "told")

    def __init__(
        self,
        ids: list[str],
        names: str,
        told: Read,
        scopes: dict[str, dict[str, Any]],
        review: str,
        said: str,
    ) -> None:
        self.ids, self.names, self.told, self.scopes, self.review = ids, names, told, scopes, review
        self.said = said

    @property
    def key(self) -> tuple[str, ...]:
        """All that an answer depends on."""
        told = self.told
        return (*self.ids, "+", *told.having, "-", *told.lacking, "~", self.said, self.review)


def read_cell(store: Store, reader: Resolver, text: str) -> CancerCell:
    """Return what a cell says of cancers; no ids when none is recognized.

    Args:
        store: where the names are.
        reader: of cancers.
        text: the cell.
    """
    match = reader.resolve(text)
    ids, review = list(match.ids), match.review
    told = told_of(store, text)
    if told is not None:
        if (not told.having and not told.lacking) or not _is_open(text):
            marked = bool(told.having or told.lacking)
            if not ids:  # the mother's cancer, a family's: what the reader of names passes over is none
                ids, review = (told.cancers, "yes") if marked else ([], "")
            elif ids == told.cancers:  # biomarkers are all that may settle a doubt of that reader
                review = "no" if marked else review
            elif match.review == "no" and not _form_of(store, ids, told.cancers):
                review = "yes"
        elif ids:
            review = "yes"
    if ids and review == "no" and _passes_over(store, reader, text, ids):
        review = "yes"
    scopes = {one: store.scope(one) for one in ids}
    course = told.course if told is not None else None
    said = text if course is not None else ""
    marked = told is not None and bool(told.having or told.lacking)
    if len(ids) != 1 or told is None:  # of several, whose biomarker it is, is not told
        return _cell(store, Read(ids, course=course), scopes, "yes" if marked else review, said)
    (scope,) = scopes.values()
    there = [one for one in told.having if one not in scope["has"]]
    absent = [one for one in told.lacking if one not in scope["lacks"]]
    read = Read(ids, there, absent, course)
    contradicted = {*there} & {*scope["lacks"]} or {*absent} & {*scope["has"]}
    if there or absent:
        scopes = {ids[0]: narrowed(store, scope, ids[0], read)}
        contradicted = contradicted or {*there} & {*scopes[ids[0]]["lacks"]}
    return _cell(store, read, scopes, "yes" if contradicted else review, said)


def _cell(store: Store, told: Read, scopes: dict[str, Any], review: str, said: str) -> CancerCell:
    names = ";".join(store.title("cancer", one) for one in told.cancers)
    return CancerCell(told.cancers, names, told, scopes, review if told.cancers else "", said)


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


def _is_open(text: str) -> bool:
    """Say whether words beside biomarkers leave open whether they are there."""
    return not _OPEN.isdisjoint(text.lower().translate(_APART).split())


def _form_of(store: Store, ids: list[str], described: list[str]) -> bool:
    """Say whether a cancer is a form of the one that is named without its biomarkers."""
    return len(ids) == 1 and all(one in store.path(ids[0]) for one in described)
