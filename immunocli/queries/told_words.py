"""A description of a cancer as its words, and what was read of them so far."""

from __future__ import annotations

import re

from immunocli.names.find import exact
from immunocli.names.forms import normalize
from immunocli.names.phrases import Word, begins, cut, longest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from immunocli.queries import test_scores
    from immunocli.store.cancer_phrases import Told
    from immunocli.store.typed_store import Store

PARTED = re.compile(r"[,;()\[\]]|:(?!\d)|\s[-–]\s|\.\s")
# Of each word: it is left, it was taken out, or it was read and may be part of a name.
LEFT, TAKEN, KEPT = 0, 1, 2
_SHORTENED = re.compile(r"([a-z]{1,2}|RR|ND)([A-Z][A-Za-z0-9-]+)$")
_TREATED = ("treatment", "local", "link")
# A shorter name of a medicine that is none of ours may be a gene.
_LONGEST_LEAD = 10
# What stands behind a target where a medicine against it is meant: RET inhibitor.
_AGAINST = frozenset("inhibitor inhibitors tki tkis directed targeted antibody antibodies blocker".split())
# After these a word in capitals is a regimen.
_GIVEN = frozenset("to on after with post following received failed and plus".split())
_LEAST_MEDICINE, _LEAST_OURS = 6, 4


class Fact:
    """One thing that is told of a cancer.

    Args:
        id: of the record that says what it means; empty for what decides nothing.
        text: as it was told.
        record: what it means.
    """

    __slots__ = ("age", "id", "markers", "prior", "record", "score", "text")

    def __init__(self, id: str, text: str, record: dict[str, Any] | None = None) -> None:
        self.id, self.text = id, text
        self.record: dict[str, Any] = record or {}
        self.prior: tuple[int, int | None] | None = tuple(self.record.get("prior") or ()) or None
        self.age: tuple[float, float | None] | None = tuple(self.record.get("age") or ()) or None
        self.markers: dict[str, bool] = dict(self.record.get("markers") or {})
        self.score: test_scores.Score | None = None


