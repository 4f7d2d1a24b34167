"""Holds what each word of a string was read as, and what the whole was found to name."""

from __future__ import annotations

import re

from immunocli.names.around import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token

OURS = "ours"
OTHERS = "others"
# A short name of a drug that is none of ours, joined to another by a sign: FOLFOX, carbo.
PARTNER = "partner"
NUMBER = "number"
SUFFIX = "suffix"
# A word that is known and says nothing about drugs or cancers: never corrected, never accounted for.
WORD = "word"
UNREAD = "unread"
SPELLING = "spelling"
_ACCOUNTED = PLAIN | {OURS, OTHERS, PARTNER, NUMBER, SUFFIX, "placebo", "antibody", "anti"}

# What parts one drug of a list from the next.
LISTED = re.compile(r"[+;|&,/()\[\]]")
# How sure a name is by itself: it cannot be chance; it hardly is; it may be.
SURE, LIKELY, CHANCE = 3, 2, 1


class Hit:
    """A name of ours that stands in a string.

    Args:
        first: the place of its first word.
        last: the place after its last word.
        entry: the name.
        strength: `SURE`, `LIKELY` or `CHANCE`.
    """

    __slots__ = ("entry", "first", "last", "strength")

    def __init__(self, first: int, last: int, entry: Entry, strength: int) -> None:
        self.first = first
        self.last = last
        self.entry = entry
        self.strength = strength


class Reading:
    """A string, its words, and what each was read as.

    Args:
        text: the string.
        tokens: its words.
    """

    __slots__ = ("hits", "marks", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.marks = [UNREAD] * len(tokens)
        self.hits: list[Hit] = []

    def mark(self, first: int, last: int, what: str) -> None:
        """Read the words from `first` up to `last` as that."""
        for place in range(first, last):
            self.marks[place] = what

    def written(self, hit: Hit) -> str:
        """Return a name as it was written."""
        return self.text[self.tokens[hit.first].start : self.tokens[hit.last - 1].end]

    def unread(self) -> list[int]:
        """Return the places of the words that are not accounted for."""
        return [place for place, mark in enumerate(self.marks) if mark not in _ACCOUNTED]

    def tells_amount(self) -> bool:
        """Say whether an amount, a form or a route is told: units alone are those of a test."""
        tokens, marks = self.tokens, self.marks
        return any(
            mark in ("form", "route")
            or (
                mark == "amount"
                and (any(map(str.isdigit, tokens[place].plain)) or (place > 0 and marks[place - 1] == NUMBER))
            )
            for place, mark in enumerate(marks)
        )

    def runs(self) -> list[tuple[int, int]]:
        """Return where neighboring words that are not accounted for begin and end."""
        runs: list[tuple[int, int]] = []
        for place in self.unread():
            if runs and runs[-1][1] == place:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
        return runs

    def drop(self, hit: Hit, what: str = UNREAD) -> None:
        """Take a name of ours back: its words were something else."""
        self.hits.remove(hit)
        self.mark(hit.first, hit.last, what)


class Found:
    """What a string names.

    Args:
        entries: the names of ours in it.
        how: as what they were recognized.
        review: a person should look at it.
        unread: what of the string was not accounted for.
        told: what else the one name in it is, where that is known.
    """

    __slots__ = ("entries", "how", "review", "told", "unread")

    def __init__(
        self,
        entries: list[Entry],
        how: str = "",
        *,
        review: bool = False,
        unread: str = "",
        told: str = "",
    ) -> None:
        self.entries = entries
        self.how = how
        self.review = review
        self.unread = unread
        self.told = told

    @property
    def is_one(self) -> bool:
        """Whether one name of one record is found, as it is spelled."""
        return len(self.entries) == 1 and len(self.entries[0][0]) == 1 and self.how != SPELLING

    @property
    def is_sure(self) -> bool:
        """Whether the whole of a string is one name."""
        return self.is_one and not (self.review or self.unread)


def nothing(told: str = "") -> Found:
    """Return that a string names none of ours, and what it does name where that is known."""
    return Found([], told=told)
