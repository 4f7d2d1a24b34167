"""Answers what is known to ask for a fact of the record, though not all its words were heard; else says where it stands."""

from __future__ import annotations

import immunocli
from immunocli.found import Notice
from immunocli.errors import Investigational
from immunocli.names.find import FILLERS, cancer_of, find
from immunocli.names.forms import normalize
from immunocli.queries.fact_phrases import OF_GROUPS, OF_THERAPIES, facts, phrases
from immunocli.queries.facts_heard import (
    OF_ONE,
    Asked,
    group_in,
    of_the_only_one,
    of_therapies,
    therapies_in,
    told,
)
from immunocli.text import pasted
from immunocli.words.question_kinds import kinds_told
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from immunocli.queries.fact_phrases import Phrase
    from immunocli.store.typed_store import Store

# So many words that were not read may stand in what is answered, and so many of three that it has.
_UNREAD, _OF_THREE = 3, 1
# So much more it counts that a question asks for a fact of the record where one is named with hardly a word beside it,
# with a few, and where only what has facts is named; never beside these kinds of things, which no record here holds.
_WHOLLY, _MOSTLY, _NAMED = 50.0, 10.0, 3.0
_NEVER = frozenset(("abroad", "ailment", "money"))
# Nor where something is to be explained.
_EXPLAINS = frozenset("considered explain idea like mean means ordinary similar why without work works".split())
_HOW = frozenset((("how", "do"), ("how", "does"), ("how", "can"), ("how", "come")))
# A shorter word is no name of a cancer, nor of what is none of ours.
_SHORTEST, _SHORT_NAME = 3, 5
# So many words one name of a cancer has, and one of a firm.
_LONGEST = 5
# Words that stand for no cancer where a fact is asked for.
_NO_CANCER = frozenset("any blood bone cancer cancers cell cells solid tumor tumors".split())
_CODES = ("code", "oncotree", "tcga", "icd10", "icdo", "ncit", "mesh")
# What a group is asked of that only a therapy has: no list answers it.
_OF_EACH = frozenset("ages alone biosimilar contains day line maker order pathway".split())
# A group without something is no group of the record.
_LEAVES_OUT = frozenset("arent besides except excluding isnt not".split())
# What medicines are called that the record may not know by that word.
_MEDICINES, _MEDICINE = ("mab", "leucel", "tamig", "fusp"), 6
# Where nothing is named that the record has.
_EVERYTHING = "immuno therapies --sort approved"


