"""Says which names of ours other things have, too: a cytokine of the body, the vaccine against tuberculosis, a firm."""

from __future__ import annotations

from immunocli.names.around import OF_DRUGS
from immunocli.names.forms import normalize, word_by_word
from immunocli.names.reading import OTHERS
from immunocli.names.sureness import BRANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Hit, Reading

# Where such names are kept, and the words that tell which is meant.
SHARED = "shared"
WORD, _CYTOKINE, _IN_FULL, _VACCINE = "word", "cytokine", "cytokine-in-full", "vaccine"
_OF_BLADDER, _OF_TUBERCULOSIS, _MADE, COMPANY = "of-bladder", "of-tuberculosis", "made", "company"
# Words with which that against tuberculosis is told by itself, and none that is given into the bladder.
_TUBERCULOSIS = "tuberculosis"
# The words of names asked for last, normalized: names come again.
_words_of: dict[str, str] = {}
_MOST_REMEMBERED = 4096
_BCG = ["bcg"]
_SHOWN = OF_DRUGS | {"dosing"}


def is_doubtful_alone(text: str, entry: Entry, roles: dict[str, str]) -> bool:
    """Say whether a name that is all of a string may mean something else.

    Args:
        text: the string.
        entry: the name.
        roles: of shared names, and of the words that tell which is meant.
    """
    role = _role(entry, roles)
    if entry[0] == _BCG:
        return _is_of_tuberculosis(map(normalize, text.replace("-", " ").split()), role, roles)
    return role == _CYTOKINE or (
        role == WORD and entry[1] != "abbreviation"
    )  # that is told by how it is written


def is_doubtful(reading: Reading, roles: dict[str, str]) -> bool:
    """Say whether a name in a string may mean something else: GM-CSF beside a vaccine, BCG for injection.

    A cytokine beside a dose, another drug of ours or its own name in full is the drug.
    """
    shown = any(mark in _SHOWN for mark in reading.marks)
    several = len({one for hit in reading.hits for one in hit.entry[0]}) > 1
    in_full = any(_role(hit.entry, roles) in ("", _IN_FULL) for hit in reading.hits)
    for hit in reading.hits:
        role = _role(hit.entry, roles)
        firm = hit.entry[1] in BRANDS and not shown and _is_firm(reading, hit, roles)
        if firm or (role == _CYTOKINE and not (shown or several or in_full)):
            return True
        if hit.entry[0] == _BCG and _is_of_tuberculosis((one.plain for one in reading.tokens), role, roles):
            return True
    return False


def settle(reading: Reading, roles: dict[str, str]) -> None:
    """Drop the names that are part of another thing's: of cells that secrete a cytokine, of a firm.

    Args:
        reading: the string.
        roles: of shared names, and of the words that tell which is meant.
    """
    if not reading.hits:
        return
    tokens = reading.tokens
    shown = any(mark in OF_DRUGS for mark in reading.marks)
    told = {roles.get(token.plain) for token in tokens}
    against = _TUBERCULOSIS in told and _OF_BLADDER not in told
    for hit in list(reading.hits):
        following = tokens[hit.last].plain if hit.last < len(tokens) else ""
        cytokine = _role(hit.entry, roles) in (_CYTOKINE, _IN_FULL)
        if (
            (_MADE in told and (cytokine or (hit.entry[0] == _BCG and hit.entry[1] not in BRANDS)))
            or (cytokine and following == _VACCINE)
            or (hit.entry[0] == _BCG and hit.entry[1] not in BRANDS and against)
            or (not shown and hit.entry[1] == "biosimilar" and _is_firm(reading, hit, roles))
        ):
            reading.drop(hit, OTHERS)


def is_of_firm(reading: Reading, roles: dict[str, str]) -> bool:
    """Say whether a string in which no drug is shown has a word for a firm: no spelling is mended in it."""
    return any(roles.get(token.plain) == COMPANY for token in reading.tokens) and not any(
        mark in OF_DRUGS for mark in reading.marks
    )


def is_shared(entry: Entry, roles: dict[str, str]) -> bool:
    """Say whether other things have a name of ours, too, so that the words beside it tell which is meant."""
    return bool(_role(entry, roles)) or entry[0] == _BCG


def _is_firm(reading: Reading, hit: Hit, roles: dict[str, str]) -> bool:
    """Say whether a word for a firm stands right behind a brand: Novex Pharma Ltd."""
    tokens = reading.tokens
    if hit.last >= len(tokens) or tokens[hit.last].gap.strip(" ,"):
        return False
    return roles.get(tokens[hit.last].plain) == COMPANY


def _is_of_tuberculosis(words: Iterable[str], role: str, roles: dict[str, str]) -> bool:
    """Say whether BCG may be that against tuberculosis, by its name and the words beside it."""
    told = {roles.get(word) for word in words}
    return _OF_BLADDER not in told and (
        role == _VACCINE or not told.isdisjoint((_OF_TUBERCULOSIS, _TUBERCULOSIS))
    )


def _role(entry: Entry, roles: dict[str, str]) -> str:
    label: str = entry[2]
    words = _words_of.get(label)
    if words is None:
        if len(_words_of) >= _MOST_REMEMBERED:
            _words_of.clear()
        words = _words_of[label] = word_by_word(label)
    return roles.get(words, "")
