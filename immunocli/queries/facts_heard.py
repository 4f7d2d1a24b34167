"""Hears which fact of the record a question asks for, of which therapies or of which group of them."""

from __future__ import annotations

from immunocli.names.find import FILLERS
from immunocli.names.names_in_text import within
from immunocli.queries.fact_phrases import OF_GROUPS, OF_THERAPIES, facts, phrases
from immunocli.words.named_pages import cancer_in
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from immunocli.found import Notice
    from immunocli.queries.fact_phrases import Phrase
    from immunocli.store.typed_store import Store

# What is asked of the only therapy of a group; which it is for a cancer, `types_for_a_cancer` tells.
OF_ONE = ("biosimilar", "box", "day", "maker", "skin", "alone", "line", "ages", "route", "names")
_EVERYWHERE = ("market", "uses", "pathway", "contains")
# What is told of a therapy in words that ask for one of a group: for sure only where nothing else is asked.
_INSTEAD = {"lost": "market", "first": "order"}
# Entries that speak of what is asked for, and may stand below what the record says of it.
BESIDE = {
    "ages": ("children", "older-people"), "agnostic": ("cancers-treated", "biomarker-tests"),
    "alone": ("combination",), "biosimilar": ("biosimilars", "brand-and-generic-names"),
    "count": ("cancers-treated", "types-of-immunotherapy"), "first": ("history-of-use", "new-field"),
    "list": ("cancers-treated", "types-of-immunotherapy"), "lost": ("approval-withdrawn", "accelerated-approval"),
    "market": ("approval-withdrawn", "accelerated-approval"), "names": ("brand-and-generic-names",),
    "pathway": ("accelerated-approval",), "route": ("how-it-is-given", "session-length"),
    "skin": ("how-it-is-given", "session-length"), "uses": ("cancers-treated",),
    "type": (
        "antibody-drug-conjugates", "bcg", "bispecific-antibodies", "cancer-vaccines", "car-t-process",
        "checkpoint-inhibitors",
        "cytokines", "is-it-chemotherapy", "is-it-gene-therapy", "oncolytic-viruses", "til-and-other-cell-therapies",
        "types-of-immunotherapy",
    ),
}  # fmt: skip
# Words that stand for a type behind a target: HER2 conjugates.
_NARROWS = {
    "conjugate": "antibody-drug-conjugate", "conjugates": "antibody-drug-conjugate", "engager": "t-cell-engager",
    "engagers": "t-cell-engager", "vaccine": "cancer-vaccine", "vaccines": "cancer-vaccine",
}  # fmt: skip
_ANTIBODY = "targeted-antibody"
# So many therapies are told at most.
_MOST = 4
# So many words a question has at most that asks for a fact and nothing else.
_LONGEST = 40
# A shorter word is no name of a cancer or a therapy in what surely asks for a fact.
_SHORTEST = 3


class Asked:
    """What a question asks of the record.

    Args:
        facts: one or two of OF_THERAPIES, or of OF_GROUPS; none where only names were heard.
        therapies: ids, each with the name as the data writes it; none is a group.
        types, targets: ids, of a group.
        cancer: an id, or empty.
        firm: that makes a group, or empty.
        more: what is asked of the one of a group that is told.
        rest: words of it that could not be read; with none nothing else is asked.
    """

    __slots__ = ("cancer", "facts", "firm", "more", "rest", "targets", "therapies", "types")

    def __init__(
        self,
        facts: Sequence[str],
        therapies: Mapping[str, str],
        cancer: str = "",
        types: Sequence[str] = (),
        targets: Sequence[str] = (),
        firm: str = "",
        *,
        more: Sequence[str] = (),
        rest: int = 0,
    ) -> None:
        self.facts, self.therapies, self.cancer, self.rest = list(facts), dict(therapies), cancer, rest
        self.types, self.targets, self.firm, self.more = list(types), list(targets), firm, list(more)

    def beside(self) -> set[str]:
        """Return the ids of the entries that speak of it too."""
        return {one for fact in self.facts for one in BESIDE.get(fact, ())}

    @property
    def command(self) -> str:
        """What shows it, as far as it was heard."""
        if self.therapies:
            names = list(self.therapies)
            if len(names) > 1:
                return f"immuno compare {' '.join(names)}"
            if self.cancer:
                return f"immuno indications --therapy {names[0]} --cancer {self.cancer} --status any"
            return f"immuno show {names[0]} --full"
        chosen = [f"--type {one}" for one in self.types] + [f"--target {one}" for one in self.targets]
        chosen += [f"--cancer {self.cancer}"] if self.cancer else []
        return f"immuno therapies {' '.join(chosen)}".rstrip()


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
    found = phrases(store, words)
    if not found:
        return None, None
    asked = of_therapies(store, words, found, therapies_in(store, words, medicines))
    if asked is None and "_drug" not in medicines.values():
        asked = _of_a_group(store, words, found)
    if asked is None or asked.rest:
        return None, asked
    return told(store, asked), asked


def told(store: Store, asked: Asked) -> Notice | None:
    """Return what the record says of what was asked.

    Args:
        store: where the record is.
        asked: which facts, of what.
    """
    if asked.therapies:
        from immunocli.queries import facts_of_therapies  # most questions ask for no fact

        return facts_of_therapies.told(store, asked)
    from immunocli.queries import facts_of_groups

    return facts_of_groups.told(store, asked)


