"""Serves over standard input and output until every question is answered, whatever the client's pipe does.

The SDK drops the calls that it is still answering when its input ends, as it does at once where a file or
another program's output is the input: here the end is told to it when the last of them is answered.
"""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import anyio
from mcp.server.stdio import stdio_server

from immunocli.errors import UnreadableInput, UnwritableOutput

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

# Seconds between two looks, and after which a question that is not answered never will be.
_BREATH, _PATIENCE = 0.005, 10.0


class Pending:
    """The questions that came in and were not answered yet, by their id."""

    def __init__(self) -> None:
        self._asked: set[str] = set()
        self.changed = 0.0

    def came(self, line: str) -> None:
        """Note what a line of the client asks, or what it no longer wants to know."""
        for message in _messages(line):
            if message.get("method") == "notifications/cancelled":
                self._asked.discard(_key((message.get("params") or {}).get("requestId")))
            elif isinstance(message.get("method"), str) and "id" in message:
                self._asked.add(_key(message["id"]))
        self.changed = anyio.current_time()

    def went(self, line: str) -> None:
        """Note which question a line to the client answers."""
        for message in _messages(line):
            if "method" not in message and "id" in message:
                self._asked.discard(_key(message["id"]))
        self.changed = anyio.current_time()

    def __bool__(self) -> bool:
        """Say whether an answer is still to come; to what is no proper question none does, however long one waits."""
        return bool(self._asked) and anyio.current_time() - self.changed < _PATIENCE


class Asking:
    """The client's lines; the end comes when all of them are answered.

    Args:
        lines: standard input.
        pending: what is not answered.
    """

    def __init__(self, lines: anyio.AsyncFile[str], pending: Pending) -> None:
        self._lines, self._pending = lines, pending

    async def __aiter__(self) -> AsyncIterator[str]:
        async for line in self._lines:
            line = _whole(line)
            self._pending.came(line)
            yield line
        while self._pending:
            await anyio.sleep(_BREATH)


class Answering:
    """Standard output, on which answers are counted.

    Args:
        stream: where they go.
        pending: what is not answered.
    """

    def __init__(self, stream: anyio.AsyncFile[str], pending: Pending) -> None:
        self._stream, self._pending = stream, pending

    async def write(self, line: str) -> None:
        """Write an answer."""
        await self._stream.write(line)
        self._pending.went(line)

    async def flush(self) -> None:
        """Send what was written."""
        await self._stream.flush()


async def served(lowlevel: Any) -> None:
    """Serve one client over the process's own streams.

    Args:
        lowlevel: the SDK's server.
    """
    pending = Pending()
    reading = TextIOWrapper(open(0, "rb", closefd=False), encoding="utf-8", errors="replace")  # noqa: SIM115
    writing = TextIOWrapper(open(1, "wb", closefd=False), encoding="utf-8")  # noqa: SIM115
    asking: Any = Asking(anyio.wrap_file(reading), pending)
    answering: Any = Answering(anyio.wrap_file(writing), pending)
    async with stdio_server(asking, answering) as (incoming, outgoing):
        await lowlevel.run(incoming, outgoing, lowlevel.create_initialization_options())


def run(lowlevel: Any) -> None:
    """Serve until the client leaves or the process is told to end.

    Args:
        lowlevel: the SDK's server.

    Raises:
        UnreadableInput: there is no standard input.
        UnwritableOutput: an answer cannot be written.
        BrokenPipeError: the client has gone.
    """
    if sys.stdin is None:
        raise UnreadableInput("standard input is closed; an assistant asks over it")
    try:
        anyio.run(served, lowlevel)
    except BaseExceptionGroup as problems:
        lost = problems.subgroup(OSError)
        if lost is None:
            raise
        reason = _first(lost)
        if isinstance(reason, BrokenPipeError):
            raise reason from None  # the client has gone; there is nobody left to tell
        raise UnwritableOutput(f"standard output: an answer cannot be written: {reason.strerror}") from None


def _first(problem: BaseException) -> OSError:
    while isinstance(problem, BaseExceptionGroup):
        problem = problem.exceptions[0]
    assert isinstance(problem, OSError)  # what the group was searched for
    return problem


def _messages(line: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return []
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]


def _whole(line: str) -> str:
    """Return a line without lone halves of letters: the SDK passes over what has one, and never answers."""
    if "\\ud" not in line.lower():
        return line
    try:
        told = json.dumps(json.loads(line), ensure_ascii=False)
    except (ValueError, RecursionError):
        return line
    return told.encode("utf-8", "replace").decode("utf-8") + "\n"


def _key(one: Any) -> str:
    return json.dumps(one)
