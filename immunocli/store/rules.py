"""The rules that hold between records; each yields what breaks it, as an instruction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from immunocli.errors import InvalidData
from immunocli.names.forms import LONGEST_NAME, normalize
from immunocli.store import event_rules
from immunocli.text import clean
from immunocli.words.faq_ranking import RECORD
from immunocli.words.learned_unpacking import unpacked

Tables = dict[str, Any]
Rule = Callable[[Tables], Iterator[str]]

# Files whose records others refer to by id.
WITH_IDS = (
    "around", "boxes", "cancers", "faq", "glossary", "immune_system", "learned", "markers", "others", "regimens", "signs",
    "sources", "synonyms", "targets", "therapies", "told", "types", "urgency",
)  # fmt: skip
_REFERENCES = {
    "around": {"sources": "sources"},
    "cancers": {"part_of": "cancers", "beside": "cancers", "sources": "sources"},
    "faq": {"signs": "signs", "see_also": "glossary", "types": "types", "sources": "sources"},
    "glossary": {
        "signs": "signs", "see_also": "glossary", "types": "types", "targets": "targets",
        "cancers": "cancers", "therapies": "therapies", "sources": "sources",
    },
    "immune_system": {
        "term": "glossary", "types": "types", "see_also": "immune_system", "sources": "sources",
    },
    "markers": {"sources": "sources"},
    "others": {"sources": "sources"},
    "regimens": {"therapies": "therapies", "sources": "sources"},
    "signs": {"rung": "urgency", "terms": "glossary", "sources": "sources"},
    "targets": {"term": "glossary", "sources": "sources"},
    "therapies": {"type": "types", "targets": "targets", "sources": "sources"},
    "told": {"sources": "sources"},
    "types": {"term": "glossary", "part_of": "types", "sources": "sources"},
    "urgency": {"sources": "sources"},
}  # fmt: skip

# Without these no question and no alarm is heard.
_LEARNED = ("answer", "scales", "sign")


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
    for therapy, use in event_rules.uses(tables):
        if use["id"] in seen:
            yield f"therapies.json: {therapy['id']}: indications: id {use['id']} stands twice"
        seen.add(use["id"])


def references_resolve(tables: Tables) -> Iterator[str]:
    """Every id that a record mentions belongs to a record."""
    known = {file: {record["id"] for record in tables[file]} for file in WITH_IDS}
    for file, fields in _REFERENCES.items():
        for record in tables[file]:
            for field, target in fields.items():
                ids = record.get(field)
                wanted = ids if isinstance(ids, list) else [ids] if ids else []
                yield from _missing(file, record["id"], field, wanted, target, known[target])
    for therapy in tables["therapies"]:
        for field, target, ids in event_rules.references(therapy, known["cancers"]):
            yield from _missing("therapies", therapy["id"], field, ids, target, known[target])
    for kind in tables["types"]:
        signs = kind["side_effects"]["signs"]
        yield from _missing("types", kind["id"], "side_effects.signs", signs, "signs", known["signs"])
    for group in tables["others"]:
        file = "therapies" if group["kind"] == "therapy" else "cancers"
        yield from _missing("others", group["id"], "see", group["see"], file, known[file])


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
    """No name, brand, code or alias leads to two records of a kind, or is longer than a name can be."""
    for file, names_of in NAMES.items():
        owners: dict[str, str] = {}
        for record in tables[file]:
            for name in names_of(record):
                plain = normalize(name)
                if not plain:
                    yield f'{file}.json: {record["id"]}: "{name}" has no letter or digit; remove it'
                elif len(plain) > LONGEST_NAME:
                    yield (
                        f'{file}.json: {record["id"]}: "{name[:60]}..." is longer than {LONGEST_NAME} '
                        "characters; shorten it"
                    )
                elif owners.setdefault(plain, record["id"]) != record["id"]:
                    yield f'{file}.json: {record["id"]}: "{name}" also names {owners[plain]}; keep it in one'


def names_of_therapy(therapy: dict[str, Any]) -> list[str]:
    """Return every name by which a therapy is found."""
    return [
        therapy["name"],
        *(product["name"] for product in therapy["products"]),
        *(alias["name"] for alias in therapy["aliases"]),
    ]


NAMES: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "therapies": names_of_therapy,
    "cancers": lambda cancer: [
        cancer["name"],
        *(alias["name"] for alias in cancer["aliases"]),
        *(form["name"] for form in cancer["forms"]),
    ],
    "types": lambda kind: [kind["name"], *kind["aliases"]],
    "targets": lambda target: [target["name"], *target["aliases"]],
    "glossary": lambda term: [term["term"], *(alias["name"] for alias in term["aliases"])],
    "others": lambda group: group["names"],
    "immune_system": lambda part: [part["name"], *part["aliases"]],
    "regimens": lambda regimen: [regimen["name"], *regimen["aliases"]],
}


def strangers_are_not_ours(tables: Tables) -> Iterator[str]:
    """No name of others, and no regimen's name, is the name of one of our therapies."""
    ours = {normalize(name): t["id"] for t in tables["therapies"] for name in names_of_therapy(t)}
    strange = [group for group in tables["others"] if group["kind"] == "therapy"]
    for file, table, names_of in (
        ("others", strange, NAMES["others"]),
        ("regimens", tables["regimens"], NAMES["regimens"]),
    ):
        for record in table:
            for name in names_of(record):
                if normalize(name) in ours:
                    owner = ours[normalize(name)]
                    where = f"{file}.json: {record['id']}"
                    yield f'{where}: "{name}" is a name of {owner}; remove it here or there'


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
            if key == "sources" or (key == "by" and isinstance(item, list)):
                yield from item
            elif key == "source":
                yield item
            else:
                yield from _cited(item)


