"""The lists of words around names keep their rules."""

from __future__ import annotations

import json

import jsonschema
import pytest

from immunocli.errors import InvalidData
from immunocli.names import around
from immunocli.names.forms import normalize
from immunocli.store.typed_store import Store
from tests.names.conftest import DATA

RECORDS = json.loads((DATA / "around.json").read_text(encoding="utf-8"))


def test_the_lists_are_of_the_declared_form() -> None:
    schema = json.loads((DATA / "schemas" / "around.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(RECORDS, schema)


def test_a_word_has_one_role() -> None:
    for about in ("therapy", "cancer"):
        assert around.roles(RECORDS, about)
    twice = [*RECORDS, {"id": "wrong", "about": "therapy", "role": "placebo", "words": ["mg"], "sources": []}]
    with pytest.raises(InvalidData, match="take it out of one of them"):
        around.roles(twice, "therapy")


def test_sources_of_lists_are_known() -> None:
    known = {one["id"] for one in json.loads((DATA / "sources.json").read_text(encoding="utf-8"))}
    assert not {source for record in RECORDS for source in record["sources"]} - known


def test_no_long_name_of_ours_is_a_word_around_names(kept: Store) -> None:
    words = {
        normalize(word) for record in RECORDS if record["about"] == "therapy" for word in record["words"]
    }
    ours = {
        plain for plain, entry in kept.names("therapy").items() if entry[0] and entry[1] in ("name", "brand")
    }
    assert not words & ours
