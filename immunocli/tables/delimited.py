"""Adds cells to the rows of CSV and TSV, leaving every byte of the input as it was."""

from __future__ import annotations

import re

from immunocli.errors import UnreadableInput, UsageError
from immunocli.render.as_csv import field
from immunocli.render.cells import cell
from immunocli.tables.decoding import UTF8_MARK, text_of
from immunocli.tables.finding import Findings
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from immunocli.tables.decoding import Source
    from immunocli.tables.finding import Finder

COMMA, TAB = b",", b"\t"
# A row that is longer is taken for a quote that somebody forgot to close.
LONGEST_ROW = 1 << 26
_FORMULA = rb"=+\-@"


class Delimited:
    """A table of rows and cells, with cells added.

    Args:
        source: the input.
        delimiter: what parts its cells.
        column: the name of the column with the strings.
        added: the names of the new columns.
        finder: who knows the cells that are added.
        counting: count the strings that are not recognised.
        escaping: put ' before formulas in the input's own cells.
    """

    def __init__(
        self,
        source: Source,
        delimiter: bytes,
        column: str,
        added: Sequence[str],
        finder: Finder,
        *,
        counting: bool = False,
        escaping: bool = False,
    ) -> None:
        self._source = source
        self._delimiter = delimiter
        self._column = column
        self._added = added
        self._escaping = escaping
        self._line = 1
        self._eol = b"\n"
        self._syntax = Syntax(delimiter)
        self.findings = Findings(finder, self._text, self._appended, counting)

    def blocks(self) -> Iterator[bytes]:
        """Yield the table with its new cells, in blocks of whole rows.

        Raises:
            UnreadableInput: a row cannot be read without loss; those before it were yielded.
            UsageError: there is no such column, or a new one would have the name of an old one.
        """
        begun = False
        for region, last in self._regions():
            place = 0
            if not begun:
                place = len(UTF8_MARK) if region.startswith(UTF8_MARK) else 0
                header = self._syntax.row(region, place, last)
                if header is None:
                    self._keep(region, last)
                    continue
                begun = True
                cells, content_end, end = header
                self._begin(cells, region[content_end:end])
                yield region[:place] + self._joined(cells) + self._heading(region[content_end:end])
                self._line += _line_ends(region[:end])
                place = end
            block, done = self._annotated(region, place, last)
            if block:
                yield block
            if done < len(region):
                self._keep(region[done:], last)

    # Pieces of the input

    def _regions(self) -> Iterator[tuple[bytes, bool]]:
        """Yield pieces that end where a row may end, what was left of the one before in front."""
        self._kept = b""
        self._enough = 0
        pieces: list[bytes] = []
        size = 0
        while piece := self._source.read():
            pieces.append(piece)
            size += len(piece)
            if size < self._enough or (b"\n" not in piece and b"\r" not in piece[:-1]):
                if size > LONGEST_ROW:
                    raise self._problem(f"a row of more than {LONGEST_ROW >> 20} MB")
                continue
            whole = b"".join(pieces)
            cut = whole.rfind(b"\n") + 1 or whole.rfind(b"\r", 0, -1) + 1
            if cut:
                rest = whole[cut:]
                self._kept, self._enough = b"", 0
                yield whole[:cut], False
                whole = self._kept + rest
            pieces, size = [whole], len(whole)
        whole = b"".join(pieces)
        if whole or self._line == 1:
            yield whole, True

    def _keep(self, rest: bytes, last: bool) -> None:
        """Wait with an unfinished row until there is more of it: twice as much."""
        if last or len(rest) > LONGEST_ROW:
            raise self._problem("a quote is opened that is not closed as it should be")
        self._kept, self._enough = rest, 2 * len(rest)

    # The header

    def _begin(self, header: list[bytes], eol: bytes) -> None:
        """Find the column."""
        names = [self._text(raw) for raw in header]
        if names == [""]:
            raise self._problem("the table has no header")
        places = [place for place, name in enumerate(names) if name == self._column]
        if not places:
            known = ", ".join(quote(name) for name in names[:30]) + (" ..." if len(names) > 30 else "")
            raise UsageError(f"{self._source.name} has no column {quote(self._column)}; there are: {known}")
        if len(places) > 1:
            raise UsageError(f"{self._source.name} has {len(places)} columns {quote(self._column)}")
        for name in self._added:
            if name in names:
                raise UsageError(
                    f"{self._source.name} has a column {quote(name)} already; choose another --prefix"
                )
        self._place, self._width = places[0], len(names)
        self._eol = eol or b"\n"
        self._shape = self._delimiter * (self._width - 1) + self._eol
        self._beside_shape = bytes(set(range(256)) - set(self._delimiter + b"\r\n"))
        self._record = self._syntax.record(self._place, self._width)
        self.findings.nothing = self._appended([""] * len(self._added))

    def _heading(self, eol: bytes) -> bytes:
        form = self._appended(self._added)
        return form[: -len(self._eol)] + eol

    # Rows

    def _annotated(self, region: bytes, place: int, last: bool) -> tuple[bytes, int]:
        """Return the rows of a region with their new cells, and where an unfinished one begins."""
        done: list[bytes] = []
        end = len(region)
        while place < end:
            sign = region.find(b'"', place)
            if sign < 0:
                done.append(self._plain(region[place:] if place else region))
                place = end
                break
            start = max(region.rfind(b"\n", place, sign) + 1, region.rfind(b"\r", place, sign) + 1, place)
            if start > place:
                done.append(self._plain(region[place:start]))
            place = start
            found = self._record.match(region, start)
            if found is None:
                if self._syntax.row(region, start, last) is None:
                    break
                self._refuse(region, start, last)
            else:
                content = region[start : found.end(1)]
                done.append(self._finished(content, self.findings.of([found[2]])[0], found[3]))
                place = found.end()
                self._line += _line_ends(found[0])
        return b"".join(done), place

    def _plain(self, region: bytes) -> bytes:
        """Return rows without a quote, with their new cells."""
        lines = region.split(self._eol)
        if lines.pop() or region.translate(None, self._beside_shape) != self._shape * len(lines):
            return self._one_by_one(region)
        place, delimiter = self._place, self._delimiter
        keys = [line.split(delimiter, place + 1)[place] for line in lines]
        parts = [b""] * (2 * len(lines))
        parts[1::2] = self.findings.of(keys)
        parts[::2] = [self._escaped(line) for line in lines] if self._escaping else lines
        self._line += len(lines)
        return b"".join(parts)

    def _one_by_one(self, region: bytes) -> bytes:
        """Return rows without a quote, of which some are blank, ragged or ended in another way."""
        done = []
        for line in region.splitlines(keepends=True):
            content = line.removesuffix(b"\n").removesuffix(b"\r") if line[-1:] in b"\r\n" else line
            cells = content.split(self._delimiter)
            if not content and self._width > 1:
                done.append(line)
            elif len(cells) != self._width:
                self._refuse(line, 0, True)
            else:
                found = self.findings.of([cells[self._place]])[0]
                done.append(self._finished(content, found, line[len(content) :]))
            self._line += 1
        return b"".join(done)

    def _finished(self, content: bytes, found: bytes, eol: bytes) -> bytes:
        if self._escaping:
            content = self._escaped(content)
        return content + found if eol == self._eol else content + found[: -len(self._eol)] + eol

    def _refuse(self, region: bytes, start: int, last: bool) -> None:
        row = self._syntax.row(region, start, last)
        count = len(row[0]) if row else 0
        cells = "1 cell" if count == 1 else f"{count} cells"
        raise self._problem(f"{cells} where the header has {self._width}")

    def _problem(self, what: str) -> UnreadableInput:
        return UnreadableInput(f"{self._source.name}, line {self._line}: {what}")

    # Cells

    def _text(self, raw: bytes) -> str:
        """Return what a raw cell says."""
        if raw.startswith(b'"'):
            inside, _, rest = raw[1:].rpartition(b'"')
            raw = inside.replace(b'""', b'"') + rest
        return text_of(raw)

    def _appended(self, cells: Sequence[str]) -> bytes:
        """Return cells as they follow those of a row, with the row's end."""
        shown = map(field if self._delimiter == COMMA else _tsv_field, map(cell, cells))
        text = self._delimiter + self._delimiter.join(
            one.encode("utf-8", "backslashreplace") for one in shown
        )
        return text + self._eol

    def _joined(self, cells: list[bytes]) -> bytes:
        row = self._delimiter.join(cells)
        return self._escaped(row) if self._escaping else row

    def _escaped(self, row: bytes) -> bytes:
        return self._syntax.cell.sub(_harmless, row)


