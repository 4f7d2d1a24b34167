"""Fits the weights that tools/learn.py writes, and packs them."""

from __future__ import annotations

import base64
import zlib
from typing import Any

import numpy as np
from scipy.optimize import fmin_l_bfgs_b

from immunocli.words.question_kinds import every_kind
from immunocli.words.text_features import BUCKETS

# So many steps a choice is fitted in.
_STEPS = 40
# The weights of what a question names by its kind may lie so much farther apart than those of its words.
_KINDS_SPREAD = 4.0


def scale(table: Any, yes: Any, counts: Any, spread: float = 1.0) -> tuple[Any, float]:
    """Return weights and base of a logistic regression; `counts` says how often each row counts."""
    sign = np.where(yes, 1.0, -1.0)

    def loss(point: Any) -> tuple[float, Any]:
        margin = sign * (table @ point[:-1] + point[-1])
        wrong = -sign * counts / (1 + np.exp(np.clip(margin, -30, 30)))
        slope: Any = np.append(table.T @ wrong + point[:-1] / spread, wrong.sum())
        return float((counts * np.logaddexp(0, -margin)).sum() + (point[:-1] ** 2).sum() / 2 / spread), slope

    point, _, _ = fmin_l_bfgs_b(loss, np.zeros(BUCKETS + 1), maxiter=150)
    return point[:-1], float(point[-1])


def choice(table: Any, answers: Any, many: int, begun: Any = None, spread: float = 2.0) -> tuple[Any, Any]:
    """Return weights and bases of a multinomial logistic regression; what came once is not weighed.

    Args:
        table: features of each text.
        answers: the label of each, as a number.
        many: how many labels there are.
        begun: weights and bases to begin with, which takes a third of the steps; None for nothing.
        spread: how far weights may lie apart.
    """
    often = np.flatnonzero(np.bincount(table.indices, minlength=BUCKETS) > 1)
    spreads = np.where(np.isin(often, list(every_kind())), _KINDS_SPREAD * spread, spread).astype(np.float32)[
        :, None
    ]
    table, rows = table[:, often].tocsr(), np.arange(len(answers))
    turned = table.T.tocsr()

    def loss(point: Any) -> tuple[float, Any]:
        weights = point.reshape(-1, many).astype(np.float32)
        scores = table @ weights[:-1] + weights[-1]
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        odds /= odds.sum(1, keepdims=True)
        lost = -np.log(odds[rows, answers] + 1e-30).sum() + (weights[:-1] ** 2 / spreads).sum() / 2
        odds[rows, answers] -= 1
        slope = np.vstack([turned @ odds + weights[:-1] / spreads, odds.sum(0)])
        return float(lost), slope.ravel().astype(np.float64)

    start = np.zeros((len(often) + 1, many))
    if begun is not None:
        start[:-1], start[-1] = begun[0][often], begun[1]
    steps = _STEPS if begun is None else _STEPS // 3
    point, _, _ = fmin_l_bfgs_b(loss, start.ravel(), m=4, maxiter=steps)
    found: Any = np.zeros((BUCKETS, many), np.float32)
    found[often] = point.reshape(-1, many)[:-1]
    return found, point[-many:]


def rounded(weights: Any, most: float = 127.0) -> tuple[Any, float]:
    """Return weights as whole numbers of a byte, and the step between two of them."""
    step = float(np.abs(weights).max() / most) or 1.0
    return np.rint(weights / step).astype(np.int8), step


def packed_choice(weights: Any) -> tuple[bytes, float]:
    """Return the counts of each feature's pairs, then the pairs; weights too small to matter are left out."""
    small, step = rounded(np.clip(weights, -3.0, 3.0))
    small[np.abs(small) < 4] = 0
    counts = (small != 0).sum(1)
    features_, labels = np.nonzero(small)
    told: Any = np.empty(2 * len(labels), np.uint8)
    told[0::2], told[1::2] = labels, small[features_, labels].view(np.uint8)
    return counts.astype(np.uint8).tobytes() + told.tobytes(), step


def unpacked_choice(record: dict[str, Any], labels: list[str]) -> tuple[Any, Any]:
    """Return weights and bases of a choice as they were packed, for these labels; a new one has none yet."""
    packed = np.frombuffer(zlib.decompress(base64.b85decode(record["weights"])), np.uint8)
    counts, told = packed[:BUCKETS], packed[BUCKETS:]
    weights: Any = np.zeros((BUCKETS, len(record["labels"])), np.float32)
    weights[np.repeat(np.arange(BUCKETS), counts), told[0::2]] = told[1::2].view(np.int8) * record["steps"][0]
    weights = np.hstack([weights, np.zeros((BUCKETS, 1), np.float32)])
    places = [record["labels"].index(one) if one in record["labels"] else -1 for one in labels]
    return weights[:, places], np.array([*record["bases"], min(record["bases"])])[places]


def text_of(packed: bytes) -> str:
    """Return bytes as text that JSON can hold."""
    return base64.b85encode(zlib.compress(packed, 9)).decode()
