"""Builds the Typer side of the command line: help, errors and every odd form."""

from __future__ import annotations

import inspect
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

# Typer sizes its help by these before anything of ours runs; what is no width would break it.
for _name in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
    _value = os.environ.get(_name, "")
    if _value and not (_value.isascii() and _value.isdigit() and 0 < int(_value[:9]) < 10_000):
        del os.environ[_name]

import typer  # noqa: E402  # only after its environment is safe
from typer.core import TyperCommand, TyperGroup  # noqa: E402

from immunocli import __version__  # noqa: E402
from immunocli.cli import call, function_of  # noqa: E402
from immunocli.cli.declared import COMMANDS, GROUPS  # noqa: E402
from immunocli.errors import UsageError  # noqa: E402
from immunocli.text import clean  # noqa: E402

if TYPE_CHECKING:
    from immunocli.cli.parameters import Parameter

_UsageProblem: Any = typer.BadParameter.__base__
_Problem: Any = _UsageProblem.__base__
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 80}
_TOP = """\
Cancer immunotherapies: what they are, what the FDA approved them for,
and since when.

Examples:
  immuno therapies --cancer melanoma
  immuno show keytruda
  immuno define checkpoint-inhibitor
  immuno faq "will I lose my hair"
  immuno changes --since 2026
  immuno therapies --cancer lung --format json | jq -r '.results[].name'

Offline. Reference information, not medical advice."""


class _WithExamples:
    """Help that begins with what the command does and its examples."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write help: what it does and examples first, then usage and options."""
        formatter.write((inspect.cleandoc(self.help or "")).strip() + "\n\n")  # type: ignore[attr-defined]
        self.format_usage(ctx, formatter)  # type: ignore[attr-defined]
        self.format_options(ctx, formatter)  # type: ignore[attr-defined]


class Command(_WithExamples, TyperCommand):
    """One command."""


class Group(_WithExamples, TyperGroup):
    """All commands; the module of one is imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        return typer.main.get_command(_app_of(cmd_name))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands with their lines by group, none of them imported, then the options."""
        for group in GROUPS:
            with formatter.section(group):
                lines = [(name, one.line) for name, one in COMMANDS.items() if one.group == group]
                formatter.write_dl(lines)
        TyperCommand.format_options(self, ctx, formatter)  # type: ignore[arg-type]


def signature_of(name: str) -> inspect.Signature:
    """Return a command's signature as Typer reads it, from its declaration."""
    parameters = sorted(COMMANDS[name].all(), key=lambda one: one.default is not ...)
    return inspect.Signature([_as_typer_has_it(one) for one in parameters], return_annotation=None)


def _as_typer_has_it(one: Parameter) -> inspect.Parameter:
    plain: Any = {"flag": bool, "number": int, "list": list[str]}.get(one.kind, str)
    if one.default is None:
        plain = plain | None
    if one.flags:
        told: Any = typer.Option(
            *one.flags, metavar=None if one.kind == "flag" else one.metavar, help=one.about,
            min=0 if one.kind == "number" else None, rich_help_panel=one.panel, show_default=False,
        )  # fmt: skip
    else:
        told = typer.Argument(metavar=one.metavar, help=one.about, show_default=False)
    empty = inspect.Parameter.empty
    return inspect.Parameter(
        one.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=empty if one.default is ... else one.default,
        annotation=Annotated[plain, told],
    )


def _app_of(name: str) -> typer.Typer:
    signature = signature_of(name)

    def command(**values: Any) -> int:
        return call(name, values)

    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    command.__doc__ = function_of(name).__doc__
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command, context_settings=_CONTEXT)(command)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from immunocli.catalogue import Catalogue
        from immunocli.cli import streams

        edition = Catalogue(os.environ.get("IMMUNO_DATA") or None).edition
        streams.write(
            [
                f"immuno {__version__}, data edition {edition['edition']} as of {edition['as_of']}, "
                f"sources read {edition['checked']}, schema version {edition['schema_version']}\n"
            ]
        )
        raise typer.Exit()


def _top(
    context: typer.Context,
    version: bool = typer.Option(
        False, "--version", "-V", callback=_version, is_eager=True, help="Program, data edition, schema."
    ),
    data: str | None = typer.Option(None, "--data", metavar="DIR", help="Another data directory."),
) -> None:
    if data is not None:
        os.environ["IMMUNO_DATA"] = data


def program() -> Any:
    """Return the whole command line as Typer's command object."""
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_CONTEXT,
        add_completion=False,
        help=_TOP,
    )
    app.callback(cls=Group, help=_TOP, context_settings=_CONTEXT, invoke_without_command=False)(_top)
    return typer.main.get_command(app)


def run_typer(arguments: Sequence[str]) -> int:
    """Answer a command line through Typer.

    Raises:
        UsageError: Typer does not accept it.
    """
    import contextlib
    import io

    from immunocli.cli import streams

    # Typer prints help by itself; it is caught so that it is written as safely as an answer.
    shown, told = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(told):
            result = program().main(list(arguments) or ["--help"], prog_name="immuno", standalone_mode=False)
    except SystemExit as end:  # how Typer ends what it does for a shell's completion
        result = end.code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except _UsageProblem as problem:
        raise _told(problem, arguments) from None
    except _Problem as problem:
        raise UsageError(clean(problem.format_message())) from None
    finally:
        if shown.getvalue():
            streams.write([shown.getvalue()], human=True)
        for line in told.getvalue().splitlines():
            streams.say(line)
    return result if isinstance(result, int) else 0


def _told(problem: Any, arguments: Sequence[str]) -> UsageError:
    """Return Typer's complaint as one line, with the help to ask for."""
    message = " ".join(clean(problem.format_message()).split())
    if len(message) > 300:
        message = message[:297] + "..."
    if not message:
        message = "a command is missing"
    message = message[0].lower() + message[1:].rstrip(".")
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    return UsageError(f"{message}; see: immuno {command + ' ' if command else ''}--help")
