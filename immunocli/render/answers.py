"""What to show: records for machines, blocks for people; how to show it is not decided here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.records import Record

DISCLAIMER = "Reference information, not medical advice."


class Answer:
    """The answer to one question.

    Args:
        kind: kind of the records, as `immuno schema` knows them.
        records: what machines get, in order.
        columns: the TSV columns, in their default order.
        query: what was asked, as it was understood.
        edition: the edition that it is true for.
        blocks: makes what people get; None shows the records as a table.
        title: one line above a table, for people, or what makes it when it is needed.
        prose: piped, people's text is the default instead of TSV.
        narrow: columns that a table for people has; None is all.
        notes: lines for stderr: counts of what is not shown.
        labels: makes a cell for people from a column and a value: names instead of ids.
        about_therapies: it tells of approvals: people read the day and the disclaimer.
    """

    __slots__ = (
        "_title",
        "about_therapies",
        "blocks",
        "columns",
        "edition",
        "kind",
        "labels",
        "narrow",
        "notes",
        "prose",
        "query",
        "records",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        records: Sequence[Record],
        columns: Sequence[str],
        query: dict[str, Any],
        edition: dict[str, Any],
        *,
        blocks: Callable[[Sequence[Record]], list[Block]] | None = None,
        title: str | Callable[[], str] = "",
        prose: bool = False,
        narrow: Sequence[str] | None = None,
        notes: Sequence[str] = (),
        labels: Callable[[str, Any], str] | None = None,
        about_therapies: bool = True,
    ) -> None:
        self.kind = kind
        self.records: Any = list(records)
        self.columns = tuple(columns)
        self.query = query
        self.edition = edition
        self.blocks = blocks
        self._title = title
        self.prose = prose
        self.narrow = tuple(narrow) if narrow else None
        self.notes = list(notes)
        self.labels = labels
        self.about_therapies = about_therapies

    @property
    def title(self) -> str:
        """One line above a table, for people."""
        return self._title if isinstance(self._title, str) else self._title()

    @property
    def day(self) -> str:
        """The day that the answer is true for, `YYYY-MM-DD`."""
        return str(self.query.get("as_of") or self.edition["as_of"])

    @property
    def standing(self) -> str:
        """One line that says which edition and day this is, and what it is not."""
        return f"Edition {self.edition['edition']}, as of {self.day}. {DISCLAIMER}"
