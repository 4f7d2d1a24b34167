"""Hears what a sign or a word behind a cancer says of it: `melanoma: no` denies it, `melanoma?` doubts it."""

from __future__ import annotations

import re

from immunocli.names.forms import word_by_word
from immunocli.names.gates import Gate
from immunocli.names.reading import Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon

# What may stand between a cancer and what is said of it at the end: melanoma - ruled out, melanoma=0, melanoma (-).
_SIGN = re.compile(r"\s*[:=;|,(\[]\s*|\s+(?=[-–—]+$)|\s+[-–—]+\s*|\s+(?=\W)")
_SAID = re.compile(r"[^:=;|,()\[\]]{1,24}[)\]]?")
_TAIL = 60
_LETTER = re.compile(r"\w")
_MOST_DENIED = 200
_ALONE = Gate(
    r"^(?P<cancer>\S+)\s+(?P<said>negative|neg|absent|excluded)\.?\s*$",
    re.I,
    parts=("neg", "absent", "excluded"),
)
# Lung cancer excluded by CT.
_RULED_OUT = Gate(
    r"^(?P<cancer>.+?)[\s,:;–-]+(?:has been |was |is |now )?(?P<said>excluded|ruled out|disproved|not confirmed|not found)"
    r"(?: (?:by|on|with|after|at|via) [^,;]{1,40})?\.?\s*$",
    re.I,
    parts=("excluded", "ruled out", "disproved", "not confirmed", "not found"),
)
_MARK = re.compile(r"[-–—−0∅✗✘❌✖🚫⊘]|--|\(-\)|\+/-")
_NO_NAME = re.compile(r"(?:[(\[]\s*[-–—−0]\s*[)\]]|[:=|]\s*[-–—−0]|[✗✘❌✖🚫]\ufe0f?)\s*$")
_MAYBE_NONE = re.compile(r"\?|\s[-–—−]\s*$")
_DOUBT = Gate(r"\?|\bd/?d\b|\bddx\b", re.I, parts=("?", "dd", "d/d"))
# A risk of a cancer is none; a cancer of high risk is one.
_RISK = Gate(
    r"(?:\w{3}oma|cancers?|leuka?emias?|tumou?rs?|malignanc(?:y|ies)|neoplasms?)\s+risks?\b"
    r"(?!\s*(?:group|strat|categ|class|high|low|inter|ipss|:|=))",
    re.I,
    parts=("risk",),
)
_CLAUSE = re.compile(r"[;,|]")
_DENYING = ("behind", "before")
# A history of what is being watched is no past one: Hx: CLL, watch & wait.
_HISTORY = Gate(r"^\s*(?:hx|h/o|history)(?: of)?\s*:?\s*(?=\w)", re.I, parts=("hx", "h/o", "history"))
_WATCHED = re.compile(
    r"\bwatch(?:ful)?(?: ?(?:&|and|n) ?| )wait(?:ing)?\b|\bw&w\b|\bactive surveillance\b|"
    r"\bon (?:surveillance|observation)\b|\bbeing (?:watched|observed)\b",
    re.I,
)


def sign_of(text: str) -> str:
    """Return what a sign says of a name beside which nothing but it stands: `denied`, `doubted`, or nothing."""
    return "denied" if _NO_NAME.search(text) else "doubted" if _MAYBE_NONE.search(text) else ""


def denied(text: str, lexicon: Lexicon, read: Callable[[str], Found]) -> bool:
    """Say whether what stands behind a cancer denies it.

    Args:
        text: the string.
        lexicon: the names of cancers.
        read: reads a string.
    """
    if _RISK.search(text):
        return True
    told = _behind(text)
    if told is None:
        return False
    cancer, said = told[0], told[1].strip(" .!")
    mark = _MARK.fullmatch(said) is not None
    if not mark and lexicon.keeper.around("denial").get(word_by_word(said)) not in _DENYING:
        return False
    last = _CLAUSE.split(cancer)[-1].strip(" :=-–(")
    named = read(last)
    return bool(named.entries) and not named.unread


def _behind(text: str) -> tuple[str, str] | None:
    """Return a cancer and what stands behind the last sign of a string, or behind one word."""
    text = text.rstrip()
    for sign in reversed([*_SIGN.finditer(text, max(0, len(text) - _TAIL))]):
        said = _SAID.fullmatch(text, sign.end())
        if said is not None and _LETTER.search(text, 0, sign.start()):
            return text[: sign.start()], said[0].rstrip(")]")
    alone = _ALONE.match(text) or (_RULED_OUT.match(text) if len(text) <= _MOST_DENIED else None)
    return (alone["cancer"], alone["said"]) if alone is not None else None


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
