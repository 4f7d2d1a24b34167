"""Tells what stands beside a name and was not read: what no record holds, and what nobody knows."""

from __future__ import annotations

import re

from immunocli.found import Notice
from immunocli.names.find import SHOWN
from immunocli.names.forms import normalize
from immunocli.names.names_in_text import within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from immunocli.store.typed_store import Store

# A day, or the month or year of one.
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}")
# What has a page that tells of approvals.
_PAGES = ("therapy", "cancer", "type", "target")
_ANIMALS = "The record is about people alone; a veterinarian can help with animals."


def left_aside(store: Store, names: Sequence[str], kinds: Sequence[str]) -> tuple[list[str], list[Notice]]:
    """Return names without what asks for what no record holds, and the line on all words that were not read.

    Args:
        store: where the names are.
        names: as they were typed.
        kinds: what they may be.
    """
    kept, aside = without_aside(store, names, kinds)
    found, between = within(store, " ".join(kept).split(), kinds)
    return kept, not_read(store, [*(between if found else ()), *aside])


def without_aside(
    store: Store, names: Sequence[str], kinds: Sequence[str] = SHOWN
) -> tuple[list[str], list[str]]:
    """Return names without the words that ask for what no record holds, and these words.

    "Keytruda price" is about Keytruda. Words that are all there is, or part of a name, stay.

    Args:
        store: where the names are.
        names: as they were typed.
        kinds: what they may be.
    """
    words = " ".join(names).split()
    asides = store.around("question") if len(words) > 1 else {}
    aside = [word for word in words if normalize(word.strip("?.,!")) in asides]
    if not aside:
        return list(names), []
    found, rest = within(store, words, kinds)
    if not rest and all(one.kind in _PAGES for one in found):
        return list(names), []  # each is part of a name
    kept = [word for word in words if word not in aside]
    if not any(one.kind in _PAGES for one in within(store, kept, kinds)[0]):
        return list(names), []
    return kept, aside


def not_read(store: Store, words: Sequence[str]) -> list[Notice]:
    """Return the one line that says which words were not read, what the record does not hold, and who can help.

    Args:
        store: where the texts are.
        words: those that were not read.
    """
    if not words:
        return []
    from immunocli.text import quote

    roles = _roles(store, (word for run in words for word in run.split()))
    told = [_ANIMALS if role == "animals" else _told(store, role) for role in roles]
    told += [f"A day is asked for with --as-of {word}." for word in words if _is_year(word)]
    message = " ".join([f"Not read: {', '.join(map(quote, words))}.", *filter(None, told)])
    return [Notice("not-read", message, words=list(words), about=list(roles))]


def asides(store: Store, words: Iterable[str]) -> list[str]:
    """Return the questions, by their ids, that words ask which no record answers."""
    return [role for role in _roles(store, words) if store.record("faq", role) is not None]


def _roles(store: Store, words: Iterable[str]) -> list[str]:
    known = store.around("question")
    told = (known.get(normalize(word.strip("?.,!"))) for word in words)
    return list(dict.fromkeys(role for role in told if role))


def animals_in(store: Store, words: Iterable[str]) -> list[str]:
    """Return the words that speak of animals."""
    asides = store.around("question")
    return [word for word in dict.fromkeys(words) if asides.get(normalize(word)) == "animals"]


def _is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


def _told(store: Store, question: str) -> str:
    """Return how the answer begins to what is asked and not held, and the command that tells who can help."""
    record = store.record("faq", question)
    if record is None:
        return ""
    return f"{str(record['answer']).partition('. ')[0]}. Who can help: immuno faq {question}"
