"""Answers command lines as people type them: without quotes, without a command, with a slip."""

from __future__ import annotations

from immunocli.cli.declared_commands import COMMANDS
from immunocli.cli.did_you_mean import nearest, no_such_option
from immunocli.cli.unquoted_words import catalogue_for, joined_up, until_option
from immunocli.errors import Ambiguous, ImmunoError, Investigational, NotInScope, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue

# So many words are a sentence, not a name with a slip in it.
_SENTENCE = 4
# A longer text is no name and no question.
_LONGEST = 2_000


def answer(arguments: list[str]) -> int:
    """Answer a command line that the short road declined.

    Raises:
        ImmunoError: it is not understood; or as the command does.
    """
    for place, word in enumerate(arguments):  # before any data are read
        if word == "--data=" or (word == "--data" and arguments[place + 1 : place + 2] == [""]):
            raise UsageError("--data is empty; give it a value or leave it out")
    words = _data_behind(arguments)
    if words[:1] == ["--"]:
        del words[0]
    if words[:1] == ["immuno"]:  # pasted behind one that stood there
        del words[0]
    if words[:1] == ["help"] and len(until_option(words)) > 2:
        from immunocli.cli.alarm_heard import is_alarm

        if words[1] not in COMMANDS or is_alarm(catalogue_for(words), " ".join(words)):
            return _page(words)  # a cry, not a command
        del words[2 : len(until_option(words))]  # `help show keytruda`
    first = words[0] if words else "--help"
    asking = words[: words.index("--")] if "--" in words else words
    if first in ("-h", "--help") or (first not in COMMANDS and first[:1] == "-" and _asks_help(asking)):
        from immunocli.cli.help_text import show_help

        return show_help(None)
    if first in ("-V", "--version", "version"):
        return _version(words)
    if first in COMMANDS:
        if _asks_help(asking):
            from immunocli.cli.help_text import show_help

            return show_help(first)
        return _run(words)
    if first[:1] == "-":
        raise no_such_option("", first, ["--data", "--help", "--version"], words)
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
                raise UsageError("--data needs a directory", advice="immuno --data ./my-data data info")
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
    from immunocli import __version__
    from immunocli.cli import streams

    edition = streams.opened(words[2] if words[1:2] == ["--data"] else None).edition
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

    words = joined_up(words)
    plain = parse(words, joined_up=True)
    if plain is not None:
        return call(*plain)
    from immunocli.cli.typer_app import run_typer  # six interpreter starts, for the odd forms

    return run_typer(words)


