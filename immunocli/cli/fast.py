"""Reads plain requests without Typer, by the same declarations.

What it needs to know of a command, in plain built-in types, the road keeps: a lookup declares nothing.
It can only answer or decline: whatever is not understood in full goes to Typer, the only voice.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    # A parameter: its name, flags and kind, whether it names what it is called after, and its default.
    Taken = tuple[str, tuple[str, ...], str, bool, Any]
    # Of a command: has it the options of how to show an answer; all that it takes, its own first; how many are its own.
    Plain = tuple[bool, tuple[Taken, ...], int]

# By command; what the road has kept is put here.
known: dict[str, Plain] = {}


def takes(command: str) -> Plain | None:
    """Return what a command takes; None: there is no such command."""
    if command not in known:
        from immunocli.cli.declared_commands import (
            COMMANDS,  # what most lookups need of it, the road has kept
        )

        declared = COMMANDS.get(command)
        if declared is None:
            return None
        taken = [
            (one.name, one.flags, one.kind, one.completes == (one.name,), one.default)
            for one in declared.all()
        ]
        known[command] = declared.shared, tuple(taken), len(declared.parameters)
    return known[command]


def parse(arguments: list[str], *, joined_up: bool = False) -> tuple[str, dict[str, Any]] | None:
    """Return the command and the values of all its parameters, or None to decline.

    Args:
        arguments: the command line.
        joined_up: what follows a name given to an option is known not to be part of it.
    """
    taken = takes(arguments[0]) if arguments else None
    if taken is None:
        return None
    parameters = taken[1]
    flags = {flag: one for one in parameters for flag in one[1]}
    values: dict[str, Any] = {name: default for name, _, _, _, default in parameters}
    loose: list[str] = []
    given: set[str] = set()
    rest = iter(arguments[1:])
    named = False  # the word before is the name that an option was given
    for word in rest:
        if word[:1] != "-" or word == "-":
            if named and not joined_up:
                return None  # `--cancer breast cancer`: where the name ends, the data knows
            loose.append(word)
            continue
        named = False
        word, joined, value = word.partition("=")
        option = flags.get(word)
        if option is None or (joined and word[:2] != "--"):
            return None
        name, _, kind, names_itself, _ = option
        if kind == "flag":
            if joined:
                return None
            values[name] = True
            continue
        if not joined:
            value = next(rest, "")
        if not value or (value[0] == "-" and value != "-") or not value.isprintable():
            return None
        if value == "-" and name != "output":
            return None
        named = names_itself
        if kind == "number":
            if name in given or not (value.isascii() and value.isdigit() and len(value) < 10):
                return None
            given.add(name)
            values[name] = int(value)
        elif kind == "list":
            values[name] = [*(values[name] or ()), value]
        elif name in given and name != "data":
            return None  # twice what may be given once
        else:
            given.add(name)
            values[name] = value
    if any(not word or not word.isprintable() for word in loose):
        return None
    for name, its_flags, kind, _, _ in parameters:
        if its_flags:
            continue
        if kind == "list":
            values[name], loose = loose or values[name], []
        elif loose:
            values[name] = loose.pop(0)
    if loose or any(value is ... for value in values.values()):
        return None
    return arguments[0], values
