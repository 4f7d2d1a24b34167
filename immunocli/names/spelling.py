"""Finds the name that a misspelled one was meant to be, when there is no doubt."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.cut_off import LEAST_BEGUN, LEAST_BEGUN_BESIDE, CutOff, starting
from immunocli.names.forms import LONGEST_NAME, normalise
from immunocli.names.international import SHARED_STEMS, STEMS
from immunocli.names.neighbors import Neighbors, window
from immunocli.names.sounds import LEAST_HEARD, LEAST_SOUNDED, LONGEST_SOUNDED, by_sound, sound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.names.keeper import Entry

# How many slips a name of so many characters may hold; shorter ones are never guessed.
_SLIPS = ((14, 4), (10, 3), (7, 2), (5, 1))
# Names that are no international ones hold fewer: a brand looks like every other brand.
_SLIPS_OF_BRANDS = ((9, 2), (5, 1))
# Beside an amount or a form a brand is meant, and no word.
_SLIPS_BESIDE = ((8, 2), (5, 1))
# In a brand this short a letter changed for another makes another brand or a word.
_LEAST_CHANGED = 7
_LEAST_SPELLED = 6
_LONGEST_RIVAL = 40
_LEAST_FOR_THREE = 14
_LEAST_FOR_THREE_HEARD = 9
# In a shorter brand only one of two slips may be heard.
_LEAST_UNHEARD = 10
# An antibody's name is no longer; others begin with the letter they should, or the one after it.
_LONG = 18
# A name of this length may carry so many letters too many in front.
_LEAST_WITH_PREFIX = 12
_MOST_EXTRA = 3
# Beginnings that make another substance of what follows.
_MEANT = ("peg", "ado", "fam", "alb", "nab", "fab", "bi", "tri", "rh", "zr", "anti", "vic")
_VOWELS = "aeiouy"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A slip in one of these is as likely to make another of them.
_NEVER = ("code", "abbreviation", "combination")
_LONGEST_SPELLED = 80
# A slip away from one of these a string may mean it as well.
_RIVALS = ("drug", "word", "disease", "cancer", "test")


def may_be_meant(plain: str, match: str, title: str, *, foreign: bool) -> bool:
    """Say whether a misspelled string may have meant this name of ours.

    Brands that were never licensed here look like each other and like words: they are never guessed.

    Args:
        plain: the name, normalised.
        match: what kind of name it is, as a match tells it.
        title: the name of the record, normalised.
        foreign: it is the brand of a biosimilar, or of no product that the FDA licensed.
    """
    if (
        match in _NEVER
        or "antigen" in plain
        or not plain.isascii()
        or not _LEAST_SPELLED <= len(plain) <= _LONGEST_SPELLED
    ):
        return False
    if match == "name" or (match in ("brand", "former-brand") and not foreign):
        return True
    return match == "synonym" and (plain[:5] == title[:5] or plain.endswith(STEMS))


def rivals(ours: Iterable[str], drugs: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """Return the strangers that are compared with ours.

    Args:
        ours: normalised names that a misspelled one may have meant.
        drugs: normalised names of other drugs: those that share an ending with some of ours count.
        known: all strangers: those that begin like one of ours, or sound like it, count.
    """
    mine = set(ours)
    begun = {plain[:LEAST_BEGUN_BESIDE] for plain in mine}
    heard = by_sound(mine)
    found = {plain for plain in drugs if plain.endswith(STEMS + SHARED_STEMS) and len(plain) >= 6}
    for plain in known:
        if plain[:LEAST_BEGUN_BESIDE] in begun or (
            LEAST_SOUNDED <= len(plain) <= LONGEST_SOUNDED and plain.isalpha() and sound(plain) in heard
        ):
            found.add(plain)
    return sorted(plain for plain in found - mine if len(plain) <= _LONGEST_RIVAL and plain.isascii())


def slips_allowed(plain: str, name: str = "mab", *, beside: bool = False) -> int:
    """Return how many slips are forgiven in a string, meant for a name of ours.

    Args:
        plain: the string, normalised.
        name: ours.
        beside: an amount or a form stands beside it.
    """
    table = _SLIPS if name.endswith(STEMS) else _SLIPS_BESIDE if beside else _SLIPS_OF_BRANDS
    return next((slips for least, slips in table if len(plain) >= least), 0)


class Speller:
    """Knows the names of one kind, and those that are none of ours but look like them.

    Args:
        entries: names that may be meant, normalised, with their entries.
        others: strangers that are compared with them, normalised.
        known: says what a normalised name is that is a known stranger.
    """

    def __init__(
        self, entries: dict[str, Entry], others: Iterable[str], known: Callable[[str], tuple[str, str] | None]
    ) -> None:
        self._entry = entries
        self._ours = sorted(entries)
        self._others = sorted(others)
        self._known = known
        self._windows: dict[tuple[int, int], list[str]] = {}
        self._of_length: dict[int, list[str]] = {}
        for plain in self._ours:
            self._of_length.setdefault(len(plain), []).append(plain)
        self._ends: set[str] = set()
        self._by_letter: dict[str, Neighbors] = {}
        self._near_ours = Neighbors(self._ours)
        self._near_others = Neighbors([one for one in self._others if one.endswith(STEMS + SHARED_STEMS)])
        self.cut_off = CutOff(entries, self._others)
        self._heard = by_sound(self._ours)
        self._heard_others = by_sound(self._others)

    def may_mean(self, name: str) -> bool:
        """Say whether a name of ours may be near: a quick look before `correct`, as for most none is."""
        allowed = slips_allowed(name)
        if not allowed or len(name) > LONGEST_NAME:
            return False
        if len(name) >= LEAST_BEGUN_BESIDE and self.cut_off.begins(name):
            return True
        if sound(name) in self._heard:
            return True
        if set(name[-2:]) <= set("mab") and len(name) <= _LONG:
            return self._near_ours.any_within(name, allowed) or bool(self._without_beginning(name))
        allowed = min(allowed, 3 if len(name) >= _LEAST_FOR_THREE else 2)
        return any(self._near_with(letter).any_within(name, allowed) for letter in {name[0], name[1]})

    def may_be_long(self, name: str) -> bool:
        """Say whether a long name of ours is near: one that begins or ends as this does."""
        if not self._ends:
            long = [one for one in self._ours if len(one) > _LONG - 3]
            self._ends = {one[:3] for one in long} | {one[-4:] for one in long}
        return (name[:3] in self._ends or name[-4:] in self._ends) and self.may_mean(name)

    def _near_with(self, letter: str) -> Neighbors:
        """Return those of our names that begin with a letter."""
        near = self._by_letter.get(letter)
        if near is None:
            near = self._by_letter[letter] = Neighbors([one for one in self._ours if one[0] == letter])
        return near

    def correct(self, name: str, *, beside: bool = False) -> Entry | None:
        """Return the entry that `name` was clearly meant to be, else None.

        It is clear when a name is nearest by the number of slips (a letter missing, added, changed
        or swapped with its neighbor), and the names of every other record, and every name that is
        none of ours, are farther: by more than one slip when there are more than two. A name cut
        off, and an antibody's name with two or three letters too many before it, are recognized too.

        Args:
            name: normalised, one word or the words of one name; no known stranger.
            beside: an amount or a form stands beside it.
        """
        allowed = slips_allowed(name)
        if not allowed or len(name) > LONGEST_NAME or sum(map(str.isalpha, name)) < len(name) / 2:
            return None
        return (
            self._begun(name)
            or self._nearest(name, allowed, beside)
            or self._sounding(name)
            or self._without_beginning(name)
        )

    def _begun(self, name: str) -> Entry | None:
        """Return the entry whose name was cut off; most of it stands there, or it is like no other."""
        found = self.cut_off.one(name, joined=len(name) > LEAST_BEGUN)
        if found is None:
            return None
        plain = normalise(found[2])
        return found if plain.endswith(STEMS) or 2 * len(name) >= len(plain) else None

    def _sounding(self, name: str) -> Entry | None:
        """Return the entry of the one name that sounds the same, when no stranger is as near that does."""
        heard = sound(name)
        ours = self._heard.get(heard)
        if not ours or len({";".join(self._entry[plain][0]) for plain in ours}) > 1:
            return None
        most = 1 if len(heard) < LEAST_HEARD else 2 if len(name) < _LEAST_FOR_THREE_HEARD else 3
        near = process.extractOne(name, ours, scorer=OSA.distance, score_cutoff=most)
        if near is None or (name[0] != near[0][0] and near[1] > 1):
            return None
        if any(
            self._entry[one][0] != self._entry[near[0]][0]
            for one, _, _ in self._within(name, near[1] - 1, None)
        ):
            return None  # aivolumab sounds like avelumab and is written more like nivolumab
        others = self._heard_others.get(heard, ())
        if process.extractOne(name, others, scorer=OSA.distance, score_cutoff=near[1]) is not None:
            return None
        if any(self._rivals(other) and sound(other) == heard for other in one_slip_from(name, near[0])):
            return None
        return self._entry[near[0]]

    def _without_beginning(self, name: str) -> Entry | None:
        """Return the antibody before whose name stand two or three letters too many."""
        if len(name) < _LEAST_WITH_PREFIX or not set(name[-3:]) <= set("mab") or name.startswith(_MEANT):
            return None
        if starting(self._ours, name) or starting(self._others, name):
            return None
        if self._near_others.any_within(name, 3):
            return None
        for extra in range(2, _MOST_EXTRA + 1):
            rest = name[extra:]
            if not self._known(rest):
                found = self._entry.get(rest) or self._nearest(rest, 1, beside=False)
                if found is not None:
                    return found
        return None

    def _nearest(self, name: str, allowed: int, beside: bool) -> Entry | None:
        if not self._near_ours.any_within(name, allowed):
            return None
        close = self._within(name, allowed, limit=2)
        plain, slips, _ = close[0]
        best = self._entry[plain]
        most = min(slips_allowed(one, plain, beside=beside) for one in (name, plain))
        if slips > most or _digits(name) != _digits(plain):
            return None  # alfa-2a is not alfa-2b, nor is a 4-valent vaccine a 9-valent one
        international = plain.endswith(STEMS)
        unheard = slips > 1 and not international and len(plain) < _LEAST_UNHEARD
        if unheard and OSA.distance(sound(name), sound(plain)) > 1:
            return None
        first_changed = name[0] != plain[0] and name[0] not in plain[:2] and plain[0] not in name[:2]
        if not international and (first_changed or (len(plain) < _LEAST_CHANGED and _changed(name, plain))):
            return None
        margin = slips + (1 if slips > 2 or first_changed else 0)
        rivals = self._within(name, margin, limit=None)
        if any(self._entry[rival][0] != best[0] for rival, _, _ in rivals):
            return None
        if self._near_others.any_within(name, margin):
            return None
        return None if any(map(self._rivals, one_slip_from(name, plain if slips == 1 else ""))) else best

    def _rivals(self, name: str) -> bool:
        """Say whether a string is the name of another drug, or a word."""
        known = self._known(name)
        return known is not None and known[0] in _RIVALS

    def _within(self, name: str, slips: int, limit: int | None) -> list[tuple[str, int, int]]:
        """Return our names within so many slips, nearest first."""
        near = window(self._windows, self._of_length, len(name), slips)
        found = process.extract(name, near, scorer=OSA.distance, score_cutoff=slips, limit=limit)
        return [(plain, int(distance), place) for plain, distance, place in found]


def _changed(name: str, plain: str) -> bool:
    """Say whether one letter stands for another that does not sound like it."""
    if len(name) != len(plain) or sorted(name) == sorted(plain):
        return False
    pairs = [(one, other) for one, other in zip(name, plain, strict=True) if one != other]
    return any(one not in _VOWELS or other not in _VOWELS for one, other in pairs)


def _digits(plain: str) -> str:
    return "".join(filter(str.isdigit, plain))


def one_slip_from(name: str, but: str) -> Iterable[str]:
    """Yield what is one slip away from a name, but for one string."""
    for place in range(len(name) + 1):
        before, after = name[:place], name[place:]
        slipped = [before + letter + after for letter in _LETTERS]
        if after:
            slipped += [before + letter + after[1:] for letter in _LETTERS]
            slipped.append(before + after[1:])
        if len(after) > 1:
            slipped.append(before + after[1] + after[0] + after[2:])
        for one in slipped:
            if one not in (name, but):
                yield one
