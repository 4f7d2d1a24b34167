"""What to show: what a question found, and how people read it; nothing of it is drawn yet."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.found import Found, Notice
    from immunocli.pages.blocks import Block

DISCLAIMER = "Reference information, not medical advice."

NOT_SOLD = " (not sold)"
_NAMING = ("name", "therapy")
# Of a license that ended, or a use that was withdrawn, more is told than that nobody sells it.
_IN_FORCE = ("approved", "current")


class Answer:
    """The answer to one question.

    Args:
        found: records, what was asked, what to know of the answer.
        blocks: makes what people get; None shows the records as a table.
        title: begins the line above a table, for people; what was asked follows.
        prose: piped, people's text is the default instead of TSV.
        narrow: columns that a table for people has; None is all.
        catalogue: where the names are that people read in place of ids.
        about_therapies: it tells of approvals: people read the day and the disclaimer.
        full: JSON has every field of a record, not those of a list alone.
        wide: tables that nobody chose columns for have all that can be told in a cell.
        figure: a picture can be drawn of it.
    """

    __slots__ = (
        "_catalogue", "_title", "about_therapies", "blocks", "columns", "edition", "figure", "full", "kind",
        "narrow", "notices", "prose", "query", "records", "wide",
    )  # fmt: skip

    def __init__(
        self,
        found: Found[Any],
        *,
        blocks: Callable[[Sequence[Any]], list[Block]] | None = None,
        title: str = "",
        prose: bool = False,
        narrow: Sequence[str] | None = None,
        catalogue: Catalogue | None = None,
        about_therapies: bool = True,
        full: bool = False,
        wide: bool = False,
        figure: bool = False,
    ) -> None:
        self.kind, self.columns, self.query = found.kind, found.columns, found.query
        self.records: Any = list(found.records)
        self.edition = found.edition
        self.notices: list[Notice] = list(found.notices)
        self.blocks = _on_the_day(blocks, found.query.get("as_of")) if blocks else None
        self._title = title
        self.prose = prose
        self.narrow = tuple(narrow) if narrow else None
        self._catalogue = catalogue
        # A page with therapies on it tells of approvals, whatever it is about.
        self.about_therapies = about_therapies or (prose and any(map(_has_therapies, self.records)))
        self.full, self.wide = full, wide
        self.figure = figure

    @property
    def title(self) -> str:
        """One line above a table, for people: it says how every name was understood."""
        if self._catalogue is None:
            return self._title
        from immunocli.pages.labels import Labels, titled  # only people read titles

        return titled(self._title, self.query, Labels(self._catalogue))

    @property
    def labels(self) -> Callable[[str, Any], str]:
        """Makes a cell for people from a column and a value: names in place of ids."""
        if self._catalogue is None:
            from immunocli.render.cells import cell

            return lambda column, value: cell(value)
        from immunocli.pages.labels import Labels

        return Labels(self._catalogue).cell

    def shown(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return the columns that people get when nobody chose others."""
        return self.narrow if self.narrow and columns == self.columns else columns

    def rows(self, columns: Sequence[str], records: Sequence[Any]) -> list[list[str]]:
        """Return records as people read them: names in place of ids, what is not sold told beside its name.

        Where nothing of them is sold, or no name is shown, it is told beside how they stand.
        """
        label = self.labels
        rows = [[label(column, record[column]) for column in columns] for record in records]
        if self.kind == "therapy" and self._catalogue and not {"brands", "boxed"}.isdisjoint(columns):
            self._tell_products(rows, columns, records)
        if self.kind == "indication" and "summary" in columns and {"population", "age"}.isdisjoint(columns):
            from immunocli.records.in_a_line import told_whole

            for row, record in zip(rows, records, strict=True):
                row[columns.index("summary")] = told_whole(record)
        if "market" in columns:
            return rows
        told = [beside(record) for record in records]
        lead = next((place for place, column in enumerate(columns) if column in _NAMING), None)
        stands = columns.index("status") if "status" in columns and (lead is None or all(told)) else None
        for row, mark in zip(rows, told, strict=True):
            if mark and stands is not None:
                row[stands] += ", not sold"
            elif lead is not None:
                row[lead] += mark
        return rows

    def _tell_products(self, rows: list[list[str]], columns: Sequence[str], records: Sequence[Any]) -> None:
        """Tell brands and boxed warnings in rows with what of them is no longer sold."""
        from immunocli.pages.brands import Brands  # of therapies alone

        assert self._catalogue is not None
        brands = Brands(self._catalogue, records, self.day)
        for place, column in enumerate(columns):
            if column in ("brands", "boxed"):
                told = brands.of if column == "brands" else brands.boxed
                for row, record in zip(rows, records, strict=True):
                    row[place] = (", " if column == "brands" else " ").join(told(record))

    @property
    def day(self) -> str:
        """The day that the answer is true for, `YYYY-MM-DD`."""
        return str(self.query.get("as_of") or self.edition["as_of"])

    @property
    def standing(self) -> str:
        """One line that says which edition and day this is, when it was checked, and what it is not."""
        edition = self.edition
        return (
            f"Edition {edition['edition']}, as of {self.day}, sources read {edition['checked']}. {DISCLAIMER}"
        )


def _on_the_day(
    blocks: Callable[[Sequence[Any]], list[Block]], day: str | None
) -> Callable[[Sequence[Any]], list[Block]]:
    """Return blocks whose commands to type next ask about the day that was asked about."""
    if day is None:
        return blocks

    def told(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.blocks import Next  # only people read pages

        found = blocks(records)
        for block in found:
            if isinstance(block, Next):
                block.ask_about(day)
        return found

    return told


def beside(record: Any) -> str:
    """Return what stands beside the name of a therapy that is licensed, and that nobody can buy."""
    told = "market" in record and record["market"] == "not-sold" and record["status"] in _IN_FORCE
    return NOT_SOLD if told else ""


def _has_therapies(record: Any) -> bool:
    return "therapies" in record and bool(record["therapies"])
