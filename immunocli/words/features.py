"""Says what a question is compared by: its words, its pairs of words, and what sorts of thing it names."""

from __future__ import annotations

from immunocli.words.stems import STOP, split, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What small words, neighbors, and sorts weigh beside a word that carries the subject.
SUBJECT, SMALL, PAIR, SORT, NAME, SHAPE = 1.0, 0.4, 0.55, 0.8, 0.3, 0.4
_PERSON = frozenset("i me my mine im ive myself".split())
# Who a question may be about: one self or one's own.
_OWN = _PERSON | frozenset(
    """
    we our us mum mom mother dad father wife husband son daughter sister brother nan gran grandma
    grandpa grandad granddad partner he she his him her they them uncle aunt hubby
    """.split()
)
# Names of medicines that are as much words of everyday speech.
_PLAIN = frozenset(("interferon", "interleukin", "interferons", "interleukins"))
_LEAST_NAME = 4


def names_in(text: str) -> list[str]:
    """Return the words that may be the name of a medicine."""
    return [
        w for w in dict.fromkeys(split(text)) if len(w) >= _LEAST_NAME and w not in STOP and w not in _PLAIN
    ]


def threes_of(word: str) -> set[str]:
    """Return the threes of letters of a word, its ends marked."""
    whole = f"-{word}-"
    return {whole[place : place + 3] for place in range(len(whole) - 2)}


def features(
    text: str, same: Mapping[str, str], sorts: Mapping[str, str], named: Callable[[str], str]
) -> dict[str, float]:
    """Return what a question is compared by, each with its weight.

    A stem of the subject weighs 1. Small words (`~will`), each word with the one before it, and
    sorts of thing (`_place`, `_drug`) weigh less: "go to work" is not "is it working".

    Args:
        text: a question.
        same: stem to the stem that stands for it and its synonyms.
        sorts: stem to the sort of thing it is.
        named: the sort of a medicine's name, `_drug` or `_other`; empty for other words.
    """
    found: dict[str, float] = {}
    earlier = before = last = ""
    for word in split(text):
        root = stem(word)
        sort = named(word) or sorts.get(root, "") or ("_number" if word[0].isdigit() else "")
        root = same.get(root, root)
        here = root
        if sort in ("_drug", "_other"):
            here = sort
            found[sort] = SUBJECT
            found.setdefault(root, NAME)
        else:
            if word in STOP:
                found["~" + root] = SMALL
            else:
                found[root] = SUBJECT
            if sort:
                found.setdefault(sort, SORT)
        if word in _PERSON:
            found["_me"] = NAME
        if word in _OWN:
            here = "_who"
        if "_who" in (here, before, earlier) and before:
            if earlier:
                found.setdefault(f"{earlier} {before} {here}", SHAPE)
            if here == "_who":
                found.setdefault(f"{before} {root}", PAIR)
            elif before == "_who":
                found.setdefault(f"{last} {here}", PAIR)
        if before:
            found.setdefault(f"{before} {here}", PAIR)
            if sort and sort != here:
                found.setdefault(f"{before} {sort}", SMALL)
        earlier, before, last = before, here, root
    return found
