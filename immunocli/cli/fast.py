"""Reads plain requests without Typer, from the same declarations.

It can only answer or decline: whatever is not understood in full goes to Typer, the only voice.
"""

from __future__ import annotations

from immunocli.cli.declared import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def parse(arguments: list[str], *, joined_up: bool = False) -> tuple[str, dict[str, Any]] | None:
    """Return the command and the values of all its parameters, or None to decline.

    Args:
        arguments: the command line.
        joined_up: what follows a name given to an option is known not to be part of it.
    """
    if not arguments or arguments[0] not in COMMANDS:
        return None
    parameters = COMMANDS[arguments[0]].all()
    flags = {flag: one for one in parameters for flag in one.flags}
    values: dict[str, Any] = {one.name: one.default for one in parameters}
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
        if option.kind == "flag":
            if joined:
                return None
            values[option.name] = True
            continue
        if not joined:
            value = next(rest, "")
        if not value or (value[0] == "-" and value != "-") or not value.isprintable():
            return None
        if value == "-" and option.name != "output":
            return None
        named = option.completes == (option.name,)
        if option.kind == "number":
            if option.name in given or not (value.isascii() and value.isdigit() and len(value) < 10):
                return None
            given.add(option.name)
            values[option.name] = int(value)
        elif option.kind == "list":
            values[option.name] = [*(values[option.name] or ()), value]
        elif option.name in given and option.name != "data":
            return None  # twice what may be given once
        else:
            given.add(option.name)
            values[option.name] = value
    if any(not word or not word.isprintable() for word in loose):
        return None
    for one in parameters:
        if one.flags:
            continue
        if one.kind == "list":
            values[one.name], loose = loose or values[one.name], []
        elif loose:
            values[one.name] = loose.pop(0)
    if loose or any(value is ... for value in values.values()):
        return None
    return arguments[0], values
