"""Knows the reagents of laboratories and the biology of proteins, in whose names drugs of ours stand."""

from __future__ import annotations

from immunocli.names.international import is_international

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit, Reading

# Where their words are kept: those of reagents, and what a protein of the body does, behind its name and before it.
REAGENTS = "reagent"
_REAGENT, _BEHIND, _BEFORE = "reagent", "behind", "before"
CYTOKINES = ("aldesleukin", "sargramostim", "interferon")
_MOST_BETWEEN, _MOST_WORDS = 2, 3


def is_reagent(reading: Reading, words: dict[str, str]) -> bool:
    """Say whether a string tells of a reagent: `InVivoSIM anti-human PD-1 (nivolumab biosimilar)`."""
    before = ""
    for token in reading.tokens:
        plain = token.plain
        if words.get(plain) == _REAGENT or words.get(f"{before} {plain}") == _REAGENT:
            return True
        before = plain
    return False


def is_biology(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether a cytokine is the body's own: `response to interleukin-2`, `interleukin-2 production`.

    Args:
        reading: the string.
        hit: the name.
        words: of reagents and of biology.
    """
    if not hit.entry[0][0].startswith(CYTOKINES) or hit.entry[1] not in ("synonym", "abbreviation"):
        return False
    tokens = reading.tokens
    if (
        is_international("".join([token.plain for token in tokens[hit.first : hit.last]]))
        or reading.tells_amount()
    ):
        return False
    behind = range(hit.last, min(hit.last + _MOST_BETWEEN, len(tokens)))
    if any(
        not tokens[place].gap.strip(" -") and _is_told(reading, place, _BEHIND, words) for place in behind[:1]
    ):
        return True
    before = range(max(0, hit.first - _MOST_WORDS), hit.first)
    return any(_is_told(reading, place, _BEFORE, words, hit.first) for place in before)


def _is_told(reading: Reading, place: int, role: str, words: dict[str, str], end: int = 0) -> bool:
    """Say whether words that begin at a place, and end at another where one is given, play a part."""
    tokens = reading.tokens
    said = ""
    for last in range(place, min(place + _MOST_WORDS, len(tokens))):
        said += (" " if said else "") + tokens[last].plain
        if words.get(said) == role and (not end or last + 1 == end):
            return True
    return False
