"""Only what is the very thing is told as another name of it."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.names.forms import normalize, singular
from immunocli.store.prose import SAME_AS_TERM

# Endings of words that tell how a thing is, beside a headword that is the thing.
_ENDINGS = ("ated", "ized", "ised", "aemic")


def own(term: dict[str, Any]) -> set[str]:
    """Return the names of a term that are the term, normalized."""
    names = [alias["name"] for alias in term["aliases"] if alias["kind"] in SAME_AS_TERM]
    return {normalize(name) for name in (term["term"], *names)}


@pytest.mark.parametrize(
    ("file", "kind"), [("types", "type"), ("targets", "target"), ("immune_system", "part")]
)
def test_what_a_page_tells_as_a_name_is_one_by_the_glossary(
    file: str, kind: str, tables: dict[str, Any], catalogue: Catalogue
) -> None:
    terms = {term["id"]: own(term) for term in tables["glossary"]}
    problems = []
    for record in tables[file]:
        if record["term"]:
            (shown,) = catalogue.show([record["id"]], (kind,)).records
            for name in shown["aliases"]:
                plain = normalize(name)
                if terms[record["term"]].isdisjoint({plain, *singular(plain)}):
                    problems.append(f"{file}.json: {record['id']}: {name!r} is no name of {record['term']}")
    assert not problems, "\n".join(problems)


def test_what_leads_to_an_event_is_no_other_name_of_it(catalogue: Catalogue) -> None:
    (event,) = catalogue.show(["coley-1891"], ("part",)).records
    assert event["aliases"] == []
    assert catalogue.show(["Coley's toxins"], ("part",)).records[0]["id"] == "coley-1891"


def test_a_word_for_how_a_thing_is_is_related(tables: dict[str, Any]) -> None:
    problems = [
        f"glossary.json: {term['id']}: {alias['name']!r} tells how a thing is; make it related"
        for term in tables["glossary"]
        for alias in term["aliases"]
        if alias["kind"] == "synonym"
        and " " not in alias["name"]
        and alias["name"].removesuffix("mutated").endswith(_ENDINGS)
        and not term["term"].endswith(_ENDINGS)
        and term["topic"] not in ("treatment", "trial", "approval")
    ]
    assert not problems, "\n".join(problems)


def test_a_form_or_a_mixture_of_a_medicine_is_not_told_as_its_name(tables: dict[str, Any]) -> None:
    problems = [
        f"therapies.json: {therapy['id']}: {alias['name']!r} is a form of it; make it related"
        for therapy in tables["therapies"]
        for alias in therapy["aliases"]
        if alias["kind"] == "synonym"
        and any(
            word in f" {alias['name'].lower()} "
            for word in (" and hyaluronidase ", " biosimilar ", " subcutaneous ")
        )
    ]
    assert not problems, "\n".join(problems)
