"""Talks to `immuno mcp` with the official SDK's own client, over standard input and output."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from tests.driver import ROOT, Immuno

_TOO_LONG = 240
Call = tuple[str, dict[str, Any]]


def talk(over: Immuno, ask: Callable[[ClientSession], Awaitable[Any]]) -> Any:
    """Start a server, let `ask` talk to it, and return what that returns."""

    async def session() -> Any:
        words = [str(word) for word in over.command("mcp")]
        server = StdioServerParameters(
            command=words[0], args=words[1:], env=over.environment(), cwd=str(ROOT)
        )
        async with (
            stdio_client(server) as (reading, writing),
            ClientSession(reading, writing) as client,
        ):
            await client.initialize()
            return await ask(client)

    async def limited() -> Any:
        return await asyncio.wait_for(session(), timeout=_TOO_LONG)

    return asyncio.run(limited())


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
