"""Tells an error in one line that ends, where there is one, in a command to paste."""

from __future__ import annotations

from immunocli.errors import Ambiguous, ImmunoError, Investigational, NotFound, NotInScope, UsageError
from immunocli.text import pasted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Who is helped pastes no longer line than this; the help of its command is told instead.
_LONGEST = 400
# A name has no more words than this.
_MOST_WORDS = 12
# Commands that a picture can be made of.
_DRAWN = ("timeline", "matrix", "compare")
# A search for more words than these is a sentence.
_SEARCHED = 2
# Where nothing is like what was asked, the names that there are.
_EVERYTHING = "immuno therapies --status any -c name,brands"


def tell(problem: ImmunoError, arguments: Sequence[str]) -> None:
    """Write an error for people, or as an object when JSON was asked for."""
    from immunocli.cli import streams
    from immunocli.text import clean

    if problem.wrong and arguments:
        _lead_elsewhere(problem, arguments)
    if not problem.suggestions and problem.known:
        from immunocli.cli.did_you_mean import nearest

        problem.suggestions = nearest(problem.wrong, problem.known)
    # Names that differ only in letter case are one suggestion.
    alike = {one.casefold(): one for one in reversed(problem.suggestions)}
    problem.suggestions = [one for one in problem.suggestions if alike[one.casefold()] is one]
    try:
        advice = _that_works(attempt(problem, arguments), arguments)
    except OSError:
        advice = ""  # the error is told as it is
    message = problem.message + (f"; {advice}" if advice else "")
    if _wants_json(arguments):
        from immunocli.render.as_json import encode

        suggestions = [clean(one) for one in problem.suggestions]
        error = {"code": problem.code, "message": clean(message), "suggestions": suggestions}
        streams.say(encode({"error": error}))
        return
    if problem.suggestions and not isinstance(problem, NotInScope | Investigational):
        near = f"did you mean: {_told(problem, arguments).removesuffix('?')}?"
        message = f"{problem.message}; {near}" + (f" {advice}" if advice else "")
    if isinstance(problem, NotFound | Ambiguous | UsageError) and len(arguments) > 2:
        from immunocli.cli.alarm_heard import alarm_in

        alarm = alarm_in(arguments)
        if alarm:  # whatever was typed before it
            streams.say(alarm)
    streams.say(f"immuno: {message}")


def _lead_elsewhere(problem: ImmunoError, arguments: Sequence[str]) -> None:
    """Offer the line with a value behind the option that it belongs to, where it stands behind another."""
    from immunocli.cli.other_option import moved

    told, lines = moved(problem.wrong, arguments)
    if lines:
        problem.message, problem.suggestions = told, []
        problem.advice = " or: ".join(map(line, lines))


def _told(problem: ImmunoError, arguments: Sequence[str]) -> str:
    """Return what may be meant, a brand with the therapy that it is: "Keytruda (pembrolizumab)"."""
    from immunocli.cli.sentences import is_date

    if all(map(is_date, problem.suggestions)):
        return " or ".join(problem.suggestions)
    if not isinstance(problem, Ambiguous):
        return ", ".join(problem.suggestions)
    from immunocli.cli.unquoted_words import catalogue_for

    told = []
    for one in problem.suggestions:
        try:
            found = catalogue_for(arguments).resolve(one)
        except ImmunoError:
            return ", ".join(problem.suggestions)
        is_brand = found.review == "no" and found.name and found.name.casefold() != one.casefold()
        told.append(f"{one} ({found.name})" if is_brand else one)
    return ", ".join(told)


def _that_works(advice: str, arguments: Sequence[str]) -> str:
    """Return `try: immuno ...` with a line that was tried, unseen, and is answered."""
    begins, mark, told = advice.partition(": ")
    if len(told) > _LONGEST and told.startswith("immuno "):
        from immunocli.cli.declared_commands import COMMANDS

        return f"{begins}{mark}{line([*(one for one in arguments[:1] if one in COMMANDS), '--help'])}"
    if not told.startswith("immuno ") or " or: immuno " in told or " > " in told or " | " in told:
        return advice
    from immunocli.cli.dry_run import working

    return begins + mark + working(told, attempt, _plainly)


def _plainly(words: Sequence[str]) -> str:
    """Return a line that works in place of one that does not: an example of its command."""
    from immunocli.cli.declared_commands import COMMANDS

    return example(words[0]) if words and words[0] in COMMANDS else "immuno --help"


