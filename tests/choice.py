"""Which of many cases the usual run takes; with IMMUNO_TESTS=all in the environment it takes all."""

from __future__ import annotations

import os
import zlib
from collections.abc import Container, Iterable
from typing import TypeVar

Case = TypeVar("Case")
ALL = os.environ.get("IMMUNO_TESTS") == "all"


def some(cases: Iterable[Case], one_in: int, always: Container[Case] = ()) -> list[Case]:
    """Return one case in so many in their order, chosen by a hash of each, and those that are always taken."""
    listed = list(cases)
    if ALL:
        return listed
    by_hash = sorted(listed, key=lambda case: zlib.crc32(repr(case).encode("utf-8", "backslashreplace")))
    taken = {repr(case) for case in by_hash[: -(-len(listed) // one_in)]}
    return [case for case in listed if repr(case) in taken or case in always]
