"""Finds what a mistyped command, option or value may be meant for."""

from __future__ import annotations

from immunocli.cli.declared import COMMANDS
from immunocli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = 40


def no_such_option(command: str, word: str, flags: Iterable[str], given: Sequence[str] = ()) -> UsageError:
    """Return the error for an option that there is not.

    Args:
        command: what was asked, if it was a command.
        word: the option, as it was typed.
        flags: the options that there are.
        given: what was typed behind the command.
    """
    from immunocli.cli.telling import line
    from immunocli.text import quote

    flag = word.partition("=")[0]
    told = f"{command} has no option {quote(flag)}" if command else f"no option {quote(flag)}"
    others = {name: each for name, one in COMMANDS.items() for each in one.all() if flag in each.flags}
    if command and others:  # no slip, but of another command
        owners = list(others)
        told += f", {' and '.join(owners[:2])} {'has' if len(owners) == 1 else 'have'}"
        valued = others[owners[0]].kind != "flag"
        return UsageError(told, advice=line([command, *_without(given, flag, valued=valued)]))
    near = nearest(flag, flags)
    if near:
        return UsageError(told, near, wrong=flag)
    if others:
        stands = f"{quote(flag)} stands behind a command"
        return UsageError(stands, advice=line([next(iter(others)), "--help"]))
    return UsageError(told, advice=line([*filter(None, [command]), "--help"]))


def _without(given: Sequence[str], flag: str, *, valued: bool) -> list[str]:
    """Return words without an option and its value; if none are left, those that help."""
    words = list(given)
    place = next((n for n, one in enumerate(words) if one.partition("=")[0] == flag), len(words))
    joined = place < len(words) and "=" in words[place]
    del words[place : place + (2 if valued and not joined else 1)]
    return words or ["--help"]


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return what a word may be a slip for, likeliest first."""
    from difflib import get_close_matches

    plain = word.lower()[:_LONGEST]
    names = list(known)
    begun = [one for one in names if len(plain) > 2 and one.startswith(plain)]
    return list(dict.fromkeys([*begun, *get_close_matches(plain, names, 3, 0.7)]))[:3]
