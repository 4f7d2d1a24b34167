"""Finds the words of a question that ask for a fact of the record, and counts those that ask for something else."""

from __future__ import annotations

from immunocli.names.find import FILLERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from immunocli.store.typed_store import Store

    Phrase = tuple[list[str], str]

# What is asked of therapies; where words fit several, the first that has most of them is meant.
OF_THERAPIES = (
    "biosimilar", "box", "order", "day", "maker", "skin", "alone", "contains", "line", "ages", "agnostic", "pathway",
    "market", "target", "type", "names", "uses", "route",
)  # fmt: skip
# What is asked of a group.
OF_GROUPS = ("lost", "box", "skin", "agnostic", "first", "last", "made", "count", "list")
# Words that ask for a fact by themselves, and those that do so only in what surely asks for one.
SURELY, LOOSELY = "fact", "fact-loose"
# So many facts are told at once; beside these others say nothing new.
_FACTS = 2
_TELLS = {
    "market": ("uses", "day"), "lost": ("uses", "day", "market"), "agnostic": ("uses",), "alone": ("uses",),
    "line": ("uses",), "ages": ("uses",), "pathway": ("uses",), "skin": ("route",), "biosimilar": ("names",),
}  # fmt: skip


def phrases(store: Store, words: Sequence[str], *, loosely: bool = False) -> list[Phrase]:
    """Return the phrases that ask for a fact and stand in a question, word after word, others between them.

    Args:
        store: where they are.
        words: of the question.
        loosely: it is known that it asks for a fact: single words tell which.
    """
    there = set(words)
    found = []
    for about in (SURELY, LOOSELY) if loosely else (SURELY,):
        for phrase, fact in store.around(about).items():
            parts = phrase.split(" ")
            if parts[0] in there and (len(parts) == 1 or _in_order(parts, words)):
                found.append((parts, fact))
    return found


def _in_order(parts: Iterable[str], words: Iterable[str]) -> bool:
    rest = iter(words)
    return all(part in rest for part in parts)


def facts(
    store: Store, said: list[str], found: Sequence[Phrase], able: Sequence[str]
) -> tuple[list[str], int]:
    """Return the facts that words ask for, one or two, and how many other words there are.

    Args:
        store: where the words are that may stand around.
        said: the words that name nothing.
        found: the phrases that stand in the question.
        able: what may be asked for.
    """
    there = set(said)
    held = [(parts, fact) for parts, fact in found if fact in able and there.issuperset(parts)]
    if not held:
        return [], 0
    frame = store.around("fact-frame")
    rest = {word for word in there if word not in frame and word not in FILLERS}
    told: list[str] = []
    used: set[str] = set()
    while held and len(told) < _FACTS:
        parts, fact = max(
            held,
            key=lambda one: (
                len(rest.intersection(one[0])), len(one[0]), sum(map(len, one[0])), -able.index(one[1]),
            ),
        )  # fmt: skip
        # A second one has words of its own.
        if told and rest.isdisjoint(parts) and not (len(parts) > 1 and used.isdisjoint(parts)):
            break
        told.append(fact)
        used.update(word for others, of in held if of == fact for word in others)
        rest -= used
        held = [one for one in held if one[1] != fact]
    silent = {one for fact in told for one in _TELLS.get(fact, ())}
    return [fact for fact in told if fact not in silent], len(rest)
