"""Asks a costly pattern only of strings in which a part of what it finds stands."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Gate:
    """A pattern that is asked of no string in which it can find nothing.

    In a string with other letters than those of ASCII, of which some are small in several ways, it always is.

    Args:
        pattern: what is asked.
        flags: its flags.
        parts: in small letters; in all that the pattern finds, or beside it, one of them stands.
    """

    __slots__ = ("_parts", "pattern")

    def __init__(self, pattern: str, flags: int = 0, *, parts: Sequence[str]) -> None:
        self.pattern = re.compile(pattern, flags)
        self._parts = tuple(parts)

    def is_open(self, text: str) -> bool:
        """Say whether the pattern may find anything."""
        if not text.isascii():
            return True
        text = text.lower()
        for part in self._parts:  # noqa: SIM110  # `any` takes three times as long
            if part in text:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """Return what the pattern finds anywhere."""
        return self.pattern.search(text) if self.is_open(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return what the pattern finds at the beginning."""
        return self.pattern.match(text) if self.is_open(text) else None

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return a string with something else for all that the pattern finds."""
        return self.pattern.sub(by, text) if self.is_open(text) else text
