"""The wording of each use, read as a string, names the cancer that the record gives the use."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.names.resolve import Resolver
from immunocli.store.roll_up import Tree


@pytest.fixture(scope="module")
def cancers(catalogue: Catalogue) -> Resolver:
    return catalogue.reader("cancer")


def test_every_wording_of_a_use_names_its_cancer(tables: dict[str, Any], cancers: Resolver) -> None:
    """One of the cancers read is that of the use, or a form of it: dMMR endometrial cancer is endometrial.

    What a label said earlier may name a wider cancer, as long as today's wording does not.
    """
    tree = Tree(tables["cancers"])
    problems = []
    asked = 0
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            wordings = [event["says"]["summary"] for event in use["events"] if event["says"].get("summary")]
            for wording in wordings:
                asked += 1
                found = cancers.resolve(wording).ids
                wider = wording != wordings[-1] and any(one in tree.above(use["cancer"]) for one in found)
                if not wider and not any(use["cancer"] in (one, *tree.above(one)) for one in found):
                    problems.append(f"{use['id']}: {wording!r} is {found}, not {use['cancer']}")
    assert asked > 400
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "text",
    [
        "Prevention of breast cancer",
        "No lung cancer after surgery",
        "History of colon cancer, with hypertension",
        "Screening for lung cancer in patients with COPD",
        "Family history of melanoma, not yet treated",
        "Liver disease after chemotherapy",
        "Benign breast tumor after surgery",
    ],
)
def test_a_sentence_that_gives_no_cancer_still_names_none(text: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).ids == [], text


GLOSSES = ("in any line", "first treatment included", "whatever the", "without the need for")


def test_no_gloss_stands_in_the_words_of_a_label(tables: dict[str, Any]) -> None:
    """What a label leaves open stands in the fields."""
    problems = [
        f"therapies.json: {use['id']}: {event['date']}: summary: no label says {gloss!r}; leave it to the fields"
        for therapy in tables["therapies"]
        for use in therapy["indications"]
        for event in use["events"]
        for gloss in GLOSSES
        if gloss in event["says"].get("summary", "")
    ]
    assert not problems, "\n".join(problems)


def test_an_age_is_told_as_an_age(tables: dict[str, Any]) -> None:
    """Of patients of an age only the age is told; of adults the words say so."""
    problems = []
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            told: dict[str, Any] = {}
            for event in use["events"]:
                told |= event["says"]
                if told["population"] == "adult" and told["age"] and "adult" not in told["summary"].lower():
                    problems.append(
                        f"therapies.json: {use['id']}: {event['date']}: population: write null where the label "
                        f'has patients ({told["age"]}), or "adults" in the words where it has adults'
                    )
    assert not problems, "\n".join(problems)
