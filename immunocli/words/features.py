"""Says what a text is compared by: words, words near each other, stretches of letters; each a number.

One room for alarms and for questions: both are heard by weights that tools/learn.py fits for these numbers.
"""

from __future__ import annotations

# CPython's keyed hash of bytes: the same everywhere, and nothing to import; see store/indexfile.py.
from _imp import source_hash

from immunocli.words.stems import STOP, split, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

# So many numbers there are.
BUCKETS = 1 << 16
_KEY = 0x1AB5
_REACH = 3
_STRETCHES = (3, 4, 5)
_LONGEST, _MOST_WORDS = 2000, 120
# What ends a clause: words on its two sides are no neighbors.
_ENDS = ("? ", ", ", ". ", "! ", "; ", ": ", "\n", " - ")
# Who a text may tell of; all of them read alike.
_WHO = frozenset(
    """
    i im ive id me my mine myself he hes she shes his her him himself herself we our pt patient patients
    dad dads mom moms mum mums mother mothers father fathers husband hubby wife son daughter brother sister
    grandma grandpa granny gran grandmother grandfather grandad granddad nan nana pops friend mate partner
    aunt uncle boyfriend girlfriend mama papa ma pa daddy mummy mommy kid baby boy girl wifes husbands
    neighbor roommate cousin nephew niece guy lady resident client spouse missus
    yo mi mis esposo esposa hijo hija hermano hermana abuelo abuela madre padre tatay tita ate nanay
    """.split()
)
_GIVEN = frozenset(
    "chemo immuno immunotherapy cart infusion treatment therapy drug drugs nivo ipi pembro".split()
)
# Names of medicines that are as much words of everyday speech.
_PLAIN = frozenset(("interferon", "interleukin", "interferons", "interleukins"))
_LEAST_NAME = 4


def names_in(text: str) -> list[str]:
    """Return the words that may be the name of a medicine."""
    return [
        w
        for w in dict.fromkeys(split(text[:_LONGEST]))
        if len(w) >= _LEAST_NAME and w not in STOP and w not in _PLAIN
    ]


def features(text: str, medicines: Container[str]) -> list[int]:
    """Return the numbers of all that a text is compared by, each once, all below BUCKETS.

    Args:
        text: what somebody typed.
        medicines: the words in it that name one.
    """
    return list({_number(one) for one in told(text, medicines)})


def told(text: str, medicines: Container[str]) -> set[str]:
    """Return what a text is compared by, as words.

    Args:
        text: what somebody typed.
        medicines: the words in it that name one.
    """
    text = text[:_LONGEST]
    found = {"?"} if "?" in text else set()
    for end in _ENDS:
        text = text.replace(end, "|")
    many = 0
    for clause in text.split("|"):
        words = split(clause)[: _MOST_WORDS - many]
        if words:
            if not many:
                found.add("^" + " ".join(words[:2]))
            many += len(words)
            _clause(words, medicines, found)
    found.add(f"long {min(6, many // 3)}")
    return found


def _clause(words: list[str], medicines: Container[str], found: set[str]) -> None:
    roots, sorts = [], []
    for word in words:
        root = stem(word)
        sort = _sort(word, medicines)
        roots.append(root)
        sorts.append(sort or root)
        found.add(root)
        if sort:
            found.add(sort)
        if sort != "_drug":
            marked = f"<{word}>"
            for size in _STRETCHES:
                for place in range(len(marked) - size + 1):
                    found.add(marked[place : place + size])
    found.add(roots[-1] + "$")
    for row in (sorts, roots) if sorts != roots else (sorts,):
        for apart in range(1, _REACH + 1):
            for one, other in zip(row, row[apart:], strict=False):
                found.add(f"{one} {other}" if apart == 1 else f"{one}~{other}")
    for three in zip(sorts, sorts[1:], sorts[2:], strict=False):
        found.add(" ".join(three))


def _sort(word: str, medicines: Container[str]) -> str:
    if word in _WHO:
        return "_who"
    if word[0].isdigit():
        return "_number"
    if word in medicines or word in _GIVEN or (len(word) > 6 and word.endswith(("mab", "cel"))):
        return "_drug"
    return ""


def _number(told: str) -> int:
    return int.from_bytes(source_hash(_KEY, told.encode("utf-8", "replace"))[:2], "little")
