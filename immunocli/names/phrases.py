"""Finds phrases in running text: what people tell of a cancer beside its name."""

from __future__ import annotations

import re
from itertools import product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    # The rest of each phrase that begins with a word, longest first, and the record that it belongs to.
    Phrases = dict[str, list[tuple[list[str], str]]]

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*|[<>]=?|%")
_CHOICE = re.compile(r"\(([^()]*)\)")
# A sign that ends a marker says what a word says: ISH-, CD30+; a count of pluses is a grade: 3+.
_PLUS = re.compile(
    r"(?<=[^\W\d_])(\d*)\+(?![^\W_])|(?<=\d)\+(?=\s+(?:prior|previous|lines?|therap|regimens?)\b)", re.I
)
_MINUS = re.compile(r"(?<=[^\W_])[-–−](?=[\s,;/)]|$)")
_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "‐": "-", "‑": "-", "–": "-", "—": ",", "−": "-"})
_SIGNS_WIDE = {"≥": ">=", "≤": "<="}
_NUMBERS = {
    word: str(place)
    for place, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
ANY_NUMBER = "N"
# Of phrases that several records have, the one that says most comes first.
RANKS = {"behind": 1, "before": 2, "treatment": 3, "local": 3, "link": 4, "lead": 5, "filler": 6}
# Other ways to write a word.
_ALSO = {"tumour": "tumor", "yrs": "years", "yr": "year", "dx": "diagnosis", "tx": "treatment", "w": "with"}


class Word:
    """A word of a text.

    Args:
        plain: in the form in which words are compared.
        start, end: where it stands.
    """

    __slots__ = ("end", "plain", "start")

    def __init__(self, plain: str, start: int, end: int) -> None:
        self.plain, self.start, self.end = plain, start, end


_IN_BRACKETS = re.compile(r"\s?\(\s?([+-]|pos(?:itive)?|neg(?:ative)?)\s?\)", re.I)
# A state written together with its gene: RASwt, EGFRm.
_TOGETHER = re.compile(r"\b([KNH]?RAS|EGFR|ALK|BRAF|ROS1)[-_]?(wt|mut|m)\b")
_STATES = {"wt": "wild type", "mut": "mutated", "m": "mutated"}
_ALLELE = re.compile(r"\bHLA[\s:]?A\*?\s?(\d\d(?::\d\d)?)(\+|-(?!\d))?", re.I)


def signs_said(text: str) -> str:
    """Return a text in which signs in brackets, and states written together with a gene, are words: HER2(-), RASwt."""
    text = _IN_BRACKETS.sub(
        lambda found: " negative" if found[1].lower() in ("-", "neg", "negative") else " positive", text
    )
    text = _TOGETHER.sub(lambda found: f"{found[1]} {_STATES[found[2]]}", text)
    return _ALLELE.sub(lambda found: f"HLA-A*{found[1]}{_STATE.get(found[2], '')}", text)


_STATE = {"+": " positive", "-": " negative"}


def spelled_out(text: str) -> str:
    """Return a text in which the signs that end markers are words, and dashes are of one kind."""
    text = text.replace("≥", ">=").replace("≤", "<=").translate(_SIGNS)
    return _MINUS.sub(" negative", _PLUS.sub(lambda found: f"{found[1] or ''} positive", text))


def cut(text: str) -> list[Word]:
    """Return the words of a text; hyphens and slashes part them."""
    found = []
    for one in _WORD.finditer(text):
        plain = one[0].lower().replace("’", "'")
        plain = plain.removesuffix("'s")
        found.append(Word(_NUMBERS.get(plain, _ALSO.get(plain, plain)), one.start(), one.end()))
    return found


def compiled(records: Iterable[Mapping[str, Any]]) -> dict[str, list[list[Any]]]:
    """Return the phrases of records by the first word, longest first.

    Args:
        records: each with `id`, `kind` and `words`, in which `(a|b|)` is one of several, or nothing.
    """
    found: dict[str, set[tuple[int, int, tuple[str, ...], str]]] = {}
    for record in records:
        rank = RANKS.get(record["kind"], 0)
        for written in record["words"]:
            for one in _each(written):
                words = [word if word == ANY_NUMBER else word.plain for word in _words(one)]
                if words:
                    rest = tuple(words[1:])
                    found.setdefault(words[0], set()).add((-len(rest), rank, rest, record["id"]))
    return {
        first: [[list(rest), one] for _, _, rest, one in sorted(told)]
        for first, told in sorted(found.items())
    }


def _words(text: str) -> list[Any]:
    words: list[Any] = []
    for part in text.split():
        words += [ANY_NUMBER] if part == ANY_NUMBER else cut(part)
    return words


def _each(written: str) -> list[str]:
    """Return what a phrase with choices in it stands for."""
    choices = [one.split("|") for one in _CHOICE.findall(written)]
    pattern = _CHOICE.sub("\0", written).split("\0")
    return [
        "".join(text for pair in zip(pattern, (*chosen, ""), strict=True) for text in pair)
        for chosen in product(*choices)
    ]


def longest(phrases: Mapping[str, list[list[Any]]], words: list[Word], place: int) -> tuple[str, int]:
    """Return the record of the longest phrase that begins at a place, and how many words it has; none is `("", 0)`.

    Args:
        phrases: those that begin with the word at the place, or with a number where it is one.
        words: of a text.
        place: in it.
    """
    best = ("", 0)
    for first in phrases:
        for rest, one in phrases[first]:
            if len(rest) + 1 <= best[1]:
                break
            if begins(words, place + 1, rest):
                best = (one, len(rest) + 1)
                break
    return best


def begins(words: list[Word], place: int, rest: list[str]) -> bool:
    """Say whether the words from a place on are those of a phrase."""
    return len(words) - place >= len(rest) and all(
        said == word.plain or (said == ANY_NUMBER and word.plain[:1].isdigit())
        for said, word in zip(rest, words[place : place + len(rest)], strict=True)
    )
