"""Unpacks learned.json for the index; see tools/learn.py for how it is made."""

from __future__ import annotations

import base64
import zlib
from functools import lru_cache
from typing import Any

from immunocli.words.learned import ROW, ZERO
from immunocli.words.text_features import BUCKETS


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
            found[f"weights/{name}"] = _rows(name, len(labels), packed)
    return found


@lru_cache(maxsize=8)  # a rule reads them, and then the index that is made
def _bytes(name: str, weights: str) -> bytes:
    try:
        return zlib.decompress(base64.b85decode(weights))
    except zlib.error:
        raise ValueError(f"{name}: weights: not compressed bytes") from None


def _rows(name: str, many: int, packed: bytes) -> list[bytes]:
    """Return rows of weights, of ROW features each: how many bytes each feature has, then the bytes.

    They are pairs of a label's number and its weight, or a weight for each label where that is no longer.
    """
    counts, pairs = packed[:BUCKETS], packed[BUCKETS:]
    if len(counts) != BUCKETS or len(pairs) != 2 * sum(counts):
        raise ValueError(f"{name}: weights: not as many pairs as are counted")
    if max(pairs[::2], default=-1) >= many:
        raise ValueError(f"{name}: weights: a pair has no label")
    found, start = [], 0
    for first in range(0, BUCKETS, ROW):
        told = []
        for count in counts[first : first + ROW]:
            told.append(_told(pairs[start : start + 2 * count], many))
            start += 2 * count
        found.append(bytes(map(len, told)) + b"".join(told))
    return found


def _told(pairs: bytes, many: int) -> bytes:
    """Return pairs, or the weight for each of so many labels where that is no longer."""
    if len(pairs) < many:
        return pairs
    weights = bytearray([ZERO]) * many
    for label, weight in zip(pairs[::2], memoryview(pairs[1::2]).cast("b"), strict=True):
        weights[label] += weight
    return bytes(weights)
