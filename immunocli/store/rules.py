"""The rules that hold between records; each yields what breaks it, as an instruction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from immunocli import dates, standing
from immunocli.errors import InvalidData, UsageError
from immunocli.names.forms import normalise
from immunocli.text import clean

Tables = dict[str, Any]
Rule = Callable[[Tables], Iterator[str]]

# Files whose records others refer to by id.
WITH_IDS = (
    "cancers", "faq", "glossary", "immune_system", "lookalikes", "regimens", "sources", "synonyms",
    "targets", "therapies", "types",
)  # fmt: skip
_REFERENCES = {
    "cancers": {"part_of": "cancers", "sources": "sources"},
    "faq": {"see_also": "glossary", "types": "types", "sources": "sources"},
    "glossary": {
        "see_also": "glossary", "types": "types", "targets": "targets", "cancers": "cancers",
        "therapies": "therapies", "sources": "sources",
    },
    "immune_system": {"types": "types", "see_also": "immune_system", "sources": "sources"},
    "lookalikes": {"sources": "sources"},
    "regimens": {"therapies": "therapies", "sources": "sources"},
    "targets": {"sources": "sources"},
    "therapies": {"targets": "targets", "sources": "sources"},
    "types": {"part_of": "types", "sources": "sources"},
}  # fmt: skip


def require(tables: Tables) -> None:
    """Check every rule.

    Raises:
        InvalidData: with the first rule that is broken; the message names file, record and field.
    """
    for rule in RULES:
        for problem in rule(tables):
            raise InvalidData(clean(problem))


def ids_are_unique(tables: Tables) -> Iterator[str]:
    """No two records of a file, and no two indications, have the same id."""
    for file in WITH_IDS:
        seen: set[str] = set()
        for record in tables[file]:
            if record["id"] in seen:
                yield f"{file}.json: {record['id']}: id: stands twice; give one of them another id"
            seen.add(record["id"])
    seen = set()
    for therapy, row in _rows(tables):
        if row["id"] in seen:
            yield f"therapies.json: {therapy['id']}: indications: id {row['id']} stands twice"
        seen.add(row["id"])


def references_resolve(tables: Tables) -> Iterator[str]:
    """Every id that a record mentions belongs to a record."""
    known = {file: {record["id"] for record in tables[file]} for file in WITH_IDS}
    for file, fields in _REFERENCES.items():
        for record in tables[file]:
            for field, target in fields.items():
                yield from _missing(file, record["id"], field, record[field], target, known[target])
    for therapy in tables["therapies"]:
        for field, target, ids in _inner_references(therapy):
            yield from _missing("therapies", therapy["id"], field, ids, target, known[target])


def _inner_references(therapy: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    yield "type", "types", [therapy["type"]]
    yield "inclusion.by", "sources", therapy["inclusion"]["by"]
    yield "market.sources", "sources", therapy["market"]["sources"]
    for name in therapy["brands"] + therapy["aliases"]:
        yield f"{name['name']}: sources", "sources", name["sources"]
        yield f"{name['name']}: contains", "therapies", name.get("contains", [])
    for claim in therapy["claims"]:
        yield "claims.source", "sources", [claim["source"]]
        yield "claims.cancers", "cancers", [pair["cancer"] for pair in claim["cancers"]]
    for row in therapy["indications"]:
        yield f"{row['id']}: cancer", "cancers", [row["cancer"]]
        yield f"{row['id']}: biomarkers", "glossary", row["biomarkers"]
        yield f"{row['id']}: sources", "sources", row["sources"]


def _missing(
    file: str, record: str, field: str, ids: list[str], target: str, known: set[str]
) -> Iterator[str]:
    for wanted in ids:
        if wanted not in known:
            yield (
                f'{file}.json: {record}: {field}: no record "{wanted}" in {target}.json; '
                "add it or correct the id"
            )


def trees_have_no_loops(tables: Tables) -> Iterator[str]:
    """No cancer and no type is, over any number of steps, a part of itself."""
    for file in ("cancers", "types"):
        parents = {record["id"]: record["part_of"] for record in tables[file]}
        for start in parents:
            seen: set[str] = set()
            above = list(parents[start])
            while above:
                step = above.pop()
                if step == start:
                    yield f"{file}.json: {start}: part_of: it is part of itself; correct part_of"
                    break
                if step not in seen:
                    seen.add(step)
                    above.extend(parents.get(step, ()))


def names_lead_to_one(tables: Tables) -> Iterator[str]:
    """No name, brand, code or alias leads to two records of a kind."""
    for file, names_of in NAMES.items():
        owners: dict[str, str] = {}
        for record in tables[file]:
            for name in names_of(record):
                plain = normalise(name)
                if not plain:
                    yield f'{file}.json: {record["id"]}: "{name}" has no letter or digit; remove it'
                elif owners.setdefault(plain, record["id"]) != record["id"]:
                    yield f'{file}.json: {record["id"]}: "{name}" also names {owners[plain]}; keep it in one'


def names_of_therapy(therapy: dict[str, Any]) -> list[str]:
    """Return every name by which a therapy is found."""
    return [
        therapy["name"],
        *(brand["name"] for brand in therapy["brands"]),
        *(alias["name"] for alias in therapy["aliases"]),
    ]


NAMES: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "therapies": names_of_therapy,
    "cancers": lambda cancer: [cancer["name"], *(alias["name"] for alias in cancer["aliases"])],
    "types": lambda kind: [kind["name"], *kind["aliases"]],
    "targets": lambda target: [target["name"], *target["aliases"]],
    "glossary": lambda term: [term["term"], *term["aliases"]],
    "immune_system": lambda part: [part["name"], *part["aliases"]],
    "regimens": lambda regimen: [regimen["name"], *regimen["aliases"]],
}


def lookalikes_are_not_ours(tables: Tables) -> Iterator[str]:
    """No name on the stop list, and no regimen's name, is the name of one of our therapies."""
    ours = {normalise(name): t["id"] for t in tables["therapies"] for name in names_of_therapy(t)}
    strange = [group for group in tables["lookalikes"] if group["kind"] == "therapy"]
    for file, table, names_of in (
        ("lookalikes", strange, lambda group: group["names"]),
        ("regimens", tables["regimens"], NAMES["regimens"]),
    ):
        for record in table:
            for name in names_of(record):
                if normalise(name) in ours:
                    owner = ours[normalise(name)]
                    where = f"{file}.json: {record['id']}"
                    yield f'{where}: "{name}" is a name of {owner}; remove it here or there'


