"""Finds what is named where surely a fact of the record is asked for: a cancer by its organ, a firm, what is not ours."""

from __future__ import annotations

import immunocli
from immunocli.errors import Investigational
from immunocli.found import Notice
from immunocli.names.find import FILLERS, cancer_of, find
from immunocli.names.forms import normalize
from immunocli.text import pasted
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.queries.fact_phrases import Phrase
    from immunocli.store.typed_store import Store

# A shorter word is no name of a cancer, nor of what is none of ours.
_SHORTEST, _SHORT_NAME = 3, 5
# So many words one name of a cancer has.
_LONGEST = 5
# Words that stand for no cancer where a fact is asked for, nor where something is given.
_NO_CANCER = frozenset("any blood bone cancer cancers cell cells solid tumor tumors".split())
_WHERE = frozenset("arm belly skin thigh".split())
# Codes of registries are words: READ.
_CODES = ("code", "oncotree", "tcga", "icd10", "icdo", "ncit", "mesh")


def cancer_in(store: Store, words: list[str], found: Sequence[Phrase]) -> tuple[str, list[str]]:
    """Return the id of the cancer that words name, with or without "cancer" in it, and the other words."""
    frame = store.around("fact-frame")
    barred = _WHERE if any(fact == "skin" for _, fact in found) else frozenset[str]()
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            name = words[start : start + size]
            if _NO_CANCER.issuperset(name) or name[0] in FILLERS or name[-1] in FILLERS:
                continue
            if size == 1 and (name[0] in frame or name[0] in barred or len(name[0]) < _SHORTEST):
                continue
            held = cancer_of(store, " ".join(name))
            if held and len(held[0]) == 1 and held[1] not in _CODES:
                return held[0][0], [*words[:start], *words[start + size :]]
    return "", words


def firm_in(store: Store, words: list[str]) -> tuple[str, list[str]]:
    """Return a firm that words name, by the first word of its name or by the letters that its words begin with."""
    there = set(words)
    for record in store.records("therapy", list(store.titles("therapy"))):
        for firm in record["makers"]:
            parts = split(firm)
            letters = "".join(part[0] for part in parts)
            names = [parts[0], f"{parts[0]}s", *([letters, f"{letters}s"] if len(parts) > 2 else ())]
            for name in names:
                if len(name) > 2 and name in there and (parts[1:2] != ["therapeutics"] or parts[1] in there):
                    return firm.partition(" (")[0], [
                        word for word in words if word not in parts and word != name
                    ]
    return "", words


def of_another(store: Store, words: list[str], *, nothing_else: bool) -> Notice | None:
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
