"""Reads names that a scanner misread: a digit for the letter it looks like, two letters for one."""

from __future__ import annotations

from itertools import product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token

_LETTERS = {"0": "o", "1": "li", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"}
_PAIRS = (("cl", "d"), ("rn", "m"), ("vv", "w"), ("ii", "u"))
# Acronyms are words, too: EXTREME.
_ACRONYMS = ("combination", "abbreviation", "code")
_LIKE_ONE = "il"
# In a shorter word digits are those of a code.
_LEAST = 6
_MOST_DIGITS = 2


def misread(tokens: list[Token], place: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
    """Return the name of ours that a word is, but for what a scanner takes for something else, and of how many words.

    Args:
        tokens: the words of a string.
        place: of one that is no name: `0pdivo`, `keytrucla`, or `hercept1n`, of which a part looks like an amount.
        lexicon: the names.
    """
    plain = tokens[place].plain
    if place + 1 < len(tokens) and not tokens[place + 1].gap and plain.isascii():
        found = _one(plain + tokens[place + 1].plain, lexicon)
        if found is not None:
            return found, 2
    found = _one(plain, lexicon)
    return found, 1 if found is not None else 0


def _one(plain: str, lexicon: Lexicon) -> Entry | None:
    if len(plain) < _LEAST or not plain.isascii():
        return None
    meant = _meant(plain)
    if not meant:
        return None
    found = [lexicon.entry(one) for one in meant if lexicon.stranger(one) is None]
    ours = [
        entry
        for entry in found
        if entry is not None and entry[0] and entry[2].isalpha() and entry[1] not in _ACRONYMS
    ]
    if len({";".join(entry[0]) for entry in ours}) != 1 or lexicon.stranger(plain) is not None:
        return None
    return ours[0]


def _meant(plain: str) -> list[str]:
    """Return what may have been written where a word was read."""
    digits = 0 if plain.isalpha() else sum(map(str.isdigit, plain))
    if digits:
        if digits > _MOST_DIGITS or any(sign.isdigit() and sign not in _LETTERS for sign in plain):
            return []
        return ["".join(signs) for signs in product(*(_LETTERS.get(sign, sign) for sign in plain))]
    pairs = [plain.replace(pair, letter) for pair, letter in _PAIRS if plain.count(pair) == 1]
    if plain[0] not in _LIKE_ONE:
        return pairs
    # A capital I and a small l are one stroke: lmfinzi.
    return [*pairs, *(letter + plain[1:] for letter in _LIKE_ONE if letter != plain[0])]