def dates_are_in_order(tables: Tables) -> Iterator[str]:
    """Approved, converted, withdrawn follow each other, exist, and are not in the future."""
    today = tables["edition"]["as_of"]
    yield from _impossible("edition.json", [("as_of", today)])
    for therapy, row in _rows(tables):
        where = f"therapies.json: {therapy['id']}: {row['id']}"
        known = [(field, row[field]) for field in ("approved", "converted", "withdrawn") if row[field]]
        yield from _impossible(where, known)
        for (earlier, first), (later, second) in pairwise(known):
            if first[: len(second)] > second[: len(first)]:
                yield f"{where}: {later} {second} lies before {earlier} {first}; check both sources"
        for field, date in known:
            if not dates.reached(date, today):
                yield f"{where}: {field} {date} lies after the edition's as_of {today}"
        if bool(row["withdrawn"]) != bool(row["withdrawn_reason"]):
            yield f"{where}: withdrawn and withdrawn_reason go together; give both or neither"
        if row["converted"] and row["approval"] != "accelerated":
            yield f"{where}: converted needs approval accelerated"


def _impossible(where: str, known: list[tuple[str, str]]) -> Iterator[str]:
    for field, date in known:
        try:
            dates.parse(date)
        except UsageError as problem:
            yield f"{where}: {field}: {problem.message}"


def status_follows_from_rows(tables: Tables) -> Iterator[str]:
    """A therapy that was never approved has no rows; one on the market has an active one."""
    today = tables["edition"]["as_of"]
    for therapy in tables["therapies"]:
        where = f"therapies.json: {therapy['id']}: market.status"
        market = therapy["market"]
        uses = {standing.of_use(row, market, today) for row in therapy["indications"]}
        if market["status"] == "never-approved" and therapy["indications"]:
            yield f"{where}: never-approved, yet it has indications; correct one of them"
        if market["status"] == "marketed" and "active" not in uses:
            yield f"{where}: marketed, yet no indication is active; correct one of them"


def every_fact_has_a_source(tables: Tables) -> Iterator[str]:
    """A row of the FDA record rests on an FDA document, or on two others with the reason given."""
    sources = {source["id"]: source for source in tables["sources"]}
    for therapy, row in _rows(tables):
        publishers = [sources[name]["publisher"] for name in row["sources"] if name in sources]
        if "FDA" not in publishers and not (len(publishers) > 1 and row["notes"]):
            yield (
                f"therapies.json: {therapy['id']}: {row['id']}: sources: cite an FDA document, "
                "or two independent ones and say why in notes"
            )


def every_source_is_used(tables: Tables) -> Iterator[str]:
    """No source stands in the list that no record cites."""
    cited = set(_cited([tables[file] for file in WITH_IDS if file != "sources"]))
    for source in tables["sources"]:
        if source["id"] not in cited:
            yield f"sources.json: {source['id']}: no record cites it; cite or remove it"


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _cited(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("sources", "by"):
                yield from item
            elif key == "source":
                yield item
            else:
                yield from _cited(item)


def _rows(tables: Tables) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for therapy in tables["therapies"]:
        for row in therapy["indications"]:
            yield therapy, row


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    references_resolve,
    trees_have_no_loops,
    names_lead_to_one,
    lookalikes_are_not_ours,
    dates_are_in_order,
    status_follows_from_rows,
    every_fact_has_a_source,
    every_source_is_used,
)
