"""Reads plain requests without Typer, from a table generated out of the Typer signatures.

It can only answer or decline: whatever is not understood in full goes to Typer, the only voice.
"""

from __future__ import annotations

from immunocli.cli._interface import COMMANDS, DEFAULTS, SHARED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def parse(arguments: list[str]) -> tuple[str, dict[str, Any]] | None:
    """Return the command and the values of all its parameters, or None to decline."""
    if not arguments or arguments[0] not in COMMANDS:
        return None
    shares, own, positional, defaults = COMMANDS[arguments[0]]
    shared = SHARED if shares else {}
    values: dict[str, Any] = {**defaults, **DEFAULTS} if shares else dict(defaults)
    loose: list[str] = []
    rest = iter(arguments[1:])
    for word in rest:
        if word[:1] != "-" or word == "-":
            loose.append(word)
            continue
        word, joined, value = word.partition("=")
        option = own.get(word) or shared.get(word)
        if option is None or (joined and word[:2] != "--"):
            return None
        name, kind = option
        if kind == "flag":
            if joined:
                return None
            values[name] = True
            continue
        if not joined:
            value = next(rest, "-")
        if not value or value[0] == "-" or not value.isprintable():
            return None
        if kind == "number":
            if not (value.isascii() and value.isdigit() and len(value) < 10):
                return None
            values[name] = int(value)
        elif kind == "list":
            values[name] = [*(values[name] or ()), value]
        else:
            values[name] = value
    if any(not word or not word.isprintable() for word in loose):
        return None
    for name, kind in positional:
        if kind == "list":
            values[name], loose = loose or values[name], []
        elif loose:
            values[name] = loose.pop(0)
    if loose or any(value is ... for value in values.values()):
        return None
    return arguments[0], values