def texts_stand_in_one_place(tables: Tables) -> Iterator[str]:
    """A type, target or part has its text in the glossary, or one of its own, never both or neither."""
    for file, field in (("types", "definition"), ("targets", "description"), ("immune_system", "role")):
        for record in tables[file]:
            if bool(record["term"]) == bool(record[field]):
                yield f"{file}.json: {record['id']}: give either term or {field}, not both and not neither"


# What a sentence is that tells of no sign, and one that asks for a fact of the record.
_BESIDES = {"none", RECORD}


def what_was_learned_is_known(tables: Tables) -> Iterator[str]:
    """What was learned leads to answers and signs that are there, with a weight for each feature."""
    ids = {"answer": "faq", "sign": "signs"}
    lost = [one for one in _LEARNED if one not in {record["id"] for record in tables["learned"]}]
    if lost:
        yield f"learned.json: no record {', '.join(lost)}; run tools/learn.py"
    for record in tables["learned"]:
        known = {one["id"] for one in tables[ids[record["id"]]]} | _BESIDES if record["id"] in ids else None
        lost = [label for label in record["labels"] if known is not None and label not in known]
        if lost:
            yield f"learned.json: {record['id']}: labels: no record {lost[0]}; run tools/learn.py"
    try:
        unpacked(tables["learned"])
    except ValueError as problem:
        yield f"learned.json: {problem}; run tools/learn.py"


def no_name_holds_a_semicolon(tables: Tables) -> Iterator[str]:
    """In tables lists are joined with a semicolon: no name that stands in one holds it."""
    kinds = (
        ("therapies", "name"),
        ("cancers", "name"),
        ("types", "name"),
        ("targets", "name"),
        ("glossary", "term"),
    )
    for file, field in kinds:
        for record in tables[file]:
            if ";" in record[field]:
                yield f"{file}.json: {record['id']}: {field}: holds a semicolon; write it without"
    for therapy in tables["therapies"]:
        named = [(part, one["name"]) for part in ("products", "aliases") for one in therapy[part]]
        for part, name in [*named, *(("makers", one) for one in therapy["makers"])]:
            if ";" in name:
                yield f"therapies.json: {therapy['id']}: {part}: {name}: holds a semicolon; write it without"


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    references_resolve,
    trees_have_no_loops,
    names_lead_to_one,
    strangers_are_not_ours,
    texts_stand_in_one_place,
    *event_rules.RULES,
    every_source_is_used,
    what_was_learned_is_known,
    no_name_holds_a_semicolon,
)
