"""Adds cells to the rows of CSV and TSV, leaving every byte of the input as it was."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.render.as_csv import field, harmless
from immunocli.render.cells import cell
from immunocli.tables.decoding import UTF8_MARK, text_of
from immunocli.tables.pieces import Pieces
from immunocli.tables.syntax import Syntax, unquoted
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import NoReturn

    from immunocli.tables.decoding import Source
    from immunocli.tables.finding import Findings

COMMA, TAB = b",", b"\t"
_MOST_SHOWN = 30


class Delimited:
    """A table of rows and cells, with cells added.

    Args:
        source: the input.
        delimiter: what parts its cells.
        column: the name of the column with the strings.
        added: the names of the new columns.
        findings: who knows what is added.
        escaping: put ' before formulas in the input's own cells.
    """

    def __init__(
        self,
        source: Source,
        delimiter: bytes,
        column: str,
        added: Sequence[str],
        findings: Findings,
        *,
        escaping: bool = False,
    ) -> None:
        self._pieces = Pieces(source)
        self._delimiter = delimiter
        self._column = column
        self._added = added
        self._findings = findings
        self._escaping = escaping
        self._syntax = Syntax(delimiter)

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
                place = len(UTF8_MARK) if piece.startswith(UTF8_MARK) else 0
                header = self._syntax.row(piece, place, last)
                if header is None:
                    self._pieces.keep(piece, last)
                    continue
                begun = True
                yield self._begin(piece, place, header)
                place = header[2]
            block, done = self._annotated(piece, place, last)
            if block:
                yield block
            if done < len(piece):
                self._pieces.keep(piece[done:], last)

    def _begin(self, piece: bytes, start: int, header: tuple[list[bytes], int, int]) -> bytes:
        """Find the column; return the header with the new names."""
        cells, content_end, end = header
        names = [text_of(unquoted(raw)) for raw in cells]
        self._check(names)
        eol = piece[content_end:end]
        self._place, self._width, self._eol = names.index(self._column), len(names), eol or b"\n"
        self._shape = self._delimiter * (self._width - 1) + self._eol
        self._no_shape = bytes(set(range(256)) - set(self._delimiter + b"\r\n"))
        self._record = self._syntax.record(self._place, self._width)
        self._findings.begin(lambda raw: text_of(unquoted(raw)), self._appended)
        self._pieces.line += len(piece[:end].splitlines())
        return piece[:start] + self._row(piece[start:content_end], self._appended(self._added), eol)

    def _check(self, names: list[str]) -> None:
        """Refuse a header in which the column, or a place for the new ones, is not clear."""
        if names == [""]:
            raise self._pieces.problem("the table has no header")
        if self._column not in names:
            known = ", ".join(map(quote, names[:_MOST_SHOWN])) + (", ..." if names[_MOST_SHOWN:] else "")
            raise UsageError(f"{self._pieces.name} has no column {quote(self._column)}; there are: {known}")
        if names.count(self._column) > 1:
            count = names.count(self._column)
            raise UsageError(f"{self._pieces.name} has {count} columns named {quote(self._column)}")
        for name in self._added:
            if name in names:
                raise UsageError(
                    f"{self._pieces.name} has a column {quote(name)} already; choose another --prefix"
                )

    def _annotated(self, piece: bytes, place: int, last: bool) -> tuple[bytes, int]:
        """Return the rows of a piece with their new cells, and where an unfinished one begins."""
        done: list[bytes] = []
        while place < len(piece):
            sign = piece.find(b'"', place)
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
                done.append(self._row(found[1], self._findings.of([found[2]])[0], found[3]))
                place = found.end()
                self._pieces.line += len(found[0].splitlines())
            else:
                row = self._syntax.row(piece, start, last)
                if row is None:
                    break
                self._refuse(len(row[0]))
        return b"".join(done), place

    def _plain(self, rows: bytes) -> bytes:
        """Return rows without a quote, with their new cells."""
        lines = rows.split(self._eol)
        # What is left when all but delimiters and line ends is taken away shows any ragged row.
        if lines.pop() or rows.translate(None, self._no_shape) != self._shape * len(lines):
            return self._one_by_one(rows)
        place, delimiter = self._place, self._delimiter
        keys = [line.split(delimiter, place + 1)[place] for line in lines]
        parts = [b""] * (2 * len(lines))
        parts[1::2] = self._findings.of(keys)
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
                found = self._findings.of([cells[self._place]])[0]
                done.append(self._row(content, found, line[len(content) :]))
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
        shown = [field(cell(one)) if self._delimiter == COMMA else _unlike_quoted(cell(one)) for one in cells]
        text = "".join(self._delimiter.decode() + one for one in shown)
        return text.encode("utf-8", "backslashreplace") + self._eol


def _unlike_quoted(text: str) -> str:
    """Return a cell for TSV, where only what begins with a quote needs quotes."""
    text = harmless(text)
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text
