"""Emits answers in the form that was asked for, with their notices."""

from __future__ import annotations

import immunocli
from immunocli.found import LEADING, Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.catalogue import Catalogue
    from immunocli.records.fields import Record
    from immunocli.render.answers import Answer

# What the ending of an output file means.
BY_ENDING = {
    ".tsv": "tsv",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "md",
    ".txt": "text",
}
PICTURES = (".svg", ".png", ".pdf")
# Only `cite` writes these.
STYLES = {".ris": "ris", ".bib": "bibtex"}
# What stands on a page already when it is drawn; what leads on is no warning, and is said once wherever the page goes.
_ON_PAGE = ("alarm", "sign", "page", "hand-out", "not-read", "record", "compare", "declined")
# How many lines of something must be there before it is told where the rest went.
_LIMIT = "limited"
_READ = "read-as"  # what words were read as is told before the answer is looked for
# The last answer is held: the program ends next, and taking an answer apart takes longer than a step of it.
_told: Answer | None = None


class Output:
    """How an answer is wanted: the options that nearly every command has, see `parameters.OUTPUT`."""

    __slots__ = (
        "asked_format", "columns", "count", "data", "exit_status", "flags", "format", "header", "limit", "no_pager",
        "output", "picture", "reverse", "sort", "style",
    )  # fmt: skip

    def __init__(
        self,
        format: str | None = None,
        json: bool = False,
        columns: str | None = None,
        no_header: bool = False,
        sort: str | None = None,
        reverse: bool = False,
        limit: int | None = None,
        count: bool = False,
        output: str | None = None,
        exit_status: bool = False,
        no_pager: bool = False,
        data: str | None = None,
    ) -> None:
        self.picture = self.style = ""
        # The options that the command has: a note never advises another.
        self.flags: frozenset[str] | None = None
        self.output = None if output == "-" else output
        self.format = self._format(format, json)
        self.asked_format = "json" if json else format  # else it is that of the output's ending
        self.columns = columns
        self.header = not no_header
        self.sort = sort
        self.reverse = reverse
        self.limit = limit
        self.count = count
        self.exit_status = exit_status
        self.no_pager = no_pager
        self.data = data
        for name, value in (("columns", columns), ("sort", sort), ("output", output)):
            if value is not None and not value.strip():
                raise immunocli.UsageError(f"--{name} is empty")

    def _format(self, format: str | None, json: bool) -> str | None:
        """Return the format: the one asked for, else what the output file's ending says."""
        if json:
            if format not in (None, "json"):
                raise immunocli.UsageError(f"--json and --format {_quoted(str(format))} do not go together")
            return "json"
        if format is not None:
            from immunocli.cli.parameters import FORMATS

            if format not in FORMATS:
                if (ending := f".{format.lower()}") in PICTURES:
                    raise immunocli.UsageError(f"timeline, matrix and compare draw pictures: -o FILE{ending}")
                told = f"--format {_quoted(format)} is not one of: {', '.join(FORMATS)}"
                raise immunocli.UsageError(told, wrong=format, known=FORMATS)
            return format
        if self.output is None:
            return None
        import os

        from immunocli.cli.atomic_files import is_special

        base, ending = os.path.splitext(self.output.lower())
        if ending in PICTURES:
            self.picture = ending[1:]
            return None
        if not ending or not base or is_special(self.output):
            return None
        if ending in STYLES:
            self.style = STYLES[ending]
            return None
        if ending not in BY_ENDING:
            raise self._no_such_ending(ending)
        return BY_ENDING[ending]

    def _no_such_ending(self, ending: str) -> immunocli.UsageError:
        there = f"{' '.join(BY_ENDING)}, of cite {' '.join(STYLES)}, of pictures {' '.join(PICTURES)}"
        told = f"--output {_quoted(str(self.output))}: no format ends in {ending}; there are: {there}"
        if ending in (".db", ".sqlite", ".sqlite3"):
            return immunocli.UsageError(told, advice=f"immuno data export {_quoted(str(self.output))}")
        known = (".csv",) if ending[:4] in (".xls", ".ods", ".num") else BY_ENDING  # what spreadsheets read
        return immunocli.UsageError(told, wrong=str(self.output), known=known)

    def _refuse_style(self) -> None:
        """Refuse a file of citations for what is none."""
        if self.style:
            raise self._no_such_ending(next(one for one in STYLES if STYLES[one] == self.style))

    @property
    def to_keep(self) -> bool:
        """Whether a page is to be kept, as a file or a document, and not looked at on a screen."""
        return self.output is not None or self.format == "md"

    def catalogue(self) -> Catalogue:
        """Return the catalogue to ask: `--data`, else `IMMUNO_DATA`, else the program's own."""
        from immunocli.cli.streams import opened

        return opened(self.data)

    def emit(self, answer: Answer) -> int:
        """Write the answer and its notices; return the exit code.

        Raises:
            UsageError: an option does not fit this answer.
            UnwritableOutput: it could not be written whole.
        """
        from immunocli.cli import streams
        from immunocli.render import default_format

        global _told
        _told = answer
        self._refuse_style()
        self._leave_out_dead_advice(answer)
        if self.columns == "help":
            from immunocli.cli.choosing_columns import explained

            streams.write(explained(answer), self.output, human=True)
            return 0
        if self.columns is not None:
            answer.blocks, answer.prose = None, False  # columns make a table, also of a page
        terminal = self.output is None and streams.is_terminal(1)
        chosen = self.format or default_format(answer, terminal=terminal)
        columns = self._chosen_columns(answer)
        self.arrange(answer)
        declined = any(notice.code == "declined" for notice in answer.notices)
        code = 1 if self.exit_status and (declined or not answer.records) else 0
        if streams.read:
            answer.notices[:0] = [Notice(_READ, told) for told in streams.read]
        if self.picture:
            self._draw_picture(answer)
        elif self.count:
            streams.write([f"{len(answer.records)}\n"], self.output)
        elif chosen == "table":
            self._draw(answer, columns, terminal)
        else:
            from immunocli.render import FOR_MACHINES, rendered

            pieces = rendered(answer, chosen, columns, self.header)
            streams.write(pieces, self.output, human=chosen not in FOR_MACHINES)
        self.say_written(answer)
        paged = answer.blocks and chosen in ("table", "text", "md") and not self.count
        drawn = paged and chosen != "md" and terminal and streams.is_terminal(2)
        on_page = _ON_PAGE if drawn else LEADING if paged else ()
        for notice in answer.notices:
            told = notice.code in on_page or (drawn and notice.code.startswith("rows-"))
            if notice.code != _READ and not told:
                streams.say(notice.message)
        return code

    def _leave_out_dead_advice(self, answer: Answer) -> None:
        """Take "(--status any)" out of notes where the command has no such option."""
        for notice in answer.notices:
            told, begins, advice = notice.message.rpartition(" (--")
            if begins and self.flags is not None and f"--{advice.rstrip(')').split()[0]}" not in self.flags:
                notice.message = told

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
        arranged = arranged or self.columns == "help"
        if chosen not in ("tsv", "csv", "jsonl") or arranged or self.picture:
            answer.records = list(records)
            return self.emit(answer)
        self._refuse_style()
        columns = self._chosen_columns(answer)
        answer.records = records  # these formats only go through them once
        streams.write(rendered(answer, chosen, columns, self.header), self.output)
        for notice in answer.notices:  # also those that came with the records
            streams.say(notice.message)
        return 0

    def whole(self, kind: str) -> bool:
        """Say whether a chosen column stands in whole records alone."""
        if self.columns is None and self.sort is None:
            return False
        from immunocli.cli.choosing_columns import beyond_lists

        return beyond_lists(kind, f"{self.columns},{self.sort}")

    def _chosen_columns(self, answer: Answer) -> tuple[str, ...]:
        if self.columns is None:
            if answer.wide and self.format not in ("json", "jsonl"):
                from immunocli.cli.choosing_columns import further, names

                known = names(answer)
                return tuple(
                    one for one in dict.fromkeys((*answer.columns, *further(answer.kind))) if one in known
                )
            return answer.columns
        from immunocli.cli.choosing_columns import chosen

        return chosen(answer, self.columns)

    def arrange(self, answer: Answer) -> None:
        """Sort, reverse and limit the records as asked."""
        if self.sort is not None:
            from immunocli.cli.choosing_columns import put_in_order

            put_in_order(answer, self.sort)
        if self.reverse:
            answer.records.reverse()
        if self.limit is not None and len(answer.records) > self.limit:
            total = len(answer.records)
            del answer.records[self.limit :]
            answer.notices.append(Notice(_LIMIT, f"{self.limit} of {total} shown (--limit)", of=total))

    def _draw(self, answer: Answer, columns: tuple[str, ...], terminal: bool) -> None:
        from immunocli.cli import pager, streams, terminals
        from immunocli.render.as_table import drawn  # Rich costs six interpreter starts

        screen = terminals.screen(to_terminal=terminal)
        text = drawn(answer, columns, screen)
        if screen.hidden:
            hidden = list(dict.fromkeys(screen.hidden))
            told = f"no room for columns: {', '.join(hidden)} (a wider terminal shows them, or -c)"
            answer.notices.append(Notice("columns-not-shown", told, columns=hidden))
        if terminal and not self.no_pager and pager.too_long(text):
            pager.page(text)
        else:
            streams.write([text], self.output, human=True)

    def _draw_picture(self, answer: Answer) -> None:
        from immunocli.cli.atomic_files import replacing

        if answer.figure and self.count:
            raise immunocli.UsageError("no picture is drawn of a number; leave out --count")
        if not answer.figure:
            raise immunocli.UsageError(
                f"only timeline, matrix and compare draw pictures; tables end in {' '.join(BY_ENDING)}"
            )
        from immunocli.figures import picture  # matplotlib costs many interpreter starts

        content = picture(answer, self.picture)
        with replacing(str(self.output)) as file:
            file.write(content)

    def say_written(self, answer: Answer) -> None:
        """Say on a terminal what was written to a file."""
        from immunocli.cli import streams

        if self.output is None or not streams.is_terminal(2):
            return
        count = len(answer.records)
        what = "a picture" if self.picture else f"{count} {'record' if count == 1 else 'records'}"
        streams.say(f"wrote {what} to {_quoted(str(self.output))}")


def _quoted(text: str) -> str:
    from immunocli.text import quote

    return quote(text)
