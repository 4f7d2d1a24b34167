"""Reads misspelled international names among words that are not read: they end as no other word does."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize
from immunocli.names.international import ends_as_antibody, is_international
from immunocli.names.reading import OURS, SPELLING, SURE, UNREAD, WORD, Hit
from immunocli.names.words_beside_drugs import FORBIDDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Reading

# These deny what follows: durvulumab after chemotherapy.
OF_THE_NEXT = frozenset(("not-given", "not-given-next"))
_BARRING = FORBIDDING - OF_THE_NEXT
# How illnesses end.
_ILLNESS = re.compile(r"(?:omas?|a?emias?|osis|itis)$")
# A misspelled name has so many letters.
_LEAST = 9
_LEAST_PART = 3
# So many letters has an antibody's name with what it carries, in one word.
_LEAST_GLUED = 14
_LEAST_CARRIED, _GREEK = 5, "abg"
# How what an antibody carries, a Greek letter, or what makes it last ends, with a slip.
PART = re.compile(
    r"^b[aet]{2,4}$|^[ag][alfphm]{2,4}$|(?:[aio]n|in|ine?|ane|tox|ox|fa|ta|ma|pha|gol|cel|vec|fusp|cept|ase)e?$"
)


def read(reading: Reading, lexicon: Lexicon, spell: Callable[[str], Entry | None]) -> bool:
    """Read the misspelled international names of a string in which no name was found.

    Args:
        reading: the string.
        lexicon: the names of therapies.
        spell: returns the name that a misspelled word meant.

    Returns:
        whether there were any.
    """
    if not _BARRING.isdisjoint(reading.marks):
        return False
    for place, token in enumerate(reading.tokens):
        plain = token.plain
        if reading.marks[place] in OF_THE_NEXT:
            break
        if reading.marks[place] != UNREAD or len(plain) < _LEAST or not _ends_as_one(plain):
            continue
        last = place + 1
        entry = None if lexicon.stranger(plain) else spell(plain)
        if entry is not None and _goes_on(reading, place, lexicon):
            entry = spell(plain + reading.tokens[last].plain) if last < len(reading.tokens) else None
            last += 1
        if entry is not None and (_as_many(entry[2], last - place) or _is_together(plain, entry[2])):
            reading.hits.append(Hit(place, last, [entry[0], SPELLING, entry[2]], SURE))
            reading.mark(place, last, OURS)
    return bool(reading.hits)


def is_no_part(plain: str, lexicon: Lexicon) -> bool:
    """Say whether a word is known and names no drug, so that it is no part of a drug's name: neuroblastoma."""
    if _ILLNESS.search(plain) or lexicon.keeper.around("cancer").get(plain, "")[:1] == "=":
        return True
    known = lexicon.stranger(plain)
    return known is not None and known[0] in ("cancer", "disease", "test", "procedure")


def _ends_as_one(plain: str) -> bool:
    """Say whether a word ends as an international name does, or as one is written for it: `retifanlimib`."""
    if is_international(plain) or ends_as_antibody(plain):
        return True
    return len(plain) >= _LEAST_GLUED and "mab" in plain[_LEAST_PART:-_LEAST_PART]  # sacituzumabgovitekan


def _may_be_part(plain: str) -> bool:
    """Say whether a word behind a blank may be part of a name: one so short only as a Greek letter, as skin is none."""
    return PART.search(plain) is not None and (len(plain) >= _LEAST_CARRIED or plain[0] in _GREEK)


def _as_many(label: str, words: int) -> bool:
    """Say whether a name is international and has so many words: rituximabsunirine is no pivekimab sunirine."""
    return is_international(normalize(label)) and len(label.replace("-", " ").split()) == words


def _is_together(plain: str, label: str) -> bool:
    """Say whether a word is a conjugate's name, its antibody's letter by letter: sacituzumabgovitekan."""
    antibody, _, carried = label.partition(" ")
    return antibody.endswith("mab") and len(carried) >= _LEAST_PART and plain.startswith(antibody)


def _goes_on(reading: Reading, place: int, lexicon: Lexicon) -> bool:
    """Say whether an unread word beside a name may be part of it: ado-, what it carries, or "beta".

    Behind a blank only a word that ends as these do is one: `intravitréen` is none.
    """
    tokens, marks = reading.tokens, reading.marks
    for beside, at in ((place - 1, place), (place + 1, place + 1)):
        if 0 <= beside < len(tokens) and marks[beside] in (UNREAD, WORD) and tokens[beside].plain.isalpha():
            if beside > place and is_no_part(tokens[beside].plain, lexicon):
                continue
            joined = tokens[at].gap.strip(" ") if beside < place else tokens[at].gap.strip(" -")
            apart = beside > place and "-" not in tokens[at].gap and not _may_be_part(tokens[beside].plain)
            if (
                joined == ("-" if beside < place else "")
                and len(tokens[beside].plain) >= _LEAST_PART
                and not apart
            ):
                return True
    return False
