"""Builds the Typer side of the command line: every odd form, and errors."""

from __future__ import annotations

import inspect
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

# Typer sizes itself by these when it is imported; what is no width would break it.
for _name in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
    _value = os.environ.get(_name, "")
    if _value and not (_value.isascii() and _value.isdigit() and 0 < int(_value[:9]) < 10_000):
        del os.environ[_name]

import typer  # noqa: E402  # only after its environment is safe
from typer.core import TyperCommand  # noqa: E402

from immunocli.cli import call  # noqa: E402
from immunocli.cli.declared_commands import COMMANDS  # noqa: E402
from immunocli.cli.did_you_mean import no_such_option  # noqa: E402
from immunocli.cli.error_line import example, line  # noqa: E402
from immunocli.errors import UsageError  # noqa: E402
from immunocli.text import clean, quote  # noqa: E402

if TYPE_CHECKING:
    from immunocli.cli.parameters import Parameter

_UsageProblem: Any = typer.BadParameter.__base__
_Problem: Any = _UsageProblem.__base__


def run_typer(arguments: Sequence[str]) -> int:
    """Answer a command line, its first word a command, through Typer.

    Raises:
        UsageError: Typer does not accept it.
    """
    name = arguments[0]
    try:
        result = _program(name).main(list(arguments[1:]), prog_name=f"immuno {name}", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except _Problem as problem:
        raise _told(problem, name, arguments[1:]) from None
    return result if isinstance(result, int) else 0


def _program(name: str) -> Any:
    """Return a command as Typer's command object."""
    signature = signature_of(name)

    def command(**values: Any) -> int:
        return call(name, values)

    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    # Help is ours, see `helping`.
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=TyperCommand, add_help_option=False)(command)
    return typer.main.get_command(app)


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
            parser=_whole if one.kind == "number" else None, rich_help_panel=one.panel, show_default=False,
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


def _whole(text: str) -> int:
    """Return a whole number from 0 on, as everybody writes one."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _told(problem: Any, name: str, words: Sequence[str]) -> UsageError:
    """Return Typer's complaint as one line of ours, with something to try."""
    command = COMMANDS[name]
    kind = type(problem).__name__
    flags = [flag for one in command.all() for flag in one.flags]
    flag = getattr(problem, "option_name", None)
    if kind == "NoSuchOption" and isinstance(flag, str):
        return no_such_option(name, flag, flags, words)
    if kind == "BadOptionUsage" and isinstance(flag, str):
        known = next((one for one in command.all() if flag in one.flags), None)
        if known is not None and known.kind == "flag":
            own = [flag if word.startswith(f"{flag}=") else word for word in words]
            return UsageError(f"{flag} takes no value", advice=line([name, *own]))
        return UsageError(f"{flag} needs a value", advice=example(name, flag))
    if kind == "MissingParameter":
        wanted = [one for one in command.all() if one.default is ...]
        told = " and ".join(f"{one.flags[0]} {one.metavar}" if one.flags else one.metavar for one in wanted)
        if name == "annotate" and words and words[0][:1] != "-":
            from immunocli.cli.streams import opened
            from immunocli.cli.user_columns import columns_of, likeliest, without_header
            from immunocli.cli.user_columns import told as names_of

            columns = columns_of(words[0])
            if columns and (headless := without_header(opened(None), words[0], columns)):
                return headless
            if columns:
                told = f"{told}, one of: {clean(names_of(columns))}"
                command_line = line([name, words[0], "--column", likeliest(columns), *words[1:]])
                return UsageError(f"{name} needs {told}", advice=command_line)
        return UsageError(f"{name} needs {told}", advice=example(name))
    wrong = getattr(getattr(problem, "param", None), "name", "")
    if any(one.name == wrong and one.kind == "number" for one in command.all()):
        flag = next(one.flags[0] for one in command.all() if one.name == wrong)
        own = _with_number(words, flag)
        return UsageError(f"{flag} takes a whole number from 0 on", advice=line([name, *own]))
    message = problem.format_message()
    if not isinstance(message, str):  # Typer 0.26.0 makes a tuple of some
        message = "; ".join(map(str, message)) if isinstance(message, tuple) else str(message)
    message = " ".join(clean(message).split()).removesuffix(".")
    if "unexpected extra argument" in message:
        extra = message.rpartition("(")[2].removesuffix(")")
        told = f"{name} takes no {quote(extra)}"
        kept = [word for word in words if word not in extra.split()]
        if name == "annotate" and len(words) - len(kept) == len(extra.split()):
            return UsageError(told, advice=line([name, *kept]))
        return UsageError(told, advice=example(name))
    message = (message[0].lower() + message[1:])[:300] if message else "this is not understood"
    return UsageError(message, advice=example(name))


def _with_number(words: Sequence[str], flag: str) -> list[str]:
    """Return a command line with a number behind an option that lacks one."""
    own = [f"{flag}=10" if word.startswith(f"{flag}=") else word for word in words]
    if flag in own[:-1]:
        own[own.index(flag) + 1] = "10"
    return own
