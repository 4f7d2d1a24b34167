"""Serves six read-only tools over stdio with the official SDK; this module alone imports it."""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import ValidationError

from immunocli import __version__
from immunocli.catalogue import Catalogue
from immunocli.errors import ImmunoError, UsageError
from immunocli.mcp.answering import refused, told
from immunocli.mcp.stdio import run
from immunocli.text import quote

_INSTRUCTIONS = (
    "Cancer immunotherapies and their FDA record, offline. Every answer says its edition, the day it is true "
    "for, notices, what was left out and what to ask next. An empty list is an answer; read its notices for "
    "how sure it is. Reference information, not medical advice."
)
_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Server(MCPServer[Any]):
    """Refuses what a tool does not take: a filter that is passed over would give a false answer."""

    @property
    def lowlevel(self) -> Any:
        """The SDK's server under this one, which is run over streams of our own."""
        return self._lowlevel_server

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call a tool; a wrong call is told as any other error is."""
        tools = {tool.name: list(tool.input_schema["properties"]) for tool in await self.list_tools()}
        try:
            if name not in tools:
                raise UsageError(f"no tool {quote(name)}; there are: {', '.join(tools)}")
            for one in arguments:
                if one not in tools[name]:
                    raise UsageError(f"{name} takes no {quote(one)}; it takes: {', '.join(tools[name])}")
            try:
                return await super().call_tool(name, arguments, context)
            except ToolError as problem:
                if isinstance(problem.__cause__, ImmunoError):
                    raise problem.__cause__ from None
                if isinstance(problem, UnexpectedToolError) or not isinstance(
                    problem.__cause__, ValidationError
                ):
                    raise
                wrong = problem.__cause__.errors()[0]
                place = ".".join(map(str, wrong["loc"]))
                raise UsageError(f"{name}: {place}: {wrong['msg']}") from None
        except ImmunoError as problem:
            return CallToolResult(content=[TextContent(type="text", text=refused(problem))], is_error=True)


def server(catalogue: Catalogue) -> Server:
    """Return a server that answers from a catalogue."""
    served = Server(
        "immuno", instructions=_INSTRUCTIONS, version=__version__, log_level="CRITICAL"
    )  # what is wrong is told to the client

    @served.tool(annotations=_READS, structured_output=False)
    def find_therapies(
        cancer: str | None = None,
        type: str | None = None,
        target: str | None = None,
        biomarker: str | None = None,
        status: str = "current",
        as_of: str | None = None,
        any_tumor: bool = False,
        skip: int = 0,
    ) -> str:
        """List immunotherapies with FDA-approved uses, by cancer (any name or code), type, target or
        biomarker asked for. status: current, past or any. as_of: a past day, YYYY[-MM[-DD]]. any_tumor:
        also approvals for any solid tumor with a marker. skip: so many results were told before.
        """
        return told(
            catalogue.therapies(
                cancer=cancer, type=type, target=target, biomarker=biomarker, status=status, as_of=as_of,
                agnostic=any_tumor,
            ),
            "find_uses gives the exact uses; show gives one therapy.",
            skip=skip,
        )  # fmt: skip

    @served.tool(annotations=_READS, structured_output=False)
    def find_uses(
        therapy: str | None = None,
        cancer: str | None = None,
        setting: str | None = None,
        line: str | None = None,
        status: str = "current",
        as_of: str | None = None,
        skip: int = 0,
    ) -> str:
        """List exact uses (indications) as the label words them: setting, line, biomarkers, exclusions,
        partners, dates, status. status: current, past or any. as_of: a past day.
        """
        return told(
            catalogue.indications(
                therapy=therapy, cancer=cancer, setting=setting, line=line, status=status, as_of=as_of
            ),
            "Give therapy and cancer together to narrow it; find_changes tells the history.",
            skip=skip,
        )

    @served.tool(annotations=_READS, structured_output=False)
    def show(name: str, as_of: str | None = None, cancer: str | None = None, skip: int = 0) -> str:
        """Tell one therapy (mechanism, boxed warnings, license, market, side effects), cancer, type, target
        or term by any of its names.
        """
        return told(
            catalogue.show([name], as_of=as_of, cancer=cancer),
            "find_uses gives every use of a therapy; find_therapies those for a cancer.",
            full=True,
            skip=skip,
        )

    @served.tool(annotations=_READS, structured_output=False)
    def find_changes(
        since: str | None = None,
        until: str | None = None,
        therapy: str | None = None,
        cancer: str | None = None,
        skip: int = 0,
    ) -> str:
        """Tell what changed in the record, newest first: approvals, narrowings, withdrawals, warnings. The
        last twelve months by default.
        """
        return told(
            catalogue.changes(since=since, until=until, therapy=therapy, cancer=cancer),
            "find_uses with as_of tells what a label said on a day.",
            skip=skip,
        )

    @served.tool(annotations=_READS, structured_output=False)
    def ask(question: str) -> str:
        """Answer a patient's question in plain words. A notice with code alarm means urgent help comes first;
        `sure` false means it may not fit.
        """
        if not question.strip():
            raise UsageError("the question is empty")
        from immunocli.found import Notice

        found = catalogue.ask(question)
        if not found.records and all(one.code == "stale" for one in found.notices):
            found.notices.append(
                Notice("none", "nothing here answers this; a doctor, nurse or pharmacist may")
            )
        return told(found, "show explains a term; alarms come before answers.")

    @served.tool(annotations=_READS, structured_output=False)
    def resolve(names: list[str], kind: str = "therapy", skip: int = 0) -> str:
        """Say what strings name, from messy tables: kind therapy, cancer or term. review yes means a person
        should look; id null means nothing known.
        """
        from immunocli.found import Found
        from immunocli.records.match import Match

        records = list(catalogue.resolve_all(names, kind))
        found: Found[Match] = Found("match", records, {"kind": kind}, catalogue.edition, (), Match.columns)
        return told(found, "show tells what an id is.", skip=skip)

    return served


def serve(catalogue: Catalogue) -> None:
    """Serve over standard input and output until the client leaves."""
    run(server(catalogue).lowlevel)
