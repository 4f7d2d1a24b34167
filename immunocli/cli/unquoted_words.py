"""Joins the words of a command line that belong together."""

from __future__ import annotations

from immunocli.cli.declared_commands import COMMANDS
from immunocli.errors import Ambiguous, ImmunoError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.cli.parameters import Parameter


def joined_up(words: list[str]) -> list[str]:
    """Return a command line with the words of each name as one word.

    `--cancer breast cancer` is one cancer. A command that takes no names of its own is asked with
    filters: `therapies breast cancer` means `therapies --cancer "breast cancer"`, and says so.
    """
    name, rest = words[0], words[1:]
    if not rest or "--" in rest:
        return words
    command = COMMANDS[name]
    flags = {flag: one for one in command.all() for flag in one.flags}
    takes_names = any(not one.flags for one in command.parameters)
    told: list[str] = [name]
    loose: list[str] = []
    given: dict[str, str] = {}
    while rest:
        word = rest.pop(0)
        if word[:1] != "-" or word == "-":
            (told if takes_names else loose).append(word)
            continue
        told.append(word)
        flag, joined, value = word.partition("=")
        option = flags.get(flag)
        if option is None:
            return words
        if option.kind == "flag":
            if joined and f"{flag}-about" in flags:  # `--boxed="liver damage"`
                told[-1:] = [f"{flag}-about", value]
            continue
        if not joined:
            if not rest:
                return words
            value = rest.pop(0)
            told.append(value)
        single = option.kind != "list" and option.name != "data"  # of directories the last holds
        if single and given.setdefault(option.name, value) is not value:
            raise _twice(words, flag, given[option.name], value)
        run = until_option(rest)
        if run:
            taken = _belonging(words, option, value, run, alone=takes_names)
            told[-1] = (f"{flag}=" if joined else "") + _spelled(option, [value, *run[:taken]])
            del rest[:taken]
    if loose:
        from immunocli.cli.loose_words import filters

        told += filters(words, command.parameters, loose, told[1:])
    return told


def _twice(words: Sequence[str], flag: str, first: str, second: str) -> UsageError:
    """Return the error for an option that is given again and takes one value: neither is dropped unseen."""
    from immunocli.cli.error_line import line
    from immunocli.text import quote

    place = max(n for n, word in enumerate(words) if word.partition("=")[0] == flag)
    kept = [*words[:place], *words[place + (1 if "=" in words[place] else 2) :]]
    told = f"{flag} is given twice, {quote(first)} and {quote(second)}, and takes one value"
    return UsageError(told, advice=line(kept))


def _belonging(
    words: Sequence[str], option: Parameter, value: str, run: Sequence[str], *, alone: bool
) -> int:
    """Return how many of the words behind an option's value belong to it.

    Args:
        words: the whole command line.
        option: the option.
        value: the first word of its value.
        run: the words behind it.
        alone: they may also be names that the command takes.
    """
    if option.values:
        return max(
            (n for n in range(len(run) + 1) if _spelled(option, [value, *run[:n]]) in option.values),
            default=0,
        )
    if option.completes != (option.name,):
        return 0
    catalogue = catalogue_for(words)
    for taken in range(len(run), -1, -1):
        if catalogue.kinds_of(" ".join([value, *run[:taken]]), option.completes):
            if taken < len(run) and not alone:
                _refuse_slip(catalogue, option, [value, *run])
            return taken
    if not alone:
        return len(run)
    # What is no name by itself may be the beginning of one: `--cancer triple negative`.
    kind = option.completes[0]
    ways = (n for n in range(len(run), 0, -1) if catalogue.beginning(kind, " ".join([value, *run[:n]])))
    return next(ways, 0)


def _refuse_slip(catalogue: Catalogue, option: Parameter, run: Sequence[str]) -> None:
    """Refuse words that are near one name of as many words: `--cancer lung canser`.

    Raises:
        Ambiguous: there is one.
    """
    try:
        catalogue.parts_of(run, option.completes)
    except Ambiguous as problem:
        if problem.wrong == " ".join(run):
            raise
    except ImmunoError:
        pass  # the words behind it may be other filters


def _spelled(option: Parameter, run: Sequence[str]) -> str:
    """Return some words as one value."""
    if option.values and len(run) > 1:
        return "-".join(run).lower()
    return " ".join(run)


def until_option(words: Sequence[str]) -> list[str]:
    """Return the words before the first option."""
    end = next((place for place, word in enumerate(words) if word[:1] == "-"), len(words))
    return list(words[:end])


def catalogue_for(words: Sequence[str]) -> Catalogue:
    """Return the catalogue that a command line asks."""
    from immunocli.cli.streams import opened

    chosen = None
    for place, word in enumerate(words):
        if word == "--data":
            chosen = words[place + 1] if place + 1 < len(words) else chosen
        elif word.startswith("--data="):
            chosen = word[7:]
    return opened(chosen)
