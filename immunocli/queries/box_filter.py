"""Finds the labels whose box has a warning, or one that mentions what is asked for."""

from __future__ import annotations

from immunocli.words.stems import stems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from immunocli.store.typed_store import Store

# Words that tell nothing of what a box is about where others stand beside them.
_GENERAL = "harm"
_NO_TOPIC: dict[str, Any] = {}


def mentioning(store: Store, words: str) -> Callable[[Iterable[Mapping[str, Any]]], bool | None]:
    """Return what says of the warnings of a label whether one in its box mentions some words; None: not known.

    It does when it has all of them, in any order and ending, each as it is or in another word for the same (eye,
    ocular), or those of another name of the same term; or when a term of which one name has all of them says that a
    warning is about it, whose words are ours and not the label's.

    Args:
        store: where terms and words of one meaning are.
        words: as they were typed.
    """
    from immunocli.names.find import exact

    same: dict[str, str] = {}  # what means the same in a question may be another thing in a box
    topics = _topics(store)
    entry = exact(store, "term", words)
    terms = store.records("term", entry[0]) if entry else []
    typed = set(stems(words, same))
    short = {one for one in typed if _GENERAL not in topics.get(one, _NO_TOPIC)} or typed
    names = [name for term in terms for name in (term["term"], *term["aliases"])]
    wanted = [typed, short, *(set(stems(name, same)) for name in names)]
    wanted = [told for told in wanted if told]

    every = store.records("term", store.titles("term")) if len(short) > 1 else ()
    telling = [*terms, *(term for term in every if term.get("boxes") and _named_so(term, wanted[:2], same))]
    about = {box for term in telling for box in term.get("boxes", ())}
    besides = {box for one in short for topic in _meant(one, topics) for box in topic["besides"]} - about

    def mention(warnings: Iterable[Mapping[str, Any]]) -> bool | None:
        boxed = [one for one in warnings if one["boxed"] is not False]
        return in_a_box(one["boxed"] for one in boxed if one["id"] in about or says(one))

    def says(warning: Mapping[str, Any]) -> bool:
        held = set(stems(warning["text"], same))
        if warning["id"] not in besides and any(one <= held for one in wanted):
            return True
        return bool(short) and all(_tells(warning, held, one, topics) for one in short)

    return mention


def is_topic(store: Store, words: str) -> bool:
    """Say whether words are known as what boxed warnings are about: an organ, a sign, a term that tells of boxes."""
    from immunocli.names.find import exact

    topics = _topics(store)
    entry = exact(store, "term", words)
    if entry and any(term.get("boxes") for term in store.records("term", entry[0])):
        return True
    meant = [topics.get(one, _NO_TOPIC) for one in stems(words, {})]
    return bool(meant) and all(meant) and any(_GENERAL not in one for one in meant)


def _topics(store: Store) -> dict[str, dict[str, Any]]:
    """Return by stem what boxes are about, each by its id with the stems that tell it."""
    found: dict[str, dict[str, Any]] = {}
    for topic in store.box_topics:
        roots = {root for word in topic["words"] for root in stems(word, {})}
        for root in roots:
            found.setdefault(root, {})[topic["id"]] = {**topic, "roots": roots}
    return found


def _meant(root: str, topics: Mapping[str, Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    return topics.get(root, _NO_TOPIC).values()


def _tells(
    warning: Mapping[str, Any], held: set[str], root: str, topics: Mapping[str, Mapping[str, Any]]
) -> bool:
    """Say whether a warning, whose text has some stems, tells of a word."""
    meant = list(_meant(root, topics))
    if not meant:
        return root in held
    one = warning["id"]
    return any(
        one in topic["about"] or (one not in topic["besides"] and not held.isdisjoint(topic["roots"]))
        for topic in meant
    )


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


def boxed(warnings: Iterable[Mapping[str, Any]]) -> bool | None:
    """Say whether a label has a boxed warning; None: that is not known, as of a label that was not read."""
    held = [one["boxed"] for one in warnings]
    return in_a_box(held) if held else None


def without(warnings: Iterable[Mapping[str, Any]]) -> bool | None:
    """Say whether a label has no boxed warning; None: that is not known."""
    has = boxed(warnings)
    return None if has is None else not has
