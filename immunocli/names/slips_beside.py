"""Reads the misspelled name that a short note begins with, beside words that are not read: `Tecarrtus MCL`."""

from __future__ import annotations

from immunocli.names.around import OF_DRUGS
from immunocli.names.forms import normalize
from immunocli.names.international import is_international
from immunocli.names.reading import OTHERS, OURS, PARTNER, SPELLING, SURE, UNREAD, WORD, Hit
from immunocli.names.slips import reordered, unlikely
from immunocli.names.slips_inside import OF_THE_NEXT, PART, is_no_part
from immunocli.names.sounds import sound
from immunocli.names.words_beside_drugs import FORBIDDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Reading
    from immunocli.names.tokens import Token

# A note has so many words, the misspelled one so many letters; one of fewer has but a slip that is not heard.
_MOST_WORDS, _LEAST, _LEAST_HEARD = 8, 7, 8
_LEAST_LIKELY = 6
_SHORT = 3
# Beside one of these a name is that of a person or a place, or a part of another name.
_BARRING = (FORBIDDING - OF_THE_NEXT) | {"title", "part-of-place", "maker", "relative"}
_NO_NOTES = ("person", "place")
# Of the words so marked one may be misspelled.
_LEFT = frozenset((UNREAD, OTHERS, WORD, PARTNER))
# What is given beside a drug.
_BESIDE = frozenset(
    "rt crt chemort chemo chemotherapy radiotherapy radiation surgery folfox folfiri asct tki".split()
)
# What shows that a drug is meant; beside a longer word nothing need.
_GIVEN, _TREATED, _LEAST_LONG = frozenset((*OF_DRUGS, "dosing")), ("cancer", "disease"), 8


def read(reading: Reading, lexicon: Lexicon, spell: Callable[[str], Entry | None]) -> bool:
    """Read the one misspelled name of a short note.

    Args:
        reading: of a string in which no name was found.
        lexicon: the names of therapies.
        spell: returns the name that a misspelled word meant.

    Returns:
        whether there was one.
    """
    tokens, marks = reading.tokens, reading.marks
    if not 1 < len(tokens) <= _MOST_WORDS:
        return False
    places = [place for place, mark in enumerate(marks) if mark in _LEFT]
    if len(places) <= (0 if reading.hits else 1) or not _BARRING.isdisjoint(marks):
        return False  # one word alone was looked at
    likely = [place for place in places if _is_likely(reading, place, lexicon)]
    longest = max([len(tokens[place].plain) for place in likely], default=0)
    noted = {place: _is_noted(tokens[place], lexicon) for place in places} if longest else {}
    if not longest or not all(told or place in likely for place, told in noted.items()):
        return False
    if longest < _LEAST_LONG and not _tells_of_drugs(reading, lexicon):
        return False
    found: Hit | None = None
    for place in places:
        if not OF_THE_NEXT.isdisjoint(marks[:place]):
            break
        entry = _meant(tokens[place].plain, spell) if place in likely else None
        if entry is not None and is_international(normalize(entry[2])) and _goes_on(reading, place, lexicon):
            return False
        if entry is not None and found is None:
            found = Hit(place, place + 1, [entry[0], SPELLING, entry[2]], SURE)
        elif not noted[place]:
            return False
    if found is None or not (
        len(tokens[found.first].plain) >= _LEAST_LONG or _tells_of_drugs(reading, lexicon)
    ):
        return False
    reading.hits.append(found)
    marks[found.first] = OURS
    return True


def _goes_on(reading: Reading, place: int, lexicon: Lexicon) -> bool:
    """Say whether a word behind an international name may be part of another: `trastuzu duoc` is no trastuzumab."""
    if place + 1 == len(reading.tokens) or reading.marks[place + 1] not in (UNREAD, WORD, OTHERS):
        return False
    token = reading.tokens[place + 1]
    if not token.plain.isalpha() or token.gap != " " or lexicon.roles.get(token.plain) == PARTNER:
        return False
    if is_no_part(token.plain, lexicon):
        return False
    if PART.search(token.plain):
        return True
    return any(role == "payload" and word.startswith(token.plain) for word, role in lexicon.roles.items())


def _tells_of_drugs(reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether a word tells how a drug is given, or for what."""
    if any(mark in _GIVEN or mark == PARTNER for mark in reading.marks):
        return True
    keeper, plains = lexicon.keeper, [token.plain for token in reading.tokens]
    of_cancers = keeper.around("cancer")
    if any(plain in _BESIDE or of_cancers.get(plain, "")[:1] == "=" for plain in plains):
        return True  # an organ that a cancer is of
    if any(
        len(token.plain) >= _SHORT
        and token.text.isupper()
        and (keeper.name("cancer", token.plain) or [[]])[0]
        for token in reading.tokens
    ):
        return True  # NHL, DLBCL
    known = [lexicon.stranger(token.plain) for token in reading.tokens]
    return any(one is not None and one[0] in _TREATED for one in known)


def _is_apart(reading: Reading, place: int) -> bool:
    """Say whether blanks, commas or an opening bracket stand around a word."""
    tokens = reading.tokens
    return all(not tokens[at].gap.strip(" ,;(") for at in (place, place + 1) if 0 < at < len(tokens))


def _is_likely(reading: Reading, place: int, lexicon: Lexicon) -> bool:
    """Say whether a word may be a misspelled name: letters, so many, apart from others, and none that is known."""
    plain = reading.tokens[place].plain
    return (
        len(plain) >= _LEAST_LIKELY
        and plain.isalpha()
        and plain.isascii()
        and _is_apart(reading, place)
        and lexicon.stranger(plain) is None
    )


def _meant(plain: str, spell: Callable[[str], Entry | None]) -> Entry | None:
    """Return the name that a misspelled word is near to."""
    entry = spell(plain)
    return entry if entry is not None and _is_near(plain, normalize(entry[2])) else None


def _is_noted(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a word may stand in a note on a drug: no name of a person, a firm or another drug does."""
    text, plain = token.text, token.plain
    if len(plain) <= _SHORT or not plain.isalpha() or lexicon.roles.get(plain) == PARTNER:
        return True
    if lexicon.keeper.around("cancer").get(plain, "")[:1] == "=":
        return True  # Merkel
    known = lexicon.stranger(plain)
    if known is None:
        return not text[:1].isupper() or text.isupper()
    if known[0] == "drug":
        return False
    return known[0] in _TREATED or not text[:1].isupper() or (text.isupper() and known[0] not in _NO_NOTES)


def _is_near(written: str, name: str) -> bool:
    """Say whether one slip was made, or two that are not heard."""
    from rapidfuzz.distance import OSA  # two interpreter starts

    if is_international(name) or reordered(written, name):
        return True
    slips = OSA.distance(written, name)
    if len(name) < _LEAST:
        return slips <= 1 and unlikely(written, name) == 0
    return slips <= 1 or (slips <= 2 and len(name) >= _LEAST_HEARD and sound(written) == sound(name))