def answered(store: Store, words: list[str], medicines: Mapping[str, str]) -> Notice | None:
    """Return what the record says of a question that surely asks for a fact of it; None where it was not heard.

    Args:
        store: where names and records are.
        words: of the question.
        medicines: the sort of each word that names one.
    """
    asked = heard(store, words, medicines)
    if asked is not None and len(asked.therapies) == 1 and asked.cancer and not asked.facts:
        from immunocli.queries.asked_of_record import for_a_cancer

        ((one, label),) = asked.therapies.items()
        return for_a_cancer(store, one, label, asked.cancer)
    if asked is None or not asked.therapies:
        other = _of_another(store, words, nothing_else=asked is None)
        if other is not None or asked is None:
            return other
    if asked.rest > max(_UNREAD, _OF_THREE * len(words) // 3) or _another_medicine(words, asked):
        return None
    if not asked.facts and not asked.therapies:  # what is named alone asks what there is of it
        asked.facts = ["list"]
    return told(store, asked) if asked.facts else None


def weight(store: Store, question: str, words: list[str], medicines: Mapping[str, str]) -> float:
    """Return how much more it counts that a question may ask for a fact of the record, by what was heard of it.

    Args:
        store: where names and records are.
        question: as it was typed.
        words: of the question.
        medicines: the sort of each word that names one.
    """
    explains = not _EXPLAINS.isdisjoint(words) or any(
        pair in _HOW for pair in zip(words, words[1:], strict=False)
    )
    if explains or not _NEVER.isdisjoint(kinds_told(question, medicines)):
        return 1.0
    asked = heard(store, words, medicines)
    if asked is None:
        return _NAMED if _of_another(store, words, nothing_else=False) else 1.0
    if not asked.facts:
        return _NAMED
    return _WHOLLY if asked.rest <= 1 else _MOSTLY if asked.rest <= _UNREAD else _NAMED


def lead(store: Store, words: list[str], medicines: Mapping[str, str]) -> Notice:
    """Return that a question asks for a fact of the record, and the line that shows where it stands.

    Args:
        store: where names are.
        words: of the question.
        medicines: the sort of each word that names one.
    """
    asked = heard(store, words, medicines)
    command = asked.command if asked else _EVERYTHING
    message = f"this asks for a fact of the record, and not all of it was understood; it stands in: {command}"
    return Notice("of-record", message, command=command, facts=asked.facts if asked else [])


def heard(store: Store, words: list[str], medicines: Mapping[str, str]) -> Asked | None:
    """Return what a question that surely asks for a fact names, and which facts; None where it names nothing of ours.

    Args:
        store: where names are.
        words: of the question.
        medicines: the sort of each word that names one.
    """
    found = phrases(store, words, loosely=True)
    named = therapies_in(store, words, medicines, loosely=True)
    own = {word for label in named.values() for word in split(label)}
    said = [word for word in words if word not in own]
    cancer, said = _cancer(store, said, found)
    if named:
        if any(word.startswith("biosim") for word in words):
            return Asked(["biosimilar"], {one: _without_copy(store, one, label) for one, label in named.items()})
        asked = of_therapies(store, said, found, named, cancer, loosely=True)
        if asked is None and not cancer and _firm(store, said)[0]:
            return Asked(["maker"], named)
        return asked or Asked([], named, cancer, rest=_unread(store, said))
    types, targets, said = group_in(store, said)
    firm, said = _firm(store, said)
    if not (types or targets or cancer or firm):
        return None
    which, rest = facts(store, said, found, OF_GROUPS)
    if not firm and (not which or which[0] in OF_ONE):
        only = of_the_only_one(store, said, found, cancer, types, targets)
        if only is not None:
            return only
    if firm and {"made", "list", "count"}.issuperset(which):
        which = ["made"]
    if {"list", "count"}.issuperset(which):
        if not _OF_EACH.isdisjoint(facts(store, said, found, OF_THERAPIES)[0]):
            return Asked([], {}, cancer, types, targets, firm, rest=len(words))
        rest = rest if which else _unread(store, said)
    if not _LEAVES_OUT.isdisjoint(words):
        rest = len(words)
    return Asked(which, {}, cancer, types, targets, firm, rest=rest)


def _unread(store: Store, said: Sequence[str]) -> int:
    frame = store.around("fact-frame")
    return len({word for word in said if word not in frame and word not in FILLERS})


def _without_copy(store: Store, one: str, label: str) -> str:
    """Return the name of a therapy, where it was found by "trastuzumab biosimilar"."""
    return store.title("therapy", one) if "biosim" in label.lower() else label


def _cancer(store: Store, words: list[str], found: Sequence[Phrase]) -> tuple[str, list[str]]:
    """Return the id of the cancer that words name, with or without "cancer" in it, and the other words."""
    frame = store.around("fact-frame")
    if any(fact == "skin" for _, fact in found):
        frame = {**frame, "skin": "", "belly": "", "arm": "", "thigh": ""}
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            name = words[start : start + size]
            if _NO_CANCER.issuperset(name) or name[0] in FILLERS or name[-1] in FILLERS:
                continue
            if size == 1 and (name[0] in frame or len(name[0]) < _SHORTEST):
                continue
            held = cancer_of(store, " ".join(name))
            if held and len(held[0]) == 1 and held[1] not in _CODES:
                return held[0][0], [*words[:start], *words[start + size :]]
    return "", words


def _another_medicine(words: Sequence[str], asked: Asked) -> bool:
    """Say whether a medicine is named that was not found: what is told would be of another one."""
    own = {word for label in asked.therapies.values() for word in split(label)}
    return any(
        len(word) > _MEDICINE and word.endswith(_MEDICINES) and word not in own
        for word in words
    )  # fmt: skip


def _firm(store: Store, words: list[str]) -> tuple[str, list[str]]:
    """Return a firm that words name, by the first word of its name or by the letters that its words begin with."""
    there = set(words)
    for record in store.records("therapy", list(store.titles("therapy"))):
        for firm in record["makers"]:
            parts = split(firm)
            letters = "".join(part[0] for part in parts)
            names = [parts[0], f"{parts[0]}s", *([letters, f"{letters}s"] if len(parts) > 2 else ())]
            for name in names:
                if len(name) > 2 and name in there and (parts[1:2] != ["therapeutics"] or parts[1] in there):
                    return firm.partition(" (")[0], [word for word in words if word not in parts and word != name]
    return "", words


def _of_another(store: Store, words: list[str], *, nothing_else: bool) -> Notice | None:
    """Return what a name is that is known to be none of ours, whether the FDA said yes or not.

    Args:
        store: where names are.
        words: of the question.
        nothing_else: is named in it; else only what is still in trials, or approved elsewhere, is meant.
    """
    frame = store.around("fact-frame")
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            parts = words[start : start + size]
            if any(word in frame or word in FILLERS for word in (parts[0], parts[-1])):
                continue
            name = " ".join(parts)
            known = store.other("therapy", normalize(name)) if len(name) >= _SHORT_NAME else None
            if known is None or not (nothing_else or known[1] == "investigational"):
                continue
            try:
                find(store, name, ("therapy",))
            except (immunocli.NotInScope, Investigational) as problem:
                message = f"Not in this record of approved cancer immunotherapies: {problem.message}."
                return Notice("record", message, name=name, command=f"immuno resolve {pasted(name)}")
            except (immunocli.NotFound, immunocli.Ambiguous):
                continue
    return None
