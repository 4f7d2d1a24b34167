"""Reads the names of a data directory: ours, those that are none of ours, and what tells them apart."""

from __future__ import annotations

import sys

from immunocli.names.forms import normalize
from immunocli.store.opened_index import Opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from immunocli.names.packed_names import Wall

    # A name as it is kept: the ids it leads to, how it is told as a match, the name as written.
    Name = list[Any]

# After so many strangers all are read at once.
_MANY = 200
# What most names are told as; that is not written down.
_USUAL = "synonym"


class Names(Opened):
    """The names that a data directory holds; see `Opened`."""

    def __init__(self, directory: str | None = None) -> None:
        super().__init__(directory)
        self._wall: Wall | None = None
        # The group of each stranger of a kind, what is told of groups, and how many were asked for.
        self._groups: dict[str, dict[str, str]] = {}
        self._whats: dict[str, str] = {}
        self._asked = 0
        self._around: dict[str, dict[str, str]] = {}
        self._names: dict[str, dict[str, Name]] = {}

    def name(self, kind: str, plain: str) -> Name | None:
        """Return what a normalized name leads to; without ids it is known to be none of ours."""
        found: str | None = self._get(f"name/{kind}/{plain}")
        return None if found is None else _entry(found)

    def product(self, plain: str) -> tuple[str, str] | None:
        """Return what product a normalized name means: the therapy on whose page it stands, and its name.

        The name is empty when it is a biosimilar that the record holds as a name alone.
        """
        found: list[str] | None = self._get(f"product/{plain}")
        return None if found is None else (found[0], found[1])

    def products(self) -> dict[str, str]:
        """Return which product each name that means one alone stands for, by normalized name."""
        return {plain: found[1] for plain, found in self._under("product/") if found[1]}

    def names(self, kind: str, begun: str = "") -> dict[str, Name]:
        """Return all names of a kind, or those that begin so once normalized; all are remembered for the next question."""
        found = None if begun else self._names.get(kind)
        if found is None:
            found = {begun + rest: _entry(name) for rest, name in self._under(f"name/{kind}/{begun}")}
            if not begun:
                self._names[kind] = found
        return found

    def labels(self, kind: str) -> list[str]:
        """Return all names of a kind as they are written, sorted."""
        return sorted({name[2] for name in self.names(kind).values() if name[0]}, key=str.casefold)

    def other(self, kind: str, plain: str) -> list[Any] | None:
        """Return what a name of a kind is that is not ours: `[id, answer, what, see, name]`."""
        found: str | None = self._get(f"other/{kind}/{plain}")
        if found is None:
            return None
        group, _, label = found.partition("\n")
        return [*self._get(f"stranger/{group}"), label or plain]

    def others(self, kind: str, plain: str) -> tuple[str, str] | None:
        """Return what a known stranger is: one of `walls.KINDS`, and a phrase that says it."""
        if self._wall is None:
            from immunocli.names.packed_names import Wall

            self._wall = Wall(self._get("wall"))
        known = self._wall.kind(plain)
        if known is None:
            return None
        told = self._told_of(kind, plain)
        return ("drug" if kind == "therapy" else "disease", told) if told else (known, known)

    def _told_of(self, kind: str, plain: str) -> str | None:
        """Return what is told of a stranger, if anything is; the groups of all are read once many are asked for."""
        groups = self._groups.get(kind)
        if groups is None:
            self._asked += 1
            if self._asked > _MANY:
                groups = self._groups[kind] = {
                    other: sys.intern(found.partition("\n")[0])
                    for other, found in self._under(f"other/{kind}/")
                }
        if groups is not None:
            group = groups.get(plain)
        else:
            found: str | None = self._get(f"other/{kind}/{plain}")
            group = found.partition("\n")[0] if found else None
        if group is None:
            return None
        what = self._whats.get(group)
        if what is None:
            said = str(self._get(f"stranger/{group}")[2])
            what = self._whats[group] = said.replace("{as_of}", str(self.edition["as_of"]))
        return what

    def spelled(self, kind: str) -> list[str]:
        """Return the normalized names that a misspelled one may have meant."""
        found: list[str] = self._get(f"spelled/{kind}") or []
        return found

    def rivals(self, kind: str) -> list[str]:
        """Return the strangers whose spelling is compared with ours."""
        found: list[str] = self._get(f"rivals/{kind}") or []
        return found

    def close(self, kind: str) -> list[str]:
        """Return the strangers that a slip or two from one of ours would be."""
        found: list[str] = self._get(f"close/{kind}") or []
        return found

    def around(self, kind: str) -> dict[str, str]:
        """Return the roles of the words around names of a kind, or of a `question` about what no record holds."""
        found = self._around.get(kind)
        if found is None:
            found = self._around[kind] = self._get(f"around/{kind}") or {}
        return found

    def are_names(self, kind: str, words: Iterable[str]) -> set[str]:
        """Return which words are a name of a kind."""
        plain = {word: normalize(word) for word in words}
        known = self._many(f"name/{kind}", plain.values())
        return {word for word, name in plain.items() if name in known and known[name][0]}

    def are_medicines(self, words: Iterable[str]) -> dict[str, str]:
        """Return which words name a medicine: `_drug` for ours, `_other` for others."""
        plain = {word: normalize(word) for word in words}
        ours = self._many("name/therapy", plain.values())
        rest = [name for name in plain.values() if name not in ours]
        others = self._many("other/therapy", rest)
        return {
            word: "_drug" if name in ours else "_other"
            for word, name in plain.items()
            if name in ours or name in others
        }


def entry_written(entry: Name) -> str:
    """Return a name's entry in few bytes."""
    ids, match, label = entry
    match = "" if match == _USUAL else match
    return "\n".join((match, label.replace("\n", " "), *ids))


def _entry(kept: str) -> Name:
    """Return the entry of a name from how it was written."""
    match, label, *ids = kept.split("\n")
    return [ids, match or _USUAL, label]
