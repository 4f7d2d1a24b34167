"""What many values have in common is told once in an index, and nobody who reads it can tell."""

from __future__ import annotations

from immunocli.store.indexfile import Index
from immunocli.store.indexmaking import build


def test_fields_that_many_values_have_are_told_once_and_come_back_in_their_order() -> None:
    alike = {f"term/{n}": {"term": f"word {n}", "definition": None, "see_also": [str(n)]} for n in range(150)}
    other = {
        "term/turned": {"see_also": [], "definition": "", "term": "the same in another order"},
        "term/short": {"term": "less"},
        "term/none": {},
        "name/a": "a text",
        "name/b": "",
        "name/c": b"bytes",
        "name/d": "\ud800",
    }
    content = build({}, {**alike, **other}, ("name/",))
    index = Index(lambda place, length: content[place : place + length], len(content))
    assert content.count(b"definition") == 2
    for key, value in {**alike, **other}.items():
        found = index.get(key)
        assert found == value
        assert not isinstance(value, dict) or list(found) == list(value)
    assert dict(index.under("term/")) == {
        key[5:]: value for key, value in {**alike, **other}.items() if key[0] == "t"
    }
