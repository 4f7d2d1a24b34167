"""Tells a fact of the therapies of a type, with a target, or for a cancer: how many, the first or last, which lost uses."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.queries.fact_words import cancers, held
from immunocli.queries.selection import Selection
from immunocli.queries.therapies import whole_rows
from immunocli.records.values import NARROWER, SAME
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from immunocli.queries.facts_heard import Asked
    from immunocli.store.typed_store import Store

    Rows = list[Mapping[str, Any]]

# So many therapies are named.
_NAMED = 6


def told(store: Store, asked: Asked) -> Notice | None:
    """Return the sentence that answers, with the documents it rests on and the command that shows more.

    Args:
        store: where the record is.
        asked: which facts of which group.
    """
    group = _Group(store, asked)
    ways = {
        "lost": group.lost,
        "first": group.first,
        "last": group.last,
        "count": group.listed,
        "list": group.listed,
    }
    facts = asked.facts[:1]
    message = ways[facts[0]]()
    if not message:
        return None
    chosen = [f"--type {one}" for one in asked.types] + [f"--target {one}" for one in asked.targets]
    chosen += [f"--cancer {asked.cancer}"] if asked.cancer else []
    chosen += ["--status past"] if facts == ["lost"] else []
    chosen += ["--status any"] if facts == ["first"] else []
    sort = " --sort approved" if facts[0] in ("first", "last") else ""
    return Notice(
        "record", message, fact=facts[0], facts=facts, therapies=group.told, type=asked.types, target=asked.targets,
        cancer=asked.cancer or None, sources=list(dict.fromkeys(group.sources)),
        command=f"immuno therapies {' '.join(chosen)}{sort}",
    )  # fmt: skip


class _Group:
    """The therapies of a group with their uses."""

    def __init__(self, store: Store, asked: Asked) -> None:
        self.store = store
        self.day: str = store.edition["as_of"]
        selection = Selection(
            store,
            type=asked.types,
            target=asked.targets,
            cancer=[asked.cancer] if asked.cancer else [],
            status="any",
        )
        self.uses: dict[str, Rows] = {}
        for row in whole_rows(selection):
            if not asked.cancer or row["relation"] in (SAME, NARROWER):
                self.uses.setdefault(row["therapy"], []).append(row)
        self.told: list[str] = []
        self.sources: list[str] = []
        self.cancer = store.title("cancer", asked.cancer) if asked.cancer else ""
        self._type = store.title("type", asked.types[0]) if asked.types else "immunotherapy"
        self._target = store.title("target", asked.targets[0]) if asked.targets else ""

    def noun(self, count: int) -> str:
        """Return what they are: 7 PD-1 inhibitors, one antibody that acts on CD38."""
        on = f" that act{'s' if count == 1 else ''} on {self._target}" if self._target else ""
        return f"{self._type if count == 1 else _plural(self._type)}{on}"

    @property
    def _for(self) -> str:
        return f" for {self.cancer}" if self.cancer else ""

    def listed(self) -> str:
        """Return how many are approved, and which."""
        now = {one: held(rows) for one, rows in self.uses.items()}
        now = {one: rows for one, rows in now.items() if rows}
        ended = len(self.uses) - len(now)
        if not now:
            was = f" {ended} {'was' if ended == 1 else 'were'} once." if ended else ""
            return f"No {self.noun(1)} in this record is approved{self._for}, as of {self.day}.{was}"
        self._tell(now)
        count = len(now)
        more = f" {ended} more {'has' if ended == 1 else 'have'} lost all uses{self._for}." if ended else ""
        return (
            f"{count} {self.noun(count)} {'is' if count == 1 else 'are'} approved{self._for}, as of {self.day}: "
            f"{self._names(list(now))}.{more}"
        )

    def first(self) -> str:
        """Return the one that was approved first."""
        begun = {one: min(map(_approved, rows)) for one, rows in self.uses.items()}
        return self._at(min(begun.values(), default=""), begun, "first")

    def last(self) -> str:
        """Return the one that was approved last, of those that still are."""
        now = {one: held(rows) for one, rows in self.uses.items()}
        begun = {one: min(map(_approved, self.uses[one])) for one, rows in now.items() if rows}
        return self._at(max(begun.values(), default=""), begun, "newest")

    def _at(self, day: str, begun: dict[str, str], which: str) -> str:
        found = sorted(one for one, first in begun.items() if first == day)
        if not found or not day:
            return f"No {self.noun(1)} in this record was ever approved{self._for}."
        rows = {one: [row for row in self.uses[one] if row["approved"] == day] for one in found}
        self._tell(rows)
        of = (
            ""
            if self.cancer
            else f", for {cancers(self.store, [row for some in rows.values() for row in some])}"
        )
        is_are = "is" if len(found) == 1 else "are"
        was = is_are if which == "newest" else "was" if len(found) == 1 else "were"
        return (
            f"The {which} {self.noun(len(found))} approved{self._for} {was} {self._names(found)}: "
            f"the FDA approved {'it' if len(found) == 1 else 'them'} on {day}{of}."
        )

    def lost(self) -> str:
        """Return which had uses that were withdrawn, or whose license ended."""
        ended = {
            one: [row for row in rows if row["status"] in ("withdrawn", "revoked")]
            for one, rows in self.uses.items()
        }
        ended = {one: rows for one, rows in ended.items() if rows}
        if not ended:
            return f"No {self.noun(1)} in this record has lost a use{self._for}, as of {self.day}."
        self._tell(ended)
        titles = self.store.titles_of("therapy", list(ended))
        parts = []
        for one, rows in [*ended.items()][:_NAMED]:
            days = all_of(sorted({row["ended"] or "day not known" for row in rows}))
            still = "; another use of it holds" if self.cancer and held(self.uses[one]) else ""
            parts.append(f"{titles[one]} ({days if self.cancer else cancers(self.store, rows)}{still})")
        more = [f"{len(ended) - _NAMED} more"] if len(ended) > _NAMED else []
        count = len(ended)
        return (
            f"{count} {self.noun(count)} {'has' if count == 1 else 'have'} lost a use{self._for}, as of {self.day}: "
            f"{all_of([*parts, *more])}."
        )

    def _tell(self, rows: Mapping[str, Rows]) -> None:
        self.told = list(rows)
        self.sources += [source for some in rows.values() for row in some for source in row["sources"]]

    def _names(self, therapies: list[str]) -> str:
        titles = self.store.titles_of("therapy", therapies)
        brands = {one: held_["told"]["brands"] for one, held_ in self.store.today(therapies).items()}
        names = [titles[one] + _brand(titles[one], brands.get(one, [])) for one in therapies]
        if len(names) > _NAMED + 2:
            names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
        return all_of(names)


def _approved(row: Mapping[str, Any]) -> str:
    return str(row["approved"] or "9999")


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    return name if name.endswith("nts") else f"{name}es" if name.endswith("s") else f"{name}s"


def _brand(name: str, brands: list[str]) -> str:
    """Return the first brand in brackets, where it is more than the name with its suffix."""
    return f" ({brands[0]})" if brands and not brands[0].startswith(name) else ""
