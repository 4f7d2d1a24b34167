"""Parts a cancer from a biomarker that is told to be absent: `colon cancer, not MSI-high`."""

from __future__ import annotations

import re

from immunocli.names.clauses import MARKERS
from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.names.lexicon import Lexicon

# A sign is a word by itself: ALK-negative; EGFR- is half of a word.
_WORD = re.compile(
    r"[^\W_][\w+./'-]*?(?=-(?:(?:negative|neg|positive|pos|mutated|rearranged|amplified)\b|\s))|[^\W_][\w+./'-]*",
    re.I,
)
# A gene or protein is written so: FLT3, BRCA, BCR-ABL1, HER-2/neu.
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]{1,7}(?:(?:-|/|::)[A-Z0-9]{1,7})*(?:/neu)?$")
_PREFIX = "non-"
# No biomarker's name has more words.
_MOST_WORDS = 4
# A string of more words is a text.
_MOST_READ = 24
# Before a cancer, what is denied is a biomarker of ours: "no RF for breast cancer" denies a risk.
_KNOWN, _WRITTEN = frozenset(("marker",)), frozenset(("marker", "symbol"))
# What words around biomarkers say that one is absent, and what they tell besides.
_DENIALS = ("denied", "denies", "absent", "absence")
_DENIED = ("not-given",)
_BESIDE = ("between", "changed", "seen", "there", "wild")
_BESIDE_CANCERS = ("grammar", "course")


def without_denied(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield what is left of a string without a biomarker that is denied at its end or beginning, and the denial.

    The shortest denial comes first, as the rest tells most.

    Args:
        text: the string.
        lexicon: the names of cancers.
    """
    words = list(_WORD.finditer(text))
    if not 1 < len(words) <= _MOST_READ or text.isupper():
        return
    parts = _parts([found[0] for found in words], lexicon)
    if "denial" not in parts:
        return
    for start in range(len(words) - 1, 0, -1):
        if _denies(parts[start:], _WRITTEN):
            yield text[: words[start].start()].rstrip(" ,;:(-–"), text[words[start].start() :].strip(" ,;:()")
    for end in range(1, len(words)):
        if _denies(parts[:end], _KNOWN) and ":" not in text[words[end - 1].end() : words[end].start()]:
            yield text[words[end].start() :], text[: words[end].start()].strip(" ,;:()-–")


def _denies(parts: list[str], markers: frozenset[str]) -> bool:
    """Say whether words tell that a biomarker is absent, and nothing else.

    Args:
        parts: what each word is.
        markers: what counts as a biomarker.
    """
    return all(parts) and "denial" in parts and not markers.isdisjoint(parts)


def _parts(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return what each word is: `denial`, `marker`, `symbol` of what may be one, `beside`, or empty."""
    of_markers, roles = lexicon.keeper.around("biomarker"), lexicon.roles
    found = [_part(normalize(word), of_markers, roles) for word in words]
    for place, word in enumerate(words):
        if word.casefold().startswith(_PREFIX) and _is_marker(word[len(_PREFIX) :], lexicon):
            found[place] = "denial"  # of a marker that is written with it
            words = [*words[:place], word[len(_PREFIX) :], *words[place + 1 :]]
    if "denial" not in found:
        return found
    for place in range(len(words)):
        for length in range(min(_MOST_WORDS, len(words) - place), 0, -1):
            if _is_marker(" ".join(words[place : place + length]), lexicon):
                marked = range(place, place + length)
                found = [
                    "marker" if at in marked and found[at] != "denial" else part
                    for at, part in enumerate(found)
                ]
                break
        if not found[place] and _SYMBOL.match(words[place]):
            plain = normalize(words[place])
            if lexicon.entry(plain) is None and plain not in lexicon.roles:
                found[place] = "symbol"
    return found


def _part(plain: str, of_markers: dict[str, str], roles: dict[str, str]) -> str:
    role = of_markers.get(plain, "")
    if role in _DENIALS or roles.get(plain) in _DENIED:
        return "denial"
    return "beside" if role in _BESIDE or roles.get(plain) in _BESIDE_CANCERS or plain.isdigit() else ""


def _is_marker(name: str, lexicon: Lexicon) -> bool:
    plain = normalize(name)
    entry = lexicon.keeper.name("biomarker", plain)
    meant = lexicon.roles.get(plain, "").removeprefix("=")  # HER-2/neu
    return (entry is not None and bool(entry[0])) or plain in MARKERS or meant in MARKERS