def therapies_in(
    store: Store, words: list[str], medicines: Mapping[str, str], *, loosely: bool = False
) -> dict[str, str]:
    """Return the therapies that words name, by id, as each is written; of a product of several the rarest.

    Args:
        store: where names are.
        words: of the question.
        medicines: the sort of each word that names one.
        loosely: short names count too: IL-2, axi-cel.
    """
    if "_drug" not in medicines.values() and not loosely:
        return {}
    frame = store.around("fact-frame")
    named: dict[str, str] = {}
    for one in within(store, words, ("therapy",))[0]:
        own = split(one.label)
        known = any(medicines.get(word) == "_drug" for word in own)
        if known or (loosely and sum(map(len, own)) >= _SHORTEST and not frame.keys() >= set(own)):
            named[min(one.ids, key=lambda id: len(store.records("therapy", [id])[0]["products"]))] = one.label
    return named


def of_therapies(
    store: Store,
    words: list[str],
    found: Sequence[Phrase],
    named: Mapping[str, str],
    cancer: str = "",
    *,
    loosely: bool = False,
) -> Asked | None:
    """Return what is asked of therapies; None where no fact is.

    Args:
        store: where names are.
        words: of the question.
        found: the phrases that stand in it.
        named: therapies by id, as each is written.
        cancer: that was found already, and whose words are out.
        loosely: it is known that it asks for a fact.
    """
    if not 0 < len(named) <= _MOST or any("biosimilar" in label for label in named.values()):
        return None
    of_names = {word for label in named.values() for word in split(label)}
    of_names |= {f"{word}s" for word in of_names}
    said = [word for word in words if word not in of_names]
    if not loosely:
        cancer, said = _cancer(store, said, found)
    heard, rest = facts(store, said, found, (*OF_THERAPIES, *(_INSTEAD if loosely else ("lost",))))
    heard = list(dict.fromkeys(_INSTEAD.get(one, one) for one in heard))
    return Asked(heard, named, cancer, rest=rest) if heard else None


def _of_a_group(store: Store, words: list[str], found: Sequence[Phrase]) -> Asked | None:
    cancer, said = _cancer(store, words, found)
    types, targets, said = group_in(store, said)
    if len(types) > 1 or len(targets) > 1 or not (types or targets or cancer):
        return None
    heard, rest = facts(store, said, found, OF_GROUPS)
    if cancer and not {"count", "list"}.isdisjoint(heard):
        return None  # which there are for a cancer, `types_for_a_cancer` tells
    only = (
        None
        if heard and heard[0] not in OF_ONE
        else of_the_only_one(store, said, found, cancer, types, targets)
    )
    return only or (Asked(heard, {}, cancer, types, targets, rest=rest) if heard else None)


def group_in(store: Store, words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the ids of the types and of the targets that words name, and the other words; unclear ones are none."""
    found, left = within(store, words, ("type", "target"))
    clear = [one for one in found if len(one.ids) == 1]
    types, targets = (
        list({one.ids[0]: None for one in clear if one.kind == kind}) for kind in ("type", "target")
    )
    between = {word for part in left for word in split(part)}
    if types == [_ANTIBODY] and targets and ("cells" in words or not _all_of(store, types, targets)):
        types = []  # antibodies as well as cells; a PD-1 antibody is of the type PD-1 inhibitor
    if not types:
        types = list(dict.fromkeys(_NARROWS[word] for word in words if word in _NARROWS))[:1]
    rest = [word for word in words if word in between or word in FILLERS]
    rest += [one.label for one in found if len(one.ids) != 1]
    return types, targets, rest


def of_the_only_one(
    store: Store,
    said: list[str],
    found: Sequence[Phrase],
    cancer: str,
    types: Sequence[str],
    targets: Sequence[str],
) -> Asked | None:
    """Return what is asked of a group that is one therapy alone: of several none is meant.

    Args:
        store: where the record is.
        said: the words that name nothing.
        found: the phrases that stand in the question.
        cancer: an id, or empty.
        types: that the therapy has.
        targets: that it has.
    """
    heard, rest = facts(store, said, found, OF_ONE if cancer else (*OF_ONE, *_EVERYWHERE))
    ours = _all_of(store, types, targets) if heard else []
    if len(ours) != 1:
        return None
    return Asked(heard, {ours[0]: store.title("therapy", ours[0])}, cancer, rest=rest)


def _cancer(store: Store, words: list[str], found: Sequence[Phrase]) -> tuple[str, list[str]]:
    """Return the id of the cancer that words name, and the other words; what is under the skin is in no cancer of it."""
    if any(fact == "skin" for _, fact in found):
        return "", words
    return cancer_in(store, words) or ("", words)


def _all_of(store: Store, types: Sequence[str], targets: Sequence[str]) -> list[str]:
    found: list[set[str]] = [
        set(record["therapies"])
        for kind, ids in (("type", types), ("target", targets))
        for record in store.records(kind, ids)
    ]
    return sorted(set.intersection(*found)) if found else []
