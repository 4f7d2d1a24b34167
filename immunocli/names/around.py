"""Knows the words around names: what part each plays in a string."""

from __future__ import annotations

from immunocli.errors import InvalidData
from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

# Words of these roles beside a name of a drug say that a drug is meant.
OF_DRUGS = frozenset(("amount", "form", "route", "packing"))
# Words of these roles are read and change nothing.
PLAIN = frozenset(
    (
        "amount", "form", "route", "packing", "dosing", "billing", "trial", "place", "maker", "class",
        "grammar", "joining",
    )
)  # fmt: skip

# Where the words of cancers are kept to which no slip is corrected; those of these languages are not among them.
UNSPELLED = "unspelled"
_SPELLED = frozenset("any en de es fr it pt la".split())


def unspelled(records: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the words of cancers that no word is a slip of: "place" is no "plíce", "longer" no "longen".

    Args:
        records: those of `around.json`.
    """
    return roles((one for one in records if _SPELLED.isdisjoint(one["language"].split())), "cancer")


def roles(records: Iterable[dict[str, Any]], about: str) -> dict[str, str]:
    """Return the role of each normalized word, and of each phrase of them, around names of a kind.

    Args:
        records: those of `around.json`.
        about: `therapy` or `cancer`.

    Raises:
        InvalidData: a word has two roles; it names both lists.
    """
    found: dict[str, str] = {}
    listed: dict[str, str] = {}
    for record in records:
        if record["about"] != about:
            continue
        for word in record["words"]:  # a phrase is its words, one blank between them; "can't" is two
            plain = " ".join([normalize(one) or one for one in word.replace("'t", " t").split()])
            if found.setdefault(plain, record["role"]) != record["role"]:
                raise InvalidData(
                    f'"{word}" stands in the lists {listed[plain]} and {record["id"]} of around.json: '
                    "a word has one role; take it out of one of them"
                )
            listed.setdefault(plain, record["id"])
    return found
