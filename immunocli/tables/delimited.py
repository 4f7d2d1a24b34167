"""Adds cells to the rows of CSV and TSV, leaving every byte of the input as it was."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.render.as_csv import harmless
from immunocli.render.cells import cell
from immunocli.tables.cell_quoting import Syntax, unquoted
from immunocli.tables.cutting_rows import Pieces
from immunocli.tables.decoding import text_of
from immunocli.tables.header import TAB, place_of
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence
    from typing import NoReturn

    from immunocli.tables.decoding import Source
    from immunocli.tables.header import Layout
    from immunocli.tables.read_strings import Findings


class Delimited:
    """A table of rows and cells, with cells added.

    Args:
        source: the input, from its header on.
        layout: how it is written.
        column: the name of the column with the strings.
        added: the names of the new columns.
        findings: who knows what is added.
        others: the names of further columns that decide, as `Findings.of` takes them.
        escaping: put ' before formulas in the input's own cells.
        line: the number of the header's line.
    """

    def __init__(
        self,
        source: Source,
        layout: Layout,
        column: str,
        added: Sequence[str],
        findings: Findings,
        *,
        others: Sequence[str] = (),
        escaping: bool = False,
        line: int = 1,
    ) -> None:
        self._pieces = Pieces(source, line)
        self._delimiter = layout.delimiter
        self._quotes = layout.quotes
        self._column = column
        self._others = others
        self._added = added
        self._findings = findings
        self._escaping = escaping
        self._syntax = Syntax(layout.delimiter, layout.quotes != "no")

    def __iter__(self) -> Iterator[bytes]:
        """Yield the table with its new cells, in blocks of whole rows.

        Raises:
            UnreadableInput: a row cannot be read without loss; some before it were yielded.
            UsageError: there is no such column, or a new one would have the name of an old one.
        """
        begun = False
        for piece, last in self._pieces:
            place = 0
            if not begun:
                header = self._syntax.row(piece, place, last)
                if header is None:
                    self._pieces.keep(piece, last)
                    continue
                begun = True
                yield self._begin(piece, header)
                place = header[2]
            block, done = self._annotated(piece, place, last)
            if block:
                yield block
            if done < len(piece):
                self._pieces.keep(piece[done:], last)

    def _begin(self, piece: bytes, header: tuple[list[bytes], int, int]) -> bytes:
        """Find the column; return the header with the new names."""
        cells, content_end, end = header
        names = [self._said(raw) for raw in cells]
        self._check(names)
        eol = piece[content_end:end]
        self._width, self._eol = len(names), eol or b"\n"
        self._place = place_of(self._column, names, self._pieces.name)
        self._places = [place_of(one, names, self._pieces.name) for one in self._others]
        self._shape = self._delimiter * (self._width - 1) + self._eol
        self._no_shape = bytes(set(range(256)) - set(self._delimiter + b"\r\n"))
        self._record = self._syntax.record(self._place, self._width)
        self._findings.begin(self._said, self._appended)
        self._pieces.line += len(piece[:end].splitlines())
        return self._row(piece[:content_end], self._appended(self._added), eol)

    def _check(self, names: list[str]) -> None:
        """Refuse a header that is none, or has a new column already."""
        if names == [""]:
            raise self._pieces.problem("the table has no header")
        for name in self._added:
            if name in names:
                raise UsageError(
                    f"{self._pieces.name} has a column {quote(name)} already; choose another --prefix"
                )

    def _annotated(self, piece: bytes, place: int, last: bool) -> tuple[bytes, int]:
        """Return the rows of a piece with their new cells, and where an unfinished one begins."""
        done: list[bytes] = []
        while place < len(piece):
            sign = piece.find(b'"', place) if self._quotes != "no" else -1
            if sign < 0:
                done.append(self._plain(piece[place:]))
                place = len(piece)
                break
            start = max(piece.rfind(b"\n", place, sign) + 1, piece.rfind(b"\r", place, sign) + 1, place)
            if start > place:
                done.append(self._plain(piece[place:start]))
            place = start
            found = self._record.match(piece, start)
            if found is not None:
                done.append(self._enclosed(found))
                place = found.end()
            else:
                row = self._syntax.row(piece, start, last)
                if row is None:
                    break
                self._refuse(len(row[0]))
        return b"".join(done), place

    def _enclosed(self, found: re.Match[bytes]) -> bytes:
        """Return a row in which a quote stands, with its new cells."""
        content, eol = found[1], found[3]
        lines = content.splitlines()
        if self._quotes == "perhaps" and len(lines) > 1:
            fitting = [len(line.split(self._delimiter)) == self._width for line in lines]
            if all(fitting):
                raise self._pieces.problem(
                    "a quote may be mere text, or begin a cell of several lines; "
                    "--no-quotes or --input-format csv tells which"
                )
        if not self._places:
            (added,) = self._findings.of([found[2]])
        else:
            whole = self._syntax.row(content, 0, True)
            assert whole is not None
            added = self._for(whole[0])
        row = self._row(content, added, eol)
        self._pieces.line += len(found[0].splitlines())
        return row

    def _for(self, cells: Sequence[bytes]) -> bytes:
        """Return what a row of these cells gets."""
        return self._findings.of([cells[self._place]], *([cells[one]] for one in self._places))[0]

    def _said(self, raw: bytes) -> str:
        return text_of(raw if self._quotes == "no" else unquoted(raw))

    def _plain(self, rows: bytes) -> bytes:
        """Return rows without a quote, with their new cells."""
        lines = rows.split(self._eol)
        # What is left when all but delimiters and line ends is taken away shows any ragged row.
        if lines.pop() or rows.translate(None, self._no_shape) != self._shape * len(lines):
            return self._one_by_one(rows)
        place, delimiter = self._place, self._delimiter
        others: list[list[bytes]] = []
        if not self._places:
            keys = [line.split(delimiter, place + 1)[place] for line in lines]
        else:
            last = max(place, *self._places) + 1
            rows_of_cells = [line.split(delimiter, last) for line in lines]
            keys = [cells[place] for cells in rows_of_cells]
            others = [[cells[one] for cells in rows_of_cells] for one in self._places]
        parts = [b""] * (2 * len(lines))
        parts[1::2] = self._findings.of(keys, *others)
        parts[::2] = map(self._syntax.harmless, lines) if self._escaping else lines
        self._pieces.line += len(lines)
        return b"".join(parts)

    def _one_by_one(self, rows: bytes) -> bytes:
        """Return rows without a quote, of which some are blank, ragged or ended in another way."""
        done = []
        for line in rows.splitlines(keepends=True):
            content = line.removesuffix(b"\n").removesuffix(b"\r")
            cells = content.split(self._delimiter)
            if not content and self._width > 1:
                done.append(line)
            elif len(cells) != self._width:
                self._refuse(len(cells))
            else:
                done.append(self._row(content, self._for(cells), line[len(content) :]))
            self._pieces.line += 1
        return b"".join(done)

    def _row(self, content: bytes, found: bytes, eol: bytes) -> bytes:
        """Return a row with what was found, which ends as the header does, and its own line end."""
        if self._escaping:
            content = self._syntax.harmless(content)
        return content + (found if eol == self._eol else found[: -len(self._eol)] + eol)

    def _refuse(self, count: int) -> NoReturn:
        cells = "1 cell" if count == 1 else f"{count} cells"
        raise self._pieces.problem(f"{cells} where the header has {self._width}")

    def _appended(self, cells: Sequence[str]) -> bytes:
        """Return cells as they follow those of a row, with the row's end."""
        delimiter = self._delimiter.decode("utf-8", "surrogateescape")
        text = "".join(delimiter + self._written(harmless(cell(one)), delimiter) for one in cells)
        return text.encode("utf-8", "backslashreplace") + self._eol

    def _written(self, text: str, delimiter: str) -> str:
        """Return a cell of ours as this table writes cells."""
        if self._quotes == "no":
            return text.replace(delimiter, ";" if delimiter == "," else ",")
        # In TSV only what begins with a quote needs quotes.
        quoted = text.startswith('"') or delimiter in text or ('"' in text and self._delimiter != TAB)
        return '"' + text.replace('"', '""') + '"' if quoted else text
