"""Cuts an input where its rows may end."""

from __future__ import annotations

from immunocli.errors import UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.tables.decoding import Source

# A longer row is taken for a quote that somebody forgot to close.
LONGEST_ROW = 1 << 26


class Pieces:
    """The pieces of an input, each ending where a row may end; `line` is that of the next row.

    Args:
        source: the input.
    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.line = 1
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
                if size > LONGEST_ROW:
                    raise self.problem(f"a row of more than {LONGEST_ROW >> 20} MB; is a quote left open?")
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
        if last or len(rest) > LONGEST_ROW:
            raise self.problem("a quote is opened that is not closed as it should be")
        self._kept = rest

    def problem(self, what: str) -> UnreadableInput:
        """Return the error that names the input and the line."""
        return UnreadableInput(f"{self.name}, line {self.line}: {what}")
