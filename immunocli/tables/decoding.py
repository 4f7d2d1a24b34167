"""Reads bytes as the UTF-8 text they stand for, however they were packed and encoded."""

from __future__ import annotations

import codecs

from immunocli.errors import UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# A system call each; larger pieces are slower: they leave the processor's cache.
PIECE = 1 << 16
UTF8_MARK = codecs.BOM_UTF8
GZIP_MARK = b"\x1f\x8b"
# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Source:
    """The bytes of an input: unpacked from gzip, UTF-16 and UTF-32 as UTF-8.

    A byte order mark stays where it was, as UTF-8. Bytes that are no UTF-8 stay what they are.

    Args:
        read: returns up to so many bytes, none at the end.
        name: what messages call the input.

    Raises:
        UnreadableInput: it cannot be read.
    """

    def __init__(self, read: Callable[[int], bytes], name: str) -> None:
        self.name = name
        self._read = read
        self._head = self._beginning()
        if self._head.startswith(GZIP_MARK):
            self._read = _Packed(self._head, read).read
            self._head = self._beginning()
        self.codec = next((codec for mark, codec in _MARKS if self._head.startswith(mark)), None)
        self._ready = b""
        self._decoder = codecs.getincrementaldecoder(self.codec)("surrogatepass") if self.codec else None

    def first_line(self) -> bytes:
        """Return the first line, or its beginning, as UTF-8; it is still to be read."""
        while b"\n" not in self._ready and len(self._ready) < PIECE and (piece := self._next()):
            self._ready += piece
        return self._ready.splitlines()[0] if self._ready else b""

    def read(self) -> bytes:
        """Return the next piece of any size, nothing at the end.

        Raises:
            UnreadableInput: it cannot be read, or is damaged.
        """
        piece, self._ready = self._ready, b""
        return piece or self._next()

    def _next(self) -> bytes:
        while True:
            piece, self._head = self._head or self._raw(PIECE), b""
            if self._decoder is None:
                return piece
            try:
                text = self._decoder.decode(piece, not piece)
            except UnicodeDecodeError:
                problem = f"{self.name} is not whole {str(self.codec)[:6].upper()} text"
                raise UnreadableInput(problem) from None
            if text or not piece:
                return text.encode("utf-8", "surrogatepass")

    def as_it_came(self, block: bytes) -> bytes:
        """Return a block of UTF-8 in the encoding that the input has."""
        if self.codec is None:
            return block
        return block.decode("utf-8", "surrogatepass").encode(self.codec, "surrogatepass")

    def _beginning(self) -> bytes:
        """Return enough bytes to know every mark by, unless there are fewer."""
        head = b""
        while len(head) < 4 and (piece := self._raw(PIECE)):
            head += piece
        return head

    def _raw(self, size: int) -> bytes:
        try:
            return self._read(size)
        except EOFError:
            raise UnreadableInput(f"{self.name} is cut off: its gzip data has no end") from None
        except OSError as problem:
            reason = problem.strerror or "its gzip data is damaged"
            raise UnreadableInput(f"{self.name} cannot be read: {reason}") from None
        except ValueError:
            raise UnreadableInput(f"{self.name} cannot be read: its gzip data is damaged") from None


class _Packed:
    """Unpacks gzip from a function that reads.

    Args:
        head: what was read of it already.
        read: returns up to so many more bytes.
    """

    def __init__(self, head: bytes, read: Callable[[int], bytes]) -> None:
        import gzip  # few inputs are packed
        from typing import Any, cast

        outer = self

        class Raw:
            """As much of a file as gzip asks for."""

            def read(self, size: int = -1) -> bytes:
                """Return up to so many packed bytes."""
                return outer.packed(size)

        self._head = head
        self._more = read
        self._file = gzip.GzipFile(fileobj=cast("Any", Raw()), mode="rb")

    def packed(self, size: int) -> bytes:
        """Return packed bytes: those read already first."""
        if self._head:
            piece, self._head = self._head[:size], self._head[size:]
            return piece
        return self._more(size)

    def read(self, size: int) -> bytes:
        """Return up to so many unpacked bytes."""
        import zlib

        try:
            return self._file.read1(size)
        except zlib.error:
            raise ValueError("damaged") from None


def text_of(raw: bytes) -> str:
    """Return bytes as text to compare names with: UTF-8, else what Windows writes in the west."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return raw.decode("latin-1")
