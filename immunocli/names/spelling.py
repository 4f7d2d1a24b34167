"""Finds the name that a misspelled one was meant to be, when there is no doubt."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from immunocli.names.forms import LONGEST_NAME, normalize
from immunocli.names.international import SHARED_STEMS, STEMS, ends_as_antibody
from immunocli.names.neighbors import Neighbors
from immunocli.names.payloads import is_other_payload
from immunocli.names.slips import (
    CONFUSED,
    HEARD_AS,
    LEAST_KNOWN,
    LEAST_UNHEARD,
    RIVALS,
    begins_alike,
    changed,
    digits,
    is_likelier,
    one_slip_from,
    reordered,
    slips_allowed,
    slips_of_close,
    unlikely,
)
from immunocli.names.sounds import LEAST_HEARD, Heard, are_voiced_alike, by_sound, sound
from immunocli.names.sureness import BRANDS
from immunocli.names.truncated_names import LEAST_BEGUN, LEAST_BEGUN_BESIDE, CutOff, starting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.names.names_protocol import Entry

# In a brand this short a letter changed for another makes another brand or a word.
_LEAST_CHANGED = 7
# In a shorter one only what is heard the same, left out or swapped is one.
_LEAST_ADDED = 6
_LEAST_FOR_THREE = 14
_LEAST_FOR_THREE_HEARD = 9
# An antibody's name is no longer; others begin with the letter they should, or the one after it.
_LONG = 18
# A name of this length may carry so many letters too many in front.
_LEAST_WITH_PREFIX = 12
_MOST_EXTRA = 3
# Beginnings that make another substance of what follows.
_MEANT = ("peg", "ado", "fam", "alb", "nab", "fab", "bi", "tri", "rh", "zr", "anti", "vic")
_LEAST_MISHEARD, _MOST_MISHEARD = 8, 4
_SAME_START = 4
_MOST_LIKE = 2000
# Words come again in other strings.
_MOST_REMEMBERED = 4096


class Speller:
    """Knows the names of one kind, and those that are none of ours but look like them.

    Args:
        entries: names that may be meant, normalized, with their entries.
        others: strangers that are compared with them, normalized.
        close_others: strangers that a slip or two from one of ours would be (`meant.close`).
        known: says what a normalized name is that is a known stranger.
    """

    def __init__(
        self,
        entries: dict[str, Entry],
        others: Iterable[str],
        close_others: Iterable[str],
        known: Callable[[str], tuple[str, str] | None],
    ) -> None:
        self._entry = entries
        self._ours = sorted(entries)
        self._others = sorted(others)
        self._known = known
        # Whether strings asked for last may mean any, and what they mean.
        self._may: dict[str, bool] = {}
        self._meant: dict[tuple[str, bool], Entry | None] = {}
        self._ends: set[str] = set()
        self._like: dict[str, int] = {}
        self._near_ours = Neighbors(self._ours)
        self._near_others = Neighbors([one for one in self._others if one.endswith(STEMS + SHARED_STEMS)])
        self._others_of: dict[tuple[str, int], list[str]] = {}
        self._close = Neighbors(list(close_others))
        self._close_of: dict[str, list[str]] = {}
        self.cut_off = CutOff(entries, self._others)
        self._heard = Heard(self._ours)
        self._heard_others = by_sound(self._others)

    def may_mean(self, name: str) -> bool:
        """Say whether a name of ours may be near: a quick look before `correct`, as for most none is."""
        found = self._may.get(name)
        if found is None:
            if len(self._may) >= _MOST_REMEMBERED:
                self._may.clear()
            found = self._may[name] = self._is_near(name)
        return found

    def _is_near(self, name: str) -> bool:
        allowed = slips_allowed(name)
        if not allowed or len(name) > LONGEST_NAME:
            return False
        if (len(name) >= LEAST_BEGUN_BESIDE and self.cut_off.begins(name)) or self._heard.by(name):
            return True
        if len(name) <= _LONG and (set(name[-2:]) <= set("mab") or ends_as_antibody(name)):
            if self._near_ours.any_within(name, allowed):
                return True
            # With two or three letters before it a name of ours is within four slips, one of them its own.
            return allowed <= _MOST_EXTRA and bool(self._without_beginning(name))
        allowed = min(allowed, 3 if len(name) >= _LEAST_FOR_THREE else 2)
        return self._near_ours.any_within(name, allowed, self._beginning_like(name))

    def may_be_long(self, name: str) -> bool:
        """Say whether a long name of ours is near: one that begins or ends as this does."""
        if not self._ends:
            long = [one for one in self._ours if len(one) > _LONG - 3]
            self._ends = {one[:3] for one in long} | {one[-4:] for one in long}
        return (name[:3] in self._ends or name[-4:] in self._ends) and self.may_mean(name)

    def _beginning_like(self, name: str) -> int:
        """Return which of our names begin with the letter that a string does, or with one meant by it."""
        key = name[:2] if len(name) < _LEAST_CHANGED else name[:2] + "+"
        found = self._like.get(key)
        if found is None:
            heard = HEARD_AS.get(name[0], "") if len(name) >= _LEAST_CHANGED else ""
            found = self._near_ours.beginning(1, name[0])
            for letter in name[:2] + heard:
                found |= self._near_ours.beginning(0, letter)
            if len(self._like) < _MOST_LIKE:
                self._like[key] = found
        return found

    def correct(self, name: str, *, beside: bool = False) -> Entry | None:
        """Return the entry that `name` was clearly meant to be, else None.

        It is clear when a name is nearest by the number of slips (a letter missing, added, changed
        or swapped with its neighbor), and the names of every other record, and every name that is
        none of ours, are farther: by more than one slip when there are more than two. A name cut
        off, and an antibody's name with two or three letters too many before it, are recognized too.

        Args:
            name: normalized, one word or the words of one name; no known stranger.
            beside: an amount or a form stands beside it.
        """
        if (name, beside) not in self._meant:
            if len(self._meant) >= _MOST_REMEMBERED:
                self._meant.clear()
            self._meant[name, beside] = self._correct(name, beside)
        return self._meant[name, beside]

    def _correct(self, name: str, beside: bool) -> Entry | None:
        allowed = slips_allowed(name)
        if not allowed or len(name) > LONGEST_NAME or sum(map(str.isalpha, name)) < len(name) / 2:
            return None
        return (
            self._begun(name)
            or self._nearest(name, allowed, beside)
            or self._sounding(name)
            or self._with_ending_misheard(name)
            or self._without_beginning(name)
        )

    def _begun(self, name: str) -> Entry | None:
        """Return the entry whose name was cut off; most of it stands there, or it is like no other."""
        found = self.cut_off.one(name, joined=len(name) > LEAST_BEGUN)
        if found is None:
            return None
        plain = normalize(found[2])
        return found if plain.endswith(STEMS) or 2 * len(name) >= len(plain) else None

    def _sounding(self, name: str) -> Entry | None:
        """Return the entry of the one name that sounds the same, when no stranger is as near that does."""
        ours = self._heard.by(name)
        heard = sound(name)
        if not ours or len({";".join(self._entry[plain][0]) for plain in ours}) > 1:
            return None
        three = len(name) >= _LEAST_FOR_THREE_HEARD or len(heard) > LEAST_HEARD
        most = 1 if len(heard) < LEAST_HEARD else 3 if three else 2
        near = process.extractOne(name, ours, scorer=OSA.distance, score_cutoff=most)
        if near is None or (name[0] != near[0][0] and near[1] > 1 and not begins_alike(name, heard)):
            return None
        if near[1] > 1 and not near[0].endswith(STEMS) and not are_voiced_alike(name, near[0]):
            return None
        meant = self._entry[near[0]][0]
        if any(self._entry[one][0] != meant for one, _ in self._near_ours.within(name, near[1] - 1)):
            return None  # aivolumab sounds like avelumab and is written more like nivolumab
        others = self._heard_others.get(heard, ())
        if process.extractOne(name, others, scorer=OSA.distance, score_cutoff=near[1]) is not None:
            return None
        others = [other for other in self._close_to(near[0]) if sound(other) == heard]
        if process.extractOne(name, others, scorer=OSA.distance, score_cutoff=1) is not None:
            return None
        return self._entry[near[0]]

    def _with_ending_misheard(self, name: str) -> Entry | None:
        """Return the antibody whose last letters were heard, or typed, otherwise: `-mad`, `-map`, `-uad`."""
        if len(name) < _LEAST_MISHEARD or not ends_as_antibody(name):
            return None
        found: dict[str, Entry] = {}
        for cut in range(1, _MOST_MISHEARD + 1):
            mended = name[:-cut] + "mab"
            for plain, _ in self._near_ours.within(mended, 1):
                if plain.endswith("mab") and plain[:_SAME_START] == name[:_SAME_START]:
                    found[plain] = self._entry[plain]
        if len({";".join(entry[0]) for entry in found.values()}) != 1:
            return None
        plain = min(found, key=lambda one: int(OSA.distance(name, one)))
        slips = int(OSA.distance(name, plain))
        return None if slips > _MOST_MISHEARD or self._near_others.any_within(name, slips) else found[plain]

    def _without_beginning(self, name: str) -> Entry | None:
        """Return the antibody before whose name stand two or three letters too many."""
        if len(name) < _LEAST_WITH_PREFIX or not set(name[-3:]) <= set("mab") or name.startswith(_MEANT):
            return None
        strange = starting(self._ours, name) or starting(self._others, name)
        if strange or self._near_others.any_within(name, 3):
            return None
        for extra in range(2, _MOST_EXTRA + 1):
            rest = name[extra:]
            found = (
                None if self._known(rest) else self._entry.get(rest) or self._nearest(rest, 1, beside=False)
            )
            if found is not None:
                return found
        return None

    def _nearest(self, name: str, allowed: int, beside: bool) -> Entry | None:
        close = self._near_ours.within(name, allowed)
        if not close:
            return None
        plain, slips = min(close, key=lambda one: (one[1], not one[0].endswith(STEMS)))
        best = self._entry[plain]
        # A brand may end as an international name does, and looks like every other brand all the same: Proleukin.
        stem = plain if best[1] not in BRANDS else ""
        most = min(slips_allowed(one, stem, beside=beside) for one in (name, plain))
        again = slips > 1 and reordered(name, plain)  # adcretis
        if (slips > most and not again) or digits(name) != digits(plain) or is_other_payload(name, plain):
            return None  # alfa-2a is not alfa-2b, nor is a 4-valent vaccine a 9-valent one
        international = plain.endswith(STEMS) and best[1] not in BRANDS
        unheard = slips > 1 and not (international or again) and len(plain) < LEAST_UNHEARD
        if unheard and OSA.distance(sound(name), sound(plain)) > 1:
            return None
        if name[1:] == plain and len(plain) <= _LEAST_CHANGED and not (international or beside):
            return None  # haldara: some language has any letter before aldara
        first_changed = name[0] != plain[0] and name[0] not in plain[:2] and plain[0] not in name[:2]
        confused = slips == 1 and len(plain) >= _LEAST_CHANGED and frozenset((name[0], plain[0])) in CONFUSED
        if not international and (
            (first_changed and not confused) or (len(plain) < _LEAST_CHANGED and changed(name, plain))
        ):
            return None
        if len(plain) < _LEAST_ADDED and unlikely(name, plain) > 1:
            return None
        margin = slips + (1 if slips > 2 or first_changed else 0)
        close = close if margin <= allowed else self._near_ours.within(name, margin)
        if any(rival != plain and self._entry[rival][0] != best[0] for rival, far in close if far <= margin):
            return None
        others = self._others_near(plain, slips + margin)
        rival = process.extractOne(name, others, scorer=OSA.distance, score_cutoff=margin)
        if rival is not None and not is_likelier(name, plain, rival[0], stem):
            return None
        return None if self._is_beside_stranger(name, plain, slips) else best

    def _is_beside_stranger(self, name: str, plain: str, slips: int) -> bool:
        """Say whether a drug or a word is one slip from a string that is so many slips from a name of ours."""
        if slips >= slips_of_close(plain):
            return any(map(self._rivals, one_slip_from(name, "")))
        others = process.extract(name, self._close_to(plain), scorer=OSA.distance, score_cutoff=1, limit=None)
        if not others or slips > 1:
            return bool(others)
        ours = unlikely(name, plain)
        least = ours - 1 if len(plain) >= LEAST_KNOWN else ours
        return any(far == 0 or unlikely(name, other) <= least for other, far, _ in others)

    def _close_to(self, plain: str) -> list[str]:
        """Return the strangers that are close to a name of ours."""
        found = self._close_of.get(plain)
        if found is None:
            found = [other for other, _ in self._close.within(plain, slips_of_close(plain))]
            self._close_of[plain] = found
        return found

    def _others_near(self, plain: str, slips: int) -> list[str]:
        """Return the strangers within so many slips of a name of ours, remembered: many strings mean it."""
        found = self._others_of.get((plain, slips))
        if found is None:
            found = [other for other, _ in self._near_others.within(plain, slips)]
            self._others_of[plain, slips] = found
        return found

    def _rivals(self, name: str) -> bool:
        """Say whether a string is the name of another drug, or a word."""
        known = self._known(name)
        return known is not None and known[0] in RIVALS
