"""Where a label names a class of medicines, the page says which are meant; each only as it was known on its day."""

from __future__ import annotations

import pytest

from tests.driver import Immuno


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("lifileucel", "PD-1 antibody: such as Keytruda (pembrolizumab) or Opdivo (nivolumab)"),
        ("lifileucel --full", "PD-1 antibody: such as Keytruda (pembrolizumab) or Opdivo (nivolumab)"),
        ("abecma --full", "anti-CD38 antibody: such as Darzalex (daratumumab) or Sarclisa (isatuximab)"),
    ],
)
def test_a_class_is_told_with_medicines(immuno: Immuno, asked: str, told: str) -> None:
    assert told in immuno("show", *asked.split(), "-f", "text").out.splitlines()


@pytest.mark.parametrize("asked", ["rybrevant", "melanoma", "vectibix"])
def test_what_may_be_a_pill_is_not_told_as_an_antibody(immuno: Immuno, asked: str) -> None:
    assert ": such as" not in immuno("show", asked, "--full", "-f", "text").out
