"""Reads the short descriptors of billing codes, in which names are cut: `Inj pertuzu, trastuzu, 10 mg`."""

from __future__ import annotations

from immunocli.names import doses
from immunocli.names.forms import normalize
from immunocli.names.reading import OURS, SPELLING, SUFFIX, SURE, UNREAD, Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Reading
    from immunocli.names.truncated_names import CutOff

# So a descriptor begins, or a code by which drugs are billed stands in it.
_BEGIN = ("inj", "injection")
_FEES = ("hc", "hchg", "chg", "pharm", "340b")
# A cut name has so many letters, beside a code and another name of ours fewer.
_LEAST, _LEAST_CODED = 6, 5
_ENZYME, _LEAST_ENZYME = "hyaluronidase", 4
_SUFFIX = 4


def read(reading: Reading, lexicon: Lexicon, cut_off: Callable[[], CutOff]) -> None:
    """Read the cut names of a descriptor; none where a word behind one says that it is another drug.

    Args:
        reading: the string.
        lexicon: the names of therapies.
        cut_off: returns who knows what name a word is the beginning of.
    """
    tokens, marks = reading.tokens, reading.marks
    if UNREAD not in marks:
        return
    coded = any(doses.is_billed(token.plain) for token in tokens)
    first = next((token.plain for token in tokens if token.plain not in _FEES), "")
    if not (coded or first in _BEGIN):
        return
    hits: list[Hit] = []
    least = _LEAST_CODED if coded and reading.hits else _LEAST
    read_as: dict[int, str] = {}
    for place, token in enumerate(tokens):
        if marks[place] != UNREAD or place in read_as or not token.plain.isalpha():
            continue
        if len(token.plain) >= _LEAST_ENZYME and _ENZYME.startswith(token.plain):
            read_as[place] = "class"
            continue
        known = lexicon.stranger(token.plain) is not None
        entry = None if known else cut_off().one(token.plain, least)
        if entry is None:
            continue
        last = place + 1
        if last < len(tokens) and marks[last] == UNREAD and tokens[last].gap.strip() in ("", "-"):
            behind = tokens[last]
            longer = cut_off().one(
                normalize(entry[2]).partition("mab")[0] + "mab" + behind.plain, joined=True
            )
            if longer is not None and behind.gap.strip() == "":
                entry, last = longer, last + 1
            elif behind.gap == "-" and len(behind.plain) == _SUFFIX:
                read_as[last] = SUFFIX
            elif not _ENZYME.startswith(behind.plain) and cut_off().one(behind.plain, least) is None:
                return
        hits.append(Hit(place, last, [entry[0], SPELLING, entry[2]], SURE))
        read_as.update(dict.fromkeys(range(place, last), OURS))
    if hits:
        reading.hits = sorted([*reading.hits, *hits], key=lambda hit: hit.first)
        for place, what in read_as.items():
            marks[place] = what
