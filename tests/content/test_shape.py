"""The files' shape: schemas, one canonical form, ids, clean texts."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from immunocli.store.compiling import FILES
from immunocli.store.rules import WITH_IDS

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Markup, and what is left of a page that was copied.
MARKUP = re.compile(r"</?[a-z]+[^>]*>|&[a-z]+;|\*\*|__|`|\]\(|\[\d+\]|^#+ |^[-*] ", re.IGNORECASE)
# Fields that hold identifiers, addresses and names as others write them, not prose.
NOT_PROSE = frozenset(("url", "name", "names", "id", "oncotree", "aliases", "icd10", "listed_as", "weights"))


def schema_of(name: str) -> Any:
    return json.loads((DATA / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def nodes(schema: Any) -> Iterator[tuple[str, Any]]:
    """Yield every property that a schema describes, with its name."""
    if isinstance(schema, dict):
        for name, node in schema.get("properties", {}).items():
            yield name, node
            yield from nodes(node)
        yield from nodes(schema.get("items"))


def texts(value: Any, field: str = "", where: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield (field, where, text) for every text in a parsed file."""
    if isinstance(value, str):
        yield field, where, value
    elif isinstance(value, list):
        for item in value:
            named = item.get("id") if isinstance(item, dict) else None
            yield from texts(item, field, f"{where}: {named}" if named else where)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, key, where)


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_valid_and_describes_every_field(name: str) -> None:
    schema = schema_of(name)
    jsonschema.Draft7Validator.check_schema(schema)
    bare = [field for field, node in nodes(schema) if not node.get("description")]
    assert not bare, f"schemas/{name}.schema.json: add a description to: {', '.join(bare)}"


# The one object whose fields may be left out.
# A data set may have no lists of names that are none of ours.
OPTIONAL = {"beside", "wall", "further_uses", "boxes"}
CHANGES_ONLY = (
    "What the label says from that day on: all of it in the first event, only what changed in later ones.",
    "What this label says otherwise than the use.",
)


@pytest.mark.parametrize("name", FILES)
def test_the_schema_allows_no_unknown_field(name: str) -> None:
    def objects(node: Any) -> Iterator[Any]:
        if isinstance(node, dict):
            if "properties" in node:
                yield node
            for item in node.values():
                yield from objects(item)
        elif isinstance(node, list):
            for item in node:
                yield from objects(item)

    for node in objects(schema_of(name)):
        assert node.get("additionalProperties") is False
        if node["description"] not in CHANGES_ONLY:
            assert sorted(node["required"]) == sorted(set(node["properties"]) - OPTIONAL)


@pytest.mark.parametrize("name", FILES)
def test_the_file_fits_its_schema(name: str, tables: dict[str, Any]) -> None:
    problems = [
        f"{name}.json: {'.'.join(map(str, problem.absolute_path))}: {problem.message[:200]}"
        for problem in jsonschema.Draft7Validator(schema_of(name)).iter_errors(tables[name])
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", FILES)
def test_the_file_has_the_one_canonical_form(name: str) -> None:
    place = ROOT / "tools" / "format_data.py"
    spec = importlib.util.spec_from_file_location("format_data", place)
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    content = (DATA / f"{name}.json").read_bytes()
    assert content.decode("utf-8") == tool.text_of(name), f"{name}.json: run python tools/format_data.py"


def test_there_is_no_file_that_nobody_reads() -> None:
    known = {f"{name}.json" for name in FILES} | {"README.md", "schemas", "wall"}
    assert {path.name for path in DATA.iterdir()} == known
    assert {path.name for path in (DATA / "schemas").iterdir()} == {f"{n}.schema.json" for n in FILES}


def test_ids_are_slugs(tables: dict[str, Any]) -> None:
    problems = [
        f"{file}.json: {record['id']}: id: use lower-case letters, digits and single hyphens"
        for file in WITH_IDS
        for record in tables[file]
        if not SLUG.fullmatch(record["id"])
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", FILES)
def test_no_text_has_stray_spaces_or_hidden_characters(name: str, tables: dict[str, Any]) -> None:
    problems = [
        f"{name}.json{where}: {field}: stray space or hidden character in {text[:60]!r}"
        for field, where, text in texts(tables[name])
        if text != text.strip() or "  " in text or not text.isprintable()
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", FILES)
def test_no_prose_has_markup(name: str, tables: dict[str, Any]) -> None:
    problems = [
        f"{name}.json{where}: {field}: write plain prose without markup: {text[:60]!r}"
        for field, where, text in texts(tables[name])
        if field not in NOT_PROSE and MARKUP.search(text)
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", FILES)
def test_prose_has_no_space_before_a_stop(name: str, tables: dict[str, Any]) -> None:
    problems = [
        f"{name}.json{where}: {field}: no space before a comma or stop: {text[:60]!r}"
        for field, where, text in texts(tables[name])
        if field not in NOT_PROSE and re.search(r"\s[,.;:?!](\s|$)", text)
    ]
    assert not problems, "\n".join(problems)


def test_every_source_can_be_opened(tables: dict[str, Any]) -> None:
    problems = [
        f"sources.json: {source['id']}: url: write the whole address: {source['url']!r}"
        for source in tables["sources"]
        if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", source["url"] or "")
        and source["publisher"] != "immuno"
    ]
    assert not problems, "\n".join(problems)


def test_no_source_was_read_before_it_was_published(tables: dict[str, Any]) -> None:
    problems = [
        f"sources.json: {source['id']}: published {source['published']} lies after accessed"
        for source in tables["sources"]
        if source["published"] and source["published"][:10] > source["accessed"]
    ]
    assert not problems, "\n".join(problems)