class ToldWords:
    """The words of a description.

    Args:
        store: where to look.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._phrases: Told = store.told
        self._text = ""
        self._words: list[Word] = []
        self._taken: list[int] = []

    def _said(self, place: int, length: int) -> str:
        return self._text[
            self._words[place].start : self._words[min(place + length, len(self._words)) - 1].end
        ]

    def _gap(self, place: int) -> str:
        return self._text[self._words[place - 1].end : self._words[place].start] if place else ""

    def _written_out(self, text: str) -> str:
        """Return a text in which short forms that hold more than a name are written out: mNSCLC, NDMM."""
        words = cut(text)
        parts: list[str] = []
        place = last = 0
        while place < len(words):
            length, instead = self._phrases.instead("short", words, place)
            end = words[place + max(length, 1) - 1].end
            said = text[words[place].start : end]
            if not instead and text[: words[place].start].endswith("(") and text[end:].startswith(")"):
                found = None  # of what stands before it
            else:
                found = _SHORTENED.match(said)
            if not instead and found and len(words) > 1:
                begun = self._phrases.instead("prefix", cut(found[1]), 0)[1]
                instead = f"{begun} {found[2]}" if begun and self._shortens(said, found[2]) else ""
            if instead:
                parts += [text[last : words[place].start], instead]
                last = end
            place += max(length, 1)
        return "".join([*parts, text[last:]])

    def _shortens(self, word: str, rest: str) -> bool:
        """Say whether a word is a short form of a cancer with a letter before it that tells its course."""
        short, known = exact(self._store, "cancer", rest), exact(self._store, "cancer", word)
        if short is None or not short[0]:
            return known is None and bool(self._phrases.instead("short", cut(rest), 0)[1])
        return known is None or known[0] == short[0]

    def _phrase_at(self, place: int) -> tuple[dict[str, Any] | None, int]:
        """Return what the longest phrase says that begins at a place, and how many words it has."""
        if place >= len(self._words):
            return None, 0
        one, length = longest(self._phrases.begun(self._words[place].plain), self._words, place)
        return (self._phrases.record(one) if one else None), length

    def _of_kinds(self, words: list[Word], place: int, kinds: tuple[str, ...]) -> tuple[str, int]:
        """Return the kind of the longest phrase of some kinds that begins at a place, and how many words it has."""
        for rests in self._phrases.begun(words[place].plain).values():
            for rest, one in rests:
                kind = str((self._phrases.record(one) or {}).get("kind"))
                if kind in kinds and begins(words, place + 1, rest):
                    return kind, len(rest) + 1
        return "", 0

    def _treatments(self, place: int) -> int:
        """Return how many words from a place on name treatments, with what stands between these."""
        end = last = place
        while end < len(self._words):
            if end > place and ";" in self._gap(end):
                break
            one, length = self._treatment_at(end)
            record, wide = self._phrase_at(end)
            if not length or (record is not None and record["kind"] == "marker" and wide > length):
                break  # platinum-sensitive is no platinum
            end += length
            if one != "link":
                last = end
        return last - place

    def _treatment_at(self, place: int) -> tuple[str, int]:
        """Return the kind of a treatment, or of what joins treatments, at a place, and how many words it has."""
        kind, length = self._of_kinds(self._words, place, _TREATED)
        if kind in ("", "link") and self._is_medicine(place):
            return "treatment", 1
        if not kind and self._is_regimen(place):
            return "treatment", 1
        after = self._words[place + 1].plain if place + 1 < len(self._words) else ""
        if not kind and after in _AGAINST and self._text[self._words[place].start].isupper():
            return "treatment", 2
        return kind, length

    def _is_regimen(self, place: int) -> bool:
        """Say whether a word in capitals, behind what says that something was given, may be a regimen: DA-EPOCH-R."""
        word = self._words[place]
        written = self._text[word.start : word.end]
        if not place or not written.isupper() or not written.isalpha():
            return False
        known = exact(self._store, "cancer", written) or exact(self._store, "biomarker", written)
        after = self._words[place - 1].plain in _GIVEN and self._gap(place) == " "
        joined = self._gap(place) == "-" and self._text[self._words[place - 1].start].isupper()
        return (known is None or known[1] == "code") and (after or joined)

    def _is_medicine(self, place: int) -> bool:
        """Say whether a word is the name of a medicine, ours or not."""
        word = self._words[place].plain
        if len(word) < _LEAST_OURS or not word.isalpha() or word in self._store.around("cancer"):
            return False
        plain = normalize(word)
        ours = self._store.name("therapy", plain)
        if ours is not None:
            return bool(ours[0]) and exact(self._store, "cancer", word) is None
        known = self._store.others("therapy", plain) if len(word) >= _LEAST_MEDICINE else None
        return known is not None and known[0] == "drug" and exact(self._store, "cancer", word) is None

    def _names(self) -> Iterator[str]:
        """Yield what may be the name of the cancer: what was read and may belong to it stands in it, or does not."""
        for again in (True, False):  # with what stands in brackets and is a name itself, or without
            for kept in (True, False):
                bare = [one for one in map(self._bare, self._segments(kept, again)) if one]
                for parts in (bare, [one for one in bare if not self._is_filling(one)]):
                    yield " ".join(self._text[one[0].start : one[-1].end].strip(" ,") for one in parts)
                    yield self._joined(parts)

    def _said_again(self, place: int) -> bool:
        """Say whether a word in brackets is the name of a cancer: non-small cell lung cancer (NSCLC)."""
        word = self._words[place]
        alone = self._text[: word.start].endswith("(") and self._text[word.end :].startswith(")")
        return alone and exact(self._store, "cancer", self._text[word.start : word.end]) is not None

    def _segments(self, kept: bool, again: bool) -> list[list[Word]]:
        segments: list[list[Word]] = [[]]
        for place, word in enumerate(self._words):
            if self._taken[place] == TAKEN or (self._taken[place] == KEPT and not kept):
                segments.append([])
                continue
            if segments[-1] and PARTED.search(self._gap(place)):
                segments.append([])
            if not again and self._said_again(place):
                continue
            segments[-1].append(word)
        return [one for one in segments if one]

    def _joined(self, parts: list[list[Word]]) -> str:
        text, last = "", 0
        for one in parts:
            apart = text and PARTED.search(self._text[last : one[0].start])
            text += (", " if apart else " ") + self._text[one[0].start : one[-1].end]
            last = one[-1].end
        return text.strip()

    def _bare(self, words: list[Word]) -> list[Word]:
        """Return words without those at either end that only lead to the name."""
        start, end = 0, len(words)
        while start < end:
            length = self._lead(words, start, end)
            if not length:
                break
            start += length
        while end > start:
            back = next(
                (
                    at
                    for at in range(max(start, end - _LONGEST_LEAD), end)
                    if self._lead(words, at, end) == end - at
                ),
                None,
            )
            if back is None:
                break
            end = back
        return words[start:end]

    def _lead(self, words: list[Word], place: int, end: int, kinds: tuple[str, ...] = ("lead",)) -> int:
        word = words[place]
        if self._text[word.start : word.end].isupper() and exact(self._store, "cancer", word.plain):
            return 0  # ALL is no word there
        return self._of_kinds(words[:end], place, kinds)[1]

    def _is_filling(self, words: list[Word]) -> bool:
        place = 0
        while place < len(words):
            length = self._lead(words, place, len(words), ("lead", "filler"))
            if not length:
                return False
            place += length
        return True
