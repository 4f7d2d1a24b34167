"""Looks up the phrases in which people tell of a cancer, and what each says."""

from __future__ import annotations

from immunocli.names.phrases import ANY_NUMBER, begins, compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from immunocli.names.phrases import Word


def entered(records: Sequence[dict[str, Any]], values: dict[str, Any]) -> None:
    """Enter phrases and what they say, each phrase under its first word.

    Args:
        records: of told.json.
        values: of the index, to be added to.
    """
    for record in records:
        values[f"told/{record['id']}"] = {
            key: record[key] for key in record if key not in ("words", "sources")
        }
    for first, rests in compiled(records).items():
        values[f"phrase/{first}"] = rests


class Told:
    """The phrases in which people tell of a cancer.

    Args:
        get: returns a value of the index by its key.
    """

    def __init__(self, get: Callable[[str], Any]) -> None:
        self._get = get
        self._begun: dict[str, dict[str, list[list[Any]]]] = {}
        self._records: dict[str, dict[str, Any] | None] = {}

    def begun(self, word: str) -> dict[str, list[list[Any]]]:
        """Return the phrases that begin with a word, or with a number where it is one."""
        known = self._begun.get(word)
        if known is None:
            known = self._begun[word] = {}
            for first in (word, ANY_NUMBER) if word[:1].isdigit() else (word,):
                found = self._get(f"phrase/{first}")
                if found:
                    known[first] = found
        return known

    def record(self, one: str) -> dict[str, Any] | None:
        """Return what a phrase says."""
        if one not in self._records:
            self._records[one] = self._get(f"told/{one}")
        return self._records[one]

    def instead(self, kind: str, words: list[Word], place: int) -> tuple[int, str]:
        """Return how many words from a place on are a short form, and what it stands for; none is `(0, "")`."""
        for rests in self.begun(words[place].plain).values():
            for rest, one in rests:
                record = self.record(one)
                if record is not None and record["kind"] == kind and begins(words, place + 1, rest):
                    return len(rest) + 1, str(record["instead"])
        return 0, ""

    def is_one(self, word: str, kind: str) -> bool:
        """Say whether a word alone is a phrase of a kind."""
        return any(
            not rest and (self.record(one) or {}).get("kind") == kind
            for rests in self.begun(word).values()
            for rest, one in rests
        )
