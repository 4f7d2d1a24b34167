"""Remembers what the strings of a table name, each in the form its rows get it."""

from __future__ import annotations

from collections import Counter

from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from immunocli.records.match import Match
    from immunocli.tables.added_columns import Columns
    from immunocli.tables.counting import Tally
    from immunocli.tables.further_processes import Answer, Reader
    from immunocli.tables.packed_memory import Remembered

# So many strings are remembered, and as many from before those; what comes again stays. Longer cells are
# read each time.
MOST_REMEMBERED = 1 << 16
# A quarter of them is enough as long as those from before can be kept in a few bytes each.
_FEWER = 4
LONGEST_REMEMBERED = 1000
# With more forms nearly each string has its own, and keeping those is keeping the strings.
MOST_FORMS = 1 << 14
# After so many strings further processes may read some of what is new in a block, where that is enough.
MANY_STRINGS = 2_000
_LEAST_SHARED = 64
# What is counted as not recognized is told by its first so many bytes.
_LONGEST_SHOWN = 400


class Findings(dict[bytes, bytes]):
    """What rows get by the raw cell that names something: looked up once, then remembered.

    Args:
        columns: what is added.
        counting: also count each string that is not recognized.
        escaping: put ' before those of them that are formulas.
        shared: further processes may read some of the strings.
    """

    def __init__(
        self, columns: Columns, counting: bool = False, escaping: bool = False, shared: bool = False
    ) -> None:
        super().__init__()
        self._columns = columns
        self.tally: Tally | None = None
        if counting:
            from immunocli.tables.counting import Tally  # its database takes time to import

            self.tally = Tally()
        self._escaping = escaping
        self._before: dict[bytes, bytes] = {}
        # What rows get, each form once, and the number of each; which of them a string of before got.
        self._numbered: list[bytes] = []
        self._forms: dict[bytes, int] = {}
        self._most = MOST_REMEMBERED
        self._earlier: Remembered | None = None
        self._shared = shared
        self._readers: list[Reader] | None = None
        # How many strings were read, and how many of them before this block.
        self._strings = self._strings_before = 0
        self.rows = 0
        self.missed = 0
        # Rows that a person should look at, when somebody wants to know.
        self.reviewing = False
        self.to_review = 0
        # Rows whose day is none, or none that the record knows of.
        self.without_day = 0
        # Rows whose cancer is none that is known, for `JoinedFindings`.
        self.without_cancer = 0

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
        # What rows get that a person should look at.
        self._doubtful: set[bytes] = set()
        self._forget()

    def of(self, keys: Sequence[bytes], *others: Sequence[bytes]) -> list[bytes]:
        """Return what rows get, and count them.

        Args:
            keys: the raw cells that name something.
            others: the raw cells of further columns: those that tell the day, for `DatedFindings`.
        """
        found = self._of(keys, *others)
        missed = found.count(self._nothing)
        if self._unclear:
            missed = sum(one.startswith(self._no_id) for one in found)
        self.rows += len(keys)
        self.missed += missed
        if self.reviewing and self._doubtful:
            self.to_review += sum(one in self._doubtful for one in found)
        if missed and self.tally is not None:
            self._count(keys, found, self.tally)
        return found

    def close(self) -> None:
        """Let go of what helped to read."""
        readers, self._readers, self._shared = self._readers or (), None, False
        for one in readers:
            one.close()

    def _of(self, keys: Sequence[bytes], *others: Sequence[bytes]) -> list[bytes]:
        if self._shared and self._strings > MANY_STRINGS:
            if self._strings - self._strings_before >= _LEAST_SHARED:  # as many are likely to be new again
                self._strings_before = self._strings
                self._read_together(keys)
            else:
                self._strings_before = self._strings
        return list(map(self.__getitem__, keys))

    def _read_together(self, keys: Sequence[bytes]) -> None:
        """Read what is new, a part in each further process; without them nothing changes."""
        if self._readers is None:
            from immunocli.tables import further_processes

            self._readers = further_processes.begun(self._read_all)
        new = [raw for raw in dict.fromkeys(keys) if raw not in self and self._known(raw) is None]
        parts = len(self._readers) + 1
        asked = [(one, new[first::parts]) for first, one in enumerate(self._readers, 1)]
        asked = [(one, theirs) for one, theirs in asked if one.ask(theirs)]
        for raw in new[::parts]:
            self[raw]
        answers = [(theirs, one.answer()) for one, theirs in asked]
        for theirs, answer in answers:
            if answer is not None:
                self._take(theirs, answer)
        if len(asked) < len(self._readers) or not asked or any(answer is None for _, answer in answers):
            self.close()  # one is gone, or none came

    def _take(self, keys: Sequence[bytes], answer: Answer) -> None:
        """Remember what a further process read."""
        forms, unclear, doubtful = answer
        self._unclear = self._unclear or unclear
        self._doubtful.update(doubtful)
        for raw, form in zip(keys, forms, strict=True):
            self._strings += 1
            self._remember(raw, self._one_object(form), new=True)

    def _read_all(self, keys: Sequence[bytes]) -> Answer:
        """Return what rows get by each raw cell, and what is known of all that, for who asked."""
        forms = [self._read(self._text_of(raw)) for raw in keys]
        return forms, self._unclear, list(self._doubtful.intersection(forms))

    def __missing__(self, raw: bytes) -> bytes:
        form = self._known(raw)
        if form is not None:
            self._remember(raw, form)
            return form
        self._strings += 1
        form = self._read(self._text_of(raw))
        self._remember(raw, form, new=True)
        return form

    def _known(self, raw: bytes) -> bytes | None:
        """Return what a string of before got, as long as that is known."""
        form = self._before.get(raw)
        if form is not None or self._earlier is None:
            return form
        number = self._earlier.get(raw)
        return None if number is None else self._numbered[number]

    def _remember(self, raw: bytes, form: bytes, *, new: bool = False) -> None:
        if len(raw) > LONGEST_REMEMBERED:
            return
        if len(self) >= self._most:
            self._before = dict(self)
            self.clear()
            if self._earlier is None and self._most < MOST_REMEMBERED:
                self._keep_earlier()
        self[raw] = form
        if new and self._earlier is not None:
            self._earlier.keep(raw, self._forms[form])

    def _keep_earlier(self) -> None:
        """Begin to keep in few bytes what strings got: so far all of them stand in `_before`."""
        from immunocli.tables.packed_memory import Remembered  # few tables have so many strings

        self._earlier = Remembered()
        for raw, form in self._before.items():
            self._earlier.keep(raw, self._forms[form])

    def _read(self, text: str) -> bytes:
        match = self._columns.read(text)
        key = self._columns.decisive(text, match)
        form = self._made.get(key) if key else None
        if form is None:
            form = self._form(text, match, None)
            if key and len(self._made) < MOST_FORMS:
                self._made[key] = form
        return form

    def _form(self, text: str, match: Match, day: str | None) -> bytes:
        """Return what a row gets: the same object for the same form."""
        form = self._one_object(self._appended(self._columns.cells(text, match, day)))
        if not match.ids and form is not self._nothing:
            self._unclear = True
        if match.review == "yes" and match.ids:
            self._doubtful.add(form)
        return form

    def _one_object(self, form: bytes) -> bytes:
        number = self._forms.get(form)
        if number is None:
            if len(self._numbered) >= MOST_FORMS:
                self._forget_forms()
                self._most = MOST_REMEMBERED
            number = self._forms[form] = len(self._numbered)
            self._numbered.append(form)
        return self._numbered[number]

    def _forget_forms(self) -> None:
        """Begin anew with what rows get; of which strings got what, the last are still known."""
        self._numbered, self._forms, self._earlier = [self._nothing], {self._nothing: 0}, None

    def _forget(self) -> None:
        self.clear()
        self._before = {}
        self._forget_forms()
        self._most = max(1, MOST_REMEMBERED // _FEWER)
        # By what was recognized, where nothing else of the string is told.
        self._made: dict[tuple[str, ...], bytes] = {}

    def _count(self, keys: Sequence[bytes], found: Sequence[bytes], tally: Tally) -> None:
        """Count the strings that were not recognized."""
        pairs = zip(keys, found, strict=True)
        for raw, count in Counter(key for key, one in pairs if one.startswith(self._no_id)).items():
            text = cell(self._text_of(raw[:_LONGEST_SHOWN]))
            tally.add(harmless(text) if self._escaping else text, count)
