"""Reads a name behind which Chinese, Japanese and Korean write other words without a blank: `ニボルマブ2週間隔`."""

from __future__ import annotations

from immunocli.names.reading import OURS, SURE, UNREAD, Hit
from immunocli.names.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Reading

# Where words are kept that bar a name before them, and longer ones that hold such a word and do not.
GLUED, _BARRING = "glued", "barring"
# A name has so many signs, and all of such a word so many.
_LEAST, _MOST = 4, 30
# Where the letters of these languages begin in Unicode.
_EAST_ASIAN = "\u1100"


def read(reading: Reading, place: int, lexicon: Lexicon) -> bool:
    """Part a word behind the name of ours that it begins with, when nothing in the rest may deny it.

    Args:
        reading: the string; its words are parted.
        place: the place of the word.
        lexicon: the names of therapies.
    """
    token = reading.tokens[place]
    text, plain = token.text, token.plain
    if not _LEAST < len(plain) <= _MOST or plain[0] < _EAST_ASIAN or len(text) != len(plain):
        return False
    for end in range(len(plain) - 1, _LEAST - 1, -1):
        entry = lexicon.entry(plain[:end])
        if entry is None:
            continue
        if (
            not entry[0]
            or _goes_on(plain[end - 1], plain[end])
            or _is_barred(plain[end:], lexicon.keeper.around(GLUED))
        ):
            return False
        rest = Token(text[end:], plain[end:], token.start + end, "", token.depth)
        reading.tokens[place : place + 1] = [
            Token(text[:end], plain[:end], token.start, token.gap, token.depth),
            rest,
        ]
        reading.marks[place : place + 1] = [OURS, lexicon.roles.get(rest.plain, UNREAD)]
        reading.hits.append(Hit(place, place + 1, entry, SURE))
        return True
    return False


def _goes_on(last: str, following: str) -> bool:
    """Say whether a name may go on with a letter, as both are of one script; in Chinese an antibody's does not."""
    if all("\u30a0" <= letter <= "\u30ff" for letter in (last, following)):
        return True
    if all("\uac00" <= letter <= "\ud7a3" for letter in (last, following)):
        return True
    return last != "抗" and all("\u4e00" <= letter <= "\u9fff" for letter in (last, following))


def _is_barred(rest: str, words: dict[str, str]) -> bool:
    """Say whether a word in what is written behind a name may deny it."""
    for word, role in words.items():
        if role != _BARRING:
            rest = rest.replace(word, " ")
    return any(role == _BARRING and word in rest for word, role in words.items())
