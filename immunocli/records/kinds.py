"""Knows every kind of record by its name."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.records.fields import Record

# Where each kind is declared.
_DECLARED = {
    "therapy": ("therapy", "Therapy"),
    "indication": ("indication", "Indication"),
    "change": ("change", "Change"),
    "cancer": ("cancer", "Cancer"),
    "type": ("therapy_type", "Type"),
    "target": ("target", "Target"),
    "term": ("term", "Term"),
    "faq": ("question", "Question"),
    "part": ("part", "Part"),
    "hit": ("hit", "Hit"),
    "match": ("match", "Match"),
    "source": ("source", "Source"),
    "lane": ("overview", "Lane"),
    "crossing": ("overview", "Crossing"),
    "comparison": ("overview", "Comparison"),
    "data": ("overview", "Inventory"),
}
KINDS = (*_DECLARED, "error")


def record_of(kind: str) -> type[Record]:
    """Return the class of a kind, importing its module."""
    module, name = _DECLARED[kind]
    # importlib would cost more than the module.
    found: type[Record] = getattr(__import__(f"immunocli.records.{module}", fromlist=[name]), name)
    return found