def _page(words: list[str]) -> int:
    """Show the page on what a command line without a command names, answer a question, or say what was meant.

    What tells of an alarm gets help first, whatever else is named.
    """
    from immunocli.cli.alarm_heard import is_alarm
    from immunocli.cli.sentences import (
        ASKING,
        VERSUS,
        asked_boxed,
        asks_of_products,
        is_question,
        of_ended,
        with_day,
    )
    from immunocli.names.find import SHOWN
    from immunocli.text import quote

    run = until_option(words)
    options = words[len(run) :]
    name = " ".join(run)
    if len(name) > _LONGEST:
        raise UsageError(f"{quote(name)} is too long for a name or a question", advice="immuno --help")
    catalogue = catalogue_for(words)
    known = catalogue.kinds_of(name, SHOWN)
    if not known and len(run) == 1 and " " in name.strip():
        run = name.split()  # a sentence in quotes
    sentence = len(name.split()) > 1
    if sentence and not known:
        _refuse_slip(words[0], options)
        ended = of_ended(catalogue, run)
        if is_alarm(catalogue, name) or (not ended and asks_of_products(catalogue, name)):
            return _run(["faq", *run, *options])
    called = _called(catalogue, run, options, known)
    if called:
        return _run(called)
    if sentence and not known:
        about = asked_boxed(run)
        if about and catalogue.kinds_of(" ".join(about[:-1]), ("type", "cancer", "target")):
            return _run(["therapies", *about, *options])
        if ended:
            return _said_and_run([*ended, *options])
        if run[0].lower() in ASKING:
            from immunocli.cli.record_asked import command_for

            meant = command_for(catalogue, run)
            if meant:
                return _said_and_run([*meant, *options])
        if run[0].lower() in ASKING and is_question(catalogue, name):
            return _run(["faq", *run, *options])
        if any(word.lower() in VERSUS for word in run[1:-1]):
            return _read_as(with_day(run), options)
        day = with_day(run)
        if "--as-of" in day and catalogue.kinds_of(" ".join(day[:-2]), SHOWN):
            return _read_as(day, options)
    problem: ImmunoError | None = None
    try:
        catalogue.show(run)
    except ImmunoError as caught:
        problem = caught
    if problem is None:
        return _run(["show", *run, *options])
    if isinstance(problem, NotInScope | Investigational):
        raise problem
    if is_question(catalogue, name) or (name.strip() and not sentence and is_alarm(catalogue, name)):
        return _run(["faq", *run, *options])
    near = [one for one in nearest(words[0], COMMANDS) if one != words[0]]
    if near:
        raise UsageError(f"no command {quote(words[0])}", near, wrong=words[0])
    if isinstance(problem, Ambiguous) and len(run) < _SENTENCE:
        raise problem
    if sentence:
        return _run(["faq", *run, *options])
    from immunocli.cli.error_line import searching

    told = f"{quote(name)} is no command and no name that is known"
    raise UsageError(told, wrong=name, advice=searching(run, words))


def _called(
    catalogue: Catalogue, run: Sequence[str], options: Sequence[str], known: Sequence[str]
) -> list[str]:
    """Return the command line that is meant where a command is called otherwise, or stands behind a name.

    "drugs --cancer lung", "list lung cancer", "keytruda timeline"; a word that is a name itself is one.

    Args:
        catalogue: what knows names.
        run: the words before the first option.
        options: those from there on.
        known: the kinds in which the words are a name.
    """
    from immunocli.cli.sentences import command_called
    from immunocli.names.find import SHOWN

    if not run or (known and not options):
        return []
    first, last = command_called(run[0]), command_called(run[-1])
    if first:
        told = [*first, *run[1:], *options]
    elif last and catalogue.kinds_of(" ".join(run[:-1]), SHOWN):
        told = [*last, *run[:-1], *options]
    else:
        return []
    try:
        joined = joined_up(told)
    except ImmunoError:
        return []
    if joined == told:
        from immunocli.cli import streams
        from immunocli.cli.error_line import line

        streams.read_as(line(told))
    return joined


def _refuse_slip(word: str, options: list[str]) -> None:
    """Refuse a slip in the name of a command whose own options stand behind it.

    Raises:
        UsageError: it is one; what else was typed is heard where the error is told.
    """
    from immunocli.text import quote

    near = nearest(word, COMMANDS) if options and word not in COMMANDS else []
    for one in near:
        own = {flag for each in COMMANDS[one].parameters for flag in each.flags}
        if any(option.partition("=")[0] in own for option in options):
            raise UsageError(f"no command {quote(word)}", near, wrong=word)


def _read_as(run: list[str], options: list[str]) -> int:
    """Answer names with a day, or with "vs" between them, as the command that says so."""
    from immunocli.cli.sentences import VERSUS, without_between

    names = until_option(run)
    behind = run[len(names) :]
    if any(word.lower() in VERSUS for word in names[1:-1]):
        told = ["compare", *without_between(names), *behind, *options]
    else:
        told = ["show", *names, *behind, *options]
    return _said_and_run(told)


def _said_and_run(words: list[str]) -> int:
    """Run a command that words were read as, and say which."""
    from immunocli.cli import streams
    from immunocli.cli.error_line import line

    streams.read_as(line(words))
    return _run(words)
