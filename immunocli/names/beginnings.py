"""Knows the first words of our names, and their words in any order."""

from __future__ import annotations

from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token

# Words of these roles may be missing or added when the rest is the same.
_MAY_LACK = ("grammar", "joining", "form")
_LEAST_LETTERS = 8
_MAY_LACK_WORDS = ("recombinant", "human", "adsorbed")


class Beginnings:
    """The names of therapies by their first word and by the set of their words.

    Args:
        names: ours, by their normalized form.
        others: strangers, normalized.
    """

    def __init__(self, names: dict[str, Entry], others: Iterable[str]) -> None:
        self._names = names
        self._sorted = sorted(plain for plain, entry in names.items() if len(entry[0]) == 1)
        self._others = sorted(others)
        self._words: set[str] = set()
        self._by_words: dict[tuple[str, ...], Entry | None] = {}

    def one(self, word: str) -> Entry | None:
        """Return a name that begins with a word, when those of one record alone do."""
        found = [self._names[plain] for plain in _starting(self._sorted, word)]
        records = {";".join(entry[0]) for entry in found}
        strangers = [plain for plain in _starting(self._others, word) if plain != word]
        return min(found, key=lambda entry: len(entry[2])) if len(records) == 1 and not strangers else None

    def of_words(
        self, words: list[str], cut: Callable[[str], list[Token]], roles: dict[str, str]
    ) -> Entry | None:
        """Return the name that has these words in another order.

        Args:
            words: normalized.
            cut: cuts a label into words.
            roles: of the words around names.
        """
        by_words = self._by_words or self._gather(cut, roles)
        key = _key(words, roles)
        if not self._words.issuperset(key):
            return None
        found = by_words.get(key)
        if found is None and sum(map(str.isdigit, key)) > 1:
            found = by_words.get(tuple(sorted((*key, "vaccine"))))  # its types are told: only a vaccine's are
        return found

    def _gather(
        self, cut: Callable[[str], list[Token]], roles: dict[str, str]
    ) -> dict[tuple[str, ...], Entry | None]:
        """Return our names by the set of their words; None where two records share one."""
        found: dict[tuple[str, ...], Entry | None] = {}
        for entry in self._names.values():
            if not entry[0] or entry[2].isalnum():
                continue  # none of ours, or one word
            key = _key([token.plain for token in cut(entry[2])], roles)
            if len(key) > 1 and sum(map(len, key)) >= _LEAST_LETTERS:
                known = found.setdefault(key, entry)
                if known is not None and known[0] != entry[0]:
                    found[key] = None
        self._words = {word for key in found for word in key}
        self._by_words = found
        return found


def _key(words: list[str], roles: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        sorted(word for word in words if roles.get(word) not in _MAY_LACK and word not in _MAY_LACK_WORDS)
    )


def _starting(names: list[str], begun: str) -> list[str]:
    first = bisect_left(names, begun)
    return names[first : bisect_left(names, begun + "\U0010ffff", first)]


def lazily(lexicon: Lexicon) -> Callable[[], Beginnings]:
    """Return what makes the beginnings of the names of therapies when they are first asked for, and returns them."""
    made: list[Beginnings] = []

    def beginnings() -> Beginnings:
        if not made:
            made.append(Beginnings(lexicon.all(), lexicon.keeper.rivals("therapy")))
        return made[0]

    return beginnings
