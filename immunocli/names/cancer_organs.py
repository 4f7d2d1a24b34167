"""Finds the organ of a malignant tumor of which no name of ours tells the kind."""

from __future__ import annotations

import re

from immunocli.names.cancer_words import KINDS, OPTIONAL, is_tumor, kind_of
from immunocli.names.clauses import BARRING
from immunocli.names.tokens import rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.cancer_said import Said
    from immunocli.names.cancer_words import Item
    from immunocli.names.names_protocol import Entry

# What has spread began elsewhere, and what is to be ruled out is none.
_SPREAD = re.compile(r"\bmetasta|\br/o\b|\brule", re.I)
# Histologies that are malignant by their name.
_MALIGNANT = ("carcinoma",)
_BRIEF = ("ca", "mal", "c", "k")
_LONGEST_ORGAN = 4
_MOST_UNREAD = 4
_UNREAD_ROLES = ("", "study", "partner")


def organ_of(said: Said, names: CancerNames) -> tuple[Entry, str] | None:
    """Return the cancer of the one organ in which a malignant tumor lies, and what was not read.

    Args:
        said: the string.
        names: of cancers, by their words.
    """
    if (
        _SPREAD.search(said.text)
        or not _is_malignant(said)
        or any(item.role in (*BARRING, "other-disease") for item in said.items)
    ):
        return None
    items = [item for item in said.items if item.role != "grammar"]
    found, used = _organs(items, names)
    if not found:
        return None
    path = names.path
    narrowest = max(found, key=lambda entry: len(path(entry[0][0])))
    if not all(entry[0][0] in path(narrowest[0][0]) for entry in found):
        return None
    kept = [
        item
        for item in items
        if item.place not in used and item.role not in (*KINDS, *OPTIONAL, "histology", "disease")
    ]
    if len(kept) > _MOST_UNREAD or any(
        is_tumor(item.word) and not item.word.endswith(_MALIGNANT) for item in kept
    ):
        return None
    unread = sorted({item.place for item in kept if item.role in _UNREAD_ROLES})
    return narrowest, rest_of(said.text, said.tokens, unread)


def _is_malignant(said: Said) -> bool:
    """Say whether words of a string tell of a carcinoma or of a malignant tumor, and not by two letters alone."""
    kind = kind_of(item.role for item in said.items if said.tokens[item.place].plain not in _BRIEF)
    return kind in ("carcinoma", "cancer") or any(item.word.endswith(_MALIGNANT) for item in said.items)


def _organs(items: list[Item], names: CancerNames) -> tuple[list[Entry], set[int]]:
    """Return the cancers of the organs that words name, and the places of these words."""
    found: list[Entry] = []
    used: set[int] = set()
    place = 0
    while place < len(items):
        for length in range(min(_LONGEST_ORGAN, len(items) - place), 0, -1):
            part = items[place : place + length]
            entry = (
                names.organ([item.word for item in part]) if all(_is_site(item) for item in part) else None
            )
            if entry is not None:
                found.append(entry)
                used.update(item.place for item in part)
                break
        place += length
    return found, used


def _is_site(item: Item) -> bool:
    return item.role in ("", "area") and not is_tumor(item.word)
