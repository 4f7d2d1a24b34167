"""Answers what is known to ask for a fact of the record, though not all its words were heard; else says where it stands."""

from __future__ import annotations

from itertools import pairwise

from immunocli.found import Notice
from immunocli.names.find import FILLERS
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
from immunocli.queries.loosely_named import cancer_in, firm_in, of_another
from immunocli.queries.not_read import animals_in
from immunocli.words.question_kinds import kinds_told
from immunocli.words.stems import split
from immunocli.words.text_features import WHO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from immunocli.store.typed_store import Store

# So many words that were not read may stand in what is answered, and so many of three that it has.
_UNREAD, _OF_THREE = 3, 1
# So much more it counts that a question asks for a fact of the record where one is named with hardly a word beside it,
# with a few, and where only what has facts is named; never beside these kinds of things, which no record here holds.
_WHOLLY, _MOSTLY, _NAMED = 50.0, 10.0, 3.0
_NEVER = frozenset(("abroad", "ailment", "money"))
# Nor where something is to be explained, or to be chosen, or is tried.
_OTHERWISE = frozenset(
    """
    best better choose considered explain fewest frequency gentlest idea last lasts like mean means often ordinary
    recommend safer safest schedule should similar stronger strongest trial trials why work works worse worst
    """.split()
)
_HOW = frozenset((("how", "do"), ("how", "does"), ("how", "can"), ("how", "come")))
_WHAT_IS = (["what", "is"], ["what", "are"], ["whats", "a"], ["what", "s"])
# A group is asked for by one of these.
_GIVEN = frozenset(
    """
    agent agents anti antibodies antibody anything approval approved blocker blockers brand called cleared conjugate
    drug drugs immuno immunotherapies immunotherapy inhibitor inhibitors licensed medication medications medicine
    medicines meds name names okayed product products something stuff therapies therapy treatment treatments vaccine
    """.split()
)
# What a group is asked of that only a therapy has: no list answers it.
_OF_EACH = frozenset("ages alone biosimilar contains day line maker order pathway".split())
_OF_THE_ONE = frozenset("ages box contains line maker skin".split())
# A group without something is no group of the record.
_LEAVES_OUT = frozenset("arent besides except excluding isnt not other rather".split())
# What medicines are called that the record may not know by that word.
_MEDICINES, _MEDICINE = ("mab", "leucel", "tamig", "fusp"), 6
# Where nothing is named that the record has.
_EVERYTHING = "immuno therapies --sort approved"


