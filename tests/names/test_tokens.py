"""Tests how strings are cut."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver
from immunocli.names.tokens import undotted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("T.M. DU RECTUM", "TM DU RECTUM"),
        ("Lymphoma, N.O.S.", "Lymphoma, NOS"),
        ("stage II. N. meningitidis", "stage II. N. meningitidis"),
        ("1.6X4MM v.2", "1.6X4MM v.2"),
        ("e.g.x", "e.g.x"),
    ],
)
def test_initials_stand_together(text: str, wanted: str) -> None:
    assert undotted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("D.C.I.S. left breast", "dcis"), ("S.C.C. of lung", "nsclc-squamous"), ("T.M.", "")]
)
def test_initials_are_read_as_the_abbreviation(text: str, wanted: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).id == wanted
