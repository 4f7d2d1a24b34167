"""Reads which of two biomarkers a name tells, where either makes it the name of one cancer: dMMR endometrial cancer."""

from __future__ import annotations

from immunocli.names.find import exact
from immunocli.names.phrases import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.store.typed_store import Store

# No biomarker's name has more words.
_MOST_WORDS = 5


def told_one(store: Store, text: str, cancer: str, having: Sequence[str]) -> list[str]:
    """Return the one of two biomarkers that a text tells; nothing where it tells both, or it was read already.

    Args:
        store: where to look.
        text: as a person types it.
        cancer: id of what it names: MSI-H or dMMR endometrial cancer.
        having: biomarkers that were read in it.
    """
    either = {one for pair in store.scope(cancer)["either"].values() for one in pair}
    told = _named(store, text) & either
    return sorted(told - {*having, *store.scope(cancer)["has"]}) if len(told) == 1 else []


def _named(store: Store, text: str) -> set[str]:
    """Return the biomarkers whose names stand in a text, the longest first."""
    words, found, place = cut(text), set(), 0
    while place < len(words):
        for end in range(min(place + _MOST_WORDS, len(words)), place, -1):
            known = exact(store, "biomarker", text[words[place].start : words[end - 1].end])
            if known is not None and len(known[0]) == 1:
                found.add(known[0][0])
                place = end - 1
                break
        place += 1
    return found
