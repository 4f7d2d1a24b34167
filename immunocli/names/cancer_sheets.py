"""Reads the labels of sample sheets: `kidney_ccRCC_T3_RNAseq`, `MetastaticMelanoma_preTx`."""

from __future__ import annotations

import re

from immunocli.names import sheet_words
from immunocli.names.cancer_clauses import how_of
from immunocli.names.cancer_sites import is_organ_alone, lies
from immunocli.names.forms import normalize
from immunocli.names.reading import Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# Words that begin with a capital, joined: MultipleMyeloma.
_HUMP = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2}|[A-Z]{2,}|[A-Z][a-z]\d)")
# Two hyphens or more join the words of a label, one stands in many a name.
_HYPHENED = re.compile(r"-[^-]+-")
# A carcinoma in short behind what it is of: hepatocellularca.
_CA = re.compile(r"(\w{6,})ca$")
_LONGEST, _LEAST_SHORT, _MOST_WORDS = 6, 3, 16
_SHORT = ("abbreviation", "code")
# What is denied, or another person's.
_NONE = ("not-given", "kinship")
_CALLED = " cancer"
_DROPPED = "dropped"
_AS_SHORT = re.compile(r"[a-z]?[A-Z][A-Z0-9-]+$")


class SheetReader:
    """Finds the cancer of a label.

    Args:
        lexicon: the names of cancers.
        whole: reads a string as a name or as any string.
    """

    def __init__(self, lexicon: Lexicon, whole: Callable[[str], Found]) -> None:
        self._lexicon = lexicon
        self._whole = whole

    def read(self, text: str, found: Found) -> Found:
        """Return what a label names, where that is more than what was found in it.

        Args:
            text: the label.
            found: what was read in it as in any string.
        """
        if (
            " " in text.strip()
            or (found.entries and not found.review)
            or not sheet_words.is_label(text)
            or self._lexicon.stranger(normalize(text)) is not None
        ):
            return found
        spaced = (
            sheet_words.words(text, self._lexicon.roles, self._lexicon.entry, self._lexicon.stranger) or text
        )
        hyphened = _HYPHENED.search(text) is not None and any(map(str.isdigit, text))
        if hyphened:
            spaced = spaced.replace("-", " ")
        words = _HUMP.sub(" ", spaced.replace("_", " ")).split()
        if not 1 < len(words) <= _MOST_WORDS:
            return found
        if any(self._denies(word) for word in words):
            return nothing()
        told = self._told(text, words)
        if hyphened and all(len(word) <= _LEAST_SHORT for word in words if word not in told.unread):
            return found
        if not told.entries or not found.entries:
            return told if told.entries else found
        path = self._lexicon.keeper.path
        old = {one for entry in found.entries for one in entry[0]}
        return told if old <= {*path(told.entries[0][0][0])} else found

    def _denies(self, word: str) -> bool:
        plain = normalize(word)
        return (
            self._lexicon.roles.get(plain) in _NONE
            or self._lexicon.keeper.around("sheet").get(plain) == "normal"
        )

    def _told(self, text: str, words: list[str]) -> Found:
        """Return the one cancer that words name, the longest names first; all that is left is not read."""
        plain = self._whole(" ".join(words))
        if plain.is_sure:
            return plain
        meant = [self._meant(word) for word in words]
        entries: list[Entry] = []
        read: set[int] = set()
        for first, last in _windows(len(words)):
            if read.isdisjoint(range(first, last)):
                entry = self._named(words[first:last], meant[first:last])
                if entry is not None:
                    entries.append(entry)
                    read.update(range(first, last))
        nearest = self._lexicon.nearest_of(entries)
        if nearest is None:
            return nothing()
        rest: list[str] = []
        for place, word in enumerate(words):
            if place in read:
                continue
            joined = f"{rest[-1]}{word}" if rest and place - 1 not in read else ""
            if joined and joined in text:
                rest[-1] = joined
            else:
                rest.append(sheet_words.as_written(text, word))
        return Found([nearest], how_of(nearest), review=True, unread=";".join(rest))

    def _meant(self, word: str) -> str:
        """Return what a word of a label is short for."""
        plain = normalize(word)
        for kind in ("sheet", "note"):
            role = self._lexicon.keeper.around(kind).get(plain, "")
            if role.startswith("="):
                return role[1:]
        stem = _CA.fullmatch(word)
        return f"{stem[1]} carcinoma" if stem is not None and stem[1] in self._lexicon.vocabulary() else word

    def _named(self, words: list[str], meant: list[str]) -> Entry | None:
        """Return the cancer of neighboring words: of an exact name, of a known short one, or of an organ with a kind."""
        if len(words) == 1:
            return self._alone(words[0], meant[0])
        joined = "".join(words)
        if self._lexicon.keeper.around("sheet").get(normalize(joined), "").startswith("="):
            return self._alone(joined, self._meant(joined))  # EwSa
        text = " ".join(meant)
        for one in (text, f"{text}{_CALLED}"):
            found = self._whole(one)
            if not found.is_sure or found.entries[0][1] in _SHORT:
                continue
            kind = not lies(found.entries[0]) and all(self._is_known(word) for word in meant)
            if one is text or kind:
                return found.entries[0]
        return None

    def _alone(self, word: str, meant: str) -> Entry | None:
        if meant != word:
            found = self._whole(meant)
            organ = not found.is_sure or is_organ_alone(found.entries[0], self._lexicon.roles)
            return None if organ else found.entries[0]
        plain = normalize(word)
        entry = self._lexicon.entry(plain)
        if entry is None or len(entry[0]) != 1 or is_organ_alone(entry, self._lexicon.roles):
            return None
        if entry[1] not in _SHORT:
            return entry
        known = self._lexicon.stranger(plain)
        small = word.islower() and (known[0] == "cancer" if known is not None else len(word) > _LEAST_SHORT)
        written = word == entry[2] or (_AS_SHORT.match(word) and known is None)
        return entry if len(plain) >= _LEAST_SHORT and (small or written) else None

    def _is_known(self, word: str) -> bool:
        """Say whether words are an organ or the kind of a cancer, and no other word."""
        vocabulary, roles = self._lexicon.vocabulary(), self._lexicon.roles
        return all(
            normalize(one) in vocabulary or roles.get(normalize(one), "").startswith(("=", "histology"))
            for one in word.split()
        )


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Yield where neighboring words begin and end, the most first."""
    for length in range(min(count, _LONGEST), 0, -1):
        for first in range(count - length + 1):
            yield first, first + length
