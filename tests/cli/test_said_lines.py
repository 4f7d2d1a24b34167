"""Errors and notes fit a terminal: cut at spaces alone, with lines to paste whole and on their own."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.cli import streams

LINE = 'no therapy is called "xyz"; it is near none of ours, so none is offered'
WIDTHS = (10, 24, 30, 71, 72, 200)


def said(capfd: pytest.CaptureFixture[str], line: str) -> list[str]:
    streams.say(line)
    return capfd.readouterr().err.split("\n")[:-1]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(streams, "is_terminal", lambda number: number == 2)
    return monkeypatch


@pytest.mark.parametrize("width", WIDTHS)
def test_a_line_is_as_full_as_it_can_be(
    width: int, terminal: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    terminal.setenv("COLUMNS", str(width))
    lines = said(capfd, LINE)
    assert " ".join(lines) == LINE
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        assert len(line) <= width or " " not in line
        assert after is None or len(line) + 1 + len(after.split(" ")[0]) > width


def test_what_is_no_terminal_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    assert said(capfd, LINE) == [LINE]


def test_an_error_as_an_object_is_one_line(
    terminal: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    terminal.setenv("COLUMNS", "10")
    assert said(capfd, '{"error": {"code": 2}}') == ['{"error": {"code": 2}}']


def test_lines_to_paste_stay_whole(terminal: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    terminal.setenv("COLUMNS", "24")
    told = 'there is no "keytrud" here; did you mean: immuno show keytruda --full, immuno show opdivo?'
    assert said(capfd, told) == [
        'there is no "keytrud"', "here; did you mean:", "  immuno show keytruda --full", "  immuno show opdivo",
    ]  # fmt: skip
    assert said(capfd, "this takes one name, not two; try: immuno show keytruda opdivo") == [
        "this takes one name, not", "two;", "try: immuno show keytruda opdivo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "wide"),
    [
        ("1", 1),
        ("33", 33),
        ("0", 80),
        ("", 80),
        ("²", 80),
        ("٣", 80),
        ("-5", 80),
        ("12 ", 80),
        ("9" * 30, 999_999_999),
    ],
)
def test_the_width_is_what_columns_says_if_it_is_a_number(
    told: str, wide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", told)
    monkeypatch.setattr(os, "get_terminal_size", lambda number: os.terminal_size((0, 0)))
    assert streams._columns() == wide


def test_the_width_is_that_of_the_terminal_of_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda number: os.terminal_size((40 + number, 9)))
    assert streams._columns() == 42


def test_without_a_terminal_the_width_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(number: int) -> os.terminal_size:
        raise OSError

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", nothing)
    assert streams._columns() == 80


@given(st.text(st.sampled_from("ab;: "), max_size=60), st.integers(1, 30))
def test_no_word_is_lost(text: str, width: int) -> None:
    assert " ".join(streams._wrapped(text, width)).split() == text.split()


def test_a_line_is_written_whole_though_the_system_takes_it_in_parts(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, block: write(number, bytes(block[:3])))
    streams.say("one line of many letters")
    streams.send(1, b"all of a block")
    monkeypatch.undo()
    found = capfd.readouterr()
    assert (found.out, found.err) == ("all of a block", "one line of many letters\n")
