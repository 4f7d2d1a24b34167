"""Counts the rows that name nothing that is known, by why that is so."""

from __future__ import annotations

from collections import Counter
from itertools import compress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from immunocli.catalogue import Catalogue

# So many rows are looked at, and so many of their strings, the most frequent first.
_MOST_ROWS = 1 << 20
_MOST_STRINGS = 1 << 12
_MOST_READ = 200
BLANK, NEVER, OTHERS, NOT_READ = "blank", "never approved by the FDA", "known and none of ours", "not known"
_REST = "not looked at"
_KINDS = (OTHERS, NEVER, NOT_READ, BLANK, _REST)


class UnmatchedRows:
    """The strings of rows that name nothing that is known; in a few megabytes, whatever the table.

    Args:
        text_of: returns what a raw cell says.
    """

    def __init__(self, text_of: Callable[[bytes], str]) -> None:
        self._text_of = text_of
        self._counts: Counter[bytes] = Counter()
        self._rows = 0

    def add(self, keys: Sequence[bytes], missed: Iterable[bool]) -> None:
        """Count the raw cells of some rows that were missed, until these are very many."""
        if self._rows >= _MOST_ROWS or len(self._counts) >= _MOST_STRINGS:
            return
        self._rows += len(keys)
        self._counts.update(compress(keys, missed))

    def by_kind(self, catalogue: Catalogue, kind: str, missed: int) -> dict[str, int]:
        """Return how many of the rows that were missed are of which kind; those not looked at are a kind too.

        Args:
            catalogue: where names are known.
            kind: what the strings should name.
            missed: how many rows there are.
        """
        found: Counter[str] = Counter()
        reader = catalogue.reader(kind)
        for raw, count in self._counts.most_common(_MOST_READ):
            text = self._text_of(raw)
            if not text.strip():
                found[BLANK] += count
            elif (other := catalogue.what_else(text)) is not None and other[0] == "investigational":
                found[NEVER] += count
            else:
                found[OTHERS if other or reader.resolve(text[:1000]).evidence else NOT_READ] += count
        found[_REST] = missed - found.total()
        return {one: found[one] for one in _KINDS if found[one]}
