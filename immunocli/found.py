"""What a question finds: records, what a reader should know of the answer, and the day it is true for."""

from __future__ import annotations

import immunocli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any, Generic, TypeVar, overload

    from immunocli.queries.filters import Names
    from immunocli.records.fields import Record

    R = TypeVar("R", bound=Record)
else:
    from immunocli.records.fields import Generic, overload
    from immunocli.records.fields import T as R


# Notices that lead to a page, by their `command`, what answers best first.
LEADING = ("compare", "record", "hand-out", "page")
_STALE_AFTER_MONTHS = 6


class Notice:
    """Something that a reader should know of an answer.

    Args:
        code: a fixed word for programs.
        message: one line for people.
        counts: numbers and names that the line is about.
    """

    __slots__ = ("code", "counts", "message")

    def __init__(self, code: str, message: str, **counts: Any) -> None:
        self.code, self.message, self.counts = code, message, counts

    @property
    def urgent(self) -> bool:
        """It tells of an alarm, or of what may be one."""
        return self.code == "alarm" or self.counts.get("state") == "perhaps"

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {"code": self.code, "message": self.message, **self.counts}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Notice) and self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash((self.code, self.message))

    def __reduce__(self) -> tuple[Any, ...]:
        return _notice, (self.code, self.message, self.counts)

    def __repr__(self) -> str:
        return f"<Notice {self.code}: {self.message}>"


def _notice(code: str, message: str, counts: dict[str, Any]) -> Notice:
    return Notice(code, message, **counts)


class Found(Generic[R]):
    """A sequence of records, with what was asked and what to know of the answer.

    Args:
        kind: of the records, as `immuno schema` knows them.
        records: in order.
        query: what was asked, as it was understood.
        edition: `edition`, `as_of`, `checked`, `known_from`, `schema_version`.
        notices: what a reader should know.
        columns: of a table, where the kind has none that are fixed.
    """

    __slots__ = ("columns", "edition", "kind", "notices", "query", "records")

    def __init__(
        self,
        kind: str,
        records: Sequence[R],
        query: Mapping[str, Any],
        edition: Mapping[str, Any],
        notices: Sequence[Notice] = (),
        columns: Sequence[str] = (),
    ) -> None:
        self.kind, self.records, self.query = kind, list(records), dict(query)
        self.edition, self.notices = edition, list(notices)
        self.columns = tuple(columns) or (self.records[0].columns if self.records else ())

    @property
    def day(self) -> str:
        """The day that the answer is true for, `YYYY-MM-DD`."""
        return str(self.query.get("as_of") or self.edition["as_of"])

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> list[R]: ...  # noqa: F811  # an overload
    def __getitem__(self, place: Any) -> Any:  # noqa: F811
        """Return a record, or some."""
        return self.records[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Found) and self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]  # a list of records may be changed

    def __reduce__(self) -> tuple[Any, ...]:
        return Found, self._said()

    def _said(self) -> tuple[Any, ...]:
        return self.kind, self.records, self.query, self.edition, self.notices, self.columns

    def __iter__(self) -> Iterator[R]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __repr__(self) -> str:
        return f"<Found {len(self.records)} of kind {self.kind}, as of {self.day}>"


def listed(names: Names, what: str = "names") -> list[str]:
    """Return names as a list; an empty text stays, to be refused.

    Raises:
        UsageError: a list is there, and names nothing.
    """
    if names is None:
        return []
    told = [names] if isinstance(names, str) else list(names)
    if not told:
        raise immunocli.UsageError(f"{what} is empty; give it a value or leave it out", wrong=what)
    return told


def given(query: dict[str, Any]) -> dict[str, Any]:
    """Return what was asked without what was left out."""
    return {key: value for key, value in query.items() if value}


def stale(edition: Mapping[str, Any]) -> list[Notice]:
    """Return the warning that an edition is old, when the clock says so.

    Args:
        edition: with `as_of`.
    """
    from immunocli.dates import months_since

    day = edition["as_of"]
    months = months_since(day)
    if months < _STALE_AFTER_MONTHS:
        return []
    told = f"This edition is {months} months old (as of {day}): approvals change, check for a newer one."
    return [Notice("stale", told, months=months)]
