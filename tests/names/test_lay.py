"""Lay names lead to the cancer that they mean, and what only sounds like a cancer to none."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver
from immunocli.store.typed_store import Store


@pytest.mark.parametrize(
    ("text", "cancer"),
    [
        ("blood cancer", "hematologic-malignancies"),
        ("cancer of the womb", "uterine"),
        ("neck of the womb cancer", "cervical"),
        ("womb lining cancer", "endometrial"),
        ("eye cancer", "eye"),
        ("tummy cancer", "stomach"),
        ("cancer of the back passage", "rectal"),
        ("lung lining cancer", "pleural-mesothelioma"),
        ("low-grade B-cell NHL", "indolent-b-cell-lymphoma"),
        ("Infiltrating duct carcinoma of breast", "breast-ductal"),
        ("Glioma (MSK, Nature 2019)", "glioma"),
    ],
)
def test_lay_names_and_labels_are_read_in_full(kept: Store, text: str, cancer: str) -> None:
    found = Resolver(kept, "cancer").resolve(text)
    assert (found.ids, found.review) == ([cancer], "no")


@pytest.mark.parametrize(
    "text",
    [
        "nasal glioma",
        "carcinoid heart disease",
        "familial colorectal cancer type X",
        "my mum had breast cancer",
    ],
)
def test_what_is_no_cancer_of_anybody_asking_names_none(kept: Store, text: str) -> None:
    assert Resolver(kept, "cancer").resolve(text).ids == []
