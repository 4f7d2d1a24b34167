"""Reads JSON files that a stranger may have written, or says what is wrong with them."""

from __future__ import annotations

import json
import os
import stat
from typing import Any, NoReturn

from immunocli.errors import InvalidData
from immunocli.text import clean, quote

# A file this large is no data set of therapies; reading it would only cost the user's memory.
LARGEST_FILE = 190_000_000
_LONGEST_NUMBER = 18
# A value takes so many bytes of memory at least; a file that would take so many times its size holds no records.
_BYTES_OF_VALUE, _MOST_GROWTH, _LEAST_WEIGHED = 60, 10, 10_000_000


def read_bytes(path: str) -> bytes:
    """Return the content of a regular file.

    Raises:
        InvalidData: it is missing, not a regular file, too large or unreadable.
    """
    name = clean(os.path.basename(path))
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            raise InvalidData(f"{name}: not a regular file in {quote(os.path.dirname(path))}")
        if about.st_size > LARGEST_FILE:
            raise InvalidData(f"{name}: larger than {LARGEST_FILE // 1_000_000} MB")
        with open(path, "rb") as file:
            return file.read(about.st_size + 1)  # room is made for all that is asked for
    except FileNotFoundError:
        raise InvalidData(f"{name}: missing from {quote(os.path.dirname(path))}") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a usable path"
        raise InvalidData(f"{name}: cannot be read: {reason}") from None


def parse(name: str, content: bytes) -> Any:
    """Return the value that `content` holds.

    Args:
        name: the file's name, for messages.
        content: JSON in UTF-8, without byte order mark, NaN, doubled keys or control characters.

    Raises:
        InvalidData: anything else; the message names file and line.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        raise InvalidData(f"{name}: starts with a byte order mark; save it as plain UTF-8")
    if content.startswith(b"version https://git-lfs"):
        raise InvalidData(f"{name}: is a Git LFS pointer, not the data; run: git lfs pull")
    if len(content) > _LEAST_WEIGHED:
        values = sum(map(content.count, (b",", b"[", b"{")))
        if values * _BYTES_OF_VALUE > _MOST_GROWTH * len(content):
            raise InvalidData(f"{name}: holds {values:,} values that say next to nothing; it is no data set")
    try:
        text = content.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
        )
        _refuse_hidden_characters(name, value)
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise InvalidData(f"{name}: line {line}: not valid UTF-8") from None
    except json.JSONDecodeError as problem:
        raise InvalidData(f"{name}: line {problem.lineno}: {problem.msg}") from None
    except _Refused as problem:
        raise InvalidData(f"{name}: {problem}") from None
    except (RecursionError, MemoryError):
        raise InvalidData(f"{name}: nested too deeply") from None
    return value


class _Refused(Exception):
    """The file is JSON, but not such as we trust."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(f"the key {quote(double)} stands twice in one object")
    return found


def _constant(word: str) -> NoReturn:
    raise _Refused(f"{word} is not a value that JSON knows")


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _Refused(f"the number {quote(digits)} is too large")
    return int(digits)


def _refuse_hidden_characters(name: str, value: Any, where: str = "") -> None:
    """Refuse control, bidirectional and surrogate characters anywhere in the texts."""
    if isinstance(value, str):
        if not value.isprintable():
            raise _Refused(f"{where.lstrip('.') or 'text'}: hidden character in {quote(value)}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _refuse_hidden_characters(name, item, f"{where}[{number}]")
    elif isinstance(value, dict):
        place = f"[{value['id']}]" if isinstance(value.get("id"), str) else ""
        for key, item in value.items():
            _refuse_hidden_characters(name, key, where)
            _refuse_hidden_characters(name, item, f"{where}{place}.{clean(key)}")