class RecordAsked:
    """A question that may ask for a fact of the record: what it names, and which facts, is heard once.

    Args:
        store: where names and records are.
        question: as it was typed.
        words: of the question.
        medicines: the sort of each word that names one.
    """

    __slots__ = ("_heard", "_medicines", "_question", "_store", "_words")

    def __init__(self, store: Store, question: str, words: list[str], medicines: Mapping[str, str]) -> None:
        self._store, self._question, self._words, self._medicines = store, question, words, medicines
        self._heard: list[Asked | None] = []

    def _asked(self) -> Asked | None:
        if not self._heard:
            self._heard.append(heard(self._store, self._words, self._medicines))
        return self._heard[0]

    def weight(self) -> float:
        """Return how much more it counts that the question may ask for a fact, by what was heard of it."""
        store, words = self._store, self._words
        if _asks_otherwise(words) or not _NEVER.isdisjoint(kinds_told(self._question, self._medicines)):
            return 1.0
        asked = self._asked()
        if asked is None:
            return _NAMED if of_another(store, words, nothing_else=False) else 1.0
        if not asked.facts:
            return _NAMED
        if asked.rest and not WHO.isdisjoint(words):  # somebody tells of himself
            return _NAMED
        return _WHOLLY if asked.rest <= 1 else _MOSTLY if asked.rest <= _UNREAD else _NAMED

    def answered(self) -> Notice | None:
        """Return what the record says, as the question surely asks for a fact; None where it was not heard."""
        store, words = self._store, self._words
        if _asks_otherwise(words) or animals_in(store, words):
            return None
        asked = self._asked()
        if asked is not None and asked.cancer and asked.rest:
            return None  # what was not read may tell which form of the cancer is meant
        if asked is not None and len(asked.therapies) == 1 and asked.cancer and asked.facts in ([], ["uses"]):
            from immunocli.queries.asked_of_record import for_a_cancer

            ((one, label),) = asked.therapies.items()
            return for_a_cancer(store, one, label, asked.cancer)
        if asked is None or not asked.therapies:
            other = of_another(store, words, nothing_else=asked is None)
            if other is not None or asked is None:
                return other
        if asked.rest > max(_UNREAD, _OF_THREE * len(words) // 3) or _another_medicine(words, asked):
            return None
        clear = asked.therapies or asked.firm or asked.types or (asked.targets and asked.facts)
        if not clear and _GIVEN.isdisjoint(words):
            return None
        if not asked.facts and not asked.therapies:  # what is named alone asks what there is of it
            if asked.rest or words[:2] in _WHAT_IS:
                return None
            asked = Asked(["list"], {}, asked.cancer, asked.types, asked.targets, asked.firm, more=asked.more)
        found = told(store, asked) if asked.facts else None
        if found is not None and asked.more and len(found.counts["therapies"]) == 1:
            (one,) = found.counts["therapies"]
            return _joined(found, told(store, Asked(asked.more, {one: store.title("therapy", one)})))
        return found

    def lead(self) -> Notice:
        """Return that the question asks for a fact of the record, and the line that shows where it stands."""
        asked = self._asked()
        command = asked.command if asked else _EVERYTHING
        message = (
            f"this asks for a fact of the record, and not all of it was understood; it stands in: {command}"
        )
        return Notice("of-record", message, command=command, facts=asked.facts if asked else [])


def _joined(first: Notice, second: Notice | None) -> Notice:
    if second is None:
        return first
    counts = {**first.counts, "facts": [*first.counts["facts"], *second.counts["facts"]]}
    counts["sources"] = list(dict.fromkeys((*first.counts["sources"], *second.counts["sources"])))
    return Notice(
        first.code, f"{first.message} {second.message}", **{**counts, "command": second.counts["command"]}
    )


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
    cancer, said = cancer_in(store, said, found)
    if named:
        if any(word.startswith("biosim") for word in words):
            return Asked(
                ["biosimilar"], {one: _without_copy(store, one, label) for one, label in named.items()}
            )
        asked = of_therapies(store, said, found, named, cancer, loosely=True)
        if asked is None and not cancer and firm_in(store, said)[0]:
            return Asked(["maker"], named)
        return asked or Asked([], named, cancer, rest=_unread(store, said))
    types, targets, said = group_in(store, said)
    firm, said = firm_in(store, said)
    if not (types or targets or cancer or firm):
        return None
    which, rest = facts(store, said, found, OF_GROUPS)
    if not firm and (not which or which[0] in OF_ONE):
        only = of_the_only_one(store, said, found, cancer, types, targets)
        if only is not None:
            return only
    if firm and {"made", "list", "count"}.issuperset(which):
        which = ["made"]
    of_each = facts(store, said, found, OF_THERAPIES)[0]
    more = [fact for fact in of_each if fact in _OF_THE_ONE] if {"first", "last"}.intersection(which) else []
    if {"list", "count"}.issuperset(which):
        if not _OF_EACH.isdisjoint(of_each):
            return Asked([], {}, cancer, types, targets, firm, rest=len(words))
        rest = rest if which else _unread(store, said)
    if not _LEAVES_OUT.isdisjoint(words):
        rest = len(words)
    return Asked(which, {}, cancer, types, targets, firm, more=more, rest=rest)


def _unread(store: Store, said: Sequence[str]) -> int:
    frame = store.around("fact-frame")
    return len({word for word in said if word not in frame and word not in FILLERS})


def _without_copy(store: Store, one: str, label: str) -> str:
    """Return the name of a therapy, where it was found by "trastuzumab biosimilar"."""
    return store.title("therapy", one) if "biosim" in label.lower() else label


def _asks_otherwise(words: Sequence[str]) -> bool:
    return not _OTHERWISE.isdisjoint(words) or any(pair in _HOW for pair in pairwise(words))


def _another_medicine(words: Sequence[str], asked: Asked) -> bool:
    """Say whether a medicine is named that was not found: what is told would be of another one."""
    own = {word for label in asked.therapies.values() for word in split(label)}
    return any(
        len(word) > _MEDICINE and word.endswith(_MEDICINES) and word not in own
        for word in words
    )  # fmt: skip
