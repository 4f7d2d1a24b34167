"""Reads many strings, each distinct one once."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from immunocli.records.match import Match


# So many strings are remembered at most.
_MOST = 65_536


def each_once(read: Callable[[str], Match], texts: Iterable[str]) -> Iterator[Match]:
    """Yield what each string names, in order.

    Args:
        read: says what one string names.
        texts: any number of strings.
    """
    known: dict[str, Match] = {}
    for text in texts:
        match = known.get(text)
        if match is None:
            if len(known) >= _MOST:
                known.clear()
            match = known[text] = read(text)
        yield match
