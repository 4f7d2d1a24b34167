"""Reads what a data directory holds; a method for each family of values."""

from __future__ import annotations

from immunocli.store.names_read import Names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any

    from immunocli.names.resolve import Resolver
    from immunocli.store.cancer_phrases import Told

_NO_RULES: dict[str, list[Any]] = {"either": [], "implies": [], "rules_out": []}


class Store(Names):
    """What a data directory holds, read as far as it is asked for.

    Any number of threads, and processes forked from this one, may share it.

    Args:
        directory: a data directory; None is the one that came with the program.

    Raises:
        InvalidData: the directory does not hold a valid data set.
    """

    def __init__(self, directory: str | None = None) -> None:
        super().__init__(directory)
        self._often: dict[str, Any] = {}
        self._few: dict[str, dict[str, Any]] = {}
        self._told: Told | None = None
        self._readers: dict[tuple[str, bool], Resolver] = {}

    @property
    def agnostic(self) -> list[str]:
        """Ids of what names no cancer but any tumor with a marker."""
        found: list[str] = self._index.meta["agnostic"]
        return found

    @property
    def beside(self) -> frozenset[str]:
        """Ids of the questions whose text names a medicine that is none of ours."""
        return frozenset(self._get("beside") or ())

    def is_declined(self, question: str) -> bool:
        """Say whether a question is told to be outside of what is answered here."""
        return (self._get(f"faq/{question}") or {}).get("sort") == "decline"

    @property
    def told(self) -> Told:
        """The phrases in which people tell of a cancer."""
        if self._told is None:
            from immunocli.store.cancer_phrases import Told  # few questions describe a cancer

            self._told = Told(self._get)
        return self._told

    def __reduce__(self) -> tuple[Any, ...]:
        return Store, (self.directory,)

    def reader(self, kind: str, *, many: bool = False) -> Resolver:
        """Return what reads strings of a kind, and remembers what it learned of words; see `Resolver`."""
        found = self._readers.get((kind, many))
        if found is None:
            from immunocli.names.resolve import Resolver  # structure is the rarer road

            found = self._readers[kind, many] = Resolver(self, kind, many=many)
        return found

    def marker_rules(self, marker: str) -> dict[str, Any]:
        """Return what a biomarker implies and rules out, and of one that is one or the other, `either` of which."""
        found: dict[str, Any] = self._get(f"marker/{marker}") or _NO_RULES
        return found

    def asked_as(self, marker: str) -> dict[str, Any]:
        """Return what a use that asks for a biomarker requires, what it excludes, and the `opposite` of that one."""
        return self._get(f"asked-as/{marker}") or {"biomarkers": [marker], "excludes": [], "opposite": None}

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

    def today(self, therapies: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return what lists tell of therapies on the record's own day, see `records.short.today_in_short`."""
        return self._many("today", therapies)

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
        found: dict[str, Any] = self._kept(f"scope/{cancer}")
        return found

    def scopes(self, cancers: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return the scopes of some cancers, by id."""
        return self._many("scope", cancers)

    @property
    def sites(self) -> dict[str, str]:
        """The nearest group that people ask by of each cancer, by id."""
        found: dict[str, str] = self._get("sites")
        return found

    def titles(self, kind: str) -> dict[str, str]:
        """Return the names that people read, by id, in listing order."""
        found: dict[str, str] = self._get(f"titles/{kind}") or {}
        return found

    def path(self, cancer: str) -> list[str]:
        """Return a cancer and all that it is part of."""
        found: list[str] = self.scope(cancer)["path"]
        return found

    def title(self, kind: str, one: str) -> str:
        """Return the name that people read of a single record, without reading those of all; empty is none."""
        found: str = self._get(f"title/{kind}/{one}") or ""
        return found

    def titles_of(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """Return the names that people read of some records, by id, without reading those of all."""
        return self._many(f"title/{kind}", ids)

    def aimed(self, target: str) -> list[str]:
        """Return the names of medicines that act on a target and that the FDA has not approved."""
        found: list[str] = self._get(f"aimed/{target}") or []
        return found

    def citing(self, source: str) -> list[str]:
        """Return the therapies whose record cites a document."""
        found: list[str] = self._get(f"citing/{source}") or []
        return found

    def source_ids(self, begun: str) -> list[str]:
        """Return the ids of documents that begin so; for nothing, of those that are published lists."""
        family = "source/" if begun else "claimed/"
        return [begun + rest for rest, _ in self._under(family + begun)]

    @property
    def out_since(self) -> dict[str, str]:
        """Since when documents can be read, by id, where that is known."""
        found: dict[str, str] = self._kept("out-since")
        return found

    def rests_on(self, therapy: str) -> list[str]:
        """Return the documents that all of a therapy's record rests on."""
        found: list[str] = self._get(f"rests-on/{therapy}") or []
        return found

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
        """Return what was learned of `scales`, `sign`, `answer` or `said`, or None: see words/learned_unpacking.py."""
        return self._kept(f"learned/{name}")

    def weights(self, name: str, rows: Iterable[int]) -> dict[int, bytes]:
        """Return the weights of `sign` or `answer` for the features of some rows, by row; see words/learned_unpacking.py."""
        key = f"weights/{name}"
        known: dict[int, bytes] = self._often.setdefault(key, {})
        known |= self._rows(key, [one for one in rows if one not in known])
        return known

    def weighed_all(self, family: str, words: Iterable[str]) -> dict[str, Any]:
        """Return where each of some words weighs how much in search; what weighs nowhere is left out."""
        return self._many(family, words)

    def words_beginning(self, letter: str) -> dict[str, list[str]]:
        """Return the words of the data that begin with a letter, those of names first, by that letter."""
        return {letter: self._get(f"begun/{letter}") or []}

    def documents(self, numbers: Iterable[int]) -> dict[int, list[str]]:
        """Return kind, id and title of what search ranks, by number."""
        found = self._remembered("doc", [str(number) for number in numbers])
        return {int(number): value for number, value in found.items()}

    @property
    def same_words(self) -> dict[str, str]:
        """Stem to the stem that stands for it and its synonyms."""
        found: dict[str, str] = self._kept("same")
        return found

    @property
    def box_topics(self) -> list[dict[str, Any]]:
        """What boxed warnings are about, in the words of people."""
        return list(self._kept("boxes"))

    def _kept(self, key: str) -> Any:
        """Return a value that one question asks for several times."""
        found = self._often.get(key)
        if found is None:
            found = self._often[key] = self._get(key)
        return found

    def _remembered(self, family: str, ids: Collection[str]) -> dict[str, Any]:
        """Return values of a family of which there are not many, for the next question to find them read."""
        known = self._few.setdefault(family, {})
        lacking = [one for one in ids if one not in known]
        if lacking:
            found = self._many(family, lacking)
            known.update((one, found.get(one)) for one in lacking)
        return {one: known[one] for one in ids if known[one] is not None}
