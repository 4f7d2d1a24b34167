"""Names that are near a string are found by the pairs of letters they share; none is lost by it."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import OSA

from immunocli.names.neighbors import Neighbors

_LETTERS = "abcdeilmnoru"


def slip(name: str, chance: random.Random) -> str:
    """Return a name with a letter missing, added, changed, or swapped with its neighbor."""
    place, letter = chance.randrange(len(name)), chance.choice(_LETTERS)
    begun, rest = name[:place], name[place:]
    return chance.choice(
        (begun + rest[1:], begun + letter + rest, begun + letter + rest[1:], begun + rest[1::-1] + rest[2:])
    )


@pytest.mark.parametrize("least", [3, 8, 12, 17, 26])
@pytest.mark.parametrize("slips", [1, 2, 3, 4])
def test_every_name_that_is_near_is_found(least: int, slips: int) -> None:
    chance = random.Random(least * 10 + slips)
    names = sorted(
        {"".join(chance.choices(_LETTERS, k=chance.randint(least, least + 3))) for _ in range(600)}
    )
    neighbors = Neighbors(names)
    begun = neighbors.beginning(0, "a")
    found = 0
    for _ in range(300):
        asked = chance.choice(names)
        for _ in range(chance.randint(0, slips + 1)):
            asked = slip(asked, chance) or asked
        near = {name: OSA.distance(asked, name) for name in names if OSA.distance(asked, name) <= slips}
        assert dict(neighbors.within(asked, slips)) == near
        assert neighbors.any_within(asked, slips) == bool(near)
        assert neighbors.any_within(asked, slips, begun) == any(name[0] == "a" for name in near)
        found += len(near)
    assert found > 200