class Syntax:
    """How cells stand in a row: RFC 4180 with any delimiter, and what else is met and is clear.

    Args:
        delimiter: what parts the cells.
    """

    def __init__(self, delimiter: bytes) -> None:
        self._delimiter = delimiter
        # A quote inside quotes is doubled; the one that closes them is followed by no other. After it
        # programs that quote loosely go on with text; that is clear as long as it is on the same line.
        self._cell = (
            rb'(?:"[^"]*(?:""[^"]*)*"(?=[%b\r\n]|\Z)'
            rb'|"[^"\r\n]*(?:""[^"\r\n]*)*"(?!")[^%b\r\n]*'
            rb'|[^"%b\r\n][^%b\r\n]*|)'
        ).replace(b"%b", delimiter)
        self._one = re.compile(self._cell)
        self.cell = re.compile(rb"(\A|%b)(%b)" % (delimiter, self._cell))

    def row(self, region: bytes, place: int, last: bool) -> tuple[list[bytes], int, int] | None:
        """Return the raw cells of the row at a place, where they end and where its line end does.

        None when the row does not end in this region: a quote is open.

        Args:
            region: bytes that end where a row may end.
            place: where the row begins.
            last: nothing comes after this region.
        """
        cells = []
        while True:
            found = self._one.match(region, place)
            if found is None or (found.end() == place and region[place : place + 1] == b'"'):
                return None
            cells.append(found[0])
            place = found.end()
            after = region[place : place + 1]
            if after == self._delimiter:
                place += 1
            elif after:
                return cells, place, place + (2 if region[place : place + 2] == b"\r\n" else 1)
            else:
                return (cells, place, place) if last else None

    def record(self, place: int, width: int) -> re.Pattern[bytes]:
        """Return what matches a row of that width: 1 its cells, 2 the one at `place`, 3 its end."""
        before = rb"(?:%b%b){%d}" % (self._cell, self._delimiter, place)
        after = rb"(?:%b%b){%d}" % (self._delimiter, self._cell, width - place - 1)
        return re.compile(rb"(%b(%b)%b)(\r\n|\n|\r|\Z)" % (before, self._cell, after))


def _tsv_field(text: str) -> str:
    from immunocli.render.as_csv import harmless

    text = harmless(text)
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text


def _harmless(found: re.Match[bytes]) -> bytes:
    before, raw = found[1], found[2]
    sign = b'"' if raw.startswith(b'"') else b""
    inside = raw[len(sign) :]
    return before + sign + b"'" + inside if inside.startswith(_FORMULAS) else found[0]


def _line_ends(content: bytes) -> int:
    return content.count(b"\n") or content.count(b"\r")
