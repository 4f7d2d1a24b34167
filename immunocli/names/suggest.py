"""Suggests names for what was typed, when nothing has that name."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from immunocli.names.forms import LONGEST_NAME, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from immunocli.names.keeper import Entry

_NEAR = 0.86


def nearest(known: dict[str, Entry], name: str, limit: int = 3) -> list[str]:
    """Return up to `limit` labels of our names that look like `name`, most alike first.

    Args:
        known: names by their normalized form.
        name: as it was typed.
        limit: how many at most.
    """
    plain = normalize(name[: LONGEST_NAME + 1])
    if len(plain) < 3 or len(plain) > LONGEST_NAME:
        return []
    ours = [candidate for candidate, entry in known.items() if entry[0]]
    found: list[str] = []
    seen: list[list[str]] = []
    for candidate, likeness, _ in process.extract(plain, ours, scorer=JaroWinkler.similarity, limit=30):
        slips = OSA.distance(plain, candidate)
        alike = likeness >= _NEAR and slips <= max(2, len(plain) // 3)
        begun = len(plain) >= 4 and candidate.startswith(plain)
        if (alike or begun) and known[candidate][0] not in seen:
            seen.append(known[candidate][0])
            found.append(known[candidate][2])
    return found[:limit]


def one_slip(labels: Iterable[str], name: str) -> list[str]:
    """Return the labels that are one slip of the keyboard from `name` as a whole.

    Args:
        labels: of our names.
        name: as it was typed.
    """
    plain = normalize(name)
    return [label for label in labels if OSA.distance(plain, normalize(label)) <= 1]
