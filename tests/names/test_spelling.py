"""A spelling is corrected only when one name is clearly meant."""

from __future__ import annotations

import pytest

from immunocli.names.spelling import Speller
from immunocli.names.spelling_candidates import may_be_meant, rivals
from immunocli.names.suggest import nearest

OURS = {
    plain: [[plain], "name", plain]
    for plain in ("ipilimumab", "nivolumab", "interferonalfa2a", "interferonalfa2b", "keytruda", "opdivo")
}


@pytest.fixture(scope="module")
def speller() -> Speller:
    others = rivals(OURS, ["nimotuzumab", "rice", "cortisone"])
    return Speller(
        OURS, others, ["keytrida"], lambda plain: ("drug", "other") if plain == "keytrida" else None
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ipilmumab", "ipilimumab"),
        ("nivolumb", "nivolumab"),
        ("keytruida", None),  # one letter from a brand that is not ours, too
        ("keytruuda", "keytruda"),
        ("leytruda", None),  # brands differ by their first letters
        ("interferonalfa2c", None),
        ("interferonalfa2", None),
        ("opdvo", "opdivo"),
        ("opdv", None),
    ],
)
def test_what_is_meant(speller: Speller, typed: str, meant: str | None) -> None:
    found = speller.correct(typed)
    assert (found[2] if found else None) == meant
    assert found is None or speller.may_mean(typed)


def test_short_foreign_brands_and_codes_are_never_meant() -> None:
    assert may_be_meant("keytruda", "brand", "pembrolizumab", foreign=False)
    assert not may_be_meant("avegra", "brand", "bevacizumab", foreign=True)
    assert not may_be_meant("macrolin", "synonym", "aldesleukin", foreign=False)
    assert not may_be_meant("mk3475", "code", "pembrolizumab", foreign=False)
    assert may_be_meant("aldesleukina", "synonym", "aldesleukin", foreign=False)


def test_errors_suggest_what_is_near() -> None:
    assert nearest(OURS, "nivolumabb") == ["nivolumab"]
