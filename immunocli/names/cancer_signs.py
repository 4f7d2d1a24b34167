"""Hears what a sign or a word behind a cancer says of it: `melanoma: no` denies it, `melanoma?` doubts it."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize
from immunocli.names.reading import Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon

# What stands behind the last sign of a string: melanoma - ruled out, melanoma=0, melanoma (-).
_BEHIND = re.compile(
    r"^(?P<cancer>.*\w.*?)(?:\s*[:=;|,(\[]\s*|\s+[-–—]+\s*|\s+(?=\W))"
    r"(?P<said>[^:=;|,()\[\]]{1,24})[)\]]?\s*$"
)
_ALONE = re.compile(r"^(?P<cancer>\S+)\s+(?P<said>negative|neg|absent|excluded)\.?\s*$", re.I)
_MARK = re.compile(r"[-–—−0∅✗✘❌✖🚫⊘]|--|\(-\)|\+/-")
_NO_NAME = re.compile(r"(?:[(\[]\s*[-–—−0]\s*[)\]]|[✗✘❌✖🚫]\ufe0f?)\s*$")
_DOUBT = re.compile(r"\?|\bd/?d\b|\bddx\b", re.I)
# A risk of a cancer is none; a cancer of high risk is one.
_RISK = re.compile(
    r"(?:\w{3}oma|cancers?|leuka?emias?|tumou?rs?|malignanc(?:y|ies)|neoplasms?)\s+risks?\b"
    r"(?!\s*(?:group|strat|categ|class|high|low|inter|ipss|:|=))",
    re.I,
)
_CLAUSE = re.compile(r"[;,|]")
_DENYING = ("behind", "before")
# A history of what is being watched is no past one: Hx: CLL, watch & wait.
_HISTORY = re.compile(r"^\s*(?:hx|h/o|history)(?: of)?\s*:?\s*(?=\w)", re.I)
_WATCHED = re.compile(
    r"\bwatch(?:ful)?(?: ?(?:&|and|n) ?| )wait(?:ing)?\b|\bw&w\b|\bactive surveillance\b|"
    r"\bon (?:surveillance|observation)\b|\bbeing (?:watched|observed)\b",
    re.I,
)


def sign_of(text: str) -> str:
    """Return what a sign says of a name beside which nothing but it stands: `denied`, `doubted`, or nothing."""
    return "denied" if _NO_NAME.search(text) else "doubted" if "?" in text else ""


def denied(text: str, lexicon: Lexicon, read: Callable[[str], Found]) -> bool:
    """Say whether what stands behind a cancer denies it.

    Args:
        text: the string.
        lexicon: the names of cancers.
        read: reads a string.
    """
    if _RISK.search(text):
        return True
    found = _BEHIND.match(text) or _ALONE.match(text)
    if found is None:
        return False
    said = found["said"].strip(" .!")
    mark = _MARK.fullmatch(said) is not None
    if (
        not mark
        and lexicon.keeper.around("denial").get(" ".join(map(normalize, said.split()))) not in _DENYING
    ):
        return False
    last = _CLAUSE.split(found["cancer"])[-1].strip(" :=-–(")
    named = read(last)
    return bool(named.entries) and not named.unread


def doubted(text: str, found: Found) -> Found:
    """Return what was found in a string, for review where a sign asks whether it is so."""
    if not found.entries or found.review or not _DOUBT.search(text):
        return found
    return Found(found.entries, found.how, review=True, unread=found.unread)


def unless_denied(text: str, found: Found, lexicon: Lexicon, read: Callable[[str], Found]) -> Found:
    """Return what was found in a string, or nothing where what stands behind it denies it."""
    if found.entries and denied(text, lexicon, read):
        return nothing()
    return doubted(text, found)


def watched(text: str) -> str:
    """Return a string without a word of history where it tells that the cancer is being watched; else nothing."""
    found = _HISTORY.match(text)
    return text[found.end() :] if found is not None and _WATCHED.search(text) else ""
