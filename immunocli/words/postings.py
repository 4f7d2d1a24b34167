"""Packs where a word stands, and how much it weighs there, in six bytes a place."""

from __future__ import annotations

import sys
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

# Weights are kept to the fourth decimal; none is above 6.5.
_SCALE = 10_000


def packed(places: Sequence[tuple[int, float]]) -> tuple[bytes, bytes]:
    """Return the bytes of places, each a document's number and a weight of four decimals, by number.

    A number is told as how far it is from the one before.
    """
    from array import array  # an index is seldom made

    numbers = [number for number, _ in places]
    far = array("I", [number - before for before, number in zip([0, *numbers], numbers)])  # noqa: B905  # one longer
    return _little(far), _little(array("H", [round(weight * _SCALE) for _, weight in places]))


def unpacked(numbers: bytes, weights: bytes) -> Iterator[tuple[int, float]]:
    """Yield the places that were packed."""
    if sys.byteorder == "big":
        from array import array

        numbers, weights = _little(array("I", numbers)), _little(array("H", weights))
    told = zip(accumulate(memoryview(numbers).cast("I")), memoryview(weights).cast("H"), strict=True)
    return ((number, weight / _SCALE) for number, weight in told)


def _little(numbers: array[int]) -> bytes:
    """Return numbers as bytes, the lowest first; or, of such bytes, the numbers as this machine has them."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
