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

    It does when it has all of them, in any order and ending, or those of another name of the same term; or when
    a term of which one name has all of them says that a warning is about it, whose words are ours and not the label's.

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

    every = store.records("term", store.titles("term")) if len(set(stems(words, same))) > 1 else ()
    telling = [*terms, *(term for term in every if term.get("boxes") and _named_so(term, wanted[:1], same))]
    about = {box for term in telling for box in term.get("boxes", ())}

    def mention(warnings: Iterable[Mapping[str, Any]]) -> bool | None:
        boxed = [one for one in warnings if one["boxed"] is not False]
        return in_a_box(one["boxed"] for one in boxed if one["id"] in about or says(one["text"]))

    def says(text: str) -> bool:
        held = set(stems(text, same))
        return any(one <= held for one in wanted)

    return mention


def _named_so(term: Mapping[str, Any], wanted: Iterable[set[str]], same: dict[str, str]) -> bool:
    """Say whether a name of a term has all words of what is wanted, in any order and ending."""
    held = [set(stems(name, same)) for name in (term["term"], *term["aliases"])]
    return any(one <= name for one in wanted for name in held)


def topics(store: Store) -> list[str]:
    """Return what today's boxed warnings are about, as the glossary calls it: each with the first term that tells it."""
    briefs = store.briefs(store.titles("therapy")).values()
    boxed = {one["id"] for brief in briefs for one in brief["warnings"] if one["boxed"] and not one["until"]}
    told: dict[str, str] = {}
    for term in sorted(
        store.records("term", store.titles("term")), key=lambda one: str(one["term"]).casefold()
    ):
        for box in boxed.intersection(term.get("boxes", ())):
            told.setdefault(box, term["term"])
    return sorted({*told.values()}, key=str.casefold)


def in_a_box(warnings: Iterable[bool | None]) -> bool | None:
    """Say whether one of some warnings stood in the box; None: one may have."""
    known = {*warnings}
    return True if True in known else None if None in known else False
