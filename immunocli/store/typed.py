"""Opens a data directory and reads what is asked for; a method for each family of values."""

from __future__ import annotations

import os
import sys

from immunocli.names.forms import normalise
from immunocli.store import places
from immunocli.store.indexfile import Damaged, Index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from immunocli.names.walls import Wall

    # A name as it is kept: the ids it leads to, how it is told as a match, the name as written.
    Name = list[Any]

# After so many strangers all are read at once.
_MANY = 200


class Store:
    """What a data directory holds, read as far as it is asked for.

    Any number of threads, and processes forked from this one, may share it.

    Args:
        directory: a data directory; None is the one that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __init__(self, directory: str | None = None) -> None:
        self.directory = places.BUNDLED if directory is None else directory
        self._index = self._opened()
        self._often: dict[str, dict[str, str]] = {}
        self._wall: Wall | None = None
        # The group of each stranger of a kind, what is told of groups, and how many were asked for.
        self._groups: dict[str, dict[str, str]] = {}
        self._whats: dict[str, str] = {}
        self._asked = 0

    @property
    def edition(self) -> dict[str, Any]:
        """`edition`, `as_of`, `checked`, `known_from` (YYYY-MM-DD) and `schema_version`."""
        found: dict[str, Any] = self._index.meta["edition"]
        return found

    @property
    def agnostic(self) -> list[str]:
        """Ids of what names no cancer but any tumor with a marker."""
        found: list[str] = self._index.meta["agnostic"]
        return found

    def record(self, kind: str, one: str) -> dict[str, Any] | None:
        """Return the stored record of a kind (`therapy`, `cancer`, `type`, `term`, `source`, ...)."""
        found: dict[str, Any] | None = self._get(f"{kind}/{one}")
        return found

    def records(self, kind: str, ids: Iterable[str]) -> list[dict[str, Any]]:
        """Return the stored records of some ids, in their order; unknown ids are left out."""
        wanted = list(ids)
        found = self._many(kind, wanted)
        return [found[one] for one in wanted if one in found]

    def briefs(self, therapies: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return what lists tell of therapies: names, products, stretches of use, warnings."""
        return self._many("brief", therapies)

    def uses_naming(self, cancers: Iterable[str]) -> list[dict[str, Any]]:
        """Return all uses that name just one of these cancers, each with its events."""
        return [use for uses in self._many("own", cancers).values() for use in uses]

    def uses_of(self, therapies: Iterable[str]) -> list[dict[str, Any]]:
        """Return all uses of therapies, each with its events."""
        return [use for one in self.records("therapy", therapies) for use in one["indications"]]

    def all_uses(self) -> list[dict[str, Any]]:
        """Return all uses in the record, each with its events."""
        return [use for _, uses in self._under("own/") for use in uses]

    def ids(self, family: str) -> list[str]:
        """Return the ids of all values of a family, sorted."""
        return [one for one, _ in self._under(f"{family}/")]

    def count(self, family: str) -> int:
        """Return how many values a family has."""
        return len(self._under(f"{family}/"))

    def scope(self, cancer: str) -> dict[str, Any]:
        """Return what a question about a cancer has to look at, and what defines it."""
        found: dict[str, Any] = self._get(f"scope/{cancer}")
        return found

    @property
    def sites(self) -> dict[str, str]:
        """The nearest group that people ask by of each cancer, by id."""
        found: dict[str, str] = self._get("sites")
        return found

    def titles(self, kind: str) -> dict[str, str]:
        """Return the names that people read, by id, in listing order."""
        found: dict[str, str] = self._get(f"titles/{kind}") or {}
        return found

    def name(self, kind: str, plain: str) -> Name | None:
        """Return what a normalized name leads to; without ids it is known to be none of ours."""
        found: str | None = self._get(f"name/{kind}/{plain}")
        return None if found is None else _entry(found)

    def names(self, kind: str, begun: str = "") -> dict[str, Name]:
        """Return all names of a kind, or those that begin so once normalized, for many look-ups."""
        return {begun + rest: _entry(name) for rest, name in self._under(f"name/{kind}/{begun}")}

    def labels(self, kind: str) -> list[str]:
        """Return all names of a kind as they are written, sorted."""
        return sorted({name[2] for name in self.names(kind).values() if name[0]}, key=str.casefold)

    def other(self, kind: str, plain: str) -> list[Any] | None:
        """Return what a name of a kind is that is not ours: `[id, answer, what, see, name]`."""
        found: list[str] | None = self._get(f"other/{kind}/{plain}")
        if found is None:
            return None
        group, label = found
        return [group, *self._get(f"stranger/{group}"), label]

    def others(self, kind: str, plain: str) -> tuple[str, str] | None:
        """Return what a known stranger is: one of `walls.KINDS`, and a phrase that says it."""
        if self._wall is None:
            from immunocli.names.walls import Wall

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
                    other: sys.intern(group) for other, (group, _) in self._under(f"other/{kind}/")
                }
        if groups is not None:
            group = groups.get(plain)
        else:
            found = self._get(f"other/{kind}/{plain}")
            group = found[0] if found else None
        if group is None:
            return None
        what = self._whats.get(group)
        if what is None:
            said = str(self._get(f"stranger/{group}")[1])
            what = self._whats[group] = said.replace("{as_of}", str(self.edition["as_of"]))
        return what

    def spelled(self, kind: str) -> list[str]:
        """Return the normalised names that a misspelled one may have meant."""
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
        """Return the roles of the words around names of a kind."""
        found: dict[str, str] = self._get(f"around/{kind}") or {}
        return found

    def path(self, cancer: str) -> list[str]:
        """Return a cancer and all that it is part of."""
        found: list[str] = self.scope(cancer)["path"]
        return found

    def title(self, kind: str, one: str) -> str:
        """Return the name that people read."""
        return self.titles(kind)[one]

    def citing(self, source: str) -> list[str]:
        """Return the therapies whose record cites a document."""
        found: list[str] = self._get(f"citing/{source}") or []
        return found

    def source_ids(self, begun: str) -> list[str]:
        """Return the ids of documents that begin so; for nothing, of those that are published lists."""
        family = "source/" if begun else "claimed/"
        return [begun + rest for rest, _ in self._under(family + begun)]

    def claimed(self, source: str) -> list[str] | None:
        """Return the therapies on a published list; None when the document is no such list."""
        found: list[str] | None = self._get(f"claimed/{source}")
        return found

    def owner(self, use: str) -> str | None:
        """Return the therapy of a use."""
        found: str | None = self._get(f"owner/{use}")
        return found

    def signs(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        """Return signs, in their order."""
        return self.records("sign", ids)

    @property
    def urgency(self) -> dict[str, dict[str, Any]]:
        """The rungs of the ladder of urgency, by id."""
        found: dict[str, dict[str, Any]] = self._get("urgency")
        return found

    @property
    def ladder(self) -> dict[str, list[Any]]:
        """The order of its rung, 1 is the most urgent, and the kind of each sign, by id."""
        found: dict[str, list[Any]] = self._get("ladder")
        return found

    def learned(self, name: str) -> Any:
        """Return what was learned of `scales`, `sign` or `answer`, see words/learned.py; None is nothing."""
        return self._get(f"learned/{name}")

    def weighed_all(self, family: str, words: Iterable[str]) -> dict[str, Any]:
        """Return where each of some words weighs how much in search; what weighs nowhere is left out."""
        return self._many(family, words)

    def are_names(self, kind: str, words: Iterable[str]) -> set[str]:
        """Return which words are a name of a kind."""
        plain = {word: normalise(word) for word in words}
        known = self._many(f"name/{kind}", plain.values())
        return {word for word, name in plain.items() if name in known and known[name][0]}

    def are_medicines(self, words: Iterable[str]) -> dict[str, str]:
        """Return which words name a medicine: `_drug` for ours, `_other` for others."""
        plain = {word: normalise(word) for word in words}
        ours = self._many("name/therapy", plain.values())
        rest = [name for name in plain.values() if name not in ours]
        others = self._many("other/therapy", rest)
        return {
            word: "_drug" if name in ours else "_other"
            for word, name in plain.items()
            if name in ours or name in others
        }

    def words_beginning(self, letter: str) -> dict[str, list[str]]:
        """Return the words of the data that begin with a letter, those of names first, by that letter."""
        return {letter: self._get(f"begun/{letter}") or []}

    def documents(self, numbers: Iterable[int]) -> dict[int, list[str]]:
        """Return kind, id and title of what search ranks, by number."""
        found = self._many("doc", map(str, numbers))
        return {int(number): value for number, value in found.items()}

    @property
    def same_words(self) -> dict[str, str]:
        """Stem to the stem that stands for it and its synonyms."""
        return self._kept("same")

    def _kept(self, key: str) -> dict[str, str]:
        """Return a value that one question asks for several times."""
        found = self._often.get(key)
        if found is None:
            found = self._often[key] = self._get(key)
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
        keep(self.directory, content)
        return Index(lambda place, length: content[place : place + length], len(content))


def entry_written(entry: Name) -> str:
    """Return a name's entry in few bytes."""
    ids, match, label = entry
    return "\n".join((match, label.replace("\n", " "), *ids))


def _entry(kept: str) -> Name:
    """Return the entry of a name from how it was written."""
    match, label, *ids = kept.split("\n")
    return [ids, match, label]
