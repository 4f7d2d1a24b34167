"""Keeps records in one sorted file, so that a question reads only what it needs.

Layout: a line of ASCII (magic, then where the keys begin and end), the values one after another,
then the sorted keys, a line each: `key TAB offset TAB length`. Values are marshalled.
"""

from __future__ import annotations

import io
import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, BinaryIO

MAGIC = b"immuno-index-1"
# Under this key an index tells which files it was made from; a space sorts before all others.
INPUTS = " inputs"
LONGEST_KEY = 400
_HEADER = len(MAGIC) + 1 + 20 + 1 + 20 + 1
# Version 4 of the format is written and read alike by every Python that we support.
_MARSHAL_VERSION = 4
_BLOCK = 2048


class Damaged(ValueError):
    """These bytes are not an index."""


def build(records: Mapping[str, Any]) -> bytes:
    """Return the bytes of an index over `records`: key to any value of plain built-in types."""
    out = io.BytesIO()
    out.write(b" " * _HEADER)
    keys = []
    for key in sorted(records, key=_encoded):
        value = marshal.dumps(records[key], _MARSHAL_VERSION)
        encoded = _encoded(key)
        if len(encoded) > LONGEST_KEY or b"\t" in encoded or b"\n" in encoded:
            raise ValueError(f"not a key: {key!r}")
        keys.append(b"%b\t%d\t%d\n" % (encoded, out.tell(), len(value)))
        out.write(value)
    first = out.tell()
    out.write(b"".join(keys))
    end = out.tell()
    out.seek(0)
    out.write(b"%b %020d %020d\n" % (MAGIC, first, end))
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
            magic, first, end = header.split()
            self._first, self._end = int(first), int(end)
        except ValueError:
            raise Damaged("not an index") from None
        if magic != MAGIC or file.seek(0, 2) != self._end or not self._first >= _HEADER:
            raise Damaged("not a whole index")

    def get(self, key: str) -> Any:
        """Return the value stored under `key`, or None."""
        wanted = _encoded(key)
        if len(wanted) > LONGEST_KEY:
            return None
        line = self._line_at(self._position(wanted))
        found, _, place = line.partition(b"\t")
        return self._value(place) if found == wanted else None

    def under(self, prefix: str) -> Iterator[tuple[str, Any]]:
        """Yield the rest of every key that starts with `prefix`, with its value, sorted."""
        wanted = _encoded(prefix)
        position = self._position(wanted)
        while line := self._line_at(position):
            key, _, place = line.partition(b"\t")
            if not key.startswith(wanted):
                return
            position += len(line)
            yield key[len(wanted) :].decode("utf-8", "surrogatepass"), self._value(place)

    def _value(self, place: bytes) -> Any:
        offset, length = place.split(b"\t")
        self._file.seek(int(offset))
        return marshal.loads(self._file.read(int(length)))

    def _position(self, wanted: bytes) -> int:
        """Return where the first line begins whose key is not less than `wanted`."""
        low, high = self._first, self._end
        while low < high:
            start = self._start_of_line((low + high) // 2)
            line = self._line_at(start)
            if line.partition(b"\t")[0] < wanted:
                low = start + len(line)
            else:
                high = start
        return low

    def _start_of_line(self, position: int) -> int:
        back = max(self._first, position - _BLOCK // 2)
        self._file.seek(back)
        newline = self._file.read(position - back).rfind(b"\n")
        return back if newline < 0 else back + newline + 1

    def _line_at(self, start: int) -> bytes:
        self._file.seek(start)
        block = self._file.read(min(_BLOCK, self._end - start))
        return block[: block.find(b"\n") + 1]
