"""Answers command lines as people type them: without quotes, without a command, with a slip."""

from __future__ import annotations

from immunocli.cli.declared import COMMANDS
from immunocli.errors import Ambiguous, ImmunoError, Investigational, NotInScope, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.cli.parameters import Parameter

# What a page can be about: the kinds that `show` tries.
_PAGES = ("therapy", "cancer", "type", "target", "term", "part")
_NAMED = ("cancer", "type", "target", "therapy", "biomarker")
_LONGEST = 40


def answer(arguments: list[str]) -> int:
    """Answer a command line that the short road declined.

    Raises:
        ImmunoError: it is not understood; or as the command does.
    """
    words = _data_behind(arguments)
    if words[:1] == ["--"]:
        del words[0]
    first = words[0] if words else "--help"
    asking = words[: words.index("--")] if "--" in words else words
    if first in ("-h", "--help") or (first not in COMMANDS and first[:1] == "-" and _asks_help(asking)):
        from immunocli.cli.helping import show_help

        return show_help(None)
    if first in ("-V", "--version", "version"):
        return _version(words)
    if first in COMMANDS:
        if _asks_help(asking):
            from immunocli.cli.helping import show_help

            return show_help(first)
        return _run(words)
    if first[:1] == "-":
        raise no_such_option("", first, ["--data", "--help", "--version"])
    return _page(words)


def _asks_help(words: Sequence[str]) -> bool:
    return "-h" in words or "--help" in words


def _data_behind(arguments: Sequence[str]) -> list[str]:
    """Return the command line with a `--data DIR` from before the command put behind it."""
    words = list(arguments)
    moved: list[str] = []
    while words and (words[0] == "--data" or words[0].startswith("--data=")):
        flag, joined, value = words.pop(0).partition("=")
        if not joined:
            if not words:
                raise UsageError("--data needs a directory; try: immuno --data ./my-data data info")
            value = words.pop(0)
        if not value:
            raise UsageError("--data is empty; give it a value or leave it out")
        moved = [flag, value]
    if not words:
        return words
    if words[0] in COMMANDS and not any(one.name == "data" for one in COMMANDS[words[0]].all()):
        return words
    if words[0] in COMMANDS or words[0] in ("-V", "--version", "version"):
        return [words[0], *moved, *words[1:]]
    # A name or a slip: its own words stay together.
    return [*words, *moved]


def _version(words: Sequence[str]) -> int:
    import os

    from immunocli import __version__
    from immunocli.catalogue import Catalogue
    from immunocli.cli import streams

    chosen = words[2] if words[1:2] == ["--data"] else os.environ.get("IMMUNO_DATA")
    edition = Catalogue(chosen or None).edition
    streams.write(
        [
            f"immuno {__version__}, data edition {edition['edition']} as of {edition['as_of']}, "
            f"sources read {edition['checked']}, schema version {edition['schema_version']}\n"
        ]
    )
    return 0


def _run(words: list[str]) -> int:
    """Run a command; names behind its options need no quotes."""
    from immunocli.cli import call
    from immunocli.cli.fast import parse

    words = _joined_up(words)
    plain = parse(words, joined_up=True)
    if plain is not None:
        return call(*plain)
    from immunocli.cli.typed import run_typer  # six interpreter starts, for the odd forms

    return run_typer(words)


def _page(words: list[str]) -> int:
    """Show the page on what a command line without a command names, or say what was meant."""
    from immunocli.text import quote

    name = " ".join(_until_option(words))
    problem: ImmunoError | None = None
    try:
        _catalogue(words).show(name.split() if name.strip() else [name])
    except ImmunoError as caught:
        problem = caught
    if problem is None:
        return _run(["show", *words])
    if isinstance(problem, NotInScope | Investigational):
        raise problem
    near = nearest(words[0], COMMANDS)
    if near:
        raise UsageError(f"no command {quote(words[0])}", near)
    if isinstance(problem, Ambiguous):
        raise problem
    from immunocli.cli.telling import line

    told = f"{quote(name)} is no command and no name that is known"
    raise UsageError(f"{told}; try: {line(['search', *_until_option(words)])}")


def _until_option(words: Sequence[str]) -> list[str]:
    end = next((place for place, word in enumerate(words) if word[:1] == "-"), len(words))
    return list(words[:end])


def _catalogue(words: Sequence[str]) -> Catalogue:
    import os

    from immunocli.catalogue import Catalogue

    chosen = os.environ.get("IMMUNO_DATA") or None
    for place, word in enumerate(words):
        if word == "--data":
            chosen = words[place + 1] if place + 1 < len(words) else chosen
        elif word.startswith("--data="):
            chosen = word[7:]
    return Catalogue(chosen)


