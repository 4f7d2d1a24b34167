"""Adds keys to the objects of JSON Lines, leaving every byte of the input as it was."""

from __future__ import annotations

import json

from immunocli.errors import UsageError
from immunocli.tables.decoding import UTF8_MARK, text_of
from immunocli.tables.pieces import Pieces
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, NoReturn

    from immunocli.tables.decoding import Source
    from immunocli.tables.finding import Findings

_MOST_SHOWN = 30


class JsonLines:
    """A table of one object a line, with keys added.

    Args:
        source: the input.
        column: the key of the strings; the first object must have it.
        added: the new keys.
        findings: who knows what is added.
    """

    def __init__(self, source: Source, column: str, added: Sequence[str], findings: Findings) -> None:
        self._pieces = Pieces(source)
        self._column = column
        self._added = added
        self._findings = findings
        self._decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number)
        findings.begin(text_of, self._appended)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the table with its new keys, in blocks of whole lines.

        Raises:
            UnreadableInput: a line is no object of JSON; some before it were yielded.
            UsageError: there is no such key, or a new one is there already.
        """
        begun = False
        for piece, _ in self._pieces:
            done = []
            for line in piece.splitlines(keepends=True):
                mark = UTF8_MARK if self._pieces.line == 1 and line.startswith(UTF8_MARK) else b""
                if line.strip(b" \t\r\n" + mark):
                    record = self._parsed(line[len(mark) :])
                    if not begun:
                        self._require_column(record)
                        begun = True
                    done.append(self._annotated(line, record))
                else:
                    done.append(line)
                self._pieces.line += 1
            if done:
                yield b"".join(done)

    def _annotated(self, line: bytes, record: dict[str, Any]) -> bytes:
        for name in self._added:
            if name in record:
                raise self._pieces.problem(f"there is a key {quote(name)} already; choose another --prefix")
        found = self._findings.of([_said(record.get(self._column)).encode()])[0]
        end = line.rindex(b"}")
        return line[:end] + (found if record else found.lstrip(b", ")) + line[end:]

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
            raise self._pieces.problem(f"no JSON object on a line of its own ({reason})") from None
        if not isinstance(record, dict):
            raise self._pieces.problem("no JSON object")
        return record

    def _require_column(self, record: dict[str, Any]) -> None:
        if self._column not in record:
            known = ", ".join(map(quote, list(record)[:_MOST_SHOWN])) or "none"
            raise UsageError(
                f"{self._pieces.name}, line {self._pieces.line}: no key {quote(self._column)}; "
                f"there are: {known}"
            )

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
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return value if isinstance(value, str) else ""
