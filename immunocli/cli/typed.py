"""Builds the Typer side of the command line: help, errors and every odd form."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

# Typer sizes its help by these before anything of ours runs; what is no width would break it.
for _name in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
    _value = os.environ.get(_name, "")
    if _value and not (_value.isascii() and _value.isdigit() and 0 < int(_value[:9]) < 10_000):
        del os.environ[_name]

import typer  # noqa: E402  # only after its environment is safe
from typer.core import TyperCommand, TyperGroup  # noqa: E402

from immunocli import __version__  # noqa: E402
from immunocli.cli import COMMANDS, call, function_of, options  # noqa: E402
from immunocli.cli.emit import Output  # noqa: E402
from immunocli.errors import UsageError  # noqa: E402
from immunocli.text import clean  # noqa: E402

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
        """Write the commands with their lines, none of them imported, then the options."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
        TyperCommand.format_options(self, ctx, formatter)  # type: ignore[arg-type]


def signature_of(function: Callable[..., Any]) -> inspect.Signature:
    """Return a command's signature as Typer reads it: `out` stands for the options of `Output`.

    Commands name their option types without importing Typer; here the names get their meaning.
    """
    scope = {**vars(options), "Output": Output}
    own = inspect.signature(function).parameters
    shared = inspect.signature(Output).parameters if "out" in own else {}
    listed = [one for one in (*own.values(), *shared.values()) if one.name != "out"]
    found = [_evaluated(parameter, scope) for parameter in listed]
    found.sort(key=lambda one: one.default is not inspect.Parameter.empty)
    return inspect.Signature(
        [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in found], return_annotation=None
    )


def _evaluated(parameter: inspect.Parameter, scope: dict[str, Any]) -> inspect.Parameter:
    return parameter.replace(annotation=eval(parameter.annotation, scope))  # noqa: S307  # our own source


def _app_of(name: str) -> typer.Typer:
    function = function_of(name)
    signature = signature_of(function)

    def command(**values: Any) -> int:
        return call(function, values)

    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    command.__doc__ = function.__doc__
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
                f"schema version {edition['schema_version']}\n"
            ]
        )
        raise typer.Exit()


def _top(
    context: typer.Context,
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Program, data edition, schema."
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


def parameters_of_output() -> Iterator[inspect.Parameter]:
    """Yield the parameters of the options that nearly every command has."""
    for parameter in inspect.signature(Output).parameters.values():
        yield _evaluated(parameter, vars(options))


def parameters() -> Iterator[tuple[str, inspect.Parameter]]:
    """Yield every command's parameters, as Typer reads them."""
    for name in COMMANDS:
        for parameter in signature_of(function_of(name)).parameters.values():
            yield name, parameter
