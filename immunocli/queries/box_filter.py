"""Finds the labels whose box has a warning, or one that mentions what is asked for."""

from __future__ import annotations

from immunocli.words.stems import stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from immunocli.store.typed import Store


def mentioning(store: Store, words: str) -> Callable[[Iterable[Mapping[str, Any]]], bool | None]:
    """Return what says of the warnings of a label whether one in its box mentions some words; None: not known.

    It does when it has all of them, in any order and ending, or those of another name of the same term.

    Args:
        store: where terms and words of one meaning are.
        words: as they were typed.
    """
    from immunocli.names.find import exact

    same = store.same_words
    entry = exact(store, "term", words)
    terms = store.records("term", entry[0]) if entry else []
    names = [words, *(name for term in terms for name in (term["term"], *term["aliases"]))]
    wanted = [told for name in names if (told := set(stems(name, same)))]

    def mention(warnings: Iterable[Mapping[str, Any]]) -> bool | None:
        told = [
            (one["boxed"], set(stems(one["text"], same))) for one in warnings if one["boxed"] is not False
        ]
        return in_a_box(boxed for boxed, held in told if any(one <= held for one in wanted))

    return mention


def in_a_box(warnings: Iterable[bool | None]) -> bool | None:
    """Say whether one of some warnings stood in the box; None: one may have."""
    known = {*warnings}
    return True if True in known else None if None in known else False
