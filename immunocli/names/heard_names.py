"""Finds the names of ours that a word of another script says, or one as another language spells it: `rytuksymab`."""

from __future__ import annotations

import re

from immunocli.names import east_asian, scripts
from immunocli.names.forms import normalize
from immunocli.names.international import is_international, uncased
from immunocli.names.near_in_sound import NearSaid
from immunocli.names.reading import OURS, SPELLING, SURE, UNREAD, Hit
from immunocli.names.sounds import once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Reading

# A brand of fewer letters, or a name of fewer consonants, is said like many a word.
_LEAST, _LEAST_CONSONANTS = 8, 4
_MOST_WORDS = 3
# Of a brand so much is written where vowels may be left out.
_LEAST_WRITTEN_OUT = 7
# How Slavic cases end, beside vowels.
_CASE = re.compile("(?:om|em|am|ov|iv)$")
_SAID = ("name", "brand", "synonym")
# Brands that other countries have and a slip is found in: of so many letters, or of fewer a letter written twice.
_LEAST_BRAND, _LEAST_BRAND_HEARD, _MOST_SLIPS = 7, 8, 2
_FOREIGN = ("brand", "former-brand", "biosimilar")


class HeardNames:
    """Compares what is heard of words with what is heard of our names.

    Args:
        lexicon: the names of therapies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names: dict[str, Entry] = {}
        self._by_consonants: dict[str, dict[str, Entry]] = {}
        self._brands: dict[str, list[Entry]] = {}
        self._outlines: set[str] = set()
        self._east_asian: dict[str, Entry] = {}
        self._near: NearSaid | None = None

    def read(self, reading: Reading, first: int) -> int:
        """Read a name of ours that words of another script say from a place on.

        Args:
            reading: to be marked.
            first: the place of the first word.

        Returns:
            Where the name ends, or 0.
        """
        tokens = reading.tokens
        for last in range(min(first + _MOST_WORDS, len(tokens)), first, -1):
            words = tokens[first:last]
            if any(one.gap.strip(" -") for one in words[1:]) or not all(
                scripts.is_other(one.text) for one in words
            ):
                continue
            plain = "".join([one.plain for one in words])
            if self._lexicon.entry(plain) is not None:
                return 0
            entry = self._said("".join([one.text for one in words]), alone=last == first + 1)
            if entry is not None and self._lexicon.stranger(plain) is None:
                reading.hits.append(Hit(first, last, entry, SURE))
                reading.mark(first, last, OURS)
                return last
        entry = self._alike(tokens[first].text)
        if entry is None or self._lexicon.entry(tokens[first].plain) is not None:
            return 0
        if not entry[0]:
            return 0
        how = entry[1] if east_asian.simplified(tokens[first].text) == entry[2] else SPELLING
        reading.hits.append(Hit(first, first + 1, [entry[0], how, entry[2]], SURE))
        reading.mark(first, first + 1, OURS)
        return first + 1

    def _alike(self, text: str) -> Entry | None:
        """Return the Japanese or Chinese name that is heard as a word is, or one in simplified characters."""
        simple = east_asian.simplified(text)
        entry = self._lexicon.entry(normalize(simple)) if simple != text else None
        if entry is not None:
            return entry
        said = east_asian.heard(simple)
        if said and not self._east_asian:
            for entry in self._lexicon.all().values():
                if entry[0] and entry[1] in (*_SAID, "biosimilar") and not entry[2].isascii():
                    self._east_asian[east_asian.heard(entry[2])] = entry
        return self._east_asian.get(said) if said else None

    def spelled(self, reading: Reading) -> bool:
        """Read the international names that words of Latin letters say, alone or with the next.

        Args:
            reading: of a string in which no name was found.

        Returns:
            Whether there is one.
        """
        tokens = reading.tokens
        alone = reading.marks.count(UNREAD) == 1
        for first in range(len(tokens)):
            parted = first + 1 == len(tokens) or tokens[first + 1].gap.strip(" -")
            for last in (first + 1,) if parted else (first + 2, first + 1):
                if any(mark != UNREAD for mark in reading.marks[first:last]):
                    continue  # a known stranger's name, or a word of one: trastuzumab duocarmazine
                plain = "".join([one.plain for one in tokens[first:last]])
                entry = self._international(plain) or (self._brand(plain) if alone else None)
                if entry is not None:
                    reading.hits.append(Hit(first, last, [entry[0], SPELLING, entry[2]], SURE))
                    reading.mark(first, last, OURS)
                    break
        return bool(reading.hits)

    def _international(self, plain: str) -> Entry | None:
        if len(plain) < _LEAST or not plain.isalpha() or not plain.isascii():
            return None
        plain = uncased(plain)
        if not is_international(plain.rstrip(scripts.VOWELS)) or self._lexicon.stranger(plain) is not None:
            return None
        entry = self._all().get(scripts.heard_latin(plain))
        return entry if entry is not None and is_international(normalize(entry[2])) else None

    def _brand(self, plain: str) -> Entry | None:
        """Return the brand of another country that sounds the same and is a slip or two away: `MabTherra`."""
        if len(plain) < _LEAST_BRAND or not plain.isalpha() or not plain.isascii():
            return None
        if not self._brands:
            corrected = frozenset(self._lexicon.keeper.spelled("therapy"))
            for name, entry in self._lexicon.all().items():
                if (
                    entry[0]
                    and entry[1] in _FOREIGN
                    and name.isascii()
                    and name.isalpha()
                    and name not in corrected
                ):
                    self._brands.setdefault(scripts.heard_latin(name), []).append(entry)
                    self._outlines.add(scripts.outline(name))
        if scripts.outline(plain) not in self._outlines:
            return None  # as most words
        found = self._brands.get(scripts.heard_latin(plain), [])
        if len({";".join(entry[0]) for entry in found}) != 1 or self._lexicon.stranger(plain) is not None:
            return None
        from rapidfuzz.distance import OSA  # two interpreter starts

        name = normalize(found[0][2])
        heard = len(name) >= _LEAST_BRAND_HEARD and name[0] == plain[0]
        twice = once(plain) == once(name) and len(name) >= _LEAST_BRAND
        return found[0] if twice or (heard and OSA.distance(plain, name) <= _MOST_SLIPS) else None

    def _said(self, text: str, *, alone: bool) -> Entry | None:
        said = scripts.heard(text)
        if scripts.leaves_vowels_out(text):
            entry = self._with_vowels(said)
        else:
            entry = self._all().get(said) or self._all().get(_CASE.sub("", said))
            if entry is None and alone:
                slipped = self._slipped(said)
                return [slipped[0], SPELLING, slipped[2]] if slipped else None
        if entry is None:
            return None
        return [entry[0], "synonym" if is_international(normalize(entry[2])) else SPELLING, entry[2]]

    def _slipped(self, said: str) -> Entry | None:
        """Return the international name from which what is heard of a word is one slip away: `бевацезумаб`."""
        if len(said) < _LEAST:
            return None
        if self._near is None:
            ours = {one: entry for one, entry in self._all().items() if is_international(normalize(entry[2]))}
            others = self._lexicon.keeper.rivals("therapy")
            self._near = NearSaid(ours, [one for one in others if is_international(one)])
        return self._near.one(said) or self._near.one(_CASE.sub("", said))

    def _all(self) -> dict[str, Entry]:
        """Return our names by what is heard of them; what two of them sound like is none."""
        if not self._names:
            found: dict[str, Entry] = {}
            twice = set()
            for plain, entry in self._lexicon.all().items():
                if (
                    entry[0]
                    and entry[1] in _SAID
                    and plain.isascii()
                    and plain.isalpha()
                    and len(plain) >= _LEAST
                ):
                    said = scripts.heard_latin(plain)
                    if found.setdefault(said, entry)[0] != entry[0]:
                        twice.add(said)
                    elif entry[1] == "name":  # of two spellings the record's own
                        found[said] = entry
            self._names = {said: entry for said, entry in found.items() if said not in twice}
        return self._names

    def _with_vowels(self, written: str) -> Entry | None:
        """Return the name that has the consonants written, and no other vowels where some are written."""
        if not self._by_consonants:
            for said, entry in self._all().items():
                one = scripts.alike(said)
                self._by_consonants.setdefault(scripts.consonants(one), {})[one] = entry
        outline = scripts.consonants(written)
        if len(outline) < _LEAST_CONSONANTS:
            return None
        free = f"[{scripts.VOWELS}]*"
        pattern = free + "".join(_WRITTEN.get(sign, sign + free) for sign in written)
        found = [
            entry
            for said, entry in self._by_consonants.get(outline, {}).items()
            if re.fullmatch(pattern, said)
        ]
        alone = len({";".join(entry[0]) for entry in found}) == 1
        return found[0] if alone and _is_clear(written, found[0][2]) else None


def _is_clear(written: str, label: str) -> bool:
    """Say whether what is written without vowels is long enough for a brand, and leaves hardly one of them out."""
    if is_international(normalize(label)):
        return True
    said = scripts.alike(scripts.heard_latin(normalize(label)))
    return " " not in label and len(written) >= max(_LEAST_WRITTEN_OUT, len(said) - 1)


# The vowels that each written one may be.
_WRITTEN = {"a": "[ae]+", "i": "[ie]+", "u": "[uo]+"}
