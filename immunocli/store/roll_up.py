"""Knows who is above and below whom in a vocabulary, and which therapies that concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from immunocli.records import status_on_day
from immunocli.records.asked_markers import asked_as, asks_for, forms_of, narrowest, opposite

AGNOSTIC = "tumor-agnostic"


class Tree:
    """A vocabulary whose records say what they are part of."""

    def __init__(self, table: list[dict[str, Any]]) -> None:
        self.record = {record["id"]: record for record in table}
        self.children: dict[str, list[str]] = defaultdict(list)
        for record in table:
            for parent in record["part_of"]:
                self.children[parent].append(record["id"])

    def below(self, top: str) -> list[str]:
        """Return `top` and all that is part of it."""
        found = {top: None}
        waiting = [top]
        for step in waiting:
            for child in self.children[step]:
                if child not in found:
                    found[child] = None
                    waiting.append(child)
        return list(found)

    def above(self, start: str) -> list[str]:
        """Return all that `start` is part of, nearest first."""
        found = list(self.record[start]["part_of"])
        for step in found:
            found.extend(up for up in self.record[step]["part_of"] if up not in found)
        return found

    def broad(self, start: str) -> list[str]:
        """Return the nearest groups that people ask by: `start` itself, or those above it."""
        found = self._groups(start)
        nearest = [one for one in found if not any(one in self.above(other) for other in found)]
        return sorted(nearest) or [start]

    def _groups(self, start: str) -> set[str]:
        """Return the groups on every way up; a way that meets none, such as that to the chest, counts for nothing."""
        if self.record[start]["broad"]:
            return {start}
        return {group for up in self.record[start]["part_of"] for group in self._groups(up)}

    def site(self, start: str) -> str:
        """Return the one nearest group that people ask by: a cancer's own site."""
        near = (one for one in (start, *self.above(start)) if self.record[one]["broad"])
        return next(near, start)

    def gathered(self, start: str, field: str) -> list[str]:
        """Return what a node and all above it hold in a list field."""
        held = (one for node in (start, *self.above(start)) for one in self.record[node][field])
        return list(dict.fromkeys(held))


