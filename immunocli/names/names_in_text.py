"""Finds what stands by name among words, and what lies between."""

from __future__ import annotations

from immunocli.names.find import LONGEST_READ, SHOWN, Finding, equal_to, parts_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.store.typed_store import Store


def within(
    store: Store, words: Sequence[str], kinds: Sequence[str] = SHOWN
) -> tuple[list[Finding], list[str]]:
    """Return what stands by name among words, and the words that lie between and name nothing.

    Words that only stand between names are in neither; in a text of over `LONGEST_READ` letters nothing is sought.
    """
    if sum(map(len, words)) > LONGEST_READ:
        return [], []
    whole = equal_to(store, " ".join(words), kinds)
    parts = [whole] if whole is not None else parts_in(store, words, kinds)
    found = [part for part in parts if isinstance(part, Finding)]
    return found, [part for part in parts if isinstance(part, str)]
