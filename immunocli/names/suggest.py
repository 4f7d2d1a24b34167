"""Suggests names for what was typed, when nothing has that name."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from immunocli.names.forms import LONGEST_NAME, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from immunocli.names.names_protocol import Entry

_NEAR = 0.86
# How many first words of a name, and letters in them, are compared alone; from so many letters on, two may be wrong.
_FIRST_WORDS, _LEAST, _LONG = 3, 6, 12


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
    least = len(plain)
    for candidate, likeness, _ in process.extract(plain, ours, scorer=JaroWinkler.similarity, limit=30):
        slips = OSA.distance(plain, candidate)
        alike = likeness >= _NEAR and slips <= max(2, len(plain) // 3)
        begun = len(plain) >= 4 and candidate.startswith(plain)
        # Beside one that is a slip away, what is several away is another thing.
        near = alike and slips <= least + max(1, least)
        least = min(least, slips)
        if (near or begun) and known[candidate][0] not in seen:
            seen.append(known[candidate][0])
            found.append(known[candidate][2])
    return (found or _begun_alike(name, known, ours))[:limit]


def _begun_alike(name: str, known: dict[str, Entry], ours: Sequence[str]) -> list[str]:
    """Return the labels of longer names whose first words are misspelled in what was typed: `merkle`, `sasituzumab`.

    The first word is not spelled as it should be, or what was typed is another name.
    """
    words = _words(name)
    for many in range(min(len(words), _FIRST_WORDS), 0, -1):
        begun = " ".join(words[:many])
        most = 1 + len(begun) // _LONG
        if len(begun) < _LEAST:
            break
        found: dict[str, Entry] = {}
        for candidate in ours:
            first = _words(known[candidate][2])
            if (
                len(first) > many
                and first[0] != words[0]
                and OSA.distance(begun, " ".join(first[:many]), score_cutoff=most) <= most
            ):
                found[known[candidate][2]] = known[candidate]
        if found:
            return _one_each(found)
    return []


def _one_each(found: dict[str, Entry]) -> list[str]:
    """Return one label of each thing that was found: its own name before others, the shortest of these first.

    What names several things together is not meant where one of them begins so too.
    """
    told: dict[str, str] = {}
    ranked = sorted(found, key=lambda one: (found[one][1] != "name", one in found[one][0], len(one), one))
    for label in sorted(ranked, key=lambda one: len(found[one][0]) > 1):
        if told and len(found[label][0]) > 1:
            break
        told.setdefault(";".join(found[label][0]), label)
    return list(told.values())


def _words(name: str) -> list[str]:
    return name.casefold().replace("-", " ").split()


def one_slip(labels: Iterable[str], name: str) -> list[str]:
    """Return the labels that are one slip of the keyboard from `name` as a whole.

    Args:
        labels: of our names.
        name: as it was typed.
    """
    plain = normalize(name)
    return [label for label in labels if OSA.distance(plain, normalize(label)) <= 1]
