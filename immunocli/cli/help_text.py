"""Says what help tells: from the declarations, for a terminal, a pipe and the man page alike."""

from __future__ import annotations

from immunocli.cli.declared_commands import COMMANDS, GROUPS, TOP
from immunocli.cli.parameters import HELP, HOW, WHICH
from immunocli.text import broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.parameters import Parameter

NAME = "cancer immunotherapies: what they are, what the FDA approved them for, and since when"
EXAMPLES = """\
immuno show keytruda
immuno therapies --cancer melanoma
immuno rectal cancer
immuno therapies --type "car t" --boxed
immuno define checkpoint inhibitor
immuno faq will I lose my hair
immuno changes --since 2026
immuno therapies --cancer lung --json | jq -r '.results[].name'"""
CLOSING = """\
In Python: from immunocli import Catalogue; Catalogue().therapies(cancer="melanoma"). For assistants: immuno mcp. \
Offline. Reference information, not medical advice."""
EXIT_CODES = (
    ("0", "answered; an empty list is an answer"),
    ("1", "a named thing was not found, is not in scope or not known (or an empty list, with -e)"),
    ("2", "wrong usage, or unreadable input"),
    ("3", "ambiguous, or only approximately known: the candidates are named"),
    ("4", "with --strict: some strings were not recognized"),
    ("5", "the data set is not valid"),
    ("70", "a bug, told in one line"),
    ("130", "interrupted"),
    ("141", "the reader closed the pipe"),
)
ENVIRONMENT = (
    ("IMMUNO_DATA", "another data directory, as --data"),
    ("IMMUNO_PAGER", "the pager of long answers; empty for none; default: PAGER, then less"),
    ("IMMUNO_DEBUG", "show where a bug happened"),
    ("NO_COLOR", "no color, whatever else is set"),
    ("FORCE_COLOR", "color also where no terminal is seen"),
)


class Help:
    """Help on all, or on one command.

    Args:
        usage: how it is typed.
        about: what it does, in a sentence.
        examples: a line each.
        sections: titled lists of a thing and what it is, each with its style: `command` or `option`.
        more: what else to know, in a paragraph.
    """

    def __init__(
        self,
        usage: str,
        about: str,
        examples: str,
        sections: list[tuple[str, list[tuple[str, str]]]],
        more: str,
    ) -> None:
        self.usage, self.about, self.examples = usage, about, examples.split("\n") if examples else []
        self.sections, self.more = sections, more


def top_help() -> Help:
    """Return the help on all."""
    sections = [
        (group, [(name, one.line) for name, one in COMMANDS.items() if one.group == group])
        for group in GROUPS
    ]
    sections.append(("Options", [(spelled(one), one.about) for one in TOP]))
    sections += [("Exit codes", list(EXIT_CODES)), ("Environment", list(ENVIRONMENT))]
    about = NAME[0].upper() + NAME[1:] + "."
    return Help("immuno [--data DIR] COMMAND ...   or   immuno NAME", about, EXAMPLES, sections, CLOSING)


def help_of(name: str) -> Help:
    """Return the help on a command."""
    command = COMMANDS[name]
    arguments = [one for one in command.parameters if not one.flags]
    options = [one for one in command.all() if one.flags]
    usage = " ".join(["immuno", name, *(one.metavar for one in arguments), "[OPTION]..." if options else ""])
    sections = []
    if arguments:
        sections.append(("What to ask" if command.kind else "Arguments", _rows(arguments, command.kind)))
    for panel in dict.fromkeys((WHICH, *(one.panel for one in options), HOW)):
        held = [one for one in options if one.panel == panel]
        if panel == HOW:
            held.append(HELP)
        if held:
            title = panel if panel != WHICH or command.kind else "Options"
            sections.append((title, _rows(held, command.kind)))
    return Help(usage.rstrip(), command.line, command.examples, sections, command.more)


