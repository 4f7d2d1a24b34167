"""Reads what registries and papers write around the names of cancers."""

from __future__ import annotations

import re

from immunocli.names.forms import fold, normalise
from immunocli.names.noise import AROUND_CANCERS, OF_CANCER
from immunocli.names.strings import (
    LEAST_IN_CONTEXT,
    LONGEST_SPAN,
    MOST_WORDS,
    NOTHING,
    SPELLING,
    Names,
    words_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.strings import Entry, Found

# An ICD-10 code; five characters without a dot are rather a concept of the NCI Thesaurus.
_ICD = re.compile(r"[A-Z]\d[0-9A-Z](?:[0-9A-Z]|\.[0-9A-Z]{1,4})?$")


class CancerStrings:
    """Finds cancers in strings.

    Args:
        names: the names of cancers.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._vocabulary: list[str] | None = None

    def coded(self, text: str) -> list[Entry]:
        """Return the cancer of an ICD-10 code, by the longest prefix that is known."""
        code = text.strip().upper()
        if not _ICD.match(code):
            return []
        code = code.replace(".", "")
        for length in range(len(code), 2, -1):
            cancer = self._names.data.icd(code[:length])
            if cancer:
                return [[[cancer], "code", code]]
        return []

    def read(self, text: str) -> Found:
        """Return the cancers that `text` names; it is no name by itself."""
        folded = (text if text.isascii() else fold(text)).lower()
        for variant in (*_inversions(folded), f"{folded} cancer"):
            entry = self._names.entry(normalise(variant))
            if entry is not None:
                return ([entry], "synonym", False) if entry[0] else NOTHING
        found = self._cancers_in(folded, text)
        if found:
            return found, "synonym", False
        core = "".join(word for word in words_of(folded) if word not in AROUND_CANCERS)
        for candidate in dict.fromkeys((normalise(folded), normalise(core))):
            entry = self._names.spelled(candidate)
            if entry and _says_cancer(candidate, entry):
                return [entry], SPELLING, True
        corrected = self._corrected(folded)
        if corrected != folded:
            entry = self._names.entry(normalise(corrected))
            found = [entry] if entry and entry[0] else self._cancers_in(corrected, corrected)
            if found:
                return found, SPELLING, True
        return NOTHING

    def _cancers_in(self, folded: str, text: str) -> list[Entry]:
        """Return the cancers that a longer text names: the longest names, weak ones only in company."""
        words = words_of(folded)[:MOST_WORDS]
        as_written = words_of(text)[:MOST_WORDS]
        speaks_of_cancer = _is_of_cancer(normalise(folded))
        found: list[Entry] = []
        place = 0
        while place < len(words):
            entry, length = self._longest_cancer(words, as_written, place, speaks_of_cancer)
            if entry is not None and not entry[0]:
                return []
            if entry is not None:
                found.append(entry)
            place += max(1, length)
        return self._narrowest(found)

    def _longest_cancer(
        self, words: list[str], as_written: list[str], place: int, speaks_of_cancer: bool
    ) -> tuple[Entry | None, int]:
        for length in range(min(LONGEST_SPAN, len(words) - place), 0, -1):
            joined = "".join(words[place : place + length])
            if length == 1 and (words[place] in AROUND_CANCERS or len(joined) < LEAST_IN_CONTEXT):
                continue
            entry = self._names.entry(normalise(joined))
            if entry is None:
                continue
            short = entry[1] == "code"
            if short and not (place < len(as_written) and as_written[place].isupper()):
                continue
            if not entry[0] or short or speaks_of_cancer:
                return entry, length
        return None, 0

    def _narrowest(self, entries: list[Entry]) -> list[Entry]:
        """Drop what another find is a part of: "breast, TNBC" is TNBC."""
        paths = {
            one: (self._names.data.record("cancer", one) or {})["path"]
            for entry in entries
            for one in entry[0]
        }
        kept: list[Entry] = []
        for entry in entries:
            wider = any(one != other and one in paths[other] for one in entry[0] for other in paths)
            if not wider and not any(entry[0] == known[0] for known in kept):
                kept.append(entry)
        return kept

    def _corrected(self, folded: str) -> str:
        """Return the text with each strange word replaced by the word of a cancer's name it is near."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if self._vocabulary is None:
            known: dict[str, Entry] = self._names.data.names("cancer")
            self._vocabulary = sorted(
                {word for entry in known.values() if entry[0] for word in words_of(entry[2].lower())}
                | {"carcinoma", "cancer", "tumor", "neoplasm", "malignant", "adenocarcinoma", "lymphoma"}
            )
        shown = []
        for word in words_of(folded):
            if word not in AROUND_CANCERS and len(word) >= 6 and word not in self._vocabulary:
                entry = self._names.entry(normalise(word))
                slips = 1 if len(word) < 9 else 2
                near = [] if entry is not None else process.extract(
                    word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=2
                )  # fmt: skip
                if near and (len(near) == 1 or near[0][1] < near[1][1]):
                    word = near[0][0]
            shown.append(word)
        return " ".join(shown)


def _inversions(folded: str) -> list[str]:
    """Return "chronic lymphocytic leukemia" for "leukemia, lymphocytic, chronic"."""
    pieces = [piece.strip() for piece in folded.split(",") if piece.strip()]
    if len(pieces) < 2:
        return []
    return [" ".join(reversed(pieces)), " ".join([*pieces[1:], pieces[0]]), " ".join(pieces)]


def _is_of_cancer(plain: str) -> bool:
    return any(stem in plain for stem in OF_CANCER)


def _says_cancer(plain: str, entry: Entry) -> bool:
    """Say whether a misspelling keeps a word for cancer, where its name has one."""
    return not _is_of_cancer(normalise(entry[2])) or _is_of_cancer(plain) or len(plain) >= 7
