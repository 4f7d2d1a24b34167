"""The command line: its commands, and the way in."""

from __future__ import annotations

import os
import sys

import immunocli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_INTERRUPTED, _READER_GONE, _BUG = 130, 141, 70


def main(at_end: Callable[[], None] | None = None) -> None:
    """Run the program on its arguments and end the process with the documented exit code.

    Args:
        at_end: what to do once everything is told.
    """
    try:
        code = run(list(map(_as_utf8, sys.argv[1:])))
    except KeyboardInterrupt:  # pressed while something else was being told
        code = _INTERRUPTED
    try:
        if at_end is not None:
            at_end()
    except (KeyboardInterrupt, OSError, MemoryError):
        pass  # the answer is out
    # What is left of an ordinary exit takes longer than a lookup; nothing is buffered by now.
    os._exit(code)


def _as_utf8(argument: str) -> str:
    """Return an argument as it was typed where Python was told to take it for something else than UTF-8."""
    if argument.isascii() or argument.isprintable():
        return argument
    return os.fsencode(argument).decode("utf-8", "surrogateescape")


def run(arguments: Sequence[str]) -> int:
    """Answer one command line; return its exit code. Nothing is raised."""
    from immunocli.cli import streams

    streams.read.clear()
    streams.typed[:] = arguments
    try:
        streams.fill_closed()
        return answered(list(arguments))
    except immunocli.ImmunoError as problem:
        return _tell(problem, arguments)
    except streams.ReaderGone:
        return _READER_GONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as problem:
        reason = problem.strerror or "unknown error"
        return _tell(immunocli.UnreadableInput(f"a file could not be read: {reason}"), arguments)
    except BaseException as problem:
        if isinstance(problem.__cause__, KeyboardInterrupt):  # it came while a class was made
            return _INTERRUPTED
        if os.environ.get("IMMUNO_DEBUG"):
            raise
        _tell(_bug(problem), arguments)
        return _BUG


def answered(arguments: list[str]) -> int:
    """Answer by the short road when the request is plain, else by the long one; return the exit code.

    Raises:
        ImmunoError: it cannot be answered.
    """
    if arguments[:1] == ["__complete"]:
        from immunocli.cli.completion_answer import complete

        return complete(arguments[1:])
    if arguments and arguments[-1].endswith("help") and arguments[-1] != "--help":
        from immunocli.cli.choosing_columns import for_the_asking

        told = for_the_asking(arguments)
        if told is not None:
            from immunocli.cli import streams

            streams.write(told, human=True)
            return 0
    from immunocli.cli.fast import parse

    plain = parse(arguments)
    if plain is not None:
        command, values = plain
        return call(command, values)
    from immunocli.cli.typed_as_spoken import answer  # help, names without a command, odd forms, errors

    return answer(arguments)


def function_of(command: str) -> Callable[..., int | None]:
    """Return the function that a command's name stands for, importing its module."""
    name = command.replace("-", "_")
    # importlib would cost more than the module.
    module = __import__(f"immunocli.cli.commands.{name}", fromlist=[name])
    function: Callable[..., int | None] = getattr(module, name)
    return function


def call(command: str, values: dict[str, object]) -> int:
    """Call a command with the values of its parameters, those of `Output` gathered into one."""
    from immunocli.cli.fast import takes

    taken = takes(command)
    assert taken is not None
    is_shared, parameters, many = taken
    for name, flags, _, _, _ in parameters:
        _refuse_empty(flags, values.get(name))
    if is_shared:
        from immunocli.cli.emit import Output

        own = {one[0] for one in parameters[:many]}
        shared = {one[0]: values.pop(one[0]) for one in parameters[many:] if one[0] not in own}
        out = values["out"] = Output(**shared)  # type: ignore[arg-type]  # checked by whoever parsed them
        out.flags = frozenset(flag for _, flags, *_ in parameters for flag in flags)
    return function_of(command)(**values) or 0


def _refuse_empty(flags: Sequence[str], value: object) -> None:
    """Refuse an option that is there but says nothing: `--as-of "$DAY"` with DAY unset."""
    empty = value == "" or (isinstance(value, list) and "" in value)
    if flags and empty:
        raise immunocli.UsageError(f"{flags[0]} is empty; give it a value or leave it out")


def _bug(problem: BaseException) -> immunocli.ImmunoError:
    if isinstance(problem, MemoryError):
        return immunocli.ImmunoError("not enough memory for this")
    return immunocli.ImmunoError(
        f"this should not happen ({type(problem).__name__}); IMMUNO_DEBUG=1 shows where"
    )


def _tell(problem: immunocli.ImmunoError, arguments: Sequence[str]) -> int:
    """Write an error as one line, or as an object when JSON was asked for; return its exit code."""
    from immunocli.cli.error_line import tell

    tell(problem, arguments)
    return problem.exit_code
