"""Checks that a data file has the shape its JSON Schema gives."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

import fastjsonschema

from immunocli.errors import InvalidData
from immunocli.store.bundled_data import BUNDLED
from immunocli.text import clean, quote


@cache
def _check_of(name: str) -> Any:
    with open(os.path.join(BUNDLED, "schemas", f"{name}.schema.json"), encoding="utf-8") as file:
        return fastjsonschema.compile(json.load(file))


def check(name: str, value: Any) -> None:
    """Check a parsed file against its schema.

    Args:
        name: the file's name without ending.
        value: its parsed content.

    Raises:
        InvalidData: it does not fit; the message names file, record and field.
    """
    try:
        _check_of(name)(value)
    except fastjsonschema.JsonSchemaValueException as problem:
        raise InvalidData(f"{name}.json: {_where(value, problem)}") from None


def _where(value: Any, problem: fastjsonschema.JsonSchemaValueException) -> str:
    steps = problem.path[1:]
    record = ""
    if isinstance(value, list) and steps and str(steps[0]).isdigit():
        number = int(steps.pop(0))
        named = value[number].get("id") if isinstance(value[number], dict) else None
        record = f"record {number + 1}" + (f" ({clean(str(named))[:60]})" if named else "") + ": "
    field = clean(".".join(str(step) for step in steps))
    rule = problem.message.replace(problem.name or "data", "", 1).strip()
    got = f", not {quote(str(problem.value))}" if not isinstance(problem.value, dict | list) else ""
    return f"{record}{field + ' ' if field else ''}{clean(rule)[:200]}{got}"
