"""Knows the JSON Schema of every output."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _text(about: str, *, null: bool = False) -> dict[str, Any]:
    return {"type": ["string", "null"] if null else "string", "description": about}


def _texts(about: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string"}, "description": about}


def _date(about: str, *, null: bool = True) -> dict[str, Any]:
    return {"type": ["string", "null"] if null else "string", "pattern": _DATE, "description": about}


def _one_of(about: str, *values: str | None) -> dict[str, Any]:
    return {"enum": list(values), "description": about}


def _number(about: str, *, null: bool = False) -> dict[str, Any]:
    return {"type": ["number", "null"] if null else "number", "description": about}


def _object(about: str) -> dict[str, Any]:
    return {"type": "object", "description": about}


def _objects(about: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object"}, "description": about}


_SOURCES = {"sources": _texts("Ids of the documents this was read in; see immuno cite.")}
_INDICATION: dict[str, Any] = {
    "therapy": _text("Id of the therapy."),
    "cancer": _text("Id of the cancer."),
    "summary": _text("The use in one line."),
    "setting": _text("Where in the course of the disease.", null=True),
    "line": _text("Line of treatment.", null=True),
    "biomarkers": _texts("Required biomarkers."),
    "with": _texts("Partners; empty means alone."),
    "population": _one_of("Whom it is for.", "adult", "pediatric", "adult-and-pediatric", None),
    "approval": _one_of("How it was first approved.", "accelerated", "regular", None),
    "approved": _date("First approval; null for a pair of a list."),
    "converted": _date("When an accelerated approval became regular."),
    "withdrawn": _date("When the use was withdrawn."),
    "status": _one_of("How it stands on that day.", "active", "withdrawn", "discontinued", "listed"),
    "regulator": _text("Who approved it.", null=True),
    **_SOURCES,
    "verified": _date("When the row was last checked."),
    "id": _text("The row's id."),
    "age": _text("Age limits.", null=True),
    "withdrawn_reason": _text("Why it was withdrawn.", null=True),
    "notes": _text("What else to know.", null=True),
    "verdict": _text("For a pair of a list: how it compares with the FDA record."),
}
_FIELDS: dict[str, dict[str, Any]] = {
    "therapy": {
        "id": _text("Lower-case slug that never changes."),
        "name": _text("Non-proprietary name."),
        "type": _text("Id of the type."),
        "targets": _texts("Ids of the targets."),
        "brands": _texts("Brands of that day."),
        "cancers": _texts("Ids of the cancers with an active use."),
        "status": _one_of(
            "How the uses asked for stand.", "approved", "withdrawn", "discontinued", "not-approved"
        ),
        "first_approved": _date("First approval of any use."),
        "aliases": _objects("Other names, each with its kind."),
        "identifiers": _object("bla, nda, rxnorm, unii, ncit."),
        "makers": _texts("Who makes it."),
        "indications": {
            "type": "array",
            "items": {"type": "object", "properties": _INDICATION},
            "description": "All its uses.",
        },
        "mechanism": _text("How it works."),
        "notes": _text("What a reader must know.", null=True),
        **_SOURCES,
        "brand_history": _objects("Brands with form and dates."),
        "market": _object("Whether it can be had in the US."),
        "inclusion": _object("Why it is in the data."),
        "claims": _objects("What published lists say of it."),
        "reviewed": _date("When the record was last reviewed.", null=False),
    },
    "indication": _INDICATION,
    "cancer": {
        "id": _text("Lower-case slug that never changes."),
        "name": _text("Plain name."),
        "part_of": _texts("Ids of the broader cancers."),
        "aliases": _texts("Other names."),
        "therapies": _texts("Ids of the therapies with an active use."),
        "codes": _object("OncoTree, TCGA, NCIt and ICD-10 codes."),
        "description": _text("One sentence."),
        "broad": {"type": "boolean", "description": "People ask by this group."},
        "solid": {"type": "boolean", "description": "A solid tumor."},
        "path": _texts("The id and all it is part of."),
        **_SOURCES,
    },
    "type": {
        "id": _text("Lower-case slug that never changes."),
        "name": _text("Plain name."),
        "part_of": _texts("Ids of the broader types."),
        "aliases": _texts("Other names."),
        "therapies": _texts("Ids of the therapies of this type."),
        "definition": _text("What it is."),
        "mechanism": _text("How it works."),
        "side_effects": _object("Typical ones and warning signs."),
        "path": _texts("The id and all it is part of."),
        **_SOURCES,
    },
    "target": {
        "id": _text("Lower-case slug that never changes."),
        "name": _text("Common name."),
        "aliases": _texts("Other names."),
        "therapies": _texts("Ids of the therapies that act on it."),
        "description": _text("What it is."),
        **_SOURCES,
    },
    "term": {
        "term": _text("Headword."),
        "definition": _text("In plain words."),
        "id": _text("Lower-case slug that never changes."),
        "aliases": _texts("Other ways to say it."),
        "topic": _text("Shelf of the glossary."),
        "see_also": _texts("Ids of related terms."),
        "therapies": _texts("Ids of the therapies it concerns."),
        **_SOURCES,
        "technical": _text("For specialists.", null=True),
        "questions": _texts("Ids of questions it helps with."),
    },
    "faq": {
        "id": _text("Lower-case slug that never changes."),
        "question": _text("The question."),
        "answer": _text("Paragraphs, parted by an empty line."),
        "score": _number("How well it fits what was asked, 0 to 1.", null=True),
        "see_also": _texts("Ids of related terms."),
        **_SOURCES,
        "asked_as": _texts("Other ways to ask it."),
        "types": _texts("Ids of the types it concerns."),
        "from_source": _text("The source list's wording.", null=True),
        "reviewed": _date("When it was last reviewed.", null=False),
    },
    "part": {
        "id": _text("Lower-case slug that never changes."),
        "kind": _one_of(
            "What it is.", "cell", "molecule", "organ", "strength", "history", "treatment"
        ),
        "name": _text("Plain name."),
        "role": _text("What it does."),
        "aliases": _texts("Other names."),
        "date": _date("For history: when."),
        "side_effects": _texts("For treatments: typical ones."),
        "types": _texts("Ids of the types that use it."),
        "therapies": _texts("Ids of the therapies that use it."),
        "see_also": _texts("Ids of related parts."),
        **_SOURCES,
    },
    "hit": {
        "kind": _text("Kind of the record."),
        "id": _text("Its id."),
        "title": _text("Its name."),
        "snippet": _text("Where the words stand."),
        "score": _number("Higher fits better."),
    },
    "change": {
        "date": _date("When.", null=False),
        "event": _one_of(
            "What happened.", "approved", "converted", "returned", "withdrawn", "left the market"
        ),
        "therapy": _text("Id of the therapy."),
        "cancer": _text("Id of the cancer.", null=True),
        "summary": _text("The use in one line."),
        **_SOURCES,
    },
    "match": {
        "input": _text("The string."),
        "id": _text("Ids joined by ; or nothing."),
        "name": _text("Names joined by ;."),
        "match": _one_of(
            "How it was recognised.", "name", "brand", "former-brand", "biosimilar", "code",
            "abbreviation", "synonym", "combination", "spelling", "",
        ),
        "review": _one_of("Whether a person should look at it.", "yes", "no"),
        "path": _text("The id followed by what it is part of."),
        "kind": _text("What kind of record was sought."),
        "evidence": _text("The names that were recognised."),
    },
    "source": {
        "id": _text("Lower-case slug that never changes."),
        "title": _text("Names the document."),
        "publisher": _text("Who published it."),
        "kind": _text("What sort of document."),
        "url": _text("Where it can be read.", null=True),
        "published": _date("When it was published."),
        "accessed": _date("When it was read.", null=False),
    },
    "year": {
        "year": _text("YYYY."),
        "approvals": _number("Uses approved in that year."),
        "new_therapies": _number("Therapies first approved in that year."),
        "therapies": _texts("Their ids."),
    },
    "comparison": {"property": _text("What is compared; the values stand under the therapies' ids.")},
    "crossing": {"cancer": _text("Id of the cancer; counts stand under the ids of types or targets.")},
    "data": {
        "edition": _text("Year, month and number."),
        "as_of": _date("Day the record is true for.", null=False),
        "schema_version": _number("Version of the output format."),
        "therapies": _number("How many therapies."),
        "approved_therapies": _number("How many of them are approved."),
        "indications": _number("How many uses."),
        "active_indications": _number("How many of them are active."),
        "claims": _number("How many pairs of published lists."),
        "cancers": _number("How many cancers."),
        "types": _number("How many types."),
        "targets": _number("How many targets."),
        "terms": _number("How many terms."),
        "questions": _number("How many questions."),
        "sources": _number("How many documents."),
        "oldest_check": _date("When the row checked longest ago was checked."),
        "newest_check": _date("When the row checked last was checked."),
        "fda_sourced_percent": _number("Share of uses that cite an FDA document.", null=True),
        "directory": _text("Where the data lies."),
    },
}  # fmt: skip
# Fields that only some answers have.
_OPTIONAL = {"therapy": ("indications",), "indication": ("verdict",)}
KINDS = (*_FIELDS, "error")


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of what `--format json` prints for a kind of record.

    Args:
        kind: one of KINDS; `error` is the object that errors are told in on standard error.
    """
    if kind == "error":
        return _whole("error", {"error": _error()}, ["error"])
    fields = _FIELDS[kind]
    optional = _OPTIONAL.get(kind, ())
    record = {
        "type": "object",
        "properties": fields,
        "required": [name for name in fields if name not in optional],
    }
    envelope = {
        "schema_version": {"const": 1, "description": "Keys are only added within a version."},
        "edition": _text("The data's edition."),
        "as_of": {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "query": _object("What was asked, as it was understood."),
        "count": {"type": "integer", "minimum": 0},
        "results": {"type": "array", "items": record},
    }
    return _whole(kind, envelope, list(envelope))


def _error() -> dict[str, Any]:
    fields = {
        "code": _text("What sort of problem."),
        "message": _text("What is wrong."),
        "suggestions": _texts("What to try."),
    }
    return {"type": "object", "properties": fields, "required": list(fields)}


def _whole(kind: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"immuno {kind}",
        "type": "object",
        "properties": properties,
        "required": required,
    }
