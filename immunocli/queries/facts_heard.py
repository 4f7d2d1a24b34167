"""Hears which fact of the record a question asks for, of which therapies or of which group of them."""

from __future__ import annotations

from immunocli.names.find import FILLERS
from immunocli.names.names_in_text import within
from immunocli.words.named_pages import cancer_in
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from immunocli.found import Notice
    from immunocli.store.typed_store import Store

# What is asked of therapies; where words fit several, the first that has most of them is meant.
OF_THERAPIES = (
    "biosimilar", "box", "order", "day", "maker", "skin", "alone", "line", "ages", "market", "target", "type", "uses",
    "route",
)  # fmt: skip
# What is asked of a group.
OF_GROUPS = ("lost", "first", "last", "count", "list")
# What is asked of the only therapy of a group; which it is for a cancer, `types_for_a_cancer` tells.
_OF_ONE = ("biosimilar", "box", "day", "maker", "skin", "alone", "line", "ages", "route")
# What is told of a therapy when a group is asked for in words that mean one of it.
_INSTEAD = {"lost": "market"}
# Entries that speak of what is asked for, and may stand below what the record says of it.
BESIDE = {
    "ages": ("children", "older-people"), "alone": ("combination",),
    "biosimilar": ("biosimilars", "brand-and-generic-names"),
    "count": ("cancers-treated", "types-of-immunotherapy"), "first": ("history-of-use", "new-field"),
    "list": ("cancers-treated", "types-of-immunotherapy"), "lost": ("approval-withdrawn", "accelerated-approval"),
    "market": ("approval-withdrawn", "accelerated-approval"), "route": ("how-it-is-given", "session-length"),
    "skin": ("how-it-is-given", "session-length"), "uses": ("cancers-treated",),
    "type": (
        "antibody-drug-conjugates", "bcg", "bispecific-antibodies", "cancer-vaccines", "car-t-process",
        "checkpoint-inhibitors",
        "cytokines", "is-it-chemotherapy", "is-it-gene-therapy", "oncolytic-viruses", "til-and-other-cell-therapies",
        "types-of-immunotherapy",
    ),
}  # fmt: skip
# So many therapies are told at most, and so many facts.
_MOST, _FACTS = 4, 2
# So many words a question has at most that asks for a fact and nothing else.
_LONGEST = 40


class Asked:
    """What a question asks of the record.

    Args:
        facts: one or two of OF_THERAPIES, or of OF_GROUPS.
        therapies: ids, each with the name as the data writes it; none is a group.
        types, targets: one id or none, of a group.
        cancer: an id, or empty.
        rest: words of it that could not be read; with none nothing else is asked.
    """

    __slots__ = ("cancer", "facts", "rest", "targets", "therapies", "types")

    def __init__(
        self,
        facts: Sequence[str],
        therapies: Mapping[str, str],
        cancer: str = "",
        types: Sequence[str] = (),
        targets: Sequence[str] = (),
        *,
        rest: int = 0,
    ) -> None:
        self.facts, self.therapies, self.cancer, self.rest = list(facts), dict(therapies), cancer, rest
        self.types, self.targets = list(types), list(targets)

    def beside(self) -> set[str]:
        """Return the ids of the entries that speak of it too."""
        return {one for fact in self.facts for one in BESIDE.get(fact, ())}


def of_record(
    store: Store, words: list[str], medicines: Mapping[str, str]
) -> tuple[Notice | None, Asked | None]:
    """Return what the record says of a fact that a question asks for, and what that is.

    Where a question asks for something else too, or for what cannot be told, nothing is said.

    Args:
        store: where names and records are.
        words: of the question.
        medicines: the sort of each word that names one.
    """
    if len(words) > _LONGEST:
        return None, None
    phrases = _phrases(store, words)
    if not phrases:
        return None, None
    if "_drug" in medicines.values():
        asked = _of_therapies(store, words, medicines, phrases)
    else:
        asked = _of_a_group(store, words, phrases)
    if asked is None or asked.rest:
        return None, asked
    if asked.therapies:
        from immunocli.queries.facts_of_therapies import told  # most questions ask for no fact
    else:
        from immunocli.queries.facts_of_groups import told
    return told(store, asked), asked