def attempt(problem: ImmunoError, arguments: Sequence[str]) -> str:
    """Return `try: immuno ...`, a line that can be pasted, or nothing when there is none."""
    if problem.advice:
        return f"try: {problem.advice}"
    if problem.suggestions:
        first = problem.suggestions[0]
        if first.startswith("immuno "):
            return ""  # they are lines to paste themselves
        if isinstance(problem, NotInScope | Investigational):
            if first in arguments:  # the word is an id too: the name says what is meant
                from immunocli.cli.unquoted_words import catalogue_for

                first = catalogue_for(arguments).titles("cancer").get(first, first)
            return f"see: immuno show {pasted(first)}"
        from immunocli.cli.sentences import is_date

        ways = problem.suggestions if all(map(is_date, problem.suggestions)) else [first]
        return f"try: {' or: '.join(line(replaced(arguments, problem.wrong, one)) for one in ways)}"
    if isinstance(problem, NotInScope | Investigational):
        return "see: immuno types"
    if isinstance(problem, NotFound):
        return f"try: {searching(problem.wrong.split(), arguments)}"
    if isinstance(problem, UsageError | Ambiguous):
        return f"try: {_working(problem, arguments)}"
    return ""


def _working(problem: ImmunoError, arguments: Sequence[str]) -> str:
    """Return a line to paste in place of one that is wrong: with a value that there is, else an example."""
    from immunocli.cli.declared_commands import COMMANDS

    command = next((one for one in arguments if one in COMMANDS), "")
    if not command:
        return "immuno --help"
    known = [one for one in problem.known if one.strip()]  # a column may have no name
    if problem.option and not any(one.partition("=")[0] == problem.option for one in arguments):
        if known:
            return line([*arguments, problem.option, known[0]])
        named = next((one for one in COMMANDS[command].all() if problem.option in one.flags), None)
        if named is not None and named.kind == "flag":
            return line([*arguments, problem.option])
        return example(command, problem.option)  # which value, only who asks knows
    if known:
        first = known[0]
        if first[:1] == ".":  # the ending of a file
            drawn = command in _DRAWN and first != ".csv"  # that is for a spreadsheet
            first = f"{command}.png" if drawn else f"{command}{first}"
        return line(replaced(arguments, problem.wrong, first))
    return example(command, problem.option)


def example(command: str, flag: str = "") -> str:
    """Return the example of a command that has an option, else its first."""
    from immunocli.cli.declared_commands import COMMANDS

    examples = [one for one in COMMANDS[command].examples.split("\n") if one.startswith("immuno ")]
    fitting = [one for one in examples if flag in one.split()] if flag else []
    return (fitting or examples or [f"immuno {command} --help"])[0]


def searching(words: Sequence[str], arguments: Sequence[str]) -> str:
    """Return the line that searches for words, when it finds something; else the one that helps.

    Args:
        words: what was not understood.
        arguments: the whole command line.
    """
    asked = " ".join(words).split()
    if 0 < len(asked) <= _SEARCHED and all(one.isalnum() for one in asked):
        from immunocli.cli.unquoted_words import catalogue_for

        try:
            if catalogue_for(arguments).search(" ".join(asked), 1).records:
                return line(["search", *asked])
        except ImmunoError:
            pass
    return "immuno faq" if arguments[0] == "faq" else _EVERYTHING


def replaced(arguments: Sequence[str], wrong: str, by: str) -> list[str]:
    """Return the command line with what is wrong in it replaced by something better."""
    words = list(arguments)
    if not wrong:
        return ["show", by]
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            if _same(run, wrong):
                return [*words[:start], by, *words[start + length :]]
    for place, word in enumerate(words):
        flag, joined, value = word.partition("=") if word[:2] == "--" else ("", "", word)
        if joined and _same(flag, wrong):
            return [*words[:place], f"{by}={value}", *words[place + 1 :]]
        given = [value] if _same(value, wrong) else value.split(",")
        parts = [by if _same(part, wrong) else part for part in given]
        if parts != given:
            return [*words[:place], f"{flag}{joined}{','.join(dict.fromkeys(parts))}", *words[place + 1 :]]
    return ["show", by]


def _same(typed: str, wrong: str) -> bool:
    return typed.strip().casefold() == wrong.strip().casefold()


def line(words: Sequence[str]) -> str:
    """Return a command line that can be pasted: all of it, as it is, or would be, run."""
    return " ".join(["immuno", *map(pasted, words)])


def _wants_json(arguments: Sequence[str]) -> bool:
    wanted = ("--json", "--format=json", "-fjson", "--format=jsonl", "-fjsonl")
    pairs = zip(arguments, arguments[1:], strict=False)  # noqa: RUF007  # itertools is not on this road
    return any(one in wanted for one in arguments) or any(
        option in ("--format", "-f") and value in ("json", "jsonl") for option, value in pairs
    )
