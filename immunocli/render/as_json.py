"""Writes records as JSON.

The standard library's encoder is left out: importing `json` costs nearly as much as the lookup.
A property test compares the two.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.records.fields import Record
    from immunocli.render.answers import Answer

_ESCAPES = {number: f"\\u{number:04x}" for number in range(32)} | {
    0x22: '\\"', 0x5C: "\\\\", 0x08: "\\b", 0x0C: "\\f", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t",
    0x7F: "\\u007f", 0x2028: "\\u2028", 0x2029: "\\u2029",
}  # fmt: skip


def json(answer: Answer, fields: Sequence[str] | None) -> Iterator[str]:
    """Yield one object: version, edition, days, query, notices, count and results, a record a line."""
    head = {
        "schema_version": answer.edition["schema_version"],
        "edition": answer.edition["edition"],
        "as_of": answer.day,
        "checked": answer.edition["checked"],
        "query": answer.query,
        "notices": [notice.as_dict() for notice in answer.notices],
        "count": len(answer.records),
    }
    yield encode(head)[:-1] + ', "results": ['
    before = "\n"
    for record in answer.records:
        yield before + _encoded(record, fields, answer.full)
        before = ",\n"
    yield "\n]}\n" if answer.records else "]}\n"


def jsonl(records: Sequence[Record], fields: Sequence[str] | None, full: bool) -> Iterator[str]:
    """Yield a line a record."""
    for record in records:
        yield _encoded(record, fields, full) + "\n"


def _encoded(record: Record, fields: Sequence[str] | None, full: bool) -> str:
    if fields is not None:
        return encode({field: record[field] for field in fields})
    return encode(record.as_dict() if full else record.in_list())


def encode(value: Any) -> str:
    """Return `value` as JSON on one line.

    Args:
        value: dicts with texts as keys, lists, texts, whole and finite numbers, booleans, None.
    """
    if isinstance(value, str):
        if not value.isprintable() or '"' in value or "\\" in value:
            value = value.translate(_ESCAPES)
            if not value.isprintable():
                value = "".join(map(_paired, value))
        return f'"{value}"'
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{encode(key)}: {encode(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join([encode(item) for item in value]) + "]"
    return repr(value)


def _paired(character: str) -> str:
    """Return a character that nobody sees as the escape that JSON has for it."""
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
