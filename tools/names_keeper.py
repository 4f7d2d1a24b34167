"""Keeps the names of a data directory in memory, for tests and figures of the readers.

keeper = Kept(Path("data"))
Resolver(keeper, "therapy").resolve("Keytruda 100 mg")
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from immunocli.names import around, cancer_words, meant, walls
from immunocli.names.forms import normalize
from immunocli.names.tokens import Cutter
from immunocli.store import naming

Entry = list[Any]
_ALIASES = {"former-name": "synonym", "related": "synonym"}


class Kept:
    """Names of therapies and cancers, strangers and the words around them.

    Args:
        directory: the data.
        wall: leave out the strangers for which this is false, to see what unlisted ones do.
    """

    def __init__(self, directory: Path, wall: Any = lambda plain: True) -> None:
        self._names: dict[str, dict[str, Entry]] = {"therapy": {}, "cancer": {}}
        self._spelled: dict[str, set[str]] = {"therapy": set(), "cancer": set()}
        self._titles: dict[str, dict[str, str]] = {"therapy": {}, "cancer": {}}
        self._parents: dict[str, list[str]] = {}
        self._what: dict[str, dict[str, tuple[str, str]]] = {"therapy": {}, "cancer": {}}
        self._therapies(_read(directory, "therapies"))
        self._regimens(_read(directory, "regimens"))
        self._cancers(_read(directory, "cancers"), _read(directory, "others"))
        self._strangers(_read(directory, "others"))
        self._around = _read(directory, "around")
        listed = [
            (plain, kind) for plain, kind in strangers(directory) if wall(plain) and not self._ours(plain)
        ]
        roles = around.roles(self._around, "cancer")
        cut = Cutter().cut
        words = {
            entry[2]: [token.plain for token in cut(entry[2])] for entry in self._names["cancer"].values()
        }
        self._keyed = cancer_words.word_keys(self._names["cancer"], roles, words, set(self._what["cancer"]))
        self.strange = {plain for plain, what in listed if what == "drug"}
        self._wall = walls.Wall(walls.pack(listed))
        self._rivals = {
            kind: meant.rivals(
                self._spelled[kind],
                [plain for plain, what in listed if what == "drug"] + list(self._what[kind]),
                [plain for plain, _ in listed] + list(self._what[kind]),
            )
            for kind in self._names
        }
        told = [(plain, what) for names in self._what.values() for plain, (what, _) in names.items()]
        self._close = meant.close(self._spelled["therapy"], listed + told)

    def name(self, kind: str, plain: str) -> Entry | None:
        """Return the entry of a name."""
        return self._keyed.get(plain) if kind == "cancer-words" else self._names.get(kind, {}).get(plain)

    def names(self, kind: str) -> dict[str, Entry]:
        """Return all names."""
        return self._keyed if kind == "cancer-words" else self._names[kind]

    def spelled(self, kind: str) -> set[str]:
        """Return the names that a misspelled one may have meant."""
        return self._spelled[kind]

    def rivals(self, kind: str) -> list[str]:
        """Return the strangers whose spelling is compared with ours."""
        return self._rivals[kind]

    def close(self, kind: str) -> list[str]:
        """Return the strangers that a slip or two from one of ours would be."""
        return self._close if kind == "therapy" else []

    def product(self, plain: str) -> tuple[str, str] | None:
        """Return nothing: products are not what is tried here."""
        return None

    def products(self) -> dict[str, str]:
        """Return nothing: products are not what is tried here."""
        return {}

    def others(self, kind: str, plain: str) -> tuple[str, str] | None:
        """Return what a stranger is."""
        found = self._what[kind].get(plain)
        if found:
            return found
        what = self._wall.kind(plain)
        return (what, what) if what else None

    def around(self, kind: str) -> dict[str, str]:
        """Return the roles of words around names."""
        return around.roles(self._around, kind)

    def path(self, cancer: str) -> list[str]:
        """Return a cancer and all that it is part of."""
        found = [cancer]
        for one in found:
            found += [parent for parent in self._parents.get(one, []) if parent not in found]
        return found

    def title(self, kind: str, one: str) -> str:
        """Return a record's name."""
        return self._titles[kind][one]

    def _ours(self, plain: str) -> bool:
        entry = self._names["therapy"].get(plain)
        return entry is not None and entry[1] not in ("abbreviation", "combination")

    def _add(self, kind: str, name: str, ids: list[str], match: str, *, foreign: bool = False) -> None:
        plain = normalize(name)
        if plain and plain not in self._names[kind]:
            self._names[kind][plain] = [ids, match, name]
            title = normalize(self._titles[kind][ids[0]]) if ids else ""
            if meant.may_be_meant(plain, match, title, foreign=foreign):
                self._spelled[kind].add(plain)

    def _therapies(self, records: list[Any]) -> None:
        for one in records:
            ids = [one["id"]]
            self._titles["therapy"][one["id"]] = one["name"]
            self._add("therapy", one["name"], ids, "name")
            for name, held, match, elsewhere in naming.product_names(one):
                self._add("therapy", name, held, match, foreign=elsewhere)
            for alias in one["aliases"]:
                match = _ALIASES.get(alias["kind"], alias["kind"])
                self._add("therapy", alias["name"], ids, match, foreign=match == "biosimilar")
            self._add("therapy", one["id"], ids, "name")

    def _regimens(self, records: list[Any]) -> None:
        for one in records:
            for name in (one["name"], *one["aliases"]):
                self._add("therapy", name, one["therapies"], "combination")

    def _cancers(self, records: list[Any], others: list[Any]) -> None:
        known = naming.Known()
        naming.cancers({"cancers": records, "others": others}, known)
        self._names["cancer"] = known.entries["cancer"]
        self._spelled["cancer"] = known.spelled["cancer"]
        for one in records:
            self._titles["cancer"][one["id"]] = one["name"]
            self._parents[one["id"]] = one["part_of"]

    def _strangers(self, records: list[Any]) -> None:
        for one in records:
            kind, what = one["kind"], one["what"]
            for name in (*one["names"], *one["codes"]["oncotree"], *one["codes"]["icd10"]):
                plain = normalize(name)
                if plain and plain not in self._names[kind]:
                    self._what[kind][plain] = ("drug" if kind == "therapy" else "disease", what)


def strangers(directory: Path) -> list[tuple[str, str]]:
    """Return (normalized name, kind) of the lines of the wall; a file's name begins with its kind."""
    found: list[tuple[str, str]] = []
    for path in sorted((directory / "wall").glob("*.txt")):
        kind = path.stem.split("-")[0]
        for line in path.read_text(encoding="utf-8").splitlines():
            plain = normalize(line)
            if plain:
                found.append((plain, kind))
    return found


def _read(directory: Path, name: str) -> list[Any]:
    path = directory / f"{name}.json"
    if not path.exists():
        return []
    records: list[Any] = json.loads(path.read_text(encoding="utf-8"))
    return records
