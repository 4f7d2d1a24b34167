"""Keeps records in one sorted file, so that a question reads only what it needs.

Layout: a line of ASCII (magic, where the table of contents begins, where the file ends); the
values one after another; the sorted keys in blocks, a line each: `key TAB offset TAB length`; the
table of contents: the first key of each block and where the block begins. Values are marshalled.
"""

from __future__ import annotations

import io
import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, BinaryIO

MAGIC = b"immuno-index-3"
# Under this key an index tells which files it was made from; a space sorts before all others.
INPUTS = " inputs"
LONGEST_KEY = 400
_HEADER = len(MAGIC) + 1 + 20 + 1 + 20 + 1
# Version 4 of the format is written and read alike by every Python that we support.
_MARSHAL_VERSION = 4
# Blocks grow with the root of the number of keys, and so does the table of contents: neither is
# ever long to read.
_SHARE_OF_ROOT = 0.25


class Damaged(ValueError):
    """These bytes are not an index."""


def build(records: Mapping[str, Any]) -> bytes:
    """Return the bytes of an index over `records`: key to any value of plain built-in types."""
    out = io.BytesIO()
    out.write(b" " * _HEADER)
    lines: list[tuple[bytes, bytes]] = []
    for key in sorted(records, key=_encoded):
        value = marshal.dumps(records[key], _MARSHAL_VERSION)
        encoded = _encoded(key)
        if len(encoded) > LONGEST_KEY or b"\t" in encoded or b"\n" in encoded:
            raise ValueError(f"not a key: {key!r}")
        lines.append((encoded, b"%b\t%d\t%d\n" % (encoded, out.tell(), len(value))))
        out.write(value)
    firsts: list[bytes] = []
    begins: list[int] = []
    step = max(1, round(_SHARE_OF_ROOT * len(lines) ** 0.5))
    for place in range(0, len(lines), step):
        firsts.append(lines[place][0])
        begins.append(out.tell())
        out.write(b"".join(line for _, line in lines[place : place + step]))
    contents = out.tell()
    begins.append(contents)
    out.write(marshal.dumps((firsts, begins), _MARSHAL_VERSION))
    out.seek(0)
    out.write(b"%b %020d %020d\n" % (MAGIC, contents, out.getbuffer().nbytes))
    return out.getvalue()


def _encoded(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")


class Index:
    """Looks up records by key in an open index file.

    Args:
        file: a seekable binary file as `build` makes them; it stays open.

    Raises:
        Damaged: the file does not begin, or does not end, as an index does.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        header = file.read(_HEADER)
        try:
            magic, contents, end = header.split()
            if magic != MAGIC or file.seek(0, 2) != int(end):
                raise ValueError
            file.seek(int(contents))
            self._firsts, self._begins = marshal.loads(file.read())
        except (ValueError, EOFError, TypeError):
            raise Damaged("not a whole index") from None

    def __del__(self) -> None:
        """Close the file, which would otherwise be told as forgotten."""
        self._file.close()

    def get(self, key: str) -> Any:
        """Return the value stored under `key`, or None."""
        wanted = _encoded(key)
        if b"\t" in wanted or b"\n" in wanted:
            return None  # no key has them, and a line of keys must not be read across its end
        lines = self._block(self._place(wanted))
        start = lines.find(b"\n" + wanted + b"\t")
        return None if start < 0 else self._value(lines, start + len(wanted) + 2)

    def under(self, prefix: str) -> Iterator[tuple[str, Any]]:
        """Yield the rest of every key that starts with `prefix`, with its value, sorted."""
        wanted = _encoded(prefix)
        for place in range(self._place(wanted), len(self._firsts)):
            lines = self._block(place)
            start = 0
            while (end := lines.find(b"\n", start + 1)) > 0:
                key = lines[start + 1 : lines.index(b"\t", start)]
                if key.startswith(wanted):
                    rest = key[len(wanted) :].decode("utf-8", "surrogatepass")
                    yield rest, self._value(lines, start + len(key) + 2)
                elif key > wanted:
                    return
                start = end

    def _place(self, wanted: bytes) -> int:
        """Return the number of the block in which a key would stand."""
        low, high = 0, len(self._firsts)
        while low < high:
            middle = (low + high) // 2
            if self._firsts[middle] <= wanted:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)

    def _block(self, place: int) -> bytes:
        """Return the lines of a block, each behind a line end."""
        if not self._firsts:
            return b""
        self._file.seek(self._begins[place])
        return b"\n" + self._file.read(self._begins[place + 1] - self._begins[place])

    def _value(self, lines: bytes, start: int) -> Any:
        offset, length = lines[start : lines.index(b"\n", start)].split(b"\t")
        self._file.seek(int(offset))
        return marshal.loads(self._file.read(int(length)))
