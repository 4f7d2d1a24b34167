"""Reads what a cell says of a drug that stands in its title: `rituximab: n`, `nivolumab_received: FALSE`, `x_date NULL`."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize
from immunocli.names.reading import OTHERS, OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit, Reading

# Where the words are kept that answer, and what they say; of those that go on, nothing can be denied by an empty cell.
ANSWERS = "answer"
NO, EMPTY, _UNKNOWN, _ENDED = "no", "empty", "unknown", "ended"
# Signs before an answer, between statements, and what joins the words of a title.
_SIGN = re.compile(r"[:=?(\[：？＝|\t]|->|→")
_APART = re.compile(r"[+;|&]")
_ENDS = re.compile(r"\s*[,;|)\]}]")
_TITLE, _PARTS = re.compile(r"[^\W_]_+[^\W_]"), re.compile(r"[\W_]+")
_NOTHING = (".", "-", "--", '""', "''")
_LEFT_OUT = re.compile(r"=\s*(?:\"\"|'')?\s*$")
# These answer only at the end of a string.
_LONGEST_SHORT = 1


def answered(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether what follows a name denies it, as the answer to a question: `rituximab: no`, `nivolumab (held)`.

    Args:
        reading: the string.
        hit: the name.
        words: that answer, and what they say.
    """
    tokens, marks = reading.tokens, reading.marks
    place = hit.last
    if place >= len(tokens):
        return False
    gap, plain, last = tokens[place].gap, tokens[place].plain, place == len(tokens) - 1
    said = words.get(plain, "")
    if _SIGN.search(gap):
        if said in (NO, EMPTY) and (last or len(plain) > _LONGEST_SHORT):
            return last or _ENDS.match(tokens[place + 1].gap) is not None or _is_alone(reading, hit)
        if _is_alone(reading, hit):
            return marks[place] in ("not-given-either", "not-given-after", "not-given-around")
    return last and (
        (said == NO and len(plain) > _LONGEST_SHORT)
        or (said == EMPTY and "_" in gap)
        or (marks[place] == "not-given-either" and bool(gap.strip()))
    )


def answered_all(reading: Reading, words: dict[str, str]) -> bool:
    """Say whether the last word answers a question about all that is named: `trastuzumab exposure: none`.

    Args:
        reading: the string.
        words: that answer, and what they say.
    """
    tokens = reading.tokens
    last = tokens[-1]
    if _LEFT_OUT.search(reading.text) or is_empty_cell(reading.text, words):
        return True
    said = words.get(last.plain, "")
    if said not in (NO, EMPTY) or "(" in last.gap or reading.marks[-1] == OURS:
        return False
    if any(_APART.search(token.gap) or "," in token.gap for token in tokens[1:-1]):
        return False
    if said == EMPTY and any(words.get(token.plain) == _ENDED for token in tokens):
        return False  # it goes on: rituximab_end_date NULL
    return _SIGN.search(last.gap) is not None


def is_unknown(reading: Reading, words: dict[str, str]) -> bool:
    """Say whether the last word answers that it is not known, or says what is not: `: unk`, `: F`.

    Args:
        reading: the string.
        words: that answer, and what they say.
    """
    last = reading.tokens[-1]
    if words.get(last.plain) != _UNKNOWN or reading.marks[-1] == OURS:
        return False
    return _SIGN.search(last.gap) is not None


def is_empty_cell(text: str, words: dict[str, str]) -> bool:
    """Say whether a string is the title of a column and a cell with nothing in it: `nivolumab_flag 0`, `x_date NULL`.

    Args:
        text: the string.
        words: that answer, and what they say.
    """
    title, _, cell = text.strip().rpartition(" ")
    title = title.strip()
    if " " in title or not _TITLE.search(title):
        return False
    said = words.get(normalize(cell), EMPTY if cell in _NOTHING else "")
    if said == NO:
        return True
    return said == EMPTY and not any(words.get(word) == _ENDED for word in _PARTS.split(title.casefold()))


def _is_alone(reading: Reading, hit: Hit) -> bool:
    """Say whether no other drug is named behind a name."""
    return not any(mark in (OURS, OTHERS) for mark in reading.marks[hit.last :])