class Links:
    """Which therapies belong to a cancer, a type, a target or a term, as of the record's day."""

    def __init__(self, tables: dict[str, Any], cancers: Tree, types: Tree) -> None:
        self.cancers, self.types = cancers, types
        # Of a marker that is one or the other, which two, by its id.
        self.either = {one["id"]: one["either"] for one in tables["markers"] if one["either"]}
        self.markers = {one["id"]: one for one in tables["markers"]}
        self._terms = {one["id"] for one in tables["glossary"]}
        self.order = [one["id"] for one in sorted(tables["therapies"], key=lambda t: t["name"].casefold())]
        self.own: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.current: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.claimed: dict[str, set[str]] = defaultdict(set)
        self._typed: dict[str, set[str]] = defaultdict(set)
        self._aimed: dict[str, set[str]] = defaultdict(set)
        day = tables["edition"]["as_of"]
        for therapy in tables["therapies"]:
            self._typed[therapy["type"]].add(therapy["id"])
            for target in therapy["targets"]:
                self._aimed[target].add(therapy["id"])
            revoked = status_on_day.revoked_on(therapy["products"], day)
            for use in therapy["indications"]:
                whole = {**use, "therapy": therapy["id"]}
                self.own[use["cancer"]].append(whole)
                told = status_on_day.use_on(whole, day, revoked)
                if told and told["status"] == "current":
                    self.current[use["cancer"]].append(told)
            for claim in therapy["claims"]:
                for pair in claim["cancers"]:
                    self.claimed[pair["cancer"]].add(therapy["id"])

    def _ordered(self, wanted: set[str]) -> list[str]:
        return [one for one in self.order if one in wanted]

    def scope(self, cancer: str) -> dict[str, Any]:
        """Return what a question about a cancer has to look at: nodes with uses, and what defines it."""
        record = self.cancers.record[cancer]
        below, above = self.cancers.below(cancer), self.cancers.above(cancer)
        wider = [*above, *self._by_marker(above, {*below, *above})]
        return {
            **self._defining(cancer),
            "crossing": self._crossing(below, {*below, *wider}),
            "below": [one for one in below if one in self.own],
            "above": [one for one in wider if one in self.own],
            "markers": {
                one: [self.cancers.gathered(one, "has"), self.cancers.gathered(one, "lacks")]
                for one in wider
                if one in self.own and (self.cancers.record[one]["has"] or self.cancers.record[one]["lacks"])
            },
            "solid": record["solid"],
            "claimed": self._ordered(set().union(*(self.claimed[one] for one in below))),
            "nodes": below,
        }

    def _defining(self, cancer: str) -> dict[str, Any]:
        """Return what defines a cancer, its own and what it has from all above it."""
        nodes = (cancer, *self.cancers.above(cancer))
        has, lacks = self.cancers.gathered(cancer, "has"), self.cancers.gathered(cancer, "lacks")
        populations = (self.cancers.record[one]["population"] for one in nodes)
        return {
            "path": list(nodes),
            "has": has,
            "either": {one: self.either[one] for one in has if one in self.either},
            "forms": forms_of(self.markers, {*has, *self.opposites(lacks)}),
            "lacks": lacks,
            "narrowest": narrowest(self.markers, has),
            "population": next((one for one in populations if one), None),
        }

    def _crossing(self, below: list[str], known: set[str]) -> dict[str, list[dict[str, Any]]]:
        """Return cancers with uses that share a form with this one, each with what defines such forms."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for form in below[1:]:
            for up in self.cancers.above(form):
                if up in self.own and up not in known:
                    found[up].append({**self._defining(form), "markers": {}})
        return dict(found)

    def _by_marker(self, above: list[str], known: set[str]) -> list[str]:
        """Return the forms of wider cancers that a biomarker alone sets apart: they cut across the others."""
        found = []
        for node in above:
            for child in self.cancers.children[node]:
                record = self.cancers.record[child]
                if child not in known and (record["has"] or record["lacks"]):
                    known.add(child)
                    found.append(child)
        return found

    def treating(self, cancer: str) -> list[str]:
        """Return the therapies with a current use for a cancer: for it, a form of it, or a wider one."""
        from immunocli.records.relation import cuts_across, fits

        scope = self.scope(cancer)
        found = {use["therapy"] for one in scope["below"] for use in self.current[one]}
        for one in scope["above"]:
            uses = (use for use in self.current[one] if fits(scope, use) and not cuts_across(scope, use))
            found.update(use["therapy"] for use in uses)
        for one, forms in scope["crossing"].items():
            found.update(use["therapy"] for use in self.current[one] if any(fits(f, use) for f in forms))
        return self._ordered(found)

    def of_type(self, kind: str) -> list[str]:
        """Return the therapies of a type or below, by name."""
        return self._ordered(set().union(*(self._typed[one] for one in self.types.below(kind))))

    def on_target(self, target: str) -> list[str]:
        """Return the therapies that act on a target, by name."""
        return self._ordered(self._aimed[target])

    def requiring(self, marker: str) -> list[dict[str, Any]]:
        """Return the current uses that ask for a biomarker: it, it or another, or not its opposite."""
        as_asked = self.asked_as(marker)
        return [use for uses in self.current.values() for use in uses if asks_for(as_asked, use)]

    def asked_as(self, marker: str) -> dict[str, list[str]]:
        """Return what a use that asks for a biomarker may require, and what it may exclude, in its stead."""
        return asked_as(self.markers, self._terms, marker)

    def opposite(self, marker: str) -> str | None:
        """Return the biomarker of which it is either this or that one."""
        return opposite(self.markers, self._terms, marker)

    def opposites(self, markers: Iterable[str]) -> set[str]:
        """Return the biomarkers that are there where one of some is not."""
        return {one for one in map(self.opposite, markers) if one}

    def concerning(self, term: dict[str, Any]) -> list[str]:
        """Return the therapies that a glossary term is about, by name."""
        wanted = set(term["therapies"])
        for kind in term["types"]:
            wanted.update(self.of_type(kind))
        if term["topic"] == "biomarker":  # those that ask for it, not those that act on it
            asked = self.requiring(term["id"]) or [
                use for one in term["see_also"] for use in self.requiring(one)
            ]
            wanted.update(use["therapy"] for use in asked)
        else:
            for target in term["targets"]:
                wanted.update(self.on_target(target))
        for cancer in term["cancers"]:
            wanted.update(self.treating(cancer))
        return self._ordered(wanted)

    def of_types(self, kinds: Iterable[str]) -> list[str]:
        """Return the therapies of any of some types, by name."""
        return self._ordered({one for kind in kinds for one in self.of_type(kind)})
