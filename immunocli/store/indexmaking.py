"""Makes the bytes of an index; `indexfile` tells their layout."""

from __future__ import annotations

import marshal

from immunocli.cached import MARSHAL_VERSION, checksum
from immunocli.store.indexfile import HEADER, MAGIC, MOST_SHAPES, NUMBER, ordered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from immunocli.store.indexfile import Kept

LONGEST_KEY = 400
# Blocks grow with the root of the size, and so does the table of contents: neither is long to read.
_LEAST_BLOCK = 4096
_SHARE_OF_ROOT = 3
# The fields of so many values are told once.
_ALIKE = 100


def build(
    meta: Mapping[str, Any],
    values: Mapping[str, Any],
    rare: tuple[str, ...] = (),
    scattered: tuple[str, ...] = (),
) -> bytes:
    """Return the bytes of an index.

    Args:
        meta: what the whole says of itself, of plain built-in types.
        values: key to any value of plain built-in types; a list of bytes is kept row by row, see `Index.rows`.
        rare: how keys begin whose values are worth more when small than when read fast.
        scattered: how keys begin that are asked for here and there: their blocks are the shortest.

    Raises:
        ValueError: a key is empty, longer than LONGEST_KEY or of several lines.
    """
    out = [b" " * HEADER]
    place = HEADER
    packed: list[tuple[str, Kept]] = []
    shapes = _shapes(values)
    for key in sorted(values):
        value = values[key]
        if not 0 < len(key) <= LONGEST_KEY or "\n" in key:
            raise ValueError(f"not a key: {key[:60]!r}")
        if isinstance(value, list) and value and all(isinstance(row, bytes) for row in value):
            out += value
            value, place = _in_rows(value, place)
        packed.append((key, _kept(value, shapes)))
    wanted = max(_LEAST_BLOCK, int(_SHARE_OF_ROOT * sum(len(value) for _, value in packed) ** 0.5))
    firsts: list[bytes] = []
    places: list[bytes] = []
    sums: list[bytes] = []
    for block, deflated in _cut(packed, wanted, rare, scattered):
        content = _marshalled(block)
        if deflated:
            import zlib  # only for these

            content = zlib.compress(content, 9)
        firsts.append(ordered(block[0][0]))
        places.append(place.to_bytes(NUMBER, "little"))
        sums.append(checksum(content))
        out.append(content)
        place += len(content)
    places.append(place.to_bytes(NUMBER, "little"))
    told = dict(meta), tuple(shapes), b"\n".join(firsts), b"".join(places), b"".join(sums)
    contents = marshal.dumps(told, MARSHAL_VERSION)
    out.append(contents)
    out[0] = b"%b %020d %020d %b\n" % (MAGIC, place, len(contents), checksum(contents))
    return b"".join(out)


def _in_rows(rows: Sequence[bytes], place: int) -> tuple[tuple[bytes, bytes], int]:
    """Return where rows begin and the last ends, with their hashes, in place of them; and where that is.

    Args:
        rows: of a table.
        place: where the first begins.
    """
    places = [place.to_bytes(NUMBER, "little")]
    for row in rows:
        place += len(row)
        places.append(place.to_bytes(NUMBER, "little"))
    return (b"".join(places), b"".join(map(checksum, rows))), place


def _shapes(values: Mapping[str, Any]) -> dict[tuple[str, ...], int]:
    """Return the fields that many values have, and no others, in their order, with a number."""
    counts: dict[tuple[str, ...], int] = {}
    for value in values.values():
        if isinstance(value, dict):
            fields = tuple(value)
            counts[fields] = counts.get(fields, 0) + 1
    alike = sorted(
        (fields for fields in counts if counts[fields] >= _ALIKE), key=lambda one: (-counts[one], one)
    )
    return {fields: number for number, fields in enumerate(alike[:MOST_SHAPES])}


def _kept(value: Any, shapes: Mapping[tuple[str, ...], int]) -> Kept:
    """Return what is kept of a value."""
    if isinstance(value, str):
        return value
    number = shapes.get(tuple(value)) if isinstance(value, dict) else None
    if number is None:
        return marshal.dumps(value, MARSHAL_VERSION)
    return bytes((number,)) + marshal.dumps(tuple(value.values()), MARSHAL_VERSION)


def _cut(
    packed: Iterable[tuple[str, Kept]], wanted: int, rare: tuple[str, ...], scattered: tuple[str, ...]
) -> Iterator[tuple[list[tuple[str, Kept]], bool]]:
    """Yield blocks of so many bytes at most, and whether they are to be deflated.

    A longer value stands alone, so that no neighbor costs it.
    """
    block: list[tuple[str, Kept]] = []
    size, deflated, most = 0, False, wanted
    for key, value in packed:
        longer = size + len(key) + len(value)
        is_rare = key.startswith(rare)
        of_kind = _LEAST_BLOCK if key.startswith(scattered) else wanted
        if block and (longer > most or is_rare != deflated or of_kind != most):
            yield block, deflated
            block, longer = [], len(key) + len(value)
        deflated, most = is_rare, of_kind
        block.append((key, value))
        size = longer
    if block:
        yield block, deflated


def _marshalled(block: list[tuple[str, Kept]]) -> bytes:
    """Return the bytes of a block: keys are sorted, so the first and the last share what all do."""
    first, last = block[0][0], block[-1][0]
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    # What nothing else holds is marshalled without a number to refer to it by, which takes time to read.
    held = {key[shared:]: _alone(value) for key, value in block}
    return marshal.dumps((first[:shared], held), MARSHAL_VERSION)


def _alone(value: Kept) -> Kept:
    """Return a copy of what is kept of a value."""
    return value[:1] + value[1:] if isinstance(value, str) else bytes(memoryview(value))
