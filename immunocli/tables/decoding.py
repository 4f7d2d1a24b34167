"""Reads bytes as the UTF-8 text they stand for, however they were packed and encoded."""

from __future__ import annotations

import codecs

from immunocli.errors import UnreadableInput
from immunocli.tables.compression import ENOUGH, Unpacked, is_binary, packing_of, refuse_others

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# A system call each; larger pieces are slower: they leave the processor's cache.
PIECE = 1 << 16
UTF8_MARK = codecs.BOM_UTF8
# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Source:
    """The bytes of an input: unpacked from gzip, bzip2 or xz, UTF-16 and UTF-32 as UTF-8.

    A byte order mark stays where it was, as UTF-8. Bytes that are no UTF-8 stay what they are.

    Args:
        read: returns up to so many bytes, none at the end.
        name: what messages call the input, quoted when it is a file.
        then: the command that takes text, which advice ends in.
        file: the input as a shell takes it, for advice.

    Raises:
        UnreadableInput: it cannot be read, or is no text.
    """

    def __init__(self, read: Callable[[int], bytes], name: str, then: str, file: str = "FILE") -> None:
        self.name = name
        self.then, self._file = then, file
        self._read = read
        self._form = "its"
        self._head = self._beginning()
        form = packing_of(self._head)
        if form is not None:
            self._read = Unpacked(self._head, read, form).read
            self._form = f"its {form}"
            self._head = self._beginning()
            if packing_of(self._head):
                raise UnreadableInput(f"{name} is packed twice; unpack it once")
        self._refused()
        self.codec = next((codec for mark, codec in _MARKS if self._head.startswith(mark)), None)
        self._decoder = codecs.getincrementaldecoder(self.codec)("surrogatepass") if self.codec else None
        self.ready = b""

    def more(self) -> bool:
        """Read on into `ready`, which is still to be read; say whether there was more."""
        piece = self._next()
        self.ready += piece
        return bool(piece)

    def take(self, size: int) -> bytes:
        """Return the first so many bytes of `ready`; they are read then."""
        taken, self.ready = self.ready[:size], self.ready[size:]
        return taken

    def read(self) -> bytes:
        """Return the next piece of any size, nothing at the end.

        Raises:
            UnreadableInput: it cannot be read, or is damaged.
        """
        piece, self.ready = self.ready, b""
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
        """Return enough bytes to know a mark by, unless there are fewer."""
        head = b""
        while len(head) < 6 and (piece := self._raw(PIECE)):
            head += piece
        return head

    def _refused(self) -> None:
        """Refuse what is no text; only what may be some other form is waited for."""
        while not _looks_like_text(self._head) and len(self._head) < ENOUGH and (piece := self._raw(PIECE)):
            self._head += piece
        refuse_others(self._head, self.name, self.then, self._file)

    def _raw(self, size: int) -> bytes:
        try:
            return self._read(size)
        except EOFError:
            problem = f"{self.name} is cut off: {self._form} data has no end"
            raise UnreadableInput(problem) from None
        except OSError as problem:
            raise UnreadableInput(f"{self.name} cannot be read: {problem.strerror}") from None
        except ValueError as damage:
            raise UnreadableInput(f"{self.name} cannot be read: {damage}") from None


def _looks_like_text(head: bytes) -> bool:
    """Say whether the first bytes are a whole line of text, as they are when somebody types."""
    return head.endswith(b"\n") and not is_binary(head)


def text_of(raw: bytes) -> str:
    """Return bytes as text to compare names with: UTF-8, else what Windows writes in the west."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            return raw.decode("latin-1")
