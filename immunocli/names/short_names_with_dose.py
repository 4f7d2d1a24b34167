"""Says which short names of drugs stand before their dose or before how often they are given."""

from __future__ import annotations

import re

from immunocli.names import doses
from immunocli.names.reading import LISTED, NUMBER, OTHERS
from immunocli.names.words_beside_drugs import as_written, is_begun, letters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Hit, Reading
    from immunocli.names.tokens import Token

# A beginning of a name has so many letters, and an acronym.
_LEAST_BEGUN, _LEAST = 4, 3
# A shorter code is a gene, too: RP1.
_LEAST_CODE = 4
# These tell of time beside anything.
_ANY_TIMES = frozenset(
    "to up other first second third day days d h hr pt age patient patients male female min".split()
)
# Which line of treatment something is.
_LINES = ("1l", "2l", "3l", "frontline")
# What is given before or after an operation: `TCHP neoadj`.
_SETTINGS = ("neoadj", "neoadjuvant", "adjuvant", "regimen", "protocol", "perioperative")
# What a dose of a drug is told in; what is measured is told in a volume.
_DOSES = (
    "mg",
    "mcg",
    "ug",
    "g",
    "miu",
    "mu",
    "mui",
    "mio",
    "million",
    "iu",
    "mgkg",
    "mgm2",
    "milligram",
    "milligrams",
)
_WITH_UNIT = re.compile(r"\d+(?:mg|mcg|ug|miu|mu)$")
_VOLUMES = ("ml", "dl", "l", "cc")


def is_scheduled(reading: Reading, hit: Hit) -> bool:
    """Say whether right behind a short name stands how often it is given: `TCHP q21d`, `nivo maint`, `R-CHOP x 6`."""
    tokens, marks = reading.tokens, reading.marks
    place = hit.last
    if place >= len(tokens) or LISTED.search(tokens[place].gap):
        return False
    if marks[place : place + 2] == [NUMBER, "dosing"] and tokens[place + 1].plain not in _ANY_TIMES:
        place += 1  # 2. Linie
    written = reading.written(hit)
    if tokens[place].plain == "x":
        short = len(written) < _LEAST and doses.lasts(tokens, place + 2)  # bed rest is kept for days
        return marks[place + 1 : place + 2] == [NUMBER] and not short
    begun = is_begun(written, hit)
    if begun and marks[place] == NUMBER and place + 1 < len(tokens):
        return marks[place + 1] == "amount"
    if begun and doses.is_cycle(tokens[place].plain):
        return True
    letters = len(letters_of(hit.entry[2]))
    signed = letters >= _LEAST and not written.isalnum() and as_written(hit.entry[2], written)
    lined = letters >= _LEAST and written == hit.entry[2] and tokens[place].plain in _LINES  # FCR 1L
    acronym = hit.entry[1] == "combination" and (letters >= _LEAST_BEGUN or signed or lined)
    if not (begun or acronym or hit.entry[0][0] == written.casefold()):
        return False
    return (marks[place] == "dosing" and tokens[place].plain not in _ANY_TIMES) or tokens[
        place
    ].plain in _SETTINGS


def is_dosed(reading: Reading, hit: Hit) -> bool:
    """Say whether a short name stands letter by letter before its dose: `BCG 50 mg`, `T-DM1 3.6 mg/kg`, `EV 1.25 mg/kg`.

    One of two letters is also a route and a word: it begins its string, and its dose is by weight or surface.
    """
    tokens, marks = reading.tokens, reading.marks
    written = reading.written(hit)
    letters = len(letters_of(written))
    if not (is_begun(written, hit, _LEAST) or as_written(hit.entry[2], written)):
        return False
    if hit.entry[1] == "code" and letters < _LEAST_CODE:
        return False
    place = hit.last
    while place < len(tokens) and (marks[place] == "dosing" or doses.is_cycle(tokens[place].plain)):
        place += 1
    if place >= len(tokens) or LISTED.search(tokens[place].gap):
        return False
    dosed = _WITH_UNIT.match(tokens[place].plain) is not None
    if marks[place] == NUMBER:
        while place < len(tokens) and marks[place] == NUMBER:
            place += 1
        if place == len(tokens) and is_begun(written, hit):
            return True  # nivo 240: `stands_alone` says of which number
        dosed = place < len(tokens) and tokens[place].plain in _DOSES and not LISTED.search(tokens[place].gap)
    per = tokens[place + 1] if place + 1 < len(tokens) else None
    weighed = dosed and per is not None and "/" in per.gap
    if weighed and per is not None and per.plain in _VOLUMES:
        return False
    if letters < _LEAST:
        return weighed and hit.first == 0 and OTHERS not in marks
    return dosed


def is_before_ours(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether a name of ours stands right behind a word: C14 durva."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    entry = lexicon.entry(following.plain) if following and following.gap == " " else None
    return entry is not None and bool(entry[0])
