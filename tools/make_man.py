"""Makes the man page from the declarations: `python tools/make_man.py > immuno.1`; a wheel carries it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def manual() -> str:
    """Return the man page as roff."""
    from immunocli import __version__
    from immunocli.cli import help_text
    from immunocli.cli.declared_commands import COMMANDS, TOP
    from immunocli.cli.parameters import HOW

    data = ROOT / "data" if (ROOT / "data").is_dir() else ROOT / "immunocli" / "data"
    day = json.loads((data / "edition.json").read_text(encoding="utf-8"))["as_of"]
    lines = [
        f'.TH IMMUNO 1 "{day}" "immuno {__version__}" "User Commands"',
        ".SH NAME", f"immuno \\- {_text(help_text.NAME)}",
        ".SH SYNOPSIS",
        r".B immuno", r"[\fB\-\-data\fR \fIDIR\fR] \fICOMMAND\fR ...", ".br", r".B immuno", r"\fINAME\fR",
        ".SH DESCRIPTION", _text(help_text.top_help().about), _text(help_text.CLOSING),
        ".SH EXAMPLES", *_examples(help_text.EXAMPLES.split("\n")),
        ".SH OPTIONS",
    ]  # fmt: skip
    for option in TOP:
        lines += _item(help_text.spelled(option), option.about)
    lines.append(".SH COMMANDS")
    for name in COMMANDS:
        help = help_text.help_of(name)
        lines += [f".SS {_text(help.usage)}", _text(help.about)]
        if help.examples:
            lines += [".PP", *_examples(help.examples)]
        if help.more:
            lines += [".PP", _text(help.more)]
        for title, rows in help.sections:
            if title != HOW or not COMMANDS[name].shared:
                for one, about in rows:
                    lines += _item(one, about)
        if COMMANDS[name].shared:
            for option in COMMANDS[name].parameters:
                if option.flags and option.panel == HOW:
                    lines += _item(help_text.spelled(option), help_text.told(option, COMMANDS[name].kind))
    lines.append(".SH HOW TO SHOW AN ANSWER")
    lines.append("Commands that answer with data share these.")
    for option in COMMANDS["show"].all()[len(COMMANDS["show"].parameters) :]:
        lines += _item(help_text.spelled(option), option.about)
    lines.append(".SH EXIT STATUS")
    for code, about in help_text.EXIT_CODES:
        lines += _item(code, about)
    lines.append(".SH ENVIRONMENT")
    for variable, about in help_text.ENVIRONMENT:
        lines += _item(variable, about)
    return "\n".join(lines) + "\n"


def _item(one: str, about: str) -> list[str]:
    return [".TP", f".B {_text(one)}", _text(about)]


def _examples(examples: list[str]) -> list[str]:
    return [".nf", ".RS", *map(_text, examples), ".RE", ".fi"]


def _text(text: str) -> str:
    """Return text as roff shows it letter by letter."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("'", r"\(aq")
    return rf"\&{escaped}" if escaped[:1] in ".'" else escaped


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.stdout.write(manual())
