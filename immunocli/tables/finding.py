"""Remembers what the strings of a table name, each in the form its rows get it."""

from __future__ import annotations

from collections import Counter

from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.tables.counting import Tally
    from immunocli.tables.remembering import Archive

# The columns that are added; a prefix comes before each.
ADDED = ("id", "name", "type", "targets", "match", "review")
# So many strings are remembered for use at once, the others in an archive; longer cells name nothing.
MOST_AT_HAND = 1 << 14
_MOST_FORMS = 1 << 16
LONGEST_CELL = 1000
# What is counted as not recognized is told by its first so many bytes.
_LONGEST_SHOWN = 400
_NOTHING = ("",) * len(ADDED)


class Findings(dict[bytes, bytes]):
    """What rows get by the raw cell that names their therapy: looked up once, then remembered.

    Args:
        catalogue: where the names are.
        counting: also count each string that is not recognized.
    """

    def __init__(self, catalogue: Catalogue, counting: bool) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._resolver = catalogue.reader("therapy")
        self._about: dict[str, tuple[str, list[str]]] = {}
        self._archive: Archive | None = None
        self.tally: Tally | None = None
        if counting:
            from immunocli.tables.counting import Tally  # its temporary files take time to import

            self.tally = Tally()
        self.rows = 0
        self.missed = 0

    def begin(self, text_of: Callable[[bytes], str], appended: Callable[[Sequence[str]], bytes]) -> None:
        """Take to a table.

        Args:
            text_of: returns what a raw cell says.
            appended: returns cells as they stand in the table.
        """
        self._text_of = text_of
        self._appended = appended
        self._nothing = appended(_NOTHING)
        self._forget()

    def of(self, keys: Sequence[bytes]) -> list[bytes]:
        """Return what the rows with these raw cells get, and count them."""
        found = list(map(self.__getitem__, keys))
        missed = found.count(self._nothing)
        self.rows += len(keys)
        self.missed += missed
        if missed and self.tally is not None:
            pairs = zip(keys, found, strict=True)
            for raw, count in Counter(key for key, one in pairs if one is self._nothing).items():
                self.tally.add(cell(self._text_of(raw[:_LONGEST_SHOWN])), count)
        return found

    def __missing__(self, raw: bytes) -> bytes:
        if len(raw) > LONGEST_CELL:
            return self._nothing
        number = self._archive.get(raw) if self._archive is not None else None
        if number is None:
            cells = self.cells(self._text_of(raw))
            number = 0 if cells is _NOTHING else self._number_of(self._appended(cells))
            if self._archive is not None:
                self._archive.put(raw, number)
        form = self._forms[number]
        if len(self) >= MOST_AT_HAND:
            self._make_room()
        self[raw] = form
        return form

    def _number_of(self, form: bytes) -> int:
        """Return the number of what is appended, one for all strings that get the same."""
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self._forms)
            self._forms.append(form)
        return number

    def _make_room(self) -> None:
        """Leave what is at hand to the archive; begin anew when that is full."""
        from immunocli.tables.remembering import Archive  # few tables have so many strings

        if self._archive is None:
            self._archive = Archive()
            for raw, form in self.items():
                self._archive.put(raw, self._number_of(form))
        elif self._archive.full or len(self._forms) > _MOST_FORMS:
            self._archive = None
            self._forget()
        self.clear()

    def _forget(self) -> None:
        # One object for all that is not recognized, so that it is counted fast.
        self._forms = [self._nothing]
        self._numbers = {self._nothing: 0}

    def cells(self, text: str) -> tuple[str, ...]:
        """Return id, name, type, targets, match, review; all empty when nothing is named.

        Several therapies stand one after another, joined by `;`; targets are listed once each.
        """
        match = self._resolver.resolve(text)
        if not match.id:
            return _NOTHING
        about = [self._about.get(one) or self._read(one) for one in match.ids]
        types = [type_id for type_id, _ in about]
        targets = list(dict.fromkeys(target for _, targets in about for target in targets))
        found = (match.id, match.name, types, targets, match.match, match.review)
        return tuple(harmless(cell(one)) for one in found)

    def _read(self, one: str) -> tuple[str, list[str]]:
        """Return the type and the targets of a therapy, and remember them: reading takes time."""
        record = self._catalogue.about([one])[one]
        self._about[one] = about = (record["type"], record["targets"])
        return about
