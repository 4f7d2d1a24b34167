"""A string of a cancer is read once: a cell beside a drug is no surer than the same string by itself."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from immunocli import Catalogue
from immunocli.queries.cancer_cells import CancerCell, read_cell
from tests.choice import some

FILES = sorted(Path("benchmarks/names").glob("cancers*.tsv"))


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


def cell(catalogue: Catalogue, text: str) -> CancerCell:
    return read_cell(catalogue._store, catalogue._resolver("cancer", many=True), text)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_cell_is_no_surer_than_the_string(catalogue: Catalogue, file: Path) -> None:
    reader = catalogue._resolver("cancer", many=True)
    with file.open(encoding="utf-8", newline="") as lines:
        for text in some([text for text, *_ in csv.reader(lines, delimiter="\t")], 6):
            match, found = reader.resolve(text), cell(catalogue, text)
            marked = found.told.having or found.told.lacking
            if found.ids and not marked:
                assert match.ids, text
                assert match.review == "no" or found.review == "yes", text


@pytest.mark.parametrize(
    "text",
    [
        "my mum had breast cancer", "mother had ovarian cancer", "mum had ovarian cancer, I was tested",
        "my dad's throat cancer (tonsil)", "Hereditary nonpolyposis colon cancer (disorder)", "Lymphatic Metastasis",
        "Familial colorectal cancer type X (disorder)", "Metastatic malignant neoplasm to brain (disorder)",
    ],
)  # fmt: skip
def test_what_is_no_cancer_of_the_row_is_none_beside_a_drug(catalogue: Catalogue, text: str) -> None:
    assert (cell(catalogue, text).ids, cell(catalogue, text).review) == ([], "")


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("SKCM st. III resected", "yes"), ("melanoma", "no"), ("MSI-high bladder cancer", "no"),
        ("HER2-positive breast cancer", "no"), ("mother had MSI-high colon cancer", "yes"),
    ],
)  # fmt: skip
def test_the_review_of_some(catalogue: Catalogue, text: str, review: str) -> None:
    assert cell(catalogue, text).review == review


def test_family_and_unread_words_are_doubted_beside_a_drug(catalogue: Catalogue) -> None:
    (told,) = catalogue.on_label("keytruda", "SKCM st. III resected", "2024")
    assert told.on_label == "doubtful"
