"""Citations are such as reference managers read."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from immunocli import Catalogue
from immunocli.records.source import Source
from immunocli.render.as_citations import citations
from tests.driver import Immuno

# The part of CSL-JSON's schema that we use.
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["webpage"]},
            "title": {"type": "string"},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "required": ["literal"],
                    "additionalProperties": False,
                },
            },
            "URL": {"type": "string"},
            "accessed": DATE,
            "issued": DATE,
        },
        "required": ["id", "type", "title", "author", "accessed"],
        "additionalProperties": False,
    },
}
TEXTS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1)


def source(**fields: Any) -> Source:
    known = {
        "id": "fda-x",
        "title": "Title",
        "publisher": "FDA",
        "url": "https://fda.gov/x",
        "published": "2020-05",
        "accessed": "2026-11-22",
        "sort": "label",
    }
    return Source({**known, **fields})


def balanced(text: str) -> bool:
    depth = 0
    for sign in re.sub(r"\\.", "", text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


@given(TEXTS, TEXTS)
def test_braces_of_bibtex_are_balanced(title: str, publisher: str) -> None:
    text = "".join(citations([source(title=title, publisher=publisher)], "bibtex"))
    assert balanced(text)
    assert text.startswith("@misc{fda-x,\n")
    assert text.endswith("}\n")


def test_a_bibtex_entry() -> None:
    text = "".join(citations([source(title="R&D: 50% of $1_000 {sic}")], "bibtex"))
    assert text == (
        "@misc{fda-x,\n"
        "  title = {{R\\&D: 50\\% of \\$1\\_000 \\{sic\\}}},\n"
        "  author = {{FDA}},\n"
        "  year = {2020},\n"
        "  url = {https://fda.gov/x},\n"
        "  urldate = {2026-11-22},\n"
        "}\n"
    )


def test_without_a_date_there_is_no_year() -> None:
    assert "year" not in "".join(citations([source(published=None)], "bibtex"))


@given(TEXTS, st.sampled_from([None, "2020", "2020-05", "2020-05-17"]))
def test_csl_json_has_the_form_that_managers_read(title: str, published: str | None) -> None:
    value = json.loads("".join(citations([source(title=title, published=published)], "csl-json")))
    jsonschema.validate(value, CSL)
    assert value[0]["title"] == title
    parts = value[0].get("issued", {}).get("date-parts", [[]])[0]
    assert parts == [int(part) for part in (published or "").split("-") if part]


def test_every_source_of_the_data_can_be_cited() -> None:
    catalogue = Catalogue()
    sources = catalogue.documents()
    assert len(sources) > 100
    jsonschema.validate(json.loads("".join(citations(sources, "csl-json"))), CSL)
    for one in sources:
        assert balanced("".join(citations([one], "bibtex")))


def test_what_uses_rest_on_is_cited_alone(immuno: Immuno) -> None:
    whole = immuno("cite", "lifileucel", "tebentafusp", "Anktiva", "-c", "id", "--no-header").lines
    found = immuno("cite", "lifileucel", "tebentafusp", "Anktiva", "--uses", "-f", "json").json
    kept = [one["id"] for one in found["results"]]
    uses = immuno("indications", "--therapy", "lifileucel", "--therapy", "tebentafusp", "--therapy", "Anktiva",
                  "--status", "any", "--full", "-f", "json").json["results"]  # fmt: skip
    rests = {source for use in uses for event in use["events"] for source in event["sources"]}
    assert set(kept) == rests and rests < set(whole) and found["query"]["uses"] is True
    of_one = immuno("cite", "keytruda", "--uses", "--cancer", "gastric", "-c", "id", "--no-header").lines
    assert set(of_one) <= set(immuno("cite", "keytruda", "--uses", "-c", "id", "--no-header").lines)
    refused = immuno("cite", "CRS", "--uses")
    assert refused.code == 2 and "--uses" in refused.err
    assert ".ris .bib" in immuno("cite", "keytruda", "-o", "a.enw").err
