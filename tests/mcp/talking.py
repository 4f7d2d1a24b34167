"""Talks to `immuno mcp` with the official SDK's own client, over standard input and output."""

from __future__ import annotations

import asyncio
import atexit
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from functools import cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from tests.driver import ROOT, Immuno

if TYPE_CHECKING:
    from mcp import ClientSession

_TOO_LONG = 240
Call = tuple[str, dict[str, Any]]
Ask = Callable[["ClientSession"], Awaitable[Any]]


class Server:
    """A server that stays up, and a client that talks to it from a thread of its own.

    Args:
        over: the command line that it is started by.
    """

    def __init__(self, over: Immuno) -> None:
        self.over = over
        self.loop = asyncio.new_event_loop()
        self.asked: asyncio.Queue[tuple[Ask, Future[Any]] | None] = asyncio.Queue()
        self.thread = Thread(target=self.loop.run_until_complete, args=(self._serve(),), daemon=True)
        self.thread.start()

    def tell(self, ask: Ask) -> Any:
        """Let `ask` talk to the server, and return what that returns."""
        told: Future[Any] = Future()
        self.loop.call_soon_threadsafe(self.asked.put_nowait, (ask, told))
        return told.result(timeout=_TOO_LONG)

    def close(self) -> None:
        """Let the server end."""
        self.loop.call_soon_threadsafe(self.asked.put_nowait, None)
        self.thread.join(timeout=_TOO_LONG)

    async def _serve(self) -> None:
        # Every worker collects all tests: whoever runs none of these need not wait for the SDK.
        from mcp import ClientSession, StdioServerParameters
        from mcp.client.stdio import stdio_client

        words = [str(word) for word in self.over.command("mcp")]
        server = StdioServerParameters(
            command=words[0], args=words[1:], env=self.over.environment(), cwd=str(ROOT)
        )
        async with (
            stdio_client(server) as (reading, writing),
            ClientSession(reading, writing) as client,
        ):
            await client.initialize()
            while job := await self.asked.get():
                ask, told = job
                try:
                    told.set_result(await asyncio.wait_for(ask(client), timeout=_TOO_LONG))
                except BaseException as error:
                    told.set_exception(error)


@cache
def _server(data: Path | None, cache: Path) -> Server:
    server = Server(Immuno(data, cache))
    atexit.register(server.close)
    return server


def talk(over: Immuno, ask: Ask) -> Any:
    """Let `ask` talk to the server over some data: one for all tests, as to start it takes half a second."""
    return _server(over.data, over.cache).tell(ask)


def texts(over: Immuno, calls: list[Call], at_once: int = 32) -> list[str]:
    """Return the text of each call's answer, in order; so many calls are under way at a time."""

    async def ask(client: ClientSession) -> list[str]:
        turn = asyncio.Semaphore(at_once)

        async def one(name: str, arguments: dict[str, Any]) -> str:
            async with turn:
                told = await client.call_tool(name, arguments)
            (content,) = told.content
            return str(getattr(content, "text", ""))

        return list(await asyncio.gather(*(one(*call) for call in calls)))

    found: list[str] = talk(over, ask)
    return found


def answers(over: Immuno, *calls: Call) -> list[Any]:
    """Return the answers of calls as JSON."""
    return [json.loads(text) for text in texts(over, list(calls))]
