"""Works out the records of types, targets, terms, questions and parts, each text from its one place."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from immunocli.names.forms import normalize, singular
from immunocli.store.names_read import entry_written
from immunocli.store.roll_up import Links
from immunocli.words.other_medicines import is_other
from immunocli.words.stems import split

Tables = dict[str, Any]
Values = dict[str, Any]
# Stands in a text for the record's day.
DAY = "{as_of}"
# Kinds of glossary names that are the term itself, and so stand under "Also called".
_ORDER = {"abbreviation": -1, "spelling": 1, "plural": 2, "language": 3}
SAME_AS_TERM = ("synonym", "plural", "abbreviation", "spelling", "language")


def written(tables: Tables, links: Links, values: Values) -> None:
    """Enter the records whose texts people read."""
    rungs = {sign["id"]: sign["rung"] for sign in tables["signs"]}
    order = {rung["id"]: rung["order"] for rung in tables["urgency"]}
    texts = {term["id"]: term["definition"] for term in tables["glossary"]}

    def urgency(signs: list[str]) -> str | None:
        return min((rungs[sign] for sign in signs), key=order.__getitem__, default=None)

    for sign in tables["signs"]:
        # The sentences it is known by are only learned from.
        values[f"sign/{sign['id']}"] = {key: told for key, told in sign.items() if key != "lay"}
    values["ladder"] = {sign["id"]: [order[sign["rung"]], sign["kind"]] for sign in tables["signs"]}
    values["urgency"] = {rung["id"]: rung for rung in tables["urgency"]}
    names = _names(tables)
    _types(tables, links, texts, names, values)
    for target in tables["targets"]:
        values[f"target/{target['id']}"] = {
            **target,
            "aliases": _same(target, names),
            "therapies": links.on_target(target["id"]),
            "description": texts[target["term"]] if target["term"] else target["description"],
        }
    for part in tables["immune_system"]:
        values[f"part/{part['id']}"] = {
            **{key: value for key, value in part.items() if key != "kind"},
            "shelf": part["kind"],
            # What leads to an event or a strength is no other name of it.
            "aliases": [] if part["kind"] in ("history", "strength") else _same(part, names),
            "role": texts[part["term"]] if part["term"] else part["role"],
            "therapies": links.of_types(part["types"]),
        }
    asked = _questions(tables, urgency, values)
    _terms(tables, links, asked, urgency, values)


def _names(tables: Tables) -> dict[str, set[str]]:
    """Return the names of each term that are the term itself."""
    return {
        term["id"]: {
            normalize(name)
            for name in (
                term["term"],
                *(alias["name"] for alias in term["aliases"] if alias["kind"] in SAME_AS_TERM),
            )
        }
        for term in tables["glossary"]
    }


def _same(record: Values, names: dict[str, set[str]]) -> list[str]:
    """Return the names of a record that are it: where a term holds its text, the term's names say which."""
    held = names.get(record["term"])
    if held is None:
        return list(record["aliases"])
    plain = [(name, normalize(name)) for name in record["aliases"]]
    return [name for name, one in plain if one in held or not held.isdisjoint(singular(one))]


def _types(
    tables: Tables, links: Links, texts: dict[str, str], names: dict[str, set[str]], values: Values
) -> None:
    for kind in tables["types"]:
        one = kind["id"]
        values[f"type/{one}"] = {
            **kind,
            "aliases": _same(kind, names),
            "therapies": links.of_type(one),
            "definition": texts[kind["term"]] if kind["term"] else kind["definition"],
            "path": [one, *links.types.above(one)],
            "below": links.types.below(one)[1:],
        }


def _questions(tables: Tables, urgency: Any, values: Values) -> dict[str, list[str]]:
    asked: dict[str, list[tuple[bool, int, str]]] = defaultdict(list)
    names = {term["id"]: normalize(term["term"]) for term in tables["glossary"]}
    values["beside"] = _beside(tables)
    for question in tables["faq"]:
        values[f"faq/{question['id']}"] = {
            **{key: value for key, value in question.items() if key != "kind"},
            "sort": question["kind"],
            "answer": "\n\n".join(question["answer"]).replace(DAY, tables["edition"]["as_of"]),
            "score": None,
            "sure": True,
            "urgency": urgency(question["signs"]),
        }
        title = normalize(question["question"])
        for place, term in enumerate(question["see_also"]):
            asked[term].append((names[term] not in title, place, question["id"]))
    # What asks about the term itself comes first, then what it matters most to.
    return {term: [one for _, _, one in sorted(ranked)] for term, ranked in asked.items()}


def _beside(tables: Tables) -> list[str]:
    """Return the questions whose text names a medicine that is none of ours: what they tell holds beside it."""
    others = {
        normalize(name): group["answer"]
        for group in tables["others"]
        if group["kind"] == "therapy"
        for name in group["names"]
    }
    return [
        question["id"]
        for question in tables["faq"]
        if any(
            is_other(word, others.get(normalize(word), ""))
            for text in (question["question"], *question["asked_as"], *question["answer"])
            for word in split(text)
        )
    ]


def _terms(tables: Tables, links: Links, asked: dict[str, list[str]], urgency: Any, values: Values) -> None:
    markers = {
        marker
        for uses in links.own.values()
        for use in uses
        for event in use["events"]
        for field in ("biomarkers", "excludes")
        for marker in event["says"].get(field, ())
    }
    markers.update(one for either in links.either.values() for one in either)
    for marker in markers | links.opposites(markers):
        values[f"asked-as/{marker}"] = {**links.asked_as(marker), "opposite": links.opposite(marker)}
    called: dict[str, set[str]] = defaultdict(set)
    for term in tables["glossary"]:
        one = term["id"]
        # Abbreviations first, what people look for by the page's own language last.
        names = sorted(term["aliases"], key=lambda name: _ORDER.get(name["kind"], 0))
        required = links.requiring(one) if f"asked-as/{one}" in values else []
        values[f"term/{one}"] = {
            **term,
            "definition": term["definition"].replace(DAY, tables["edition"]["as_of"]),
            "aliases": [name["name"] for name in names if name["kind"] in SAME_AS_TERM],
            "foreign": [name["name"] for name in names if name["kind"] == "language"],
            "related": [name["name"] for name in names if name["kind"] not in SAME_AS_TERM],
            "urgency": urgency(term["signs"]),
            "therapies": _treating(required) if required else links.concerning(term),
            "uses": [use["id"] for use in required],
            "questions": asked.get(one, []),
        }
        if one in markers:
            for name in (one, term["term"], *values[f"term/{one}"]["aliases"]):
                called[normalize(name)].add(one)
    # "her2" means every biomarker about HER2, "pd-l1" that of PD-L1.
    for marker in markers - {*links.either}:
        parts = marker.split("-")
        for length in range(1, len(parts) + 1):
            called[normalize("".join(parts[:length]))].add(marker)
    for name, ids in called.items():
        if name:
            values[f"name/biomarker/{name}"] = entry_written([sorted(ids), "name", name])


def _treating(uses: list[dict[str, Any]]) -> list[str]:
    """Return the therapies of uses: of a marker these, not those that act on the marked molecule."""
    return sorted({use["therapy"] for use in uses})
