"""Tells what a word sounds like: its consonants, those that sound alike as one."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters written for the same sound; what stands first is changed first.
_AS_HEARD = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"[sz]?c(?=[eiy])"), "s"),
    (re.compile(r"ch|ck|q|c"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"g(?=[eiy])"), "j"),
    (re.compile(r"th"), "t"),
    (re.compile(r"(?<=.)h"), ""),
    (re.compile(r"^[aeiouyh]+"), "a"),
    (re.compile(r"(?<=.)[aeiouyw]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
# The same with the vowels: those that are heard alike.
_AS_VOICED = (
    *_AS_HEARD[:8],
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ie|ey|ea|y"), "i"),
    (re.compile(r"ou|w"), "u"),
    (re.compile(r"i[ei]"), "i"),
)
# Letters of which one may be heard as the other are one, and vowels none.
_SIMPLER = str.maketrans("pfckqszxgj", "ppkkkkkkgg", "aeiouyhw")
_LEAST_SOUNDED, _LONGEST_SOUNDED = 6, 20
# With fewer consonants too many words sound alike.
LEAST_HEARD = 4


def sound(plain: str) -> str:
    """Return what a normalized word sounds like: `tecentreq` and `tecentriq` are one.

    Of a syllable said twice one is heard: `panitumab` is `panitumumab`.
    """
    for written, heard in _AS_HEARD:
        plain = written.sub(heard, plain)
    return plain


def voiced(plain: str) -> str:
    """Return what a normalized word sounds like with its vowels: `opdeevo` and `opdivo` are nearly one."""
    for written, heard in _AS_VOICED:
        plain = written.sub(heard, plain)
    return plain


def are_voiced_alike(name: str, plain: str) -> bool:
    """Say whether two words of one sound have nearly its vowels, too, or the same letters: guardasol is no Gardasil."""
    from rapidfuzz.distance import OSA  # two interpreter starts

    if name[0] == plain[0] and sorted(name) == sorted(plain):
        return True
    return OSA.distance(voiced(name), voiced(plain), score_cutoff=1) <= 1


class Heard:
    """Finds the names that sound as a word does, soon where none does.

    Args:
        names: normalized; those of one word are heard.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_sound = by_sound(names)
        self._outlines = {_outline(plain) for plain in self._by_sound}

    def by(self, name: str) -> list[str]:
        """Return the names that sound like this."""
        return self._by_sound.get(sound(name), []) if _outline(name) in self._outlines else []


def _outline(plain: str) -> str:
    """Return what words have in common that sound alike, and others have, too: quick to tell."""
    return once(plain.translate(_SIMPLER))


def once(plain: str) -> str:
    """Return a word with each letter once where it is written twice."""
    return "".join([sign for before, sign in zip(f" {plain}", plain, strict=False) if sign != before])


def is_heard(plain: str) -> bool:
    """Say whether a name is one word, neither so short nor so long that its sound says nothing."""
    return _LEAST_SOUNDED <= len(plain) <= _LONGEST_SOUNDED and plain.isalpha()


def by_sound(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the names of one word by what they sound like."""
    found: dict[str, list[str]] = {}
    for plain in names:
        if is_heard(plain):
            found.setdefault(sound(plain), []).append(plain)
    return found
