"""Weighs the names of drugs in labels, in which words say less than in strings with blanks."""

from __future__ import annotations

from immunocli.names import contexts, denials, labels, numbered, signs
from immunocli.names.around import OF_DRUGS
from immunocli.names.forms import normalize
from immunocli.names.reading import LIKELY, NUMBER, SPELLING, SURE, Found, nothing
from immunocli.names.tokens import rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Hit, Reading

_SHOWING = OF_DRUGS | {"trial", "dosing"}
_DENYING = frozenset(
    "not-given not-given-after not-given-around not-given-either not-given-next anti placebo".split()
)
_LEAST_WORD, _LEAST_SHORT, _LEAST_BESIDE = 2, 4, 3


def read(
    text: str,
    found: Found,
    lexicon: Lexicon,
    reading_of: Callable[[str], Reading],
    strangers: Callable[[Reading], None],
) -> Found:
    """Return the therapies that a label names.

    Args:
        text: the label.
        found: nothing, or a spelling that was corrected in it: it stays unless its words deny it.
        lexicon: the names of therapies.
        reading_of: returns what each word of a string is.
        strangers: marks the strangers in a string that was read.
    """
    words = labels.words(text, lexicon.roles, lexicon.entry, lexicon.stranger)
    if not words or lexicon.stranger(normalize(text)) is not None:
        return found
    reading = reading_of(words)
    numbered.settle(reading, lexicon)
    denials.read_phrases(reading, lexicon.roles)
    strangers(reading)
    denials.keep_given(reading)
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
        review=bool(unread) or doubtful or contexts.is_antibody_of(reading)
        or contexts.is_choice(reading)
        or signs.is_doubtful(reading, lexicon),
        unread=";".join(labels.as_written(text, piece) for piece in rest),
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
        if hit.entry[1] == SPELLING or (hit.entry[1] == "code" and contexts.goes_on(reading, hit)):
            reading.drop(hit)
        elif hit.strength < SURE:
            plain = "".join([token.plain for token in tokens[hit.first : hit.last]])
            known = lexicon.stranger(plain) is not None
            if known or not shown or not _is_told(reading, hit, several=several):
                reading.drop(hit)
            doubtful = True
    return doubtful


def _is_told(reading: Reading, hit: Hit, *, several: bool) -> bool:
    """Say whether a short name stands in a label as it is known: axi_cel, T_VEC, durva, BCG."""
    entry: Entry = hit.entry
    if entry[1] == "code":
        return False
    if hit.strength == LIKELY and entry[1] != "combination":
        return True
    words = reading.tokens[hit.first : hit.last]
    letters = _letters(reading.text[words[0].start : words[-1].end])
    if entry[1] == "abbreviation" and letters[:1].lower() != entry[0][0][:1]:
        return False  # cytokines are measured: IL_2, GM_CSF
    if len(words) > 1 and not entry[2].isalnum():
        return len(letters) >= _LEAST_SHORT
    if contexts.is_begun(letters, hit, _LEAST_BESIDE if several else _LEAST_SHORT):
        return True
    return len(letters) >= _LEAST_BESIDE and letters == _letters(entry[2])


def _is_glued(text: str, reading: Reading) -> bool:
    """Say whether another word was written right before a name: PatientNivolumab."""
    tokens = reading.tokens
    return any(
        hit.first and tokens[hit.first - 1].text + tokens[hit.first].text in text for hit in reading.hits
    )


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
