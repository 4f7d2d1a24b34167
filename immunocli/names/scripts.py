"""Turns words of other scripts into what is heard of them, as names are said alike everywhere: `ніволумаб`."""

from __future__ import annotations

import re
import unicodedata

from immunocli.names.sounds import once

VOWELS = "aeiou"
# What is heard of each letter: Russian, Ukrainian, Bulgarian and Serbian; Greek; Georgian; Armenian.
_LETTERS = str.maketrans(
    dict(zip("абвгґдеєэжзсиіыйјклљмнњопрртуўфцчшщћ", "abvggdeeejssiiiiikllmnnoprrtuvfsksss", strict=True))
    | {"х": "", "ъ": "", "ь": "", "һ": "", "ю": "iu", "я": "ia", "џ": "j", "ђ": "j"}
    | dict(zip("αβγδεζηικλμνορσςτυφωπ", "avgdesiiklmnorsstifop", strict=True))
    | {"θ": "t", "ξ": "ks", "ψ": "ps", "χ": ""}
    | dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭ", "abgdevstiklmnopjrstupkgkssssss", strict=True))
    | {"ხ": "", "ჰ": ""}
    | dict(zip("աբգդեզէըթժիլկմյնոչպջռսվտրցւփքօֆ", "abgdeseetjilkminospjrsvtrsvpkof", strict=True))
)
# Arabic, Persian and Hebrew leave vowels out, and have one letter for b and p, and for v and f.
_CONSONANTS = str.maketrans(
    dict(zip("ابپتثجچدذرزژسشصضطظغفڤقکكگلمنويیى", "abbttgsdsrsssssdtsgbbkkkglmnuiia", strict=True))
    | dict.fromkeys("عهةء", "")
    | {"خ": "k"}
    | dict(zip("אבגדוזטיךכלםמןנסףפץצקרשת", "abgdustikklmmnnsbbsskrst", strict=True))
    | dict.fromkeys("העח", "")
)
# Two letters for one sound.
_PAIRS = (
    ("ու", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"),
)  # fmt: skip
# How the same is written in Latin letters.
_LATIN = (
    ("ph", "f"), ("th", "t"), ("tsch", "s"), ("sch", "s"), ("ch", "k"), ("ck", "k"), ("qu", "kv"), ("x", "ks"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("z", "s"), ("w", "v"), ("y", "i"), ("h", ""), ("q", "k"),
)  # fmt: skip
_ENDING = re.compile(f"[{VOWELS}]+$")
# Before these a nasal sound is hardly heard, and Greek has no other way to write the b, d and g behind it.
_NASAL = re.compile(r"m(?=b)|n(?=[dg])")
_OTHER = re.compile(r"[\u0370-\u06ff\u10a0-\u10ff]+")
_ABJAD = re.compile(r"[\u0590-\u06ff]")
_ALIKE = str.maketrans("pfv", "bbb")
# Letters of which one may be heard as the other are one, and those that may be heard as nothing are none.
_ROUGHLY = str.maketrans("pfckqszx", "ppkkkkkk", "aeiouyhwvmnt")


def is_other(text: str) -> bool:
    """Say whether a word is written in a script whose letters are known here."""
    return _OTHER.fullmatch(_bare(text)) is not None


def leaves_vowels_out(text: str) -> bool:
    """Say whether a word is written in a script of consonants."""
    return _ABJAD.search(text) is not None


def heard(text: str) -> str:
    """Return what is heard of a word of another script; of vowels left out, nothing."""
    text = _bare(text)
    if leaves_vowels_out(text):
        return _once(text.translate(_CONSONANTS))
    for pair, letter in _PAIRS:
        text = text.replace(pair, letter)
    return _once(text.translate(_LETTERS))


def heard_latin(plain: str) -> str:
    """Return what is heard of a normalized name in Latin letters."""
    for written, sound in _LATIN:
        plain = plain.replace(written, sound)
    return _once(plain)


def outline(plain: str) -> str:
    """Return what normalized names in Latin letters have in common that are heard alike, and others have, too."""
    return once(plain.translate(_ROUGHLY))


def alike(said: str) -> str:
    """Return what is heard of a name, with one letter for those that a script of consonants has one for."""
    return _once(said.translate(_ALIKE))


def consonants(said: str) -> str:
    """Return the consonants of what is heard."""
    return "".join(sign for sign in said if sign not in VOWELS)


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join([sign for sign in parts if not unicodedata.combining(sign)])


def _once(said: str) -> str:
    return _ENDING.sub("", _NASAL.sub("", once(said)))