def _phrases(store: Store, words: Sequence[str]) -> list[tuple[list[str], str]]:
    """Return the phrases that ask for a fact and stand in a question, word after word, others between them."""
    there = set(words)
    found = []
    for phrase, fact in store.around("fact").items():
        parts = phrase.split(" ")
        if parts[0] in there and (len(parts) == 1 or _in_order(parts, words)):
            found.append((parts, fact))
    return found


def _in_order(parts: Iterable[str], words: Iterable[str]) -> bool:
    rest = iter(words)
    return all(part in rest for part in parts)


def _of_therapies(
    store: Store, words: list[str], medicines: Mapping[str, str], phrases: Sequence[tuple[list[str], str]]
) -> Asked | None:
    from immunocli.queries.asked_of_record import therapies_in  # which asks this

    named = therapies_in(store, words, medicines)
    if not 0 < len(named) <= _MOST:
        return None
    of_names = {word for label in named.values() for word in split(label)}
    said = [word for word in words if word not in of_names and medicines.get(word) != "_drug"]
    cancer, said = _cancer(store, said, phrases)
    facts, rest = _facts(store, said, phrases, OF_THERAPIES)
    if not facts:
        facts, rest = _facts(store, said, phrases, tuple(_INSTEAD))
        facts = [_INSTEAD[one] for one in facts]
    return Asked(facts, named, cancer, rest=rest) if facts else None


def _of_a_group(store: Store, words: list[str], phrases: Sequence[tuple[list[str], str]]) -> Asked | None:
    cancer, said = _cancer(store, words, phrases)
    found, left = within(store, said, ("type", "target"))
    types, targets = (
        list({one.ids[0]: None for one in found if one.kind == kind}) for kind in ("type", "target")
    )
    if len(types) > 1 or len(targets) > 1 or any(len(one.ids) > 1 for one in found):
        return None
    if not (types or targets or cancer):
        return None
    between = {word for part in left for word in split(part)}
    said = [word for word in said if word in between or word in FILLERS]
    facts, rest = _facts(store, said, phrases, OF_GROUPS)
    if cancer and not {"count", "list"}.isdisjoint(facts):
        return None  # which there are for a cancer, `types_for_a_cancer` tells
    if facts:
        return Asked(facts, {}, cancer, types, targets, rest=rest)
    facts, rest = _facts(store, said, phrases, _OF_ONE if cancer else (*_OF_ONE, "market", "uses"))
    ours = _all_of(store, types, targets) if facts else []
    if len(ours) != 1:
        return None  # of several none is meant
    return Asked(facts, {ours[0]: store.title("therapy", ours[0])}, cancer, rest=rest)


def _cancer(
    store: Store, words: list[str], phrases: Sequence[tuple[list[str], str]]
) -> tuple[str, list[str]]:
    """Return the id of the cancer that words name, and the other words; what is under the skin is in no cancer of it."""
    if any(fact == "skin" for _, fact in phrases):
        return "", words
    return cancer_in(store, words) or ("", words)


def _all_of(store: Store, types: Sequence[str], targets: Sequence[str]) -> list[str]:
    found: list[set[str]] = [
        set(record["therapies"])
        for kind, ids in (("type", types), ("target", targets))
        for record in store.records(kind, ids)
    ]
    return sorted(set.intersection(*found)) if found else []


def _facts(
    store: Store, said: list[str], phrases: Sequence[tuple[list[str], str]], able: Sequence[str]
) -> tuple[list[str], int]:
    """Return the facts that words ask for, one or two, and how many other words there are.

    Args:
        store: where the words are that may stand around.
        said: the words that name nothing.
        phrases: that stand in the question.
        able: what may be asked for.
    """
    there = set(said)
    held = [(parts, fact) for parts, fact in phrases if fact in able and there.issuperset(parts)]
    if not held:
        return [], 0
    frame = store.around("fact-frame")
    rest = {word for word in there if word not in frame and word not in FILLERS}
    facts: list[str] = []
    used: set[str] = set()
    while held and len(facts) < _FACTS:
        parts, fact = max(
            held,
            key=lambda one: (
                len(rest.intersection(one[0])), len(one[0]), sum(map(len, one[0])), -able.index(one[1]),
            ),
        )  # fmt: skip
        # A second one has words of its own.
        if facts and rest.isdisjoint(parts) and not (len(parts) > 1 and used.isdisjoint(parts)):
            break
        facts.append(fact)
        used.update(word for others, of in held if of == fact for word in others)
        rest -= used
        held = [one for one in held if one[1] != fact]
    return facts, len(rest)
