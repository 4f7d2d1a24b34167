"""Finds what a mistyped command, option or value may be meant for."""

from __future__ import annotations

from immunocli.cli.declared import COMMANDS
from immunocli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 40


def no_such_option(command: str, word: str, flags: Iterable[str]) -> UsageError:
    """Return the error for an option that there is not."""
    from immunocli.cli.telling import line
    from immunocli.text import quote

    flag = word.partition("=")[0]
    near = nearest(flag, flags)
    told = f"{command} has no option {quote(flag)}" if command else f"no option {quote(flag)}"
    if near:
        return UsageError(told, near, wrong=flag)
    others = [name for name, one in COMMANDS.items() if any(flag in each.flags for each in one.all())]
    if not command and others:
        stands = f"{quote(flag)} stands behind a command"
        return UsageError(stands, advice=line([others[0], "--help"]))
    return UsageError(told, advice=line([*filter(None, [command]), "--help"]))


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return what a word may be a slip for, likeliest first."""
    from difflib import get_close_matches

    plain = word.lower()[:_LONGEST]
    names = list(known)
    begun = [one for one in names if len(plain) > 2 and one.startswith(plain)]
    return list(dict.fromkeys([*begun, *get_close_matches(plain, names, 3, 0.7)]))[:3]
