"""Tells an error in one line that ends, where there is one, in a command to paste."""

from __future__ import annotations

from immunocli.errors import Ambiguous, ImmunoError, Investigational, NotFound, NotInScope, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


# Signs that every shell takes as they are.
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,=+:@%")
_LONGEST = 120
# A search for more words than these is a sentence.
_SEARCHED = 2
# What stands before the values that there are.
_LISTS = (" is not one of: ", "; there are: ", "; there is: ")
# Whoever finds names does not know what was typed around them.
_SEARCH = "; try: immuno search WORDS"
# Where nothing is like what was asked, the names that there are.
_EVERYTHING = "immuno therapies --status any -c name,brands"


def tell(problem: ImmunoError, arguments: Sequence[str]) -> None:
    """Write an error for people, or as an object when JSON was asked for."""
    from immunocli.cli import streams
    from immunocli.text import clean

    if problem.message.endswith(_SEARCH):
        problem.message = problem.message[: -len(_SEARCH)]
    if not problem.suggestions and isinstance(problem, UsageError):
        problem.suggestions = _near_values(problem.message, arguments)
    # Names that differ only in letter case are one suggestion.
    alike = {one.casefold(): one for one in reversed(problem.suggestions)}
    problem.suggestions = [one for one in problem.suggestions if alike[one.casefold()] is one]
    try:
        advice = attempt(problem, arguments)
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
        near = f"did you mean: {', '.join(problem.suggestions).removesuffix('?')}?"
        told, found, line_to_paste = problem.message.partition("; try: ")
        advice = f"try: {line_to_paste}" if found else advice
        message = f"{told}; {near}" + (f" {advice}" if advice else "")
    if isinstance(problem, NotFound | Ambiguous | UsageError) and len(arguments) > 2:
        from immunocli.cli.sentences import alarm_in

        alarm = alarm_in(arguments)
        if alarm:  # whatever was typed before it
            streams.say(alarm)
    streams.say(f"immuno: {message}")


def _near_values(message: str, arguments: Sequence[str]) -> list[str]:
    """Return which of the values that a message lists may be meant."""
    for mark in _LISTS:
        if mark in message:
            from immunocli.cli.did_you_mean import nearest

            words = _meant(arguments, message)
            typed = words[0].partition("=")[2] or words[0] if len(words) == 1 else ""
            known = [one.strip('"') for one in message.partition(mark)[2].split("; ")[0].split(", ")]
            return nearest(typed, known) if typed else []
    return []


def attempt(problem: ImmunoError, arguments: Sequence[str]) -> str:
    """Return `try: immuno ...`, a line that can be pasted, or nothing when there is none."""
    if problem.suggestions:
        first = problem.suggestions[0]
        if first.startswith("immuno "):
            return ""  # they are lines to paste themselves
        if isinstance(problem, NotInScope | Investigational):
            return f"see: immuno show {pasted(first)}"
        return f"try: {line(replaced(arguments, problem.message, first))}"
    if "immuno " in problem.message:
        return ""
    if isinstance(problem, NotInScope | Investigational):
        return "see: immuno types"
    if isinstance(problem, NotFound):
        words = _meant(arguments, problem.message)
        return f"try: {searching(words, arguments)}"
    if isinstance(problem, UsageError | Ambiguous):
        return f"try: {_working(problem.message, arguments)}"
    return ""


def _working(message: str, arguments: Sequence[str]) -> str:
    """Return a line to paste in place of one that is wrong: with a value that there is, else an example."""
    from immunocli.cli.declared import COMMANDS

    command = next((one for one in arguments if one in COMMANDS), "")
    if not command:
        return "immuno --help"
    if message.endswith(" is told with --full alone"):
        return line([*arguments, "--full"])
    for mark in _LISTS:
        values = message.partition(mark)[2]
        first = values.split("; ")[0].split(", ")[0].strip('"')
        if first and not first.startswith(".") and _quoted(arguments, message) is not None:
            return line(replaced(arguments, message, first))
        wrong = message.partition('"')[2].partition('"')[0]
        for place, word in enumerate(arguments):  # one of several, parted by commas
            parts = word.split(",")
            if first and wrong and wrong in parts:
                parts[parts.index(wrong)] = first
                return line([*arguments[:place], ",".join(dict.fromkeys(parts)), *arguments[place + 1 :]])
    if "no format ends in ." in message:
        drawn = command in ("timeline", "matrix", "compare")
        return line(replaced(arguments, message, f"{command}.{'png' if drawn else 'tsv'}"))
    words = message.replace(":", " ").split()
    flag = next((word for word in words if word[:2] == "--"), "")
    return example(command, flag)


def example(command: str, flag: str = "") -> str:
    """Return the example of a command that has an option, else its first."""
    from immunocli.cli.declared import COMMANDS

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
        from immunocli.cli.joining import catalogue_for

        try:
            if catalogue_for(arguments).search(" ".join(asked), 1).records:
                return line(["search", *asked])
        except ImmunoError:
            pass
    return _EVERYTHING


def replaced(arguments: Sequence[str], message: str, by: str) -> list[str]:
    """Return the command line with what a message quotes replaced by something better."""
    words = list(arguments)
    span = _quoted(words, message)
    if span is None:
        return ["show", by]
    start, end = span
    flag, joined, value = words[start].partition("=")
    if end == start + 1 and joined and flag.startswith("--"):
        by = f"{by}={value}" if by.startswith("--") else f"{flag}={by}"
    return [*words[:start], by, *words[end:]]


def _meant(arguments: Sequence[str], message: str) -> list[str]:
    span = _quoted(arguments, message)
    return [] if span is None else list(arguments[span[0] : span[1]])


def _quoted(words: Sequence[str], message: str) -> tuple[int, int] | None:
    """Return where the words stand that a message quotes, as many as there are."""
    from immunocli.text import quote

    for mark in _LISTS:
        before, found, _ = message.partition(mark)
        if found:  # not what there is, nor what has it, but what is quoted last before that
            message = " " + before
            message = message[message.rfind(' "') :]
    for length in range(min(len(words), 12), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            parts = run.split("=", 1) if run.startswith("--") and length == 1 else [run]
            if any(part and quote(part) in message for part in parts):
                return start, start + length
    return None


def line(words: Sequence[str]) -> str:
    """Return a command line that can be pasted, shortened to the help when it would be long."""
    told = " ".join(["immuno", *map(pasted, words)])
    if len(told) <= _LONGEST:
        return told
    from immunocli.cli.declared import COMMANDS

    return f"immuno {words[0]} --help" if words[0] in COMMANDS else "immuno --help"


def pasted(word: str) -> str:
    """Return a word as it is typed in a shell: in quotes where it needs them."""
    from immunocli.text import clean

    word = clean(word)
    if word and _PLAIN.issuperset(word):
        return word
    if word and not set(word) & set('"\\$`!'):
        return f'"{word}"'
    return "'" + word.replace("'", "'\\''") + "'"


def _wants_json(arguments: Sequence[str]) -> bool:
    wanted = ("--json", "--format=json", "-fjson", "--format=jsonl", "-fjsonl")
    pairs = zip(arguments, arguments[1:], strict=False)  # noqa: RUF007  # itertools is not on this road
    return any(one in wanted for one in arguments) or any(
        option in ("--format", "-f") and value in ("json", "jsonl") for option, value in pairs
    )
