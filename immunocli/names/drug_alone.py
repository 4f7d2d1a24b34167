"""Says whether a short name of a drug that is all of a string is meant: an acronym is also a gene, a firm, a word."""

from __future__ import annotations

from immunocli.names.resolve import COMBINATION
from immunocli.names.sureness import LEAST_ACRONYM, is_parted_as
from immunocli.names.words_beside_drugs import letters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.names_protocol import Entry

# Of so few letters without a sign anything else has a name, too: the word for a level, a country, a gene.
_LEAST_WORD, _LEAST_CODE = 6, 4
# One of fewer letters stands in its own letter case, or in capitals.
_LEAST_LOWERED = 4
# At either end these tell nothing: EV+.
_SIGNS = " \t+-*.,:;()[]"


def is_meant(text: str, plain: str, entry: Entry, *, is_word: bool) -> bool:
    """Say whether a short name stands as it is written: a regimen without its signs in its own letter case.

    Args:
        text: the string.
        plain: it, normalized.
        entry: the name.
        is_word: it is a word of a language, or a name.
    """
    written, label = text.strip(), entry[2]
    if entry[0] == [plain]:
        return True  # the name of its record
    if "." in written[:-1] and "." not in label:
        return False  # M.I.R.V. is no MIRV
    if entry[1] == COMBINATION:
        return is_parted_as(label, written)
    if entry[1] != "abbreviation" or not written.isalpha() or written in (label, label.upper()):
        return True
    return len(written) >= _LEAST_LOWERED and not (
        is_word and written.istitle()
    )  # a Ramu is a place, ino no InO


def is_doubtful(text: str, plain: str, entry: Entry) -> bool:
    """Say whether a short name may well mean something else, as nothing stands beside it.

    Args:
        text: the string.
        plain: it, normalized.
        entry: the name.
    """
    if entry[0] == [plain]:
        return False
    written = text.strip(_SIGNS)
    letters = letters_of(written)
    if entry[1] == "code":
        return len(letters) < _LEAST_CODE
    if written != letters or (_is_mixed(written) and letters == letters_of(entry[2])):
        return False  # cilta-cel, DVd
    if entry[1] == COMBINATION:
        return len(letters) < LEAST_ACRONYM or (letters.isalpha() and len(entry[2]) == len(letters))
    return letters.isalpha() and (len(letters) < _LEAST_WORD or _has_lone_letter(entry[2]))


def _is_mixed(written: str) -> bool:
    """Say whether capitals and small letters mix as in no word: InO, IsaKd."""
    return not written.islower() and written[1:] != written[1:].lower() and not written.isupper()


def _has_lone_letter(label: str) -> bool:
    """Say whether a name begins or ends in a letter by itself: Lonca-T, which a word may be without its sign."""
    return len(label.partition("-")[0]) == 1 or len(label.rpartition("-")[2]) == 1
