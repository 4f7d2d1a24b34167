"""Reads what was learned from sentences: how much each feature of a text speaks for what."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.store.typed_store import Store

# A text of many features is not surer than one of few.
LENGTH = 4.0
# The weights of so many neighboring features are a row: first how many bytes each has, then the bytes.
ROW = 64
# Where a feature has a weight for each label, it is told without the label's number, as so much more than 0.
ZERO = 128
# So many bytes of a long number hold the sum for one label, the lowest of them first or last.
LANE = 4
_FIRST = 0 if sys.byteorder == "little" else LANE - 1


def scales(store: Store, found: Sequence[int]) -> dict[str, float]:
    """Return how far a text speaks for each thing that is yes or no; above 0 is yes.

    Args:
        store: where the weights are.
        found: the features of a text.
    """
    known = store.learned("scales")
    if known is None or not found:
        return {}
    labels, bases, steps, packed = known
    weights, many = memoryview(packed).cast("b"), len(labels)
    norm = LENGTH / len(found) ** 0.5
    return {
        label: bases[place] + norm * steps[place] * sum([weights[one * many + place] for one in found])
        for place, label in enumerate(labels)
    }


def choice(store: Store, name: str, found: Sequence[int]) -> list[tuple[float, str]]:
    """Return how likely each of several things is, the likeliest first; all together are 1.

    Args:
        store: where the weights are.
        name: `sign` or `answer`.
        found: the features of a text.
    """
    known = store.learned(name)
    if known is None or not known[0]:
        return []
    labels, bases, step = known
    rows, many = store.weights(name, {one // ROW for one in found}), len(labels)
    totals, whole, wholes = [0] * many, 0, 0
    lanes = bytearray(LANE * many)
    for one in found:
        row, place = rows[one // ROW], one % ROW
        start = ROW + sum(row[:place])
        told = row[start : start + row[place]]
        if len(told) == many:  # a weight for each label: all are added at once, as one long number
            lanes[_FIRST::LANE] = told
            whole += int.from_bytes(lanes, sys.byteorder)
            wholes += 1
        else:
            for label, weight in zip(told[::2], memoryview(told[1::2]).cast("b"), strict=True):
                totals[label] += weight
    sums = memoryview(whole.to_bytes(LANE * many, sys.byteorder)).cast("I")
    totals = [total + one - ZERO * wholes for total, one in zip(totals, sums, strict=True)]
    norm = LENGTH * step / max(1, len(found)) ** 0.5
    scores = [base + norm * total for base, total in zip(bases, totals, strict=True)]
    most = max(scores)
    odds = [2.718281828459045 ** (score - most) for score in scores]
    whole = sum(odds)
    return sorted(((one / whole, label) for one, label in zip(odds, labels, strict=True)), reverse=True)
