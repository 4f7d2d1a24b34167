"""Adds to every row of a table the therapy that a column names, a piece at a time."""

from __future__ import annotations

import time

from immunocli.errors import UsageError
from immunocli.tables.decoding import UTF8_MARK, Source
from immunocli.tables.finding import ADDED, Findings
from immunocli.text import clean, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.catalogue import Catalogue

FORMATS = ("csv", "tsv", "jsonl")
_BY_ENDING = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_BETWEEN_REPORTS = 0.5


class Job:
    """One table to annotate; afterwards `rows` and `missed` tell how it went.

    Args:
        catalogue: where the names are.
        column: the name of the column with the strings.
        prefix: begins the names of the new columns.
        input_format: `csv`, `tsv` or `jsonl`; None is by the file's name, else by its first line.
        escape_formulas: put ' before formulas in the input's own cells.
        counting: count the strings that are not recognized, for `unmatched`.
        progress: gets a line to show, at most twice a second.

    Raises:
        UsageError: the options do not go together.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        column: str,
        *,
        prefix: str = "immuno_",
        input_format: str | None = None,
        escape_formulas: bool = False,
        counting: bool = False,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        if input_format not in (None, *FORMATS):
            raise UsageError(f"--input-format {quote(str(input_format))} is not one of: {', '.join(FORMATS)}")
        self._column = column
        self._added = [clean(prefix) + name for name in ADDED]
        self._format = input_format
        self._escaping = escape_formulas
        self._findings = Findings(catalogue, counting)
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

    def run(
        self, read: Callable[[int], bytes], write: Callable[[bytes], object], name: str, path: str = ""
    ) -> None:
        """Annotate a table.

        Args:
            read: returns up to so many bytes of the table, none at the end.
            write: takes the annotated table, in blocks of whole rows.
            name: what messages call the table.
            path: the file's path, for what its ending says.

        Raises:
            UnreadableInput: the table cannot be read without loss.
            UsageError: it has no such column, or has one of the new names already.
        """
        source = Source(read, name)
        for block in self._table(source, self._format or _format_of(path) or _sniffed(source)):
            write(source.as_it_came(block))
            self._report()

    def write_unmatched(self, write: Callable[[bytes], object]) -> None:
        """Write what was not recognized as TSV: string and count, the most frequent first."""
        write(b"string\tcount\n")
        if self._findings.tally is not None:
            for string, count in self._findings.tally.by_count():
                write(b"%b\t%d\n" % (string, count))

    def _table(self, source: Source, form: str) -> Iterable[bytes]:
        if form == "jsonl":
            if self._escaping:
                raise UsageError("--escape-formulas is for CSV and TSV; JSON has no formulas")
            from immunocli.tables.jsonlines import JsonLines

            return JsonLines(source, self._column, self._added, self._findings)
        from immunocli.tables.delimited import COMMA, TAB, Delimited

        delimiter = COMMA if form == "csv" else TAB
        return Delimited(
            source, delimiter, self._column, self._added, self._findings, escaping=self._escaping
        )

    def _report(self) -> None:
        if self._progress is None or time.monotonic() < self._reported + _BETWEEN_REPORTS:
            return
        self._reported = time.monotonic()
        known = 100 * (self.rows - self.missed) // max(1, self.rows)
        self._progress(f"{self.rows:,} rows, {known} % recognized")


def _format_of(path: str) -> str | None:
    """Return the format that a file's name tells."""
    path = path.lower().removesuffix(".gz")
    return next((form for ending, form in _BY_ENDING.items() if path.endswith(ending)), None)


def _sniffed(source: Source) -> str:
    """Return the format that a table's first line looks like."""
    line = source.first_line().removeprefix(UTF8_MARK)
    if line.lstrip().startswith(b"{"):
        return "jsonl"
    return "csv" if b"," in line and b"\t" not in line else "tsv"
