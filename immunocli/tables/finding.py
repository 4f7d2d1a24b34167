"""Remembers what the strings of a table name, each in the form its rows get it."""

from __future__ import annotations

from collections import Counter

from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from immunocli.tables.columns import Columns
    from immunocli.tables.counting import Tally

    # A raw cell, or a raw cell and that of the day.
    Key = bytes | tuple[bytes, bytes]

# So many strings are remembered; then it begins anew. Longer cells are read each time.
MOST_REMEMBERED = 1 << 17
LONGEST_REMEMBERED = 1000
# What is counted as not recognized is told by its first so many bytes.
_LONGEST_SHOWN = 400


class Findings(dict["Key", bytes]):
    """What rows get by the raw cell that names something: looked up once, then remembered.

    With days the key of a row is a pair: its raw cell, and that of its day.

    Args:
        columns: what is added.
        counting: also count each string that is not recognized.
        escaping: put ' before those of them that are formulas.
    """

    def __init__(self, columns: Columns, counting: bool = False, escaping: bool = False) -> None:
        super().__init__()
        self._columns = columns
        self.tally: Tally | None = None
        if counting:
            from immunocli.tables.counting import Tally  # its database takes time to import

            self.tally = Tally()
        self._escaping = escaping
        self.rows = 0
        self.missed = 0
        # Rows whose day is none, or none that the record knows of.
        self.without_day = 0
        self._days: dict[bytes, str] = {}

    def begin(self, text_of: Callable[[bytes], str], appended: Callable[[Sequence[str]], bytes]) -> None:
        """Take to a table.

        Args:
            text_of: returns what a raw cell says.
            appended: returns cells as they stand in the table.
        """
        self._text_of = text_of
        self._appended = appended
        # One object for all that is not recognized, so that it is counted fast.
        empty = ("",) * len(self._columns.names)
        self._nothing = appended(empty)
        # What is not recognized has no id, whatever else it has.
        named = appended(("", *("x" for _ in empty[1:])))
        self._no_id = self._nothing[: next(n for n, one in enumerate(named) if one != self._nothing[n])]
        self._unclear = False
        self._forget()

    def of(self, keys: Sequence[Key]) -> list[bytes]:
        """Return what the rows with these keys get, and count them."""
        found = list(map(self.__getitem__, keys))
        missed = found.count(self._nothing)
        if self._unclear:
            missed = sum(one.startswith(self._no_id) for one in found)
        self.rows += len(keys)
        self.missed += missed
        if missed and self.tally is not None:
            self._count(keys, found, self.tally)
        if self._days:
            self.without_day += sum(not self._day(key[1]) for key in keys if not isinstance(key, bytes))
        return found

    def __missing__(self, key: Key) -> bytes:
        raw = key if isinstance(key, bytes) else key[0]
        text = self._text_of(raw)
        match = self._columns.read(text)
        day = None if isinstance(key, bytes) else self._day(key[1])
        form = self._appended(self._columns.cells(text, match, day))
        # The same object for the same form.
        form = self._forms.setdefault(form, form)
        if not match.ids and form is not self._nothing:
            self._unclear = True
        if len(raw) <= LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED or len(self._forms) >= MOST_REMEMBERED:
                self._forget()
            self[key] = form
        return form

    def _day(self, raw: bytes) -> str:
        """Return the day that a raw cell tells; empty when it is none that the record knows of."""
        day = self._days.get(raw)
        if day is None:
            if len(self._days) >= MOST_REMEMBERED:
                self._days.clear()
            day = self._days[raw] = self._columns.day(self._text_of(raw)) or ""
        return day

    def _forget(self) -> None:
        self.clear()
        self._forms: dict[bytes, bytes] = {self._nothing: self._nothing}

    def _count(self, keys: Sequence[Key], found: Sequence[bytes], tally: Tally) -> None:
        """Count the strings that were not recognized."""
        pairs = zip(keys, found, strict=True)
        counts = Counter(key for key, one in pairs if one.startswith(self._no_id))
        for key, count in counts.items():
            raw = key if isinstance(key, bytes) else key[0]
            text = cell(self._text_of(raw[:_LONGEST_SHOWN]))
            tally.add(harmless(text) if self._escaping else text, count)
