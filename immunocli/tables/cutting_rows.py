"""Cuts an input where its rows, or its lines, end."""

from __future__ import annotations

from immunocli.errors import UnreadableInput
from immunocli.tables.decoding import UTF8_MARK, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A longer row is taken for a quote that somebody forgot to close.
LONGEST_ROW = 1 << 26
LONGEST_LINE = 1 << 20


class Pieces:
    """The pieces of an input, each ending where a row may end; `line` is that of the next row.

    Args:
        source: the input.
        line: the number of its first line.
        of_lines: a row is a line, of at most `LONGEST_LINE` bytes.
    """

    def __init__(self, source: Source, line: int = 1, *, of_lines: bool = False) -> None:
        self.name = source.name
        self._of_lines = of_lines
        self._longest = LONGEST_LINE if of_lines else LONGEST_ROW
        self.line = line
        self._source = source
        self._kept = b""

    def __iter__(self) -> Iterator[tuple[bytes, bool]]:
        """Yield each piece, what was kept of the one before in front, and whether it is the last.

        The last may be empty.
        """
        waiting: list[bytes] = []
        size = enough = 0
        while piece := self._source.read():
            waiting.append(piece)
            size += len(piece)
            if size < enough or not (b"\n" in piece or b"\r" in piece):
                if size > self._longest:
                    raise self.too_long()
                continue
            whole = b"".join(waiting)
            # A CR at the end may be half of a CR LF.
            cut = whole.rfind(b"\n") + 1 or whole.rfind(b"\r", 0, -1) + 1
            rest = whole[cut:]
            if cut:
                yield whole[:cut], False
                # A row is tried again when there is twice as much of it, or it would take forever.
                enough = 2 * len(self._kept)
                rest, self._kept = self._kept + rest, b""
            waiting, size = [rest], len(rest)
        yield b"".join(waiting), True

    def keep(self, rest: bytes, last: bool) -> None:
        """Keep an unfinished row until there is more of it.

        Raises:
            UnreadableInput: there will be no more, or it is too long for a row.
        """
        if last or len(rest) > self._longest:
            raise self.problem(
                "a quote is opened that is not closed as it should be; --no-quotes takes quotes for text"
            )
        self._kept = rest

    def too_long(self) -> UnreadableInput:
        """Return the error about a row that is too long."""
        if self._of_lines:
            return self.problem(f"a line of more than {self._longest >> 20} MB")
        return self.problem(f"a row of more than {self._longest >> 20} MB; is a quote left open?")

    def problem(self, what: str) -> UnreadableInput:
        """Return the error that names the input and the line."""
        return UnreadableInput(f"{self.name}, line {self.line}: {what}")


def lines(read: Callable[[int], bytes], name: str) -> Iterator[str]:
    """Yield the lines of an input as text, without their ends.

    Args:
        read: returns up to so many bytes, none at the end.
        name: what messages call the input.

    Raises:
        UnreadableInput: it cannot be read, a line is longer than `LONGEST_LINE`, or no UTF-8: in an answer
            it could not stand as it was.
    """
    pieces = Pieces(Source(read, name, "immuno resolve -"), of_lines=True)
    for piece, _ in pieces:
        if pieces.line == 1:
            piece = piece.removeprefix(UTF8_MARK)
        for line in piece.splitlines():
            if len(line) > LONGEST_LINE:
                raise pieces.too_long()
            pieces.line += 1
            try:
                yield line.decode()
            except UnicodeDecodeError:
                pieces.line -= 1
                told = "no UTF-8; convert it: iconv -f windows-1252 -t utf-8 FILE | immuno resolve -"
                raise pieces.problem(told) from None
