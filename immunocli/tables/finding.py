"""Remembers what the strings of a table name, each in the form its rows get it."""

from __future__ import annotations

from collections import Counter

from immunocli.queries.resolve import Resolver
from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell
from immunocli.tables.counting import Tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from immunocli.data import Data

# The columns that are added; a prefix comes before each.
ADDED = ("id", "name", "type", "targets", "match", "review")
# Of so many strings the findings are remembered; longer cells name nothing.
MOST_REMEMBERED = 1 << 16
LONGEST_CELL = 1000
# What is counted as not recognised is told by its first so many bytes.
_LONGEST_SHOWN = 400


class Finder:
    """Knows which six cells a string gets.

    Args:
        data: where the names are.
    """

    def __init__(self, data: Data) -> None:
        self._data = data
        self._resolver = Resolver(data, "therapy", many=True)

    def cells(self, text: str) -> tuple[str, ...]:
        """Return id, name, type, targets, match, review; all empty when nothing is named.

        Several therapies stand one after another, joined by `;`; targets are listed once each.
        """
        match = self._resolver.resolve(text)
        if not match.id:
            return ("",) * len(ADDED)
        records = [self._data.get("therapy", one) for one in match.ids]
        targets = dict.fromkeys(target for record in records for target in record["targets"])
        found = (
            match.id,
            match.name,
            [record["type"] for record in records],
            list(targets),
            match.match,
            match.review,
        )
        return tuple(harmless(cell(one)) for one in found)


class Findings(dict[bytes, bytes]):
    """What rows get by the raw cell that names their therapy: looked up once, then remembered.

    Args:
        finder: who knows the cells.
        text_of: what a raw cell says.
        appended: the cells as they stand in the table.
        counting: also count each string that is not recognised.
    """

    def __init__(
        self,
        finder: Finder,
        text_of: Callable[[bytes], str],
        appended: Callable[[Sequence[str]], bytes],
        counting: bool,
    ) -> None:
        super().__init__()
        self._finder = finder
        self._text_of = text_of
        self._appended = appended
        self._forms: dict[tuple[str, ...], bytes] = {}
        # One object for all that is not recognised, so that it is counted fast.
        self.nothing = appended(("",) * len(ADDED))
        self._forms[("",) * len(ADDED)] = self.nothing
        self.rows = 0
        self.missed = 0
        self.tally = Tally() if counting else None

    def __missing__(self, raw: bytes) -> bytes:
        if len(raw) > LONGEST_CELL:
            return self.nothing
        cells = self._finder.cells(self._text_of(raw))
        form = self._forms.get(cells)
        if form is None:
            if len(self._forms) >= MOST_REMEMBERED:
                self._forms = {("",) * len(ADDED): self.nothing}
            form = self._forms[cells] = self._appended(cells)
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[raw] = form
        return form

    def of(self, keys: Sequence[bytes]) -> list[bytes]:
        """Return what the rows with these raw cells get, and count them."""
        found = list(map(self.__getitem__, keys))
        missed = found.count(self.nothing)
        self.rows += len(keys)
        self.missed += missed
        if missed and self.tally is not None:
            nothing = self.nothing
            missing = Counter(key for key, one in zip(keys, found, strict=True) if one is nothing)
            for raw, count in missing.items():
                self.tally.add(cell(self._text_of(raw[:_LONGEST_SHOWN])), count)
        return found
