"""Adds keys to the objects of JSON Lines, leaving every byte of the input as it was."""

from __future__ import annotations

import json

from immunocli.errors import UsageError
from immunocli.tables.cutting_rows import Pieces
from immunocli.tables.decoding import text_of
from immunocli.tables.header import folded
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, NoReturn

    from immunocli.tables.decoding import Source
    from immunocli.tables.read_strings import Findings

_MOST_SHOWN = 30
# Lines wait until one has the key; this many bytes of them at most.
_MOST_HELD = 1 << 23


class JsonLines:
    """A table of one object a line, with keys added.

    Args:
        source: the input, from its first object on.
        column: the key of the strings; one object at least must have it.
        added: the new keys.
        findings: who knows what is added.
        others: further keys that decide, as `Findings.of` takes them.
        line: the number of the first line.
    """

    def __init__(
        self,
        source: Source,
        column: str,
        added: Sequence[str],
        findings: Findings,
        *,
        others: Sequence[str] = (),
        line: int = 1,
    ) -> None:
        self._pieces = Pieces(source, line)
        self._column = column
        self._others = others
        self._wanted = [column, *others]
        # Those of the wanted keys that no object had yet.
        self._missing = set(self._wanted)
        self._known: dict[str, None] = {}
        self._added = added
        self._findings = findings
        self._decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number)
        findings.begin(text_of, self._appended)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the table with its new keys, in blocks of whole lines.

        Raises:
            UnreadableInput: a line is no object of JSON; some before it were yielded.
            UsageError: no object has the key, or a new one is there already.
        """
        held: list[bytes] = []
        size = 0
        for piece, _ in self._pieces:
            done = [self._line(line) for line in piece.splitlines(keepends=True)]
            held += done
            size += len(piece)
            if held and (not self._missing or size > _MOST_HELD):
                yield b"".join(held)
                held, size = [], 0
        if self._missing and self._findings.rows:
            known = ", ".join(map(quote, list(self._known)[:_MOST_SHOWN])) or "none"
            missing = next(name for name in self._wanted if name in self._missing)
            told = f"{self._pieces.name} has no key {quote(missing)}; there are: {known}"
            raise UsageError(told, wrong=missing, known=self._known)
        if held:
            yield b"".join(held)

    def _line(self, line: bytes) -> bytes:
        """Return a line with its new keys."""
        if line.strip(b" \t\r\n"):
            line = self._annotated(line, self._parsed(line))
        self._pieces.line += 1
        return line

    def _annotated(self, line: bytes, record: dict[str, Any]) -> bytes:
        for name in self._added:
            if name in record:
                raise self._pieces.problem(f"there is a key {quote(name)} already; choose another --prefix")
        others = [[self._value(record, one)] for one in self._others]
        (found,) = self._findings.of([self._value(record, self._column)], *others)
        end = line.rindex(b"}")
        return line[:end] + (found if record else found.lstrip(b", ")) + line[end:]

    def _value(self, record: dict[str, Any], name: str) -> bytes:
        """Return what a record says under a key; where it has none, one that differs in spaces alone."""
        if name not in record:
            if len(self._known) < _MOST_SHOWN:
                self._known.update(dict.fromkeys(record))
            near = [key for key in record if folded(key) == folded(name)]
            if len(near) != 1:
                return b""
            value = record[near[0]]
        else:
            value = record[name]
        self._missing.discard(name)
        return _said(value).encode()

    def _parsed(self, line: bytes) -> dict[str, Any]:
        """Return the object that a line holds."""
        try:
            record = self._decoder.decode(line.decode())
            if b"\\ud" in line.lower():
                json.dumps(record, ensure_ascii=False).encode()
        except UnicodeDecodeError:
            raise self._pieces.problem("the text is not UTF-8") from None
        except UnicodeEncodeError:
            raise self._pieces.problem("half of a surrogate pair stands alone") from None
        except RecursionError:
            raise self._pieces.problem("the JSON is nested too deeply") from None
        except _Refused as problem:
            raise self._pieces.problem(str(problem)) from None
        except ValueError as problem:
            reason = getattr(problem, "msg", "a number with too many digits")
            raise self._pieces.problem(
                f"no JSON object on a line of its own ({reason}); jq -c . puts each on one"
            ) from None
        if not isinstance(record, dict):
            raise self._pieces.problem("no JSON object")
        return record

    def _appended(self, cells: Sequence[str]) -> bytes:
        """Return keys and cells as they stand before the end of an object."""
        pairs = zip(self._added, cells, strict=True)
        text = "".join(f", {json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in pairs)
        return text.encode()


class _Refused(ValueError):
    """What JSON parsers disagree about."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Refused("a key stands twice in an object")
    return found


def _no_number(name: str) -> NoReturn:
    raise _Refused(f"{name} is not a number in JSON")


def _said(value: Any) -> str:
    """Return the string to look up: a list of strings names several."""
    if isinstance(value, list):
        return "; ".join(one for one in value if isinstance(one, str))
    return value if isinstance(value, str) else ""
