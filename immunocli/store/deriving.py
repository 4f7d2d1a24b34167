"""Works out, from the data files, the records and look-ups that questions are answered from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from immunocli import standing
from immunocli.store import naming
from immunocli.words import weighing
from immunocli.names.forms import normalise

Tables = dict[str, Any]
# Which field of a record people read as its name.
_TITLES = (
    ("therapy", "therapies", "name"),
    ("cancer", "cancers", "name"),
    ("type", "types", "name"),
    ("target", "targets", "name"),
    ("term", "glossary", "term"),
    ("faq", "faq", "question"),
    ("part", "immune_system", "name"),
)
Records = dict[str, Any]


def records(tables: Tables) -> Records:
    """Return everything that an index holds, by key.

    Args:
        tables: the parsed data files, as `building.read` gives them, their rules kept.
    """
    found: Records = {"edition": tables["edition"]}
    for source in tables["sources"]:
        found[f"source/{source['id']}"] = source
    cancers = _Tree(tables["cancers"])
    types = _Tree(tables["types"])
    therapies = _therapies(tables, cancers, found)
    links = _Links(tables, cancers, types, therapies)
    _vocabularies(tables, links, found)
    _glossary(tables, links, found)
    naming.names(tables, found)
    weighing.search(tables, found)
    weighing.questions(tables, found)
    for kind, file in (("term", "glossary"), ("faq", "faq"), ("part", "immune_system")):
        found[f"all/{kind}"] = [record["id"] for record in tables[file]]
    for kind, file, title in _TITLES:
        for record in tables[file]:
            found[f"title/{kind}/{record['id']}"] = record[title]
    return found


class _Tree:
    """Who is above and below whom."""

    def __init__(self, table: list[dict[str, Any]]) -> None:
        self.record = {record["id"]: record for record in table}
        self.children: dict[str, list[str]] = defaultdict(list)
        for record in table:
            for parent in record["part_of"]:
                self.children[parent].append(record["id"])

    def below(self, top: str) -> list[str]:
        """Return `top` and all that is part of it."""
        found = [top]
        for step in found:
            found.extend(child for child in self.children[step] if child not in found)
        return found

    def above(self, start: str) -> list[str]:
        """Return all that `start` is part of, nearest first."""
        found = list(self.record[start]["part_of"])
        for step in found:
            found.extend(up for up in self.record[step]["part_of"] if up not in found)
        return found

    def broad(self, start: str) -> list[str]:
        """Return the nearest groups that people ask by: `start` itself, or those above it."""
        if self.record[start]["broad"]:
            return [start]
        found = [group for up in self.record[start]["part_of"] for group in self.broad(up)]
        return sorted(set(found)) or [start]


def _therapies(tables: Tables, cancers: _Tree, found: Records) -> dict[str, dict[str, Any]]:
    day = tables["edition"]["as_of"]
    derived = {}
    for therapy in sorted(tables["therapies"], key=lambda record: record["name"].casefold()):
        rows = [_row(therapy, row, day) for row in _by_date(therapy["indications"])]
        active = [row for row in rows if row["status"] == "active"]
        record = {
            "id": therapy["id"],
            "name": therapy["name"],
            "type": therapy["type"],
            "targets": therapy["targets"],
            "brands": [brand["name"] for brand in therapy["brands"] if brand["status"] == "current"],
            "cancers": sorted({group for row in active for group in cancers.broad(row["cancer"])}),
            "status": standing.of_therapy(row["status"] for row in rows) or "not-approved",
            "first_approved": min((row["approved"] for row in rows), default=None),
            "aliases": [{"name": alias["name"], "kind": alias["kind"]} for alias in therapy["aliases"]],
            "identifiers": therapy["identifiers"],
            "makers": therapy["makers"],
            "mechanism": therapy["mechanism"],
            "notes": therapy["notes"],
            "sources": therapy["sources"],
            "brand_history": therapy["brands"],
            "market": therapy["market"],
            "inclusion": therapy["inclusion"],
            "claims": therapy["claims"],
            "reviewed": therapy["reviewed"],
        }
        derived[therapy["id"]] = record
        found[f"therapy/{therapy['id']}"] = record
        found[f"rows/{therapy['id']}"] = rows
        changing = ("status", "cancers", "brands", "first_approved")
        found[f"brief/{therapy['id']}"] = [record[field] for field in changing]
        whole = standing.with_uses(record, rows)
        found[f"json/{therapy['id']}"] = json.dumps(whole, ensure_ascii=False)
    for cancer in cancers.record:
        found[f"broad/{cancer}"] = cancers.broad(cancer)
    found["all/therapy"] = list(derived)
    _by_source(tables["therapies"], found)
    return derived


def _by_date(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (row["approved"], row["id"]))


def _row(therapy: dict[str, Any], row: dict[str, Any], day: str) -> dict[str, Any]:
    shown = {
        "therapy": therapy["id"],
        "cancer": row["cancer"],
        "summary": row["summary"],
        "setting": row["setting"],
        "line": row["line"],
        "biomarkers": row["biomarkers"],
        "with": row["with"],
        "population": row["population"],
        "approval": row["approval"],
        "approved": row["approved"],
        "converted": row["converted"],
        "withdrawn": row["withdrawn"],
        "status": standing.of_use(row, therapy["market"], day),
    }
    return shown | {
        field: row[field]
        for field in ("regulator", "sources", "verified", "id", "age", "withdrawn_reason", "notes")
    }


def _by_source(therapies: list[dict[str, Any]], found: Records) -> None:
    citing: dict[str, set[str]] = defaultdict(set)
    claimed: dict[str, set[str]] = defaultdict(set)
    for therapy in therapies:
        for source in therapy["sources"]:
            citing[source].add(therapy["id"])
        for row in therapy["indications"]:
            for source in row["sources"]:
                citing[source].add(therapy["id"])
        for claim in therapy["claims"]:
            claimed[claim["source"]].add(therapy["id"])
    for source, ids in citing.items():
        found[f"citing/{source}"] = sorted(ids)
    for source, ids in claimed.items():
        found[f"claimed/{source}"] = sorted(ids)


class _Links:
    """Which therapies belong to a cancer, a type or a target."""

    def __init__(
        self, tables: Tables, cancers: _Tree, types: _Tree, therapies: dict[str, dict[str, Any]]
    ) -> None:
        self.cancers, self.types, self.therapies = cancers, types, therapies
        self.day = tables["edition"]["as_of"]
        self._with_rows: dict[str, set[str]] = defaultdict(set)
        self._active: dict[str, set[str]] = defaultdict(set)
        self._claimed: dict[str, set[str]] = defaultdict(set)
        self._typed: dict[str, set[str]] = defaultdict(set)
        self._aimed: dict[str, set[str]] = defaultdict(set)
        for therapy in tables["therapies"]:
            self._typed[therapy["type"]].add(therapy["id"])
            for target in therapy["targets"]:
                self._aimed[target].add(therapy["id"])
            for row in therapy["indications"]:
                self._with_rows[row["cancer"]].add(therapy["id"])
                if standing.of_use(row, therapy["market"], self.day) == "active":
                    self._active[row["cancer"]].add(therapy["id"])
            for claim in therapy["claims"]:
                for pair in claim["cancers"]:
                    self._claimed[pair["cancer"]].add(therapy["id"])

    def _gather(self, table: dict[str, set[str]], ids: Iterable[str]) -> list[str]:
        wanted = set().union(*(table[one] for one in ids))
        return [therapy for therapy in self.therapies if therapy in wanted]

    def active_in(self, cancer: str) -> list[str]:
        """Return the therapies with an active use in that cancer or below, by name."""
        return self._gather(self._active, self.cancers.below(cancer))

    def of_type(self, kind: str) -> list[str]:
        """Return the therapies of that type or below, by name."""
        return self._gather(self._typed, self.types.below(kind))

    def on_target(self, target: str) -> list[str]:
        """Return the therapies that act on that target, by name."""
        return self._gather(self._aimed, [target])

    def scope_of_cancer(self, cancer: str) -> dict[str, Any]:
        """Return what a filter by that cancer has to look at."""
        below = self.cancers.below(cancer)
        seen = set().union(*(self._with_rows[one] | self._claimed[one] for one in below))
        return {"below": below, "therapies": [one for one in self.therapies if one in seen]}

    def concerning(self, term: dict[str, Any]) -> list[str]:
        """Return the therapies that a glossary term is about, by name."""
        wanted = set(term["therapies"])
        for kind in term["types"]:
            wanted.update(self.of_type(kind))
        for target in term["targets"]:
            wanted.update(self.on_target(target))
        for cancer in term["cancers"]:
            wanted.update(self.active_in(cancer))
        return [therapy for therapy in self.therapies if therapy in wanted]


def _vocabularies(tables: Tables, links: _Links, found: Records) -> None:
    for cancer in tables["cancers"]:
        found[f"under/cancer/{cancer['id']}"] = links.scope_of_cancer(cancer["id"])
        found[f"cancer/{cancer['id']}"] = {
            "id": cancer["id"],
            "name": cancer["name"],
            "part_of": cancer["part_of"],
            "aliases": [alias["name"] for alias in cancer["aliases"]],
            "therapies": links.active_in(cancer["id"]),
            "codes": cancer["codes"],
            "description": cancer["description"],
            "broad": cancer["broad"],
            "solid": cancer["solid"],
            "path": [cancer["id"], *links.cancers.above(cancer["id"])],
            "sources": cancer["sources"],
        }
        for code in cancer["codes"]["icd10"]:
            found[f"icd/{code.replace('.', '').upper()}"] = cancer["id"]
    for kind in tables["types"]:
        therapies = links.of_type(kind["id"])
        found[f"under/type/{kind['id']}"] = {"below": links.types.below(kind["id"]), "therapies": therapies}
        found[f"type/{kind['id']}"] = {
            "id": kind["id"],
            "name": kind["name"],
            "part_of": kind["part_of"],
            "aliases": kind["aliases"],
            "therapies": therapies,
            "definition": kind["definition"],
            "mechanism": kind["mechanism"],
            "side_effects": kind["side_effects"],
            "path": [kind["id"], *links.types.above(kind["id"])],
            "sources": kind["sources"],
        }
    for target in tables["targets"]:
        therapies = links.on_target(target["id"])
        found[f"under/target/{target['id']}"] = {"below": [target["id"]], "therapies": therapies}
        found[f"target/{target['id']}"] = {
            "id": target["id"],
            "name": target["name"],
            "aliases": target["aliases"],
            "therapies": therapies,
            "description": target["description"],
            "sources": target["sources"],
        }
    for part in tables["immune_system"]:
        therapies = sorted({one for kind in part["types"] for one in links.of_type(kind)})
        found[f"part/{part['id']}"] = {
            "id": part["id"],
            "kind": part["kind"],
            "name": part["name"],
            "role": part["role"],
            "aliases": part["aliases"],
            "date": part["date"],
            "side_effects": part["side_effects"],
            "types": part["types"],
            "therapies": therapies,
            "see_also": part["see_also"],
            "sources": part["sources"],
        }
    for regimen in tables["regimens"]:
        found[f"regimen/{regimen['id']}"] = regimen
    for kind, file in (("cancer", "cancers"), ("type", "types"), ("target", "targets")):
        ordered = sorted(tables[file], key=lambda record: record["name"].casefold())
        found[f"all/{kind}"] = [record["id"] for record in ordered]


def _glossary(tables: Tables, links: _Links, found: Records) -> None:
    asked: dict[str, list[str]] = defaultdict(list)
    for question in tables["faq"]:
        found[f"faq/{question['id']}"] = {
            "id": question["id"],
            "question": question["question"],
            "answer": "\n\n".join(question["answer"]),
            "score": None,
            "see_also": question["see_also"],
            "sources": question["sources"],
            "asked_as": question["asked_as"],
            "types": question["types"],
            "from_source": question["from_source"],
            "reviewed": question["reviewed"],
        }
        for term in question["see_also"]:
            asked[term].append(question["id"])
    rows = [row for therapy in tables["therapies"] for row in therapy["indications"]]
    biomarkers = {marker for row in rows for marker in row["biomarkers"]}
    called: dict[str, set[str]] = defaultdict(set)
    for term in tables["glossary"]:
        found[f"term/{term['id']}"] = {
            "term": term["term"],
            "definition": term["definition"],
            "id": term["id"],
            "aliases": term["aliases"],
            "topic": term["topic"],
            "see_also": term["see_also"],
            "therapies": links.concerning(term),
            "sources": term["sources"],
            "technical": term["technical"],
            "questions": asked[term["id"]],
        }
        if term["id"] in biomarkers:
            for name in (term["id"], term["term"], *term["aliases"]):
                called[normalise(name)].add(term["id"])
    # "her2" means every biomarker about HER2, "pd-l1" that of PD-L1.
    for marker in biomarkers:
        parts = marker.split("-")
        for length in range(1, len(parts) + 1):
            called[normalise("".join(parts[:length]))].add(marker)
    for name, ids in called.items():
        found[f"name/biomarker/{name}"] = [sorted(ids), "name", name]
