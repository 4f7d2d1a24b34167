"""Derives the JSON Schema of every output from the declarations of its records."""

from __future__ import annotations

from immunocli.records.kinds import record_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION = 2
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def record_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one record as `jsonl` prints it.

    Args:
        kind: one of `kinds.KINDS`; `error` is the object in which errors are told.
    """
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"immuno {kind}"} | _record(kind)


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of what `--format json` prints for a kind of record.

    Args:
        kind: one of `kinds.KINDS`; `error` is the object that errors are told in on standard error.
    """
    if kind == "error":
        return _whole(kind, {"error": _error()})
    envelope = {
        "schema_version": {"const": VERSION, "description": "Keys are only added within a version."},
        "edition": {"type": "string", "description": "The data's edition."},
        "as_of": {"type": "string", "pattern": _DAY, "description": "The day the answer is true for."},
        "checked": {"type": "string", "pattern": _DAY, "description": "The day sources were last read."},
        "query": {"type": "object", "description": "What was asked, as it was understood."},
        "notices": {"type": "array", "items": _notice(), "description": "What to know of the answer."},
        "count": {"type": "integer", "minimum": 0, "description": "How many results."},
        "results": {"type": "array", "items": _record(kind), "description": "The records."},
    }
    return _whole(kind, envelope)


def _record(kind: str) -> dict[str, Any]:
    if kind == "error":
        return _error()
    declared = record_of(kind)
    fields = {name: field.described() for name, field in declared.fields.items()}
    required = [name for name in declared.listed if name not in declared.one_of]
    told = {"type": "object", "properties": fields, "required": required}
    return told | ({"anyOf": [{"required": [name]} for name in declared.one_of]} if declared.one_of else {})


def _notice() -> dict[str, Any]:
    fields = {
        "code": {"type": "string", "description": "A fixed word for programs."},
        "message": {"type": "string", "description": "One line for people."},
    }
    return {"type": "object", "properties": fields, "required": list(fields)}


def _error() -> dict[str, Any]:
    fields = {
        "code": {"type": "string", "description": "What sort of problem."},
        "message": {"type": "string", "description": "What is wrong."},
        "suggestions": {
            "type": "array",
            "items": {"type": "string"},
            "description": "What to try.",
        },
    }
    told = "What is wrong, and what to try."
    return {"type": "object", "properties": fields, "required": list(fields), "description": told}


def _whole(kind: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"immuno {kind}",
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }
