"""Weighs the names of drugs in labels, in which words say less than in strings with blanks."""

from __future__ import annotations

import re

from immunocli.names import (
    cell_answers,
    denials,
    numbered_brands,
    paperwork,
    sheet_words,
    signs,
    words_beside_drugs,
)
from immunocli.names.around import OF_DRUGS
from immunocli.names.forms import normalize
from immunocli.names.longer_names import mark_strangers
from immunocli.names.reading import LIKELY, NUMBER, SPELLING, SURE, UNREAD, Found, nothing
from immunocli.names.tokens import rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Hit, Reading

_SHOWING = OF_DRUGS | {"trial", "dosing"}
_DENYING = frozenset(
    "not-given not-given-after not-given-around not-given-either not-given-next anti placebo".split()
)
_LEAST_WORD, _LEAST_SHORT, _LEAST_BESIDE, _LEAST_DISTINCT = 2, 4, 3, 5
# What a label tells of a sample denies no drug: where it is from, how it was looked at, how its donor fared.
# The title of a column in which it is told what was given before.
_EARLIER = re.compile(
    r"(?:prior|prev|previous)_(?:tx|trt|rx|io|ici|therapy|treatments?|lines?|drugs?)(?:__+|[=:])", re.I
)
_OF_SAMPLES = frozenset(
    "plasma serum screen culture cultures smear pcr panel ihc concentration resistant resistance refractory sensitive "
    "sensitivity exposed experienced nonresponder nonresponders nonresponse responder pre post toxicity colitis pneumonitis "
    "myocarditis hepatitis induced related associated".split()
)


def read(
    text: str,
    found: Found,
    lexicon: Lexicon,
    reading_of: Callable[[str], Reading],
) -> Found:
    """Return the therapies that a label names.

    Args:
        text: the label.
        found: nothing, or a spelling that was corrected in it: it stays unless its words deny it.
        lexicon: the names of therapies.
        reading_of: returns what each word of a string is.
    """
    words = sheet_words.words(text, lexicon.roles, lexicon.entry, lexicon.stranger)
    if not words or lexicon.stranger(normalize(text)) is not None:
        return found
    if paperwork.is_address(text) or cell_answers.is_empty_cell(
        text, lexicon.keeper.around(cell_answers.ANSWERS)
    ):
        return nothing()
    reading = reading_of(words)
    numbered_brands.settle(reading, lexicon)
    denials.read_phrases(reading, lexicon.roles)
    mark_strangers(reading, lexicon)
    _read_samples(reading, text)
    denials.keep_given(reading, lexicon.keeper.around)
    if found.entries:
        return nothing() if not _DENYING.isdisjoint(reading.marks) else found
    doubtful = settle(reading, lexicon) or _is_glued(text, reading)
    if not reading.hits:
        return nothing()
    unread = reading.unread()
    entries = [hit.entry for hit in sorted(reading.hits, key=lambda hit: hit.first)]
    rest = rest_of(words, reading.tokens, unread).split(";")
    return Found(
        entries,
        entries[0][1],
        review=bool(unread)
        or doubtful
        or words_beside_drugs.is_doubtful(reading)
        or signs.is_doubtful(reading, lexicon),
        unread=";".join(sheet_words.as_written(text, piece) for piece in rest),
    )


def settle(reading: Reading, lexicon: Lexicon) -> bool:
    """Drop the names of which a label says too little.

    Names in full and codes stay; shorter ones only as we know them and beside a word that shows a drug.

    Returns:
        whether a person should look: a short name is in it.
    """
    tokens = reading.tokens
    shown = _is_dosed(reading) or any(
        mark in _SHOWING and len(tokens[place].plain) >= _LEAST_WORD and not tokens[place].plain.isdigit()
        for place, mark in enumerate(reading.marks)
    )
    several = len({";".join(hit.entry[0]) for hit in reading.hits}) > 1
    doubtful = False
    for hit in list(reading.hits):
        if hit.entry[1] == SPELLING or (hit.entry[1] == "code" and words_beside_drugs.goes_on(reading, hit)):
            reading.drop(hit)
        elif hit.strength < SURE:
            plain = "".join([token.plain for token in tokens[hit.first : hit.last]])
            known = lexicon.stranger(plain) is not None
            told = _is_distinct(reading, hit) or (shown and _is_told(reading, hit, several=several))
            if known or not told:
                reading.drop(hit)
            doubtful = True
    return doubtful


def _read_samples(reading: Reading, text: str) -> None:
    """Leave unread what a label tells of its sample: plasma, and how the drug that was given did: resistant, exposed."""
    if "_" in text or " " not in text.strip():
        for place, token in enumerate(reading.tokens):
            if token.plain in _OF_SAMPLES or (place == 0 and _EARLIER.match(text)):
                reading.marks[place] = UNREAD


def _is_distinct(reading: Reading, hit: Hit) -> bool:
    """Say whether a short name is no word, whatever stands beside it: tdxd, tvec, and the beginning of a name: blina."""
    letters, label = _letters(reading.written(hit)), hit.entry[2]
    if hit.entry[1] == "combination" and hit.strength == LIKELY:
        pieces = [
            token.plain for token in reading.tokens[hit.first : hit.last] if len(token.plain) >= _LEAST_SHORT
        ]
        begun = any(one.startswith(piece) for one in hit.entry[0] for piece in pieces)
        return begun and hit.last - hit.first > 1  # ipi_nivo, pembro_axi
    if hit.entry[1] != "abbreviation":
        return False
    if hit.last - hit.first > 1:
        alike = letters == _letters(label) and len(letters) >= _LEAST_SHORT and not letters.islower()
        return "-" in label and alike and letters[:1].casefold() == hit.entry[0][0][:1]  # T_DM1
    if "-" in label and len(letters) >= _LEAST_SHORT and letters.casefold() == _letters(label).casefold():
        return str(hit.entry[0][0]).startswith(letters[:1].casefold())
    return words_beside_drugs.is_begun(letters, hit, _LEAST_DISTINCT)


def _is_told(reading: Reading, hit: Hit, *, several: bool) -> bool:
    """Say whether a short name stands in a label as it is known: axi_cel, T_VEC, durva, BCG."""
    entry: Entry = hit.entry
    if entry[1] == "code":
        routed = "route" in reading.marks or "form" in reading.marks
        return routed and _letters(entry[2]) == _letters(reading.written(hit))
    if hit.strength == LIKELY and entry[1] != "combination":
        return True
    letters = _letters(reading.written(hit))
    if entry[1] == "abbreviation" and letters[:1].lower() != entry[0][0][:1]:
        return False  # cytokines are measured: IL_2, GM_CSF
    if hit.last - hit.first > 1 and not entry[2].isalnum():
        return len(letters) >= _LEAST_SHORT
    least = _LEAST_BESIDE if several or _is_measured(reading, hit) else _LEAST_SHORT
    if words_beside_drugs.is_begun(letters, hit, least):
        return True
    if len(letters) < _LEAST_BESIDE:
        return False
    if entry[0] == [letters.casefold()]:
        return True  # BCG is its record's name
    ours = _letters(entry[2])
    return letters == ours or (letters.islower() and letters == ours.lower() and _is_scheduled(reading, hit))


def _is_glued(text: str, reading: Reading) -> bool:
    """Say whether another word was written right before a name: PatientNivolumab."""
    tokens = reading.tokens
    return any(
        hit.first and tokens[hit.first - 1].text + tokens[hit.first].text in text for hit in reading.hits
    )


def _is_measured(reading: Reading, hit: Hit) -> bool:
    """Say whether a number and its unit stand right behind a name: ipi 1 mgkg."""
    return reading.marks[hit.last : hit.last + 2] == [NUMBER, "amount"]


def _is_scheduled(reading: Reading, hit: Hit) -> bool:
    """Say whether right behind a name stands how it is given: bcg_induction."""
    return reading.marks[hit.last : hit.last + 1] == ["dosing"]


def _is_dosed(reading: Reading) -> bool:
    """Say whether a number of milligrams stands right behind a name: atezo 1200."""
    return any(
        hit.last < len(reading.tokens)
        and reading.marks[hit.last] == NUMBER
        and len(reading.tokens[hit.last].text) >= _LEAST_BESIDE
        for hit in reading.hits
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