def _joined_up(words: list[str]) -> list[str]:
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
            continue
        if not joined:
            if not rest:
                return words
            value = rest.pop(0)
            told.append(value)
        run = _until_option(rest)
        if run:
            taken = _belonging(words, option, value, run, alone=takes_names)
            told[-1] = (f"{flag}=" if joined else "") + _spelled(option, [value, *run[:taken]])
            del rest[:taken]
    if loose:
        told += _filters(words, command.parameters, loose)
    return told


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
        return max((n for n in range(len(run) + 1) if _spelled(option, [value, *run[:n]]) in option.values), default=0)
    if option.completes != (option.name,):
        return 0
    catalogue = _catalogue(words)
    for taken in range(len(run), -1, -1):
        if catalogue.kinds_of(" ".join([value, *run[:taken]]), option.completes):
            return taken
    return 0 if alone else len(run)


def _spelled(option: Parameter, run: Sequence[str]) -> str:
    """Return some words as one value."""
    if option.values and len(run) > 1:
        return "-".join(run).lower()
    return " ".join(run)


def _filters(words: Sequence[str], parameters: Iterable[Parameter], loose: list[str]) -> list[str]:
    """Return words as the filters that they are names for, and say so.

    Raises:
        UsageError: they are not, or several filters may be meant.
    """
    from immunocli.cli import streams
    from immunocli.cli.telling import line
    from immunocli.text import quote

    options = [one for one in parameters if one.values or one.completes == (one.name,)]
    if not options:
        given = [word for word in words if word not in loose]
        raise UsageError(f"{words[0]} takes no {quote(' '.join(loose))}; try: {line(given)}")
    kinds = [one.name for one in options if one.name in _NAMED]
    catalogue = _catalogue(words)
    told: list[str] = []
    rest = list(loose)
    while rest:
        for length in range(len(rest), 0, -1):
            run = rest[:length]
            held = catalogue.kinds_of(" ".join(run), kinds)
            meant = [one for one in options if one.name in held or _spelled_lower(one, run) in one.values]
            if meant:
                break
        else:
            raise _no_filter(words, catalogue, kinds, rest)
        value = run if meant[0].name in held else [_spelled_lower(meant[0], run)]
        if len(meant) > 1:
            ways = [line([words[0], one.flags[0], " ".join(run)]) for one in meant]
            raise UsageError(f"{quote(' '.join(run))} may be meant in several ways; try: {' or: '.join(ways)}")
        told += [meant[0].flags[0], " ".join(value)]
        del rest[:length]
    given = [word for word in words[1:] if word not in loose]
    streams.say(f"read as: {line([words[0], *told, *given])}")
    return told


def _spelled_lower(option: Parameter, run: Sequence[str]) -> str:
    return "-".join(run).lower() if option.values else ""


def _no_filter(
    words: Sequence[str], catalogue: Catalogue, kinds: Sequence[str], rest: Sequence[str]
) -> ImmunoError:
    """Return the error for words that name nothing a command can be asked for."""
    from immunocli.cli.telling import line
    from immunocli.text import quote

    name = " ".join(rest)
    told = f"{words[0]} takes options, not names, and {quote(name)} is none that it can filter by"
    try:
        catalogue.show(list(rest))
    except (NotInScope, Investigational) as problem:
        return problem
    except ImmunoError as problem:
        for near in problem.suggestions:
            for kind in catalogue.kinds_of(near, kinds):
                return UsageError(f"{told}; try: {line([words[0], f'--{kind}', near])}")
        return UsageError(f"{told}; try: {line(['search', *rest])}")
    return UsageError(f"{told}; try: {line(['show', *rest])}")


def no_such_option(command: str, word: str, flags: Iterable[str]) -> UsageError:
    """Return the error for an option that there is not."""
    from immunocli.cli.telling import line
    from immunocli.text import quote

    flag = word.partition("=")[0]
    near = nearest(flag, flags)
    told = f"{command} has no option {quote(flag)}" if command else f"no option {quote(flag)}"
    if near:
        return UsageError(told, near)
    others = [name for name, one in COMMANDS.items() if any(flag in each.flags for each in one.all())]
    if not command and others:
        stands = f"{quote(flag)} stands behind a command"
        return UsageError(f"{stands}; try: {line([others[0], '--help'])}")
    return UsageError(f"{told}; try: {line([*filter(None, [command]), '--help'])}")


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Return what a word may be a slip for, likeliest first."""
    from difflib import get_close_matches

    plain = word.lower()[:_LONGEST]
    names = list(known)
    begun = [one for one in names if len(plain) > 2 and one.startswith(plain)]
    return list(dict.fromkeys([*begun, *get_close_matches(plain, names, 3, 0.7)]))[:3]