def _rows(parameters: list[Parameter], kind: str) -> list[tuple[str, str]]:
    return [(spelled(one) if one.flags else one.metavar, told(one, kind)) for one in parameters]


def spelled(option: Parameter) -> str:
    """Return an option as it is typed: its flags, short ones first, and what stands for its value."""
    flags = ", ".join(sorted(option.flags, key=len))
    return flags if option.kind == "flag" else f"{flags} {option.metavar}"


def told(parameter: Parameter, kind: str) -> str:
    """Return what a parameter is, the values that it may have among it."""
    about = parameter.about
    values = parameter.values
    if parameter.completes == ("columns",):
        values = _columns(kind)
    elif parameter.completes == ("schema",):
        from immunocli.records.kinds import KINDS

        values = KINDS
    more = ""
    if parameter.completes == ("columns",) and values:
        from immunocli.cli.choosing_columns import further

        more = f" Also: {', '.join(further(kind))}." if further(kind) else ""
        more += " What each means: -c help."
    listed = all(value in about for value in values) or parameter.metavar == "|".join(values)
    if values and not listed:
        about += f" One of: {', '.join(values)}." if parameter.values else f" There are: {', '.join(values)}."
    about += more
    if parameter.kind != "flag" and isinstance(parameter.default, str):
        about += f" Default: {parameter.default}."
    if parameter.default is ... and parameter.flags:
        about += " Required."
    return about


def _columns(kind: str) -> tuple[str, ...]:
    from immunocli.records.kinds import KINDS, record_of

    columns = record_of(kind).columns if kind in KINDS and kind != "error" else ()
    return columns if len(columns) > 1 else ()  # those of a comparison are known when it is made


def plain(help: Help, width: int) -> str:
    """Return help as text, its examples as they are."""
    width = max(40, min(width, 100))
    lines = wrapped(help.about, width)
    if help.examples:
        lines += ["", "Examples:", *(line for one in help.examples for line in broken(one, width))]
    lines += ["", *indented(wrapped(f"Usage: {help.usage}", width - 7))]
    for title, rows in help.sections:
        lines += ["", f"{title}:"]
        room = min(max(len(one) for one, _ in rows), width // 3)
        for one, about in rows:
            told = wrapped(about, width - room - 4)
            if len(one) > room:
                lines.append(f"  {one}")
            else:
                lines.append(f"  {one:<{room}}  {told.pop(0)}")
            lines += [" " * (room + 4) + each for each in told]
    if help.more:
        lines += ["", *wrapped(help.more, width)]
    return "\n".join(lines) + "\n"


def indented(lines: list[str]) -> list[str]:
    """Return lines of which those behind the first stand below the text of the first."""
    return [lines[0], *(f"       {one}" for one in lines[1:])]


def wrapped(text: str, width: int) -> list[str]:
    """Return a paragraph in lines; `textwrap` would import regular expressions."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def show_help(command: str | None) -> int:
    """Write help, on all or on one command: in panels where there is color, else plain."""
    from immunocli.cli import pager, streams, terminals

    if command is not None and command not in COMMANDS:
        from immunocli.cli.did_you_mean import nearest
        from immunocli.errors import UsageError
        from immunocli.text import quote

        near = nearest(command, COMMANDS)
        raise UsageError(
            f"no command {quote(command)}", near, wrong=command, advice="" if near else "immuno --help"
        )
    help = top_help() if command is None else help_of(command)
    on_terminal = streams.is_terminal(1)
    color, width = terminals.color_and_width(to_terminal=on_terminal)
    if color:
        from immunocli.render.as_table.helped import panels  # Rich costs six interpreter starts

        text = panels(help, terminals.screen(to_terminal=on_terminal))
    else:
        text = plain(help, width if on_terminal else 80)
    if on_terminal and pager.too_long(text):
        pager.page(text)
        return 0
    streams.write([text], human=True)
    return 0
