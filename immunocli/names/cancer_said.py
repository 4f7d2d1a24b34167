"""A string about cancers that is read, and what was found in it so far."""

from __future__ import annotations

from immunocli.names.clauses import Clause, items_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.cancer_words import Canon, Item
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token

# Of so many strings of so many letters at most the words are remembered: several rooms ask for those of one.
_MOST_LAST, _LONGEST_LAST = 16, 4000


class LastWords:
    """The words of the last strings, and what they stand for; none of it is ever changed.

    Args:
        cut: cuts a string into words.
        canon: knows the one form of words.
    """

    def __init__(self, cut: Callable[[str], list[Token]], canon: Canon) -> None:
        self._cut = cut
        self._canon = canon
        self._last: dict[str, tuple[list[Token], list[Item]]] = {}

    def of(self, text: str) -> tuple[list[Token], list[Item]]:
        """Return the words of a string, and what they stand for."""
        found = self._last.get(text)
        if found is None:
            tokens = self._cut(text)
            found = tokens, items_of(tokens, self._canon)
            if len(text) <= _LONGEST_LAST:
                if len(self._last) >= _MOST_LAST:
                    self._last.clear()
                self._last[text] = found
        return found


class Said:
    """A string that is read: its words, what they stand for, and what was found in it so far."""

    __slots__ = ("_names", "_shorts", "entries", "items", "text", "tokens", "unread")

    def __init__(self, text: str, tokens: list[Token], items: list[Item], names: CancerNames) -> None:
        self.text = text
        self.tokens = tokens
        self.items = items
        self._names = names
        self._shorts: dict[int, tuple[Entry, int]] | None = None
        self.entries: list[Entry] = []
        self.unread: list[int] = []

    @property
    def shorts(self) -> dict[int, tuple[Entry, int]]:
        """The short names in it, looked for when first asked for."""
        if self._shorts is None:
            self._shorts = self._names.short_names(self.tokens)
        return self._shorts

    def kinds(self) -> list[str]:
        """Return the words that tell of which kind a cancer is, whatever organ it is of."""
        return [item.word for item in self.items if item.role == "histology"]

    def whole(self) -> Clause:
        """Return all of it as one clause."""
        clause = Clause(False, "")
        clause.items, clause.places = self.items, list(range(len(self.tokens)))
        return clause

    def is_of(self, place: int, far: int = 2) -> bool:
        """Say whether "of", or "of the" where so many words are looked at, stands before a word."""
        before = [token.plain for token in self.tokens[max(0, place - far) : place]]
        return before[-1:] == ["of"] or before == ["of", "the"]
