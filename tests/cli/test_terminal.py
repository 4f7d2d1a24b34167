"""On a real terminal: tables, its own width, color, and a pager for what is longer than it."""

from __future__ import annotations

import os
import select
import shlex
import struct
from pathlib import Path

import pytest

from tests.driver import ROOT, TOO_LONG, Immuno

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")


def on_terminal(
    immuno: Immuno, *arguments: str, columns: int = 80, lines: int = 200, **env: str | None
) -> tuple[int, str]:
    """Return the exit code and what a terminal of that size received."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    process = immuno.start(
        *arguments, env={"TERM": "xterm-256color", **env},
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    received = b""
    while select.select([ours], [], [], TOO_LONG)[0]:
        try:
            block = os.read(ours, 65536)
        except OSError:  # Linux tells the end of a terminal so
            break
        if not block:
            break
        received += block
    code = process.wait(TOO_LONG)
    os.close(ours)
    return code, received.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_a_colored_table_of_its_width(small: Immuno) -> None:
    code, shown = on_terminal(small, "therapies", columns=70)
    assert code == 0 and "Therapies" in shown and "\x1b[1m" in shown and "\t" not in shown
    assert "approved" in shown and "Reference" in shown
    rule = next(line for line in shown.splitlines() if "──" in line)
    assert rule.count("─") <= 70


@pytest.mark.parametrize(
    "quiet", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": None}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}]
)
def test_a_terminal_without_color_gets_no_escape_codes(small: Immuno, quiet: dict[str, str | None]) -> None:
    for words in (("therapies",), ("show", "keytruda"), ("--help",), ("show", "nosuchname"), ("types",)):
        assert "\x1b" not in on_terminal(small, *words, **quiet)[1]


def test_machine_formats_are_the_same_on_a_terminal(small: Immuno) -> None:
    for form in ("tsv", "json"):
        code, shown = on_terminal(small, "types", "--format", form, columns=30)
        assert code == 0 and small("types", "--format", form).out in shown


def test_what_is_longer_than_the_terminal_is_paged(small: Immuno, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\nexec cat\n", encoding="utf-8")
    pager.chmod(0o755)
    mine = {"IMMUNO_PAGER": str(pager)}
    assert on_terminal(small, "show", "keytruda", lines=4, **mine)[1].startswith("PAGED\n")
    assert on_terminal(small, "show", "keytruda", lines=4, PAGER=str(pager))[1].startswith("PAGED\n")
    assert "PAGED" not in on_terminal(small, "show", "keytruda", lines=200, **mine)[1]
    assert "PAGED" not in on_terminal(small, "show", "keytruda", "--no-pager", lines=10, **mine)[1]
    assert "PAGED" not in on_terminal(small, "show", "keytruda", "--format", "json", lines=1, **mine)[1]
    assert "PAGED" not in small("show", "keytruda", "--format", "table", env=mine).out


@pytest.mark.parametrize(
    "pager", ["/nonexistent/pager", "false", "true", "'unclosed", " ", "head -1", "sh -c 'exit 3'"]
)
def test_a_pager_that_fails_breaks_nothing(small: Immuno, pager: str) -> None:
    code, shown = on_terminal(small, "show", "keytruda", "--full", lines=10, IMMUNO_PAGER=pager)
    assert "Traceback" not in shown
    # What fails to show the answer did not answer: the answer itself is shown then.
    if pager in ("/nonexistent/pager", "'unclosed", " ", "false", "sh -c 'exit 3'"):
        assert "MK-3475" in shown, "the answer is lost"
    assert code == 0


def test_the_program_is_not_its_own_pager(small: Immuno) -> None:
    program = " ".join(map(shlex.quote, map(str, small.command())))
    code, shown = on_terminal(small, "show", "keytruda", "--full", lines=10, IMMUNO_PAGER=program)
    assert "Traceback" not in shown and code in (0, 2)


def test_a_file_that_was_written_is_told_on_a_terminal(small: Immuno, tmp_path: Path) -> None:
    code, shown = on_terminal(small, "therapies", "-o", str(tmp_path / "t.csv"))
    assert code == 0 and "wrote 6 records to" in shown
    assert (tmp_path / "t.csv").read_bytes() == small("therapies", "-f", "csv").out_bytes


def test_hostile_names_on_a_terminal(small: Immuno) -> None:
    code, shown = on_terminal(small, "show", "\x1b]0;owned\x07\x1b[2J", NO_COLOR="1")
    assert code == 1 and "\x1b" not in shown and "\x07" not in shown


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_errors_and_notes_are_cut_at_spaces_and_a_line_to_paste_is_whole(small: Immuno, columns: int) -> None:
    for words in (
        ["therapies", "--cancer", "melanomma"],
        ["show", "olaparib"],
        ["therapies", "--canser", "x"],
    ):
        _, shown = on_terminal(small, *words, columns=columns)
        plain = small(*words).err
        assert " ".join(shown.split()) == " ".join(plain.split()) and plain.count("\n") == 1
        lines = shown.splitlines()
        assert all(len(line) <= columns or line.startswith("try: immuno ") for line in lines)


def test_an_alarm_on_the_page_is_not_told_twice(immuno: Immuno) -> None:
    for words in (["faq", "mum fainted"], ["mum", "fainted"]):
        code, shown = on_terminal(immuno, *words, NO_COLOR="1")
        assert code == 0 and shown.casefold().count("get help now") == 1
        assert "get help now" in immuno(*words).err.casefold(), "in a pipe both are told"


def test_who_waits_for_the_first_index_is_told(small: Immuno, tmp_path: Path) -> None:
    """Of data as large as ours the first answer takes seconds; these are small, and it waits so long."""
    told = "the data are read for the first time"
    (tmp_path / "sitecustomize.py").write_text(
        "import time\nfrom immunocli.store import compiling\nreal = compiling.compile_directory\n"
        "compiling.compile_directory = lambda directory: time.sleep(2) or real(directory)\n",
        encoding="utf-8",
    )
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    code, screen = on_terminal(small, "types", "--count", **env)
    assert code == 0 and screen.count(told) == 1, screen
    code, screen = on_terminal(small, "types", "--count", **env)
    assert code == 0 and told not in screen
