"""Counts slips: how many are forgiven in a name, and which letters are written for each other."""

from __future__ import annotations

from immunocli.names.international import STEMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# How many slips a name of so many characters may hold; shorter ones are never guessed.
_SLIPS = ((14, 4), (10, 3), (7, 2), (5, 1))
# Names that are no international ones hold fewer: a brand looks like every other brand.
_SLIPS_OF_BRANDS = ((9, 2), (5, 1))
# Beside an amount or a form a brand is meant, and no word.
_SLIPS_BESIDE = ((8, 2), (5, 1))
# In a shorter brand only one of two slips may be heard.
LEAST_UNHEARD = 10
_LEAST_REORDERED = 8
# Of a name of so many letters a slip is meant, where one of a stranger's is as likely.
LEAST_KNOWN = 9
_LEAST_ALIKE = 7
_VOWELS = "aeiouy"
# Letters one of which is written for the other, as they sound or lie alike.
_PAIRS = ("mn", "sz", "ck", "fv", "bv", "bp", "dt", "iy")
CONFUSED = frozenset(map(frozenset, _PAIRS))
HEARD_AS = {
    letter: "".join(pair.replace(letter, "") for pair in _PAIRS if letter in pair)
    for letter in set("".join(_PAIRS))
}
# Letters whose keys lie beside each other.
_BESIDE_EACH_OTHER = frozenset(
    map(
        frozenset,
        "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol "
        "az sx dc fv gb hn jm wa es rd ft gy hu ji ko lp".split(),
    )
)
# A slip away from one of these a string may mean it as well.
RIVALS = ("drug", "word", "disease", "cancer", "test")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips_of_close(plain: str) -> int:
    """Return how many slips from a name of ours the strangers are that are compared with what is nearer."""
    return 3 if len(plain) >= LEAST_UNHEARD else 2


def slips_allowed(plain: str, name: str = "mab", *, beside: bool = False) -> int:
    """Return how many slips are forgiven in a string, meant for a name of ours.

    Args:
        plain: the string, normalized.
        name: ours.
        beside: an amount or a form stands beside it.
    """
    table = _SLIPS if name.endswith(STEMS) else _SLIPS_BESIDE if beside else _SLIPS_OF_BRANDS
    length = len(plain)
    for least, slips in table:
        if length >= least:
            return slips
    return 0


def changed(name: str, plain: str) -> bool:
    """Say whether one letter stands for another that does not sound like it."""
    if len(name) != len(plain) or sorted(name) == sorted(plain):
        return False
    pairs = [(one, other) for one, other in zip(name, plain, strict=True) if one != other]
    return any(
        (one not in _VOWELS or other not in _VOWELS) and frozenset((one, other)) not in CONFUSED
        for one, other in pairs
    )


def reordered(name: str, plain: str) -> bool:
    """Say whether a word has the letters of a name in another order, and begins and ends as it does."""
    return (
        len(plain) >= _LEAST_REORDERED
        and sorted(name) == sorted(plain)
        and (name[0], name[-1]) == (plain[0], plain[-1])
    )


def digits(plain: str) -> str:
    """Return the digits in a name."""
    return "".join(filter(str.isdigit, plain))


def one_slip_from(name: str, but: str) -> Iterable[str]:
    """Yield what is one slip away from a name, but for one string."""
    for place in range(len(name) + 1):
        before, after = name[:place], name[place:]
        slipped = [before + letter + after for letter in _LETTERS]
        if after:
            slipped += [before + letter + after[1:] for letter in _LETTERS]
            slipped.append(before + after[1:])
        if len(after) > 1:
            slipped.append(before + after[1] + after[0] + after[2:])
        for one in slipped:
            if one not in (name, but):
                yield one


def unlikely(written: str, meant: str) -> int:
    """Say how unlikely the one slip is by which a word was written for another, from 0 to 4.

    What sounds the same is likeliest, then a letter left out or swapped with its neighbor, then one
    added or mistaken for a like one; a first letter is hardly ever wrong.
    """
    first = 2 if written[:1] != meant[:1] else 0
    if len(written) == len(meant):
        if sorted(written) == sorted(meant):
            return 1
        pairs = next((one, other) for one, other in zip(written, meant, strict=True) if one != other)
        if frozenset(pairs) in CONFUSED:
            return 0 if not first else 2
        if not first and pairs[0] in _VOWELS and pairs[1] in _VOWELS:
            return 0
        return 2 + first if frozenset(pairs) in _BESIDE_EACH_OTHER else 3 + first // 2
    longer = max(written, meant, key=len)
    place = next((at for at, pair in enumerate(zip(written, meant)) if pair[0] != pair[1]), len(longer) - 1)  # noqa: B905
    if place and longer[place] == longer[place - 1]:
        return 0  # a letter is written twice, or once for twice
    return first + (1 if longer is meant else 2)


def is_likelier(name: str, plain: str, rival: str, stem: str) -> bool:
    """Say whether a brand of ours is one likely slip away, and a stranger one in its first letter: avastim, ovastim."""
    from rapidfuzz.distance import OSA  # two interpreter starts

    if stem or OSA.distance(name, plain) > 1 or OSA.distance(name, rival) != 1:
        return False
    return name[0] == plain[0] != rival[0] and unlikely(name, plain) < unlikely(name, rival)


def begins_alike(name: str, heard: str) -> bool:
    """Say whether a word begins with a consonant, heard as that of the name which sounds the same: `siramza`."""
    return heard[0] != "a" and len(name) >= _LEAST_ALIKE
