"""Help tells everything that is declared, plain in a pipe and in panels where there is color."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from immunocli.cli.declared_commands import COMMANDS, GROUPS
from tests.driver import ROOT, Immuno

COLOR = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}


def bare(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_help_on_all(small: Immuno) -> None:
    told = small("--help").out
    assert told == small().out == small("help").out == small("-h").out and "\x1b" not in told
    assert told.index("Examples:") < told.index("Usage:") < told.index("Look up:")
    places = [told.index(f"\n{group}:\n") for group in GROUPS]
    assert places == sorted(places)
    for name, command in COMMANDS.items():
        assert f"  {name} " in told and command.line[:30] in told
    for word in ("IMMUNO_DATA", "IMMUNO_PAGER", "IMMUNO_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        assert f"\n  {word}" in told
    for code in (0, 1, 2, 3, 4, 5, 70, 130, 141):
        assert f"\n  {code} " in told


@pytest.mark.parametrize("name", COMMANDS)
def test_help_on_a_command(small: Immuno, name: str) -> None:
    told = small(name, "--help").out
    assert told == small("help", name).out == small(name, "-h").out == small(name, "x", "--help").out
    command = COMMANDS[name]
    assert told.startswith(command.line)
    for example in command.examples.split("\n"):
        assert f"\n  {example}\n" in told, "an example stays on its line"
    flat = " ".join(told.split())
    for one in command.all():
        for flag in one.flags:
            assert flag in told
        for value in one.values:
            assert value in flat
    assert all(len(line) <= 80 or line[2:] in command.examples for line in told.splitlines())


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_panels_say_the_same_in_color(small: Immuno, name: str, width: str) -> None:
    shown = small("help", *filter(None, [name]), env={**COLOR, "COLUMNS": width}).out
    assert "\x1b[" in shown and "╭─ " in bare(shown)
    lines = bare(shown).splitlines()
    assert all(len(line) <= int(width) for line in lines if line[:1] in "╭│╰")
    plain = small("help", *filter(None, [name])).out

    def words(text: str) -> set[str]:
        return {
            one.rstrip(":")
            for one in "".join(" " if sign in "╭╮╰╯│─" else sign for sign in text).split()
            if "|" not in one  # the longest values are cut over lines
        }

    if width != "40":  # narrower than some of the words
        assert not words(plain) - words(bare(shown))


def test_examples_are_good_requests(small: Immuno) -> None:
    """Each is read; whether the small data knows its names is not asked here."""
    import shlex

    from immunocli.cli.fast import parse
    from immunocli.cli.help_text import EXAMPLES

    for line in [EXAMPLES, *(one.examples for one in COMMANDS.values())]:
        for example in line.split("\n"):
            words = shlex.split(example.partition(" | ")[0].partition(" > ")[0].partition(" < ")[0])
            if words[0] == "immuno" and words[1] in COMMANDS:
                assert parse(words[1:]) or words[1] == "therapies", example
            elif words[0] == "immuno":
                assert words[1] == "rectal"


def test_optimized_code_has_its_help() -> None:
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from immunocli.cli import main; main()"
    for words in (["--help"], ["show", "--help"]):
        told = [
            subprocess.run(
                [sys.executable, *flags, "-c", start, *words], capture_output=True, check=True, timeout=60
            ).stdout
            for flags in ([], ["-OO"])
        ]
        assert told[0] == told[1] and b"Examples:" in told[0]


def test_help_imports_neither_typer_nor_rich_in_a_pipe() -> None:
    start = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from immunocli.cli import run;"
        "run(['show', '--help']);"
        "print(sorted({'typer', 'rich', 're', 'textwrap'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-I", "-S", "-c", start]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stderr == b"[]\n"


def test_the_man_page_tells_every_command_and_option() -> None:
    from tools.make_man import manual

    page = manual()
    plain = page.replace("\\-", "-")
    for name, command in COMMANDS.items():
        assert f".SS immuno {name}" in plain
        for one in command.all():
            for flag in one.flags:
                assert flag in plain
    for part in (
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "EXAMPLES",
        "OPTIONS",
        "COMMANDS",
        "EXIT STATUS",
        "ENVIRONMENT",
    ):
        assert f"\n.SH {part}\n" in page
    assert not [line for line in page.splitlines() if line.startswith("'")]
