"""Tells a fact of the therapies of a type, with a target, of a firm, or for a cancer: how many, which first, which lost."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.queries.fact_words import cancers, held
from immunocli.queries.selection import Selection
from immunocli.queries.therapies import whole_rows
from immunocli.records.values import NARROWER, SAME
from immunocli.text import all_of, any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from immunocli.queries.facts_heard import Asked
    from immunocli.store.typed_store import Store

    Rows = list[Mapping[str, Any]]

# So many therapies are named with the uses that they lost; so many by name alone.
_NAMED, _LISTED = 6, 40
_SKIN = "subcutaneous"
# What the command that lists a group needs beside the group.
_OPTIONS = {
    "lost": ("--status past",), "first": ("--status any", "--sort approved"), "last": ("--sort approved",),
    "box": ("--boxed",), "skin": ("--full",), "agnostic": ("--agnostic",), "made": ("-c name,makers,status",),
}  # fmt: skip


def told(store: Store, asked: Asked) -> Notice | None:
    """Return the sentence that answers, with the documents it rests on and the command that shows more.

    Args:
        store: where the record is.
        asked: which facts of which group.
    """
    fact = asked.facts[0]
    if fact in ("count", "list") and asked.cancer and not asked.firm:
        from immunocli.queries.asked_of_types import of_types

        return of_types(store, asked.cancer, asked.types, asked.targets)
    group = _Group(store, asked)
    ways = {
        "lost": group.lost, "first": group.first, "last": group.last, "count": group.listed, "list": group.listed,
        "made": group.listed, "box": group.boxed, "skin": group.skin, "agnostic": group.agnostic,
    }  # fmt: skip
    message = ways[fact]()
    if not message:
        return None
    return Notice(
        "record", message, fact=fact, facts=[fact], therapies=group.told, type=asked.types, target=asked.targets,
        cancer=asked.cancer or None, sources=list(dict.fromkeys(group.sources)),
        command=_command(asked, fact, group.told),
    )  # fmt: skip


def _command(asked: Asked, fact: str, therapies: list[str]) -> str:
    if fact in ("count", "list") and len(therapies) == 1:
        return f"immuno show {therapies[0]}"
    chosen = [asked.command, *_OPTIONS.get(fact, ())]
    return " ".join(chosen)


class _Group:
    """The therapies of a group with their uses."""

    def __init__(self, store: Store, asked: Asked) -> None:
        self.store = store
        self.day: str = store.edition["as_of"]
        selection = Selection(
            store,
            type=asked.types,
            target=()
            if asked.facts[:1] == ["agnostic"]
            else asked.targets,  # a marker is named, not what is hit
            cancer=[asked.cancer] if asked.cancer else [],
            status="any",
        )
        self.uses: dict[str, Rows] = {}
        for row in whole_rows(selection):
            if not asked.cancer or row["relation"] in (SAME, NARROWER):
                self.uses.setdefault(row["therapy"], []).append(row)
        self.firm = asked.firm
        if asked.firm:
            makers = {record["id"]: record["makers"] for record in store.records("therapy", list(self.uses))}
            self.uses = {
                one: rows
                for one, rows in self.uses.items()
                if any(asked.firm in maker for maker in makers[one])
            }
        self.told: list[str] = []
        self.sources: list[str] = []
        self.cancer = store.title("cancer", asked.cancer) if asked.cancer else ""
        self._types = [store.title("type", one) for one in asked.types] or ["immunotherapy"]
        self._target = any_of([store.title("target", one) for one in selection.target])

    def noun(self, count: int) -> str:
        """Return what they are: 7 PD-1 inhibitors, one antibody that acts on CD38."""
        on = f" that act{'s' if count == 1 else ''} on {self._target}" if self._target else ""
        by = f" of {self.firm}" if self.firm else ""
        return f"{any_of(self._types if count == 1 else [*map(_plural, self._types)])}{by}{on}"

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

    def boxed(self) -> str:
        """Return which have a boxed warning."""
        now = [one for one, rows in self.uses.items() if held(rows)]
        boxed = {
            one: told["told"]["warnings"]
            for one, told in self.store.today(now).items()
            if any(warning["boxed"] for warning in told["told"]["warnings"])
        }
        if not now:
            return self.listed()
        if not boxed:
            return f"None of the {len(now)} {self.noun(2)} approved{self._for} has a boxed warning, as of {self.day}."
        self.told = list(boxed)
        self.sources += [
            one for some in boxed.values() for each in some if each["boxed"] for one in each["sources"]
        ]
        count = len(boxed)
        return (
            f"{count} of {len(now)} {self.noun(2)} approved{self._for} {'has' if count == 1 else 'have'} a boxed warning, "
            f"as of {self.day}: {self._names(list(boxed))}."
        )

    def skin(self) -> str:
        """Return which have a product that is given under the skin."""
        now = [one for one, rows in self.uses.items() if held(rows)]
        found = {
            record["id"]: [
                each
                for each in record["products"]
                if each["form"] == _SKIN and each["license"]["from"] and not each["license"]["until"]
                and not (each["foreign"] or each["treats"])
            ]
            for record in self.store.records("therapy", now)
        }  # fmt: skip
        found = {one: products for one, products in found.items() if products}
        if not found:
            return f"No {self.noun(1)} approved{self._for} is given under the skin, as of {self.day}."
        self.told = list(found)
        each = [product for products in found.values() for product in products]
        self.sources += [source for product in each for source in product["sources"]]
        names = dict.fromkeys(f"{product['name']} ({product['license']['from']})" for product in each)
        return (
            f"{len(found)} of {len(now)} {self.noun(2)} approved{self._for} can be given under the skin, as of {self.day}: "
            f"{all_of(list(names))}."
        )

    def agnostic(self) -> str:
        """Return which are approved for any solid tumor with a marker."""
        any_tumor = {
            one: [row for row in held(rows) if row["cancer"] in self.store.agnostic]
            for one, rows in self.uses.items()
        }
        any_tumor = {one: rows for one, rows in any_tumor.items() if rows}
        if not any_tumor:
            return f"No {self.noun(1)} in this record is approved for tumors anywhere by a marker alone, as of {self.day}."
        self._tell(any_tumor)
        titles = self.store.titles_of("therapy", list(any_tumor))
        parts = [f"{titles[one]} (for {cancers(self.store, rows)})" for one, rows in any_tumor.items()]
        count = len(any_tumor)
        return (
            f"{count} {self.noun(count)} {'is' if count == 1 else 'are'} approved by a marker, wherever the tumor began, "
            f"as of {self.day}: {all_of(parts)}."
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
        today = {one: held_["told"] for one, held_ in self.store.today(therapies).items()}
        names = [titles[one] + _brand(titles[one], today[one]) for one in therapies]
        if len(names) > _LISTED:
            names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
        return all_of(names)


def _approved(row: Mapping[str, Any]) -> str:
    return str(row["approved"] or "9999")


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    return name if name.endswith("nts") else f"{name}es" if name.endswith("s") else f"{name}s"


def _brand(name: str, told: Mapping[str, Any]) -> str:
    """Return the first brand in brackets, where it is more than the name with its suffix, and that it is not sold."""
    brands = told["brands"][:1]
    parts = [one for one in brands if not one.startswith(name)]
    parts += ["not sold"] if told["market"] == "not-sold" else []
    return f" ({', '.join(parts)})" if parts else ""
