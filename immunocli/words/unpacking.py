"""Unpacks learned.json for the index; see tools/learn.py for how it is made."""

from __future__ import annotations

import base64
import zlib
from typing import Any

from immunocli.words.features import BUCKETS
from immunocli.words.learned import ROW


def unpacked(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what `learned.scales` and `learned.choice` read, by name.

    Args:
        records: of learned.json.

    Raises:
        ValueError: weights are not as many as there are features.
    """
    found: dict[str, Any] = {}
    for record in records:
        name, labels = record["id"], record["labels"]
        packed = _bytes(name, record["weights"])
        if len(record["bases"]) != len(labels):
            raise ValueError(f"{name}: bases: not one for each label")
        if record["kind"] == "scales":
            if len(packed) != BUCKETS * len(labels) or len(record["steps"]) != len(labels):
                raise ValueError(f"{name}: weights: not one for each feature and label")
            found["scales"] = [labels, record["bases"], record["steps"], packed]
        else:
            found[name] = [labels, record["bases"], record["steps"][0], *_sparse(name, len(labels), packed)]
    return found


def _bytes(name: str, weights: str) -> bytes:
    try:
        return zlib.decompress(base64.b85decode(weights))
    except zlib.error:
        raise ValueError(f"{name}: weights: not compressed bytes") from None


def _sparse(name: str, many: int, packed: bytes) -> tuple[bytes, bytes, bytes]:
    """Return how many pairs each feature has, where those of each row of features begin, and the pairs.

    A pair is a label's number and its weight; a row is ROW features.
    """
    counts, pairs = packed[:BUCKETS], packed[BUCKETS:]
    starts, start = [], 0
    for row in range(0, BUCKETS, ROW):
        starts.append(start.to_bytes(4, "little"))
        start += 2 * sum(counts[row : row + ROW])
    if len(counts) != BUCKETS or len(pairs) != start:
        raise ValueError(f"{name}: weights: not as many pairs as are counted")
    if max(pairs[::2], default=-1) >= many:
        raise ValueError(f"{name}: weights: a pair has no label")
    return counts, b"".join(starts), pairs
