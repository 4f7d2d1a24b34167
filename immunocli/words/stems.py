"""Cuts text into comparable words for search and for questions in one's own words."""

from __future__ import annotations

from immunocli.names.forms import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Words that carry no subject; a question made of nothing else matches nothing.
STOP = frozenset(
    """
    a about after all also am an and any are as at be because been being but by can could did do
    does doing don for from get gets getting give given go goes got had has have having he her hers
    him his how i if in into is isn it its just know ll lot make makes many may me might more most
    much must my need no not now of off on one or other our out over own please really s same say
    says she should so some such t tell than that the their them then there these they thing things
    this those to too told up us use used using ve very want was way we well were what when where
    whether which while who why will with without would yet you your
    im ive dont doesnt didnt whats cant isnt wont arent wasnt havent
    """.split()
)

_ENDINGS = (
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("iveness", "ive"), ("ations", "ate"),
    ("ation", "ate"), ("ments", ""), ("ment", ""), ("ness", ""), ("ities", "ity"), ("ically", "ic"),
    ("ingly", ""), ("edly", ""), ("tions", "t"), ("tion", "t"), ("sions", "s"), ("sion", "s"),
)  # fmt: skip


_BRITISH = (
    ("aemi", "emi"), ("haem", "hem"), ("tumour", "tumor"), ("oesoph", "esoph"), ("oedema", "edema"),
    ("paed", "ped"), ("rrhoea", "rrhea"), ("colour", "color"), ("centre", "center"),
    ("neighbour", "neighbor"),
    ("gynaec", "gynec"), ("coeliac", "celiac"), ("foetus", "fetus"), ("anaesth", "anesth"),
    ("favour", "favor"),
)  # fmt: skip

# What is longer is no word.
_LONGEST = 60

# What is cut so short that it reads as another word: the care team is no CAR T cell.
_APART = {"care": "care", "cares": "care", "cared": "care", "caring": "care"}

# What each ASCII character becomes: an apostrophe stands in a word, all else that is no letter or digit parts two.
_PARTED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_PARTED[ord("'")] = ""


def split(text: str) -> list[str]:
    """Return the words of `text` in order: folded, letters and digits only."""
    if text.isascii():
        found = text.translate(_PARTED).split()
    else:
        text = fold(text.replace("’", "'")).replace("'", "")
        found = "".join(c if c.isalnum() else " " for c in text).lower().split()
    return [_american(word[:_LONGEST]) if len(word) > 5 else word for word in found]


def _american(word: str) -> str:
    """Return a British word as Americans spell it."""
    for british, american in _BRITISH:
        if british in word:
            return word.replace(british, american)
    return word


def stem(word: str) -> str:
    """Return a short form that a word shares with its plural, its tenses and its nouns."""
    if len(word) <= 3 or not word.isalpha():
        return word
    if word in _APART:
        return _APART[word]
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, kept in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)] + kept
            break
    for ending in ("ing", "ed", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def stems(text: str, same: dict[str, str]) -> list[str]:
    """Return the stems that carry the subject of `text`, in order.

    Args:
        text: any prose, or a question.
        same: stem to the stem that stands for it and its synonyms.
    """
    return roots(split(text), same)


def roots(words: Iterable[str], same: dict[str, str]) -> list[str]:
    """Return the same of words that were split."""
    found = []
    for word in words:
        if word not in STOP:
            root = stem(word)
            found.append(same.get(root, root))
    return found
