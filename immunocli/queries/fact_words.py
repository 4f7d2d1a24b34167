"""What the sentences on facts of the record are made of: a therapy as it was asked for, cancers in a row."""

from __future__ import annotations

from immunocli.queries.selection import Selection
from immunocli.queries.therapies import whole_rows
from immunocli.records.values import NARROWER, SAME
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from immunocli.store.typed_store import Store

# So many cancers are named.
_CANCERS = 6


class Told:
    """A therapy that a fact is asked of, with its uses as they stand today.

    Args:
        store: where the record is.
        one: its id.
        label: as it was asked for.
        cancer: that its uses are asked for, or empty.
    """

    __slots__ = (
        "asked", "cancer", "cancer_name", "day", "first", "for_cancer", "id", "label", "name", "own", "plain", "rows",
        "sources", "store", "stored",
    )  # fmt: skip

    def __init__(self, store: Store, one: str, label: str, cancer: str = "") -> None:
        from immunocli.queries.by_product import asked

        self.store, self.id, self.label, self.cancer = store, one, label, cancer
        stored = store.record("therapy", one)
        assert stored is not None
        self.stored: Mapping[str, Any] = stored
        self.day: str = store.edition["as_of"]
        self.plain: str = store.title("therapy", one)
        self.name = called(self.plain, label)
        self.cancer_name = store.title("cancer", cancer) if cancer else ""
        self.for_cancer = f" for {self.cancer_name}" if cancer else ""
        self.first: str | None = None
        self.sources: list[str] = []
        # A product that has a label of its own is told by that one.
        _, self.own = asked(store, [label], self.day)
        own_label = any(each.labels for each in self.own.values())
        self.asked = label if own_label and label.isalnum() else one
        selection = Selection(
            store,
            asked=([one], self.own),
            cancer=[cancer] if cancer else [],
            status="any",
            agnostic=bool(cancer),
        )
        self.rows = whole_rows(selection)

    def is_of_cancer(self, row: Mapping[str, Any]) -> bool:
        """Say whether a use names the cancer that was asked for, or one of its forms; any does where none was."""
        return not self.cancer or row["relation"] in (SAME, NARROWER)

    def standing(self) -> list[Mapping[str, Any]]:
        """Return the uses that stand in a label and name the cancer that was asked for, or one of its forms."""
        return [row for row in held(self.rows) if self.is_of_cancer(row)]

    def license_of_its_own(self) -> str:
        """Return the first day of the product that was asked for by name, where it is one of several."""
        found = [
            each["license"]["from"]
            for each in self.stored["products"]
            if each["name"].lower() == self.label.lower() and each["license"]["from"] and not each["foreign"]
        ]
        return min(found, default="")

    def cite(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Note the documents that uses rest on."""
        self.sources += [source for row in rows for source in row["sources"]]


def called(name: str, label: str) -> str:
    """Return a therapy as it was asked for, with its name behind it where that is another."""
    same = label.casefold() == name.casefold() or name.casefold().startswith(label.casefold())
    return name if same else f"{label} ({name})"


def held(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the uses that stand in a label."""
    return [row for row in rows if row["status"] == "current"]


def cancers(store: Store, uses: Iterable[Mapping[str, Any]]) -> str:
    """Return for which cancers some uses are; of those that ended with the day."""
    told: dict[str, None] = {}
    for use in uses:
        ended = f" ({use['ended'] or 'day not known'})" if use["status"] in ("withdrawn", "revoked") else ""
        told[f"{store.title('cancer', use['cancer'])}{ended}"] = None
    names = [*told]
    if len(names) > _CANCERS + 1:
        names = [*names[:_CANCERS], f"{len(names) - _CANCERS} more"]
    return all_of(names)


def since(day: str, today: str) -> int:
    """Return how many whole years lie between two days."""
    return int(today[:4]) - int(day[:4]) - (today[5:] < day[5:])


def sentence(text: str | None) -> str:
    """Return a text that ends with a stop."""
    return f"{text.rstrip('.')}." if text else ""
