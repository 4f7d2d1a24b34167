"""Reads what was learned from sentences: how much each feature of a text speaks for what."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.store.typed import Store

# A text of many features is not surer than one of few.
LENGTH = 4.0
# The pairs of so many neighboring features are read together.
ROW = 64
# A row in which no feature has a pair is not kept.
_NO_ROW = (bytes(ROW), b"")


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
    rows = store.weights(name, {one // ROW for one in found})
    totals = [0] * len(labels)
    for one in found:
        counts, packed = rows.get(one // ROW, _NO_ROW)
        place = one % ROW
        if not counts[place]:
            continue
        start = 2 * sum(counts[:place])
        end = start + 2 * counts[place]
        weights = memoryview(packed[start + 1 : end : 2]).cast("b")
        for label, weight in zip(packed[start:end:2], weights, strict=True):
            totals[label] += weight
    norm = LENGTH * step / max(1, len(found)) ** 0.5
    scores = [base + norm * total for base, total in zip(bases, totals, strict=True)]
    most = max(scores)
    odds = [2.718281828459045 ** (score - most) for score in scores]
    whole = sum(odds)
    return sorted(((one / whole, label) for one, label in zip(odds, labels, strict=True)), reverse=True)
