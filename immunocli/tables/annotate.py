"""Adds to every row of a table the therapy that a column names, a piece at a time."""

from __future__ import annotations

import shlex
import time

from immunocli.errors import UsageError
from immunocli.render.as_csv import quoted
from immunocli.tables.added_columns import Columns
from immunocli.tables.compression import refuse_ending, without_packing
from immunocli.tables.decoding import UTF8_MARK, Source
from immunocli.tables.header import TAB, Wanted, layout
from immunocli.tables.read_strings import Findings
from immunocli.text import clean, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from immunocli.catalogue import Catalogue

FORMATS = ("csv", "tsv", "jsonl")
_BETWEEN_REPORTS = 0.5


class Job:
    """One table to annotate; afterwards `rows` and `missed` tell how it went.

    Args:
        catalogue: where the names are.
        column: the name of the column with the strings.
        kind: what they name: `therapy` or `cancer`.
        add: names of further columns to add.
        date: the name of the column with each row's day.
        date_format: of days in numbers alone: `mdy` or `dmy`; None: those that may be two days are refused.
        cancer_column: the name of the column with each row's cancer: whether it was on label is added.
        prefix: begins the names of the new columns.
        input_format: `csv`, `tsv` or `jsonl`; None is by the file's name, else by its first lines.
        delimiter: what parts cells; None is found.
        skip_lines: so many lines stand before the header; None: those that begin with `#`.
        quotes: False: quotation marks are text.
        escape_formulas: put ' before formulas in the input's own cells.
        counting: count the strings that are not recognized, for `unmatched`.
        path: the file's path, for what its ending says.
        into: the path of the file that the table is written to; its ending says no other form.
        shared: further processes may read some of the strings, when there are very many.
        progress: gets a line to show, at most twice a second.

    Raises:
        UsageError: the options do not go together.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        column: str,
        *,
        kind: str = "therapy",
        add: Sequence[str] = (),
        date: str | None = None,
        date_format: str | None = None,
        cancer_column: str | None = None,
        prefix: str = "immuno_",
        input_format: str | None = None,
        delimiter: str | None = None,
        skip_lines: int | None = None,
        quotes: bool = True,
        escape_formulas: bool = False,
        counting: bool = False,
        path: str = "",
        into: str = "",
        shared: bool = False,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        if input_format not in (None, *FORMATS):
            raise UsageError(
                f"--input-format {quote(str(input_format))} is not one of: {', '.join(FORMATS)}",
                wrong=str(input_format),
                known=FORMATS,
            )
        columns = Columns(catalogue, kind, add, date is not None, date_format, cancer_column is not None)
        self._wanted = Wanted(column, input_format, delimiter, skip_lines, quotes, path)
        self._column = column
        self._path, self._into = path, into
        self._others = [one for one in (date, cancer_column) if one is not None]
        self._added = [clean(prefix) + name for name in columns.names]
        self._escaping = escape_formulas
        findings = Findings
        if date is not None:
            from immunocli.tables.read_dated import DatedFindings  # most tables have no days

            findings = DatedFindings
        if cancer_column is not None:
            from immunocli.tables.joined_with_label import JoinedFindings  # few tables are asked that

            findings = JoinedFindings
        self._findings = findings(columns, counting, escape_formulas, shared)
        self._findings.reviewing = counting or progress is not None
        self._progress = progress
        self._reported = time.monotonic()

    @property
    def rows(self) -> int:
        """How many rows were annotated."""
        return self._findings.rows

    @property
    def missed(self) -> int:
        """How many of them name nothing that is known."""
        return self._findings.missed

    @property
    def without_day(self) -> int:
        """How many rows have no day that the record knows of."""
        return self._findings.without_day

    @property
    def without_cancer(self) -> int:
        """How many rows name a therapy beside no cancer that is known."""
        return self._findings.without_cancer

    def run(self, read: Callable[[int], bytes], write: Callable[[bytes], object], name: str) -> None:
        """Annotate a table.

        Args:
            read: returns up to so many bytes of the table, none at the end.
            write: takes the annotated table, in blocks of whole rows.
            name: what messages call the table, quoted when it is a file.

        Raises:
            UnreadableInput: the table cannot be read without loss.
            UsageError: it has no such column, or has one of the new names already.
        """
        file = shlex.quote(clean(self._path)) if self._path else "FILE"
        source = Source(read, name, f"immuno annotate - --column {shlex.quote(clean(self._column))}", file)
        before, table = self._table(source)
        try:
            for block in table:
                write(source.as_it_came(before + block))
                before = b""
                self._report()
        finally:
            self._findings.close()
        if before:
            write(source.as_it_came(before))

    @property
    def to_review(self) -> int:
        """How many rows a person should look at; counted with `counting` or `progress` alone."""
        return self._findings.to_review

    def write_unmatched(self, write: Callable[[bytes], object], path: str = "") -> int:
        """Write what was not recognized, string and count, the most frequent first.

        Args:
            write: takes a piece of it.
            path: its ending chooses CSV; everything else is TSV.

        Returns:
            How many strings there are.
        """
        csv = without_packing(path).endswith(".csv")
        write(b"string,count\r\n" if csv else b"string\tcount\n")
        written = 0
        if self._findings.tally is not None:
            for string, count in self._findings.tally.by_count():
                told = quoted(string.decode("utf-8")).encode() if csv else string
                write(b"%b,%d\r\n" % (told, count) if csv else b"%b\t%d\n" % (told, count))
                written += 1
        return written

    def _table(self, source: Source) -> tuple[bytes, Iterable[bytes]]:
        """Return what stands before the table, and the table with its new cells."""
        found = layout(source, self._wanted)
        if self._into:
            form = found.form if found.form == "jsonl" else "tsv" if found.delimiter == TAB else "csv"
            refuse_ending(self._into, form, self._path)
        before = source.take(found.before)
        line = 1 + len(before.removeprefix(UTF8_MARK).splitlines())
        if found.form == "jsonl":
            if self._escaping:
                raise UsageError("--escape-formulas is for CSV and TSV; JSON has no formulas")
            from immunocli.tables.jsonlines import JsonLines

            return before, JsonLines(
                source, self._column, self._added, self._findings, others=self._others, line=line
            )
        from immunocli.tables.delimited import Delimited

        return before, Delimited(
            source, found, self._column, self._added, self._findings,
            others=self._others, escaping=self._escaping, line=line,
        )  # fmt: skip

    def _report(self) -> None:
        if self._progress is None or time.monotonic() < self._reported + _BETWEEN_REPORTS:
            return
        self._reported = time.monotonic()
        known = 100 * (self.rows - self.missed) // max(1, self.rows)
        self._progress(f"{self.rows:,} rows, {known} % recognized")
