"""Opens a data directory's index and reads values by key; a damaged index is made anew."""

from __future__ import annotations

import os

from immunocli.store import bundled_data
from immunocli.store.indexfile import Damaged, Index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any


class Opened:
    """The index of a data directory, read as far as it is asked for.

    Args:
        directory: a data directory; None is the one that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __init__(self, directory: str | None = None) -> None:
        # Whether the index that was used is there for the next time.
        self.is_kept = True
        self.directory = bundled_data.BUNDLED if directory is None else directory
        self._index = self._opened()

    @property
    def edition(self) -> dict[str, Any]:
        """`edition`, `as_of`, `checked`, `known_from` (YYYY-MM-DD) and `schema_version`."""
        found: dict[str, Any] = self._index.meta["edition"]
        return found

    def _get(self, key: str) -> Any:
        try:
            return self._index.get(key)
        except Damaged:
            self._index = self._made()
            return self._index.get(key)

    def _many(self, family: str, ids: Iterable[str]) -> dict[str, Any]:
        keys = [f"{family}/{one}" for one in ids]
        try:
            found = self._index.get_many(keys)
        except Damaged:
            self._index = self._made()
            found = self._index.get_many(keys)
        return {key[len(family) + 1 :]: found[key] for key in keys if key in found}

    def _rows(self, key: str, wanted: Collection[int]) -> dict[int, bytes]:
        try:
            return self._index.rows(key, wanted)
        except Damaged:
            self._index = self._made()
            return self._index.rows(key, wanted)

    def _under(self, prefix: str) -> list[tuple[str, Any]]:
        try:
            return list(self._index.under(prefix))
        except Damaged:
            self._index = self._made()
            return list(self._index.under(prefix))

    def _opened(self) -> Index:
        from immunocli.store.trust import believed

        try:
            there = os.path.isdir(self.directory)
        except ValueError:
            there = False
        if not there:
            from immunocli.errors import InvalidData
            from immunocli.text import quote

            raise InvalidData(f"no data directory at {quote(self.directory)}")
        return believed(self.directory) or self._made()

    def _made(self) -> Index:
        """Make the index now from the JSON files, and keep it for the next time."""
        from immunocli.store.compiling import compile_directory
        from immunocli.store.trust import keep

        content = compile_directory(self.directory)
        self.is_kept = keep(self.directory, content)
        return Index(lambda place, length: content[place : place + length], len(content))
