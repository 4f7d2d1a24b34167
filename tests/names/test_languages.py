"""The common names of cancers are read in the languages of registries and hospitals."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from immunocli.names.resolve import Resolver

with Path(__file__).with_name("languages.tsv").open(encoding="utf-8") as lines:
    NAMES = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_common_names_are_read(cancers: Resolver) -> None:
    read = [cancers.resolve(row["string"]) for row in NAMES]
    wrong = [
        (one.input, one.ids, row["id"])
        for one, row in zip(read, NAMES, strict=True)
        if one.ids != [row["id"]]
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "cancer"),
    [
        ("place of malignant neoplasm of lung", "lung"),
        ("spread to conjunctival tumor", "conjunctival-carcinoma"),
        ("lymphoma (longer)", "lymphoma"),
    ],
)
def test_words_are_no_slips_of_other_languages(cancers: Resolver, text: str, cancer: str) -> None:
    found = cancers.resolve(text)
    assert (found.ids, found.match, found.review) == ([cancer], "synonym", "yes")
