"""Joins words that belong together, and finds the filters that words without an option are meant for."""

from __future__ import annotations

from immunocli.cli.declared import COMMANDS
from immunocli.errors import Ambiguous, ImmunoError, Investigational, NotInScope, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from immunocli.catalogue import Catalogue
    from immunocli.cli.parameters import Parameter

_NAMED = ("cancer", "type", "target", "therapy", "biomarker")


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
        told += _filters(words, command.parameters, loose)
    return told


def _twice(words: Sequence[str], flag: str, first: str, second: str) -> UsageError:
    """Return the error for an option that is given again and takes one value: neither is dropped unseen."""
    from immunocli.cli.telling import line
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
    return 0 if alone else len(run)


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


def _filters(words: Sequence[str], parameters: Iterable[Parameter], loose: list[str]) -> list[str]:
    """Return words as the filters that they are names for, and say so.

    Raises:
        UsageError: they are not, or several filters may be meant.
    """
    from immunocli.cli import streams
    from immunocli.cli.sentences import dated, is_date, without_fillers
    from immunocli.cli.telling import line
    from immunocli.names.find import FILLERS
    from immunocli.text import quote

    options = [one for one in parameters if one.values or one.completes == (one.name,)]
    if not options:
        given = [word for word in words if word not in loose]
        raise UsageError(f"{words[0]} takes no {quote(' '.join(loose))}", advice=line(given))
    kinds = [one.name for one in options if one.name in _NAMED]
    catalogue = catalogue_for(words)
    told: list[str] = []
    rest = list(loose)
    if any(one.name == "as_of" for one in parameters) and "--as-of" in dated(rest):
        rest = dated(rest)
        told += rest[-2:]
        del rest[-2:]
    # "approved in 2026" is since then; of an earlier year nothing is left out behind a reader's back.
    this_year = catalogue.edition["as_of"][:4]
    dated_by = (this_year,) if any(one.name == "since" for one in parameters) else ()
    while rest:
        if is_date(rest[0]) and (words[0] == "changes" or rest[0] in dated_by):
            told += ["--since", rest.pop(0)]
            continue
        for length in range(len(rest), 0, -1):
            run = rest[:length]
            if length == 1 and run[0].lower() in FILLERS:
                meant = []
                break
            held = catalogue.kinds_of(" ".join(run), kinds)
            meant = [one for one in options if one.name in held or _spelled_lower(one, run) in one.values]
            if not meant and run == ["withdrawn"]:  # as --status takes it
                meant = [one for one in options if one.name == "status"]
            if meant:
                break
        else:
            raise _no_filter(words, catalogue, kinds, without_fillers(rest))
        if not meant:
            del rest[0]  # it only stands between names
            continue
        value = run if meant[0].name in held else [_spelled_lower(meant[0], run)]
        if len(meant) > 1:
            ways = [line([words[0], one.flags[0], " ".join(run)]) for one in meant]
            several = f"{quote(' '.join(run))} may be meant in several ways"
            raise UsageError(several, advice=" or: ".join(ways))
        told += [meant[0].flags[0], " ".join(value)]
        del rest[:length]
    given = [word for word in words[1:] if word not in loose]
    if "--as-of" in told:  # an option stands behind the names
        told = [*told[2:], *told[:2]]
    streams.say(f"read as: {line([words[0], *told, *given])}")
    return told


def _spelled_lower(option: Parameter, run: Sequence[str]) -> str:
    return "-".join(run).lower() if option.values else ""


def _no_filter(
    words: Sequence[str], catalogue: Catalogue, kinds: Sequence[str], rest: Sequence[str]
) -> ImmunoError:
    """Return the error for words that name nothing a command can be asked for."""
    from immunocli.cli.sentences import is_date
    from immunocli.cli.telling import line, searching
    from immunocli.text import quote

    name = " ".join(rest)
    told = f"{words[0]} takes options, not names, and {quote(name)} is none that it can filter by"
    if is_date(name):
        return UsageError(told, advice=line(["changes", "--since", name, "--until", name]))
    answered = catalogue.asides(rest)
    if answered:
        return UsageError(told, advice=line(["faq", answered[0]]))
    try:
        catalogue.show(list(rest))
    except (NotInScope, Investigational) as problem:
        return problem
    except ImmunoError as problem:
        for near in problem.suggestions:
            for kind in catalogue.kinds_of(near, kinds):
                return UsageError(told, advice=line([words[0], f"--{kind}", near]))
        return UsageError(told, advice=searching(rest, words))
    return UsageError(told, advice=line(["show", *rest]))


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
