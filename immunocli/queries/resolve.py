"""Says which therapies, or which cancers, a string names, and how it was recognised."""

from __future__ import annotations

import re

from immunocli.names import LONGEST_NAME, fold, normalise
from immunocli.queries.noise import AROUND_CANCERS, AROUND_DRUGS, OF_CANCER
from immunocli.records import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from immunocli.data import Data
    from immunocli.queries.spelling import Speller

    # A name as an index keeps it: `[ids, match, label]`.
    Entry = list[Any]

KINDS = ("therapy", "cancer", "term")
SPELLING = "spelling"
COMBINATION = "combination"
_NOT_OURS = "other"
_MOST_WORDS = 14
_LONGEST_SPAN = 10
_LEAST_IN_CONTEXT = 3

_WORD = re.compile(r"[^\W_]+")
# What parts one drug from the next; what is in brackets stands apart from what is before them.
_APART = re.compile(r"[+/&,;|:()\[\]{}]|\b(?:and|with|plus|then|or|vs|versus|followed by|y|und|et|con|mit)\b")
_SUFFIX = re.compile(r"-[a-z]{4}$")
# An ICD-10 code; five characters without a dot are rather a concept of the NCI Thesaurus.
_ICD = re.compile(r"[A-Z]\d[0-9A-Z](?:[0-9A-Z]|\.[0-9A-Z]{1,4})?$")
_DOSE = re.compile(r"\d+(?:[.,]\d+)?(?:mg|mcg|ug|g|kg|ml|cc|l|iu|miu|mu|u|ui|d|h|w|wk|x|m2)?(?:m2)?")


def resolve(data: Data, kind: str, text: str) -> Match:
    """Return what one string names; see `Resolver` for many."""
    return Resolver(data, kind).resolve(text)


