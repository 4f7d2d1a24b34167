"""Finds the name from which what is heard of a word is one slip away."""

from __future__ import annotations

from immunocli.names.scripts import heard_latin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from immunocli.names.names_protocol import Entry


class NearSaid:
    """Knows names by what is left of them without one letter.

    Args:
        ours: entries by what is heard of their names.
        others: normalized names of strangers; what is as near to one of them is none of ours.
    """

    def __init__(self, ours: dict[str, Entry], others: Iterable[str]) -> None:
        self._ours = ours
        self._others = others
        self._heard_others: list[str] = []
        self._without: dict[str, list[str]] = {}
        for said in ours:
            for rest in _shorter(said):
                self._without.setdefault(rest, []).append(said)

    def one(self, said: str) -> Entry | None:
        """Return the entry of the one record that a slip leads to, if no stranger is as near."""
        found = {one for rest in (said, *_shorter(said)) for one in self._without.get(rest, ())}
        found.update(one for one in _shorter(said) if one in self._ours)
        if not found:
            return None
        from rapidfuzz import process  # two interpreter starts
        from rapidfuzz.distance import OSA

        near = [one for one in sorted(found, key=self._rank) if OSA.distance(said, one) <= 1]
        if len({";".join(self._ours[one][0]) for one in near}) != 1:
            return None
        if not self._heard_others:
            self._heard_others = [heard_latin(plain) for plain in self._others]
        other = process.extractOne(said, self._heard_others, scorer=OSA.distance, score_cutoff=1)
        return None if other is not None else self._ours[near[0]]

    def _rank(self, said: str) -> tuple[bool, str]:
        """Return where a name stands among several of one record: its own is told first."""
        return self._ours[said][1] != "name", said


def _shorter(said: str) -> list[str]:
    return [said[:place] + said[place + 1 :] for place in range(len(said))]
