"""Finds the option that a value belongs to which stands behind another: `--target checkpoint-inhibitor`."""

from __future__ import annotations

import re

from immunocli.cli.declared_commands import COMMANDS
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.cli.parameters import Parameter

_NAMED = ("type", "target", "cancer", "therapy", "biomarker")
_MOST = 2
_BETWEEN = re.compile(r" (?:or|and|oder|und) |[/;|+&]", re.IGNORECASE)


def moved(wrong: str, arguments: Sequence[str]) -> tuple[str, list[list[str]]]:
    """Return what a value is, and is not, and command lines with it behind the options that it is of; mostly none.

    Args:
        wrong: the value, as it was typed.
        arguments: the whole command line.
    """
    command = COMMANDS.get(arguments[0]) if arguments else None
    place = _place(wrong, arguments)
    if command is None or place is None:
        return "", []
    start, end, flag = place
    several = _several(wrong, arguments, flag)
    if several:
        told = f"{quote(wrong)} is {len(several)} names: repeat {flag}"
        words = [word for one in several for word in (flag, one)]
        return told, [[*arguments[:start], *words, *arguments[end:]]]
    options = [one for one in command.parameters if one.flags and one.flags[0] != flag]
    meant = _of_names(wrong, arguments, options) if flag[2:] in _NAMED else []
    meant = meant or [one for one in options if "-".join(wrong.lower().split()) in one.values]
    if not meant:
        return "", []
    before, behind = list(arguments[:start]), list(arguments[end:])
    if meant[0].completes:
        value, kinds = wrong, " and ".join(f"a {one.name}" for one in meant)
        told = f"{quote(wrong)} is {kinds}, no {flag[2:]}"
    else:
        value, kinds = "-".join(wrong.lower().split()), " and ".join(one.flags[0] for one in meant)
        told = f"{quote(wrong)} is a value of {kinds}, not of {flag}"
    return told, [[*before, one.flags[0], value, *behind] for one in meant]


def _several(wrong: str, arguments: Sequence[str], flag: str) -> list[str]:
    """Return the names that a value holds with "or" or a sign between them, each of which the option takes."""
    names = [one.strip() for one in _BETWEEN.split(wrong)]
    if len(names) < 2 or not all(names) or flag[2:] not in _NAMED:
        return []
    from immunocli.cli.unquoted_words import catalogue_for

    catalogue = catalogue_for(arguments)
    return names if all(catalogue.kinds_of(one, (flag[2:],)) for one in names) else []


def _of_names(wrong: str, arguments: Sequence[str], options: Sequence[Parameter]) -> list[Parameter]:
    from immunocli.cli.unquoted_words import catalogue_for

    by_name = {one.name: one for one in options if one.name in _NAMED}
    # Each kind by itself: a word that is a name of several is one of each.
    catalogue = catalogue_for(arguments)
    held = [one for one in _NAMED if one in by_name and catalogue.kinds_of(wrong, (one,))]
    if "target" in held and "type" in held:
        held.remove("type")  # that is called after the target
    return [by_name[one] for one in held[:_MOST]]


def _place(wrong: str, arguments: Sequence[str]) -> tuple[int, int, str] | None:
    """Return where an option and its value, of a word or several, begin and end, and the option."""
    for start, word in enumerate(arguments):
        flag, joined, value = word.partition("=")
        if flag[:2] != "--":
            continue
        said = [value] if joined else []
        end = start + 1
        while " ".join(said).casefold() != wrong.casefold():
            if end >= len(arguments) or arguments[end][:1] == "-":
                break
            said.append(arguments[end])
            end += 1
        else:
            return start, end, flag
    return None
