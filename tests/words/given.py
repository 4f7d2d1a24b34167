"""Reads what people ask, written in other words than the data's; one in four took no part in tuning."""

from __future__ import annotations

import zlib
from pathlib import Path

HERE = Path(__file__).parent


def pairs(name: str) -> list[tuple[str, str]]:
    """Return both columns of each line."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(first, second) for first, _, second in (line.partition("\t") for line in lines)]


def lines(name: str) -> list[str]:
    """Return each line."""
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def held(text: str) -> bool:
    """Say whether a text is kept to measure by; see tools/learn_reading.py."""
    return zlib.crc32(text.encode()) % 4 == 1


def share(good: int, total: int) -> float:
    """Return what part is good."""
    return good / max(1, total)
