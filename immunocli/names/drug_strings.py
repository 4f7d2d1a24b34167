"""Reads what tables write around the names of drugs: doses, forms, brackets, combinations."""

from __future__ import annotations

import re

from immunocli.names.forms import fold, normalise
from immunocli.names.noise import AROUND_DRUGS
from immunocli.names.strings import (
    LEAST_IN_CONTEXT,
    LONGEST_SPAN,
    MOST_WORDS,
    NOTHING,
    Names,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.strings import Entry, Found

# What parts one drug from the next; what is in brackets stands apart from what is before them.
_APART = re.compile(r"[+/&,;|:()\[\]{}]|\b(?:and|with|plus|then|or|vs|versus|followed by|y|und|et|con|mit)\b")
_SUFFIX = re.compile(r"-[a-z]{4}$")
_DOSE = re.compile(r"\d+(?:[.,]\d+)?(?:mg|mcg|ug|g|kg|ml|cc|l|iu|miu|mu|u|ui|d|h|w|wk|x|m2)?(?:m2)?")


class DrugStrings:
    """Finds therapies in strings.

    Args:
        names: the names of therapies.
    """

    def __init__(self, names: Names) -> None:
        self._names = names

    def read(self, text: str) -> Found:
        """Return the therapies that `text` names; it is no name by itself."""
        folded = (text if text.isascii() else fold(text)).lower()
        parts = _parts(folded)
        kept = [[word for word in words_of(part) if not _is_noise(word)] for part in parts]
        whole = [word for words in kept for word in words]
        entry = self._names.entry(normalise("".join(whole)))
        if entry is not None:
            return ([entry], entry[1], False) if entry[0] else NOTHING
        if len(whole) > 1:
            found = self._named_among(parts)
            if found:
                return found, found[0][1], False
        # Nothing is named exactly: what is left may be misspelled, the whole before its parts.
        spelled = self._names.misspelled([normalise("".join(whole))] if len(parts) == 1 else [])
        return spelled if spelled[0] else self._names.misspelled([self._bare(part) for part in parts])

    def _named_among(self, parts: list[str]) -> list[Entry]:
        """Return the names in the parts of a string that they explain in full."""
        found: list[Entry] = []
        for part in parts:
            entries, rest = self._named_in(part)
            if not rest:
                found += [entry for entry in entries if entry[0] and entry not in found]
        return found

    def _named_in(self, part: str) -> tuple[list[Entry], bool]:
        """Return the names in a part of a string, and whether a word of it stays unexplained."""
        words = words_of(part)[:MOST_WORDS]
        plain = [normalise(word) for word in words]
        found: list[Entry] = []
        rest = False
        place = 0
        while place < len(words):
            entry, length = self._longest_name(plain, place)
            if entry is not None:
                found.append(entry)
                rest = rest or not entry[0]
                place += length
                continue
            if not _is_noise(words[place]) and not self._is_suffix(part, words, place, found):
                rest = True
            place += 1
        return found, rest

    def _longest_name(self, plain: list[str], place: int) -> tuple[Entry | None, int]:
        for length in range(min(LONGEST_SPAN, len(plain) - place), 0, -1):
            joined = "".join(plain[place : place + length])
            if len(joined) >= LEAST_IN_CONTEXT and not joined.isdigit():
                entry = self._names.entry(joined)
                if entry is not None and not (length == 1 and joined in AROUND_DRUGS):
                    return entry, length
        return None, 0

    def _is_suffix(self, part: str, words: list[str], place: int, found: list[Entry]) -> bool:
        """Say whether a word is the four-letter suffix of the name right before it."""
        return (
            bool(found)
            and len(words[place]) == 4
            and words[place].isalpha()
            and f"{words[place - 1]}-{words[place]}" in part
        )

    def _bare(self, part: str) -> str:
        """Return a part without its noise and its suffix, normalised."""
        kept = [word for word in words_of(_SUFFIX.sub("", part.strip())) if not _is_noise(word)]
        return normalise("".join(kept))


def _parts(folded: str) -> list[str]:
    return [part for part in _APART.split(folded) if part and part.strip()]


def _is_noise(word: str) -> bool:
    return word in AROUND_DRUGS or _DOSE.fullmatch(word) is not None
