"""Unpacks learned.json for the index; see tools/learn.py for how it is made."""

from __future__ import annotations

import base64
import zlib
from functools import lru_cache
from typing import Any

from immunocli.words.features import BUCKETS
from immunocli.words.learned import ROW


def unpacked(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what `learned.scales` and `learned.choice` read, by key.

    Args:
        records: of learned.json.

    Raises:
        ValueError: weights are not as many as there are features.
    """
    found: dict[str, Any] = {}
    for record in records:
        name, labels = record["id"], record["labels"]
        packed = _bytes(name, record["weights"])
        if record["kind"] == "words":
            found[f"learned/{name}"] = f" {packed.decode()} "
            continue
        if len(record["bases"]) != len(labels):
            raise ValueError(f"{name}: bases: not one for each label")
        if record["kind"] == "scales":
            if len(packed) != BUCKETS * len(labels) or len(record["steps"]) != len(labels):
                raise ValueError(f"{name}: weights: not one for each feature and label")
            found["learned/scales"] = [labels, record["bases"], record["steps"], packed]
        else:
            found[f"learned/{name}"] = [labels, record["bases"], record["steps"][0]]
            rows = _rows(name, len(labels), packed)
            found.update((f"weights/{name}/{row:04}", pairs) for row, pairs in rows.items())
    return found


@lru_cache(maxsize=8)  # a rule reads them, and then the index that is made
def _bytes(name: str, weights: str) -> bytes:
    try:
        return zlib.decompress(base64.b85decode(weights))
    except zlib.error:
        raise ValueError(f"{name}: weights: not compressed bytes") from None


def _rows(name: str, many: int, packed: bytes) -> dict[int, tuple[bytes, bytes]]:
    """Return how many pairs each feature of a row has, and the pairs, by the number of the row.

    A pair is a label's number and its weight; a row is ROW features.
    """
    counts, pairs = packed[:BUCKETS], packed[BUCKETS:]
    if len(counts) != BUCKETS or len(pairs) != 2 * sum(counts):
        raise ValueError(f"{name}: weights: not as many pairs as are counted")
    if max(pairs[::2], default=-1) >= many:
        raise ValueError(f"{name}: weights: a pair has no label")
    found, start = {}, 0
    for row in range(BUCKETS // ROW):
        held = counts[row * ROW : (row + 1) * ROW]
        end = start + 2 * sum(held)
        if end > start:
            found[row] = (held, pairs[start:end])
        start = end
    return found
