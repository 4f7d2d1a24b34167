"""Reads the signs around a name that deny it, or that make it doubtful: `❌`, `(-)`, `!`, `?`, a gloss of another drug."""

from __future__ import annotations

import re

from immunocli.names import cell_answers
from immunocli.names.reading import NUMBER, OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Hit, Reading

DENIED, DOUBTFUL = "denied", "doubtful"
_CROSSES = "❌✗✘✖❎⛔🚫☒⊘∅"
# A box that is not ticked.
_BOX = r"☐|□|\[\s*\]"
_BEFORE_DENIES = re.compile(rf"[{_CROSSES}¬≠]\s*$|(?:[(\[]\s*[-–−]\s*[)\]]|!=|{_BOX})\s*$")
# None of it, at the end: `x0`, `| 0`, `: -`.
_NONE = r"(?:[|;:=]\s*[-–−]|(?:[|;:=]\s*|\s[x×]\s?)0)\s*$"
_BEHIND_DENIES = re.compile(
    rf"^\s*(?:[{_CROSSES}]|[(\[]\s*[-–−]\s*[)\]])|^\s*{_NONE}|^\s*(?:[,\t]|[:=]\s*[x×])\s*0\s*$|^\s*(?:{_BOX})\s*$"
)
_ALL_DENIES = re.compile(rf"^\s*[{_CROSSES}]|(?:[{_CROSSES}]|[(\[]\s*[-–−]\s*[)\]])\s*$")
_NONE_AT_END = re.compile(rf"(?<=\w)\s*{_NONE}")
# A hyphen or an exclamation mark right before a name is one of a list, or denies it; a question is none of ours to settle.
_BEFORE_DOUBTS = re.compile(r"(?:^|\s)[-–−!~?]$|\?\s*$")
_BEHIND_DOUBTS = re.compile(r"^\s*\?|^\s+[-–−]\s*$")
# What stands in each string in which a sign does that is written in ASCII; a run of blanks may hide the end of one.
_SIGNS = ("?", "!", "~", "|", ";", ":", "=", "[", " -", "(-", "\t", "\n", "    ")
# So far from a name its signs are looked for.
_NEAR = 40
_OPENS = ("(", "[", "=")
_ANTIBODY = "mab"
VACCINES = frozenset(("vaccine", "vaccines", "vaccination"))
BIOSIMILAR = frozenset(("biosimilar", "biosimilars", "biosim"))


def may_tell(text: str) -> bool:
    """Say whether a string may hold any of the signs that are looked for here: most hold none."""
    if not text.isascii() or text[:1] == "-" or text.rstrip()[-1:] == "0":
        return True
    for sign in _SIGNS:  # noqa: SIM110  # `any` takes three times as long
        if sign in text:
            return True
    return False


def around(text: str, first: int, last: int) -> str:
    """Return whether signs before or behind a name deny it or make it doubtful; mostly empty.

    Args:
        text: the string.
        first: where the name begins in it.
        last: where it ends.
    """
    before, behind = text[max(0, first - _NEAR) : first], text[last : last + _NEAR]
    if (before and _BEFORE_DENIES.search(before)) or (behind and _BEHIND_DENIES.search(behind)):
        return DENIED
    if (before and _BEFORE_DOUBTS.search(before)) or (behind and _BEHIND_DOUBTS.search(behind)):
        return DOUBTFUL
    return ""


def around_all(text: str) -> str:
    """Return the same of a string that is a name but for its signs."""
    places = [place for place, sign in enumerate(text) if sign.isalnum()]
    return around(text, places[0], places[-1] + 1) if places else ""


def of_whole(reading: Reading) -> str:
    """Return whether the signs at the ends of a string deny the one drug in it, or make it doubtful."""
    if not reading.hits or any(one.entry[0] != reading.hits[0].entry[0] for one in reading.hits):
        return ""
    text = reading.text
    if not may_tell(text):
        return ""
    if _ALL_DENIES.search(text):
        return DENIED
    return DOUBTFUL if text.rstrip().endswith("?") or _NONE_AT_END.search(text) else ""


def of_hit(reading: Reading, hit: Hit) -> str:
    """Return whether signs before or behind a name in a string deny it or make it doubtful."""
    text = reading.text
    if not may_tell(text):
        return ""
    return around(text, reading.tokens[hit.first].start, reading.tokens[hit.last - 1].end)


def is_doubtful(reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether what stands beside the names of a string does not go together with them."""
    if cell_answers.is_unknown(reading, lexicon.keeper.around(cell_answers.ANSWERS)):
        return True
    return of_whole(reading) == DOUBTFUL or any(
        of_hit(reading, hit) == DOUBTFUL
        or _is_other_gloss(reading, hit)
        or _is_called_otherwise(reading, hit, lexicon)
        for hit in reading.hits
    )


def _is_other_gloss(reading: Reading, hit: Hit) -> bool:
    """Say whether a name explains the one before it, and is another drug: `Keytruda (nivolumab)`."""
    tokens = reading.tokens
    gap = tokens[hit.first].gap.strip()
    if gap not in _OPENS:
        return False
    place = hit.first - 1
    while place >= 0 and reading.marks[place] in (NUMBER, "amount", "form", "route", "packing"):
        place -= 1
    before = next((one for one in reading.hits if one.last == place + 1), None)
    if place < 0 or reading.marks[place] != OURS or before is None:
        return False
    return set(before.entry[0]).isdisjoint(hit.entry[0])


def _is_called_otherwise(reading: Reading, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether an antibody is called a vaccine, or a drug of which there is no biosimilar one."""
    if hit.last >= len(reading.tokens) or reading.tokens[hit.last].gap.strip(" -"):
        return False
    word = reading.tokens[hit.last].plain
    ids: list[str] = hit.entry[0]
    if word in VACCINES:
        return ids[0].endswith(_ANTIBODY)
    return word in BIOSIMILAR and ";".join(ids) not in lexicon.copied()
