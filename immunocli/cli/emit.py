"""Takes an answer to where it was asked to go, in the form it was asked for."""

from __future__ import annotations

from immunocli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.render.answers import Answer
    from immunocli.catalogue import Catalogue
    from immunocli.cli.options import (
        Columns,
        Count,
        DataDirectory,
        ExitStatus,
        Format,
        Limit,
        NoHeader,
        NoPager,
        OutputFile,
        Reverse,
        Sort,
    )
    from immunocli.records import Record

_STALE_AFTER_MONTHS = 6


class Output:
    """How an answer is wanted: the options that every command has.

    The signature below is their one definition; Typer and the fast road both read it.
    """

    __slots__ = (
        "columns", "count", "data", "exit_status", "format", "header", "limit", "no_pager", "output",
        "reverse", "sort",
    )  # fmt: skip

    def __init__(
        self,
        format: Format = None,
        columns: Columns = None,
        no_header: NoHeader = False,
        sort: Sort = None,
        reverse: Reverse = False,
        limit: Limit = None,
        count: Count = False,
        output: OutputFile = None,
        exit_status: ExitStatus = False,
        no_pager: NoPager = False,
        data: DataDirectory = None,
    ) -> None:
        self.format = format
        self.columns = columns
        self.header = not no_header
        self.sort = sort
        self.reverse = reverse
        self.limit = limit
        self.count = count
        self.output = output
        self.exit_status = exit_status
        self.no_pager = no_pager
        self.data = data
        if format is not None:
            from immunocli.render import FORMATS

            if format not in FORMATS:
                raise UsageError(f"--format {_quoted(format)} is not one of: {', '.join(FORMATS)}")

    def catalogue(self) -> Catalogue:
        """Return the catalogue to ask: `--data`, else `IMMUNO_DATA`, else the program's own."""
        import os

        from immunocli.catalogue import Catalogue

        directory = self.data if self.data is not None else os.environ.get("IMMUNO_DATA") or None
        if directory == "":
            raise UsageError("--data is empty; name a directory")
        return Catalogue(directory)

    def emit(self, answer: Answer) -> int:
        """Write the answer and its notes; return the exit code.

        Raises:
            UsageError: an option does not fit this answer.
            UnwritableOutput: it could not be written whole.
        """
        from immunocli.cli import streams
        from immunocli.render import default_format

        if self.columns is not None:
            answer.blocks, answer.prose = None, False  # columns make a table, also of a page
        terminal = self.output is None and streams.is_terminal(1)
        chosen = self.format or default_format(answer, terminal=terminal)
        columns = self._chosen_columns(answer)
        self._arrange(answer)
        code = 1 if self.exit_status and not answer.records else 0
        if self.count:
            streams.write([f"{len(answer.records)}\n"], self.output)
        elif chosen == "table":
            self._draw(answer, columns, terminal)
        else:
            from immunocli.render import FOR_MACHINES, rendered

            pieces = rendered(answer, chosen, columns, self.header)
            streams.write(pieces, self.output, human=chosen not in FOR_MACHINES)
        human = chosen in ("table", "text", "md") and not self.count
        for note in answer.notes + (_stale(answer) if human else []):
            streams.say(note)
        return code

    def emit_each(self, answer: Answer, records: Iterator[Record]) -> int:
        """Write records as they come, when the format allows it, without holding them all.

        Args:
            answer: all of the answer but its records.
            records: one after another; made while they are written.
        """
        from immunocli.cli import streams
        from immunocli.render import default_format, rendered

        terminal = self.output is None and streams.is_terminal(1)
        chosen = self.format or default_format(answer, terminal=terminal)
        arranged = self.count or self.sort or self.reverse or self.limit is not None or self.exit_status
        if chosen not in ("tsv", "csv", "jsonl") or arranged:
            answer.records = list(records)
            return self.emit(answer)
        columns = self._chosen_columns(answer)
        answer.records = records  # these formats only go through them once
        streams.write(rendered(answer, chosen, columns, self.header), self.output)
        return 0

    def _chosen_columns(self, answer: Answer) -> tuple[str, ...]:
        if self.columns is None:
            return answer.columns
        wanted = [name.strip() for name in self.columns.split(",")]
        known = list(answer.columns)
        if answer.records:
            known += [key for key in answer.records[0].as_dict() if key not in known]
        strange = [name for name in wanted if name not in known]
        if strange and (answer.records or any(not _a_field(answer, name) for name in strange)):
            raise UsageError(f"--columns: no column {_quoted(strange[0])}; there are: {', '.join(known)}")
        return tuple(wanted)

    def _arrange(self, answer: Answer) -> None:
        """Sort, reverse and limit the records as asked."""
        if self.sort is not None:
            column = self.sort
            known = answer.records[0].as_dict() if answer.records else answer.columns
            if column not in known and (answer.records or not _a_field(answer, column)):
                raise UsageError(f"--sort: no column {_quoted(column)}; there are: {', '.join(known)}")
            answer.records.sort(key=lambda record: _order(record, column))
        if self.reverse:
            answer.records.reverse()
        if self.limit is not None:
            del answer.records[self.limit :]

    def _draw(self, answer: Answer, columns: tuple[str, ...], terminal: bool) -> None:
        from immunocli.cli import streams, terminals
        from immunocli.render.as_table import drawn  # Rich costs six interpreter starts

        screen = terminals.screen(to_terminal=terminal)
        text = drawn(answer, columns, screen)
        if terminal and not self.no_pager and terminals.too_long(text):
            terminals.page(text)
        else:
            streams.write([text], self.output, human=True)


def _order(record: Record, column: str) -> tuple[bool, float, str]:
    from immunocli.render.cells import cell

    value = record[column]
    number = float(value) if isinstance(value, int | float) else 0.0
    return (value is None, number, cell(value).casefold())


def _a_field(answer: Answer, name: str) -> bool:
    """Say whether records of this kind may have that field, though none is here to show it."""
    from immunocli.schemas import KINDS, schema_of

    if answer.kind not in KINDS:
        return False
    return name in schema_of(answer.kind)["properties"]["results"]["items"]["properties"]


def _quoted(text: str) -> str:
    from immunocli.text import quote

    return quote(text)


def _stale(answer: Answer) -> list[str]:
    """Return the warning that the edition is old, when the clock says so."""
    if not answer.about_therapies:
        return []
    import time

    from immunocli.dates import months_between

    day = answer.edition["as_of"]
    try:
        months = months_between(day, time.strftime("%Y-%m-%d"))
    except (ValueError, OverflowError, OSError):
        return []
    if months < _STALE_AFTER_MONTHS:
        return []
    return [f"This edition is {months} months old (as of {day}): approvals change, check for a newer one."]