class Resolver:
    """Resolves strings of one kind.

    Args:
        data: where the names are.
        kind: `therapy`, `cancer` or `term`.
        many: many strings will come: read all names at once.
    """

    def __init__(self, data: Data, kind: str, *, many: bool = False) -> None:
        self._data = data
        self._kind = kind
        self._speller: Speller | None = None
        self._titles: dict[str, str] = {}
        self._words: list[str] | None = None
        known: dict[str, Entry] | None = (data.get("names", kind) or {}) if many else None
        self._entry: Callable[[str], Entry | None] = (
            known.get if known is not None else lambda plain: data.get("name", f"{kind}/{plain}")
        )

    def resolve(self, text: str) -> Match:
        """Return the match for `text`: its `id` is empty when it names nothing that we know.

        A record of its own, a bracket, a dose, a form or a combination are recognised exactly;
        a misspelling only when one name is clearly nearest, and then `review` is `yes`.
        """
        entries, how, review = self._found(text)
        ids = [one for entry in entries for one in entry[0]]
        ids = list(dict.fromkeys(ids))
        if len(ids) > 1 and how != SPELLING and len(entries) > 1:
            how = COMBINATION
        return self._match(text, ids, how if ids else "", "yes" if review and ids else "no", entries)

    def _match(self, text: str, ids: list[str], how: str, review: str, entries: list[Entry]) -> Match:
        path = ids
        if self._kind == "cancer":
            paths = (self._data.get("cancer", one)["path"] for one in ids)
            path = list(dict.fromkeys(step for steps in paths for step in steps))
        return Match(
            {
                "input": text,
                "id": ";".join(ids),
                "name": ";".join(map(self._title, ids)),
                "match": how,
                "review": review,
                "path": ";".join(path),
                "kind": self._kind,
                "evidence": ";".join(entry[2] for entry in entries) if ids else "",
            }
        )

    def _title(self, one: str) -> str:
        title = self._titles.get(one)
        if title is None:
            title = self._titles[one] = str(self._data.get("title", f"{self._kind}/{one}"))
        return title

    def _found(self, text: str) -> tuple[list[Entry], str, bool]:
        """Return the entries found, how, and whether a person should look at them."""
        plain = normalise(text[: LONGEST_NAME + 1])
        if not plain or len(text) > LONGEST_NAME:
            return [], "", False
        code = text.strip().upper()
        if self._kind == "cancer" and _ICD.match(code):
            found = self._of_icd(code.replace(".", ""))
            if found:
                return found, "code", False
        entry = self._entry(plain)
        if entry is not None:
            return ([entry], entry[1], False) if entry[0] else ([], "", False)
        if self._kind == "therapy":
            return self._drugs(text)
        if self._kind == "cancer":
            return self._cancers(text)
        from immunocli.names import singular

        for form in singular(plain):
            entry = self._entry(form)
            if entry is not None and entry[0]:
                return [entry], entry[1], False
        return self._misspelled([plain])

    def _spell(self, plain: str) -> Entry | None:
        if self._speller is None:
            from immunocli.queries.spelling import Speller  # RapidFuzz costs two interpreter starts

            self._speller = Speller(self._data, self._kind)
        found = self._speller.correct(plain)
        return found[1:] if found else None

    def _misspelled(self, candidates: list[str]) -> tuple[list[Entry], str, bool]:
        found: list[Entry] = []
        for plain in candidates:
            entry = self._spell(plain)
            if entry and entry not in found:
                found.append(entry)
        return found, SPELLING if found else "", bool(found)

    # Drugs

    def _drugs(self, text: str) -> tuple[list[Entry], str, bool]:
        folded = (text if text.isascii() else fold(text)).lower()
        parts = _parts(folded)
        kept = [[word for word in _words(part) if not _is_noise(word)] for part in parts]
        whole = [word for words in kept for word in words]
        entry = self._entry(normalise("".join(whole)))
        if entry is not None:
            return ([entry], entry[1], False) if entry[0] else ([], "", False)
        if len(whole) > 1:
            found = self._named_among(parts)
            if found:
                return found, found[0][1], False
        # Nothing is named exactly: what is left may be misspelled, the whole before its parts.
        spelled = self._misspelled([normalise("".join(whole))] if len(parts) == 1 else [])
        return spelled if spelled[0] else self._misspelled([self._bare(part) for part in parts])

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
        words = _words(part)[:_MOST_WORDS]
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
        for length in range(min(_LONGEST_SPAN, len(plain) - place), 0, -1):
            joined = "".join(plain[place : place + length])
            if len(joined) >= _LEAST_IN_CONTEXT and not joined.isdigit():
                entry = self._entry(joined)
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
        kept = [word for word in _words(_SUFFIX.sub("", part.strip())) if not _is_noise(word)]
        return normalise("".join(kept))

    # Cancers

    def _cancers(self, text: str) -> tuple[list[Entry], str, bool]:
        folded = (text if text.isascii() else fold(text)).lower()
        for variant in (*_inversions(folded), f"{folded} cancer"):
            entry = self._entry(normalise(variant))
            if entry is not None:
                return ([entry], "synonym", False) if entry[0] else ([], "", False)
        found = self._cancers_in(folded, text)
        if found:
            return found, "synonym", False
        core = "".join(word for word in _words(folded) if word not in AROUND_CANCERS)
        for candidate in dict.fromkeys((normalise(folded), normalise(core))):
            entry = self._spell(candidate)
            if entry and _says_cancer(candidate, entry):
                return [entry], SPELLING, True
        corrected = self._corrected(folded)
        if corrected != folded:
            entry = self._entry(normalise(corrected))
            found = [entry] if entry and entry[0] else self._cancers_in(corrected, corrected)
            if found:
                return found, SPELLING, True
        return [], "", False

    def _of_icd(self, code: str) -> list[Entry]:
        for length in range(len(code), 2, -1):
            cancer = self._data.get("icd", code[:length])
            if cancer:
                return [[[cancer], "code", code]]
        return []

    def _cancers_in(self, folded: str, text: str) -> list[Entry]:
        """Return the cancers that a longer text names: the longest names, weak ones only in company."""
        words = _words(folded)[:_MOST_WORDS]
        as_written = [word.group() for word in _WORD.finditer(text)][:_MOST_WORDS]
        speaks_of_cancer = _is_of_cancer(normalise(folded))
        spans: list[tuple[int, bool, Entry]] = []
        place = 0
        while place < len(words):
            entry, length = self._longest_cancer(words, as_written, place, speaks_of_cancer)
            if entry is not None and not entry[0]:
                return []
            if entry is not None:
                strong = _is_of_cancer(normalise("".join(words[place : place + length])))
                spans.append((length, strong, entry))
            place += max(1, length)
        if not spans:
            return []
        return self._narrowest([entry for _, _, entry in spans])

    def _longest_cancer(
        self, words: list[str], as_written: list[str], place: int, speaks_of_cancer: bool
    ) -> tuple[Entry | None, int]:
        for length in range(min(_LONGEST_SPAN, len(words) - place), 0, -1):
            joined = "".join(words[place : place + length])
            if length == 1 and (words[place] in AROUND_CANCERS or len(joined) < _LEAST_IN_CONTEXT):
                continue
            entry = self._entry(normalise(joined))
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
        paths = {one: self._data.get("cancer", one)["path"] for entry in entries for one in entry[0]}
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

        if self._words is None:
            known: dict[str, Entry] = self._data.get("names", "cancer") or {}
            self._words = sorted(
                {word for entry in known.values() if entry[0] for word in _words(entry[2].lower())}
                | {"carcinoma", "cancer", "tumor", "neoplasm", "malignant", "adenocarcinoma", "lymphoma"}
            )
        shown = []
        for word in _words(folded):
            if word not in AROUND_CANCERS and len(word) >= 6 and word not in self._words:
                entry = self._entry(normalise(word))
                slips = 1 if len(word) < 9 else 2
                near = [] if entry is not None else process.extract(
                    word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=2
                )  # fmt: skip
                if near and (len(near) == 1 or near[0][1] < near[1][1]):
                    word = near[0][0]
            shown.append(word)
        return " ".join(shown)


def _parts(folded: str) -> list[str]:
    return [part for part in _APART.split(folded) if part and part.strip()]


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)


def _is_noise(word: str) -> bool:
    return word in AROUND_DRUGS or _DOSE.fullmatch(word) is not None


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
