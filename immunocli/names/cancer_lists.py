"""Tells apart the cancers that a string lists, and a benign tumor from one that is none."""

from __future__ import annotations

from immunocli.names.cancer_words import KINDS, OPTIONAL, is_tumor
from immunocli.names.clauses import carry, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.cancer_clauses import ClauseReader
    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.cancer_said import Said
    from immunocli.names.clauses import Clause
    from immunocli.names.keeper import Entry

# So a cancer of an organ is called, and not only a tumor that lies there.
_CANCER = ("cancer", "carcinoma")
_SEPARATORS = (",", ";", "/", "|", "+")


def apart(said: Said, whole: Entry | None, names: CancerNames, narrowest: ClauseReader) -> list[Entry]:
    """Return the cancers of a string each part of which names one by itself: "melanoma; stomach cancer".

    Args:
        said: the string.
        whole: what it was read as, all of it together; where that is each of them, nothing is apart.
        names: of cancers, by their words.
        narrowest: drops a cancer of which another one is a form.
    """
    if not any(sign in said.text for sign in _SEPARATORS):
        return []
    parts = parted(said.tokens, said.items, weak=True)
    if len(parts) < 2 or any(carry(parts)) or any(part.bracket for part in parts):
        return []
    found: list[Entry] = []
    for part in parts:
        entry = names.named(part) if part.speaks_of_cancer() else None
        if entry is None or (names.sites.is_one(entry) and not _is_called_cancer(part)):
            return []
        found.append(entry)
    path = set(names.path(whole[0][0])) if whole is not None and len(whole[0]) == 1 else set()
    if path and all(one in path for entry in found for one in entry[0]):
        return []
    kept = narrowest.narrowest(found)
    return kept if len(kept) > 1 else []


def _is_called_cancer(part: Clause) -> bool:
    return any(item.role in _CANCER or item.role == "histology" for item in part.items)


def is_told_benign(said: Said) -> bool:
    """Say whether a tumor of an organ is told to be benign in a clause of its own: "brain tumour - benign"."""
    clauses = parted(said.tokens, said.items, weak=True)
    if len(clauses) < 2 or any(item.role in _CANCER or is_tumor(item.word) for item in said.items):
        return False
    roles = {"benign", "grammar", *OPTIONAL, *KINDS}
    return any(
        all(item.role in roles for item in clause.items)
        and any(item.role == "benign" and item.word.startswith("benign") for item in clause.items)
        for clause in clauses[1:]
    )
